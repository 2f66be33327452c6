//! Documents tell the truth about the tree: what they name exists.

use crate::assert_tidy;
use crate::rust_text::{Kind, stretches};
use crate::tree::{Source, all, ending, line_of, root};

/// First parts of paths of this repository.
const TOP: [&str; 9] = ["src/", "crates/", "docs/", "ui/", "tests/", "tools/", "migrations/", "benches/", ".ci/"];
/// Made by the build, so not there in a fresh clone.
const MADE: [&str; 3] = ["ui/dist", "ui/node_modules", "tests/browser/shots"];

#[test]
fn documents_name_only_files_that_exist() {
    let mut offences = Vec::new();
    for document in ending(".md") {
        let links = spans(document.text(), "](", ")")
            .into_iter()
            .filter(|(_, target)| !target.contains("://") && !target.starts_with(['#', '/', '.']) || target.starts_with("../"));
        for (at, target) in links {
            let path = beside(&document, target.split('#').next().unwrap_or(target));
            if !root().join(&path).exists() {
                offences.push(format!("{}:{}: {target}", document.path, line_of(document.text(), at)));
            }
        }
        offences.extend(spans(document.text(), "`", "`").into_iter().filter_map(|(at, span)| wrong(&document, at, span)));
    }
    assert_tidy(&offences);
}

#[test]
fn comments_name_only_files_that_exist() {
    let mut offences = Vec::new();
    for source in all().into_iter().filter(|source| source.ends(".rs") && !source.below("tests/tidy/")) {
        for (kind, start, stretch) in stretches(source.text()) {
            if kind == Kind::Comment {
                offences.extend(spans(stretch, "`", "`").into_iter().filter_map(|(at, span)| wrong(&source, start + at, span)));
            }
        }
    }
    assert_tidy(&offences);
}

#[test]
fn the_architecture_names_every_folder_and_every_table_without_a_hub() {
    let text = crate::tree::read("ARCHITECTURE.md");
    let folders = crate::tree::folders("src").into_iter().chain(crate::tree::folders("crates")).chain(crate::tree::folders("src/features"));
    let missing = folders.filter(|folder| !text.contains(&format!("{folder}/"))).map(|folder| format!("ARCHITECTURE.md: no word of {folder}/"));
    let created = nabe::db::MIGRATIONS.iter().flat_map(|migration| migration.text.split("create table ").skip(1));
    let without = created.map(|table| table.split(';').next().unwrap_or(table)).filter(|table| !table.contains("hub_id bigint"));
    let names = without.map(|table| table.split(' ').next().unwrap_or(table)).chain(nabe::db::WITHOUT_TENANT.iter().copied()).collect::<Vec<_>>();
    let unnamed = names.into_iter().filter(|name| !text.contains(&format!("`{name}`"))).map(|name| format!("ARCHITECTURE.md: no word of the table {name}"));
    assert_tidy(&missing.chain(unnamed).collect::<Vec<_>>());
}

#[test]
fn documents_for_newcomers_stay_short() {
    let limits = [("README.md", 150), ("ARCHITECTURE.md", 200), ("CONTRIBUTING.md", 80)];
    let long =
        limits.into_iter().filter(|(path, most)| crate::tree::read(path).lines().count() > *most).map(|(path, most)| format!("{path}: more than {most} lines"));
    let decisions = ending(".md").into_iter().filter(|source| source.below("docs/decisions/") && source.text().lines().count() > 60);
    assert_tidy(&long.chain(decisions.map(|source| format!("{}: more than a page", source.path))).collect::<Vec<_>>());
}

/// What is bold in the handbook is what people read on the screen, and each of its pictures is shown somewhere.
#[test]
fn the_handbook_uses_the_words_of_the_screen() {
    let words: Vec<String> = ending("/texts.de.ftl").iter().filter(|source| source.below("src/")).map(|source| source.text().to_owned()).collect();
    let chapters: Vec<_> = ending(".md").into_iter().filter(|source| source.below("docs/handbuch/")).collect();
    assert!(chapters.len() > 5, "the handbook has chapters");
    let mut offences = Vec::new();
    for chapter in &chapters {
        for (at, bold) in spans(chapter.text(), "**", "**") {
            let word = bold.replace('\n', " ");
            let word = word.trim_end_matches(':');
            if word != "fett" && !words.iter().any(|texts| texts.contains(word)) {
                offences.push(format!("{}:{}: {word}", chapter.path, line_of(chapter.text(), at)));
            }
        }
    }
    let pictures = ending(".png").into_iter().filter(|source| source.below("docs/handbuch/"));
    let unused = pictures.map(|picture| picture.path).filter(|path| {
        let name = path.trim_start_matches("docs/handbuch/");
        !chapters.iter().any(|chapter| chapter.text().contains(&format!("]({name})")))
    });
    offences.extend(unused);
    assert_tidy(&offences);
}

/// An offence when a span names a file of this repository that is not there, or a function that the file does not have.
fn wrong(document: &Source, at: usize, span: &str) -> Option<String> {
    let (path, function) = span.split_once("::").map_or((span, None), |(path, function)| (path, Some(function)));
    let is_path = TOP.iter().any(|top| path.starts_with(top)) && !path.contains([' ', '*', '<', '{', '…', '$', '|']);
    if !is_path || MADE.iter().any(|made| path.starts_with(made)) {
        return None;
    }
    let near = document.path.split('/').take(2).collect::<Vec<_>>().join("/");
    let found = [path.to_owned(), beside(document, path), format!("{near}/{path}"), format!("src/{path}")].into_iter().find(|path| root().join(path).exists());
    let here = format!("{}:{}: {span}", document.path, line_of(document.text(), at));
    let Some(found) = found else { return Some(here) };
    let word = function?;
    let text = std::fs::read_to_string(root().join(found)).unwrap_or_default();
    let there = [
        format!("fn {word}("),
        format!("fn {word}<"),
        format!("struct {word}"),
        format!("trait {word}"),
        format!("const {word}"),
        format!("enum {word}"),
        format!("    {word}("),
    ];
    (!there.iter().any(|form| text.contains(form))).then_some(here)
}

/// A path that is written from the folder of a document.
fn beside(document: &Source, target: &str) -> String {
    let mut parts: Vec<&str> = document.path.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// What stands between two marks on one line, with the byte it begins at. Fenced blocks are left out.
fn spans<'a>(text: &'a str, open: &str, close: &str) -> Vec<(usize, &'a str)> {
    let (mut found, mut fenced, mut start) = (Vec::new(), false, 0);
    for line in text.split_inclusive('\n') {
        let is_fence = line.trim_start().starts_with("```");
        fenced ^= is_fence;
        let mut at = 0;
        while !fenced
            && !is_fence
            && let Some(from) = line[at..].find(open).map(|found| at + found + open.len())
        {
            let Some(length) = line[from..].find(close) else { break };
            found.push((start + from, &line[from..from + length]));
            at = from + length + close.len();
        }
        start += line.len();
    }
    found
}
