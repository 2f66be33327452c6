//! What is counted while requests are answered.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant as Ticks};

use crate::bookings::Booked;
use crate::db::Failure;
use crate::histogram::{Histogram, Reading};

/// Counters since the start.
#[derive(Debug)]
pub struct Meters {
    start: Ticks,
    /// By route: answers with 1xx to 5xx. Routes are those of the router, so there are never more than it has.
    requests: Mutex<BTreeMap<String, [u64; 5]>>,
    reading: Histogram,
    writing: Histogram,
    bookings: [AtomicU64; Outcome::ALL.len()],
}

/// What became of a request for places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Confirmed,
    Waiting,
    Refused,
    Busy,
    Unknown,
}

impl Outcome {
    const ALL: [Self; 5] = [Self::Confirmed, Self::Waiting, Self::Refused, Self::Busy, Self::Unknown];

    const fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Waiting => "waiting",
            Self::Refused => "refused",
            Self::Busy => "busy",
            Self::Unknown => "unknown",
        }
    }

    fn of(booked: &Result<Booked, Failure>) -> Option<Self> {
        match booked {
            Ok(Booked::Confirmed(_)) => Some(Self::Confirmed),
            Ok(Booked::Waiting(_)) => Some(Self::Waiting),
            Ok(Booked::Refused(_)) => Some(Self::Refused),
            // The same form again, a form of somebody else, a date that is gone: nobody was booked and nobody turned away.
            Ok(_) => None,
            Err(Failure::Unknown) => Some(Self::Unknown),
            Err(_) => Some(Self::Busy),
        }
    }
}

impl Default for Meters {
    fn default() -> Self {
        Self { start: Ticks::now(), requests: Mutex::default(), reading: Histogram::default(), writing: Histogram::default(), bookings: Default::default() }
    }
}

impl Meters {
    /// Since the start.
    pub(super) fn uptime(&self) -> Duration {
        self.start.elapsed()
    }

    /// Notes an answer: by which route, with which status, how long it took. `writes`: the request was to change something.
    pub fn answered(&self, route: &str, status: u16, writes: bool, took: Duration) {
        let class = usize::from((status / 100).clamp(1, 5) - 1);
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        if !requests.contains_key(route) {
            requests.insert(route.to_owned(), [0; 5]);
        }
        if let Some(count) = requests.get_mut(route).and_then(|classes| classes.get_mut(class)) {
            *count += 1;
        }
        drop(requests);
        if writes { self.writing.note(took) } else { self.reading.note(took) }
    }

    /// Notes what became of a request for places.
    pub fn booked(&self, booked: &Result<Booked, Failure>) {
        let Some(outcome) = Outcome::of(booked) else { return };
        if let Some((_, count)) = Outcome::ALL.iter().zip(&self.bookings).find(|(known, _)| **known == outcome) {
            count.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Answers by route and class of status (`2xx`), those that occurred.
    pub(super) fn requests(&self) -> Vec<(String, &'static str, u64)> {
        const CLASSES: [&str; 5] = ["1xx", "2xx", "3xx", "4xx", "5xx"];
        let requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let lines = requests.iter().flat_map(|(route, counts)| CLASSES.into_iter().zip(counts).map(move |(class, count)| (route.clone(), class, *count)));
        lines.filter(|(.., count)| *count > 0).collect()
    }

    /// How long answers took: to those who read, and to those who wrote.
    pub(super) fn durations(&self) -> [(&'static str, Reading); 2] {
        [("read", self.reading.reading()), ("write", self.writing.reading())]
    }

    /// Requests for places by what became of them.
    pub(super) fn bookings(&self) -> impl Iterator<Item = (&'static str, u64)> {
        Outcome::ALL.iter().zip(&self.bookings).map(|(outcome, count)| (outcome.word(), count.load(Ordering::Relaxed)))
    }
}
