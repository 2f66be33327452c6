//! Purpose: what the lines of one event say: its texts, its start and length, its rule and single dates.
//! Nouns: [`Said`] (one VEVENT), [`Point`] (a day, or an instant with its zone), [`Fault`] (reason with its line).
//! URLs: none.
//! Invariants: a property that moves a date and cannot be read refuses the event; texts never do.
//! Must not know: other events of the file.

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp, ToSpan, ZonedDateTime};

use super::file::Part;
use super::lines::Line;
use super::reason::{Reason, quote};
use super::rule::{self, Rule};
use super::steps::Budget;
use super::values::{Length, Stamp, length, line, list, stamp, text};
use super::zones::Zones;
use crate::Status;

/// Single dates that one event may add or take away.
const SINGLES_AT_MOST: usize = 5_000;

/// A reason with the line it is about.
pub(super) type Fault = (usize, Reason);

/// What one VEVENT says.
pub(super) struct Said {
    pub line: usize,
    pub texts: Texts,
    pub start: Point,
    pub lasts: Lasts,
    pub rule: Option<Rule>,
    /// Further dates with their lines.
    pub more: Vec<(usize, Point, Option<Lasts>)>,
    pub except: Vec<Point>,
    /// Which date of the series this is.
    pub replaces: Option<Point>,
}

/// The parts that dates of a series may have of their own.
#[derive(Clone)]
pub(super) struct Texts {
    pub uid: String,
    pub sequence: u32,
    pub stamp: Option<Timestamp>,
    pub summary: String,
    pub description: String,
    pub location: String,
    pub url: String,
    pub categories: Vec<String>,
    pub status: Status,
    pub private: bool,
}

/// A day, or an instant with its zone.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Point {
    Day(Date),
    At {
        at: ZonedDateTime,
        /// As the file has it.
        wall: DateTime,
        jumped: bool,
    },
}

/// How long a date lasts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Lasts {
    /// Nothing is said.
    Open,
    /// Whole days.
    Days(i64),
    /// By the stopwatch.
    Exactly(SignedDuration),
    /// Days by the calendar, then by the stopwatch.
    Nominal(Length),
}

impl Point {
    /// The same for the same start, whatever its zone.
    pub fn key(&self) -> String {
        match self {
            Self::Day(day) => day.strftime("%Y%m%d").to_string(),
            Self::At { at, .. } => at.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string(),
        }
    }

    /// The civil day, by its own zone.
    pub fn day(&self) -> Date {
        match self {
            Self::Day(day) => *day,
            Self::At { wall, .. } => wall.date(),
        }
    }

    /// A time on the wall of a zone; in an hour that comes twice the first, in one that is jumped over as much later.
    pub fn at(wall: DateTime, zone: &TimeZone) -> Option<Self> {
        let ambiguous = zone.to_ambiguous_timestamp(wall);
        let jumped = matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. });
        let at = ambiguous.compatible().ok()?.to_zoned_datetime(zone.clone());
        Some(Self::At { at, wall, jumped })
    }
}

/// Reads one event.
pub(super) fn read(part: &Part, zones: &mut Zones<'_>, budget: &mut Budget) -> Result<Said, Fault> {
    let texts = texts(part);
    read_times(part, texts, zones, budget)
}

/// What all versions of an event share.
pub(super) fn uid(part: &Part) -> String {
    part.lines.iter().find(|line| line.name == "UID").map_or(String::new(), |found| line(&found.value))
}

/// The texts alone, which never fail: a refused event is named by them.
pub(super) fn texts(part: &Part) -> Texts {
    let value = |name: &str| part.lines.iter().find(|line| line.name == name).map_or("", |line| line.value.as_str());
    let instant = |name: &str| match stamp(value(name)) {
        Some(Stamp::Utc(at) | Stamp::Wall(at)) => TimeZone::UTC.to_timestamp(at).ok(),
        _ => None,
    };
    Texts {
        uid: line(value("UID")),
        sequence: value("SEQUENCE").trim().parse().unwrap_or(0),
        stamp: instant("LAST-MODIFIED").max(instant("DTSTAMP")),
        summary: line(value("SUMMARY")),
        description: text(value("DESCRIPTION")),
        location: text(value("LOCATION")),
        url: value("URL").trim().to_owned(),
        categories: part.lines.iter().filter(|line| line.name == "CATEGORIES").flat_map(|line| list(&line.value)).collect(),
        status: match value("STATUS").trim().to_ascii_uppercase().as_str() {
            "CANCELLED" | "CANCELED" => Status::Cancelled,
            "TENTATIVE" => Status::Tentative,
            _ => Status::Confirmed,
        },
        private: !matches!(value("CLASS").trim().to_ascii_uppercase().as_str(), "" | "PUBLIC" | "DEFAULT"),
    }
}

fn read_times(part: &Part, texts: Texts, zones: &mut Zones<'_>, budget: &mut Budget) -> Result<Said, Fault> {
    if let Some(line) = part.broken {
        return Err((line, Reason::NotALine));
    }
    let start_line = once(part, "DTSTART")?.ok_or((part.line, Reason::NoStart))?;
    let start = point("DTSTART", start_line, &start_line.value, zones, budget)?;
    let lasts = lasts(part, &start, zones, budget)?;
    let rule = once(part, "RRULE")?.filter(|line| !line.value.trim().is_empty());
    let rule = rule.map(|line| rule::parse(&line.value).map_err(|reason| (line.number, reason))).transpose()?;
    if let Some(line) = part.lines.iter().find(|line| line.name == "EXRULE") {
        return Err((line.number, Reason::NotTaken("EXRULE".to_owned())));
    }
    let replaces = match once(part, "RECURRENCE-ID")? {
        Some(line) if line.parameter("RANGE").is_some() => return Err((line.number, Reason::NotTaken("RECURRENCE-ID;RANGE".to_owned()))),
        Some(line) => Some(point("RECURRENCE-ID", line, &line.value, zones, budget)?),
        None => None,
    };
    let mut singles = Singles { zones, budget, left: SINGLES_AT_MOST };
    let more = singles.dates(part, "RDATE", &start)?;
    let except = singles.dates(part, "EXDATE", &start)?.into_iter().map(|(_, point, _)| point).collect();
    Ok(Said { line: part.line, texts, start, lasts, rule, more, except, replaces })
}

/// A property that may stand there only once.
fn once<'p>(part: &'p Part, name: &'static str) -> Result<Option<&'p Line>, Fault> {
    let mut found = part.lines.iter().filter(|line| line.name == name);
    let first = found.next();
    found.next().map_or(Ok(first), |second| Err((second.number, Reason::Twice(name))))
}

fn point(name: &'static str, line: &Line, value: &str, zones: &mut Zones<'_>, budget: &mut Budget) -> Result<Point, Fault> {
    let refuse = |reason| (line.number, reason);
    let (wall, zone) = match stamp(value).ok_or_else(|| refuse(Reason::Value(name, quote(value))))? {
        Stamp::Day(day) => return Ok(Point::Day(day)),
        Stamp::Utc(wall) => (wall, TimeZone::UTC),
        Stamp::Wall(wall) => match line.parameter("TZID").filter(|name| !name.is_empty()) {
            Some(name) => (wall, zones.get(name, budget).map_err(refuse)?),
            None => (wall, zones.home().clone()),
        },
    };
    Point::at(wall, &zone).ok_or_else(|| refuse(Reason::OutOfRange))
}

fn lasts(part: &Part, start: &Point, zones: &mut Zones<'_>, budget: &mut Budget) -> Result<Lasts, Fault> {
    if let Some(line) = once(part, "DTEND")? {
        let end = point("DTEND", line, &line.value, zones, budget)?;
        return between(start, &end).map_err(|reason| (line.number, reason));
    }
    let Some(line) = once(part, "DURATION")? else {
        return Ok(if matches!(start, Point::Day(_)) { Lasts::Days(1) } else { Lasts::Open });
    };
    let length = length(&line.value).ok_or_else(|| (line.number, Reason::Value("DURATION", quote(&line.value))))?;
    after(start, length).ok_or((line.number, Reason::Mixed("DURATION")))
}

fn between(start: &Point, end: &Point) -> Result<Lasts, Reason> {
    match (start, end) {
        (Point::Day(first), Point::Day(after)) => match first.duration_until(*after).as_hours() / 24 {
            ..0 => Err(Reason::EndBeforeStart),
            // Many programs name the last day instead of the day after it.
            0 => Ok(Lasts::Days(1)),
            days => Ok(Lasts::Days(days)),
        },
        (Point::At { at: start, .. }, Point::At { at: end, .. }) => match start.duration_until(end) {
            length if length.is_negative() => Err(Reason::EndBeforeStart),
            length if length.is_zero() => Ok(Lasts::Open),
            length => Ok(Lasts::Exactly(length)),
        },
        _ => Err(Reason::Mixed("DTEND")),
    }
}

fn after(start: &Point, length: Length) -> Option<Lasts> {
    match (start, length) {
        (Point::Day(_), Length { days, seconds: 0 }) => Some(Lasts::Days(days.max(1))),
        (Point::Day(_), _) => None,
        (Point::At { .. }, Length { days: 0, seconds: 0 }) => Some(Lasts::Open),
        (Point::At { .. }, length) => Some(Lasts::Nominal(length)),
    }
}

/// Reads RDATE and EXDATE.
struct Singles<'a, 'f> {
    zones: &'a mut Zones<'f>,
    budget: &'a mut Budget,
    left: usize,
}

impl Singles<'_, '_> {
    fn dates(&mut self, part: &Part, name: &'static str, start: &Point) -> Result<Vec<(usize, Point, Option<Lasts>)>, Fault> {
        let mut found = Vec::new();
        for line in part.lines.iter().filter(|line| line.name == name) {
            for value in line.value.split(',').map(str::trim).filter(|value| !value.is_empty()) {
                self.left = self.left.checked_sub(1).ok_or((line.number, Reason::TooManyDates))?;
                let (point, lasts) = self.single(name, line, value)?;
                let takes_days = name == "EXDATE" || matches!(start, Point::Day(_));
                if matches!(point, Point::Day(_)) && !takes_days {
                    return Err((line.number, Reason::Mixed(name)));
                }
                found.push((line.number, point, lasts));
            }
        }
        Ok(found)
    }

    /// A date, or a period with an end or a length of its own.
    fn single(&mut self, name: &'static str, line: &Line, value: &str) -> Result<(Point, Option<Lasts>), Fault> {
        let Some((start, end)) = value.split_once('/') else {
            return Ok((point(name, line, value, self.zones, self.budget)?, None));
        };
        let start = point(name, line, start, self.zones, self.budget)?;
        let lasts = match length(end) {
            Some(length) => after(&start, length).ok_or(Reason::Mixed(name)),
            None => between(&start, &point(name, line, end, self.zones, self.budget)?),
        };
        Ok((start, Some(lasts.map_err(|reason| (line.number, reason))?)))
    }
}

impl Lasts {
    /// The end of a date that starts there, `None` when it is open; an error beyond the calendar.
    pub fn end(self, start: &ZonedDateTime) -> Result<Option<ZonedDateTime>, jiff::Error> {
        match self {
            Self::Open | Self::Days(_) => Ok(None),
            Self::Exactly(length) => start.checked_add(length).map(Some),
            Self::Nominal(length) => start.checked_add(jiff::Span::new().try_days(length.days)?)?.checked_add(length.seconds.seconds()).map(Some),
        }
    }
}
