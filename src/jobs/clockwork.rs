//! The task that looks what is due and does it.

use std::time::Duration;

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
    /// What is done about the thing that the row names.
    pub run: fn(&Tx<'_>, HubId, Uuid, Instant) -> DbResult<()>,
}

/// Looks at least this often, for what other nodes wrote.
const ROUND: Duration = Duration::from_secs(1);

/// Runs what is due.
pub struct Clockwork {
    app: App,
    jobs: &'static [Job],
}

impl Clockwork {
    /// A clockwork with the jobs of the features.
    pub fn new(app: App, jobs: &'static [Job]) -> Self {
        Self { app, jobs }
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
        for job in self.jobs {
            ran += self.run(*job).await?;
        }
        Ok(ran)
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
