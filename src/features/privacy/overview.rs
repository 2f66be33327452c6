//! The page from which the lead looks after data protection: what is kept how long, what the last night removed, the papers.

use askama::Template;

use super::notice::missing;
use super::store;
use crate::auth::{HubEntry, Role, Staff, StaffFrame, StaffSection};
use crate::db::{DbResult, Tx};
use crate::problem::Problem;
use crate::retention::{self, CLASSES, Night};
use crate::texts::dates;
use crate::ui::Page;

#[derive(Template)]
#[template(path = "features/privacy/overview.html")]
struct OverviewPage {
    frame: StaffFrame,
    saved: bool,
    rows: Vec<Row>,
    night: String,
    missing: Vec<&'static str>,
}

/// One class as the lead sees it.
struct Row {
    name: &'static str,
    fields: &'static str,
    period: String,
    removed: String,
    total: String,
}

/// The entry on `/staff/hub`: how much the notice still lacks.
pub fn entry(tx: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let t = staff.visit.t;
    let lacking = i64::try_from(missing(t, &store::details(tx, staff.visit.hub.id)?).len()).unwrap_or(i64::MAX);
    Ok(Some(HubEntry {
        name: t.privacy_title(),
        about: t.privacy_entry_about(),
        path: "/staff/hub/data-protection",
        state: if lacking > 0 { t.privacy_entry_lacking(lacking) } else { t.privacy_entry_whole().to_owned() },
        open: lacking > 0,
    }))
}

/// `GET /staff/hub/data-protection`
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let (t, hub) = (staff.visit.t, staff.visit.hub.id);
    let load = move |tx: &Tx<'_>| Ok((retention::periods(tx, hub)?, retention::nights(tx, hub)?, store::details(tx, hub)?));
    let (periods, nights, details) = staff.visit.app.read(hub, load).await?;
    let row = |class: &retention::Class| {
        let night = nights.iter().find(|night| night.record == class.record);
        let count = |of: fn(&Night) -> i64| night.map_or_else(|| "–".to_owned(), |night| of(night).to_string());
        Row {
            name: (class.name)(t),
            fields: (class.fields)(t),
            period: periods.words(t, class.record),
            removed: count(|night| night.removed),
            total: count(|night| night.total),
        }
    };
    let last = nights.iter().map(|night| night.at).max();
    let page = OverviewPage {
        frame: StaffFrame::new(&staff, StaffSection::Hub, t.privacy_title()),
        saved: staff.visit.query.contains("done=saved"),
        rows: CLASSES.iter().map(row).collect(),
        night: last.map_or_else(
            || t.privacy_no_night().to_owned(),
            |at| t.privacy_last_night(dates::day_long(t.lang, staff.visit.hub.today(at)), dates::time(t.lang, staff.visit.hub.local(at).time())),
        ),
        missing: missing(t, &details),
    };
    Page::personal(&page)
}
