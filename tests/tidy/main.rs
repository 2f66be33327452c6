//! The style, executable: each rule of CONTRIBUTING.md is a test whose name is the rule.
//! Nouns: `Source` (one file of the tree), offence (where a rule is broken, as `file:line: what`).
//! Sources of the rules: CONTRIBUTING.md for people, `deny.toml` for dependencies, `src/statements.rs` for SQL.
//! Invariants: every offence names file and line; a rule reads the tree as it lies there, tracked or not; nothing is written.
//! Must not know: what the program does. What it links of `nabe` are the statements, migrations and the reserved words.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic, reason = "a rule that cannot be checked has to fail aloud")]

mod arrows;
mod dependencies;
mod documents;
mod names;
mod pages;
mod rust_text;
mod sizes;
mod sql;
mod texts;
mod tree;

/// Fails with all offences at once, so that one run shows the whole work.
#[track_caller]
fn assert_tidy(offences: &[String]) {
    assert!(offences.is_empty(), "\n{} offence(s):\n  {}\n", offences.len(), offences.join("\n  "));
}
