//! Programs in another language with libraries of others: a second opinion on what Nabe writes.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The interpreter that has the libraries of others; installed by `tools/second-opinion`.
pub fn python() -> PathBuf {
    static INSTALLING: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _one = INSTALLING.lock().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let installed = Command::new(root.join("tools/second-opinion")).status().expect("tools/second-opinion can be run");
    assert!(installed.success(), "the mail server is missing; tools/second-opinion says above what to install");
    root.join("target/second-opinion/bin/python")
}

/// What a program of `tests/hub` in another language, with libraries of others, says about a file.
pub fn second_opinion(program: &str, words: &[&str], file: &[u8]) -> Output {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hub").join(program);
    let mut child = Command::new(python()).arg(program).args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(file).unwrap();
    child.wait_with_output().unwrap()
}
