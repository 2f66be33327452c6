//! The occasion at one moment: the rules, the seats taken, and everybody whose booking is not settled.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Cause, Entry, EntryId, Instant, QuotaId, Reason, Rules, Span, State, Transition, Waitlist};

/// What a decision is made on. The store loads it under a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Situation {
    /// What the hub has laid down.
    pub rules: Rules,
    /// Seats confirmed, attended, and missed: a counter.
    pub seated: u32,
    /// The same by quota, as far as there are limits: the counter says nothing of whose the seats are.
    pub seated_of: BTreeMap<QuotaId, u32>,
    /// All bookings that are held, requested, offered, or waiting.
    pub pending: Vec<Entry>,
    /// Seats that the person who asks already has or waits for here, finished bookings aside. Neither [`crate::advance`]
    /// nor [`Situation::apply`] changes it, since they do not know whose booking is whose: count it after advancing.
    pub own_seats: u32,
}

impl Situation {
    /// Seats taken at `now`: the seated, and holds, requests, and offers that have not run out.
    pub fn in_use(&self, now: Instant) -> u32 {
        self.pending.iter().filter(|entry| entry.holds_seats(now)).fold(self.seated, |sum, entry| sum.saturating_add(entry.seats))
    }

    /// Seats left at `now`, whoever may be waiting for them; `None`: no limit. Zero when more are taken than there are.
    pub fn free(&self, now: Instant) -> Option<u32> {
        self.rules.capacity.map(|capacity| capacity.saturating_sub(self.in_use(now)))
    }

    /// Whether so many seats are left at `now`, whoever may be waiting for them.
    pub fn fits(&self, seats: u32, now: Instant) -> bool {
        self.free(now).is_none_or(|free| seats <= free)
    }

    /// Seats taken at `now` by those of a quota.
    pub fn in_use_of(&self, quota: QuotaId, now: Instant) -> u32 {
        let seated = self.seated_of.get(&quota).copied().unwrap_or(0);
        let held = self.pending.iter().filter(|entry| entry.quota == Some(quota) && entry.holds_seats(now));
        held.fold(seated, |sum, entry| sum.saturating_add(entry.seats))
    }

    /// Seats of a quota left at `now`, whether or not there are so many; `None`: no limit.
    pub fn free_of(&self, quota: Option<QuotaId>, now: Instant) -> Option<u32> {
        let (id, at_most) = (quota?, self.rules.quotas.at_most(quota)?);
        Some(at_most.saturating_sub(self.in_use_of(id, now)))
    }

    /// That a quota has not so many seats left at `now`.
    pub(crate) fn quota_full(&self, seats: u32, quota: Option<QuotaId>, now: Instant) -> Option<Reason> {
        let (at_most, free) = (self.rules.quotas.at_most(quota)?, self.free_of(quota, now)?);
        (seats > free).then_some(Reason::QuotaFull { at_most, free })
    }

    /// Whether so many seats are left at `now`, also within the quota, whoever may be waiting for them.
    pub fn has_room(&self, seats: u32, quota: Option<QuotaId>, now: Instant) -> bool {
        self.fits(seats, now) && self.quota_full(seats, quota, now).is_none()
    }

    /// Those in line who do not wait for seats of their own quota, the first first. Unless smaller groups may overtake, whoever waits for
    /// them goes before those behind of the same quota.
    pub(crate) fn servable(&self, now: Instant) -> Vec<&Entry> {
        let mut held_up: BTreeSet<QuotaId> = BTreeSet::new();
        let mut line = self.line();
        line.retain(|entry| {
            let Some(quota) = entry.quota else { return true };
            if self.quota_full(entry.seats, entry.quota, now).is_some() && self.rules.waitlist != Waitlist::Fill {
                held_up.insert(quota);
            }
            !held_up.contains(&quota) && self.quota_full(entry.seats, entry.quota, now).is_none()
        });
        line
    }

    /// Those in line, the first first.
    pub fn line(&self) -> Vec<&Entry> {
        let mut line: Vec<&Entry> = self.pending.iter().filter(|entry| entry.state == State::Waiting).collect();
        line.sort_by_key(|entry| entry.place());
        line
    }

    /// The place of a waiting booking in the line, counted from 1; `None` when it does not wait.
    pub fn position(&self, id: EntryId) -> Option<u32> {
        let index = self.line().iter().position(|entry| entry.id == id)?;
        u32::try_from(index).ok()?.checked_add(1)
    }

    /// The `since` for somebody who joins the line at `now`: behind everybody, even if the clock was set back.
    pub fn end_of_line(&self, now: Instant) -> Instant {
        self.line().last().map_or(now, |last| now.max(last.since.plus(Span::from_micros(1))))
    }

    /// Whether somebody in line must be served before a stranger without a quota, see [`Situation::goes_before`].
    pub fn eligible_waiting(&self, now: Instant) -> bool {
        self.goes_before(None, now)
    }

    /// Whether somebody in line must be served before a stranger of this quota: of the same quota everybody, of others whoever does not
    /// wait for seats of their own. Groups larger than the whole capacity or quota do not count under [`Waitlist::Fill`]; under a
    /// strict order they do, until the hub settles them (see [`Situation::never_fitting`]).
    pub fn goes_before(&self, quota: Option<QuotaId>, now: Instant) -> bool {
        let same = |entry: &Entry| quota.is_some() && entry.quota == quota && self.is_eligible(entry);
        let promotes = self.rules.promotes(now) && self.pending.iter().any(|entry| entry.state == State::Waiting);
        promotes && (self.line().into_iter().any(same) || self.servable(now).into_iter().any(|entry| self.is_eligible(entry)))
    }

    /// Those in line whose group is larger than the whole capacity or quota: the hub should talk to them.
    pub fn never_fitting(&self) -> Vec<EntryId> {
        self.line().into_iter().filter(|entry| !self.rules.could_ever_have(entry.seats, entry.quota)).map(|entry| entry.id).collect()
    }

    /// The earliest instant at which a hold, request, or offer runs out: [`crate::advance`] has to run then.
    pub fn next_deadline(&self) -> Option<Instant> {
        self.pending.iter().filter(|entry| entry.state != State::Waiting).filter_map(|entry| entry.deadline).min()
    }

    /// Takes in a new booking, as it was stored after [`crate::decide`].
    pub fn admit(&mut self, entry: Entry) {
        if entry.state.is_seated() {
            self.seated = self.seated.saturating_add(entry.seats);
            if let Some(quota) = entry.quota {
                let seated = self.seated_of.entry(quota).or_insert(0);
                *seated = seated.saturating_add(entry.seats);
            }
        } else if entry.state.is_pending() {
            self.pending.push(entry);
        }
    }

    /// Carries out a move on this copy of the situation, as the store does on its rows. `own_seats` stays as it is.
    pub fn apply(&mut self, transition: &Transition) {
        let known = self.pending.iter().position(|entry| entry.id == transition.id).map(|index| self.pending.swap_remove(index));
        if transition.from.is_seated() {
            let before = match transition.cause {
                Cause::Resized { before } => before,
                _ => transition.seats,
            };
            self.seated = self.seated.saturating_sub(before);
            self.give_back(transition.quota, before);
        }
        self.admit(Entry {
            id: transition.id,
            seats: transition.seats,
            state: transition.to,
            since: known.map_or(transition.at, |entry| entry.since),
            deadline: transition.deadline,
            quota: transition.quota,
        });
    }

    fn give_back(&mut self, quota: Option<QuotaId>, seats: u32) {
        let Some(seated) = quota.and_then(|id| self.seated_of.get_mut(&id)) else { return };
        *seated = seated.saturating_sub(seats);
        self.seated_of.retain(|_, seated| *seated > 0);
    }

    /// Whether this waiting booking counts in front of others.
    pub(crate) fn is_eligible(&self, entry: &Entry) -> bool {
        match self.rules.waitlist {
            Waitlist::Off | Waitlist::Strict => true,
            Waitlist::Fill => self.rules.could_ever_have(entry.seats, entry.quota),
        }
    }
}
