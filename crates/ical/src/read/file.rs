//! Purpose: the parts of a file: which lines belong to which event or zone.
//! Nouns: [`File`], [`Part`] (the lines of an event), [`Clocks`] (a described zone), [`Change`] (one of its parts).
//! URLs: none.
//! Invariants: a file whose parts do not end is refused whole; of what is no event only the number is kept.
//! Must not know: what a property means.

use super::EVENTS_AT_MOST;
use super::lines::{Line, lines};
use super::reason::{Reason, Unreadable, quote};
use super::values::text;

/// Parts within parts: a deeper file is no calendar.
const DEPTH_AT_MOST: usize = 16;
/// Described zones, and changes of one: a file with more is no calendar of people.
const ZONES_AT_MOST: usize = 100;
const CHANGES_AT_MOST: usize = 500;

/// A file in its parts.
#[derive(Default)]
pub(super) struct File {
    pub name: String,
    pub cancels: bool,
    pub events: Vec<Part>,
    pub zones: Vec<Clocks>,
    pub others: usize,
}

/// An event as it stands there.
#[derive(Default)]
pub(super) struct Part {
    pub line: usize,
    pub lines: Vec<Line>,
    /// The first line in it that is none.
    pub broken: Option<usize>,
}

/// A described zone.
#[derive(Default)]
pub(super) struct Clocks {
    pub id: String,
    /// What some programs write beside: the name in the zone database.
    pub location: String,
    pub changes: Vec<Change>,
}

/// One change of a described zone.
#[derive(Default)]
pub(super) struct Change {
    pub lines: Vec<Line>,
}

/// Cuts a file into its parts.
pub(super) fn parse(bytes: &[u8]) -> Result<File, Unreadable> {
    let mut file = File::default();
    let mut open: Vec<String> = Vec::new();
    for line in lines(bytes) {
        match line.name.as_str() {
            "BEGIN" => begin(&mut file, &mut open, &line)?,
            "END" => {
                let name = line.value.trim().to_ascii_uppercase();
                if open.pop().is_none_or(|last| last != name) {
                    return Err(Unreadable { line: line.number, reason: Reason::Nesting(quote(&line.value)) });
                }
            }
            _ if open.is_empty() => return Err(Unreadable { line: line.number, reason: Reason::NoCalendar }),
            _ => keep(&mut file, &open, line)?,
        }
    }
    match open.last() {
        Some(name) => Err(Unreadable { line: 0, reason: Reason::EndsEarly(quote(name)) }),
        None if bytes.iter().all(u8::is_ascii_whitespace) => Err(Unreadable { line: 0, reason: Reason::NoCalendar }),
        None => Ok(file),
    }
}

fn begin(file: &mut File, open: &mut Vec<String>, line: &Line) -> Result<(), Unreadable> {
    let name = line.value.trim().to_ascii_uppercase();
    let refuse = |reason| Err(Unreadable { line: line.number, reason });
    if (open.is_empty() && name != "VCALENDAR") || open.len() >= DEPTH_AT_MOST {
        return refuse(Reason::NoCalendar);
    }
    match (open.as_slice(), name.as_str()) {
        ([_], "VEVENT") => {
            if file.events.len() >= EVENTS_AT_MOST {
                return refuse(Reason::TooManyEvents);
            }
            file.events.push(Part { line: line.number, ..Part::default() });
        }
        ([_], "VTIMEZONE") => {
            if file.zones.len() >= ZONES_AT_MOST {
                return refuse(Reason::TooLong);
            }
            file.zones.push(Clocks::default());
        }
        ([_, zone], "STANDARD" | "DAYLIGHT") if zone == "VTIMEZONE" => match file.zones.last_mut() {
            Some(zone) if zone.changes.len() < CHANGES_AT_MOST => zone.changes.push(Change::default()),
            _ => return refuse(Reason::TooLong),
        },
        ([_], own) if !own.starts_with("X-") => file.others += 1,
        _ => {}
    }
    open.push(name);
    Ok(())
}

fn keep(file: &mut File, open: &[String], line: Line) -> Result<(), Unreadable> {
    let path: Vec<&str> = open.iter().skip(1).map(String::as_str).collect();
    match (path.as_slice(), line.name.as_str()) {
        ([], "VERSION") if line.value.trim() != "2.0" => {
            return Err(Unreadable { line: line.number, reason: Reason::Version(quote(&line.value)) });
        }
        ([], "METHOD") => file.cancels = line.value.trim().eq_ignore_ascii_case("CANCEL"),
        ([], "NAME" | "X-WR-CALNAME") if file.name.is_empty() => file.name = text(&line.value),
        (["VEVENT"], name) => {
            if let Some(event) = file.events.last_mut() {
                if name.is_empty() {
                    event.broken.get_or_insert(line.number);
                }
                event.lines.push(line);
            }
        }
        (["VTIMEZONE"], name) => {
            if let Some(zone) = file.zones.last_mut() {
                match name {
                    "TZID" => line.value.trim().clone_into(&mut zone.id),
                    "X-LIC-LOCATION" => line.value.trim().clone_into(&mut zone.location),
                    _ => {}
                }
            }
        }
        (["VTIMEZONE", "STANDARD" | "DAYLIGHT"], _) => {
            if let Some(change) = file.zones.last_mut().and_then(|zone| zone.changes.last_mut()) {
                change.lines.push(line);
            }
        }
        _ => {}
    }
    Ok(())
}
