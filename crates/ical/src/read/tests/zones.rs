//! Zones by name, by the name Windows has for them, and by description.

use calcard::common::timezone::Tz;

use super::{all_told, calendar, one, refused};
use crate::read::windows::{NAMES, name};
use crate::read::{Reason, read};

fn at(zone: &str, described: &str) -> String {
    calendar(&format!("{described}\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=\"{zone}\":20260701T180000\nEND:VEVENT"))
}

fn described(id: &str, standard: &str, daylight: &str) -> String {
    let part = |kind: &str, lines: &str| if lines.is_empty() { String::new() } else { format!("BEGIN:{kind}\n{lines}\nEND:{kind}\n") };
    format!("BEGIN:VTIMEZONE\nTZID:{id}\n{}{}END:VTIMEZONE", part("STANDARD", standard), part("DAYLIGHT", daylight))
}

#[test]
fn names_are_found_behind_prefixes_and_in_the_spelling_of_windows() {
    for zone in [
        "Europe/Berlin",
        "/Europe/Berlin",
        "/mozilla.org/20050126_1/Europe/Berlin",
        "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin",
        "europe/berlin",
        "W. Europe Standard Time",
        "W. Europe Standard Time 1",
    ] {
        assert_eq!(all_told(&one(&at(zone, ""))), ["2026-07-01 18:00 CEST open"], "{zone}");
    }
    assert_eq!(all_told(&one(&at("America/Los Angeles", ""))), ["2026-07-02 03:00 CEST open"]);
}

#[test]
fn every_name_of_windows_leads_to_a_place_that_another_library_agrees_with() {
    assert!(NAMES.is_sorted_by(|a, b| a.0 < b.0));
    let mut agreeing = 0;
    for (windows, place) in NAMES {
        let ours = jiff::tz::TimeZone::get(place).unwrap_or_else(|_| panic!("{place}"));
        assert_eq!(name(windows), Some(place));
        let Ok(theirs) = windows.parse::<Tz>() else { continue };
        let Some(theirs) = theirs.name().and_then(|name| jiff::tz::TimeZone::get(&name).ok()) else { continue };
        for day in ["2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z"] {
            let at: jiff::Timestamp = day.parse().unwrap();
            agreeing += usize::from(ours.to_offset(at) == theirs.to_offset(at));
        }
    }
    // Where the rules of a country have changed lately, the other library may be behind.
    assert!(agreeing >= 240, "{agreeing} of {} agree", NAMES.len() * 2);
}

#[test]
fn a_description_gets_the_name_of_the_zone_with_the_same_clocks() {
    let berlin = described(
        "(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien",
        "DTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
        "DTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
    );
    let entry = one(&at("(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", &berlin));
    assert_eq!(all_told(&entry), ["2026-07-01 18:00 CEST open"]);
    let crate::read::When::Time { start, .. } = &entry.dates[0].when else { panic!("a time") };
    assert_eq!(start.time_zone().iana_name(), Some("Europe/Berlin"));
    let east = described(
        "Ostküste",
        "DTSTART:20071104T020000\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11",
        "DTSTART:20070311T020000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
    );
    assert_eq!(all_told(&one(&at("Ostküste", &east))), ["2026-07-02 00:00 CEST open"]);
    let fixed = described("UTC+11", "DTSTART:20170101T000000\nTZOFFSETFROM:+1100\nTZOFFSETTO:+1100", "");
    assert_eq!(all_told(&one(&at("UTC+11", &fixed))), ["2026-07-01 09:00 CEST open"]);
}

#[test]
fn clocks_that_no_place_has_refuse_the_event_and_not_the_file() {
    let odd = described(
        "Odd",
        "DTSTART:20200101T030000\nTZOFFSETFROM:+0217\nTZOFFSETTO:+0117\nRRULE:FREQ=YEARLY;BYDAY=2TU;BYMONTH=9",
        "DTSTART:20200101T020000\nTZOFFSETFROM:+0117\nTZOFFSETTO:+0217\nRRULE:FREQ=YEARLY;BYDAY=1WE;BYMONTH=4",
    );
    assert_eq!(refused(&at("Odd", &odd)).reason, Reason::OddZone("Odd".to_owned()));
    assert_eq!(refused(&at("Nowhere", &odd)).reason, Reason::UnknownZone("Nowhere".to_owned()));
    let broken = described("Broken", "DTSTART:18500101T000000\nTZOFFSETFROM:+5744\nTZOFFSETTO:+5744", "");
    assert_eq!(refused(&at("Broken", &broken)).reason, Reason::OddZone("Broken".to_owned()));
}

#[test]
fn names_that_lead_out_of_the_zone_database_are_unknown() {
    for zone in ["../../etc/passwd", "/etc/passwd", "Europe/../../../etc/passwd", "Etc/Unknown", "", "Europe/Berlin\u{0}"] {
        let text = calendar(&format!("BEGIN:VEVENT\nDTSTART;TZID=\"{zone}\":20260701T180000\nEND:VEVENT"));
        let found = read(text.as_bytes(), &super::window()).unwrap().entries.remove(0);
        assert_eq!(found.is_err(), !zone.is_empty(), "{zone}: {found:?}");
    }
}
