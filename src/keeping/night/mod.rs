//! The night round: once a night each hub forgets what is older than its period, as the table in `src/retention/` says.
//! Nouns: `NightRound` (the worker), part (at most 100 rows in one transaction), leap (the clock is suddenly a week ahead).
//! URLs: none. Invariants: each part is committed by itself and may be done again, so a server that is killed goes on where it was; the
//! log counts rows and names nobody; a clock that leaps ahead removes nothing in its first night, one that falls back delays nothing.
//! Must not know: pages, mails' words.

mod files;
mod store;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use booking::Span;
use uuid::Uuid;

pub use store::STATEMENTS;

use super::{PART, PAUSE};
use crate::app::App;
use crate::auth::store::forget_access;
use crate::auth::{SESSION_IDLE, SESSION_LONGEST};
use crate::clock::Instant;
use crate::db::{DbResult, Failure, HubId, Scope, Tx};
use crate::features::pages;
use crate::jobs::due;
use crate::organisations;
use crate::retention::{self, CLASSES, Kept, Periods, Record};
use crate::tenancy::{self, Hub};

/// Looks at least this often whether a night has come.
const ROUND: Duration = Duration::from_secs(30);
/// Nights begin this long after midnight in the hub, when nobody books.
const AFTER_MIDNIGHT: Span = Span::from_hours(2);
/// Over so many minutes the hubs of an installation are spread.
const SPREAD: i64 = 150;
/// A night that lies further ahead was set by a clock that ran wrong.
const AHEAD_AT_MOST: Span = Span::from_days(2);
/// So long after the last night a clock may have leapt: this night is only noted, and the next one works.
const LEAP: Span = Span::from_days(7);
/// Sessions, files and failed sign-ins are of the installation: they are looked through this often.
const HOUSE_ROUND: Span = Span::from_hours(1);

/// Removes at most so many rows older than an instant, and tells how many.
type Part = fn(&Tx<'_>, HubId, Instant, u32) -> DbResult<u64>;

/// How records of a class are removed; nothing for those that are of the whole installation, and for those that people remove.
fn part(record: Record) -> Option<Part> {
    match record {
        Record::Registration => Some(store::seated),
        Record::Waitlist => Some(store::waited),
        Record::History => Some(store::history),
        Record::Form => Some(store::forms),
        Record::SentMail => Some(store::sent_mails),
        Record::StuckMail => Some(store::stuck_mails),
        Record::EventChange => Some(store::changes),
        Record::Barrier => Some(store::barriers),
        Record::OrganisationContact => Some(organisations::store::forget_old_contacts),
        Record::Request => Some(store::requests),
        Record::PageRevision => Some(pages::store::forget),
        Record::MailFile | Record::Session | Record::SignIn | Record::Account | Record::Programme => None,
    }
}

/// Forgets what need not be kept.
pub struct NightRound {
    app: App,
    house: Mutex<Option<Instant>>,
}

impl NightRound {
    /// A worker.
    pub fn new(app: App) -> Self {
        Self { app, house: Mutex::default() }
    }

    /// Works until the task is ended.
    pub async fn work(self) {
        loop {
            if let Err(failure) = self.round().await {
                tracing::warn!(%failure, "the night round failed; it runs again");
            }
            tokio::time::sleep(ROUND).await;
        }
    }

    /// Sets nights where there are none, and works through those that have come. How many rows went.
    pub async fn round(&self) -> Result<u64, Failure> {
        let now = self.app.clock().now();
        let mut gone = self.house(now).await?;
        self.set_nights(now).await?;
        for (hub, _) in self.app.db().read(Scope::Installation, move |tx| due::coming(tx, due::NIGHT, now)).await? {
            if let Some(hub) = self.hub(hub).await? {
                gone += self.night(&hub, now).await?;
            }
        }
        Ok(gone)
    }

    /// Nights for hubs that are new, and for those whose night a wrong clock has put far ahead.
    async fn set_nights(&self, now: Instant) -> Result<(), Failure> {
        let latest = now.plus(AHEAD_AT_MOST);
        for id in self.app.db().read(Scope::Installation, move |tx| due::without(tx, due::NIGHT, latest)).await? {
            if let Some(hub) = self.hub(id).await? {
                let next = next_night(&hub, now);
                self.app.db().write(id, move |tx, _| due::set(tx, id, due::NIGHT, Uuid::nil(), next)).await?;
            }
        }
        Ok(())
    }

    async fn hub(&self, id: HubId) -> Result<Option<Arc<Hub>>, Failure> {
        let slug = self.app.db().read(Scope::Installation, move |tx| tenancy::store::slug_by_id(tx, id)).await?;
        self.app.directory().by_slug(slug.as_deref().unwrap_or_default()).await
    }

    async fn night(&self, hub: &Hub, now: Instant) -> Result<u64, Failure> {
        let (id, next) = (hub.id, next_night(hub, now));
        let (periods, nights) = self.app.db().read(id, move |tx| Ok((retention::periods(tx, id)?, retention::nights(tx, id)?))).await?;
        let mut gone = Vec::new();
        if has_leapt(nights.iter().map(|night| night.at).max(), now) {
            tracing::info!(hub = hub.slug, "no night round for a week: this one is only noted, in case the clock is wrong; the next one forgets");
            gone.extend(CLASSES.iter().filter(|class| part(class.record).is_some()).map(|class| (class.record, 0)));
        } else {
            for class in CLASSES {
                if let (Some(part), Some(span)) = (part(class.record), periods.span(class.record)) {
                    gone.push((class.record, self.forget(id, part, now.minus(span)).await?));
                }
            }
        }
        let rows = gone.iter().map(|(_, rows)| rows).sum();
        for (record, rows) in gone.iter().filter(|(_, rows)| *rows > 0) {
            tracing::info!(hub = hub.slug, class = record.as_str(), rows, "forgotten");
        }
        self.app.db().write(id, move |tx, _| note(tx, id, &gone, now, next)).await?;
        Ok(rows)
    }

    /// Removes part by part, with pauses in which the hub's own writes go first.
    async fn forget(&self, hub: HubId, part: Part, before: Instant) -> Result<u64, Failure> {
        let mut gone = 0;
        loop {
            let rows = self.app.db().write(hub, move |tx, _| part(tx, hub, before, PART)).await?;
            gone += rows;
            if rows == 0 {
                return Ok(gone);
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// What belongs to the installation: sessions, mails kept as files, counted failures.
    async fn house(&self, now: Instant) -> Result<u64, Failure> {
        if !self.house_is_due(now) {
            return Ok(0);
        }
        self.app.limits().forget(now);
        let (idle, oldest) = (now.minus(SESSION_IDLE), now.minus(SESSION_LONGEST));
        // A form is good for a day: a link that ended before cannot be revived by sending its form again.
        let ended = now.minus(Span::from_days(2));
        let forget = move |tx: &Tx<'_>, _| Ok(store::sessions(tx, idle, oldest, PART)? + forget_access(tx, ended)?);
        let sessions = self.app.db().write(Scope::Installation, forget).await?;
        let files = match Periods::default().span(Record::MailFile) {
            Some(span) => files::forget(self.app.config().data.join("mails"), now.minus(span)).await,
            None => 0,
        };
        if sessions + files > 0 {
            tracing::info!(sessions, mail_files = files, "forgotten");
        }
        Ok(sessions + files)
    }

    fn house_is_due(&self, now: Instant) -> bool {
        let mut last = self.house.lock().unwrap_or_else(PoisonError::into_inner);
        let due = last.is_none_or(|last| now >= last.plus(HOUSE_ROUND) || now < last);
        if due {
            *last = Some(now);
        }
        due
    }
}

fn note(tx: &Tx<'_>, hub: HubId, gone: &[(Record, u64)], now: Instant, next: Instant) -> DbResult<()> {
    for (record, rows) in gone {
        retention::note(tx, hub, *record, i64::try_from(*rows).unwrap_or(i64::MAX), now)?;
    }
    due::set(tx, hub, due::NIGHT, Uuid::nil(), next)
}

/// Whether the clock may have leapt ahead since the last night. Before the first one nothing can be told, so it counts as a leap.
fn has_leapt(last: Option<Instant>, now: Instant) -> bool {
    last.is_none_or(|last| now > last.plus(LEAP))
}

/// The next night of a hub: between two and half past four in its zone.
fn next_night(hub: &Hub, now: Instant) -> Instant {
    let minutes = hub.id.raw().wrapping_mul(37).rem_euclid(SPREAD);
    let night = |day| hub.midnight(day).plus(AFTER_MIDNIGHT).plus(Span::from_minutes(minutes));
    let today = hub.today(now);
    let this = night(today);
    if this > now { this } else { night(today.tomorrow().unwrap_or(today)) }
}

/// Whether every class has somebody who removes its records: for the test of the table.
pub fn is_cared_for(record: Record) -> bool {
    part(record).is_some() || matches!(record, Record::MailFile | Record::Session | Record::SignIn) || record.class().kept == Kept::ByHand
}
