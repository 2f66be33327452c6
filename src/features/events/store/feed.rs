//! What calendars of others ask again and again.

use jiff::civil::DateTime;

use super::read::{wall, word};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx, args};
use crate::features::events::event::Topic;
use crate::features::events::occurrence::OccurrenceState;
use crate::ids::{OccasionId, SiteId};

crate::db::statements! {
    /// Dates of published events in a span of time, of some topics or of one event.
    FEED(hub, int 0, int 9_000_000_000_000_000, text "", text "") =
        "select o.id, o.starts_at, o.ends_at, o.open_end, o.local_start, o.local_end, o.zone, o.room, o.state, o.reason, o.sequence,
                e.slug, e.title, e.topic, e.lede, e.site_id, e.room, e.online, e.version, e.created_at
         from occurrence o join event e on e.hub_id = o.hub_id and e.id = o.event_id
         where o.hub_id = ?1 and o.ends_at > ?2 and o.starts_at < ?3 and e.state = 'published'
           and (?4 = '' or ?4 like '%,' || e.topic || ',%') and (?5 = '' or ?5 = e.slug)
         order by o.starts_at, o.id limit 2000";
}

/// One date with what a calendar shows of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feeding {
    /// Key of the date.
    pub id: OccasionId,
    /// First instant.
    pub starts: Instant,
    /// First instant after it.
    pub ends: Instant,
    /// Whether the end was left open.
    pub open_end: bool,
    /// Wall time of the start.
    pub local_start: DateTime,
    /// Wall time of the end.
    pub local_end: DateTime,
    /// The zone in which it was agreed.
    pub zone: String,
    /// Its own room, or that of the event.
    pub room: String,
    /// Whether it takes place.
    pub state: OccurrenceState,
    /// Why not.
    pub reason: String,
    /// How often the hub changed it.
    pub sequence: u32,
    /// Part of the address of the event.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Strand.
    pub topic: Topic,
    /// One or two sentences.
    pub lede: String,
    /// Where.
    pub site: Option<SiteId>,
    /// From afar.
    pub online: bool,
    /// How often the event was edited.
    pub version: i64,
    /// When the event was made.
    pub created: Instant,
}

/// Dates that end after one instant and start before another: of the topics as `,digital,health,`, of the event of a slug; empty for all.
pub fn feeding(tx: &Tx<'_>, hub: HubId, from: Instant, until: Instant, topics: &str, slug: &str) -> DbResult<Vec<Feeding>> {
    tx.rows(&FEED, &args![hub, from, until, topics, slug], |c| {
        let (id, starts, ends, open_end) = (c.take()?, c.take()?, c.take()?, c.take()?);
        let (local_start, local_end, zone, own_room): (_, _, _, String) = (wall(c)?, wall(c)?, c.take()?, c.take()?);
        let (state, reason, sequence): (String, _, _) = (c.take()?, c.take()?, c.take()?);
        let (slug, title, topic, lede): (_, _, String, _) = (c.take()?, c.take()?, c.take()?, c.take()?);
        let (site, room, online, version, created): (_, String, _, _, _) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
        Ok(Feeding {
            id,
            starts,
            ends,
            open_end,
            local_start,
            local_end,
            zone,
            room: if own_room.is_empty() { room } else { own_room },
            state: OccurrenceState::parse(&state),
            reason,
            sequence,
            slug,
            title,
            topic: word(&topic, Topic::parse)?,
            lede,
            site,
            online,
            version,
            created,
        })
    })
}
