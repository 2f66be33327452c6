//! Reads the calendars of others when their time has come, beside the requests. Two servers on one database do not read twice: whoever
//! moves the time in a write of the hub has the turn.

use std::sync::Arc;
use std::time::Duration;

use booking::Span;
use tokio::task::JoinSet;
use url::Url;

use super::BYTES_AT_MOST;
use super::reading;
use super::review::{At, settle};
use super::store::{self, Calendar, CalendarId};
use super::trouble;
use crate::app::App;
use crate::clock::Instant;
use crate::db::{Failure, HubId, Scope};
use crate::fetch::{Fetched, Fetcher};
use crate::jobs::due;
use crate::problem::Problem;
use crate::tenancy::{self, Hub};

/// Looks at least this often.
const ROUND: Duration = Duration::from_secs(30);
/// Calendars that are read at the same time.
const AT_ONCE: usize = 4;
/// A turn that was begun is not taken by another server for so long.
const TURN: Span = Span::from_minutes(10);
/// Read again after this time.
const EVERY: Span = Span::from_hours(6);
/// After a failure sooner.
const AGAIN: Span = Span::from_hours(1);
/// An uploaded file waits so long for somebody to take it over.
pub const UPLOAD_KEPT: Span = Span::from_hours(24);

/// Reads calendars.
#[derive(Clone)]
pub struct Calendars {
    app: App,
    fetcher: Fetcher,
}

impl Calendars {
    /// A reader with what the operator allows.
    pub fn new(app: App) -> Result<Self, rustls::Error> {
        let config = app.config();
        let fetcher = Fetcher::new(&config.public_url, config.private_calendars.clone(), BYTES_AT_MOST)?;
        Ok(Self { app, fetcher })
    }

    /// Works until the task is ended.
    pub async fn work(self) {
        loop {
            if let Err(failure) = self.round().await {
                tracing::warn!(%failure, "calendars of others could not be read; that is tried again");
            }
            tokio::time::sleep(ROUND).await;
        }
    }

    /// Reads everything that is due. How many calendars that was.
    pub async fn round(&self) -> Result<usize, Failure> {
        let now = self.app.clock().now();
        let coming = self.app.db().read(Scope::Installation, move |tx| due::coming(tx, due::CALENDAR, now)).await?;
        let mut done = 0;
        for some in coming.chunks(AT_ONCE) {
            let mut reading = JoinSet::new();
            for (hub, id) in some.iter().copied() {
                let worker = self.clone();
                reading.spawn(async move { worker.turn(hub, CalendarId(id)).await });
            }
            while let Some(outcome) = reading.join_next().await {
                match outcome {
                    Ok(Ok(read)) => done += usize::from(read),
                    Ok(Err(problem)) => tracing::warn!(%problem, "a calendar of others could not be read"),
                    Err(error) => tracing::warn!(%error, "reading a calendar of others ended"),
                }
            }
        }
        Ok(done)
    }

    /// One calendar, unless another server has it.
    async fn turn(&self, hub: HubId, id: CalendarId) -> Result<bool, Problem> {
        let Some(calendar) = self.app.db().write(hub, move |tx, now| claim(tx, hub, id, now)).await? else { return Ok(false) };
        let slug = self.app.db().read(Scope::Installation, move |tx| tenancy::store::slug_by_id(tx, hub)).await?;
        let Some(hub) = self.app.directory().by_slug(slug.as_deref().unwrap_or_default()).await? else { return Ok(false) };
        let fetched = match Url::parse(&calendar.address) {
            Ok(url) => self.fetcher.fetch(&url, &calendar.known).await,
            Err(_) => Err(crate::fetch::Trouble::Address),
        };
        match fetched {
            Ok(Fetched::Same) => self.keep(&hub, &calendar, None).await?,
            Ok(Fetched::File(file, known)) => self.keep(&hub, &calendar, Some((file, known))).await?,
            Err(trouble) => self.failed(&hub, &calendar, trouble::word(trouble)).await?,
        }
        Ok(true)
    }

    /// A copy that can be read takes the place of the last one; without a new one only the time has passed.
    async fn keep(&self, hub: &Arc<Hub>, calendar: &Calendar, new: Option<(Vec<u8>, crate::fetch::Known)>) -> Result<(), Problem> {
        let (id, calendar) = (hub.id, calendar.id);
        let copy = match &new {
            Some((file, _)) => ical::without_people(file),
            None => self.app.read(id, move |tx| store::copy(tx, id, calendar)).await?,
        };
        let Ok(contents) = reading::read(copy.clone(), hub, self.app.clock().now()).await? else {
            return self.failed_at(hub.id, calendar, trouble::UNUSABLE.to_owned()).await;
        };
        let (zone, known) = (hub.zone.clone(), new.map(|(_, known)| known));
        let write = move |tx: &crate::db::Tx<'_>, now: Instant| {
            if store::calendar(tx, id, calendar)?.is_none() {
                return due::clear(tx, id, due::CALENDAR, calendar.0);
            }
            if let Some(known) = &known {
                store::set_copy(tx, id, calendar, &copy, known)?;
            }
            store::set_read(tx, id, calendar, now)?;
            settle(tx, At { hub: id, zone: &zone, calendar, now }, &contents)?;
            due::set(tx, id, due::CALENDAR, calendar.0, now.plus(EVERY))
        };
        Ok(self.app.db().write(id, write).await?)
    }

    async fn failed(&self, hub: &Hub, calendar: &Calendar, word: String) -> Result<(), Problem> {
        self.failed_at(hub.id, calendar.id, word).await
    }

    async fn failed_at(&self, hub: HubId, calendar: CalendarId, word: String) -> Result<(), Problem> {
        tracing::info!(calendar = %calendar, trouble = word, "a calendar of others could not be read; the last copy stays");
        let write = move |tx: &crate::db::Tx<'_>, now: Instant| {
            store::set_trouble(tx, hub, calendar, now, &word)?;
            due::set(tx, hub, due::CALENDAR, calendar.0, now.plus(AGAIN))
        };
        Ok(self.app.db().write(hub, write).await?)
    }
}

/// Takes the turn of a calendar that is still due; an uploaded file whose day is over goes instead.
fn claim(tx: &crate::db::Tx<'_>, hub: HubId, id: CalendarId, now: Instant) -> crate::db::DbResult<Option<Calendar>> {
    if due::at(tx, hub, due::CALENDAR, id.0)?.is_none_or(|at| at > now) {
        return Ok(None);
    }
    match store::calendar(tx, hub, id)? {
        Some(calendar) if !calendar.address.is_empty() => {
            due::set(tx, hub, due::CALENDAR, id.0, now.plus(TURN))?;
            Ok(Some(calendar))
        }
        _ => {
            store::delete(tx, hub, id)?;
            due::clear(tx, hub, due::CALENDAR, id.0)?;
            Ok(None)
        }
    }
}
