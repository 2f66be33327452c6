//! What others find of the programme: the pages of events for search engines, and the newest events for a feed.

use jiff::civil::DateTime;

use super::read::wall;
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx, args};
use crate::door::sitemap::Listed;

crate::db::statements! {
    /// Published events that have a date to come.
    COMING(hub, now) =
        "select e.slug from event e where e.hub_id = ?1 and e.state = 'published'
           and exists (select 1 from occurrence o where o.hub_id = e.hub_id and o.event_id = e.id and o.ends_at > ?2)
         order by e.slug limit 5000";
    /// The events among them that were made last, each with its next date.
    NEWEST(hub, now, int 20) =
        "select e.slug, e.title, e.lede, e.created_at,
                (select min(o.local_start) from occurrence o where o.hub_id = e.hub_id and o.event_id = e.id and o.ends_at > ?2 and o.state = 'planned')
         from event e where e.hub_id = ?1 and e.state = 'published'
           and exists (select 1 from occurrence o where o.hub_id = e.hub_id and o.event_id = e.id and o.ends_at > ?2 and o.state = 'planned')
         order by e.created_at desc, e.id desc limit ?3";
}

/// An event in the feed of what is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newest {
    /// Part of the address.
    pub slug: String,
    /// Title.
    pub title: String,
    /// One or two sentences.
    pub lede: String,
    /// When it was made.
    pub created: Instant,
    /// Wall time of its next date.
    pub next: DateTime,
}

/// The pages of the programme that search engines may show. When an event last changed is not kept, so nothing is said of it.
pub fn listed(tx: &Tx<'_>, hub: HubId, now: Instant) -> DbResult<Vec<Listed>> {
    let own = ["/", "/events", "/events/calendar"].map(Listed::always);
    let events = tx.rows(&COMING, &args![hub, now], |c| Ok(Listed::always(&format!("/events/{}", c.text()?))))?;
    Ok(own.into_iter().chain(events).collect())
}

/// Published events with a date to come that takes place, the newest first; at most so many.
pub fn newest_events(tx: &Tx<'_>, hub: HubId, now: Instant, at_most: u32) -> DbResult<Vec<Newest>> {
    tx.rows(&NEWEST, &args![hub, now, at_most], |c| Ok(Newest { slug: c.take()?, title: c.take()?, lede: c.take()?, created: c.take()?, next: wall(c)? }))
}
