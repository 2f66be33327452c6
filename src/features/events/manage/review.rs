//! What there is to say about each date before it is saved, and which of them staff chose. Nothing here is stored in between.

use jiff::civil::{Date, DateTime};

use super::form::Place;
use super::when::{Slot, Timed};
use crate::clock::Instant;
use crate::features::events::event::fold;
use crate::ids::SiteId;
use crate::ui::Fields;

/// A date of some event that may lie in the same room at the same time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// First instant.
    pub starts: Instant,
    /// First instant after it.
    pub ends: Instant,
    /// Wall time of its start.
    pub local_start: DateTime,
    /// Where.
    pub site: Option<SiteId>,
    /// Its room.
    pub room: String,
    /// Title of the event.
    pub title: String,
}

/// A date before it is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What its wall time means.
    pub timed: Timed,
    /// Why the hub is closed that day, if it is.
    pub closed: Option<String>,
    /// What else is in the room.
    pub clashes: Vec<Taken>,
    /// Whether the date before it is not over yet.
    pub overlaps: bool,
    /// Whether the event has this date already.
    pub known: bool,
}

impl Proposal {
    /// The day as the form names it.
    pub fn name(&self) -> String {
        self.timed.wanted().date().to_string()
    }

    /// Whether nothing about it needs a look.
    pub fn is_plain(&self) -> bool {
        matches!(self.timed, Timed::Once(_))
            && self.timed.slot().longer() == 0
            && self.closed.is_none()
            && self.clashes.is_empty()
            && !self.overlaps
            && !self.known
    }

    /// Whether it is ticked at first: not on closed days, and never twice.
    pub fn is_ticked(&self) -> bool {
        self.closed.is_none() && !self.known
    }
}

/// Why the chosen dates cannot be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsettled {
    /// This wall time does not exist, and nobody said what to do.
    Jumped(Date),
    /// No date is left.
    Nothing,
}

/// Says about each date what there is to say. `closed` gives the hub's reason for a day, `keys` are the event's dates so far.
pub fn review(timed: Vec<Timed>, place: &Place, taken: &[Taken], keys: &[String], closed: impl Fn(Date) -> Option<String>) -> Vec<Proposal> {
    let mut before: Option<Instant> = None;
    let mut proposals = Vec::with_capacity(timed.len());
    for timed in timed {
        let slot = timed.slot();
        let overlaps = before.is_some_and(|ends| ends > slot.starts);
        before = Some(slot.ends);
        let clashes = taken.iter().filter(|taken| is_same_room(place, taken) && taken.starts < slot.ends && slot.starts < taken.ends).cloned().collect();
        proposals.push(Proposal { clashes, overlaps, closed: closed(slot.start.date()), known: keys.contains(&slot.key()), timed });
    }
    proposals
}

/// The dates that were ticked, with what was said about the two hours a year in which the clock is not one to one.
pub fn chosen(proposals: &[Proposal], fields: &Fields) -> Result<Vec<Slot>, Vec<Unsettled>> {
    let mut slots = Vec::new();
    let mut unsettled = Vec::new();
    for proposal in proposals.iter().filter(|proposal| !proposal.known) {
        let name = proposal.name();
        let ticked = fields.all("take").any(|take| take == name);
        match proposal.timed {
            Timed::Jumped { wanted, shifted } => match fields.get(&format!("jump-{name}")) {
                "shift" => slots.push(shifted),
                "skip" => {}
                _ => unsettled.push(Unsettled::Jumped(wanted.date())),
            },
            Timed::Once(slot) if ticked => slots.push(slot),
            Timed::Twice(first, second) if ticked => slots.push(if fields.get(&format!("hour-{name}")) == "second" { second } else { first }),
            Timed::Once(_) | Timed::Twice(..) => {}
        }
    }
    // Dates that are there already were ticked by the same form before.
    let again = proposals.iter().any(|proposal| proposal.known && fields.all("take").any(|take| take == proposal.name()));
    if slots.is_empty() && unsettled.is_empty() && !again {
        unsettled.push(Unsettled::Nothing);
    }
    if unsettled.is_empty() { Ok(slots) } else { Err(unsettled) }
}

/// Same house, and the same words for the room. Online nothing is in the way.
fn is_same_room(place: &Place, taken: &Taken) -> bool {
    let somewhere = place.site.is_some() || !place.room.is_empty();
    somewhere && taken.site == place.site && fold(&taken.room) == fold(&place.room)
}
