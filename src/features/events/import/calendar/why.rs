//! Why something of a calendar is not taken, and what people should look at, in the words of pages and of the command line.

use ical::Reason;
use jiff::civil::DateTime;

use crate::features::events::import::plan::BODY_AT_MOST;
use crate::texts::{Texts, dates};

/// An event of a calendar that is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Line of the file, from 1.
    pub line: usize,
    /// Key over there; may be empty.
    pub key: String,
    /// What it is called there; may be empty.
    pub name: String,
    /// Why.
    pub why: Why,
}

/// Why an event is not taken, or not now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It cannot be read.
    Unread(Reason),
    /// No title.
    NoTitle,
    /// Its writer does not want everybody to see it.
    Private,
    /// No date this year or next year.
    NoDates,
    /// Its text has so many characters.
    Long(usize),
    /// A date, in that line, lies beyond the years that pages show.
    Years(usize),
    /// It was taken before, but somebody has removed it here.
    Gone,
    /// All its dates are over.
    Over,
    /// A wall time that does not exist.
    NoSuchTime,
    /// People have registered.
    Booked,
    /// Two dates at the same time.
    Twice,
}

/// What people should look at although the event is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// In that line the clocks jump over a start; the date begins then.
    Jumped(usize, DateTime),
    /// There were more dates than are taken.
    Cut,
    /// In that line a date, which begins then, has a title or text of its own.
    OwnWords(usize, DateTime),
}

impl Why {
    /// In words.
    pub fn words(&self, t: Texts) -> String {
        let most = count(BODY_AT_MOST);
        match self {
            Self::Unread(reason) => reason_words(t, reason),
            Self::NoTitle => t.import_why_no_title().to_owned(),
            Self::Private => t.import_why_private().to_owned(),
            Self::NoDates => t.import_why_no_dates().to_owned(),
            Self::Long(has) => t.import_why_long(count(*has), most),
            Self::Years(line) => t.import_why_years(count(*line)),
            Self::Gone => t.import_why_gone().to_owned(),
            Self::Over => t.import_why_over().to_owned(),
            Self::NoSuchTime => t.import_why_no_such_time().to_owned(),
            Self::Booked => t.import_why_booked().to_owned(),
            Self::Twice => t.import_why_twice().to_owned(),
        }
    }
}

impl Note {
    /// In words.
    pub fn words(&self, t: Texts) -> String {
        match self {
            Self::Jumped(line, start) => t.import_note_jumped(count(*line), dates::day_long(t.lang, start.date()), dates::time(t.lang, start.time())),
            Self::Cut => t.import_note_cut(count(ical::DATES_AT_MOST)),
            Self::OwnWords(line, start) => t.import_note_own_words(count(*line), dates::day_long(t.lang, start.date())),
        }
    }
}

/// Why a file or an event cannot be read, in words.
pub fn reason_words(t: Texts, reason: &Reason) -> String {
    match reason {
        Reason::TooLarge => t.import_reason_too_large(count(ical::BYTES_AT_MOST / 1_000_000)),
        Reason::TooManyEvents => t.import_reason_too_many_events(count(ical::EVENTS_AT_MOST)),
        Reason::NoCalendar => t.import_reason_no_calendar().to_owned(),
        Reason::Version(version) => t.import_reason_version(version),
        Reason::Nesting(name) => t.import_reason_nesting(name),
        Reason::EndsEarly(name) => t.import_reason_ends_early(name),
        Reason::NotALine => t.import_reason_not_a_line().to_owned(),
        Reason::NoStart => t.import_reason_no_start().to_owned(),
        Reason::Twice(name) => t.import_reason_twice(name),
        Reason::Value(name, value) => t.import_reason_value(name, value),
        Reason::EndBeforeStart => t.import_reason_end_before_start().to_owned(),
        Reason::Mixed(name) => t.import_reason_mixed(name),
        Reason::UnknownZone(name) => t.import_reason_unknown_zone(name),
        Reason::OddZone(name) => t.import_reason_odd_zone(name),
        Reason::Rule(rule) => t.import_reason_rule(rule),
        Reason::NotTaken(part) => t.import_reason_not_taken(part),
        Reason::TooManyDates => t.import_reason_too_many_dates().to_owned(),
        Reason::TooLong => t.import_reason_too_long().to_owned(),
        Reason::Older(line) => t.import_reason_older(count(*line)),
        Reason::OutOfRange => t.import_reason_out_of_range().to_owned(),
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
