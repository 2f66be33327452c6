//! People counted at the door without a name.

use uuid::Uuid;

use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx, args};
use crate::ids::{OccasionId, uuid_at};

crate::db::statements! {
    /// How many came on a day, per date; the nil uuid is the house as a whole.
    ON_DAY(hub, text "2026-12-01") =
        "select occurrence_id, cast(sum(persons) as bigint) from walk_in where hub_id = ?1 and day = ?2 group by occurrence_id order by occurrence_id";
    /// How many came to a date, or to the house, on a day.
    SUM(hub, text "2026-12-01", uuid) = "select cast(coalesce(sum(persons), 0) as bigint) from walk_in where hub_id = ?1 and day = ?2 and occurrence_id = ?3";
    /// One tap; a form that was sent twice counts once.
    INSERT(hub, uuid, text "2026-12-01", uuid, int 1, text "sample", now) =
        "insert into walk_in (hub_id, id, day, occurrence_id, persons, form_key, at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict (hub_id, form_key) do nothing";
}

/// Where somebody was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// At a date; `None` for the house as a whole.
    pub occasion: Option<OccasionId>,
    /// The civil day, as `YYYY-MM-DD`.
    pub day: String,
    /// How many; negative takes back.
    pub persons: i64,
    /// The key of the form.
    pub form_key: String,
}

/// How many came without a registration on a day: to the house, and to each date where somebody was counted.
pub fn walk_ins(tx: &Tx<'_>, hub: HubId, day: &str) -> DbResult<Vec<(Option<OccasionId>, i64)>> {
    tx.rows(&ON_DAY, &args![hub, day], |c| {
        let what: Uuid = c.take()?;
        Ok(((!what.is_nil()).then_some(OccasionId(what)), c.take()?))
    })
}

/// Counts; never below nobody.
pub fn count_walk_ins(tx: &Tx<'_>, hub: HubId, count: &Count, now: Instant) -> DbResult<()> {
    let what = count.occasion.map_or(Uuid::nil(), |occasion| occasion.0);
    let so_far: i64 = tx.one(&SUM, &args![hub, &count.day, what], |c| c.take())?;
    let persons = count.persons.max(-so_far);
    if persons == 0 {
        return Ok(());
    }
    tx.execute(&INSERT, &args![hub, uuid_at(now), &count.day, what, persons, &count.form_key, now]).map(drop)
}
