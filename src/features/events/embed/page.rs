//! `/embed`: the coming dates as a page that other web sites show in a frame.

use askama::Template;
use serde::Deserialize;

use super::store;
use crate::features::events::event::Topic;
use crate::features::events::filter::Filter;
use crate::features::events::programme::{Row, rows};
use crate::features::events::store::{Lines, lines};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::{Frame, Page, Section};

/// Dates unless asked otherwise, and at most.
pub const USUAL: u32 = 6;
/// More would be the programme itself.
pub const AT_MOST: u32 = 30;

/// What to show, as it stands in the address. Unknown words are ignored: a frame on another site must not break.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Wish {
    /// A strand; empty for all.
    pub topic: String,
    /// How many dates.
    pub number: String,
    /// `light` or `dark`; otherwise as the visitor has it.
    pub theme: String,
}

#[derive(Template)]
#[template(path = "features/events/embed/page.html")]
struct EmbedPage {
    frame: Frame,
    theme: &'static str,
    heading: String,
    rows: Vec<Row>,
}

impl Wish {
    /// From an address.
    pub fn parse(query: &str) -> Self {
        serde_html_form::from_str(query).unwrap_or_default()
    }

    /// The strand, if there is one of this name.
    pub fn topic(&self) -> Option<Topic> {
        Topic::parse(&self.topic)
    }

    /// How many dates.
    pub fn number(&self) -> u32 {
        self.number.parse().unwrap_or(USUAL).clamp(1, AT_MOST)
    }

    /// Light or dark, where it is said.
    pub fn theme(&self) -> &'static str {
        match self.theme.as_str() {
            "light" => "light",
            "dark" => "dark",
            _ => "",
        }
    }
}

/// `GET /embed?topic=…&number=…&theme=…`
pub async fn show(visit: Visit) -> Result<Page, Problem> {
    let (hub, wish) = (visit.hub.id, Wish::parse(&visit.query));
    let filter = Filter { topic: wish.topic().map(|topic| topic.as_str().to_owned()).into_iter().collect(), ..Filter::default() };
    let (query, part) = (filter.query(&visit.hub, visit.now, None), Lines { limit: wish.number(), skip: 0 });
    let (origins, found) = visit.app.read(hub, move |tx| Ok((store::origins(tx, hub)?, lines(tx, hub, &query, part)?))).await?;
    let t = visit.t;
    let page = EmbedPage {
        frame: Frame::new(&visit, Section::None, t.events_embed_title()),
        theme: wish.theme(),
        heading: wish.topic().map_or_else(|| t.events_embed_title().to_owned(), |topic| t.events_embed_topic(topic.word(t))),
        rows: rows(&visit, found),
    };
    Ok(Page::personal(&page)?.framed_by(&origins))
}
