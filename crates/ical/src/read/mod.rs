//! Purpose: reads calendar files that other programs wrote (RFC 5545), one event with its changed dates at a time: whole, or refused with line and reason.
//! Nouns: [`Contents`], [`Entry`] (an event with all its dates), [`Instance`] (one date), [`Refusal`], [`Reason`], [`Unreadable`], [`Window`].
//! URLs: none.
//! Invariants: never a panic; time and memory are bounded by [`BYTES_AT_MOST`], [`EVENTS_AT_MOST`], [`DATES_AT_MOST`] and a budget of steps; no date is guessed.
//! Must not know: hubs; people of an event (organizer, attendees) are not even read.

mod file;
mod lines;
mod people;
mod properties;
mod reason;
mod rule;
mod series;
mod steps;
mod values;
mod windows;
mod zones;

#[cfg(test)]
mod tests;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use crate::Status;
pub use people::without_people;
pub use reason::{Reason, Refusal, Unreadable};

/// A larger file is refused whole: 10 MB.
pub const BYTES_AT_MOST: usize = 10_000_000;
/// More events in a file are refused whole.
pub const EVENTS_AT_MOST: usize = 10_000;
/// Dates of one event at most; of a longer series the first of them are taken.
pub const DATES_AT_MOST: usize = 400;

/// With what a file is read.
#[derive(Clone, Debug)]
pub struct Window {
    /// The zone of times that name none ("floating").
    pub home: TimeZone,
    /// Dates of repeating events before this day are left out.
    pub from: Date,
    /// And those after this day: many rules have no end.
    pub until: Date,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Contents {
    /// The name of the calendar; empty when it has none.
    pub name: String,
    /// Whether the file takes its events back (METHOD:CANCEL).
    pub cancels: bool,
    /// In the order of the file, each read or refused.
    pub entries: Vec<Result<Entry, Refusal>>,
    /// How many tasks, notes and busy times were passed over: they are no events.
    pub others: usize,
}

/// One event with all its dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The line of its `BEGIN:VEVENT`, from 1.
    pub line: usize,
    /// The same for all versions of the event; empty when the file gives none.
    pub uid: String,
    /// Rises with every version.
    pub sequence: u32,
    /// When this version was made, as far as the file says so.
    pub stamp: Option<Timestamp>,
    /// The title, one line; may be empty, as the next three.
    pub summary: String,
    /// Plain text with `\n` as line break.
    pub description: String,
    /// Where, in words.
    pub location: String,
    /// A page about it.
    pub url: String,
    /// Keywords.
    pub categories: Vec<String>,
    /// Whether it takes place.
    pub status: Status,
    /// Marked by its writer as not for everybody (CLASS).
    pub private: bool,
    /// In order of time. Empty when a repeating event has none in the [`Window`].
    pub dates: Vec<Instance>,
    /// Whether there were more dates than were taken.
    pub cut: bool,
}

/// One date of an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Instance {
    /// The line that says so, from 1.
    pub line: usize,
    /// The start that the date had at first: the same for all its versions. `20261201` or `20261201T130000Z`.
    pub key: String,
    /// When.
    pub when: When,
    /// Whether it takes place.
    pub status: Status,
    /// A title of its own.
    pub summary: Option<String>,
    /// A text of its own.
    pub description: Option<String>,
    /// A place of its own.
    pub location: Option<String>,
    /// Set when the clocks jump over the start: it was then taken as much later (RFC 5545 §3.3.5).
    pub jumped: bool,
}

/// When a date is.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// Whole days.
    Days {
        /// The first of them.
        first: Date,
        /// The day after the last.
        after: Date,
    },
    /// From … to.
    Time {
        /// In a zone of the zone database.
        start: ZonedDateTime,
        /// `None` when it was left open.
        end: Option<ZonedDateTime>,
    },
}

/// Reads a file. It is refused whole when it is no calendar, ends in the middle, or is beyond the limits.
pub fn read(bytes: &[u8], window: &Window) -> Result<Contents, Unreadable> {
    if bytes.len() > BYTES_AT_MOST {
        return Err(Unreadable { line: 0, reason: Reason::TooLarge });
    }
    let file = file::parse(bytes)?;
    Ok(series::entries(&file, window))
}
