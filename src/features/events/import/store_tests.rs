//! What a file leaves in the database, on both engines.

use std::collections::HashSet;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use super::run::SESSIONS_AT_ONCE;
use super::tests::{document, inputs, mutated, session};
use super::{Outcome, SOURCE, Tally, bring_in, parse, plan};
use crate::bookings::Counts;
use crate::clock::{Clock, Instant};
use crate::db::tests::Folder;
use crate::db::tests::cluster::cluster;
use crate::db::{Db, Options, Scope, Source};
use crate::features::events::event::{Event, Topic};
use crate::features::events::occurrence::{Admission, Occurrence, OccurrenceState};
use crate::features::events::store;
use crate::ids::SiteId;
use crate::tenancy::store::{NewHub, hub, insert_hub, insert_site};
use crate::tenancy::{Hub, Site};

/// An installation on one engine.
struct Bench {
    db: Db,
    _folder: Folder,
}

impl Bench {
    fn open(source: &Source, folder: Folder) -> Self {
        // A programme of the past is imported all the same.
        let clock = Clock::fixed(Instant::from_micros(1_795_000_000_000_000));
        let mut statements = store::statements();
        statements.push(crate::tenancy::store::STATEMENTS);
        let options = Options { statements, exclusive: false, ..Options::default() };
        Self { db: Db::open(source, clock, options).unwrap(), _folder: folder }
    }

    fn each() -> [Self; 2] {
        [Self::sqlite(), Self::open(&Source::Postgres(cluster().database().url), Folder::new())]
    }

    fn sqlite() -> Self {
        let folder = Folder::new();
        Self::open(&Source::Sqlite(folder.path().to_owned()), folder)
    }

    fn hub(&self, slug: &str) -> Hub {
        let new = NewHub { slug: slug.to_owned(), name: "Hub".to_owned(), ..NewHub::default() };
        self.db.write_blocking(Scope::Installation, move |tx, now| insert_hub(tx, &new, now)).unwrap();
        let slug = slug.to_owned();
        self.db.read_blocking(Scope::Installation, move |tx| hub(tx, &slug)).unwrap().unwrap()
    }

    fn import(&self, hub: &Hub, text: &str) -> (Tally, Vec<Outcome>) {
        let mut told = Vec::new();
        let sessions = parse(text.as_bytes()).unwrap();
        let tally = bring_in(&self.db, hub, plan(&sessions, &hub.tz), |outcome| told.push(outcome.clone())).unwrap();
        (tally, told)
    }

    fn sessions(&self, hub: &Hub, sessions: &[Value]) -> (Tally, Vec<Outcome>) {
        self.import(hub, &document(sessions))
    }

    /// The event of a key with its dates.
    fn stored(&self, hub: &Hub, key: &str) -> (Event, Vec<Occurrence>) {
        let (hub, key) = (hub.id, key.to_owned());
        let found = self.db.read_blocking(hub, move |tx| {
            let (id, _) = store::find_source(tx, hub, SOURCE, &key)?.unwrap();
            Ok((store::event(tx, hub, id)?.unwrap(), store::occurrences(tx, hub, id, Instant::from_micros(i64::MIN))?))
        });
        found.unwrap()
    }
}

fn tally(created: usize, updated: usize, unchanged: usize, refused: usize) -> Tally {
    Tally { created, updated, unchanged, refused }
}

fn changed(key: &str, path: &str, value: Value) -> Value {
    let mut session = session(key);
    *session.pointer_mut(path).unwrap() = value;
    session
}

#[test]
fn the_same_file_twice_changes_nothing() {
    for bench in Bench::each() {
        let hub = bench.hub("town");
        let sessions: Vec<Value> = (0..SESSIONS_AT_ONCE * 2 + 3).map(|n| session(&format!("s{n}"))).collect();
        assert_eq!(bench.sessions(&hub, &sessions).0, tally(sessions.len(), 0, 0, 0));
        let before: Vec<_> = (0..sessions.len()).map(|n| bench.stored(&hub, &format!("s{n}"))).collect();
        let jobs = bench.db.figures().jobs;
        assert_eq!(bench.sessions(&hub, &sessions).0, tally(0, 0, sessions.len(), 0));
        assert_eq!(bench.db.figures().jobs, jobs, "no write at all");
        let after: Vec<_> = (0..sessions.len()).map(|n| bench.stored(&hub, &format!("s{n}"))).collect();
        assert_eq!(before, after);
        let slugs: Vec<String> = after.into_iter().map(|(event, _)| event.slug).collect();
        assert_eq!(slugs[..3], ["loeten-fuer-alle", "loeten-fuer-alle-2", "loeten-fuer-alle-3"]);
        assert_eq!(slugs.iter().collect::<HashSet<_>>().len(), sessions.len());
    }
}

#[test]
fn a_new_session_becomes_a_published_event_open_to_all() {
    for bench in Bench::each() {
        let hub = bench.hub("town");
        let mut called_off = changed("off", "/cancelled", json!(true));
        called_off["end"] = Value::Null;
        let (_, told) = bench.sessions(&hub, &[session("on"), called_off]);
        assert_eq!(told[0], Outcome::Created("on".to_owned(), "Löten für alle".to_owned()));
        let (event, dates) = bench.stored(&hub, "on");
        assert_eq!((event.state.as_str(), event.site, event.room.as_str()), ("published", None, "Haus der Vereine, Markt 1, 01900 Großröhrsdorf"));
        let [date] = dates.try_into().unwrap();
        assert_eq!((date.key.as_str(), date.zone.as_str(), date.open_end, date.sequence), ("2019-04-06-0900", "Europe/Berlin", false, 0));
        assert_eq!(date.starts, Instant::from_micros(1_554_534_000_000_000));
        assert_eq!(date.admission, Admission { closes: date.starts, ..Admission::open() });
        let (_, dates) = bench.stored(&hub, "off");
        assert_eq!((dates[0].state, dates[0].open_end, dates[0].ends.since(dates[0].starts).minutes()), (OccurrenceState::Cancelled, true, 120));
    }
}

#[test]
fn a_changed_session_updates_its_event_and_no_other() {
    for bench in Bench::each() {
        let hub = bench.hub("town");
        bench.sessions(&hub, &[session("a"), session("b"), session("c")]);
        let (a, b, c) = (bench.stored(&hub, "a"), bench.stored(&hub, "b"), bench.stored(&hub, "c"));
        let (sum, told) = bench.sessions(&hub, &[session("a"), changed("b", "/title", json!("Löten für Kinder")), session("c"), session("d")]);
        assert_eq!(sum, tally(1, 1, 2, 0));
        assert_eq!(told[1], Outcome::Updated("b".to_owned(), "Löten für Kinder".to_owned()));
        assert_eq!((bench.stored(&hub, "a"), bench.stored(&hub, "c")), (a, c));
        let (event, dates) = bench.stored(&hub, "b");
        assert_eq!((event.id, event.slug.as_str(), event.title.as_str(), event.version), (b.0.id, "loeten-fuer-alle-2", "Löten für Kinder", 2));
        assert_eq!(dates, b.1, "time and place are the same: so is the date");
    }
}

#[test]
fn the_sequence_rises_by_one_when_time_place_or_state_changes() {
    let moves = [
        ("/start", json!("2019-04-06T10:00:00+02:00")),
        ("/end", json!("2019-04-06T19:00:00+02:00")),
        ("/end", Value::Null),
        ("/cancelled", json!(true)),
        ("/location/name", json!("Anderswo")),
    ];
    for bench in Bench::each() {
        for (n, (path, value)) in moves.iter().enumerate() {
            let hub = bench.hub(&format!("town-{n}"));
            bench.sessions(&hub, &[session("a")]);
            let (_, before) = bench.stored(&hub, "a");
            assert_eq!(bench.sessions(&hub, &[changed("a", path, value.clone())]).0, tally(0, 1, 0, 0));
            let (_, after) = bench.stored(&hub, "a");
            assert_eq!((after.len(), after[0].id, after[0].sequence), (1, before[0].id, 1), "{path}");
            assert_eq!(bench.sessions(&hub, &[session("a")]).0, tally(0, 1, 0, 0));
            assert_eq!(bench.stored(&hub, "a").1, [Occurrence { sequence: 2, ..before[0].clone() }], "{path} and back");
        }
    }
}

#[test]
fn what_staff_added_to_an_imported_event_stays() {
    for bench in Bench::each() {
        let hub = bench.hub("town");
        bench.sessions(&hub, &[session("a")]);
        let (event, dates) = bench.stored(&hub, "a");
        assert!(event.organiser.is_some(), "the file knows neither price nor registration");
        let (id, own) = (hub.id, dates[0].clone());
        let earlier: jiff::civil::DateTime = "2019-04-01T09:00:00".parse().unwrap();
        bench
            .db
            .write_blocking(id, move |tx, now| {
                let site = Site {
                    id: SiteId::new(now),
                    name: "Bahnhof".to_owned(),
                    street: String::new(),
                    postcode: String::new(),
                    town: String::new(),
                    directions: String::new(),
                    wheelchair: String::new(),
                    hearing: String::new(),
                    openings: Vec::new(),
                };
                insert_site(tx, id, &site, 0)?;
                store::update_event(tx, id, &Event { site: Some(site.id), price_cents: 500, bring: "Brille".to_owned(), ..event.clone() }, "Bahnhof", "")?;
                let admission = Admission { closes: own.starts, ..Admission::usual(Some(9)) };
                store::update_occurrence(tx, id, &Occurrence { admission, room: "Keller".to_owned(), ..own.clone() })?;
                store::insert_occurrence(tx, id, &Occurrence::new(event.id, earlier, None, "Europe/Berlin", Admission::open(), now).unwrap())
            })
            .unwrap();
        bench.sessions(&hub, &[changed("a", "/start", json!("2019-04-06T10:00:00+02:00"))]);
        let (event, dates) = bench.stored(&hub, "a");
        assert_eq!((event.price_cents, event.bring.as_str(), event.site.is_some()), (500, "Brille", true));
        assert_eq!(dates.iter().map(|date| date.key.as_str()).collect::<Vec<_>>(), ["2019-04-01-0900", "2019-04-06-1000"]);
        assert_eq!((dates[1].admission.capacity, dates[1].room.as_str(), dates[1].admission.closes), (Some(9), "Keller", dates[1].starts));
        let (_, told) = bench.sessions(&hub, &[changed("a", "/start", json!("2019-04-01T09:00:00+02:00"))]);
        assert_eq!(told, [Outcome::Refused("a".to_owned(), "its event has another date at the same time".to_owned())]);
        assert_eq!(bench.stored(&hub, "a").1, dates);
    }
}

#[test]
fn a_date_with_registrations_is_not_moved_behind_their_backs() {
    for bench in Bench::each() {
        let hub = bench.hub("town");
        bench.sessions(&hub, &[session("a")]);
        let before = bench.stored(&hub, "a");
        let (id, date) = (hub.id, before.1[0].id);
        bench.db.write_blocking(id, move |tx, _| store::set_counts(tx, id, date, Counts { waiting: 1, ..Counts::default() })).unwrap();
        let (sum, told) = bench.sessions(&hub, &[changed("a", "/cancelled", json!(true))]);
        assert_eq!(sum, tally(0, 0, 0, 1));
        assert!(matches!(&told[0], Outcome::Refused(_, reason) if reason.contains("people have registered")));
        let after = bench.stored(&hub, "a");
        assert_eq!((after.0, after.1[0].state), (before.0, OccurrenceState::Planned));
        // Words may change: nobody comes in vain for them.
        assert_eq!(bench.sessions(&hub, &[changed("a", "/title", json!("Löten heute"))]).0, tally(0, 1, 0, 0));
    }
}

#[test]
fn events_made_by_hand_or_of_other_sources_are_never_touched() {
    for bench in Bench::each() {
        let hub = bench.hub("town");
        bench.sessions(&hub, &[session("a")]);
        let (imported, _) = bench.stored(&hub, "a");
        let other_hub = bench.hub("village");
        let id = other_hub.id;
        let by_hand = Event { topic: Topic::Health, ..imported.clone() };
        let other = Event { id: crate::features::events::EventId::new(bench.db.clock().now()), slug: "loeten-fuer-alle-2".to_owned(), ..by_hand.clone() };
        let (first, second) = (by_hand.clone(), other.clone());
        bench
            .db
            .write_blocking(id, move |tx, now| {
                store::insert_event(tx, id, &first, "", &store::Source::default(), now)?;
                let foreign = store::Source { name: "other".to_owned(), key: "a".to_owned(), print: "p".to_owned() };
                store::insert_event(tx, id, &second, "", &foreign, now)
            })
            .unwrap();
        bench.sessions(&other_hub, &[session("a")]);
        bench.sessions(&other_hub, &[changed("a", "/title", json!("Anders"))]);
        let kept = bench
            .db
            .read_blocking(id, move |tx| Ok((store::event_by_slug(tx, id, "loeten-fuer-alle")?, store::event_by_slug(tx, id, "loeten-fuer-alle-2")?)))
            .unwrap();
        assert_eq!(kept, (Some(by_hand), Some(other)));
        assert_eq!(bench.stored(&other_hub, "a").0.slug, "loeten-fuer-alle-3");
        assert_eq!(bench.stored(&hub, "a").0, imported, "nor those of another hub");
    }
}

#[test]
fn a_title_does_not_take_the_address_of_a_page() {
    let bench = Bench::sqlite();
    let hub = bench.hub("town");
    bench.sessions(&hub, &[changed("a", "/title", json!("Month"))]);
    assert_eq!(bench.stored(&hub, "a").0.slug, "month-2");
}

#[test]
fn the_second_of_two_sessions_with_one_key_is_not_stored() {
    for bench in Bench::each() {
        let hub = bench.hub("town");
        let file = [session("a"), changed("a", "/title", json!("Zweites"))];
        assert_eq!(bench.sessions(&hub, &file).0, tally(1, 0, 0, 1));
        assert_eq!(bench.sessions(&hub, &file).0, tally(0, 0, 1, 1));
        assert_eq!(bench.stored(&hub, "a").0.title, "Löten für alle");
    }
}

#[test]
fn every_document_is_stored_once_and_found_unchanged() {
    let bench = Bench::sqlite();
    let cases = (inputs() / 50).max(10);
    let stored = AtomicU32::new(0);
    let hubs = AtomicU32::new(0);
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&mutated(), |bytes| {
        let Ok(sessions) = parse(&bytes) else { return Ok(()) };
        let hub = bench.hub(&format!("hub-{}", hubs.fetch_add(1, Ordering::SeqCst)));
        let mut told = Vec::new();
        let first = bring_in(&bench.db, &hub, plan(&sessions, &hub.tz), |outcome| told.push(outcome.clone())).unwrap();
        let second = bring_in(&bench.db, &hub, plan(&sessions, &hub.tz), |_| {}).unwrap();
        assert_eq!((told.len(), first.updated, first.unchanged), (sessions.len(), 0, 0));
        assert_eq!(second, tally(0, 0, first.created, first.refused));
        stored.fetch_add(u32::try_from(first.created).unwrap(), Ordering::SeqCst);
        Ok(())
    });
    outcome.unwrap();
    println!("stored documents: {cases} inputs, {} events", stored.load(Ordering::SeqCst));
    assert!(stored.load(Ordering::SeqCst) > 10, "too few to say anything");
}

/// The programme of a digital week that others published, where it is at hand.
fn real_programme() -> Option<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/events/wueww-2019.sessions.json");
    let text = std::fs::read_to_string(&file).ok();
    if text.is_none() {
        println!("SKIPPED: no real programme at ../shared/data/events/wueww-2019.sessions.json");
    }
    text
}

#[test]
fn a_real_programme_is_imported_whole_and_changes_only_where_it_changed() {
    let Some(text) = real_programme() else { return };
    for bench in Bench::each() {
        let hub = bench.hub("town");
        assert_eq!(bench.import(&hub, &text).0, tally(143, 0, 0, 0));
        assert_eq!(bench.import(&hub, &text).0, tally(0, 0, 143, 0));
        let mut changed: Value = serde_json::from_str(&text).unwrap();
        for n in [0, 70, 142] {
            changed["sessions"][n]["cancelled"] = json!(true);
        }
        let keys: Vec<String> = [0, 70, 142].iter().map(|n: &usize| changed["sessions"][n]["key"].as_str().unwrap().to_owned()).collect();
        let (sum, told) = bench.import(&hub, &changed.to_string());
        assert_eq!(sum, tally(0, 3, 140, 0));
        let updated: Vec<String> = told.into_iter().filter_map(|outcome| if let Outcome::Updated(key, _) = outcome { Some(key) } else { None }).collect();
        assert_eq!(updated, keys);
        assert!(keys.iter().all(|key| bench.stored(&hub, key).1[0].sequence == 1));
        changed["format"] = json!("0.4.0");
        assert!(parse(changed.to_string().as_bytes()).is_err());
        // The file gives its times in the hub's own zone.
        let started = changed["sessions"][0]["start"].as_str().unwrap();
        assert!(started.starts_with(&bench.stored(&hub, &keys[0]).1[0].local_start.to_string()), "{started}");
    }
}
