//! Who carries the hub: names with a line, a link and a logo, in the order in which the start page shows them.
//! Nouns: `Partner` (in `src/tenancy/hub.rs`).
//! URLs: `/staff/hub/partners…` for the lead.
//! Invariants: the name stands there as text, with a logo or without; a logo that was replaced is forgotten; links lead to https or http.
//! Must not know other features, but for what `theme` says about a logo that is not taken.

mod list;
mod partner;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

pub use list::entry;

use crate::pictures::UPLOAD_AT_MOST;

/// The pages of the lead.
pub fn routes() -> Router {
    let create = post(partner::create).layer(DefaultBodyLimit::max(UPLOAD_AT_MOST));
    let save = post(partner::save).layer(DefaultBodyLimit::max(UPLOAD_AT_MOST));
    Router::new()
        .route("/staff/hub/partners", get(list::show))
        .route("/staff/hub/partners/position", post(list::arrange))
        .route("/staff/hub/partners/new", get(partner::blank).merge(create))
        .route("/staff/hub/partners/{partner}", get(partner::show).merge(save))
        .route("/staff/hub/partners/{partner}/removal", post(partner::remove))
}
