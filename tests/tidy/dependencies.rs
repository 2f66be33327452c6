//! What the program is made of: `cargo metadata` against the lists of `deny.toml`, without the network.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

use crate::assert_tidy;
use crate::tree::{ending, read, root};

/// Packages in `Cargo.lock`.
const LOCKED_AT_MOST: usize = 400;
/// Lines in `[dependencies]` of the program. The last of them, `tokio-rustls`, is there for mail and PostgreSQL anyway.
const DIRECT_AT_MOST: usize = 46;

#[test]
fn every_licence_is_allowed() {
    let deny: toml::Table = read("deny.toml").parse().unwrap();
    let allowed: BTreeSet<&str> = strings(&deny["licenses"]["allow"]).collect();
    let packages = packages();
    let mut offences = Vec::new();
    for package in &packages {
        let (name, licence) = (package["name"].as_str().unwrap(), package["license"].as_str().unwrap_or("no licence"));
        if !is_allowed(licence, &allowed) {
            offences.push(format!("{name}: {licence}"));
        }
    }
    let named: String = packages.iter().filter_map(|package| package["license"].as_str()).collect::<Vec<_>>().join(" ");
    offences.extend(allowed.iter().filter(|licence| !named.contains(**licence)).map(|licence| format!("deny.toml: nobody has {licence}")));
    assert_tidy(&offences);
}

#[test]
fn no_banned_package_is_used_and_sqlite_only_once() {
    let deny: toml::Table = read("deny.toml").parse().unwrap();
    let banned: BTreeSet<&str> = deny["bans"]["deny"].as_array().unwrap().iter().filter_map(|ban| ban["crate"].as_str()).collect();
    let packages = packages();
    let names: Vec<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    let mut offences: Vec<String> = names.iter().filter(|name| banned.contains(**name)).map(|name| format!("{name} is banned by deny.toml")).collect();
    for alone in ["libsqlite3-sys", "rusqlite", "tokio", "rustls", "ring"] {
        let times = names.iter().filter(|name| **name == alone).count();
        offences.extend((times > 1).then(|| format!("{alone} is there {times} times")));
    }
    assert_tidy(&offences);
}

#[test]
fn every_dependency_says_why() {
    let mut offences = Vec::new();
    for manifest in ending("Cargo.toml") {
        let mut inside = false;
        for (n, line) in manifest.text().lines().enumerate() {
            if line.starts_with('[') {
                inside = line.trim_end_matches(']').ends_with("dependencies");
            } else if inside && !line.trim().is_empty() && !line.starts_with('#') && !line.contains(" # ") {
                offences.push(format!("{}:{}: {line}", manifest.path, n + 1));
            }
        }
    }
    assert_tidy(&offences);
}

#[test]
fn dependencies_stay_few() {
    let manifest: toml::Table = read("Cargo.toml").parse().unwrap();
    let direct = manifest["dependencies"].as_table().unwrap().len();
    let locked = read("Cargo.lock").matches("[[package]]").count();
    assert!(direct <= DIRECT_AT_MOST, "{direct} direct dependencies, at most {DIRECT_AT_MOST}");
    assert!(locked <= LOCKED_AT_MOST, "{locked} locked packages, at most {LOCKED_AT_MOST}");
}

/// All packages that end up in the program or are needed to build it; those that only tests use are left out, as `deny.toml` says.
fn packages() -> Vec<Value> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let platform = host(&cargo);
    let arguments = ["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", &platform];
    let output = Command::new(cargo).args(arguments).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let used = reached(&metadata);
    assert!(used.len() > 100, "only {} packages: this rule no longer reads what cargo says", used.len());
    let Value::Array(packages) = metadata["packages"].take() else { panic!("cargo metadata has no packages") };
    packages.into_iter().filter(|package| used.contains(package["id"].as_str().unwrap())).collect()
}

/// Ids of the packages that the members of the workspace reach other than for tests.
fn reached(metadata: &Value) -> BTreeSet<String> {
    let nodes = metadata["resolve"]["nodes"].as_array().unwrap();
    let mut open: Vec<&str> = metadata["workspace_members"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let mut used = BTreeSet::new();
    while let Some(id) = open.pop() {
        if used.insert(id.to_owned()) {
            let node = nodes.iter().find(|node| node["id"] == id).unwrap();
            let needed = node["deps"].as_array().unwrap().iter().filter(|dep| dep["dep_kinds"].as_array().unwrap().iter().any(|kind| kind["kind"] != "dev"));
            open.extend(needed.filter_map(|dep| dep["pkg"].as_str()));
        }
    }
    used
}

fn host(cargo: &str) -> String {
    let output = Command::new(cargo).arg("-vV").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

/// Whether an SPDX expression can be met by allowed licences alone. `AND` binds closer than `OR`; a slash is an old `OR`.
fn is_allowed(licence: &str, allowed: &BTreeSet<&str>) -> bool {
    let spaced = licence.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ").replace(" WITH ", "+WITH+");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    either(&words, &mut at, allowed) && at == words.len()
}

fn either(words: &[&str], at: &mut usize, allowed: &BTreeSet<&str>) -> bool {
    let mut met = every(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        met |= every(words, at, allowed);
    }
    met
}

fn every(words: &[&str], at: &mut usize, allowed: &BTreeSet<&str>) -> bool {
    let mut met = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        met &= one(words, at, allowed);
    }
    met
}

fn one(words: &[&str], at: &mut usize, allowed: &BTreeSet<&str>) -> bool {
    let word = words.get(*at).copied().unwrap_or_default();
    *at += 1;
    if word != "(" {
        return allowed.contains(word.replace("+WITH+", " WITH ").as_str());
    }
    let met = either(words, at, allowed);
    *at += 1;
    met
}

fn strings(list: &toml::Value) -> impl Iterator<Item = &str> {
    list.as_array().unwrap().iter().filter_map(toml::Value::as_str)
}

#[test]
fn licence_expressions_are_read_as_spdx_means_them() {
    let allowed = BTreeSet::from(["MIT", "Unicode-3.0", "Apache-2.0 WITH LLVM-exception"]);
    let met = |licence: &str| is_allowed(licence, &allowed);
    assert!(met("MIT") && met("GPL-3.0-only OR MIT") && met("MIT/Apache-2.0") && met("(MIT OR GPL-2.0-only) AND Unicode-3.0"));
    assert!(met("Apache-2.0 WITH LLVM-exception") && met("GPL-3.0-only AND Zlib OR MIT"));
    assert!(!met("GPL-3.0-only") && !met("MIT AND GPL-3.0-only") && !met("no licence") && !met("Apache-2.0"));
}
