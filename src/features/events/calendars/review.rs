//! What waits for staff: what a calendar says, held against what is here and what was decided before.

use std::collections::HashSet;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::civil::DateTime;

use super::reading::Contents;
use super::store::{self, CalendarId};
use crate::bookings::Counts;
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::features::events::import::Outcome;
use crate::features::events::import::calendar::{self, DRAFTS, Decision, Draft, Note, Refused, SOURCE, Steps, Why};
use crate::features::events::occurrence::{Occurrence, OccurrenceState};
use crate::features::events::store as events;

/// Stands for the state of an entry that is no longer there.
const GONE: &str = "gone";

/// Everything that waits, and what does not.
#[derive(Debug, Default)]
pub struct Review {
    /// In the order of the file, what is gone there last.
    pub items: Vec<Item>,
    /// What cannot be taken over.
    pub refused: Vec<Refused>,
    /// Entries that are here as they are there.
    pub same: i64,
    /// Entries that staff have left.
    pub left: i64,
}

/// An entry that waits.
#[derive(Debug)]
pub struct Item {
    /// Names this state of it: when the entry changes meanwhile, nobody takes over what they have not seen.
    pub id: String,
    /// Key over there.
    pub key: String,
    /// What it would do.
    pub what: What,
    /// Title.
    pub title: String,
    /// Its next date.
    pub next: Option<DateTime>,
    /// Where.
    pub place: String,
    /// Page of the event for staff; empty for a new one.
    pub slug: String,
    /// What people should look at.
    pub notes: Vec<Note>,
}

/// What an entry would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A new event with so many dates.
    New(usize),
    /// Dates that are new, otherwise, and called off; none of them when only words differ.
    Change(usize, usize, usize),
    /// It is no longer there: its dates would be called off.
    Gone,
}

/// Where a review happens.
#[derive(Clone, Copy)]
pub struct At<'a> {
    /// The hub.
    pub hub: HubId,
    /// Its zone.
    pub zone: &'a str,
    /// The calendar.
    pub calendar: CalendarId,
    /// When.
    pub now: Instant,
}

/// Holds a calendar against what is here.
pub fn review(tx: &Tx<'_>, at: At<'_>, contents: &Contents) -> DbResult<Review> {
    let decided = store::decided(tx, at.hub, at.calendar)?;
    let mut found = Review { refused: contents.refused.clone(), ..Review::default() };
    for draft in &contents.drafts {
        let is_left = decided.get(&draft.key).is_some_and(|entry| entry.left == draft.print);
        match calendar::decide(tx, at.hub, at.zone, at.now, draft)? {
            Decision::Same => found.same += 1,
            Decision::Refused(why) => found.refused.push(Refused { line: draft.line, key: draft.key.clone(), name: draft.title.clone(), why }),
            _ if is_left => found.left += 1,
            Decision::New(_) => found.items.push(item(draft, What::New(draft.dates.len()), String::new(), at.now)),
            Decision::Change(change) => {
                let (event, steps) = *change;
                found.items.push(item(draft, changes(&steps), event.slug, at.now));
            }
        }
    }
    let there: HashSet<&str> =
        contents.drafts.iter().map(|draft| draft.key.as_str()).chain(contents.refused.iter().map(|refused| refused.key.as_str())).collect();
    for (key, entry) in decided.iter().filter(|(key, entry)| entry.taken && !there.contains(key.as_str())) {
        match gone(tx, at, key)? {
            Gone::Over => {}
            Gone::Booked(title) => found.refused.push(Refused { line: 0, key: key.clone(), name: title, why: Why::Booked }),
            Gone::Coming(_) if entry.left == GONE => found.left += 1,
            Gone::Coming(item) => found.items.push(*item),
        }
    }
    Ok(found)
}

fn changes(steps: &Steps) -> What {
    let off = steps.update.iter().filter(|date| date.state == OccurrenceState::Cancelled).count();
    What::Change(steps.insert.len(), steps.update.len() - off, off)
}

fn item(draft: &Draft, what: What, slug: String, now: Instant) -> Item {
    let next = draft.dates.iter().find(|date| date.ends.unwrap_or(date.starts) > now).or_else(|| draft.dates.first());
    Item {
        id: id_of(&draft.key, &draft.print),
        key: draft.key.clone(),
        what,
        title: draft.title.clone(),
        next: next.map(|date| date.start),
        place: draft.room.clone(),
        slug,
        notes: draft.notes.clone(),
    }
}

/// How an event stands that came from a calendar and is no longer there.
enum Gone {
    /// Nothing of it is to come, or it is gone here, too.
    Over,
    /// People have registered for this event.
    Booked(String),
    /// Its dates can be called off.
    Coming(Box<Item>),
}

fn gone(tx: &Tx<'_>, at: At<'_>, key: &str) -> DbResult<Gone> {
    let Some((id, _)) = events::find_source(tx, at.hub, SOURCE, key)? else { return Ok(Gone::Over) };
    let Some(event) = events::event(tx, at.hub, id)? else { return Ok(Gone::Over) };
    let dates = events::occurrences(tx, at.hub, id, at.now)?;
    let coming: Vec<&Occurrence> = dates.iter().filter(|date| date.state == OccurrenceState::Planned).collect();
    let Some(next) = coming.first() else { return Ok(Gone::Over) };
    if coming.iter().any(|date| date.counts != Counts::default()) {
        return Ok(Gone::Booked(event.title));
    }
    Ok(Gone::Coming(Box::new(Item {
        id: id_of(key, GONE),
        key: key.to_owned(),
        what: What::Gone,
        title: event.title,
        next: Some(next.local_start),
        place: event.room,
        slug: event.slug,
        notes: Vec::new(),
    })))
}

fn id_of(key: &str, print: &str) -> String {
    let digest = crate::keys::digest(&[key.as_bytes(), print.as_bytes()]);
    URL_SAFE_NO_PAD.encode(digest.get(..12).unwrap_or_default())
}

/// Takes over what waits under these names, or everything when there are none; how many entries that was. What has changed meanwhile
/// is left waiting.
pub fn accept(tx: &Tx<'_>, at: At<'_>, contents: &Contents, ids: &[String]) -> DbResult<usize> {
    let mut taken = 0;
    for item in review(tx, at, contents)?.items.into_iter().filter(|item| ids.is_empty() || ids.contains(&item.id)) {
        if item.what == What::Gone {
            if calendar::call_off(tx, at.hub, at.zone, at.now, &item.key)? {
                store::forget(tx, at.hub, at.calendar, &item.key)?;
                taken += 1;
            }
        } else if let Some(draft) = contents.drafts.iter().find(|draft| draft.key == item.key)
            && !matches!(calendar::take_over(tx, at.hub, at.zone, at.now, draft, DRAFTS)?, Outcome::Refused(..))
        {
            store::take(tx, at.hub, at.calendar, &item.key)?;
            taken += 1;
        }
    }
    settle(tx, at, contents)?;
    Ok(taken)
}

/// Leaves what waits under this name as it is here, until it changes there again.
pub fn refuse(tx: &Tx<'_>, at: At<'_>, contents: &Contents, id: &str) -> DbResult<()> {
    for item in review(tx, at, contents)?.items.into_iter().filter(|item| item.id == id) {
        let print = contents.drafts.iter().find(|draft| draft.key == item.key).map_or(GONE, |draft| draft.print.as_str());
        store::leave(tx, at.hub, at.calendar, &item.key, print)?;
    }
    settle(tx, at, contents)
}

/// Notes how many entries wait.
pub fn settle(tx: &Tx<'_>, at: At<'_>, contents: &Contents) -> DbResult<()> {
    let waiting = review(tx, at, contents)?.items.len();
    store::set_waiting(tx, at.hub, at.calendar, waiting)
}
