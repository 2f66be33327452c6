//! What an entry of a calendar says, without a database.

use jiff::civil::{DateTime, date};

use super::entry::entry;
use crate::clock::Instant;
use crate::features::events::event::Topic;
use crate::features::events::occurrence::OccurrenceState;
use crate::features::events::store::Feeding;
use crate::ids::OccasionId;
use crate::tenancy::Hub;
use crate::texts::{Lang, Texts};

fn feeding(start: DateTime, end: DateTime, starts: &str) -> Feeding {
    let at: jiff::Timestamp = starts.parse().unwrap();
    let starts = Instant::from_micros(at.as_microsecond());
    Feeding {
        id: OccasionId::new(Instant::from_micros(0)),
        starts,
        ends: starts,
        open_end: false,
        local_start: start,
        local_end: end,
        zone: "Europe/Berlin".to_owned(),
        room: "Saal".to_owned(),
        state: OccurrenceState::Planned,
        reason: String::new(),
        sequence: 2,
        slug: "kurs".to_owned(),
        title: "Kurs".to_owned(),
        topic: Topic::Health,
        lede: "Ein Kurs.".to_owned(),
        site: None,
        online: false,
        version: 3,
        created: Instant::from_micros(0),
    }
}

fn written(date: &Feeding) -> String {
    let event = entry(&Hub::sample(), Texts { lang: Lang::De }, date, "https://hub.example/events/kurs".to_owned()).unwrap();
    ical::Calendar { method: None, product: "-//T//T//DE".to_owned(), name: None, refresh_hours: None, events: vec![event] }.to_string()
}

/// Hard case 2.
#[test]
fn hard_case_02_the_two_equal_hours_of_autumn_are_two_instants_in_the_feed() {
    let (start, end) = (date(2027, 10, 31).at(2, 30, 0, 0), date(2027, 10, 31).at(4, 0, 0, 0));
    assert!(written(&feeding(start, end, "2027-10-31T00:30:00Z")).contains("DTSTART:20271031T003000Z"));
    assert!(written(&feeding(start, end, "2027-10-31T01:30:00Z")).contains("DTSTART:20271031T013000Z"));
}

/// Hard case 3.
#[test]
fn hard_case_03_what_was_agreed_is_the_wall_time_even_when_the_stored_instant_is_wrong() {
    let (start, end) = (date(2027, 5, 25).at(18, 0, 0, 0), date(2027, 5, 25).at(19, 0, 0, 0));
    let text = written(&feeding(start, end, "2027-05-25T17:00:00Z"));
    assert!(text.contains("DTSTART;TZID=Europe/Berlin:20270525T180000\r\nDTEND;TZID=Europe/Berlin:20270525T190000"), "{text}");
}

#[test]
fn whole_days_are_written_as_days() {
    let text = written(&feeding(date(2026, 12, 5).at(0, 0, 0, 0), date(2026, 12, 7).at(0, 0, 0, 0), "2026-12-04T23:00:00Z"));
    assert!(text.contains("DTSTART;VALUE=DATE:20261205\r\nDTEND;VALUE=DATE:20261207"), "{text}");
    assert!(!text.contains("VTIMEZONE"));
}

#[test]
fn a_cancelled_date_says_why_and_the_stamp_rises_with_every_version() {
    let (start, end) = (date(2026, 12, 5).at(18, 0, 0, 0), date(2026, 12, 5).at(19, 0, 0, 0));
    let date = feeding(start, end, "2026-12-05T17:00:00Z");
    let off = Feeding { state: OccurrenceState::Cancelled, reason: "Krank.".to_owned(), sequence: 3, ..date.clone() };
    assert!(written(&date).contains("SEQUENCE:2\r\nDTSTAMP:19700101T000005Z"));
    let text = written(&off);
    assert!(
        text.contains("SEQUENCE:3\r\nDTSTAMP:19700101T000006Z") && text.contains("STATUS:CANCELLED") && text.contains("DESCRIPTION:Krank.\\n\\nEin Kurs."),
        "{text}"
    );
}
