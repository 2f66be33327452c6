//! Dates that repeat: from one first date and a rule to the list of all, each with its wall time and its real time.
//! Nouns: [`Series`], [`Rule`], [`Planned`], [`Moment`], [`ClockChange`].
//! No URLs: pages show the list before anything is stored.
//! Invariants: the wall time of the start is kept across changes of the clock; a length is real elapsed time; an hour that does not exist is reported, never moved silently; a list is bounded.
//! It must not know who books, nor what is booked.

mod dates;
mod moment;

use jiff::civil::{Date, DateTime, Weekday};

pub use moment::{Choice, ClockChange, Dated, Gap, Moment, Planned, plan, resolve};

/// A series has at most this many dates, skipped ones included: more than a year of days.
pub const MOST_DATES: u16 = 400;

/// A first date and how it repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Start of the first date, as the clock on the wall shows it.
    pub first: DateTime,
    /// How long each date lasts, in minutes of real elapsed time.
    pub length: u32,
    /// The zone of the wall clock, by its IANA name, such as `Europe/Berlin`.
    pub zone: String,
    /// How it repeats.
    pub rule: Rule,
    /// Dates that fall out. They still count towards [`Until::Count`], as RFC 5545 §3.8.5.1 has it.
    pub skip: Vec<Date>,
}

/// How a date repeats: a subset of RFC 5545 §3.3.10, with weeks that begin on Monday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Day, week, month, or year.
    pub every: Frequency,
    /// Every how many of them; 1 or more.
    pub interval: u16,
    /// Where it ends.
    pub until: Until,
    /// With [`Frequency::Weekly`]: the days of the week, that of the first date among them; empty means that day alone.
    /// Empty with any other frequency.
    pub weekdays: Vec<Weekday>,
}

/// The step of a rule. Day, weekday, and month are those of the first date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Frequency {
    /// Every day.
    Daily,
    /// The given days of the week.
    Weekly,
    /// The same day of the month; months without that day are left out (RFC 5545 §3.3.10).
    MonthlyOnDay,
    /// The same weekday of the month, such as the second Tuesday or the last Friday.
    MonthlyOnWeekday(Nth),
    /// The same day of the year; 29 February comes in leap years alone.
    Yearly,
}

/// Which of the same weekdays in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nth {
    /// Days 1 to 7.
    First,
    /// Days 8 to 14.
    Second,
    /// Days 15 to 21.
    Third,
    /// Days 22 to 28.
    Fourth,
    /// The last seven days.
    Last,
}

/// Where a series ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Until {
    /// After so many dates.
    Count(u16),
    /// With this day, which still belongs to it.
    Date(Date),
}

/// Why a series or a date cannot be planned.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SeriesError {
    /// The zone database does not have this name.
    #[error("unknown time zone {0}")]
    UnknownZone(String),
    /// The interval is zero.
    #[error("the interval is zero")]
    NoInterval,
    /// The length is zero.
    #[error("the length is zero")]
    NoLength,
    /// No date is left: a count of zero, an end before the beginning, or everything skipped.
    #[error("the series has no dates")]
    NoDates,
    /// The rule does not hit the first date.
    #[error("the first date does not follow the rule")]
    FirstOutsideRule,
    /// Days of the week with a frequency other than weekly.
    #[error("days of the week belong to weekly series")]
    WeekdaysOutsideWeekly,
    /// More dates than a series may have.
    #[error("more than {at_most} dates")]
    TooMany {
        /// The bound, [`MOST_DATES`].
        at_most: u16,
    },
    /// Beyond the calendar, which ends with the year 9999.
    #[error("outside the calendar")]
    OutOfRange,
}

/// All dates of a series in order, without the skipped ones. Wall times that occur twice stand for the first occurrence;
/// [`plan`] gives the second.
pub fn expand(series: &Series) -> Result<Vec<Planned>, SeriesError> {
    let planned = dates::of_rule(series.first.date(), &series.rule)?
        .into_iter()
        .filter(|date| !series.skip.contains(date))
        .map(|date| {
            let start = date.to_datetime(series.first.time());
            plan(start, series.length, &series.zone, Choice::First)
        })
        .collect::<Result<Vec<_>, _>>()?;
    if planned.is_empty() {
        return Err(SeriesError::NoDates);
    }
    Ok(planned)
}
