//! Connections: taken one by one, each with limits to how long a request may take to arrive. Who sends half a request and stays silent,
//! or sends a byte now and then, must not keep anything busy.

use std::convert::Infallible;
use std::io::{Error, ErrorKind};
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::ConnectInfo;
use hyper::Request;
use hyper::body::{Frame, Incoming, SizeHint};
use hyper::server::conn::http1;
use hyper::service::{HttpService, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Instant, Sleep, sleep, sleep_until};
use tower::ServiceExt;

use crate::limits::TooSlow;

/// How long the server waits for what a client has to send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// For the head of a request, from the first byte of the connection or the end of the answer before. Also how long a connection may
    /// rest between two requests, so it is longer than proxies keep theirs (nginx: 60 s).
    pub head: Duration,
    /// For the body of a request, whatever its size.
    pub body: Duration,
    /// How many bytes of a body earn another second.
    pub bytes_a_second: u32,
}

impl Default for Patience {
    fn default() -> Self {
        Self { head: Duration::from_secs(75), body: Duration::from_secs(20), bytes_a_second: 2048 }
    }
}

/// Takes connections until `stopped`, then lets those end that are at work.
pub async fn serve(listener: TcpListener, service: Router, patience: Patience, stopped: impl Future<Output = ()>) {
    let mut stopped = pin!(stopped);
    let open = GracefulShutdown::new();
    loop {
        let (stream, peer) = tokio::select! {
            taken = listener.accept() => match taken {
                Ok(taken) => taken,
                Err(error) => {
                    rest(&error).await;
                    continue;
                }
            },
            () = &mut stopped => break,
        };
        let connection = connection(stream, peer, service.clone(), patience);
        let connection = open.watch(connection);
        tokio::spawn(async move {
            // Clients that hang up, send no HTTP or too slowly: their own connection ends, nobody needs to know.
            let _ = connection.await;
        });
    }
    drop(listener);
    open.shutdown().await;
}

/// A connection that failed before it was taken is the client's matter; without free file handles the server waits for some.
async fn rest(error: &Error) {
    if !matches!(error.kind(), ErrorKind::ConnectionRefused | ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset) {
        tracing::error!(%error, "no connection can be taken");
        sleep(Duration::from_secs(1)).await;
    }
}

fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    service: Router,
    patience: Patience,
) -> http1::Connection<TokioIo<TcpStream>, impl HttpService<Incoming, ResBody = Body, Error = Infallible, Future: Send>> {
    let answer = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(|body| Body::new(Paced::new(body, patience)));
        request.extensions_mut().insert(ConnectInfo(peer));
        service.clone().oneshot(request)
    });
    http1::Builder::new().timer(TokioTimer::new()).header_read_timeout(patience.head).serve_connection(TokioIo::new(stream), answer)
}

/// A body that has to keep a pace.
struct Paced {
    body: Incoming,
    began: Instant,
    patience: Patience,
    received: u32,
    /// Made with the first wait: most bodies are there at once.
    end: Option<Pin<Box<Sleep>>>,
}

impl Paced {
    fn new(body: Incoming, patience: Patience) -> Self {
        Self { body, began: Instant::now(), patience, received: 0, end: None }
    }

    fn deadline(&self) -> Instant {
        let earned = Duration::from_secs(u64::from(self.received / self.patience.bytes_a_second.max(1)));
        self.began + self.patience.body + earned
    }
}

impl hyper::body::Body for Paced {
    type Data = Bytes;
    type Error = axum::BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(context) {
            if let Some(Ok(frame)) = &frame {
                let bytes = frame.data_ref().map_or(0, Bytes::len);
                self.received = self.received.saturating_add(u32::try_from(bytes).unwrap_or(u32::MAX));
            }
            return Poll::Ready(frame.map(|frame| frame.map_err(Into::into)));
        }
        let deadline = self.deadline();
        let end = self.end.get_or_insert_with(|| Box::pin(sleep_until(deadline)));
        if end.deadline() < deadline {
            end.as_mut().reset(deadline);
        }
        ready!(end.as_mut().poll(context));
        Poll::Ready(Some(Err(TooSlow.into())))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
