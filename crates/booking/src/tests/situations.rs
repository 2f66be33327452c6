use super::fixtures::{NOW, entry, id, offered, rules, situation, waiting, with};
use crate::{Cause, Instant, Span, State, Transition, Waitlist};

const LATER: Instant = NOW.plus(Span::from_hours(1));

fn mixed() -> crate::Situation {
    situation(3, vec![entry(1, 1, State::Hold), entry(2, 2, State::Requested), offered(3, 1), waiting(5, 4), waiting(4, 2)])
}

#[test]
fn seats_in_use_are_the_seated_and_all_that_is_kept_but_not_the_line() {
    assert_eq!(mixed().in_use(NOW), 7);
    assert_eq!(mixed().free(NOW), Some(3));
}

#[test]
fn what_has_run_out_is_free_at_the_very_instant_of_its_deadline() {
    let before = LATER.minus(Span::from_micros(1));
    assert_eq!(mixed().in_use(before), 7);
    assert_eq!(mixed().in_use(LATER), 3);
    assert_eq!(mixed().free(LATER), Some(7));
}

#[test]
fn a_seat_taken_beyond_the_capacity_leaves_nothing_free_and_no_limit_leaves_all() {
    assert_eq!(situation(12, vec![]).free(NOW), Some(0));
    let unlimited = with(&mixed(), |rules| rules.capacity = None);
    assert_eq!(unlimited.free(NOW), None);
    assert!(unlimited.fits(u32::MAX, NOW));
    assert!(mixed().fits(3, NOW));
    assert!(!mixed().fits(4, NOW));
}

#[test]
fn the_line_is_ordered_by_time_and_then_by_id() {
    let mut twin = waiting(9, 1);
    twin.since = waiting(4, 1).since;
    let mut line = mixed();
    line.pending.insert(0, twin);
    assert_eq!(line.position(id(4)), Some(1));
    assert_eq!(line.position(id(9)), Some(2));
    assert_eq!(line.position(id(5)), Some(3));
    assert_eq!(line.position(id(3)), None, "an offer no longer waits");
    assert_eq!(line.position(id(77)), None);
}

#[test]
fn the_end_of_the_line_is_behind_everybody_even_when_the_clock_was_set_back() {
    assert_eq!(situation(0, vec![]).end_of_line(NOW), NOW);
    assert_eq!(mixed().end_of_line(NOW), NOW);
    let back = NOW.minus(Span::from_days(3));
    let last = waiting(5, 4).since;
    assert_eq!(mixed().end_of_line(back), last.plus(Span::from_micros(1)));
}

#[test]
fn the_next_deadline_is_the_earliest_of_hold_request_and_offer() {
    let mut early = mixed();
    early.pending[2].deadline = Some(NOW.plus(Span::from_minutes(5)));
    early.pending[3].deadline = Some(NOW);
    assert_eq!(early.next_deadline(), Some(NOW.plus(Span::from_minutes(5))));
    assert_eq!(mixed().next_deadline(), Some(LATER));
    assert_eq!(situation(3, vec![waiting(1, 1)]).next_deadline(), None);
}

#[test]
fn nobody_is_eligible_once_nothing_can_be_offered_any_more() {
    let line = situation(10, vec![waiting(1, 2)]);
    assert!(line.eligible_waiting(NOW));
    assert!(!situation(10, vec![offered(1, 2)]).eligible_waiting(NOW));
    assert!(!with(&line, |rules| rules.cancelled = true).eligible_waiting(NOW));
    assert!(!with(&line, |rules| rules.registration = false).eligible_waiting(NOW));
    assert!(line.eligible_waiting(rules().closes.minus(Span::from_micros(1))));
    assert!(!line.eligible_waiting(rules().closes));
    let early_start = with(&line, |rules| rules.starts = NOW);
    assert!(!early_start.eligible_waiting(NOW));
}

#[test]
fn a_group_larger_than_everything_counts_in_a_strict_line_only() {
    let strict = situation(2, vec![waiting(1, 11), waiting(2, 10)]);
    assert_eq!(strict.never_fitting(), vec![id(1)]);
    let alone = situation(2, vec![waiting(1, 11)]);
    for (policy, eligible) in [(Waitlist::Strict, true), (Waitlist::Off, true), (Waitlist::Fill, false)] {
        let changed = with(&alone, |rules| rules.waitlist = policy);
        assert_eq!(changed.eligible_waiting(NOW), eligible, "{policy:?}");
    }
    let fill = with(&strict, |rules| rules.waitlist = Waitlist::Fill);
    assert!(fill.eligible_waiting(NOW), "the second in line could fit");
    let unlimited = with(&strict, |rules| rules.capacity = None);
    assert_eq!(unlimited.never_fitting(), vec![]);
}

#[test]
fn steps_carried_out_on_a_copy_keep_counters_and_the_line() {
    let step = |number, from, to, seats, cause| Transition { id: id(number), from, to, seats, at: NOW, deadline: None, cause, quota: None };
    let mut copy = mixed();
    copy.apply(&step(3, State::Offered, State::Confirmed, 1, Cause::Asked));
    assert_eq!((copy.seated, copy.pending.len()), (4, 4));
    copy.apply(&step(3, State::Confirmed, State::Attended, 1, Cause::Recorded));
    assert_eq!(copy.seated, 4);
    copy.apply(&step(3, State::Attended, State::NoShow, 1, Cause::Recorded));
    copy.apply(&step(3, State::NoShow, State::Confirmed, 1, Cause::Recorded));
    let resized = Cause::Resized { before: 1 };
    copy.apply(&step(3, State::Confirmed, State::Confirmed, 3, resized));
    assert_eq!(copy.seated, 6);
    let cancelled = Cause::Cancelled { by: crate::Party::Guest };
    copy.apply(&step(3, State::Confirmed, State::Cancelled, 3, cancelled));
    assert_eq!(copy.seated, 3);
    let resized = Cause::Resized { before: 2 };
    copy.apply(&step(4, State::Waiting, State::Waiting, 1, resized));
    assert_eq!(copy.position(id(4)), Some(1), "its place in the line stays");
    assert_eq!(copy.line()[0].seats, 1);
    copy.apply(&step(4, State::Waiting, State::Cancelled, 1, cancelled));
    assert_eq!((copy.seated, copy.pending.len()), (3, 3));
    copy.apply(&step(60, State::Expired, State::Offered, 1, Cause::Asked));
    let unknown = copy.pending.iter().find(|entry| entry.id == id(60));
    assert_eq!(unknown.map(|entry| entry.since), Some(NOW));
}

#[test]
fn a_new_booking_is_counted_or_listed_according_to_its_state() {
    let mut fresh = situation(0, vec![]);
    fresh.admit(entry(1, 2, State::Confirmed));
    fresh.admit(entry(2, 3, State::Hold));
    fresh.admit(waiting(3, 1));
    fresh.admit(entry(4, 5, State::Cancelled));
    assert_eq!((fresh.seated, fresh.pending.len()), (2, 2));
    assert_eq!(fresh.in_use(NOW), 5);
}
