//! The page of the lead, and the same numbers as files.

use askama::Template;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Deserialize;

use super::chart::{self, Chart};
use super::figures::{Figures, Row, mean_tenths, published as hidden};
use crate::auth::{HubEntry, Role, Staff, StaffFrame, StaffSection};
use crate::db::{DbResult, Tx};
use crate::features::events::table_file;
use crate::problem::Problem;
use crate::statistics;
use crate::texts::{Texts, dates};
use crate::ui::Page;

const PATH: &str = "/staff/hub/statistics";
/// Spans to choose from, in days.
const SPANS: [i64; 4] = [7, USUAL, 90, 365];
/// Shown unless another is asked for.
const USUAL: i64 = 30;

#[derive(Template)]
#[template(path = "features/statistics/page.html")]
struct StatisticsPage {
    frame: StaffFrame,
    days: i64,
    spans: Vec<(String, String, bool)>,
    from: String,
    to: String,
    totals: Vec<(&'static str, String)>,
    chart: Chart,
    most: i64,
    rows: Vec<(String, Row)>,
    sections: Vec<(String, i64)>,
    /// Of what, the mean in words, how often each number of stars was given; none of these while nobody has rated.
    ratings: Vec<(&'static str, String, Vec<i64>)>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Query {
    days: i64,
}

/// The entry on `/staff/hub`: views of the last seven days.
pub fn entry(tx: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let (t, hub) = (staff.visit.t, &staff.visit.hub);
    let (from, to) = span(hub.today(staff.visit.now), 7);
    let views = statistics::counts(tx, hub.id, from, to)?.iter().filter(|one| one.what.starts_with("view.")).map(|one| one.times).sum();
    Ok(Some(HubEntry { name: t.statistics_title(), about: t.statistics_about(), path: PATH, state: t.statistics_entry(views), open: false }))
}

/// `GET /staff/hub/statistics`
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    let (days, figures) = load(&staff).await?;
    let (t, links) = (staff.visit.t, &staff.visit.links);
    let day = |row: Option<&Row>| row.map_or_else(String::new, |row| dates::day_long(t.lang, row.day));
    let page = StatisticsPage {
        frame: StaffFrame::new(&staff, StaffSection::Hub, t.statistics_title()),
        days,
        spans: SPANS.into_iter().map(|span| (links.to(&format!("{PATH}?days={span}")), t.statistics_span(span), span == days)).collect(),
        from: day(figures.rows.first()),
        to: day(figures.rows.last()),
        totals: totals(t, &figures),
        chart: chart::bars(&figures.rows),
        most: figures.rows.iter().map(|row| row.views).max().unwrap_or(0),
        rows: figures.rows.iter().rev().map(|row| (dates::day_short(t.lang, row.day), *row)).collect(),
        ratings: vec![
            (t.statistics_rating_booking(), mean(t, figures.booking_ratings, t.statistics_no_ratings()), stars(figures.booking_ratings)),
            (t.statistics_rating_event(), mean(t, figures.event_ratings, t.statistics_few_ratings()), stars(figures.event_ratings)),
        ],
        sections: figures.sections,
    };
    Page::personal(&page)
}

/// `GET /staff/hub/statistics.csv`: the numbers of the page.
pub async fn file(staff: Staff) -> Result<Response, Problem> {
    let (_, figures) = load(&staff).await?;
    Ok(csv(staff.visit.t, &figures, "statistik.csv", |number| number.to_string()))
}

/// `GET /staff/hub/statistics-published.csv`: to be given to anybody.
pub async fn published(staff: Staff) -> Result<Response, Problem> {
    let (_, figures) = load(&staff).await?;
    Ok(csv(staff.visit.t, &figures, "statistik-oeffentlich.csv", hidden))
}

async fn load(staff: &Staff) -> Result<(i64, Figures), Problem> {
    staff.needs(Role::Lead)?;
    let query: Query = serde_html_form::from_str(&staff.visit.query).unwrap_or_default();
    let days = if SPANS.contains(&query.days) { query.days } else { USUAL };
    // What was counted in the last minute belongs to the page too.
    statistics::flush(&staff.visit.app).await;
    let hub = staff.visit.hub.clone();
    let (from, to) = span(hub.today(staff.visit.now), days);
    let (id, since, until) = (hub.id, hub.midnight(from), hub.midnight(to.tomorrow().unwrap_or(to)));
    let counted = staff.visit.app.read(id, move |tx| Ok((statistics::counts(tx, id, from, to)?, statistics::registrations(tx, id, since, until)?)));
    let (counted, registrations) = counted.await?;
    Ok((days, Figures::of(&hub, (from, to), &counted, &registrations)))
}

/// The last so many days, today included.
fn span(today: Date, days: i64) -> (Date, Date) {
    (today.checked_sub((days - 1).days()).unwrap_or(today), today)
}

fn totals(t: Texts, figures: &Figures) -> Vec<(&'static str, String)> {
    let completion = figures.completion().map_or_else(|| "–".to_owned(), |percent| t.statistics_percent(percent));
    vec![
        (t.statistics_views(), figures.total(|row| row.views).to_string()),
        (t.statistics_begun(), figures.total(|row| row.begun).to_string()),
        (t.statistics_web(), figures.total(|row| row.web).to_string()),
        (t.statistics_completion(), completion),
        (t.statistics_staff(), figures.total(|row| row.staff).to_string()),
        (t.statistics_seats(), figures.total(|row| row.seats).to_string()),
    ]
}

fn mean(t: Texts, ratings: [i64; 5], none: &str) -> String {
    let count: i64 = ratings.iter().sum();
    mean_tenths(ratings).map_or_else(|| none.to_owned(), |tenths| t.statistics_mean(count, tenths / 10, tenths % 10))
}

fn stars(ratings: [i64; 5]) -> Vec<i64> {
    if ratings.iter().any(|times| *times > 0) { ratings.to_vec() } else { Vec::new() }
}

fn csv(t: Texts, figures: &Figures, name: &str, number: fn(i64) -> String) -> Response {
    let head = [t.statistics_day(), t.statistics_views(), t.statistics_begun(), t.statistics_web(), t.statistics_staff(), t.statistics_seats()];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(figures.rows.iter().map(|row| {
        let numbers = [row.views, row.begun, row.web, row.staff, row.seats].map(number);
        [row.day.to_string()].into_iter().chain(numbers).collect::<Vec<_>>()
    }));
    rows.extend(figures.sections.iter().map(|(section, views)| vec![t.statistics_section(section), number(*views)]));
    for (kind, ratings) in [(t.statistics_rating_booking(), figures.booking_ratings), (t.statistics_rating_event(), figures.event_ratings)] {
        rows.extend((1..=5_i64).zip(ratings).map(|(stars, times)| vec![format!("{kind}: {stars}"), number(times)]));
    }
    let mut response = table_file(&rows).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}
