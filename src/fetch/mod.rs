//! Fetches a file from a server that somebody named: the only way out of the process besides mail and the database.
//! Nouns: `Fetcher` (with its limits), `Known` (what was fetched before), `Fetched`, `Trouble` (why not).
//! URLs: none of ours.
//! Invariants: only `https` on its usual port, without credentials; only public addresses, and the address that was looked at is the one
//! that is connected to, on every hop; bytes, time and hops are bounded. What the operator allows (`--allow-private-calendars`) is the one
//! exception. Must not know: any feature, nor what a file means.

mod address;
mod hop;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use axum::http::{HeaderMap, header};
use ipnet::IpNet;
use url::Url;

pub use address::is_public;

/// Hops from one address to the next.
const HOPS_AT_MOST: usize = 3;
/// What is waited for an answer with all its hops.
const PATIENCE: Duration = Duration::from_secs(30);
/// A longer address is none that people typed.
const ADDRESS_AT_MOST: usize = 1_000;

/// Fetches files.
#[derive(Clone)]
pub struct Fetcher {
    /// Networks that may be asked although they are not public; there also plain `http` and any port.
    allowed: Vec<IpNet>,
    /// A larger file is not read to its end.
    bytes_at_most: usize,
    patience: Duration,
    agent: String,
    tls: Arc<rustls::ClientConfig>,
}

/// What is known from the last time, to be told that nothing has changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// `ETag`; empty for none.
    pub etag: String,
    /// `Last-Modified`; empty for none.
    pub modified: String,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// Nothing has changed.
    Same,
    /// A file, and how to ask for it next time.
    File(Vec<u8>, Known),
}

/// Why nothing came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The address is none that is fetched: not `https`, another port, or with a password in it.
    #[error("the address is none that is fetched")]
    Address,
    /// The name is not known.
    #[error("the name is not known")]
    Name,
    /// The address leads into a network of the operator or of the machine itself.
    #[error("the address is not public")]
    Internal,
    /// Nobody answers there.
    #[error("nobody answers")]
    Connection,
    /// The certificate is not in order.
    #[error("no secured connection")]
    Tls,
    /// It takes too long.
    #[error("too slow")]
    Slow,
    /// It is too large.
    #[error("too large")]
    Large,
    /// It leads on and on.
    #[error("too many redirects")]
    Hops,
    /// The server says no.
    #[error("status {0}")]
    Status(u16),
    /// What comes is no answer.
    #[error("no answer of a web server")]
    Answer,
}

impl Fetcher {
    /// A fetcher that calls itself by the address of this installation, as is polite.
    pub fn new(public_url: &Url, allowed: Vec<IpNet>, bytes_at_most: usize) -> Result<Self, rustls::Error> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let config = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
        let tls = Arc::new(config.with_root_certificates(roots).with_no_client_auth());
        Ok(Self { allowed, bytes_at_most, patience: PATIENCE, agent: format!("Nabe (+{public_url})"), tls })
    }

    /// The same with another patience.
    #[must_use]
    pub fn patient(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Whether an address is one that can be fetched at all, before anybody is asked for its name.
    pub fn may(&self, url: &Url) -> Result<(), Trouble> {
        let plain = url.username().is_empty() && url.password().is_none() && url.as_str().len() <= ADDRESS_AT_MOST;
        let usual = url.scheme() == "https" && url.port().is_none();
        // Where the operator has allowed a network, the address decides later.
        let other = matches!(url.scheme(), "http" | "https") && !self.allowed.is_empty();
        if plain && url.has_host() && (usual || other) { Ok(()) } else { Err(Trouble::Address) }
    }

    /// Fetches a file, unless it is the one that is known.
    pub async fn fetch(&self, url: &Url, known: &Known) -> Result<Fetched, Trouble> {
        tokio::time::timeout(self.patience, self.follow(url.clone(), known)).await.unwrap_or(Err(Trouble::Slow))
    }

    async fn follow(&self, mut url: Url, known: &Known) -> Result<Fetched, Trouble> {
        for _ in 0..=HOPS_AT_MOST {
            let answer = self.ask(&url, known).await?;
            match answer.status {
                200 => return Ok(Fetched::File(answer.body, known_of(&answer.headers))),
                304 => return Ok(Fetched::Same),
                301 | 302 | 303 | 307 | 308 => {
                    let to = answer.headers.get(header::LOCATION).and_then(|to| to.to_str().ok()).ok_or(Trouble::Answer)?;
                    url = url.join(to).map_err(|_| Trouble::Address)?;
                }
                status => return Err(Trouble::Status(status)),
            }
        }
        Err(Trouble::Hops)
    }
}

fn known_of(headers: &HeaderMap) -> Known {
    let word = |name| headers.get(name).and_then(|value| value.to_str().ok()).filter(|value| value.len() <= 200).unwrap_or_default().to_owned();
    Known { etag: word(header::ETAG), modified: word(header::LAST_MODIFIED) }
}
