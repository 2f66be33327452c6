//! Decides what a change of dates means: which dates it touches and what their people are told. Pure; `change.rs` saves it.

use jiff::ToSpan;
use jiff::civil::Date;

use super::terms::Terms;
use super::when::{Hours, Slot, Timed};
use crate::bookings::Notice;
use crate::clock::Instant;
use crate::features::events::occurrence::{Occurrence, OccurrenceState};

/// How far a change of time reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// This date.
    This,
    /// This date and those after it.
    Following,
    /// All dates to come.
    All,
}

impl Scope {
    /// From the word in the form.
    pub fn parse(word: &str) -> Self {
        match word {
            "following" => Self::Following,
            "all" => Self::All,
            _ => Self::This,
        }
    }
}

/// Another time for a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// The new day of the date that was chosen.
    pub day: Date,
    /// From … to.
    pub hours: Hours,
    /// Which of two equal hours, if that was asked.
    pub second: Option<bool>,
    /// How far it reaches.
    pub scope: Scope,
}

/// A change of time that can be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retimed {
    /// The dates as they will be, in an order in which no two have the same address at any moment.
    pub after: Vec<Occurrence>,
    /// How many dates had a time of their own and keep it.
    pub kept: usize,
}

/// Why a change of time cannot be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// The wall time does not exist on this day.
    Jumped(Date),
    /// The hour comes twice on this day; which one was not said.
    Twice(Date),
    /// The event has another date at this time.
    Known(Date),
    /// The new time is over already.
    Past(Date),
}

/// Moves a date, and with it those in reach that have its times: by as many days, to the same time of day. Dates that were given
/// times of their own keep them; cancelled and past ones stay.
pub fn retime(dates: &[Occurrence], target: &Occurrence, wish: &Wish, now: Instant) -> Result<Retimed, Hindrance> {
    let days = target.local_start.date().until(wish.day).map_or(0, |span| span.get_days());
    let in_reach = dates.iter().filter(|o| o.id == target.id || (reaches(wish.scope, target, o) && is_open(o, now)));
    let (moving, own): (Vec<&Occurrence>, Vec<&Occurrence>) = in_reach.partition(|o| o.id == target.id || has_times_of(o, target));
    let mut after = Vec::with_capacity(moving.len());
    for o in &moving {
        let day = o.local_start.date().saturating_add(days.days());
        let slot = slot_on(day, o, wish)?;
        if slot.ends <= now {
            return Err(Hindrance::Past(day));
        }
        let stays = |other: &&Occurrence| !moving.iter().any(|moving| moving.id == other.id);
        if dates.iter().filter(stays).any(|other| other.key == slot.key()) {
            return Err(Hindrance::Known(day));
        }
        after.push(moved(o, &slot));
    }
    // Moving on, the last goes first, so that each finds its new address free.
    after.sort_by_key(|o| o.starts);
    if moving.first().zip(after.first()).is_some_and(|(was, is)| is.starts > was.starts) {
        after.reverse();
    }
    Ok(Retimed { after, kept: own.len() })
}

/// A date at another time; registration ends as long before the start as it did.
pub fn moved(o: &Occurrence, slot: &Slot) -> Occurrence {
    let lead = o.starts.micros() - o.admission.closes.micros();
    let mut to = o.clone();
    (to.key, to.local_start, to.local_end) = (slot.key(), slot.start, slot.end);
    (to.starts, to.ends, to.open_end) = (slot.starts, slot.ends, slot.open_end);
    to.admission.closes = Instant::from_micros(slot.starts.micros() - lead);
    to
}

/// Dates that an event's new terms change.
pub fn with_terms(dates: &[Occurrence], old: &Terms, new: &Terms, now: Instant) -> Vec<Occurrence> {
    let changed = dates.iter().filter(|o| o.ends > now).map(|o| Occurrence { admission: new.carried(old, o), ..o.clone() });
    changed.zip(dates.iter().filter(|o| o.ends > now)).filter(|(is, was)| is.admission != was.admission).map(|(is, _)| is).collect()
}

/// What people who booked a date are told when it changes; `None` when it is nothing to them.
pub fn notice(was: &Occurrence, is: &Occurrence) -> Option<Notice> {
    use OccurrenceState::{Cancelled, Planned};
    match (was.state, is.state) {
        (Planned, Cancelled) => Some(Notice::CancelledByHub),
        (Cancelled, Planned) => Some(Notice::OccasionChanged),
        (Cancelled, Cancelled) => None,
        (Planned, Planned) => {
            let same_time = was.starts == is.starts && was.local_start == is.local_start && was.local_end == is.local_end && was.open_end == is.open_end;
            (!same_time || was.room != is.room).then_some(Notice::OccasionChanged)
        }
    }
}

/// Whether a change of the event's place is news to the people of a date: to come, planned, and not in a room of its own.
pub fn feels_place(o: &Occurrence, now: Instant) -> bool {
    is_open(o, now) && o.room.is_empty()
}

/// How many seats are given beyond those that there are.
pub fn surplus(o: &Occurrence) -> u32 {
    o.admission.capacity.map_or(0, |capacity| (o.counts.seated + o.counts.held).saturating_sub(capacity))
}

fn is_open(o: &Occurrence, now: Instant) -> bool {
    o.state == OccurrenceState::Planned && o.ends > now
}

fn reaches(scope: Scope, target: &Occurrence, o: &Occurrence) -> bool {
    match scope {
        Scope::This => false,
        Scope::Following => o.starts > target.starts,
        Scope::All => true,
    }
}

fn has_times_of(o: &Occurrence, target: &Occurrence) -> bool {
    let ends_alike = o.open_end == target.open_end && (o.open_end || o.local_end.time() == target.local_end.time());
    o.local_start.time() == target.local_start.time() && ends_alike
}

fn slot_on(day: Date, o: &Occurrence, wish: &Wish) -> Result<Slot, Hindrance> {
    match (wish.hours.timed(day, &o.zone), wish.second) {
        (Ok(Timed::Once(slot)), _) | (Ok(Timed::Twice(slot, _)), Some(false)) | (Ok(Timed::Twice(_, slot)), Some(true)) => Ok(slot),
        (Ok(Timed::Twice(..)), None) => Err(Hindrance::Twice(day)),
        (Ok(Timed::Jumped { .. }) | Err(_), _) => Err(Hindrance::Jumped(day)),
    }
}
