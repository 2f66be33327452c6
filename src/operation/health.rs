//! `/health/live` and `/health/ready`: for systemd, load balancers and whoever watches.

use std::time::{Duration, Instant as Ticks};

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use tokio::sync::Mutex;

use super::store;
use crate::app::App;
use crate::db::{Failure, MIGRATIONS, Scope, Source, Trouble, copies};

/// The database has to have written by then.
const DEADLINE: Duration = Duration::from_secs(2);
/// So long one look answers all who ask: probes must not become a burden.
const KEPT: Duration = Duration::from_secs(1);

/// With less room on the disk than this the next bookings could not be kept.
const ROOM: u64 = 1024 * 1024;

/// What the last look at the database showed.
#[derive(Debug, Default)]
pub struct Health {
    last: Mutex<Option<(Ticks, Option<Reason>)>>,
}

/// Why no requests should come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Reason {
    /// The server is about to end.
    Draining,
    /// The database did not write within the deadline, or cannot be reached.
    DatabaseLate,
    /// No room on the disk.
    DiskFull,
    /// The database refuses to write for another reason; the log says which.
    DatabaseRefuses,
    /// The schema is older than the program.
    MigrationsMissing,
}

#[derive(Serialize)]
struct Said {
    ready: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Reason>,
}

/// `GET /health/live`: the process answers. Nothing else is looked at: a restart does not mend a full disk.
pub async fn live() -> &'static str {
    "ok\n"
}

/// `GET /health/ready`: bookings can be kept. 503 with the reason otherwise, and from the moment the server is told to end.
pub async fn ready(State(app): State<App>) -> Response {
    let reason = app.health().look(&app).await;
    let status = if reason.is_none() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(Said { ready: reason.is_none(), reason })).into_response()
}

impl Health {
    /// Why no requests should come, if there is a reason.
    pub(super) async fn look(&self, app: &App) -> Option<Reason> {
        if app.drain().has_begun() {
            return Some(Reason::Draining);
        }
        let mut last = self.last.lock().await;
        if let Some((at, reason)) = *last
            && at.elapsed() < KEPT
        {
            return reason;
        }
        let reason = ask(app).await;
        *last = Some((Ticks::now(), reason));
        reason
    }
}

async fn ask(app: &App) -> Option<Reason> {
    if let Source::Sqlite(folder) = &app.config().source
        && copies::free_bytes(folder).is_some_and(|free| free < ROOM)
    {
        return Some(Reason::DiskFull);
    }
    let writing = app.db().write(Scope::Installation, |tx, _| {
        store::touch(tx)?;
        store::migrations_applied(tx)
    });
    match tokio::time::timeout(DEADLINE, writing).await {
        Ok(Ok(applied)) => i64::try_from(MIGRATIONS.len()).is_ok_and(|known| applied < known).then_some(Reason::MigrationsMissing),
        Ok(Err(failure)) => {
            tracing::warn!(%failure, "not ready");
            Some(reason_of(&failure))
        }
        Err(_) => Some(Reason::DatabaseLate),
    }
}

fn reason_of(failure: &Failure) -> Reason {
    match failure {
        Failure::Busy | Failure::Unknown => Reason::DatabaseLate,
        Failure::Failed(error) => match error.trouble() {
            Trouble::Full => Reason::DiskFull,
            Trouble::Lost | Trouble::Busy | Trouble::Interrupted => Reason::DatabaseLate,
            _ => Reason::DatabaseRefuses,
        },
    }
}
