//! What changed between two revisions of a page, readable: each field by its name, what went, what came, and a little of what stands around it.

use similar::{ChangeTag, TextDiff};

use super::edit_page::drawing_word;
use super::form::fields_of;
use crate::features::pages::content::Content;
use crate::texts::Texts;

/// Letters of what stayed that are shown before and after a change.
const AROUND: usize = 60;

/// A field that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which.
    pub label: String,
    /// Its text in pieces.
    pub pieces: Vec<Piece>,
}

/// A piece of a changed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Whether it stayed, came or went.
    pub sort: Sort,
    /// Its words.
    pub text: String,
}

/// Whether a piece stayed, came or went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// It is in both.
    Stayed,
    /// Only the newer has it.
    Came,
    /// Only the older had it.
    Went,
}

impl Piece {
    /// Whether only the newer has it.
    pub fn came(&self) -> bool {
        self.sort == Sort::Came
    }

    /// Whether only the older had it.
    pub fn went(&self) -> bool {
        self.sort == Sort::Went
    }
}

/// The fields that changed, in the order of the form.
pub fn between(t: Texts, before: &Content, after: &Content) -> Vec<Difference> {
    let (old, new) = (fields_of(before, "", 0), fields_of(after, "", 0));
    let texts = labels(t).into_iter().map(|(field, label)| (label, old.get(&field).to_owned(), new.get(&field).to_owned()));
    let pictures = |content: &Content| {
        let lines = content
            .pictures
            .iter()
            .map(|picture| format!("{}: {}", picture.name, if picture.alt.is_empty() { t.pages_pictures_decoration() } else { &picture.alt }));
        lines.collect::<Vec<_>>().join("\n")
    };
    let drawing = |content: &Content| drawing_word(t, &content.drawing).to_owned();
    let more = [
        (t.pages_manage_drawing().to_owned(), drawing(before), drawing(after)),
        (t.pages_pictures_title().to_owned(), pictures(before), pictures(after)),
        (t.pages_pictures_cover().to_owned(), before.cover.clone(), after.cover.clone()),
    ];
    texts.chain(more).filter(|(_, old, new)| old != new).map(|(label, old, new)| Difference { label, pieces: pieces(&old, &new) }).collect()
}

/// What went and came, word by word.
pub fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    for change in TextDiff::from_words(old, new).iter_all_changes() {
        let sort = match change.tag() {
            ChangeTag::Equal => Sort::Stayed,
            ChangeTag::Insert => Sort::Came,
            ChangeTag::Delete => Sort::Went,
        };
        match found.last_mut() {
            Some(last) if last.sort == sort => last.text.push_str(change.value()),
            _ => found.push(Piece { sort, text: change.value().to_owned() }),
        }
    }
    let last = found.len().saturating_sub(1);
    for (n, piece) in found.iter_mut().enumerate().filter(|(_, piece)| piece.sort == Sort::Stayed) {
        piece.text = shortened(&piece.text, n > 0, n < last);
    }
    found
}

/// Of a long text that stayed only what stands next to a change.
fn shortened(text: &str, after: bool, before: bool) -> String {
    let letters = text.chars().count();
    let wanted = AROUND * (usize::from(after) + usize::from(before));
    if letters <= wanted + 20 {
        return text.to_owned();
    }
    let head: String = if after { text.chars().take(AROUND).collect() } else { String::new() };
    let tail: String = if before { text.chars().skip(letters - AROUND).collect() } else { String::new() };
    let whole = |words: &str, from_end: bool| {
        let cut =
            if from_end { words.split_once(char::is_whitespace).map(|(_, rest)| rest) } else { words.rsplit_once(char::is_whitespace).map(|(rest, _)| rest) };
        cut.unwrap_or(words).to_owned()
    };
    format!("{} … {}", if after { whole(&head, false) } else { String::new() }, if before { whole(&tail, true) } else { String::new() })
}

fn labels(t: Texts) -> Vec<(String, String)> {
    let fixed = [("title", t.pages_manage_title()), ("lede", t.pages_manage_lede()), ("body", t.pages_manage_body())];
    let in_language = |end: &str| fixed.map(|(field, label)| (format!("{field}{end}"), label.to_owned()));
    let english = in_language("_en").into_iter().map(|(field, label)| (field, format!("{} – {label}", t.pages_manage_english())));
    let easy = [
        ("easy_title", t.pages_manage_title()),
        ("easy_body", t.pages_manage_body()),
        ("easy_by", t.pages_manage_checked_by()),
        ("easy_on", t.pages_manage_checked_on()),
    ];
    let easy = easy.map(|(field, label)| (field.to_owned(), format!("{} – {label}", t.ui_easy_language())));
    let rest = [
        ("video_url", t.pages_manage_video_url()),
        ("video_length", t.pages_manage_video_length()),
        ("video_size", t.pages_manage_video_size()),
        ("checked_by", t.pages_manage_checked_by()),
        ("checked_on", t.pages_manage_checked_on()),
    ];
    let rest = rest.map(|(field, label)| (field.to_owned(), label.to_owned()));
    in_language("").into_iter().chain(english).chain(easy).chain(rest).collect()
}
