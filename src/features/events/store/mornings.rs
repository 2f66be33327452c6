//! Who is written to in the morning.

use booking::State;

use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx, args};
use crate::ids::{BookingId, OccasionId};

crate::db::statements! {
    /// People of planned dates in a span of time who have a mail address, are in this state, and have had no letter of this kind for the date.
    NOT_TOLD(hub, int 0, int 9_000_000_000_000_000, text "confirmed", text "seat.reminder", int 100) =
        sqlite "select b.id, b.occasion_id from occurrence o join booking b on b.hub_id = o.hub_id and b.occasion_id = o.id
         where o.hub_id = ?1 and o.starts_at >= ?2 and o.starts_at < ?3 and o.state = 'planned' and b.state = ?4 and b.email <> ''
           and not exists (select 1 from outbox x where x.hub_id = b.hub_id and x.topic = b.id and x.kind = ?5 || '.' || lower(hex(b.occasion_id)))
         order by o.starts_at, b.id limit ?6"
        postgres "select b.id, b.occasion_id from occurrence o join booking b on b.hub_id = o.hub_id and b.occasion_id = o.id
         where o.hub_id = ?1 and o.starts_at >= ?2 and o.starts_at < ?3 and o.state = 'planned' and b.state = ?4 and b.email <> ''
           and not exists (select 1 from outbox x where x.hub_id = b.hub_id and x.topic = b.id and x.kind = ?5 || '.' || replace(b.occasion_id::text, '-', ''))
         order by o.starts_at, b.id limit ?6";
}

/// Whom a morning is about.
pub struct Morning<'a> {
    /// Dates that start from here …
    pub from: Instant,
    /// … until before here.
    pub until: Instant,
    /// Where the booking has to stand.
    pub state: State,
    /// The kind of letter, without the date.
    pub prefix: &'a str,
    /// So many at most.
    pub at_most: u32,
}

/// Somebody to be written to about a date.
pub struct Told {
    /// Whose booking.
    pub booking: BookingId,
    /// The date.
    pub occasion: OccasionId,
}

/// Those who have not been told, in the order of their dates.
pub fn not_told(tx: &Tx<'_>, hub: HubId, morning: &Morning<'_>) -> DbResult<Vec<Told>> {
    let Morning { from, until, state, prefix, at_most } = *morning;
    tx.rows(&NOT_TOLD, &args![hub, from, until, state.as_str(), prefix, at_most], |c| Ok(Told { booking: c.take()?, occasion: c.take()? }))
}
