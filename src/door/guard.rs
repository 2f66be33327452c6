//! Who may post: only pages of our own. GET changes nothing, so it needs no guard (OWASP ASVS 5.0, 3.5.1 and 3.5.3).

use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use crate::config::Config;

/// Whether a request asks for something and changes nothing.
pub fn only_reads(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD)
}

/// Refuses another method than these (RFC 9110, 15.5.6).
pub fn only(methods: &'static str) -> Response {
    (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, methods)]).into_response()
}

/// Whether a request that may change something comes from one of our own pages: browsers say so in `Sec-Fetch-Site`, older ones in
/// `Origin`. Programs that send neither are no victims of another site; they need a form's token all the same.
pub fn post_is_ours(config: &Config, request: &Request) -> bool {
    if only_reads(request.method()) {
        return true;
    }
    let word = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = word("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = word(header::ORIGIN.as_str()) else { return true };
    let host = word(header::HOST.as_str()).unwrap_or_default();
    origin == config.origin() || origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://")) == Some(host)
}
