//! Questions and changes across the tables of all features: for the proof, and after a restore.

use uuid::Uuid;

use crate::bookings::Counts;
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx, args};
use crate::ids::{BookingId, OccasionId};
use crate::jobs::due;

crate::db::statements! {
    /// Some dates with their counters and when the waitlist job looks at them.
    DATES(hub, uuid, int 100, text "waitlist") =
        "select o.id, coalesce(e.slug, '?'), o.key, o.capacity, o.seated, o.held, o.waiting, d.at
         from occurrence o left join event e on e.hub_id = o.hub_id and e.id = o.event_id
              left join due d on d.hub_id = o.hub_id and d.kind = ?4 and d.ref = o.id
         where o.hub_id = ?1 and o.id > ?2 order by o.id limit ?3";
    /// Some bookings with what can be wrong with each.
    BOOKINGS(hub, uuid, int 100) =
        "select b.id, b.state, b.companions, b.answers, b.form_key, b.code, case when b.kind = 'seat' and o.id is null then 1 else 0 end
         from booking b left join occurrence o on o.hub_id = b.hub_id and o.id = b.occasion_id
         where b.hub_id = ?1 and b.id > ?2 order by b.id limit ?3";
    /// Some events with their questions.
    EVENTS(hub, uuid, int 100) = "select id, slug, questions from event where hub_id = ?1 and id > ?2 order by id limit ?3";
    /// Some mails that have not left.
    MAILS(hub, uuid, int 100) = "select id, payload from outbox where hub_id = ?1 and id > ?2 and state in ('queued', 'paused', 'parked') order by id limit ?3";
    /// When the next mail may leave, and when the postman looks.
    MAILS_DUE(hub, uuid, text "outbox") =
        "select min(case when leased_until > due_at then leased_until else due_at end), (select d.at from due d where d.hub_id = ?1 and d.kind = ?3 and d.ref = ?2)
         from outbox where hub_id = ?1 and state = 'queued'";
    /// Mails that were set aside after too many failures.
    MAILS_PARKED(hub) = "select count(*) from outbox where hub_id = ?1 and state = 'parked'";
    /// The counters of a date.
    SET_COUNTS(hub, uuid, int 0, int 0, int 0) = "update occurrence set seated = ?3, held = ?4, waiting = ?5 where hub_id = ?1 and id = ?2";
    /// Calendar numbers of registrations leap.
    RAISE_BOOKINGS(hub, int 0) = "update booking set sequence = sequence + ?2 where hub_id = ?1";
    /// Calendar numbers of dates leap.
    RAISE_DATES(hub, int 0) = "update occurrence set sequence = sequence + ?2 where hub_id = ?1";
    /// Everybody signs in again.
    END_SESSIONS() = "delete from login_session";
}

/// A date as the proof needs it.
pub(super) struct DateRow {
    pub(super) id: OccasionId,
    /// `event/date`, as in its address.
    pub(super) place: String,
    pub(super) capacity: Option<u32>,
    pub(super) counts: Counts,
    /// When the waitlist job looks at it.
    pub(super) due: Option<Instant>,
}

/// At most `limit` dates after `after`, by key.
pub(super) fn dates(tx: &Tx<'_>, hub: HubId, after: Uuid, limit: u32) -> DbResult<Vec<DateRow>> {
    tx.rows(&DATES, &args![hub, after, limit, due::WAITLIST], |c| {
        let (id, slug, key): (_, String, String) = (c.take()?, c.take()?, c.take()?);
        let capacity = c.take()?;
        let counts = Counts { seated: c.take()?, held: c.take()?, waiting: c.take()? };
        Ok(DateRow { id, place: format!("{slug}/{key}"), capacity, counts, due: c.take()? })
    })
}

/// A booking as the proof needs it.
pub(super) struct BookingRow {
    pub(super) id: BookingId,
    pub(super) state: String,
    pub(super) companions: String,
    pub(super) answers: String,
    pub(super) form_key: String,
    pub(super) code: String,
    /// Its date does not exist.
    pub(super) homeless: bool,
}

/// At most `limit` bookings after `after`, by key.
pub(super) fn bookings(tx: &Tx<'_>, hub: HubId, after: Uuid, limit: u32) -> DbResult<Vec<BookingRow>> {
    tx.rows(&BOOKINGS, &args![hub, after, limit], |c| {
        let (id, state, companions, answers) = (c.take()?, c.take()?, c.take()?, c.take()?);
        Ok(BookingRow { id, state, companions, answers, form_key: c.take()?, code: c.take()?, homeless: c.take()? })
    })
}

/// Key, address and questions of at most `limit` events after `after`, by key.
pub(super) fn events(tx: &Tx<'_>, hub: HubId, after: Uuid, limit: u32) -> DbResult<Vec<(Uuid, String, String)>> {
    tx.rows(&EVENTS, &args![hub, after, limit], |c| Ok((c.take()?, c.take()?, c.take()?)))
}

/// Key and payload of at most `limit` mails after `after` that have not left, by key.
pub(super) fn mails(tx: &Tx<'_>, hub: HubId, after: Uuid, limit: u32) -> DbResult<Vec<(Uuid, String)>> {
    tx.rows(&MAILS, &args![hub, after, limit], |c| Ok((c.take()?, c.take()?)))
}

/// When the next mail may leave, and when the postman looks.
pub(super) fn mails_due(tx: &Tx<'_>, hub: HubId) -> DbResult<(Option<Instant>, Option<Instant>)> {
    tx.one(&MAILS_DUE, &args![hub, Uuid::nil(), due::OUTBOX], |c| Ok((c.take()?, c.take()?)))
}

/// How many mails were set aside.
pub(super) fn mails_parked(tx: &Tx<'_>, hub: HubId) -> DbResult<i64> {
    tx.one(&MAILS_PARKED, &args![hub], |c| c.take())
}

/// Keeps how full a date is.
pub(super) fn set_counts(tx: &Tx<'_>, hub: HubId, id: OccasionId, counts: Counts) -> DbResult<()> {
    tx.execute(&SET_COUNTS, &args![hub, id, counts.seated, counts.held, counts.waiting]).map(drop)
}

/// Raises the calendar numbers of everything in the hub; how many registrations.
pub(super) fn raise_sequences(tx: &Tx<'_>, hub: HubId, by: u32) -> DbResult<u64> {
    tx.execute(&RAISE_DATES, &args![hub, by])?;
    tx.execute(&RAISE_BOOKINGS, &args![hub, by])
}

/// Ends all sessions; how many there were.
pub(super) fn end_sessions(tx: &Tx<'_>) -> DbResult<u64> {
    tx.execute(&END_SESSIONS, &args![])
}
