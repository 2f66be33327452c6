//! Turns the text files of a program (`texts.de.ftl` and its `texts.en.ftl`) into checked Rust functions, at build time.
//! Nouns: a *text* has a key and a body of *pieces*; a *choice* picks one of several bodies by a number or a word.
//! Source: the syntax of Project Fluent 1.0 (<https://projectfluent.org>), of which a small part is supported; plural forms by Unicode CLDR.
//! Invariants: both languages hold the same keys and variables, no key is there twice, and a key names its folder; otherwise nothing is written.
//! It must not know what any text says, nor anything of the program that shows it: texts are plain text, escaping for HTML comes later.

mod check;
mod read;
#[cfg(test)]
mod tests;
mod write;

use std::fmt;
use std::path::{Path, PathBuf};
use std::{fs, io, process};

/// What is wrong in a text file, in one sentence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The text file, as found below the folder that was searched.
    pub file: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what is wanted.
    pub sentence: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file.display(), self.line, self.sentence)
    }
}

/// For `build.rs`: compiles the texts below `src_dir` into `out_file` and tells cargo what to watch.
///
/// On problems it prints each as `file:line: sentence` and ends the process with status 1.
pub fn build(src_dir: &Path, out_file: &Path) {
    // Cargo watches a folder with everything below it; without it a new text file would go unnoticed.
    println!("cargo:rerun-if-changed={}", src_dir.display());
    for file in text_files(src_dir).unwrap_or_default() {
        println!("cargo:rerun-if-changed={}", file.display());
    }
    let written = compile(src_dir).and_then(|source| fs::write(out_file, source).map_err(|error| vec![unreadable(out_file, "written", &error)]));
    if let Err(problems) = written {
        for problem in problems {
            eprintln!("{problem}");
        }
        process::exit(1);
    }
}

/// The Rust source for all texts below `src_dir`: `impl Texts` with one function a key, and `KEYS`.
///
/// The module that includes it brings `struct Texts { lang: Lang }` (`Copy`) and `enum Lang { De, En }`.
/// Fails with everything that is wrong, sorted by file and line.
pub fn compile(src_dir: &Path) -> Result<String, Vec<Problem>> {
    let files = text_files(src_dir).map_err(|error| vec![unreadable(src_dir, "read", &error)])?;
    let mut problems = Vec::new();
    let mut pairs = Vec::new();
    for german in german_files(&files, &mut problems) {
        let english = german.with_file_name("texts.en.ftl");
        let before = problems.len();
        let de = read::file(&german, &mut problems);
        let en = read::file(&english, &mut problems);
        // A text that could not be read would be reported as missing too, which only hides the cause.
        if problems.len() == before {
            pairs.extend(check::pairs(&german, de, &english, en, &mut problems));
        }
    }
    check::no_key_twice(&pairs, &mut problems);
    problems.sort();
    if problems.is_empty() { Ok(write::source(&pairs)) } else { Err(problems) }
}

/// The German files, each of which has its English one; a file that stands alone is a problem.
fn german_files(files: &[PathBuf], problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let mut german = Vec::new();
    for file in files {
        let other = if file.ends_with("texts.de.ftl") { "texts.en.ftl" } else { "texts.de.ftl" };
        if !files.contains(&file.with_file_name(other)) {
            let sentence = format!("{other} is missing beside this file.");
            problems.push(Problem { file: file.clone(), line: 1, sentence });
        } else if other == "texts.en.ftl" {
            german.push(file.clone());
        }
    }
    german
}

/// Every `texts.de.ftl` and `texts.en.ftl` below `dir`, sorted, so that the same tree gives the same source.
fn text_files(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(text_files(&path)?);
        } else if path.ends_with("texts.de.ftl") || path.ends_with("texts.en.ftl") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn unreadable(file: &Path, done: &str, error: &io::Error) -> Problem {
    Problem { file: file.to_owned(), line: 1, sentence: format!("This cannot be {done}: {error}.") }
}
