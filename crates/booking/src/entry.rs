//! One booking as the rules see it: who is in line or seated, with how many seats, in which state.

use crate::{Instant, QuotaId};

/// The key of a booking: 16 bytes. Ids made later compare greater (UUID version 7), which settles ties in the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub [u8; 16]);

/// Where a booking stands. `Confirmed` is also what an accepted offer becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Seats kept for a short while, before the person has finished.
    Hold,
    /// Asked for; the hub still has to say yes.
    Requested,
    /// The seats are theirs.
    Confirmed,
    /// They came.
    Attended,
    /// They did not come and did not cancel.
    NoShow,
    /// Given back, by the guest or by the hub.
    Cancelled,
    /// In line for seats.
    Waiting,
    /// Seats became free and are kept for them until the deadline.
    Offered,
    /// Said no: the guest to an offer, or the hub to a request.
    Declined,
    /// The deadline of a hold, request, or offer passed.
    Expired,
}

impl State {
    /// Every state, in the order of declaration.
    pub const ALL: [Self; 10] = [
        Self::Hold,
        Self::Requested,
        Self::Confirmed,
        Self::Attended,
        Self::NoShow,
        Self::Cancelled,
        Self::Waiting,
        Self::Offered,
        Self::Declined,
        Self::Expired,
    ];

    /// The stable word for the database, lower case with underscores.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Requested => "requested",
            Self::Confirmed => "confirmed",
            Self::Attended => "attended",
            Self::NoShow => "no_show",
            Self::Cancelled => "cancelled",
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::Declined => "declined",
            Self::Expired => "expired",
        }
    }

    /// The state of that word, exactly as [`State::as_str`] writes it.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// Whether seats are taken while a booking is in this state (deadlines aside).
    pub const fn holds_seats(self) -> bool {
        self.is_seated() || matches!(self, Self::Hold | Self::Requested | Self::Offered)
    }

    /// Whether the seats are counted in [`crate::Situation::seated`]: confirmed, attended, no-show.
    pub const fn is_seated(self) -> bool {
        matches!(self, Self::Confirmed | Self::Attended | Self::NoShow)
    }

    /// Whether a booking in this state belongs into [`crate::Situation::pending`]: hold, requested, offered, waiting.
    pub const fn is_pending(self) -> bool {
        matches!(self, Self::Hold | Self::Requested | Self::Offered | Self::Waiting)
    }

    /// Whether something is still to come: pending or confirmed.
    pub const fn is_open(self) -> bool {
        self.is_pending() || matches!(self, Self::Confirmed)
    }
}

/// One booking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its key.
    pub id: EntryId,
    /// How many seats the group takes, as a whole or not at all.
    pub seats: u32,
    /// Where it stands.
    pub state: State,
    /// The place in the line: earlier waits further in front; equal ones by `id`.
    pub since: Instant,
    /// When a hold, request, or offer ends; it no longer holds at this very instant. `None`: no end.
    pub deadline: Option<Instant>,
    /// Whose limit it counts to; `None`: to nobody's.
    pub quota: Option<QuotaId>,
}

impl Entry {
    /// Whether the deadline has come, so that the entry counts as expired even if nobody has written that yet.
    pub fn is_overdue(&self, now: Instant) -> bool {
        self.state != State::Waiting && self.state.is_pending() && self.deadline.is_some_and(|deadline| deadline <= now)
    }

    /// Whether this booking takes seats at `now`.
    pub fn holds_seats(&self, now: Instant) -> bool {
        self.state.holds_seats() && !self.is_overdue(now)
    }

    /// The key by which the line is ordered.
    pub(crate) fn place(&self) -> (Instant, EntryId) {
        (self.since, self.id)
    }
}
