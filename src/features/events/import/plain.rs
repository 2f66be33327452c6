//! Plain text as Markdown that shows the same text: nothing in it is read as markup.

use url::Url;

/// Digits that a list's number may have (`CommonMark` 0.31, 5.2).
const LIST_DIGITS: usize = 9;
/// A longer address is no link that people follow.
const ADDRESS_AT_MOST: usize = 500;
/// A longer address is cut where it is shown.
const SHOWN_AT_MOST: usize = 60;

/// Paragraphs as they were: blank lines part them, single line breaks become hard ones. Control characters are dropped.
pub fn paragraphs(text: &str) -> String {
    let text = text.replace(['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let text = crate::ui::clean_lines(&text);
    let lines: Vec<String> = text.lines().map(bare).collect();
    let parts = lines.split(|line| line.is_empty()).filter(|part| !part.is_empty());
    // Two blanks and not a backslash: whoever edits the text later sees no odd characters.
    parts.map(|part| part.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("  \n")).collect::<Vec<_>>().join("\n\n")
}

/// A line as a heading of the description.
pub fn heading(text: &str) -> String {
    // A row of # at the end would be taken for the heading's own.
    format!("### {}", escaped(&crate::ui::clean(text)).replace("\\#", "#").replace('#', "\\#"))
}

/// A labelled link; nothing unless the address leads to the web and carries no credentials.
pub fn link(label: &str, address: &str) -> Option<String> {
    let url = self::address(address)?;
    // Inside angle brackets only these would be read as something else.
    let target = url.as_str().replace('\\', "%5C").replace('<', "%3C").replace('>', "%3E").replace('&', "&amp;");
    Some(format!("{}: [{}](<{target}>)", escaped(label), escaped(&shown(&url))))
}

/// An address that leads to the web and carries no credentials.
pub fn address(word: &str) -> Option<Url> {
    let url = Url::parse(word).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())?;
    let plain = url.username().is_empty() && url.password().is_none() && url.as_str().len() <= ADDRESS_AT_MOST;
    plain.then_some(url)
}

/// The address without its scheme, as people write it.
fn shown(url: &Url) -> String {
    let bare = url.as_str().split_once("://").map_or("", |(_, rest)| rest).trim_end_matches('/');
    let mut shown: String = bare.chars().take(SHOWN_AT_MOST).collect();
    if shown.len() < bare.len() {
        shown.push('…');
    }
    shown
}

/// A line without blanks around it and with single blanks inside; no-break spaces inside stay.
fn bare(line: &str) -> String {
    line.trim().split([' ', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// One line with everything escaped that Markdown would read as markup, at its start or inside.
fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    if line.starts_with(['#', '>', '-', '+', '=', '~']) {
        out.push('\\');
    }
    let number_ends = list_number(line);
    let mut before = ' ';
    let mut rest = line.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let after = rest.peek().map_or(' ', |(_, next)| *next);
        let inside_word = before.is_alphanumeric() && after.is_alphanumeric();
        let is_markup = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' => true,
            '_' => !inside_word,
            '&' => after.is_ascii_alphanumeric() || after == '#',
            _ => number_ends == Some(at),
        };
        if is_markup {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

/// Where the dot or bracket stands that would make the line an item of a numbered list.
fn list_number(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mut after = line.bytes().skip(digits);
    let marks = matches!(after.next(), Some(b'.' | b')')) && matches!(after.next(), None | Some(b' '));
    ((1..=LIST_DIGITS).contains(&digits) && marks).then_some(digits)
}
