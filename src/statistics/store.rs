//! The table `daily_count`, and registrations counted from their rows.

use jiff::civil::Date;
use uuid::Uuid;

use crate::clock::Instant;
use crate::db::{DbError, DbResult, HubId, Tx, args};

crate::db::statements! {
    /// Adds to what a day has counted.
    ADD(hub, text "2026-12-01", text "view.start", int 1) =
        "insert into daily_count (hub_id, day, what, times) values (?1, ?2, ?3, ?4) on conflict (hub_id, day, what) do update set times = daily_count.times + excluded.times";
    /// What days have counted.
    COUNTS(hub, text "2020-01-01", text "2099-12-31") = "select day, what, times from daily_count where hub_id = ?1 and day >= ?2 and day <= ?3 order by day, what limit 50000";
    /// Registrations made from a key on; keys begin with the time.
    REGISTRATIONS(hub, uuid, now) = "select created_at, channel, seats from booking where hub_id = ?1 and id >= ?2 and created_at < ?3 order by id limit 100000";
}

/// So often a thing was counted on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// In the hub's zone.
    pub day: Date,
    /// What.
    pub what: String,
    /// How often.
    pub times: i64,
}

/// A registration as statistics see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// When it was made.
    pub at: Instant,
    /// By staff, at the telephone or counter.
    pub by_staff: bool,
    /// Places.
    pub seats: i64,
}

/// Adds to what a day has counted.
pub(super) fn add(tx: &Tx<'_>, hub: HubId, day: Date, what: &str, times: i64) -> DbResult<()> {
    tx.execute(&ADD, &args![hub, day.to_string(), what, times]).map(drop)
}

/// What the days from … to have counted.
pub fn counts(tx: &Tx<'_>, hub: HubId, from: Date, to: Date) -> DbResult<Vec<Counted>> {
    tx.rows(&COUNTS, &args![hub, from.to_string(), to.to_string()], |c| {
        let day: String = c.take()?;
        let day = day.parse().map_err(|_| DbError::app(format!("daily_count: {day} is no date")))?;
        Ok(Counted { day, what: c.take()?, times: c.take()? })
    })
}

/// Registrations made between two instants, whatever became of them.
pub fn registrations(tx: &Tx<'_>, hub: HubId, from: Instant, until: Instant) -> DbResult<Vec<Figure>> {
    tx.rows(&REGISTRATIONS, &args![hub, first_key(from), until], |c| {
        let (at, channel): (_, String) = (c.take()?, c.take()?);
        Ok(Figure { at, by_staff: channel == "staff", seats: c.take()? })
    })
}

/// The lowest key that something made at this instant can have (RFC 9562, 5.7).
fn first_key(at: Instant) -> Uuid {
    let millis = u128::try_from(at.micros().max(0) / 1000).unwrap_or(0);
    Uuid::from_u128(millis << 80)
}
