//! Who may read the metrics. They name no person, but they tell how a town's server is doing.

use std::net::SocketAddr;

use axum::extract::ConnectInfo;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use sha2::{Digest, Sha256};

use crate::config::Config;
use crate::tenancy::ClientAddress;

/// What proxies write when they pass a request on.
const PASSED_ON: [&str; 6] = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "forwarded", "via"];

/// Whether the request comes from this machine or from a network that was named, or brings the token.
///
/// A proxy on this machine makes every visitor look local: what was passed on counts as local only when the proxy is trusted and
/// says for whom it asks.
pub(super) fn may_read(config: &Config, parts: &Parts) -> bool {
    if config.metrics_token.as_ref().is_some_and(|token| brings(&parts.headers, token)) {
        return true;
    }
    let Some(ClientAddress(client)) = parts.extensions.get::<ClientAddress>().copied() else { return false };
    let near = client.is_loopback() || config.metrics_from.iter().any(|net| net.contains(&client));
    near && (is_direct(&parts.headers) || is_told_by_a_trusted_proxy(config, parts))
}

fn is_direct(headers: &HeaderMap) -> bool {
    PASSED_ON.iter().all(|name| !headers.contains_key(*name))
}

fn is_told_by_a_trusted_proxy(config: &Config, parts: &Parts) -> bool {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_canonical());
    peer.is_some_and(|peer| config.trusted_proxies.iter().any(|net| net.contains(&peer))) && parts.headers.contains_key("x-forwarded-for")
}

/// Compared as hashes, so that the time it takes says nothing about how much was right.
fn brings(headers: &HeaderMap, token: &str) -> bool {
    let told = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).and_then(|value| value.strip_prefix("Bearer "));
    told.is_some_and(|told| Sha256::digest(told.trim().as_bytes()) == Sha256::digest(token.as_bytes()))
}
