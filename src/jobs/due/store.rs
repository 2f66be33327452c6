//! The table `due`.

use uuid::Uuid;

use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx, args};

crate::db::statements! {
    /// Sets the time.
    SET(hub, text "waitlist", uuid, now) = "insert into due (hub_id, kind, ref, at) values (?1, ?2, ?3, ?4) on conflict (hub_id, kind, ref) do update set at = excluded.at";
    /// Sets the time unless an earlier one is there.
    HURRY(hub, text "outbox", uuid, now) = "insert into due (hub_id, kind, ref, at) values (?1, ?2, ?3, ?4) on conflict (hub_id, kind, ref) do update set at = excluded.at where due.at > excluded.at";
    /// When something is due.
    AT(hub, text "calendar", uuid) = "select at from due where hub_id = ?1 and kind = ?2 and ref = ?3";
    /// Nothing more to do.
    CLEAR(hub, text "waitlist", uuid) = "delete from due where hub_id = ?1 and kind = ?2 and ref = ?3";
    /// What is due now, over all hubs.
    COMING(text "waitlist", int 1) = "select hub_id, ref, at from due where kind = ?1 and at <= ?2 order by at, hub_id, ref limit 64";
    /// Hubs that have nothing of this kind before them until an instant.
    WITHOUT(text "night", now) = "select h.id from hub h where not exists (select 1 from due d where d.hub_id = h.id and d.kind = ?1 and d.at <= ?2) order by h.id limit 1000";
    /// Hubs with something due now, in the order of their keys.
    HUBS(text "outbox", int 1, int 0, int 900) = "select distinct hub_id from due where kind = ?1 and at <= ?2 and hub_id > ?3 and hub_id <= ?4 order by hub_id limit 64";
}

/// Hubs that are named at once.
pub const PAGE: usize = 64;

/// Sets when something needs attention.
pub fn set(tx: &Tx<'_>, hub: HubId, kind: &str, what: Uuid, at: Instant) -> DbResult<()> {
    tx.put(&SET, &args![hub, kind, what, at])
}

/// Sets when something needs attention, unless it does earlier anyway.
pub fn hurry(tx: &Tx<'_>, hub: HubId, kind: &str, what: Uuid, at: Instant) -> DbResult<()> {
    tx.put(&HURRY, &args![hub, kind, what, at])
}

/// When something is due, if it is.
pub fn at(tx: &Tx<'_>, hub: HubId, kind: &str, what: Uuid) -> DbResult<Option<Instant>> {
    tx.row(&AT, &args![hub, kind, what], |c| c.take())
}

/// Nothing more to do about it.
pub fn clear(tx: &Tx<'_>, hub: HubId, kind: &str, what: Uuid) -> DbResult<()> {
    tx.put(&CLEAR, &args![hub, kind, what])
}

/// What is due at `now`, over all hubs, the oldest first; at most 64.
pub fn coming(tx: &Tx<'_>, kind: &str, now: Instant) -> DbResult<Vec<(HubId, Uuid)>> {
    tx.rows(&COMING, &args![kind, now], |c| Ok((c.take()?, c.take()?)))
}

/// Hubs that nothing of this kind wakes until `latest`; at most 1,000.
pub fn without(tx: &Tx<'_>, kind: &str, latest: Instant) -> DbResult<Vec<HubId>> {
    tx.rows(&WITHOUT, &args![kind, latest], |c| c.take())
}

/// Hubs with something due at `now` whose keys are greater than `from` and at most `to`, in the order of their keys; at most a page.
pub fn hubs(tx: &Tx<'_>, kind: &str, now: Instant, from: i64, to: i64) -> DbResult<Vec<HubId>> {
    tx.rows(&HUBS, &args![kind, now, from, to], |c| c.take())
}
