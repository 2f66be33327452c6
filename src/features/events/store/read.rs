//! Questions about events and dates.

use jiff::civil::DateTime;

use crate::bookings::Counts;
use crate::clock::Instant;
use crate::db::{Columns, DbError, DbResult, HubId, Tx, args, json_list};
use crate::features::events::event::{Event, EventId, ForWhom, Kind, State, Topic};
use crate::features::events::filter::Query;
use crate::features::events::occurrence::{Admission, Occurrence, OccurrenceState, parse_waitlist};
use crate::features::events::places::Place;
use crate::features::events::seats::Facts;
use crate::ids::{OccasionId, PictureId, SiteId};

crate::db::statements! {
    /// Dates of published events in a span of time, by what people look for.
    LINES(hub, int 0, int 9_000_000_000_000_000, text "", text "", text "", int 0, uuid, int 0, int 0, int 0, text "%", text "%", text "%", int 36, int 0, int 1, int 0) =
        "select o.id, o.key, o.starts_at, o.ends_at, o.open_end, o.local_start, o.local_end, o.room, o.state, o.reason, o.registration, o.capacity, o.opens_at, o.closes_at, o.waitlist, o.seated, o.held, o.waiting,
                e.slug, e.title, e.topic, e.site_id, e.room, e.online, e.price_cents
         from occurrence o join event e on e.hub_id = o.hub_id and e.id = o.event_id
         where o.hub_id = ?1 and o.starts_at >= ?2 and o.starts_at < ?3 and e.state = 'published'
           and (?4 = '' or ?4 like '%,' || e.topic || ',%') and (?5 = '' or ?5 = e.kind) and (?6 = '' or ?6 = e.for_whom)
           and (?7 = 0 or e.online = 1) and (?17 = 1 or e.site_id = ?8)
           and (?9 = 0 or (o.state = 'planned' and (o.capacity is null or o.capacity > o.seated + o.held)))
           and (?10 = 0 or o.registration = 0) and (?11 = 0 or e.price_cents = 0)
           and (?12 = '%' or e.folded like ?12) and (?13 = '%' or e.folded like ?13) and (?14 = '%' or e.folded like ?14)
           and o.ends_at > ?18
         order by o.starts_at, o.id limit ?15 offset ?16";
    /// How many.
    COUNT(hub, int 0, int 9_000_000_000_000_000, text "", text "", text "", int 0, uuid, int 0, int 0, int 0, text "%", text "%", text "%", int 1, int 0) =
        "select count(*) from occurrence o join event e on e.hub_id = o.hub_id and e.id = o.event_id
         where o.hub_id = ?1 and o.starts_at >= ?2 and o.starts_at < ?3 and e.state = 'published'
           and (?4 = '' or ?4 like '%,' || e.topic || ',%') and (?5 = '' or ?5 = e.kind) and (?6 = '' or ?6 = e.for_whom)
           and (?7 = 0 or e.online = 1) and (?15 = 1 or e.site_id = ?8) and o.ends_at > ?16
           and (?9 = 0 or (o.state = 'planned' and (o.capacity is null or o.capacity > o.seated + o.held)))
           and (?10 = 0 or o.registration = 0) and (?11 = 0 or e.price_cents = 0)
           and (?12 = '%' or e.folded like ?12) and (?13 = '%' or e.folded like ?13) and (?14 = '%' or e.folded like ?14)";
    /// An event by its part of the address.
    BY_SLUG(hub, text "smartphone-sprechstunde") = "select id, slug, title, topic, kind, lede, body, host, audience, for_whom, bring, price_cents, price_note, site_id, room, online, online_url, drawing, picture_id, picture_alt, questions, state, version from event where hub_id = ?1 and slug = ?2";
    /// An event by key.
    BY_ID(hub, id_of "event") = "select id, slug, title, topic, kind, lede, body, host, audience, for_whom, bring, price_cents, price_note, site_id, room, online, online_url, drawing, picture_id, picture_alt, questions, state, version from event where hub_id = ?1 and id = ?2";
    /// Whether a part of the address is taken.
    SLUG_TAKEN(hub, text "smartphone-sprechstunde") = "select count(*) from event where hub_id = ?1 and slug = ?2";
    /// Dates of an event that are not over at an instant.
    OCCURRENCES(hub, id_of "event", int 0) = "select id, event_id, key, starts_at, ends_at, open_end, local_start, local_end, zone, room, state, reason, sequence, registration, capacity, opens_at, closes_at, waitlist, offer_minutes, seats_per_booking, seats_per_person, seated, held, waiting from occurrence where hub_id = ?1 and event_id = ?2 and ends_at > ?3 order by starts_at, id limit 400";
    /// A date by key.
    OCCURRENCE(hub, id_of "occurrence") = "select id, event_id, key, starts_at, ends_at, open_end, local_start, local_end, zone, room, state, reason, sequence, registration, capacity, opens_at, closes_at, waitlist, offer_minutes, seats_per_booking, seats_per_person, seated, held, waiting from occurrence where hub_id = ?1 and id = ?2";
    /// A date by its part of the address.
    OCCURRENCE_BY_KEY(hub, id_of "event", text "2026-12-01-1400") = "select id, event_id, key, starts_at, ends_at, open_end, local_start, local_end, zone, room, state, reason, sequence, registration, capacity, opens_at, closes_at, waitlist, offer_minutes, seats_per_booking, seats_per_person, seated, held, waiting from occurrence where hub_id = ?1 and event_id = ?2 and key = ?3";
    /// A date with what a letter says of its event and its place.
    OCCASION(hub, id_of "occurrence") =
        "select o.id, o.event_id, o.key, o.starts_at, o.ends_at, o.open_end, o.local_start, o.local_end, o.zone, o.room, o.state, o.reason, o.sequence, o.registration, o.capacity, o.opens_at, o.closes_at, o.waitlist, o.offer_minutes, o.seats_per_booking, o.seats_per_person, o.seated, o.held, o.waiting,
                e.title, e.topic, e.slug, e.room, e.online, e.online_url, e.bring, s.name, s.street, s.postcode, s.town
         from occurrence o join event e on e.hub_id = o.hub_id and e.id = o.event_id left join site s on s.hub_id = e.hub_id and s.id = e.site_id
         where o.hub_id = ?1 and o.id = ?2";
    /// Whether an event has another date to come.
    HAS_OTHER_DATE(hub, id_of "event", id_of "occurrence", int 0) = "select 1 from occurrence where hub_id = ?1 and event_id = ?2 and id <> ?3 and state = 'planned' and starts_at > ?4 limit 1";
    /// A picture.
    PICTURE(hub, id_of "picture") = "select mime, bytes from picture where hub_id = ?1 and id = ?2";
}

/// One date in a list, with what the list shows of its event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Key of the date.
    pub id: OccasionId,
    /// Part of the address of the date.
    pub key: String,
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
    /// Why not.
    pub reason: String,
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
    let [first, second, third] = query.patterns();
    tx.rows(
        &LINES,
        &args![
            hub,
            query.from,
            query.until,
            query.topics(),
            query.kind(),
            query.for_whom(),
            query.online,
            query.site(),
            query.free,
            query.open,
            query.gratis,
            first,
            second,
            third,
            part.limit,
            part.skip,
            query.site.is_none(),
            query.not_over
        ],
        line,
    )
}

/// How many dates match.
pub fn count(tx: &Tx<'_>, hub: HubId, query: &Query) -> DbResult<i64> {
    let [first, second, third] = query.patterns();
    tx.one(
        &COUNT,
        &args![
            hub,
            query.from,
            query.until,
            query.topics(),
            query.kind(),
            query.for_whom(),
            query.online,
            query.site(),
            query.free,
            query.open,
            query.gratis,
            first,
            second,
            third,
            query.site.is_none(),
            query.not_over
        ],
        |c| c.take(),
    )
}

/// An event by its part of the address, whoever may see it.
pub fn event_by_slug(tx: &Tx<'_>, hub: HubId, slug: &str) -> DbResult<Option<Event>> {
    tx.row(&BY_SLUG, &args![hub, slug], decode_event)
}

/// An event by key.
pub fn event(tx: &Tx<'_>, hub: HubId, id: EventId) -> DbResult<Option<Event>> {
    tx.row(&BY_ID, &args![hub, id], decode_event)
}

/// Whether a part of the address is taken.
pub fn slug_is_taken(tx: &Tx<'_>, hub: HubId, slug: &str) -> DbResult<bool> {
    tx.one(&SLUG_TAKEN, &args![hub, slug], |c| c.take::<i64>()).map(|count| count > 0)
}

/// Dates of an event that end after an instant; at most 400.
pub fn occurrences(tx: &Tx<'_>, hub: HubId, event: EventId, since: Instant) -> DbResult<Vec<Occurrence>> {
    tx.rows(&OCCURRENCES, &args![hub, event, since], decode_occurrence)
}

/// A date by key.
pub fn occurrence(tx: &Tx<'_>, hub: HubId, id: OccasionId) -> DbResult<Option<Occurrence>> {
    tx.row(&OCCURRENCE, &args![hub, id], decode_occurrence)
}

/// A date by its part of the address.
pub fn occurrence_by_key(tx: &Tx<'_>, hub: HubId, event: EventId, key: &str) -> DbResult<Option<Occurrence>> {
    tx.row(&OCCURRENCE_BY_KEY, &args![hub, event, key], decode_occurrence)
}

/// A date with what a letter says of it.
pub fn facts(tx: &Tx<'_>, hub: HubId, id: OccasionId) -> DbResult<Option<Facts>> {
    tx.row(&OCCASION, &args![hub, id], |c| {
        let occurrence = decode_occurrence(c)?;
        let (title, topic, slug): (_, String, _) = (c.take()?, c.take()?, c.take()?);
        let (room, online, online_url, bring): (String, _, _, _) = (c.take()?, c.take()?, c.take()?, c.take()?);
        let site = Place { name: c.take()?, street: c.take()?, postcode: c.take()?, town: c.take()? };
        let room = if occurrence.room.is_empty() { room } else { occurrence.room.clone() };
        Ok(Facts { place: site.words(&room, online), occurrence, title, topic: word(&topic, Topic::parse)?, slug, online_url, bring })
    })
}

/// Whether an event has another date that takes place after an instant.
pub fn has_other_date(tx: &Tx<'_>, hub: HubId, event: EventId, besides: OccasionId, after: Instant) -> DbResult<bool> {
    tx.row(&HAS_OTHER_DATE, &args![hub, event, besides, after], |c| c.take::<i64>()).map(|found| found.is_some())
}

/// Type and bytes of a picture.
pub fn picture(tx: &Tx<'_>, hub: HubId, id: PictureId) -> DbResult<Option<(String, Vec<u8>)>> {
    tx.row(&PICTURE, &args![hub, id], |c| Ok((c.take()?, c.take()?)))
}

/// Decodes a row of `LINES`.
pub fn line(c: &mut Columns<'_>) -> DbResult<Line> {
    let (id, key, starts, ends, open_end) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
    let (local_start, local_end, own_room): (_, _, String) = (wall(c)?, wall(c)?, c.take()?);
    let (state, reason, registration): (String, _, _) = (c.take()?, c.take()?, c.take()?);
    let (capacity, opens, closes, waitlist): (_, _, _, String) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let counts = Counts { seated: c.take()?, held: c.take()?, waiting: c.take()? };
    let (slug, title, topic, site): (_, _, String, _) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let (room, online, price_cents): (String, _, _) = (c.take()?, c.take()?, c.take()?);
    Ok(Line {
        id,
        key,
        starts,
        ends,
        open_end,
        local_start,
        local_end,
        state: OccurrenceState::parse(&state),
        reason,
        registration,
        capacity,
        opens,
        closes,
        has_waitlist: waitlist != "off",
        counts,
        slug,
        title,
        topic: word(&topic, Topic::parse)?,
        site,
        room: if own_room.is_empty() { room } else { own_room },
        online,
        price_cents,
    })
}

fn decode_event(c: &mut Columns<'_>) -> DbResult<Event> {
    let (id, slug, title): (_, _, _) = (c.take()?, c.take()?, c.take()?);
    let (topic, kind): (String, String) = (c.take()?, c.take()?);
    let (lede, body, host, audience, for_whom): (_, _, _, _, String) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
    let (bring, price_cents, price_note, site, room) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
    let (online, online_url, drawing, picture, picture_alt) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
    let questions = json_list(c)?;
    let state: String = c.take()?;
    Ok(Event {
        id,
        slug,
        title,
        topic: word(&topic, Topic::parse)?,
        kind: word(&kind, Kind::parse)?,
        lede,
        body,
        host,
        audience,
        for_whom: ForWhom::parse(&for_whom).unwrap_or(ForWhom::All),
        bring,
        price_cents,
        price_note,
        site,
        room,
        online,
        online_url,
        drawing,
        picture,
        picture_alt,
        questions,
        state: word(&state, State::parse)?,
        version: c.take()?,
    })
}

fn decode_occurrence(c: &mut Columns<'_>) -> DbResult<Occurrence> {
    let (id, event, key, starts, ends, open_end) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
    let (local_start, local_end, zone, room) = (wall(c)?, wall(c)?, c.take()?, c.take()?);
    let (state, reason, sequence): (String, _, _) = (c.take()?, c.take()?, c.take()?);
    let (registration, capacity, opens, closes): (_, _, _, _) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let waitlist: String = c.take()?;
    let admission = Admission {
        registration,
        capacity,
        opens,
        closes,
        waitlist: parse_waitlist(&waitlist),
        offer_minutes: c.take()?,
        seats_per_booking: c.take()?,
        seats_per_person: c.take()?,
    };
    let counts = Counts { seated: c.take()?, held: c.take()?, waiting: c.take()? };
    let state = OccurrenceState::parse(&state);
    Ok(Occurrence { id, event, key, starts, ends, open_end, local_start, local_end, zone, room, state, reason, sequence, admission, counts })
}

pub(super) fn wall(c: &mut Columns<'_>) -> DbResult<DateTime> {
    let text: String = c.take()?;
    text.parse().map_err(|_| DbError::app(format!("{text} is no wall time")))
}

fn word<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> DbResult<T> {
    parse(text).ok_or_else(|| DbError::app(format!("event: unknown word {text}")))
}
