//! `/events/feed.atom`: what is new in the programme.

use axum::response::Response;

use super::store::{self, Newest};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::dates;
use crate::ui::{Feed, FeedEntry};

/// Events in the feed.
const EVENTS: u32 = 30;

/// `GET /events/feed.atom`
pub async fn feed(visit: Visit) -> Result<Response, Problem> {
    let (hub, now) = (visit.hub.id, visit.now);
    let events = visit.app.read(hub, move |tx| store::newest_events(tx, hub, now, EVENTS)).await?;
    let entries = events.into_iter().map(|event| entry(&visit, event)).collect();
    Feed { title: visit.t.events_newest(&visit.hub.name), list: "/events", entries }.answer(&visit)
}

fn entry(visit: &Visit, event: Newest) -> FeedEntry {
    let t = visit.t;
    let next = t.events_newest_next(dates::day_long(t.lang, event.next.date()), dates::time(t.lang, event.next.time()));
    FeedEntry {
        path: format!("/events/{}", event.slug),
        title: event.title,
        summary: if event.lede.is_empty() { next } else { format!("{next} {}", event.lede) },
        lang: t.lang,
        published: event.created,
        updated: event.created,
    }
}
