//! One page of paper.

use std::num::NonZeroU16;

use krilla::color::rgb;
use krilla::configure::ConfigurationBuilder;
use krilla::configure::validate::Accessibility;
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag, Tag, TagGroup, TagTree};
use krilla::text::TextDirection;
use krilla::{Document, SerializeSettings};

use super::letters::{self, Face};

/// A4, upright, in points (ISO 216: 210 × 297 mm).
const WIDTH: f32 = 595.28;
const HEIGHT: f32 = 841.89;
/// Paper is punched on the left and has to be read on both sides of the holes.
const MARGIN: f32 = 72.0;
/// Height of the six ribbons at the upper edge.
const TRIM: f32 = 10.0;
/// The strands of a hub, as on its pages in the light theme.
const STRANDS: [(u8, u8, u8); 6] = [(0x3d, 0x7b, 0xe6), (0x14, 0xa3, 0x9d), (0x9a, 0x62, 0xcb), (0xf0, 0x87, 0x3a), (0xe0, 0x52, 0x7e), (0x6d, 0xb0, 0x43)];
const INK: (u8, u8, u8) = (0x13, 0x15, 0x25);

/// One page.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Title of the document: the window's title, and the first heading.
    pub title: String,
    /// Language of the text, as in HTML.
    pub lang: &'static str,
    /// Who made it.
    pub author: String,
    /// Paragraphs below the title, in reading order.
    pub lines: Vec<Line>,
}

/// A paragraph.
#[derive(Debug, Clone)]
pub struct Line {
    /// How it looks.
    pub style: Style,
    /// What it says; long texts are broken into lines.
    pub text: String,
}

/// How a paragraph looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// What the sheet is about.
    Large,
    /// Running text.
    Text,
    /// Running text that belongs to the paragraph before.
    Close,
    /// Remarks.
    Small,
}

/// Why a sheet cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum Unwritable {
    /// The typeface is not built into this program.
    #[error("the typeface is missing")]
    NoTypeface,
    /// The text is longer than a page.
    #[error("more text than fits on a page")]
    TooLong,
    /// The library refuses: a letter that the typeface lacks, for example.
    #[error("the PDF cannot be written: {0}")]
    Refused(String),
}

impl Style {
    /// Size of the letters and space above, in points.
    fn measures(self) -> (f32, f32) {
        match self {
            Self::Large => (22.0, 26.0),
            Self::Text => (13.0, 22.0),
            Self::Close => (13.0, 5.0),
            Self::Small => (10.5, 30.0),
        }
    }
}

impl Sheet {
    /// Whether the typeface has all letters of the sheet.
    pub fn can_be_written(&self) -> bool {
        letters::can_write(&self.title) && self.lines.iter().all(|line| letters::can_write(&line.text))
    }

    /// The PDF file.
    pub fn pdf(&self) -> Result<Vec<u8>, Unwritable> {
        let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
        let configuration = configuration.map_err(|error| Unwritable::Refused(format!("{error:?}")))?;
        let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
        let mut page = document.start_page_with(PageSettings::from_wh(WIDTH, HEIGHT).ok_or(Unwritable::TooLong)?);
        let mut surface = page.surface();
        let tree = self.draw(&mut surface);
        surface.finish();
        page.finish();
        document.set_tag_tree(tree?);
        let mut outline = Outline::new();
        outline.push_child(OutlineNode::new(self.title.clone(), XyzDestination::new(0, Point::from_xy(0.0, 0.0))));
        document.set_outline(outline);
        document.set_metadata(Metadata::new().title(self.title.clone()).language(self.lang.to_owned()).authors(vec![self.author.clone()]));
        document.finish().map_err(|error| Unwritable::Refused(format!("{error:?}")))
    }

    fn draw(&self, surface: &mut Surface<'_>) -> Result<TagTree, Unwritable> {
        ribbons(surface);
        let (strong, regular) = (letters::weight(true).ok_or(Unwritable::NoTypeface)?, letters::weight(false).ok_or(Unwritable::NoTypeface)?);
        surface.set_fill(Some(fill(INK)));
        let mut tree = TagTree::new().with_lang(Some(self.lang.to_owned()));
        let mut pen = Pen { surface, y: MARGIN + 40.0 };
        let mut heading = TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(self.title.clone())));
        pen.write(strong, &self.title, (32.0, 0.0), &mut heading)?;
        tree.push(heading);
        for line in &self.lines {
            let mut paragraph = TagGroup::new(Tag::P);
            let face = if line.style == Style::Large { strong } else { regular };
            pen.write(face, &line.text, line.style.measures(), &mut paragraph)?;
            tree.push(paragraph);
        }
        Ok(tree)
    }
}

/// Where the next line goes.
struct Pen<'a, 's> {
    surface: &'a mut Surface<'s>,
    y: f32,
}

impl Pen<'_, '_> {
    fn write(&mut self, face: &Face, text: &str, (size, above): (f32, f32), group: &mut TagGroup) -> Result<(), Unwritable> {
        self.y += above;
        let id = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        for line in face.lines(text, size, WIDTH - 2.0 * MARGIN) {
            self.y += size * 1.3;
            // The blank at the end keeps the words of two lines apart when the text is read aloud.
            self.surface.draw_text(Point::from_xy(MARGIN, self.y), face.font(), size, &format!("{line} "), false, TextDirection::LeftToRight);
        }
        self.surface.end_tagged();
        group.push(id);
        if self.y < HEIGHT - MARGIN { Ok(()) } else { Err(Unwritable::TooLong) }
    }
}

/// The trim of six ribbons: decoration, so nothing is read.
fn ribbons(surface: &mut Surface<'_>) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
    let width = WIDTH / 6.0;
    let mut x = 0.0;
    for strand in STRANDS {
        let mut path = PathBuilder::new();
        if let Some(rect) = Rect::from_xywh(x, 0.0, width, TRIM) {
            path.push_rect(rect);
        }
        if let Some(path) = path.finish() {
            surface.set_fill(Some(fill(strand)));
            surface.draw_path(&path);
        }
        x += width;
    }
    surface.end_tagged();
}

fn fill((red, green, blue): (u8, u8, u8)) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), opacity: NormalizedF32::ONE, ..Fill::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(text: &str) -> Sheet {
        let lines = vec![Line { style: Style::Large, text: text.to_owned() }, Line { style: Style::Small, text: "Ohne Unterschrift gültig.".to_owned() }];
        Sheet { title: "Bescheinigung".to_owned(), lang: "de", author: "Hub".to_owned(), lines }
    }

    #[test]
    fn a_sheet_is_tagged_and_says_that_it_is_accessible() {
        let pdf = sheet("Jadwiga Přikład, Łužica, Ngọc Ánh, Олена").pdf().unwrap();
        let text = String::from_utf8_lossy(&pdf);
        for part in ["/StructTreeRoot", "/MarkInfo", "/Lang", "pdfuaid:part", "/ViewerPreferences"] {
            assert!(text.contains(part), "{part} is missing");
        }
    }

    #[test]
    fn letters_that_the_typeface_lacks_are_refused_and_known_before() {
        assert!(super::super::can_write("Jadwiga Přikład – Łužica"));
        assert!(!super::super::can_write("أحمد"));
        assert!(matches!(sheet("أحمد").pdf(), Err(Unwritable::Refused(_))));
    }

    #[test]
    fn more_than_a_page_is_refused() {
        assert!(matches!(sheet(&"Wort ".repeat(2000)).pdf(), Err(Unwritable::TooLong)));
    }
}
