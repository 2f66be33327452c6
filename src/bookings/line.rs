//! Where those who wait stand. Looking: nothing is decided, and what has run out meanwhile is left to the next decision.

use std::collections::BTreeMap;

use booking::PlaceInLine;

use super::desk::{Kind, situation};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::ids::{BookingId, OccasionId};

/// Everybody who waits at an occasion, with the place that counts for them.
pub fn places<K: Kind>(tx: &Tx<'_>, hub: HubId, occasion: OccasionId, now: Instant) -> DbResult<BTreeMap<BookingId, PlaceInLine>> {
    let Some(occasion) = K::load(tx, hub, occasion)? else { return Ok(BTreeMap::new()) };
    let places = situation(tx, hub, &occasion, 0)?.places(now);
    Ok(places.into_iter().map(|(id, place)| (BookingId(uuid::Uuid::from_bytes(id.0)), place)).collect())
}
