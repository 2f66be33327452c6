//! Seats of a date, as a kind of occasion that the booking desk decides on.

use super::event::EventId;
use super::letters;
use super::store;
use crate::bookings::{Booking, Counts, Desk, Kind, Notice, Occasion};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::features::events::occurrence::Occurrence;
use crate::ids::OccasionId;

/// Seats of dates.
pub struct Seats;

/// What a letter about a seat needs of the date; the event is read only when a letter is written.
pub struct Facts {
    /// The date.
    pub occurrence: Occurrence,
    /// Its event.
    pub event: EventId,
}

impl Kind for Seats {
    const NAME: &'static str = "seat";
    type Facts = Facts;

    fn load(tx: &Tx<'_>, hub: HubId, id: OccasionId) -> DbResult<Option<Occasion<Facts>>> {
        let occurrence = store::occurrence(tx, hub, id)?;
        Ok(occurrence.map(|occurrence| Occasion {
            id,
            rules: occurrence.rules(),
            counts: occurrence.counts,
            facts: Facts { event: occurrence.event, occurrence },
        }))
    }

    fn count(tx: &Tx<'_>, hub: HubId, id: OccasionId, counts: Counts) -> DbResult<()> {
        store::set_counts(tx, hub, id, counts)
    }

    fn announce(tx: &Tx<'_>, hub: HubId, facts: &Facts, booking: &Booking, notice: Notice, leaves: Instant) -> DbResult<()> {
        letters::post(tx, hub, facts, booking, notice, "", leaves)
    }
}

/// Lets time pass on one date: for the job that wakes at deadlines.
pub fn advance(tx: &Tx<'_>, hub: HubId, id: OccasionId, now: Instant) -> DbResult<()> {
    Desk::<Seats>::new(tx, hub, now, None).advance(id)
}
