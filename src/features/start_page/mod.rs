//! The start page and the menu, arranged by the lead within the design.
//! Nouns: `StartPart` and `MenuEntry` (what is arranged, in `src/tenancy/arrangement.rs`), `Step` (what a button does to a list, in `src/ui/order.rs`).
//! URLs: `/staff/hub/start-page…` for the lead.
//! Invariants: the head of the start page and the foot of all pages stay; events and contact are in every menu; moving an entry twice by the
//! same button moves it once.
//! Must not know other features: the pages that may stand in the menu are handed over in `src/router.rs`.

mod arrange;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::{get, post};

pub use arrange::{PagesOf, entry};

use crate::auth::{Staff, StaffPosted};
use crate::ui::Fields;

/// The pages of the lead; `pages` finds those of staff that everybody can read.
pub fn routes(pages: PagesOf) -> Router {
    Router::new()
        .route("/staff/hub/start-page", get(move |staff: Staff| arrange::show(staff, pages)).post(arrange::parts))
        .route("/staff/hub/start-page/menu", post(arrange::menu))
        .route("/staff/hub/start-page/menu/pages", post(move |posted: StaffPosted<Fields>| arrange::add(posted, pages)))
        .route("/staff/hub/start-page/removal", post(arrange::reset))
}
