//! The answer to somebody who asks for seats.

use crate::{Instant, QuotaId, Reason, Refusal, Rules, Situation, Waitlist};

/// By which way a request comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// A guest, on the public pages.
    Public,
    /// A clerk, on behalf of a guest.
    Staff,
}

/// Which rules a clerk sets aside. Capacity, quotas and the line can never be set aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Overrides {
    /// Seats per booking and per person.
    pub limits: bool,
    /// The window of registration, and that the occasion has not begun.
    pub window: bool,
}

impl Overrides {
    /// What of it counts: nothing on the public way.
    pub(crate) fn granted_to(self, channel: Channel) -> Self {
        match channel {
            Channel::Public => Self::default(),
            Channel::Staff => self,
        }
    }
}

/// A wish for seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// How many, as a whole or not at all.
    pub seats: u32,
    /// By which way it comes in.
    pub channel: Channel,
    /// The person agreed to wait if seats cannot be had at once.
    pub waitlist: bool,
    /// Rules that a clerk sets aside; without effect on the public way.
    pub overrides: Overrides,
    /// Whose limit the seats will count to; `None`: nobody's.
    pub quota: Option<QuotaId>,
}

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The seats are theirs.
    Confirmed,
    /// They go to the end of the line (store [`Situation::end_of_line`] as `since`, then advance again).
    Waiting {
        /// The place in the line, counted from 1.
        position: u32,
    },
    /// No.
    Refused(Refusal),
}

/// Answers a request. The caller has run [`crate::advance`] at the same `now`; a double click is the caller's to notice.
pub fn decide(request: &Request, situation: &Situation, now: Instant) -> Outcome {
    match grounds_against(request, situation, now) {
        None => Outcome::Confirmed,
        Some(reason @ (Reason::Full | Reason::OthersWait | Reason::QuotaFull { .. })) => wait_or_refuse(reason, request, situation, now),
        Some(reason) => Outcome::Refused(Refusal::new(reason, situation, now)),
    }
}

/// Why more seats may not be asked for at `now`, by the state of the occasion and its window of registration.
pub(crate) fn not_open(rules: &Rules, allowed: Overrides, now: Instant) -> Option<Reason> {
    if rules.cancelled {
        return Some(Reason::Cancelled);
    }
    if !rules.registration {
        return Some(Reason::NotNeeded);
    }
    if allowed.window {
        return None;
    }
    if now >= rules.starts {
        return Some(Reason::Started);
    }
    if now >= rules.closes {
        return Some(Reason::Closed);
    }
    rules.opens.filter(|opens| now < *opens).map(Reason::NotOpenYet)
}

/// Why a booking of `seats` is too large, within a quota and for a person who has `others` seats besides.
pub(crate) fn too_large(rules: &Rules, allowed: Overrides, seats: u32, quota: Option<QuotaId>, others: u32) -> Option<Reason> {
    if let Some(capacity) = [rules.capacity, rules.quotas.at_most(quota)].into_iter().flatten().min().filter(|capacity| seats > *capacity) {
        return Some(Reason::NeverFits { capacity });
    }
    if allowed.limits {
        return None;
    }
    if seats > rules.seats_per_booking {
        return Some(Reason::GroupTooLarge { at_most: rules.seats_per_booking });
    }
    (others.saturating_add(seats) > rules.seats_per_person).then_some(Reason::PersonLimit { at_most: rules.seats_per_person, has: others })
}

fn grounds_against(request: &Request, situation: &Situation, now: Instant) -> Option<Reason> {
    let allowed = request.overrides.granted_to(request.channel);
    if request.seats == 0 {
        return Some(Reason::NoSeats);
    }
    not_open(&situation.rules, allowed, now)
        .or_else(|| too_large(&situation.rules, allowed, request.seats, request.quota, situation.own_seats))
        .or_else(|| taken(situation, request.seats, request.quota, now))
}

/// Why so many more seats of a quota cannot be had at once: others go first, all seats are taken, or those of the quota.
pub(crate) fn taken(situation: &Situation, seats: u32, quota: Option<QuotaId>, now: Instant) -> Option<Reason> {
    let quota_full = situation.quota_full(seats, quota, now);
    if situation.goes_before(quota, now) {
        return Some(quota_full.unwrap_or(Reason::OthersWait));
    }
    if !situation.fits(seats, now) {
        return Some(Reason::Full);
    }
    quota_full
}

fn wait_or_refuse(reason: Reason, request: &Request, situation: &Situation, now: Instant) -> Outcome {
    // A line in which nobody can be served any more would be an empty promise.
    let can_wait = situation.rules.waitlist != Waitlist::Off && situation.rules.promotes(now);
    if can_wait && request.waitlist {
        let ahead = u32::try_from(situation.line().len()).unwrap_or(u32::MAX);
        return Outcome::Waiting { position: ahead.saturating_add(1) };
    }
    Outcome::Refused(Refusal { can_wait, ..Refusal::new(reason, situation, now) })
}
