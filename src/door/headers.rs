//! Headers of every answer, errors included (OWASP ASVS 5.0, 3.4).

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::config::Config;
use crate::ui::Framing;

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; \
    object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/// Adds what every answer carries; `framing` is what this page may with frames, and most may nothing. Strict transport only where people come by https: a demo on http must not lock itself out; for
/// names below it only on our own host, because below a hub's own domain there may be what is not ours.
pub fn secure(config: &Config, own_host: bool, framing: Option<&Framing>, headers: &mut HeaderMap) {
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()"),
    ];
    headers.reserve(fixed.len() + 2);
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Some(policy) = framing.and_then(policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if config.is_https() {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static(if own_host { "max-age=31536000; includeSubDomains" } else { "max-age=31536000" }),
        );
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}

/// The policy of a page that is shown in frames, or shows some.
fn policy(framing: &Framing) -> Option<HeaderValue> {
    let text = match framing {
        Framing::By(origins) => POLICY.replace("frame-ancestors 'none'", &format!("frame-ancestors 'self' {origins}")),
        Framing::Own => format!("{POLICY}; frame-src 'self'"),
    };
    HeaderValue::from_str(text.replace(" ;", ";").as_str()).ok()
}
