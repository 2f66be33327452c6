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
    let mut links: Vec<Block> = pages.iter().flat_map(|shown| named(visit, shown)).collect();
    if links.is_empty() {
        links.push(Block::Text(t.pages_overview_none().to_owned()));
    }
    links.push(Block::Link(t.ui_news(), visit.links.to("/news")));
    let page = TextPage {
        title: t.ui_about_hub(),
        lede: t.pages_overview_lede().to_owned(),
        drawing: "p-room",
        note: String::new(),
        parts: vec![Part::new(t.pages_overview_read(), links)],
        missing: Vec::new(),
    };
    page.answer(visit)
}

/// A page by title and sentence, in the language it has.
fn named(visit: &Visit, shown: &Shown) -> [Block; 2] {
    let (lang, words) = shown.content.words(visit.lang());
    let sentence = if lang == visit.lang() { Block::Text(words.lede.clone()) } else { Block::Own(words.lede.clone()) };
    [Block::Page(words.title.clone(), visit.links.to(&Kind::Page.path(&shown.slug)), lang), sentence]
}
