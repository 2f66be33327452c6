//! What a hub writes every morning: who comes tomorrow is reminded, who was there yesterday is thanked and asked how it was.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::letters::{self, Wish};
use super::seats::Seats;
use super::store::{self, Told};
use crate::bookings::{self, Kind, Notice};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::jobs::{Job, due};
use crate::tenancy::{self, local_in, midnight_in};

/// The hour of the hub's clock at which the letters leave.
const HOUR: i8 = 10;
/// Letters written in one transaction.
const LETTERS_AT_MOST: u32 = 100;

/// Writes the letters of a morning.
pub const MORNING_JOB: Job = Job { kind: due::MORNING, daily: true, run: morning };

fn morning(tx: &Tx<'_>, hub: HubId, what: Uuid, now: Instant) -> DbResult<()> {
    let Some(zone) = tenancy::store::zone(tx, hub)? else { return due::clear(tx, hub, due::MORNING, what) };
    let local = local_in(&zone, now);
    if local.hour() < HOUR {
        return due::set(tx, hub, due::MORNING, what, next_morning(&zone, now));
    }
    let today = local.date();
    let day =
        |date: Result<Date, jiff::Error>| date.map(|date| (midnight_in(&zone, date), date.tomorrow().map_or(Instant::MAX, |next| midnight_in(&zone, next))));
    let mut written = 0;
    if let Ok(tomorrow) = day(today.tomorrow()) {
        written += write(tx, hub, tomorrow, Notice::Reminder, now)?;
    }
    if let Ok(yesterday) = day(today.yesterday()) {
        written += write(tx, hub, yesterday, Notice::Thanks, now)?;
    }
    // A full hundred: there may be more, and the next transaction writes them.
    let next = if written >= LETTERS_AT_MOST { now } else { next_morning(&zone, now) };
    due::set(tx, hub, due::MORNING, what, next)
}

/// Writes to those of a day's dates who have not been written to; at most so many at once.
fn write(tx: &Tx<'_>, hub: HubId, (from, until): (Instant, Instant), notice: Notice, now: Instant) -> DbResult<u32> {
    let state = if notice == Notice::Reminder { booking::State::Confirmed } else { booking::State::Attended };
    let prefix = bookings::outbox_kind::<Seats>(notice);
    let mut written = 0;
    for Told { booking, occasion } in store::not_told(tx, hub, &store::Morning { from, until, state, prefix: &prefix, at_most: LETTERS_AT_MOST })? {
        let (Some(booking), Some(date)) = (bookings::store::booking(tx, hub, booking)?, Seats::load(tx, hub, occasion)?) else { continue };
        let once = occasion.0.simple().to_string();
        written += u32::from(letters::post_once(tx, hub, &date.facts, &booking, Wish { notice, message: "", once: &once }, now, now)?);
    }
    Ok(written)
}

/// The next ten o'clock on the hub's clock after an instant.
fn next_morning(zone: &TimeZone, now: Instant) -> Instant {
    let today = local_in(zone, now).date();
    let ten = |day: Date| {
        let zoned = day.at(HOUR, 0, 0, 0).to_zoned_datetime(zone.clone()).ok()?;
        Some(Instant::from_micros(zoned.timestamp().as_microsecond())).filter(|at| *at > now)
    };
    ten(today).or_else(|| ten(today.tomorrow().ok()?)).unwrap_or(Instant::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        Instant::from_micros(text.parse::<jiff::Timestamp>().unwrap().as_microsecond())
    }

    #[test]
    fn the_next_morning_is_ten_on_the_wall_also_when_the_clocks_change() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let cases = [
            ("2026-12-01T08:59:59Z", "2026-12-01T09:00:00Z"),
            ("2026-12-01T09:00:00Z", "2026-12-02T09:00:00Z"),
            ("2027-03-27T12:00:00Z", "2027-03-28T08:00:00Z"),
            ("2026-10-24T12:00:00Z", "2026-10-25T09:00:00Z"),
        ];
        for (now, next) in cases {
            assert_eq!(next_morning(&berlin, at(now)), at(next), "after {now}");
        }
    }
}
