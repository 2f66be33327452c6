//! Migrations: forward only, checked, with a copy first on SQLite.

use super::*;

const SECOND: Migration = Migration {
    number: 2,
    name: "more",
    text: "-- engine: both\ncreate table more (hub_id BIGINT not null, id UUID not null, words TEXT, primary key (hub_id, id));\n-- engine: sqlite\ncreate index more_words on more (hub_id, words);\n-- engine: postgres\ncreate index more_words on more (hub_id, words text_pattern_ops);\n",
};
const CHANGED: &[Migration] = &[Migration { number: 1, name: "ground", text: "create table other (id BIGINT);" }];
const TWO: &[Migration] = &[GROUND[0], SECOND];
const GAP: &[Migration] = &[GROUND[0], Migration { number: 3, ..SECOND }];
const BROKEN: &[Migration] = &[GROUND[0], Migration { number: 2, name: "broken", text: "create table half (id BIGINT); select no_such_thing();" }];
const ALONE: &[Migration] = &[
    GROUND[0],
    Migration {
        number: 2,
        name: "alone",
        text: "-- no transaction\n-- engine: sqlite\nvacuum;\n-- engine: postgres\n-- quietly; beside the work\ncreate index concurrently outbox_body on outbox (hub_id, body); select ';';\n",
    },
];
const STRANGE: &[Migration] = &[Migration { number: 1, name: "strange", text: "-- engine: oracle\nselect 1;" }];

fn opened(source: &Source, migrations: &'static [Migration]) -> Result<(), String> {
    outside(|| {
        let options = Options { migrations, ..options() };
        Db::open(source, Clock::system(), options).map(Db::close).map_err(|error| error.to_string())
    })
}

fn fresh_sources() -> (Folder, [Source; 2]) {
    let folder = Folder::new();
    let sources = [Source::Sqlite(folder.path().to_owned()), Source::Postgres(outside(|| cluster::cluster().database().url))];
    (folder, sources)
}

#[test]
fn a_changed_a_missing_and_an_unknown_migration_are_refused() {
    let (_folder, sources) = fresh_sources();
    for source in &sources {
        assert!(opened(source, STRANGE).unwrap_err().contains("there is no engine oracle"));
        assert!(opened(source, GAP).unwrap_err().contains("gap"));
        opened(source, TWO).unwrap();
        opened(source, TWO).unwrap();
        let said = opened(source, CHANGED).unwrap_err();
        assert!(said.contains("migration 0001_ground was changed after it had been applied"), "{said}");
        let said = opened(source, GROUND).unwrap_err();
        assert!(said.contains("0002_more, which this version does not know"), "{said}");
        opened(source, TWO).unwrap();
    }
}

#[test]
fn a_migration_that_fails_leaves_nothing_behind() {
    let (_folder, sources) = fresh_sources();
    for source in &sources {
        opened(source, GROUND).unwrap();
        let said = opened(source, BROKEN).unwrap_err();
        assert!(said.starts_with("migration 0002_broken: "), "{said}");
        opened(source, TWO).unwrap();
    }
}

#[test]
fn statements_that_bear_no_transaction_stand_alone() {
    let (_folder, sources) = fresh_sources();
    for source in &sources {
        opened(source, ALONE).unwrap();
        opened(source, ALONE).unwrap();
    }
}

#[test]
fn sqlite_is_copied_before_it_changes() {
    let folder = Folder::new();
    let source = Source::Sqlite(folder.path().to_owned());
    opened(&source, GROUND).unwrap();
    assert!(!folder.path().join("backup-before-0001.sqlite").exists(), "there was nothing to copy");
    opened(&source, TWO).unwrap();
    let copy = rusqlite::Connection::open(folder.path().join("backup-before-0002.sqlite")).unwrap();
    let tables: Vec<String> = copy
        .prepare("select name from sqlite_schema where type = 'table' order by name")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert!(tables.contains(&"place".to_owned()) && !tables.contains(&"more".to_owned()), "{tables:?}");
    drop(copy);
    let other = Folder::new();
    let restoring = copies::Restoring::begin(other.path(), &folder.path().join("backup-before-0002.sqlite")).unwrap();
    restoring.finish(&Clock::system()).unwrap();
    opened(&Source::Sqlite(other.path().to_owned()), GROUND).unwrap();
}

#[test]
fn the_command_line_migrates_only_when_no_server_runs() {
    let folder = Folder::new();
    let source = Source::Sqlite(folder.path().to_owned());
    let server = open(&source, |_| {});
    let beside = |migrations| Db::open(&source, Clock::system(), Options { migrations, exclusive: false, ..options() });
    beside(GROUND).unwrap().close();
    assert!(matches!(beside(TWO), Err(OpenError::InUse(_))));
    server.close();
    beside(TWO).unwrap().close();
}

#[test]
fn two_nodes_that_start_together_migrate_once() {
    let database = outside(|| cluster::cluster().database());
    let source = Source::Postgres(database.url.clone());
    std::thread::scope(|scope| {
        let nodes: Vec<_> = (0..4).map(|_| scope.spawn(|| opened(&source, TWO))).collect();
        for node in nodes {
            node.join().unwrap().unwrap();
        }
    });
    let applied: i64 = database.superuser().query_one("select count(*) from migration", &[]).unwrap().get(0);
    assert_eq!(applied, 2);
}
