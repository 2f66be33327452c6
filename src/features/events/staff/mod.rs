//! Registrations as staff see them: the day, booking for callers, the list of a date, one registration, letters to everybody.
//! Nouns: `Dated` (a date with its event), `Person` (one line of a list), `Telephone` (the form for callers), `Done` (what just happened),
//! `Arrived` (who was noted at the door), `Count` (people without a registration).
//! URLs: `/staff`, `/staff/registrations…`, `/staff/check-in`, `/staff/walk-ins`, `/staff/events/{event}/{date}/participants…`, `/staff/mails/{id}/release`.
//! Invariants: helpers see today's lists and nobody's contact; addresses hold ids, never names; places are given by the desk alone.
//! It must not know how events are made or edited.

mod attendance;
mod beside;
mod changes;
mod check_in;
mod contact;
mod csv;
mod day;
mod done;
mod find;
mod kept;
mod message;
mod participants;
mod people;
mod registration;
mod slip;
mod telephone;
#[cfg(test)]
mod tests;
mod today;
mod wording;

pub use csv::table;
pub use kept::{ErasedRegistrations, KeptRegistration, erase_registrations, kept_registrations, registrations_of, search_patterns};
pub use participants::FEEDBACK_AT_LEAST;
pub use wording::state_badge;

use axum::Router;
use axum::routing::{get, post};

use super::event::Event;
use super::occurrence::Occurrence;
use super::store;
use crate::auth::{Role, Staff};
use crate::db::{DbResult, HubId, Tx};
use crate::ids::{BookingId, OccasionId};
use crate::problem::Problem;
use crate::tenancy::Visit;

/// The pages around registrations.
pub fn routes() -> Router {
    Router::new()
        .route("/staff", get(today::show))
        .route("/staff/check-in", get(check_in::show).post(check_in::create))
        .route("/staff/walk-ins", post(check_in::count))
        .route("/staff/mails/{id}/release", post(today::release))
        .route("/staff/registrations", get(find::show).post(telephone::create))
        .route("/staff/registrations/new", get(telephone::show))
        .route("/staff/registrations/search", post(find::search))
        .route("/staff/registrations/{id}", get(registration::show))
        .route("/staff/registrations/{id}/contact", get(contact::show).post(contact::correct))
        .route("/staff/registrations/{id}/certificate.pdf", get(registration::certificate))
        .route("/staff/registrations/{id}/slip", get(slip::show))
        .route("/staff/registrations/{id}/attendance", post(attendance::note))
        .route("/staff/registrations/{id}/cancellation", post(changes::cancel))
        .route("/staff/registrations/{id}/restoration", post(changes::restore))
        .route("/staff/registrations/{id}/acceptance", post(changes::accept))
        .route("/staff/registrations/{id}/refusal", post(changes::refuse))
        .route("/staff/registrations/{id}/party", post(changes::resize))
        .route("/staff/registrations/{id}/date", post(changes::move_to))
        .route("/staff/registrations/{id}/confirmation", post(changes::confirm_again))
        .route("/staff/events/{event}/{date}/participants", get(participants::show).post(participants::search))
        .route("/staff/events/{event}/{date}/participants/sheet", get(participants::sheet))
        .route("/staff/events/{event}/{date}/participants.csv", get(csv::download))
        .route("/staff/events/{event}/{date}/participants/message", get(message::show).post(message::send))
        .route("/staff/events/{event}/{date}/participants/messages/{mailing}/withdrawal", post(message::withdraw))
}

/// A date with its event.
#[derive(Debug, Clone)]
struct Dated {
    event: Event,
    occurrence: Occurrence,
}

impl Dated {
    /// The list of this date.
    fn path(&self) -> String {
        format!("/staff/events/{}/{}/participants", self.event.slug, self.occurrence.key)
    }

    /// The room as people know it.
    fn room(&self) -> String {
        let own = &self.occurrence.room;
        if own.is_empty() { self.event.room.clone() } else { own.clone() }
    }
}

/// The date of an address.
fn load_date(tx: &Tx<'_>, hub: HubId, slug: &str, key: &str) -> DbResult<Option<Dated>> {
    let Some(event) = store::event_by_slug(tx, hub, slug)? else { return Ok(None) };
    let occurrence = store::occurrence_by_key(tx, hub, event.id, key)?;
    Ok(occurrence.map(|occurrence| Dated { event, occurrence }))
}

/// The date of a booking.
fn load_occasion(tx: &Tx<'_>, hub: HubId, id: OccasionId) -> DbResult<Option<Dated>> {
    let Some(occurrence) = store::occurrence(tx, hub, id)? else { return Ok(None) };
    let event = store::event(tx, hub, occurrence.event)?;
    Ok(event.map(|event| Dated { event, occurrence }))
}

/// The date of an address, for somebody who may see it.
async fn find_date(staff: &Staff, slug: String, key: String) -> Result<Dated, Problem> {
    let hub = staff.visit.hub.id;
    let dated = staff.visit.app.read(hub, move |tx| load_date(tx, hub, &slug, &key)).await?.ok_or(Problem::NotFound)?;
    may_see(staff, &dated.occurrence)?;
    Ok(dated)
}

/// Helpers see the dates of today, in the hub's zone, and no others.
fn may_see(staff: &Staff, occurrence: &Occurrence) -> Result<(), Problem> {
    if staff.role >= Role::Staff || day::lies_in(&staff.visit.hub, occurrence, staff.visit.hub.today(staff.visit.now)) {
        return Ok(());
    }
    Err(Problem::Forbidden)
}

/// The booking of an address.
fn booking_id(text: &str) -> Result<BookingId, Problem> {
    text.parse().map(BookingId).map_err(|_| Problem::NotFound)
}

/// The staff's page of a registration.
fn registration_path(visit: &Visit, id: BookingId) -> String {
    visit.links.to(&format!("/staff/registrations/{id}"))
}
