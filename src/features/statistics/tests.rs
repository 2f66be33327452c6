use jiff::civil::{Date, date};

use super::chart::bars;
use super::figures::{Figures, mean_tenths, published};
use crate::clock::Instant;
use crate::statistics::{Counted, Figure};
use crate::tenancy::Hub;

const FROM: Date = date(2026, 12, 1);
const TO: Date = date(2026, 12, 3);

fn counted(day: Date, what: &str, times: i64) -> Counted {
    Counted { day, what: what.to_owned(), times }
}

fn at(hub: &Hub, day: Date) -> Instant {
    hub.midnight(day)
}

#[test]
fn days_without_anything_are_there_and_sums_are_those_of_the_days() {
    let hub = Hub::sample();
    let counts = [
        counted(FROM, "view.start", 4),
        counted(FROM, "view.events", 6),
        counted(TO, "view.start", 1),
        counted(TO, "begun", 4),
        counted(TO, "rating.booking.5", 2),
        counted(TO, "rating.booking.2", 1),
        counted(TO, "rating.event.9", 7),
    ];
    // The last microsecond of a day in Berlin belongs to that day.
    let late = Instant::from_micros(at(&hub, date(2026, 12, 2)).micros() - 1);
    let registrations = [
        Figure { at: late, by_staff: false, seats: 2 },
        Figure { at: at(&hub, TO), by_staff: true, seats: 1 },
        Figure { at: at(&hub, TO), by_staff: false, seats: 1 },
    ];
    let figures = Figures::of(&hub, (FROM, TO), &counts, &registrations);
    let rows: Vec<[i64; 5]> = figures.rows.iter().map(|row| [row.views, row.begun, row.web, row.staff, row.seats]).collect();
    assert_eq!(rows, [[10, 0, 1, 0, 2], [0, 0, 0, 0, 0], [1, 4, 1, 1, 2]]);
    assert_eq!(figures.sections, [("events".to_owned(), 6), ("start".to_owned(), 5)]);
    assert_eq!((figures.total(|row| row.views), figures.completion()), (11, Some(50)));
    assert_eq!((figures.booking_ratings, figures.event_ratings), ([0, 1, 0, 0, 2], [0; 5]));
    assert_eq!((mean_tenths(figures.booking_ratings), mean_tenths([0; 5])), (Some(40), None));
}

#[test]
fn what_is_published_hides_small_numbers() {
    let shown: Vec<String> = [0, 1, 4, 5, 100].into_iter().map(published).collect();
    assert_eq!(shown, ["0", "<5", "<5", "5", "100"]);
}

#[test]
fn bars_are_as_high_as_their_numbers_and_a_single_view_is_seen() {
    let hub = Hub::sample();
    let figures = Figures::of(&hub, (FROM, TO), &[counted(FROM, "view.start", 1_000), counted(TO, "view.start", 1)], &[]);
    let chart = bars(&figures.rows);
    assert_eq!(chart.bars.iter().map(|bar| bar.height).collect::<Vec<_>>(), [160, 0, 2]);
    assert!(chart.bars.iter().all(|bar| bar.y + bar.height == chart.height && bar.x + bar.width <= chart.width));
}
