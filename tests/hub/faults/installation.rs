//! A database with hubs and dates, made through the library before a server starts, and looked at afterwards.

use std::path::Path;

use nabe::bookings::{Counts, store as bookings};
use nabe::clock::{Clock, Instant};
use nabe::db::{Db, HubId, Options, Scope, Source};
use nabe::features::events::{Admission, Event, EventId, Occurrence, State, Topic, store};
use nabe::ids::OccasionId;
use nabe::keys::Keys;
use nabe::mail::outbox;
use nabe::organisations::{self, Kind, Organisation, OrganisationId, Training};
use nabe::tenancy::store::{NewHub, insert_hub, insert_secret};
use rusqlite::{Connection, OpenFlags};

use crate::cluster::Database;

/// The address at which every hub of these tests takes mail.
pub const HUB_MAIL: &str = "team@example.net";

/// What is known of a prepared database.
pub struct Installation {
    pub source: Source,
    pub keys: Keys,
    pub dates: Vec<Date>,
}

/// A date that can be booked.
#[derive(Debug, Clone)]
pub struct Date {
    pub hub: HubId,
    pub id: OccasionId,
    /// Where its form is sent.
    pub path: String,
    /// The page of its event.
    pub page: String,
}

/// What a date is like.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    pub hub: &'static str,
    pub title: &'static str,
    pub topic: Topic,
    pub capacity: Option<u32>,
    pub state: State,
}

impl Plan {
    pub fn unlimited(hub: &'static str) -> Self {
        Self { hub, title: "Sprechstunde für Geräte", topic: Topic::Digital, capacity: None, state: State::Published }
    }
}

/// A member organisation whose people come with a pass.
#[derive(Debug, Clone)]
pub struct Town {
    pub id: OrganisationId,
    pub pass: String,
}

impl Town {
    /// Where the form of a date is sent by its people.
    pub fn path(&self, date: &Date) -> String {
        date.path.replacen("/events/", &format!("/training/{}/", self.pass), 1)
    }
}

/// A booking as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub id: uuid::Uuid,
    pub key: String,
    pub email: String,
    /// Rows of the outbox for it.
    pub mails: i64,
}

impl Installation {
    /// One date per plan, one event per date, one hub per name.
    pub fn new(source: Source, plans: &[Plan]) -> Self {
        let db = open(&source);
        let secret = Keys::random_bytes().to_vec();
        let kept = secret.clone();
        db.write_blocking(Scope::Installation, move |tx, _| insert_secret(tx, "signing", &kept)).unwrap();
        let mut hubs: Vec<(&str, HubId)> = Vec::new();
        let mut dates = Vec::new();
        for (number, plan) in plans.iter().enumerate() {
            let hub = hubs.iter().find(|(slug, _)| *slug == plan.hub).map_or_else(|| found_hub(&db, plan.hub), |(_, hub)| *hub);
            hubs.push((plan.hub, hub));
            dates.push(insert_date(&db, hub, *plan, number));
        }
        db.close();
        Self { source, keys: Keys::new(&secret), dates }
    }

    /// Two member organisations in the hub of the first date, each with so many places of every date of that hub.
    pub fn towns(&self, places: u32) -> [Town; 2] {
        let hub = self.dates[0].hub;
        let dates: Vec<OccasionId> = self.dates.iter().filter(|date| date.hub == hub).map(|date| date.id).collect();
        let db = open(&self.source);
        let made = db.write_blocking(hub, move |tx, now| {
            let towns = [("Stadt Pulsnitz", "PULSN222"), ("Stadt Ohorn", "QHQRN222")].map(|(name, code)| town(name, code, now));
            towns.iter().try_for_each(|town| organisations::store::insert(tx, hub, town, now))?;
            for date in &dates {
                let event = store::occurrence(tx, hub, *date)?.expect("the date is there").event;
                organisations::store::set_training(tx, hub, event.0, &Training { seats: Some(places), ..Training::default() })?;
            }
            Ok(towns)
        });
        db.close();
        made.unwrap().map(|town| Town { id: town.id, pass: organisations::pass(&self.keys, hub, town.id, &town.code, Clock::system().now()) })
    }

    /// Places that people of an organisation have at a date.
    pub fn taken(&self, date: &Date, town: &Town) -> u32 {
        let (hub, id, town) = (date.hub, date.id, town.id);
        let db = open(&self.source);
        let taken = db.read_blocking(hub, move |tx| bookings::taken_of(tx, hub, id, town));
        db.close();
        taken.unwrap()
    }

    /// The counters of a date: as they are kept, and as the bookings say.
    pub fn counts(&self, date: &Date) -> (Counts, Counts) {
        let (hub, id) = (date.hub, date.id);
        let db = open(&self.source);
        let both = db.read_blocking(hub, move |tx| Ok((store::occurrence(tx, hub, id)?.expect("the date is there").counts, bookings::counts(tx, hub, id)?)));
        db.close();
        both.unwrap()
    }

    /// Mails of a hub that wait, and those that were set aside.
    pub fn outbox(&self, hub: HubId) -> (i64, Vec<outbox::Parked>) {
        let db = open(&self.source);
        let both = db.read_blocking(hub, move |tx| Ok((outbox::unsent(tx, hub)?, outbox::parked(tx, hub)?)));
        db.close();
        both.unwrap()
    }
}

/// All bookings of an embedded database, each with its rows of the outbox, read past the program.
pub fn rows(data: &Path) -> Vec<Row> {
    let db = Connection::open_with_flags(data.join("nabe.sqlite"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let healthy: String = db.query_row("pragma integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(healthy, "ok", "the database file is sound");
    let mails = "select count(*) from outbox o where o.hub_id = b.hub_id and o.topic = b.id";
    let mut statement = db.prepare(&format!("select b.id, b.form_key, b.email, ({mails}) from booking b")).unwrap();
    let decode = |row: &rusqlite::Row<'_>| Ok(Row { id: uuid_of(&row.get::<_, Vec<u8>>(0)?), key: row.get(1)?, email: row.get(2)?, mails: row.get(3)? });
    statement.query_map([], decode).unwrap().map(Result::unwrap).collect()
}

/// All bookings of a PostgreSQL database, each with its rows of the outbox, read past the program and its rules.
pub fn rows_of(database: &Database) -> Vec<Row> {
    let mails = "select count(*) from outbox o where o.hub_id = b.hub_id and o.topic = b.id";
    let found = database.superuser().query(&format!("select b.id, b.form_key, b.email, ({mails}) from booking b"), &[]).unwrap();
    found.iter().map(|row| Row { id: row.get(0), key: row.get(1), email: row.get(2), mails: row.get(3) }).collect()
}

/// Ids of the mails that an embedded database holds for sent.
pub fn sent_mails(data: &Path) -> Vec<uuid::Uuid> {
    let db = Connection::open_with_flags(data.join("nabe.sqlite"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut statement = db.prepare("select id from outbox where state = 'sent'").unwrap();
    statement.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap().map(|id| uuid_of(&id.unwrap())).collect()
}

fn uuid_of(bytes: &[u8]) -> uuid::Uuid {
    uuid::Uuid::from_slice(bytes).unwrap()
}

/// Opens the database beside a running server.
fn open(source: &Source) -> Db {
    open_with(source, false)
}

/// The same, for a control without the lock of the hub.
pub fn open_with(source: &Source, without_hub_lock: bool) -> Db {
    Db::open(source, Clock::system(), Options { statements: nabe::statements::all(), exclusive: false, without_hub_lock, ..Options::default() }).unwrap()
}

fn found_hub(db: &Db, slug: &'static str) -> HubId {
    let new = NewHub {
        slug: slug.to_owned(),
        name: format!("Bürgerhaus {slug}"),
        owner_line: String::new(),
        phone: "035952 01234".to_owned(),
        phone_hours: String::new(),
        email: HUB_MAIL.to_owned(),
        zone: "Europe/Berlin".to_owned(),
        claim: Vec::new(),
        welcome: String::new(),
        partners: Vec::new(),
        demo: false,
    };
    db.write_blocking(Scope::Installation, move |tx, now| insert_hub(tx, &new, now)).unwrap()
}

fn town(name: &str, code: &str, now: Instant) -> Organisation {
    Organisation { id: OrganisationId::new(now), name: name.to_owned(), kind: Kind::Town, domains: Vec::new(), code: code.to_owned(), contact: None }
}

fn insert_date(db: &Db, hub: HubId, plan: Plan, number: usize) -> Date {
    let slug = format!("termin-{number}");
    let written = slug.clone();
    let (id, key) = db
        .write_blocking(hub, move |tx, now| {
            let event = event(&written, plan, now);
            store::insert_event(tx, hub, &event, "", &store::Source::default(), now)?;
            let start = jiff::civil::date(2035, 5, 8).at(14, 0, 0, 0);
            let end = jiff::civil::date(2035, 5, 8).at(16, 0, 0, 0);
            let date = Occurrence::new(event.id, start, Some(end), "Europe/Berlin", Admission::usual(plan.capacity), now).expect("such a wall time exists");
            store::insert_occurrence(tx, hub, &date)?;
            Ok((date.id, date.key))
        })
        .unwrap();
    Date { hub, id, path: format!("/{}/events/{slug}/{key}/registration", plan.hub), page: format!("/{}/events/{slug}", plan.hub) }
}

fn event(slug: &str, plan: Plan, now: Instant) -> Event {
    Event {
        slug: slug.to_owned(),
        title: plan.title.to_owned(),
        topic: plan.topic,
        room: "Raum Röder".to_owned(),
        state: plan.state,
        ..Event::empty(EventId::new(now))
    }
}
