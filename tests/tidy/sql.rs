//! Where SQL stands, and that it never forgets the hub.

use std::collections::BTreeSet;

use nabe::db::{MIGRATIONS, Statement, WITHOUT_TENANT};

use crate::assert_tidy;
use crate::rust_text::{block_end, code, literals};
use crate::tree::{Source, line_of, rust};

/// How statements begin.
const VERBS: [&str; 8] = ["select ", "insert into ", "delete from ", "create table ", "create index ", "alter table ", "drop table ", "with recursive "];

#[test]
fn sql_stands_only_in_stores() {
    let elsewhere = rust().into_iter().filter(|source| source.below("src/") && !source.below("src/db/") && !source.is_test() && !is_store(source));
    let mut offences = Vec::new();
    for source in elsewhere {
        for (at, literal) in literals(source.text()) {
            let text = literal.trim_start().to_lowercase();
            if VERBS.iter().any(|verb| text.starts_with(verb)) || (text.starts_with("update ") && text.contains(" set ")) {
                offences.push(format!("{}:{}: {}", source.path, line_of(source.text(), at), literal.chars().take(60).collect::<String>()));
            }
        }
    }
    assert_tidy(&offences);
}

#[test]
fn every_statement_is_registered() {
    let registered: BTreeSet<&str> = registry().into_iter().map(Statement::name).collect();
    let mut offences = Vec::new();
    let mut seen = 0;
    for source in rust().into_iter().filter(|source| source.below("src/") && !source.below("src/db/") && !source.is_test()) {
        for (line, name) in declared(&source) {
            seen += 1;
            if !registered.contains(name.as_str()) {
                offences.push(format!("{}:{line}: {name} is missing in src/statements.rs", source.path));
            }
        }
    }
    assert!(seen > 40, "only {seen} statements were found: this rule no longer reads `statements!`");
    assert_tidy(&offences);
}

#[test]
fn every_statement_on_a_table_of_hubs_names_the_hub_first() {
    let tables = tables_of_hubs();
    assert!(tables.contains("booking") && tables.contains("outbox"), "{tables:?}");
    let mut offences = Vec::new();
    for statement in registry() {
        for text in BTreeSet::from([statement.sqlite(), statement.postgres()]) {
            offences.extend(forgets_hub(text, &tables).map(|why| format!("{}: {why}", statement.name())));
        }
    }
    assert_tidy(&offences);
}

#[test]
fn every_key_of_a_table_of_hubs_begins_with_the_hub() {
    let mut offences = Vec::new();
    for migration in MIGRATIONS {
        let text = without_comments(migration.text);
        for (table, body) in created(&text).into_iter().filter(|(_, body)| body.contains("hub_id bigint")) {
            let keys = ["primary key (", "unique ("].into_iter().flat_map(|word| body.split(word).skip(1));
            offences.extend(keys.filter(|key| !key.starts_with("hub_id")).map(|key| format!("{table}: ({}", key.split(')').next().unwrap_or(key))));
        }
        for index in text.split(';').map(flat).filter(|statement| statement.starts_with("create index ") || statement.starts_with("create unique index ")) {
            let on = index.split(" on ").nth(1).unwrap_or_default();
            let table = on.split(' ').next().unwrap_or_default();
            if tables_of_hubs().contains(table) && !on.contains(" (hub_id") {
                offences.push(index);
            }
        }
    }
    assert_tidy(&offences);
}

/// What is wrong with a statement that could meet rows of another hub.
fn forgets_hub(text: &str, tables: &BTreeSet<String>) -> Option<String> {
    let flat = flat(text);
    let mentions = mentioned(&flat).into_iter().filter(|table| tables.contains(table)).count();
    let guards = flat.matches("hub_id = ").count() + usize::from(flat.contains(" (hub_id, "));
    let first = flat.contains("hub_id = ?1") || flat.contains("values (?1");
    (mentions > guards || (mentions > 0 && !first)).then(|| format!("{mentions} table(s) of hubs, hub_id compared {guards} time(s)"))
}

/// The tables with `hub_id`, except those that are read across hubs.
fn tables_of_hubs() -> BTreeSet<String> {
    let texts = MIGRATIONS.iter().map(|migration| without_comments(migration.text)).collect::<Vec<_>>();
    let tables = texts.iter().flat_map(|text| created(text)).filter(|(_, body)| body.contains("hub_id bigint")).map(|(table, _)| table);
    tables.filter(|table| !WITHOUT_TENANT.contains(&table.as_str())).collect()
}

/// Every table that a migration creates, with what stands in its brackets.
fn created(text: &str) -> Vec<(String, String)> {
    let statements = text.split(';').map(flat);
    let tables = statements.filter_map(|statement| {
        let (name, body) = statement.strip_prefix("create table ")?.split_once(" (")?;
        Some((name.to_owned(), body.to_owned()))
    });
    tables.collect()
}

/// The tables that a statement reads or changes, each as often as it is named.
fn mentioned(flat: &str) -> Vec<String> {
    let words: Vec<&str> = flat.split([' ', '(', ')', ',']).filter(|word| !word.is_empty()).collect();
    let follows = |pair: &&[&str]| matches!(pair[0], "from" | "join" | "into") || (pair[0] == "update" && pair[1] != "set");
    words.windows(2).filter(follows).map(|pair| pair[1].to_owned()).collect()
}

fn registry() -> Vec<&'static Statement> {
    nabe::statements::all().into_iter().flatten().copied().collect()
}

fn is_store(source: &Source) -> bool {
    source.ends("/store.rs") || source.path.contains("/store/")
}

/// Names of the statements that a file declares, as the registry has them, with their lines.
fn declared(source: &Source) -> Vec<(usize, String)> {
    let code = code(source.text());
    let module = source.path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod").replace('/', "::");
    let mut found = Vec::new();
    for (at, _) in code.match_indices("statements! {") {
        let open = at + "statements! ".len();
        for (line, text) in code[open..block_end(&code, open)].lines().enumerate() {
            let name: String = text.trim_start().chars().take_while(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || *c == '_').collect();
            if !name.is_empty() && text.trim_start()[name.len()..].starts_with('(') {
                found.push((line_of(&code, open) + line, format!("nabe::{module}::{name}")));
            }
        }
    }
    found
}

fn without_comments(sql: &str) -> String {
    sql.lines().map(|line| line.split("--").next().unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

/// On one line, in lower case, with single blanks.
fn flat(sql: &str) -> String {
    sql.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[test]
fn tables_are_found_in_statements() {
    assert_eq!(mentioned("select a from t o where not exists (select 1 from u e) and x in (select y from v)"), ["t", "u", "v"]);
    assert_eq!(mentioned("insert into t (hub_id, at) values (?1, ?2) on conflict (hub_id) do update set at = excluded.at"), ["t"]);
}

#[test]
fn a_statement_that_forgets_the_hub_is_found() {
    let tables = BTreeSet::from(["event".to_owned(), "booking".to_owned()]);
    let forgets = |text: &str| forgets_hub(text, &tables).is_some();
    assert!(forgets("select id from event where id = ?1"));
    assert!(forgets("select id from event where hub_id = ?2"));
    assert!(forgets("select b.id from booking b join event e on e.id = b.occasion_id where b.hub_id = ?1"));
    assert!(forgets("insert into event (id, hub_id) values (?2, ?1)"));
    assert!(!forgets("select b.id from booking b join event e on e.hub_id = b.hub_id and e.id = b.occasion_id where b.hub_id = ?1"));
    assert!(!forgets("insert into event (hub_id, id) values (?1, ?2)") && !forgets("select id from hub where slug = ?1"));
}
