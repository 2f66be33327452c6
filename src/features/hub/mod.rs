//! The hub itself, for its lead: what it is called, how it is reached, who works there.
//! Nouns: `HubEntry` (one thing to look after, in `src/auth/entry.rs`), `Sheet` (its form, in `src/ui/sheet.rs`).
//! URLs: `/staff/hub…`.
//! Invariants: what is saved stands on the public pages at once; only the lead changes the hub.
//! Must not know other features: their entries are handed over in `src/router.rs`.

mod contact;
mod form;
mod overview;
#[cfg(test)]
mod tests;
mod welcome;

use axum::Router;
use axum::routing::get;

use crate::auth::{HubEntryOf, Staff};

/// Entries of this feature that stand first.
const OWN: [HubEntryOf; 2] = [contact::entry, welcome::entry];

/// The pages of the lead; `further` are the entries of other features, in their order.
pub fn routes(further: &'static [HubEntryOf]) -> Router {
    Router::new()
        .route("/staff/hub", get(move |staff: Staff| overview::show(staff, OWN.iter().chain(further).copied().collect())))
        .route("/staff/hub/contact", get(contact::show).post(contact::save))
        .route("/staff/hub/welcome", get(welcome::show).post(welcome::save))
}
