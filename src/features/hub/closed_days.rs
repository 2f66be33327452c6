//! Days on which everything is closed, told ahead; and today, when it has to be quick.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;

use super::store;
use crate::auth::{HubEntry, Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::db::{DbResult, Tx};
use crate::problem::Problem;
use crate::texts::typed::{Mistake, parse_day};
use crate::texts::{Texts, dates};
use crate::ui::{Fields, Flaws, Group, Item, Page, Reader, Sheet, see_other};

const PATH: &str = "/staff/hub/closed-days";
/// Days that are closed at once at most: six weeks of holidays and a little.
const DAYS_AT_MOST: usize = 60;

#[derive(Template)]
#[template(path = "features/hub/closed_days.html")]
struct ClosedDaysPage {
    frame: StaffFrame,
    days: Vec<Row>,
    today: String,
    is_closed_today: bool,
    sheet: Sheet,
    done: &'static str,
}

struct Row {
    key: String,
    day: String,
    reason: String,
}

/// The entry of the overview.
#[expect(clippy::unnecessary_wraps, reason = "entries that ask the database have this shape")]
pub fn entry(_: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let (t, hub) = (staff.visit.t, &staff.visit.hub);
    let today = hub.today(staff.visit.now);
    let next = hub.closed_days.iter().find(|closed| closed.day >= today);
    let state = match next {
        None => t.hub_closed_none().to_owned(),
        Some(closed) if closed.day == today => t.ui_closed_today(&closed.reason),
        Some(closed) => t.hub_closed_next(dates::day_short(t.lang, closed.day)),
    };
    Ok(Some(HubEntry { name: t.hub_closed(), about: t.hub_closed_about(), path: PATH, state, open: false }))
}

/// `GET /staff/hub/closed-days`
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    page(&staff, Fields::default(), Flaws::default())
}

/// `POST /staff/hub/closed-days`: one day or several in a row.
pub async fn create(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    staff.needs(Role::Lead)?;
    let (hub, today) = (staff.visit.hub.id, staff.visit.hub.today(staff.visit.now));
    let (days, reason) = match read(staff.visit.t, &fields, today) {
        Ok(read) => read,
        Err(flaws) => return Ok(page(&staff, fields, flaws)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response()),
    };
    staff.visit.app.write_places(hub, move |tx, _| store::close(tx, hub, &days, &reason)).await?;
    Ok(see_other(&staff.visit.links.to(&format!("{PATH}?done=saved"))))
}

/// `POST /staff/hub/closed-days/removal`
pub async fn remove(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    staff.needs(Role::Lead)?;
    let (hub, day) = (staff.visit.hub.id, fields.get("day").parse::<Date>().map_err(|_| Problem::Unreadable("no day"))?);
    staff.visit.app.write_places(hub, move |tx, _| store::open(tx, hub, day)).await?;
    Ok(see_other(&staff.visit.links.to(&format!("{PATH}?done=removed"))))
}

/// The days from first to last, and why.
pub fn read(t: Texts, fields: &Fields, today: Date) -> Result<(Vec<Date>, String), Flaws> {
    let mut r = Reader::new(t, fields);
    let first = day(&mut r, "first", today);
    let last = if fields.line("last").is_empty() { first } else { day(&mut r, "last", first.unwrap_or(today)) };
    let reason = r.needed("reason", t.hub_closed_flaw_reason());
    let mut days = Vec::new();
    if let (Some(first), Some(last)) = (first, last) {
        if first < today {
            r.flaw("first", t.hub_closed_flaw_past());
        } else if last < first {
            r.flaw("last", t.hub_closed_flaw_backwards());
        }
        days = first.series(jiff::Span::new().days(1)).take_while(|day| *day <= last).take(DAYS_AT_MOST + 1).collect();
        if days.len() > DAYS_AT_MOST {
            r.flaw("last", t.hub_closed_flaw_many(i64::try_from(DAYS_AT_MOST).unwrap_or(0)));
        }
    }
    r.finish((days, reason))
}

fn day(r: &mut Reader<'_>, field: &str, today: Date) -> Option<Date> {
    match parse_day(r.fields.get(field), today) {
        Ok(day) => Some(day),
        Err(mistake) => {
            let words = match mistake {
                Mistake::NoSuchDay => r.t.hub_closed_flaw_no_such_day(),
                Mistake::OtherWeekday => r.t.hub_closed_flaw_weekday(),
                _ => r.t.hub_closed_flaw_day(),
            };
            r.flaw(field, words);
            None
        }
    }
}

fn page(staff: &Staff, fields: Fields, flaws: Flaws) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let (t, hub) = (staff.visit.t, &staff.visit.hub);
    let today = hub.today(staff.visit.now);
    let days = hub.closed_days.iter().filter(|closed| closed.day >= today);
    let items = vec![
        Item::line("first", t.hub_closed_first()).hint(t.hub_closed_first_hint()).width("nabe-w16"),
        Item::line("last", t.hub_closed_last()).hint(t.hub_closed_last_hint()).width("nabe-w16").optional(),
        Item::line("reason", t.hub_closed_reason()).hint(t.hub_closed_reason_hint()),
    ];
    let invalid = !flaws.is_empty();
    Page::personal(&ClosedDaysPage {
        frame: StaffFrame::new(staff, StaffSection::Hub, t.hub_closed()).invalid(invalid),
        days: days.map(|closed| Row { key: closed.day.to_string(), day: dates::day_long(t.lang, closed.day), reason: closed.reason.clone() }).collect(),
        today: today.to_string(),
        is_closed_today: hub.closed_on(today).is_some(),
        sheet: Sheet::new(vec![Group::plain(items)], fields, flaws),
        done: match staff.visit.query.as_ref() {
            "done=saved" => t.hub_closed_done(),
            "done=removed" => t.hub_closed_opened(),
            _ => "",
        },
    })
}
