//! Training for administrations: member organisations whose people may come to courses that are closed to the public.
//! Nouns: `Organisation`, `Training`, `Member` and pass of `src/organisations/`.
//! URLs: `/training`, for contacts `/training/people/{pass}`, with a pass `/training/{pass}` (what lies below is a page of `src/features/events/`); for staff
//! `/staff/events/{event}/training`, for the lead `/staff/hub/organisations…`, `/staff/hub/cost-sharing`.
//! Invariants: who asks by mail gets the same answer for every address; a form sent twice makes one organisation, one new code and one letter; a code
//! that was replaced opens nothing. It must not know how places are given, nor how a mail leaves.

mod access;
mod cost_sharing;
mod letter;
mod letters;
mod organisation;
mod organisations;
mod people;
mod terms;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::{get, post};

pub use cost_sharing::entry as cost_sharing_entry;
pub use letters::{NAME, wording};
pub use organisations::entry as organisations_entry;

/// The pages for people of organisations, for staff and for the lead.
pub fn routes() -> Router {
    Router::new()
        .route("/training", get(access::show))
        .route("/training/code", post(access::by_code))
        .route("/training/link", post(access::by_mail))
        .route("/training/{pass}", get(access::courses))
        .route("/training/people/{pass}", get(people::show))
        .route("/training/people/{pass}/registrations.csv", get(people::file))
        .route("/staff/events/{event}/training", get(terms::show).post(terms::save))
        .route("/staff/hub/cost-sharing", get(cost_sharing::show))
        .route("/staff/hub/cost-sharing.csv", get(cost_sharing::file))
        .route("/staff/hub/organisations", get(organisations::list))
        .route("/staff/hub/organisations/new", get(organisation::blank).post(organisation::create))
        .route("/staff/hub/organisations/{organisation}", get(organisation::show).post(organisation::save))
        .route("/staff/hub/organisations/{organisation}/code", post(organisation::renew))
        .route("/staff/hub/organisations/{organisation}/letter", post(letter::send))
        .route("/staff/hub/organisations/{organisation}/letter/withdrawal", post(letter::withdraw))
        .route("/staff/hub/organisations/{organisation}/removal", post(organisation::remove))
}
