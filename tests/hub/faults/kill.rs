//! `kill -9` in the middle of bookings, on the embedded database.

use std::path::Path;
use std::time::{Duration, Instant};

use nabe::db::Source;
use nabe::keys::Keys;

use super::form::{Fate, Form};
use super::installation::{Installation, Plan, Row, rows, sent_mails};
use super::mailbox::ids_of_folder;
use super::server::Server;
use super::tally::{Tally, named};
use super::{Folder, hasty};

const CLIENTS: usize = 4;
/// Forms per kill that are sent again afterwards, besides all that broke off.
const REPEATED: usize = 4;
/// Kills of the control: one alone may hit the moment after its commit.
const KILLS_OF_THE_CONTROL: usize = 5;

#[test]
fn a_confirmed_booking_survives_kill_9() {
    let kills = std::env::var("NABE_KILLS").map_or(25, |times| times.parse().expect("NABE_KILLS is a number"));
    let folder = Folder::new("kill");
    let data = folder.path().join("data");
    let hub = Installation::new(Source::Sqlite(data.clone()), &[Plan::unlimited("alpha"), Plan::unlimited("alpha"), Plan::unlimited("beta")]);
    let (mut sent, mut total, mut repeated) = (Vec::new(), Tally::default(), 0);
    let mut slowest = Duration::ZERO;
    let mut server = Server::start(&data, &[]);
    for kill in 0..kills {
        let paths: Vec<&str> = hub.dates.iter().map(|date| date.path.as_str()).collect();
        let mut round = book_until_killed(&mut server, &hub.keys, &paths);
        let began = Instant::now();
        server = Server::start(&data, &[]);
        slowest = slowest.max(began.elapsed());
        let stored = rows(&data);
        total.add(&Tally::of(&round, &stored.iter().filter(|row| round.iter().any(|(form, _)| form.key == row.key)).cloned().collect::<Vec<_>>()));
        repeated += send_again(&server, &hub, &mut round, &stored);
        sent.extend(round);
        Tally::of(&sent, &rows(&data)).holds();
        the_counters_are_right(&hub, kill, rows(&data).len());
    }
    server.stop();
    let stored = rows(&data);
    Tally::of(&sent, &stored).holds();
    every_mail_that_counts_as_sent_was_written(&data);
    println!("kill -9, {kills} kills: {total}; {repeated} forms sent again gave the same booking; slowest start {slowest:?}");
    let control = control();
    println!("kill -9, control that answers before it commits, {KILLS_OF_THE_CONTROL} kills: {control}");
    control.must_lose();
}

/// Clients book one after the other until the server is killed at a random moment.
fn book_until_killed(server: &mut Server, keys: &Keys, paths: &[&str]) -> Vec<(Form, Fate)> {
    let random = u64::from(Keys::random_bytes()[0]);
    let until = Instant::now() + Duration::from_millis(40 + random);
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|n| {
                let mut client = server.client();
                scope.spawn(move || {
                    let mut sent: Vec<(Form, Fate)> = Vec::new();
                    loop {
                        let form = Form::new(keys, paths[(sent.len() + n) % paths.len()]);
                        let fate = form.send(&mut client);
                        let ended = matches!(fate, Fate::Unknown | Fate::NotSent);
                        sent.push((form, fate));
                        if ended {
                            return sent;
                        }
                    }
                })
            })
            .collect();
        std::thread::sleep(until.saturating_duration_since(Instant::now()));
        server.kill();
        clients.into_iter().flat_map(|client| client.join().unwrap()).collect()
    })
}

/// Sends again what broke off, and some of what was acknowledged: the answer names the booking that is stored.
fn send_again(server: &Server, hub: &Installation, round: &mut [(Form, Fate)], stored: &[Row]) -> usize {
    let mut client = server.client();
    let answered = named(round, |token| open(hub, token));
    let mut acknowledged = 0;
    let mut repeated = 0;
    for (form, fate) in round.iter_mut() {
        acknowledged += usize::from(matches!(fate, Fate::Acknowledged(_)));
        if *fate != Fate::Unknown && acknowledged > REPEATED {
            continue;
        }
        let again = form.send(&mut client);
        let Fate::Acknowledged(location) = &again else { panic!("the same form again is answered with {again:?}") };
        let id = open(hub, location.rsplit('/').next().unwrap());
        let before = stored.iter().find(|row| row.key == form.key).map(|row| row.id);
        assert!(before.is_none() || before == id, "the same form gives the same booking");
        assert!(answered.get(&form.key).is_none_or(|named| Some(*named) == id), "and the one that the first answer named");
        *fate = again;
        repeated += 1;
    }
    repeated
}

fn open(hub: &Installation, token: &str) -> Option<uuid::Uuid> {
    hub.dates.iter().find_map(|date| hub.keys.open_link("registration", date.hub, token))
}

fn the_counters_are_right(hub: &Installation, kill: usize, stored: usize) {
    let mut seats = 0;
    for date in &hub.dates {
        let (kept, derived) = hub.counts(date);
        assert_eq!(kept, derived, "after kill {kill} the counters are what the bookings say");
        seats += usize::try_from(derived.seated).unwrap();
    }
    assert_eq!(seats, stored, "after kill {kill} every booking has its seat");
}

fn every_mail_that_counts_as_sent_was_written(data: &Path) {
    let written = ids_of_folder(&data.join("mails"));
    let missing = sent_mails(data).into_iter().filter(|id| !written.contains(&id.simple().to_string())).count();
    assert_eq!(missing, 0, "mails count as sent and were not written");
}

/// The same clients and the same check, on a server that acknowledges before it commits.
fn control() -> Tally {
    let folder = Folder::new("kill-control");
    let data = folder.path().join("data");
    std::fs::create_dir_all(&data).unwrap();
    let keys = Keys::new(&Keys::random_bytes());
    let mut sent = Vec::new();
    for _ in 0..KILLS_OF_THE_CONTROL {
        let mut server = hasty::start(&data);
        sent.extend(book_until_killed(&mut server, &keys, &["/alpha"]));
    }
    Tally::of(&sent, &rows(&data))
}
