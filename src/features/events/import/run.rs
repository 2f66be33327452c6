//! Brings the hub's events in line with a plan, in small transactions beside a running server.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;

use super::plan::{Draft, Refused};
use super::sessions::Session;
use crate::bookings::Counts;
use crate::clock::Instant;
use crate::db::{Db, DbResult, Failure, HubId, Tx};
use crate::features::events::event::{Event, EventId, Kind, State, Topic, slug_of};
use crate::features::events::occurrence::{Admission, Occurrence, OccurrenceState};
use crate::features::events::store;
use crate::tenancy::{self, Hub};
use crate::ui::clean;

/// Name of this importer in `event.source`.
pub const SOURCE: &str = "sessions";
/// Pause after each transaction that wrote, so that bookings get their turn.
pub const PAUSE: Duration = Duration::from_millis(20);
/// Sessions in one transaction; each writes two rows, and a hundred rows are written at once.
pub(super) const SESSIONS_AT_ONCE: usize = 50;
/// Words below `/events` that are pages of their own.
const OWN_PAGES: [&str; 2] = ["month", "calendar"];

/// What came of one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A new event: key and title.
    Created(String, String),
    /// An event that read differently: key and title.
    Updated(String, String),
    /// Nothing was written.
    Unchanged,
    /// Not taken: key and reason.
    Refused(String, String),
}

/// How many sessions ended how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// New events.
    pub created: usize,
    /// Events that were changed.
    pub updated: usize,
    /// Events that were left alone.
    pub unchanged: usize,
    /// Sessions that were not taken.
    pub refused: usize,
}

/// How often each part of an address was given out in this run: the next number need not be searched for from 2.
pub(super) type Slugs = HashMap<String, u32>;

/// Carries out a plan and tells of each session in the order of the file. What the file says wins over what was edited here in title,
/// texts, host, place, strand, sort, time and state; everything else of an event stays. After a failure the same plan can be run
/// again: what is done is not done twice.
pub fn bring_in(db: &Db, hub: &Hub, plan: Vec<Result<Draft, Refused>>, mut tell: impl FnMut(&Outcome)) -> Result<Tally, Failure> {
    let mut tally = Tally::default();
    let mut slugs = Slugs::new();
    let mut left = plan.into_iter().peekable();
    while left.peek().is_some() {
        let part: Arc<[Result<Draft, Refused>]> = left.by_ref().take(SESSIONS_AT_ONCE).collect();
        let outcomes = if is_unchanged(db, hub.id, Arc::clone(&part))? {
            part.iter().map(|step| step.as_ref().map_or_else(told, |_| Outcome::Unchanged)).collect()
        } else {
            let (outcomes, given) = write(db, hub, part, slugs)?;
            slugs = given;
            std::thread::sleep(PAUSE);
            outcomes
        };
        for outcome in &outcomes {
            tally.count(outcome);
            tell(outcome);
        }
    }
    Ok(tally)
}

/// Coming events of earlier files that are in this one no more, by key and title. They stay: whether they are called off is for people to
/// decide.
pub fn vanished(db: &Db, hub: &Hub, sessions: &[Session]) -> Result<Vec<(String, String)>, Failure> {
    let there: HashSet<String> = sessions.iter().map(|session| clean(&session.key)).collect();
    let (id, now) = (hub.id, db.clock().now());
    let mut coming = db.read_blocking(id, move |tx| store::coming_of_source(tx, id, SOURCE, now))?;
    coming.retain(|(key, _)| !there.contains(key));
    Ok(coming)
}

impl Tally {
    pub(super) fn count(&mut self, outcome: &Outcome) {
        let counter = match outcome {
            Outcome::Created(..) => &mut self.created,
            Outcome::Updated(..) => &mut self.updated,
            Outcome::Unchanged => &mut self.unchanged,
            Outcome::Refused(..) => &mut self.refused,
        };
        *counter += 1;
    }
}

/// Whether a part needs no write at all: then the lane of the hub is not troubled.
fn is_unchanged(db: &Db, hub: HubId, part: Arc<[Result<Draft, Refused>]>) -> Result<bool, Failure> {
    db.read_blocking(hub, move |tx| {
        for draft in part.iter().flatten() {
            if store::find_source(tx, hub, SOURCE, &draft.key)?.is_none_or(|(_, print)| print != draft.print) {
                return Ok(false);
            }
        }
        Ok(true)
    })
}

fn write(db: &Db, hub: &Hub, part: Arc<[Result<Draft, Refused>]>, slugs: Slugs) -> Result<(Vec<Outcome>, Slugs), Failure> {
    let (id, zone) = (hub.id, hub.zone.clone());
    db.write_blocking(id, move |tx, now| {
        // The closure may run more than once.
        let mut slugs = slugs.clone();
        let outcomes = part.iter().map(|step| match step {
            Ok(draft) => Writer { tx, hub: id, zone: &zone, now }.apply(draft, &mut slugs),
            Err(refused) => Ok(told(refused)),
        });
        let outcomes = outcomes.collect::<DbResult<Vec<_>>>()?;
        Ok((outcomes, slugs))
    })
}

fn told(refused: &Refused) -> Outcome {
    Outcome::Refused(refused.key.clone(), refused.reason.clone())
}

/// Writes within one transaction.
pub(super) struct Writer<'a, 't> {
    pub tx: &'a Tx<'t>,
    pub hub: HubId,
    pub zone: &'a str,
    pub now: Instant,
}

impl Writer<'_, '_> {
    fn apply(&self, draft: &Draft, slugs: &mut Slugs) -> DbResult<Outcome> {
        let known = store::find_source(self.tx, self.hub, SOURCE, &draft.key)?;
        let Some((id, print)) = known else { return self.create(draft, slugs) };
        if print == draft.print {
            return Ok(Outcome::Unchanged);
        }
        match store::event(self.tx, self.hub, id)? {
            Some(event) => self.update(event, draft),
            None => Ok(refused(draft, "its event is gone")),
        }
    }

    fn create(&self, draft: &Draft, slugs: &mut Slugs) -> DbResult<Outcome> {
        let id = EventId::new(self.now);
        let Some(date) = self.date(id, draft) else { return Ok(refused(draft, "its start does not exist in the hub's time zone")) };
        let event = Event { slug: self.free_slug(&draft.title, slugs)?, ..event(id, draft) };
        let source = store::Source { name: SOURCE.to_owned(), key: draft.key.clone(), print: draft.print.clone() };
        store::insert_event(self.tx, self.hub, &event, "", &source, self.now)?;
        store::insert_occurrence(self.tx, self.hub, &date)?;
        Ok(Outcome::Created(draft.key.clone(), draft.title.clone()))
    }

    fn update(&self, old: Event, draft: &Draft) -> DbResult<Outcome> {
        let Some(fresh) = self.date(old.id, draft) else { return Ok(refused(draft, "its start does not exist in the hub's time zone")) };
        let date = self.own_date(old.id)?;
        let moved = date.as_ref().is_some_and(|date| is_moved(date, &fresh) || old.room != draft.room);
        if moved && date.as_ref().is_some_and(|date| date.counts != Counts::default()) {
            return Ok(refused(
                draft,
                "time, place or state differ, but people have registered: change the date in Nabe, so that they are told, and import again",
            ));
        }
        let namesake = store::occurrence_by_key(self.tx, self.hub, old.id, &fresh.key)?;
        if namesake.is_some_and(|other| date.as_ref().is_none_or(|date| date.id != other.id)) {
            return Ok(refused(draft, "its event has another date at the same time"));
        }
        match date {
            Some(date) => store::update_occurrence(self.tx, self.hub, &shifted(date, fresh, moved))?,
            None => store::insert_occurrence(self.tx, self.hub, &fresh)?,
        }
        let site = self.site_name(&old)?;
        store::update_event(self.tx, self.hub, &edited(old, draft), &site, &draft.print)?;
        Ok(Outcome::Updated(draft.key.clone(), draft.title.clone()))
    }

    fn date(&self, event: EventId, draft: &Draft) -> Option<Occurrence> {
        let date = Occurrence::new(event, draft.start, draft.end, self.zone, Admission::open(), self.now)?;
        let state = if draft.cancelled { OccurrenceState::Cancelled } else { OccurrenceState::Planned };
        Some(Occurrence { state, ..date })
    }

    /// The date that the import made: the oldest. Staff may have added others.
    fn own_date(&self, event: EventId) -> DbResult<Option<Occurrence>> {
        let dates = store::occurrences(self.tx, self.hub, event, Instant::from_micros(i64::MIN))?;
        Ok(dates.into_iter().min_by_key(|date| date.id))
    }

    pub(super) fn free_slug(&self, title: &str, slugs: &mut Slugs) -> DbResult<String> {
        let base = slug_of(title);
        let mut number = slugs.get(&base).map_or(1, |last| last + 1);
        loop {
            let slug = if number == 1 { base.clone() } else { format!("{base}-{number}") };
            if !OWN_PAGES.contains(&slug.as_str()) && !store::slug_is_taken(self.tx, self.hub, &slug)? {
                slugs.insert(base, number);
                return Ok(slug);
            }
            number += 1;
        }
    }

    /// Search also looks for the name of the place that staff may have set.
    pub(super) fn site_name(&self, event: &Event) -> DbResult<String> {
        let Some(id) = event.site else { return Ok(String::new()) };
        let (sites, _) = tenancy::store::places(self.tx, self.hub, Date::MAX)?;
        Ok(sites.into_iter().find(|site| site.id == id).map(|site| site.name).unwrap_or_default())
    }
}

fn refused(draft: &Draft, reason: &str) -> Outcome {
    Outcome::Refused(draft.key.clone(), reason.to_owned())
}

/// Whether people would come at the wrong time, or in vain.
pub(super) fn is_moved(old: &Occurrence, new: &Occurrence) -> bool {
    let when = |o: &Occurrence| (o.starts, o.ends, o.open_end, o.local_start, o.local_end, o.state);
    when(old) != when(new)
}

/// The old date with the new times and state; key of the row, registration and counters stay.
pub(super) fn shifted(old: Occurrence, new: Occurrence, moved: bool) -> Occurrence {
    let closes = if old.admission.closes == old.starts { new.starts } else { old.admission.closes.min(new.starts) };
    Occurrence {
        id: old.id,
        room: old.room,
        reason: if new.state == old.state { old.reason } else { String::new() },
        sequence: old.sequence + u32::from(moved),
        admission: Admission { closes, ..old.admission },
        counts: old.counts,
        ..new
    }
}

fn edited(old: Event, draft: &Draft) -> Event {
    Event {
        title: draft.title.clone(),
        topic: draft.topic,
        kind: draft.kind,
        lede: draft.lede.clone(),
        body: draft.body.clone(),
        host: draft.host.clone(),
        room: draft.room.clone(),
        organiser: organiser(&old, &draft.organiser),
        ..old
    }
}

fn event(id: EventId, draft: &Draft) -> Event {
    edited(blank(id, draft.topic, draft.kind), draft)
}

/// Where the organiser says what the file does not know. Once staff have said it, that counts.
pub(super) fn organiser(old: &Event, address: &str) -> Option<String> {
    (old.organiser.is_some() || old.version == 1).then(|| address.to_owned())
}

/// A published event about which nothing is known yet.
pub(super) fn blank(id: EventId, topic: Topic, kind: Kind) -> Event {
    Event { topic, kind, state: State::Published, ..Event::empty(id) }
}
