//! One connection to PostgreSQL, on which requests may be sent before the answers to earlier ones were read.

use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::error::DbError as Notice;
use tokio_postgres::{AsyncMessage, Client, Connection, Error, NoTls, Row, Statement};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::value::Value;

/// A request that was sent, and what comes back: how many rows it changed.
type Sent = Pin<Box<dyn Future<Output = Result<u64, Error>> + Send>>;
/// Moves bytes both ways as far as that goes without waiting, and yields what the server says unasked.
type Line = Box<dyn FnMut(&mut Context<'_>) -> Poll<Option<Result<AsyncMessage, Error>>> + Send>;

/// The connection. The thread that asks moves the bytes itself while it waits: another one in between would cost two changes of
/// thread for every statement.
pub(super) struct Wire {
    runtime: Runtime,
    client: Arc<Client>,
    line: Line,
    sent: VecDeque<Sent>,
    hear: Box<dyn Fn(&Notice) + Send>,
}

impl Wire {
    /// Connects; `hear` gets the notices of the server.
    pub(super) fn connect(config: &tokio_postgres::Config, tls: Option<MakeRustlsConnect>, hear: Box<dyn Fn(&Notice) + Send>) -> Result<Self, NoWire> {
        let runtime = Builder::new_current_thread().enable_all().build().map_err(NoWire::Runtime)?;
        let connected = runtime.block_on(async {
            Ok(match tls {
                Some(tls) => config.connect(tls).await.map(|(client, connection)| (client, line(connection)))?,
                None => config.connect(NoTls).await.map(|(client, connection)| (client, line(connection)))?,
            })
        });
        let (client, line) = connected.map_err(NoWire::Server)?;
        Ok(Self { runtime, client: Arc::new(client), line, sent: VecDeque::new(), hear })
    }

    /// Whether the connection is of no more use.
    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// Runs words that return nothing of interest.
    pub(super) fn run(&mut self, text: &str) -> Result<(), Error> {
        let client = Arc::clone(&self.client);
        self.wait(async { client.batch_execute(text).await })
    }

    /// Makes a statement ready.
    pub(super) fn prepare(&mut self, text: &str) -> Result<Statement, Error> {
        let client = Arc::clone(&self.client);
        self.wait(async { client.prepare(text).await })
    }

    /// All rows that a question without arguments returns.
    pub(super) fn ask(&mut self, text: &str) -> Result<Vec<Row>, Error> {
        let client = Arc::clone(&self.client);
        self.wait(async { client.query(text, &[]).await })
    }

    /// All rows that a statement returns.
    pub(super) fn query(&mut self, statement: &Statement, args: &[Value<'_>]) -> Result<Vec<Row>, Error> {
        let client = Arc::clone(&self.client);
        let args: Vec<_> = args.iter().map(|value| -> &(dyn tokio_postgres::types::ToSql + Sync) { value }).collect();
        self.wait(async { client.query(statement, &args).await })
    }

    /// How many rows a statement changed.
    pub(super) fn execute(&mut self, statement: &Statement, args: &[Value<'_>]) -> Result<u64, Error> {
        let client = Arc::clone(&self.client);
        self.wait(async { client.execute_raw(statement, args.iter()).await })
    }

    /// Sends a statement without waiting for what it does; [`Wire::settle`] tells whether it went well.
    pub(super) fn send(&mut self, statement: Statement, args: &[Value<'_>]) {
        let (client, args) = (Arc::clone(&self.client), args.iter().map(Value::owned).collect::<Vec<_>>());
        let mut request: Sent = Box::pin(async move { client.execute_raw(&statement, args).await });
        // The first look at it puts it in line, before all that is asked later.
        let early = request.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        self.sent.push_back(match early {
            Poll::Pending => request,
            Poll::Ready(done) => Box::pin(std::future::ready(done)),
        });
    }

    /// Waits for all that was sent. The error is that of the first that failed.
    pub(super) fn settle(&mut self) -> Result<(), Error> {
        let mut outcome = Ok(());
        for request in std::mem::take(&mut self.sent) {
            let done = self.wait(request).map(drop);
            outcome = outcome.and(done);
        }
        outcome
    }

    /// Forgets what was sent: the transaction is being rolled back.
    pub(super) fn forget(&mut self) {
        self.sent.clear();
    }

    fn wait<T>(&mut self, request: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        let Self { runtime, line, hear, .. } = self;
        let mut request = pin!(request);
        runtime.block_on(poll_fn(|context| {
            loop {
                match line(context) {
                    Poll::Ready(Some(Ok(AsyncMessage::Notice(notice)))) => hear(&notice),
                    Poll::Ready(Some(Ok(_))) => {}
                    Poll::Ready(Some(Err(error))) => return Poll::Ready(Err(error)),
                    // Its end closes the client, whose requests then say so.
                    Poll::Ready(None) | Poll::Pending => break,
                }
            }
            request.as_mut().poll(context)
        }))
    }
}

/// Why there is no connection.
pub(super) enum NoWire {
    Runtime(std::io::Error),
    Server(Error),
}

fn line<S, T>(mut connection: Connection<S, T>) -> Line
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    T: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    Box::new(move |context| connection.poll_message(context))
}
