//! A form that came in.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::keys::FormToken;
use crate::problem::Problem;
use crate::tenancy::Visit;

/// Forms without files are small; more than this is refused.
const BYTES_AT_MOST: usize = 64 * 1024;

/// A guest's form with its token.
pub struct Posted<T> {
    /// The fields.
    pub form: T,
    /// The token, if it is ours and not too old.
    token: Option<FormToken>,
}

#[derive(Deserialize)]
struct TokenField {
    #[serde(default)]
    key: String,
}

impl<T> Posted<T> {
    /// The form's key; a form with none that we know is not taken.
    pub fn key(&self) -> Result<&FormToken, Problem> {
        self.token.as_ref().ok_or(Problem::Untrusted)
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Posted<T> {
    type Rejection = Response;

    async fn from_request(request: Request, _: &S) -> Result<Self, Response> {
        let visit = request.extensions().get::<Visit>().cloned().ok_or_else(|| Problem::NotFound.into_response())?;
        let bytes = read_form(request, BYTES_AT_MOST).await.map_err(IntoResponse::into_response)?;
        let (form, token) = parse(&bytes).map_err(IntoResponse::into_response)?;
        let token = visit.app.keys().open_form(b"guest", visit.now, &token);
        Ok(Self { form, token })
    }
}

/// Reads the body of a form up to a size. Refuses other content types.
pub async fn read_form(request: Request, at_most: usize) -> Result<Bytes, Problem> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("application/x-www-form-urlencoded") {
        return Err(Problem::Unreadable("not a form"));
    }
    let body = Limited::new(request.into_body(), at_most).collect().await.map_err(|error| broken_off(error.as_ref()))?;
    Ok(body.to_bytes())
}

/// Why a body did not come to its end.
pub fn broken_off(error: &(dyn std::error::Error + 'static)) -> Problem {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if error.is::<LengthLimitError>() {
            return Problem::TooLarge;
        }
        if error.is::<crate::limits::TooSlow>() {
            return Problem::Slow;
        }
        cause = error.source();
    }
    Problem::Unreadable("a body that broke off")
}

/// Fields and token of a form's body.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<(T, String), Problem> {
    let form = serde_html_form::from_bytes(bytes).map_err(|_| Problem::Unreadable("fields that cannot be read"))?;
    let token = serde_html_form::from_bytes::<TokenField>(bytes).map(|field| field.key).unwrap_or_default();
    Ok((form, token))
}
