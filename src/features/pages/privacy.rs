//! What happens to personal data: what the program keeps and does today, in the words of Articles 13 and 14 GDPR. What only the hub can
//! know (who is responsible, how long, by which law) stands in the panel of what is missing.

use super::text_page::{Block, Part, TextPage};
use crate::auth::{SESSION_IDLE, SESSION_LONGEST};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::Texts;
use crate::ui::Page;

/// `GET /privacy`
pub fn show(visit: &Visit) -> Result<Page, Problem> {
    let t = visit.t;
    let page = TextPage {
        title: t.ui_privacy(),
        lede: t.pages_privacy_lede().to_owned(),
        drawing: "",
        note: String::new(),
        parts: [contact(t, &visit.hub.name)].into_iter().chain(collected(t)).chain(used(t)).collect(),
        missing: t.pages_privacy_missing().lines().collect(),
    };
    page.answer(visit)
}

fn contact(t: Texts, hub: &str) -> Part {
    Part::new(t.pages_privacy_who(), [Block::Text(t.pages_privacy_who_text(hub)), Block::Reach])
}

/// Which data, where they arise.
fn collected(t: Texts) -> [Part; 4] {
    let hours = SESSION_IDLE.minutes() / 60;
    let days = SESSION_LONGEST.minutes() / (60 * 24);
    [
        Part::new(t.pages_privacy_reading(), [Block::List(t.pages_privacy_reading_list().to_owned())]),
        Part::new(
            t.pages_privacy_booking(),
            [
                Block::Text(t.pages_privacy_booking_text().to_owned()),
                Block::List(t.pages_privacy_booking_list().to_owned()),
                Block::Text(t.pages_privacy_booking_need().to_owned()),
            ],
        ),
        Part::new(t.pages_privacy_mail(), [Block::Text(t.pages_privacy_mail_text().to_owned())]),
        Part::new(t.pages_privacy_staff(), [Block::Text(t.pages_privacy_staff_text(hours, days))]),
    ]
}

/// By which law, for whose eyes, how long, and what people may ask for.
fn used(t: Texts) -> [Part; 4] {
    [
        Part::new(t.pages_privacy_basis(), [Block::Text(t.pages_privacy_basis_text().to_owned()), Block::Text(t.pages_privacy_basis_open().to_owned())]),
        Part::new(t.pages_privacy_seen(), [Block::List(t.pages_privacy_seen_list().to_owned())]),
        Part::new(t.pages_privacy_kept(), [Block::List(t.pages_privacy_kept_list().to_owned()), Block::Text(t.pages_privacy_kept_ask().to_owned())]),
        Part::new(
            t.pages_privacy_rights(),
            [
                Block::Text(t.pages_privacy_rights_text().to_owned()),
                Block::List(t.pages_privacy_rights_list().to_owned()),
                Block::Text(t.pages_privacy_complaint().to_owned()),
            ],
        ),
    ]
}
