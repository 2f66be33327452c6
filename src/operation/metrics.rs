//! `/metrics`: figures for whoever watches over the server, in the text format of Prometheus.

use std::sync::Arc;
use std::time::{Duration, Instant as Ticks};

use axum::extract::{Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use tokio::sync::Mutex;

use super::access::may_read;
use super::text::{Text, seconds};
use crate::app::App;
use crate::db::{Failure, Scope, copies};
use crate::mail::outbox::{self, Backlog};
use crate::problem::Problem;
use crate::tenancy;

/// So long one look at the outboxes of all hubs answers all who ask.
const KEPT: Duration = Duration::from_secs(10);

/// The outboxes of all hubs as they were a moment ago.
#[derive(Debug, Default)]
pub struct Outboxes(Mutex<Option<(Ticks, Backlogs)>>);

/// By part of the address of the hub.
type Backlogs = Arc<Vec<(String, Backlog)>>;

/// `GET /metrics`
pub async fn show(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let (parts, _) = request.into_parts();
    if !may_read(app.config(), &parts) {
        return Err(Problem::Forbidden);
    }
    let mut text = Text::default();
    program(&mut text, &app);
    requests(&mut text, &app);
    database(&mut text, &app);
    mails(&mut text, &app).await;
    disk(&mut text, &app);
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text.finish()).into_response())
}

fn program(text: &mut Text, app: &App) {
    text.metric("nabe_build_info", "gauge", "The running version and its database engine; always 1.");
    text.line("nabe_build_info", &[("version", env!("CARGO_PKG_VERSION")), ("engine", app.db().engine_name())], 1);
    text.single("nabe_uptime_seconds", "gauge", "Since the program was put together.", app.meters().uptime().as_secs());
    text.single("nabe_draining", "gauge", "1 while the server ends.", u8::from(app.drain().has_begun()));
    if let Some(bytes) = resident_bytes() {
        text.single("process_resident_memory_bytes", "gauge", "Memory in use.", bytes);
    }
}

fn requests(text: &mut Text, app: &App) {
    text.metric("nabe_http_requests_total", "counter", "Answers by route and class of status.");
    for (route, class, count) in app.meters().requests() {
        text.line("nabe_http_requests_total", &[("route", &route), ("status", class)], count);
    }
    text.metric("nabe_http_request_seconds", "histogram", "How long answers took, to those who read and to those who wrote.");
    for (kind, reading) in app.meters().durations() {
        text.histogram("nabe_http_request_seconds", &[("kind", kind)], &reading);
    }
    text.metric("nabe_bookings_total", "counter", "Requests for places by what became of them.");
    for (outcome, count) in app.meters().bookings() {
        text.line("nabe_bookings_total", &[("outcome", outcome)], count);
    }
}

fn database(text: &mut Text, app: &App) {
    let figures = app.db().figures();
    text.single("nabe_database_queue", "gauge", "Reads and writes that wait for their turn.", figures.queue);
    text.metric("nabe_database_commit_seconds", "histogram", "How long each COMMIT took.");
    text.histogram("nabe_database_commit_seconds", &[], &app.db().commits());
    text.metric("nabe_database_jobs_total", "counter", "Writes by how they ended.");
    for (outcome, count) in [("done", figures.jobs), ("failed", figures.failed), ("busy", figures.busy), ("unknown", figures.unknown)] {
        text.line("nabe_database_jobs_total", &[("outcome", outcome)], count);
    }
    text.single("nabe_database_disk_full_total", "counter", "Writes that met a full disk.", figures.full);
    text.single("nabe_database_replayed_total", "counter", "Writes run again because a COMMIT was in doubt.", figures.replayed);
    text.single("nabe_database_threads_replaced_total", "counter", "Database threads that hung or died.", figures.replaced);
}

async fn mails(text: &mut Text, app: &App) {
    let Ok(hubs) = app.outboxes().look(app).await else { return };
    text.metric(
        "nabe_outbox_mails",
        "gauge",
        "Mails that have not left: waiting for their time or another try, set aside after failures, paused since a restore.",
    );
    for (hub, backlog) in hubs.iter() {
        for (state, count) in [("queued", backlog.queued), ("parked", backlog.parked), ("paused", backlog.paused)] {
            text.line("nabe_outbox_mails", &[("hub", hub), ("state", state)], count);
        }
    }
    text.metric("nabe_outbox_overdue_seconds", "gauge", "For how long the mail that waits longest should have left.");
    for (hub, backlog) in hubs.iter() {
        text.line("nabe_outbox_overdue_seconds", &[("hub", hub)], seconds(backlog.overdue_micros));
    }
}

fn disk(text: &mut Text, app: &App) {
    let config = app.config();
    if let Some(free) = copies::free_bytes(&config.data) {
        text.single("nabe_disk_free_bytes", "gauge", "Room for the program on the disk of its data.", free);
    }
    let standing = app.backups().standing(app);
    if let Some(last) = &standing.last {
        text.single("nabe_backup_failed", "gauge", "1 when the last backup that the server tried to take failed.", u8::from(last.failure.is_some()));
    }
    if let Some(mark) = &standing.newest {
        text.single("nabe_backup_bytes", "gauge", "Size of the newest backup.", mark.bytes);
        let age = app.clock().now().micros().saturating_sub(mark.made.as_microsecond());
        text.single("nabe_backup_age_seconds", "gauge", "Since the newest backup was made.", seconds(u64::try_from(age).unwrap_or(0)));
    }
}

impl Outboxes {
    async fn look(&self, app: &App) -> Result<Backlogs, Failure> {
        let mut last = self.0.lock().await;
        if let Some((_, hubs)) = last.as_ref().filter(|(at, _)| at.elapsed() < KEPT) {
            return Ok(Arc::clone(hubs));
        }
        let now = app.clock().now();
        let mut hubs = Vec::new();
        for hub in app.db().read(Scope::Installation, tenancy::store::hubs).await? {
            hubs.push((hub.slug, app.db().read(hub.id, move |tx| outbox::backlog(tx, hub.id, now)).await?));
        }
        let hubs = Arc::new(hubs);
        *last = Some((Ticks::now(), Arc::clone(&hubs)));
        Ok(hubs)
    }
}

/// Memory of this process, as the kernel says.
fn resident_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().trim_end_matches(" kB").trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
