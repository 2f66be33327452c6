//! One date of an event, with its seats.

use booking::{Quotas, Rules, Span, Waitlist};
use jiff::civil::DateTime;

use super::event::EventId;
use crate::bookings::Counts;
use crate::clock::Instant;
use crate::ids::OccasionId;

/// Whether a date takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OccurrenceState {
    /// It takes place.
    Planned,
    /// It does not. Its registrations stay as they are, so that this can be taken back.
    Cancelled,
}

impl OccurrenceState {
    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Cancelled => "cancelled",
        }
    }

    /// From that word.
    pub fn parse(word: &str) -> Self {
        if word == "cancelled" { Self::Cancelled } else { Self::Planned }
    }
}

/// How registering for a date goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Admission {
    /// Whether people register at all.
    pub registration: bool,
    /// Seats; `None` for no limit.
    pub capacity: Option<u32>,
    /// When registration begins; `None` for at once.
    pub opens: Option<Instant>,
    /// When it ends: the start, or earlier.
    pub closes: Instant,
    /// How people wait.
    pub waitlist: Waitlist,
    /// For how many minutes an offered seat is kept.
    pub offer_minutes: u32,
    /// Seats in one registration at most.
    pub seats_per_booking: u32,
    /// Seats of one person on this date at most.
    pub seats_per_person: u32,
}

/// One date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// Key.
    pub id: OccasionId,
    /// Whose date it is.
    pub event: EventId,
    /// Part of the address, once per event: `2026-12-01-1400`.
    pub key: String,
    /// First instant.
    pub starts: Instant,
    /// First instant after it.
    pub ends: Instant,
    /// Whether the end was left open; `ends` is then a guess for sorting.
    pub open_end: bool,
    /// Wall time of the start, as agreed.
    pub local_start: DateTime,
    /// Wall time of the end.
    pub local_end: DateTime,
    /// IANA zone in which it was agreed.
    pub zone: String,
    /// Another room than the event's; empty for the same.
    pub room: String,
    /// Whether it takes place.
    pub state: OccurrenceState,
    /// Why not, and what instead.
    pub reason: String,
    /// How often the hub changed it; part of every SEQUENCE.
    pub sequence: u32,
    /// How registering goes.
    pub admission: Admission,
    /// How full it is.
    pub counts: Counts,
}

impl Occurrence {
    /// What the kernel decides on.
    pub fn rules(&self) -> Rules {
        let Admission { registration, capacity, opens, closes, waitlist, offer_minutes, seats_per_booking, seats_per_person } = self.admission;
        Rules {
            capacity,
            registration,
            cancelled: self.state == OccurrenceState::Cancelled,
            opens,
            closes,
            starts: self.starts,
            waitlist,
            offer_span: Span::from_minutes(i64::from(offer_minutes)),
            seats_per_booking,
            seats_per_person,
            quotas: Quotas::default(),
        }
    }

    /// Seats nobody has or is offered; `None` for no limit.
    pub fn free(&self) -> Option<u32> {
        self.admission.capacity.map(|capacity| capacity.saturating_sub(self.counts.seated + self.counts.held))
    }

    /// Whether it is over.
    pub fn is_over(&self, now: Instant) -> bool {
        self.ends <= now
    }
}

/// The part of the address for a date: day and time of its start.
pub fn key_of(start: DateTime) -> String {
    format!("{}-{:02}{:02}", start.date(), start.hour(), start.minute())
}

/// The words of waitlists in the database and in forms.
pub fn waitlist_word(waitlist: Waitlist) -> &'static str {
    match waitlist {
        Waitlist::Off => "off",
        Waitlist::Strict => "strict",
        Waitlist::Fill => "fill",
    }
}

/// From that word.
pub fn parse_waitlist(word: &str) -> Waitlist {
    match word {
        "strict" => Waitlist::Strict,
        "fill" => Waitlist::Fill,
        _ => Waitlist::Off,
    }
}

/// An end that was left open is taken to be after this time, for sorting and for "now".
const OPEN_END_HOURS: i64 = 2;

impl Occurrence {
    /// A new date from wall times; `None` when the zone is unknown, or start or end do not exist on that day's clock.
    pub fn new(event: EventId, start: DateTime, end: Option<DateTime>, zone: &str, admission: Admission, now: Instant) -> Option<Self> {
        let starts = instant(start, zone)?;
        let guess = starts.plus(Span::from_hours(OPEN_END_HOURS));
        let ends = match end {
            Some(end) => Some(instant(end, zone)?).filter(|ends| *ends > starts),
            None => None,
        };
        let local_end = match (end, ends) {
            (Some(end), Some(_)) => end,
            _ => crate::tenancy::timestamp(guess).in_tz(zone).ok()?.datetime(),
        };
        Some(Self {
            id: OccasionId::new(now),
            event,
            key: key_of(start),
            starts,
            ends: ends.unwrap_or(guess),
            open_end: ends.is_none(),
            local_start: start,
            local_end,
            zone: zone.to_owned(),
            room: String::new(),
            state: OccurrenceState::Planned,
            reason: String::new(),
            sequence: 0,
            admission: Admission { closes: admission.closes.min(starts), ..admission },
            counts: Counts::default(),
        })
    }
}

/// The instant of a wall time, if that wall time exists; in the hour that comes twice the first of the two.
pub fn instant(wall: DateTime, zone: &str) -> Option<Instant> {
    let zoned = wall.in_tz(zone).ok().filter(|zoned| zoned.datetime() == wall)?;
    Some(Instant::from_micros(zoned.timestamp().as_microsecond()))
}

impl Admission {
    /// The usual way: register until the start, a strict waitlist, offers that stand a day, up to three seats at once.
    pub fn usual(capacity: Option<u32>) -> Self {
        Self {
            registration: true,
            capacity,
            opens: None,
            closes: Instant::MAX,
            waitlist: Waitlist::Strict,
            offer_minutes: 24 * 60,
            seats_per_booking: 3,
            seats_per_person: 3,
        }
    }

    /// Come without registering.
    pub fn open() -> Self {
        Self { registration: false, waitlist: Waitlist::Off, ..Self::usual(None) }
    }
}
