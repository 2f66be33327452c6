//! Purpose: which zone of the zone database a file means by a name, or by a description of its own (RFC 5545 §3.6.5).
//! Nouns: [`Zones`], described zone, [`Turn`] (a change of its clocks in real time).
//! URLs: none.
//! Invariants: a known name goes before a description; a description is believed only when a known zone keeps the same clocks in every year that is used.
//! Must not know: which event asks.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::ControlFlow;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

use super::file::{Change, Clocks};
use super::reason::{Reason, quote};
use super::rule;
use super::steps::{Budget, Search, days};
use super::values::{Stamp, offset, stamp};
use super::windows;

/// Years in which a description is compared; the last ones.
pub(super) const YEARS_AT_MOST: usize = 12;
/// Some programs write 23:59:59 for midnight.
const NEARLY: i64 = 60;
/// Zones that are tried before all others, so that a description gets the name that people expect.
const USUAL: [&str; 12] = [
    "Europe/Berlin",
    "Europe/London",
    "Europe/Lisbon",
    "Europe/Athens",
    "Europe/Helsinki",
    "Europe/Moscow",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "Australia/Sydney",
];

/// The zones of a file.
pub(super) struct Zones<'f> {
    home: TimeZone,
    described: HashMap<&'f str, &'f Clocks>,
    used: HashMap<String, BTreeSet<i16>>,
    known: HashMap<String, Result<TimeZone, Reason>>,
}

impl<'f> Zones<'f> {
    /// With the zone of floating times, what the file describes, and the years in which each name is used.
    pub fn new(home: &TimeZone, described: &'f [Clocks], used: HashMap<String, BTreeSet<i16>>) -> Self {
        Self { home: home.clone(), described: described.iter().map(|clocks| (clocks.id.as_str(), clocks)).collect(), used, known: HashMap::new() }
    }

    /// The zone of times that name none.
    pub fn home(&self) -> &TimeZone {
        &self.home
    }

    /// The zone of a name.
    pub fn get(&mut self, name: &str, budget: &mut Budget) -> Result<TimeZone, Reason> {
        if let Some(found) = self.known.get(name) {
            return found.clone();
        }
        let found = self.find(name, budget);
        self.known.insert(name.to_owned(), found.clone());
        found
    }

    fn find(&self, name: &str, budget: &mut Budget) -> Result<TimeZone, Reason> {
        let described = self.described.get(name).copied();
        let by_name = [name, described.map_or("", |clocks| clocks.location.as_str())].into_iter().find_map(named);
        match (by_name, described) {
            (Some(zone), _) => Ok(zone),
            (None, None) => Err(Reason::UnknownZone(quote(name))),
            (None, Some(clocks)) => {
                let years = self.used.get(name).cloned().unwrap_or_default();
                alike(&self.home, clocks, &years, budget)?.ok_or_else(|| Reason::OddZone(quote(name)))
            }
        }
    }
}

/// The zone of the database that a name means: itself, behind a prefix such as `/mozilla.org/20050126_1/`, or as Windows calls it.
fn named(name: &str) -> Option<TimeZone> {
    if let Some(zone) = windows::name(name).and_then(database) {
        return Some(zone);
    }
    let name = name.trim().trim_start_matches('/').replace(' ', "_");
    let starts = name.match_indices('/').map(|(at, _)| at + 1);
    std::iter::once(0)
        .chain(starts)
        .filter_map(|at| name.get(at..))
        .filter(|rest| rest.contains('/') || matches!(*rest, "UTC" | "GMT" | "CET" | "EET" | "WET"))
        .find_map(database)
}

fn database(name: &str) -> Option<TimeZone> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/_+-".contains(c);
    let zone = Some(name).filter(|name| name.len() <= 64 && name.chars().all(is_plain)).and_then(|name| TimeZone::get(name).ok())?;
    (!zone.is_unknown() && zone.iana_name().is_some()).then_some(zone)
}

/// A change of described clocks in real time: the offset before and after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Turn {
    before: i32,
    after: i32,
}

/// The zone of the database whose clocks agree with the description in the years that are used.
fn alike(home: &TimeZone, clocks: &Clocks, years: &BTreeSet<i16>, budget: &mut Budget) -> Result<Option<TimeZone>, Reason> {
    let (Some(first), Some(last)) = (years.first().copied(), years.last().copied()) else { return Ok(None) };
    let turns = turns(clocks, first, last, budget)?;
    if turns.is_empty() {
        return Ok(None);
    }
    let fixed = turns.values().map(|turn| turn.after).collect::<BTreeSet<_>>();
    let whole = fixed.first().filter(|offset| fixed.len() == 1 && *offset % 3600 == 0).map(|offset| fixed_name(*offset));
    let others = jiff::tz::db().available().map(|name| name.as_str().to_owned()).collect::<Vec<_>>();
    let names = whole.into_iter().chain(USUAL.map(str::to_owned)).chain(others);
    let candidates = std::iter::once(home.clone()).filter(|_| fixed.len() != 1).chain(names.filter_map(|name| database(&name)));
    for zone in candidates {
        if !budget.take(100) {
            return Err(Reason::TooLong);
        }
        if years.iter().all(|year| agree(&zone, &turns, *year)) {
            return Ok(Some(zone));
        }
    }
    Ok(None)
}

/// `Etc/GMT-1` is an hour ahead: the signs there are those of POSIX.
fn fixed_name(offset: i32) -> String {
    match offset / 3600 {
        0 => "UTC".to_owned(),
        hours @ 1.. => format!("Etc/GMT-{hours}"),
        hours => format!("Etc/GMT+{}", -hours),
    }
}

fn agree(zone: &TimeZone, turns: &BTreeMap<i64, Turn>, year: i16) -> bool {
    let Some((begin, end)) = bounds(year) else { return false };
    let described = turns.range(..=begin).next_back().map(|(_, turn)| turn.after).or_else(|| turns.values().next().map(|turn| turn.before));
    let Ok(start) = Timestamp::from_second(begin) else { return false };
    if described != Some(zone.to_offset(start).seconds()) {
        return false;
    }
    let mut before = zone.to_offset(start).seconds();
    let mut there = Vec::new();
    for transition in zone.following(start).take(12).take_while(|transition| transition.timestamp().as_second() < end) {
        let after = transition.offset().seconds();
        if after != before {
            there.push((transition.timestamp().as_second(), after));
        }
        before = after;
    }
    let said: Vec<(i64, i32)> = turns.range(begin + 1..end).filter(|(_, turn)| turn.before != turn.after).map(|(at, turn)| (*at, turn.after)).collect();
    said.len() == there.len() && said.iter().zip(&there).all(|((at, after), (real, offset))| (at - real).abs() <= NEARLY && after == offset)
}

/// A year by UTC, in seconds.
fn bounds(year: i16) -> Option<(i64, i64)> {
    let at = |year: i16| Offset::UTC.to_timestamp(Date::new(year, 1, 1).ok()?.to_datetime(jiff::civil::Time::midnight())).ok().map(Timestamp::as_second);
    Some((at(year)?, at(year.checked_add(1)?)?))
}

/// All changes that the description names from the year before the first to that of the last.
fn turns(clocks: &Clocks, first: i16, last: i16, budget: &mut Budget) -> Result<BTreeMap<i64, Turn>, Reason> {
    let mut turns = BTreeMap::new();
    for change in &clocks.changes {
        let Some((onset, turn)) = onset(change) else { return Ok(BTreeMap::new()) };
        for at in onsets(change, onset, turn, (first.saturating_sub(1), last), budget)? {
            turns.insert(at, turn);
        }
    }
    Ok(turns)
}

fn onset(change: &Change) -> Option<(DateTime, Turn)> {
    let value = |name: &str| change.lines.iter().find(|line| line.name == name).map(|line| line.value.as_str());
    let onset = match stamp(value("DTSTART")?)? {
        Stamp::Day(day) => day.to_datetime(jiff::civil::Time::midnight()),
        Stamp::Wall(at) | Stamp::Utc(at) => at,
    };
    Some((onset, Turn { before: offset(value("TZOFFSETFROM")?)?, after: offset(value("TZOFFSETTO")?)? }))
}

/// The instants, in seconds, at which a change happens: its first, and those of its rule and its single dates in the years.
fn onsets(change: &Change, onset: DateTime, turn: Turn, (first, last): (i16, i16), budget: &mut Budget) -> Result<Vec<i64>, Reason> {
    let real = |at: DateTime| Offset::UTC.to_timestamp(at).ok().map(|at| at.as_second() - i64::from(turn.before));
    let mut found: Vec<DateTime> = vec![onset];
    for line in change.lines.iter().filter(|line| line.name == "RDATE") {
        found.extend(line.value.split(',').filter_map(stamp).filter_map(|at| match at {
            Stamp::Wall(at) => Some(at),
            Stamp::Utc(_) | Stamp::Day(_) => None,
        }));
    }
    let written = change.lines.iter().find(|line| line.name == "RRULE");
    if let Some(rule) = written.map(|line| rule::parse(&line.value)).transpose()? {
        let year = |year: i16, fallback: Date| Date::new(year, 1, 1).unwrap_or(fallback);
        let search = Search { first: onset.date(), from: year(first, Date::MIN), last: year(last.saturating_add(1), Date::MAX) };
        let end = rule.until.map(|until| match until {
            Stamp::Day(day) => day.to_datetime(jiff::civil::Time::MAX),
            Stamp::Wall(at) => at,
            // Until is in UTC; the onset is by the clocks before it.
            Stamp::Utc(at) => at.saturating_add(jiff::SignedDuration::from_secs(i64::from(turn.before))),
        });
        days(&rule, search, budget, |day| {
            let at = day.to_datetime(onset.time());
            if end.is_some_and(|end| at > end) {
                return ControlFlow::Break(());
            }
            found.push(at);
            ControlFlow::Continue(())
        })?;
    }
    Ok(found.into_iter().filter_map(real).collect())
}
