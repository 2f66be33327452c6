//! Thousands of random rules against the rrule crate, which knows RFC 5545 but not this code.

use std::ops::ControlFlow;

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use proptest::prelude::*;
use proptest::test_runner::Config;
use rrule::RRuleSet;

use crate::read::rule::parse;
use crate::read::steps::{Budget, Search, days};

const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

fn ours(first: Date, rule: &str, from: Date, at_most: usize) -> Vec<String> {
    let mut found = Vec::new();
    let search = Search { first, from, last: date(2060, 12, 31) };
    days(&parse(rule).unwrap(), search, &mut Budget::of_a_file(), |day| {
        found.push(day.strftime("%Y%m%d").to_string());
        if found.len() < at_most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })
    .unwrap();
    found
}

fn theirs(first: Date, rule: &str, at_most: u16) -> Vec<String> {
    let text = format!("DTSTART:{}T100000Z\nRRULE:{rule}", first.strftime("%Y%m%d"));
    let set: RRuleSet = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
    set.all(at_most).dates.iter().map(|at| at.format("%Y%m%d").to_string()).collect()
}

fn a_day() -> impl Strategy<Value = Date> {
    (0_i64..4_000).prop_map(|days| date(2020, 1, 1) + Span::new().days(days))
}

fn part(name: &'static str, values: impl Strategy<Value = String> + 'static, often: u32) -> BoxedStrategy<String> {
    let some = prop::collection::btree_set(values, 1..4).prop_map(move |values| format!(";{name}={}", values.into_iter().collect::<Vec<_>>().join(",")));
    prop_oneof![10 - often => Just(String::new()), often => some].boxed()
}

fn numbers(range: std::ops::RangeInclusive<i32>) -> impl Strategy<Value = String> {
    range.prop_filter("no zero", |number| *number != 0).prop_map(|number| number.to_string())
}

fn weekday(numbered: bool) -> impl Strategy<Value = String> {
    let number = if numbered { numbers(-4..=5).boxed() } else { Just(String::new()).boxed() };
    (number, prop::sample::select(WEEKDAYS.to_vec())).prop_map(|(number, day)| format!("{number}{day}"))
}

fn a_rule() -> impl Strategy<Value = String> {
    let kind = prop_oneof![Just("DAILY"), Just("WEEKLY"), Just("MONTHLY"), Just("YEARLY")];
    (kind, 1_u16..5, 1_u16..30, prop::sample::select(WEEKDAYS.to_vec()), any::<bool>()).prop_flat_map(|(kind, interval, count, wkst, numbered)| {
        // Days with and without a number in one rule are all meant; the other crate takes only those that are both.
        let numbered = numbered && matches!(kind, "MONTHLY" | "YEARLY");
        let month_days = if kind == "WEEKLY" { Just(String::new()).boxed() } else { part("BYMONTHDAY", numbers(-31..=31), 4) };
        (part("BYMONTH", numbers(1..=12), 4), month_days, part("BYDAY", weekday(numbered), 5), part("BYSETPOS", numbers(-4..=4), 3)).prop_map(
            move |(months, month_days, weekdays, positions)| {
                // Positions choose among what other parts give; alone they mean nothing. The other crate counts them in the first week from
                // the first date on instead of from the beginning of the week.
                let alone = months.is_empty() && month_days.is_empty() && weekdays.is_empty();
                let positions = if alone || kind == "WEEKLY" { String::new() } else { positions };
                format!("FREQ={kind};INTERVAL={interval};COUNT={count};WKST={wkst}{months}{month_days}{weekdays}{positions}")
            },
        )
    })
}

proptest! {
    #![proptest_config(Config { cases: 400, failure_persistence: None, max_global_rejects: 100_000, ..Config::default() })]

    #[test]
    fn random_rules_hit_the_same_days_in_both(first in a_day(), rule in a_rule()) {
        let mut theirs = theirs(first, &rule, 30);
        // The other crate leaves out a first date that the rule does not hit; here it always belongs to it. Then only the rest can be compared.
        let hit = theirs.first().is_some_and(|day| *day == first.strftime("%Y%m%d").to_string());
        let rule = if hit { rule } else { rule.split(';').filter(|part| !part.starts_with("COUNT")).collect::<Vec<_>>().join(";") };
        let mut ours = ours(first, &rule, first, theirs.len() + usize::from(!hit));
        if !hit {
            ours.remove(0);
        }
        theirs.retain(|day| day.as_str() <= "20601231");
        prop_assert_eq!(ours, theirs, "{} {}", first, rule);
    }

    #[test]
    fn looking_from_a_later_day_finds_the_same_days(first in a_day(), rule in a_rule(), later in 0_i64..3_000) {
        let endless = rule.split(';').filter(|part| !part.starts_with("COUNT")).collect::<Vec<_>>().join(";");
        for rule in [rule, endless] {
            let from = first + later.days();
            let all = ours(first, &rule, first, 4_000);
            let expected: Vec<String> = all.into_iter().filter(|day| *day >= from.strftime("%Y%m%d").to_string()).take(20).collect();
            prop_assert_eq!(ours(first, &rule, from, 20), expected, "{} {} from {}", first, rule, from);
        }
    }
}
