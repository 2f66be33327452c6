//! The typeface on paper: which letters it has, and how wide they are.

use std::sync::LazyLock;

use krilla::text::Font;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

use crate::ui::assets;

/// One weight of the typeface.
pub(super) struct Face {
    font: Font,
    bytes: &'static [u8],
}

static REGULAR: LazyLock<Option<Face>> = LazyLock::new(|| face("fira-400.ttf"));
static STRONG: LazyLock<Option<Face>> = LazyLock::new(|| face("fira-600.ttf"));

fn face(name: &str) -> Option<Face> {
    let bytes = assets::bytes(name);
    Font::new(bytes.to_vec().into(), 0).map(|font| Face { font, bytes })
}

/// A weight; nothing if the typeface was not built, which the tests would notice.
pub(super) fn weight(strong: bool) -> Option<&'static Face> {
    if strong { STRONG.as_ref() } else { REGULAR.as_ref() }
}

/// Whether the typeface has every letter of a text.
pub fn can_write(text: &str) -> bool {
    weight(false).and_then(|face| FontRef::new(face.bytes).ok()).is_some_and(|font| text.chars().all(|letter| font.charmap().map(letter).is_some()))
}

impl Face {
    /// For drawing.
    pub(super) fn font(&self) -> Font {
        self.font.clone()
    }

    /// The text in lines that are not wider than `width`; a word that is wider alone stands in a line of its own.
    pub(super) fn lines(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let longer = lines.last().map(|line| format!("{line} {word}")).filter(|line| self.width(line, size) <= width);
            match (longer, lines.last_mut()) {
                (Some(longer), Some(last)) => *last = longer,
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }

    /// How wide a text is at a size, in the size's unit, without kerning.
    fn width(&self, text: &str, size: f32) -> f32 {
        let Ok(font) = FontRef::new(self.bytes) else { return 0.0 };
        let (map, metrics) = (font.charmap(), font.glyph_metrics(Size::new(size), LocationRef::default()));
        text.chars().filter_map(|letter| metrics.advance_width(map.map(letter)?)).sum()
    }
}
