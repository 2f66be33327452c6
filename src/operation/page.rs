//! `/staff/hub/backups`: how backups stand, for the lead of a hub.

use askama::Template;
use jiff::Timestamp;

use super::alarm;
use super::backups::Standing;
use crate::auth::{HubEntry, Role, Staff, StaffFrame, StaffSection};
use crate::config::Config;
use crate::db::{DbResult, Source, Tx};
use crate::problem::Problem;
use crate::texts::{Texts, dates};
use crate::ui::Page;

/// A backup older than this is no longer from last night.
const OLD: jiff::SignedDuration = jiff::SignedDuration::from_hours(26);

#[derive(Template)]
#[template(path = "operation/page.html")]
struct BackupsPage {
    frame: StaffFrame,
    /// The newest: when, and how large.
    newest: String,
    /// When the next is due, and how many are kept; empty when none are taken by themselves.
    next: String,
    /// Why the last try failed, and what to do; empty when it did not.
    failed: &'static str,
    /// Where the data are, if that makes backups somebody else's.
    elsewhere: bool,
    /// Who is told when one fails; empty when nobody is.
    told: String,
}

/// The entry of the overview.
pub fn entry(_: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let (t, app) = (staff.visit.t, &staff.visit.app);
    let entry =
        |state: String, open: bool| HubEntry { name: t.operation_backups(), about: t.operation_backups_about(), path: "/staff/hub/backups", state, open };
    if is_elsewhere(app.config()) {
        return Ok(Some(entry(t.operation_backups_elsewhere().to_owned(), false)));
    }
    let standing = app.backups().standing(app);
    let open = is_failed(&standing) || is_old(&standing, at(staff));
    let state = if is_failed(&standing) { t.operation_backups_failed().to_owned() } else { newest(staff, &standing) };
    Ok(Some(entry(state, open)))
}

/// `GET /staff/hub/backups`
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let (t, app) = (staff.visit.t, staff.visit.app.clone());
    let asked = app.clone();
    let standing = tokio::task::spawn_blocking(move || asked.backups().standing(&asked)).await.map_err(|error| Problem::Broken(error.to_string()))?;
    let next = match (standing.next, &app.config().backups) {
        (Some(next), Some(plan)) => t.operation_backups_next(moment(&staff, next).as_str(), i64::try_from(plan.keep).unwrap_or(i64::MAX)),
        _ => String::new(),
    };
    Page::personal(&BackupsPage {
        newest: newest(&staff, &standing),
        next,
        failed: standing.last.as_ref().and_then(|last| last.failure).map_or("", |why| alarm::reason(t, why)),
        elsewhere: is_elsewhere(app.config()),
        told: app.config().operator_mail.clone().unwrap_or_default(),
        frame: StaffFrame::new(&staff, StaffSection::Hub, t.operation_backups()),
    })
}

fn is_elsewhere(config: &Config) -> bool {
    matches!(config.source, Source::Postgres(_))
}

fn is_failed(standing: &Standing) -> bool {
    standing.last.as_ref().is_some_and(|last| last.failure.is_some())
}

fn is_old(standing: &Standing, now: Timestamp) -> bool {
    standing.newest.as_ref().is_none_or(|mark| now.duration_since(mark.made) > OLD)
}

/// "heute, 2:30 Uhr, 3 MB", or that there is none.
fn newest(staff: &Staff, standing: &Standing) -> String {
    let t = staff.visit.t;
    match &standing.newest {
        Some(mark) => t.operation_backups_newest(moment(staff, mark.made).as_str(), size(t, mark.bytes).as_str()),
        None => t.operation_backups_none().to_owned(),
    }
}

/// Day and time on the hub's clock.
fn moment(staff: &Staff, at_time: Timestamp) -> String {
    let (lang, tz) = (staff.visit.lang(), staff.visit.hub.tz.clone());
    let (then, today) = (at_time.to_zoned_datetime(tz.clone()), at(staff).to_zoned_datetime(tz).date());
    let day = dates::relative(lang, then.date(), today).map_or_else(|| dates::day_short(lang, then.date()), str::to_owned);
    format!("{day}, {}", dates::time(lang, then.time()))
}

fn size(t: Texts, bytes: u64) -> String {
    match bytes / 1_000_000 {
        0 => t.operation_backups_small().to_owned(),
        megabytes => format!("{megabytes} MB"),
    }
}

fn at(staff: &Staff) -> Timestamp {
    Timestamp::from_microsecond(staff.visit.now.micros()).unwrap_or(Timestamp::UNIX_EPOCH)
}
