//! Purpose: why a file or an event is not read, in words for people who read logs; pages word the same in their own language.
//! Nouns: [`Reason`], [`Refusal`], [`Unreadable`].
//! URLs: none.
//! Invariants: what is quoted from the file is short and on one line.
//! Must not know: how a file is read.

use std::fmt;

/// Quotes from the file are cut after so many characters.
const QUOTE_AT_MOST: usize = 80;

/// An event that is not read; the rest of the file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The line it is about, from 1.
    pub line: usize,
    /// Its UID, may be empty.
    pub uid: String,
    /// Its title, may be empty.
    pub summary: String,
    /// Why.
    pub reason: Reason,
}

/// A file that is refused whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The line it is about, from 1; 0 for the whole file.
    pub line: usize,
    /// Why.
    pub reason: Reason,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 { write!(f, "{}", self.reason) } else { write!(f, "line {}: {}", self.line, self.reason) }
    }
}

impl std::error::Error for Unreadable {}

/// Why something is not read. Texts are quotes from the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The file is too large.
    TooLarge,
    /// The file has too many events.
    TooManyEvents,
    /// The file is no calendar.
    NoCalendar,
    /// A calendar of another version than 2.0.
    Version(String),
    /// A part ends that did not begin.
    Nesting(String),
    /// The file ends within a part.
    EndsEarly(String),
    /// A line without a name and a colon.
    NotALine,
    /// No start.
    NoStart,
    /// A property that stands there twice.
    Twice(&'static str),
    /// A value that is no date, time, length or number.
    Value(&'static str, String),
    /// It ends before it starts.
    EndBeforeStart,
    /// A day where a time is needed, or the other way round.
    Mixed(&'static str),
    /// A zone nobody knows and that the file does not describe.
    UnknownZone(String),
    /// A zone that the file describes, but with clocks that no place has.
    OddZone(String),
    /// A rule that cannot be read.
    Rule(String),
    /// Something about repeating that is not taken.
    NotTaken(String),
    /// More single dates than are read.
    TooManyDates,
    /// The rules of the file take too many steps.
    TooLong,
    /// Another version of the same event stands in that line.
    Older(usize),
    /// Beyond the calendar, which ends with the year 9999.
    OutOfRange,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(f, "the file is larger than {} MB", super::BYTES_AT_MOST / 1_000_000),
            Self::TooManyEvents => write!(f, "the file has more than {} events", super::EVENTS_AT_MOST),
            Self::NoCalendar => f.write_str("this is no calendar file: BEGIN:VCALENDAR is expected"),
            Self::Version(version) => write!(f, "iCalendar 2.0 is read, this file is of version {version}"),
            Self::Nesting(name) => write!(f, "END:{name} without its BEGIN"),
            Self::EndsEarly(name) => write!(f, "the file ends before END:{name}"),
            Self::NotALine => f.write_str("a line without name and colon"),
            Self::NoStart => f.write_str("it has no DTSTART"),
            Self::Twice(name) => write!(f, "{name} stands there twice"),
            Self::Value(name, value) => write!(f, "{name} has a value that cannot be read: \"{value}\""),
            Self::EndBeforeStart => f.write_str("it ends before it starts"),
            Self::Mixed(name) => write!(f, "{name} is a day and DTSTART a time, or the other way round"),
            Self::UnknownZone(name) => write!(f, "the time zone \"{name}\" is unknown and not described in the file"),
            Self::OddZone(name) => write!(f, "the time zone \"{name}\" has clocks that no known zone has"),
            Self::Rule(rule) => write!(f, "the rule \"{rule}\" cannot be read"),
            Self::NotTaken(part) => write!(f, "{part} is not taken"),
            Self::TooManyDates => f.write_str("it names too many single dates"),
            Self::TooLong => f.write_str("its rule takes too long"),
            Self::Older(line) => write!(f, "the event in line {line} has the same UID and is newer"),
            Self::OutOfRange => f.write_str("a date lies outside the calendar"),
        }
    }
}

/// A quote from the file: one line, short.
pub(super) fn quote(text: &str) -> String {
    let mut shown: String = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = shown.char_indices().nth(QUOTE_AT_MOST) {
        shown.truncate(end);
        shown.push('…');
    }
    shown
}
