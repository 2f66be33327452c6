//! What all lanes and readers share: settings, statements, clock, counters.

use std::cell::Cell;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant as Tick};

use super::migrate::{MIGRATIONS, Migration};
use super::statement::{Registry, Statement};
use crate::clock::{Clock, Instant};
use crate::histogram::Histogram;

/// Where the rows live.
#[derive(Clone, Debug)]
pub enum Source {
    /// A data folder of this machine; the file in it is `nabe.sqlite`.
    Sqlite(PathBuf),
    /// URL of a PostgreSQL database: `postgres://user:password@host/database`.
    Postgres(String),
}

/// How the database is opened. The defaults are those of a server.
#[derive(Clone, Debug)]
pub struct Options {
    /// The `STATEMENTS` of every store.
    pub statements: Vec<&'static [&'static Statement]>,
    /// The numbered schema; tests may bring their own.
    pub migrations: &'static [Migration],
    /// Write connections on PostgreSQL; SQLite has one.
    pub lanes: usize,
    /// Jobs that may wait in one lane before `Busy` is answered.
    pub queue: usize,
    /// Read connections.
    pub readers: usize,
    /// Jobs in one transaction. On PostgreSQL at most 64, because a batch holds the locks of its hubs.
    pub batch: usize,
    /// SQLite: hold the data folder for this process alone. The command line beside a server sets it to false.
    pub exclusive: bool,
    /// How long a job may wait for its turn.
    pub deadline: Duration,
    /// How long the SQL of one write may run on SQLite.
    pub job_time: Duration,
    /// How long a read may run.
    pub read_time: Duration,
    /// How long a COMMIT, a lock or a statement may take before the lane gets a new connection.
    pub commit_time: Duration,
    /// How often a keyed job in doubt is run again.
    pub replays: u32,
    /// How long a keyed job in doubt is run again before `Unknown` is answered.
    pub replay_time: Duration,
    /// PostgreSQL: do without the lock per hub. Only for the control of the oversell test, which must then oversell.
    pub without_hub_lock: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            statements: Vec::new(),
            migrations: MIGRATIONS,
            lanes: 4,
            queue: 1024,
            readers: 4,
            batch: 512,
            exclusive: true,
            deadline: Duration::from_secs(5),
            job_time: Duration::from_millis(100),
            read_time: Duration::from_secs(5),
            commit_time: Duration::from_secs(5),
            replays: 3,
            replay_time: Duration::from_secs(10),
            without_hub_lock: false,
        }
    }
}

/// Counters since the database was opened.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Figures {
    /// Jobs waiting now.
    pub queue: u64,
    /// Transactions committed.
    pub batches: u64,
    /// Jobs confirmed.
    pub jobs: u64,
    /// Jobs answered `Failed`.
    pub failed: u64,
    /// Jobs and reads answered `Busy`.
    pub busy: u64,
    /// Jobs answered `Unknown`.
    pub unknown: u64,
    /// Attempts that met a full disk.
    pub full: u64,
    /// Keyed jobs run again after a COMMIT in doubt.
    pub replayed: u64,
    /// Lane threads and reader threads replaced because they hung or died.
    pub replaced: u64,
    /// Duration of the latest COMMIT in microseconds.
    pub last_commit_micros: u64,
}

#[derive(Default)]
pub(super) struct Counts {
    pub(super) batches: AtomicU64,
    pub(super) jobs: AtomicU64,
    pub(super) failed: AtomicU64,
    pub(super) busy: AtomicU64,
    pub(super) unknown: AtomicU64,
    pub(super) full: AtomicU64,
    pub(super) replayed: AtomicU64,
    pub(super) replaced: AtomicU64,
    pub(super) last_commit_micros: AtomicU64,
    pub(super) commits: Histogram,
}

impl Counts {
    pub(super) fn add(counter: &AtomicU64, by: usize) {
        counter.fetch_add(u64::try_from(by).unwrap_or(0), Ordering::Relaxed);
    }

    pub(super) fn figures(&self, queue: usize) -> Figures {
        let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        Figures {
            queue: u64::try_from(queue).unwrap_or(u64::MAX),
            batches: read(&self.batches),
            jobs: read(&self.jobs),
            failed: read(&self.failed),
            busy: read(&self.busy),
            unknown: read(&self.unknown),
            full: read(&self.full),
            replayed: read(&self.replayed),
            replaced: read(&self.replaced),
            last_commit_micros: read(&self.last_commit_micros),
        }
    }
}

pub(super) struct Core {
    pub(super) options: Options,
    pub(super) registry: Registry,
    pub(super) clock: Clock,
    pub(super) counts: Counts,
    /// SQLite names the columns of a unique constraint; here stands the constraint's own name.
    pub(super) constraints: HashMap<String, String>,
    latest: AtomicI64,
    start: Tick,
}

impl Core {
    pub(super) fn new(options: Options, registry: Registry, clock: Clock, constraints: HashMap<String, String>) -> Self {
        Self { options, registry, clock, constraints, counts: Counts::default(), latest: AtomicI64::new(i64::MIN), start: Tick::now() }
    }

    /// The stamp of a batch: the clock's time, but never before an earlier stamp of this process.
    pub(super) fn stamp(&self) -> Instant {
        let now = self.clock.now().micros();
        let before = self.latest.fetch_max(now, Ordering::SeqCst);
        Instant::from_micros(now.max(before))
    }

    /// Microseconds since the database was opened, for deadlines that are read without a lock.
    pub(super) fn elapsed(&self) -> i64 {
        i64::try_from(self.start.elapsed().as_micros()).unwrap_or(i64::MAX)
    }
}

/// Locks; a thread that panicked while holding the lock left only plain values behind.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

thread_local! {
    static OWN: Cell<bool> = const { Cell::new(false) };
}

/// Marks a thread as one of the database's own, which must not wait for its end.
pub(super) fn own_thread() {
    OWN.set(true);
}

/// Whether this thread is one of the database's own.
pub(super) fn is_own_thread() -> bool {
    OWN.get()
}
