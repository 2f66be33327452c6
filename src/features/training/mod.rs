//! Training for administrations: member organisations whose people may come to courses that are closed to the public.
//! Nouns: `Organisation` (of `src/organisations/`: name, mail domains, code, contact).
//! URLs: for the lead `/staff/hub/organisations…`.
//! Invariants: a form sent twice makes one organisation and one new code; a code that was replaced opens nothing.
//! It must not know how places are given, nor how a mail leaves.

mod organisation;
mod organisations;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::{get, post};

pub use organisations::entry as organisations_entry;

/// The pages of the lead.
pub fn routes() -> Router {
    Router::new()
        .route("/staff/hub/organisations", get(organisations::list))
        .route("/staff/hub/organisations/new", get(organisation::blank).post(organisation::create))
        .route("/staff/hub/organisations/{organisation}", get(organisation::show).post(organisation::save))
        .route("/staff/hub/organisations/{organisation}/code", post(organisation::renew))
        .route("/staff/hub/organisations/{organisation}/removal", post(organisation::remove))
}
