//! Counts how long things took, in fixed classes, without a lock.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Upper bounds of the classes in microseconds; what took longer is only in the total.
pub const BOUNDS: [u64; 12] = [500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 5_000_000];

/// How long things took since the start.
#[derive(Debug, Default)]
pub struct Histogram {
    classes: [AtomicU64; BOUNDS.len()],
    count: AtomicU64,
    micros: AtomicU64,
}

/// What a histogram shows at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// How many took at most so many microseconds, each with its bound.
    pub up_to: [(u64, u64); BOUNDS.len()],
    /// How many there were.
    pub count: u64,
    /// All of them together in microseconds.
    pub micros: u64,
}

impl Histogram {
    /// Notes one that took so long.
    pub fn note(&self, took: Duration) {
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        if let Some((class, _)) = self.classes.iter().zip(BOUNDS).find(|(_, bound)| micros <= *bound) {
            class.fetch_add(1, Ordering::Relaxed);
        }
        self.count.fetch_add(1, Ordering::Relaxed);
        self.micros.fetch_add(micros, Ordering::Relaxed);
    }

    /// What it shows now.
    pub fn reading(&self) -> Reading {
        let mut up_to = [(0, 0); BOUNDS.len()];
        let mut sum = 0;
        for ((class, bound), slot) in self.classes.iter().zip(BOUNDS).zip(&mut up_to) {
            sum += class.load(Ordering::Relaxed);
            *slot = (bound, sum);
        }
        // Read after the classes, so that it is never smaller than the last of them.
        Reading { up_to, count: self.count.load(Ordering::Relaxed).max(sum), micros: self.micros.load(Ordering::Relaxed) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_counted_in_its_class_and_all_above() {
        let histogram = Histogram::default();
        for micros in [500, 501, 6_000_000] {
            histogram.note(Duration::from_micros(micros));
        }
        let reading = histogram.reading();
        assert_eq!(reading.up_to.first(), Some(&(500, 1)));
        assert_eq!(reading.up_to.last(), Some(&(5_000_000, 2)));
        assert_eq!((reading.count, reading.micros), (3, 6_001_001));
    }
}
