//! What an event of a calendar becomes, and what its dates become when it changes.

use booking::Span;
use jiff::ToSpan as _;
use jiff::civil::date;

use super::plan::{Dated, Draft, plan, window};
use super::steps::{Hindrance, occurrence, steps};
use super::why::{Note, Refused, Why};
use crate::bookings::Counts;
use crate::clock::Instant;
use crate::features::events::event::{EventId, Topic};
use crate::features::events::occurrence::{Occurrence, OccurrenceState, key_of};
use crate::tenancy::Hub;
use crate::texts::{Lang, Texts};
use ical::Reason;

const NOW: &str = "2026-12-01T08:00:00Z";

fn now() -> Instant {
    let at: jiff::Timestamp = NOW.parse().unwrap();
    Instant::from_micros(at.as_microsecond())
}

fn planned(lines: &str) -> Vec<Result<Draft, Refused>> {
    let text = format!("BEGIN:VCALENDAR\n{}\nEND:VCALENDAR\n", lines.trim());
    plan(ical::read(text.as_bytes(), &window(&Hub::sample(), now())).unwrap(), &Hub::sample())
}

fn event(lines: &str) -> Result<Draft, Refused> {
    planned(&format!("BEGIN:VEVENT\nUID:1@club\nSUMMARY:Vortrag: Pilze\nDTSTART:20261205T170000Z\n{}\nEND:VEVENT", lines.trim())).remove(0)
}

#[test]
fn texts_find_their_places_and_only_the_organiser_knows_the_rest() {
    let draft =
        event("DESCRIPTION:Ein Abend über Pilze.\\n\\nMit *Bildern*.\nLOCATION:Saal\\nMarkt 1\nCATEGORIES:Verein,Gesundheit\nURL:https://example.org/p")
            .unwrap();
    assert_eq!(
        (draft.title.as_str(), draft.topic, draft.lede.as_str(), draft.room.as_str()),
        ("Vortrag: Pilze", Topic::Health, "Ein Abend über Pilze.", "Saal, Markt 1")
    );
    assert!(draft.body.starts_with("Mit \\*Bildern\\*."), "{}", draft.body);
    assert!(draft.body.ends_with("(<https://example.org/p>)"), "{}", draft.body);
    assert_eq!(draft.organiser, "https://example.org/p");
    let html = event("DESCRIPTION:<p>Ein <b>Abend</b>.</p><ul><li>Tee &amp\\; Kekse</li></ul>").unwrap();
    assert_eq!((html.lede.as_str(), html.organiser.as_str()), ("Ein Abend.", ""));
    assert!(html.body.starts_with("Tee & Kekse"), "{}", html.body);
}

#[test]
fn what_nobody_should_see_or_can_read_is_refused_with_line_and_name() {
    assert_eq!(event("CLASS:PRIVATE").unwrap_err().why, Why::Private);
    let refused = event("DTEND:20261205T160000Z").unwrap_err();
    assert_eq!((refused.line, refused.name.as_str(), refused.why), (6, "Vortrag: Pilze", Why::Unread(Reason::EndBeforeStart)));
    assert_eq!(planned("BEGIN:VEVENT\nUID:2\nDTSTART:20261205\nEND:VEVENT").remove(0).unwrap_err().why, Why::NoTitle);
    assert_eq!(planned("BEGIN:VEVENT\nUID:2\nSUMMARY:\u{2060}\nDTSTART:20261205\nEND:VEVENT").remove(0).unwrap_err().why, Why::NoTitle);
    assert_eq!(event("RRULE:FREQ=YEARLY;UNTIL=20200101").unwrap().dates.len(), 1);
}

#[test]
fn hard_case_01_a_jumped_hour_is_told_before_anything_is_stored() {
    let text = "BEGIN:VEVENT\nUID:1\nSUMMARY:Nacht\nDTSTART;TZID=Europe/Berlin:20270321T023000\nRRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT";
    let draft = planned(text).remove(0).unwrap();
    assert_eq!(draft.notes, [Note::Jumped(2, date(2027, 3, 28).at(3, 30, 0, 0))]);
    let said = draft.notes[0].words(Texts { lang: Lang::De });
    assert_eq!(said, "Zeile 2: Am Sonntag, 28. März 2027 springt die Uhr über den Beginn. Der Termin beginnt hier um 3:30\u{a0}Uhr.");
    assert_eq!(draft.dates.iter().map(|date| date.start.hour()).collect::<Vec<_>>(), [2, 3, 2]);
}

#[test]
fn hard_case_02_the_second_of_two_equal_hours_has_an_address_of_its_own() {
    let at = |utc: &str| planned(&format!("BEGIN:VEVENT\nUID:1\nSUMMARY:Nacht\nDTSTART:{utc}\nEND:VEVENT")).remove(0).unwrap().dates.remove(0);
    let of = |date: &Dated| occurrence(EventId::new(now()), date, "Europe/Berlin", now()).unwrap();
    let (first, second) = (of(&at("20271031T003000Z")), of(&at("20271031T013000Z")));
    assert_eq!((first.key.as_str(), second.key.as_str()), ("2027-10-31-0230", "2027-10-31-0230-2"));
    assert_eq!(second.starts.since(first.starts).minutes(), 60);
}

#[test]
fn the_same_event_has_the_same_print_and_any_change_another() {
    let print = |lines: &str| event(lines).unwrap().print;
    assert_eq!(print("SEQUENCE:1"), print("SEQUENCE:2\nX-OTHER:1"));
    for change in ["STATUS:CANCELLED", "LOCATION:Saal", "RRULE:FREQ=DAILY;COUNT=2", "DTEND:20261205T180000Z", "DESCRIPTION:x"] {
        assert_ne!(print(""), print(change), "{change}");
    }
}

fn dates(count: i8) -> Vec<(String, Occurrence)> {
    let id = EventId::new(now());
    let one = |day: i8| {
        let start = date(2026, 12, day).at(18, 0, 0, 0);
        let dated = Dated {
            key: format!("k{day}"),
            starts: Hub::sample().midnight(start.date()),
            ends: None,
            start,
            end: None,
            second: false,
            room: String::new(),
            cancelled: false,
        };
        (dated.key.clone(), occurrence(id, &dated, "Europe/Berlin", now()).unwrap())
    };
    (5..5 + count).map(one).collect()
}

#[test]
fn dates_that_are_gone_are_called_off_and_new_ones_added() {
    let mut wanted = dates(4);
    wanted.remove(0);
    let steps = steps(dates(3), wanted, false, now()).unwrap();
    assert_eq!(
        steps.update.iter().map(|date| (date.key.as_str(), date.state, date.sequence)).collect::<Vec<_>>(),
        [("2026-12-05-1800", OccurrenceState::Cancelled, 1)]
    );
    assert_eq!(steps.insert.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["k8"]);
}

/// Hard case 14.
#[test]
fn hard_case_14_a_moved_date_stays_itself_and_its_sequence_rises() {
    let (stored, mut wanted) = (dates(2), dates(2));
    wanted[0].1 = Occurrence { key: "2026-12-05-2000".to_owned(), local_start: date(2026, 12, 5).at(20, 0, 0, 0), ..wanted[0].1.clone() };
    let moved = steps(stored.clone(), wanted, false, now()).unwrap();
    assert_eq!((moved.update.len(), moved.insert.len()), (1, 0));
    assert_eq!((moved.update[0].id, moved.update[0].sequence, moved.update[0].key.as_str()), (stored[0].1.id, 1, "2026-12-05-2000"));
}

#[test]
fn the_only_date_of_an_event_is_moved_and_stays_itself() {
    let (stored, mut wanted) = (dates(1), vec![dates(2).remove(1)]);
    wanted[0].1.local_start = date(2026, 12, 6).at(20, 0, 0, 0);
    let moved = steps(stored.clone(), wanted.clone(), false, now()).unwrap();
    assert_eq!((moved.insert.len(), moved.update.len(), moved.update[0].id, moved.update[0].sequence), (0, 1, stored[0].1.id, 1));
    assert_eq!(moved.renamed, [(stored[0].1.id, "k6".to_owned())]);
    let several = steps(dates(2), wanted, false, now()).unwrap();
    assert_eq!((several.renamed.len(), several.update.len()), (0, 2), "of several dates one is called off");
}

/// The same dates an hour earlier, which the file knows by these starts.
fn an_hour_earlier(dates: &[(String, Occurrence)]) -> Vec<(String, Occurrence)> {
    let earlier = |(key, date): &(String, Occurrence)| {
        let (starts, local_start) = (date.starts.minus(Span::from_hours(1)), date.local_start.saturating_sub(1.hour()));
        (format!("{key} earlier"), Occurrence { key: key_of(local_start), starts, ends: date.ends, local_start, ..date.clone() })
    };
    dates.iter().map(earlier).collect()
}

#[test]
fn a_series_that_is_moved_as_a_whole_stays_itself() {
    let stored = dates(3);
    let moved = steps(stored.clone(), an_hour_earlier(&stored), false, now()).unwrap();
    let ids = |dates: &[Occurrence]| dates.iter().map(|date| date.id).collect::<Vec<_>>();
    assert_eq!((moved.insert.len(), ids(&moved.update)), (0, stored.iter().map(|(_, date)| date.id).collect::<Vec<_>>()));
    assert_eq!(moved.renamed.len(), 3);
    assert!(moved.update.iter().all(|date| date.local_start.hour() == 17 && date.sequence == 1));
}

#[test]
fn once_staff_have_moved_a_booked_series_the_file_is_taken() {
    let mut stored = dates(3);
    let wanted = an_hour_earlier(&stored);
    stored[1].1.counts = Counts { seated: 2, ..Counts::default() };
    assert_eq!(steps(stored.clone(), wanted.clone(), false, now()), Err(Hindrance::Booked));
    for ((_, date), (_, fresh)) in stored.iter_mut().zip(&wanted) {
        *date = Occurrence { counts: date.counts, ..fresh.clone() };
    }
    let taken = steps(stored, wanted, false, now()).unwrap();
    assert_eq!((taken.renamed.len(), taken.update.len(), taken.insert.len()), (3, 0, 0));
}

#[test]
fn a_series_with_an_exception_can_be_moved() {
    let mut stored = dates(3);
    let mut wanted = an_hour_earlier(&stored);
    let afternoon = |date: &Occurrence| {
        let local_start = date.local_start.date().at(15, 0, 0, 0);
        Occurrence { key: key_of(local_start), starts: Hub::sample().midnight(local_start.date()).plus(Span::from_hours(15)), local_start, ..date.clone() }
    };
    stored[1].1 = afternoon(&stored[1].1);
    wanted[1].1 = afternoon(&wanted[1].1);
    let moved = steps(stored.clone(), wanted, false, now()).unwrap();
    assert_eq!((moved.renamed.len(), moved.update.len(), moved.insert.len()), (3, 2, 0));
    assert!(moved.update.iter().all(|date| date.id != stored[1].1.id), "the exception stays as it is");
}

#[test]
fn where_people_have_registered_nothing_moves_and_dates_of_staff_stay() {
    let mut stored = dates(2);
    stored[1].1.counts = Counts { seated: 1, ..Counts::default() };
    assert_eq!(steps(stored.clone(), dates(1), false, now()), Err(Hindrance::Booked));
    assert_eq!(steps(stored.clone(), dates(2), true, now()), Err(Hindrance::Booked));
    assert!(steps(stored, dates(2), false, now()).unwrap().update.is_empty());
    let own = |key: &str| (String::new(), dates(3).into_iter().find(|(known, _)| known == key).unwrap().1);
    let kept = steps(vec![own("k7")], dates(2), false, now()).unwrap();
    assert_eq!((kept.update.len(), kept.insert.len()), (0, 2), "what staff added is not touched");
    assert_eq!(steps(vec![own("k5")], dates(2), false, now()), Err(Hindrance::Twice));
}

#[test]
fn both_languages_name_every_reason_and_the_english_one_is_that_of_the_command_line() {
    let texts = [Lang::De, Lang::En].map(|lang| Texts { lang });
    let word = || "x".to_owned();
    let reasons = [
        Reason::TooLarge,
        Reason::TooManyEvents,
        Reason::NoCalendar,
        Reason::Version(word()),
        Reason::Nesting(word()),
        Reason::EndsEarly(word()),
        Reason::NotALine,
        Reason::NoStart,
        Reason::Twice("UID"),
        Reason::Value("DTEND", word()),
        Reason::EndBeforeStart,
        Reason::Mixed("DTEND"),
        Reason::UnknownZone(word()),
        Reason::OddZone(word()),
        Reason::Rule(word()),
        Reason::NotTaken(word()),
        Reason::TooManyDates,
        Reason::TooLong,
        Reason::Older(12),
        Reason::OutOfRange,
    ];
    for reason in reasons {
        let [german, english] = texts.map(|t| super::why::reason_words(t, &reason));
        assert_eq!(english, reason.to_string());
        assert!(german != english && german.ends_with(['.', '“', ')']), "{german}");
    }
}
