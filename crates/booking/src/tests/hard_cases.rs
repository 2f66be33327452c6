//! The hard cases of booking, as far as seats and dates are concerned; the numbers are those of the list in use.

use jiff::civil::{DateTime, Weekday, date};

use super::fixtures::{NOW, ask, ask_or_wait, entry, id, offered, rules, situation, waiting, with};
use crate::series::{Choice, ClockChange, Frequency, Moment, Planned, Rule, Series, Until, expand, plan, resolve};
use crate::{Entry, EntryId, Instant, MoveError, Outcome, Party, Reason, Situation, Span, State, Waitlist, accept, advance, cancel, decide, decline};

const BERLIN: &str = "Europe/Berlin";

fn weekly(first: DateTime, until: Until) -> Series {
    Series { first, length: 90, zone: BERLIN.to_owned(), rule: Rule { every: Frequency::Weekly, interval: 1, until, weekdays: vec![] }, skip: vec![] }
}

fn utc(civil: DateTime) -> Instant {
    match resolve(civil, "UTC", Choice::First).unwrap() {
        Moment::Certain { at, .. } => at,
        gap @ Moment::Gap { .. } => panic!("{gap:?}"),
    }
}

#[test]
fn hard_case_01_a_start_in_the_spring_gap_is_reported_and_all_others_keep_their_hour() {
    let series = weekly(date(2027, 3, 14).at(2, 30, 0, 0), Until::Count(5));
    let planned = expand(&series).unwrap();
    assert_eq!(planned.len(), 5);
    for (index, one) in planned.iter().enumerate() {
        match one {
            Planned::Certain(dated) => {
                assert_ne!(index, 2);
                assert_eq!(dated.start.time(), series.first.time());
            }
            Planned::Gap(gap) => {
                assert_eq!(index, 2);
                assert_eq!(gap.start, date(2027, 3, 28).at(2, 30, 0, 0));
                assert_eq!(gap.shifted_to.start, date(2027, 3, 28).at(3, 30, 0, 0));
                assert_eq!(gap.shifted_to.starts, utc(date(2027, 3, 28).at(1, 30, 0, 0)));
            }
        }
    }
    let skipping = Series { skip: vec![date(2027, 3, 28)], ..series };
    let rest = expand(&skipping).unwrap();
    assert_eq!(rest.len(), 4);
    assert!(rest.iter().all(|one| matches!(one, Planned::Certain(_))));
}

#[test]
fn hard_case_02_a_night_in_autumn_has_nine_real_hours_and_two_half_past_twos() {
    let evening = date(2027, 10, 30).at(22, 0, 0, 0);
    let Planned::Certain(night) = plan(evening, 540, BERLIN, Choice::First).unwrap() else {
        panic!("the evening exists");
    };
    assert_eq!(night.end, date(2027, 10, 31).at(6, 0, 0, 0));
    assert_eq!(night.ends.since(night.starts), Span::from_hours(9));
    assert_eq!(night.note, Some(ClockChange::Crossed { forward: -60 }));

    let twice = date(2027, 10, 31).at(2, 30, 0, 0);
    let summer = utc(date(2027, 10, 31).at(0, 30, 0, 0));
    let winter = utc(date(2027, 10, 31).at(1, 30, 0, 0));
    let note = Some(ClockChange::Fold { first: summer, second: winter });
    assert_eq!(resolve(twice, BERLIN, Choice::default()).unwrap(), Moment::Certain { at: summer, note });
    assert_eq!(resolve(twice, BERLIN, Choice::Second).unwrap(), Moment::Certain { at: winter, note });
    let half_hour = |choice| match plan(twice, 30, BERLIN, choice).unwrap() {
        Planned::Certain(dated) => dated,
        Planned::Gap(gap) => panic!("{gap:?}"),
    };
    let (first, second) = (half_hour(Choice::First), half_hour(Choice::Second));
    assert!(first.ends <= second.starts, "two bookings in the two hours do not meet");
    assert_eq!(first.end, date(2027, 10, 31).at(2, 0, 0, 0), "half an hour later it is two again");
    assert_eq!(second.end, date(2027, 10, 31).at(3, 0, 0, 0));
}

#[test]
fn hard_case_03_a_weekly_date_stays_at_six_in_the_evening_across_the_change() {
    let last = date(2027, 5, 25);
    let planned = expand(&weekly(date(2027, 2, 2).at(18, 0, 0, 0), Until::Date(last))).unwrap();
    assert_eq!(planned.len(), 17);
    let change = date(2027, 3, 28);
    for one in planned {
        let Planned::Certain(dated) = one else {
            panic!("no evening is missing");
        };
        assert_eq!(dated.start.weekday(), Weekday::Tuesday);
        assert_eq!((dated.start.hour(), dated.start.minute()), (18, 0));
        let hour_in_utc = if dated.start.date() < change { 17 } else { 16 };
        assert_eq!(dated.starts, utc(dated.start.date().at(hour_in_utc, 0, 0, 0)));
        assert_eq!(dated.note, None);
    }
}

#[test]
fn hard_case_05_of_sixty_four_who_want_the_last_fifty_seats_exactly_fifty_get_one() {
    let mut rush = with(&situation(0, vec![]), |rules| rules.capacity = Some(50));
    let mut outcomes = Vec::new();
    for number in 0..64 {
        let request = if number % 2 == 0 { ask(1) } else { ask_or_wait(1) };
        advance(&mut rush, NOW);
        let outcome = decide(&request, &rush, NOW);
        let state = match outcome {
            Outcome::Confirmed => State::Confirmed,
            Outcome::Waiting { .. } => State::Waiting,
            Outcome::Refused(_) => State::Cancelled,
        };
        let since = rush.end_of_line(NOW);
        rush.admit(Entry { since, ..entry(number, 1, state) });
        outcomes.push(outcome);
    }
    assert!(outcomes[..50].iter().all(|outcome| *outcome == Outcome::Confirmed));
    assert_eq!(rush.in_use(NOW), 50);
    for (index, outcome) in outcomes.iter().enumerate().skip(50) {
        match outcome {
            Outcome::Refused(refusal) => {
                assert!(refusal.can_wait && index % 2 == 0);
                let expected = if index == 50 { Reason::Full } else { Reason::OthersWait };
                assert_eq!((refusal.reason, refusal.free), (expected, Some(0)));
            }
            Outcome::Waiting { position } => {
                assert_eq!(usize::try_from(*position).unwrap(), (index - 49) / 2);
            }
            Outcome::Confirmed => panic!("a fifty-first seat"),
        }
    }
}

#[test]
fn hard_case_05_a_dead_hold_keeps_no_seat() {
    let mut abandoned = entry(1, 1, State::Hold);
    abandoned.deadline = Some(NOW);
    let last_seat = situation(9, vec![abandoned]);
    assert_eq!(decide(&ask(1), &last_seat, NOW), Outcome::Confirmed);
}

/// What a store does in one transaction: the move, then time works.
fn give_back(situation: &mut Situation, entry: &Entry, now: Instant) -> Vec<(EntryId, State)> {
    let step = cancel(entry, Party::Guest, now).unwrap();
    situation.apply(&step);
    advance(situation, now).into_iter().map(|step| (step.id, step.to)).collect()
}

#[test]
fn hard_case_08_a_cancelled_seat_goes_to_the_first_person_waiting_and_not_to_a_stranger() {
    let mut full = situation(10, vec![waiting(2, 1), waiting(3, 1)]);
    let steps = give_back(&mut full, &entry(1, 1, State::Confirmed), NOW);
    assert_eq!(steps, vec![(id(2), State::Offered)]);
    let Outcome::Refused(refusal) = decide(&ask(1), &full, NOW) else {
        panic!("the stranger overtook the line");
    };
    assert_eq!((refusal.reason, refusal.can_wait), (Reason::OthersWait, true));
    assert_eq!(decide(&ask_or_wait(1), &full, NOW), Outcome::Waiting { position: 2 });
}

#[test]
fn hard_case_08_an_offer_declined_or_run_out_goes_to_the_next() {
    let mut line = situation(9, vec![offered(1, 1), waiting(2, 1), waiting(3, 1)]);
    let declined = decline(&offered(1, 1), NOW).unwrap();
    line.apply(&declined);
    let steps = advance(&mut line, NOW);
    assert_eq!((steps[0].id, steps[0].to), (id(2), State::Offered));
    let deadline = steps[0].deadline.unwrap();
    assert_eq!(line.next_deadline(), Some(deadline));
    let later: Vec<_> = advance(&mut line, deadline).into_iter().map(|step| (step.id, step.to)).collect();
    assert_eq!(later, vec![(id(2), State::Expired), (id(3), State::Offered)]);
}

#[test]
fn hard_case_08_an_offer_taken_and_then_cancelled_is_closed_and_its_seat_goes_on() {
    let mut line = situation(9, vec![offered(1, 1), waiting(2, 1)]);
    let taken = accept(&offered(1, 1), &line, NOW).unwrap();
    line.apply(&taken);
    assert_eq!((line.seated, line.in_use(NOW)), (10, 10));
    let mine = Entry { state: State::Confirmed, deadline: None, ..offered(1, 1) };
    let steps = give_back(&mut line, &mine, NOW);
    assert_eq!(steps, vec![(id(2), State::Offered)]);
    assert_eq!(line.position(id(1)), None);
    assert!(line.pending.iter().all(|entry| entry.id != id(1)));
    let closed = Entry { state: State::Cancelled, ..mine };
    assert_eq!(accept(&closed, &line, NOW), Err(MoveError::WrongState { found: State::Cancelled }));
}

#[test]
fn hard_case_08_capacity_up_and_down_never_makes_more_offers_than_seats() {
    let mut line = situation(10, (1..=6).map(|number| waiting(number, 1)).collect());
    for (capacity, new_offers) in [(12, 2), (9, 0), (12, 0), (13, 1), (3, 0), (14, 1)] {
        line.rules.capacity = Some(capacity);
        assert_eq!(advance(&mut line, NOW).len(), new_offers, "{capacity}");
    }
    assert_eq!(line.in_use(NOW), 14);
}

#[test]
fn hard_case_08_an_offer_is_shorter_near_the_start_and_none_is_made_after_the_end() {
    let freed = situation(9, vec![waiting(1, 1)]);
    let offer_at = |now| advance(&mut freed.clone(), now).first().and_then(|step| step.deadline);
    let far = offer_at(NOW).unwrap();
    assert_eq!(far, NOW.plus(Span::from_hours(24)));
    let near = rules().starts.minus(Span::from_hours(20));
    assert_eq!(offer_at(near), Some(near.plus(Span::from_hours(5))));
    assert_eq!(offer_at(rules().closes), None);
    assert_eq!(offer_at(rules().starts), None);
}

#[test]
fn hard_case_09_a_family_of_three_two_free_seats_and_one_person_behind() {
    let line = situation(8, vec![waiting(1, 3), waiting(2, 1)]);
    let mut strict = line.clone();
    assert_eq!(advance(&mut strict, NOW), vec![], "nobody is overtaken");
    let mut fill = with(&line, |rules| rules.waitlist = Waitlist::Fill);
    let steps = advance(&mut fill, NOW);
    assert_eq!(steps.len(), 1);
    assert_eq!((steps[0].id, steps[0].seats), (id(2), 1));
    assert_eq!(fill.position(id(1)), Some(1), "the family keeps its place");
    for mut situation in [strict, fill] {
        situation.seated = 5;
        let steps = advance(&mut situation, NOW);
        assert_eq!((steps[0].id, steps[0].seats), (id(1), 3), "all three or nobody");
    }
}

#[test]
fn hard_case_13_limits_count_all_bookings_of_a_person_and_only_staff_set_them_aside() {
    let mut mine = situation(6, vec![waiting(1, 2)]);
    mine.own_seats = 6;
    let refused = |request: &crate::Request| match decide(request, &mine, NOW) {
        Outcome::Refused(refusal) => Some(refusal.reason),
        _ => None,
    };
    let limit = Reason::PersonLimit { at_most: 8, has: 6 };
    assert_eq!(refused(&ask(3)), Some(limit));
    assert_eq!(refused(&ask_or_wait(3)), Some(limit), "waiting does not help either");
    assert_eq!(refused(&ask(2)), Some(Reason::OthersWait));
    assert_eq!(refused(&super::fixtures::insist(3)), Some(Reason::OthersWait));
}
