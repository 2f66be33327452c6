//! Brings the counters into the database.

use std::time::Duration;

use super::store;
use crate::app::App;
use crate::db::{Failure, HubId, Scope};
use crate::tenancy;

/// How often.
const ROUND: Duration = Duration::from_mins(1);

/// Flushes once a minute.
pub struct Worker {
    app: App,
}

impl Worker {
    /// A worker.
    pub fn new(app: App) -> Self {
        Self { app }
    }

    /// Works until the task is ended.
    pub async fn work(self) {
        loop {
            tokio::time::sleep(ROUND).await;
            flush(&self.app).await;
        }
    }
}

/// Brings everything that was counted into the database, to the present day of each hub: what was counted in the last minute before
/// midnight may go to the day after. What cannot be kept now stays counted.
pub async fn flush(app: &App) {
    for (hub, counts) in app.counters().take() {
        match keep(app, hub, counts.clone()).await {
            // Whether it was kept is not known: counting twice would be worse than missing a minute.
            Ok(()) | Err(Failure::Unknown) => {}
            Err(failure) => {
                tracing::warn!(%failure, "counters could not be kept; they are tried again");
                for (what, times) in &counts {
                    app.counters().add(hub, what, *times);
                }
            }
        }
    }
}

async fn keep(app: &App, id: HubId, counts: Vec<(String, u64)>) -> Result<(), Failure> {
    let slug = app.db().read(Scope::Installation, move |tx| tenancy::store::slug_by_id(tx, id)).await?;
    let Some(hub) = app.directory().by_slug(slug.as_deref().unwrap_or_default()).await? else { return Ok(()) };
    let today = hub.today(app.clock().now());
    let add =
        move |tx: &crate::db::Tx<'_>, _| counts.iter().try_for_each(|(what, times)| store::add(tx, id, today, what, i64::try_from(*times).unwrap_or(i64::MAX)));
    app.db().write(id, add).await
}
