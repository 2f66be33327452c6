//! Writing pages: list, form, pictures, preview, revisions.
//! Nouns: `Draft` (what the form says), `Saving` (what is to be done with it), `Saved` (what came of it).
//! URLs: `/staff/pages…`.
//! Invariants: every save is a revision with who and when; nobody overwrites somebody faster; what was typed comes back until it is saved.
//! It must not know how a page looks to everybody: that is `src/features/pages/show.rs`.

mod differences;
mod edit;
mod edit_page;
mod form;
mod history;
mod list;
mod pictures;
mod preview;
mod saving;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

/// The pages of those who write.
pub fn routes() -> Router {
    let upload = post(pictures::upload).layer(DefaultBodyLimit::max(crate::pictures::UPLOAD_AT_MOST));
    Router::new()
        .route("/staff/pages", get(list::show).post(edit::create))
        .route("/staff/pages/new", get(edit::new))
        .route("/staff/pages/preparation", post(list::prepare))
        .route("/staff/pages/{page}", get(edit::show).post(edit::save))
        .route("/staff/pages/{page}/preview", get(preview::show))
        .route("/staff/pages/{page}/withdrawal", post(edit::withdraw))
        .route("/staff/pages/{page}/deletion", post(edit::delete))
        .route("/staff/pages/{page}/pictures", get(pictures::show).merge(upload))
        .route("/staff/pages/{page}/pictures/{picture}", get(pictures::picture))
        .route("/staff/pages/{page}/pictures/{picture}/removal", post(pictures::remove))
        .route("/staff/pages/{page}/cover", post(pictures::cover))
        .route("/staff/pages/{page}/revisions", get(history::list))
        .route("/staff/pages/{page}/revisions/{revision}", get(history::show))
        .route("/staff/pages/{page}/revisions/{revision}/restoration", post(history::restore))
}
