//! Single events: texts, times, lengths, and files that are broken.

use super::{all_told, calendar, contents, event, one, refused, window};
use crate::read::{BYTES_AT_MOST, EVENTS_AT_MOST, Reason, read};
use crate::{Calendar, Event, Status};

#[test]
fn an_event_is_read_property_by_property() {
    let entry = one(&event(
        "SEQUENCE:3\nDTSTAMP:20261101T080000Z\nDTSTART;TZID=Europe/Berlin:20261201T180000\nDTEND;TZID=Europe/Berlin:20261201T193000\n\
         DESCRIPTION:Bring what is broken\\; we mend it.\\nFree\\, of course.\nLOCATION:Rathaus\\, Saal 1\nURL:https://example.org/cafe\n\
         CATEGORIES:Digital,Work\\, shop\nCATEGORIES:Repair\nSTATUS:TENTATIVE\nX-UNKNOWN;X-P=1:whatever\nATTENDEE;CN=\"Doe, Jane\":mailto:jane@example.org",
    ));
    assert_eq!((entry.line, entry.uid.as_str(), entry.sequence, entry.status), (3, "1@test", 3, Status::Tentative));
    assert_eq!(entry.summary, "Repair café");
    assert_eq!(entry.description, "Bring what is broken; we mend it.\nFree, of course.");
    assert_eq!((entry.location.as_str(), entry.url.as_str()), ("Rathaus, Saal 1", "https://example.org/cafe"));
    assert_eq!(entry.categories, ["Digital", "Work, shop", "Repair"]);
    assert_eq!(all_told(&entry), ["2026-12-01 18:00 CET to 2026-12-01 19:30 CET"]);
    assert_eq!(entry.dates[0].key, "20261201T170000Z");
}

#[test]
fn lengths_are_read_in_every_form() {
    let ends = |length: &str| all_told(&one(&event(&format!("DTSTART:20261201T170000Z\nDURATION:{length}"))));
    assert_eq!(ends("PT1H30M"), ["2026-12-01 18:00 CET to 2026-12-01 19:30 CET"]);
    assert_eq!(ends("P1DT12H"), ["2026-12-01 18:00 CET to 2026-12-03 06:00 CET"]);
    assert_eq!(ends("P1W"), ["2026-12-01 18:00 CET to 2026-12-08 18:00 CET"]);
    assert_eq!(ends("PT0S"), ["2026-12-01 18:00 CET open"]);
    let wrong = |length: &str| refused(&event(&format!("DTSTART:20261201T170000Z\nDURATION:{length}"))).reason;
    for length in ["-PT1H", "P", "PT", "1H", "P1H", "PT1D", "P1.5D", "PT1M1H"] {
        assert_eq!(wrong(length), Reason::Value("DURATION", length.to_owned()), "{length}");
    }
}

#[test]
fn a_nominal_day_keeps_the_wall_time_and_24_hours_do_not() {
    let ends = |length: &str| all_told(&one(&event(&format!("DTSTART;TZID=Europe/Berlin:20270327T120000\nDURATION:{length}"))));
    assert_eq!(ends("P1D"), ["2027-03-27 12:00 CET to 2027-03-28 12:00 CEST"]);
    assert_eq!(ends("PT24H"), ["2027-03-27 12:00 CET to 2027-03-28 13:00 CEST"]);
}

#[test]
fn whole_days_end_before_the_day_after() {
    assert_eq!(all_told(&one(&event("DTSTART;VALUE=DATE:20261205"))), ["2026-12-05 to before 2026-12-06"]);
    assert_eq!(all_told(&one(&event("DTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261207"))), ["2026-12-05 to before 2026-12-07"]);
    assert_eq!(all_told(&one(&event("DTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261205"))), ["2026-12-05 to before 2026-12-06"]);
    assert_eq!(all_told(&one(&event("DTSTART;VALUE=DATE:20261205\nDURATION:P3D"))), ["2026-12-05 to before 2026-12-08"]);
}

#[test]
fn times_without_a_zone_are_those_of_the_hub() {
    assert_eq!(all_told(&one(&event("DTSTART:20261201T180000"))), ["2026-12-01 18:00 CET open"]);
    assert_eq!(all_told(&one(&event("DTSTART:20260701T180000"))), ["2026-07-01 18:00 CEST open"]);
}

#[test]
fn an_event_that_cannot_be_read_is_refused_with_its_line() {
    let reason = |lines: &str| (refused(&event(lines)).line, refused(&event(lines)).reason);
    assert_eq!(reason("DTEND:20261201T180000Z"), (3, Reason::NoStart));
    assert_eq!(reason("DTSTART:20261301T180000Z"), (6, Reason::Value("DTSTART", "20261301T180000Z".to_owned())));
    assert_eq!(reason("DTSTART:20261201T180000Z\nDTEND:20261201T170000Z"), (7, Reason::EndBeforeStart));
    assert_eq!(reason("DTSTART:20261201T180000Z\nDTEND;VALUE=DATE:20261202"), (7, Reason::Mixed("DTEND")));
    assert_eq!(reason("DTSTART:20261201T180000Z\nDTSTART:20261201T190000Z"), (7, Reason::Twice("DTSTART")));
    assert_eq!(reason("DTSTART:20261201T180000Z\nthis is no line"), (7, Reason::NotALine));
    assert_eq!(reason("DTSTART;TZID=Mars:20261201T180000"), (6, Reason::UnknownZone("Mars".to_owned())));
    let refusal = refused(&event("DTSTART:x"));
    assert_eq!((refusal.uid.as_str(), refusal.summary.as_str()), ("1@test", "Repair café"));
    assert_eq!(refusal.reason.to_string(), "DTSTART has a value that cannot be read: \"x\"");
}

#[test]
fn a_broken_event_leaves_the_others_alone() {
    let text = calendar(
        "BEGIN:VEVENT\nUID:1\nDTSTART:nonsense\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nDTSTART:20261201T180000Z\nEND:VEVENT\nBEGIN:VJOURNAL\nUID:3\nEND:VJOURNAL",
    );
    let contents = contents(&text);
    assert!(contents.entries[0].is_err() && contents.entries[1].is_ok());
    assert_eq!((contents.entries.len(), contents.others), (2, 1));
}

#[test]
fn a_file_that_is_no_calendar_is_refused_whole() {
    let reason = |text: &str| read(text.as_bytes(), &window()).map(|_| ()).unwrap_err();
    assert_eq!(reason("").reason, Reason::NoCalendar);
    assert_eq!(reason("<!DOCTYPE html>\n<html>").line, 1);
    assert_eq!(reason("BEGIN:VEVENT\nEND:VEVENT").reason, Reason::NoCalendar);
    assert_eq!(reason("BEGIN:VCALENDAR\nVERSION:1.0\nEND:VCALENDAR").reason, Reason::Version("1.0".to_owned()));
    assert_eq!(reason("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR").reason, Reason::Nesting("VCALENDAR".to_owned()));
    assert_eq!(reason("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2026").reason, Reason::EndsEarly("VEVENT".to_owned()));
    assert_eq!(reason(&"BEGIN:VCALENDAR\n".repeat(100)).line, 17);
}

#[test]
fn files_beyond_the_limits_are_refused_whole() {
    let large = vec![b' '; BYTES_AT_MOST + 1];
    assert_eq!(read(&large, &window()).unwrap_err().reason, Reason::TooLarge);
    let many = format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", "BEGIN:VEVENT\nEND:VEVENT\n".repeat(EVENTS_AT_MOST + 1));
    assert_eq!(read(many.as_bytes(), &window()).unwrap_err().reason, Reason::TooManyEvents);
}

#[test]
fn lines_are_unfolded_whatever_ends_them() {
    let title = |text: &[u8]| read(text, &window()).unwrap().entries[0].as_ref().unwrap().summary.clone();
    for end in ["\r\n", "\n", "\r"] {
        let text =
            ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:Repair", "  café", "\t!", "DTSTART:2026", " 1201T180000Z", "END:VEVENT", "END:VCALENDAR"].join(end);
        assert_eq!(title(text.as_bytes()), "Repair café!", "{end:?}");
    }
    // A fold in the middle of a letter.
    let mut split = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261201\r\nSUMMARY:caf\xc3\r\n \xa9\r\nEND:VEVENT\r\nEND:VCALENDAR".to_vec();
    assert_eq!(title(&split), "café");
    split.splice(0..0, *b"\xef\xbb\xbf");
    assert_eq!(title(&split), "café");
}

#[test]
fn other_encodings_are_read_too() {
    let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261201\r\nSUMMARY:Großröhrsdorf – 5 €\r\nEND:VEVENT\r\nEND:VCALENDAR";
    let western: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '–' => 0x96,
            '€' => 0x80,
            c => u8::try_from(u32::from(c)).unwrap(),
        })
        .collect();
    let wide: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let other_way: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    for bytes in [western, wide, other_way] {
        assert_eq!(read(&bytes, &window()).unwrap().entries[0].as_ref().unwrap().summary, "Großröhrsdorf – 5 €");
    }
}

#[test]
fn events_taken_back_and_private_ones_are_known_as_such() {
    let entry = one(&event("DTSTART:20261201\nSTATUS:cancelled\nCLASS:PRIVATE"));
    assert_eq!((entry.status, entry.dates[0].status, entry.private), (Status::Cancelled, Status::Cancelled, true));
    assert!(!one(&event("DTSTART:20261201\nCLASS:PUBLIC")).private);
    assert!(contents(&calendar("METHOD:CANCEL\nX-WR-CALNAME:Heimat\\, Verein")).cancels);
    assert_eq!(contents(&calendar("X-WR-CALNAME:Heimat\\, Verein")).name, "Heimat, Verein");
}

#[test]
fn of_two_versions_of_an_event_the_newer_counts_and_the_older_is_told() {
    let version = |sequence: u32, day: u32| format!("BEGIN:VEVENT\nUID:1\nSEQUENCE:{sequence}\nDTSTART:2026120{day}\nEND:VEVENT\n");
    let found = contents(&calendar(&(version(1, 1) + &version(3, 2) + &version(2, 3)))).entries;
    assert_eq!(found[0].as_ref().unwrap().dates[0].key, "20261202");
    let older: Vec<_> = found.iter().filter_map(|entry| entry.as_ref().err()).map(|refusal| (refusal.line, refusal.reason.clone())).collect();
    assert_eq!(older, [(3, Reason::Older(8)), (13, Reason::Older(8))]);
}

#[test]
fn what_the_writer_writes_is_read_back() {
    let berlin = |text: &str| format!("{text}[Europe/Berlin]").parse::<jiff::ZonedDateTime>().unwrap();
    let mut written = Event::new("42@hub", "2026-11-01T08:00:00Z".parse().unwrap(), berlin("2026-12-01T18:00"), "Tee; Kekse, \\ und\tmehr");
    written.end = Some(berlin("2026-12-01T19:30"));
    written.description = "Erste Zeile.\n\nZweite, mit „Anführung“ und einem sehr langen Satz, der gefaltet werden muss, weil er nicht passt.".to_owned();
    written.sequence = 4;
    let calendar =
        Calendar { method: None, product: "-//T//T//DE".to_owned(), name: Some("Programm".to_owned()), refresh_hours: None, events: vec![written.clone()] };
    let entry = one(&calendar.to_string());
    assert_eq!((entry.uid.as_str(), entry.sequence, entry.summary.as_str()), ("42@hub", 4, "Tee; Kekse, \\ und mehr"));
    assert_eq!(entry.description, written.description);
    assert_eq!(all_told(&entry), ["2026-12-01 18:00 CET to 2026-12-01 19:30 CET"]);
}
