//! `/staff/hub`: everything that can be set, one entry each, with how it stands.

use askama::Template;

use crate::auth::{HubEntry, HubEntryOf, Role, Staff, StaffFrame, StaffSection};
use crate::db::DbResult;
use crate::problem::Problem;
use crate::ui::Page;

#[derive(Template)]
#[template(path = "features/hub/overview.html")]
struct OverviewPage {
    frame: StaffFrame,
    hub_name: String,
    entries: Vec<HubEntry>,
}

/// `GET /staff/hub`
pub async fn show(staff: Staff, entries: Vec<HubEntryOf>) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let (hub, asking) = (staff.visit.hub.id, staff.clone());
    let entries = staff.visit.app.read(hub, move |tx| entries.iter().filter_map(|entry| entry(tx, &asking).transpose()).collect::<DbResult<Vec<_>>>()).await?;
    Page::personal(&OverviewPage {
        frame: StaffFrame::new(&staff, StaffSection::Hub, staff.visit.t.ui_staff_hub()),
        hub_name: staff.visit.hub.name.clone(),
        entries,
    })
}
