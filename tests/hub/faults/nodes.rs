//! Two processes on one PostgreSQL, and a rush for few places.
//!
//! The control, which must oversell, is at the level of the engine, where the lock per hub can be left out:
//! `db::tests::postgres_only::without_the_lock_two_nodes_do_give_places_twice`.

use std::sync::Barrier;
use std::time::{Duration, Instant};

use nabe::db::Source;

use super::Folder;
use super::form::{Fate, Form};
use super::installation::{Date, Installation, Plan, rows_of};
use super::server::Server;
use super::tally::Tally;
use crate::cluster::cluster;

const CLIENTS: usize = 200;
/// Places of the date that everybody wants.
const PLACES: u32 = 12;
/// Of those clients, how many would wait.
const WOULD_WAIT: usize = 48;
/// Clients who at the same time book in other hubs.
const ELSEWHERE: usize = 40;
const ROUNDS: usize = 3;

/// What one client saw.
struct Seen {
    form: Form,
    fate: Fate,
    took: Duration,
}

#[test]
fn two_processes_give_twelve_places_to_twelve_of_two_hundred() {
    let folder = Folder::new("nodes");
    for round in 1..=ROUNDS {
        let database = cluster().database();
        let rushed = Plan { capacity: Some(PLACES), ..Plan::unlimited("alpha") };
        let hub = Installation::new(Source::Postgres(database.url.clone()), &[rushed, Plan::unlimited("beta"), Plan::unlimited("gamma")]);
        let servers = [1, 2].map(|node| Server::start(&folder.path().join(format!("node-{round}-{node}")), &["--database", &database.url]));
        let seen = rush(&servers, &hub);
        let logs: String = servers.iter().map(Server::log).collect();
        servers.into_iter().for_each(Server::stop);
        let mut times: Vec<Duration> = seen.iter().map(|one| one.took).collect();
        times.sort_unstable();
        let sent: Vec<(Form, Fate)> = seen.into_iter().map(|one| (one.form, one.fate)).collect();
        let tally = Tally::of(&sent, &rows_of(&database));
        let (rushed, elsewhere) = (outcome(&hub, 0), (outcome(&hub, 1), outcome(&hub, 2)));
        println!("two nodes, round {round}: {tally}; {} confirmed of {PLACES} places, {} waiting; p99 {:?}", rushed.0, rushed.1, times[times.len() * 99 / 100]);
        tally.holds();
        assert_eq!(tally.unknown, 0, "nothing broke, so nothing is in doubt: {logs}");
        assert!(sent.iter().all(|(_, fate)| *fate != Fate::NothingBooked(503)), "nobody is sent away: {logs}");
        assert_eq!(rushed.0, PLACES, "every place is given once");
        assert_eq!(usize::try_from(rushed.0 + rushed.1).unwrap(), tally.acknowledged - ELSEWHERE, "whoever got an answer has a place or waits");
        let would_wait = u32::try_from(WOULD_WAIT).unwrap();
        assert!((would_wait - PLACES..=would_wait).contains(&rushed.1), "those who would wait do, but for the lucky ones: {}", rushed.1);
        assert_eq!(
            (elsewhere.0.0 + elsewhere.1.0, elsewhere.0.1 + elsewhere.1.1),
            (u32::try_from(ELSEWHERE).unwrap(), 0),
            "a rush in one hub costs nobody a place in another"
        );
    }
}

/// Everybody at once, each on a connection of its own, spread over both processes.
fn rush(servers: &[Server; 2], hub: &Installation) -> Vec<Seen> {
    let start = Barrier::new(CLIENTS + ELSEWHERE);
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS + ELSEWHERE)
            .map(|n| {
                let date: &Date = if n < CLIENTS { &hub.dates[0] } else { &hub.dates[1 + n % 2] };
                let form = Form::new(&hub.keys, &date.path);
                // Spread evenly: every fourth, until there are enough.
                let form = if n % 4 == 0 && n / 4 < WOULD_WAIT { form.waiting() } else { form };
                let (mut client, start) = (servers[n / 2 % 2].client(), &start);
                scope.spawn(move || {
                    start.wait();
                    let began = Instant::now();
                    let fate = form.send(&mut client);
                    Seen { form, fate, took: began.elapsed() }
                })
            })
            .collect();
        clients.into_iter().map(|client| client.join().unwrap()).collect()
    })
}

/// Confirmed and waiting at a date, after looking that the kept counters are what the bookings say.
fn outcome(hub: &Installation, date: usize) -> (u32, u32) {
    let (kept, derived) = hub.counts(&hub.dates[date]);
    assert_eq!(kept, derived, "the counters are what the bookings say");
    assert_eq!(derived.held, 0, "nobody cancelled, so nothing is offered");
    (derived.seated, derived.waiting)
}
