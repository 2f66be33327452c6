//! Hundreds of random rules against the rrule crate, which knows RFC 5545 but not this code.

use std::fmt::Write;

use jiff::civil::{Date, DateTime, Time, Weekday, date};
use proptest::prelude::*;
use proptest::test_runner::Config;
use rrule::RRuleSet;

use crate::series::{Choice, Frequency, Moment, Nth, Planned, Rule, Series, Until, expand, resolve};

const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "MO"),
    (Weekday::Tuesday, "TU"),
    (Weekday::Wednesday, "WE"),
    (Weekday::Thursday, "TH"),
    (Weekday::Friday, "FR"),
    (Weekday::Saturday, "SA"),
    (Weekday::Sunday, "SU"),
];

fn word(weekday: Weekday) -> &'static str {
    let found = WEEKDAYS.iter().find(|(other, _)| *other == weekday);
    found.unwrap().1
}

/// The same series as RFC 5545 writes it.
fn as_text(series: &Series) -> String {
    let rule = &series.rule;
    let day = series.first.day();
    let weekday = word(series.first.weekday());
    let frequency = match rule.every {
        Frequency::Daily => "DAILY".to_owned(),
        Frequency::Weekly => {
            let days: Vec<&str> = rule.weekdays.iter().map(|day| word(*day)).collect();
            let given = if days.is_empty() { weekday.to_owned() } else { days.join(",") };
            format!("WEEKLY;WKST=MO;BYDAY={given}")
        }
        Frequency::MonthlyOnDay => format!("MONTHLY;BYMONTHDAY={day}"),
        Frequency::MonthlyOnWeekday(nth) => {
            let count = match nth {
                Nth::First => 1,
                Nth::Second => 2,
                Nth::Third => 3,
                Nth::Fourth => 4,
                Nth::Last => -1,
            };
            format!("MONTHLY;BYDAY={count}{weekday}")
        }
        Frequency::Yearly => format!("YEARLY;BYMONTH={};BYMONTHDAY={day}", series.first.month()),
    };
    let until = match rule.until {
        Until::Count(count) => format!("COUNT={count}"),
        Until::Date(last) => format!("UNTIL={}", end_of_day(last, &series.zone)),
    };
    let mut text =
        format!("DTSTART;TZID={}:{}\nRRULE:FREQ={frequency};INTERVAL={};{until}", series.zone, series.first.strftime("%Y%m%dT%H%M%S"), rule.interval);
    for skipped in &series.skip {
        let at = skipped.to_datetime(series.first.time());
        write!(text, "\nEXDATE;TZID={}:{}", series.zone, at.strftime("%Y%m%dT%H%M%S")).unwrap();
    }
    text
}

/// The other crate does not read first and skipped dates that are missing or come twice on the wall clock.
fn is_readable_there(series: &Series) -> bool {
    let mut days = series.skip.clone();
    days.push(series.first.date());
    days.into_iter().all(|day| {
        let start = day.to_datetime(series.first.time());
        matches!(resolve(start, &series.zone, Choice::First).unwrap(), Moment::Certain { note: None, .. })
    })
}

/// The last second of a day in the zone, written in UTC: the other crate reads the end of a rule in UTC only.
fn end_of_day(day: Date, zone: &str) -> String {
    let end = day.at(23, 59, 59, 0).in_tz(zone).unwrap();
    end.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Starts in microseconds, as the second implementation has them.
fn theirs(series: &Series) -> Vec<i64> {
    let set: RRuleSet = as_text(series).parse().unwrap();
    let found = set.all(1_000);
    assert!(!found.limited);
    let mut starts = Vec::new();
    for at in found.dates {
        starts.push(at.timestamp_micros());
    }
    starts
}

fn ours(series: &Series) -> Vec<i64> {
    expand(series)
        .unwrap()
        .iter()
        .map(|planned| match planned {
            Planned::Certain(dated) => dated.starts.micros(),
            // The other crate moves such a start on without a word.
            Planned::Gap(gap) => gap.shifted_to.starts.micros(),
        })
        .collect()
}

fn a_zone() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => Just("Europe/Berlin"),
        1 => Just("Europe/Lisbon"),
        1 => Just("America/New_York"),
        1 => Just("Pacific/Auckland"),
        1 => Just("UTC"),
    ]
    .prop_map(str::to_owned)
}

/// A start between 2026 and 2030, often in the hours in which clocks are changed.
fn a_start() -> impl Strategy<Value = DateTime> {
    let hour = prop_oneof![3 => 0_i8..24, 2 => Just(2_i8)];
    (0_i64..1_500, hour, prop_oneof![Just(0_i8), Just(30), 0_i8..60]).prop_map(|(days, hour, minute)| {
        let day: Date = date(2026, 1, 1) + jiff::Span::new().days(days);
        day.to_datetime(Time::new(hour, minute, 0, 0).unwrap())
    })
}

fn a_rule(first: DateTime) -> impl Strategy<Value = Rule> {
    let days = prop::collection::vec(prop::sample::select(WEEKDAYS.to_vec()), 0..4);
    let until =
        prop_oneof![(1_u16..25).prop_map(Until::Count), (0_i64..390).prop_map(move |days| { Until::Date(first.date() + jiff::Span::new().days(days)) }),];
    (0_u8..5, 1_u16..5, until, days, any::<bool>()).prop_map(move |(kind, interval, until, days, last)| {
        let every = match kind {
            0 => Frequency::Daily,
            1 => Frequency::Weekly,
            2 => Frequency::MonthlyOnDay,
            3 => Frequency::MonthlyOnWeekday(nth_of(first.date(), last)),
            _ => Frequency::Yearly,
        };
        // Dates that come every few years are kept within the years both zone databases know.
        let until = match (every, until) {
            (Frequency::Yearly | Frequency::MonthlyOnDay, Until::Count(count)) => Until::Count(count.min(2)),
            _ => until,
        };
        Rule { every, interval, until, weekdays: weekdays(every, first, &days) }
    })
}

fn weekdays(every: Frequency, first: DateTime, days: &[(Weekday, &str)]) -> Vec<Weekday> {
    if every != Frequency::Weekly || days.is_empty() {
        return vec![];
    }
    let mut chosen: Vec<Weekday> = days.iter().map(|(weekday, _)| *weekday).collect();
    chosen.push(first.weekday());
    chosen
}

fn nth_of(day: Date, last: bool) -> Nth {
    let is_last = day.days_in_month() - day.day() < 7;
    match (day.day() - 1) / 7 {
        3 if last && is_last => Nth::Last,
        0 => Nth::First,
        1 => Nth::Second,
        2 => Nth::Third,
        3 => Nth::Fourth,
        _ => Nth::Last,
    }
}

fn a_series() -> impl Strategy<Value = Series> {
    a_start().prop_flat_map(|first| {
        let skip = prop::collection::vec(1_i64..60, 0..4)
            .prop_map(move |offsets| offsets.into_iter().map(|days| first.date() + jiff::Span::new().days(days)).collect());
        (a_rule(first), a_zone(), skip, 1_u32..2_000).prop_map(move |(rule, zone, skip, length)| Series { first, length, zone, rule, skip })
    })
}

proptest! {
    #![proptest_config(Config { cases: 1_000, failure_persistence: None, ..Config::default() })]

    #[test]
    fn random_rules_have_the_same_dates_in_both(series in a_series()) {
        prop_assume!(is_readable_there(&series));
        prop_assert_eq!(ours(&series), theirs(&series), "{}", as_text(&series));
    }

    #[test]
    fn every_date_has_exactly_its_length_and_keeps_its_wall_time(series in a_series()) {
        for planned in expand(&series).unwrap() {
            let (dated, is_gap) = match planned {
                Planned::Certain(dated) => (dated, false),
                Planned::Gap(gap) => (gap.shifted_to, true),
            };
            prop_assert_eq!(dated.ends.since(dated.starts).minutes(), i64::from(series.length));
            prop_assert_eq!(dated.start.time() == series.first.time(), !is_gap);
        }
    }
}

#[test]
fn each_frequency_has_the_same_dates_over_both_changes_of_the_clock() {
    let table = [
        (date(2027, 3, 1), Frequency::Daily, 1, 300),
        (date(2027, 1, 3), Frequency::Weekly, 1, 60),
        (date(2027, 1, 28), Frequency::MonthlyOnDay, 1, 24),
        (date(2026, 1, 31), Frequency::MonthlyOnDay, 1, 24),
        (date(2026, 1, 25), Frequency::MonthlyOnWeekday(Nth::Last), 1, 36),
        (date(2026, 3, 28), Frequency::Yearly, 1, 7),
        (date(2026, 10, 31), Frequency::Yearly, 1, 7),
    ];
    for (first, every, interval, count) in table {
        let series = Series {
            first: first.at(2, 30, 0, 0),
            length: 60,
            zone: "Europe/Berlin".to_owned(),
            rule: Rule { every, interval, until: Until::Count(count), weekdays: vec![] },
            skip: vec![],
        };
        assert_eq!(ours(&series), theirs(&series), "{}", as_text(&series));
    }
}
