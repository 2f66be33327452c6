//! `/staff/hub`: everything that can be set, one entry each, with how it stands.

use askama::Template;

use super::store;
use crate::auth::{HubEntry, HubEntryOf, HubGroup, Role, Staff, StaffFrame, StaffSection};
use crate::db::{DbResult, Tx};
use crate::problem::Problem;
use crate::texts::Texts;
use crate::ui::Page;

#[derive(Template)]
#[template(path = "features/hub/overview.html")]
struct OverviewPage {
    frame: StaffFrame,
    groups: Vec<Group>,
    missing: Vec<Missing>,
    /// How many these are.
    count: i64,
}

/// Entries that belong together.
struct Group {
    name: &'static str,
    entries: Vec<HubEntry>,
}

/// Something that the hub still needs to be presentable, with the page that mends it.
struct Missing {
    path: &'static str,
    name: &'static str,
    words: String,
}

/// `GET /staff/hub`
pub async fn show(staff: Staff, entries: Vec<(HubGroup, HubEntryOf)>) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let (hub, asking) = (staff.visit.hub.id, staff.clone());
    let read = move |tx: &Tx<'_>| {
        let read = |(group, entry): &(HubGroup, HubEntryOf)| entry(tx, &asking).map(|entry| entry.map(|entry| (*group, entry))).transpose();
        let entries = entries.iter().filter_map(read).collect::<DbResult<Vec<_>>>()?;
        Ok((entries, store::published(tx, hub)?))
    };
    let t = staff.visit.t;
    let (entries, published) = staff.visit.app.read(hub, read).await?;
    let missing = missing(t, &entries, published);
    let of = |group: HubGroup| entries.iter().filter(|(theirs, _)| *theirs == group).map(|(_, entry)| entry.clone()).collect();
    let groups = HubGroup::ALL.into_iter().map(|group| Group { name: name(t, group), entries: of(group) }).filter(|group| !group.entries.is_empty()).collect();
    Page::personal(&OverviewPage {
        frame: StaffFrame::new(&staff, StaffSection::Hub, t.ui_staff_hub()),
        count: i64::try_from(missing.len()).unwrap_or(0),
        missing,
        groups,
    })
}

fn name(t: Texts, group: HubGroup) -> &'static str {
    match group {
        HubGroup::Seen => t.hub_group_seen(),
        HubGroup::Shared => t.hub_group_shared(),
        HubGroup::Run => t.hub_group_run(),
        HubGroup::Law => t.hub_group_law(),
    }
}

/// Derived from what is there: an entry disappears from this list when it is done.
fn missing(t: Texts, entries: &[(HubGroup, HubEntry)], published: i64) -> Vec<Missing> {
    let open = entries.iter().map(|(_, entry)| entry).filter(|entry| entry.open).map(|entry| Missing {
        path: entry.path,
        name: entry.name,
        words: entry.state.clone(),
    });
    let event = (published == 0).then(|| Missing { path: "/staff/events/new", name: t.hub_first_event(), words: t.hub_first_event_none().to_owned() });
    open.chain(event).collect()
}
