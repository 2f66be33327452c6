//! Purpose: what other programs write is read as they mean it, or refused with the line; nothing makes the reader fall.
//! Nouns: file, event, mutation.
//! URLs: none.
//! Invariants: days and zones are given, never the present ones; the zone database is the bundled one.
//! Must not know: how the reader is built beyond its rules.

mod events;
mod files;
mod mutations;
mod repeating;
mod rules;
mod zones;

use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;

use super::{Contents, Entry, Instance, Refusal, When, Window, read};

/// Berlin, 2020 to 2030.
pub(super) fn window() -> Window {
    Window { home: TimeZone::get("Europe/Berlin").unwrap(), from: date(2020, 1, 1), until: date(2030, 12, 31) }
}

/// The lines within a calendar.
pub(super) fn calendar(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}\r\nEND:VCALENDAR\r\n", lines.trim().replace('\n', "\r\n"))
}

/// The lines within an event of a calendar, with UID and title.
pub(super) fn event(lines: &str) -> String {
    calendar(&format!("BEGIN:VEVENT\nUID:1@test\nSUMMARY:Repair café\n{}\nEND:VEVENT", lines.trim()))
}

pub(super) fn contents(text: &str) -> Contents {
    read(text.as_bytes(), &window()).unwrap()
}

/// The one event of a file.
pub(super) fn one(text: &str) -> Entry {
    let mut entries = contents(text).entries;
    assert_eq!(entries.len(), 1, "{entries:?}");
    entries.remove(0).unwrap()
}

/// The one refusal of a file.
pub(super) fn refused(text: &str) -> Refusal {
    contents(text).entries.into_iter().find_map(Result::err).unwrap()
}

/// Start and end of a date in Berlin, as people there would write it.
pub(super) fn told(date: &Instance) -> String {
    let berlin = |at: Timestamp| at.in_tz("Europe/Berlin").unwrap().strftime("%Y-%m-%d %H:%M %Z").to_string();
    match &date.when {
        When::Days { first, after } => format!("{first} to before {after}"),
        When::Time { start, end: None } => format!("{} open", berlin(start.timestamp())),
        When::Time { start, end: Some(end) } => format!("{} to {}", berlin(start.timestamp()), berlin(end.timestamp())),
    }
}

pub(super) fn all_told(entry: &Entry) -> Vec<String> {
    entry.dates.iter().map(told).collect()
}
