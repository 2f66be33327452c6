//! A page as everybody will see it, before they do. Saved, not published; nothing here is kept by the page cache.

use axum::extract::Path;

use super::edit::{load, query};
use super::edit_page::legal_title;
use crate::auth::Staff;
use crate::features::pages::further::Further;
use crate::features::pages::show::{ShowPage, view};
use crate::features::pages::store::Shown;
use crate::features::pages::text_page::TextPage;
use crate::features::pages::written::Written;
use crate::problem::Problem;
use crate::ui::Page;

/// `GET /staff/pages/{page}/preview`, with `easy=1` in easy language.
pub async fn show(staff: Staff, Path(slug): Path<String>) -> Result<Page, Problem> {
    let page = load(&staff, slug).await?;
    let shown = as_shown(&staff, &page);
    let visit = &staff.visit;
    if page.kind.is_legal() {
        let parts = Further::of(visit, Some(shown)).part().into_iter().collect();
        let (title, note) = (legal_title(visit.t, page.kind), visit.t.pages_written_preview_legal().to_owned());
        return TextPage { title, lede: String::new(), drawing: "", note, parts, missing: Vec::new() }.preview(visit);
    }
    if page.head == 0 {
        return Err(Problem::NotFound);
    }
    let easy = query(&staff).ticked("easy");
    Page::personal(&with_frame(&staff, &page, view(visit, page.kind, &shown, easy, &format!("/staff/pages/{}", page.slug)), easy))
}

/// The newest revision as if it were published now.
fn as_shown(staff: &Staff, page: &Written) -> Shown {
    let now = staff.visit.now;
    Shown { slug: page.slug.clone(), since: page.since.unwrap_or(now), at: now, next: None, content: page.content.clone() }
}

/// Says that it is a preview; its links to other forms of the text stay previews.
fn with_frame(staff: &Staff, page: &Written, mut shown: ShowPage, easy: bool) -> ShowPage {
    let (t, links) = (staff.visit.t, &staff.visit.links);
    t.pages_written_preview().clone_into(&mut shown.preview);
    shown.back = links.to(&format!("/staff/pages/{}", page.slug));
    let (public, desk) = (links.to(&page.kind.path(&page.slug)), format!("{}/preview", shown.back));
    for (_, _, href) in &mut shown.forms {
        if easy && *href == public {
            href.clone_from(&desk);
        } else if *href == format!("{public}/easy-language") {
            *href = format!("{desk}?easy=1");
        }
    }
    shown
}
