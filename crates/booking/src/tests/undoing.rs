//! Taking back a cancellation and an offer: from which state, when, and against what.

use super::fixtures::{NOW, entry, id, offered, situation, with};
use crate::{Cause, MoveError, QuotaId, Quotas, Reason, Situation, Span, State, Transition, rescind, restore};

fn undone(from: State, to: State, seats: u32) -> Transition {
    Transition { id: id(1), from, to, seats, at: NOW, deadline: None, cause: Cause::Undone, quota: None }
}

fn against(seats: u32, there: &Situation) -> Option<Reason> {
    match restore(&entry(1, seats, State::Cancelled), there, NOW) {
        Ok(step) => {
            assert_eq!(step, undone(State::Cancelled, State::Confirmed, seats));
            None
        }
        Err(MoveError::Refused(refusal)) => Some(refusal.reason),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn a_cancelled_booking_has_its_seats_again_if_they_are_still_free() {
    assert_eq!(against(3, &situation(7, Vec::new())), None);
    assert_eq!(against(3, &situation(8, Vec::new())), Some(Reason::Full));
    assert_eq!(against(3, &situation(6, vec![offered(2, 2)])), Some(Reason::Full), "what is offered is not free");
}

#[test]
fn whoever_waits_is_not_asked_when_a_cancellation_is_taken_back() {
    assert_eq!(against(3, &situation(7, vec![super::fixtures::waiting(2, 1)])), None);
}

#[test]
fn nothing_is_taken_back_once_the_date_is_off_or_has_begun() {
    let there = situation(0, Vec::new());
    assert_eq!(against(1, &with(&there, |rules| rules.cancelled = true)), Some(Reason::Cancelled));
    assert_eq!(against(1, &with(&there, |rules| rules.starts = NOW)), Some(Reason::Started));
    assert_eq!(against(1, &with(&there, |rules| rules.starts = NOW.plus(Span::from_micros(1)))), None);
}

#[test]
fn a_quota_counts_for_what_is_taken_back() {
    let town = QuotaId([1; 16]);
    let mut there = situation(3, Vec::new());
    there.rules.quotas = Quotas { usual: Some(3), own: [].into() };
    there.seated_of = [(town, 2)].into();
    let mut mine = entry(1, 1, State::Cancelled);
    mine.quota = Some(town);
    assert_eq!(restore(&mine, &there, NOW), Ok(Transition { quota: Some(town), ..undone(State::Cancelled, State::Confirmed, 1) }));
    mine.seats = 2;
    let Err(MoveError::Refused(refusal)) = restore(&mine, &there, NOW) else { panic!("one seat too many") };
    assert_eq!(refusal.reason, Reason::QuotaFull { at_most: 3, free: 1 });
}

#[test]
fn whose_offer_is_taken_back_waits_again() {
    assert_eq!(rescind(&offered(1, 2), NOW), Ok(undone(State::Offered, State::Waiting, 2)));
}

#[test]
fn only_a_cancellation_is_restored_and_only_an_offer_rescinded() {
    let there = situation(0, Vec::new());
    for state in State::ALL {
        let wrong = Err(MoveError::WrongState { found: state });
        let mine = entry(1, 1, state);
        if state != State::Cancelled {
            assert_eq!(restore(&mine, &there, NOW), wrong);
        }
        if state != State::Offered {
            assert_eq!(rescind(&mine, NOW), wrong);
        }
    }
}
