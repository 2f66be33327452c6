//! Data protection: what is kept about people and for how long, told to residents and looked after by the lead of the hub.
//! Nouns: `Details` (what only the hub knows), notice (for residents, Article 13 GDPR), periods (of `src/retention/`), report and
//! erasure (of one person's data, Articles 15 and 17), `Request` (that such a thing was done: never whose).
//! URLs: `/privacy`; for the lead `/staff/hub/data-protection…`.
//! Invariants: notice and tables follow from `retention::CLASSES`, so that they say what the nights do; no address names a person.
//! It must not know how records are removed at night, nor how a mail leaves.

mod details;
mod notice;
mod overview;
mod papers;
mod people;
mod periods;
mod report;
pub mod store;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::{get, post};

pub use overview::entry;
pub use store::Details;

use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::door::sitemap::Listed;

/// The notice, and the pages of the lead.
pub fn routes() -> Router {
    Router::new()
        .route("/privacy", get(notice::show))
        .route("/staff/hub/data-protection", get(overview::show))
        .route("/staff/hub/data-protection/periods", get(periods::show).post(periods::save))
        .route("/staff/hub/data-protection/details", get(details::show).post(details::save))
        .route("/staff/hub/data-protection/record", get(papers::record))
        .route("/staff/hub/data-protection/annex", get(papers::annex))
        .route("/staff/hub/data-protection/people", get(people::show))
        .route("/staff/hub/data-protection/people/search", post(people::search))
        .route("/staff/hub/data-protection/people/report", post(people::hand_out))
        .route("/staff/hub/data-protection/people/file", post(people::file))
        .route("/staff/hub/data-protection/people/erasure", post(people::erase))
}

/// The page of this feature that search engines may show.
pub fn listed(_: &Tx<'_>, _: HubId, _: Instant) -> DbResult<Vec<Listed>> {
    Ok(vec![Listed::always("/privacy")])
}
