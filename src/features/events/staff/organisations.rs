//! To which member organisations the registrations of a closed course belong.

use std::collections::BTreeMap;

use crate::bookings::Booking;
use crate::db::{DbResult, HubId, Tx};
use crate::features::events::event::Event;
use crate::features::events::state::Audience;
use crate::organisations::{self, OrganisationId};
use crate::texts::Texts;

/// The organisations by name; none where people come as themselves.
#[derive(Debug, Clone, Default)]
pub struct Organisations(Option<BTreeMap<OrganisationId, String>>);

impl Organisations {
    /// Of registrations for an event: of a closed course always, of any other where it was one when somebody registered.
    pub fn of(tx: &Tx<'_>, hub: HubId, event: &Event, bookings: &[Booking]) -> DbResult<Self> {
        let is_closed = event.state.audience() == Audience::Members;
        if !is_closed && bookings.iter().all(|booking| booking.organisation.is_none()) {
            return Ok(Self(None));
        }
        Ok(Self(Some(organisations::store::names(tx, hub)?)))
    }

    /// Whether registrations say to which one they belong.
    pub fn are_told(&self) -> bool {
        self.0.is_some()
    }

    /// The one of a registration; empty where it belongs to none.
    pub fn name(&self, t: Texts, booking: &Booking) -> String {
        let (Some(names), Some(id)) = (&self.0, booking.organisation) else { return String::new() };
        names.get(&id).cloned().unwrap_or_else(|| t.training_organisation_gone().to_owned())
    }
}
