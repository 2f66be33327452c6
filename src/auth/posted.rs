//! A form that a signed-in person sent, with or without a file.

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;

use super::Staff;
use crate::problem::Problem;
use crate::ui::{Fields, parse, read_form};

/// Descriptions are longer than what guests write.
const BYTES_AT_MOST: usize = 256 * 1024;

/// A form of a signed-in person, with the token of its session.
pub struct StaffPosted<T> {
    /// Who.
    pub staff: Staff,
    /// The fields.
    pub form: T,
    /// The form's key: the same form twice is the same.
    pub key: String,
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for StaffPosted<T> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let staff = Staff::from_request_parts(&mut parts, state).await?;
        let bytes = read_form(Request::from_parts(parts, body), BYTES_AT_MOST).await.map_err(IntoResponse::into_response)?;
        let (form, token) = parse(&bytes).map_err(IntoResponse::into_response)?;
        let Some(token) = staff.open_form(&token) else { return Err(Problem::Untrusted.into_response()) };
        Ok(Self { staff, form, key: token.as_str().to_owned() })
    }
}

/// Fields beside a file are few and short.
const FIELDS_AT_MOST: usize = 20;
const FIELD_BYTES_AT_MOST: usize = 4 * 1024;

/// A form with a file (`multipart/form-data`, RFC 7578). The token has to come before the file, so that nothing is kept for
/// strangers. The route sets how large the whole body may be.
pub struct StaffUploaded {
    /// Who.
    pub staff: Staff,
    /// The fields without the file.
    pub fields: Fields,
    /// The bytes of the field `file`; empty when none was chosen.
    pub file: Vec<u8>,
}

impl<S: Send + Sync> FromRequest<S> for StaffUploaded {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let staff = Staff::from_request_parts(&mut parts, state).await?;
        let multipart = Multipart::from_request(Request::from_parts(parts, body), state).await;
        let multipart = multipart.map_err(|_| Problem::Unreadable("not a form with a file").into_response())?;
        read_parts(staff, multipart).await.map_err(IntoResponse::into_response)
    }
}

async fn read_parts(staff: Staff, mut multipart: Multipart) -> Result<StaffUploaded, Problem> {
    let (mut fields, mut file, mut trusted) = (Fields::default(), Vec::new(), false);
    while let Some(part) = multipart.next_field().await.map_err(|error| broken(&error))? {
        let name = part.name().unwrap_or_default().to_owned();
        if name == "file" {
            if !trusted {
                return Err(Problem::Untrusted);
            }
            file = part.bytes().await.map_err(|error| broken(&error))?.to_vec();
            continue;
        }
        let value = text(part).await?;
        if name == "key" {
            trusted = staff.open_form(&value).is_some();
        }
        if fields.0.len() >= FIELDS_AT_MOST {
            return Err(Problem::TooLarge);
        }
        fields.0.push((name, value));
    }
    if trusted { Ok(StaffUploaded { staff, fields, file }) } else { Err(Problem::Untrusted) }
}

async fn text(mut part: Field<'_>) -> Result<String, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await.map_err(|error| broken(&error))? {
        if bytes.len() + chunk.len() > FIELD_BYTES_AT_MOST {
            return Err(Problem::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| Problem::Unreadable("a field that is no text"))
}

fn broken(error: &MultipartError) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Problem::TooLarge } else { crate::ui::broken_off(error) }
}
