//! Purpose: describes the zones a file uses as VTIMEZONE (RFC 5545 §3.6.5), from the zone database.
//! Nouns: [`Zones`], change (of the offset), yearly rule, onset (the wall time of a change, by the clocks before it).
//! URLs: none.
//! Invariants: in every year in which a wall time is written, the described offset is that of the zone database.
//! Must not know: events.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, DateTime, Time, Weekday, date};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone, TimeZoneTransition};
use jiff::{SignedDuration, Timestamp, ZonedDateTime};

use crate::line::Lines;
use crate::write::date_time;

/// A rule must hold for so many years before it is believed: then every weekday has met every date.
const YEARS_OF_PROOF: i16 = 11;

/// The zones used in a file, each with the local years for which it must be described.
#[derive(Default)]
pub(crate) struct Zones {
    used: BTreeMap<String, (TimeZone, BTreeSet<i16>)>,
}

impl Zones {
    /// Notes a moment that will be written.
    pub(crate) fn add(&mut self, moment: &ZonedDateTime) {
        if let Some(tzid) = tzid(moment) {
            let (_, years) = self.used.entry(tzid.to_owned()).or_insert_with(|| (moment.time_zone().clone(), BTreeSet::new()));
            years.insert(moment.year());
        }
    }

    /// Writes one VTIMEZONE for each zone, by name.
    pub(crate) fn write(&self, lines: &mut Lines) {
        for (tzid, (zone, years)) in &self.used {
            lines.push("BEGIN", "VTIMEZONE");
            lines.push("TZID", tzid);
            match yearly(zone, years) {
                Some(pair) => pair.iter().for_each(|(change, rule)| write_change(lines, change, Some(rule))),
                None => single(zone, years).values().for_each(|change| write_change(lines, change, None)),
            }
            lines.push("END", "VTIMEZONE");
        }
    }
}

/// The zone a moment is written with; `None` when it is written in UTC: its zone is UTC or has no plain name,
/// or the wall time exists twice, of which readers know only the first (RFC 5545 §3.3.5).
pub(crate) fn tzid(moment: &ZonedDateTime) -> Option<&str> {
    let zone = moment.time_zone();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/_+-".contains(c);
    let name = zone
        .iana_name()
        .filter(|name| !name.is_empty() && name.chars().all(is_plain))
        .filter(|name| !matches!(*name, "UTC" | "Etc/UTC") && !zone.is_unknown())?;
    let twice = matches!(zone.to_ambiguous_timestamp(moment.datetime()).offset(), AmbiguousOffset::Fold { .. });
    (!twice).then_some(name)
}

/// One change of a zone's clocks.
#[derive(Clone)]
struct Change {
    onset: DateTime,
    before: Offset,
    after: Offset,
    daylight: bool,
    name: String,
}

/// When a change comes every year.
struct Rule {
    month: i8,
    /// 1 to 5 from the start of the month, -1 for the last.
    nth: i8,
    weekday: Weekday,
}

fn write_change(lines: &mut Lines, change: &Change, rule: Option<&Rule>) {
    let kind = if change.daylight { "DAYLIGHT" } else { "STANDARD" };
    lines.push("BEGIN", kind);
    lines.push("DTSTART", &date_time(change.onset));
    lines.push("TZOFFSETFROM", &utc_offset(change.before));
    lines.push("TZOFFSETTO", &utc_offset(change.after));
    if let Some(Rule { month, nth, weekday }) = rule {
        let day = day_name(*weekday);
        lines.push("RRULE", &format!("FREQ=YEARLY;BYMONTH={month};BYDAY={nth}{day}"));
    }
    lines.push_text("TZNAME", &change.name);
    lines.push("END", kind);
}

/// The two changes of every year with their rules, if all years needed and some more follow them. They begin in the year before the first.
fn yearly(zone: &TimeZone, years: &BTreeSet<i16>) -> Option<[(Change, Rule); 2]> {
    let first = years.first()?.checked_sub(1)?;
    let last = first.checked_add(YEARS_OF_PROOF)?;
    let mut earlier = Vec::new();
    let mut later = Vec::new();
    for year in (first..=last).chain(years.iter().copied()) {
        let [one, two] = <[Change; 2]>::try_from(changes_in(zone, year)).ok()?;
        earlier.push(one);
        later.push(two);
    }
    Some([with_rule(&earlier)?, with_rule(&later)?])
}

fn with_rule(changes: &[Change]) -> Option<(Change, Rule)> {
    let same = |a: &Change, b: &Change| {
        let key = |c: &Change| (c.onset.month(), c.onset.weekday(), c.onset.time(), c.before, c.after, c.daylight);
        key(a) == key(b) && a.name == b.name
    };
    let is_last = |c: &Change| c.onset.day() + 7 > c.onset.date().days_in_month();
    let nth = |c: &Change| (c.onset.day() - 1) / 7 + 1;

    let first = changes.first()?.clone();
    let nth = match nth(&first) {
        _ if changes.iter().all(is_last) => -1,
        number if changes.iter().all(|change| nth(change) == number) => number,
        _ => return None,
    };
    let rule = Rule { month: first.onset.month(), nth, weekday: first.onset.weekday() };
    changes.iter().all(|change| same(change, &first)).then_some((first, rule))
}

/// The changes in the years needed, and those in force when they begin, by their instants.
fn single(zone: &TimeZone, years: &BTreeSet<i16>) -> BTreeMap<Timestamp, Change> {
    let mut found = BTreeMap::new();
    for &year in years {
        let (at, change) = in_force(zone, year);
        found.entry(at).or_insert(change);
        for transition in transitions_in(zone, year) {
            found.insert(transition.timestamp(), change_at(zone, &transition));
        }
    }
    found
}

/// What holds when a year begins. Changes before 1970 are written as of 1970 if nobody needs them earlier:
/// old offsets have odd seconds, which some readers refuse.
fn in_force(zone: &TimeZone, year: i16) -> (Timestamp, Change) {
    let epoch = date(1970, 1, 1);
    let new_year = Date::new(year, 1, 1).unwrap_or(Date::MIN);
    let begin = zone.to_ambiguous_timestamp(new_year.to_datetime(Time::midnight())).earlier().unwrap_or(Timestamp::MIN);
    // A change at this very instant counts: a jump may lead from the old year straight to midnight.
    let past = begin.checked_add(SignedDuration::from_secs(1)).unwrap_or(begin);
    let found = zone.preceding(past).next();
    let at = found.as_ref().map_or(Timestamp::MIN, TimeZoneTransition::timestamp);
    match found {
        Some(transition) if new_year < epoch || at >= Timestamp::UNIX_EPOCH => (at, change_at(zone, &transition)),
        _ => {
            let state = zone.to_offset_info(begin);
            let change = Change {
                onset: new_year.min(epoch).to_datetime(Time::midnight()),
                before: state.offset(),
                after: state.offset(),
                daylight: state.dst().is_dst(),
                name: state.abbreviation().to_owned(),
            };
            (at, change)
        }
    }
}

fn changes_in(zone: &TimeZone, year: i16) -> Vec<Change> {
    transitions_in(zone, year).map(|transition| change_at(zone, &transition)).collect()
}

/// Those whose onset lies in the year, by the clocks before.
fn transitions_in(zone: &TimeZone, year: i16) -> impl Iterator<Item = TimeZoneTransition<'_>> {
    let new_year = Date::new(year, 1, 1).map(|day| day.to_datetime(Time::midnight()));
    let begin = new_year
        .and_then(|at| Offset::UTC.to_timestamp(at))
        // No clock is further from UTC.
        .and_then(|at| at.checked_sub(SignedDuration::from_hours(26)))
        .unwrap_or(Timestamp::MIN);
    zone.following(begin)
        .map(move |transition| (onset(zone, &transition).year(), transition))
        .skip_while(move |(at, _)| *at < year)
        .take_while(move |(at, _)| *at == year)
        .map(|(_, transition)| transition)
}

fn change_at(zone: &TimeZone, transition: &TimeZoneTransition<'_>) -> Change {
    let state = zone.to_offset_info(just_before(transition));
    let (before, after) = (state.offset(), transition.offset());
    let (was_dst, is_dst) = (state.dst().is_dst(), transition.dst().is_dst());
    Change {
        onset: before.to_datetime(transition.timestamp()),
        before,
        after,
        // Ireland and Morocco call their winter the exception; for readers "daylight" is the time further ahead.
        daylight: match after.cmp(&before) {
            std::cmp::Ordering::Greater => was_dst || is_dst,
            std::cmp::Ordering::Less => was_dst && is_dst,
            std::cmp::Ordering::Equal => is_dst,
        },
        name: transition.abbreviation().to_owned(),
    }
}

fn onset(zone: &TimeZone, transition: &TimeZoneTransition<'_>) -> DateTime {
    zone.to_offset(just_before(transition)).to_datetime(transition.timestamp())
}

fn just_before(transition: &TimeZoneTransition<'_>) -> Timestamp {
    let at = transition.timestamp();
    at.checked_sub(SignedDuration::from_secs(1)).unwrap_or(at)
}

/// `+0100`, or `-004430` where seconds are needed; zero is always positive (RFC 5545 §3.3.14).
fn utc_offset(offset: Offset) -> String {
    let sign = if offset.seconds() < 0 { '-' } else { '+' };
    let seconds = offset.seconds().abs();
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 { format!("{sign}{hours:02}{minutes:02}") } else { format!("{sign}{hours:02}{minutes:02}{rest:02}") }
}

fn day_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}
