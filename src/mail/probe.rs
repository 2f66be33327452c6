//! A test mail, step by step, so that whoever set the mail server up learns in plain words at which step it failed.

use std::net::SocketAddr;
use std::time::Duration;

use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::{Letter, on_the_wire};
use crate::installation::{MailServer, Security};

/// How long each step may take.
pub const PATIENCE: Duration = Duration::from_secs(8);

/// At which step a test mail failed; codes are those of the mail server.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProbeError {
    /// No address belongs to the name.
    #[error("the name of the server was not found")]
    NameNotFound,
    /// Nothing listens there.
    #[error("the port is closed")]
    PortClosed,
    /// Somebody may be there but does not answer.
    #[error("no answer in time")]
    NoAnswer,
    /// Something answers that is no mail server, or in another way than was set.
    #[error("no mail server answers")]
    NotAMailServer,
    /// The server does not offer a secure line.
    #[error("the server offers no STARTTLS")]
    NoStarttls,
    /// The line could not be made secure: mostly the certificate.
    #[error("no secure line")]
    TlsRefused,
    /// Name or password is wrong, or the server takes none this way.
    #[error("sign-in refused with code {0}")]
    SignInRefused(String),
    /// The sender may not send here.
    #[error("sender refused with code {0}")]
    SenderRefused(String),
    /// The recipient is not taken.
    #[error("recipient refused with code {0}")]
    RecipientRefused(String),
    /// The mail itself is not taken.
    #[error("mail refused with code {0}")]
    MailRefused(String),
    /// An address is none.
    #[error("an address cannot be used")]
    Address,
}

/// Sends a letter by a mail server, one step after the other.
pub async fn probe(server: &MailServer, password: &str, sender: &str, letter: &Letter) -> Result<(), ProbeError> {
    let message = letter.message(sender).map_err(|_| ProbeError::Address)?.formatted();
    let from: Address = on_the_wire(sender).parse().map_err(|_| ProbeError::Address)?;
    let to: Address = on_the_wire(&letter.to.1).parse().map_err(|_| ProbeError::Address)?;
    let address = reach(server).await?;
    let mut line = greet(server, address).await?;
    if !server.user.is_empty() {
        let credentials = Credentials::new(server.user.clone(), password.to_owned());
        step(line.auth(DEFAULT_MECHANISMS, &credentials), ProbeError::SignInRefused).await?;
    }
    step(line.command(Mail::new(Some(from), Vec::new())), ProbeError::SenderRefused).await?;
    step(line.command(Rcpt::new(to, Vec::new())), ProbeError::RecipientRefused).await?;
    step(line.command(Data), ProbeError::MailRefused).await?;
    step(line.message(&message), ProbeError::MailRefused).await?;
    // The mail has been taken; how the server says goodbye changes nothing.
    let _ = timeout(PATIENCE, line.quit()).await;
    Ok(())
}

/// Finds the server and looks whether somebody listens.
async fn reach(server: &MailServer) -> Result<SocketAddr, ProbeError> {
    let host = server.host.trim_start_matches('[').trim_end_matches(']').to_owned();
    let found = timeout(PATIENCE, tokio::net::lookup_host((host, server.port))).await.map_err(|_| ProbeError::NoAnswer)?;
    let addresses: Vec<SocketAddr> = found.map_err(|_| ProbeError::NameNotFound)?.collect();
    let mut last = ProbeError::NameNotFound;
    for address in addresses {
        match timeout(PATIENCE, TcpStream::connect(address)).await {
            Ok(Ok(_)) => return Ok(address),
            Ok(Err(error)) if error.kind() == std::io::ErrorKind::ConnectionRefused => last = ProbeError::PortClosed,
            _ => last = ProbeError::NoAnswer,
        }
    }
    Err(last)
}

/// Connects as was set, up to a line on which signing in makes sense.
async fn greet(server: &MailServer, address: SocketAddr) -> Result<AsyncSmtpConnection, ProbeError> {
    let hello = ClientId::default();
    let tls = || TlsParameters::new(server.host.clone()).map_err(|_| ProbeError::TlsRefused);
    let wrapped = if server.security == Security::Tls { Some(tls()?) } else { None };
    let connecting = AsyncSmtpConnection::connect_tokio1(address, Some(PATIENCE), &hello, wrapped, None);
    let mut line = match timeout(PATIENCE, connecting).await {
        Err(_) => return Err(ProbeError::NoAnswer),
        Ok(Err(error)) if error.is_timeout() => return Err(ProbeError::NoAnswer),
        Ok(Err(error)) if error.is_tls() || server.security == Security::Tls => return Err(ProbeError::TlsRefused),
        Ok(Err(_)) => return Err(ProbeError::NotAMailServer),
        Ok(Ok(line)) => line,
    };
    if server.security == Security::Starttls {
        if !line.can_starttls() {
            return Err(ProbeError::NoStarttls);
        }
        match timeout(PATIENCE, line.starttls(tls()?, &hello)).await {
            Err(_) => return Err(ProbeError::NoAnswer),
            Ok(Err(_)) => return Err(ProbeError::TlsRefused),
            Ok(Ok(())) => {}
        }
    }
    Ok(line)
}

/// One step; the server's code says why it was refused, its text may repeat addresses and is left out.
async fn step<T>(doing: impl Future<Output = Result<T, Error>>, refused: fn(String) -> ProbeError) -> Result<T, ProbeError> {
    match timeout(PATIENCE, doing).await {
        Err(_) => Err(ProbeError::NoAnswer),
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(error)) if error.is_timeout() => Err(ProbeError::NoAnswer),
        Ok(Err(error)) => Err(refused(error.status().map_or_else(|| "–".to_owned(), |code| code.to_string()))),
    }
}
