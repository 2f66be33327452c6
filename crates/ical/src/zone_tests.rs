//! Purpose: the described zones against the zone database, read back by a small reader of its own.
//! Nouns: observance (one STANDARD or DAYLIGHT part), onset.
//! URLs: none.
//! Invariants: the expected offsets come from the zone database, never from the writer.
//! Must not know: how the writer is built; only the public items are used.

use std::collections::BTreeMap;

use jiff::civil::{DateTime, Weekday, date};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, ToSpan};
use proptest::prelude::*;

use crate::{Calendar, Event};

const YEARS: std::ops::RangeInclusive<i16> = 2024..=2030;

#[test]
fn every_onset_from_2024_to_2030_is_that_of_the_zone_database() {
    let zones = [("Europe/Berlin", 14), ("Europe/Lisbon", 14), ("Pacific/Auckland", 14), ("America/New_York", 14), ("Asia/Kolkata", 0)];
    for (name, count) in zones {
        let zone = TimeZone::get(name).unwrap();
        let days = YEARS.flat_map(|year| [date(year, 1, 15), date(year, 7, 15)]);
        let observances = described(&zone, days.map(|day| day.at(12, 0, 0, 0)));
        let (from, to) = (instant("2024-01-01T00:00:00Z"), instant("2031-01-01T00:00:00Z"));
        let found: Vec<(Timestamp, Offset)> = onsets(&observances).into_iter().filter(|(at, _)| (from..to).contains(at)).collect();
        let expected: Vec<(Timestamp, Offset)> =
            zone.following(from).map(|change| (change.timestamp(), change.offset())).take_while(|(at, _)| *at < to).collect();
        assert_eq!(found, expected, "{name}");
        assert_eq!(found.len(), count, "{name}");
    }
}

#[test]
fn every_hour_from_2024_to_2030_has_the_offset_of_the_zone_database() {
    let names = [
        "Europe/Berlin",
        "Europe/Lisbon",
        "Europe/Dublin",
        "Pacific/Auckland",
        "Asia/Kolkata",
        "America/New_York",
        "Africa/Casablanca",
        "Africa/Cairo",
        "America/Nuuk",
        "America/Santiago",
        "Australia/Lord_Howe",
        "Antarctica/Troll",
        "Pacific/Chatham",
        "Asia/Jerusalem",
    ];
    for name in names {
        let zone = TimeZone::get(name).unwrap();
        let days = YEARS.map(|year| date(year, 6, 1).at(12, 0, 0, 0));
        let onsets = onsets(&described(&zone, days));
        let mut at = zone.to_timestamp(date(2024, 1, 1).at(0, 0, 0, 0)).unwrap();
        let end = zone.to_timestamp(date(2031, 1, 1).at(0, 0, 0, 0)).unwrap();
        while at < end {
            assert_eq!(offset_at(&onsets, at), Some(zone.to_offset(at)), "{name} {at}");
            at += 1.hour();
        }
    }
}

#[test]
fn onsets_are_told_by_the_clocks_before_them() {
    let onset = |name: &str| -> Vec<(bool, DateTime, Option<String>)> {
        let zone = TimeZone::get(name).unwrap();
        let observances = described(&zone, [date(2026, 5, 1).at(9, 0, 0, 0)].into_iter());
        observances.into_iter().map(|one| (one.daylight, one.onset, one.rule)).collect()
    };
    let rule = |month: u8, day: &str| Some(format!("FREQ=YEARLY;BYMONTH={month};BYDAY={day}"));
    assert_eq!(
        onset("Europe/Berlin"),
        [(true, date(2025, 3, 30).at(2, 0, 0, 0), rule(3, "-1SU")), (false, date(2025, 10, 26).at(3, 0, 0, 0), rule(10, "-1SU")),]
    );
    assert_eq!(
        onset("Pacific/Auckland"),
        [(false, date(2025, 4, 6).at(3, 0, 0, 0), rule(4, "1SU")), (true, date(2025, 9, 28).at(2, 0, 0, 0), rule(9, "-1SU")),]
    );
    assert_eq!(
        onset("America/New_York"),
        [(true, date(2025, 3, 9).at(2, 0, 0, 0), rule(3, "2SU")), (false, date(2025, 11, 2).at(2, 0, 0, 0), rule(11, "1SU")),]
    );
    assert_eq!(onset("Asia/Kolkata"), [(false, date(1970, 1, 1).at(0, 0, 0, 0), None)]);
}

#[test]
fn irish_winter_is_standard_time_for_readers() {
    let zone = TimeZone::get("Europe/Dublin").unwrap();
    let observances = described(&zone, [date(2026, 5, 1).at(9, 0, 0, 0)].into_iter());
    let named: Vec<(bool, &str)> = observances.iter().map(|one| (one.daylight, one.name.as_str())).collect();
    assert_eq!(named, [(true, "IST"), (false, "GMT")]);
}

#[test]
fn a_year_before_the_present_rule_has_its_own_onsets() {
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    let observances = described(&zone, [date(1995, 10, 10).at(18, 0, 0, 0)].into_iter());
    let summer_ends: Vec<DateTime> = observances.iter().filter(|one| !one.daylight).map(|one| one.onset).collect();
    assert!(observances.iter().all(|one| one.rule.is_none()));
    assert_eq!(summer_ends, [date(1994, 9, 25).at(3, 0, 0, 0), date(1995, 9, 24).at(3, 0, 0, 0)]);
}

#[test]
fn a_jump_that_lands_on_new_year_counts_for_the_new_year() {
    let zone = TimeZone::get("Asia/Saigon").unwrap();
    let observances = described(&zone, [date(1960, 6, 1).at(12, 0, 0, 0)].into_iter());
    let onset: Vec<DateTime> = observances.iter().map(|one| one.onset).collect();
    assert_eq!(onset, [date(1959, 12, 31).at(23, 0, 0, 0)]);
}

#[test]
fn each_zone_is_described_once_and_utc_not_at_all() {
    let start = |name: &str| date(2026, 5, 1).at(9, 0, 0, 0).in_tz(name).unwrap();
    let events = ["Europe/Berlin", "UTC", "Asia/Kolkata", "Etc/UTC", "Europe/Berlin"];
    let events = events.map(|name| Event::new("a", Timestamp::UNIX_EPOCH, start(name), "A"));
    let written = file(events.to_vec());
    let described: Vec<&str> = written.lines().filter_map(|line| line.strip_prefix("TZID:")).collect();
    assert_eq!(described, ["Asia/Kolkata", "Europe/Berlin"]);
    assert_eq!(written.lines().filter(|line| *line == "DTSTART:20260501T090000Z").count(), 2);
}

#[test]
fn a_zone_without_a_name_is_written_in_utc() {
    let fixed = TimeZone::fixed(Offset::from_hours(5).unwrap());
    let posix = TimeZone::posix("EST5EDT,M3.2.0,M11.1.0").unwrap();
    for zone in [fixed, posix, TimeZone::unknown()] {
        let start = instant("2026-05-01T09:00:00Z").to_zoned_datetime(zone);
        let written = file(vec![Event::new("a", Timestamp::UNIX_EPOCH, start, "A")]);
        assert!(written.contains("\r\nDTSTART:20260501T090000Z\r\n"), "{written}");
    }
}

#[test]
fn years_far_apart_cost_no_years_between() {
    for name in ["Africa/Casablanca", "Europe/Berlin"] {
        let zone = TimeZone::get(name).unwrap();
        let days = [date(2026, 6, 1), date(9999, 12, 30)].map(|day| day.at(12, 0, 0, 0));
        let observances = described(&zone, days.into_iter());
        assert!(observances.len() <= 6, "{name}: {}", observances.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_written_wall_time_is_read_as_the_same_instant(
        seconds in proptest::collection::vec(
            instant("1950-01-01T00:00:00Z").as_second()..instant("2060-01-01T00:00:00Z").as_second(),
            1..4,
        ),
        name in any_zone_name(),
    ) {
        let zone = TimeZone::get(&name).unwrap();
        let starts = seconds.iter().map(|second| Timestamp::from_second(*second).unwrap().to_zoned_datetime(zone.clone()));
        let events = starts.clone().map(|start| Event::new("a", Timestamp::UNIX_EPOCH, start, "A"));
        let written = file(events.collect());
        let onsets = onsets(&observances(&written));
        for (line, start) in written.lines().skip_while(|line| *line != "BEGIN:VEVENT").filter(|line| line.starts_with("DTSTART")).zip(starts) {
            let value = line.rsplit(':').next().unwrap();
            let found = match value.strip_suffix('Z') {
                Some(utc) => Offset::UTC.to_timestamp(civil(utc)).unwrap(),
                None => instant_of(&onsets, civil(value)).unwrap(),
            };
            prop_assert_eq!(found, start.timestamp(), "{}\n{}", line, written);
        }
    }
}

/// One STANDARD or DAYLIGHT part, as read.
struct Observance {
    daylight: bool,
    onset: DateTime,
    before: Offset,
    after: Offset,
    rule: Option<String>,
    name: String,
}

fn described(zone: &TimeZone, starts: impl Iterator<Item = DateTime>) -> Vec<Observance> {
    let event = |start: DateTime| {
        let start = start.to_zoned_datetime(zone.clone()).unwrap();
        Event::new("a", Timestamp::UNIX_EPOCH, start, "A")
    };
    observances(&file(starts.map(event).collect()))
}

fn file(events: Vec<Event>) -> String {
    Calendar { method: None, product: "-//Test//Test 1//DE".into(), name: None, refresh_hours: None, events }.to_string()
}

fn observances(written: &str) -> Vec<Observance> {
    let mut found = Vec::new();
    let mut part = BTreeMap::new();
    for line in written.lines().take_while(|line| *line != "BEGIN:VEVENT") {
        let (name, value) = line.split_once(':').unwrap();
        match (name, value) {
            ("BEGIN", _) => part.clear(),
            ("END", "STANDARD" | "DAYLIGHT") => found.push(Observance {
                daylight: value == "DAYLIGHT",
                onset: civil(part["DTSTART"]),
                before: offset(part["TZOFFSETFROM"]),
                after: offset(part["TZOFFSETTO"]),
                rule: part.get("RRULE").map(|rule: &&str| (*rule).to_owned()),
                name: part["TZNAME"].to_owned(),
            }),
            _ => {
                part.insert(name, value);
            }
        }
    }
    found
}

/// The instants at which offsets begin, up to the year 2100.
fn onsets(observances: &[Observance]) -> BTreeMap<Timestamp, Offset> {
    let mut found = BTreeMap::new();
    for one in observances {
        for onset in one.rule.as_ref().map_or(vec![one.onset], |rule| yearly(one.onset, rule)) {
            if one.before != one.after || one.rule.is_none() {
                found.insert(one.before.to_timestamp(onset).unwrap(), one.after);
            }
        }
    }
    found
}

fn yearly(first: DateTime, rule: &str) -> Vec<DateTime> {
    let (month, day) = rule.strip_prefix("FREQ=YEARLY;BYMONTH=").unwrap().split_once(";BYDAY=").unwrap();
    let (nth, weekday) = day.split_at(day.len() - 2);
    let all = first.year()..=2100;
    let onset = |year| {
        let month = date(year, month.parse().unwrap(), 1);
        month.nth_weekday_of_month(nth.parse().unwrap(), self::weekday(weekday)).unwrap()
    };
    let found: Vec<DateTime> = all.map(|year| onset(year).to_datetime(first.time())).collect();
    assert_eq!(found[0], first, "the first onset must follow the rule");
    found
}

fn offset_at(onsets: &BTreeMap<Timestamp, Offset>, at: Timestamp) -> Option<Offset> {
    onsets.range(..=at).next_back().map(|(_, offset)| *offset)
}

/// The first instant at which clocks show the wall time.
fn instant_of(onsets: &BTreeMap<Timestamp, Offset>, wall: DateTime) -> Option<Timestamp> {
    let possible = onsets.values().map(|offset| (offset.to_timestamp(wall).unwrap(), *offset));
    possible.filter(|(at, offset)| offset_at(onsets, *at) == Some(*offset)).map(|(at, _)| at).min()
}

fn any_zone_name() -> impl Strategy<Value = String> {
    let names: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
    proptest::sample::select(names)
}

fn weekday(name: &str) -> Weekday {
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let position = names.iter().position(|known| *known == name).unwrap();
    Weekday::from_monday_zero_offset(i8::try_from(position).unwrap()).unwrap()
}

fn offset(text: &str) -> Offset {
    let digits = |range: std::ops::Range<usize>| text.get(range).map_or(0, |part| part.parse::<i64>().unwrap());
    let seconds = digits(1..3) * 3600 + digits(3..5) * 60 + digits(5..7);
    let signed = if text.starts_with('-') { -seconds } else { seconds };
    Offset::try_from(SignedDuration::from_secs(signed)).unwrap()
}

fn civil(text: &str) -> DateTime {
    DateTime::strptime("%Y%m%dT%H%M%S", text).unwrap()
}

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}
