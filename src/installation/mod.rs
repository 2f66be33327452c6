//! What belongs to the installation rather than to a hub and is set in the browser: its public address and its mail server.
//! Nouns: `Settings` (what was saved), `MailServer`, first run (nobody has an account yet) with its code.
//! URLs: none of its own.
//! Invariants: flags, environment and file win over what was saved; the password of the mail server is a file of the data folder,
//! never a row: no backup and no log has it.
//! Must not know: any feature.

mod first_run;
mod mail_server;
pub mod store;

pub use first_run::FirstRun;
pub use mail_server::{MailServer, Security};

use std::path::Path;

use url::Url;

use crate::config::Config;
use crate::db::{DbResult, Tx};

/// What was saved in the browser or by `nabe setup`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Address under which people reach the installation.
    pub public_url: Option<Url>,
    /// The way out for mails.
    pub mail: Option<MailServer>,
}

impl Settings {
    /// Reads what was saved. What can no longer be read counts as not saved.
    pub fn load(tx: &Tx<'_>) -> DbResult<Self> {
        let public_url = store::setting(tx, store::PUBLIC_URL)?.and_then(|text| text.parse().ok());
        let mail = store::setting(tx, store::MAIL)?.and_then(|text| serde_json::from_str(&text).ok());
        Ok(Self { public_url, mail })
    }

    /// The configuration in force: what was given at the start, then what was saved.
    pub fn over(&self, start: &Config) -> Config {
        let mut config = start.clone();
        if let Some(url) = self.public_url.as_ref().filter(|_| !start.fixed.public_url) {
            config.public_url = url.clone();
            if !start.fixed.mail_from {
                config.mail_from = format!("hub@{}", url.host_str().unwrap_or("localhost"));
            }
        }
        if let Some(mail) = self.mail.as_ref().filter(|_| !start.fixed.smtp) {
            config.smtp = mail.url(&password(&start.data));
            if !start.fixed.mail_from && !mail.from.is_empty() {
                config.mail_from.clone_from(&mail.from);
            }
        }
        config
    }
}

/// The file beside the database that holds the password of the mail server.
const PASSWORD_FILE: &str = "mail-password";

/// The password of the mail server; empty when there is none.
pub fn password(data: &Path) -> String {
    std::fs::read_to_string(data.join(PASSWORD_FILE)).map(|text| text.trim_end_matches(['\r', '\n']).to_owned()).unwrap_or_default()
}

/// Keeps the password of the mail server, readable for the program's user alone. An empty one takes the file away.
pub fn keep_password(data: &Path, password: &str) -> std::io::Result<()> {
    let (file, fresh) = (data.join(PASSWORD_FILE), data.join(format!("{PASSWORD_FILE}.new")));
    std::fs::create_dir_all(data)?;
    if password.is_empty() {
        return match std::fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
    }
    let _ = std::fs::remove_file(&fresh);
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut written = options.open(&fresh)?;
    std::io::Write::write_all(&mut written, password.as_bytes())?;
    written.sync_all()?;
    std::fs::rename(fresh, file)
}

#[cfg(test)]
mod tests;
