//! Texts are used, or go.

use crate::assert_tidy;
use crate::tree::{all, ending};

#[test]
fn every_text_is_used_somewhere() {
    let used: String =
        all().iter().filter(|source| source.below("src/") && (source.ends(".rs") || source.ends(".html"))).map(|source| source.text().to_owned()).collect();
    let mut offences = Vec::new();
    for source in ending("/texts.de.ftl").iter().filter(|source| source.below("src/")) {
        for (n, line) in source.text().lines().enumerate() {
            if let Some(key) = key(line)
                && !used.contains(&format!("{}(", key.replace('-', "_")))
                && !used.contains(&format!("Texts::{}", key.replace('-', "_")))
            {
                offences.push(format!("{}:{}: {key}", source.path, n + 1));
            }
        }
    }
    assert_tidy(&offences);
}

/// The key that a line of a text file begins with.
fn key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once(" =")?;
    (key.starts_with(|c: char| c.is_ascii_lowercase()) && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'))
        .then_some(key)
}
