//! The way out: a mail server, or files in the data folder while none is configured.

use std::path::PathBuf;
use std::time::Duration;

use lettre::transport::smtp::PoolConfig;
use lettre::{AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use url::Url;

use super::postman::AT_ONCE;

/// How long a mail server may take for one mail.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where mails go.
pub(super) enum Transport {
    Server(AsyncSmtpTransport<Tokio1Executor>),
    Folder(AsyncFileTransport<Tokio1Executor>),
}

/// Why a mail did not leave, without anything about the person.
pub(super) struct NotSent {
    /// Trying again will not help.
    pub(super) for_good: bool,
    /// For staff: what the server said, as a code or a kind.
    pub(super) reason: String,
}

impl Transport {
    /// The configured server, or the folder.
    pub(super) fn new(smtp: Option<&Url>, folder: PathBuf) -> std::io::Result<Self> {
        let Some(url) = smtp else {
            std::fs::create_dir_all(&folder)?;
            return Ok(Self::Folder(AsyncFileTransport::new(folder)));
        };
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.as_str()).map_err(std::io::Error::other)?;
        let pool = PoolConfig::new().max_size(u32::try_from(AT_ONCE).unwrap_or(1)).idle_timeout(Duration::from_secs(20));
        Ok(Self::Server(builder.timeout(Some(PATIENCE)).pool_config(pool).build()))
    }

    /// Sends one message.
    pub(super) async fn send(&self, message: Message) -> Result<(), NotSent> {
        match self {
            Self::Folder(folder) => folder.send(message).await.map(drop).map_err(|_| NotSent { for_good: false, reason: "mails cannot be written".to_owned() }),
            Self::Server(server) => match tokio::time::timeout(PATIENCE, server.send(message)).await {
                Ok(Ok(_)) => Ok(()),
                Ok(Err(error)) => Err(NotSent { for_good: error.is_permanent(), reason: reason(&error) }),
                Err(_) => Err(NotSent { for_good: false, reason: "no answer in time".to_owned() }),
            },
        }
    }
}

/// Whether the postman can use an address of a mail server.
pub fn is_server(url: &Url) -> bool {
    AsyncSmtpTransport::<Tokio1Executor>::from_url(url.as_str()).is_ok()
}

/// The server's code; its text may repeat the address and is left out.
fn reason(error: &lettre::transport::smtp::Error) -> String {
    match error.status() {
        Some(code) => format!("refused with code {code}"),
        None if error.is_timeout() => "no answer in time".to_owned(),
        None if error.is_tls() => "no secure connection".to_owned(),
        None => "no connection".to_owned(),
    }
}
