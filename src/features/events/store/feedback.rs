//! How dates were, in figures from 1 to 5.

use uuid::Uuid;

use crate::db::{DbResult, HubId, Tx, args};
use crate::ids::OccasionId;

crate::db::statements! {
    /// How often each score was given.
    SCORES(hub, id_of "occurrence") = "select score, count(*) from feedback where hub_id = ?1 and occurrence_id = ?2 group by score order by score desc";
    /// One answer; the same form again changes nothing.
    INSERT(hub, uuid, id_of "occurrence", int 5) = "insert into feedback (hub_id, id, occurrence_id, score) values (?1, ?2, ?3, ?4) on conflict (hub_id, id) do nothing";
}

/// How often each score was given for a date, the best first.
pub fn feedback(tx: &Tx<'_>, hub: HubId, date: OccasionId) -> DbResult<Vec<(u32, u32)>> {
    tx.rows(&SCORES, &args![hub, date], |c| Ok((c.take()?, c.take()?)))
}

/// Writes an answer down; whether it is a new one. `id` comes from the form, so that the same form counts once; it says nothing about who or when.
pub fn insert_feedback(tx: &Tx<'_>, hub: HubId, id: Uuid, date: OccasionId, score: u8) -> DbResult<bool> {
    tx.execute(&INSERT, &args![hub, id, date, i64::from(score)]).map(|rows| rows > 0)
}
