//! The terms of a closed course, for whoever makes the programme: whose people may come, how many of them, and what it costs.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::db::Tx;
use crate::features::events::{self, Audience, Event};
use crate::organisations::{Cost, OpenTo, Organisation, Training, store};
use crate::problem::Problem;
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Page, see_other};

/// Most seats of one organisation.
const SEATS_AT_MOST: u32 = 5_000;

#[derive(Template)]
#[template(path = "features/training/terms.html")]
struct TermsPage {
    frame: StaffFrame,
    title: String,
    slug: String,
    flaws: Flaws,
    saved: bool,
    some: bool,
    fields: Fields,
    costs: [(&'static str, &'static str); 4],
    rows: Vec<Row>,
    is_lead: bool,
}

/// One organisation to be ticked.
struct Row {
    id: String,
    name: String,
    ticked: bool,
    /// Its own number of seats, as typed.
    seats: String,
    /// The name of that field.
    field: String,
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
    let (hub, event, by) = (staff.visit.hub.id, loaded.event.id, staff.account);
    let write = move |tx: &Tx<'_>, now| {
        store::set_training(tx, hub, event.0, &training)?;
        events::advance_dates(tx, hub, event, by, now)
    };
    staff.visit.app.write(hub, write).await?;
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
    let seats = number(t, fields, "seats", &mut flaws);
    let own = |one: &Organisation, flaws: &mut Flaws| Some((one.id, number(t, fields, &seats_field(one), flaws)?));
    let own_seats = organisations.iter().filter_map(|one| own(one, &mut flaws)).collect();
    let cents = cents(fields.get("amount"));
    let cost = match (fields.get("cost"), cents) {
        ("none" | "", _) => Some(Cost::None),
        (word, Some(cents)) if cents > 0 => Cost::parse(word, cents),
        _ => None,
    };
    if cost.is_none() {
        flaws.add("amount", t.training_flaw_amount());
    }
    if flaws.is_empty() { Ok(Training { open_to, seats, own_seats, cost: cost.unwrap_or_default() }) } else { Err(flaws) }
}

/// A number of seats that may be left out.
fn number(t: Texts, fields: &Fields, field: &str, flaws: &mut Flaws) -> Option<u32> {
    let typed = fields.line(field);
    let number = typed.parse().ok().filter(|seats| *seats <= SEATS_AT_MOST);
    if number.is_none() && !typed.is_empty() {
        flaws.add(field.to_owned(), t.training_flaw_seats(i64::from(SEATS_AT_MOST)));
    }
    number
}

/// Cents of an amount as typed: "600", "600,50".
fn cents(typed: &str) -> Option<i64> {
    let plain = typed.trim().trim_end_matches('€').trim();
    let (euros, rest) = plain.split_once([',', '.']).unwrap_or((plain, "00"));
    let digits = |text: &str, most: usize| !text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(euros, 7) || !digits(rest, 2) || rest.len() != 2 {
        return None;
    }
    Some(euros.parse::<i64>().ok()? * 100 + rest.parse::<i64>().ok()?)
}

/// The field for an organisation's own number of seats.
fn seats_field(one: &Organisation) -> String {
    format!("seats-{}", one.id)
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
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut put = |name: &str, value: String| fields.push((name.to_owned(), value));
    match &training.open_to {
        OpenTo::All => put("open_to", "all".to_owned()),
        OpenTo::Some(some) => {
            put("open_to", "some".to_owned());
            for id in some {
                put("organisation", id.to_string());
            }
        }
    }
    put("seats", training.seats.map(|seats| seats.to_string()).unwrap_or_default());
    for (id, seats) in &training.own_seats {
        put(&format!("seats-{id}"), seats.to_string());
    }
    let (cost, cents) = training.cost.parts();
    put("cost", cost.to_owned());
    put("amount", if cents == 0 { String::new() } else { format!("{},{:02}", cents / 100, cents % 100) });
    Fields(fields)
}

fn page(staff: &Staff, loaded: &Loaded, fields: &Fields, flaws: Flaws) -> Result<Response, Problem> {
    let (t, invalid) = (staff.visit.t, !flaws.is_empty());
    let row = |one: &Organisation| {
        let id = one.id.to_string();
        let field = seats_field(one);
        Row { ticked: fields.all("organisation").any(|ticked| ticked == id), name: one.name.clone(), seats: fields.line(&field), field, id }
    };
    let page = Page::personal(&TermsPage {
        frame: StaffFrame::new(staff, StaffSection::Events, staff.visit.t.training_terms()).invalid(invalid),
        title: loaded.event.title.clone(),
        slug: loaded.event.slug.clone(),
        saved: !invalid && staff.visit.query.as_ref() == "done=saved",
        some: fields.get("open_to") == "some",
        costs: [
            ("none", t.training_cost_none()),
            ("person", t.training_cost_for_each()),
            ("persons", t.training_cost_by_persons()),
            ("organisations", t.training_cost_by_organisations()),
        ],
        fields: fields.clone(),
        rows: loaded.organisations.iter().map(row).collect(),
        is_lead: staff.role >= Role::Lead,
        flaws,
    })?;
    Ok(if invalid { page.status(StatusCode::UNPROCESSABLE_ENTITY) } else { page }.into_response())
}
