use super::fixtures::{NOW, entry, id, offered, rules, situation, waiting, with};
use crate::{Cause, EntryId, Instant, Situation, Span, State, Transition, Waitlist, advance};

fn offers(transitions: &[Transition]) -> Vec<EntryId> {
    transitions.iter().filter(|step| step.to == State::Offered).map(|step| step.id).collect()
}

fn offers_of(situation: &Situation, now: Instant) -> Vec<EntryId> {
    offers(&advance(&mut situation.clone(), now))
}

#[test]
fn nothing_happens_when_nothing_is_due() {
    let mut quiet = situation(9, vec![offered(1, 1), waiting(2, 1)]);
    let before = quiet.clone();
    assert_eq!(advance(&mut quiet, NOW), vec![]);
    assert_eq!(quiet, before);
}

#[test]
fn holds_requests_and_offers_run_out_at_their_deadline_the_earliest_first() {
    let mut pending = vec![entry(1, 1, State::Hold), entry(2, 2, State::Requested), offered(3, 3), entry(4, 1, State::Hold)];
    pending[1].deadline = Some(NOW.minus(Span::from_minutes(1)));
    pending[0].deadline = Some(NOW);
    pending[2].deadline = Some(NOW);
    let mut due = situation(3, pending);
    let expired = |number, from, seats| Transition {
        id: id(number),
        from,
        to: State::Expired,
        seats,
        at: NOW,
        deadline: None,
        cause: Cause::DeadlinePassed,
        quota: None,
    };
    assert_eq!(advance(&mut due, NOW), vec![expired(2, State::Requested, 2), expired(1, State::Hold, 1), expired(3, State::Offered, 3),]);
    assert_eq!(due.pending, vec![entry(4, 1, State::Hold)]);
    assert_eq!(due.seated, 3);
    assert_eq!(advance(&mut due, NOW), vec![]);
}

#[test]
fn those_who_wait_never_run_out() {
    let mut stray = waiting(1, 1);
    stray.deadline = Some(NOW);
    let mut full = situation(10, vec![stray]);
    assert_eq!(advance(&mut full, NOW), vec![]);
}

#[test]
fn a_freed_seat_is_offered_to_the_first_in_line_with_a_deadline() {
    let mut freed = situation(8, vec![waiting(2, 2), waiting(1, 2)]);
    let deadline = Some(NOW.plus(Span::from_hours(24)));
    assert_eq!(
        advance(&mut freed, NOW),
        vec![Transition { id: id(1), from: State::Waiting, to: State::Offered, seats: 2, at: NOW, deadline, cause: Cause::Freed, quota: None }]
    );
    let offer = freed.pending.iter().find(|entry| entry.id == id(1));
    assert_eq!(offer.map(|entry| entry.deadline), Some(deadline));
    assert_eq!(offer.map(|entry| entry.since), Some(waiting(1, 2).since));
    assert_eq!(freed.in_use(NOW), 10);
}

#[test]
fn the_seats_of_an_offer_that_ran_out_go_to_the_next_in_the_same_step() {
    let mut late = offered(1, 2);
    late.deadline = Some(NOW);
    let mut due = situation(8, vec![late, waiting(2, 2)]);
    let steps = advance(&mut due, NOW);
    assert_eq!(steps.iter().map(|step| (step.id, step.to)).collect::<Vec<_>>(), vec![(id(1), State::Expired), (id(2), State::Offered)]);
}

#[test]
fn a_strict_line_stops_at_the_first_group_that_does_not_fit() {
    let line = vec![waiting(1, 1), waiting(2, 4), waiting(3, 1)];
    for policy in [Waitlist::Strict, Waitlist::Off] {
        let strict = with(&situation(7, line.clone()), |rules| rules.waitlist = policy);
        assert_eq!(offers_of(&strict, NOW), vec![id(1)], "{policy:?}");
    }
}

#[test]
fn a_filling_line_lets_smaller_groups_take_what_is_left() {
    let line = vec![waiting(1, 1), waiting(2, 4), waiting(3, 1), waiting(4, 1), waiting(5, 1)];
    let fill = with(&situation(7, line), |rules| rules.waitlist = Waitlist::Fill);
    assert_eq!(offers_of(&fill, NOW), vec![id(1), id(3), id(4)]);
}

#[test]
fn a_group_larger_than_everything_blocks_a_strict_line_and_not_a_filling_one() {
    let line = situation(0, vec![waiting(1, 11), waiting(2, 2)]);
    assert_eq!(offers_of(&line, NOW), vec![]);
    let fill = with(&line, |rules| rules.waitlist = Waitlist::Fill);
    assert_eq!(offers_of(&fill, NOW), vec![id(2)]);
}

#[test]
fn more_capacity_promotes_and_less_than_is_in_use_throws_nobody_out() {
    let full = situation(8, vec![offered(1, 2), waiting(2, 1), waiting(3, 1), waiting(4, 1)]);
    let raised = with(&full, |rules| rules.capacity = Some(12));
    assert_eq!(offers_of(&raised, NOW), vec![id(2), id(3)]);
    let unlimited = with(&full, |rules| rules.capacity = None);
    assert_eq!(offers_of(&unlimited, NOW), vec![id(2), id(3), id(4)]);
    let mut lowered = with(&full, |rules| rules.capacity = Some(4));
    let before = lowered.clone();
    assert_eq!(advance(&mut lowered, NOW), vec![]);
    assert_eq!(lowered, before);
    lowered.seated = 3;
    assert_eq!(advance(&mut lowered, NOW), vec![], "five of four are still in use");
}

#[test]
fn nobody_is_promoted_after_the_end_of_registration_or_when_it_is_off() {
    let freed = situation(5, vec![waiting(1, 1)]);
    let tick = Span::from_micros(1);
    assert_eq!(offers_of(&freed, rules().closes.minus(tick)), vec![id(1)]);
    assert_eq!(offers_of(&freed, rules().closes), vec![]);
    let begun = with(&freed, |rules| rules.starts = NOW);
    assert_eq!(offers_of(&begun, NOW), vec![]);
    assert_eq!(offers_of(&begun, NOW.minus(tick)), vec![id(1)]);
    let off = with(&freed, |rules| rules.cancelled = true);
    assert_eq!(offers_of(&off, NOW), vec![]);
    let walk_in = with(&freed, |rules| rules.registration = false);
    assert_eq!(offers_of(&walk_in, NOW), vec![]);
}

#[test]
fn offers_still_run_out_after_registration_has_closed() {
    let mut open = offered(1, 1);
    open.deadline = Some(NOW);
    let mut closed = with(&situation(5, vec![open, waiting(2, 1)]), |rules| {
        rules.closes = NOW;
    });
    let steps = advance(&mut closed, NOW);
    assert_eq!(steps.len(), 1);
    assert_eq!(steps[0].to, State::Expired);
    assert_eq!(closed.line().len(), 1, "the line stays as it is");
}
