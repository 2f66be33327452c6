//! `/events/calendar`: how to have the programme in one's own calendar.

use askama::Template;

use crate::clock::Instant;
use crate::features::events::event::Topic;
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::{Frame, Page, Section};

#[derive(Template)]
#[template(path = "features/events/calendar/subscribe.html")]
struct SubscribePage {
    frame: Frame,
    all: Address,
    topics: Vec<Address>,
    /// Address of the feed of new events.
    feed: String,
}

/// One calendar to subscribe to.
struct Address {
    words: &'static str,
    strand: &'static str,
    icon: &'static str,
    /// As it is typed into a calendar.
    https: String,
    /// Opens the calendar program.
    webcal: String,
    /// The file itself.
    href: String,
}

/// `GET /events/calendar`
pub async fn show(visit: Visit) -> Result<Page, Problem> {
    let t = visit.t;
    let page = SubscribePage {
        frame: Frame::new(&visit, Section::Events, t.events_calendar()).found(&visit, ""),
        all: address(&visit, t.events_calendar_all(), "k0", "i-calendar", "/events/calendar.ics"),
        topics: Topic::ALL
            .into_iter()
            .map(|topic| address(&visit, topic.word(t), topic.strand(), topic.icon(), &format!("/events/calendar.ics?topic={}", topic.as_str())))
            .collect(),
        feed: visit.links.absolute("/events/feed.atom"),
    };
    Page::public(&page, Instant::MAX)
}

fn address(visit: &Visit, words: &'static str, strand: &'static str, icon: &'static str, path: &str) -> Address {
    let https = visit.links.absolute(path);
    let webcal = https.split_once("://").map_or_else(String::new, |(_, rest)| format!("webcal://{rest}"));
    Address { words, strand, icon, https, webcal, href: visit.links.to(path) }
}
