//! The graceful end: announced to whoever watches, with what is being answered finished, and nothing confirmed lost.

use std::net::SocketAddr;
use std::os::unix::net::UnixDatagram;
use std::time::{Duration, Instant};

use nabe::db::Source;

use super::Folder;
use super::client::Client;
use super::form::{Fate, Form};
use super::installation::{Installation, Plan, rows};
use super::server::Server;
use super::tally::Tally;

const CLIENTS: usize = 4;
const ENDS: usize = 5;

#[test]
fn told_to_end_the_server_finishes_what_it_answers_and_loses_nothing() {
    let folder = Folder::new("stop");
    let data = folder.path().join("data");
    let hub = Installation::new(Source::Sqlite(data.clone()), &[Plan::unlimited("alpha")]);
    let mut sent: Vec<(Form, Fate)> = Vec::new();
    for _ in 0..ENDS {
        let mut server = Server::start(&data, &["--drain", "1"]);
        let (half, mut client) = (Form::new(&hub.keys, &hub.dates[0].path), server.client());
        half.begin(&mut client);
        let load = std::thread::scope(|scope| {
            let clients: Vec<_> = (0..CLIENTS).map(|_| scope.spawn(|| book_until_the_end(&server, &hub))).collect();
            std::thread::sleep(Duration::from_millis(200));
            server.terminate();
            the_end_is_announced(server.address);
            clients.into_iter().flat_map(|client| client.join().unwrap()).collect::<Vec<_>>()
        });
        sent.extend(load);
        assert!(Client::connect(server.address).is_err(), "nobody listens any more");
        let fate = half.end(&mut client);
        assert!(matches!(fate, Fate::Acknowledged(_)), "what was begun is answered: {fate:?}");
        sent.push((half, fate));
        assert_eq!(server.wait().code(), Some(0), "{}", server.log());
        let log = std::fs::metadata(data.join("nabe.sqlite-wal")).map_or(0, |meta| meta.len());
        assert_eq!(log, 0, "the log of the database was written back");
    }
    let tally = Tally::of(&sent, &rows(&data));
    println!("graceful end under load, {ENDS} times: {tally}; {ENDS} of {ENDS} forms that were half sent were answered after the listener had closed");
    tally.holds();
}

#[test]
fn a_second_signal_ends_the_server_at_once_and_loses_nothing() {
    let folder = Folder::new("stop-twice");
    let data = folder.path().join("data");
    let hub = Installation::new(Source::Sqlite(data.clone()), &[Plan::unlimited("alpha")]);
    let mut server = Server::start(&data, &[]);
    let mut sent: Vec<(Form, Fate)> = Vec::new();
    let (half, mut client) = (Form::new(&hub.keys, &hub.dates[0].path), server.client());
    for _ in 0..20 {
        let form = Form::new(&hub.keys, &hub.dates[0].path);
        let fate = form.send(&mut server.client());
        sent.push((form, fate));
    }
    half.begin(&mut client);
    server.terminate();
    std::thread::sleep(Duration::from_millis(500));
    let began = Instant::now();
    server.terminate();
    assert_eq!(server.wait().code(), Some(143), "ended by the second signal while a form was only half there");
    let took = began.elapsed();
    let tally = Tally::of(&sent, &rows(&data));
    println!("second signal: ended after {took:?}; {tally}");
    assert!(took < Duration::from_secs(2), "{took:?}");
    tally.holds();
}

#[test]
fn systemd_hears_that_the_server_is_ready_alive_and_ending() {
    let folder = Folder::new("notices");
    let data = folder.path().join("data");
    Installation::new(Source::Sqlite(data.clone()), &[Plan::unlimited("alpha")]);
    let path = folder.path().join("systemd");
    let systemd = UnixDatagram::bind(&path).unwrap();
    systemd.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let heard = || {
        let mut buffer = [0; 1000];
        let length = systemd.recv(&mut buffer).expect("systemd is told something");
        String::from_utf8_lossy(&buffer[..length]).into_owned()
    };
    let server = Server::start_with(&data, &[], &[("NOTIFY_SOCKET", path.to_str().unwrap()), ("WATCHDOG_USEC", "200000")]);
    assert!(heard().starts_with("READY=1\nSTATUS=answering at "));
    let began = Instant::now();
    for _ in 0..5 {
        assert_eq!(heard(), "WATCHDOG=1\n");
    }
    assert!(began.elapsed() < Duration::from_secs(2), "more often than systemd wants to hear it");
    server.terminate();
    let end = std::iter::repeat_with(heard).find(|notice| notice != "WATCHDOG=1\n").unwrap();
    assert!(end.starts_with("STOPPING=1\n"), "{end}");
    server.stop();
}

/// Books over one connection, and over new ones, until the server no longer answers.
fn book_until_the_end(server: &Server, hub: &Installation) -> Vec<(Form, Fate)> {
    let (mut sent, mut client) = (Vec::new(), server.client());
    loop {
        let form = Form::new(&hub.keys, &hub.dates[0].path);
        let fate = form.send(&mut client);
        let ended = !matches!(fate, Fate::Acknowledged(_));
        sent.push((form, fate));
        if ended {
            return sent;
        }
    }
}

/// While the server still listens it says that no new requests should come.
fn the_end_is_announced(address: SocketAddr) {
    let until = Instant::now() + Duration::from_millis(900);
    while Instant::now() < until {
        let said = Client::connect(address).and_then(|mut client| client.get("/health/ready"));
        if said.is_ok_and(|said| said.status == 503 && said.body.contains("draining")) {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("the end is not announced");
}
