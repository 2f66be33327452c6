//! Purpose: reads and writes iCalendar files (RFC 5545): programmes of others, one meeting, its invitation or cancellation by mail (RFC 5546, RFC 6047), or a feed of many.
//! Nouns: [`Calendar`], [`Event`], [`Mailbox`], [`Method`], [`Status`], [`Fault`].
//! URLs: none.
//! Invariants: every line ends in CRLF and has at most 75 octets; no text can begin a line of its own; a wall time keeps its zone, and the zone is described in the file.
//! Must not know: hubs, bookings, who may see what; UID and SEQUENCE are kept by the caller.

mod line;
mod read;
mod write;
mod zone;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod zone_tests;

use std::fmt;

use jiff::{Timestamp, ZonedDateTime};

pub use read::{BYTES_AT_MOST, Contents, DATES_AT_MOST, EVENTS_AT_MOST, Entry, Instance, Reason, Refusal, Unreadable, When, Window, read, without_people};

/// One calendar file. [`Display`](fmt::Display) writes it, so `calendar.to_string()` is the whole file with CRLF line ends.
///
/// Writing never fails; [`Calendar::check`] says beforehand whether mail programs will accept the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// What the reader shall do with it; `None` for a feed or a file to download.
    pub method: Option<Method>,
    /// The writing program (PRODID), such as `-//Town//Program 1.0//DE`.
    pub product: String,
    /// The name shown in the list of calendars; for feeds.
    pub name: Option<String>,
    /// After how many hours a subscriber looks again; for feeds.
    pub refresh_hours: Option<u8>,
    /// In the order in which they are written. A feed may be empty: readers take that as "no dates".
    pub events: Vec<Event>,
}

impl Calendar {
    /// The MIME type that belongs to the method (RFC 6047 §2.4): mail programs offer buttons only when both agree.
    pub fn content_type(&self) -> &'static str {
        match self.method {
            None => "text/calendar; charset=utf-8",
            Some(Method::Publish) => "text/calendar; charset=utf-8; method=PUBLISH",
            Some(Method::Request) => "text/calendar; charset=utf-8; method=REQUEST",
            Some(Method::Cancel) => "text/calendar; charset=utf-8; method=CANCEL",
        }
    }

    /// Looks for what RFC 5546 §3.2 demands of the method, and for a UID on every event.
    ///
    /// Fails with the first [`Fault`] met, in the order of its variants.
    pub fn check(&self) -> Result<(), Fault> {
        let every = |has: fn(&Event) -> bool| self.events.iter().all(has);
        let mail = matches!(self.method, Some(Method::Request | Method::Cancel));
        let same = self.events.iter().zip(self.events.iter().skip(1)).all(|(a, b)| a.uid == b.uid);
        let demands = [
            (self.method.is_none() || !self.events.is_empty(), Fault::NoEvent),
            (every(|event| !event.uid.trim().is_empty()), Fault::NoUid),
            (self.method.is_none() || every(|event| event.organizer.is_some()), Fault::NoOrganizer),
            (self.method != Some(Method::Request) || every(|event| event.attendee.is_some()), Fault::NoAttendee),
            (!mail || same, Fault::SeveralUids),
        ];
        demands.into_iter().find(|(met, _)| !met).map_or(Ok(()), |(_, fault)| Err(fault))
    }
}

impl fmt::Display for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&write::calendar(self))
    }
}

/// What the reader of the file shall do with it (RFC 5546 §1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// For information; nobody is invited.
    Publish,
    /// An invitation, or a later version of it (same UID, higher SEQUENCE).
    Request,
    /// Takes the meeting out of the attendee's calendar. Every event is then written as cancelled.
    Cancel,
}

/// One meeting, or one date of a series (then `recurrence_id` is set).
///
/// A moment is written as wall time with its zone. It is written in UTC when its zone has no name, and when its wall time
/// exists twice (the hour at the end of summer time), because readers would take the first of the two.
/// Fractions of a second are dropped; years before 0 are written as 0 (RFC 5545 knows four digits).
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The same for all versions of the meeting, unique in the world.
    pub uid: String,
    /// Rises with every version; readers ignore a version lower than the one they have.
    pub sequence: u32,
    /// When this version was made.
    pub stamp: Timestamp,
    /// The beginning.
    pub start: ZonedDateTime,
    /// The end, exclusive; `None` for open-ended. An end that is not after the start is left out.
    pub end: Option<ZonedDateTime>,
    /// Whole days: start and end are then midnights, and written as days.
    pub all_day: bool,
    /// The beginning that this date of the series had at first.
    pub recurrence_id: Option<ZonedDateTime>,
    /// The title, one line.
    pub summary: String,
    /// Plain text; line breaks are kept. Left out when empty, as are the next two.
    pub description: String,
    /// Where, in words.
    pub location: String,
    /// An absolute address of a page about it.
    pub url: String,
    /// Who invites; needed for every method.
    pub organizer: Option<Mailbox>,
    /// The one person this file is for. Written in invitations and cancellations only, so that no published file names people.
    /// Marked as having accepted, for a person who booked need not be asked again.
    pub attendee: Option<Mailbox>,
    /// Whether it takes place.
    pub status: Status,
    /// Keywords; empty ones are left out.
    pub categories: Vec<String>,
    /// When the meeting itself was last changed.
    pub last_modified: Option<Timestamp>,
}

impl Event {
    /// A confirmed, open-ended event in its first version (SEQUENCE 0); all else is empty.
    pub fn new(uid: impl Into<String>, stamp: Timestamp, start: ZonedDateTime, summary: impl Into<String>) -> Self {
        Self {
            uid: uid.into(),
            sequence: 0,
            stamp,
            start,
            end: None,
            all_day: false,
            recurrence_id: None,
            summary: summary.into(),
            description: String::new(),
            location: String::new(),
            url: String::new(),
            organizer: None,
            attendee: None,
            status: Status::Confirmed,
            categories: Vec::new(),
            last_modified: None,
        }
    }
}

/// A person or office with a mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    /// As shown to people; may be empty.
    pub name: String,
    /// The bare address, such as `hub@town.example`.
    pub address: String,
}

/// Whether an event takes place (RFC 5545 §3.8.1.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It does.
    Confirmed,
    /// Not yet certain.
    Tentative,
    /// It does not.
    Cancelled,
}

/// Why mail programs would not act upon a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A method, but nothing it could apply to.
    NoEvent,
    /// An event without UID can never be updated.
    NoUid,
    /// Every method needs an organizer.
    NoOrganizer,
    /// An invitation needs somebody invited.
    NoAttendee,
    /// An invitation or cancellation is about one meeting (or dates of one series).
    SeveralUids,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoEvent => "the calendar has a method but no event",
            Self::NoUid => "an event has no UID",
            Self::NoOrganizer => "an event has no organizer",
            Self::NoAttendee => "an invitation has no attendee",
            Self::SeveralUids => "one invitation or cancellation holds several meetings",
        })
    }
}

impl std::error::Error for Fault {}
