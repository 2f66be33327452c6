use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};

use super::{Counters, of_answer};
use crate::db::HubId;

fn headers(name: header::HeaderName, value: &'static str) -> HeaderMap {
    HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
}

#[test]
fn public_pages_count_by_section_and_nothing_else_counts() {
    let html = headers(header::CONTENT_TYPE, "text/html; charset=utf-8");
    let of = |path: &str| of_answer(&Method::GET, path, StatusCode::OK, None, &html);
    assert_eq!(of("/").as_deref(), Some("view.start"));
    assert_eq!(of("/events/kurs/2026-12-08-1400").as_deref(), Some("view.events"));
    assert_eq!(of("/events/kurs/2026-12-08-1400/registration").as_deref(), Some("begun"));
    // A registration's own page holds a token: only its section is counted.
    assert_eq!(of("/registrations/AbC-123").as_deref(), Some("view.registrations"));
    assert_eq!(of("/staff/hub"), None);
    assert_eq!(of_answer(&Method::POST, "/", StatusCode::OK, None, &html), None);
    assert_eq!(of_answer(&Method::GET, "/x", StatusCode::NOT_FOUND, None, &html), None);
    assert_eq!(of_answer(&Method::GET, "/", StatusCode::NOT_MODIFIED, None, &HeaderMap::new()).as_deref(), Some("view.start"));
    assert_eq!(of_answer(&Method::GET, "/events/k/calendar.ics", StatusCode::OK, None, &headers(header::CONTENT_TYPE, "text/calendar")), None);
    let robot = HeaderValue::from_static("Mozilla/5.0 (compatible; ExampleBot/2.1)");
    assert_eq!(of_answer(&Method::GET, "/", StatusCode::OK, Some(&robot), &html), None);
}

#[test]
fn made_up_kinds_cannot_fill_the_memory() {
    let (counters, hub) = (Counters::default(), HubId::from_raw(1));
    (0..1_000).for_each(|n| counters.count(hub, &format!("view.{n}")));
    counters.count(hub, "view.5");
    let taken = counters.take();
    assert_eq!(taken.len(), 1);
    assert_eq!(taken[0].1.len(), 201);
    assert_eq!(taken[0].1.iter().map(|(_, times)| times).sum::<u64>(), 1_001);
    assert!(counters.take().is_empty());
}
