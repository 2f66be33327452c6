//! Tests of backup, restore and proof, on both engines where both are meant.

mod backups;
mod drift;
mod restored;
mod scheduled;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use booking::{Overrides, Party, Span};
use jiff::civil::datetime;

use super::{Checked, Flaw, check};
use crate::bookings::{Ask, Booked, Channel, Desk, Paper};
use crate::clock::{Clock, Instant};
use crate::db::tests::cluster::{self, Database};
use crate::db::{Db, HubId, Options, Scope, Source};
use crate::features::events::{Admission, Event, EventId, Occurrence, Seats, State, store};
use crate::ids::{BookingId, OccasionId};
use crate::tenancy::store::{NewHub, insert_hub};
use crate::texts::Lang;

/// Monday, 23 November 2026, noon in UTC.
const NOON: Instant = Instant::from_micros(1_795_435_200_000_000);

/// A folder that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let path = std::env::temp_dir().join(format!("nabe-keeping-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst)));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn path(&self) -> &Path {
        &self.0
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A hub with one date on one engine.
struct Bench {
    db: Db,
    clock: Clock,
    hub: HubId,
    date: OccasionId,
    folder: Folder,
    database: Option<Database>,
}

impl Bench {
    fn sqlite(capacity: u32) -> Self {
        let folder = Folder::new();
        let source = Source::Sqlite(folder.path().to_owned());
        Self::on(&source, capacity, folder, None)
    }

    fn postgres(capacity: u32) -> Self {
        let database = cluster::cluster().database();
        Self::on(&Source::Postgres(database.url.clone()), capacity, Folder::new(), Some(database))
    }

    fn both(capacity: u32) -> impl Iterator<Item = Self> {
        let make: [fn(u32) -> Self; 2] = [Self::sqlite, Self::postgres];
        make.into_iter().map(move |make| make(capacity))
    }

    fn on(source: &Source, capacity: u32, folder: Folder, database: Option<Database>) -> Self {
        let clock = Clock::fixed(NOON);
        let db = open(source, &clock);
        let hub = db
            .write_blocking(Scope::Installation, |tx, now| {
                insert_hub(tx, &NewHub { slug: "muster".to_owned(), name: "Muster".to_owned(), ..NewHub::default() }, now)
            })
            .unwrap();
        let event = event();
        let date = db
            .write_blocking(hub, move |tx, now| {
                let start = datetime(2026, 12, 1, 14, 0, 0, 0);
                let date = Occurrence::new(event.id, start, None, "Europe/Berlin", Admission { seats_per_person: 9, ..Admission::usual(Some(capacity)) }, now)
                    .unwrap();
                store::insert_event(tx, hub, &event, "", &store::Source::default(), now)?;
                store::insert_occurrence(tx, hub, &date)?;
                Ok(date.id)
            })
            .unwrap();
        Self { db, clock, hub, date, folder, database }
    }

    /// Registers somebody for one seat, or lets them wait.
    fn book(&self, name: &str) -> BookingId {
        book(&self.db, self.hub, self.date, name)
    }

    fn cancel(&self, id: BookingId) {
        let hub = self.hub;
        self.db.write_blocking(hub, move |tx, now| Desk::<Seats>::new(tx, hub, now, None).cancel(id, Party::Guest)).unwrap();
    }

    /// Anna has cancelled, Berta has a seat, Carla is offered Anna's, Dora waits.
    fn with_everything(self) -> Self {
        let ids: Vec<BookingId> = ["anna", "berta", "carla", "dora"].iter().map(|name| self.book(name)).collect();
        self.cancel(ids[0]);
        self
    }

    /// Changes rows past the program and its rules.
    fn raw(&self, sql: &str) {
        match &self.database {
            Some(database) => database.superuser().batch_execute(sql).unwrap(),
            None => self.file().execute_batch(sql).unwrap(),
        }
    }

    fn number(&self, sql: &str) -> i64 {
        match &self.database {
            Some(database) => database.superuser().query_one(sql, &[]).unwrap().get(0),
            None => self.file().query_row(sql, [], |row| row.get(0)).unwrap(),
        }
    }

    fn file(&self) -> rusqlite::Connection {
        let file = rusqlite::Connection::open(self.folder.file("nabe.sqlite")).unwrap();
        file.execute_batch("pragma foreign_keys = off; pragma busy_timeout = 5000").unwrap();
        file
    }

    fn proof(&self) -> Checked {
        check(&self.db, false).unwrap()
    }

    fn flaws(&self) -> Vec<Flaw> {
        flaws(&self.proof())
    }
}

fn flaws(report: &Checked) -> Vec<Flaw> {
    let mut flaws: Vec<Flaw> = report.hubs.iter().flat_map(|hub| &hub.findings).filter(|finding| !finding.repaired).map(|finding| finding.flaw).collect();
    flaws.dedup();
    flaws
}

fn open(source: &Source, clock: &Clock) -> Db {
    let options = Options { statements: crate::statements::all(), job_time: std::time::Duration::from_secs(5), ..Options::default() };
    Db::open(source, clock.clone(), options).unwrap()
}

fn book(db: &Db, hub: HubId, date: OccasionId, name: &str) -> BookingId {
    let ask = Ask {
        seats: 1,
        waitlist: true,
        channel: Channel::Web,
        overrides: Overrides::default(),
        name: name.to_owned(),
        email: format!("{name}@example.org"),
        phone: String::new(),
        companions: Vec::new(),
        answers: Vec::new(),
        note: String::new(),
        paper: Paper::None,
        lang: Lang::De,
        organisation: None,
        form_key: format!("key of {name}"),
        form_print: [7; 32],
    };
    match db.write_blocking(hub, move |tx, now| Desk::<Seats>::new(tx, hub, now, None).book(date, &ask)).unwrap() {
        Booked::Confirmed(id) | Booked::Waiting(id) => id,
        other => panic!("{other:?}"),
    }
}

fn event() -> Event {
    Event { slug: "kurs".to_owned(), title: "Kurs".to_owned(), state: State::parse("published").unwrap(), ..Event::empty(EventId::new(NOON)) }
}

fn minutes(count: i64) -> std::time::Duration {
    std::time::Duration::from_micros(Span::from_minutes(count).micros().unsigned_abs())
}
