//! Calendars of others: uploaded once, or read again and again from their address. What is new or different there waits in a list until
//! staff take it over or leave it.
//! Nouns: `Calendar` (a file or an address), `Contents` (what it says now), `Review` (what waits), `Item` (one entry that waits).
//! URLs: `/staff/hub/calendars…`.
//! Invariants: nothing reaches the programme unless somebody takes it over, and then as a draft; an event with registrations is never
//! moved; the last good copy stays when the other server fails; who is named in a file is not kept. It must not know how a file is fetched.

mod list;
mod reading;
mod review;
mod show;
pub mod store;
#[cfg(test)]
mod tests;
mod trouble;
mod worker;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

pub use list::entry;
pub use store::STATEMENTS;
pub use worker::Calendars;

/// A larger file is no calendar of a club.
const BYTES_AT_MOST: usize = 2_000_000;
/// The form around the file.
const FORM_BYTES: usize = 64 * 1024;
/// A calendar with more entries is for `nabe import ics`.
const ENTRIES_AT_MOST: usize = 1_000;

/// The pages for staff.
pub fn routes() -> Router {
    let upload = post(list::upload).layer(DefaultBodyLimit::max(BYTES_AT_MOST + FORM_BYTES));
    Router::new()
        .route("/staff/hub/calendars", get(list::show))
        .route("/staff/hub/calendars/uploads", upload)
        .route("/staff/hub/calendars/subscriptions", post(list::subscribe))
        .route("/staff/hub/calendars/{calendar}", get(show::show))
        .route("/staff/hub/calendars/{calendar}/acceptance", post(show::accept))
        .route("/staff/hub/calendars/{calendar}/refusal", post(show::refuse))
        .route("/staff/hub/calendars/{calendar}/reading", post(show::read_again))
        .route("/staff/hub/calendars/{calendar}/removal", post(show::remove))
}
