//! What the measurements work on: hubs, dates, forms.

use std::path::Path;

use booking::Overrides;
use nabe::bookings::{Ask, Channel, Paper};
use nabe::clock::{Clock, Instant};
use nabe::db::{Db, HubId, Options, Scope, Source};
use nabe::features::events::{Admission, Event, EventId, Occurrence, State, store};
use nabe::ids::OccasionId;
use nabe::keys::Keys;
use nabe::tenancy;
use nabe::texts::Lang;

/// The sample hub.
pub const SAMPLE: &str = "grossroehrsdorf";

/// A date of the bench: its key, and the address of its form below the hub.
pub type Date = (OccasionId, String);

/// A database with its schema.
pub fn open(source: &Source) -> Db {
    let exclusive = matches!(source, Source::Sqlite(_));
    Db::open(source, Clock::system(), Options { statements: nabe::statements::all(), exclusive, ..Options::default() }).unwrap()
}

/// The sample hub in a folder of its own.
pub fn fill(data: &Path) {
    let db = open(&Source::Sqlite(data.to_owned()));
    nabe::demo::fill(&db).unwrap();
    db.close();
}

/// The key by which a server on this database signs; made here if no server has been started on it yet.
pub fn keys(db: &Db) -> Keys {
    let known = db.read_blocking(Scope::Installation, |tx| tenancy::store::secret(tx, "signing")).unwrap();
    Keys::new(&known.unwrap_or_else(|| {
        let fresh = Keys::random_bytes().to_vec();
        let kept = fresh.clone();
        db.write_blocking(Scope::Installation, move |tx, _| tenancy::store::insert_secret(tx, "signing", &kept)).unwrap();
        fresh
    }))
}

/// The hub with this part of the address.
pub fn hub(db: &Db, slug: &'static str) -> HubId {
    db.read_blocking(Scope::Installation, move |tx| tenancy::store::hub_id(tx, slug)).unwrap().unwrap()
}

/// Dates of one event, far from now.
pub fn dates(db: &Db, hub: HubId, count: usize, capacity: Option<u32>) -> Vec<Date> {
    let slug = format!("bench-{}", uuid::Uuid::now_v7().simple());
    db.write_blocking(hub, move |tx, now| {
        let event = event(&slug, now);
        store::insert_event(tx, hub, &event, "", &store::Source::default(), now)?;
        let start = jiff::civil::date(2030, 1, 1).at(10, 0, 0, 0);
        let mut list = Vec::new();
        for n in 0..count {
            let start = start.saturating_add(jiff::Span::new().hours(i64::try_from(n).unwrap()));
            let admission = Admission { seats_per_person: 1000, ..Admission::usual(capacity) };
            let date = Occurrence::new(event.id, start, Some(start.saturating_add(jiff::Span::new().minutes(30))), "UTC", admission, now).unwrap();
            store::insert_occurrence(tx, hub, &date)?;
            list.push((date.id, format!("/events/{slug}/{}/registration", date.key)));
        }
        Ok(list)
    })
    .unwrap()
}

fn event(slug: &str, now: Instant) -> Event {
    Event {
        slug: slug.to_owned(),
        title: "Smartphone-Sprechstunde".to_owned(),
        room: "Raum Röder".to_owned(),
        state: State::Published,
        ..Event::empty(EventId::new(now))
    }
}

/// What the n-th person asks for.
pub fn ask(n: usize) -> Ask {
    let key = uuid::Uuid::now_v7().to_string();
    Ask {
        seats: 1,
        waitlist: true,
        channel: Channel::Web,
        overrides: Overrides::default(),
        name: "Erika Beispiel".to_owned(),
        email: format!("erika.{n}@example.org"),
        phone: String::new(),
        companions: Vec::new(),
        answers: Vec::new(),
        note: String::new(),
        paper: Paper::None,
        lang: Lang::De,
        form_print: nabe::keys::digest(&[key.as_bytes()]),
        organisation: None,
        form_key: key,
    }
}

/// The form the n-th person sends.
pub fn form(key: &str, n: usize) -> String {
    format!("key={key}&name=Erika+Beispiel&email=erika.{n}%40example.org&seats=1&wait=1&note=&companions=&website=")
}

/// A key as a page would have given it out.
pub fn form_key(keys: &Keys) -> String {
    keys.form(b"guest", Clock::system().now()).as_str().to_owned()
}

/// A further hub, empty but for its name.
pub fn new_hub(db: &Db, slug: &str) -> HubId {
    let new = tenancy::store::NewHub { slug: slug.to_owned(), name: format!("Innovationszentrum {slug}"), ..tenancy::store::NewHub::default() };
    db.write_blocking(Scope::Installation, move |tx, now| tenancy::store::insert_hub(tx, &new, now)).unwrap()
}
