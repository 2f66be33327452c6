//! The tables `retention_period` and `retention_night`.

use super::{Periods, Record};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx, args};

crate::db::statements! {
    /// What a hub has set.
    PERIODS(hub) = "select class, days from retention_period where hub_id = ?1 order by class";
    /// Another period.
    SET_PERIOD(hub, text "waitlist", int 7, now) =
        "insert into retention_period (hub_id, class, days, set_at) values (?1, ?2, ?3, ?4) on conflict (hub_id, class) do update set days = excluded.days, set_at = excluded.set_at";
    /// What the nights removed.
    NIGHTS(hub) = "select class, at, removed, total from retention_night where hub_id = ?1 order by class";
    /// Notes what a night removed.
    NOTE(hub, text "waitlist", now, int 0) =
        "insert into retention_night (hub_id, class, at, removed, total) values (?1, ?2, ?3, ?4, ?4)
         on conflict (hub_id, class) do update set at = excluded.at, removed = excluded.removed, total = retention_night.total + excluded.removed";
}

/// What the last night removed of one class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Night {
    /// Of which class.
    pub record: Record,
    /// When.
    pub at: Instant,
    /// How many rows.
    pub removed: i64,
    /// How many all nights removed.
    pub total: i64,
}

/// The periods of a hub.
pub fn periods(tx: &Tx<'_>, hub: HubId) -> DbResult<Periods> {
    let set = tx.rows(&PERIODS, &args![hub], |c| Ok((c.take::<String>()?, c.take::<i64>()?)))?;
    Ok(Periods::new(set.into_iter().filter_map(|(class, days)| Some((Record::parse(&class)?, u16::try_from(days).ok()?)))))
}

/// Sets another period.
pub fn set_period(tx: &Tx<'_>, hub: HubId, record: Record, days: u16, now: Instant) -> DbResult<()> {
    tx.execute(&SET_PERIOD, &args![hub, record.as_str(), i64::from(days), now]).map(drop)
}

/// What the nights removed.
pub fn nights(tx: &Tx<'_>, hub: HubId) -> DbResult<Vec<Night>> {
    let rows = tx.rows(&NIGHTS, &args![hub], |c| Ok((c.take::<String>()?, c.take()?, c.take()?, c.take()?)))?;
    Ok(rows.into_iter().filter_map(|(class, at, removed, total)| Some(Night { record: Record::parse(&class)?, at, removed, total })).collect())
}

/// Notes what a night removed.
pub fn note(tx: &Tx<'_>, hub: HubId, record: Record, removed: i64, now: Instant) -> DbResult<()> {
    tx.execute(&NOTE, &args![hub, record.as_str(), now, removed]).map(drop)
}
