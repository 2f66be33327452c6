//! SQLite: connections, the data folder, statements.

use std::collections::HashMap;
use std::fs::{File, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{CachedStatement, Connection, OpenFlags, OptionalExtension as _};

use super::DbResult;
use super::core::Core;
use super::failure::{DbError, OpenError, Trouble};
use super::row::Row;
use super::statement::Statement;
use super::value::Value;

/// How long a write waits for another process (the command line) to finish its transaction.
const BUSY: Duration = Duration::from_secs(5);
/// A write connection keeps more pages in memory, and writes the log back into the file four times less often than SQLite proposes: a
/// page that many bookings touch is then written back once for all of them. The log stays at 16 MB, read in milliseconds at a start.
const WRITING: &str = "pragma cache_size = -16000; pragma wal_autocheckpoint = 4000";
/// Steps of SQLite's machine between two looks at the deadline: some tens of microseconds.
const STEPS: i32 = 5_000;

/// File of the database in the data folder.
pub(super) fn file_in(folder: &Path) -> PathBuf {
    folder.join("nabe.sqlite")
}

/// The hold of this process on a data folder, for as long as it lives.
pub(super) struct Hold(File);

impl Drop for Hold {
    fn drop(&mut self) {
        // Closing the file would do too, but for a child process that is just being started and still shares it.
        let _ = self.0.unlock();
    }
}

/// Takes the data folder for this process.
pub(super) fn lock_folder(folder: &Path) -> Result<Hold, OpenError> {
    let unusable = |why| OpenError::Folder { folder: folder.to_owned(), why };
    let file = File::options().create(true).truncate(false).write(true).open(folder.join("nabe.lock")).map_err(unusable)?;
    match file.try_lock() {
        Ok(()) => Ok(Hold(file)),
        Err(std::fs::TryLockError::WouldBlock) => Err(OpenError::InUse(folder.to_owned())),
        Err(std::fs::TryLockError::Error(why)) => Err(unusable(why)),
    }
}

/// Takes the database away from everybody but its owner. Whoever is not its owner may use it as far as the system lets them.
pub(super) fn keep_private(folder: &Path) {
    for name in ["nabe.sqlite", "nabe.sqlite-wal", "nabe.sqlite-shm"] {
        let file = folder.join(name);
        let open_to_others = std::fs::metadata(&file).is_ok_and(|meta| meta.permissions().mode() & 0o077 != 0);
        if open_to_others && let Err(error) = std::fs::set_permissions(&file, Permissions::from_mode(0o600)) {
            tracing::warn!(%error, file = %file.display(), "others may read this file");
        }
    }
}

/// A plain connection with the settings all connections share.
pub(super) fn connect(file: &Path) -> DbResult<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.busy_timeout(BUSY)?;
    // Without it SQLite plans a statement with LIKE anew for every pattern that is bound: ten times the cost of running it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // What is erased is overwritten in the file, not only left out of it.
    connection.execute_batch(
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on;
         pragma temp_store = memory; pragma journal_size_limit = 67108864;",
    )?;
    Ok(connection)
}

/// A connection with a statement cache and a deadline.
pub(super) struct Handle {
    connection: Connection,
    /// Microseconds of `Core::elapsed` at which a running statement is ended.
    limit: Arc<AtomicI64>,
}

/// How a COMMIT ended.
pub(super) enum Committed {
    Done,
    /// Provably rolled back.
    RolledBack(DbError),
    /// The server or the disk may have kept it or not.
    InDoubt(DbError),
}

impl Handle {
    /// Opens a connection for a reader or, with `writing`, for the lane.
    pub(super) fn open(core: &Arc<Core>, file: &Path, writing: bool) -> DbResult<Self> {
        let mut connection = connect(file)?;
        connection.execute_batch(if writing { WRITING } else { "pragma query_only = on" })?;
        connection.set_prepared_statement_cache_capacity((core.registry.len() + 16).max(256));
        let limit = Arc::new(AtomicI64::new(i64::MAX));
        let (seen, clock) = (Arc::clone(&limit), Arc::downgrade(core));
        connection.progress_handler(STEPS, Some(move || clock.upgrade().is_some_and(|core| core.elapsed() > seen.load(Ordering::Relaxed))))?;
        Ok(Self { connection, limit })
    }

    pub(super) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Ends statements that still run after so much time from now.
    pub(super) fn allow(&self, core: &Core, time: Duration) {
        let micros = i64::try_from(time.as_micros()).unwrap_or(i64::MAX);
        self.limit.store(core.elapsed().saturating_add(micros), Ordering::Relaxed);
    }

    /// Runs one of the words that open and close transactions; these have no deadline.
    pub(super) fn control(&self, word: &'static str) -> DbResult<()> {
        self.limit.store(i64::MAX, Ordering::Relaxed);
        self.connection.prepare_cached(word)?.raw_execute()?;
        Ok(())
    }

    /// Whether a transaction is open: SQLite ends it by itself on a full disk or an I/O error.
    pub(super) fn in_transaction(&self) -> bool {
        !self.connection.is_autocommit()
    }

    /// Rolls back if needed; false when the connection is of no more use.
    pub(super) fn roll_back(&self) -> bool {
        !self.in_transaction() || self.control("rollback").is_ok()
    }

    /// Commits. An I/O error may come from the last fsync, after the frames are in the file: that is in doubt. A full disk is not: the
    /// frame that ends a transaction is the last thing written (<https://sqlite.org/fileformat2.html#walformat>, section 4.1), so
    /// when there was no room it is not there, and SQLite has rolled back by itself.
    pub(super) fn commit(&self) -> Committed {
        match self.control("commit") {
            Ok(()) => Committed::Done,
            Err(error) if error.trouble() == Trouble::Full && self.roll_back() => Committed::RolledBack(error),
            Err(error) if error.trouble() != Trouble::Io && self.in_transaction() && self.roll_back() => Committed::RolledBack(error),
            Err(error) => Committed::InDoubt(error),
        }
    }

    /// Writes the log back into the file, for a graceful end.
    pub(super) fn checkpoint(&self) {
        self.limit.store(i64::MAX, Ordering::Relaxed);
        let outcome = self.connection.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()));
        if let Err(error) = outcome {
            tracing::warn!(%error, "the log could not be written back; the next start does it");
        }
    }
}

/// Hands rows to `each` until it answers false.
pub(super) fn walk(connection: &Connection, s: &'static Statement, args: &[Value<'_>], each: &mut dyn FnMut(Row<'_>) -> bool) -> DbResult<()> {
    let mut statement = bound(connection, s, args)?;
    let changes = !statement.readonly();
    let mut rows = statement.raw_query();
    let mut wanted = true;
    while let Some(row) = rows.next()? {
        wanted = wanted && each(Row::Sqlite(row));
        // A changing statement is stepped to its end, so that deferred checks of the statement run.
        if !wanted && !changes {
            break;
        }
    }
    Ok(())
}

/// Runs a statement without rows and tells how many rows it changed.
pub(super) fn execute(connection: &Connection, s: &'static Statement, args: &[Value<'_>]) -> DbResult<u64> {
    let mut statement = bound(connection, s, args)?;
    if statement.column_count() > 0 {
        return Err(DbError::value("the statement returns rows: take them with row or rows"));
    }
    let changed = statement.raw_execute()?;
    Ok(u64::try_from(changed).unwrap_or(u64::MAX))
}

fn bound<'c>(connection: &'c Connection, s: &'static Statement, args: &[Value<'_>]) -> DbResult<CachedStatement<'c>> {
    let mut statement = connection.prepare_cached(s.sqlite())?;
    let wanted = statement.parameter_count();
    if wanted != args.len() {
        return Err(DbError::value(format!("{wanted} arguments wanted, {} given", args.len())));
    }
    for (at, value) in args.iter().enumerate() {
        statement.raw_bind_parameter(at + 1, value)?;
    }
    Ok(statement)
}

/// Id of the first row of a table, of one hub if the table has hubs.
pub(super) fn first_id(connection: &Connection, table: &str, hub: i64) -> DbResult<Option<uuid::Uuid>> {
    let of_hub: bool = connection.query_row("select count(*) > 0 from pragma_table_info(?1) where name = 'hub_id'", [table], |row| row.get(0))?;
    let filter = if of_hub { format!("where hub_id = {hub}") } else { String::new() };
    let id: Option<Vec<u8>> = connection.query_row(&format!("select id from {table} {filter} order by id limit 1"), [], |row| row.get(0)).optional()?;
    id.map(|bytes| uuid::Uuid::from_slice(&bytes).map_err(|error| DbError::value(error.to_string()))).transpose()
}

/// For each unique constraint: SQLite's words for it (`booking.hub_id, booking.key`) and its name.
pub(super) fn constraint_names(connection: &Connection) -> DbResult<HashMap<String, String>> {
    let mut statement = connection.prepare(
        "select t.name, l.name, l.origin, i.name from pragma_table_list t, pragma_index_list(t.name) l, pragma_index_info(l.name) i
         where t.schema = 'main' and l.\"unique\" = 1 order by l.name, i.seqno",
    )?;
    let mut rows = statement.query([])?;
    let mut indexes: HashMap<String, (String, String, Vec<String>)> = HashMap::new();
    while let Some(row) = rows.next()? {
        let (table, index, origin): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let column: Option<String> = row.get(3)?;
        indexes.entry(index).or_insert_with(|| (table, origin, Vec::new())).2.extend(column);
    }
    let named = indexes.into_iter().map(|(index, (table, origin, columns))| {
        let words: Vec<String> = columns.iter().map(|column| format!("{table}.{column}")).collect();
        let name = match origin.as_str() {
            "pk" => format!("{table}_pkey"),
            "u" => format!("{table}_{}_key", columns.join("_")),
            _ => index,
        };
        (words.join(", "), name)
    });
    Ok(named.collect())
}
