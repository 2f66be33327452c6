//! `kill -9` in the middle of the night round.

use std::path::Path;
use std::time::{Duration, Instant as Ticks};

use booking::Span;
use nabe::clock::Clock;
use nabe::db::{Db, Options, Source};
use nabe::jobs::due;
use nabe::keeping;
use nabe::retention::{self, Record};
use rusqlite::{Connection, OpenFlags};

use super::Folder;
use super::installation::{Installation, Plan};
use super::server::Server;

const GUESTS: u32 = 1_500;

#[test]
fn the_night_round_survives_kill_9() {
    let folder = Folder::new("night");
    let data = folder.path().join("data");
    let hub = Installation::new(Source::Sqlite(data.clone()), &[Plan::unlimited("alpha")]);
    fill(&data, &hub);
    let (mut kills, mut partly) = (0, 0);
    while kept(&data) > 0 {
        let before = kept(&data);
        let mut server = Server::start(&data, &[]);
        let until = Ticks::now() + Duration::from_secs(20);
        while kept(&data) == before && Ticks::now() < until {
            std::thread::sleep(Duration::from_millis(2));
        }
        server.kill();
        kills += 1;
        let after = kept(&data);
        assert!(after < before, "after kill {kills} the round has come no further: {after}");
        partly += usize::from(after > 0);
        assert!(kills < 40, "the round never comes to its end");
    }
    println!("kill -9 in the night: {kills} kills, {partly} of them in the middle; {GUESTS} registrations erased in the end");
    assert!(partly > 0, "no kill hit the middle of the round");
    let db = Db::open(&Source::Sqlite(data), Clock::system(), options()).unwrap();
    let report = keeping::check(&db, false).unwrap();
    assert!(report.hubs.iter().all(|hub| hub.findings.is_empty()), "{report:?}");
    db.close();
    assert_eq!(hub.counts(&hub.dates[0]).1.seated, GUESTS);
}

/// Registrations for a date that ended long ago, a night that has come, and one before it, so that no clock has leapt.
fn fill(data: &Path, installation: &Installation) {
    let db = Db::open(&Source::Sqlite(data.to_owned()), Clock::system(), options()).unwrap();
    let (hub, id) = (installation.dates[0].hub, installation.dates[0].id);
    for first in (0..GUESTS).step_by(100) {
        db.write_blocking(hub, move |tx, now| {
            let desk = nabe::bookings::Desk::<nabe::features::events::Seats>::new(tx, hub, now, None);
            (first..first + 100).try_for_each(|number| desk.book(id, &crate::data_protection::ask(number)).map(drop))
        })
        .unwrap();
    }
    db.write_blocking(hub, move |tx, now| {
        let mut session = nabe::features::events::store::occurrence(tx, hub, id)?.unwrap();
        (session.starts, session.ends) = (now.minus(Span::from_days(60)), now.minus(Span::from_days(60)));
        nabe::features::events::store::update_occurrence(tx, hub, &session)?;
        retention::note(tx, hub, Record::Registration, 0, now.minus(Span::from_days(1)))?;
        due::set(tx, hub, due::NIGHT, uuid::Uuid::nil(), now.minus(Span::from_minutes(1)))
    })
    .unwrap();
    db.close();
}

fn options() -> Options {
    Options { statements: nabe::statements::all(), exclusive: false, ..Options::default() }
}

/// Registrations that still say who it was, read past the program.
fn kept(data: &Path) -> u32 {
    let db = Connection::open_with_flags(data.join("nabe.sqlite"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    db.busy_timeout(Duration::from_secs(5)).unwrap();
    db.query_row("select count(*) from booking where name <> ''", [], |row| row.get(0)).unwrap()
}
