//! Registering over HTTP: one whole registration after the other, 32 clients at once, a rush on few places, reading while others write.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant as Ticks};

use nabe::db::{Db, Source};
use nabe::keys::Keys;

use crate::bookings::raw_group_commit;
use crate::client::Client;
use crate::server::Server;
use crate::stock::{self, Date, SAMPLE, form, form_key};
use crate::table::Table;

const TASKS: usize = 32;
const LASTING: Duration = Duration::from_secs(3);
const DATES: usize = 200;
/// Who wants one of the few places.
pub const CLIENTS: usize = 200;
/// The few places.
pub const PLACES: u32 = 12;
/// Pages read for each registration in the mixed load.
const READS: usize = 20;

/// Measures everything on a fresh embedded database.
pub fn run(folder: &Path, table: &mut Table) {
    let raw = raw_group_commit(&folder.join("raw-for-http"));
    let data = folder.join("http");
    stock::fill(&data);
    let db = stock::open(&Source::Sqlite(data.clone()));
    let hub = stock::hub(&db, SAMPLE);
    let (spread, few) = (stock::dates(&db, hub, DATES, None), stock::dates(&db, hub, 1, Some(PLACES)));
    let keys = stock::keys(&db);
    db.close();
    let nabe = Server::nabe(&data);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        let each = whole_registration(&nabe, &spread[0].1).await;
        table.goal("complete registration (form, post, page, mail)", format!("{each:.0} µs CPU"), "≤2000 µs", each <= 2000.0);
        mixed(&nabe, &spread[1].1, table).await;
        rush(&[&nabe], &keys, &few[0].1).await.show("200 clients for 12 places", Some(Duration::from_millis(100)), table);
        let rate = posts(&nabe, &keys, &spread).await;
        let share = rate / raw;
        table.goal("durable bookings over HTTP, 32 clients", format!("{rate:.0}/s = {:.0} %", share * 100.0), "≥25 %", share >= 0.25);
    });
    drop(nabe);
    in_the_database(&stock::open(&Source::Sqlite(data)), &few[0], table);
}

/// Looks that the few places were given exactly once.
pub fn in_the_database(db: &Db, date: &Date, table: &mut Table) {
    let (hub, id) = (stock::hub(db, SAMPLE), date.0);
    let counts = db.read_blocking(hub, move |tx| nabe::bookings::store::counts(tx, hub, id)).unwrap();
    let others = u32::try_from(CLIENTS).unwrap() - PLACES;
    table.goal(
        "the same, in the database",
        format!("{} seats, {} waiting", counts.seated, counts.waiting),
        format!("{PLACES} seats, {others} waiting"),
        counts.seated == PLACES && counts.waiting == others,
    );
}

/// Form, post, own page, and the mail that leaves for it: the server's processor time for each.
async fn whole_registration(nabe: &Server, path: &str) -> f64 {
    let mut client = Client::connect(nabe.address).await;
    let path = format!("/{SAMPLE}{path}");
    let (before, times) = (nabe.cpu_micros(), 500_usize);
    for n in 0..times {
        register(&mut client, &path, 1_000_000 + n).await;
    }
    nabe.wait_for_quiet();
    (nabe.cpu_micros() - before) / times as f64
}

/// One whole registration.
pub async fn register(client: &mut Client, path: &str, n: usize) {
    let page = String::from_utf8(client.get(path, "").await.body).unwrap();
    let key = page.split("name=\"key\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let answer = client.post(path, &form(key, n), &format!("10.1.{}.{}", n / 250 % 250, n % 250)).await;
    let confirmation = client.get(&answer.location.unwrap(), "").await;
    assert!(confirmation.status == 200);
}

/// Twenty page views of a browser for each whole registration: every write makes the hub's kept pages stale.
async fn mixed(nabe: &Server, path: &str, table: &mut Table) {
    let mut client = Client::connect(nabe.address).await;
    let path = format!("/{SAMPLE}{path}");
    let event = path.rsplitn(3, '/').nth(2).unwrap().to_owned();
    let list = format!("/{SAMPLE}/events");
    let (before, times) = (nabe.cpu_micros(), 150_usize);
    for n in 0..times {
        for read in 0..READS {
            let page = if read % 2 == 0 { &list } else { &event };
            assert!(client.get(page, "accept-encoding: gzip\r\n").await.status == 200);
        }
        register(&mut client, &path, 3_000_000 + n).await;
    }
    nabe.wait_for_quiet();
    let each = (nabe.cpu_micros() - before) / times as f64;
    table.limit(format!("{READS} page views, compressed, and a registration"), format!("{each:.0} µs CPU"));
}

async fn posts(nabe: &Server, keys: &Keys, dates: &[Date]) -> f64 {
    let done = Arc::new(AtomicU64::new(0));
    let began = Ticks::now();
    let workers: Vec<_> = (0..TASKS)
        .map(|task| {
            let (address, keys, done) = (nabe.address, keys.clone(), Arc::clone(&done));
            let paths: Vec<String> = dates.iter().map(|(_, path)| format!("/{SAMPLE}{path}")).collect();
            tokio::spawn(async move {
                let mut client = Client::connect(address).await;
                let mut n = task;
                while began.elapsed() < LASTING {
                    let answer = client.post(&paths[n % paths.len()], &form(&form_key(&keys), n), &format!("10.0.{}.{}", task, n % 250)).await;
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
    done.load(Ordering::Relaxed) as f64 / began.elapsed().as_secs_f64()
}

/// How a rush went.
pub struct Rush {
    errors: usize,
    slow: Duration,
}

impl Rush {
    /// One line of the table; without a goal for the time where none was set.
    pub fn show(&self, what: &str, goal: Option<Duration>, table: &mut Table) {
        let measured = format!("{} errors, p99 {:.0} ms", self.errors, self.slow.as_secs_f64() * 1e3);
        let words = goal.map_or("0 errors".to_owned(), |goal| format!("0 errors, p99 <{} ms", goal.as_millis()));
        table.goal(what, measured, words, self.errors == 0 && goal.is_none_or(|goal| self.slow < goal));
    }
}

/// Everybody wants the same date at once, spread over the servers; the client sleeps until all have connected.
pub async fn rush(servers: &[&Server], keys: &Keys, path: &str) -> Rush {
    let path = format!("/{SAMPLE}{path}");
    let started = Arc::new(AtomicBool::new(false));
    let mut workers = Vec::new();
    for n in 0..CLIENTS {
        let mut client = Client::connect(servers[n % servers.len()].address).await;
        let (path, key, started) = (path.clone(), form_key(keys), Arc::clone(&started));
        workers.push(tokio::spawn(async move {
            while !started.load(Ordering::Relaxed) {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            let began = Ticks::now();
            let answer = client.post(&path, &form(&key, 2_000_000 + n), &format!("10.2.0.{n}")).await;
            (answer.status, began.elapsed())
        }));
    }
    started.store(true, Ordering::Relaxed);
    let (mut times, mut errors) = (Vec::new(), 0);
    for worker in workers {
        let (status, time) = worker.await.unwrap();
        errors += usize::from(status != 303);
        times.push(time);
    }
    times.sort_unstable();
    Rush { errors, slow: times[times.len() * 99 / 100] }
}
