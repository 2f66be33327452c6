//! Why the configuration is refused. No sentence shows a user name or password: standard error ends up in journals.

use std::path::PathBuf;

/// Why the configuration cannot be used; the text says what to do.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("cannot read the configuration file {path}: {reason}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: std::io::Error,
    },
    /// The file is not what is expected.
    #[error("the configuration file {path} is wrong in line {line}: {why}")]
    Wrong {
        /// The file.
        path: PathBuf,
        /// Which line.
        line: usize,
        /// How, without a secret.
        why: String,
    },
    /// A public address that no browser could open, or that would show a password in every link.
    #[error("--public-url must be an http or https address without user name, password and query, for example https://hub.example.org")]
    PublicUrl,
    /// No backup at all would be kept.
    #[error("--backup-keep must be at least 1; to take no backups say: --backup-at never")]
    BackupKeep,
    /// A sender that no mail server would take.
    #[error("--mail-from must be a mail address, for example hub@example.org; got {0}")]
    MailFrom(String),
    /// A time of day that is none, or backups where they are somebody else's.
    #[error("--backup-at must be a time of day such as 02:30, or never; got {0}")]
    BackupAt(String),
    /// PostgreSQL brings its own backups.
    #[error("--backup-at is for the embedded database; PostgreSQL is backed up with pg_dump, see nabe help backup")]
    BackupElsewhere,
    /// An address that is none.
    #[error("--operator-mail must be a mail address, for example it@example.org; got {0}")]
    OperatorMail(String),
    /// A mail server address that cannot be used. It may hold a password and is not shown.
    #[error(
        "--smtp must be an address such as smtp://localhost:25 or smtps://user:password@host ({0}); in user name and password every character but letters, digits and -._~ is written as %XX"
    )]
    Smtp(&'static str),
    /// A contact that nobody could use.
    #[error("--security-contact must be a mail address or begin with mailto:, https:// or tel:, for example security@example.org; got {0}")]
    SecurityContact(String),
    /// A database address of another kind.
    #[error("--database must begin with postgres:// (without it the embedded database in the data folder is used)")]
    Database,
}
