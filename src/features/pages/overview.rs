//! What there is to read about the hub: the pages that staff have published, each with its sentence.

use super::store::Shown;
use super::text_page::{Block, Part, TextPage};
use super::written::Kind;
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::Page;

/// `GET /pages`
pub fn show(visit: &Visit, pages: &[Shown]) -> Result<Page, Problem> {
    let t = visit.t;
    let link = |shown: &Shown| Block::Page(shown.content.words(visit.lang()).1.title.clone(), visit.links.to(&Kind::Page.path(&shown.slug)));
    let mut links: Vec<Block> = pages.iter().map(link).collect();
    if links.is_empty() {
        links.push(Block::Text(t.pages_overview_none().to_owned()));
    }
    links.push(Block::Link(t.ui_news(), visit.links.to("/news")));
    let page = TextPage {
        title: t.ui_about_hub(),
        lede: t.pages_overview_lede(&visit.hub.name),
        drawing: "p-room",
        note: String::new(),
        parts: vec![Part::new(t.pages_overview_read(), links)],
        missing: Vec::new(),
    };
    page.answer(visit)
}
