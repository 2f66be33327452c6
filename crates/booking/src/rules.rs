//! What the hub has laid down for an occasion, as far as a decision needs it.

use crate::{Instant, QuotaId, Quotas, Span};

/// An offer stands at least this long, while that fits before registration closes.
pub const SHORTEST_OFFER: Span = Span::from_minutes(30);

/// An offer takes at most this share (one in …) of the time left until the start, so that
/// several people in line can be asked one after the other.
pub const OFFER_SHARE_OF_TIME_LEFT: i64 = 4;

/// What happens to people who come when everything is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Waitlist {
    /// Nobody new may wait. Those who were in line before keep their order and are served as under `Strict`.
    Off,
    /// Nobody is overtaken: the first in line blocks all others, even those who would fit.
    Strict,
    /// A smaller group further back may take what the ones before it cannot use.
    Fill,
}

/// Everything about the occasion that a decision needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Seats in all; `None`: no limit.
    pub capacity: Option<u32>,
    /// `false`: people come without registering.
    pub registration: bool,
    /// The hub has called it off.
    pub cancelled: bool,
    /// Registration begins; `None`: at once.
    pub opens: Option<Instant>,
    /// Registration ends: this instant is already outside.
    pub closes: Instant,
    /// The occasion begins.
    pub starts: Instant,
    /// The policy for people who wait.
    pub waitlist: Waitlist,
    /// How long an offer stands at most; see [`Rules::offer_deadline`].
    pub offer_span: Span,
    /// Seats in one booking at most.
    pub seats_per_booking: u32,
    /// Seats of one person here at most, all bookings together.
    pub seats_per_person: u32,
    /// Limits for those who belong together.
    pub quotas: Quotas,
}

impl Rules {
    /// When an offer made at `now` ends: after `offer_span`, or a quarter of the time left until the start if that is
    /// sooner, but not before [`SHORTEST_OFFER`]; in any case no later than registration closes or the occasion begins.
    pub fn offer_deadline(&self, now: Instant) -> Instant {
        let left = self.starts.since(now).micros();
        let share = Span::from_micros(left / OFFER_SHARE_OF_TIME_LEFT);
        let span = self.offer_span.min(share).max(SHORTEST_OFFER);
        now.plus(span).min(self.promotion_ends())
    }

    /// Whether people in line may still be offered seats: registration is used, not called off, neither closed nor begun.
    pub fn promotes(&self, now: Instant) -> bool {
        self.registration && !self.cancelled && now < self.promotion_ends()
    }

    /// Whether so many seats could be had if everybody else went away.
    pub fn could_ever_fit(&self, seats: u32) -> bool {
        self.capacity.is_none_or(|capacity| seats <= capacity)
    }

    /// Whether so many seats could be had within a quota if everybody else went away.
    pub fn could_ever_have(&self, seats: u32, quota: Option<QuotaId>) -> bool {
        self.could_ever_fit(seats) && self.quotas.at_most(quota).is_none_or(|at_most| seats <= at_most)
    }

    fn promotion_ends(&self) -> Instant {
        self.closes.min(self.starts)
    }
}
