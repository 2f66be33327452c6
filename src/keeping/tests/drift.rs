//! What the proof finds: each kind of flaw planted once, past the program.

use super::*;
use crate::features::events;

/// Plants a flaw, sees that it and nothing else is found, and takes it back.
fn found(bench: &Bench, flaw: Flaw, plant: &str, take_back: &str) {
    assert_eq!(bench.flaws(), [], "before: {plant}");
    bench.raw(plant);
    assert_eq!(bench.flaws(), [flaw], "{plant}");
    bench.raw(take_back);
    assert_eq!(bench.flaws(), [], "after: {plant}");
}

/// Plants a flaw, sees that it and nothing else is found, and that a repair puts it right.
fn repaired(bench: &Bench, flaw: Flaw, plant: &str) {
    assert_eq!(bench.flaws(), [], "before: {plant}");
    bench.raw(plant);
    assert_eq!(bench.flaws(), [flaw], "{plant}");
    let report = check(&bench.db, true).unwrap();
    assert_eq!((report.wrong(), report.repaired()), (0, 1), "{plant}: {report}");
    assert_eq!(bench.flaws(), [], "after: {plant}");
}

#[test]
fn what_can_be_derived_is_found_when_it_drifts_and_repaired() {
    for bench in Bench::both(2) {
        let bench = bench.with_everything();
        for counter in ["seated", "held", "waiting"] {
            repaired(&bench, Flaw::Counters, &format!("update occurrence set {counter} = {counter} + 1"));
        }
        repaired(&bench, Flaw::Counters, "update occurrence set held = 0, waiting = 0");
        repaired(&bench, Flaw::WaitlistNotDue, "delete from due where kind = 'waitlist'");
        repaired(&bench, Flaw::WaitlistNotDue, "update due set at = at + 1 where kind = 'waitlist'");
        repaired(&bench, Flaw::MailsNotDue, "delete from due where kind = 'outbox'");
        repaired(&bench, Flaw::MailsNotDue, "update due set at = at + 1 where kind = 'outbox'");
        assert_eq!(bench.number("select seated * 100 + held * 10 + waiting from occurrence"), 111, "Berta, Carla, Dora");
    }
}

#[test]
fn what_cannot_be_derived_is_found() {
    for bench in Bench::both(2) {
        let bench = bench.with_everything();
        let (date, elsewhere) = match bench.database {
            None => (format!("x'{}'", bench.date.0.simple()), "x'00000000000000000000000000000001'"),
            Some(_) => (format!("'{}'", bench.date.0), "'00000000-0000-0000-0000-000000000001'"),
        };
        let anna = "where email = 'anna@example.org'";
        found(
            &bench,
            Flaw::Homeless,
            &format!("update booking set occasion_id = {elsewhere} {anna}"),
            &format!("update booking set occasion_id = {date} {anna}"),
        );
        for (column, value) in [("answers", "nothing"), ("answers", "[{\"question\":1}]"), ("companions", "{}")] {
            found(&bench, Flaw::Unreadable, &format!("update booking set {column} = '{value}' {anna}"), &format!("update booking set {column} = '[]' {anna}"));
        }
        found(&bench, Flaw::Unreadable, &format!("update booking set state = 'asleep' {anna}"), &format!("update booking set state = 'cancelled' {anna}"));
        found(&bench, Flaw::Unreadable, "update event set questions = '[{}]'", "update event set questions = '[]'");
        for column in ["claim", "partners"] {
            found(&bench, Flaw::Unreadable, &format!("update hub set {column} = '[1]'"), &format!("update hub set {column} = '[]'"));
        }
        found(&bench, Flaw::Unreadable, "update hub set zone = 'Europe/Atlantis'", "update hub set zone = 'Europe/Berlin'");
        found(&bench, Flaw::Unreadable, "update outbox set payload = '{' || payload", "update outbox set payload = substr(payload, 2)");
        bench.raw("drop index booking_form_once; drop index booking_code_once");
        found(
            &bench,
            Flaw::Twice,
            &format!("update booking set form_key = 'key of berta' {anna}"),
            &format!("update booking set form_key = 'key of anna' {anna}"),
        );
        found(
            &bench,
            Flaw::Twice,
            "update booking set code = 'X' || code where email = 'dora@example.org'; update booking set code = (select code from booking where email = 'dora@example.org') where email = 'anna@example.org'",
            "update booking set code = substr(code, 2) where email = 'dora@example.org'",
        );
    }
}

#[test]
fn an_offer_that_nobody_ended_is_found_after_a_minute() {
    for bench in Bench::both(2) {
        let bench = bench.with_everything();
        let deadline = Instant::from_micros(bench.number("select deadline from booking where state = 'offered'"));
        bench.clock.set(deadline.plus(Span::from_seconds(60)).minus(Span::from_micros(1)));
        assert_eq!(bench.flaws(), [], "a server may still be about to end it");
        bench.clock.set(deadline.plus(Span::from_seconds(60)));
        assert_eq!(bench.flaws(), [Flaw::Overdue]);
        let (hub, date) = (bench.hub, bench.date);
        bench.db.write_blocking(hub, move |tx, now| (events::WAITLIST_JOB.run)(tx, hub, date.0, now)).unwrap();
        assert_eq!(bench.flaws(), []);
    }
}

#[test]
fn more_seats_than_there_are_is_a_note() {
    for bench in Bench::both(2) {
        let bench = bench.with_everything();
        assert_eq!(bench.proof().hubs[0].notes, []);
        bench.raw("update occurrence set capacity = 1");
        let report = bench.proof();
        assert_eq!((report.wrong(), report.hubs[0].notes.len()), (0, 1), "{report}");
        assert!(report.to_string().contains("2 seats are given, but there are only 1"), "{report}");
    }
}

#[test]
fn the_proof_reaches_the_last_of_many_and_names_nobody() {
    for bench in Bench::both(2) {
        for number in 0..230 {
            bench.book(&format!("guest{number:03}"));
        }
        let report = bench.proof();
        let hub = &report.hubs[0];
        assert_eq!((hub.events, hub.dates, hub.bookings, hub.mails, report.wrong()), (1, 1, 230, 230, 0), "{report}");
        bench.raw("update booking set answers = '[\"Ich bin schwanger\"]' where email in ('guest000@example.org', 'guest229@example.org')");
        let report = bench.proof();
        assert_eq!(report.wrong(), 2, "{report}");
        let said = report.to_string();
        assert!(!said.contains("guest") && !said.contains("schwanger"), "{said}");
        assert!(said.starts_with("Datenprüfung mit Nabe ") && said.contains(": 2 Fehler") && said.contains(": 2 wrong"), "{said}");
        let (german, english) = said.split_once("\n----\n").expect("first German, then English");
        assert_eq!(german.lines().count(), english.trim_start().lines().count(), "both say the same: {said}");
        assert!(german.contains("Was zu tun ist") && english.contains("What to do"), "{said}");
    }
}

#[test]
fn a_damaged_file_is_found() {
    assert!(crate::db::copies::proof(Folder::new().path()).is_err(), "a wrong folder is not an empty installation");
    let bench = Bench::sqlite(2).with_everything();
    assert_eq!(crate::db::copies::proof(bench.folder.path()).unwrap(), [""; 0]);
    bench.raw("delete from event");
    let found = crate::db::copies::proof(bench.folder.path()).unwrap();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("row of event that does not exist"), "{found:?}");
    let page = bench.number("select rootpage from sqlite_schema where name = 'outbox_state'");
    let size = bench.number("select page_size from pragma_page_size");
    bench.db.clone().close();
    let path = bench.folder.file("nabe.sqlite");
    let mut bytes = std::fs::read(&path).unwrap();
    let start = usize::try_from((page - 1) * size).unwrap();
    bytes[start + 100..start + usize::try_from(size).unwrap()].fill(0);
    std::fs::write(&path, bytes).unwrap();
    let found = crate::db::copies::proof(bench.folder.path()).unwrap();
    assert!(found.len() > 1, "{found:?}");
    let target = bench.folder.file("unsound.backup");
    let refused = crate::db::copies::take(bench.folder.path(), Some(&target), &[], &bench.clock);
    assert!(matches!(refused, Err(crate::db::copies::CopyError::Unsound(_))), "{refused:?}");
    assert!(!target.exists(), "an unsound copy must not look like a backup");
}
