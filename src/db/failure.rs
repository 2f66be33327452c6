//! What can go wrong: while opening, in a statement, and for a whole job.

use std::error::Error;
use std::path::PathBuf;

use rusqlite::ErrorCode;
use tokio_postgres::error::SqlState;

/// Result of a statement or of a closure.
pub type DbResult<T> = Result<T, DbError>;

/// How a read or a write ended when it did not end well.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The queue is full or the deadline passed before the work began: nothing was done.
    #[error("the database is busy; nothing was done")]
    Busy,
    /// The work failed or was refused: nothing was done.
    #[error("nothing was done: {0}")]
    Failed(#[from] DbError),
    /// COMMIT was sent and no clear answer came: done or not done.
    #[error("it is not known whether the change was saved")]
    Unknown,
}

/// The kind of a statement's failure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// A constraint or a trigger refused the change.
    Constraint,
    /// No room left on the disk.
    Full,
    /// The disk failed.
    Io,
    /// The file is damaged, or is no database.
    Damaged,
    /// The file may not be opened or written.
    Shut,
    /// A lock was not to be had in time.
    Busy,
    /// The statement ran longer than allowed.
    Interrupted,
    /// Two transactions met; a second try is worth it.
    Conflict,
    /// The connection is gone.
    Lost,
    /// The closure panicked.
    Panic,
    /// A closure called the database again instead of using its transaction.
    Nested,
    /// A value could not be bound or decoded.
    Value,
    /// Anything else.
    Other,
}

/// A statement or a closure failed; the transaction it belongs to has been or will be rolled back.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}{message}", .statement.map(|name| format!("{name}: ")).unwrap_or_default())]
pub struct DbError {
    trouble: Trouble,
    message: String,
    constraint: Option<String>,
    statement: Option<&'static str>,
}

impl DbError {
    /// An error of the caller's own, for instance a stored word that does not decode.
    pub fn app(message: impl Into<String>) -> Self {
        Self::value(message)
    }

    /// The kind of failure.
    pub const fn trouble(&self) -> Trouble {
        self.trouble
    }

    /// Name of the constraint that refused, where the engine tells: see `is_constraint`.
    pub fn constraint(&self) -> Option<&str> {
        self.constraint.as_deref()
    }

    /// Whether the constraint of this name refused. Both engines name unique indexes (`create unique index NAME`), primary keys
    /// (`TABLE_pkey`), unnamed UNIQUE (`TABLE_COLUMN_COLUMN_key`), named CHECKs, NOT NULL (`TABLE.COLUMN`) and triggers (SQLite
    /// `raise(abort, 'NAME')`, PostgreSQL `raise … using constraint = 'NAME'`). Foreign keys are named by PostgreSQL alone.
    pub fn is_constraint(&self, name: &str) -> bool {
        self.constraint() == Some(name)
    }

    pub(super) fn value(message: impl Into<String>) -> Self {
        Self::new(Trouble::Value, message)
    }

    pub(super) fn new(trouble: Trouble, message: impl Into<String>) -> Self {
        Self { trouble, message: message.into(), constraint: None, statement: None }
    }

    pub(super) fn named(mut self, constraint: impl Into<String>) -> Self {
        self.constraint = Some(constraint.into());
        self
    }

    pub(super) fn in_column(mut self, at: usize) -> Self {
        self.message = format!("column {}: {}", at + 1, self.message);
        self
    }

    pub(super) fn in_statement(mut self, name: &'static str) -> Self {
        self.statement.get_or_insert(name);
        self
    }

    /// A panic of a closure, with its words.
    pub(super) fn panicked(payload: &(dyn std::any::Any + Send)) -> Self {
        let words = payload.downcast_ref::<&str>().map(|text| (*text).to_owned()).or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default();
        Self::new(Trouble::Panic, format!("the closure panicked: {words}"))
    }

    /// The second use of the database from inside a closure.
    pub(super) fn nested() -> Self {
        Self::new(Trouble::Nested, "a closure must use its transaction, not call the database again")
    }
}

impl From<rusqlite::Error> for DbError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(code, words) = &error else {
            return Self::new(Trouble::Value, error.to_string());
        };
        let message = words.clone().unwrap_or_else(|| error.to_string());
        let trouble = match code.code {
            ErrorCode::ConstraintViolation => Trouble::Constraint,
            ErrorCode::DiskFull => Trouble::Full,
            ErrorCode::SystemIoFailure => Trouble::Io,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Trouble::Damaged,
            ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::ReadOnly => Trouble::Shut,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Trouble::Busy,
            ErrorCode::OperationInterrupted => Trouble::Interrupted,
            _ => Trouble::Other,
        };
        if trouble == Trouble::Constraint {
            // "UNIQUE constraint failed: booking.hub_id, booking.key" and its kin; a trigger's message is its own.
            let name = message.split_once(" constraint failed: ").map_or(message.as_str(), |(_, name)| name);
            let name = name.strip_prefix("index '").map_or(name, |index| index.trim_end_matches('\''));
            return Self::new(trouble, message.clone()).named(name);
        }
        Self::new(trouble, message)
    }
}

impl From<tokio_postgres::Error> for DbError {
    fn from(error: tokio_postgres::Error) -> Self {
        let Some(told) = error.as_db_error() else {
            let source = error.source();
            let lost = error.is_closed() || source.is_some_and(<dyn Error>::is::<std::io::Error>);
            let trouble = if lost { Trouble::Lost } else { Trouble::Value };
            return Self::new(trouble, source.map_or_else(|| error.to_string(), |source| format!("{error}: {source}")));
        };
        let made = Self::new(postgres_trouble(told.code(), told.message()), told.message());
        let not_null = told.table().zip(told.column()).map(|(table, column)| format!("{table}.{column}"));
        match told.constraint().map(str::to_owned).or(not_null) {
            Some(name) if made.trouble == Trouble::Constraint => made.named(name),
            _ => made,
        }
    }
}

/// The kind of failure by SQLSTATE: <https://www.postgresql.org/docs/15/errcodes-appendix.html>.
fn postgres_trouble(code: &SqlState, message: &str) -> Trouble {
    match code.code() {
        "53100" => Trouble::Full,
        "58030" => Trouble::Io,
        "55P03" => Trouble::Busy,
        "57014" => Trouble::Interrupted,
        "40001" | "40P01" => Trouble::Conflict,
        "0A000" if message.contains("cached plan") => Trouble::Conflict,
        // A server that stops, or that has become a standby: another connection may find the right one.
        "57P01" | "57P02" | "57P03" | "57P05" | "25P03" | "25006" => Trouble::Lost,
        other if other.starts_with("08") => Trouble::Lost,
        other if other.starts_with("23") => Trouble::Constraint,
        _ => Trouble::Other,
    }
}

/// What SQLite refused, and what the person who runs the server does about it.
pub(super) fn advice(error: &DbError) -> String {
    match error.trouble() {
        Trouble::Damaged => format!(
            "nabe.sqlite in the data folder is damaged or no database ({error}). Stop the server, keep the folder as it is, and put the newest sound backup in its place: nabe restore FILE; nabe rehearsal tells whether a backup is sound"
        ),
        Trouble::Shut => format!(
            "nabe.sqlite in the data folder cannot be opened ({error}). It must be a file that the user of the server may read and write, as must the folder be: look with ls -la"
        ),
        _ => format!("SQLite: {error}"),
    }
}

/// Why the database could not be opened, in words for the person who runs the server.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The data folder cannot be made or read.
    #[error("the data folder {folder} cannot be used: {why}")]
    Folder {
        /// The folder that was given.
        folder: PathBuf,
        /// The system's words.
        why: std::io::Error,
    },
    /// Another server works in the folder.
    #[error("the data folder {0} is in use by another running server; stop that one first or name another folder")]
    InUse(PathBuf),
    /// SQLite refused.
    #[error("{}", advice(.0))]
    Sqlite(DbError),
    /// A database that something else has made.
    #[error("{0} is the database of another program and stays as it is; name the data folder of Nabe, or a new one, with --data")]
    Foreign(PathBuf),
    /// PostgreSQL refused or cannot be reached.
    #[error("PostgreSQL: {0}")]
    Postgres(DbError),
    /// The URL does not parse.
    #[error("the PostgreSQL address is not valid: {0}")]
    Url(String),
    /// Certificates that cannot be used.
    #[error("TLS to PostgreSQL: {0}")]
    Certificate(String),
    /// Row-level security would not hold.
    #[error(
        "the PostgreSQL user {0} is a superuser or may bypass row-level security, so hubs would not be kept apart; connect as an ordinary user: CREATE ROLE nabe_owner LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD '…'; ALTER DATABASE … OWNER TO nabe_owner"
    )]
    Superuser(String),
    /// The role of the application is missing and cannot be made.
    #[error(
        "the role nabe_app cannot be made or taken ({0}); let an administrator run: ALTER ROLE <user of the address> CREATEROLE, or: CREATE ROLE nabe_app NOLOGIN; GRANT nabe_app TO <user of the address>"
    )]
    Role(DbError),
    /// The database is not in UTF-8.
    #[error("the PostgreSQL database uses the encoding {0}; create it anew with ENCODING 'UTF8'")]
    Encoding(String),
    /// A migration does not fit what the database has.
    #[error("{0}")]
    Migration(String),
    /// A statement is malformed.
    #[error("statement {name}: {wrong}")]
    Statement {
        /// Name of the statement.
        name: &'static str,
        /// What is wrong with it.
        wrong: String,
    },
    /// The operating system gave no thread.
    #[error("a thread could not be started: {0}")]
    Thread(std::io::Error),
}
