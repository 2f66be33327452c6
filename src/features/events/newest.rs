//! `/events/feed.atom`: what is new in the programme, for feed readers and for the town's web site (Atom, RFC 4287).

use askama::Template;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use super::store::{self, Newest};
use crate::clock::Instant;
use crate::problem::Problem;
use crate::tenancy::{Visit, timestamp};
use crate::texts::dates;

/// Events in the feed.
const EVENTS: u32 = 30;

#[derive(Template)]
#[template(path = "features/events/newest.xml")]
struct Feed {
    lang: &'static str,
    title: String,
    owner: String,
    here: String,
    page: String,
    updated: String,
    entries: Vec<Entry>,
}

struct Entry {
    href: String,
    title: String,
    summary: String,
    made: String,
}

/// `GET /events/feed.atom`
pub async fn feed(visit: Visit) -> Result<Response, Problem> {
    let (hub, now) = (visit.hub.id, visit.now);
    let events = visit.app.read(hub, move |tx| store::newest_events(tx, hub, now, EVENTS)).await?;
    let feed = Feed {
        lang: visit.lang().code(),
        title: visit.t.events_newest(&visit.hub.name),
        owner: visit.hub.name.clone(),
        here: visit.links.absolute("/events/feed.atom"),
        page: visit.links.absolute("/events"),
        updated: timestamp(events.first().map_or(Instant::from_micros(0), |event| event.created)).to_string(),
        entries: events.into_iter().map(|event| entry(&visit, event)).collect(),
    };
    let text = feed.render().map_err(|error| Problem::Broken(format!("the feed cannot be written: {error}")))?;
    let mut response = text.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/atom+xml; charset=utf-8"));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    Ok(response)
}

fn entry(visit: &Visit, event: Newest) -> Entry {
    let t = visit.t;
    let next = t.events_newest_next(dates::day_long(t.lang, event.next.date()), dates::time(t.lang, event.next.time()));
    Entry {
        href: visit.links.absolute(&format!("/events/{}", event.slug)),
        title: event.title,
        summary: if event.lede.is_empty() { next } else { format!("{next} {}", event.lede) },
        made: timestamp(event.created).to_string(),
    }
}
