//! Entering the accessibility statement.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::statement::{is_stale, missing, of_program, reason_words, status_word};
use super::store::{self, Gap, Method, Reason, Statement, Status};
use crate::auth::{HubEntry, Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::db::{DbResult, Tx};
use crate::problem::Problem;
use crate::texts::typed::parse_day;
use crate::texts::{Texts, dates};
use crate::ui::{Fields, Flaws, Group, Item, Page, Reader, Sheet, see_other};

const PATH: &str = "/staff/hub/accessibility";
/// More gaps than that are no statement but a list of faults.
const GAPS_AT_MOST: usize = 12;
/// Letters of one text.
const LETTERS_AT_MOST: usize = 600;

#[derive(Template)]
#[template(path = "features/accessibility/settings.html")]
struct SettingsPage {
    frame: StaffFrame,
    sheet: Sheet,
    saved: bool,
    stale: bool,
}

/// The entry on `/staff/hub`: since when the statement holds.
pub fn entry(tx: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let t = staff.visit.t;
    let today = staff.visit.hub.today(staff.visit.now);
    let s = store::statement(tx, staff.visit.hub.id)?.unwrap_or_else(|| of_program(t));
    let (old, lacks) = (is_stale(&s, today), !missing(t, &staff.visit.hub.legal).is_empty());
    let state = match (old, lacks) {
        (true, _) => t.accessibility_entry_stale(dates::day_long(t.lang, s.checked_on)),
        (false, true) => t.accessibility_entry_lacks().to_owned(),
        (false, false) => t.accessibility_entry_since(dates::day_long(t.lang, s.checked_on)),
    };
    Ok(Some(HubEntry { name: t.ui_accessibility(), about: t.accessibility_entry_about(), path: PATH, state, open: old || lacks }))
}

/// `GET /staff/hub/accessibility`
pub async fn show(staff: Staff) -> Result<Response, Problem> {
    staff.needs(Role::Lead)?;
    let hub = staff.visit.hub.id;
    let entered = staff.visit.app.read(hub, move |tx| store::statement(tx, hub)).await?;
    // What a hub starts from is what holds for the program; it is German, as everything that hubs write.
    let s = entered.unwrap_or_else(|| of_program(DE));
    page(&staff, fields(&s), Flaws::default())
}

const DE: Texts = Texts { lang: crate::texts::Lang::De };

/// `POST /staff/hub/accessibility`
pub async fn save(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form, .. } = posted;
    staff.needs(Role::Lead)?;
    let statement = match read(staff.visit.t, &form, staff.visit.hub.today(staff.visit.now)) {
        Ok(statement) => statement,
        Err(flaws) => return page(&staff, form, flaws),
    };
    let hub = staff.visit.hub.id;
    staff.visit.app.write(hub, move |tx, _| store::set_statement(tx, hub, &statement)).await?;
    Ok(see_other(&staff.visit.links.to(&format!("{PATH}?done=saved"))))
}

/// Checks what was typed. A gap whose first field is empty is left out.
pub fn read(t: Texts, fields: &Fields, today: jiff::civil::Date) -> Result<Statement, Flaws> {
    let mut r = Reader::new(t, fields);
    let status = Status::parse(fields.get("status"));
    let checked_on = parse_day(&fields.line("checked_on"), today).ok().filter(|day| *day <= today);
    if checked_on.is_none() {
        r.flaw("checked_on", t.accessibility_flaw_day());
    }
    let mut gaps = Vec::new();
    for n in 1..=GAPS_AT_MOST {
        let (gap, alternative) = (r.lines(&format!("gap{n}"), LETTERS_AT_MOST), r.lines(&format!("instead{n}"), LETTERS_AT_MOST));
        if !gap.is_empty() {
            gaps.push(Gap { gap, reason: Reason::parse(fields.get(&format!("reason{n}"))).unwrap_or(Reason::Work), alternative });
        }
    }
    if gaps.is_empty() && status == Some(Status::Partly) {
        r.flaw("gap1", t.accessibility_flaw_gaps());
    }
    let method = Method::parse(fields.get("method")).unwrap_or(Method::Own);
    r.finish(Statement { status: status.unwrap_or(Status::Partly), method, checked_on: checked_on.unwrap_or(today), gaps })
}

fn fields(s: &Statement) -> Fields {
    let day = s.checked_on;
    let mut all = vec![
        ("status".to_owned(), s.status.as_str().to_owned()),
        ("method".to_owned(), s.method.as_str().to_owned()),
        ("checked_on".to_owned(), format!("{}.{}.{}", day.day(), day.month(), day.year())),
    ];
    for (n, gap) in (1..).zip(&s.gaps) {
        all.extend([
            (format!("gap{n}"), gap.gap.clone()),
            (format!("reason{n}"), gap.reason.as_str().to_owned()),
            (format!("instead{n}"), gap.alternative.clone()),
        ]);
    }
    Fields(all)
}

fn page(staff: &Staff, fields: Fields, flaws: Flaws) -> Result<Response, Problem> {
    let t = staff.visit.t;
    let invalid = !flaws.is_empty();
    let stale = parse_day(&fields.line("checked_on"), staff.visit.hub.today(staff.visit.now))
        .is_ok_and(|checked_on| is_stale(&Statement { checked_on, ..of_program(t) }, staff.visit.hub.today(staff.visit.now)));
    let filled = (1..=GAPS_AT_MOST).filter(|n| !fields.line(&format!("gap{n}")).is_empty()).max().unwrap_or(0);
    let groups = groups(t, (filled + 1).min(GAPS_AT_MOST));
    let page = Page::personal(&SettingsPage {
        frame: StaffFrame::new(staff, StaffSection::Hub, t.ui_accessibility()).invalid(invalid),
        sheet: Sheet::new(groups, fields, flaws),
        saved: !invalid && staff.visit.query.as_ref() == "done=saved",
        stale: stale && !invalid,
    })?;
    Ok(if invalid { page.status(StatusCode::UNPROCESSABLE_ENTITY) } else { page }.into_response())
}

fn groups(t: Texts, gaps: usize) -> Vec<Group> {
    let choice = |value: &'static str, words: &'static str| (value.to_owned(), words.to_owned());
    let statuses = Status::ALL.iter().map(|status| choice(status.as_str(), status_word(t, *status))).collect();
    let methods = vec![choice(Method::Own.as_str(), t.accessibility_method_own()), choice(Method::Others.as_str(), t.accessibility_method_others())];
    let reasons: Vec<(String, String)> = Reason::ALL.iter().map(|reason| choice(reason.as_str(), reason_words(t, *reason))).collect();
    let mut groups = vec![Group::plain(vec![
        Item::select("status", t.accessibility_status(), statuses),
        Item::line("checked_on", t.accessibility_checked_on()).hint(t.accessibility_checked_on_hint()).width("nabe-w8"),
        Item::select("method", t.accessibility_tested(), methods),
    ])];
    groups.extend((1..=gaps).map(|n| {
        Group::new(
            t.accessibility_gap_number(i64::try_from(n).unwrap_or(0)),
            if n == gaps { t.accessibility_gap_hint() } else { "" },
            vec![
                Item::area(format!("gap{n}"), t.accessibility_gap_what(), 2).optional(),
                Item::select(format!("reason{n}"), t.accessibility_gap_why(), reasons.clone()),
                Item::area(format!("instead{n}"), t.accessibility_gap_alternative(), 2).optional(),
            ],
        )
    }));
    groups
}
