//! Purpose: one content line at a time: escaping, folding, line ends (RFC 5545 §3.1, §3.3.11; RFC 6868).
//! Nouns: [`Lines`], text, parameter, address.
//! URLs: none.
//! Invariants: [`Lines::push`] is the only place that writes, and lets no control character through but the tab.
//! Must not know: which properties exist.

use std::fmt::Write as _;

/// Octets of a line without its CRLF (RFC 5545 §3.1).
const LIMIT: usize = 75;

/// The file as it grows.
#[derive(Default)]
pub(crate) struct Lines {
    file: String,
}

impl Lines {
    /// The finished file.
    pub(crate) fn finish(self) -> String {
        self.file
    }

    /// Adds a line whose value is already in its written form; `head` is the name with its parameters.
    pub(crate) fn push(&mut self, head: &str, value: &str) {
        let mut octets = 0;
        for c in head.chars().chain([':']).chain(value.chars()).filter(|c| is_allowed(*c)) {
            if octets + c.len_utf8() > LIMIT {
                self.file.push_str("\r\n ");
                octets = 1;
            }
            self.file.push(c);
            octets += c.len_utf8();
        }
        self.file.push_str("\r\n");
    }

    /// Adds a line with free text, or nothing when no text remains.
    pub(crate) fn push_text(&mut self, head: &str, value: &str) {
        let written = text(value);
        if !written.is_empty() {
            self.push(head, &written);
        }
    }
}

/// Free text as a value: line breaks of all kinds become `\n`.
pub(crate) fn text(value: &str) -> String {
    let mut written = String::with_capacity(value.len());
    for c in one_break_each(value) {
        match c {
            '\\' | ';' | ',' => written.extend(['\\', c]),
            '\n' => written.push_str("\\n"),
            _ => written.push(c),
        }
    }
    written
}

/// Free text as a quoted parameter value; `None` when no text remains.
pub(crate) fn parameter(value: &str) -> Option<String> {
    let mut written = String::new();
    for c in one_break_each(value) {
        match c {
            '^' => written.push_str("^^"),
            '"' => written.push_str("^'"),
            '\n' => written.push_str("^n"),
            _ => written.push(c),
        }
    }
    (!written.is_empty()).then(|| format!("\"{written}\""))
}

/// A mail address as URI (RFC 6068 §2).
pub(crate) fn mailto(address: &str) -> String {
    format!("mailto:{}", percent_encoded(address.trim(), "-._~!$'*+@"))
}

/// A URI with everything encoded that may not stand in one (RFC 3986 §2); what is already encoded stays.
pub(crate) fn uri(address: &str) -> String {
    percent_encoded(address.trim(), "-._~:/?#[]@!$&'()*+,;=%")
}

fn percent_encoded(address: &str, kept: &str) -> String {
    let mut written = String::with_capacity(address.len());
    for c in address.chars().filter(|c| is_allowed(*c)) {
        if c.is_ascii_alphanumeric() || kept.contains(c) {
            written.push(c);
            continue;
        }
        for octet in c.encode_utf8(&mut [0; 4]).bytes() {
            // Writing into a string cannot fail.
            let _ = write!(written, "%{octet:02X}");
        }
    }
    written
}

/// The characters with CRLF and every other line break, also those of Unicode and of page printers, as one `\n`.
fn one_break_each(value: &str) -> impl Iterator<Item = char> {
    let mut after_cr = false;
    value.chars().filter_map(move |c| {
        let second_half = after_cr && c == '\n';
        after_cr = c == '\r';
        match c {
            '\n' if second_half => None,
            '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            _ => is_allowed(c).then_some(c),
        }
    })
}

/// Besides the control characters RFC 5545 forbids, those are left out that some readers take for the end of a line.
fn is_allowed(c: char) -> bool {
    c == '\t' || !(c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'))
}
