//! A page and its form: new, changed, published, withdrawn, deleted.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::edit_page::{self, Notice};
use super::form::{self, Draft};
use super::saving::{self, Publish, Saved, Saving};
use crate::auth::{Role, Staff, StaffPosted};
use crate::features::pages::store::{self, Save, Step};
use crate::features::pages::written::{Kind, PageId, Written};
use crate::keys::hex;
use crate::problem::Problem;
use crate::tenancy::store as hubs;
use crate::ui::{Fields, Flaws, Page, see_other};

/// `GET /staff/pages/new`, with `kind=news` for a piece of news.
pub async fn new(staff: Staff) -> Result<Page, Problem> {
    staff.needs(Role::Staff)?;
    let query = query(&staff);
    let page = blank(&staff, kind_of(&query));
    edit_page::page(&staff, &page, form::fields_of(&page.content, "", 0), Flaws::default(), Notice::None)
}

/// `GET /staff/pages/{page}`
pub async fn show(staff: Staff, Path(slug): Path<String>) -> Result<Page, Problem> {
    let page = load(&staff, slug).await?;
    let notice = Notice::of(&query(&staff));
    edit_page::page(&staff, &page, form::fields_of(&page.content, &page.slug, page.head), Flaws::default(), notice)
}

/// `POST /staff/pages`: a new page.
pub async fn create(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    posted.staff.needs(Role::Staff)?;
    let page = blank(&posted.staff, kind_of(&posted.form));
    take(posted, page, String::new()).await
}

/// `POST /staff/pages/{page}`
pub async fn save(Path(slug): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let page = load(&posted.staff, slug).await?;
    let name = page.slug.clone();
    take(posted, page, name).await
}

/// `POST /staff/pages/{page}/withdrawal`: only staff can read it from now on.
pub async fn withdraw(Path(slug): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let page = load(&posted.staff, slug.clone()).await?;
    let save = Save { step: Step::Withdrawn, by: Some(posted.staff.account), key: posted.key, print: String::new() };
    let hub = posted.staff.visit.hub.id;
    let done = posted
        .staff
        .visit
        .app
        .write_places(hub, move |tx, now| {
            let Some(mut page) = store::page(tx, hub, &page.slug)? else { return Ok(false) };
            hubs::leave_menu(tx, hub, &page.kind.path(&page.slug))?;
            if page.shown.is_none() && page.next.is_none() {
                return Ok(true);
            }
            page.withdraw();
            page.head += 1;
            store::save(tx, hub, &page, &save, now)
        })
        .await?;
    let done = if done { "withdrawn" } else { "stale" };
    Ok(see_other(&posted.staff.visit.links.to(&format!("/staff/pages/{slug}?done={done}"))))
}

/// `POST /staff/pages/{page}/deletion`: with all its revisions and pictures, once nobody can read it any more and it was confirmed.
pub async fn delete(Path(slug): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let page = load(&posted.staff, slug.clone()).await?;
    let (hub, sure) = (posted.staff.visit.hub.id, posted.form.ticked("sure"));
    let deleted = posted
        .staff
        .visit
        .app
        .write(hub, move |tx, _| {
            let Some(page) = store::page(tx, hub, &page.slug)? else { return Ok(true) };
            let may = sure && page.shown.is_none() && page.next.is_none();
            if may {
                store::delete(tx, hub, page.id)?;
            }
            Ok(may)
        })
        .await?;
    let to = if deleted { "/staff/pages?done=deleted".to_owned() } else { format!("/staff/pages/{slug}?done=not-deleted#deletion") };
    Ok(see_other(&posted.staff.visit.links.to(&to)))
}

/// Reads a page; a legal one that nobody has saved yet is empty. Who may not write it does not read it here either.
pub async fn load(staff: &Staff, slug: String) -> Result<Written, Problem> {
    let (hub, name) = (staff.visit.hub.id, slug.clone());
    let found = staff.visit.app.read(hub, move |tx| store::page(tx, hub, &name)).await?;
    let legal = Kind::LEGAL.into_iter().find(|kind| kind.as_str() == slug);
    let page = found.or_else(|| legal.map(|kind| Written::blank(PageId::new(staff.visit.now), kind, slug))).ok_or(Problem::NotFound)?;
    staff.needs(role(page.kind))?;
    Ok(page)
}

/// Who may write a sort of page: for what the law asks the lead answers.
pub fn role(kind: Kind) -> Role {
    if kind.is_legal() { Role::Lead } else { Role::Staff }
}

/// What the address asks for.
pub fn query(staff: &Staff) -> Fields {
    Fields(serde_html_form::from_str(&staff.visit.query).unwrap_or_default())
}

fn kind_of(fields: &Fields) -> Kind {
    if fields.get("kind") == Kind::News.as_str() { Kind::News } else { Kind::Page }
}

fn blank(staff: &Staff, kind: Kind) -> Written {
    Written::blank(PageId::new(staff.visit.now), kind, String::new())
}

/// Takes the form of a page, new or not.
async fn take(posted: StaffPosted<Fields>, page: Written, name: String) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, key } = posted;
    let (visit, publish) = (&staff.visit, fields.get("step") == "publish");
    let draft = match form::read(visit.t, &visit.hub, visit.now, page.kind, &fields, &page.content, publish) {
        Ok(draft) => draft,
        Err(flaws) => return refill(&staff, &page, fields, flaws),
    };
    let saving = saving(&staff, &page, name, draft, &fields, key);
    let hub = visit.hub.id;
    let saved = visit.app.write_keyed(hub, move |tx, now| saving::save(tx, hub, &saving, now)).await?;
    match saved {
        Saved::Done(slug, unchecked) => {
            let done = if unchecked { "unchecked" } else { done(&fields) };
            let to = if fields.get("step") == "preview" { format!("/staff/pages/{slug}/preview") } else { format!("/staff/pages/{slug}?done={done}") };
            Ok(see_other(&visit.links.to(&to)))
        }
        Saved::Taken => {
            let mut flaws = Flaws::default();
            flaws.add("slug", visit.t.pages_flaw_taken());
            refill(&staff, &page, fields, flaws)
        }
        Saved::Stale => stale(&staff, page.slug, fields, Notice::Stale).await,
        Saved::Earlier(slug) => stale(&staff, slug, fields, Notice::Earlier).await,
        Saved::Gone => Err(Problem::NotFound),
    }
}

fn saving(staff: &Staff, page: &Written, name: String, draft: Draft, fields: &Fields, key: String) -> Saving {
    let publish = match draft.from {
        _ if fields.get("step") != "publish" => Publish::No,
        Some(from) => Publish::From(from),
        None => Publish::Now,
    };
    Saving {
        page: name,
        kind: page.kind,
        slug: draft.slug,
        content: draft.content,
        version: fields.get("version").parse().unwrap_or(0),
        publish,
        save: Save { step: if publish == Publish::No { Step::Saved } else { Step::Published }, by: Some(staff.account), key, print: said(fields) },
    }
}

/// A fingerprint of the page that a form describes. Which button sent it is another matter: who saved and goes back may still publish.
fn said(fields: &Fields) -> String {
    hex(&fields.print_of(|name| name != "step" && name != "version"))
}

fn done(fields: &Fields) -> &'static str {
    match fields.get("step") {
        "publish" if fields.line("publish_day").is_empty() => "published",
        "publish" => "scheduled",
        _ => "saved",
    }
}

fn refill(staff: &Staff, page: &Written, fields: Fields, flaws: Flaws) -> Result<Response, Problem> {
    Ok(edit_page::page(staff, page, fields, flaws, Notice::None)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// Somebody was faster, or the form itself was sent before: what was typed stays in it, beside it what is stored now; sending it again
/// writes over that.
async fn stale(staff: &Staff, slug: String, mut typed: Fields, notice: fn(Fields) -> Notice) -> Result<Response, Problem> {
    let page = load(staff, slug).await?;
    let stored = form::fields_of(&page.content, &page.slug, page.head);
    typed.0.retain(|(name, _)| name != "version");
    typed.0.push(("version".to_owned(), page.head.to_string()));
    let page = edit_page::page(staff, &page, typed, Flaws::default(), notice(stored))?;
    Ok(page.status(StatusCode::CONFLICT).into_response())
}
