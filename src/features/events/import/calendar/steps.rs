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
    /// Dates that are known by another start from now on: their series was moved.
    pub renamed: Vec<(OccasionId, String)>,
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
    let mut steps = Steps { renamed: renamed(&known, &wanted, now), ..Steps::default() };
    for (id, key) in &steps.renamed {
        let old = known.iter().find(|(_, date)| date.id == *id).map(|(old, _)| old.clone());
        if let Some(date) = old.and_then(|old| known.remove(&old)) {
            known.insert(key.clone(), date);
        }
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

/// Dates whose start at first is not what it was, with the start by which the file names them now. Who moves a series in a calendar
/// program moves these starts, too; so a date is found again by where staff have put it, by its day, or because it is the only one.
fn renamed(known: &HashMap<String, Occurrence>, wanted: &[(String, Occurrence)], now: Instant) -> Vec<(OccasionId, String)> {
    let mut old: Vec<&Occurrence> = known.iter().filter(|(key, _)| !wanted.iter().any(|(other, _)| other == *key)).map(|(_, date)| date).collect();
    old.sort_by_key(|date| date.starts);
    let mut new: Vec<&(String, Occurrence)> = wanted.iter().filter(|(key, _)| !known.contains_key(key)).collect();
    let mut pairs = paired(&mut old, &mut new, |date| date.starts);
    old.retain(|date| date.ends > now);
    pairs.extend(paired(&mut old, &mut new, |date| date.local_start.date()));
    if let ([only], [(key, _)], true) = (old.as_slice(), new.as_slice(), known.len() == 1 && wanted.len() == 1) {
        pairs.push((only.id, key.clone()));
    }
    pairs
}

/// Takes out those that have the same mark, if it is the mark of one date only on either side.
fn paired<M: PartialEq>(old: &mut Vec<&Occurrence>, new: &mut Vec<&(String, Occurrence)>, mark: impl Fn(&Occurrence) -> M) -> Vec<(OccasionId, String)> {
    let mut pairs = Vec::new();
    let before = old.clone();
    old.retain(|date| {
        let is_alone = before.iter().filter(|other| mark(other) == mark(date)).count() == 1;
        let mut there = new.iter().enumerate().filter(|(_, (_, fresh))| mark(fresh) == mark(date)).map(|(at, _)| at);
        let (Some(at), None, true) = (there.next(), there.next(), is_alone) else { return true };
        pairs.push((date.id, new.remove(at).0.clone()));
        false
    });
    pairs
}
