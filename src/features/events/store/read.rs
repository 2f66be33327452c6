//! Questions about events and dates.

use jiff::civil::DateTime;

use crate::bookings::Counts;
use crate::clock::Instant;
use crate::db::{Columns, DbError, DbResult, HubId, Tx, args, json_list};
use crate::features::events::event::{Audience, Event, EventId, ForWhom, Kind, State, Topic};
use crate::features::events::occurrence::{Admission, Occurrence, OccurrenceState, parse_waitlist};
use crate::features::events::places::Place;
use crate::features::events::seats::Facts;
use crate::ids::OccasionId;

crate::db::statements! {
    /// An event by its part of the address.
    BY_SLUG(hub, text "smartphone-sprechstunde") = "select id, slug, title, topic, kind, lede, body, host, audience, for_whom, bring, price_cents, organiser, price_note, site_id, room, online, online_url, drawing, picture_id, picture_alt, questions, state, version from event where hub_id = ?1 and slug = ?2";
    /// An event by key.
    BY_ID(hub, id_of "event") = "select id, slug, title, topic, kind, lede, body, host, audience, for_whom, bring, price_cents, organiser, price_note, site_id, room, online, online_url, drawing, picture_id, picture_alt, questions, state, version from event where hub_id = ?1 and id = ?2";
    /// Whether a part of the address is taken.
    SLUG_TAKEN(hub, text "smartphone-sprechstunde") = "select count(*) from event where hub_id = ?1 and slug = ?2";
    /// Dates of an event that are not over at an instant.
    OCCURRENCES(hub, id_of "event", int 0) = "select id, event_id, key, starts_at, ends_at, open_end, local_start, local_end, zone, room, state, reason, sequence, registration, capacity, opens_at, closes_at, waitlist, offer_minutes, seats_per_booking, seats_per_person, seated, held, waiting from occurrence where hub_id = ?1 and event_id = ?2 and ends_at > ?3 order by starts_at, id limit 400";
    /// The last date of an event.
    LAST_OCCURRENCE(hub, id_of "event") = "select id, event_id, key, starts_at, ends_at, open_end, local_start, local_end, zone, room, state, reason, sequence, registration, capacity, opens_at, closes_at, waitlist, offer_minutes, seats_per_booking, seats_per_person, seated, held, waiting from occurrence where hub_id = ?1 and event_id = ?2 order by starts_at desc, id limit 1";
    /// A date by key.
    OCCURRENCE(hub, id_of "occurrence") = "select id, event_id, key, starts_at, ends_at, open_end, local_start, local_end, zone, room, state, reason, sequence, registration, capacity, opens_at, closes_at, waitlist, offer_minutes, seats_per_booking, seats_per_person, seated, held, waiting from occurrence where hub_id = ?1 and id = ?2";
    /// A date by its part of the address.
    OCCURRENCE_BY_KEY(hub, id_of "event", text "2026-12-01-1400") = "select id, event_id, key, starts_at, ends_at, open_end, local_start, local_end, zone, room, state, reason, sequence, registration, capacity, opens_at, closes_at, waitlist, offer_minutes, seats_per_booking, seats_per_person, seated, held, waiting from occurrence where hub_id = ?1 and event_id = ?2 and key = ?3";
    /// A date with what a letter says of its event and its place.
    OCCASION(hub, id_of "occurrence") =
        "select o.id, o.event_id, o.key, o.starts_at, o.ends_at, o.open_end, o.local_start, o.local_end, o.zone, o.room, o.state, o.reason, o.sequence, o.registration, o.capacity, o.opens_at, o.closes_at, o.waitlist, o.offer_minutes, o.seats_per_booking, o.seats_per_person, o.seated, o.held, o.waiting,
                e.title, e.topic, e.slug, e.room, e.online, e.online_url, e.bring, e.state, s.name, s.street, s.postcode, s.town
         from occurrence o join event e on e.hub_id = o.hub_id and e.id = o.event_id left join site s on s.hub_id = e.hub_id and s.id = e.site_id
         where o.hub_id = ?1 and o.id = ?2";
    /// Whether an event has another date to come.
    HAS_OTHER_DATE(hub, id_of "event", id_of "occurrence", int 0) = "select 1 from occurrence where hub_id = ?1 and event_id = ?2 and id <> ?3 and state = 'planned' and starts_at > ?4 limit 1";
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

/// The last date of an event, long over or not.
pub fn last_occurrence(tx: &Tx<'_>, hub: HubId, event: EventId) -> DbResult<Option<Occurrence>> {
    tx.row(&LAST_OCCURRENCE, &args![hub, event], decode_occurrence)
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
        let (title, topic, slug) = (c.take()?, word(c.text()?, Topic::parse)?, c.take()?);
        let (room, online, online_url, bring): (String, _, _, _) = (c.take()?, c.take()?, c.take()?, c.take()?);
        let is_closed = word(c.text()?, State::parse)?.audience() == Audience::Members;
        let site = Place { name: c.take()?, street: c.take()?, postcode: c.take()?, town: c.take()? };
        let room = if occurrence.room.is_empty() { room } else { occurrence.room.clone() };
        Ok(Facts { place: site.words(&room, online), occurrence, title, topic, slug, online_url, bring, is_closed })
    })
}

/// Whether an event has another date that takes place after an instant.
pub fn has_other_date(tx: &Tx<'_>, hub: HubId, event: EventId, besides: OccasionId, after: Instant) -> DbResult<bool> {
    tx.row(&HAS_OTHER_DATE, &args![hub, event, besides, after], |c| c.take::<i64>()).map(|found| found.is_some())
}

fn decode_event(c: &mut Columns<'_>) -> DbResult<Event> {
    let (id, slug, title): (_, _, _) = (c.take()?, c.take()?, c.take()?);
    let (topic, kind): (String, String) = (c.take()?, c.take()?);
    let (lede, body, host, audience, for_whom): (_, _, _, _, String) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
    let (bring, price_cents, organiser, price_note, site, room) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
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
        organiser,
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
    let (state, reason, sequence) = (OccurrenceState::parse(c.text()?), c.take()?, c.take()?);
    let (registration, capacity, opens, closes): (_, _, _, _) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let admission = Admission {
        registration,
        capacity,
        opens,
        closes,
        waitlist: parse_waitlist(c.text()?),
        offer_minutes: c.take()?,
        seats_per_booking: c.take()?,
        seats_per_person: c.take()?,
    };
    let counts = Counts { seated: c.take()?, held: c.take()?, waiting: c.take()? };
    Ok(Occurrence { id, event, key, starts, ends, open_end, local_start, local_end, zone, room, state, reason, sequence, admission, counts })
}

pub(super) fn wall(c: &mut Columns<'_>) -> DbResult<DateTime> {
    let text = c.text()?;
    text.parse().map_err(|_| DbError::app(format!("{text} is no wall time")))
}

pub(super) fn word<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> DbResult<T> {
    parse(text).ok_or_else(|| DbError::app(format!("event: unknown word {text}")))
}
