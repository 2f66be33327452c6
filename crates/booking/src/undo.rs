//! Taking back what nobody has been told yet: a cancellation in its first minute, and offers that followed from it.

use crate::{Cause, Entry, Instant, MoveError, Reason, Refusal, Situation, State, Transition};

/// Takes a cancellation back: the booking is confirmed again if its seats are still free. Whether it is early enough,
/// and what it was before, the caller knows.
pub fn restore(entry: &Entry, situation: &Situation, now: Instant) -> Result<Transition, MoveError> {
    if entry.state != State::Cancelled {
        return Err(MoveError::WrongState { found: entry.state });
    }
    let against = if situation.rules.cancelled {
        Some(Reason::Cancelled)
    } else if now >= situation.rules.starts {
        Some(Reason::Started)
    } else if situation.fits(entry.seats, now) {
        situation.quota_full(entry.seats, entry.quota, now)
    } else {
        Some(Reason::Full)
    };
    match against {
        Some(reason) => Err(MoveError::Refused(Refusal::new(reason, situation, now))),
        None => Ok(step(entry, State::Confirmed, now)),
    }
}

/// Takes an offer back that the person has not heard of: they wait again, at their old place.
pub fn rescind(entry: &Entry, now: Instant) -> Result<Transition, MoveError> {
    if entry.state != State::Offered {
        return Err(MoveError::WrongState { found: entry.state });
    }
    Ok(step(entry, State::Waiting, now))
}

fn step(entry: &Entry, to: State, now: Instant) -> Transition {
    Transition { id: entry.id, from: entry.state, to, seats: entry.seats, at: now, deadline: None, cause: Cause::Undone, quota: entry.quota }
}
