//! Who may know whom: features → ground → crates.

use crate::assert_tidy;
use crate::rust_text::code;
use crate::tree::{Source, folders, line_of, root, rust};

/// What puts everything together and therefore knows everybody.
const PUT_TOGETHER: [&str; 8] = ["app", "commands", "demo", "keeping", "lib", "main", "router", "statements"];
/// What the pure crates do without.
const OUTSIDE: [&str; 7] = ["axum", "tokio", "rusqlite", "postgres", "lettre", "reqwest", "nabe"];

#[test]
fn the_ground_knows_no_feature() {
    let ground = rust().into_iter().filter(|source| source.below("src/") && !source.below("src/features/") && !PUT_TOGETHER.contains(&part(source)));
    let mut offences = Vec::new();
    for source in ground {
        let code = code(source.text());
        let places = code.match_indices("features").filter(|(at, _)| code[..*at].ends_with("::") || code[at + 8..].starts_with("::"));
        offences.extend(places.map(|(at, _)| offence(&source, at, "features")));
    }
    assert_tidy(&offences);
}

#[test]
fn nobody_but_the_composition_knows_commands_router_or_demo() {
    let mut offences = Vec::new();
    for source in rust().into_iter().filter(|source| source.below("src/") && !source.is_test() && !PUT_TOGETHER.contains(&part(source))) {
        let code = code(source.text());
        for name in ["crate::commands", "crate::router", "crate::demo", "crate::statements"] {
            // `crate::statements!` is the macro that declares statements, not the list of them.
            let places = code.match_indices(name).filter(|(at, _)| !code[at + name.len()..].starts_with('!') && !source.below("src/db/"));
            offences.extend(places.map(|(at, _)| offence(&source, at, name)));
        }
    }
    assert_tidy(&offences);
}

#[test]
fn a_feature_reaches_another_only_through_its_mod_rs() {
    let features = folders("src/features");
    let mut offences = Vec::new();
    for source in rust().into_iter().filter(|source| source.below("src/features/")) {
        let own = source.path.split('/').nth(2).unwrap_or_default();
        let code = code(source.text());
        for other in features.iter().filter(|other| *other != own) {
            for (at, inner) in reached(&code, other) {
                let folder = root().join("src/features").join(other);
                if folder.join(format!("{inner}.rs")).is_file() || folder.join(&inner).is_dir() {
                    offences.push(offence(&source, at, &format!("{other}::{inner}")));
                }
            }
        }
        offences.extend(code.match_indices("super::super::super").map(|(at, _)| offence(&source, at, "super::super::super")));
    }
    assert_tidy(&offences);
}

#[test]
fn the_crates_know_neither_the_program_nor_the_network() {
    let mut offences = Vec::new();
    for source in crate::tree::all().into_iter().filter(|source| source.below("crates/")) {
        let text = if source.ends(".rs") { code(source.text()) } else { source.text().to_owned() };
        let kept = if source.ends("Cargo.toml") || source.ends(".rs") { text.as_str() } else { "" };
        for name in OUTSIDE {
            offences.extend(words(kept, name).into_iter().map(|at| offence(&source, at, name)));
        }
    }
    assert_tidy(&offences);
}

/// The first part of a path below `src`: `db`, `router`.
fn part(source: &Source) -> &str {
    source.path.split('/').nth(1).map_or("", |part| part.trim_end_matches(".rs"))
}

/// What is named directly after a feature's name: of `rooms::{Room, store::x}` both `Room` and `store`.
fn reached(code: &str, feature: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for at in words(code, feature) {
        let Some(rest) = code[at + feature.len()..].strip_prefix("::") else { continue };
        let names = rest.strip_prefix('{').map_or(rest, |group| group.split('}').next().unwrap_or(group));
        let several = rest.starts_with('{');
        let first = |part: &str| part.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        found.extend(names.split(',').take(if several { usize::MAX } else { 1 }).map(|part| (at, first(part))));
    }
    found
}

/// Where a word stands by itself.
fn words(text: &str, word: &str) -> Vec<usize> {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let alone = |at: usize| !letter(text[..at].chars().next_back()) && !letter(text[at + word.len()..].chars().next());
    text.match_indices(word).map(|(at, _)| at).filter(|at| alone(*at)).collect()
}

fn offence(source: &Source, at: usize, what: &str) -> String {
    format!("{}:{}: {what}", source.path, line_of(source.text(), at))
}

#[test]
fn what_is_reached_of_a_feature_is_found_in_groups_too() {
    let names = |code: &str| reached(code, "rooms").into_iter().map(|(_, name)| name).collect::<Vec<_>>();
    assert_eq!(names("use crate::features::rooms::store::x;"), ["store"]);
    assert_eq!(names("use crate::features::rooms::{Room, store::x};"), ["Room", "store"]);
    assert!(names("let bedrooms::x = rooms;").is_empty());
}
