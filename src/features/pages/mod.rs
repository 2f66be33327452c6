//! Pages that say what a hub is and what the law asks of it. Some the program writes from what it knows: how to reach the hub, who answers
//! for it. The others are written by staff: pages, news, and what the hub adds to the first.
//! Nouns: `TextPage` (a page that the program writes), `Further` (what the hub adds to it), `Written` (a page of staff) with its
//! `Content`, revision (one saved state of it), `Standing` (who can read it).
//! URLs: `/contact`, `/imprint`, `/easy-language`, `/sign-language`, `/pages…`, `/news…`;
//! for staff `/staff/pages…`.
//! Invariants: only what the program really does and the hub has really entered is said; what is not known is listed as missing. Nothing is
//! marked as checked unless somebody entered by whom and when. A page always reads as one saved revision of it.
//! It must not know other features, nor any hub by name.

mod contact;
mod content;
mod easy_language;
mod further;
mod hours;
mod imprint;
mod listed;
mod manage;
mod news;
mod overview;
mod prepared;
mod reach;
mod show;
mod sign_language;
pub mod store;
#[cfg(test)]
mod tests;
mod text_page;
mod written;

pub use text_page::{Block, Part, TextPage};

use axum::Router;
use axum::routing::{MethodRouter, get};

pub use content::{Checked, Content, Easy, Video, Words};
pub use further::Further;
pub use listed::listed;
pub use news::teasers;
pub use prepared::{fill, prepare};
pub use written::{Kind, PageId, Written};

use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::problem::Problem;
use crate::tenancy::{ReadyPage, Visit};
use crate::texts::Lang;
use crate::ui::Page;
use store::Shown;

/// Pages of staff that another page names at most.
const PAGES_NAMED: u32 = 100;

/// The pages for residents, and those of staff who write.
pub fn routes() -> Router {
    Router::new()
        .route("/contact", page(contact::show))
        .route("/imprint", legal(Kind::Imprint, imprint::page))
        .route("/easy-language", with_pages(easy_language::show))
        .route("/sign-language", with_pages(sign_language::show))
        .route("/pages", with_pages(overview::show))
        .route("/pages/{page}", get(show::page))
        .route("/pages/{page}/easy-language", get(show::easy_page))
        .route("/pages/{page}/pictures/{picture}", get(show::page_picture))
        .route("/news", get(news::list))
        .route("/news/feed.atom", get(news::feed))
        .route("/news/{news}", get(show::news))
        .route("/news/{news}/easy-language", get(show::easy_news))
        .route("/news/{news}/pictures/{picture}", get(show::news_picture))
        .merge(manage::routes())
}

/// Pages that everybody can read, for the menu.
pub fn ready(tx: &Tx<'_>, hub: HubId, now: Instant) -> DbResult<Vec<ReadyPage>> {
    let shown = store::all_shown(tx, hub, Kind::Page, now, (PAGES_NAMED, 0))?;
    let page = |shown: Shown| {
        let (lang, words) = shown.content.words(Lang::En);
        let title_en = if lang == Lang::En { words.title.clone() } else { String::new() };
        ReadyPage { path: Kind::Page.path(&shown.slug), title: shown.content.de.title, title_en }
    };
    Ok(shown.into_iter().map(page).collect())
}

/// The hub is already loaded with the visit: nothing here waits.
fn page(show: fn(&Visit) -> Result<Page, Problem>) -> MethodRouter {
    get(move |visit: Visit| async move { show(&visit) })
}

/// A page that names pages of staff.
fn with_pages(show: fn(&Visit, &[Shown]) -> Result<Page, Problem>) -> MethodRouter {
    get(move |visit: Visit| async move {
        let (hub, now) = (visit.hub.id, visit.now);
        let pages = visit.app.read(hub, move |tx| store::all_shown(tx, hub, Kind::Page, now, (PAGES_NAMED, 0))).await?;
        show(&visit, &pages)
    })
}

/// A page that the program writes and the hub adds to.
fn legal(kind: Kind, page: fn(&Visit, &Further) -> TextPage) -> MethodRouter {
    get(move |visit: Visit| async move {
        let further = Further::load(&visit, kind).await?;
        page(&visit, &further).answer_until(&visit, further.next)
    })
}
