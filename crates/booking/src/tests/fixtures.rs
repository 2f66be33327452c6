//! A fixed clock, a plain occasion, and short ways to write bookings.

use std::collections::BTreeMap;

use crate::{Channel, Entry, EntryId, Instant, Overrides, Quotas, Request, Rules, Situation, Span, State, Waitlist};

/// The fixed clock of the table tests.
pub(super) const NOW: Instant = Instant::from_micros(1_795_000_000_000_000);

/// Registration is open from a day ago, closes in ten days, and the occasion begins two hours later.
pub(super) fn rules() -> Rules {
    let closes = NOW.plus(Span::from_days(10));
    Rules {
        capacity: Some(10),
        registration: true,
        cancelled: false,
        opens: Some(NOW.minus(Span::from_days(1))),
        closes,
        starts: closes.plus(Span::from_hours(2)),
        waitlist: Waitlist::Strict,
        offer_span: Span::from_hours(24),
        seats_per_booking: 5,
        seats_per_person: 8,
        quotas: Quotas::default(),
    }
}

pub(super) fn situation(seated: u32, pending: Vec<Entry>) -> Situation {
    Situation { rules: rules(), seated, pending, own_seats: 0, seated_of: BTreeMap::new() }
}

/// A copy with other rules.
pub(super) fn with(situation: &Situation, change: impl FnOnce(&mut Rules)) -> Situation {
    let mut changed = situation.clone();
    change(&mut changed.rules);
    changed
}

pub(super) fn id(number: u8) -> EntryId {
    EntryId([number; 16])
}

/// A booking that came `number` minutes after yesterday; the deadline of the states that need one is in an hour.
pub(super) fn entry(number: u8, seats: u32, state: State) -> Entry {
    let has_deadline = matches!(state, State::Hold | State::Requested | State::Offered);
    Entry {
        id: id(number),
        seats,
        state,
        since: NOW.minus(Span::from_days(1)).plus(Span::from_minutes(i64::from(number))),
        deadline: has_deadline.then_some(NOW.plus(Span::from_hours(1))),
        quota: None,
    }
}

pub(super) fn waiting(number: u8, seats: u32) -> Entry {
    entry(number, seats, State::Waiting)
}

pub(super) fn offered(number: u8, seats: u32) -> Entry {
    entry(number, seats, State::Offered)
}

/// A guest asks and does not want to wait.
pub(super) fn ask(seats: u32) -> Request {
    Request { seats, channel: Channel::Public, waitlist: false, overrides: Overrides::default(), quota: None }
}

/// A guest asks and agrees to wait.
pub(super) fn ask_or_wait(seats: u32) -> Request {
    Request { waitlist: true, ..ask(seats) }
}

/// A clerk asks and sets everything aside that can be.
pub(super) fn insist(seats: u32) -> Request {
    Request { channel: Channel::Staff, overrides: EVERYTHING, ..ask(seats) }
}

pub(super) const EVERYTHING: Overrides = Overrides { limits: true, window: true };
