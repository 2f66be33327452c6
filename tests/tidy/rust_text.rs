//! Reads Rust just far enough to tell code from comments and literals.

/// A stretch of a Rust file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Code,
    Comment,
    Literal,
}

/// The stretches of a file with the byte each begins at; together they are the file.
pub fn stretches(text: &str) -> Vec<(Kind, usize, &str)> {
    let mut found = Vec::new();
    let (mut at, mut code) = (0, 0);
    while at < text.len() {
        let Some((kind, length)) = special(text, at) else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        found.push((Kind::Code, code, &text[code..at]));
        found.push((kind, at, &text[at..at + length]));
        at += length;
        code = at;
    }
    found.push((Kind::Code, code, &text[code..]));
    found
}

/// The file with comments and literals blanked out: every byte stays where it is, line breaks stay.
pub fn code(text: &str) -> String {
    let blank = |stretch: &str| stretch.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect::<String>();
    stretches(text).into_iter().map(|(kind, _, stretch)| if kind == Kind::Code { stretch.to_owned() } else { blank(stretch) }).collect()
}

/// Texts between quotes, each with the byte it begins at.
pub fn literals(text: &str) -> Vec<(usize, &str)> {
    stretches(text)
        .into_iter()
        .filter(|(kind, ..)| *kind == Kind::Literal)
        .map(|(_, at, stretch)| (at, stretch.trim_matches(['r', 'b', '#', '"', '\''])))
        .collect()
}

/// The end of a block whose `{` stands at `open`, in blanked code: the byte after its `}`.
pub fn block_end(code: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return at + 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    code.len()
}

/// A comment or literal that begins here, with its length in bytes.
fn special(text: &str, at: usize) -> Option<(Kind, usize)> {
    let rest = &text[at..];
    let after_word = text[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
    let prefix = if after_word { 0 } else { rest.bytes().take_while(|byte| matches!(byte, b'b' | b'r' | b'c')).count().min(2) };
    let quoted = &rest[prefix..];
    if rest.starts_with("//") {
        return Some((Kind::Comment, rest.find('\n').unwrap_or(rest.len())));
    }
    if rest.starts_with("/*") {
        return Some((Kind::Comment, rest.find("*/").map_or(rest.len(), |end| end + 2)));
    }
    if rest[..prefix].contains('r') && quoted.starts_with(['"', '#']) {
        return raw_length(quoted).map(|length| (Kind::Literal, prefix + length));
    }
    if quoted.starts_with('"') {
        return Some((Kind::Literal, prefix + string_length(quoted)));
    }
    if quoted.starts_with('\'') {
        return char_length(quoted).map(|length| (Kind::Literal, prefix + length));
    }
    None
}

fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// `#"…"#`; nothing for a raw identifier such as `r#type`.
fn raw_length(text: &str) -> Option<usize> {
    let hashes = text.bytes().take_while(|byte| *byte == b'#').count();
    let end = format!("\"{}", "#".repeat(hashes));
    let inside = text[hashes..].strip_prefix('"')?;
    Some(inside.find(&end).map_or(text.len(), |at| hashes + 1 + at + end.len()))
}

/// `'a'` and `'\n'`; nothing for a lifetime.
fn char_length(text: &str) -> Option<usize> {
    let inside = &text[1..];
    if let Some(escape) = inside.strip_prefix('\\') {
        return escape.char_indices().skip(1).find(|(_, c)| *c == '\'').map(|(at, _)| 2 + at + 1);
    }
    let first = inside.chars().next()?.len_utf8();
    inside[first..].starts_with('\'').then_some(1 + first + 1)
}

#[test]
fn comments_and_literals_are_told_from_code() {
    let text = "let a = \"{ // \\\" }\"; // {\nlet b: &'static str = r#\"{\"#; let c = '{'; let d = '\\''; /* { */ let r#type = b'}';";
    let code = code(text);
    assert_eq!(code.len(), text.len());
    assert!(!code.contains(['{', '}', '"']), "{code}");
    assert!(code.contains("&'static str") && code.contains("let r#type = "), "{code}");
}
