//! The hub itself, for its lead: what it is called, how it is reached, who works there.
//! Nouns: `HubEntry` (one thing to look after, in `src/auth/entry.rs`), `Sheet` (its form, in `src/ui/sheet.rs`).
//! URLs: `/staff/hub…`.
//! Invariants: what is saved stands on the public pages at once; only the lead changes the hub;
//! the hub never loses its last lead; no token of a link is stored.
//! Must not know other features: their entries are handed over in `src/router.rs`.

mod closed_days;
mod contact;
mod form;
mod legal;
mod letters;
mod mail;
mod overview;
mod people;
mod person;
mod sites;
pub mod store;
#[cfg(test)]
mod tests;
mod welcome;

use axum::Router;
use axum::routing::{get, post};

use crate::auth::{HubEntryOf, HubGroup, Staff};
pub use letters::{NAME, wording};

/// Entries of this feature that stand first.
const OWN: [(HubGroup, HubEntryOf); 7] = [
    (HubGroup::Seen, contact::entry),
    (HubGroup::Seen, welcome::entry),
    (HubGroup::Seen, sites::entry),
    (HubGroup::Seen, closed_days::entry),
    (HubGroup::Run, people::entry),
    (HubGroup::Run, mail::entry),
    (HubGroup::Law, legal::entry),
];

/// The pages of the lead; `further` are the entries of other features, in their order.
pub fn routes(further: &'static [(HubGroup, HubEntryOf)]) -> Router {
    Router::new()
        .route("/staff/hub", get(move |staff: Staff| overview::show(staff, OWN.iter().chain(further).copied().collect())))
        .route("/staff/hub/contact", get(contact::show).post(contact::save))
        .route("/staff/hub/welcome", get(welcome::show).post(welcome::save))
        .route("/staff/hub/sites", get(sites::list))
        .route("/staff/hub/sites/new", get(sites::blank).post(sites::create))
        .route("/staff/hub/sites/{site}", get(sites::show).post(sites::save))
        .route("/staff/hub/sites/{site}/position", post(sites::forward))
        .route("/staff/hub/sites/{site}/removal", post(sites::remove))
        .route("/staff/hub/closed-days", get(closed_days::show).post(closed_days::create))
        .route("/staff/hub/closed-days/removal", post(closed_days::remove))
        .route("/staff/hub/legal", get(legal::show).post(legal::save))
        .route("/staff/hub/mail", get(mail::show).post(mail::save))
        .route("/staff/hub/mail/test", post(mail::test))
        .route("/staff/hub/people", get(people::list))
        .route("/staff/hub/people/new", get(people::blank).post(people::create))
        .route("/staff/hub/people/{account}", get(person::show))
        .route("/staff/hub/people/{account}/role", post(person::set_role))
        .route("/staff/hub/people/{account}/lock", post(person::lock))
        .route("/staff/hub/people/{account}/lock/removal", post(person::unlock))
        .route("/staff/hub/people/{account}/access", post(person::grant))
        .route("/staff/hub/people/{account}/removal", post(person::remove))
}
