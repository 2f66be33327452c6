//! How things are called and where they lie.

use std::path::Path;

use crate::assert_tidy;
use crate::tree::{all, folders, read, root};

/// Names that say nothing, and so attract everything.
const EMPTY_NAMES: [&str; 8] = ["util", "utils", "helper", "helpers", "common", "misc", "shared", "stuff"];
/// What every feature has.
const FEATURE_FILES: [&str; 4] = ["mod.rs", "texts.de.ftl", "texts.en.ftl", "tests.rs"];
/// What the first lines of a folder's `mod.rs` answer.
const HEADINGS: [&str; 4] = ["//! ", "//! Nouns:", "Invariants:", "ust not know"];

#[test]
fn no_file_or_folder_has_a_name_that_says_nothing() {
    let offences = all().into_iter().filter(|source| source.path.split('/').any(|part| EMPTY_NAMES.contains(&part.split('.').next().unwrap_or(part))));
    assert_tidy(&offences.map(|source| source.path).collect::<Vec<_>>());
}

#[test]
fn every_feature_has_the_same_set_of_files() {
    let mut offences = Vec::new();
    for feature in folders("src/features") {
        let folder = format!("src/features/{feature}");
        let missing = FEATURE_FILES.iter().filter(|file| !root().join(&folder).join(file).is_file() && !is_folder_instead(&folder, file));
        offences.extend(missing.map(|file| format!("{folder}: {file} is missing")));
    }
    assert_tidy(&offences);
}

#[test]
fn every_folder_says_what_it_is_and_what_it_must_not_know() {
    let mut offences = Vec::new();
    let parts = folders("src").into_iter().filter(|name| name != "features").map(|name| format!("src/{name}/mod.rs"));
    let features = folders("src/features").into_iter().map(|name| format!("src/features/{name}/mod.rs"));
    let crates = folders("crates").into_iter().map(|name| format!("crates/{name}/src/lib.rs"));
    for path in parts.chain(features).chain(crates) {
        let head: String = read(&path).lines().take_while(|line| line.starts_with("//!")).collect::<Vec<_>>().join("\n");
        offences.extend(HEADINGS.iter().filter(|heading| !head.contains(*heading)).map(|heading| format!("{path}:1: nothing after \"{heading}\"")));
    }
    assert_tidy(&offences);
}

#[test]
fn nothing_is_left_marked_as_unfinished() {
    // Put together here, so that this file does not offend itself.
    let marks = [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["XX", "X:"].concat(), ["HA", "CK:"].concat()];
    let mut offences = Vec::new();
    for source in all() {
        for (n, line) in source.text().lines().enumerate() {
            offences.extend(marks.iter().filter(|mark| line.contains(*mark)).map(|mark| format!("{}:{}: {mark}", source.path, n + 1)));
        }
    }
    assert_tidy(&offences);
}

/// `tests.rs` may have grown into `tests/mod.rs`.
fn is_folder_instead(folder: &str, file: &str) -> bool {
    Path::new(file).file_stem().is_some_and(|stem| root().join(folder).join(stem).join("mod.rs").is_file())
}
