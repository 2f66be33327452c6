//! Purpose: the properties of a calendar and its events, in order (RFC 5545 §3.6, RFC 5546 §3.2).
//! Nouns: calendar, event, moment.
//! URLs: none.
//! Invariants: attendees are written in invitations and cancellations only; a zone is described before it is used.
//! Must not know: how a line is folded, how a zone is described.

use jiff::{Timestamp, ZonedDateTime, civil::DateTime, tz::Offset};

use crate::line::{Lines, mailto, parameter, text, uri};
use crate::zone::{self, Zones};
use crate::{Calendar, Event, Mailbox, Method, Status};

/// The whole file.
pub(crate) fn calendar(calendar: &Calendar) -> String {
    let mut lines = Lines::default();
    lines.push("BEGIN", "VCALENDAR");
    lines.push("VERSION", "2.0");
    lines.push("PRODID", &text(&calendar.product));
    lines.push("CALSCALE", "GREGORIAN");
    if let Some(method) = calendar.method {
        lines.push("METHOD", method_name(method));
    }
    if let Some(name) = &calendar.name {
        lines.push_text("NAME", name);
        // Most readers know only the older name of RFC 7986's NAME.
        lines.push_text("X-WR-CALNAME", name);
    }
    if let Some(hours) = calendar.refresh_hours {
        lines.push("REFRESH-INTERVAL;VALUE=DURATION", &format!("PT{hours}H"));
        // Outlook knows only its own name for it.
        lines.push("X-PUBLISHED-TTL", &format!("PT{hours}H"));
    }
    zones(&calendar.events).write(&mut lines);
    for event in &calendar.events {
        write_event(&mut lines, event, calendar.method);
    }
    lines.push("END", "VCALENDAR");
    lines.finish()
}

/// A date and time in the basic form of ISO 8601, such as `20261124T180000`.
pub(crate) fn date_time(at: DateTime) -> String {
    format!("{:04}{:02}{:02}T{:02}{:02}{:02}", at.year().max(0), at.month(), at.day(), at.hour(), at.minute(), at.second())
}

fn zones(events: &[Event]) -> Zones {
    let mut zones = Zones::default();
    for event in events.iter().filter(|event| !event.all_day) {
        let moments = [Some(&event.start), end(event), event.recurrence_id.as_ref()];
        moments.into_iter().flatten().for_each(|moment| zones.add(moment));
    }
    zones
}

fn write_event(lines: &mut Lines, event: &Event, method: Option<Method>) {
    lines.push("BEGIN", "VEVENT");
    lines.push("UID", &text(&event.uid));
    lines.push("SEQUENCE", &event.sequence.to_string());
    lines.push("DTSTAMP", &utc(event.stamp));
    if let Some(at) = event.last_modified {
        lines.push("LAST-MODIFIED", &utc(at));
    }
    let write = if event.all_day { write_day } else { write_moment };
    write(lines, "DTSTART", &event.start);
    if let Some(end) = end(event) {
        write(lines, "DTEND", end);
    }
    if let Some(at) = &event.recurrence_id {
        write_moment(lines, "RECURRENCE-ID", at);
    }
    lines.push("STATUS", status_name(event.status, method));
    lines.push_text("SUMMARY", &event.summary);
    lines.push_text("DESCRIPTION", &event.description);
    lines.push_text("LOCATION", &event.location);
    if !event.url.is_empty() {
        lines.push("URL", &uri(&event.url));
    }
    write_categories(lines, &event.categories);
    write_people(lines, event, method);
    lines.push("END", "VEVENT");
}

fn write_moment(lines: &mut Lines, name: &str, at: &ZonedDateTime) {
    match zone::tzid(at) {
        Some(tzid) => lines.push(&format!("{name};TZID={tzid}"), &date_time(at.datetime())),
        None => lines.push(name, &utc(at.timestamp())),
    }
}

fn write_day(lines: &mut Lines, name: &str, at: &ZonedDateTime) {
    let day = date_time(at.datetime());
    lines.push(&format!("{name};VALUE=DATE"), day.get(..8).unwrap_or_default());
}

fn write_categories(lines: &mut Lines, categories: &[String]) {
    let written: Vec<String> = categories.iter().map(|word| text(word.trim())).filter(|word| !word.is_empty()).collect();
    if !written.is_empty() {
        lines.push("CATEGORIES", &written.join(","));
    }
}

fn write_people(lines: &mut Lines, event: &Event, method: Option<Method>) {
    if let Some(organizer) = &event.organizer {
        lines.push(&with_name("ORGANIZER", organizer), &mailto(&organizer.address));
    }
    let by_mail = matches!(method, Some(Method::Request | Method::Cancel));
    if let Some(attendee) = event.attendee.as_ref().filter(|_| by_mail) {
        let head = "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE";
        lines.push(&with_name(head, attendee), &mailto(&attendee.address));
    }
}

fn with_name(head: &str, mailbox: &Mailbox) -> String {
    match parameter(&mailbox.name) {
        Some(name) => format!("{head};CN={name}"),
        None => head.to_owned(),
    }
}

fn end(event: &Event) -> Option<&ZonedDateTime> {
    let after = |end: &&ZonedDateTime| end.timestamp().as_second() > event.start.timestamp().as_second();
    event.end.as_ref().filter(after)
}

fn utc(at: Timestamp) -> String {
    date_time(Offset::UTC.to_datetime(at)) + "Z"
}

fn method_name(method: Method) -> &'static str {
    match method {
        Method::Publish => "PUBLISH",
        Method::Request => "REQUEST",
        Method::Cancel => "CANCEL",
    }
}

/// RFC 5546 §3.2.5: what is taken back as a whole is cancelled.
fn status_name(status: Status, method: Option<Method>) -> &'static str {
    match (method, status) {
        (Some(Method::Cancel), _) | (_, Status::Cancelled) => "CANCELLED",
        (_, Status::Confirmed) => "CONFIRMED",
        (_, Status::Tentative) => "TENTATIVE",
    }
}
