//! Purpose: from bytes to content lines: encodings, line ends, folding, names, parameters (RFC 5545 §3.1, §3.2; RFC 6868).
//! Nouns: [`Line`], physical line, parameter.
//! URLs: none.
//! Invariants: each byte is looked at a fixed number of times; bytes that are no UTF-8 are read as Windows-1252, never lost.
//! Must not know: which properties exist.

use std::borrow::Cow;

/// One content line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Where it begins in the file, from 1.
    pub number: usize,
    /// In capitals; empty for a line that is none.
    pub name: String,
    /// Names in capitals, with their values.
    pub parameters: Vec<(String, String)>,
    /// As written.
    pub value: String,
}

impl Line {
    /// The value of a parameter.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// All content lines of a file; blank ones are left out.
pub(super) fn lines(bytes: &[u8]) -> Vec<Line> {
    let bytes = as_utf8(bytes);
    let mut found = Vec::new();
    let mut open: Option<(usize, Vec<u8>)> = None;
    for (number, physical) in physical(&bytes) {
        match (physical.split_first(), &mut open) {
            (Some((b' ' | b'\t', rest)), Some((_, line))) => line.extend_from_slice(rest),
            (Some(_), _) => found.extend(open.replace((number, physical.to_vec())).and_then(finish)),
            (None, _) => found.extend(open.take().and_then(finish)),
        }
    }
    found.extend(open.and_then(finish));
    found
}

/// UTF-16 with its mark becomes UTF-8; the mark of UTF-8 is dropped.
pub(super) fn as_utf8(bytes: &[u8]) -> Cow<'_, [u8]> {
    let wide = |rest: &[u8], join: fn([u8; 2]) -> u16| {
        let units = rest.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok()).map(join);
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>().into_bytes()
    };
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => Cow::Borrowed(rest),
        [0xff, 0xfe, rest @ ..] => Cow::Owned(wide(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Cow::Owned(wide(rest, u16::from_be_bytes)),
        _ => Cow::Borrowed(bytes),
    }
}

/// The lines of the file with their numbers: CRLF, LF and CR all end one.
pub(super) fn physical(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut rest = Some(bytes);
    let mut number = 0;
    std::iter::from_fn(move || {
        let left = rest?;
        number += 1;
        let Some(end) = left.iter().position(|byte| matches!(byte, b'\r' | b'\n')) else {
            rest = None;
            return Some((number, left));
        };
        let (line, after) = left.split_at(end);
        rest = match after {
            [b'\r', b'\n', next @ ..] | [_, next @ ..] => Some(next),
            [] => None,
        };
        Some((number, line))
    })
}

fn finish((number, bytes): (usize, Vec<u8>)) -> Option<Line> {
    let text = String::from_utf8(bytes).unwrap_or_else(|error| error.as_bytes().iter().map(|byte| western(*byte)).collect());
    if text.trim().is_empty() {
        return None;
    }
    Some(parse(number, &text).unwrap_or(Line { number, name: String::new(), parameters: Vec::new(), value: String::new() }))
}

/// A byte of Windows-1252, which holds all of Latin-1 that can be seen.
fn western(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™',
        'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    byte.checked_sub(0x80).and_then(|at| HIGH.get(usize::from(at))).copied().unwrap_or(char::from(byte))
}

fn parse(number: usize, text: &str) -> Option<Line> {
    let end = text.find([':', ';'])?;
    let (name, mut rest) = text.split_at_checked(end)?;
    let name = name.trim().to_ascii_uppercase();
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return None;
    }
    let mut parameters = Vec::new();
    while let Some(after) = rest.strip_prefix(';') {
        let end = after.find(['=', ';', ':'])?;
        let (key, after) = after.split_at_checked(end)?;
        let (value, after) = match after.strip_prefix('=') {
            Some(written) => parameter(written)?,
            None => (String::new(), after),
        };
        if !key.trim().is_empty() {
            parameters.push((key.trim().to_ascii_uppercase(), value));
        }
        rest = after;
    }
    Some(Line { number, name, parameters, value: rest.strip_prefix(':')?.to_owned() })
}

/// The value of a parameter and what follows it. Several values stay joined by commas: none that we look at has more than one.
fn parameter(written: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut rest = written;
    loop {
        if let Some(quoted) = rest.trim_start_matches(' ').strip_prefix('"') {
            let (inner, after) = quoted.split_once('"')?;
            value.push_str(inner);
            rest = after;
        }
        let end = rest.find(['"', ',', ';', ':'])?;
        let (plain, after) = rest.split_at_checked(end)?;
        value.push_str(plain.trim());
        match after.strip_prefix(',') {
            Some(next) => {
                value.push(',');
                rest = next;
            }
            None if after.starts_with('"') => return None,
            None => return Some((unmarked(&value), after)),
        }
    }
}

/// RFC 6868: `^^`, `^'` and `^n`.
fn unmarked(value: &str) -> String {
    if value.contains('^') { value.replace("^n", "\n").replace("^'", "\"").replace("^^", "^") } else { value.to_owned() }
}
