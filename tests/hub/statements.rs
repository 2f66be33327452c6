//! Every statement of the program, executed on both engines on the same rows, gives the same rows.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use nabe::db::{DbError, Scope, Statement, Tx, Value, rehearse};
use nabe::tenancy::store::hub_id;
use postgres::types::ToSql;
use rusqlite::types::ValueRef;

use crate::support::{Engine, TestHub};

type Rows = Result<Vec<Vec<Value<'static>>>, String>;

#[test]
fn every_statement_gives_the_same_rows_on_both_engines() {
    let (sqlite, postgres) = (TestHub::new(Engine::Sqlite), TestHub::new(Engine::Postgres));
    nabe::demo::fill(sqlite.app().db()).expect("the sample hub is filled in");
    let copied = copy_rows(&sqlite, &postgres);
    let (mut executed, mut with_rows, mut refused) = (0, 0, Vec::new());
    for statement in nabe::statements::all().into_iter().flatten().copied() {
        let (one, other) = (run_once(&sqlite, statement), run_once(&postgres, statement));
        match (&one, &other) {
            (Ok(one), Ok(other)) => assert_eq!(one, other, "{}", statement.name()),
            // Words of errors are each engine's own; that there is one must not depend on the engine.
            (Err(_), Err(_)) => {}
            _ => panic!("{}: SQLite {one:?}, PostgreSQL {other:?}", statement.name()),
        }
        if one.is_err() {
            refused.push((statement.name(), one.clone()));
        }
        executed += 1;
        with_rows += usize::from(one.is_ok_and(|rows| !rows.is_empty()));
    }
    println!("{executed} statements executed on both engines over {copied} copied rows, {with_rows} gave rows");
    assert!(refused.is_empty(), "these cannot be executed with their sample arguments: {refused:#?}");
    assert!(executed > 50 && with_rows > 15 && copied > 200, "{executed} {with_rows} {copied}");
}

/// Executes a statement with its sample arguments and keeps nothing of it.
fn run_once(hub: &TestHub, statement: &'static Statement) -> Rows {
    let slug = nabe::demo::parse(nabe::demo::PROGRAMME).unwrap().hub.slug;
    let id = hub.app().db().read_blocking(Scope::Installation, move |tx| hub_id(tx, &slug)).unwrap().expect("the sample hub is there");
    // Tables of the installation are read in its own scope, as the program does.
    let scope = if statement.samples().contains(&nabe::db::Sample::Hub) { Scope::Hub(id) } else { Scope::Installation };
    let kept: Arc<Mutex<Option<Rows>>> = Arc::default();
    let rows = Arc::clone(&kept);
    let undone = hub.app().db().write_blocking(scope, move |tx: &Tx<'_>, now| -> Result<(), DbError> {
        *rows.lock().unwrap() = Some(rehearse(tx, statement, now).map_err(|error| error.to_string()));
        Err(DbError::app("a rehearsal keeps nothing"))
    });
    assert!(undone.is_err());
    kept.lock().unwrap().take().expect("the rehearsal ran")
}

/// Copies all rows of the embedded database over, past the program: whatever is there must read the same.
fn copy_rows(from: &TestHub, to: &TestHub) -> usize {
    let file = rusqlite::Connection::open_with_flags(from.data_folder().join("nabe.sqlite"), rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut server = to.database().expect("PostgreSQL").superuser();
    server.batch_execute("set session_replication_role = replica").unwrap();
    let kinds = column_kinds(&mut server);
    let mut copied = 0;
    for (table, columns) in &kinds {
        server.batch_execute(&format!("delete from {table}")).unwrap();
        let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
        let places: Vec<String> = (1..=names.len()).map(|n| format!("${n}")).collect();
        let insert = server.prepare(&format!("insert into {table} ({}) values ({})", names.join(", "), places.join(", "))).unwrap();
        let mut select = file.prepare(&format!("select {} from {table}", names.join(", "))).unwrap();
        let mut rows = select.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<Box<dyn ToSql + Sync>> = columns.iter().enumerate().map(|(n, (_, kind))| value(row.get_ref(n).unwrap(), kind)).collect();
            let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| &**value).collect();
            server.execute(&insert, &values).unwrap();
            copied += 1;
        }
    }
    copied
}

/// Tables with their columns and types, the program's own bookkeeping of migrations aside.
fn column_kinds(server: &mut postgres::Client) -> BTreeMap<String, Vec<(String, String)>> {
    let query = "select table_name::text, column_name::text, udt_name::text from information_schema.columns where table_schema = 'public' and table_name not like '%migration%' order by 1, ordinal_position";
    let mut kinds: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for row in server.query(query, &[]).unwrap() {
        kinds.entry(row.get(0)).or_default().push((row.get(1), row.get(2)));
    }
    kinds
}

fn value(value: ValueRef<'_>, kind: &str) -> Box<dyn ToSql + Sync> {
    match (kind, value) {
        ("int8", ValueRef::Null) => Box::new(None::<i64>),
        ("text", ValueRef::Null) => Box::new(None::<String>),
        ("uuid", ValueRef::Null) => Box::new(None::<uuid::Uuid>),
        ("bytea", ValueRef::Null) => Box::new(None::<Vec<u8>>),
        ("int8", ValueRef::Integer(number)) => Box::new(number),
        ("text", ValueRef::Text(text)) => Box::new(String::from_utf8(text.to_vec()).unwrap()),
        ("uuid", ValueRef::Blob(bytes)) => Box::new(uuid::Uuid::from_slice(bytes).unwrap()),
        ("bytea", ValueRef::Blob(bytes)) => Box::new(bytes.to_vec()),
        (kind, value) => panic!("a {kind} column holds {value:?}"),
    }
}
