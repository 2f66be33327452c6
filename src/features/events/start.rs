//! The start page of a hub: what is on, what one can do here, where and when it is open, whom to call.

use askama::Template;

use super::event::Topic;
use super::filter::Filter;
use super::programme::{Row, fresh_until, rows};
use super::store::{self, Lines};
use crate::clock::Instant;
use crate::problem::Problem;
use crate::tenancy::{HeadPicture, Partner, StartPart, Visit};
use crate::texts::dates;
use crate::ui::{Frame, Page, Section, Teaser, Teasers, next_turn, open_line};

const NEXT: Lines = Lines { limit: 6, skip: 0 };

#[derive(Template)]
#[template(path = "features/events/start.html")]
struct StartPage {
    frame: Frame,
    blocks: Vec<Block>,
    open_line: String,
    is_open: bool,
    claim: Vec<String>,
    welcome: String,
    tiles: Vec<Tile>,
    rows: Vec<Row>,
    news: Vec<Teaser>,
    hours: Vec<(String, String)>,
    address: Vec<String>,
    directions: String,
    wheelchair: String,
    hearing: String,
    partners: Vec<Shown>,
    picture: Option<Photograph>,
}

/// A part as it stands on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    /// Topics that hang from the trim.
    Ribbons,
    /// Topics further down.
    Topics,
    /// The next dates, beside them how to reach the hub.
    DatesAndReach,
    /// The next dates alone.
    Dates,
    /// How to reach the hub, alone.
    Reach,
    /// The latest news.
    News,
    /// Who carries the hub.
    Partners,
}

/// A partner with its logo.
struct Shown {
    partner: Partner,
    logo: Option<(String, (u32, u32))>,
}

/// The hub's own picture, in two sizes.
struct Photograph {
    src: String,
    srcset: String,
    size: (u32, u32),
    alt: String,
}

struct Tile {
    strand: &'static str,
    icon: &'static str,
    word: &'static str,
    about: &'static str,
    href: String,
}

/// `GET /`
pub async fn show(visit: Visit, news: Teasers) -> Result<Page, Problem> {
    let (hub, query) = (visit.hub.id, Filter::default().query(&visit.hub, visit.now, None));
    let asked = visit.clone();
    let (lines, (news, turn)) = visit.app.read(hub, move |tx| Ok((store::lines(tx, hub, &query, NEXT)?, news(tx, &asked)?))).await?;
    let until = fresh_until(&visit, &lines).min(next_turn(&visit.hub, visit.now)).min(turn.unwrap_or(Instant::from_micros(i64::MAX)));
    Page::public(&page(&visit, rows(&visit, lines), news), until)
}

fn page(visit: &Visit, rows: Vec<Row>, news: Vec<Teaser>) -> StartPage {
    let (hub, t) = (&visit.hub, visit.t);
    let site = hub.main_site();
    let (open_line, is_open) = open_line(hub, t, visit.now);
    StartPage {
        frame: Frame::new(visit, Section::None, t.ui_start()).found(visit, &hub.welcome),
        blocks: blocks(&hub.look.start_parts()),
        open_line,
        is_open,
        claim: hub.claim.clone(),
        welcome: hub.welcome.clone(),
        tiles: Topic::ALL.into_iter().map(|topic| tile(visit, topic)).collect(),
        rows,
        news,
        hours: site.map(|site| hours(visit, &site.openings)).unwrap_or_default(),
        address: site.map(|site| vec![site.street.clone(), format!("{} {}", site.postcode, site.town)]).unwrap_or_default(),
        directions: site.map(|site| first_sentence(&site.directions)).unwrap_or_default(),
        wheelchair: site.map(|site| first_sentence(&site.wheelchair)).unwrap_or_default(),
        hearing: site.map(|site| first_sentence(&site.hearing)).unwrap_or_default(),
        partners: hub.partners.iter().map(|partner| shown(visit, partner)).collect(),
        picture: hub.look.picture.as_ref().map(|picture| photograph(visit, picture)),
    }
}

/// Topics hang from the trim where they come first; how to reach the hub stands beside the dates where it follows them.
fn blocks(parts: &[StartPart]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for part in parts {
        let block = match part {
            StartPart::Topics if blocks.is_empty() => Block::Ribbons,
            StartPart::Topics => Block::Topics,
            StartPart::Dates => Block::Dates,
            StartPart::Reach => Block::Reach,
            StartPart::News => Block::News,
            StartPart::Partners => Block::Partners,
        };
        match (blocks.last_mut(), block) {
            (Some(last @ Block::Dates), Block::Reach) => *last = Block::DatesAndReach,
            _ => blocks.push(block),
        }
    }
    blocks
}

fn shown(visit: &Visit, partner: &Partner) -> Shown {
    Shown { logo: partner.logo.as_ref().map(|logo| (visit.links.shared("/theme/", &logo.file()), logo.size)), partner: partner.clone() }
}

fn photograph(visit: &Visit, picture: &HeadPicture) -> Photograph {
    let [large, small] = picture.files().map(|file| visit.links.shared("/theme/", &file));
    let srcset = format!("{small} {}w, {large} {}w", picture.small_width, picture.size.0);
    Photograph { src: large, srcset, size: picture.size, alt: picture.alt.clone() }
}

/// The start page says the first thing; the contact page says everything.
fn first_sentence(text: &str) -> String {
    text.split_inclusive(". ").next().unwrap_or_default().trim_end().to_owned()
}

fn tile(visit: &Visit, topic: Topic) -> Tile {
    let t = visit.t;
    let about = match topic {
        Topic::Digital => t.events_about_digital(),
        Topic::Rooms => t.events_about_rooms(),
        Topic::Founding => t.events_about_founding(),
        Topic::TakingPart => t.events_about_taking_part(),
        Topic::Showroom => t.events_about_showroom(),
        Topic::Health => t.events_about_health(),
    };
    let href = visit.links.to(&format!("/events?topic={}", topic.as_str()));
    Tile { strand: topic.strand(), icon: topic.icon(), word: topic.word(t), about, href }
}

/// Days with the same hours in one line: "Mo, Mi, Fr" – "9–13 Uhr".
fn hours(visit: &Visit, openings: &[crate::tenancy::Opening]) -> Vec<(String, String)> {
    let lang = visit.lang();
    let mut lines: Vec<(Vec<&'static str>, String)> = Vec::new();
    for weekday in 1..=7_i8 {
        let today: Vec<String> =
            openings.iter().filter(|opening| opening.weekday == weekday).map(|opening| dates::time_range(lang, opening.opens, Some(opening.closes))).collect();
        let Ok(day) = jiff::civil::Weekday::from_monday_one_offset(weekday) else { continue };
        if today.is_empty() {
            continue;
        }
        let (word, time) = (dates::weekday_short(lang, day), today.join(", "));
        match lines.iter_mut().find(|(_, known)| *known == time) {
            Some((days, _)) => days.push(word),
            None => lines.push((vec![word], time)),
        }
    }
    lines.into_iter().map(|(days, time)| (days.join(", "), time)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_as_they_are_arranged_and_those_that_belong_together_beside_each_other() {
        use StartPart::{Dates, News, Partners, Reach, Topics};
        assert_eq!(blocks(&StartPart::ALL), [Block::Ribbons, Block::DatesAndReach, Block::News, Block::Partners]);
        assert_eq!(blocks(&[News, Topics, Reach, Dates]), [Block::News, Block::Topics, Block::Reach, Block::Dates]);
        assert_eq!(blocks(&[Dates, News, Reach]), [Block::Dates, Block::News, Block::Reach]);
        assert_eq!(blocks(&[Partners]), [Block::Partners]);
        assert_eq!(blocks(&[]), []);
    }
}
