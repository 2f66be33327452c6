//! A form that a signed-in person sent.

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;

use super::Staff;
use crate::problem::Problem;
use crate::ui::{parse, read_form};

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
