//! The programme: dates of published events in order, all of them or those that somebody looks for, and how many there are.

use jiff::civil::DateTime;

use super::read::{wall, word};
use crate::bookings::Counts;
use crate::clock::Instant;
use crate::db::{Columns, DbResult, HubId, Tx, Value, args};
use crate::features::events::event::Topic;
use crate::features::events::filter::Query;
use crate::features::events::occurrence::OccurrenceState;
use crate::ids::SiteId;

crate::db::statements! {
    /// All dates of published events in a span of time. Most visitors look at these: not one condition is weighed for each row in vain.
    ALL(hub, int 0, int 9_000_000_000_000_000, int 0, int 36, int 0) =
        "select o.starts_at, o.ends_at, o.open_end, o.local_start, o.local_end, o.state = 'cancelled', o.registration, o.capacity, o.opens_at, o.closes_at, o.waitlist <> 'off', o.seated, o.held, o.waiting,
                e.slug, e.title, e.topic, e.site_id, case when o.room = '' then e.room else o.room end, e.online, e.price_cents, e.organiser is not null
         from occurrence o join event e on e.hub_id = o.hub_id and e.id = o.event_id
         where o.hub_id = ?1 and o.starts_at >= ?2 and o.starts_at < ?3 and o.ends_at > ?4 and e.state = 'published'
         order by o.starts_at, o.id limit ?5 offset ?6";
    /// How many: all dates, counted in an index, without those of the few events that are no part of the programme. Those are looked
    /// up event by event, hence the order of the join and the plus that keeps the index by time out of it.
    COUNT_ALL(hub, int 0, int 9_000_000_000_000_000, int 0) =
        "select (select count(*) from occurrence o where o.hub_id = ?1 and o.starts_at >= ?2 and o.starts_at < ?3 and o.ends_at > ?4)
              - (select count(*) from event e cross join occurrence o
                 where e.hub_id = ?1 and e.state <> 'published' and o.hub_id = ?1 and o.event_id = e.id and +o.starts_at >= ?2 and +o.starts_at < ?3 and o.ends_at > ?4)";
    /// Those among them that somebody looks for.
    SOUGHT(hub, int 0, int 9_000_000_000_000_000, text "", text "", text "", int 0, int 1, uuid, int 0, int 0, int 0, text "%", text "%", text "%", int 0, int 36, int 0) =
        "select o.starts_at, o.ends_at, o.open_end, o.local_start, o.local_end, o.state = 'cancelled', o.registration, o.capacity, o.opens_at, o.closes_at, o.waitlist <> 'off', o.seated, o.held, o.waiting,
                e.slug, e.title, e.topic, e.site_id, case when o.room = '' then e.room else o.room end, e.online, e.price_cents, e.organiser is not null
         from occurrence o join event e on e.hub_id = o.hub_id and e.id = o.event_id
         where o.hub_id = ?1 and o.starts_at >= ?2 and o.starts_at < ?3 and e.state = 'published'
           and (?4 = '' or ?4 like '%,' || e.topic || ',%') and (?5 = '' or ?5 = e.kind) and (?6 = '' or ?6 = e.for_whom)
           and (?7 = 0 or e.online = 1) and (?8 = 1 or e.site_id = ?9)
           and (?10 = 0 or (o.state = 'planned' and (o.capacity is null or o.capacity > o.seated + o.held)))
           and (?11 = 0 or (o.registration = 0 and e.organiser is null)) and (?12 = 0 or (e.price_cents = 0 and e.organiser is null))
           and (?13 = '%' or e.folded like ?13) and (?14 = '%' or e.folded like ?14) and (?15 = '%' or e.folded like ?15)
           and o.ends_at > ?16
         order by o.starts_at, o.id limit ?17 offset ?18";
    /// How many.
    COUNT_SOUGHT(hub, int 0, int 9_000_000_000_000_000, text "", text "", text "", int 0, int 1, uuid, int 0, int 0, int 0, text "%", text "%", text "%", int 0) =
        "select count(*) from occurrence o join event e on e.hub_id = o.hub_id and e.id = o.event_id
         where o.hub_id = ?1 and o.starts_at >= ?2 and o.starts_at < ?3 and e.state = 'published'
           and (?4 = '' or ?4 like '%,' || e.topic || ',%') and (?5 = '' or ?5 = e.kind) and (?6 = '' or ?6 = e.for_whom)
           and (?7 = 0 or e.online = 1) and (?8 = 1 or e.site_id = ?9)
           and (?10 = 0 or (o.state = 'planned' and (o.capacity is null or o.capacity > o.seated + o.held)))
           and (?11 = 0 or (o.registration = 0 and e.organiser is null)) and (?12 = 0 or (e.price_cents = 0 and e.organiser is null))
           and (?13 = '%' or e.folded like ?13) and (?14 = '%' or e.folded like ?14) and (?15 = '%' or e.folded like ?15)
           and o.ends_at > ?16";
}

/// One date in a list, with what the list shows of its event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
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
    /// Whether it takes place.
    pub state: OccurrenceState,
    /// Whether people register.
    pub registration: bool,
    /// Seats.
    pub capacity: Option<u32>,
    /// When registration begins.
    pub opens: Option<Instant>,
    /// When it ends.
    pub closes: Instant,
    /// Whether people can wait.
    pub has_waitlist: bool,
    /// How full.
    pub counts: Counts,
    /// Part of the address of the event.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Strand.
    pub topic: Topic,
    /// Where.
    pub site: Option<SiteId>,
    /// Room.
    pub room: String,
    /// From afar.
    pub online: bool,
    /// Price.
    pub price_cents: i64,
    /// Whether only the organiser knows about price and registration.
    pub by_organiser: bool,
}

/// A page of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lines {
    /// How many at most.
    pub limit: u32,
    /// How many before them.
    pub skip: u32,
}

/// Dates that match, in order.
pub fn lines(tx: &Tx<'_>, hub: HubId, query: &Query, part: Lines) -> DbResult<Vec<Line>> {
    if !query.narrows() {
        return tx.rows(&ALL, &args![hub, query.from, query.until, query.not_over, part.limit, part.skip], line);
    }
    let mut args = sought(hub, query).to_vec();
    args.extend(args![part.limit, part.skip]);
    tx.rows(&SOUGHT, &args, line)
}

/// How many dates match.
pub fn count(tx: &Tx<'_>, hub: HubId, query: &Query) -> DbResult<i64> {
    if query.narrows() {
        tx.one(&COUNT_SOUGHT, &sought(hub, query), |c| c.take())
    } else {
        tx.one(&COUNT_ALL, &args![hub, query.from, query.until, query.not_over], |c| c.take())
    }
}

fn sought(hub: HubId, query: &Query) -> [Value<'_>; 16] {
    let [first, second, third] = query.patterns();
    args![
        hub,
        query.from,
        query.until,
        query.topics(),
        query.kind(),
        query.for_whom(),
        query.online,
        query.site.is_none(),
        query.site(),
        query.free,
        query.open,
        query.gratis,
        first,
        second,
        third,
        query.not_over
    ]
}

/// Decodes a row of the programme.
pub(super) fn line(c: &mut Columns<'_>) -> DbResult<Line> {
    let (starts, ends, open_end) = (c.take()?, c.take()?, c.take()?);
    let (local_start, local_end) = (wall(c)?, wall(c)?);
    let state = if c.take()? { OccurrenceState::Cancelled } else { OccurrenceState::Planned };
    let (registration, capacity, opens, closes, has_waitlist) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
    let counts = Counts { seated: c.take()?, held: c.take()?, waiting: c.take()? };
    let (slug, title, topic, site) = (c.take()?, c.take()?, word(c.text()?, Topic::parse)?, c.take()?);
    let (room, online, price_cents, by_organiser) = (c.take()?, c.take()?, c.take()?, c.take()?);
    Ok(Line {
        starts,
        ends,
        open_end,
        local_start,
        local_end,
        state,
        registration,
        capacity,
        opens,
        closes,
        has_waitlist,
        counts,
        slug,
        title,
        topic,
        site,
        room,
        online,
        price_cents,
        by_organiser,
    })
}
