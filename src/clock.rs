//! The clock that is passed in, so that tests can set it.
//!
//! Nouns: instant (microseconds since 1970 UTC), clock.
//! Invariant: nobody else asks the operating system for the time of day.
//! Must not know: time zones, opening hours, features.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A point in time, the one of the booking rules.
pub use booking::Instant;

/// Tells the time: the system's, or one set by a test. Clones of a fixed clock move together.
#[derive(Clone)]
pub struct Clock(Hands);

#[derive(Clone)]
enum Hands {
    System,
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// The time of day of the operating system.
    pub const fn system() -> Self {
        Self(Hands::System)
    }

    /// A clock that stands still until `set` or `forward` is called.
    pub fn fixed(at: Instant) -> Self {
        Self(Hands::Fixed(Arc::new(AtomicI64::new(at.micros()))))
    }

    /// The present instant.
    pub fn now(&self) -> Instant {
        match &self.0 {
            Hands::System => system_now(),
            Hands::Fixed(micros) => Instant::from_micros(micros.load(Ordering::SeqCst)),
        }
    }

    /// Sets a fixed clock and all its clones; the system's clock stays as it is.
    pub fn set(&self, at: Instant) {
        if let Hands::Fixed(micros) = &self.0 {
            micros.store(at.micros(), Ordering::SeqCst);
        }
    }

    /// Moves a fixed clock and all its clones onward; the system's clock stays as it is.
    pub fn forward(&self, by: Duration) {
        if let Hands::Fixed(micros) = &self.0 {
            micros.fetch_add(micros_of(by), Ordering::SeqCst);
        }
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Hands::System => f.write_str("Clock::system"),
            Hands::Fixed(_) => write!(f, "Clock::fixed({})", self.now().micros()),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that asks the operating system")]
fn system_now() -> Instant {
    match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(since) => Instant::from_micros(micros_of(since)),
        Err(before) => Instant::from_micros(-micros_of(before.duration())),
    }
}

fn micros_of(duration: Duration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}
