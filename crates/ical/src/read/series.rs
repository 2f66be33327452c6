//! Purpose: events with all their dates: rules carried out, exceptions taken away, changed dates put in their place (RFC 5545 §3.8.4.4, §3.8.5).
//! Nouns: group (the parts of a file with one UID), main part, change (a part with RECURRENCE-ID).
//! URLs: none.
//! Invariants: a group is read whole or refused whole; of two versions of the same part the newer one counts.
//! Must not know: how a line is written.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::ControlFlow;

use jiff::ToSpan;
use jiff::civil::Date;

use super::file::{File, Part};
use super::properties::{Fault, Lasts, Point, Said, Texts, read, texts, uid};
use super::reason::{Reason, Refusal};
use super::rule::Rule;
use super::steps::{Budget, Search, days};
use super::values::Stamp;
use super::zones::{YEARS_AT_MOST, Zones};
use super::{Contents, DATES_AT_MOST, Entry, Instance, When, Window};
use crate::Status;

/// All events of a file.
pub(super) fn entries(file: &File, window: &Window) -> Contents {
    let mut zones = Zones::new(&window.home, &file.zones, used_years(file, window));
    let mut budget = Budget::of_a_file();
    let mut entries = Vec::new();
    for group in groups(&file.events) {
        let said = group.iter().map(|part| read(part, &mut zones, &mut budget)).collect::<Result<Vec<_>, Fault>>();
        match said {
            Ok(parts) => entries.extend(entry(parts, window, &mut budget)),
            Err(fault) => entries.push(Err(refusal(group.first().map(|part| texts(part)).as_ref(), fault))),
        }
    }
    Contents { name: file.name.clone(), cancels: file.cancels, entries, others: file.others }
}

/// The parts of each UID, in the order in which the first of each stands in the file. Parts without UID stand alone.
fn groups(parts: &[Part]) -> Vec<Vec<&Part>> {
    let mut groups: Vec<Vec<&Part>> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for part in parts {
        let uid = uid(part);
        let place = if uid.is_empty() { groups.len() } else { *places.entry(uid).or_insert(groups.len()) };
        match groups.get_mut(place) {
            Some(group) => group.push(part),
            None => groups.push(vec![part]),
        }
    }
    groups
}

/// In which years each zone's name is used.
fn used_years(file: &File, window: &Window) -> HashMap<String, BTreeSet<i16>> {
    let mut used: HashMap<String, BTreeSet<i16>> = HashMap::new();
    for part in &file.events {
        let repeats = part.lines.iter().any(|line| line.name == "RRULE");
        for line in part.lines.iter().filter(|line| ["DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID"].contains(&line.name.as_str())) {
            let Some(name) = line.parameter("TZID") else { continue };
            let Some(year) = line.value.trim().get(..4).and_then(|year| year.parse::<i16>().ok()) else { continue };
            let years = used.entry(name.to_owned()).or_default();
            if repeats {
                let last = window.until.year().max(year);
                years.extend(window.from.year().max(year)..=last.min(window.from.year().max(year).saturating_add(2)));
            } else {
                years.insert(year);
            }
            while years.len() > YEARS_AT_MOST {
                years.pop_first();
            }
        }
    }
    used
}

fn refusal(texts: Option<&Texts>, (line, reason): Fault) -> Refusal {
    let (uid, summary) = texts.map(|texts| (texts.uid.clone(), texts.summary.clone())).unwrap_or_default();
    Refusal { line, uid, summary, reason }
}

/// The event of a group, and a refusal for each older version of it.
fn entry(parts: Vec<Said>, window: &Window, budget: &mut Budget) -> Vec<Result<Entry, Refusal>> {
    let (mains, changes): (Vec<Said>, Vec<Said>) = parts.into_iter().partition(|said| said.replaces.is_none());
    let (main, older) = newest(mains);
    let first = main.as_ref().or(changes.first()).map(|said| said.texts.clone());
    let winner = main.as_ref().map_or(0, |said| said.line);
    let read = whole(main.as_ref(), changes, window, budget).map_err(|fault| refusal(first.as_ref(), fault));
    let older = older.into_iter().map(|said| Err(refusal(Some(&said.texts), (said.line, Reason::Older(winner)))));
    std::iter::once(read).chain(older).collect()
}

fn newest(mut parts: Vec<Said>) -> (Option<Said>, Vec<Said>) {
    let age = |at: &usize| parts.get(*at).map(|said| (said.texts.sequence, said.texts.stamp, said.line));
    let Some(best) = (0..parts.len()).max_by_key(age) else { return (None, parts) };
    let newest = parts.remove(best);
    (Some(newest), parts)
}

fn whole(main: Option<&Said>, changes: Vec<Said>, window: &Window, budget: &mut Budget) -> Result<Entry, Fault> {
    let Some(texts) = main.or(changes.first()).map(|said| said.texts.clone()) else { return Err((0, Reason::NoStart)) };
    let line = main.or(changes.first()).map_or(0, |said| said.line);
    let (mut dates, mut cut) = match main {
        Some(main) => planned(main, window, budget)?,
        None => (BTreeMap::new(), false),
    };
    let repeats = main.is_some_and(|main| main.rule.is_some());
    for change in by_age(changes) {
        let Some(was) = &change.replaces else { continue };
        let key = key_in(&dates, was);
        let mut date = instance(key.clone(), change.line, &change.start, change.lasts).ok_or((change.line, Reason::OutOfRange))?;
        own(&mut date, &change.texts, &texts, main.is_some());
        // A changed date of a repeating event may lie outside what was looked at.
        if dates.contains_key(&key) || !repeats || (window.from..=window.until).contains(&change.start.day()) {
            dates.insert(key, date);
        }
    }
    let mut dates: Vec<Instance> = dates.into_values().collect();
    dates.sort_by_key(|date| (begin(date), date.key.clone()));
    cut |= dates.len() > DATES_AT_MOST;
    dates.truncate(DATES_AT_MOST);
    let Texts { uid, sequence, stamp, summary, description, location, url, categories, status, private } = texts;
    Ok(Entry { line, uid, sequence, stamp, summary, description, location, url, categories, status, private, dates, cut })
}

/// The later version last, so that it replaces the earlier.
fn by_age(mut changes: Vec<Said>) -> Vec<Said> {
    changes.sort_by_key(|said| (said.texts.sequence, said.texts.stamp, said.line));
    changes
}

/// Some programs name the date that is changed by its day alone.
fn key_in(dates: &BTreeMap<String, Instance>, was: &Point) -> String {
    let key = was.key();
    match was {
        Point::Day(day) if !dates.contains_key(&key) => {
            let on_day = |date: &&Instance| matches!(&date.when, When::Time { start, .. } if start.date() == *day);
            dates.values().find(on_day).map_or(key, |date| date.key.clone())
        }
        _ => key,
    }
}

/// What a changed date has of its own.
fn own(date: &mut Instance, of_date: &Texts, of_event: &Texts, has_main: bool) {
    date.status = of_date.status;
    if has_main {
        let differs = |own: &String, common: &String| (!own.is_empty() && own != common).then(|| own.clone());
        date.summary = differs(&of_date.summary, &of_event.summary);
        date.description = differs(&of_date.description, &of_event.description);
        date.location = differs(&of_date.location, &of_event.location);
    }
}

/// The dates of the main part by their keys, and whether there were more.
fn planned(main: &Said, window: &Window, budget: &mut Budget) -> Result<(BTreeMap<String, Instance>, bool), Fault> {
    let (except, except_days) = exceptions(&main.except);
    let mut dates = BTreeMap::new();
    let mut cut = false;
    let mut put = |line: usize, start: &Point, lasts: Lasts| -> Result<(), Fault> {
        let key = start.key();
        if !except.contains(&key) && !except_days.contains(&start.day()) {
            let mut date = instance(key.clone(), line, start, lasts).ok_or((line, Reason::OutOfRange))?;
            date.status = main.texts.status;
            dates.insert(key, date);
        }
        Ok(())
    };
    match &main.rule {
        None => put(main.line, &main.start, main.lasts)?,
        Some(rule) => {
            let (starts, more) = starts(main, rule, window, budget)?;
            cut = more;
            for start in &starts {
                put(main.line, start, main.lasts)?;
            }
        }
    }
    let in_window = |point: &Point| main.rule.is_none() || (window.from..=window.until).contains(&point.day());
    for (line, start, lasts) in main.more.iter().filter(|(_, point, _)| in_window(point)) {
        put(*line, start, lasts.unwrap_or(main.lasts))?;
    }
    Ok((dates, cut))
}

/// Exceptions by their instant, and those that name a whole day.
fn exceptions(except: &[Point]) -> (HashSet<String>, HashSet<Date>) {
    let keys = except.iter().map(Point::key).collect();
    let days = except.iter().filter(|point| matches!(point, Point::Day(_))).map(Point::day).collect();
    (keys, days)
}

/// The starts of a rule in the window.
fn starts(main: &Said, rule: &Rule, window: &Window, budget: &mut Budget) -> Result<(Vec<Point>, bool), Fault> {
    let fault = |reason| (main.line, reason);
    let first = main.start.day();
    let end = rule.until.map(|until| match until {
        Stamp::Day(day) => day,
        Stamp::Wall(at) => at.date(),
        // In another zone that instant may be the next day.
        Stamp::Utc(at) => at.date().saturating_add(1.day()),
    });
    // The first date belongs to the rule even where the rule ends before it.
    let last = end.map_or(window.until, |end| end.max(first).min(window.until));
    let mut found = Vec::new();
    let (mut cut, mut beyond) = (false, false);
    // Exceptions are taken away afterwards, so some more are looked for.
    let at_most = DATES_AT_MOST + main.except.len();
    days(rule, Search { first, from: window.from, last }, budget, |day| {
        let Some(start) = on_day(&main.start, day) else {
            beyond = true;
            return ControlFlow::Break(());
        };
        if day != first && is_past(&start, rule.until) {
            return ControlFlow::Break(());
        }
        if found.len() >= at_most {
            cut = true;
            return ControlFlow::Break(());
        }
        found.push(start);
        ControlFlow::Continue(())
    })
    .map_err(fault)?;
    if beyond { Err(fault(Reason::OutOfRange)) } else { Ok((found, cut)) }
}

/// The same time on another day.
fn on_day(start: &Point, day: Date) -> Option<Point> {
    match start {
        Point::Day(_) => Some(Point::Day(day)),
        // The very first may be the second of two equal hours.
        Point::At { wall, .. } if wall.date() == day => Some(start.clone()),
        Point::At { at, wall, .. } => Point::at(day.to_datetime(wall.time()), at.time_zone()),
    }
}

fn is_past(start: &Point, until: Option<Stamp>) -> bool {
    match (start, until) {
        (_, None) => false,
        (_, Some(Stamp::Day(last))) => start.day() > last,
        (Point::Day(day), Some(Stamp::Wall(at) | Stamp::Utc(at))) => *day > at.date(),
        (Point::At { wall, .. }, Some(Stamp::Wall(last))) => *wall > last,
        (Point::At { at, .. }, Some(Stamp::Utc(last))) => jiff::tz::TimeZone::UTC.to_timestamp(last).is_ok_and(|last| at.timestamp() > last),
    }
}

fn instance(key: String, line: usize, start: &Point, lasts: Lasts) -> Option<Instance> {
    let (when, jumped) = match start {
        Point::Day(first) => {
            let days = if let Lasts::Days(days) = lasts { days } else { 1 };
            (When::Days { first: *first, after: first.checked_add(jiff::Span::new().try_days(days).ok()?).ok()? }, false)
        }
        Point::At { at, jumped, .. } => (When::Time { start: at.clone(), end: lasts.end(at).ok()? }, *jumped),
    };
    Some(Instance { line, key, when, status: Status::Confirmed, summary: None, description: None, location: None, jumped })
}

/// For sorting: days go by their midnight in UTC.
fn begin(date: &Instance) -> i64 {
    match &date.when {
        When::Days { first, .. } => {
            first.to_datetime(jiff::civil::Time::midnight()).duration_since(jiff::civil::DateTime::constant(1970, 1, 1, 0, 0, 0, 0)).as_secs()
        }
        When::Time { start, .. } => start.timestamp().as_second(),
    }
}
