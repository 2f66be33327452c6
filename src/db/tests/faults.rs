//! Faults between Nabe and PostgreSQL: lost connections, cut and silent lines.

use super::proxy::{Fault, Proxy};
use super::*;

/// A bench whose connections run through a line that can be cut. One lane, short patience.
fn on_a_line() -> (Bench, Proxy) {
    outside(|| {
        let database = cluster::cluster().database();
        let proxy = Proxy::start(database.socket.clone());
        let source = Source::Postgres(format!("postgres://nabe_owner@127.0.0.1:{}/{}", proxy.port, database.name));
        let db = open(&source, |options| {
            options.lanes = 1;
            options.commit_time = Duration::from_millis(700);
        });
        (Bench { db, source, database: Some(database), _folder: None }, proxy)
    })
}

/// Books under an idempotency key: the same key gets the same answer.
fn keyed(counter: Uuid, key: &str) -> impl Fn(&Tx<'_>, Instant) -> DbResult<Uuid> + Send + 'static {
    let key = key.to_owned();
    move |tx, _| {
        if let Some(known) = tx.row(&BY_KEY, &args![HUB, &key], column::<Uuid>)? {
            return Ok(known);
        }
        let id = Uuid::now_v7();
        tx.execute(&ADD_PLACE, &args![HUB, id, counter, &key])?;
        Ok(id)
    }
}

fn rows(bench: &Bench, key: &str) -> i64 {
    outside(|| {
        let mut client = bench.database.as_ref().unwrap().superuser();
        client.query_one("select count(*) from place where key = $1", &[&key]).unwrap().get(0)
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_keyed_job_whose_commit_is_in_doubt_runs_again_and_is_done_once() {
    let (bench, proxy) = on_a_line();
    let id = counter(&bench.db, HUB).await;
    for fault in [Fault::CutAfter, Fault::CutBefore, Fault::SilentAfter] {
        for round in 0..3 {
            let key = format!("{fault:?} {round}");
            let before = bench.db.figures().replayed;
            proxy.arm(fault);
            let booked = bench.db.write_keyed(HUB, keyed(id, &key)).await.unwrap();
            assert!(proxy.is_spent());
            assert_eq!(bench.db.figures().replayed, before + 1, "{key}");
            assert_eq!(rows(&bench, &key), 1, "{key}");
            let again = bench.db.write_keyed(HUB, keyed(id, &key)).await.unwrap();
            assert_eq!(again, booked, "{key}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_without_a_key_is_told_that_its_commit_is_in_doubt() {
    let (bench, proxy) = on_a_line();
    let id = counter(&bench.db, HUB).await;
    for (fault, there) in [(Fault::CutAfter, 1), (Fault::CutBefore, 0), (Fault::SilentAfter, 1)] {
        let key = format!("{fault:?}");
        proxy.arm(fault);
        let outcome = bench.db.write(HUB, place(HUB, id, &key)).await;
        assert!(matches!(outcome, Err(Failure::Unknown)), "{key}: {outcome:?}");
        assert!(proxy.is_spent());
        bench.db.write(HUB, place(HUB, id, &format!("after {key}"))).await.unwrap();
        assert_eq!(rows(&bench, &key), there, "unknown goes both ways: {key}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_line_falls_silent_before_the_commit_nothing_was_done() {
    let (bench, proxy) = on_a_line();
    let id = counter(&bench.db, HUB).await;
    bench.db.write(HUB, place(HUB, id, "prepared")).await.unwrap();
    // From here on the insert travels as a prepared statement; preparing it anew needs a new connection.
    let server = bench.db.write(HUB, |tx, _| tx.one(&special::SERVER, &args![], column::<i64>)).await.unwrap();
    end_server(&bench, server);
    proxy.arm(Fault::SilentInsert);
    let start = Tick::now();
    let outcome = bench.db.write(HUB, place(HUB, id, "silent")).await;
    assert!(matches!(outcome, Err(Failure::Busy)), "{outcome:?}");
    assert!(proxy.is_spent());
    assert!(start.elapsed() < Duration::from_secs(6), "{:?}", start.elapsed());
    bench.db.write(HUB, place(HUB, id, "after")).await.unwrap();
    assert_eq!((rows(&bench, "silent"), rows(&bench, "after")), (0, 1));
}

fn end_server(bench: &Bench, process: i64) {
    outside(|| {
        let mut client = bench.database.as_ref().unwrap().superuser();
        let process = i32::try_from(process).unwrap();
        let ended: bool = client.query_one("select pg_terminate_backend($1, 2000)", &[&process]).unwrap().get(0);
        assert!(ended);
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn lanes_and_readers_survive_closed_connections() {
    let bench = on_postgres(|options| {
        options.lanes = 1;
        options.readers = 1;
    });
    let id = counter(&bench.db, HUB).await;
    let pid = |tx: &Tx<'_>| tx.one(&special::SERVER, &args![], column::<i64>);
    for round in 0..3 {
        let writing = bench.db.write(HUB, move |tx, _| pid(tx)).await.unwrap();
        let reading = bench.db.read(HUB, pid).await.unwrap();
        end_server(&bench, writing);
        end_server(&bench, reading);
        bench.db.write(HUB, place(HUB, id, &format!("k{round}"))).await.unwrap();
        assert_eq!(keys(&bench.db, HUB).await.len(), round + 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_lost_in_the_middle_of_a_batch_does_the_batch_once() {
    let bench = on_postgres(|options| options.lanes = 1);
    let db = &bench.db;
    let id = counter(db, HUB).await;
    let server = db.write(HUB, |tx, _| tx.one(&special::SERVER, &args![], column::<i64>)).await.unwrap();
    let gate = Gate::close(db, HUB).await;
    let mut jobs = tokio::task::JoinSet::new();
    for number in 0..20 {
        let (db, work) = (db.clone(), place(HUB, id, &format!("k{number:02}")));
        jobs.spawn(async move { db.write(HUB, work).await });
    }
    queued(db, 20).await;
    // The gate's transaction is open: it and all behind it lose their connection.
    end_server(&bench, server);
    let gate = tokio::spawn(gate.open_after_loss());
    while let Some(outcome) = jobs.join_next().await {
        outcome.unwrap().unwrap();
    }
    gate.await.unwrap();
    assert_eq!(keys(db, HUB).await.len(), 20);
}

impl Gate {
    /// Opens a gate whose COMMIT finds no connection: that end is unknown, as it was sent.
    async fn open_after_loss(self) {
        self.open.send(()).unwrap();
        assert!(matches!(self.held.await.unwrap(), Err(Failure::Unknown)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_cannot_be_reached_means_busy_and_comes_back() {
    let bench = on_postgres(|options| {
        options.lanes = 1;
        options.readers = 1;
        options.deadline = Duration::from_millis(400);
    });
    let id = counter(&bench.db, HUB).await;
    let name = bench.database.as_ref().unwrap().name.clone();
    let allow = |on: bool| {
        outside(|| {
            let mut client = postgres_database(&bench);
            client.batch_execute(&format!("alter database {name} allow_connections {on}")).unwrap();
            client.execute("select pg_terminate_backend(pid, 2000) from pg_stat_activity where datname = $1", &[&name]).unwrap();
        });
    };
    allow(false);
    let start = Tick::now();
    let outcome = bench.db.write(HUB, place(HUB, id, "away")).await;
    assert!(matches!(outcome, Err(Failure::Busy)), "{outcome:?}");
    assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
    assert!(bench.db.read(HUB, |_| Ok(())).await.is_err());
    allow(true);
    let mut tries = 0;
    while bench.db.write(HUB, place(HUB, id, "back")).await.is_err() {
        tries += 1;
        assert!(tries < 20, "the lane does not come back");
    }
    assert_eq!(keys(&bench.db, HUB).await, ["back"]);
}

fn postgres_database(bench: &Bench) -> ::postgres::Client {
    let database = bench.database.as_ref().unwrap();
    let url = database.superuser_url.replace(&format!("/{}", database.name), "/postgres");
    ::postgres::Client::connect(&url, ::postgres::NoTls).unwrap()
}
