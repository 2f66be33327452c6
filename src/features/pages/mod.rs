//! Pages that say what a hub is and what the law asks of it: how to reach it, who answers for it, what is accessible.
//! Nouns: `TextPage` (title, parts, what the hub has still to enter), `Part` (a heading with its blocks), `Reach` (telephone, mail, post).
//! URLs: `/contact`, `/imprint`, `/accessibility`, `/easy-language`, `/sign-language`, `/barriers`.
//! Invariants: only what the program really does and the hub has really entered is said; what is not known is listed as missing.
//! It must not know the database, other features, nor any hub by name.

mod accessibility;
mod barriers;
mod contact;
mod easy_language;
mod hours;
mod imprint;
mod reach;
mod sign_language;
#[cfg(test)]
mod tests;
mod text_page;

pub use text_page::{Block, Part, TextPage};

use axum::Router;
use axum::routing::{MethodRouter, get};

use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::Page;

/// The pages for residents.
pub fn routes() -> Router {
    Router::new()
        .route("/contact", page(contact::show))
        .route("/imprint", page(imprint::show))
        .route("/accessibility", page(accessibility::show))
        .route("/easy-language", page(easy_language::show))
        .route("/sign-language", page(sign_language::show))
        .route("/barriers", page(barriers::show))
}

/// The hub is already loaded with the visit: nothing here waits.
fn page(show: fn(&Visit) -> Result<Page, Problem>) -> MethodRouter {
    get(move |visit: Visit| async move { show(&visit) })
}
