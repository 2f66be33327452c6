//! The session's cookie. With https it is bound to the host (RFC 6265bis, `__Host-`).

use axum::http::{HeaderMap, HeaderValue, header};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use booking::Span;

use crate::config::Config;
use crate::keys::{Keys, digest};

/// A session ends after this time without a request: a working day.
pub const IDLE: Span = Span::from_hours(12);
/// A session ends after this time in any case.
pub const LONGEST: Span = Span::from_days(7);

/// A fresh token: what the browser keeps, and the hash that is stored.
pub fn fresh() -> (String, [u8; 32]) {
    let token = URL_SAFE_NO_PAD.encode(Keys::random_bytes());
    let hash = hash(&token);
    (token, hash)
}

/// What is stored of a token.
pub fn hash(token: &str) -> [u8; 32] {
    digest(&[b"session", token.as_bytes()])
}

/// The token of a request.
pub fn token(config: &Config, headers: &HeaderMap) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok()).flat_map(|line| line.split(';'));
    let mut pairs = cookies.filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == cookie_name(config)).map(|(_, value)| value.to_owned())
}

/// The header that sets the cookie; with an empty token it takes the cookie away.
pub fn cookie(config: &Config, token: &str) -> Option<HeaderValue> {
    let name = cookie_name(config);
    let secure = if config.is_https() { "; Secure" } else { "" };
    let age = if token.is_empty() { 0 } else { LONGEST.micros() / 1_000_000 };
    HeaderValue::from_str(&format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}")).ok()
}

fn cookie_name(config: &Config) -> &'static str {
    if config.is_https() { "__Host-nabe" } else { "nabe" }
}
