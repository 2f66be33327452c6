//! Days and totals from what was counted.

use jiff::civil::Date;

use crate::features::events::FEEDBACK_AT_LEAST;
use crate::statistics::{Counted, Figure};
use crate::tenancy::Hub;

/// Numbers from one to this would tell of single people (k-anonymity with k = 5).
pub const SMALL: i64 = 4;

/// One day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// In the hub's zone.
    pub day: Date,
    /// Public pages shown.
    pub views: i64,
    /// Forms of registration opened.
    pub begun: i64,
    /// Registrations made on the web.
    pub web: i64,
    /// Registrations made by staff.
    pub staff: i64,
    /// Places in both.
    pub seats: i64,
}

/// A span of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// Every day, also those on which nothing happened.
    pub rows: Vec<Row>,
    /// Views by section, the most viewed first.
    pub sections: Vec<(String, i64)>,
    /// Ratings of one to five of registering.
    pub booking_ratings: [i64; 5],
    /// Ratings of one to five of the events; zeros while there are too few.
    pub event_ratings: [i64; 5],
}

impl Figures {
    /// From what was counted.
    pub fn of(hub: &Hub, (from, to): (Date, Date), counted: &[Counted], registrations: &[Figure]) -> Self {
        let days = std::iter::successors(Some(from), |day| day.tomorrow().ok()).take_while(|day| *day <= to);
        let mut rows: Vec<Row> = days.map(|day| Row { day, views: 0, begun: 0, web: 0, staff: 0, seats: 0 }).collect();
        let mut sections: Vec<(String, i64)> = Vec::new();
        let mut ratings = [[0; 5]; 2];
        for one in counted {
            if let (Some(row), Some(section)) = (at(&mut rows, one.day), one.what.strip_prefix("view.")) {
                row.views += one.times;
                match sections.iter_mut().find(|(known, _)| known == section) {
                    Some((_, sum)) => *sum += one.times,
                    None => sections.push((section.to_owned(), one.times)),
                }
            } else if let (Some(row), "begun") = (at(&mut rows, one.day), one.what.as_str()) {
                row.begun += one.times;
            }
            for (kind, sums) in ["rating.booking.", "rating.event."].iter().zip(&mut ratings) {
                let stars = one.what.strip_prefix(kind).and_then(|stars| stars.parse::<usize>().ok());
                if let Some(sum) = stars.and_then(|stars| sums.get_mut(stars.wrapping_sub(1))) {
                    *sum += one.times;
                }
            }
        }
        for figure in registrations {
            if let Some(row) = at(&mut rows, hub.today(figure.at)) {
                if figure.by_staff {
                    row.staff += 1;
                } else {
                    row.web += 1;
                }
                row.seats += figure.seats;
            }
        }
        sections.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        let [booking_ratings, mut event_ratings] = ratings;
        if event_ratings.iter().sum::<i64>() < i64::from(FEEDBACK_AT_LEAST) {
            // Of one or two answers it could be guessed whose they are: neither page nor file tells more than the list of a date does.
            event_ratings = [0; 5];
        }
        Self { rows, sections, booking_ratings, event_ratings }
    }

    /// The sum over all days.
    pub fn total(&self, of: fn(&Row) -> i64) -> i64 {
        self.rows.iter().map(of).sum()
    }

    /// How many of a hundred begun registrations were completed; nothing when none was begun. Never more than a hundred: a form that was
    /// open since before the first day counts as completed, not as begun.
    pub fn completion(&self) -> Option<i64> {
        let begun = self.total(|row| row.begun);
        (begun > 0).then(|| (self.total(|row| row.web) * 100 / begun).min(100))
    }
}

fn at(rows: &mut [Row], day: Date) -> Option<&mut Row> {
    rows.iter_mut().find(|row| row.day == day)
}

/// Mean of ratings with one decimal, in tenths; nothing without any.
pub fn mean_tenths(ratings: [i64; 5]) -> Option<i64> {
    let count: i64 = ratings.iter().sum();
    let sum: i64 = (1..).zip(ratings).map(|(stars, times)| stars * times).sum();
    (count > 0).then(|| (sum * 10 + count / 2) / count)
}

/// A number for anybody: small ones are hidden.
pub fn published(number: i64) -> String {
    if (1..=SMALL).contains(&number) { "<5".to_owned() } else { number.to_string() }
}
