//! Lets time work: what has run out expires, and freed seats are offered to the line.

use crate::{Cause, Entry, Instant, Situation, State, Transition, Waitlist};

/// Expires holds, requests, and offers whose deadline has come (the earliest first), then offers free seats to the
/// waiting in order. Changes the situation and returns what it did, in order. At the same `now` a second call does nothing.
pub fn advance(situation: &mut Situation, now: Instant) -> Vec<Transition> {
    let mut done = Vec::new();
    for transition in expiries(situation, now) {
        situation.apply(&transition);
        done.push(transition);
    }
    while let Some(transition) = next_offer(situation, now) {
        situation.apply(&transition);
        done.push(transition);
    }
    done
}

fn expiries(situation: &Situation, now: Instant) -> Vec<Transition> {
    let mut overdue: Vec<&Entry> = situation.pending.iter().filter(|entry| entry.is_overdue(now)).collect();
    overdue.sort_by_key(|entry| (entry.deadline, entry.id));
    overdue
        .into_iter()
        .map(|entry| Transition {
            id: entry.id,
            from: entry.state,
            to: State::Expired,
            seats: entry.seats,
            at: now,
            deadline: None,
            cause: Cause::DeadlinePassed,
            quota: entry.quota,
        })
        .collect()
}

fn next_offer(situation: &Situation, now: Instant) -> Option<Transition> {
    if !situation.rules.promotes(now) {
        return None;
    }
    let next = next_in_line(situation, now)?;
    let (id, seats, quota) = (next.id, next.seats, next.quota);
    Some(Transition {
        id,
        from: State::Waiting,
        to: State::Offered,
        seats,
        at: now,
        deadline: Some(situation.rules.offer_deadline(now)),
        cause: Cause::Freed,
        quota,
    })
}

/// Who is to be asked next; a group is never split. Whoever waits for seats of their own quota holds up nobody else.
fn next_in_line(situation: &Situation, now: Instant) -> Option<&Entry> {
    let line = situation.servable(now);
    match situation.rules.waitlist {
        Waitlist::Off | Waitlist::Strict => line.first().filter(|entry| situation.fits(entry.seats, now)),
        Waitlist::Fill => line.iter().find(|entry| situation.fits(entry.seats, now)),
    }
    .copied()
}
