//! What each organisation bears of each date, for the lead: as a table by year, and as a file for the town's treasury.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use jiff::civil::{Date, date};
use serde::Deserialize;

use crate::auth::{HubEntry, Role, Staff, StaffFrame, StaffSection};
use crate::db::{DbResult, Tx};
use crate::features::events::{self, Shared, table_file};
use crate::organisations::{Cost, store};
use crate::problem::Problem;
use crate::tenancy::Hub;
use crate::texts::{amounts, dates};
use crate::ui::Page;

const PATH: &str = "/staff/hub/cost-sharing";

#[derive(Template)]
#[template(path = "features/training/cost_sharing.html")]
struct CostSharingPage {
    frame: StaffFrame,
    year: i16,
    before: i16,
    after: i16,
    rows: Vec<Words>,
    sums: Vec<(String, String)>,
    total: String,
}

/// One row in words.
struct Words {
    day: String,
    course: String,
    organisation: String,
    registered: u32,
    attended: String,
    share: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Query {
    year: i16,
}

/// What one organisation bears of one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Day of the date.
    pub day: Date,
    /// Title of the course.
    pub course: String,
    /// Name of the organisation.
    pub organisation: String,
    /// Places taken.
    pub registered: u32,
    /// Of those, who came.
    pub attended: u32,
    /// Its share in cents.
    pub cents: i64,
}

/// The entry on `/staff/hub`.
pub fn entry(_: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let t = staff.visit.t;
    let state = t.training_cost_sharing_year(i64::from(this_year(staff)));
    Ok(Some(HubEntry { name: t.training_cost_sharing(), about: t.training_cost_sharing_about(), path: PATH, state, open: false }))
}

/// `GET /staff/hub/cost-sharing`
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    let (year, rows) = load(&staff).await?;
    let (t, lang) = (staff.visit.t, staff.visit.lang());
    let today = staff.visit.hub.today(staff.visit.now);
    let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
    for row in &rows {
        *sums.entry(&row.organisation).or_default() += row.cents;
    }
    let words = |row: &Row| Words {
        day: dates::day_short(lang, row.day),
        course: row.course.clone(),
        organisation: row.organisation.clone(),
        registered: row.registered,
        // Before the day nobody can have come.
        attended: if row.day > today { "–".to_owned() } else { row.attended.to_string() },
        share: amounts::euros(lang, row.cents),
    };
    Page::personal(&CostSharingPage {
        frame: StaffFrame::new(&staff, StaffSection::Hub, t.training_cost_sharing()),
        year,
        before: year - 1,
        after: year + 1,
        rows: rows.iter().map(words).collect(),
        sums: sums.iter().map(|(name, cents)| ((*name).to_owned(), amounts::euros(lang, *cents))).collect(),
        total: amounts::euros(lang, rows.iter().map(|row| row.cents).sum()),
    })
}

/// `GET /staff/hub/cost-sharing.csv`
pub async fn file(staff: Staff) -> Result<Response, Problem> {
    let (year, rows) = load(&staff).await?;
    let t = staff.visit.t;
    let head = [t.training_day(), t.training_course(), t.training_organisation(), t.training_registered(), t.training_attended(), t.training_share_euros()];
    let cells = |row: &Row| {
        vec![
            format!("{:02}.{:02}.{}", row.day.day(), row.day.month(), row.day.year()),
            row.course.clone(),
            row.organisation.clone(),
            row.registered.to_string(),
            row.attended.to_string(),
            decimal(row.cents),
        ]
    };
    let lines: Vec<Vec<String>> = [head.map(str::to_owned).to_vec()].into_iter().chain(rows.iter().map(cells)).collect();
    let mut response = table_file(&lines).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"kostenteilung-{year}.csv\"")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// "600,50": with a comma in every language, as German spreadsheets read it.
pub fn decimal(cents: i64) -> String {
    format!("{},{:02}", cents / 100, cents % 100)
}

/// Shares date by date: each date's organisations bear its cost. `cost` and `name` look up what only the database knows.
pub fn rows(shared: &[Shared], cost: impl Fn(&Shared) -> Cost, name: impl Fn(&Shared) -> String) -> Vec<Row> {
    let mut rows = Vec::new();
    for of_date in shared.chunk_by(|one, other| one.date == other.date) {
        let persons: Vec<u32> = of_date.iter().map(|one| one.registered).collect();
        let parts = of_date.first().map(|first| cost(first).shares(&persons)).unwrap_or_default();
        rows.extend(of_date.iter().zip(parts).map(|(one, cents)| Row {
            day: one.start.date(),
            course: one.title.clone(),
            organisation: name(one),
            registered: one.registered,
            attended: one.attended,
            cents,
        }));
    }
    rows
}

async fn load(staff: &Staff) -> Result<(i16, Vec<Row>), Problem> {
    staff.needs(Role::Lead)?;
    let query: Query = serde_html_form::from_str(&staff.visit.query).unwrap_or_default();
    let year = if (2000..=2200).contains(&query.year) { query.year } else { this_year(staff) };
    let (hub, from, until) = (staff.visit.hub.id, first_day(&staff.visit.hub, year), first_day(&staff.visit.hub, year + 1));
    let gone = staff.visit.t.training_organisation_gone().to_owned();
    let read = move |tx: &Tx<'_>| {
        let shared = events::shared(tx, hub, from, until)?;
        let names: BTreeMap<_, _> = store::all(tx, hub)?.into_iter().map(|one| (one.id, one.name)).collect();
        let mut by_date = BTreeMap::new();
        for one in &shared {
            if let std::collections::btree_map::Entry::Vacant(free) = by_date.entry(one.date) {
                let cost = store::training(tx, hub, one.event.0)?.cost;
                free.insert(cost.or_price(one.price_cents));
            }
        }
        let cost = |one: &Shared| by_date.get(&one.date).copied().unwrap_or_default();
        Ok(rows(&shared, cost, |one| names.get(&one.organisation).cloned().unwrap_or_else(|| gone.clone())))
    };
    Ok((year, staff.visit.app.read(hub, read).await?))
}

fn this_year(staff: &Staff) -> i16 {
    staff.visit.hub.today(staff.visit.now).year()
}

fn first_day(hub: &Hub, year: i16) -> crate::clock::Instant {
    hub.midnight(date(year, 1, 1))
}
