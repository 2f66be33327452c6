//! For people who sign: that there is no video yet, how to get help, what the site offers without a telephone.

use super::text_page::{Block, Part, TextPage};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::Page;

/// `GET /sign-language`
pub fn show(visit: &Visit) -> Result<Page, Problem> {
    let (hub, t) = (&visit.hub, visit.t);
    let mut ask = vec![Block::Text(t.pages_sign_ask_text().to_owned())];
    if !hub.phone.is_empty() {
        ask.push(Block::Text(t.pages_sign_relay().to_owned()));
    }
    ask.push(Block::Reach);
    let page = TextPage {
        title: t.ui_sign_language(),
        lede: t.pages_sign_lede().to_owned(),
        drawing: "p-help",
        note: String::new(),
        parts: vec![
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
        ],
        missing: Vec::new(),
    };
    page.answer(visit)
}
