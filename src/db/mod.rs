//! The database: one SQL text on two engines, SQLite inside and PostgreSQL when one machine is not enough.
//!
//! Nouns: database, scope (a hub or the installation), statement, transaction, lane, job, migration.
//! Invariants: an answer to a write comes after its COMMIT; writes of one hub run one after the other, on all nodes;
//! on PostgreSQL no transaction sees rows of another hub; whoever holds a closure's transaction uses nothing else.
//! Must not know: features, HTTP, what the tables mean.

pub mod copies;
mod core;
mod failure;
mod job;
mod json;
mod lane;
mod migrate;
mod migrate_postgres;
mod migrate_sqlite;
mod postgres;
mod readers;
mod rehearsal;
mod row;
mod sqlite;
mod sqltext;
mod statement;
mod tls;
mod tx;
mod value;
mod wire;
mod worker;
mod writer;

#[cfg(test)]
pub(crate) mod tests;

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant as Tick};

use tokio::sync::oneshot::Receiver;

use self::core::Core;
pub use self::core::{Figures, Options, Source};
pub use self::failure::{DbError, DbResult, Failure, OpenError, Trouble};
use self::job::{Job, Reply, Task};
pub use self::json::{json, json_list};
use self::lane::Lane;
pub use self::migrate::{MIGRATIONS, Migration, WITHOUT_TENANT};
use self::readers::{Pool, Question, Readers};
pub use self::rehearsal::rehearse;
pub use self::row::{Columns, FromColumn, Raw, column};
use self::statement::Registry;
pub use self::statement::{Sample, Statement};
pub use self::tx::Tx;
pub use self::value::Value;
use self::writer::Origin;
use crate::clock::{Clock, Instant};
use crate::histogram::Reading as Durations;
pub use crate::{args, statements};

/// How long a graceful end may take before threads are left behind.
const CLOSING: Duration = Duration::from_secs(15);
/// Pause between two looks of the watchdog.
const WATCH: Duration = Duration::from_millis(50);

/// Number of a hub: positive. It is the key of the hub's lock and of row-level security.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Ord, PartialOrd, Debug)]
pub struct HubId(i64);

impl HubId {
    /// The hub of this number.
    pub const fn from_raw(raw: i64) -> Self {
        Self(raw)
    }

    /// The number.
    pub const fn raw(self) -> i64 {
        self.0
    }
}

/// Whose rows a transaction works with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// One hub.
    Hub(HubId),
    /// Tables that belong to no hub.
    Installation,
}

impl Scope {
    fn key(self) -> i64 {
        match self {
            Self::Hub(hub) => hub.raw(),
            Self::Installation => 0,
        }
    }
}

impl From<HubId> for Scope {
    fn from(hub: HubId) -> Self {
        Self::Hub(hub)
    }
}

/// An open database. Clones share it; the last one gone ends its threads.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    core: Arc<Core>,
    lanes: Vec<Arc<Lane>>,
    reading: Reading,
}

enum Reading {
    Inline(Pool),
    Threads(Arc<Readers>),
}

impl Db {
    /// Brings the schema up to date, then starts lanes and readers. Blocks, and on PostgreSQL panics on a thread of the runtime: call
    /// it before the runtime starts or on a thread of its own.
    /// Errors when the folder is in use, the server cannot be reached, row-level security would not hold, or the schema does not fit.
    pub fn open(source: &Source, clock: Clock, options: Options) -> Result<Self, OpenError> {
        let registry = Registry::of(&options.statements)?;
        match source {
            Source::Sqlite(folder) => open_sqlite(folder, clock, options, registry),
            Source::Postgres(url) => open_postgres(url, clock, options, registry),
        }
    }

    /// Reads with one view of the data. On SQLite the closure runs on the calling thread: it has to be short.
    pub async fn read<T: Send + 'static>(&self, scope: impl Into<Scope>, f: impl FnOnce(&Tx<'_>) -> DbResult<T> + Send + 'static) -> Result<T, Failure> {
        match self.ask(scope.into(), f)? {
            Asked::Answered(value) => Ok(value),
            Asked::Waiting(receiver) => receiver.await.unwrap_or(Err(Failure::Busy)),
        }
    }

    /// Runs a closure in its hub's lane and answers after COMMIT. The closure may run more than once, does no I/O, and gets the
    /// instant of its batch.
    pub async fn write<T: Send + 'static>(&self, scope: impl Into<Scope>, f: impl Fn(&Tx<'_>, Instant) -> DbResult<T> + Send + 'static) -> Result<T, Failure> {
        self.queue(scope.into(), false, f)?.await.unwrap_or(Err(Failure::Unknown))
    }

    /// Like `write`, for a job that carries an idempotency key: when a COMMIT is in doubt the same job runs again, a bounded number
    /// of times, before `Unknown` is answered.
    pub async fn write_keyed<T: Send + 'static>(
        &self,
        scope: impl Into<Scope>,
        f: impl Fn(&Tx<'_>, Instant) -> DbResult<T> + Send + 'static,
    ) -> Result<T, Failure> {
        self.queue(scope.into(), true, f)?.await.unwrap_or(Err(Failure::Unknown))
    }

    /// `read` for threads outside the runtime, such as the command line. Panics on a thread of the runtime.
    pub fn read_blocking<T: Send + 'static>(&self, scope: impl Into<Scope>, f: impl FnOnce(&Tx<'_>) -> DbResult<T> + Send + 'static) -> Result<T, Failure> {
        match self.ask(scope.into(), f)? {
            Asked::Answered(value) => Ok(value),
            Asked::Waiting(receiver) => receiver.blocking_recv().unwrap_or(Err(Failure::Busy)),
        }
    }

    /// `write` for threads outside the runtime, such as the command line. Panics on a thread of the runtime.
    pub fn write_blocking<T: Send + 'static>(
        &self,
        scope: impl Into<Scope>,
        f: impl Fn(&Tx<'_>, Instant) -> DbResult<T> + Send + 'static,
    ) -> Result<T, Failure> {
        self.queue(scope.into(), false, f)?.blocking_recv().unwrap_or(Err(Failure::Unknown))
    }

    /// The clock the database was opened with.
    pub fn clock(&self) -> &Clock {
        &self.0.core.clock
    }

    /// `sqlite` or `postgres`.
    pub fn engine_name(&self) -> &'static str {
        match self.0.reading {
            Reading::Inline(_) => "sqlite",
            Reading::Threads(_) => "postgres",
        }
    }

    /// Counters since opening.
    pub fn figures(&self) -> Figures {
        let reads = match &self.0.reading {
            Reading::Inline(_) => 0,
            Reading::Threads(readers) => readers.waiting(),
        };
        let waiting = self.0.lanes.iter().map(|lane| lane.waiting()).sum::<usize>() + reads;
        self.0.core.counts.figures(waiting)
    }

    /// How long each COMMIT took since opening.
    pub fn commits(&self) -> Durations {
        self.0.core.counts.commits.reading()
    }

    /// Ends gracefully: no new work (`Busy`, also for other clones), what waits is done, SQLite's log is written back.
    /// Blocks for as long as that takes, at most a quarter of a minute.
    pub fn close(self) {
        self.0.close();
    }

    fn queue<T: Send + 'static>(
        &self,
        scope: Scope,
        keyed: bool,
        work: impl Fn(&Tx<'_>, Instant) -> DbResult<T> + Send + 'static,
    ) -> Result<Receiver<Result<T, Failure>>, Failure> {
        if tx::inside_closure() {
            return Err(DbError::nested().into());
        }
        let (reply, receiver) = Reply::new();
        let job = Job {
            scope,
            deadline: Tick::now() + self.0.core.options.deadline,
            keyed,
            doubts: 0,
            losses: 0,
            retried: false,
            work: Box::new(Task::new(work, Arc::clone(&reply))),
            answer: reply,
        };
        let lanes = i64::try_from(self.0.lanes.len()).unwrap_or(1);
        let number = usize::try_from(scope.key().rem_euclid(lanes)).unwrap_or(0);
        let lane = self.0.lanes.get(number).ok_or(Failure::Busy)?;
        lane.submit(job);
        Ok(receiver)
    }

    fn ask<T: Send + 'static>(&self, scope: Scope, work: impl FnOnce(&Tx<'_>) -> DbResult<T> + Send + 'static) -> Result<Asked<T>, Failure> {
        if tx::inside_closure() {
            return Err(DbError::nested().into());
        }
        match &self.0.reading {
            Reading::Inline(pool) => pool.read(&self.0.core, scope, work).map(Asked::Answered),
            Reading::Threads(readers) => {
                let (reply, receiver) = Reply::new();
                let sender = Arc::clone(&reply);
                readers.ask(Question {
                    scope,
                    deadline: Tick::now() + self.0.core.options.deadline,
                    work: Box::new(move |tx| sender.send(tx.run(work).map_err(Failure::Failed))),
                    answer: reply,
                });
                Ok(Asked::Waiting(receiver))
            }
        }
    }
}

enum Asked<T> {
    Answered(T),
    Waiting(Receiver<Result<T, Failure>>),
}

impl Inner {
    fn close(&self) {
        self.lanes.iter().for_each(|lane| lane.close());
        match &self.reading {
            Reading::Inline(pool) => pool.close(),
            Reading::Threads(readers) => readers.close(),
        }
        let until = Tick::now() + CLOSING;
        let ended = self.lanes.iter().filter(|lane| lane.wait_end(until)).count();
        if ended < self.lanes.len() {
            tracing::error!("a database thread did not end in time and is left behind");
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        // A closure may hold the last clone: its own lane cannot wait for itself.
        if core::is_own_thread() {
            self.lanes.iter().for_each(|lane| lane.close());
        } else {
            self.close();
        }
    }
}

fn open_sqlite(folder: &Path, clock: Clock, options: Options, registry: Registry) -> Result<Db, OpenError> {
    std::fs::create_dir_all(folder).map_err(|why| OpenError::Folder { folder: folder.to_owned(), why })?;
    let hold = options.exclusive.then(|| sqlite::lock_folder(folder)).transpose()?;
    sqlite::keep_private(folder);
    let constraints = migrate_sqlite::run(folder, options.migrations, &clock, hold.is_some())?;
    let pool = Pool::new(sqlite::file_in(folder), options.readers);
    let core = Arc::new(Core::new(options, registry, clock, constraints));
    let origin = Arc::new(Origin::Sqlite { file: sqlite::file_in(folder), hold: Mutex::new(hold) });
    let lanes = start_lanes(&core, &origin, 1)?;
    finish_opening(core, lanes, Reading::Inline(pool))
}

fn open_postgres(url: &str, clock: Clock, options: Options, registry: Registry) -> Result<Db, OpenError> {
    let server = postgres::Server::at(url)?;
    migrate_postgres::run(&server, options.migrations, &clock)?;
    let lanes = options.lanes.max(1);
    let core = Arc::new(Core::new(options, registry, clock, std::collections::HashMap::new()));
    let origin = Arc::new(Origin::Postgres(Box::new(server)));
    let lanes = start_lanes(&core, &origin, lanes)?;
    let readers = Readers::start(Arc::clone(&core), origin).map_err(OpenError::Thread)?;
    finish_opening(core, lanes, Reading::Threads(readers))
}

fn start_lanes(core: &Arc<Core>, origin: &Arc<Origin>, count: usize) -> Result<Vec<Arc<Lane>>, OpenError> {
    // All connections first: a lane that runs would outlive an opening that fails.
    let writers = (0..count).map(|_| origin.writer(core)).collect::<Result<Vec<_>, _>>()?;
    let start = |(number, writer)| Lane::start(Arc::clone(core), Arc::clone(origin), number, writer);
    writers.into_iter().enumerate().map(start).collect::<Result<_, _>>().map_err(OpenError::Thread)
}

/// Starts the watchdog; it ends when all lanes have ended.
fn finish_opening(core: Arc<Core>, lanes: Vec<Arc<Lane>>, reading: Reading) -> Result<Db, OpenError> {
    let watched = lanes.clone();
    let readers = match &reading {
        Reading::Inline(_) => None,
        Reading::Threads(readers) => Some(Arc::clone(readers)),
    };
    let db = Db(Arc::new(Inner { core, lanes, reading }));
    let watch = move || {
        core::own_thread();
        while watched.iter().any(|lane| !lane.has_ended()) {
            std::thread::sleep(WATCH);
            watched.iter().for_each(Lane::inspect);
            readers.iter().for_each(Readers::inspect);
        }
    };
    std::thread::Builder::new().name("nabe-watch".to_owned()).spawn(watch).map_err(OpenError::Thread)?;
    Ok(db)
}
