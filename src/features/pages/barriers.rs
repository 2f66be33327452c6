//! How to report a barrier, and what happens then. The answer within a month is what § 12b (4) of the federal act on equality
//! (BGG) and the laws of the states ask for.

use super::text_page::{Block, Part, TextPage};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::Page;

/// `GET /barriers`
pub fn show(visit: &Visit) -> Result<Page, Problem> {
    let t = visit.t;
    let page = TextPage {
        title: t.ui_report_barrier(),
        lede: t.pages_barriers_lede().to_owned(),
        drawing: "p-help",
        note: String::new(),
        parts: vec![
            Part::new(t.pages_barriers_how(), [Block::Text(t.pages_barriers_how_text().to_owned()), Block::Reach]),
            Part::new(t.pages_barriers_helps(), [Block::List(t.pages_barriers_helps_list().to_owned()), Block::Text(t.pages_barriers_helps_not().to_owned())]),
            Part::new(t.pages_barriers_next(), [Block::Steps(t.pages_barriers_next_steps().to_owned())]),
            Part::new(
                t.pages_barriers_no_answer(),
                [Block::Text(t.pages_barriers_no_answer_text().to_owned()), Block::Link(t.ui_accessibility(), visit.links.to("/accessibility"))],
            ),
        ],
        missing: Vec::new(),
    };
    page.answer(visit)
}
