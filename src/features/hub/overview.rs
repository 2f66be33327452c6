//! `/staff/hub`: everything that can be set, one entry each, with how it stands.

use askama::Template;

use super::store;
use crate::auth::{HubEntry, HubEntryOf, Role, Staff, StaffFrame, StaffSection};
use crate::db::{DbResult, Tx};
use crate::problem::Problem;
use crate::texts::Texts;
use crate::ui::Page;

#[derive(Template)]
#[template(path = "features/hub/overview.html")]
struct OverviewPage {
    frame: StaffFrame,
    entries: Vec<HubEntry>,
    missing: Vec<Missing>,
    /// How many these are.
    count: i64,
}

/// Something that the hub still needs to be presentable, with the page that mends it.
struct Missing {
    path: &'static str,
    name: &'static str,
    words: String,
}

/// `GET /staff/hub`
pub async fn show(staff: Staff, entries: Vec<HubEntryOf>) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let (hub, asking) = (staff.visit.hub.id, staff.clone());
    let read = move |tx: &Tx<'_>| {
        let entries = entries.iter().filter_map(|entry| entry(tx, &asking).transpose()).collect::<DbResult<Vec<_>>>()?;
        Ok((entries, store::published(tx, hub)?))
    };
    let (entries, published) = staff.visit.app.read(hub, read).await?;
    let missing = missing(staff.visit.t, &entries, published);
    Page::personal(&OverviewPage {
        frame: StaffFrame::new(&staff, StaffSection::Hub, staff.visit.t.ui_staff_hub()),
        count: i64::try_from(missing.len()).unwrap_or(0),
        missing,
        entries,
    })
}

/// Derived from what is there: an entry disappears from this list when it is done.
fn missing(t: Texts, entries: &[HubEntry], published: i64) -> Vec<Missing> {
    let open = entries.iter().filter(|entry| entry.open).map(|entry| Missing { path: entry.path, name: entry.name, words: entry.state.clone() });
    let event = (published == 0).then(|| Missing { path: "/staff/events/new", name: t.hub_first_event(), words: t.hub_first_event_none().to_owned() });
    open.chain(event).collect()
}
