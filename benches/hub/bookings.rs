//! Durable bookings through the domain layer, on both databases, against a bare group commit.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant as Ticks};

use nabe::bookings::{Booked, Desk};
use nabe::db::Source;
use nabe::features::events::Seats;

use crate::cluster::Cluster;
use crate::stock::{self, SAMPLE};
use crate::table::Table;

const TASKS: usize = 32;
const LASTING: Duration = Duration::from_secs(3);
/// Dates that bookings are spread over.
const DATES: usize = 200;
/// Hubs they are spread over on `PostgreSQL`, where each hub has its lane.
const HUBS: usize = 8;

/// Measures bookings on the embedded database and on a `PostgreSQL` of its own.
pub fn run(folder: &Path, table: &mut Table) {
    let raw = raw_group_commit(&folder.join("raw"));
    table.limit("bare rusqlite group commit, batches of 32", format!("{raw:.0}/s"));
    let data = folder.join("bookings");
    stock::fill(&data);
    let domain = domain_layer(&Source::Sqlite(data), 1, DATES);
    let share = domain / raw;
    table.goal("durable bookings through the domain layer, 32 waiting", format!("{domain:.0}/s = {:.0} %", share * 100.0), "≥50 %", share >= 0.5);
    let cluster = Cluster::start(true);
    let source = Source::Postgres(cluster.database().url);
    let (spread, hot) = (domain_layer(&source, HUBS, DATES / HUBS), domain_layer(&source, 1, 1));
    table.goal("the same on PostgreSQL, spread", format!("{spread:.0}/s"), "≥5000/s", spread >= 5000.0);
    table.goal("the same on PostgreSQL, one hot date", format!("{hot:.0}/s"), "≥1500/s", hot >= 1500.0);
}

/// What the disk and SQLite give at best: three statements a booking, 32 bookings a commit.
pub fn raw_group_commit(folder: &Path) -> f64 {
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

/// Bookings a second through the desk, each with its row, counters and letter, over some dates in each of some hubs.
fn domain_layer(source: &Source, hubs: usize, dates: usize) -> f64 {
    let db = stock::open(source);
    nabe::demo::fill(&db).unwrap();
    let mut places = Vec::new();
    for n in 0..hubs {
        let hub = if n == 0 { stock::hub(&db, SAMPLE) } else { stock::new_hub(&db, &format!("hub-{n}")) };
        places.extend(stock::dates(&db, hub, dates, None).into_iter().map(|(date, _)| (hub, date)));
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let done = Arc::new(AtomicU64::new(0));
    let began = Ticks::now();
    runtime.block_on(async {
        let workers: Vec<_> = (0..TASKS)
            .map(|task| {
                let (db, places, done) = (db.clone(), places.clone(), Arc::clone(&done));
                tokio::spawn(async move {
                    let mut n = task;
                    while began.elapsed() < LASTING {
                        // A step that shares no factor with their number visits all of them in turn.
                        let (ask, (hub, date)) = (stock::ask(n), places[n * 7919 % places.len()]);
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
    let rate = done.load(Ordering::Relaxed) as f64 / began.elapsed().as_secs_f64();
    db.close();
    rate
}
