//! Lanes: one transaction for many jobs, answers after COMMIT, neighbours unharmed.

use tokio::task::JoinSet;

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn waiting_jobs_share_one_commit_and_are_answered_after_it() {
    for bench in each_engine(|_| {}) {
        let db = &bench.db;
        let id = counter(db, HUB).await;
        let gate = Gate::close(db, HUB).await;
        let mut jobs = JoinSet::new();
        for number in 0..50 {
            let (db, work) = (db.clone(), place(HUB, id, &format!("k{number}")));
            jobs.spawn(async move {
                db.write(HUB, work).await?;
                let key = format!("k{number}");
                db.read(HUB, move |tx| tx.row(&BY_KEY, &args![HUB, &key], column::<Uuid>)).await
            });
        }
        queued(db, 50).await;
        let before = db.figures();
        gate.open().await;
        while let Some(seen) = jobs.join_next().await {
            assert!(seen.unwrap().unwrap().is_some(), "another connection sees the row once the answer is there");
        }
        let after = db.figures();
        assert_eq!(after.jobs - before.jobs, 51);
        assert_eq!(after.batches - before.batches, 2, "the gate, and all others together");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failing_and_a_panicking_job_do_not_harm_their_neighbours() {
    for bench in each_engine(|_| {}) {
        let db = &bench.db;
        let id = counter(db, HUB).await;
        db.write(HUB, place(HUB, id, "taken")).await.unwrap();
        let gate = Gate::close(db, HUB).await;
        let mut jobs = JoinSet::new();
        for number in 0..20 {
            let db = db.clone();
            jobs.spawn(async move {
                let outcome = db.write(HUB, move |tx, now| {
                    place(HUB, id, &format!("k{number}"))(tx, now)?;
                    match number % 10 {
                        3 => place(HUB, id, "taken")(tx, now),
                        5 => panic!("on purpose"),
                        7 => Err(DbError::app("changed my mind")),
                        _ => Ok(1),
                    }
                });
                (number, outcome.await)
            });
        }
        queued(db, 20).await;
        gate.open().await;
        while let Some(done) = jobs.join_next().await {
            let (number, outcome) = done.unwrap();
            match (number % 10, outcome) {
                (3, Err(Failure::Failed(error))) => assert!(error.is_constraint("place_key")),
                (5, Err(Failure::Failed(error))) => {
                    assert_eq!(error.trouble(), Trouble::Panic);
                    assert!(error.to_string().contains("on purpose"));
                }
                (7, Err(Failure::Failed(error))) => assert_eq!(error.to_string(), "changed my mind"),
                (_, Ok(1)) => {}
                (_, other) => panic!("job {number}: {other:?}"),
            }
        }
        let kept = keys(db, HUB).await;
        assert_eq!(kept.len(), 1 + 14, "{kept:?}");
        assert!(!kept.contains(&"k3".to_owned()) && !kept.contains(&"k5".to_owned()) && !kept.contains(&"k17".to_owned()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_put_is_seen_by_what_follows_and_its_failure_is_that_of_its_own_job() {
    for bench in each_engine(|_| {}) {
        let db = &bench.db;
        let id = counter(db, HUB).await;
        db.write(HUB, place(HUB, id, "taken")).await.unwrap();
        let gate = Gate::close(db, HUB).await;
        let mut jobs = JoinSet::new();
        for number in 0..20_u128 {
            let db = db.clone();
            jobs.spawn(async move {
                let outcome = db.write(HUB, move |tx, _| {
                    let key = if number % 10 == 3 { "taken".to_owned() } else { format!("k{number}") };
                    tx.put(&ADD_PLACE, &args![HUB, Uuid::from_u128(1000 + number), id, &key])?;
                    // Some ask for something afterwards, some leave it at that.
                    if number % 2 == 1 { tx.row(&BY_KEY, &args![HUB, &key], column::<Uuid>) } else { Ok(None) }
                });
                (number, outcome.await)
            });
        }
        queued(db, 20).await;
        gate.open().await;
        while let Some(done) = jobs.join_next().await {
            match done.unwrap() {
                (number, Err(Failure::Failed(error))) if number % 10 == 3 => assert!(error.is_constraint("place_key"), "{error}"),
                (number, Ok(seen)) => {
                    assert_ne!(number % 10, 3, "the key is taken");
                    assert_eq!(seen, (number % 2 == 1).then(|| Uuid::from_u128(1000 + number)));
                }
                (number, other) => panic!("job {number}: {other:?}"),
            }
        }
        assert_eq!(keys(db, HUB).await.len(), 1 + 18);
        // Nothing follows it that would meet the error: only the wait before COMMIT does, and COMMIT itself would not tell.
        let last = db.write(HUB, move |tx, _| tx.put(&ADD_PLACE, &args![HUB, Uuid::from_u128(9), id, "taken"])).await;
        assert!(matches!(&last, Err(Failure::Failed(error)) if error.is_constraint("place_key")), "{last:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_swallowed_statement_error_keeps_nothing() {
    for bench in each_engine(|_| {}) {
        let db = &bench.db;
        let id = counter(db, HUB).await;
        db.write(HUB, place(HUB, id, "taken")).await.unwrap();
        let outcome = db.write(HUB, move |tx, now| {
            place(HUB, id, "before")(tx, now)?;
            let refused = place(HUB, id, "taken")(tx, now);
            assert!(refused.is_err());
            assert!(place(HUB, id, "after")(tx, now).is_err(), "nothing works after an error");
            Ok(())
        });
        assert!(matches!(outcome.await, Err(Failure::Failed(error)) if error.is_constraint("place_key")));
        assert_eq!(keys(db, HUB).await, ["taken"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_queue_answers_busy_and_does_nothing() {
    for bench in each_engine(|options| options.queue = 5) {
        let db = &bench.db;
        let id = counter(db, HUB).await;
        let gate = Gate::close(db, HUB).await;
        let mut jobs = JoinSet::new();
        for number in 0..12 {
            let (db, work) = (db.clone(), place(HUB, id, &format!("k{number:02}")));
            jobs.spawn(async move { db.write(HUB, work).await });
        }
        queued(db, 5).await;
        tokio::time::sleep(Duration::from_millis(50)).await;
        gate.open().await;
        let (mut done, mut busy) = (0, 0);
        while let Some(outcome) = jobs.join_next().await {
            match outcome.unwrap() {
                Ok(_) => done += 1,
                Err(Failure::Busy) => busy += 1,
                Err(other) => panic!("{other}"),
            }
        }
        assert_eq!((done, busy), (5, 7));
        assert_eq!(keys(db, HUB).await.len(), 5);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_overdue_job_is_dropped_unstarted() {
    for bench in each_engine(|options| options.deadline = Duration::from_millis(150)) {
        let db = &bench.db;
        let id = counter(db, HUB).await;
        let gate = Gate::close(db, HUB).await;
        let start = Tick::now();
        let late = db.write(HUB, place(HUB, id, "late")).await;
        assert!(matches!(late, Err(Failure::Busy)), "{late:?}");
        assert!(start.elapsed() < Duration::from_secs(2), "the answer does not wait for the lane");
        gate.open().await;
        db.write(HUB, place(HUB, id, "next")).await.unwrap();
        assert_eq!(keys(db, HUB).await, ["next"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_inside_a_closure_is_an_error_at_once() {
    for bench in each_engine(|_| {}) {
        let db = bench.db.clone();
        let inner = bench.db.write(HUB, move |_, _| {
            let write = db.write_blocking(HUB, |_, _| Ok(()));
            let read = db.read_blocking(HUB, |_| Ok(()));
            Ok((write, read))
        });
        let (write, read) = inner.await.unwrap();
        assert!(matches!(write, Err(Failure::Failed(error)) if error.trouble() == Trouble::Nested));
        assert!(matches!(read, Err(Failure::Failed(error)) if error.trouble() == Trouble::Nested));
        bench.db.write(HUB, |_, _| Ok(())).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_stamp_of_a_batch_never_goes_back() {
    let clock = Clock::fixed(at(100));
    let folder = Folder::new();
    let db = Db::open(&Source::Sqlite(folder.path().to_owned()), clock.clone(), options()).unwrap();
    assert_eq!(db.write(HUB, |_, now| Ok(now)).await.unwrap(), at(100));
    clock.set(at(50));
    assert_eq!(db.write(HUB, |_, now| Ok(now)).await.unwrap(), at(100));
    clock.forward(Duration::from_secs(70));
    assert_eq!(db.write(HUB, |_, now| Ok(now)).await.unwrap(), at(120));
    assert_eq!(db.clock().now(), at(120));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lane_whose_thread_dies_is_started_again() {
    struct Bomb;
    impl Drop for Bomb {
        fn drop(&mut self) {
            panic!("a closure that cannot even be dropped");
        }
    }
    for bench in each_engine(|_| {}) {
        let db = &bench.db;
        let id = counter(db, HUB).await;
        let bomb = Bomb;
        let outcome = db.write(HUB, move |_, _| {
            let _held = &bomb;
            Ok(())
        });
        assert!(matches!(outcome.await, Ok(()) | Err(Failure::Unknown)), "the COMMIT had come back");
        db.write(HUB, place(HUB, id, "after")).await.unwrap();
        assert_eq!(keys(db, HUB).await, ["after"]);
        assert_eq!(db.figures().replaced, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_does_what_waits_and_then_takes_no_more() {
    for bench in each_engine(|_| {}) {
        let db = bench.db.clone();
        let id = counter(&db, HUB).await;
        let gate = Gate::close(&db, HUB).await;
        let waiting = tokio::spawn({
            let db = db.clone();
            async move { db.write(HUB, place(HUB, id, "waiting")).await }
        });
        queued(&db, 1).await;
        let closing = tokio::task::spawn_blocking({
            let db = db.clone();
            move || db.close()
        });
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert!(matches!(db.write(HUB, |_, _| Ok(())).await, Err(Failure::Busy)));
        gate.open().await;
        waiting.await.unwrap().unwrap();
        closing.await.unwrap();
        let source = bench.source.clone();
        drop(bench.db);
        drop(db);
        let again = outside(|| open(&source, |_| {}));
        assert_eq!(keys(&again, HUB).await, ["waiting"]);
    }
}
