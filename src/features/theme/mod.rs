//! How a hub looks: two colours, a logo, a picture on the start page.
//! Nouns: `Look` (what is chosen, in `src/tenancy/look.rs`), `Colours`, `Palette` and `Sheet` (what follows, in `src/theme/`), `Sample`
//! (the colours as they would look).
//! URLs: `/staff/hub/theme…` for the lead; `/theme/{file}` for everybody.
//! Invariants: no colours are saved that could not be read; what was replaced is forgotten; a file below `/theme/` never changes.
//! Must not know other features.

mod change;
mod colours;
mod files;
mod logo;
mod picture;
mod sample;
#[cfg(test)]
mod tests;
mod upload;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

pub use colours::entry;
pub use logo::refusal;

use crate::pictures::UPLOAD_AT_MOST;

/// The pages of the lead, and the files that all pages load.
pub fn routes() -> Router {
    let upload_logo = post(logo::upload).layer(DefaultBodyLimit::max(UPLOAD_AT_MOST));
    let upload_picture = post(picture::upload).layer(DefaultBodyLimit::max(UPLOAD_AT_MOST));
    Router::new()
        .route("/theme/{file}", get(files::file))
        .route("/staff/hub/theme", get(colours::show).post(colours::save))
        .route("/staff/hub/theme/preview", post(colours::preview))
        .route("/staff/hub/theme/preview.css", get(sample::sheet))
        .route("/staff/hub/theme/removal", post(colours::remove))
        .route("/staff/hub/theme/logo", get(logo::show).merge(upload_logo))
        .route("/staff/hub/theme/logo/removal", post(logo::remove))
        .route("/staff/hub/theme/picture", get(picture::show).merge(upload_picture))
        .route("/staff/hub/theme/picture/removal", post(picture::remove))
}
