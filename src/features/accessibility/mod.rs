//! Accessibility: the statement of the hub from what it has entered, and barriers that people report.
//! Nouns: `Statement` (status, gaps, how and when it was checked, who enforces), `Gap` (what, why, what instead), `Report` (of a barrier).
//! URLs: `/accessibility`, `/barriers`; for staff `/staff/hub/accessibility`, `/staff/hub/barriers…`.
//! Invariants: a report is due a month after it came and is answered once; the mail to the hub says that there is one, not what it says.
//! It must not know other features beyond their pages of text, nor how a mail leaves.

mod barriers;
mod letters;
mod reports;
mod settings;
mod statement;
pub mod store;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::{get, post};

pub use letters::{NAME, wording};
pub use reports::entry as barriers_entry;
pub use settings::entry as statement_entry;
pub use store::{Report, erase_reports, kept_reports, reports_of};

use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::door::sitemap::Listed;

/// The pages for residents and staff.
pub fn routes() -> Router {
    Router::new()
        .route("/accessibility", get(statement::show))
        .route("/barriers", get(barriers::show).post(barriers::create))
        .route("/staff/hub/accessibility", get(settings::show).post(settings::save))
        .route("/staff/hub/barriers", get(reports::list))
        .route("/staff/hub/barriers/{id}", get(reports::show))
        .route("/staff/hub/barriers/{id}/answer", post(reports::answer))
}

/// The page of this feature that search engines may show.
pub fn listed(_: &Tx<'_>, _: HubId, _: Instant) -> DbResult<Vec<Listed>> {
    Ok(vec![Listed::always("/accessibility")])
}
