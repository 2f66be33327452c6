//! What only SQLite can do wrong: the folder, the disk, long statements.

use tokio::task::JoinSet;

use super::*;

#[test]
fn a_second_server_on_the_folder_is_refused_and_the_command_line_is_not() {
    let bench = on_sqlite(|_| {});
    let second = Db::open(&bench.source, Clock::system(), options());
    assert!(matches!(second, Err(OpenError::InUse(_))));
    let beside = open(&bench.source, |options| options.exclusive = false);
    beside.write_blocking(HUB, |tx, _| tx.execute(&ADD_MEMBER, &args![HUB, "Jana"])).unwrap();
    let seen = bench.db.read_blocking(HUB, |tx| {
        tx.rows(&MEMBERS, &args![], |c| {
            c.take::<i64>()?;
            c.take::<String>()
        })
    });
    assert_eq!(seen.unwrap(), ["Jana"]);
    beside.close();
    bench.db.close();
    open(&bench.source, |_| {}).close();
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_full_disk_nothing_is_done_for_anybody_and_work_goes_on_afterwards() {
    let bench = on_sqlite(|_| {});
    let db = &bench.db;
    let id = counter(db, HUB).await;
    let limit = |s: &'static Statement| db.write(HUB, move |tx, _| tx.one(s, &args![], column::<i64>));
    limit(&special::NO_MORE_PAGES).await.unwrap();
    let gate = Gate::close(db, HUB).await;
    let mut jobs = JoinSet::new();
    for number in 0..30 {
        let db = db.clone();
        jobs.spawn(async move {
            let outcome = db.write(HUB, move |tx, now| {
                // Every third wants more room than there is; the small ones before and after it find some or none.
                if number % 3 == 0 {
                    tx.execute(&FILL, &args![HUB, id, 40_i64])?;
                }
                place(HUB, id, &format!("k{number:02}"))(tx, now)
            });
            (number, outcome.await)
        });
    }
    queued(db, 30).await;
    gate.open().await;
    let mut confirmed = Vec::new();
    let mut full = 0;
    while let Some(done) = jobs.join_next().await {
        match done.unwrap() {
            (number, Ok(_)) => confirmed.push(format!("k{number:02}")),
            (_, Err(Failure::Failed(error))) => {
                assert_eq!(error.trouble(), Trouble::Full, "{error}");
                full += 1;
            }
            (number, other) => panic!("job {number}: {other:?}"),
        }
    }
    confirmed.sort();
    assert!(full >= 10, "the big ones cannot have found room: {full}");
    assert_eq!(keys(db, HUB).await, confirmed, "exactly what was confirmed is there");
    limit(&special::MANY_PAGES).await.unwrap();
    db.write(HUB, move |tx, _| tx.execute(&FILL, &args![HUB, id, 40_i64])).await.unwrap();
    assert_eq!(keys(db, HUB).await.len(), confirmed.len() + 40);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_whose_sql_runs_too_long_is_ended_alone() {
    let bench = on_sqlite(|_| {});
    let db = &bench.db;
    let id = counter(db, HUB).await;
    let gate = Gate::close(db, HUB).await;
    let mut jobs = JoinSet::new();
    for number in 0..6 {
        let db = db.clone();
        jobs.spawn(async move {
            let outcome = db.write(HUB, move |tx, now| {
                place(HUB, id, &format!("k{number}"))(tx, now)?;
                let much = if number == 2 { 1_000_000_000_i64 } else { 10 };
                tx.one(&COUNT_TO, &args![much], column::<i64>)
            });
            (number, outcome.await)
        });
    }
    queued(db, 6).await;
    gate.open().await;
    while let Some(done) = jobs.join_next().await {
        match done.unwrap() {
            (2, Err(Failure::Failed(error))) => assert_eq!(error.trouble(), Trouble::Interrupted, "{error}"),
            (2, other) => panic!("{other:?}"),
            (_, outcome) => assert_eq!(outcome.unwrap(), 11),
        }
    }
    assert_eq!(keys(db, HUB).await, ["k0", "k1", "k3", "k4", "k5"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_read_that_runs_too_long_is_ended_and_its_connection_serves_on() {
    let bench = on_sqlite(|options| {
        options.readers = 1;
        options.read_time = Duration::from_millis(100);
    });
    for _ in 0..3 {
        let long = bench.db.read(HUB, |tx| tx.one(&COUNT_TO, &args![1_000_000_000_i64], column::<i64>)).await;
        assert!(matches!(long, Err(Failure::Failed(error)) if error.trouble() == Trouble::Interrupted));
        let short = bench.db.read(HUB, |tx| tx.one(&COUNT_TO, &args![10_i64], column::<i64>)).await;
        assert_eq!(short.unwrap(), 11);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_read_sees_one_state_throughout() {
    let bench = on_sqlite(|_| {});
    let db = &bench.db;
    let id = counter(db, HUB).await;
    let (started, mut here) = tokio::sync::mpsc::unbounded_channel();
    let (go, wait) = mpsc::channel::<()>();
    let reading = tokio::task::spawn_blocking({
        let db = db.clone();
        move || {
            db.read_blocking(HUB, move |tx| {
                let count = || tx.one(&PLACES, &args![HUB, id], column::<i64>);
                let before = count()?;
                let _ = started.send(());
                let _ = wait.recv();
                Ok((before, count()?))
            })
        }
    });
    here.recv().await.unwrap();
    db.write(HUB, place(HUB, id, "meanwhile")).await.unwrap();
    go.send(()).unwrap();
    assert_eq!(reading.await.unwrap().unwrap(), (0, 0));
}
