//! What is older than its period, over the tables of all features, and how it goes. At most `limit` rows at a time.

use uuid::Uuid;

use crate::bookings;
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx, Value, args};
use crate::ids::BookingId;

crate::db::statements! {
    /// Registrations with a place whose date ended by then and which still say who it was.
    SEATED(hub, now, int 100) =
        "select b.id from booking b join occurrence o on o.hub_id = b.hub_id and o.id = b.occasion_id
         where b.hub_id = ?1 and b.name <> '' and b.kind = 'seat' and o.ends_at <= ?2 and b.state not in ('waiting', 'offered', 'declined', 'expired') order by b.id limit ?3";
    /// Registrations that waited in vain for a date that ended by then, and which still say who it was.
    WAITED(hub, now, int 100) =
        "select b.id from booking b join occurrence o on o.hub_id = b.hub_id and o.id = b.occasion_id
         where b.hub_id = ?1 and b.name <> '' and b.kind = 'seat' and o.ends_at <= ?2 and b.state in ('waiting', 'offered', 'declined', 'expired') order by b.id limit ?3";
    /// Lines of history of registrations for dates that ended by then.
    HISTORY(hub, now, int 100) =
        "select l.id, l.booking_id from booking_log l join booking b on b.hub_id = l.hub_id and b.id = l.booking_id join occurrence o on o.hub_id = l.hub_id and o.id = b.occasion_id
         where l.hub_id = ?1 and o.ends_at <= ?2 order by l.booking_id, l.id limit ?3";
    /// Forgets a line of history.
    FORGET_LINE(hub, uuid, uuid) = "delete from booking_log where hub_id = ?1 and id = ?2 and booking_id = ?3";
    /// Registrations made by then that still know their form.
    FORMS(hub, now, int 100) = "select id from booking where hub_id = ?1 and name <> '' and created_at <= ?2 and length(form_print) > 0 order by id limit ?3";
    /// Forgets a form; the key has to be another in every row.
    FORGET_FORM(hub, uuid, text "-", blob) = "update booking set form_key = ?3, form_print = ?4 where hub_id = ?1 and id = ?2";
    /// Mails sent by then.
    SENT(hub, now, int 100) = "select id from outbox where hub_id = ?1 and state = 'sent' and sent_at <= ?2 order by id limit ?3";
    /// Mails written by then that were set aside or paused.
    STUCK(hub, now, int 100) = "select id from outbox where hub_id = ?1 and state in ('parked', 'paused') and created_at <= ?2 order by id limit ?3";
    /// Forgets a mail that does not wait to leave.
    FORGET_MAIL(hub, uuid) = "delete from outbox where hub_id = ?1 and id = ?2 and state <> 'queued'";
    /// Earlier versions of dates that were changed by then.
    CHANGES(hub, now, int 100) = "select id from event_change where hub_id = ?1 and at <= ?2 order by id limit ?3";
    /// Forgets one.
    FORGET_CHANGE(hub, uuid) = "delete from event_change where hub_id = ?1 and id = ?2";
    /// Reports of barriers that came by then and still know their form.
    REPORT_FORMS(hub, now, int 100) = "select id from barrier_report where hub_id = ?1 and at <= ?2 and form_key not like '-%' order by id limit ?3";
    /// Forgets a form; the key has to be another in every row.
    FORGET_REPORT_FORM(hub, uuid, text "-") = "update barrier_report set form_key = ?3, form_print = '' where hub_id = ?1 and id = ?2";
    /// Reports of barriers that were answered by then.
    BARRIERS(hub, now, int 100) = "select id from barrier_report where hub_id = ?1 and answered_at <= ?2 order by id limit ?3";
    /// Forgets one.
    FORGET_BARRIER(hub, uuid) = "delete from barrier_report where hub_id = ?1 and id = ?2";
    /// Notes of requests made by then.
    REQUESTS(hub, now, int 100) = "select id from privacy_request where hub_id = ?1 and at <= ?2 order by id limit ?3";
    /// Forgets one.
    FORGET_REQUEST(hub, uuid) = "delete from privacy_request where hub_id = ?1 and id = ?2";
    /// Ends sessions that nobody may use any more.
    SESSIONS(now, now, int 100) = "delete from login_session where token_hash in (select s.token_hash from login_session s where s.seen_at <= ?1 or s.created_at <= ?2 limit ?3)";
}

/// Erases who registered, where the date ended by `before`; how many.
pub(super) fn seated(tx: &Tx<'_>, hub: HubId, before: Instant, limit: u32) -> DbResult<u64> {
    erase(tx, hub, ids(tx, &SEATED, &args![hub, before, limit])?)
}

/// Erases who waited in vain, where the date ended by `before`; how many.
pub(super) fn waited(tx: &Tx<'_>, hub: HubId, before: Instant, limit: u32) -> DbResult<u64> {
    erase(tx, hub, ids(tx, &WAITED, &args![hub, before, limit])?)
}

/// Forgets the history of registrations whose date ended by `before`; how many lines.
pub(super) fn history(tx: &Tx<'_>, hub: HubId, before: Instant, limit: u32) -> DbResult<u64> {
    let lines: Vec<(Uuid, Uuid)> = tx.rows(&HISTORY, &args![hub, before, limit], |c| Ok((c.take()?, c.take()?)))?;
    lines.into_iter().try_fold(0, |sum, (line, booking)| Ok(sum + tx.execute(&FORGET_LINE, &args![hub, line, booking])?))
}

/// Forgets keys and fingerprints of forms sent by `before`; how many.
pub(super) fn forms(tx: &Tx<'_>, hub: HubId, before: Instant, limit: u32) -> DbResult<u64> {
    let report = |id: Uuid| tx.execute(&FORGET_REPORT_FORM, &args![hub, id, bookings::store::no_form(BookingId(id))]);
    let reports = ids(tx, &REPORT_FORMS, &args![hub, before, limit])?.into_iter().try_fold(0, |sum, id| report(id).map(|rows| sum + rows))?;
    let forget = |id: Uuid| tx.execute(&FORGET_FORM, &args![hub, id, bookings::store::no_form(BookingId(id)), Vec::new()]);
    ids(tx, &FORMS, &args![hub, before, limit])?.into_iter().try_fold(reports, |sum, id| Ok(sum + forget(id)?))
}

/// Forgets that mails were sent by `before`; how many.
pub(super) fn sent_mails(tx: &Tx<'_>, hub: HubId, before: Instant, limit: u32) -> DbResult<u64> {
    each(tx, hub, &FORGET_MAIL, ids(tx, &SENT, &args![hub, before, limit])?)
}

/// Forgets mails written by `before` that were set aside or paused; how many.
pub(super) fn stuck_mails(tx: &Tx<'_>, hub: HubId, before: Instant, limit: u32) -> DbResult<u64> {
    each(tx, hub, &FORGET_MAIL, ids(tx, &STUCK, &args![hub, before, limit])?)
}

/// Forgets earlier versions of dates that were changed by `before`; how many.
pub(super) fn changes(tx: &Tx<'_>, hub: HubId, before: Instant, limit: u32) -> DbResult<u64> {
    each(tx, hub, &FORGET_CHANGE, ids(tx, &CHANGES, &args![hub, before, limit])?)
}

/// Forgets barriers that were answered by `before`; how many.
pub(super) fn barriers(tx: &Tx<'_>, hub: HubId, before: Instant, limit: u32) -> DbResult<u64> {
    each(tx, hub, &FORGET_BARRIER, ids(tx, &BARRIERS, &args![hub, before, limit])?)
}

/// Forgets that data were handed out or erased by `before`; how many notes.
pub(super) fn requests(tx: &Tx<'_>, hub: HubId, before: Instant, limit: u32) -> DbResult<u64> {
    each(tx, hub, &FORGET_REQUEST, ids(tx, &REQUESTS, &args![hub, before, limit])?)
}

/// Ends sessions that nobody used since `idle` or that began by `oldest`; how many.
pub(super) fn sessions(tx: &Tx<'_>, idle: Instant, oldest: Instant, limit: u32) -> DbResult<u64> {
    tx.execute(&SESSIONS, &args![idle, oldest, limit])
}

fn erase(tx: &Tx<'_>, hub: HubId, ids: Vec<Uuid>) -> DbResult<u64> {
    ids.into_iter().try_fold(0, |sum, id| Ok(sum + u64::from(bookings::store::erase(tx, hub, BookingId(id))?)))
}

fn ids(tx: &Tx<'_>, statement: &'static crate::db::Statement, args: &[Value<'_>]) -> DbResult<Vec<Uuid>> {
    tx.rows(statement, args, |c| c.take())
}

fn each(tx: &Tx<'_>, hub: HubId, statement: &'static crate::db::Statement, ids: Vec<Uuid>) -> DbResult<u64> {
    ids.into_iter().try_fold(0, |sum, id| Ok(sum + tx.execute(statement, &args![hub, id])?))
}
