//! `/events/calendar.ics` and `/events/{event}/calendar.ics`: what calendars fetch again and again.

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use booking::Span;

use super::KEPT_DAYS;
use super::entry::entry;
use crate::features::events::event::Topic;
use crate::features::events::filter::Filter;
use crate::features::events::store::{self, Feeding};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::{Kept, assets};

/// Dates further ahead are not in a feed yet.
const DAYS_AHEAD: i64 = 550;
/// Subscribers look again after so many hours.
const REFRESH_HOURS: u8 = 1;
/// So long caches between us and subscribers may answer for us.
const SHARED: &str = "public, max-age=900";

/// `GET /events/calendar.ics?topic=…`: all dates of the hub, or of the given topics.
pub async fn of_hub(visit: Visit, headers: HeaderMap) -> Result<Response, Problem> {
    let topics = Filter::parse(&visit.query).topics();
    let words = topics.iter().map(|topic| topic.as_str()).collect::<Vec<_>>().join(",");
    let t = visit.t;
    let name = match topics.as_slice() {
        [] => visit.hub.name.clone(),
        some => format!("{}: {}", visit.hub.name, some.iter().map(|topic| Topic::word(*topic, t)).collect::<Vec<_>>().join(", ")),
    };
    let asked = if words.is_empty() { String::new() } else { format!(",{words},") };
    answer(&visit, &headers, &words, asked, String::new(), name).await
}

/// `GET /events/{event}/calendar.ics`: the dates of one event.
pub async fn of_event(visit: Visit, Path(slug): Path<String>, headers: HeaderMap) -> Result<Response, Problem> {
    let (hub, wanted) = (visit.hub.id, slug.clone());
    let event = visit.app.read(hub, move |tx| store::event_by_slug(tx, hub, &wanted)).await?;
    let event = event.filter(|event| event.state == super::super::event::State::Published).ok_or(Problem::NotFound)?;
    answer(&visit, &headers, "", String::new(), slug, event.title).await
}

/// From the cache, or made anew. The key names what is in the file.
async fn answer(visit: &Visit, headers: &HeaderMap, topics: &str, asked: String, slug: String, name: String) -> Result<Response, Problem> {
    let (hub, app) = (visit.hub.id, &visit.app);
    let key = format!("{}#{topics}", visit.links.absolute(&visit.path));
    let version = app.version(hub);
    if let Some(kept) = app.pages().get(&key, version, visit.now) {
        return Ok(file(&kept, headers));
    }
    // By days, so that the file stays the same all day long.
    let today = visit.hub.midnight(visit.hub.today(visit.now));
    let (from, until) = (today.minus(Span::from_days(KEPT_DAYS)), today.plus(Span::from_days(DAYS_AHEAD)));
    let dates = app.read(hub, move |tx| store::feeding(tx, hub, from, until, &asked, &slug)).await?;
    let written = written(visit, &dates, name);
    let tomorrow = visit.hub.midnight(visit.hub.today(visit.now).tomorrow().unwrap_or(jiff::civil::Date::MAX));
    Ok(file(&app.pages().keep(key, &written.into(), version, tomorrow), headers))
}

fn written(visit: &Visit, dates: &[Feeding], name: String) -> String {
    let link = |slug: &str| visit.links.absolute(&format!("/events/{slug}"));
    let events = dates.iter().filter_map(|date| entry(&visit.hub, visit.t, date, link(&date.slug))).collect();
    let product = "-//Nabe//Nabe//DE".to_owned();
    ical::Calendar { method: None, product, name: Some(name), refresh_hours: Some(REFRESH_HOURS), events }.to_string()
}

fn file(kept: &Kept, wants: &HeaderMap) -> Response {
    let said = |name| wants.get(name).and_then(|value: &HeaderValue| value.to_str().ok()).unwrap_or_default();
    let same = said(header::IF_NONE_MATCH).split(',').any(|tag| tag.trim().trim_start_matches("W/") == kept.etag);
    let zipped = assets::accepts(said(header::ACCEPT_ENCODING), "gzip") && !kept.gzip().is_empty();
    let mut response = match (same, zipped) {
        (true, _) => StatusCode::NOT_MODIFIED.into_response(),
        (false, true) => kept.gzip().clone().into_response(),
        (false, false) => kept.plain.clone().into_response(),
    };
    let headers = response.headers_mut();
    if !same {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
        headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"termine.ics\""));
    }
    if zipped && !same {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(SHARED));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(etag) = HeaderValue::from_str(&kept.etag) {
        headers.insert(header::ETAG, etag);
    }
    response
}
