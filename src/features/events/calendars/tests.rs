//! What a calendar says is held against what was decided before.

use super::reading::{Unusable, contents};
use super::trouble;
use super::{BYTES_AT_MOST, ENTRIES_AT_MOST};
use crate::clock::Instant;
use crate::fetch::Trouble;
use crate::tenancy::Hub;
use crate::texts::{Lang, Texts};

fn read(file: &[u8]) -> Result<usize, Unusable> {
    contents(file, &Hub::sample(), Instant::from_micros(1_796_000_000_000_000)).map(|read| read.drafts.len() + read.refused.len())
}

fn calendar(entries: usize) -> String {
    let entry = |n: usize| format!("BEGIN:VEVENT\nUID:{n}\nSUMMARY:Treffen\nDTSTART:20270105T170000Z\nEND:VEVENT\n");
    format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", (0..entries).map(entry).collect::<String>())
}

#[test]
fn what_is_no_calendar_is_refused_with_what_to_do() {
    let words = |file: &[u8]| read(file).unwrap_err().words(Texts { lang: Lang::De });
    assert!(words(b"").contains("Wählen Sie zuerst eine Datei aus."));
    assert!(words(b"PK\x03\x04zip").contains("ZIP"));
    assert!(words(b"\x1f\x8bgzip").contains("Entpacken Sie"));
    assert!(words(b"<html>").contains("keine Kalenderdatei"));
    assert_eq!(words(b"BEGIN:VCALENDAR\nEND:VEVENT\n"), "Zeile 2: END:VEVENT steht ohne sein BEGIN.");
    assert!(words(&vec![b'x'; BYTES_AT_MOST + 1]).contains("größer als 2 MB"));
    assert_eq!(read(calendar(ENTRIES_AT_MOST).as_bytes()), Ok(ENTRIES_AT_MOST));
    assert_eq!(read(calendar(ENTRIES_AT_MOST + 1).as_bytes()), Err(Unusable::Many));
}

#[test]
fn every_trouble_has_words_of_its_own() {
    let all = [
        Trouble::Address,
        Trouble::Name,
        Trouble::Internal,
        Trouble::Connection,
        Trouble::Tls,
        Trouble::Slow,
        Trouble::Large,
        Trouble::Hops,
        Trouble::Answer,
        Trouble::Status(404),
        Trouble::Status(500),
    ];
    let mut words: Vec<String> = all.into_iter().map(|one| trouble::words(Texts { lang: Lang::De }, &trouble::word(one))).collect();
    words.push(trouble::words(Texts { lang: Lang::De }, trouble::UNUSABLE));
    words.sort();
    let count = words.len();
    words.dedup();
    assert_eq!(words.len(), count, "{words:?}");
}
