//! What a page says, in every language and form it has. Kept as one JSON text for each revision.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::texts::Lang;

/// Everything that a page says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    /// In German.
    pub de: Words,
    /// In English; without a title there is no English page.
    pub en: Words,
    /// The same in easy language, German only.
    pub easy: Easy,
    /// Who found the page to be right, and when.
    pub checked: Checked,
    /// The same as a video in German sign language.
    pub video: Option<Video>,
    /// Pictures that the texts may show.
    pub pictures: Vec<Picture>,
    /// Name of the picture above the text; empty for none.
    pub cover: String,
    /// Drawing of the sprite in the page's head; empty for none.
    pub drawing: String,
}

/// Drawings that a page can choose from.
pub const DRAWINGS: [&str; 5] = ["p-room", "p-help", "p-idea", "p-video", "p-town"];

/// The words of a page in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Words {
    /// Title.
    pub title: String,
    /// What it is about, in a sentence or two.
    pub lede: String,
    /// The text, in the Markdown subset of `src/ui/markdown.rs`.
    pub body: String,
}

/// A page in easy language (DIN SPEC 33429: texts are checked by people of the target group, and that is told).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Easy {
    /// Title.
    pub title: String,
    /// The text.
    pub body: String,
    /// Who checked it, and when.
    pub checked: Checked,
}

/// That somebody has checked a text. Both are entered by staff, never assumed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Checked {
    /// Who.
    pub by: String,
    /// On which day.
    pub on: Option<Date>,
}

/// A video in German sign language: a file on a server of the hub's choice. It is linked, not kept here: films of minutes would make
/// each backup many times larger, and a page loads nothing from other hosts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Video {
    /// Where it is.
    pub url: String,
    /// How long it takes.
    pub seconds: u32,
    /// How large the file is, in tenths of a megabyte.
    pub tenths: u32,
}

/// A picture of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Picture {
    /// What texts call it: `bild-1`.
    pub name: String,
    /// Its key in the table of pictures.
    pub id: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// What it shows; empty says that it is decoration.
    pub alt: String,
    /// The same in English; empty if nobody has written it.
    pub alt_en: String,
}

impl Content {
    /// The words in a language, with the language they really are in.
    pub fn words(&self, lang: Lang) -> (Lang, &Words) {
        if lang == Lang::En && self.en.is_page() { (Lang::En, &self.en) } else { (Lang::De, &self.de) }
    }

    /// A picture by what texts call it.
    pub fn picture(&self, name: &str) -> Option<&Picture> {
        self.pictures.iter().find(|picture| picture.name == name)
    }

    /// The picture above the text.
    pub fn cover(&self) -> Option<&Picture> {
        self.picture(&self.cover)
    }

    /// The same content where what was checked before was changed: a check counts for the words it was made for. Whoever enters
    /// another check with the new words has checked those. True when a check was taken back.
    #[must_use]
    pub fn with_honest_checks(mut self, before: &Self) -> (Self, bool) {
        let own = |content: &Self| (content.de.clone(), content.en.clone());
        let stale = self.checked.is_entered() && self.checked == before.checked && own(&self) != own(before);
        let easy = |content: &Self| (content.easy.title.clone(), content.easy.body.clone());
        let easy_stale = self.easy.checked.is_entered() && self.easy.checked == before.easy.checked && easy(&self) != easy(before);
        if stale {
            self.checked = Checked::default();
        }
        if easy_stale {
            self.easy.checked = Checked::default();
        }
        (self, stale || easy_stale)
    }

    /// Whether both say the same, whatever pictures they have: pictures are changed beside the text.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let words = |content: &Self| Self { pictures: Vec::new(), cover: String::new(), ..content.clone() };
        words(self) == words(other)
    }

    /// A name for the next picture that none before it had.
    pub fn next_picture_name(&self) -> String {
        let numbers = self.pictures.iter().filter_map(|picture| picture.name.strip_prefix("bild-")?.parse::<u32>().ok());
        format!("bild-{}", numbers.max().unwrap_or(0).saturating_add(1))
    }
}

impl Words {
    /// Whether there is a page in this language.
    pub fn is_page(&self) -> bool {
        !self.title.is_empty()
    }
}

impl Easy {
    /// Whether there is one.
    pub fn is_page(&self) -> bool {
        !self.body.is_empty()
    }
}

impl Checked {
    /// Whether somebody and a day are entered.
    pub fn is_entered(&self) -> bool {
        !self.by.is_empty() && self.on.is_some()
    }
}
