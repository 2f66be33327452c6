//! What only the hub knows: who is responsible, whom to ask, by which law, who runs the server, to whom to complain.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::store::{self, Details};
use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::problem::Problem;
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Page, see_other};

/// Letters of one text.
const LETTERS_AT_MOST: usize = 1_000;
/// Days for which a town keeps backups: more than a year is no backup but an archive.
const BACKUP_DAYS_AT_MOST: u16 = 400;

#[derive(Template)]
#[template(path = "features/privacy/details.html")]
struct DetailsPage {
    frame: StaffFrame,
    flaws: Flaws,
    areas: Vec<Area>,
    backup_days: String,
}

struct Area {
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    value: String,
}

/// `GET /staff/hub/data-protection/details`
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let hub = staff.visit.hub.id;
    let details = staff.visit.app.read(hub, move |tx| store::details(tx, hub)).await?;
    Page::personal(&page(&staff, &fields(details), Flaws::default()))
}

/// `POST /staff/hub/data-protection/details`
pub async fn save(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let staff = posted.staff;
    staff.needs(Role::Lead)?;
    let details = match read(staff.visit.t, &posted.form) {
        Ok(details) => details,
        Err(flaws) => return Ok(Page::personal(&page(&staff, &posted.form, flaws))?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response()),
    };
    let hub = staff.visit.hub.id;
    staff.visit.app.write(hub, move |tx, _| store::set_details(tx, hub, &details)).await?;
    Ok(see_other(&staff.visit.links.to("/staff/hub/data-protection?done=saved")))
}

/// What was typed.
pub fn read(t: Texts, form: &Fields) -> Result<Details, Flaws> {
    let mut flaws = Flaws::default();
    for (id, label, _) in areas(t) {
        if form.lines(id).chars().count() > LETTERS_AT_MOST {
            flaws.add(id, t.privacy_details_long(label));
        }
    }
    let days = form.line("backup_days");
    let backup_days = days.parse::<u16>().ok().filter(|days| (1..=BACKUP_DAYS_AT_MOST).contains(days));
    if !days.is_empty() && backup_days.is_none() {
        flaws.add("backup_days", t.privacy_details_days_flaw(i64::from(BACKUP_DAYS_AT_MOST)));
    }
    let details = Details {
        controller: form.lines("controller"),
        officer: form.lines("officer"),
        law: form.lines("law"),
        provider: form.lines("provider"),
        authority: form.lines("authority"),
        backup_days,
    };
    if flaws.is_empty() { Ok(details) } else { Err(flaws) }
}

fn areas(t: Texts) -> [(&'static str, &'static str, &'static str); 5] {
    [
        ("controller", t.privacy_notice_controller(), t.privacy_details_controller_hint()),
        ("officer", t.privacy_notice_officer(), t.privacy_details_officer_hint()),
        ("law", t.privacy_details_law(), t.privacy_details_law_hint()),
        ("provider", t.privacy_details_provider(), t.privacy_details_provider_hint()),
        ("authority", t.privacy_details_authority(), t.privacy_details_authority_hint()),
    ]
}

fn fields(d: Details) -> Fields {
    let days = d.backup_days.map_or_else(String::new, |days| days.to_string());
    let all =
        [("controller", d.controller), ("officer", d.officer), ("law", d.law), ("provider", d.provider), ("authority", d.authority), ("backup_days", days)];
    Fields(all.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn page(staff: &Staff, form: &Fields, flaws: Flaws) -> DetailsPage {
    let t = staff.visit.t;
    DetailsPage {
        frame: StaffFrame::new(staff, StaffSection::Hub, t.privacy_details()).invalid(!flaws.is_empty()),
        flaws,
        areas: areas(t).into_iter().map(|(id, label, hint)| Area { id, label, hint, value: form.lines(id) }).collect(),
        backup_days: form.line("backup_days"),
    }
}
