//! For people who sign: the videos there are, how to get help, what the site offers without a telephone.

use super::show::video_facts;
use super::store::Shown;
use super::text_page::{Block, Part, TextPage};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::Lang;
use crate::ui::Page;

/// `GET /sign-language`: how to get help, and the videos of the hub's pages.
pub fn show(visit: &Visit, pages: &[Shown]) -> Result<Page, Problem> {
    let (hub, t) = (&visit.hub, visit.t);
    let videos = videos(visit, pages);
    let mut ask = vec![Block::Text(t.pages_sign_ask_text().to_owned())];
    if !hub.phone.is_empty() {
        ask.push(Block::Text(t.pages_sign_relay().to_owned()));
    }
    ask.push(Block::Reach);
    let page = TextPage {
        title: t.ui_sign_language(),
        lede: if videos.is_some() { t.pages_sign_lede_videos() } else { t.pages_sign_lede() }.to_owned(),
        drawing: "p-help",
        note: String::new(),
        parts: videos
            .into_iter()
            .chain([
                Part::new(
                    t.pages_sign_interpreter(),
                    [Block::Text(t.pages_sign_interpreter_text().to_owned()), Block::Text(t.pages_sign_interpreter_answer().to_owned())],
                ),
                Part::new(t.pages_sign_ask(), ask),
                Part::new(
                    t.pages_sign_offers(),
                    [Block::List(t.pages_sign_offers_list().to_owned()), Block::Link(t.pages_to_contact(), visit.links.to("/contact"))],
                ),
                Part::new(t.pages_sign_missing(), [Block::List(t.pages_sign_missing_list().to_owned())]),
            ])
            .collect(),
        missing: Vec::new(),
    };
    page.answer(visit)
}

/// The pages that have a video, each with its length and size.
fn videos(visit: &Visit, pages: &[Shown]) -> Option<Part> {
    let blocks: Vec<Block> = pages
        .iter()
        .filter_map(|shown| {
            let video = shown.content.video.as_ref()?;
            Some(Block::Page(format!("{} ({})", shown.content.de.title, video_facts(visit, video)), video.url.clone(), Lang::De))
        })
        .collect();
    (!blocks.is_empty()).then(|| Part::new(visit.t.pages_sign_videos(), blocks))
}
