//! Purpose: a rule by which dates repeat, as written (RFC 5545 §3.3.10).
//! Nouns: [`Rule`], [`Every`], [`Until`], weekday with a number ("the second Tuesday").
//! URLs: none.
//! Invariants: a part of a rule that is not carried out makes the rule refused; nothing is ignored silently.
//! Must not know: how dates are found.

use jiff::civil::Weekday;

use super::reason::{Reason, quote};
use super::values::{Stamp, digits, signed, stamp};

/// How dates repeat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub every: Every,
    pub interval: i64,
    pub count: Option<u32>,
    pub until: Option<Stamp>,
    pub months: Vec<i8>,
    pub month_days: Vec<i8>,
    /// Zero for every one of them.
    pub weekdays: Vec<(i8, Weekday)>,
    pub positions: Vec<i32>,
    pub week_starts: Weekday,
}

/// The step of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Every {
    Day,
    Week,
    Month,
    Year,
}

/// Reads a rule.
pub(super) fn parse(value: &str) -> Result<Rule, Reason> {
    let wrong = || Reason::Rule(quote(value));
    let mut every = None;
    let mut rule = Rule {
        every: Every::Day,
        interval: 1,
        count: None,
        until: None,
        months: Vec::new(),
        month_days: Vec::new(),
        weekdays: Vec::new(),
        positions: Vec::new(),
        week_starts: Weekday::Monday,
    };
    for part in value.trim().split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (name, said) = part.split_once('=').ok_or_else(wrong)?;
        let said = said.trim();
        match name.trim().to_ascii_uppercase().as_str() {
            "FREQ" => every = Some(frequency(said).ok_or_else(|| not_taken(said, value))?),
            "INTERVAL" => rule.interval = digits(said).filter(|number| *number > 0).map(i64::from).ok_or_else(wrong)?,
            "COUNT" => rule.count = Some(digits(said).filter(|count| *count > 0).ok_or_else(wrong)?),
            "UNTIL" => rule.until = Some(stamp(said).ok_or_else(wrong)?),
            "BYMONTH" => rule.months = numbers(said, 1..=12).ok_or_else(wrong)?,
            "BYMONTHDAY" => rule.month_days = numbers(said, -31..=31).filter(|days| !days.contains(&0)).ok_or_else(wrong)?,
            "BYDAY" => rule.weekdays = said.split(',').map(weekday).collect::<Option<_>>().ok_or_else(wrong)?,
            "BYSETPOS" => rule.positions = positions(said).ok_or_else(wrong)?,
            "WKST" => rule.week_starts = weekday(said).map(|(_, day)| day).ok_or_else(wrong)?,
            "RSCALE" if said.eq_ignore_ascii_case("GREGORIAN") => {}
            "SKIP" if said.eq_ignore_ascii_case("OMIT") => {}
            name if name.starts_with("X-") => {}
            "BYHOUR" | "BYMINUTE" | "BYSECOND" | "BYWEEKNO" | "BYYEARDAY" | "RSCALE" | "SKIP" => return Err(not_taken(part, value)),
            _ => return Err(wrong()),
        }
    }
    rule.every = every.ok_or_else(wrong)?;
    is_sound(&rule).then_some(rule).ok_or_else(wrong)
}

fn not_taken(part: &str, value: &str) -> Reason {
    let known = ["HOURLY", "MINUTELY", "SECONDLY", "BY", "RSCALE", "SKIP"];
    if known.iter().any(|word| part.to_ascii_uppercase().starts_with(word)) { Reason::NotTaken(quote(part)) } else { Reason::Rule(quote(value)) }
}

fn frequency(word: &str) -> Option<Every> {
    match word.to_ascii_uppercase().as_str() {
        "DAILY" => Some(Every::Day),
        "WEEKLY" => Some(Every::Week),
        "MONTHLY" => Some(Every::Month),
        "YEARLY" => Some(Every::Year),
        _ => None,
    }
}

/// What the standard forbids, and what would mean nothing.
fn is_sound(rule: &Rule) -> bool {
    let numbered = rule.weekdays.iter().any(|(nth, _)| *nth != 0);
    let weekly = rule.every == Every::Week;
    let faults = [
        rule.count.is_some() && rule.until.is_some(),
        numbered && matches!(rule.every, Every::Day | Every::Week),
        weekly && !rule.month_days.is_empty(),
        rule.every == Every::Month && rule.weekdays.iter().any(|(nth, _)| nth.abs() > 5),
    ];
    !faults.contains(&true)
}

fn numbers(said: &str, range: std::ops::RangeInclusive<i32>) -> Option<Vec<i8>> {
    let mut numbers: Vec<i8> = said
        .split(',')
        .map(|word| signed(word.trim()).filter(|number| range.contains(number)).and_then(|number| i8::try_from(number).ok()))
        .collect::<Option<_>>()?;
    numbers.sort_unstable();
    numbers.dedup();
    Some(numbers)
}

fn positions(said: &str) -> Option<Vec<i32>> {
    let mut positions: Vec<i32> =
        said.split(',').map(|word| signed(word.trim()).filter(|number| *number != 0 && number.abs() <= 366)).collect::<Option<_>>()?;
    positions.sort_unstable();
    positions.dedup();
    Some(positions)
}

/// `TU`, `2TU`, `-1FR`.
fn weekday(word: &str) -> Option<(i8, Weekday)> {
    let word = word.trim();
    let (number, name) = word.split_at_checked(word.len().checked_sub(2)?)?;
    let day = match name.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    };
    let nth = if number.is_empty() { 0 } else { signed(number).filter(|number| *number != 0 && number.abs() <= 53)? };
    Some((i8::try_from(nth).ok()?, day))
}
