//! When: from what was typed to the dates of an event, each on the wall clock and in real time.

use booking::Span;
use booking::series::{Choice, ClockChange, Frequency, Moment, Nth, Planned, Rule, Series, SeriesError, Until, expand, resolve};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time, Weekday};

use super::flaw::Flaw;
use crate::clock::Instant;
use crate::features::events::occurrence::key_of;
use crate::texts::typed::{Mistake, just_passed, parse_day, parse_time};
use crate::ui::Fields;

/// An end that was left open is taken to be after this time, for sorting.
const OPEN_END: i64 = 120;
/// The longest night in hours that an end before the beginning is taken for without a question.
const NIGHT_AT_MOST: i64 = 12;
/// Most skipped days that are read.
const SKIPS_AT_MOST: usize = 400;

/// One date on the clock: wall time as agreed, and the instants that follow from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Wall time of the start.
    pub start: DateTime,
    /// Wall time of the end; with an open end a guess.
    pub end: DateTime,
    /// First instant.
    pub starts: Instant,
    /// First instant after it.
    pub ends: Instant,
    /// Whether the end was left open.
    pub open_end: bool,
    /// Whether it begins in the second of two equal hours, when summer time ends.
    pub second: bool,
}

impl Slot {
    /// The part of the address: as for every date, with a mark for the second of two equal hours.
    pub fn key(&self) -> String {
        if self.second { format!("{}-2", key_of(self.start)) } else { key_of(self.start) }
    }

    /// Minutes of real time by which it lasts longer than the clock on the wall shows.
    pub fn longer(&self) -> i64 {
        let wall = self.start.duration_until(self.end).as_mins();
        (self.ends.micros() - self.starts.micros()) / 60_000_000 - wall
    }
}

/// What a wall time means on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timed {
    /// It exists once.
    Once(Slot),
    /// The hour comes twice: the first and the second.
    Twice(Slot, Slot),
    /// The clock jumps over it: as it would be, as much later as the clock jumps.
    Jumped {
        /// What does not exist.
        wanted: DateTime,
        /// The shifted date.
        shifted: Slot,
    },
}

impl Timed {
    /// The wall time that was asked for.
    pub fn wanted(&self) -> DateTime {
        match self {
            Self::Once(slot) | Self::Twice(slot, _) => slot.start,
            Self::Jumped { wanted, .. } => *wanted,
        }
    }

    /// The date itself, the first of two, or the shifted one.
    pub fn slot(&self) -> Slot {
        match self {
            Self::Once(slot) | Self::Twice(slot, _) => *slot,
            Self::Jumped { shifted, .. } => *shifted,
        }
    }
}

/// A time of day from … to; an end at or before the start belongs to the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// Start.
    pub from: Time,
    /// End; `None` for an open end.
    pub to: Option<Time>,
}

impl Hours {
    /// Start and end on a day.
    fn on(self, day: Date) -> (DateTime, Option<DateTime>) {
        let last = |to: Time| if to <= self.from { day.tomorrow().ok() } else { Some(day) };
        (day.to_datetime(self.from), self.to.and_then(|to| Some(last(to)?.to_datetime(to))))
    }

    /// Whether they end before they begin and would last longer than a night: mistyped more often than meant. Midnight is the end of
    /// the day itself.
    pub fn are_turned_round(self) -> bool {
        let is_long = |to| NIGHT_AT_MOST < 24 - self.from.duration_since(to).as_hours();
        self.to.is_some_and(|to| to != Time::midnight() && to <= self.from && is_long(to))
    }

    /// What these hours mean on a day. Errors when the zone is unknown or the calendar ends.
    pub fn timed(self, day: Date, zone: &str) -> Result<Timed, SeriesError> {
        let (start, end) = self.on(day);
        let length = end.map_or(OPEN_END, |end| start.duration_until(end).as_mins());
        Ok(match resolve(start, zone, Choice::First)? {
            Moment::Gap { shifted_to, at } => {
                let until = shifted_to.checked_add(length.minutes()).map_err(|_| SeriesError::OutOfRange)?;
                let shifted =
                    Slot { start: shifted_to, end: until, starts: at, ends: at.plus(Span::from_minutes(length)), open_end: end.is_none(), second: false };
                Timed::Jumped { wanted: start, shifted }
            }
            Moment::Certain { note: Some(ClockChange::Fold { first, second }), .. } => {
                Timed::Twice(slot(start, first, end, zone, false)?, slot(start, second, end, zone, true)?)
            }
            Moment::Certain { at, .. } => Timed::Once(slot(start, at, end, zone, false)?),
        })
    }
}

fn slot(start: DateTime, starts: Instant, end: Option<DateTime>, zone: &str, second: bool) -> Result<Slot, SeriesError> {
    let guess = starts.plus(Span::from_minutes(OPEN_END));
    let (ends, wall) = match end {
        None => (guess, crate::tenancy::timestamp(guess).in_tz(zone).map_err(|_| SeriesError::OutOfRange)?.datetime()),
        Some(wall) => match resolve(wall, zone, if second { Choice::Second } else { Choice::First })? {
            Moment::Certain { note: Some(ClockChange::Fold { second: later, .. }), at } if at <= starts => (later, wall),
            Moment::Certain { at, .. } => (at, wall),
            Moment::Gap { shifted_to, at } => (at, shifted_to),
        },
    };
    Ok(Slot { start, end: wall, starts, ends, open_end: end.is_none(), second })
}

/// What the form says about when: the first day, the hours, and how it repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Times {
    /// First day.
    pub day: Date,
    /// From … to.
    pub hours: Hours,
    /// How it repeats; `None` for one date.
    pub rule: Option<Rule>,
    /// Days that fall out.
    pub skip: Vec<Date>,
}

impl Times {
    /// All dates in order.
    pub fn all(&self, zone: &str) -> Result<Vec<Timed>, SeriesError> {
        let Some(rule) = &self.rule else { return Ok(vec![self.hours.timed(self.day, zone)?]) };
        let (first, end) = self.hours.on(self.day);
        let length = end.map_or(OPEN_END, |end| first.duration_until(end).as_mins());
        let series = Series { first, length: u32::try_from(length).unwrap_or(1), zone: zone.to_owned(), rule: rule.clone(), skip: self.skip.clone() };
        let start = |planned: Planned| match planned {
            Planned::Certain(dated) => dated.start.date(),
            Planned::Gap(gap) => gap.start.date(),
        };
        expand(&series)?.into_iter().map(|planned| self.hours.timed(start(planned), zone)).collect()
    }
}

/// Reads day, hours and repetition. `today` in the hub.
pub fn read(fields: &Fields, today: Date) -> Result<Times, Vec<Flaw>> {
    let mut flaws = Vec::new();
    let day = read_coming_day(fields, "day", today, &mut flaws);
    if day.is_some_and(|day| day < today) {
        flaws.push(Flaw::at("day", super::flaw::What::Past));
    }
    let hours = read_hours(fields, &mut flaws);
    let (rule, skip) = day.map_or((None, Vec::new()), |day| read_rule(fields, day, &mut flaws));
    match (day, hours) {
        (Some(day), Some(hours)) if flaws.is_empty() => Ok(Times { day, hours, rule, skip }),
        _ => Err(flaws),
    }
}

/// Reads a day; an empty field is a flaw too.
pub fn read_day(fields: &Fields, name: &'static str, today: Date, flaws: &mut Vec<Flaw>) -> Option<Date> {
    parse_day(fields.get(name), today).map_err(|mistake| flaws.push(Flaw::at(name, super::flaw::What::Typed(mistake)))).ok()
}

/// Reads a day that lies ahead: one that has just passed is not taken for the one of next year.
pub fn read_coming_day(fields: &Fields, name: &'static str, today: Date, flaws: &mut Vec<Flaw>) -> Option<Date> {
    if let Some(day) = just_passed(fields.get(name), today) {
        flaws.push(Flaw::at(name, super::flaw::What::JustPassed(day)));
        return None;
    }
    read_day(fields, name, today, flaws)
}

/// The hours in a form, whether they are sound or not.
pub fn hours(fields: &Fields) -> Option<Hours> {
    Some(Hours { from: parse_time(fields.get("from")).ok()?, to: parse_time(fields.get("to")).ok() })
}

/// Reads from and to; to may be empty. An end long before the beginning is only taken when somebody says that it is meant so.
pub fn read_hours(fields: &Fields, flaws: &mut Vec<Flaw>) -> Option<Hours> {
    let mut time = |name| match parse_time(fields.get(name)) {
        Ok(time) => Some(Some(time)),
        Err(Mistake::Blank) if name == "to" => Some(None),
        Err(mistake) => {
            flaws.push(Flaw::at(name, super::flaw::What::Typed(mistake)));
            None
        }
    };
    let (from, to) = (time("from"), time("to"));
    let hours = Hours { from: from??, to: to? };
    if hours.are_turned_round() && !fields.ticked("overnight") {
        flaws.push(Flaw::at("to", super::flaw::What::EndsFirst));
        return None;
    }
    Some(hours)
}

fn read_rule(fields: &Fields, first: Date, flaws: &mut Vec<Flaw>) -> (Option<Rule>, Vec<Date>) {
    use super::flaw::What;
    let (every, interval) = match fields.get("repeat") {
        "daily" => (Frequency::Daily, 1),
        "weekly" => (Frequency::Weekly, 1),
        "fortnightly" => (Frequency::Weekly, 2),
        "monthly-day" => (Frequency::MonthlyOnDay, 1),
        "monthly-weekday" => (Frequency::MonthlyOnWeekday(nth(first)), 1),
        "monthly-last" => (Frequency::MonthlyOnWeekday(Nth::Last), 1),
        _ => return (None, Vec::new()),
    };
    if fields.get("repeat") == "monthly-last" && first.month() == first.saturating_add(7.days()).month() {
        flaws.push(Flaw::at("repeat", What::NotTheLast));
    }
    let mut weekdays: Vec<Weekday> = if every == Frequency::Weekly {
        fields.all("weekday").filter_map(|n| Weekday::from_monday_one_offset(n.parse().ok()?).ok()).collect()
    } else {
        Vec::new()
    };
    if !weekdays.is_empty() && !weekdays.contains(&first.weekday()) {
        weekdays.push(first.weekday());
    }
    let until = read_until(fields, first, flaws);
    let skip = read_skips(fields, first, flaws);
    (until.map(|until| Rule { every, interval, until, weekdays }), skip)
}

fn read_until(fields: &Fields, first: Date, flaws: &mut Vec<Flaw>) -> Option<Until> {
    use super::flaw::What;
    match (fields.line("until").is_empty(), fields.line("count").is_empty()) {
        (false, true) => read_day(fields, "until", first, flaws).map(Until::Date),
        (true, false) => match fields.line("count").parse() {
            Ok(count) if (1..=booking::series::MOST_DATES).contains(&count) => Some(Until::Count(count)),
            _ => {
                flaws.push(Flaw::at("count", What::Number(1, i64::from(booking::series::MOST_DATES))));
                None
            }
        },
        _ => {
            flaws.push(Flaw::at("until", What::UntilOrCount));
            None
        }
    }
}

/// Days that fall out, divided by blanks after a comma, semicolons or line ends.
fn read_skips(fields: &Fields, first: Date, flaws: &mut Vec<Flaw>) -> Vec<Date> {
    let text = fields.lines("skip");
    let words = text.split(['\n', ';', ',']).map(str::trim).filter(|word| !word.is_empty()).take(SKIPS_AT_MOST);
    let days: Vec<_> = words.map(|word| parse_day(word, first)).collect();
    if let Some(mistake) = days.iter().find_map(|day| day.err()) {
        flaws.push(Flaw::at("skip", super::flaw::What::Typed(mistake)));
    }
    days.into_iter().flatten().collect()
}

/// Which of the same weekdays of its month a day is; a fifth one is the last.
fn nth(day: Date) -> Nth {
    match day.day() {
        ..=7 => Nth::First,
        8..=14 => Nth::Second,
        15..=21 => Nth::Third,
        22..=28 => Nth::Fourth,
        _ => Nth::Last,
    }
}
