//! All partners in their order.

use askama::Template;
use axum::response::Response;

use super::partner::change;
use crate::auth::{HubEntry, Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::db::{DbResult, Tx};
use crate::problem::Problem;
use crate::tenancy::Partner;
use crate::ui::{Fields, Page, Step};

/// The page.
pub const PATH: &str = "/staff/hub/partners";
/// Partners at most.
pub const PARTNERS_AT_MOST: usize = 20;

#[derive(Template)]
#[template(path = "features/partners/list.html")]
struct PartnersPage {
    frame: StaffFrame,
    rows: Vec<Row>,
    is_full: bool,
    done: &'static str,
}

struct Row {
    key: String,
    partner: Partner,
    logo: Option<String>,
    up: Option<String>,
    down: Option<String>,
}

/// The entry of the overview.
pub fn entry(_: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let (t, partners) = (staff.visit.t, &staff.visit.hub.partners);
    let state = if partners.is_empty() { t.partners_none().to_owned() } else { t.partners_count(i64::try_from(partners.len()).unwrap_or(0)) };
    Ok(Some(HubEntry { name: t.partners_title(), about: t.partners_about(), path: PATH, state, open: false }))
}

/// `GET /staff/hub/partners`
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let (t, partners) = (staff.visit.t, &staff.visit.hub.partners);
    let last = partners.len().saturating_sub(1);
    let row = |(at, partner): (usize, &Partner)| Row {
        key: partner.key(),
        logo: partner.logo.as_ref().map(|logo| staff.visit.links.shared("/theme/", &logo.file())),
        partner: partner.clone(),
        up: (at > 0).then(|| format!("{} {}", partner.key(), at.saturating_sub(1))),
        down: (at < last).then(|| format!("{} {}", partner.key(), at + 1)),
    };
    Page::personal(&PartnersPage {
        frame: StaffFrame::new(&staff, StaffSection::Hub, t.partners_title()),
        rows: partners.iter().enumerate().map(row).collect(),
        is_full: partners.len() >= PARTNERS_AT_MOST,
        done: match staff.visit.query.as_ref() {
            "done=saved" => t.partners_saved(),
            "done=removed" => t.partners_removed(),
            _ => "",
        },
    })
}

/// `POST /staff/hub/partners/position`: a partner moves.
pub async fn arrange(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    posted.staff.needs(Role::Lead)?;
    let step = Step::read(&posted.form).filter(|step| matches!(step, Step::Move(..))).ok_or(Problem::Unreadable("no step"))?;
    change(&posted.staff, &format!("{PATH}?done=saved"), move |_, _, _, partners| {
        *partners = step.apply(std::mem::take(partners), Partner::key, |_| None);
        Ok(())
    })
    .await
}
