//! The task that looks what is due and does it.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant as Ticks};

use booking::Span;
use uuid::Uuid;

use crate::app::App;
use crate::clock::Instant;
use crate::db::{DbResult, Failure, HubId, Scope, Tx};
use crate::jobs::due;

/// What is done in a hub when its time has come, in one write transaction. It says itself when it is due again, or clears its row:
/// what stays due runs again at once. It may run twice.
#[derive(Clone, Copy)]
pub struct Job {
    /// The kind of its rows in `due`.
    pub kind: &'static str,
    /// Whether each hub has it every day: a hub that has no row, or one further ahead than a day, gets one.
    pub daily: bool,
    /// What is done about the thing that the row names.
    pub run: fn(&Tx<'_>, HubId, Uuid, Instant) -> DbResult<()>,
}

/// Looks at least this often, for what other nodes wrote.
const ROUND: Duration = Duration::from_secs(1);

/// New hubs, and clocks that were set back, are noticed after this time.
const ENLISTING: Duration = Duration::from_mins(1);
/// No two runs of a daily job lie further apart, not even on the day of 25 hours.
const LONGEST_DAY: Span = Span::from_hours(26);

/// Runs what is due.
pub struct Clockwork {
    app: App,
    jobs: &'static [Job],
    enlisted: Mutex<Option<Ticks>>,
}

impl Clockwork {
    /// A clockwork with the jobs of the features.
    pub fn new(app: App, jobs: &'static [Job]) -> Self {
        Self { app, jobs, enlisted: Mutex::default() }
    }

    /// Works until the task is ended.
    pub async fn work(self) {
        let mut wakes = self.app.wakes();
        loop {
            if let Err(failure) = self.round().await {
                tracing::warn!(%failure, "jobs failed; they run again");
            }
            let _ = tokio::time::timeout(ROUND, wakes.changed()).await;
        }
    }

    /// Runs everything that is due now, of each kind the oldest. How many jobs ran.
    pub async fn round(&self) -> Result<usize, Failure> {
        let mut ran = 0;
        self.enlist().await?;
        for job in self.jobs {
            ran += self.run(*job).await?;
        }
        Ok(ran)
    }

    /// Gives every hub its daily jobs. A new row is due at once: the job then says when it runs again.
    async fn enlist(&self) -> Result<(), Failure> {
        let is_fresh = |since: &Ticks| since.elapsed() < ENLISTING;
        if self.enlisted.lock().unwrap_or_else(PoisonError::into_inner).as_ref().is_some_and(is_fresh) {
            return Ok(());
        }
        for job in self.jobs.iter().filter(|job| job.daily) {
            let latest = self.app.clock().now().plus(LONGEST_DAY);
            for hub in self.app.db().read(Scope::Installation, move |tx| due::without(tx, job.kind, latest)).await? {
                self.app.db().write(hub, move |tx, now| due::set(tx, hub, job.kind, Uuid::nil(), now)).await?;
            }
        }
        *self.enlisted.lock().unwrap_or_else(PoisonError::into_inner) = Some(Ticks::now());
        Ok(())
    }

    async fn run(&self, job: Job) -> Result<usize, Failure> {
        let now = self.app.clock().now();
        let coming = self.app.db().read(Scope::Installation, move |tx| due::coming(tx, job.kind, now)).await?;
        for (hub, what) in &coming {
            let (hub, what) = (*hub, *what);
            self.app.db().write(hub, move |tx, now| (job.run)(tx, hub, what, now)).await?;
            self.app.changed(hub);
        }
        Ok(coming.len())
    }
}
