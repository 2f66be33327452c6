//! Saves what was decided, inside one write transaction of the hub: dates, what their people are told, and how to take it back.

use booking::State;

use super::form::Place;
use super::plan;
use super::store::{self, ChangeKind, Was, WasDate};
use crate::bookings::{self, Desk, Notice, UNDO, outbox_kind};
use crate::clock::Instant;
use crate::db::{DbError, DbResult, HubId, Tx};
use crate::features::events::event::Event;
use crate::features::events::letters;
use crate::features::events::occurrence::{Occurrence, OccurrenceState};
use crate::features::events::seats::Seats;
use crate::features::events::store as events;
use crate::ids::{AccountId, SiteId};
use crate::mail::outbox;
use crate::texts::Texts;

/// Somebody who makes the programme, in a transaction.
#[derive(Clone, Copy)]
pub struct Maker<'a, 't> {
    /// The transaction.
    pub tx: &'a Tx<'t>,
    /// The hub.
    pub hub: HubId,
    /// The instant of the transaction.
    pub now: Instant,
    /// Who.
    pub by: AccountId,
}

/// An event that somebody wants to change.
pub enum Opened {
    /// As it was when the form was shown.
    Same(Box<Event>),
    /// Somebody has changed it since.
    Stale,
    /// There is none.
    Gone,
}

/// One date as it will be, and what its people are told.
pub struct Step {
    /// As it was.
    pub was: Occurrence,
    /// As it will be.
    pub is: Occurrence,
    /// What they are told, if anything.
    pub notice: Option<Notice>,
}

impl Step {
    /// A step whose notice follows from what changed.
    pub fn new(was: &Occurrence, is: Occurrence) -> Self {
        Self { notice: plan::notice(was, &is), was: was.clone(), is }
    }
}

impl Maker<'_, '_> {
    /// Finds an event, if it still is the version that the form was made for.
    pub fn open(&self, slug: &str, version: i64) -> DbResult<Opened> {
        Ok(match events::event_by_slug(self.tx, self.hub, slug)? {
            None => Opened::Gone,
            Some(event) if event.version == version => Opened::Same(Box::new(event)),
            Some(_) => Opened::Stale,
        })
    }

    /// Writes an event over its version; also to mark that one of its dates changed.
    pub fn save(&self, event: &Event) -> DbResult<()> {
        let (_, print) = store::kept(self.tx, self.hub, event.id)?;
        let name = site_name(self.tx, self.hub, event.site)?;
        if events::update_event(self.tx, self.hub, event, &name, &print)? {
            Ok(())
        } else {
            Err(DbError::app(format!("event {} changed under the hub's lock", event.slug)))
        }
    }

    /// Writes dates and posts letters that leave after the minute in which all of it can be taken back. The event itself has been
    /// saved before, since letters tell its place. `place` is where it was, when that changed.
    pub fn change(&self, event: &Event, steps: Vec<Step>, kind: ChangeKind, place: Option<Place>) -> DbResult<()> {
        let mut was = Vec::new();
        for Step { was: before, mut is, notice } in steps {
            if let Some(notice) = notice {
                is.sequence = before.sequence + 1;
                was.push(WasDate::of(&before));
                events::update_occurrence(self.tx, self.hub, &is)?;
                self.tell_all(&is, notice)?;
            } else {
                events::update_occurrence(self.tx, self.hub, &is)?;
            }
            self.pass_on(&is)?;
        }
        if was.is_empty() && place.is_none() {
            return Ok(());
        }
        store::insert_change(self.tx, self.hub, event.id, self.by, kind, &Was { place, dates: was }, self.now)
    }

    /// Takes the newest change of an event back, while its letters have not left. False when it is too late.
    pub fn undo(&self, mut event: Event) -> DbResult<bool> {
        let Some(change) = store::changes(self.tx, self.hub, event.id, self.now.minus(UNDO))?.into_iter().next() else { return Ok(false) };
        if let Some(place) = change.was.place {
            place.put(&mut event);
        }
        self.save(&event)?;
        // In the other order than it was done, so that each date finds its old address free.
        for was in change.was.dates.into_iter().rev() {
            let Some(id) = was.id() else { continue };
            let Some(o) = events::occurrence(self.tx, self.hub, id)? else { continue };
            let mut back = was.back(&o);
            back.sequence = o.sequence + 1;
            events::update_occurrence(self.tx, self.hub, &back)?;
            for booking in bookings::store::of_occasion(self.tx, self.hub, o.id)? {
                for notice in [Notice::OccasionChanged, Notice::CancelledByHub] {
                    outbox::withdraw_at(self.tx, self.hub, booking.id.0, &outbox_kind::<Seats>(notice), change.at.plus(UNDO))?;
                }
            }
            self.pass_on(&back)?;
        }
        store::delete_change(self.tx, self.hub, change.id)?;
        Ok(true)
    }

    /// Lets a cancelled date take place after all. Whoever has not been told of the cancellation yet hears of neither.
    pub fn take_back(&self, event: &Event, o: &Occurrence) -> DbResult<()> {
        self.save(event)?;
        let is = Occurrence { state: OccurrenceState::Planned, reason: String::new(), sequence: o.sequence + 1, ..o.clone() };
        events::update_occurrence(self.tx, self.hub, &is)?;
        let Some(facts) = events::facts(self.tx, self.hub, o.id)? else { return Ok(()) };
        for booking in bookings::store::of_occasion(self.tx, self.hub, o.id)? {
            let unsent = outbox::withdraw(self.tx, self.hub, booking.id.0, &outbox_kind::<Seats>(Notice::CancelledByHub), self.now)?;
            if unsent == 0 && hears(booking.state) {
                let words = Texts { lang: booking.lang }.events_manage_mail_takes_place();
                letters::post(self.tx, self.hub, &facts, &booking, Notice::OccasionChanged, words, self.now.plus(UNDO))?;
            }
        }
        for change in store::changes(self.tx, self.hub, event.id, self.now.minus(UNDO))? {
            if change.was.dates.iter().any(|was| was.id() == Some(o.id)) {
                store::delete_change(self.tx, self.hub, change.id)?;
            }
        }
        self.pass_on(&is)
    }

    fn tell_all(&self, is: &Occurrence, notice: Notice) -> DbResult<()> {
        let people = bookings::store::of_occasion(self.tx, self.hub, is.id)?;
        let Some(facts) = events::facts(self.tx, self.hub, is.id)? else { return Ok(()) };
        for booking in people.iter().filter(|booking| hears(booking.state)) {
            letters::post(self.tx, self.hub, &facts, booking, notice, "", self.now.plus(UNDO))?;
        }
        Ok(())
    }

    /// Offers what became free to those who wait.
    fn pass_on(&self, is: &Occurrence) -> DbResult<()> {
        if is.state == OccurrenceState::Cancelled || is.starts <= self.now {
            return Ok(());
        }
        Desk::<Seats>::new(self.tx, self.hub, self.now, Some(self.by)).advance(is.id)
    }
}

/// The name of a house, for search.
pub fn site_name(tx: &Tx<'_>, hub: HubId, site: Option<SiteId>) -> DbResult<String> {
    let Some(id) = site else { return Ok(String::new()) };
    let (sites, _) = crate::tenancy::store::places(tx, hub, jiff::civil::Date::MAX)?;
    Ok(sites.into_iter().find(|site| site.id == id).map(|site| site.name).unwrap_or_default())
}

/// Whether somebody in this state counts on the date.
fn hears(state: State) -> bool {
    matches!(state, State::Confirmed | State::Offered | State::Waiting)
}
