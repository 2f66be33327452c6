//! One step of one booking from a state to another, ready to be stored with a compare on `from`.

use crate::{EntryId, Instant, QuotaId, State};

/// On whose side a person acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Party {
    /// The person who booked.
    Guest,
    /// A clerk, for one booking.
    Staff,
    /// The hub, for all bookings: the occasion itself is called off.
    Hub,
}

/// Why a step was taken; for the log and the mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// Somebody asked for it: booked, confirmed, accepted, declined.
    Asked,
    /// Seats became free for the next in line.
    Freed,
    /// A hold, request, or offer ran out.
    DeadlinePassed,
    /// Given back or called off.
    Cancelled {
        /// By whom.
        by: Party,
    },
    /// The number of seats changed; the state did not.
    Resized {
        /// Seats before.
        before: u32,
    },
    /// Staff noted who came, or took such a note back.
    Recorded,
    /// Taken back before anybody was told.
    Undone,
}

/// One step. Store it only if the booking is still in `from`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition {
    /// The booking.
    pub id: EntryId,
    /// The state it must be in.
    pub from: State,
    /// The state it comes into.
    pub to: State,
    /// Its seats after the step.
    pub seats: u32,
    /// When the step was decided. A hold, request, or offer is void from its deadline on, which may be earlier.
    pub at: Instant,
    /// Its deadline after the step.
    pub deadline: Option<Instant>,
    /// Why.
    pub cause: Cause,
    /// Whose limit the booking counts to.
    pub quota: Option<QuotaId>,
}
