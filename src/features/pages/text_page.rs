//! A page of text: heading, parts, and quietly at the end what the hub has still to enter.

use askama::Template;

use super::reach::Reach;
use crate::clock::Instant;
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::Lang;
use crate::ui::{Frame, Page, Section, midnight};

/// What a page says. Texts of several lines come from the texts with one line each.
pub struct TextPage {
    /// The `h1`.
    pub title: &'static str,
    /// What it is about, in a sentence or two.
    pub lede: String,
    /// Drawing of the sprite beside the heading; empty for none.
    pub drawing: &'static str,
    /// What to know before reading; empty for nothing.
    pub note: String,
    /// The text.
    pub parts: Vec<Part>,
    /// What the hub has still to enter or to check, a line each; none hides the panel.
    pub missing: Vec<&'static str>,
}

/// A heading with what stands below it.
pub struct Part {
    /// The `h2`; empty for a text that brings its own.
    pub heading: &'static str,
    /// In order.
    pub blocks: Vec<Block>,
}

/// A piece of a part.
#[derive(Clone)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A paragraph whose lines stay lines.
    Lines(String),
    /// A list, one line an entry.
    List(String),
    /// What to do first, second, third; one line an entry.
    Steps(String),
    /// Days and hours.
    Hours(Vec<(String, String)>),
    /// A large telephone number.
    Phone,
    /// Telephone, mail and post of the hub.
    Reach,
    /// A link to a page of the hub: its words and its address.
    Link(&'static str, String),
    /// A link to a page of the hub that staff have written: its title, its address, and the language of both.
    Page(String, String, Lang),
    /// Words that the hub has written, in German.
    Own(String),
    /// A text that the hub has written, as HTML, with its language.
    Prose(String, &'static str),
}

#[derive(Template)]
#[template(path = "features/pages/text_page.html")]
struct TextTemplate {
    frame: Frame,
    reach: Reach,
    page: TextPage,
}

impl TextPage {
    /// The answer, the same for everybody until midnight.
    pub fn answer(self, visit: &Visit) -> Result<Page, Problem> {
        self.answer_until(visit, None)
    }

    /// The answer, the same for everybody until midnight, or until what the hub has written changes.
    pub fn answer_until(self, visit: &Visit, next: Option<Instant>) -> Result<Page, Problem> {
        let until = next.unwrap_or(Instant::from_micros(i64::MAX)).min(midnight(&visit.hub, visit.now));
        Page::public(&self.template(visit), until)
    }

    /// The answer for those who write it, before everybody reads it.
    pub fn preview(self, visit: &Visit) -> Result<Page, Problem> {
        Page::personal(&self.template(visit))
    }

    fn template(self, visit: &Visit) -> TextTemplate {
        TextTemplate { frame: Frame::new(visit, Section::None, self.title).found(visit, &self.lede), reach: Reach::of(&visit.hub), page: self }
    }
}

impl Part {
    /// A part of these blocks.
    pub fn new(heading: &'static str, blocks: impl Into<Vec<Block>>) -> Self {
        Self { heading, blocks: blocks.into() }
    }
}
