//! What lists say of registrations beside what stands in them: to which member organisation they belong, and the place in the line.

use std::collections::BTreeMap;

use booking::{PlaceInLine, State};

use super::Dated;
use crate::bookings::{self, Booking};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::features::events::event::Audience;
use crate::features::events::seats::Seats;
use crate::ids::BookingId;
use crate::organisations::{self, OrganisationId};
use crate::texts::Texts;

/// Of the registrations for one date. Of lists over several dates nothing is known.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// Organisations by name; none where people come as themselves.
    organisations: Option<BTreeMap<OrganisationId, String>>,
    places: BTreeMap<BookingId, PlaceInLine>,
}

impl Beside {
    /// Organisations of a closed course always, of any other date where it was one when somebody registered.
    pub fn of(tx: &Tx<'_>, hub: HubId, dated: &Dated, bookings: &[Booking], now: Instant) -> DbResult<Self> {
        let is_closed = dated.event.state.audience() == Audience::Members || bookings.iter().any(|booking| booking.organisation.is_some());
        let somebody_waits = bookings.iter().any(|booking| booking.state == State::Waiting);
        Ok(Self {
            organisations: if is_closed { Some(organisations::store::names(tx, hub)?) } else { None },
            places: if somebody_waits { bookings::places::<Seats>(tx, hub, dated.occurrence.id, now)? } else { BTreeMap::new() },
        })
    }

    /// Whether registrations say to which organisation they belong.
    pub fn tells_organisations(&self) -> bool {
        self.organisations.is_some()
    }

    /// The organisation of a registration; empty where it belongs to none.
    pub fn organisation(&self, t: Texts, booking: &Booking) -> String {
        let (Some(names), Some(id)) = (&self.organisations, booking.organisation) else { return String::new() };
        names.get(&id).cloned().unwrap_or_else(|| t.training_organisation_gone().to_owned())
    }

    /// The place in the line that counts for a registration; none where it does not wait.
    pub fn place(&self, booking: &Booking) -> Option<PlaceInLine> {
        self.places.get(&booking.id).copied()
    }
}
