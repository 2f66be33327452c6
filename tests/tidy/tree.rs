//! The files of the tree.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that are made, fetched or private; everything else is looked at.
const NOT_OURS: [&str; 8] = [".git", "target", "data", "node_modules", "dist", "shots", ".vscode", ".idea"];

/// One file of the tree.
pub struct Source {
    /// Path from the root, with slashes.
    pub path: String,
    /// What is in it; nothing when it is not text.
    pub text: Option<String>,
    /// Size in bytes.
    pub bytes: u64,
}

impl Source {
    /// The text, empty for files that are none.
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    /// Whether the name ends so: `.rs`, `store.rs`.
    pub fn ends(&self, ending: &str) -> bool {
        self.path.ends_with(ending)
    }

    /// Whether it lies below a folder: `src/db/`.
    pub fn below(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    /// Whether it only holds tests.
    pub fn is_test(&self) -> bool {
        self.ends("tests.rs") || self.path.contains("/tests/") || self.below("tests/") || self.below("benches/")
    }
}

/// The root of the tree.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file, in the order of paths.
pub fn all() -> Vec<Source> {
    let mut found = Vec::new();
    collect(root(), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 100, "the tree was not found at {}", root().display());
    found
}

/// Every file whose name ends so.
pub fn ending(ending: &str) -> Vec<Source> {
    all().into_iter().filter(|source| source.ends(ending)).collect()
}

/// Every Rust file.
pub fn rust() -> Vec<Source> {
    ending(".rs")
}

/// The folders directly below a folder, by name.
pub fn folders(of: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(of)).unwrap().map(|entry| entry.unwrap());
    let mut names: Vec<String> = entries.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The text of one file.
pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The line, from 1, in which a byte of a text stands.
pub fn line_of(text: &str, byte: usize) -> usize {
    text.as_bytes().iter().take(byte).filter(|byte| **byte == b'\n').count() + 1
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let (path, kind) = (entry.path(), entry.file_type().unwrap());
        if kind.is_dir() {
            if !NOT_OURS.contains(&entry.file_name().to_str().unwrap()) {
                collect(&path, found);
            }
        } else if kind.is_file() {
            found.push(source(&path));
        }
    }
}

fn source(path: &PathBuf) -> Source {
    let bytes = fs::read(path).unwrap();
    let name = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
    Source { path: name, bytes: u64::try_from(bytes.len()).unwrap(), text: String::from_utf8(bytes).ok() }
}
