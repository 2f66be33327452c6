//! On what terms people register: the same for all new dates of an event, from which each date can differ.

use booking::{Span, Waitlist};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::features::events::occurrence::{Admission, Occurrence, instant};
use crate::tenancy::timestamp;

const MICROS_PER_HOUR: i64 = 3_600_000_000;

/// How registering goes, as staff say it: hours instead of instants, so that it fits every date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// Whether people register at all.
    pub registration: bool,
    /// Seats; `None` for no limit.
    pub capacity: Option<u32>,
    /// When registration begins, on the hub's wall clock; `None` for at once.
    pub opens: Option<DateTime>,
    /// How many hours before the start registration ends.
    pub closes_hours: u32,
    /// How people wait.
    #[serde(with = "words")]
    pub waitlist: Waitlist,
    /// For how many hours an offered seat is kept.
    pub offer_hours: u32,
    /// Seats in one registration at most.
    pub seats_per_booking: u32,
    /// Seats of one person on one date at most.
    pub seats_per_person: u32,
}

impl Terms {
    /// The usual way, see [`Admission::usual`].
    pub fn usual(capacity: Option<u32>) -> Self {
        let Admission { registration, waitlist, offer_minutes, seats_per_booking, seats_per_person, .. } = Admission::usual(capacity);
        Self { registration, capacity, opens: None, closes_hours: 0, waitlist, offer_hours: offer_minutes / 60, seats_per_booking, seats_per_person }
    }

    /// The terms of one date.
    pub fn of(o: &Occurrence) -> Self {
        let a = &o.admission;
        let before = (o.starts.micros() - a.closes.micros()) / MICROS_PER_HOUR;
        Self {
            registration: a.registration,
            capacity: a.capacity,
            opens: a.opens.and_then(|at| timestamp(at).in_tz(&o.zone).ok()).map(|zoned| zoned.datetime()),
            closes_hours: u32::try_from(before).unwrap_or(0),
            waitlist: a.waitlist,
            offer_hours: a.offer_minutes / 60,
            seats_per_booking: a.seats_per_booking,
            seats_per_person: a.seats_per_person,
        }
    }

    /// The admission of a date that starts at `starts`.
    pub fn admission(&self, starts: Instant, zone: &str) -> Admission {
        Admission {
            registration: self.registration,
            capacity: self.capacity,
            opens: self.opens.and_then(|wall| instant(wall, zone)),
            closes: starts.minus(Span::from_hours(i64::from(self.closes_hours))),
            waitlist: self.waitlist,
            offer_minutes: self.offer_hours * 60,
            seats_per_booking: self.seats_per_booking,
            seats_per_person: self.seats_per_person,
        }
    }

    /// The admission of a date after the event's terms went from `old` to these: what changed is taken over where the date had the
    /// old value; what was set for this date alone stays.
    pub fn carried(&self, old: &Self, o: &Occurrence) -> Admission {
        let (had, given) = (Self::of(o), self.admission(o.starts, &o.zone));
        let mut a = o.admission;
        let mut take = |same: bool, changed: bool, set: &dyn Fn(&mut Admission)| {
            if same && changed {
                set(&mut a);
            }
        };
        take(had.registration == old.registration, self.registration != old.registration, &|a| a.registration = given.registration);
        take(had.capacity == old.capacity, self.capacity != old.capacity, &|a| a.capacity = given.capacity);
        take(had.opens == old.opens, self.opens != old.opens, &|a| a.opens = given.opens);
        take(had.closes_hours == old.closes_hours, self.closes_hours != old.closes_hours, &|a| a.closes = given.closes);
        take(had.waitlist == old.waitlist, self.waitlist != old.waitlist, &|a| a.waitlist = given.waitlist);
        take(had.offer_hours == old.offer_hours, self.offer_hours != old.offer_hours, &|a| a.offer_minutes = given.offer_minutes);
        take(had.seats_per_booking == old.seats_per_booking, self.seats_per_booking != old.seats_per_booking, &|a| {
            a.seats_per_booking = given.seats_per_booking;
        });
        take(had.seats_per_person == old.seats_per_person, self.seats_per_person != old.seats_per_person, &|a| a.seats_per_person = given.seats_per_person);
        a
    }
}

/// The waitlist as its word.
mod words {
    use booking::Waitlist;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::features::events::occurrence::{parse_waitlist, waitlist_word};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    pub fn serialize<S: Serializer>(waitlist: &Waitlist, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(waitlist_word(*waitlist))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Waitlist, D::Error> {
        String::deserialize(deserializer).map(|word| parse_waitlist(&word))
    }
}
