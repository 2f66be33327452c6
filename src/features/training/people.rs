//! The list of an organisation's people for its contact, by a signed link: who, which course, how it stands. No telephone numbers, no
//! mail addresses.

use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use crate::features::events::{MemberPerson, member_people, table_file};
use crate::organisations::{Organisation, contact_of};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::{DayTile, Frame, Page, Section, see_other};

#[derive(Template)]
#[template(path = "features/training/people.html")]
struct PeoplePage {
    frame: Frame,
    organisation: String,
    dates: Vec<DateOfPeople>,
    file: String,
}

/// The people of one date.
struct DateOfPeople {
    course: String,
    tile: DayTile,
    when: String,
    people: Vec<MemberPerson>,
}

/// `GET /training/people/{pass}`
pub async fn show(visit: Visit, Path(pass): Path<String>) -> Result<Response, Problem> {
    let Some((organisation, people)) = load(&visit, &pass).await? else { return Ok(ended(&visit)) };
    let frame = Frame::new(&visit, Section::None, visit.t.training_people());
    let file = visit.links.to(&format!("/training/people/{pass}/registrations.csv"));
    Ok(Page::personal(&PeoplePage { frame, organisation: organisation.name, dates: by_date(people), file })?.into_response())
}

/// People of the same date below each other; they come in the order of their dates.
fn by_date(people: Vec<MemberPerson>) -> Vec<DateOfPeople> {
    let mut dates: Vec<DateOfPeople> = Vec::new();
    for one in people {
        match dates.last_mut().filter(|date| date.course == one.course && date.when == one.when) {
            Some(date) => date.people.push(one),
            None => dates.push(DateOfPeople { course: one.course.clone(), tile: one.tile.clone(), when: one.when.clone(), people: vec![one] }),
        }
    }
    dates
}

/// `GET /training/people/{pass}/registrations.csv`
pub async fn file(visit: Visit, Path(pass): Path<String>) -> Result<Response, Problem> {
    let Some((_, people)) = load(&visit, &pass).await? else { return Ok(ended(&visit)) };
    let t = visit.t;
    let head = [t.training_person(), t.training_places(), t.training_course(), t.training_day(), t.training_standing()].map(str::to_owned).to_vec();
    let cells = |one: MemberPerson| vec![one.name, one.seats.to_string(), one.course, one.when, one.state];
    let lines: Vec<Vec<String>> = [head].into_iter().chain(people.into_iter().map(cells)).collect();
    let mut response = table_file(&lines).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"anmeldungen.csv\""));
    Ok(response)
}

async fn load(visit: &Visit, pass: &str) -> Result<Option<(Organisation, Vec<MemberPerson>)>, Problem> {
    let Some(organisation) = contact_of(visit, pass).await? else { return Ok(None) };
    let people = member_people(visit, organisation.id).await?;
    Ok(Some((organisation, people)))
}

fn ended(visit: &Visit) -> Response {
    see_other(&visit.links.to("/training?ended=1"))
}
