//! How large things may be.

use crate::assert_tidy;
use crate::rust_text::{block_end, code};
use crate::tree::{all, line_of, rust};

/// Lines of a file that people write by hand.
const FILE_LINES: usize = 400;
/// Lines of a function, from `fn` to the closing brace.
const FUNCTION_LINES: usize = 60;
/// Bytes of any file.
const FILE_BYTES: u64 = 200_000;
/// Kinds of files that people write by hand; texts, data and the schema are lists and may be longer.
const WRITTEN: [&str; 6] = [".rs", ".html", ".js", ".mjs", ".scss", ".sh"];

#[test]
fn a_file_has_at_most_400_lines() {
    let written = |path: &str| WRITTEN.iter().any(|ending| path.ends_with(ending));
    let long = all().into_iter().filter(|source| written(&source.path) && !source.is_test()).filter_map(|source| {
        let lines = source.text().lines().count();
        (lines > FILE_LINES).then(|| format!("{}: {lines} lines", source.path))
    });
    assert_tidy(&long.collect::<Vec<_>>());
}

#[test]
fn a_function_has_at_most_60_lines() {
    let mut offences = Vec::new();
    for source in rust() {
        for (name, first, lines) in functions(source.text()) {
            if lines > FUNCTION_LINES {
                offences.push(format!("{}:{first}: fn {name} has {lines} lines", source.path));
            }
        }
    }
    assert_tidy(&offences);
}

#[test]
fn a_file_has_at_most_200_kilobytes() {
    let large = all().into_iter().filter(|source| source.bytes > FILE_BYTES).map(|source| format!("{}: {} bytes", source.path, source.bytes));
    assert_tidy(&large.collect::<Vec<_>>());
}

/// Name, first line and number of lines of every function with a body.
fn functions(text: &str) -> Vec<(String, usize, usize)> {
    let code = code(text);
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        let inside_word = code[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
        let name: String = code[at + 3..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if let Some(open) = body(&code, at).filter(|_| !inside_word && !name.is_empty()) {
            let (first, last) = (line_of(&code, at), line_of(&code, block_end(&code, open)));
            found.push((name, first, last + 1 - first));
        }
    }
    found
}

/// Where the body of a function opens; nothing when it is only declared.
fn body(code: &str, from: usize) -> Option<usize> {
    let mut depth = 0_i32;
    for (at, byte) in code.bytes().enumerate().skip(from) {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b';' if depth == 0 => return None,
            b'{' if depth == 0 => return Some(at),
            _ => {}
        }
    }
    None
}

#[test]
fn functions_are_measured_from_head_to_brace() {
    let text = "trait T { fn only_declared(&self) -> [u8; 2]; }\nfn one() { if a { b } }\n\nasync fn four<T>(\n    x: T, // }\n) -> [u8; 2]\nwhere T: A { \"}\"; c }\n";
    assert_eq!(functions(text), [("one".to_owned(), 2, 1), ("four".to_owned(), 4, 4)]);
}
