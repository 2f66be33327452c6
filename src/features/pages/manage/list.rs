//! All pages for those who write them: pages, news, and what only the hub knows beside the pages that the program writes.

use askama::Template;
use axum::response::Response;

use super::edit::{query, role};
use super::edit_page::{Badge, badge, heading};
use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::clock::Instant;
use crate::features::pages;
use crate::features::pages::store::{self, Entry};
use crate::features::pages::written::{Kind, PageId, Written};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::dates;
use crate::ui::{Fields, Page, clean, see_other};

#[derive(Template)]
#[template(path = "features/pages/manage/list.html")]
struct ListPage {
    frame: StaffFrame,
    deleted: bool,
    pages: Vec<Row>,
    news: Vec<Row>,
    legal: Vec<Row>,
}

struct Row {
    href: String,
    title: String,
    about: String,
    forms: Vec<&'static str>,
    badge: Option<Badge>,
}

/// `GET /staff/pages`
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    staff.needs(Role::Staff)?;
    let visit = &staff.visit;
    let hub = visit.hub.id;
    let entries = visit.app.read(hub, move |tx| store::list(tx, hub)).await?;
    let rows = |kind| entries.iter().filter(move |entry| entry.page.kind == kind);
    let mut pages: Vec<&Entry> = rows(Kind::Page).collect();
    pages.sort_by_key(|entry| clean(&entry.page.content.de.title).to_lowercase());
    Page::personal(&ListPage {
        frame: StaffFrame::new(&staff, StaffSection::Pages, visit.t.pages_manage_list()),
        deleted: query(&staff).get("done") == "deleted",
        pages: pages.into_iter().map(|entry| row(visit, entry)).collect(),
        news: rows(Kind::News).map(|entry| row(visit, entry)).collect(),
        legal: Kind::LEGAL.into_iter().filter(|kind| staff.needs(role(*kind)).is_ok()).map(|kind| legal_row(visit, kind, rows(kind).next())).collect(),
    })
}

/// `POST /staff/pages/preparation`: drafts to fill in; those that are there already stay as they are.
pub async fn prepare(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let staff = posted.staff;
    staff.needs(Role::Staff)?;
    let hub = staff.visit.hub.id;
    staff.visit.app.write(hub, move |tx, now| pages::prepare(tx, hub, now)).await?;
    Ok(see_other(&staff.visit.links.to("/staff/pages")))
}

fn row(visit: &Visit, entry: &Entry) -> Row {
    let (t, page) = (visit.t, &entry.page);
    let there = [
        (page.content.en.is_page(), t.pages_manage_english()),
        (page.content.easy.is_page(), t.ui_easy_language()),
        (page.content.video.is_some(), t.ui_sign_language()),
    ];
    Row {
        href: visit.links.to(&format!("/staff/pages/{}", page.slug)),
        title: page.content.de.title.clone(),
        about: saved(visit, entry.saved, &entry.by),
        forms: there.into_iter().filter(|(there, _)| *there).map(|(_, words)| words).collect(),
        badge: Some(badge(visit, page.standing(visit.now))),
    }
}

fn legal_row(visit: &Visit, kind: Kind, entry: Option<&Entry>) -> Row {
    let t = visit.t;
    let page = entry.map_or_else(|| Written::blank(PageId::new(visit.now), kind, kind.as_str().to_owned()), |entry| entry.page.clone());
    Row {
        href: visit.links.to(&format!("/staff/pages/{}", kind.as_str())),
        title: heading(t, &page),
        about: entry.map_or_else(|| t.pages_manage_legal_none().to_owned(), |entry| saved(visit, entry.saved, &entry.by)),
        forms: Vec::new(),
        badge: entry.map(|entry| badge(visit, entry.page.standing(visit.now))),
    }
}

/// "Zuletzt am 1. Dezember von Lena".
fn saved(visit: &Visit, at: Instant, by: &str) -> String {
    let day = dates::day_long(visit.lang(), visit.hub.today(at));
    if by.is_empty() { visit.t.pages_manage_prepared_on(day) } else { visit.t.pages_manage_saved_on(day, by) }
}
