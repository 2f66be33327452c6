//! What the staff's pages ask: the day, who is to be called, finding a registration, letters to everybody of a date.

use booking::State;
use jiff::civil::DateTime;
use uuid::Uuid;

use super::lines::{Line, line};
use super::read::wall;
use crate::clock::Instant;
use crate::db::{Columns, DbError, DbResult, HubId, Tx, args};
use crate::ids::{BookingId, OccasionId};

crate::db::statements! {
    /// Dates that lie in a span of time, begun after an instant; drafts only when somebody is registered.
    DAY(hub, int 0, int 9_000_000_000_000_000, int 0) =
        "select o.starts_at, o.ends_at, o.open_end, o.local_start, o.local_end, o.state = 'cancelled', o.registration, o.capacity, o.opens_at, o.closes_at, o.waitlist <> 'off', o.seated, o.held, o.waiting,
                e.slug, e.title, e.topic, e.site_id, case when o.room = '' then e.room else o.room end, e.online, e.price_cents, e.organiser is not null, o.id, o.key
         from occurrence o join event e on e.hub_id = o.hub_id and e.id = o.event_id
         where o.hub_id = ?1 and o.starts_at < ?3 and o.starts_at >= ?4 and o.ends_at > ?2 and (e.state in ('published', 'members') or o.seated + o.held + o.waiting > 0)
         order by o.starts_at, o.id limit 200";
    /// Dates with registration that are not over, begun after an instant, in order.
    BOOKABLE(hub, int 0, int 9_000_000_000_000_000, int 0) =
        "select o.starts_at, o.ends_at, o.open_end, o.local_start, o.local_end, o.state = 'cancelled', o.registration, o.capacity, o.opens_at, o.closes_at, o.waitlist <> 'off', o.seated, o.held, o.waiting,
                e.slug, e.title, e.topic, e.site_id, case when o.room = '' then e.room else o.room end, e.online, e.price_cents, e.organiser is not null, o.id, o.key
         from occurrence o join event e on e.hub_id = o.hub_id and e.id = o.event_id
         where o.hub_id = ?1 and o.starts_at >= ?4 and o.starts_at < ?3 and o.ends_at > ?2 and o.registration = 1 and o.state = 'planned' and e.state = 'published'
         order by o.starts_at, o.id limit 200";
    /// Offers to people whom no mail reaches.
    OFFERS(hub, now) =
        "select b.id, b.name, b.phone, b.deadline, e.title, o.local_start
         from occurrence o join event e on e.hub_id = o.hub_id and e.id = o.event_id join booking b on b.hub_id = o.hub_id and b.occasion_id = o.id
         where o.hub_id = ?1 and o.starts_at > ?2 and o.held > 0 and b.state = 'offered' and b.email = '' and b.deadline > ?2
         order by b.deadline, b.id limit 50";
    /// Registrations for dates from an instant on, by words.
    FOUND(hub, int 0, text "%", text "%", text "%") =
        "select b.id, b.name, b.seats, b.state, e.title, o.local_start, o.local_end, o.open_end
         from occurrence o join event e on e.hub_id = o.hub_id and e.id = o.event_id join booking b on b.hub_id = o.hub_id and b.occasion_id = o.id
         where o.hub_id = ?1 and o.starts_at >= ?2 and b.folded like ?3 and b.folded like ?4 and b.folded like ?5
         order by o.starts_at, b.id limit 50";
    /// Registrations for dates before an instant, by words, the latest first.
    FOUND_PAST(hub, int 0, int 9_000_000_000_000_000, text "%", text "%", text "%") =
        "select b.id, b.name, b.seats, b.state, e.title, o.local_start, o.local_end, o.open_end
         from occurrence o join event e on e.hub_id = o.hub_id and e.id = o.event_id join booking b on b.hub_id = o.hub_id and b.occasion_id = o.id
         where o.hub_id = ?1 and o.starts_at >= ?2 and o.starts_at < ?3 and b.folded like ?4 and b.folded like ?5 and b.folded like ?6
         order by o.starts_at desc, b.id desc limit 20";
    /// Registrations that still say who it was, by words, over all dates.
    KEPT(hub, text "%", text "%", text "%") =
        "select id from booking where hub_id = ?1 and name <> '' and folded like ?2 and folded like ?3 and folded like ?4 order by id desc limit 100";
    /// The registrations made last.
    NEWEST(hub) =
        "select b.id, b.name, b.seats, b.state, e.title, o.local_start, o.local_end, o.open_end
         from booking b join occurrence o on o.hub_id = b.hub_id and o.id = b.occasion_id join event e on e.hub_id = o.hub_id and e.id = o.event_id
         where b.hub_id = ?1 and b.name <> '' order by b.id desc limit 15";
    /// Whether a booking has a letter of this kind, sent or not.
    WAS_POSTED(hub, id_of "booking", text "seat.message.sample") = "select count(*) from outbox where hub_id = ?1 and topic = ?2 and kind = ?3";
    /// Whether there is such a letter.
    IS_POSTED(hub, uuid) = "select count(*) from outbox where hub_id = ?1 and id = ?2";
    /// Letters of the hub to those registered for a date: when, to how many, and how many can still be taken back.
    MAILINGS(hub, id_of "occurrence", now) =
        "select x.kind, max(x.created_at), count(*), cast(sum(case when x.state = 'queued' and x.due_at > ?3 and x.leased_until = 0 then 1 else 0 end) as bigint)
         from booking b join outbox x on x.hub_id = b.hub_id and x.topic = b.id
         where b.hub_id = ?1 and b.occasion_id = ?2 and x.kind like 'seat.message.%'
         group by x.kind order by max(x.created_at) desc limit 5";
    /// A letter to those of a date whose name begins so.
    LETTER_OF_FORM(hub, id_of "occurrence", text "seat.message.0%") =
        "select x.kind from booking b join outbox x on x.hub_id = b.hub_id and x.topic = b.id where b.hub_id = ?1 and b.occasion_id = ?2 and x.kind like ?3 limit 1";
}

/// A date in a list of staff, with what leads to its participants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffLine {
    /// What everybody sees of it.
    pub line: Line,
    /// Key of the date.
    pub id: OccasionId,
    /// Part of the address of the date.
    pub key: String,
}

/// A registration in a list over several dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Key.
    pub id: BookingId,
    /// Who.
    pub name: String,
    /// How many places.
    pub seats: u32,
    /// Where it stands.
    pub state: State,
    /// Title of the event.
    pub title: String,
    /// Wall time of the start.
    pub local_start: DateTime,
    /// Wall time of the end.
    pub local_end: DateTime,
    /// Whether the end was left open.
    pub open_end: bool,
}

/// Somebody to call: a place is kept, and no mail reaches the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The registration.
    pub id: BookingId,
    /// Who.
    pub name: String,
    /// Telephone; may be empty.
    pub phone: String,
    /// Until when the place is kept.
    pub deadline: Instant,
    /// Title of the event.
    pub title: String,
    /// Wall time of the start.
    pub local_start: DateTime,
}

/// A letter of the hub to those registered for a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailing {
    /// The kind of its rows in the outbox.
    pub kind: String,
    /// When it was written.
    pub at: Instant,
    /// To how many registrations.
    pub count: u32,
    /// How many have not left yet and can be taken back.
    pub held: u32,
}

/// Up to three patterns for what search looks through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(pub [String; 3]);

/// Dates that lie between two instants. A date that began before `earliest` is not looked for.
pub fn day(tx: &Tx<'_>, hub: HubId, from: Instant, until: Instant, earliest: Instant) -> DbResult<Vec<StaffLine>> {
    tx.rows(&DAY, &args![hub, from, until, earliest], staff_line)
}

/// Dates with registration that begin before `until` and are not over, also those that run or whose registration has ended; at most
/// 200. A date that began before `earliest` is not looked for.
pub fn bookable(tx: &Tx<'_>, hub: HubId, now: Instant, until: Instant, earliest: Instant) -> DbResult<Vec<StaffLine>> {
    tx.rows(&BOOKABLE, &args![hub, now, until, earliest], staff_line)
}

fn staff_line(c: &mut Columns<'_>) -> DbResult<StaffLine> {
    Ok(StaffLine { line: line(c)?, id: c.take()?, key: c.take()? })
}

/// Whom to call because a place is kept for them; the most urgent first, at most 50.
pub fn offers_to_call(tx: &Tx<'_>, hub: HubId, now: Instant) -> DbResult<Vec<Offer>> {
    tx.rows(&OFFERS, &args![hub, now], |c| {
        let (id, name, phone, deadline) = (c.take()?, c.take()?, c.take()?, c.take()?);
        Ok(Offer { id, name, phone, deadline, title: c.take()?, local_start: wall(c)? })
    })
}

/// Registrations for dates from `since` on whose words fit, the next date first; at most 50.
pub fn found(tx: &Tx<'_>, hub: HubId, since: Instant, words: &Words) -> DbResult<Vec<Found>> {
    let Words([first, second, third]) = words;
    tx.rows(&FOUND, &args![hub, since, first, second, third], decode)
}

/// Registrations for dates between two instants whose words fit, the latest first; at most 20.
pub fn found_past(tx: &Tx<'_>, hub: HubId, since: Instant, until: Instant, words: &Words) -> DbResult<Vec<Found>> {
    let Words([first, second, third]) = words;
    tx.rows(&FOUND_PAST, &args![hub, since, until, first, second, third], decode)
}

/// Registrations over all dates whose words fit, the newest first; at most 100.
pub fn kept(tx: &Tx<'_>, hub: HubId, words: &Words) -> DbResult<Vec<BookingId>> {
    let Words([first, second, third]) = words;
    tx.rows(&KEPT, &args![hub, first, second, third], |c| c.take())
}

/// The 15 registrations made last, the newest first.
pub fn newest(tx: &Tx<'_>, hub: HubId) -> DbResult<Vec<Found>> {
    tx.rows(&NEWEST, &args![hub], decode)
}

/// Whether a booking has a letter of this kind in the outbox, sent or not.
pub fn was_posted(tx: &Tx<'_>, hub: HubId, booking: BookingId, kind: &str) -> DbResult<bool> {
    tx.one(&WAS_POSTED, &args![hub, booking, kind], |c| c.take::<i64>()).map(|count| count > 0)
}

/// Whether there is such a letter in the outbox, sent or not.
pub fn is_posted(tx: &Tx<'_>, hub: HubId, id: Uuid) -> DbResult<bool> {
    tx.one(&IS_POSTED, &args![hub, id], |c| c.take::<i64>()).map(|count| count > 0)
}

/// The last five letters of the hub to those registered for a date.
pub fn mailings(tx: &Tx<'_>, hub: HubId, occasion: OccasionId, now: Instant) -> DbResult<Vec<Mailing>> {
    tx.rows(&MAILINGS, &args![hub, occasion, now], |c| Ok(Mailing { kind: c.take()?, at: c.take()?, count: c.take()?, held: c.take()? }))
}

/// The letter to those of a date that the form has written whose name its kind begins with.
pub fn letter_of_form(tx: &Tx<'_>, hub: HubId, occasion: OccasionId, begins: &str) -> DbResult<Option<String>> {
    tx.row(&LETTER_OF_FORM, &args![hub, occasion, format!("{begins}%")], |c| c.take())
}

fn decode(c: &mut Columns<'_>) -> DbResult<Found> {
    let (id, name, seats, state): (Uuid, _, _, String) = (c.take()?, c.take()?, c.take()?, c.take()?);
    let state = State::parse(&state).ok_or_else(|| DbError::app(format!("booking: unknown state {state}")))?;
    Ok(Found { id: BookingId(id), name, seats, state, title: c.take()?, local_start: wall(c)?, local_end: wall(c)?, open_end: c.take()? })
}
