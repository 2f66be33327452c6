//! The revisions of a page: who saved when, what changed, and back to how it was.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::differences::{Difference, between};
use super::edit::load;
use super::edit_page::heading;
use crate::auth::{Staff, StaffFrame, StaffPosted, StaffSection};
use crate::clock::Instant;
use crate::features::pages::content::Content;
use crate::features::pages::store::{self, Revision, Save, Step};
use crate::features::pages::written::Written;
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::{Texts, dates};
use crate::ui::{Fields, Page, see_other};

#[derive(Template)]
#[template(path = "features/pages/manage/history.html")]
struct HistoryPage {
    frame: StaffFrame,
    title: String,
    desk: String,
    rows: Vec<Row>,
}

struct Row {
    number: i64,
    href: String,
    when: String,
    who: String,
    what: String,
    is_shown: bool,
}

#[derive(Template)]
#[template(path = "features/pages/manage/revision.html")]
struct RevisionPage {
    frame: StaffFrame,
    title: String,
    desk: String,
    number: i64,
    about: String,
    is_first: bool,
    is_head: bool,
    version: i64,
    differences: Vec<Difference>,
    further: Vec<Difference>,
}

/// `GET /staff/pages/{page}/revisions`
pub async fn list(staff: Staff, Path(slug): Path<String>) -> Result<Page, Problem> {
    let page = load(&staff, slug).await?;
    let (hub, id) = (staff.visit.hub.id, page.id);
    let revisions = staff.visit.app.read(hub, move |tx| store::revisions(tx, hub, id)).await?;
    let (visit, t) = (&staff.visit, staff.visit.t);
    let desk = desk(visit, &page);
    let shown = shown_now(&page, visit.now);
    let row = |revision: &Revision| Row {
        number: revision.number,
        href: format!("{desk}/revisions/{}", revision.number),
        when: when(visit, revision.at),
        who: who(t, revision),
        what: what(t, revision.step).to_owned(),
        is_shown: shown == Some(revision.number),
    };
    let title = heading(t, &page);
    Page::personal(&HistoryPage {
        frame: StaffFrame::new(&staff, StaffSection::Pages, t.pages_manage_revisions()),
        title,
        rows: revisions.iter().map(row).collect(),
        desk: desk.clone(),
    })
}

/// `GET /staff/pages/{page}/revisions/{revision}`: what it changed, and how the newest differs from it.
pub async fn show(staff: Staff, Path((slug, number)): Path<(String, i64)>) -> Result<Page, Problem> {
    let page = load(&staff, slug).await?;
    let (revision, content, before) = revision(&staff, &page, number).await?;
    let (visit, t) = (&staff.visit, staff.visit.t);
    let is_head = number == page.head;
    Page::personal(&RevisionPage {
        frame: StaffFrame::new(&staff, StaffSection::Pages, t.pages_manage_revision(number)),
        title: heading(t, &page),
        desk: desk(visit, &page),
        number,
        about: t.pages_manage_revision_about(what(t, revision.step), when(visit, revision.at), who(t, &revision)),
        is_first: before.is_none(),
        is_head,
        version: page.head,
        differences: between(t, &before.unwrap_or_default(), &content),
        further: if is_head { Vec::new() } else { between(t, &content, &page.content) },
    })
}

/// `POST /staff/pages/{page}/revisions/{revision}/restoration`: becomes the newest, to be published or not.
pub async fn restore(Path((slug, number)): Path<(String, i64)>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form, key } = posted;
    let page = load(&staff, slug).await?;
    let (_, content, _) = revision(&staff, &page, number).await?;
    let version: i64 = form.get("version").parse().unwrap_or(0);
    let (hub, name) = (staff.visit.hub.id, page.slug.clone());
    let save = Save { step: Step::Restored, by: Some(staff.account), key, print: format!("revision {number}") };
    let done = staff
        .visit
        .app
        .write_keyed(hub, move |tx, now| {
            if store::was_saved(tx, hub, &save)? {
                return Ok(true);
            }
            let Some(mut page) = store::page(tx, hub, &name)? else { return Ok(false) };
            if page.head != version {
                return Ok(false);
            }
            page.content = content.clone();
            page.head += 1;
            store::save(tx, hub, &page, &save, now)
        })
        .await?;
    let done = if done { "restored" } else { "stale" };
    Ok(see_other(&format!("{}?done={done}", desk(&staff.visit, &page))))
}

async fn revision(staff: &Staff, page: &Written, number: i64) -> Result<(Revision, Content, Option<Content>), Problem> {
    let (hub, id) = (staff.visit.hub.id, page.id);
    staff.visit.app.read(hub, move |tx| store::revision(tx, hub, id, number)).await?.ok_or(Problem::NotFound)
}

fn shown_now(page: &Written, now: Instant) -> Option<i64> {
    page.next.filter(|next| next.at <= now).or(page.shown).map(|turn| turn.revision)
}

fn desk(visit: &Visit, page: &Written) -> String {
    visit.links.to(&format!("/staff/pages/{}", page.slug))
}

fn when(visit: &Visit, at: Instant) -> String {
    let local = visit.hub.local(at);
    format!("{}, {}", dates::day_long(visit.lang(), local.date()), dates::time(visit.lang(), local.time()))
}

fn who(t: Texts, revision: &Revision) -> String {
    if revision.by.is_empty() { t.pages_manage_by_program().to_owned() } else { revision.by.clone() }
}

fn what(t: Texts, step: Step) -> &'static str {
    match step {
        Step::Prepared => t.pages_step_prepared(),
        Step::Saved => t.pages_step_saved(),
        Step::Published => t.pages_step_published(),
        Step::Restored => t.pages_step_restored(),
        Step::Pictures => t.pages_step_pictures(),
        Step::Withdrawn => t.pages_step_withdrawn(),
    }
}
