//! The open transaction a closure works with, over both engines.

use std::cell::{Cell, RefCell};

use super::core::Core;
use super::failure::DbError;
use super::postgres::Session;
use super::row::{Columns, Row};
use super::statement::Statement;
use super::value::Value;
use super::{DbResult, HubId, Scope};

/// An open transaction. After a statement has failed, every further one fails too and nothing is kept, on both engines.
pub struct Tx<'a> {
    engine: Engine<'a>,
    scope: Scope,
    core: &'a Core,
    broken: RefCell<Option<DbError>>,
}

#[derive(Clone, Copy)]
pub(super) enum Engine<'a> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(&'a RefCell<Session>),
}

impl Tx<'_> {
    /// All rows, each turned into a value by `map`, which takes the columns in their order.
    pub fn rows<T>(&self, s: &'static Statement, args: &[Value<'_>], mut map: impl FnMut(&mut Columns<'_>) -> DbResult<T>) -> DbResult<Vec<T>> {
        let mut found = Vec::new();
        self.collect(s, args, usize::MAX, &mut |columns| {
            found.push(map(columns)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The first row, or nothing.
    pub fn row<T>(&self, s: &'static Statement, args: &[Value<'_>], mut map: impl FnMut(&mut Columns<'_>) -> DbResult<T>) -> DbResult<Option<T>> {
        let mut found = None;
        self.collect(s, args, 1, &mut |columns| {
            found = Some(map(columns)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The only row; errors when there is none or more than one.
    pub fn one<T>(&self, s: &'static Statement, args: &[Value<'_>], mut map: impl FnMut(&mut Columns<'_>) -> DbResult<T>) -> DbResult<T> {
        let mut found = None;
        let mut count = 0_u32;
        self.collect(s, args, 2, &mut |columns| {
            count += 1;
            found = Some(map(columns)?);
            Ok(())
        })?;
        match found {
            Some(value) if count == 1 => Ok(value),
            Some(_) => Err(DbError::value("more than one row, where one was expected").in_statement(s.name())),
            None => Err(DbError::value("no row, where one was expected").in_statement(s.name())),
        }
    }

    /// Changes rows and tells how many. Errors on a statement that returns rows: take those with `row` or `rows`.
    pub fn execute(&self, s: &'static Statement, args: &[Value<'_>]) -> DbResult<u64> {
        self.guard(s, || match self.engine {
            Engine::Sqlite(connection) => super::sqlite::execute(connection, s, args),
            Engine::Postgres(session) => borrow(session)?.execute(self.core, s, args),
        })
    }

    /// Changes rows where it does not matter how many. On PostgreSQL it is not waited for: should it fail, then the whole job does,
    /// at the latest before COMMIT.
    pub fn put(&self, s: &'static Statement, args: &[Value<'_>]) -> DbResult<()> {
        self.guard(s, || match self.engine {
            Engine::Sqlite(connection) => super::sqlite::execute(connection, s, args).map(drop),
            Engine::Postgres(session) => borrow(session)?.send(self.core, s, args),
        })
    }

    /// The hub of the transaction; none for the installation.
    pub fn hub(&self) -> Option<HubId> {
        match self.scope {
            Scope::Hub(hub) => Some(hub),
            Scope::Installation => None,
        }
    }

    /// Id of the first row of a table, of this hub if the table belongs to hubs; for sample arguments.
    pub(super) fn first_id(&self, table: &'static str) -> DbResult<Option<uuid::Uuid>> {
        match self.engine {
            Engine::Sqlite(connection) => super::sqlite::first_id(connection, table, self.scope.key()),
            Engine::Postgres(session) => borrow(session)?.first_id(table, self.scope.key()),
        }
    }

    /// Hands up to `limit` rows to `take`. Its errors do not break the transaction, those of the engine do.
    fn collect(&self, s: &'static Statement, args: &[Value<'_>], limit: usize, take: &mut dyn FnMut(&mut Columns<'_>) -> DbResult<()>) -> DbResult<()> {
        let mut left = limit;
        let mut wrong = None;
        let mut each = |row: Row<'_>| {
            left -= 1;
            match take(&mut Columns::new(row)) {
                Ok(()) => left > 0,
                Err(error) => {
                    wrong = Some(error);
                    false
                }
            }
        };
        self.guard(s, || match self.engine {
            Engine::Sqlite(connection) => super::sqlite::walk(connection, s, args, &mut each),
            Engine::Postgres(session) => {
                // The session is free again before the rows are mapped, so that `take` may ask for more.
                let found = borrow(session)?.query(self.core, s, args)?;
                let mut rows = found.iter();
                while rows.next().is_some_and(|row| each(Row::Postgres(row))) {}
                Ok(())
            }
        })?;
        wrong.map_or(Ok(()), |error| Err(error.in_statement(s.name())))
    }

    fn guard<T>(&self, s: &'static Statement, run: impl FnOnce() -> DbResult<T>) -> DbResult<T> {
        if let Some(first) = self.broken.borrow().as_ref() {
            return Err(first.clone());
        }
        if self.core.registry.postgres(s).is_none() {
            return Err(DbError::value("the statement is not registered in Options").in_statement(s.name()));
        }
        run().map_err(|error| {
            let own_name = error.constraint().and_then(|columns| self.core.constraints.get(columns)).cloned();
            let error = own_name.map_or(error.clone(), |name| error.named(name)).in_statement(s.name());
            self.broken.borrow_mut().get_or_insert(error).clone()
        })
    }
}

impl<'a> Tx<'a> {
    pub(super) fn new(engine: Engine<'a>, scope: Scope, core: &'a Core) -> Self {
        Self { engine, scope, core, broken: RefCell::new(None) }
    }

    /// Runs a closure so that a swallowed statement error still fails it, and a panic becomes an error.
    pub(super) fn run<T>(&self, work: impl FnOnce(&Tx<'a>) -> DbResult<T>) -> DbResult<T> {
        let _inside = Inside::enter();
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(self))).unwrap_or_else(|payload| Err(DbError::panicked(payload.as_ref())));
        match (outcome, self.broken.take()) {
            (Ok(_), Some(swallowed)) => Err(swallowed),
            (outcome, _) => outcome,
        }
    }
}

fn borrow(session: &RefCell<Session>) -> DbResult<std::cell::RefMut<'_, Session>> {
    session.try_borrow_mut().map_err(|_| DbError::nested())
}

thread_local! {
    static INSIDE: Cell<bool> = const { Cell::new(false) };
}

/// Marks that this thread runs a closure, for as long as it lives.
struct Inside(bool);

impl Inside {
    fn enter() -> Self {
        Self(INSIDE.replace(true))
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        INSIDE.set(self.0);
    }
}

/// Whether this thread runs a closure at the moment.
pub(super) fn inside_closure() -> bool {
    INSIDE.get()
}
