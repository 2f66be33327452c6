//! What can happen to one booking. Each move answers with a [`Transition`] that names the state it starts from,
//! so that two people at once cannot both succeed. After a move that frees seats the caller advances.

use crate::decide::{not_open, taken, too_large};
use crate::{Cause, Channel, Entry, Instant, Overrides, Party, Reason, Refusal, Rules, Situation, Span, State, Transition};

/// From this long before the start on, staff may note who came.
pub const ATTENDANCE_OPENS_BEFORE: Span = Span::from_days(1);

/// Why a move cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoveError {
    /// The booking is in a state from which this move does not start; somebody else may have been faster.
    #[error("the booking is {}", found.as_str())]
    WrongState {
        /// The state it is in.
        found: State,
    },
    /// The hold, request, or offer has run out.
    #[error("the deadline has passed")]
    DeadlinePassed {
        /// When.
        at: Instant,
    },
    /// Too early for this move.
    #[error("not possible yet")]
    TooEarly {
        /// When it becomes possible.
        from: Instant,
    },
    /// The rules or the seats stand against it.
    #[error("refused: {:?}", .0.reason)]
    Refused(Refusal),
}

/// Gives the booking back: a hold, request, confirmed booking, place in the line, or offer. It is closed by that;
/// its seats go to the next in line, never back to the same person.
pub fn cancel(entry: &Entry, by: Party, now: Instant) -> Result<Transition, MoveError> {
    if !entry.state.is_open() {
        return Err(wrong_state(entry));
    }
    in_time(entry, now)?;
    Ok(step(entry, State::Cancelled, Cause::Cancelled { by }, now))
}

/// The guest takes an offer. Its seats were kept, so that this succeeds until the deadline even when the capacity was
/// lowered or registration has closed meanwhile; not when the occasion was called off or has begun.
pub fn accept(entry: &Entry, situation: &Situation, now: Instant) -> Result<Transition, MoveError> {
    from_states(entry, &[State::Offered])?;
    take_kept_seats(entry, situation, now)
}

/// The person completes a hold, or the hub grants a request: seats were kept, as with an offer.
pub fn confirm(entry: &Entry, situation: &Situation, now: Instant) -> Result<Transition, MoveError> {
    from_states(entry, &[State::Hold, State::Requested])?;
    take_kept_seats(entry, situation, now)
}

/// The guest turns an offer down, or the hub a request. To leave the line, [`cancel`].
pub fn decline(entry: &Entry, now: Instant) -> Result<Transition, MoveError> {
    from_states(entry, &[State::Offered, State::Requested])?;
    in_time(entry, now)?;
    Ok(step(entry, State::Declined, Cause::Asked, now))
}

/// Staff note that the group came; from [`ATTENDANCE_OPENS_BEFORE`] on, also for one that was noted as missing.
pub fn attend(entry: &Entry, rules: &Rules, now: Instant) -> Result<Transition, MoveError> {
    from_states(entry, &[State::Confirmed, State::NoShow])?;
    not_before(rules.starts.minus(ATTENDANCE_OPENS_BEFORE), now)?;
    Ok(step(entry, State::Attended, Cause::Recorded, now))
}

/// Staff note that the group did not come; only once it has begun.
pub fn miss(entry: &Entry, rules: &Rules, now: Instant) -> Result<Transition, MoveError> {
    from_states(entry, &[State::Confirmed, State::Attended])?;
    not_before(rules.starts, now)?;
    Ok(step(entry, State::NoShow, Cause::Recorded, now))
}

/// Staff take back a note of who came or did not.
pub fn undo_attendance(entry: &Entry, now: Instant) -> Result<Transition, MoveError> {
    from_states(entry, &[State::Attended, State::NoShow])?;
    Ok(step(entry, State::Confirmed, Cause::Recorded, now))
}

/// Changes the number of seats of an open booking; state, place in the line, and deadline stay. Fewer is always
/// possible. More needs an open window, the limits, and free seats for which nobody waits; a group in the line may
/// grow only at its end, for it would set back those behind. `situation.own_seats` includes the seats of this booking.
pub fn resize(entry: &Entry, seats: u32, situation: &Situation, now: Instant, channel: Channel, overrides: Overrides) -> Result<Transition, MoveError> {
    if !entry.state.is_open() {
        return Err(wrong_state(entry));
    }
    in_time(entry, now)?;
    let against = match seats {
        0 => Some(Reason::NoSeats),
        _ if seats <= entry.seats => None,
        _ => against_growth(entry, seats, situation, now, overrides.granted_to(channel)),
    };
    if let Some(reason) = against {
        return Err(refused(reason, situation, now));
    }
    Ok(Transition { seats, deadline: entry.deadline, ..step(entry, entry.state, Cause::Resized { before: entry.seats }, now) })
}

fn take_kept_seats(entry: &Entry, situation: &Situation, now: Instant) -> Result<Transition, MoveError> {
    in_time(entry, now)?;
    if situation.rules.cancelled {
        return Err(refused(Reason::Cancelled, situation, now));
    }
    if now >= situation.rules.starts {
        return Err(refused(Reason::Started, situation, now));
    }
    Ok(step(entry, State::Confirmed, Cause::Asked, now))
}

fn against_growth(entry: &Entry, seats: u32, situation: &Situation, now: Instant, allowed: Overrides) -> Option<Reason> {
    let others = situation.own_seats.saturating_sub(entry.seats);
    not_open(&situation.rules, allowed, now).or_else(|| too_large(&situation.rules, allowed, seats, entry.quota, others)).or_else(|| {
        if entry.state == State::Waiting {
            sets_others_back(entry, situation).then_some(Reason::OthersWait)
        } else {
            taken(situation, seats.saturating_sub(entry.seats), entry.quota, now)
        }
    })
}

fn sets_others_back(entry: &Entry, situation: &Situation) -> bool {
    situation.line().into_iter().any(|other| other.place() > entry.place() && situation.is_eligible(other))
}

fn from_states(entry: &Entry, allowed: &[State]) -> Result<(), MoveError> {
    if allowed.contains(&entry.state) { Ok(()) } else { Err(wrong_state(entry)) }
}

fn in_time(entry: &Entry, now: Instant) -> Result<(), MoveError> {
    match entry.deadline {
        Some(at) if entry.is_overdue(now) => Err(MoveError::DeadlinePassed { at }),
        _ => Ok(()),
    }
}

fn not_before(from: Instant, now: Instant) -> Result<(), MoveError> {
    if now < from {
        return Err(MoveError::TooEarly { from });
    }
    Ok(())
}

fn wrong_state(entry: &Entry) -> MoveError {
    MoveError::WrongState { found: entry.state }
}

fn refused(reason: Reason, situation: &Situation, now: Instant) -> MoveError {
    MoveError::Refused(Refusal::new(reason, situation, now))
}

/// A step without a new deadline.
fn step(entry: &Entry, to: State, cause: Cause, now: Instant) -> Transition {
    Transition { id: entry.id, from: entry.state, to, seats: entry.seats, at: now, deadline: None, cause, quota: entry.quota }
}
