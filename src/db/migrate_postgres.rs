//! Migrations on PostgreSQL: as the owner, under a lock of the whole database; then rights and row-level security.

use std::time::Duration;

use tokio_postgres::types::FromSql;

use super::DbResult;
use super::failure::{DbError, OpenError, Trouble};
use super::migrate::{Applied, Dialect, Migration, TABLE, WITHOUT_TENANT, pending};
use super::postgres::Server;
use super::sqltext::{single_statements, typed_for_postgres};
use super::wire::Wire;
use crate::args;
use crate::clock::Clock;

/// Key of the lock under which one process migrates: two numbers, so that it is never the key of a hub.
const LOCK: &str = "select pg_advisory_lock(78, 97)";
const UNLOCK: &str = "select pg_advisory_unlock(78, 97)";

/// Makes the role, brings the schema up to date, grants rights and guards the tables of hubs.
pub(super) fn run(server: &Server, known: &'static [Migration], clock: &Clock) -> Result<(), OpenError> {
    let mut wire = server.connect()?;
    check_text(&mut wire)?;
    let control = |wire: &mut Wire, text: &str| wire.run(text).map_err(failed);
    // Another node may be migrating for a while; a migration itself must not queue behind a long transaction.
    control(&mut wire, "set lock_timeout = 120000")?;
    control(&mut wire, LOCK)?;
    control(&mut wire, "set lock_timeout = 2000")?;
    make_role(&mut wire).map_err(OpenError::Role)?;
    let done = applied(&mut wire).map_err(OpenError::Postgres)?;
    let todo = pending(known, &done)?;
    for migration in todo {
        let sql = typed_for_postgres(&migration.section(Dialect::Postgres)?);
        apply(&mut wire, migration, &sql, clock).map_err(|error| OpenError::Migration(format!("migration {}: {error}", migration.label())))?;
    }
    protect(&mut wire).map_err(OpenError::Postgres)?;
    grant(&mut wire).map_err(OpenError::Postgres)?;
    control(&mut wire, UNLOCK)
}

fn failed(error: tokio_postgres::Error) -> OpenError {
    OpenError::Postgres(error.into())
}

/// UTF-8 is a must; a collation other than C sorts names unlike SQLite.
fn check_text(wire: &mut Wire) -> Result<(), OpenError> {
    let encoding: String =
        answer(wire, "select pg_encoding_to_char(encoding)::text from pg_database where datname = current_database()").map_err(OpenError::Postgres)?;
    let collation: String = answer(wire, "select datcollate::text from pg_database where datname = current_database()").map_err(OpenError::Postgres)?;
    if encoding != "UTF8" {
        return Err(OpenError::Encoding(encoding));
    }
    if !collation.starts_with('C') && collation != "POSIX" {
        tracing::warn!(%collation, "lists sort by this collation; a database made with LC_COLLATE 'C' sorts like SQLite");
    }
    Ok(())
}

/// The role is shared by all databases of the server, so another one may be making it at the same moment.
fn make_role(wire: &mut Wire) -> DbResult<()> {
    for attempt in 1.. {
        let made = wire.run(
            "do $$ begin
                 if not exists (select 1 from pg_roles where rolname = 'nabe_app') then
                     create role nabe_app nologin nosuperuser nobypassrls;
                 end if;
                 if not pg_has_role(session_user, 'nabe_app', 'member') then
                     execute format('grant nabe_app to %I', session_user);
                 end if;
             end $$",
        );
        match made {
            Ok(()) => break,
            Err(error) if attempt < 5 && met_another(&error) => {
                std::thread::sleep(Duration::from_millis(50 * attempt));
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn met_another(error: &tokio_postgres::Error) -> bool {
    // Duplicate role, duplicate catalogue row, "tuple concurrently updated".
    error.code().is_some_and(|code| matches!(code.code(), "42710" | "23505" | "XX000"))
}

fn applied(wire: &mut Wire) -> DbResult<Vec<Applied>> {
    if !answer::<bool>(wire, "select to_regclass('migration') is not null")? {
        return Ok(Vec::new());
    }
    let rows = wire.ask("select number, name, checksum from migration order by number")?;
    rows.iter().map(|row| Ok(Applied { number: row.try_get(0)?, name: row.try_get(1)?, checksum: row.try_get(2)? })).collect()
}

fn apply(wire: &mut Wire, migration: &Migration, sql: &str, clock: &Clock) -> DbResult<()> {
    if migration.alone() {
        for statement in single_statements(sql) {
            wire.run(&statement)?;
        }
        wire.run("begin")?;
    } else {
        wire.run("begin")?;
        wire.run(sql)?;
    }
    record(wire, migration, clock)?;
    Ok(wire.run("commit")?)
}

/// Notes what was applied, in the transaction that is open. When it fails the connection ends, and with it the transaction.
fn record(wire: &mut Wire, migration: &Migration, clock: &Clock) -> DbResult<()> {
    if answer::<bool>(wire, "select to_regclass('migration') is null")? {
        wire.run(TABLE)?;
    }
    let insert = wire.prepare("insert into migration (number, name, checksum, applied_at) values ($1, $2, $3, $4)")?;
    wire.execute(&insert, &args![migration.number, migration.name, migration.checksum(), clock.now()])?;
    Ok(())
}

/// The first column of the first row, which there is.
fn answer<T: for<'r> FromSql<'r>>(wire: &mut Wire, question: &str) -> DbResult<T> {
    let rows = wire.ask(question)?;
    let row = rows.first().ok_or_else(|| DbError::value("PostgreSQL gave no answer"))?;
    Ok(row.try_get(0)?)
}

/// Guards every table with a column `hub_id` that is not read across hubs. Where no hub is set, no row is seen.
fn protect(wire: &mut Wire) -> DbResult<()> {
    let across: Vec<String> = WITHOUT_TENANT.iter().map(|table| format!("'{table}'")).collect();
    let open = wire.ask(&format!(
        "select format('%I', c.relname) from pg_class c
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'hub_id' and not a.attisdropped
         where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
           and c.relname::text not in ({})
           and not (c.relrowsecurity and c.relforcerowsecurity
                    and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant'))
         order by 1",
        across.join(", ")
    ))?;
    for row in &open {
        let table: String = row.try_get(0)?;
        wire.run(&format!(
            "begin;
             alter table {table} enable row level security;
             alter table {table} force row level security;
             drop policy if exists tenant on {table};
             create policy tenant on {table} using (hub_id = nullif(current_setting('nabe.hub', true), '')::bigint);
             commit"
        ))?;
    }
    Ok(())
}

/// Gives the application its rights on tables and sequences that lack them; what was applied is only read by it.
fn grant(wire: &mut Wire) -> DbResult<()> {
    let lacking: bool = answer(
        wire,
        "select coalesce(bool_or(case c.relkind
                 when 'S' then not has_sequence_privilege('nabe_app', c.oid, 'USAGE')
                 else not has_table_privilege('nabe_app', c.oid,
                          case c.relname when 'migration' then 'SELECT' else 'DELETE' end) end), false)
             from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'S')",
    )?;
    if !lacking {
        return Ok(());
    }
    let schema: String = answer(wire, "select format('%I', current_schema())")?;
    wire.run(&format!(
        "grant usage on schema {schema} to nabe_app;
         grant select, insert, update, delete on all tables in schema {schema} to nabe_app;
         grant usage on all sequences in schema {schema} to nabe_app;
         revoke insert, update, delete on migration from nabe_app"
    ))
    .map_err(|error| match DbError::from(error) {
        error if error.trouble() == Trouble::Other => {
            DbError::app(format!("the rights could not be granted ({error}); the user of the address must own the tables"))
        }
        error => error,
    })
}
