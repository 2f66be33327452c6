//! Who offers the website (§ 5 Digitale-Dienste-Gesetz): what the hub has entered, and what it has still to enter. No invented person.

use super::further::Further;
use super::reach::Reach;
use super::text_page::{Block, Part, TextPage};
use crate::tenancy::{Hub, Visit};
use crate::texts::Texts;

/// `GET /imprint`
pub fn page(visit: &Visit, further: &Further) -> TextPage {
    let (hub, t) = (&visit.hub, visit.t);
    TextPage {
        title: t.ui_imprint(),
        lede: t.pages_imprint_lede().to_owned(),
        drawing: "",
        note: String::new(),
        parts: parts(t, hub, further),
        missing: missing(t, hub, &Reach::of(hub)),
    }
}

fn parts(t: Texts, hub: &Hub, further: &Further) -> Vec<Part> {
    let legal = &hub.legal;
    let entered = [
        (t.pages_imprint_represented(), &legal.representative),
        (t.pages_imprint_editor(), &legal.editor),
        (t.pages_imprint_authority(), &legal.authority),
        (t.pages_imprint_vat(), &legal.vat),
    ];
    let who = Part::new(t.pages_imprint_who(), [Block::Own(offerer(hub)), Block::Reach]);
    let software = Part::new(t.pages_imprint_software(), [Block::Text(t.pages_imprint_software_text().to_owned())]);
    let own = entered.into_iter().filter(|(_, words)| !words.is_empty()).map(|(heading, words)| Part::new(heading, [Block::Own(words.clone())]));
    [who].into_iter().chain(own).chain(further.part()).chain([software]).collect()
}

/// Name, whose offer it is, and who carries it.
fn offerer(hub: &Hub) -> String {
    [hub.name.as_str(), hub.owner_line.as_str(), hub.legal.body.as_str()].into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// What the law asks for and nobody has entered.
pub fn missing(t: Texts, hub: &Hub, reach: &Reach) -> Vec<&'static str> {
    let entered = [
        (reach.post.is_empty(), t.pages_missing_address()),
        (reach.phone.is_empty(), t.pages_missing_phone()),
        (reach.email.is_empty(), t.pages_missing_email()),
    ];
    let not_entered = entered.into_iter().filter(|(missing, _)| *missing).map(|(_, words)| words);
    let legal = &hub.legal;
    not_entered.chain(open(t.pages_imprint_missing(), [&legal.body, &legal.representative, &legal.editor, &legal.authority, &legal.vat])).collect()
}

/// The lines of a text that name what is missing, each with the value that would be there.
pub fn open<const N: usize>(lines: &'static str, values: [&String; N]) -> impl Iterator<Item = &'static str> {
    let empty = values.map(|value| value.is_empty());
    lines.lines().zip(empty).filter(|(_, empty)| *empty).map(|(line, _)| line)
}
