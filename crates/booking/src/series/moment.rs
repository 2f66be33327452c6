//! From the wall clock of a zone to real time, with the two hours a year in which that is not one to one.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};

use super::SeriesError;
use crate::{Instant, Span};

/// Which of the two occurrences is meant when a wall time comes twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Choice {
    /// The earlier one, still in summer time.
    #[default]
    First,
    /// The later one, already in winter time.
    Second,
}

/// What a wall time means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// It exists.
    Certain {
        /// When it is.
        at: Instant,
        /// Set when it comes twice.
        note: Option<ClockChange>,
    },
    /// The clock jumps over it. The caller decides: leave it out, or take the shifted time.
    Gap {
        /// The wall time as much later as the clock jumps: 02:30 becomes 03:30.
        shifted_to: DateTime,
        /// When that is.
        at: Instant,
    },
}

/// What the clock does around a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClockChange {
    /// The start comes twice on the wall clock.
    Fold {
        /// The earlier one.
        first: Instant,
        /// The later one.
        second: Instant,
    },
    /// The clock changes between start and end, so that the wall clock shows another length.
    Crossed {
        /// Minutes by which the clock is put forward; negative: back.
        forward: i64,
    },
}

/// One date of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Planned {
    /// It can be stored.
    Certain(Dated),
    /// Its wall time does not exist on that day; somebody has to decide.
    Gap(Gap),
}

/// A date in wall time and in real time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Start on the wall clock.
    pub start: DateTime,
    /// End on the wall clock.
    pub end: DateTime,
    /// Start in real time.
    pub starts: Instant,
    /// End in real time: exactly the length later.
    pub ends: Instant,
    /// What the clock does meanwhile, if anything. A start that comes twice goes before a crossing.
    pub note: Option<ClockChange>,
}

/// A date whose wall time is jumped over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The wall time that does not exist.
    pub start: DateTime,
    /// The date it would be, as much later as the clock jumps.
    pub shifted_to: Dated,
}

/// What a wall time in a zone means in real time. Errors: [`SeriesError::UnknownZone`], [`SeriesError::OutOfRange`].
pub fn resolve(civil: DateTime, zone: &str, choice: Choice) -> Result<Moment, SeriesError> {
    moment_in(civil, &zone_of(zone)?, choice)
}

/// One date from its start on the wall clock and its length in minutes of real time.
/// Errors: as [`resolve`], and [`SeriesError::NoLength`].
pub fn plan(start: DateTime, length: u32, zone: &str, choice: Choice) -> Result<Planned, SeriesError> {
    if length == 0 {
        return Err(SeriesError::NoLength);
    }
    let zone = zone_of(zone)?;
    Ok(match moment_in(start, &zone, choice)? {
        Moment::Certain { at, note } => Planned::Certain(dated(start, at, note, length, &zone)?),
        Moment::Gap { shifted_to, at } => Planned::Gap(Gap { start, shifted_to: dated(shifted_to, at, None, length, &zone)? }),
    })
}

fn moment_in(civil: DateTime, zone: &TimeZone, choice: Choice) -> Result<Moment, SeriesError> {
    let ambiguous = zone.to_ambiguous_timestamp(civil);
    let earlier = ambiguous.earlier().map_err(out_of_range)?;
    let later = ambiguous.later().map_err(out_of_range)?;
    let (first, second) = (instant(earlier), instant(later));
    Ok(match ambiguous.offset() {
        AmbiguousOffset::Unambiguous { .. } => Moment::Certain { at: first, note: None },
        AmbiguousOffset::Fold { .. } => Moment::Certain {
            at: match choice {
                Choice::First => first,
                Choice::Second => second,
            },
            note: Some(ClockChange::Fold { first, second }),
        },
        AmbiguousOffset::Gap { .. } => Moment::Gap { shifted_to: zone.to_datetime(later), at: second },
    })
}

fn dated(start: DateTime, starts: Instant, note: Option<ClockChange>, length: u32, zone: &TimeZone) -> Result<Dated, SeriesError> {
    let ends = starts.plus(Span::from_minutes(i64::from(length)));
    let stamp = Timestamp::from_microsecond(ends.micros()).map_err(out_of_range)?;
    let end = zone.to_datetime(stamp);
    let forward = start.duration_until(end).as_mins() - i64::from(length);
    Ok(Dated { start, end, starts, ends, note: note.or((forward != 0).then_some(ClockChange::Crossed { forward })) })
}

fn zone_of(name: &str) -> Result<TimeZone, SeriesError> {
    TimeZone::get(name).map_err(|_| SeriesError::UnknownZone(name.to_owned()))
}

fn instant(stamp: Timestamp) -> Instant {
    Instant::from_micros(stamp.as_microsecond())
}

fn out_of_range(_: jiff::Error) -> SeriesError {
    SeriesError::OutOfRange
}
