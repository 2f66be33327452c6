//! What follows a restore.

use super::*;
use crate::app::App;
use crate::config::Config;
use crate::features::events;
use crate::keeping::{PART, Paused, SEQUENCE_LEAP, Settled, resume, settle};
use crate::mail::Postman;

fn settled(bench: &Bench) -> Settled {
    settle(&bench.db, events::WAITLIST_JOB).unwrap()
}

/// Sends what may leave; how many mails did.
fn post(bench: &Bench) -> usize {
    let source = match &bench.database {
        None => Source::Sqlite(bench.folder.path().to_owned()),
        Some(database) => Source::Postgres(database.url.clone()),
    };
    let config = Config::local(bench.folder.path().to_owned(), source, "http://localhost/".parse().unwrap());
    let app = App::new(config, bench.db.clone()).unwrap();
    let postman = Postman::new(app, events::wording).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(postman.round()).unwrap()
}

#[test]
fn after_a_restore_no_mail_that_waited_leaves_until_it_is_released() {
    for bench in Bench::both(2) {
        let bench = bench.with_everything();
        assert_eq!(settled(&bench).paused, [("muster".to_owned(), 6)], "four who registered, Anna's cancellation, Carla's offer");
        bench.clock.forward(minutes(5));
        assert_eq!(post(&bench), 0);
        bench.book("emma");
        assert_eq!(post(&bench), 1, "who registers now is told now");
        let report = bench.proof();
        assert!(report.to_string().contains("6 mails are paused"), "{report}");
        let resumed = resume(&bench.db, bench.hub, Paused::Release).unwrap();
        assert_eq!((resumed.released, resumed.dropped), (6, 0));
        assert_eq!(post(&bench), 6);
        assert_eq!(bench.flaws(), []);
    }
}

#[test]
fn without_the_pause_they_would_leave() {
    for bench in Bench::both(2) {
        let bench = bench.with_everything();
        bench.clock.forward(minutes(5));
        assert_eq!(post(&bench), 6, "else the test above proves nothing");
    }
}

#[test]
fn a_paused_mail_does_not_follow_a_later_one() {
    for bench in Bench::both(2) {
        let (anna, _) = (bench.book("anna"), bench.book("berta"));
        settled(&bench);
        bench.cancel(anna);
        bench.clock.forward(minutes(5));
        assert_eq!(post(&bench), 1, "Anna's cancellation");
        let resumed = resume(&bench.db, bench.hub, Paused::Release).unwrap();
        assert_eq!((resumed.released, resumed.dropped), (1, 1), "Anna's confirmation is no longer true");
        assert_eq!(post(&bench), 1);
    }
}

#[test]
fn paused_mails_can_be_thrown_away_however_many_there_are() {
    for bench in Bench::both(500) {
        let many = PART + 7;
        for number in 0..many {
            bench.book(&format!("guest{number}"));
        }
        settled(&bench);
        assert_eq!(resume(&bench.db, bench.hub, Paused::Drop).unwrap().dropped, many);
        assert_eq!((post(&bench), bench.number("select count(*) from outbox")), (0, 0));
    }
}

#[test]
fn what_follows_from_facts_older_than_the_loss_is_paused_too() {
    for bench in Bench::both(2) {
        let bench = bench.with_everything();
        bench.clock.forward(minutes(60 * 48));
        assert_eq!(settled(&bench).overdue, 1);
        assert_eq!(bench.number("select count(*) from booking where state = 'expired' and email like 'carla%'"), 1);
        assert_eq!(post(&bench), 0, "nobody is told that an offer has ended which they may have taken");
        assert_eq!(bench.flaws(), []);
    }
}

#[test]
fn calendar_numbers_leap_and_sessions_end() {
    for bench in Bench::both(2) {
        let bench = bench.with_everything();
        let blob = if bench.database.is_some() { "'\\x01'::bytea" } else { "x'01'" };
        let id = if bench.database.is_some() { "'00000000-0000-0000-0000-000000000001'" } else { "x'00000000000000000000000000000001'" };
        bench.raw(&format!("insert into account (id, email, name, password_hash, created_at) values ({id}, 'a@example.org', 'A', '', 0); insert into login_session (token_hash, account_id, created_at, seen_at) values ({blob}, {id}, 0, 0)"));
        let lowest = "select least.n from (select min(sequence) as n from booking) least";
        let (before, dates) = (bench.number(lowest), bench.number("select sequence from occurrence"));
        let settled = settled(&bench);
        assert_eq!((settled.raised, settled.sessions), (4, 1));
        assert_eq!(bench.number(lowest), before + i64::from(SEQUENCE_LEAP));
        assert_eq!(bench.number("select sequence from occurrence"), dates + i64::from(SEQUENCE_LEAP));
        assert_eq!(bench.number("select count(*) from login_session"), 0);
    }
}

#[test]
fn a_dump_made_by_an_administrator_is_whole_and_one_made_by_the_program_s_user_is_refused() {
    let bench = Bench::postgres(2).with_everything();
    let from = bench.database.as_ref().unwrap();
    let file = bench.folder.file("nabe.dump");
    let run = |program: &str, address: &str, last: &[&str]| {
        let mut command = std::process::Command::new(cluster::programs().join(program));
        command.arg(format!("--dbname={address}")).args(last).stderr(std::process::Stdio::piped()).output().unwrap()
    };
    let to_file = format!("--file={}", file.display());
    let refused = run("pg_dump", &from.url, &["--format=custom", &to_file]);
    assert!(!refused.status.success() && String::from_utf8_lossy(&refused.stderr).contains("row-level security"), "{refused:?}");
    assert!(run("pg_dump", &from.superuser_url, &["--format=custom", &to_file]).status.success());
    let database = cluster::cluster().database();
    let loaded = run("pg_restore", &database.superuser_url, &["--clean", "--if-exists", "--single-transaction", file.to_str().unwrap()]);
    assert!(loaded.status.success(), "{loaded:?}");
    let db = open(&Source::Postgres(database.url.clone()), &bench.clock);
    assert_eq!(settle(&db, events::WAITLIST_JOB).unwrap().paused, [("muster".to_owned(), 6)]);
    let report = check(&db, false).unwrap();
    assert_eq!((report.wrong(), report.hubs[0].bookings), (0, 4), "{report}");
}
