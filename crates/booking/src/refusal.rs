//! Why something was refused, in a form that a page can put into words.

use crate::{Instant, Situation};

/// A no, with what the person needs to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Why.
    pub reason: Reason,
    /// Seats free at that moment, whoever may be waiting for them; `None`: no limit.
    pub free: Option<u32>,
    /// Whether the same request would be put in line if the person agreed to wait.
    pub can_wait: bool,
}

/// Why something was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Zero seats were asked for.
    NoSeats,
    /// People come without registering.
    NotNeeded,
    /// The hub has called the occasion off.
    Cancelled,
    /// Registration begins at that instant.
    NotOpenYet(Instant),
    /// Registration has ended.
    Closed,
    /// The occasion has begun.
    Started,
    /// More seats than one booking may have.
    GroupTooLarge {
        /// Seats in one booking at most.
        at_most: u32,
    },
    /// More seats than one person may have here.
    PersonLimit {
        /// Seats of one person at most.
        at_most: u32,
        /// Seats the person already has or waits for.
        has: u32,
    },
    /// Not enough seats are free.
    Full,
    /// Others were there first and wait, whether or not seats are free.
    OthersWait,
    /// Those who belong together have as many seats as they may have.
    QuotaFull {
        /// Seats of theirs at most.
        at_most: u32,
        /// Seats of theirs that are left: fewer than were asked for.
        free: u32,
    },
    /// The group is larger than the whole capacity.
    NeverFits {
        /// Seats in all.
        capacity: u32,
    },
}

impl Refusal {
    pub(crate) fn new(reason: Reason, situation: &Situation, now: Instant) -> Self {
        Self { reason, free: situation.free(now), can_wait: false }
    }
}
