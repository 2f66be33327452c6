//! PostgreSQL: connections that cannot step over row-level security, statements.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio_postgres::error::{DbError as Notice, Severity};
use tokio_postgres::{Config, Error, Row};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::core::Core;
use super::failure::{DbError, OpenError, Trouble};
use super::sqlite::Committed;
use super::statement::Statement;
use super::value::Value;
use super::wire::{NoWire, Wire};
use super::{DbResult, Scope, tls};

/// The user who logged in, or the role in force, if that is superuser or may bypass row-level security.
const POWERFUL: &str = "select rolname::text from pg_roles where rolname in (session_user, current_user) and (rolsuper or rolbypassrls) limit 1";

/// A connection that has taken the role of the application, with its prepared statements.
pub(super) struct Session {
    wire: Wire,
    prepared: HashMap<usize, tokio_postgres::Statement>,
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
        let mut config: Config = url.parse().map_err(|error: Error| OpenError::Url(error.to_string()))?;
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
    pub(super) fn connect(&self) -> Result<Wire, OpenError> {
        self.wire(&Arc::new(AtomicBool::new(false)))
    }

    /// The same; `warned` is set when the server sends a WARNING.
    fn wire(&self, warned: &Arc<AtomicBool>) -> Result<Wire, OpenError> {
        let flag = Arc::clone(warned);
        let hear = move |notice: &Notice| {
            if heard(notice) {
                flag.store(true, Ordering::SeqCst);
            }
        };
        let connected = Wire::connect(&self.config, self.tls.clone(), Box::new(hear)).map_err(|error| match error {
            NoWire::Runtime(error) => OpenError::Postgres(DbError::new(Trouble::Lost, error.to_string())),
            NoWire::Server(error) => failed(error),
        });
        let mut wire = connected?;
        refuse_powerful(&mut wire)?;
        Ok(wire)
    }
}

/// Logs a notice of the server if it is a warning, and tells whether it is.
fn heard(notice: &Notice) -> bool {
    let harmless = [Severity::Notice, Severity::Info, Severity::Log, Severity::Debug];
    let warns = !notice.parsed_severity().is_some_and(|severity| harmless.contains(&severity));
    if warns {
        tracing::warn!(code = notice.code().code(), "PostgreSQL: {}", notice.message());
    }
    warns
}

fn failed(error: Error) -> OpenError {
    OpenError::Postgres(DbError::from(error))
}

impl Session {
    /// Connects, takes the role `nabe_app` and sets the limits; `time` bounds each statement.
    pub(super) fn open(server: &Server, time: Duration) -> Result<Self, OpenError> {
        let warned = Arc::new(AtomicBool::new(false));
        let mut wire = server.wire(&warned)?;
        let millis = time.as_millis();
        // A database whose default is synchronous_commit = off would lose confirmed bookings; stricter settings stay.
        let settings = format!(
            "set role nabe_app;
             set statement_timeout = {millis}; set lock_timeout = {millis};
             set idle_in_transaction_session_timeout = {millis};
             select set_config('synchronous_commit', case current_setting('synchronous_commit')
                 when 'off' then 'on' else current_setting('synchronous_commit') end, false)"
        );
        wire.run(&settings).map_err(|error| OpenError::Role(error.into()))?;
        refuse_powerful(&mut wire)?;
        Ok(Self { wire, prepared: HashMap::new(), warned })
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
        Ok(self.wire.run(text)?)
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
        self.wire.forget();
        !self.wire.is_closed() && self.control("rollback").is_ok()
    }

    pub(super) fn query(&mut self, core: &Core, s: &'static Statement, args: &[Value<'_>]) -> DbResult<Vec<Row>> {
        let statement = self.statement(core, s, args)?;
        let outcome = self.wire.query(&statement, args);
        outcome.map_err(|error| self.noticed(error))
    }

    pub(super) fn execute(&mut self, core: &Core, s: &'static Statement, args: &[Value<'_>]) -> DbResult<u64> {
        let statement = self.changing(core, s, args)?;
        let outcome = self.wire.execute(&statement, args);
        outcome.map_err(|error| self.noticed(error))
    }

    /// Sends a change without waiting for it: errors come from [`Session::settle`], or from the next statement that is waited for.
    pub(super) fn send(&mut self, core: &Core, s: &'static Statement, args: &[Value<'_>]) -> DbResult<()> {
        let statement = self.changing(core, s, args)?;
        self.wire.send(statement, args);
        Ok(())
    }

    /// Waits for all that was sent.
    pub(super) fn settle(&mut self) -> DbResult<()> {
        let outcome = self.wire.settle();
        outcome.map_err(|error| self.noticed(error))
    }

    /// Id of the first row of a table, of one hub if the table has hubs.
    pub(super) fn first_id(&mut self, table: &str, hub: i64) -> DbResult<Option<uuid::Uuid>> {
        let of_hub = self.wire.ask(&format!("select 1 from pg_attribute where attrelid = to_regclass('{table}') and attname = 'hub_id'"))?;
        let filter = if of_hub.is_empty() { String::new() } else { format!("where hub_id = {hub}") };
        let rows = self.wire.ask(&format!("select id from {table} {filter} order by id limit 1"))?;
        Ok(rows.first().map(|row| row.try_get(0)).transpose()?)
    }

    fn changing(&mut self, core: &Core, s: &'static Statement, args: &[Value<'_>]) -> DbResult<tokio_postgres::Statement> {
        let statement = self.statement(core, s, args)?;
        if statement.columns().is_empty() { Ok(statement) } else { Err(DbError::value("the statement returns rows: take them with row or rows")) }
    }

    fn statement(&mut self, core: &Core, s: &'static Statement, args: &[Value<'_>]) -> DbResult<tokio_postgres::Statement> {
        let statement = if let Some(ready) = self.prepared.get(&s.address()) {
            ready.clone()
        } else {
            let text = core.registry.postgres(s).ok_or_else(|| DbError::value("the statement is not registered"))?;
            let ready = self.wire.prepare(text).map_err(|error| self.noticed(error))?;
            self.prepared.insert(s.address(), ready.clone());
            ready
        };
        let wanted = statement.params().len();
        if wanted == args.len() { Ok(statement) } else { Err(DbError::value(format!("{wanted} arguments wanted, {} given", args.len()))) }
    }

    fn noticed(&mut self, error: Error) -> DbError {
        // What was sent before and failed is the cause of what fails now.
        let error = self.wire.settle().err().unwrap_or(error);
        let closed = self.wire.is_closed();
        let error = DbError::from(error);
        if error.trouble() == Trouble::Conflict {
            // Plans made before another node migrated the schema are of no more use.
            self.prepared.clear();
        }
        if closed { DbError::new(Trouble::Lost, error.to_string()) } else { error }
    }
}

/// Errors when the user who logged in, or the role in force, stands above row-level security.
fn refuse_powerful(wire: &mut Wire) -> Result<(), OpenError> {
    match wire.ask(POWERFUL).map_err(failed)?.first() {
        None => Ok(()),
        Some(row) => Err(OpenError::Superuser(row.try_get(0).map_err(failed)?)),
    }
}

fn tenant(scope: Scope) -> String {
    match scope {
        Scope::Hub(hub) => format!("select set_config('nabe.hub', '{}', true)", hub.raw()),
        Scope::Installation => "select set_config('nabe.hub', '', true)".to_owned(),
    }
}
