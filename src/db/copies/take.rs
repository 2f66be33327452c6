//! Taking a copy.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant as Tick};

use rusqlite::{Connection, OpenFlags};

use super::mark::{Mark, look, seal};
use super::{CopyError, create_private, damage, dated, folder_of, need_room, present, sync_folder};
use crate::clock::Clock;
use crate::db::sqlite::connect;

/// A copy that was taken.
#[derive(Debug, Clone)]
pub struct Taken {
    /// Where it is.
    pub path: PathBuf,
    /// Its size in bytes with the mark.
    pub bytes: u64,
    /// What it says of itself.
    pub mark: Mark,
    /// How long it took.
    pub took: Duration,
}

/// Copies the database of a data folder while a server may be writing to it: one view of the data, without the remains of
/// deleted rows. `to` is a file or a folder; `None` is `backups` in the data folder. An older copy of the same name is replaced,
/// anything else is not. `counted`: tables whose rows the mark tells.
pub fn take(folder: &Path, to: Option<&Path>, counted: &[&str], clock: &Clock) -> Result<Taken, CopyError> {
    let begun = Tick::now();
    let file = present(folder)?;
    let made = timestamp(clock);
    let target = target(folder, to, made)?;
    if target.exists() {
        look(&target).map_err(|_| CopyError::Foreign(target.clone()))?;
    }
    let connection = connect(&file)?;
    let mark = write(&connection, &target, counted, made)?;
    let bytes = fs::metadata(&target).map_err(CopyError::file(&target))?.len();
    Ok(Taken { path: target, bytes, mark, took: begun.elapsed() })
}

/// Copies through an open connection to a file, whatever is there.
pub(in crate::db) fn write(connection: &Connection, target: &Path, counted: &[&str], made: jiff::Timestamp) -> Result<Mark, CopyError> {
    let folder = folder_of(target);
    need_room(&folder, size(connection)?)?;
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let part = Part(folder.join(format!(".{name}.{}.part", std::process::id())));
    let mut file = create_private(&part.0)?;
    connection.execute("vacuum into ?1", [part.0.to_string_lossy()])?;
    let rows = examine(&part.0, counted)?;
    let bytes = file.metadata().map_err(CopyError::file(&part.0))?.len();
    let mark = Mark { program: env!("CARGO_PKG_VERSION").to_owned(), made, bytes, rows };
    seal(&mut file, &part.0, &mark)?;
    fs::rename(&part.0, target).map_err(CopyError::file(target))?;
    sync_folder(&folder)?;
    Ok(mark)
}

/// The newest copy in a folder. Files that are something else are passed over.
pub fn newest(folder: &Path) -> Option<(PathBuf, Mark)> {
    let files = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|ending| ending == "backup"));
    files.filter_map(|file| look(&file).ok().map(|mark| (file, mark))).max_by_key(|(_, mark)| mark.made)
}

/// The present instant for marks and names.
pub(in crate::db) fn timestamp(clock: &Clock) -> jiff::Timestamp {
    jiff::Timestamp::from_microsecond(clock.now().micros()).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
}

fn target(folder: &Path, to: Option<&Path>, made: jiff::Timestamp) -> Result<PathBuf, CopyError> {
    let name = format!("nabe-{}.backup", dated(made));
    match to {
        Some(to) if to.is_dir() => Ok(to.join(name)),
        Some(to) => Ok(to.to_owned()),
        None => {
            let own = folder.join("backups");
            fs::create_dir_all(&own).map_err(CopyError::file(&own))?;
            Ok(own.join(name))
        }
    }
}

/// What the copy will need: all pages but the free ones.
fn size(connection: &Connection) -> Result<u64, CopyError> {
    let bytes: i64 = connection.query_row(
        "select (p.page_count - f.freelist_count) * s.page_size from pragma_page_count p, pragma_freelist_count f, pragma_page_size s",
        [],
        |row| row.get(0),
    )?;
    Ok(u64::try_from(bytes).unwrap_or(0))
}

/// Proves a copy and counts rows.
fn examine(copy: &Path, counted: &[&str]) -> Result<std::collections::BTreeMap<String, u64>, CopyError> {
    let connection = Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    if let Some(line) = damage(&connection)?.into_iter().next() {
        return Err(CopyError::Unsound(line));
    }
    let count = |table: &&str| {
        let rows: i64 = connection.query_row(&format!("select count(*) from \"{table}\""), [], |row| row.get(0))?;
        Ok(((*table).to_owned(), u64::try_from(rows).unwrap_or(0)))
    };
    counted.iter().map(count).collect()
}

/// A file that goes away unless it got its final name.
struct Part(PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}
