//! Decides what an event's dates become when its calendar changes. Pure; `run.rs` saves it.

use std::collections::HashMap;

use super::plan::Dated;
use crate::bookings::Counts;
use crate::clock::Instant;
use crate::features::events::event::EventId;
use crate::features::events::import::run::{is_moved, shifted};
use crate::features::events::occurrence::{Admission, Occurrence, OccurrenceState, key_of};
use crate::ids::OccasionId;

/// What has to be saved.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// New dates with the start they had at first.
    pub insert: Vec<(String, Occurrence)>,
    /// Dates that are otherwise now.
    pub update: Vec<Occurrence>,
    /// The only date of an event that was moved: it is known by its new start from now on.
    pub renamed: Option<(OccasionId, String)>,
}

/// Why nothing is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// Time, place or state of a date differ for which people have registered.
    Booked,
    /// The event has another date at the same time.
    Twice,
}

/// A date of the file as it would be stored.
pub fn occurrence(event: EventId, date: &Dated, zone: &str, now: Instant) -> Option<Occurrence> {
    let new = Occurrence::new(event, date.start, date.end, zone, Admission::open(), now)?;
    let guess = date.starts.plus(new.ends.since(new.starts));
    Some(Occurrence {
        key: if date.second { format!("{}-2", key_of(date.start)) } else { new.key },
        starts: date.starts,
        ends: date.ends.unwrap_or(guess),
        open_end: date.ends.is_none(),
        room: date.room.clone(),
        state: if date.cancelled { OccurrenceState::Cancelled } else { OccurrenceState::Planned },
        admission: Admission { closes: date.starts, ..new.admission },
        ..new
    })
}

/// From the dates that are stored, with the starts they had at first (empty for those that staff added), to those of the file.
/// Dates that the file no longer has are called off, unless they are over. `moved` is whether the place of the event changed.
pub fn steps(stored: Vec<(String, Occurrence)>, wanted: Vec<(String, Occurrence)>, moved: bool, now: Instant) -> Result<Steps, Hindrance> {
    let mut known: HashMap<String, Occurrence> = HashMap::new();
    let mut taken: Vec<String> = Vec::new();
    for (key, date) in stored {
        if key.is_empty() { taken.push(date.key) } else { drop(known.insert(key, date)) }
    }
    let mut steps = Steps::default();
    // An event with one date before and after is moved, not called off and held anew: calendars say so by its start alone.
    if let ([(key, _)], Some(old)) = (wanted.as_slice(), only(&known, now))
        && *key != old
        && let Some(date) = known.remove(&old)
    {
        steps.renamed = Some((date.id, key.clone()));
        known.insert(key.clone(), date);
    }
    for (key, fresh) in wanted {
        taken.push(fresh.key.clone());
        let Some(old) = known.remove(&key) else {
            steps.insert.push((key, fresh));
            continue;
        };
        let differs = is_moved(&old, &fresh) || old.room != fresh.room;
        if (differs || (moved && old.room.is_empty() && old.ends > now)) && old.counts != Counts::default() {
            return Err(Hindrance::Booked);
        }
        if differs {
            let room = fresh.room.clone();
            steps.update.push(Occurrence { room, ..shifted(old, fresh, true) });
        }
    }
    for (_, gone) in known {
        taken.push(gone.key.clone());
        if gone.ends <= now || gone.state == OccurrenceState::Cancelled {
            continue;
        }
        if gone.counts != Counts::default() {
            return Err(Hindrance::Booked);
        }
        steps.update.push(Occurrence { state: OccurrenceState::Cancelled, sequence: gone.sequence + 1, ..gone });
    }
    taken.sort_unstable();
    let count = taken.len();
    taken.dedup();
    if taken.len() < count { Err(Hindrance::Twice) } else { Ok(steps) }
}

/// The start by which the only date is known, while it is not over.
fn only(known: &HashMap<String, Occurrence>, now: Instant) -> Option<String> {
    known.iter().next().filter(|(_, date)| known.len() == 1 && date.ends > now).map(|(key, _)| key.clone())
}
