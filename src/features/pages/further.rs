//! What the hub adds of its own accord to a page that the program writes.

use super::content::Content;
use super::store::{self, Shown};
use super::text_page::{Block, Part};
use super::written::Kind;
use crate::clock::Instant;
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::Lang;
use crate::ui::prose;

/// A text below the others, with headings of its own.
pub struct Further {
    content: Content,
    at: String,
    lang: Lang,
    /// When it will read differently.
    pub next: Option<Instant>,
}

impl Further {
    /// What staff have published for a page.
    pub async fn load(visit: &Visit, kind: Kind) -> Result<Self, Problem> {
        let (hub, now) = (visit.hub.id, visit.now);
        let shown = visit.app.read(hub, move |tx| store::shown(tx, hub, kind, kind.as_str(), now)).await?;
        Ok(Self::of(visit, shown))
    }

    /// The same of what was read.
    pub fn of(visit: &Visit, shown: Option<Shown>) -> Self {
        let (content, next) = shown.map(|shown| (shown.content, shown.next)).unwrap_or_default();
        Self { content, at: visit.links.prefix(), lang: visit.lang(), next }
    }

    /// The text in the visitor's language if it is there, otherwise in German and marked so.
    pub fn part(&self) -> Option<Part> {
        let (english, german) = (&self.content.en.body, &self.content.de.body);
        let (text, lang) = if self.lang == Lang::En && !english.is_empty() { (english, Lang::En) } else { (german, Lang::De) };
        (!text.is_empty()).then(|| Part::new("", [Block::Prose(prose(text, &self.at, |_| None), lang.code())]))
    }
}
