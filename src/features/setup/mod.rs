//! The first run: from an empty data folder to an account, a hub, its place and its mail server, in five short pages.
//! Nouns: step (one page), draft (what has been entered so far, in `src/installation/first_run.rs`), `Plan` (everything, ready to be stored).
//! URLs: `/setup`, `/setup/account`, `/setup/hub`, `/setup/place`, `/setup/mail`; there only while there is neither hub nor account.
//! Invariants: without the code of the start output nobody enters anything; all is stored at the end or nothing; passwords are
//! never sent back. It must not know other features.

mod pages;
mod plan;
mod steps;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::get;

use crate::app::App;

pub use plan::{Place, Plan, read_hours, slug_for, store_installation, store_place};
pub use steps::{public_url, read_server};

/// The pages of the first run, below the installation.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/setup", get(pages::start).post(pages::enter))
        .route("/setup/account", get(pages::account).post(pages::save_account))
        .route("/setup/hub", get(pages::hub).post(pages::save_hub))
        .route("/setup/place", get(pages::place).post(pages::save_place))
        .route("/setup/mail", get(pages::mail).post(pages::finish))
}
