//! Backups that the server takes by itself, and who hears of it when one fails.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::alarm;
use super::schedule::{self, Known};
use crate::app::App;
use crate::config::BackupPlan;
use crate::db::Source;
use crate::db::copies::{self, CopyError, Mark, Taken};

/// How often the schedule is looked at.
const LOOK: Duration = Duration::from_secs(5);
/// Tables whose rows a backup tells.
pub const COUNTED: [&str; 3] = ["booking", "hub", "picture"];

/// How backups went since the start.
#[derive(Debug, Default)]
pub struct Backups {
    last: Mutex<Option<Attempt>>,
}

/// One try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// When it ended.
    pub at: Timestamp,
    /// Why it failed, if it did.
    pub failure: Option<Why>,
}

/// Why a backup failed, as far as people can do something about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Too little room.
    NoRoom,
    /// The database itself is damaged.
    Unsound,
    /// The folder cannot be written, or something else; the log says what.
    Other,
}

/// How backups stand, for people and for metrics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The newest backup in the folder, whoever took it.
    pub newest: Option<Mark>,
    /// The last try of this server, if there was one since its start.
    pub last: Option<Attempt>,
    /// When the next is due; nothing when none are taken by themselves.
    pub next: Option<Timestamp>,
}

impl Backups {
    /// How backups stand now.
    pub fn standing(&self, app: &App) -> Standing {
        let plan = app.config().backups.as_ref();
        let folder = plan.map_or_else(|| app.config().data.join("backups"), |plan| plan.to.clone());
        let next = plan.map(|plan| schedule::next(plan.at, &TimeZone::system(), now(app)));
        Standing { newest: copies::newest(&folder).map(|(_, mark)| mark), last: self.last(), next }
    }

    fn last(&self) -> Option<Attempt> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn ended(&self, attempt: Attempt) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(attempt);
    }
}

/// Takes backups when they are due, until the server ends. Does nothing where none are to be taken.
pub async fn work(app: App) {
    let (Some(plan), Source::Sqlite(data)) = (app.config().backups.clone(), app.config().source.clone()) else { return };
    let (started, zone, mut untold) = (now(&app), TimeZone::system(), None);
    while !app.drain().has_begun() {
        let known = Known {
            started,
            newest: copies::scheduled(&plan.to).first().map(|(_, mark)| mark.made),
            failed: app.backups().last().filter(|last| last.failure.is_some()).map(|last| last.at),
        };
        if schedule::is_due(known, plan.at, &zone, now(&app)) {
            let first = known.failed.is_none();
            let failure = take(&app, &data, &plan).await;
            // Once for each row of failures: the metrics and the page of the hub go on saying so.
            untold = failure.filter(|_| first).or(untold.filter(|_| failure.is_some()));
        }
        if let Some(why) = untold
            && alarm::raise(&app, why).await
        {
            untold = None;
        }
        tokio::select! {
            () = tokio::time::sleep(LOOK) => {}
            () = app.drain().begun() => {}
        }
    }
}

/// Takes one backup now; why it failed, if it did.
pub async fn take(app: &App, data: &Path, plan: &BackupPlan) -> Option<Why> {
    let (data, plan, clock) = (data.to_owned(), plan.clone(), app.clock().clone());
    let taking = tokio::task::spawn_blocking(move || copies::take_scheduled(&data, &plan.to, plan.keep, &COUNTED, &clock));
    let failure = match taking.await {
        Ok(Ok(Taken { path, bytes, took, .. })) => {
            tracing::info!(file = %path.display(), bytes, seconds = took.as_secs_f64(), "backup taken");
            None
        }
        Ok(Err(error)) => {
            tracing::error!(%error, "the backup failed; the next try comes in an hour");
            Some(why(&error))
        }
        Err(_) => Some(Why::Other),
    };
    app.backups().ended(Attempt { at: now(app), failure });
    failure
}

fn why(error: &CopyError) -> Why {
    match error {
        CopyError::NoRoom { .. } => Why::NoRoom,
        CopyError::Unsound(_) => Why::Unsound,
        _ => Why::Other,
    }
}

fn now(app: &App) -> Timestamp {
    Timestamp::from_microsecond(app.clock().now().micros()).unwrap_or(Timestamp::UNIX_EPOCH)
}
