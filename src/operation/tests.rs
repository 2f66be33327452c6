//! Tests of the text format and of what counts as how late.

use std::time::Duration;

use super::text::{Text, seconds};
use super::*;
use crate::bookings::Booked;
use crate::db::Failure;
use crate::histogram::Histogram;

#[test]
fn seconds_are_written_without_zeros_that_say_nothing() {
    assert_eq!([0, 500, 1_000, 2_500_000, 10_000_000].map(seconds), ["0", "0.0005", "0.001", "2.5", "10"]);
}

#[test]
fn a_value_cannot_break_out_of_its_label() {
    let mut text = Text::default();
    text.line("x", &[("route", "a\"b\\c\nd"), ("status", "2xx")], 1);
    assert_eq!(text.finish(), "x{route=\"a\\\"b\\\\c\\nd\",status=\"2xx\"} 1\n");
}

#[test]
fn a_histogram_ends_with_all_of_them() {
    let histogram = Histogram::default();
    histogram.note(Duration::from_secs(9));
    let mut text = Text::default();
    text.histogram("t", &[("kind", "read")], &histogram.reading());
    let text = text.finish();
    assert!(
        text.contains("t_bucket{kind=\"read\",le=\"5\"} 0\nt_bucket{kind=\"read\",le=\"+Inf\"} 1\nt_sum{kind=\"read\"} 9\nt_count{kind=\"read\"} 1\n"),
        "{text}"
    );
}

#[test]
fn answers_are_counted_by_route_and_class() {
    let meters = Meters::default();
    for (route, status) in [("/events", 200), ("/events", 200), ("/events", 404), ("-", 599)] {
        meters.answered(route, status, false, Duration::ZERO);
    }
    let counted = meters.requests();
    let counted: Vec<_> = counted.iter().map(|(route, class, count)| (route.as_str(), *class, *count)).collect();
    assert_eq!(counted, [("-", "5xx", 1), ("/events", "2xx", 2), ("/events", "4xx", 1)]);
}

#[test]
fn a_booking_in_doubt_is_told_apart_from_one_that_was_not_made() {
    let meters = Meters::default();
    for booked in [Err(Failure::Unknown), Err(Failure::Busy), Err(Failure::Busy), Ok(Booked::Gone)] {
        meters.booked(&booked);
    }
    assert_eq!(meters.bookings().filter(|(_, count)| *count > 0).collect::<Vec<_>>(), [("busy", 2), ("unknown", 1)]);
}

#[tokio::test]
async fn whoever_waits_for_the_end_hears_of_it() {
    let drain = std::sync::Arc::new(Drain::default());
    let waiting = tokio::spawn({
        let drain = std::sync::Arc::clone(&drain);
        async move { drain.begun().await }
    });
    assert!(!drain.has_begun());
    drain.begin();
    waiting.await.unwrap();
    drain.begun().await;
}
