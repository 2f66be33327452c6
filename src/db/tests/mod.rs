//! Tests of the database ground, on both engines where both are meant.

#[path = "../../../tests/support/cluster.rs"]
pub(crate) mod cluster;

mod faults;
mod lanes;
mod migrations;
mod postgres_only;
mod proxy;
mod sqlite_only;
mod tls;
mod values;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use uuid::Uuid;

use super::*;
use crate::{args, statements};

pub(super) const HUB: HubId = HubId::from_raw(7);
pub(super) const OTHER: HubId = HubId::from_raw(8);

pub(super) const GROUND: &[Migration] = &[Migration { number: 1, name: "ground", text: include_str!("ground.sql") }];

statements! {
    /// Makes a counter of places.
    ADD_COUNTER(hub, uuid, int 12) = "insert into counter (hub_id, id, places, taken) values (?1, ?2, ?3, 0)";
    /// Reads a counter.
    COUNTER(hub, id_of "counter") = "select places, taken from counter where hub_id = ?1 and id = ?2";
    /// Counts one place as taken.
    TAKE(hub, id_of "counter") = "update counter set taken = taken + 1 where hub_id = ?1 and id = ?2";
    /// Keeps a place under a key.
    ADD_PLACE(hub, uuid, id_of "counter", text "key") =
        "insert into place (hub_id, id, counter_id, key) values (?1, ?2, ?3, ?4)";
    /// How many places of a counter are kept.
    PLACES(hub, id_of "counter") = "select count(*) from place where hub_id = ?1 and counter_id = ?2";
    /// The place kept under a key.
    BY_KEY(hub, text "key") = "select id from place where hub_id = ?1 and key = ?2";
    /// All places there are to see, whosever they are.
    ALL_PLACES() = "select hub_id, key from place order by hub_id, key";
    /// All rows of a table across hubs.
    MEMBERS() = "select hub_id, person from membership order by hub_id, person";
    /// A member of a hub.
    ADD_MEMBER(hub, text "Jana") = "insert into membership (hub_id, person) values (?1, ?2)";
    /// A message that waits.
    ADD_MESSAGE(hub, uuid, text "{}") = "insert into outbox (hub_id, id, body) values (?1, ?2, ?3)";
    /// One of every kind.
    ADD_SAMPLE(hub, uuid, int 1, text "x", blob, now, null) =
        "insert into sample (hub_id, id, flag, words, bytes, at, empty) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    /// Reads one of every kind, and a comparison.
    SAMPLE(hub, id_of "sample") =
        "select id, flag, words, bytes, at, empty, flag = 1, hub_id, '?1' from sample where hub_id = ?1 and id = ?2";
    /// Differs between the engines.
    ENGINE() = sqlite "select 'sqlite'" postgres "select 'postgres'";
    /// Counts to a number, slowly.
    COUNT_TO(int 10) = "with recursive n(i) as (select cast(0 as bigint) union all select i + 1 from n where i < ?1) select count(*) from n";
    /// Adds many long places.
    FILL(hub, id_of "counter", int 1) = sqlite
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < ?3) insert into place (hub_id, id, counter_id, key, picture) select ?1, randomblob(16), ?2, hex(randomblob(16)), zeroblob(3000) from n"
        postgres
        "insert into place (hub_id, id, counter_id, key) select ?1, gen_random_uuid(), ?2, gen_random_uuid()::text from generate_series(1, ?3)";
}

/// Statements that some tests need and the other engine has not.
pub(super) mod special {
    crate::statements! {

        /// Limits the file to what it has.
        NO_MORE_PAGES() = "pragma max_page_count = 1";
        /// Lifts the limit.
        MANY_PAGES() = "pragma max_page_count = 1000000";
        /// Number of the server process.
        SERVER() = "select cast(pg_backend_pid() as bigint)";
        /// An insert past the hub in force.
        SNEAK() = "insert into outbox (hub_id, id, body) values (8, gen_random_uuid(), 'sneaked')";
    }
}

/// An open database on one engine, and what keeps it.
pub(super) struct Bench {
    pub(super) db: Db,
    pub(super) source: Source,
    pub(super) database: Option<cluster::Database>,
    _folder: Option<Folder>,
}

/// A folder that goes with the test.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::SeqCst);
        let path = std::env::temp_dir().join(format!("nabe-db-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub(super) fn options() -> Options {
    Options { statements: vec![STATEMENTS, special::STATEMENTS], migrations: GROUND, ..Options::default() }
}

pub(super) fn at(seconds: i64) -> Instant {
    Instant::from_micros(seconds * 1_000_000)
}

/// A bench on SQLite.
pub(super) fn on_sqlite(change: impl FnOnce(&mut Options)) -> Bench {
    let folder = Folder::new();
    let source = Source::Sqlite(folder.path().to_owned());
    let db = open(&source, change);
    Bench { db, source, database: None, _folder: Some(folder) }
}

/// A bench on PostgreSQL.
pub(super) fn on_postgres(change: impl FnOnce(&mut Options) + Send) -> Bench {
    outside(move || {
        let database = cluster::cluster().database();
        let source = Source::Postgres(database.url.clone());
        let db = open(&source, change);
        Bench { db, source, database: Some(database), _folder: None }
    })
}

/// A bench on each engine, one after the other.
pub(super) fn each_engine(change: impl Fn(&mut Options) + Send + Sync + Copy + 'static) -> impl Iterator<Item = Bench> {
    let made: [Box<dyn FnOnce() -> Bench>; 2] = [Box::new(move || on_sqlite(change)), Box::new(move || on_postgres(change))];
    made.into_iter().map(|make| make())
}

pub(super) fn open(source: &Source, change: impl FnOnce(&mut Options)) -> Db {
    let mut options = options();
    change(&mut options);
    Db::open(source, Clock::system(), options).unwrap()
}

/// Runs something that blocks on a thread of its own, because the sync client must not run inside the runtime.
pub(super) fn outside<T: Send>(run: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| scope.spawn(run).join().unwrap())
}

/// Makes a counter with twelve places.
pub(super) async fn counter(db: &Db, hub: HubId) -> Uuid {
    let id = Uuid::now_v7();
    db.write(hub, move |tx, _| tx.execute(&ADD_COUNTER, &args![hub, id, 12_i64])).await.unwrap();
    id
}

/// Keeps a place under a key, without looking.
pub(super) fn place(hub: HubId, counter: Uuid, key: &str) -> impl Fn(&Tx<'_>, Instant) -> DbResult<u64> + Send + 'static {
    let key = key.to_owned();
    move |tx, _| tx.execute(&ADD_PLACE, &args![hub, Uuid::now_v7(), counter, &key])
}

/// Keys of all places of the hub.
pub(super) async fn keys(db: &Db, hub: HubId) -> Vec<String> {
    db.read(hub, move |tx| {
        let all = tx.rows(&ALL_PLACES, &args![], |c| Ok((c.take::<HubId>()?, c.take::<String>()?)))?;
        Ok(all.into_iter().filter(|(of, _)| *of == hub).map(|(_, key)| key).collect())
    })
    .await
    .unwrap()
}

/// Holds a hub's lane until the gate is opened, so that what comes after is one batch.
pub(super) struct Gate {
    open: mpsc::Sender<()>,
    held: tokio::task::JoinHandle<Result<(), Failure>>,
}

impl Gate {
    pub(super) async fn close(db: &Db, hub: HubId) -> Self {
        let (open, opened) = mpsc::channel::<()>();
        let (reached, mut here) = tokio::sync::mpsc::unbounded_channel();
        let opened = Arc::new(Mutex::new(opened));
        let db = db.clone();
        let held = tokio::spawn(async move {
            db.write(hub, move |_, _| {
                let _ = reached.send(());
                let _ = opened.lock().unwrap().recv();
                Ok(())
            })
            .await
        });
        here.recv().await.unwrap();
        Self { open, held }
    }

    pub(super) async fn open(self) {
        self.open.send(()).unwrap();
        self.held.await.unwrap().unwrap();
    }
}

/// Waits until so many jobs are queued.
pub(super) async fn queued(db: &Db, count: u64) {
    for _ in 0..2_000 {
        if db.figures().queue >= count {
            return;
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    panic!("the queue holds {} jobs, not {count}", db.figures().queue);
}
