//! Pictures of a hub: uploaded by staff, written anew so that nothing but pixels is kept, stored in the database.
//! Nouns: `Kept` (a picture as it is kept), `Refused` (why a file is not taken), `Logo` (a drawing or a small picture).
//! URLs: none; the features show their own pictures.
//! Invariants: every byte that is served was encoded here; one picture is decoded at a time, because that takes much memory.
//! Must not know: any feature, what a picture is for.

pub mod drawing;
mod logo;
mod pixels;
pub mod store;
#[cfg(test)]
mod tests;

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use tokio::sync::Semaphore;

pub use logo::{Logo, LogoRefused};
pub use pixels::{Kept, LOGO_AT_LEAST, MIME, PIXELS_AT_MOST, Refused, WIDTH_AT_LEAST, keep};

use crate::problem::Problem;

/// Bytes of an upload at most, with the fields beside it: a photograph as it comes from a telephone.
pub const UPLOAD_AT_MOST: usize = 12 * 1024 * 1024;

/// Decoding takes much memory for a moment: one at a time.
static DECODING: Semaphore = Semaphore::const_new(1);

/// Decodes and encodes a file anew, for large screens and for small ones, off the runtime's threads.
pub async fn decode_two(file: Vec<u8>) -> Result<Result<(Kept, Kept), Refused>, Problem> {
    one_at_a_time(move || pixels::keep_two(&file)).await
}

/// Cleans a logo, drawn or of pixels, off the runtime's threads.
pub async fn decode_logo(file: Vec<u8>) -> Result<Result<Logo, LogoRefused>, Problem> {
    one_at_a_time(move || Logo::of(&file)).await
}

/// Decodes and encodes a file anew, off the runtime's threads.
pub async fn decode(file: Vec<u8>) -> Result<Result<Kept, Refused>, Problem> {
    one_at_a_time(move || keep(&file)).await
}

async fn one_at_a_time<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    let _one = DECODING.acquire().await.map_err(|_| Problem::Busy)?;
    tokio::task::spawn_blocking(work).await.map_err(|_| Problem::Broken("a picture could not be decoded".to_owned()))
}

/// The answer with a stored picture; `caching` as in the header `Cache-Control`.
pub fn answer((mime, bytes): (String, Vec<u8>), caching: &'static str) -> Result<Response, Problem> {
    let mut response = bytes.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_str(&mime).map_err(|_| Problem::NotFound)?);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    Ok(response)
}
