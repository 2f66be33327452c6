//! How dates were, in figures from 1 to 5; and who has already said how easy registering was, without what they said.

use uuid::Uuid;

use crate::db::{DbResult, HubId, Tx, args};
use crate::ids::{BookingId, OccasionId};

crate::db::statements! {
    /// How often each score was given.
    SCORES(hub, id_of "occurrence") = "select score, count(*) from feedback where hub_id = ?1 and occurrence_id = ?2 group by score order by score desc";
    /// One answer; the same form again changes nothing.
    INSERT(hub, uuid, id_of "occurrence", int 5) = "insert into feedback (hub_id, id, occurrence_id, score) values (?1, ?2, ?3, ?4) on conflict (hub_id, id) do nothing";
    /// That a registration has said how easy it was, once.
    SET_RATED(hub, id_of "booking") = "update booking set rated = 1 where hub_id = ?1 and id = ?2 and rated = 0";
    /// Whether it has.
    RATED(hub, id_of "booking") = "select rated from booking where hub_id = ?1 and id = ?2";
}

/// How often each score was given for a date, the best first.
pub fn feedback(tx: &Tx<'_>, hub: HubId, date: OccasionId) -> DbResult<Vec<(u32, u32)>> {
    tx.rows(&SCORES, &args![hub, date], |c| Ok((c.take()?, c.take()?)))
}

/// Writes an answer down; whether it is a new one. `id` comes from the form, so that the same form counts once; it says nothing about who or when.
pub fn insert_feedback(tx: &Tx<'_>, hub: HubId, id: Uuid, date: OccasionId, score: u8) -> DbResult<bool> {
    tx.execute(&INSERT, &args![hub, id, date, i64::from(score)]).map(|rows| rows > 0)
}

/// Notes that a registration has rated; whether it had not before.
pub fn set_rated(tx: &Tx<'_>, hub: HubId, booking: BookingId) -> DbResult<bool> {
    tx.execute(&SET_RATED, &args![hub, booking]).map(|rows| rows > 0)
}

/// Whether a registration has rated.
pub fn has_rated(tx: &Tx<'_>, hub: HubId, booking: BookingId) -> DbResult<bool> {
    Ok(tx.row(&RATED, &args![hub, booking], |c| c.take::<i64>())? == Some(1))
}
