//! Copies of the embedded database: taken beside a running server, proved, and put back.
//! Nouns: copy (one file: the database, then the mark), `Mark` (what it is, with the SHA-256 of all of it), `Restoring`, proof.
//! URLs: none.
//! Invariants: a copy gets its name only when it is whole and on the disk; nothing damaged is put back; what was there is kept beside.
//! Must not know: what the tables mean; PostgreSQL, which brings `pg_dump`.

mod mark;
mod scheduled;
mod swap;
mod take;

use std::fs::{File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

pub use mark::Mark;
pub use scheduled::{scheduled, take_scheduled};
pub use swap::Restoring;
pub use take::{Taken, newest, take};
pub(super) use take::{timestamp, write};

use super::failure::{DbError, DbResult, OpenError, advice};
use super::sqlite::{connect, file_in};

/// Why a copy could not be taken or put back, in words for the person at the command line.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// Nothing to copy.
    #[error("there is no database in {0}; name the data folder with --data")]
    NoDatabase(PathBuf),
    /// Too little room on the disk.
    #[error("{folder} has room for {free} more bytes, but {needed} are needed; make room or name another place")]
    NoRoom {
        /// Where.
        folder: PathBuf,
        /// Bytes to be written, with a margin.
        needed: u64,
        /// Bytes that are free.
        free: u64,
    },
    /// What stands there is something else.
    #[error("{0} is there already and is no backup of Nabe; it is not overwritten. Name another file")]
    Foreign(PathBuf),
    /// The system refused.
    #[error("{path}: {why}")]
    File {
        /// The file or folder.
        path: PathBuf,
        /// The system's words.
        why: std::io::Error,
    },
    /// SQLite refused.
    #[error("{}", advice(.0))]
    Sqlite(#[from] DbError),
    /// The copy of a damaged database is damaged.
    #[error("the copy is not sound ({0}), so the database itself may be damaged: keep your older backups, and run: nabe check")]
    Unsound(String),
    /// No file of this kind.
    #[error("{0} is no backup of Nabe; nothing was changed")]
    NotOurs(PathBuf),
    /// The end is missing.
    #[error("{0} ends without the mark of a whole backup: it was cut off or changed. Nothing was changed; take another backup")]
    CutOff(PathBuf),
    /// Made by a program with another form of backups.
    #[error("{path} is a backup of form {form}, and this version of Nabe reads form {}; use the version that made it. Nothing was changed", mark::FORM)]
    OtherForm {
        /// The file.
        path: PathBuf,
        /// Its form.
        form: String,
    },
    /// The bytes are not those that were written.
    #[error("{path} is damaged: {why}. Nothing was changed; take another backup")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// How it shows.
        why: String,
    },
    /// The folder is in use or cannot be used.
    #[error("{0}")]
    Open(#[from] OpenError),
    /// A command works with the database at this moment.
    #[error("a command is working in {0}; wait until it has ended")]
    Busy(PathBuf),
}

impl CopyError {
    fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |why| Self::File { path, why }
    }
}

impl From<rusqlite::Error> for CopyError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error.into())
    }
}

/// What SQLite itself finds wrong with the database of a data folder: damaged pages and indexes, rows that point to nothing.
/// Reads all of it, beside a running server; empty when it is sound.
pub fn proof(folder: &Path) -> Result<Vec<String>, CopyError> {
    let connection = connect(&present(folder)?)?;
    let mut found = damage(&connection)?;
    let mut statement = connection.prepare("select \"table\", rowid, parent from pragma_foreign_key_check limit 100")?;
    let rows = statement.query_map([], |row| {
        let (table, row_id, parent): (String, Option<i64>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let row_id = row_id.map_or_else(String::new, |row_id| format!(" {row_id}"));
        Ok(format!("row{row_id} of {table} points to a row of {parent} that does not exist"))
    })?;
    found.extend(rows.collect::<Result<Vec<_>, _>>()?);
    Ok(found)
}

/// The database of a data folder, if there is one: opening it would make an empty one.
fn present(folder: &Path) -> Result<PathBuf, CopyError> {
    let file = file_in(folder);
    if file.is_file() { Ok(file) } else { Err(CopyError::NoDatabase(folder.to_owned())) }
}

/// Lines of `integrity_check`; none when all is well.
fn damage(connection: &Connection) -> DbResult<Vec<String>> {
    let mut statement = connection.prepare("pragma integrity_check(20)")?;
    let lines: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(if lines == ["ok"] { Vec::new() } else { lines })
}

/// A new file that only its owner may read.
fn create_private(path: &Path) -> Result<File, CopyError> {
    OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(path).map_err(CopyError::file(path))
}

/// Makes names in a folder last.
fn sync_folder(folder: &Path) -> Result<(), CopyError> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(CopyError::file(folder))
}

/// The folder a file is or will be in.
fn folder_of(file: &Path) -> PathBuf {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// Refuses when a folder has no room for so many bytes and a margin, for what a running server writes meanwhile.
fn need_room(folder: &Path, bytes: u64) -> Result<(), CopyError> {
    const MARGIN: u64 = 16 * 1024 * 1024;
    let disk = rustix::fs::statvfs(folder).map_err(|why| CopyError::File { path: folder.to_owned(), why: why.into() })?;
    let (needed, free) = (bytes.saturating_add(bytes / 20).saturating_add(MARGIN), room(&disk));
    if needed <= free { Ok(()) } else { Err(CopyError::NoRoom { folder: folder.to_owned(), needed, free }) }
}

/// Bytes that this program may still write to the disk of a folder, if the system says.
pub fn free_bytes(folder: &Path) -> Option<u64> {
    rustix::fs::statvfs(folder).ok().as_ref().map(room)
}

fn room(disk: &rustix::fs::StatVfs) -> u64 {
    disk.f_bavail.saturating_mul(disk.f_frsize)
}

/// An instant as it stands in names of files: `20261123-141500`, in UTC.
fn dated(at: jiff::Timestamp) -> String {
    at.strftime("%Y%m%d-%H%M%S").to_string()
}
