//! Changes of events and dates.

use std::collections::HashMap;

use crate::bookings::Counts;
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx, args, json};
use crate::features::events::event::{Event, EventId};
use crate::features::events::occurrence::{Occurrence, waitlist_word};
use crate::ids::OccasionId;

crate::db::statements! {
    /// A new event.
    INSERT_EVENT(hub, uuid, text "sample", text "Sample", text "digital", text "course", text "", text "", text "", text "", text "all", text "", int 0, text "", null, text "", int 0, text "", text "", null, text "", text "[]", text "draft", text " sample ", text "", text "", text "", now, null) =
        "insert into event (hub_id, id, slug, title, topic, kind, lede, body, host, audience, for_whom, bring, price_cents, price_note, site_id, room, online, online_url, drawing, picture_id, picture_alt, questions, state, folded, source, source_key, source_print, created_at, organiser)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29)";
    /// An edited event, unless somebody else was faster.
    UPDATE_EVENT(hub, id_of "event", int 1, text "Sample", text "digital", text "course", text "", text "", text "", text "", text "all", text "", int 0, text "", null, text "", int 0, text "", text "", null, text "", text "[]", text "draft", text " sample ", text "", null) =
        "update event set title = ?4, topic = ?5, kind = ?6, lede = ?7, body = ?8, host = ?9, audience = ?10, for_whom = ?11, bring = ?12, price_cents = ?13, price_note = ?14, site_id = ?15, room = ?16, online = ?17, online_url = ?18, drawing = ?19, picture_id = ?20, picture_alt = ?21, questions = ?22, state = ?23, folded = ?24, source_print = ?25, organiser = ?26, version = version + 1
         where hub_id = ?1 and id = ?2 and version = ?3";
    /// A new date.
    INSERT_OCCURRENCE(hub, uuid, id_of "event", text "sample", now, now, int 0, text "2026-12-01T14:00:00", text "2026-12-01T16:00:00", text "Europe/Berlin", text "", text "planned", text "", int 1, int 12, null, now, text "strict", int 1440, int 3, int 3) =
        "insert into occurrence (hub_id, id, event_id, key, starts_at, ends_at, open_end, local_start, local_end, zone, room, state, reason, registration, capacity, opens_at, closes_at, waitlist, offer_minutes, seats_per_booking, seats_per_person)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)";
    /// An edited date.
    UPDATE_OCCURRENCE(hub, id_of "occurrence", text "2026-12-01-1400", now, now, int 0, text "2026-12-01T14:00:00", text "2026-12-01T16:00:00", text "Europe/Berlin", text "", text "planned", text "", int 1, int 1, int 12, null, now, text "strict", int 1440, int 3, int 3) =
        "update occurrence set key = ?3, starts_at = ?4, ends_at = ?5, open_end = ?6, local_start = ?7, local_end = ?8, zone = ?9, room = ?10, state = ?11, reason = ?12, sequence = ?13, registration = ?14, capacity = ?15, opens_at = ?16, closes_at = ?17, waitlist = ?18, offer_minutes = ?19, seats_per_booking = ?20, seats_per_person = ?21
         where hub_id = ?1 and id = ?2";
    /// How full a date is.
    SET_COUNTS(hub, id_of "occurrence", int 0, int 0, int 0) = "update occurrence set seated = ?3, held = ?4, waiting = ?5 where hub_id = ?1 and id = ?2";
    /// The event that came from elsewhere under this key.
    BY_SOURCE(hub, text "file", text "1") = "select id, source_print from event where hub_id = ?1 and source = ?2 and source_key = ?3";
    /// Events that came from elsewhere, can be seen and have a date that still takes place.
    COMING_OF_SOURCE(hub, text "file", now) =
        "select e.source_key, e.title from event e where e.hub_id = ?1 and e.source = ?2 and e.state <> 'draft'
           and exists (select 1 from occurrence o where o.hub_id = e.hub_id and o.event_id = e.id and o.state = 'planned' and o.ends_at > ?3)
         order by e.title, e.source_key limit 20000";
    /// Under which start a date is known where it came from.
    SET_SOURCE_KEY(hub, id_of "occurrence", text "20261201T130000Z") = "update occurrence set source_key = ?3 where hub_id = ?1 and id = ?2";
    /// Dates of an event that came from elsewhere, with the start they had at first.
    SOURCE_KEYS(hub, id_of "event") = "select id, source_key from occurrence where hub_id = ?1 and event_id = ?2 and source_key <> ''";
}

/// From where an event came, when not from a form: the importer's name, the key there, and a fingerprint of what it said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// Name of the importer; empty for events made here.
    pub name: String,
    /// Key over there.
    pub key: String,
    /// Fingerprint of the last import.
    pub print: String,
}

/// Writes a new event. `site_name` goes into what search looks through.
pub fn insert_event(tx: &Tx<'_>, hub: HubId, event: &Event, site_name: &str, source: &Source, now: Instant) -> DbResult<()> {
    tx.execute(
        &INSERT_EVENT,
        &args![
            hub,
            event.id,
            &event.slug,
            &event.title,
            event.topic.as_str(),
            event.kind.as_str(),
            &event.lede,
            &event.body,
            &event.host,
            &event.audience,
            event.for_whom.as_str(),
            &event.bring,
            event.price_cents,
            &event.price_note,
            event.site,
            &event.room,
            event.online,
            &event.online_url,
            &event.drawing,
            event.picture,
            &event.picture_alt,
            json(&event.questions)?,
            event.state.as_str(),
            event.folded(site_name),
            &source.name,
            &source.key,
            &source.print,
            now,
            event.organiser.as_deref()
        ],
    )
    .map(drop)
}

/// Writes an edited event over the version it was loaded with; false when somebody else has edited it meanwhile.
pub fn update_event(tx: &Tx<'_>, hub: HubId, event: &Event, site_name: &str, print: &str) -> DbResult<bool> {
    let touched = tx.execute(
        &UPDATE_EVENT,
        &args![
            hub,
            event.id,
            event.version,
            &event.title,
            event.topic.as_str(),
            event.kind.as_str(),
            &event.lede,
            &event.body,
            &event.host,
            &event.audience,
            event.for_whom.as_str(),
            &event.bring,
            event.price_cents,
            &event.price_note,
            event.site,
            &event.room,
            event.online,
            &event.online_url,
            &event.drawing,
            event.picture,
            &event.picture_alt,
            json(&event.questions)?,
            event.state.as_str(),
            event.folded(site_name),
            print,
            event.organiser.as_deref()
        ],
    )?;
    Ok(touched == 1)
}

/// Writes a new date.
pub fn insert_occurrence(tx: &Tx<'_>, hub: HubId, o: &Occurrence) -> DbResult<()> {
    let a = &o.admission;
    tx.execute(
        &INSERT_OCCURRENCE,
        &args![
            hub,
            o.id,
            o.event,
            &o.key,
            o.starts,
            o.ends,
            o.open_end,
            o.local_start.to_string(),
            o.local_end.to_string(),
            &o.zone,
            &o.room,
            o.state.as_str(),
            &o.reason,
            a.registration,
            a.capacity,
            a.opens,
            a.closes,
            waitlist_word(a.waitlist),
            a.offer_minutes,
            a.seats_per_booking,
            a.seats_per_person
        ],
    )
    .map(drop)
}

/// Writes an edited date; its counters stay.
pub fn update_occurrence(tx: &Tx<'_>, hub: HubId, o: &Occurrence) -> DbResult<()> {
    let a = &o.admission;
    tx.execute(
        &UPDATE_OCCURRENCE,
        &args![
            hub,
            o.id,
            &o.key,
            o.starts,
            o.ends,
            o.open_end,
            o.local_start.to_string(),
            o.local_end.to_string(),
            &o.zone,
            &o.room,
            o.state.as_str(),
            &o.reason,
            o.sequence,
            a.registration,
            a.capacity,
            a.opens,
            a.closes,
            waitlist_word(a.waitlist),
            a.offer_minutes,
            a.seats_per_booking,
            a.seats_per_person
        ],
    )
    .map(drop)
}

/// Keeps how full a date is.
pub fn set_counts(tx: &Tx<'_>, hub: HubId, id: OccasionId, counts: Counts) -> DbResult<()> {
    tx.put(&SET_COUNTS, &args![hub, id, counts.seated, counts.held, counts.waiting])
}

/// The event that came from elsewhere, with its fingerprint.
pub fn find_source(tx: &Tx<'_>, hub: HubId, name: &str, key: &str) -> DbResult<Option<(EventId, String)>> {
    tx.row(&BY_SOURCE, &args![hub, name, key], |c| Ok((c.take()?, c.take()?)))
}

/// Key and title of the events that came from elsewhere, can be seen and have a date that still takes place.
pub fn coming_of_source(tx: &Tx<'_>, hub: HubId, name: &str, now: Instant) -> DbResult<Vec<(String, String)>> {
    tx.rows(&COMING_OF_SOURCE, &args![hub, name, now], |c| Ok((c.take()?, c.take()?)))
}

/// Notes under which start a date is known where it came from.
pub fn set_source_key(tx: &Tx<'_>, hub: HubId, id: OccasionId, key: &str) -> DbResult<()> {
    tx.execute(&SET_SOURCE_KEY, &args![hub, id, key]).map(drop)
}

/// The dates of an event that came from elsewhere, with the start they had at first.
pub fn source_keys(tx: &Tx<'_>, hub: HubId, event: EventId) -> DbResult<HashMap<OccasionId, String>> {
    Ok(tx.rows(&SOURCE_KEYS, &args![hub, event], |c| Ok((c.take()?, c.take()?)))?.into_iter().collect())
}
