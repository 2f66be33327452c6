//! Who offers the website (§ 5 Digitale-Dienste-Gesetz): what the hub has entered, and what it has still to enter. No invented person.

use super::reach::Reach;
use super::text_page::{Block, Part, TextPage};
use crate::problem::Problem;
use crate::tenancy::{Hub, Visit};
use crate::texts::Texts;
use crate::ui::Page;

/// `GET /imprint`
pub fn show(visit: &Visit) -> Result<Page, Problem> {
    let (hub, t) = (&visit.hub, visit.t);
    let page = TextPage {
        title: t.ui_imprint(),
        lede: t.pages_imprint_lede().to_owned(),
        drawing: "",
        note: String::new(),
        parts: vec![
            Part::new(t.pages_imprint_who(), [Block::Own(offerer(hub)), Block::Reach]),
            Part::new(t.pages_imprint_software(), [Block::Text(t.pages_imprint_software_text().to_owned())]),
        ],
        missing: missing(t, &Reach::of(hub)),
    };
    page.answer(visit)
}

/// Name, and below it whose offer it is.
fn offerer(hub: &Hub) -> String {
    [hub.name.as_str(), hub.owner_line.as_str()].into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// What the law asks for and nobody has entered.
pub fn missing(t: Texts, reach: &Reach) -> Vec<&'static str> {
    let entered = [
        (reach.post.is_empty(), t.pages_missing_address()),
        (reach.phone.is_empty(), t.pages_missing_phone()),
        (reach.email.is_empty(), t.pages_missing_email()),
    ];
    let not_entered = entered.into_iter().filter(|(missing, _)| *missing).map(|(_, words)| words);
    not_entered.chain(t.pages_imprint_missing().lines()).collect()
}
