//! PostgreSQL: connections that cannot step over row-level security, statements.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use postgres::error::Severity;
use postgres::types::ToSql;
use postgres::{Client, Config, NoTls, Row};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::core::Core;
use super::failure::{DbError, OpenError, Trouble};
use super::sqlite::Committed;
use super::statement::Statement;
use super::value::Value;
use super::{DbResult, Scope, tls};

/// A connection that has taken the role of the application, with its prepared statements.
pub(super) struct Session {
    client: Client,
    prepared: HashMap<usize, postgres::Statement>,
    /// Set when the server sent a WARNING.
    warned: Arc<AtomicBool>,
}

/// Where a database is, and how connections to it are kept from listeners.
#[derive(Clone)]
pub(super) struct Server {
    config: Config,
    tls: Option<MakeRustlsConnect>,
}

impl Server {
    /// Reads the address and fills in what an address seldom names.
    pub(super) fn at(url: &str) -> Result<Self, OpenError> {
        let (url, tls) = tls::of_address(url)?;
        let mut config: Config = url.parse().map_err(|error: postgres::Error| OpenError::Url(error.to_string()))?;
        if config.get_application_name().is_none() {
            config.application_name("nabe");
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(Duration::from_secs(3));
        }
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(Duration::from_secs(5));
        }
        Ok(Self { config, tls })
    }

    /// Connects as the user of the address; refuses one who stands above row-level security.
    pub(super) fn connect(&self, warned: &Arc<AtomicBool>) -> Result<Client, OpenError> {
        let flag = Arc::clone(warned);
        let mut config = self.config.clone();
        config.notice_callback(move |notice| {
            let harmless = [Severity::Notice, Severity::Info, Severity::Log, Severity::Debug];
            if !notice.parsed_severity().is_some_and(|severity| harmless.contains(&severity)) {
                tracing::warn!(code = notice.code().code(), "PostgreSQL: {}", notice.message());
                flag.store(true, Ordering::SeqCst);
            }
        });
        let connected = match &self.tls {
            Some(tls) => config.connect(tls.clone()),
            None => config.connect(NoTls),
        };
        let mut client = connected.map_err(failed)?;
        refuse_powerful(&mut client)?;
        Ok(client)
    }
}

/// Errors when the user who logged in, or the role in force, is superuser or may bypass row-level security.
fn refuse_powerful(client: &mut Client) -> Result<(), OpenError> {
    let powerful = client
        .query_opt("select rolname::text from pg_roles where rolname in (session_user, current_user) and (rolsuper or rolbypassrls) limit 1", &[])
        .map_err(failed)?;
    match powerful {
        None => Ok(()),
        Some(row) => Err(OpenError::Superuser(row.try_get(0).map_err(failed)?)),
    }
}

fn failed(error: postgres::Error) -> OpenError {
    OpenError::Postgres(DbError::from(error))
}

impl Session {
    /// Connects, takes the role `nabe_app` and sets the limits; `time` bounds each statement.
    pub(super) fn open(server: &Server, time: Duration) -> Result<Self, OpenError> {
        let warned = Arc::new(AtomicBool::new(false));
        let mut client = server.connect(&warned)?;
        let millis = time.as_millis();
        // A database whose default is synchronous_commit = off would lose confirmed bookings; stricter settings stay.
        let settings = format!(
            "set role nabe_app;
             set statement_timeout = {millis}; set lock_timeout = {millis};
             set idle_in_transaction_session_timeout = {millis};
             select set_config('synchronous_commit', case current_setting('synchronous_commit')
                 when 'off' then 'on' else current_setting('synchronous_commit') end, false)"
        );
        client.batch_execute(&settings).map_err(|error| OpenError::Role(error.into()))?;
        refuse_powerful(&mut client)?;
        Ok(Self { client, prepared: HashMap::new(), warned })
    }

    /// Opens a writing transaction that holds the locks of the hubs (distinct keys) and sees the first scope, in one round trip.
    /// `replay` makes the transaction write to the log even when it changes no row: only such a COMMIT waits for the standby, and so
    /// proves that earlier ones are safe there too.
    pub(super) fn begin(&mut self, keys: &[i64], scope: Scope, replay: bool) -> DbResult<()> {
        // Read committed: what comes after the lock sees what its last holder committed.
        let mut text = "begin isolation level read committed read write".to_owned();
        if !keys.is_empty() {
            let list: Vec<String> = keys.iter().map(ToString::to_string).collect();
            text.push_str("; select pg_advisory_xact_lock(k) from (select k from unnest(array[");
            text.push_str(&list.join(","));
            text.push_str("]::bigint[]) as t(k) order by k) as ordered");
        }
        if replay {
            text.push_str("; select pg_logical_emit_message(true, 'nabe', 'replay')");
        }
        text.push_str("; ");
        text.push_str(&tenant(scope));
        self.control(&text)
    }

    /// Opens a reading transaction with one view of the data, in one round trip.
    pub(super) fn begin_reading(&mut self, scope: Scope) -> DbResult<()> {
        self.control(&format!("begin isolation level repeatable read read only; {}", tenant(scope)))
    }

    /// Makes the rows of another scope visible, those of the former invisible.
    pub(super) fn enter(&mut self, scope: Scope) -> DbResult<()> {
        self.control(&tenant(scope))
    }

    /// Runs words that return nothing of interest.
    pub(super) fn control(&mut self, text: &str) -> DbResult<()> {
        Ok(self.client.batch_execute(text)?)
    }

    /// Commits. A WARNING means that the standby did not confirm; errors other than refusals leave the end open.
    pub(super) fn commit(&mut self) -> Committed {
        self.warned.store(false, Ordering::SeqCst);
        match self.control("commit") {
            Ok(()) if self.warned.load(Ordering::SeqCst) => Committed::InDoubt(DbError::new(Trouble::Other, "COMMIT returned with a warning")),
            Ok(()) => Committed::Done,
            // Deferred constraints and conflicts are found before anything is kept.
            Err(error) if matches!(error.trouble(), Trouble::Constraint | Trouble::Conflict) => Committed::RolledBack(error),
            Err(error) => Committed::InDoubt(error),
        }
    }

    /// Rolls back; false when the connection is of no more use.
    pub(super) fn roll_back(&mut self) -> bool {
        !self.client.is_closed() && self.control("rollback").is_ok()
    }

    pub(super) fn query(&mut self, core: &Core, s: &'static Statement, args: &[Value<'_>]) -> DbResult<Vec<Row>> {
        let statement = self.statement(core, s, args)?;
        let outcome = self.client.query(&statement, &params(args));
        outcome.map_err(|error| self.noticed(error))
    }

    pub(super) fn execute(&mut self, core: &Core, s: &'static Statement, args: &[Value<'_>]) -> DbResult<u64> {
        let statement = self.statement(core, s, args)?;
        if !statement.columns().is_empty() {
            return Err(DbError::value("the statement returns rows: take them with row or rows"));
        }
        let outcome = self.client.execute(&statement, &params(args));
        outcome.map_err(|error| self.noticed(error))
    }

    /// Id of the first row of a table, of one hub if the table has hubs.
    pub(super) fn first_id(&mut self, table: &str, hub: i64) -> DbResult<Option<uuid::Uuid>> {
        let of_hub: bool =
            self.client.query_one("select count(*) > 0 from pg_attribute where attrelid = to_regclass($1) and attname = 'hub_id'", &[&table])?.try_get(0)?;
        let filter = if of_hub { format!("where hub_id = {hub}") } else { String::new() };
        let row = self.client.query_opt(&format!("select id from {table} {filter} order by id limit 1"), &[])?;
        Ok(row.map(|row| row.try_get(0)).transpose()?)
    }

    fn statement(&mut self, core: &Core, s: &'static Statement, args: &[Value<'_>]) -> DbResult<postgres::Statement> {
        let statement = if let Some(ready) = self.prepared.get(&s.address()) {
            ready.clone()
        } else {
            let text = core.registry.postgres(s).ok_or_else(|| DbError::value("the statement is not registered"))?;
            let ready = self.client.prepare(text).map_err(|error| self.noticed(error))?;
            self.prepared.insert(s.address(), ready.clone());
            ready
        };
        let wanted = statement.params().len();
        if wanted == args.len() { Ok(statement) } else { Err(DbError::value(format!("{wanted} arguments wanted, {} given", args.len()))) }
    }

    fn noticed(&mut self, error: postgres::Error) -> DbError {
        let closed = self.client.is_closed();
        let error = DbError::from(error);
        if error.trouble() == Trouble::Conflict {
            // Plans made before another node migrated the schema are of no more use.
            self.prepared.clear();
        }
        if closed { DbError::new(Trouble::Lost, error.to_string()) } else { error }
    }
}

fn params<'v>(args: &'v [Value<'v>]) -> Vec<&'v (dyn ToSql + Sync)> {
    args.iter().map(|value| -> &(dyn ToSql + Sync) { value }).collect()
}

fn tenant(scope: Scope) -> String {
    match scope {
        Scope::Hub(hub) => format!("select set_config('nabe.hub', '{}', true)", hub.raw()),
        Scope::Installation => "select set_config('nabe.hub', '', true)".to_owned(),
    }
}
