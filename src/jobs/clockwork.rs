//! The task that looks what is due and lets time pass there.

use std::time::Duration;

use crate::app::App;
use crate::clock::Instant;
use crate::db::{DbResult, Failure, HubId, Scope, Tx};
use crate::ids::OccasionId;
use crate::jobs::due;

/// Lets time pass at one occasion; handed over by the feature that knows it.
pub type WaitlistJob = fn(&Tx<'_>, HubId, OccasionId, Instant) -> DbResult<()>;

/// Looks at least this often, for what other nodes wrote.
const ROUND: Duration = Duration::from_secs(1);

/// Runs what is due.
pub struct Clockwork {
    app: App,
    waitlist: WaitlistJob,
}

impl Clockwork {
    /// A clockwork with the jobs of the features.
    pub fn new(app: App, waitlist: WaitlistJob) -> Self {
        Self { app, waitlist }
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

    /// Runs everything that is due now. How many jobs ran.
    pub async fn round(&self) -> Result<usize, Failure> {
        let now = self.app.clock().now();
        let coming = self.app.db().read(Scope::Installation, move |tx| due::coming(tx, due::WAITLIST, now)).await?;
        let job = self.waitlist;
        for (hub, occasion) in &coming {
            let (hub, occasion) = (*hub, OccasionId(*occasion));
            self.app.db().write(hub, move |tx, now| job(tx, hub, occasion, now)).await?;
            self.app.changed(hub);
        }
        Ok(coming.len())
    }
}
