//! The hub in easy language: short lines, one thought each (after DIN SPEC 33429, Leichte Sprache). Not checked by readers yet, and
//! the page says so.

use super::hours;
use super::store::Shown;
use super::text_page::{Block, Part, TextPage};
use super::written::Kind;
use crate::problem::Problem;
use crate::tenancy::{Opening, Visit};
use crate::texts::{Lang, Texts, dates};
use crate::ui::Page;

/// `GET /easy-language`: what the program says, and the pages of the hub that there are in easy language.
pub fn show(visit: &Visit, pages: &[Shown]) -> Result<Page, Problem> {
    let t = visit.t;
    let page = TextPage {
        title: t.ui_easy_language(),
        lede: String::new(),
        drawing: "p-room",
        note: t.pages_easy_note().to_owned(),
        parts: [Some(what(visit)), Some(registering(visit)), calling(visit), Some(coming(visit)), further(visit, pages)].into_iter().flatten().collect(),
        missing: Vec::new(),
    };
    page.answer(visit)
}

fn what(visit: &Visit) -> Part {
    let t = visit.t;
    Part::new(t.pages_easy_what(), [Block::Lines(t.pages_easy_what_name(&visit.hub.name)), Block::Lines(t.pages_easy_what_lines().to_owned())])
}

fn registering(visit: &Visit) -> Part {
    let t = visit.t;
    Part::new(
        t.pages_easy_register(),
        [
            Block::Lines(t.pages_easy_register_start().to_owned()),
            Block::Steps(t.pages_easy_register_steps().to_owned()),
            Block::Lines(t.pages_easy_register_done().to_owned()),
            Block::Lines(t.pages_easy_register_full().to_owned()),
            Block::Lines(t.pages_easy_register_open().to_owned()),
            Block::Link(t.pages_easy_to_events(), visit.links.to("/events")),
        ],
    )
}

fn calling(visit: &Visit) -> Option<Part> {
    let (hub, t) = (&visit.hub, visit.t);
    let mut blocks = vec![Block::Lines(t.pages_easy_call_start().to_owned()), Block::Phone];
    if !hub.phone_hours.is_empty() {
        blocks.extend([Block::Lines(t.pages_easy_call_when().to_owned()), Block::Own(hub.phone_hours.clone())]);
    }
    blocks.push(Block::Lines(t.pages_easy_call_help().to_owned()));
    (!hub.phone.is_empty()).then(|| Part::new(t.pages_easy_call(), blocks))
}

fn coming(visit: &Visit) -> Part {
    let (hub, t) = (&visit.hub, visit.t);
    let mut blocks = Vec::new();
    if let Some(site) = hub.main_site() {
        let town = format!("{} {}", site.postcode, site.town);
        blocks.extend([Block::Lines(t.pages_easy_come_house().to_owned()), Block::Own([site.name.as_str(), &site.street, town.trim()].join("\n"))]);
        if !site.openings.is_empty() {
            blocks.extend([Block::Lines(t.pages_easy_come_hours().to_owned()), Block::Hours(rows(t, &site.openings))]);
        }
    }
    if hub.sites.len() > 1 {
        blocks.push(Block::Lines(t.pages_easy_come_more().to_owned()));
    }
    blocks.extend([Block::Lines(t.pages_easy_come_contact().to_owned()), Block::Link(t.pages_to_contact(), visit.links.to("/contact"))]);
    Part::new(t.pages_easy_come(), blocks)
}

/// Links to the pages that staff have written in easy language.
fn further(visit: &Visit, pages: &[Shown]) -> Option<Part> {
    let easy = pages.iter().filter(|shown| shown.content.easy.is_page());
    let links: Vec<Block> =
        easy.map(|shown| Block::Page(easy_title(shown), visit.links.to(&format!("{}/easy-language", Kind::Page.path(&shown.slug))), Lang::De)).collect();
    let blocks = [vec![Block::Lines(visit.t.pages_easy_more_lines().to_owned())], links].concat();
    (blocks.len() > 1).then(|| Part::new(visit.t.pages_easy_more(), blocks))
}

fn easy_title(shown: &Shown) -> String {
    let own = &shown.content.easy.title;
    if own.is_empty() { shown.content.de.title.clone() } else { own.clone() }
}

/// Hours without a dash: "9 Uhr bis 13 Uhr".
fn rows(t: Texts, openings: &[Opening]) -> Vec<(String, String)> {
    let words = |time| dates::time(t.lang, time);
    let times = |stretch: &hours::Stretch| {
        stretch.times.iter().map(|(opens, closes)| t.pages_easy_from_to(words(*opens), words(*closes))).collect::<Vec<_>>().join(", ")
    };
    hours::week(openings).iter().map(|stretch| (stretch.days(t), times(stretch))).collect()
}
