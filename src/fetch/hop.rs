//! One question and its answer. The name is looked up here, so that the address which is judged is the one that is connected to: a name
//! that means something else a moment later gains nothing.

use std::net::SocketAddr;

use axum::http::{HeaderMap, HeaderValue, Request, header};
use http_body_util::{BodyExt as _, Empty, LengthLimitError, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use url::{Host, Url};

use super::{Fetcher, Known, Trouble, is_public};

/// An answer, read to its end.
pub(super) struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Fetcher {
    pub(super) async fn ask(&self, url: &Url, known: &Known) -> Result<Answer, Trouble> {
        self.may(url)?;
        let stream = self.connect(url).await?;
        if url.scheme() != "https" {
            return self.exchange(stream, url, known).await;
        }
        let name = match url.host().ok_or(Trouble::Address)? {
            Host::Domain(name) => ServerName::try_from(name.to_owned()).map_err(|_| Trouble::Address)?,
            Host::Ipv4(address) => ServerName::IpAddress(address.into()),
            Host::Ipv6(address) => ServerName::IpAddress(address.into()),
        };
        let secured = TlsConnector::from(self.tls.clone()).connect(name, stream).await.map_err(|_| Trouble::Tls)?;
        self.exchange(secured, url, known).await
    }

    /// The first address that may be asked and answers.
    async fn connect(&self, url: &Url) -> Result<TcpStream, Trouble> {
        let usual = url.scheme() == "https" && url.port().is_none();
        let is_allowed = |address: &SocketAddr| self.allowed.iter().any(|net| net.contains(&address.ip().to_canonical()));
        let found = lookup(url).await?;
        let may: Vec<SocketAddr> = found.into_iter().filter(|address| is_allowed(address) || (usual && is_public(address.ip()))).collect();
        if may.is_empty() {
            return Err(Trouble::Internal);
        }
        for address in may {
            if let Ok(stream) = TcpStream::connect(address).await {
                return Ok(stream);
            }
        }
        Err(Trouble::Connection)
    }

    async fn exchange(&self, stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static, url: &Url, known: &Known) -> Result<Answer, Trouble> {
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(|_| Trouble::Answer)?;
        // Ends with the sender, or with the time that is left for the whole.
        let driving = tokio::spawn(connection);
        let answer = async {
            let response = sender.send_request(self.request(url, known)?).await.map_err(|_| Trouble::Answer)?;
            let (parts, body) = response.into_parts();
            let limited = Limited::new(body, self.bytes_at_most).collect().await;
            let body = limited.map_err(|error| if error.is::<LengthLimitError>() { Trouble::Large } else { Trouble::Answer })?;
            Ok(Answer { status: parts.status.as_u16(), headers: parts.headers, body: body.to_bytes().into() })
        };
        let answer = answer.await;
        driving.abort();
        answer
    }

    fn request(&self, url: &Url, known: &Known) -> Result<Request<Empty<Bytes>>, Trouble> {
        let host = url.host_str().ok_or(Trouble::Address)?;
        let host = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        let path = url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
        let mut request = Request::get(path).body(Empty::new()).map_err(|_| Trouble::Address)?;
        let said = [
            (header::HOST, host.as_str()),
            (header::USER_AGENT, &self.agent),
            (header::ACCEPT, "text/calendar, */*;q=0.5"),
            (header::ACCEPT_ENCODING, "identity"),
            (header::IF_NONE_MATCH, &known.etag),
            (header::IF_MODIFIED_SINCE, &known.modified),
        ];
        for (name, value) in said.into_iter().filter(|(_, value)| !value.is_empty()) {
            request.headers_mut().insert(name, HeaderValue::from_str(value).map_err(|_| Trouble::Address)?);
        }
        Ok(request)
    }
}

async fn lookup(url: &Url) -> Result<Vec<SocketAddr>, Trouble> {
    let port = url.port_or_known_default().ok_or(Trouble::Address)?;
    match url.host().ok_or(Trouble::Address)? {
        Host::Ipv4(address) => Ok(vec![(address, port).into()]),
        Host::Ipv6(address) => Ok(vec![(address, port).into()]),
        Host::Domain(name) => {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name, port)).await.map_err(|_| Trouble::Name)?.collect();
            if found.is_empty() { Err(Trouble::Name) } else { Ok(found) }
        }
    }
}
