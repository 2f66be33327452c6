//! Migrations on SQLite: a copy first, then file by file.

use std::collections::HashMap;
use std::path::Path;

use rusqlite::{Connection, params};

use super::failure::{DbError, OpenError};
use super::migrate::{Applied, Dialect, Migration, TABLE, pending};
use super::sqlite::{connect, constraint_names, file_in, lock_folder};
use super::{DbResult, copies};
use crate::clock::Clock;

/// Brings the file up to date and tells the names of its unique constraints. `ours`: this process holds the folder already;
/// otherwise it is taken for as long as there is something to apply.
pub(super) fn run(folder: &Path, known: &'static [Migration], clock: &Clock, ours: bool) -> Result<HashMap<String, String>, OpenError> {
    let mut connection = connect(&file_in(folder)).map_err(OpenError::Sqlite)?;
    let mut hold = None;
    if !pending(known, &applied(&connection)?)?.is_empty() {
        if !ours {
            hold = Some(lock_folder(folder)?);
        }
        // Read again: another process may have migrated before the folder was ours.
        let done = applied(&connection)?;
        if done.is_empty() && has_tables(&connection).map_err(OpenError::Sqlite)? {
            return Err(OpenError::Foreign(file_in(folder)));
        }
        let todo = pending(known, &done)?;
        if let Some(next) = todo.first()
            && !done.is_empty()
        {
            back_up(&connection, folder, next, clock).map_err(OpenError::Sqlite)?;
        }
        for migration in todo {
            apply(&mut connection, migration, clock)?;
        }
    }
    let names = constraint_names(&connection).map_err(OpenError::Sqlite)?;
    drop(hold);
    Ok(names)
}

/// Whether there are tables: where no migration is noted, they are not ours.
fn has_tables(connection: &Connection) -> DbResult<bool> {
    let sql = "select count(*) > 0 from sqlite_schema where type = 'table' and name not like 'sqlite!_%' escape '!'";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

fn applied(connection: &Connection) -> Result<Vec<Applied>, OpenError> {
    let read = || -> DbResult<Vec<Applied>> {
        let exists: bool = connection.query_row("select count(*) > 0 from sqlite_schema where type = 'table' and name = 'migration'", [], |row| row.get(0))?;
        if !exists {
            return Ok(Vec::new());
        }
        let mut statement = connection.prepare("select number, name, checksum from migration order by number")?;
        let rows = statement.query_map([], |row| Ok(Applied { number: row.get(0)?, name: row.get(1)?, checksum: row.get(2)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    };
    read().map_err(OpenError::Sqlite)
}

/// Copies the database to `backup-before-NNNN.sqlite` in the same folder, in the form that `nabe restore` puts back.
fn back_up(connection: &Connection, folder: &Path, next: &Migration, clock: &Clock) -> DbResult<()> {
    let target = folder.join(format!("backup-before-{:04}.sqlite", next.number));
    let copied = copies::write(connection, &target, &[], copies::timestamp(clock));
    copied.map(drop).map_err(|error| DbError::app(format!("the copy before the migration failed: {error}")))
}

fn apply(connection: &mut Connection, migration: &Migration, clock: &Clock) -> Result<(), OpenError> {
    let sql = migration.section(Dialect::Sqlite)?;
    let run = |connection: &mut Connection| -> DbResult<()> {
        if migration.alone() {
            connection.execute_batch(&sql)?;
            return record(connection, migration, clock);
        }
        // Tables are rebuilt with foreign keys off, as SQLite's manual advises; the check below stands in for them.
        connection.execute_batch("pragma foreign_keys = off")?;
        let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        transaction.execute_batch(&sql)?;
        let broken: i64 = transaction.query_row("select count(*) from pragma_foreign_key_check", [], |row| row.get(0))?;
        if broken > 0 {
            return Err(DbError::app(format!("{broken} rows would point to rows that do not exist")));
        }
        record(&transaction, migration, clock)?;
        transaction.commit()?;
        connection.execute_batch("pragma foreign_keys = on")?;
        Ok(())
    };
    run(connection).map_err(|error| OpenError::Migration(format!("migration {}: {error}", migration.label())))
}

fn record(connection: &Connection, migration: &Migration, clock: &Clock) -> DbResult<()> {
    connection.execute_batch(&TABLE.replace("create table", "create table if not exists"))?;
    connection.execute(
        "insert into migration (number, name, checksum, applied_at) values (?1, ?2, ?3, ?4)",
        params![migration.number, migration.name, migration.checksum(), clock.now().micros()],
    )?;
    Ok(())
}
