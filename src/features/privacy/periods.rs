//! Other periods, within the bounds of the table.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::problem::Problem;
use crate::retention::{self, CLASSES, Kept, Periods, Record};
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Page, see_other};

#[derive(Template)]
#[template(path = "features/privacy/periods.html")]
struct PeriodsPage {
    frame: StaffFrame,
    flaws: Flaws,
    fields: Vec<Field>,
}

struct Field {
    id: &'static str,
    label: &'static str,
    hint: String,
    value: String,
}

/// A class whose period a hub may set, with its bounds.
struct Adjustable {
    record: Record,
    least: u16,
    most: u16,
}

/// `GET /staff/hub/data-protection/periods`
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let hub = staff.visit.hub.id;
    let periods = staff.visit.app.read(hub, move |tx| retention::periods(tx, hub)).await?;
    Page::personal(&page(&staff, &Fields(typed(&periods)), Flaws::default()))
}

/// `POST /staff/hub/data-protection/periods`
pub async fn save(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let staff = posted.staff;
    staff.needs(Role::Lead)?;
    let days = match read(staff.visit.t, &posted.form) {
        Ok(days) => days,
        Err(flaws) => return Ok(Page::personal(&page(&staff, &posted.form, flaws))?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response()),
    };
    let hub = staff.visit.hub.id;
    let set = move |tx: &crate::db::Tx<'_>, now| days.iter().try_for_each(|(record, days)| retention::set_period(tx, hub, *record, *days, now));
    staff.visit.app.write(hub, set).await?;
    Ok(see_other(&staff.visit.links.to("/staff/hub/data-protection?done=saved")))
}

/// What was typed, each within its bounds.
pub fn read(t: Texts, form: &Fields) -> Result<Vec<(Record, u16)>, Flaws> {
    let mut flaws = Flaws::default();
    let mut days = Vec::new();
    for Adjustable { record, least, most } in adjustable() {
        match form.line(record.as_str()).parse::<u16>() {
            Ok(number) if (least..=most).contains(&number) => days.push((record, number)),
            _ => flaws.add(record.as_str(), t.privacy_periods_flaw((record.class().name)(t), i64::from(least), i64::from(most))),
        }
    }
    if flaws.is_empty() { Ok(days) } else { Err(flaws) }
}

fn adjustable() -> impl Iterator<Item = Adjustable> {
    CLASSES.iter().filter_map(|class| match class.kept {
        Kept::Days { least, most, .. } => Some(Adjustable { record: class.record, least, most }),
        Kept::Fixed(_) | Kept::ByHand => None,
    })
}

fn typed(periods: &Periods) -> Vec<(String, String)> {
    adjustable().filter_map(|one| Some((one.record.as_str().to_owned(), periods.days(one.record)?.to_string()))).collect()
}

fn page(staff: &Staff, form: &Fields, flaws: Flaws) -> PeriodsPage {
    let t = staff.visit.t;
    let field = |one: Adjustable| {
        let class = one.record.class();
        Field {
            id: one.record.as_str(),
            label: (class.name)(t),
            hint: t.privacy_periods_hint((class.since)(t), i64::from(one.least), i64::from(one.most)),
            value: form.line(one.record.as_str()),
        }
    };
    PeriodsPage {
        frame: StaffFrame::new(staff, StaffSection::Hub, t.privacy_periods_change()).invalid(!flaws.is_empty()),
        flaws,
        fields: adjustable().map(field).collect(),
    }
}
