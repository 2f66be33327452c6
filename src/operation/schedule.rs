//! When the next backup is due: decided from what is known, without looking at a clock or a disk.

use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// After a failure the next try comes after so long.
const AGAIN: SignedDuration = SignedDuration::from_hours(1);

/// What is known of backups so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    /// When the server started: without any backup the first is taken an hour later, also on a machine that is off at night.
    pub(super) started: Timestamp,
    /// When the newest backup was made.
    pub(super) newest: Option<Timestamp>,
    /// When the last try failed, if it did.
    pub(super) failed: Option<Timestamp>,
}

/// Whether a backup is due now. Once a day at the given time of day; what was missed is made up for.
pub(super) fn is_due(known: Known, at: Time, zone: &TimeZone, now: Timestamp) -> bool {
    if known.failed.is_some_and(|failed| now < failed.saturating_add(AGAIN).unwrap_or(now)) {
        return false;
    }
    match known.newest {
        Some(newest) => newest < latest(at, zone, now),
        None => latest(at, zone, now) > known.started || now >= known.started.saturating_add(AGAIN).unwrap_or(now),
    }
}

/// When it is due the next time after now, if all goes well.
pub(super) fn next(at: Time, zone: &TimeZone, now: Timestamp) -> Timestamp {
    let today = now.to_zoned_datetime(zone.clone()).date();
    let on = |day: jiff::civil::Date| day.to_datetime(at).to_zoned_datetime(zone.clone()).map(|zoned| zoned.timestamp());
    match on(today) {
        Ok(due) if due > now => due,
        _ => today.tomorrow().and_then(on).unwrap_or(Timestamp::MAX),
    }
}

/// The last time of day of this kind that is not in the future.
fn latest(at: Time, zone: &TimeZone, now: Timestamp) -> Timestamp {
    let today = now.to_zoned_datetime(zone.clone()).date();
    let on = |day: jiff::civil::Date| day.to_datetime(at).to_zoned_datetime(zone.clone()).map(|zoned| zoned.timestamp());
    match on(today) {
        Ok(due) if due <= now => due,
        _ => today.yesterday().and_then(on).unwrap_or(Timestamp::MIN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn due(newest: Option<&str>, failed: Option<&str>, now: &str) -> bool {
        let known = Known { started: at("2026-11-26T12:00:00+01:00"), newest: newest.map(at), failed: failed.map(at) };
        is_due(known, jiff::civil::time(2, 30, 0, 0), &TimeZone::get("Europe/Berlin").unwrap(), at(now))
    }

    #[test]
    fn once_a_day_at_its_time() {
        let newest = Some("2026-11-26T02:30:20+01:00");
        assert!(!due(newest, None, "2026-11-26T13:00:00+01:00"));
        assert!(!due(newest, None, "2026-11-27T02:29:59+01:00"));
        assert!(due(newest, None, "2026-11-27T02:30:00+01:00"));
        assert!(due(newest, None, "2026-11-29T11:00:00+01:00"), "the machine was off for two nights");
    }

    #[test]
    fn without_any_backup_the_first_comes_within_an_hour() {
        assert!(!due(None, None, "2026-11-26T12:59:59+01:00"));
        assert!(due(None, None, "2026-11-26T13:00:00+01:00"));
    }

    #[test]
    fn after_a_failure_it_tries_again_an_hour_later() {
        let failed = Some("2026-11-27T02:30:05+01:00");
        assert!(!due(Some("2026-11-26T02:30:20+01:00"), failed, "2026-11-27T03:30:00+01:00"));
        assert!(due(Some("2026-11-26T02:30:20+01:00"), failed, "2026-11-27T03:30:05+01:00"));
    }

    #[test]
    fn a_night_without_that_time_has_its_backup_all_the_same() {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        let known = |newest: &str| Known { started: at("2026-01-01T00:00:00Z"), newest: Some(at(newest)), failed: None };
        let half_past_two = jiff::civil::time(2, 30, 0, 0);
        // On 29 March 2026 the clocks go from two to three.
        assert!(is_due(known("2026-03-28T02:30:10+01:00"), half_past_two, &zone, at("2026-03-29T03:30:00+02:00")));
        // On 25 October 2026 half past two comes twice; one backup is enough.
        assert!(!is_due(known("2026-10-25T02:30:10+02:00"), half_past_two, &zone, at("2026-10-25T02:30:00+01:00")));
        assert_eq!(next(half_past_two, &zone, at("2026-11-26T02:30:00+01:00")), at("2026-11-27T02:30:00+01:00"));
    }
}
