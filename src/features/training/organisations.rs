//! All member organisations for the lead: name, how their people come in, whom to write to.

use askama::Template;

use crate::auth::{HubEntry, Role, Staff, StaffFrame, StaffSection};
use crate::db::{DbResult, Tx};
use crate::organisations::{Kind, Organisation, store};
use crate::problem::Problem;
use crate::texts::Texts;
use crate::ui::Page;

/// Where the list is.
pub const PATH: &str = "/staff/hub/organisations";

#[derive(Template)]
#[template(path = "features/training/organisations.html")]
struct OrganisationsPage {
    frame: StaffFrame,
    done: Option<&'static str>,
    rows: Vec<Row>,
}

struct Row {
    id: String,
    name: String,
    kind: &'static str,
    domains: String,
    contact: Option<(String, String)>,
}

/// The entry on `/staff/hub`.
pub fn entry(tx: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let t = staff.visit.t;
    let state = match store::count(tx, staff.visit.hub.id)? {
        (0, _) => t.training_organisations_none().to_owned(),
        (all, 0) => t.training_organisations_count(all),
        (all, without) => t.training_organisations_without_contact(all, without),
    };
    Ok(Some(HubEntry { name: t.training_organisations(), about: t.training_organisations_about(), path: PATH, state, open: false }))
}

/// `GET /staff/hub/organisations`
pub async fn list(staff: Staff) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let (t, hub) = (staff.visit.t, staff.visit.hub.id);
    let all = staff.visit.app.read(hub, move |tx| store::all(tx, hub)).await?;
    let done = match staff.visit.query.as_ref() {
        "done=removed" => Some(t.training_organisation_removed()),
        _ => None,
    };
    let frame = StaffFrame::new(&staff, StaffSection::Hub, t.training_organisations());
    Page::personal(&OrganisationsPage { frame, done, rows: all.into_iter().map(|one| row(t, one)).collect() })
}

/// The word of a kind.
pub fn kind_word(t: Texts, kind: Kind) -> &'static str {
    match kind {
        Kind::Town => t.training_kind_town(),
        Kind::Municipality => t.training_kind_municipality(),
        Kind::County => t.training_kind_county(),
        Kind::Association => t.training_kind_association(),
        Kind::Other => t.training_kind_other(),
    }
}

fn row(t: Texts, one: Organisation) -> Row {
    let domains: Vec<&str> = one.domains.iter().map(|domain| domain.as_str()).collect();
    Row {
        id: one.id.to_string(),
        kind: kind_word(t, one.kind),
        domains: domains.join(", "),
        contact: one.contact.map(|contact| (contact.name, contact.email)),
        name: one.name,
    }
}
