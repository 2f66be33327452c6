//! A mail that is not written down first.

use super::Letter;
use super::transport::Transport;
use crate::app::App;

/// Sends a letter that nobody decided in a transaction: to whoever runs the server, when rows may no longer be written.
pub async fn send_past_the_outbox(app: &App, letter: &Letter) -> Result<(), String> {
    let config = app.config();
    let transport = Transport::new(config.smtp.as_ref(), config.data.join("mails")).map_err(|error| error.to_string())?;
    let message = letter.message(&config.mail_from).map_err(|error| error.to_string())?;
    transport.send(message).await.map_err(|error| error.reason)
}
