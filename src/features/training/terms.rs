//! The terms of a closed course, for whoever makes the programme: whose people may come.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::db::Tx;
use crate::features::events::{self, Audience, Event};
use crate::organisations::{OpenTo, Organisation, Training, store};
use crate::problem::Problem;
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Page, see_other};

#[derive(Template)]
#[template(path = "features/training/terms.html")]
struct TermsPage {
    frame: StaffFrame,
    title: String,
    slug: String,
    flaws: Flaws,
    saved: bool,
    some: bool,
    rows: Vec<Row>,
    is_lead: bool,
}

/// One organisation to be ticked.
struct Row {
    id: String,
    name: String,
    ticked: bool,
}

/// What the page is about.
struct Loaded {
    event: Event,
    organisations: Vec<Organisation>,
    training: Training,
}

/// `GET /staff/events/{event}/training`
pub async fn show(staff: Staff, Path(slug): Path<String>) -> Result<Response, Problem> {
    let Some(loaded) = load(&staff, &slug).await? else { return Ok(to_event(&staff, &slug)) };
    let fields = stored(&loaded.training);
    page(&staff, &loaded, &fields, Flaws::default())
}

/// `POST /staff/events/{event}/training`
pub async fn save(Path(slug): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    let Some(loaded) = load(&staff, &slug).await? else { return Ok(to_event(&staff, &slug)) };
    let training = match read(staff.visit.t, &fields, &loaded.organisations) {
        Ok(training) => training,
        Err(flaws) => return page(&staff, &loaded, &fields, flaws),
    };
    let (hub, event) = (staff.visit.hub.id, loaded.event.id.0);
    staff.visit.app.write(hub, move |tx, _| store::set_training(tx, hub, event, &training)).await?;
    Ok(see_other(&staff.visit.links.to(&format!("/staff/events/{}/training?done=saved", loaded.event.slug))))
}

/// Checks what was typed.
pub fn read(t: Texts, fields: &Fields, organisations: &[Organisation]) -> Result<Training, Flaws> {
    let mut flaws = Flaws::default();
    let ticked = |one: &&Organisation| fields.all("organisation").any(|id| id == one.id.to_string());
    let open_to = if fields.get("open_to") == "some" { OpenTo::Some(organisations.iter().filter(ticked).map(|one| one.id).collect()) } else { OpenTo::All };
    if matches!(&open_to, OpenTo::Some(some) if some.is_empty()) {
        flaws.add("open_to", t.training_flaw_some());
    }
    if flaws.is_empty() { Ok(Training { open_to }) } else { Err(flaws) }
}

/// Where whoever asks for the terms of a course that is for everybody is sent.
fn to_event(staff: &Staff, slug: &str) -> Response {
    see_other(&staff.visit.links.below("/staff/events/", slug))
}

/// A closed course; none when it is for everybody.
async fn load(staff: &Staff, slug: &str) -> Result<Option<Loaded>, Problem> {
    staff.needs(Role::Staff)?;
    let (hub, slug) = (staff.visit.hub.id, slug.to_owned());
    let find = move |tx: &Tx<'_>| {
        let Some(event) = events::event_by_slug(tx, hub, &slug)? else { return Ok(None) };
        Ok(Some(Loaded { organisations: store::all(tx, hub)?, training: store::training(tx, hub, event.id.0)?, event }))
    };
    let found = staff.visit.app.read(hub, find).await?.ok_or(Problem::NotFound)?;
    Ok((found.event.state.audience() == Audience::Members).then_some(found))
}

fn stored(training: &Training) -> Fields {
    match &training.open_to {
        OpenTo::All => Fields(vec![("open_to".to_owned(), "all".to_owned())]),
        OpenTo::Some(some) => {
            let ticked = some.iter().map(|id| ("organisation".to_owned(), id.to_string()));
            Fields([("open_to".to_owned(), "some".to_owned())].into_iter().chain(ticked).collect())
        }
    }
}

fn page(staff: &Staff, loaded: &Loaded, fields: &Fields, flaws: Flaws) -> Result<Response, Problem> {
    let invalid = !flaws.is_empty();
    let row = |one: &Organisation| {
        let id = one.id.to_string();
        Row { ticked: fields.all("organisation").any(|ticked| ticked == id), name: one.name.clone(), id }
    };
    let page = Page::personal(&TermsPage {
        frame: StaffFrame::new(staff, StaffSection::Events, staff.visit.t.training_terms()).invalid(invalid),
        title: loaded.event.title.clone(),
        slug: loaded.event.slug.clone(),
        saved: !invalid && staff.visit.query.as_ref() == "done=saved",
        some: fields.get("open_to") == "some",
        rows: loaded.organisations.iter().map(row).collect(),
        is_lead: staff.role >= Role::Lead,
        flaws,
    })?;
    Ok(if invalid { page.status(StatusCode::UNPROCESSABLE_ENTITY) } else { page }.into_response())
}
