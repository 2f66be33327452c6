//! What only PostgreSQL does: row-level security, several nodes.

use tokio::task::JoinSet;

use super::*;

#[test]
fn every_table_of_hubs_is_guarded_and_the_application_stands_below_the_guard() {
    let bench = on_postgres(|_| {});
    let mut client = bench.database.as_ref().unwrap().superuser();
    let tables = client
        .query(
            "select c.relname::text, c.relrowsecurity and c.relforcerowsecurity,
                    coalesce((select pg_get_expr(p.polqual, p.polrelid) from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant'), '')
             from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'hub_id'
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1",
            &[],
        )
        .unwrap();
    let names: Vec<String> = tables.iter().map(|row| row.get(0)).collect();
    assert_eq!(names, ["counter", "deferred", "membership", "outbox", "place", "sample"]);
    for row in &tables {
        let (name, guarded, rule): (String, bool, String) = (row.get(0), row.get(1), row.get(2));
        assert_eq!(guarded, !WITHOUT_TENANT.contains(&name.as_str()), "{name}");
        assert_eq!(rule.contains("nabe.hub"), guarded, "{name}: {rule}");
    }
    let powerful: bool = client.query_one("select rolsuper or rolbypassrls from pg_roles where rolname = 'nabe_app'", &[]).unwrap().get(0);
    assert!(!powerful);
    let writes_history: bool = client.query_one("select has_table_privilege('nabe_app', 'migration', 'UPDATE')", &[]).unwrap().get(0);
    assert!(!writes_history, "what was applied is not for the application to change");
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_of_another_hub_are_neither_seen_nor_written() {
    let bench = on_postgres(|_| {});
    let db = &bench.db;
    for (hub, key) in [(HUB, "ours"), (OTHER, "theirs")] {
        let id = counter(db, hub).await;
        db.write(hub, place(hub, id, key)).await.unwrap();
        db.write(hub, move |tx, _| tx.execute(&ADD_MEMBER, &args![hub, "Jana"])).await.unwrap();
    }
    let seen = |tx: &Tx<'_>| tx.rows(&ALL_PLACES, &args![], |c| Ok((c.take::<HubId>()?, c.take::<String>()?)));
    assert_eq!(db.read(HUB, seen).await.unwrap(), [(HUB, "ours".to_owned())]);
    assert_eq!(db.read(OTHER, seen).await.unwrap(), [(OTHER, "theirs".to_owned())]);
    assert_eq!(db.read(Scope::Installation, seen).await.unwrap(), [], "no hub, no rows");
    assert_eq!(db.write(Scope::Installation, move |tx, _| seen(tx)).await.unwrap(), [], "no hub, no rows");
    let members = |tx: &Tx<'_>| tx.rows(&MEMBERS, &args![], column::<HubId>);
    assert_eq!(db.read(Scope::Installation, members).await.unwrap(), [HUB, OTHER], "read across hubs on purpose");
    for scope in [Scope::Hub(HUB), Scope::Installation] {
        let sneaked = db.write(scope, |tx, _| tx.execute(&special::SNEAK, &args![])).await;
        let Err(Failure::Failed(error)) = sneaked else { panic!("{sneaked:?}") };
        assert!(error.to_string().contains("row-level security"), "{error}");
    }
    db.write(OTHER, |tx, _| tx.execute(&special::SNEAK, &args![])).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_of_many_hubs_in_one_batch_see_each_its_own() {
    let bench = on_postgres(|options| options.lanes = 1);
    let db = &bench.db;
    let gate = Gate::close(db, HubId::from_raw(1)).await;
    let mut jobs = JoinSet::new();
    for number in 0..40_i64 {
        let db = db.clone();
        let hub = HubId::from_raw(1 + number % 5);
        jobs.spawn(async move {
            db.write(hub, move |tx, now| {
                assert_eq!(tx.hub(), Some(hub));
                let id = Uuid::now_v7();
                tx.execute(&ADD_COUNTER, &args![hub, id, 1_i64])?;
                place(hub, id, &format!("k{number}"))(tx, now)?;
                tx.rows(&ALL_PLACES, &args![], column::<HubId>)
            })
            .await
            .map(|seen| (hub, seen))
        });
    }
    queued(db, 40).await;
    let before = db.figures().batches;
    gate.open().await;
    while let Some(done) = jobs.join_next().await {
        let (hub, seen) = done.unwrap().unwrap();
        assert!(seen.iter().all(|of| *of == hub), "hub {hub:?} saw {seen:?}");
    }
    assert_eq!(db.figures().batches - before, 2);
}

#[test]
fn a_user_who_stands_above_the_guard_is_refused() {
    let database = cluster::cluster().database();
    let refused = Db::open(&Source::Postgres(database.superuser_url.clone()), Clock::system(), options());
    assert!(matches!(refused, Err(OpenError::Superuser(user)) if user == "postgres"));
    let mut client = database.superuser();
    client.batch_execute(&format!("create role {0}_bypass login bypassrls createrole", database.name)).unwrap();
    let url = database.url.replace("nabe_owner", &format!("{}_bypass", database.name));
    let refused = Db::open(&Source::Postgres(url), Clock::system(), options()).err().unwrap();
    assert!(refused.to_string().contains("NOSUPERUSER NOBYPASSRLS"), "{refused}");
}

#[test]
fn a_user_who_may_not_make_the_role_is_told_what_to_do() {
    let database = cluster::cluster().database();
    open(&Source::Postgres(database.url.clone()), |_| {}).close();
    let mut client = database.superuser();
    client.batch_execute(&format!("create role {0}_plain login", database.name)).unwrap();
    let url = database.url.replace("nabe_owner", &format!("{}_plain", database.name));
    let refused = Db::open(&Source::Postgres(url), Clock::system(), options()).err().unwrap();
    assert!(refused.to_string().contains("GRANT nabe_app TO"), "{refused}");
}

mod late {
    crate::statements! {
        /// Checked at COMMIT only.
        ADD_DEFERRED(hub, int 1) = "insert into deferred (hub_id, id) values (?1, ?2)";
        /// Counts what is there.
        DEFERRED(hub, int 1) = "select count(*) from deferred where hub_id = ?1 and id = ?2";
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_commit_that_returns_with_a_warning_is_in_doubt() {
    let bench = on_postgres(|options| options.statements.push(late::STATEMENTS));
    let add = |number: i64| {
        move |tx: &Tx<'_>, _: Instant| {
            if tx.one(&late::DEFERRED, &args![HUB, number], column::<bool>)? {
                return Ok(0);
            }
            tx.execute(&late::ADD_DEFERRED, &args![HUB, number])
        }
    };
    assert_eq!(bench.db.write(HUB, add(12)).await.unwrap(), 1);
    let outcome = bench.db.write(HUB, add(13)).await;
    assert!(matches!(outcome, Err(Failure::Unknown)), "{outcome:?}");
    assert_eq!(bench.db.figures().unknown, 1);
    assert_eq!(bench.db.write_keyed(HUB, add(13)).await.unwrap(), 0, "it had been kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deferred_constraint_that_speaks_at_commit_refuses_only_its_job() {
    let bench = on_postgres(|options| options.statements.push(late::STATEMENTS));
    let db = &bench.db;
    let gate = Gate::close(db, HUB).await;
    let mut jobs = JoinSet::new();
    for number in 0..6_i64 {
        let db = db.clone();
        jobs.spawn(async move {
            let add = db.write(HUB, move |tx, _| tx.execute(&late::ADD_DEFERRED, &args![HUB, number / 2]));
            add.await
        });
    }
    queued(db, 6).await;
    gate.open().await;
    let (mut done, mut refused) = (0, 0);
    while let Some(outcome) = jobs.join_next().await {
        match outcome.unwrap() {
            Ok(_) => done += 1,
            Err(Failure::Failed(error)) if error.is_constraint("deferred_once") => refused += 1,
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!((done, refused), (3, 3));
}

/// Reads, decides, writes: right only when nobody else does so in the same hub.
fn book(hub: HubId, counter: Uuid) -> impl Fn(&Tx<'_>, Instant) -> DbResult<bool> + Send + 'static {
    move |tx, now| {
        let taken = tx.one(&PLACES, &args![hub, counter], column::<i64>)?;
        // More round trips between looking and acting, as a real decision has them.
        for _ in 0..3 {
            tx.one(&COUNTER, &args![hub, counter], column::<i64>)?;
        }
        if taken >= 12 {
            return Ok(false);
        }
        place(hub, counter, &Uuid::now_v7().to_string())(tx, now)?;
        Ok(true)
    }
}

/// Two nodes, 200 bookings for 12 places in each of four hubs: how many were confirmed, kept and failed, per hub.
async fn rush(nodes: &[Db; 2]) -> Vec<(usize, i64, usize)> {
    let mut counters = Vec::new();
    for number in 0..4 {
        let hub = HubId::from_raw(100 + number);
        counters.push((hub, counter(&nodes[0], hub).await));
    }
    let mut jobs = JoinSet::new();
    for number in 0..800_usize {
        let (hub, id) = counters[number % 4];
        let db = nodes[(number / 4) % 2].clone();
        jobs.spawn(async move { (hub, db.write(hub, book(hub, id)).await) });
    }
    let mut outcomes = Vec::new();
    while let Some(done) = jobs.join_next().await {
        outcomes.push(done.unwrap());
    }
    let mut found = Vec::new();
    for (hub, id) in counters {
        let of_hub = || outcomes.iter().filter(|(of, _)| *of == hub);
        let confirmed = of_hub().filter(|(_, outcome)| matches!(outcome, Ok(true))).count();
        let failed = of_hub().filter(|(_, outcome)| outcome.is_err()).count();
        let kept = nodes[1].read(hub, move |tx| tx.one(&PLACES, &args![hub, id], column::<i64>)).await.unwrap();
        found.push((confirmed, kept, failed));
    }
    found
}

fn two_nodes(source: &Source, without_hub_lock: bool) -> [Db; 2] {
    // Hubs share lanes, and share them differently on each node: unsorted locks would deadlock.
    outside(|| {
        [1, 2].map(|lanes| {
            open(source, |options| {
                options.lanes = lanes;
                options.without_hub_lock = without_hub_lock;
            })
        })
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_never_give_a_place_twice() {
    let bench = on_postgres(|_| {});
    let nodes = two_nodes(&bench.source, false);
    for _ in 0..3 {
        assert_eq!(rush(&nodes).await, [(12, 12, 0); 4]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_lock_two_nodes_do_give_places_twice() {
    let bench = on_postgres(|_| {});
    let nodes = two_nodes(&bench.source, true);
    for _ in 0..50 {
        if rush(&nodes).await.iter().any(|(_, kept, _)| *kept > 12) {
            return;
        }
    }
    panic!("the control never oversold: the test above proves nothing");
}
