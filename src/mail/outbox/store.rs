//! The table `outbox`.

use uuid::Uuid;

use super::{ATTEMPTS_AT_MOST, LEASE, pause_after, pauses_after};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx, args};
use crate::ids::uuid_at;
use crate::jobs::due;

crate::db::statements! {
    /// A new row behind all others of its topic.
    INSERT(hub, uuid, uuid, text "seat.confirmed", text "{}", now, now) =
        "insert into outbox (hub_id, id, topic, step, kind, payload, state, due_at, created_at)
         values (?1, ?2, ?3, (select coalesce(max(step), 0) + 1 from outbox where hub_id = ?1 and topic = ?3), ?4, ?5, 'queued', ?6, ?7)";
    /// The oldest unsent row of each topic that may leave now.
    READY(hub, now, int 16) =
        "select o.id, o.topic, o.kind, o.payload, o.attempts from outbox o
         where o.hub_id = ?1 and o.state = 'queued' and o.due_at <= ?2 and o.leased_until <= ?2
           and not exists (select 1 from outbox e where e.hub_id = o.hub_id and e.topic = o.topic and e.state = 'queued' and e.step < o.step)
         order by o.due_at, o.id limit ?3";
    /// Takes a row for a while: it may be taken again when the lease ends, so that is when it is due.
    LEASE_ROW(hub, uuid, int 1) = "update outbox set leased_until = ?3, due_at = ?3, attempts = attempts + 1 where hub_id = ?1 and id = ?2 and state = 'queued'";
    /// Gone out: what it said is no longer needed.
    SENT(hub, uuid, now) = "update outbox set state = 'sent', payload = '', error = '', sent_at = ?3 where hub_id = ?1 and id = ?2 and state = 'queued'";
    /// Tries again later, or is set aside.
    FAILED(hub, uuid, text "queued", now, text "451") = "update outbox set state = ?3, due_at = ?4, leased_until = 0, error = ?5 where hub_id = ?1 and id = ?2 and state = 'queued'";
    /// When the next row may leave: the first entry of an index, however many wait.
    NEXT(hub) = "select min(due_at) from outbox where hub_id = ?1 and state = 'queued'";
    /// Takes back what has not left.
    WITHDRAW(hub, uuid, text "seat.cancelled", now) = "delete from outbox where hub_id = ?1 and topic = ?2 and kind = ?3 and state = 'queued' and due_at > ?4 and leased_until = 0";
    /// Takes back what was to leave at this very instant.
    WITHDRAW_AT(hub, uuid, text "seat.cancelled", now) = "delete from outbox where hub_id = ?1 and topic = ?2 and kind = ?3 and state = 'queued' and due_at = ?4 and leased_until = 0";
    /// What has not left of a topic.
    UNSENT_OF(hub, uuid) = "select id, payload from outbox where hub_id = ?1 and topic = ?2 and state in ('queued', 'parked', 'paused') order by step limit 200";
    /// Another payload for what has not left.
    SET_PAYLOAD(hub, uuid, text "{}") = "update outbox set payload = ?3 where hub_id = ?1 and id = ?2 and state in ('queued', 'parked', 'paused')";
    /// Throws away what has not left.
    DROP_UNSENT(hub, uuid) = "delete from outbox where hub_id = ?1 and id = ?2 and state in ('queued', 'parked', 'paused')";
    /// Rows that were set aside.
    PARKED(hub) = "select id, topic, kind, attempts, error, created_at from outbox where hub_id = ?1 and state = 'parked' order by created_at, id limit 200";
    /// Puts a row that was set aside back.
    RELEASE(hub, uuid, now) = "update outbox set state = 'queued', attempts = 0, due_at = ?3, leased_until = 0, error = '' where hub_id = ?1 and id = ?2 and state = 'parked'";
    /// Nothing leaves until an operator says so.
    PAUSE(hub) = "update outbox set state = 'paused', leased_until = 0 where hub_id = ?1 and state = 'queued'";
    /// How many rows are paused.
    PAUSED(hub) = "select count(*) from outbox where hub_id = ?1 and state = 'paused'";
    /// Some paused rows in their order, and whether a later row of the same topic has left or is leaving.
    SOME_PAUSED(hub, now, int 100) =
        "select o.id, case when exists (select 1 from outbox l where l.hub_id = o.hub_id and l.topic = o.topic and l.step > o.step and (l.state = 'sent' or l.leased_until > ?2)) then 1 else 0 end
         from outbox o where o.hub_id = ?1 and o.state = 'paused' order by o.topic, o.step limit ?3";
    /// Puts a paused row back.
    UNPAUSE(hub, uuid, now) = "update outbox set state = 'queued', due_at = case when due_at > ?3 then due_at else ?3 end where hub_id = ?1 and id = ?2 and state = 'paused'";
    /// Throws a paused row away.
    DROP_PAUSED(hub, uuid) = "delete from outbox where hub_id = ?1 and id = ?2 and state = 'paused'";
    /// What has not left, by state and number of failures, each with its earliest time.
    BACKLOG(hub) =
        "select state, failures, count(*), min(due_at)
         from (select state, due_at, case when leased_until > 0 then attempts - 1 else attempts end as failures from outbox
               where hub_id = ?1 and state in ('queued', 'parked', 'paused')) as unsent
         group by state, failures order by state, failures";
    /// Everything about a topic.
    OF_TOPIC(hub, uuid) = "select kind, state, created_at, sent_at, payload from outbox where hub_id = ?1 and topic = ?2 order by step limit 200";
    /// Forgets everything about a topic.
    FORGET(hub, uuid) = "delete from outbox where hub_id = ?1 and topic = ?2";
    /// How many wait.
    UNSENT(hub) = "select count(*) from outbox where hub_id = ?1 and state = 'queued'";
}

/// A row that this worker may send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// Key; also the message's id.
    pub id: Uuid,
    /// Whose order it keeps.
    pub topic: Uuid,
    /// Which feature words it, and what it is: `seat.confirmed`.
    pub kind: String,
    /// What the wording needs.
    pub payload: String,
    /// Attempts with this one.
    pub attempts: u32,
}

/// Writes a row in the deciding transaction. It leaves not before `leaves`.
pub fn post(tx: &Tx<'_>, hub: HubId, topic: Uuid, kind: &str, payload: &str, leaves: Instant, now: Instant) -> DbResult<()> {
    tx.put(&INSERT, &args![hub, uuid_at(now), topic, kind, payload, leaves, now])?;
    due::hurry(tx, hub, due::OUTBOX, Uuid::nil(), leaves)
}

/// Claims what may leave now; of each booking only the oldest.
pub fn claim(tx: &Tx<'_>, hub: HubId, now: Instant, at_most: u32) -> DbResult<Vec<Claimed>> {
    let mut ready = tx.rows(&READY, &args![hub, now, at_most], |c| {
        Ok(Claimed { id: c.take()?, topic: c.take()?, kind: c.take()?, payload: c.take()?, attempts: c.take::<u32>()? + 1 })
    })?;
    let until = now.plus(LEASE);
    let mut mine = Vec::with_capacity(ready.len());
    for row in ready.drain(..) {
        if tx.execute(&LEASE_ROW, &args![hub, row.id, until])? == 1 {
            mine.push(row);
        }
    }
    next_due(tx, hub)?;
    Ok(mine)
}

/// The row has left. To be followed by [`next_due`].
pub fn sent(tx: &Tx<'_>, hub: HubId, id: Uuid, now: Instant) -> DbResult<()> {
    tx.put(&SENT, &args![hub, id, now])
}

/// The row could not leave: tries again after a pause, or is set aside when it never will or has failed too often. To be followed by
/// [`next_due`].
pub fn failed(tx: &Tx<'_>, hub: HubId, row: &Claimed, for_good: bool, error: &str, now: Instant) -> DbResult<()> {
    let state = if for_good || row.attempts >= ATTEMPTS_AT_MOST { "parked" } else { "queued" };
    tx.execute(&FAILED, &args![hub, row.id, state, now.plus(pause_after(row.attempts)), error]).map(drop)
}

/// Keeps when the hub's outbox next needs attention.
pub fn next_due(tx: &Tx<'_>, hub: HubId) -> DbResult<()> {
    match tx.one(&NEXT, &args![hub], |c| c.take::<Option<Instant>>())? {
        Some(at) => due::set(tx, hub, due::OUTBOX, Uuid::nil(), at),
        None => due::clear(tx, hub, due::OUTBOX, Uuid::nil()),
    }
}

/// Takes back rows of a topic that have not left yet; how many.
pub fn withdraw(tx: &Tx<'_>, hub: HubId, topic: Uuid, kind: &str, now: Instant) -> DbResult<u64> {
    tx.execute(&WITHDRAW, &args![hub, topic, kind, now])
}

/// Takes back rows of a topic that were to leave at this very instant, so that those of an earlier change still go; how many.
pub fn withdraw_at(tx: &Tx<'_>, hub: HubId, topic: Uuid, kind: &str, leaves: Instant) -> DbResult<u64> {
    tx.execute(&WITHDRAW_AT, &args![hub, topic, kind, leaves])
}

/// Writes the payloads of a topic anew that have not left: for a corrected address. Where `anew` gives nothing the row is thrown away.
pub fn rewrite(tx: &Tx<'_>, hub: HubId, topic: Uuid, anew: impl Fn(&str) -> DbResult<Option<String>>) -> DbResult<()> {
    for (id, payload) in tx.rows(&UNSENT_OF, &args![hub, topic], |c| Ok((c.take::<Uuid>()?, c.take::<String>()?)))? {
        match anew(&payload)? {
            Some(payload) => tx.execute(&SET_PAYLOAD, &args![hub, id, payload])?,
            None => tx.execute(&DROP_UNSENT, &args![hub, id])?,
        };
    }
    next_due(tx, hub)
}

/// A row as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// What it is.
    pub kind: String,
    /// Queued, sent, parked, paused.
    pub state: String,
    /// When it was written.
    pub created_at: Instant,
    /// When it left.
    pub sent_at: Option<Instant>,
    /// What it says, until it has left.
    pub payload: String,
}

/// Everything that is kept about a topic, in order; at most 200.
pub fn of_topic(tx: &Tx<'_>, hub: HubId, topic: Uuid) -> DbResult<Vec<Posted>> {
    tx.rows(&OF_TOPIC, &args![hub, topic], |c| Ok(Posted { kind: c.take()?, state: c.take()?, created_at: c.take()?, sent_at: c.take()?, payload: c.take()? }))
}

/// Forgets everything about a topic, also what has not left; how many rows.
pub fn forget(tx: &Tx<'_>, hub: HubId, topic: Uuid) -> DbResult<u64> {
    let rows = tx.execute(&FORGET, &args![hub, topic])?;
    next_due(tx, hub)?;
    Ok(rows)
}

/// A row that was set aside, for staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parked {
    /// Key.
    pub id: Uuid,
    /// The booking.
    pub topic: Uuid,
    /// What it is.
    pub kind: String,
    /// How often it was tried.
    pub attempts: u32,
    /// What the mail server said.
    pub error: String,
    /// Since when.
    pub created_at: Instant,
}

/// Rows that were set aside, the oldest first; at most 200.
pub fn parked(tx: &Tx<'_>, hub: HubId) -> DbResult<Vec<Parked>> {
    tx.rows(&PARKED, &args![hub], |c| {
        Ok(Parked { id: c.take()?, topic: c.take()?, kind: c.take()?, attempts: c.take()?, error: c.take()?, created_at: c.take()? })
    })
}

/// Tries a row again that was set aside.
pub fn release(tx: &Tx<'_>, hub: HubId, id: Uuid, now: Instant) -> DbResult<bool> {
    let touched = tx.execute(&RELEASE, &args![hub, id, now])?;
    next_due(tx, hub)?;
    Ok(touched == 1)
}

/// How many rows of the hub wait to leave.
pub fn unsent(tx: &Tx<'_>, hub: HubId) -> DbResult<i64> {
    tx.one(&UNSENT, &args![hub], |c| c.take())
}

/// Pauses everything that waits to leave, and how much that is: after a restore nobody knows what of it has left already.
pub fn pause(tx: &Tx<'_>, hub: HubId) -> DbResult<u64> {
    let paused = tx.execute(&PAUSE, &args![hub])?;
    next_due(tx, hub)?;
    Ok(paused)
}

/// How many rows of the hub are paused.
pub fn paused(tx: &Tx<'_>, hub: HubId) -> DbResult<i64> {
    tx.one(&PAUSED, &args![hub], |c| c.take())
}

/// What became of paused rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Resumed {
    /// They wait to leave again.
    pub released: u32,
    /// Thrown away.
    pub dropped: u32,
}

impl Resumed {
    /// Whether no row was left to do.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

/// Lets at most `limit` paused rows leave. One whose booking has had a later mail since is thrown away: sent now, it would say
/// what is no longer so.
pub fn unpause(tx: &Tx<'_>, hub: HubId, limit: u32, now: Instant) -> DbResult<Resumed> {
    let mut resumed = Resumed::default();
    for (id, overtaken) in some_paused(tx, hub, limit, now)? {
        if overtaken {
            tx.execute(&DROP_PAUSED, &args![hub, id])?;
            resumed.dropped += 1;
        } else {
            tx.execute(&UNPAUSE, &args![hub, id, now])?;
            resumed.released += 1;
        }
    }
    next_due(tx, hub)?;
    Ok(resumed)
}

/// Throws at most `limit` paused rows away.
pub fn drop_paused(tx: &Tx<'_>, hub: HubId, limit: u32, now: Instant) -> DbResult<Resumed> {
    let mut resumed = Resumed::default();
    for (id, _) in some_paused(tx, hub, limit, now)? {
        tx.execute(&DROP_PAUSED, &args![hub, id])?;
        resumed.dropped += 1;
    }
    Ok(resumed)
}

fn some_paused(tx: &Tx<'_>, hub: HubId, limit: u32, now: Instant) -> DbResult<Vec<(Uuid, bool)>> {
    tx.rows(&SOME_PAUSED, &args![hub, now, limit], |c| Ok((c.take()?, c.take()?)))
}

/// What has not left a hub.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Backlog {
    /// Rows that wait for their time or for another try.
    pub queued: u64,
    /// Rows that were set aside.
    pub parked: u64,
    /// Rows that are paused since a restore.
    pub paused: u64,
    /// For how long the row that waits longest should have left.
    pub overdue_micros: u64,
}

/// What has not left a hub.
pub fn backlog(tx: &Tx<'_>, hub: HubId, now: Instant) -> DbResult<Backlog> {
    let groups = tx.rows(&BACKLOG, &args![hub], |c| Ok((c.take::<String>()?, c.take::<u32>()?, u64::from(c.take::<u32>()?), c.take::<Instant>()?)))?;
    let mut backlog = Backlog::default();
    for (state, failures, count, due) in groups {
        match state.as_str() {
            "parked" => backlog.parked += count,
            "paused" => backlog.paused += count,
            _ => {
                backlog.queued += count;
                let since = due.minus(pauses_after(failures));
                backlog.overdue_micros = backlog.overdue_micros.max(u64::try_from(now.micros() - since.micros()).unwrap_or(0));
            }
        }
    }
    Ok(backlog)
}
