//! Bookings: through the domain layer and over HTTP, against a bare group commit; a rush on few places.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant as Ticks};

use booking::Overrides;
use nabe::bookings::{Ask, Booked, Channel, Desk, Paper};
use nabe::clock::{Clock, Instant};
use nabe::db::{Db, HubId, Options, Scope, Source};
use nabe::features::events::{Admission, Event, EventId, ForWhom, Kind, Occurrence, Seats, State, Topic, store};
use nabe::ids::OccasionId;
use nabe::keys::Keys;
use nabe::tenancy;
use nabe::texts::Lang;

use crate::client::Client;
use crate::pages::fill;
use crate::server::Server;
use crate::table::Table;

const TASKS: usize = 32;
const LASTING: Duration = Duration::from_secs(3);
/// Dates that bookings are spread over.
const DATES: usize = 200;

/// Measures bookings on the embedded database, and on `PostgreSQL` when `NABE_BENCH_POSTGRES` names one.
pub fn run(folder: &Path, table: &mut Table) {
    let raw = raw_group_commit(&folder.join("raw"));
    table.limit("bare rusqlite group commit, batches of 32", format!("{raw:.0}/s"));
    let data = folder.join("bookings");
    fill(&data);
    let domain = domain_layer(&Source::Sqlite(data.clone()), false);
    table.goal("durable bookings through the domain layer, 32 waiting", format!("{domain:.0}/s = {:.0} %", domain / raw * 100.0), "≥50 %", domain / raw >= 0.5);
    if let Ok(url) = std::env::var("NABE_BENCH_POSTGRES") {
        let source = Source::Postgres(url);
        let (spread, hot) = (domain_layer(&source, false), domain_layer(&source, true));
        table.goal("the same on PostgreSQL, spread", format!("{spread:.0}/s"), "≥5000/s", spread >= 5000.0);
        table.goal("the same on PostgreSQL, one hot date", format!("{hot:.0}/s"), "≥1500/s", hot >= 1500.0);
    } else {
        table.limit("the same on PostgreSQL", "not run (NABE_BENCH_POSTGRES)");
    }
    over_http(&data, raw, table);
}

/// What the disk and SQLite give at best: three statements a booking, 32 bookings a commit.
fn raw_group_commit(folder: &Path) -> f64 {
    std::fs::create_dir_all(folder).unwrap();
    let db = rusqlite::Connection::open(folder.join("raw.sqlite")).unwrap();
    db.execute_batch(
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;
         create table slot (id integer primary key, taken integer not null, capacity integer not null);
         create table booking (id integer primary key, slot integer not null references slot (id), name text not null, email text not null, made_at integer not null);
         create index booking_slot on booking (slot);
         create table outbox (id integer primary key, booking integer not null references booking (id), payload text not null);",
    )
    .unwrap();
    for id in 0..1000 {
        db.execute("insert into slot (id, taken, capacity) values (?1, 0, 1000000000)", [id]).unwrap();
    }
    let (began, mut done) = (Ticks::now(), 0_i64);
    while began.elapsed() < LASTING {
        db.execute_batch("begin immediate").unwrap();
        for _ in 0..32 {
            let slot = done * 7919 % 1000;
            let update = "update slot set taken = taken + 1 where id = ?1 and taken < capacity returning taken";
            let _: i64 = db.prepare_cached(update).unwrap().query_row([slot], |row| row.get(0)).unwrap();
            let insert = "insert into booking (slot, name, email, made_at) values (?1, 'Erika Beispiel', 'erika@example.org', ?2) returning id";
            let id: i64 = db.prepare_cached(insert).unwrap().query_row([slot, done], |row| row.get(0)).unwrap();
            let letter = "insert into outbox (booking, payload) values (?1, '{\"to\":\"erika@example.org\",\"text\":\"Ihr Platz ist sicher.\"}')";
            db.prepare_cached(letter).unwrap().execute([id]).unwrap();
            done += 1;
        }
        db.execute_batch("commit").unwrap();
    }
    done as f64 / began.elapsed().as_secs_f64()
}

fn open(source: &Source) -> Db {
    Db::open(source, Clock::system(), Options { statements: nabe::statements::all(), ..Options::default() }).unwrap()
}

/// Bookings a second through the desk, each with its row, counters and letter.
fn domain_layer(source: &Source, hot: bool) -> f64 {
    let db = open(source);
    nabe::demo::fill(&db).unwrap();
    let (hub, dates) = dates(&db, if hot { 1 } else { DATES }, None);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let done = Arc::new(AtomicU64::new(0));
    let began = Ticks::now();
    runtime.block_on(async {
        let workers: Vec<_> = (0..TASKS)
            .map(|task| {
                let (db, dates, done) = (db.clone(), dates.clone(), Arc::clone(&done));
                tokio::spawn(async move {
                    let mut n = task;
                    while began.elapsed() < LASTING {
                        let (ask, date) = (ask(n), dates[n % dates.len()].0);
                        let booked = db.write_keyed(hub, move |tx, now| Desk::<Seats>::new(tx, hub, now, None).book(date, &ask)).await.unwrap();
                        assert!(matches!(booked, Booked::Confirmed(_)), "{booked:?}");
                        done.fetch_add(1, Ordering::Relaxed);
                        n += TASKS;
                    }
                })
            })
            .collect();
        for worker in workers {
            worker.await.unwrap();
        }
    });
    let rate = per_second(&done, began);
    db.close();
    rate
}

/// Dates of one event for the bench: key, part of the address.
fn dates(db: &Db, count: usize, capacity: Option<u32>) -> (HubId, Vec<(OccasionId, String)>) {
    let hub = db.read_blocking(Scope::Installation, |tx| tenancy::store::hub_id(tx, "grossroehrsdorf")).unwrap().unwrap();
    let slug = format!("bench-{}", uuid::Uuid::now_v7().simple());
    let dates = db
        .write_blocking(hub, move |tx, now| {
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
        .unwrap();
    (hub, dates)
}

fn event(slug: &str, now: Instant) -> Event {
    Event {
        id: EventId::new(now),
        slug: slug.to_owned(),
        title: "Smartphone-Sprechstunde".to_owned(),
        topic: Topic::Digital,
        kind: Kind::Course,
        lede: String::new(),
        body: String::new(),
        host: String::new(),
        audience: String::new(),
        for_whom: ForWhom::All,
        bring: String::new(),
        price_cents: 0,
        price_note: String::new(),
        site: None,
        room: "Raum Röder".to_owned(),
        online: false,
        online_url: String::new(),
        drawing: String::new(),
        picture: None,
        picture_alt: String::new(),
        questions: Vec::new(),
        state: State::Published,
        version: 1,
    }
}

fn ask(n: usize) -> Ask {
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
        form_key: key,
    }
}

/// Posts of 32 clients; one whole registration after the other; 200 people for 12 places.
fn over_http(data: &Path, raw: f64, table: &mut Table) {
    let db = open(&Source::Sqlite(data.to_owned()));
    let (_, spread) = dates(&db, DATES, None);
    let (hub, few) = dates(&db, 1, Some(12));
    let key = db.read_blocking(Scope::Installation, |tx| tenancy::store::secret(tx, "signing")).unwrap();
    let key = key.unwrap_or_else(|| {
        let fresh = Keys::random_bytes().to_vec();
        let kept = fresh.clone();
        db.write_blocking(Scope::Installation, move |tx, _| tenancy::store::insert_secret(tx, "signing", &kept)).unwrap();
        fresh
    });
    db.close();
    let keys = Keys::new(key);
    let nabe = Server::nabe(data);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        let each = whole_registration(&nabe, &spread[0].1).await;
        table.goal("complete registration (form, post, confirmation)", format!("{each:.0} µs CPU"), "≤2000 µs", each <= 2000.0);
        rush(&nabe, &keys, &few[0].1, table).await;
        let rate = posts(&nabe, &keys, &spread).await;
        table.goal("durable bookings over HTTP, 32 clients", format!("{rate:.0}/s = {:.0} %", rate / raw * 100.0), "≥25 %", rate / raw >= 0.25);
    });
    let counts = {
        drop(nabe);
        let db = open(&Source::Sqlite(data.to_owned()));
        let id = few[0].0;
        let counts = db.read_blocking(hub, move |tx| nabe::bookings::store::counts(tx, hub, id)).unwrap();
        db.close();
        counts
    };
    table.goal(
        "the same, in the database",
        format!("{} seats, {} waiting", counts.seated, counts.waiting),
        "12 seats, 188 waiting",
        counts.seated == 12 && counts.waiting == 188,
    );
}

fn form(key: &str, n: usize) -> String {
    format!("key={key}&name=Erika+Beispiel&email=erika.{n}%40example.org&seats=1&wait=1&note=&companions=&website=")
}

async fn posts(nabe: &Server, keys: &Keys, dates: &[(OccasionId, String)]) -> f64 {
    let done = Arc::new(AtomicU64::new(0));
    let began = Ticks::now();
    let workers: Vec<_> = (0..TASKS)
        .map(|task| {
            let (address, keys, done) = (nabe.address, keys.clone(), Arc::clone(&done));
            let paths: Vec<String> = dates.iter().map(|(_, path)| format!("/grossroehrsdorf{path}")).collect();
            tokio::spawn(async move {
                let mut client = Client::connect(address).await;
                let mut n = task;
                while began.elapsed() < LASTING {
                    let key = keys.form(b"guest", Clock::system().now());
                    let answer = client.post(&paths[n % paths.len()], &form(key.as_str(), n), &format!("10.0.{}.{}", task, n % 250)).await;
                    assert!(answer.status == 303, "{} {}", answer.status, String::from_utf8_lossy(&answer.body));
                    done.fetch_add(1, Ordering::Relaxed);
                    n += TASKS;
                }
            })
        })
        .collect();
    for worker in workers {
        worker.await.unwrap();
    }
    per_second(&done, began)
}

async fn whole_registration(nabe: &Server, path: &str) -> f64 {
    let mut client = Client::connect(nabe.address).await;
    let path = format!("/grossroehrsdorf{path}");
    let (before, times) = (nabe.cpu_micros(), 500_usize);
    for n in 0..times {
        let page = String::from_utf8(client.get(&path, "").await.body).unwrap();
        let key = page.split("name=\"key\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let answer = client.post(&path, &form(key, 1_000_000 + n), "10.1.0.1").await;
        let confirmation = client.get(&answer.location.unwrap(), "").await;
        assert!(confirmation.status == 200);
    }
    (nabe.cpu_micros() - before) / times as f64
}

async fn rush(nabe: &Server, keys: &Keys, path: &str, table: &mut Table) {
    let path = format!("/grossroehrsdorf{path}");
    let workers: Vec<_> = (0..200_usize)
        .map(|n| {
            let (address, path, key) = (nabe.address, path.clone(), keys.form(b"guest", Clock::system().now()));
            tokio::spawn(async move {
                let mut client = Client::connect(address).await;
                let began = Ticks::now();
                let answer = client.post(&path, &form(key.as_str(), 2_000_000 + n), &format!("10.2.0.{n}")).await;
                (answer.status, began.elapsed())
            })
        })
        .collect();
    let mut times = Vec::new();
    let mut errors = 0;
    for worker in workers {
        let (status, time) = worker.await.unwrap();
        errors += usize::from(status != 303);
        times.push(time);
    }
    times.sort_unstable();
    let slow = times[times.len() * 99 / 100];
    table.goal(
        "200 clients for 12 places",
        format!("{errors} errors, p99 {:.0} ms", slow.as_secs_f64() * 1e3),
        "0 errors, p99 <100 ms",
        errors == 0 && slow < Duration::from_millis(100),
    );
}

fn per_second(done: &AtomicU64, began: Ticks) -> f64 {
    let done = done.load(Ordering::Relaxed) as f64;
    done / began.elapsed().as_secs_f64()
}
