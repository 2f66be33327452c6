//! Reported barriers as staff see them: by when each is to be answered, which are overdue, and the answer.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::barriers::last_day;
use super::letters;
use super::store::{self, Report};
use crate::auth::{HubEntry, Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::db::{DbResult, Tx};
use crate::mail::EmailAddress;
use crate::problem::Problem;
use crate::texts::{Texts, dates};
use crate::ui::{Fields, Flaws, Page, see_other};

const PATH: &str = "/staff/hub/barriers";
/// Letters of an answer.
const LETTERS_AT_MOST: usize = 3_000;

#[derive(Template)]
#[template(path = "features/accessibility/reports.html")]
struct ReportsPage {
    frame: StaffFrame,
    done: bool,
    reports: Vec<Line>,
}

#[derive(Template)]
#[template(path = "features/accessibility/report.html")]
struct ReportPage {
    frame: StaffFrame,
    line: Line,
    words: String,
    name: String,
    contact: String,
    answer: String,
    by_mail: bool,
    typed: String,
    flaws: Flaws,
}

/// One report in the list.
struct Line {
    id: String,
    what: String,
    place: String,
    came: String,
    state: String,
    tone: &'static str,
    icon: &'static str,
    answered: bool,
}

/// The entry on `/staff/hub`: how many wait, and how many too long.
pub fn entry(tx: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let t = staff.visit.t;
    let (open, late) = store::open(tx, staff.visit.hub.id, staff.visit.now)?;
    let state = match (open, late) {
        (0, _) => t.accessibility_reports_none().to_owned(),
        (open, 0) => t.accessibility_reports_open(open),
        (open, late) => t.accessibility_reports_late(open, late),
    };
    Ok(Some(HubEntry { name: t.accessibility_reports(), about: t.accessibility_reports_about(), path: PATH, state, open: open > 0 }))
}

/// `GET /staff/hub/barriers`
pub async fn list(staff: Staff) -> Result<Page, Problem> {
    staff.needs(Role::Staff)?;
    let hub = staff.visit.hub.id;
    let reports = staff.visit.app.read(hub, move |tx| store::all_reports(tx, hub)).await?;
    Page::personal(&ReportsPage {
        frame: StaffFrame::new(&staff, StaffSection::Hub, staff.visit.t.accessibility_reports()),
        done: staff.visit.query.as_ref() == "done=answered",
        reports: reports.iter().map(|report| line(&staff, report)).collect(),
    })
}

/// `GET /staff/hub/barriers/{id}`
pub async fn show(staff: Staff, Path(id): Path<String>) -> Result<Page, Problem> {
    let report = find(&staff, &id).await?;
    Page::personal(&page(&staff, report, String::new(), Flaws::default()))
}

/// `POST /staff/hub/barriers/{id}/answer`: once; the second press changes nothing.
pub async fn answer(Path(id): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let staff = posted.staff;
    let report = find(&staff, &id).await?;
    let answer = posted.form.lines("answer");
    let mut flaws = Flaws::default();
    if answer.is_empty() || answer.chars().count() > LETTERS_AT_MOST {
        flaws.add("answer", staff.visit.t.accessibility_flaw_answer());
        return Ok(Page::personal(&page(&staff, report, answer, flaws))?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
    }
    let (hub, by) = (staff.visit.hub.id, staff.account);
    let keep = move |tx: &Tx<'_>, now| {
        if store::set_answer(tx, hub, report.id, &answer, by, now)? { letters::tell_person(tx, hub, &report, &answer, now) } else { Ok(()) }
    };
    staff.visit.app.write_keyed(hub, keep).await?;
    Ok(see_other(&staff.visit.links.to(&format!("{PATH}?done=answered"))))
}

async fn find(staff: &Staff, id: &str) -> Result<Report, Problem> {
    staff.needs(Role::Staff)?;
    let id: Uuid = id.parse().map_err(|_| Problem::NotFound)?;
    let hub = staff.visit.hub.id;
    staff.visit.app.read(hub, move |tx| store::report(tx, hub, id)).await?.ok_or(Problem::NotFound)
}

fn page(staff: &Staff, report: Report, typed: String, flaws: Flaws) -> ReportPage {
    let frame = StaffFrame::new(staff, StaffSection::Hub, staff.visit.t.accessibility_report()).invalid(!flaws.is_empty());
    let by_mail = EmailAddress::parse(&report.contact).is_some();
    ReportPage {
        frame,
        line: line(staff, &report),
        words: report.words,
        name: report.name,
        contact: report.contact,
        answer: report.answer,
        by_mail,
        typed,
        flaws,
    }
}

fn line(staff: &Staff, report: &Report) -> Line {
    let (t, hub) = (staff.visit.t, &staff.visit.hub);
    let day = |at| dates::day_long(t.lang, hub.today(at));
    let last = dates::day_long(t.lang, last_day(hub, report.due));
    let (state, tone, icon) = match report.answered {
        Some(at) => (t.accessibility_answered_on(day(at)), "ok", "i-check"),
        None if staff.visit.now >= report.due => (t.accessibility_overdue_since(last), "bad", "i-alert"),
        None => (t.accessibility_answer_by(last), "warn", "i-clock"),
    };
    Line {
        id: report.id.to_string(),
        what: first_words(t, &report.words),
        place: report.place.clone(),
        came: t.accessibility_came_on(day(report.at)),
        state,
        tone,
        icon,
        answered: report.answered.is_some(),
    }
}

/// The first line, cut at 80 letters.
fn first_words(t: Texts, words: &str) -> String {
    let line = words.lines().next().unwrap_or_default();
    if line.chars().count() <= 80 { line.to_owned() } else { t.accessibility_cut(line.chars().take(79).collect::<String>()) }
}
