//! Statistics of a hub: how many pages are read, registrations begun and completed, how satisfied people are. Counted without people.
//! Nouns: `Figures` (a span of days with its totals), row (one day), published file (small numbers hidden).
//! URLs: `/staff/hub/statistics`, with `.csv` for the same numbers and `-published.csv` for anybody.
//! Invariants: chart, table and file show the same numbers; what is meant for the public hides every number from one to four.
//! It must not know how things are counted.

mod chart;
mod figures;
mod page;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::get;

pub use page::entry;

/// The pages of the lead.
pub fn routes() -> Router {
    Router::new()
        .route("/staff/hub/statistics", get(page::show))
        .route("/staff/hub/statistics.csv", get(page::file))
        .route("/staff/hub/statistics-published.csv", get(page::published))
}
