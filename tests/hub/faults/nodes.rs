//! Two processes on one PostgreSQL, and a rush for few places.
//!
//! The control of the first, which must oversell, is at the level of the engine, where the lock per hub can be left out:
//! `db::tests::postgres_only::without_the_lock_two_nodes_do_give_places_twice`. That of the quota is here.

use std::sync::Barrier;
use std::time::{Duration, Instant};

use nabe::bookings::{Ask, Desk};
use nabe::db::Source;
use nabe::features::events::{Seats, State};

use super::Folder;
use super::form::{Fate, Form};
use super::installation::{Installation, Plan, open_with, rows_of};
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
/// Places of a closed course that each organisation may have, fewer than there are.
const QUOTA: u32 = 3;
/// Courses in which the control may oversell.
const TRIES: usize = 50;

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
        let seen = rush(&servers, forms(&hub));
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

#[test]
fn two_processes_give_the_last_place_of_a_quota_once() {
    let folder = Folder::new("quota");
    for round in 1..=ROUNDS {
        let database = cluster().database();
        let course = Plan { capacity: Some(100), state: State::Members, ..Plan::unlimited("alpha") };
        let hub = Installation::new(Source::Postgres(database.url.clone()), &[course]);
        let [pulsnitz, ohorn] = hub.towns(QUOTA);
        let date = &hub.dates[0];
        let servers = [1, 2].map(|node| Server::start(&folder.path().join(format!("node-{round}-{node}")), &["--database", &database.url]));
        let early = (1..QUOTA).map(|n| (Form::new(&hub.keys, &pulsnitz.path(date)), usize::try_from(n).unwrap()));
        let mut sent: Vec<(Form, Fate)> = early.map(|(form, n)| (form.clone(), form.send(&mut servers[n % 2].client()))).collect();
        assert_eq!(hub.taken(date, &pulsnitz), QUOTA - 1, "one place of the quota is left: {sent:?}");
        let of = |n: usize| if n < CLIENTS { &pulsnitz } else { &ohorn };
        let seen = rush(&servers, (0..CLIENTS + ELSEWHERE).map(|n| patient(n, Form::new(&hub.keys, &of(n).path(date)))).collect());
        let logs: String = servers.iter().map(Server::log).collect();
        servers.into_iter().for_each(Server::stop);
        sent.extend(seen.into_iter().map(|one| (one.form, one.fate)));
        let tally = Tally::of(&sent, &rows_of(&database));
        let (taken, all) = ([&pulsnitz, &ohorn].map(|town| hub.taken(date, town)), outcome(&hub, 0));
        println!("last place of a quota, round {round}: {tally}; {taken:?} places of {QUOTA} each, {} waiting", all.1);
        tally.holds();
        assert_eq!(tally.unknown, 0, "nothing broke, so nothing is in doubt: {logs}");
        assert!(sent.iter().all(|(_, fate)| *fate != Fate::NothingBooked(503)), "nobody is sent away: {logs}");
        assert_eq!(taken, [QUOTA; 2], "the last place is given once, and no more to the others");
        assert_eq!(all.0, 2 * QUOTA, "the course itself has room");
        assert_eq!(usize::try_from(all.0 + all.1).unwrap(), tally.acknowledged, "whoever got an answer has a place or waits");
        assert!((WOULD_WAIT - 1..=WOULD_WAIT).contains(&usize::try_from(all.1).unwrap()), "those who would wait do, but for a lucky one: {}", all.1);
    }
}

/// The same decision without the lock of the hub: it must oversell, or the test above proves nothing.
#[test]
fn without_the_lock_two_nodes_do_give_the_last_place_of_a_quota_twice() {
    let database = cluster().database();
    let course = Plan { capacity: Some(100), state: State::Members, ..Plan::unlimited("alpha") };
    let hub = Installation::new(Source::Postgres(database.url.clone()), &[course; TRIES]);
    let [pulsnitz, _] = hub.towns(QUOTA);
    let nodes = [1, 2].map(|_| open_with(&hub.source, true));
    let oversold = hub.dates.iter().enumerate().position(|(number, date)| {
        let (id, alpha, town) = (date.id, date.hub, pulsnitz.id);
        let start = Barrier::new(8);
        std::thread::scope(|scope| {
            for n in 0..8_usize {
                let (node, start) = (&nodes[n % 2], &start);
                let ask = Ask { organisation: Some(town), ..crate::data_protection::ask(u32::try_from(8 * number + n).unwrap()) };
                scope.spawn(move || {
                    start.wait();
                    // Two that change the same counter may fail; what counts is how many places were given.
                    let _ = node.write_blocking(alpha, move |tx, now| Desk::<Seats>::new(tx, alpha, now, None).book(id, &ask));
                });
            }
        });
        hub.taken(date, &pulsnitz) > QUOTA
    });
    for node in nodes {
        node.close();
    }
    println!("control without the lock: the quota was oversold in try {:?} of {TRIES}", oversold.map(|try_number| try_number + 1));
    assert!(oversold.is_some(), "the control never oversold");
}

/// Those who want the twelve places, then those who book elsewhere.
fn forms(hub: &Installation) -> Vec<Form> {
    let date = |n: usize| if n < CLIENTS { &hub.dates[0] } else { &hub.dates[1 + n % 2] };
    (0..CLIENTS + ELSEWHERE).map(|n| patient(n, Form::new(&hub.keys, &date(n).path))).collect()
}

/// Whether somebody would wait, spread evenly: every fourth, until there are enough.
fn patient(n: usize, form: Form) -> Form {
    if n.is_multiple_of(4) && n / 4 < WOULD_WAIT { form.waiting() } else { form }
}

/// Everybody at once, each on a connection of its own, spread over both processes.
fn rush(servers: &[Server; 2], forms: Vec<Form>) -> Vec<Seen> {
    let start = Barrier::new(forms.len());
    std::thread::scope(|scope| {
        let clients: Vec<_> = forms
            .into_iter()
            .enumerate()
            .map(|(n, form)| {
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
