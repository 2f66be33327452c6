//! Migrations on PostgreSQL: as the owner, under a lock of the whole database; then rights and row-level security.

use postgres::Client;

use super::DbResult;
use super::failure::{DbError, OpenError, Trouble};
use super::migrate::{Applied, Dialect, Migration, TABLE, WITHOUT_TENANT, pending};
use super::postgres::Server;
use super::sqltext::{single_statements, typed_for_postgres};
use crate::clock::Clock;

/// Key of the lock under which one process migrates: two numbers, so that it is never the key of a hub.
const LOCK: &str = "select pg_advisory_lock(78, 97)";
const UNLOCK: &str = "select pg_advisory_unlock(78, 97)";

/// Makes the role, brings the schema up to date, grants rights and guards the tables of hubs.
pub(super) fn run(server: &Server, known: &'static [Migration], clock: &Clock) -> Result<(), OpenError> {
    let mut client = server.connect()?;
    check_text(&mut client)?;
    let control = |client: &mut Client, text: &str| client.batch_execute(text).map_err(failed);
    // Another node may be migrating for a while; a migration itself must not queue behind a long transaction.
    control(&mut client, "set lock_timeout = 120000")?;
    control(&mut client, LOCK)?;
    control(&mut client, "set lock_timeout = 2000")?;
    make_role(&mut client).map_err(OpenError::Role)?;
    let done = applied(&mut client).map_err(OpenError::Postgres)?;
    let todo = pending(known, &done)?;
    for migration in todo {
        let sql = typed_for_postgres(&migration.section(Dialect::Postgres)?);
        apply(&mut client, migration, &sql, clock).map_err(|error| OpenError::Migration(format!("migration {}: {error}", migration.label())))?;
    }
    protect(&mut client).map_err(OpenError::Postgres)?;
    grant(&mut client).map_err(OpenError::Postgres)?;
    control(&mut client, UNLOCK)
}

fn failed(error: postgres::Error) -> OpenError {
    OpenError::Postgres(error.into())
}

/// UTF-8 is a must; a collation other than C sorts names unlike SQLite.
fn check_text(client: &mut Client) -> Result<(), OpenError> {
    let row = client
        .query_one("select pg_encoding_to_char(encoding)::text, datcollate::text from pg_database where datname = current_database()", &[])
        .map_err(failed)?;
    let (encoding, collation): (String, String) = (row.try_get(0).map_err(failed)?, row.try_get(1).map_err(failed)?);
    if encoding != "UTF8" {
        return Err(OpenError::Encoding(encoding));
    }
    if !collation.starts_with('C') && collation != "POSIX" {
        tracing::warn!(%collation, "lists sort by this collation; a database made with LC_COLLATE 'C' sorts like SQLite");
    }
    Ok(())
}

/// The role is shared by all databases of the server, so another one may be making it at the same moment.
fn make_role(client: &mut Client) -> DbResult<()> {
    for attempt in 1.. {
        let made = client.batch_execute(
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
                std::thread::sleep(std::time::Duration::from_millis(50 * attempt));
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn met_another(error: &postgres::Error) -> bool {
    // Duplicate role, duplicate catalogue row, "tuple concurrently updated".
    error.code().is_some_and(|code| matches!(code.code(), "42710" | "23505" | "XX000"))
}

fn applied(client: &mut Client) -> DbResult<Vec<Applied>> {
    let exists: bool = client.query_one("select to_regclass('migration') is not null", &[])?.try_get(0)?;
    if !exists {
        return Ok(Vec::new());
    }
    let rows = client.query("select number, name, checksum from migration order by number", &[])?;
    rows.iter().map(|row| Ok(Applied { number: row.try_get(0)?, name: row.try_get(1)?, checksum: row.try_get(2)? })).collect()
}

fn apply(client: &mut Client, migration: &Migration, sql: &str, clock: &Clock) -> DbResult<()> {
    if migration.alone() {
        for statement in single_statements(sql) {
            client.batch_execute(&statement)?;
        }
        let mut transaction = client.transaction()?;
        record(&mut transaction, migration, clock)?;
        return Ok(transaction.commit()?);
    }
    let mut transaction = client.transaction()?;
    transaction.batch_execute(sql)?;
    record(&mut transaction, migration, clock)?;
    Ok(transaction.commit()?)
}

fn record(transaction: &mut postgres::Transaction<'_>, migration: &Migration, clock: &Clock) -> DbResult<()> {
    if transaction.query_one("select to_regclass('migration') is null", &[])?.try_get(0)? {
        transaction.batch_execute(TABLE)?;
    }
    transaction.execute(
        "insert into migration (number, name, checksum, applied_at) values ($1, $2, $3, $4)",
        &[&migration.number, &migration.name, &migration.checksum(), &clock.now().micros()],
    )?;
    Ok(())
}

/// Guards every table with a column `hub_id` that is not read across hubs. Where no hub is set, no row is seen.
fn protect(client: &mut Client) -> DbResult<()> {
    let open = client.query(
        "select format('%I', c.relname) from pg_class c
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'hub_id' and not a.attisdropped
         where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
           and not (c.relname::text = any($1))
           and not (c.relrowsecurity and c.relforcerowsecurity
                    and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant'))
         order by 1",
        &[&WITHOUT_TENANT],
    )?;
    for row in &open {
        let table: String = row.try_get(0)?;
        client.batch_execute(&format!(
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
fn grant(client: &mut Client) -> DbResult<()> {
    let lacking: bool = client
        .query_one(
            "select coalesce(bool_or(case c.relkind
                 when 'S' then not has_sequence_privilege('nabe_app', c.oid, 'USAGE')
                 else not has_table_privilege('nabe_app', c.oid,
                          case c.relname when 'migration' then 'SELECT' else 'DELETE' end) end), false)
             from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'S')",
            &[],
        )?
        .try_get(0)?;
    if !lacking {
        return Ok(());
    }
    let schema: String = client.query_one("select format('%I', current_schema())", &[])?.try_get(0)?;
    client
        .batch_execute(&format!(
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
