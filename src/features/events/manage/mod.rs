//! Making the programme: new events, their dates and series, changes, cancellations, pictures.
//! Nouns: `Draft` (what the form says), `Times` and `Slot` (when), `Proposal` (a date before it is saved), `Terms`, `Step`, `Maker`.
//! URLs: `/staff/events`, `/staff/events/new`, `/staff/events/{event}…`.
//! Invariants: no date is stored at a wall time nobody agreed to; what people are told leaves a minute later and can be taken back
//! until then; nobody overwrites somebody faster; lowering places throws nobody out. It must not know who comes to the door.

mod add;
mod change;
mod create;
mod date;
mod edit;
mod edit_page;
mod flaw;
mod form;
mod list;
mod picture;
mod plan;
mod print;
mod report;
mod review;
mod store;
mod terms;
#[cfg(test)]
mod tests;
mod view;
mod when;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

pub use store::STATEMENTS;

/// The pages of those who make the programme.
pub fn routes() -> Router {
    let upload = post(picture::upload).layer(DefaultBodyLimit::max(crate::pictures::UPLOAD_AT_MOST));
    Router::new()
        .route("/staff/events", get(list::show).post(create::create))
        .route("/staff/events/new", get(create::show))
        .route("/staff/events/{event}", get(edit::show).post(edit::save))
        .route("/staff/events/{event}/copy", post(edit::copy))
        .route("/staff/events/{event}/deletion", post(edit::delete))
        .route("/staff/events/{event}/restoration", post(edit::restore))
        .route("/staff/events/{event}/picture", get(picture::show).merge(upload))
        .route("/staff/events/{event}/picture/removal", post(picture::remove))
        .route("/staff/events/{event}/dates", get(add::show).post(add::create))
        .route("/staff/events/{event}/dates/{date}", get(date::show))
        .route("/staff/events/{event}/dates/{date}/time", post(date::retime))
        .route("/staff/events/{event}/dates/{date}/capacity", post(date::resize))
        .route("/staff/events/{event}/dates/{date}/cancellation", post(date::cancel))
        .route("/staff/events/{event}/dates/{date}/restoration", post(date::take_back))
}
