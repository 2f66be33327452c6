use super::fixtures::{EVERYTHING, NOW, ask, ask_or_wait, entry, insist, offered, rules, situation, waiting, with};
use crate::{Channel, Outcome, Overrides, Reason, Refusal, Request, Situation, Span, State, Waitlist, decide};

fn refusal(request: &Request, situation: &Situation) -> Refusal {
    match decide(request, situation, NOW) {
        Outcome::Refused(refusal) => refusal,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

fn reason(request: &Request, situation: &Situation) -> Reason {
    refusal(request, situation).reason
}

#[test]
fn free_seats_are_confirmed_down_to_the_last_one() {
    assert_eq!(decide(&ask(5), &situation(5, vec![]), NOW), Outcome::Confirmed);
    let kept = situation(5, vec![offered(1, 4)]);
    assert_eq!(decide(&ask(1), &kept, NOW), Outcome::Confirmed);
    let unlimited = with(&situation(5000, vec![]), |rules| rules.capacity = None);
    assert_eq!(decide(&ask(5), &unlimited, NOW), Outcome::Confirmed);
}

#[test]
fn one_seat_too_many_is_refused_as_full_and_says_how_many_are_left() {
    let expected = Refusal { reason: Reason::Full, free: Some(2), can_wait: true };
    assert_eq!(refusal(&ask(3), &situation(8, vec![])), expected);
    let kept = situation(5, vec![offered(1, 2), entry(2, 1, State::Hold)]);
    assert_eq!(refusal(&ask(3), &kept), expected);
}

#[test]
fn the_seats_of_a_hold_that_has_run_out_can_be_had() {
    let mut hold = entry(1, 5, State::Hold);
    hold.deadline = Some(NOW);
    let busy = situation(5, vec![hold]);
    assert_eq!(decide(&ask(5), &busy, NOW), Outcome::Confirmed);
    assert_eq!(decide(&ask(5), &busy, NOW.minus(Span::from_micros(1))), Outcome::Refused(Refusal { reason: Reason::Full, free: Some(0), can_wait: true }));
}

#[test]
fn zero_seats_are_no_booking() {
    assert_eq!(reason(&ask(0), &situation(0, vec![])), Reason::NoSeats);
    assert_eq!(reason(&insist(0), &situation(0, vec![])), Reason::NoSeats);
}

#[test]
fn an_occasion_without_registration_or_called_off_takes_nobody_not_even_by_staff() {
    let open = situation(0, vec![]);
    let walk_in = with(&open, |rules| rules.registration = false);
    let off = with(&open, |rules| rules.cancelled = true);
    let both = with(&walk_in, |rules| rules.cancelled = true);
    for request in [ask(1), insist(1)] {
        assert_eq!(reason(&request, &walk_in), Reason::NotNeeded);
        assert_eq!(reason(&request, &off), Reason::Cancelled);
        assert_eq!(reason(&request, &both), Reason::Cancelled);
    }
    assert!(!refusal(&ask_or_wait(1), &off).can_wait);
}

#[test]
fn the_window_of_registration_is_half_open() {
    let tick = Span::from_micros(1);
    let base = situation(0, vec![]);
    let opening = |opens| with(&base, |rules| rules.opens = Some(opens));
    assert_eq!(reason(&ask(1), &opening(NOW.plus(tick))), Reason::NotOpenYet(NOW.plus(tick)));
    assert_eq!(decide(&ask(1), &opening(NOW), NOW), Outcome::Confirmed);
    let closing = |closes| with(&base, |rules| rules.closes = closes);
    assert_eq!(reason(&ask(1), &closing(NOW)), Reason::Closed);
    assert_eq!(decide(&ask(1), &closing(NOW.plus(tick)), NOW), Outcome::Confirmed);
    let starting = |starts| with(&base, |rules| rules.starts = starts);
    assert_eq!(reason(&ask(1), &starting(NOW)), Reason::Started);
    assert_eq!(decide(&ask(1), &starting(NOW.plus(tick)), NOW), Outcome::Confirmed);
    let without = with(&base, |rules| rules.opens = None);
    assert_eq!(decide(&ask(1), &without, NOW), Outcome::Confirmed);
    let over = with(&closing(NOW), |rules| rules.starts = NOW);
    assert_eq!(reason(&ask(1), &over), Reason::Started, "the plainer of two reasons");
}

#[test]
fn staff_may_set_the_window_aside_and_guests_may_not() {
    let base = situation(0, vec![]);
    let shut = [
        with(&base, |rules| {
            rules.opens = Some(NOW.plus(Span::from_days(1)));
        }),
        with(&base, |rules| rules.closes = NOW),
        with(&base, |rules| rules.starts = NOW),
    ];
    for situation in shut {
        assert_eq!(decide(&insist(1), &situation, NOW), Outcome::Confirmed);
        let guest = Request { channel: Channel::Public, ..insist(1) };
        assert_eq!(reason(&guest, &situation), reason(&ask(1), &situation));
        let only_limits = Request { overrides: Overrides { window: false, ..EVERYTHING }, ..insist(1) };
        assert_eq!(reason(&only_limits, &situation), reason(&ask(1), &situation));
    }
}

#[test]
fn limits_name_what_is_allowed_and_staff_may_set_them_aside() {
    let base = situation(0, vec![]);
    assert_eq!(reason(&ask(6), &base), Reason::GroupTooLarge { at_most: 5 });
    let mut again = base.clone();
    again.own_seats = 5;
    assert_eq!(decide(&ask(3), &again, NOW), Outcome::Confirmed);
    assert_eq!(reason(&ask(4), &again), Reason::PersonLimit { at_most: 8, has: 5 });
    assert!(!refusal(&ask_or_wait(4), &again).can_wait);
    assert_eq!(decide(&insist(6), &base, NOW), Outcome::Confirmed);
    assert_eq!(decide(&insist(4), &again, NOW), Outcome::Confirmed);
    let only_window = Request { overrides: Overrides { limits: false, ..EVERYTHING }, ..insist(6) };
    assert_eq!(reason(&only_window, &base), Reason::GroupTooLarge { at_most: 5 });
}

#[test]
fn a_group_larger_than_everything_is_told_so_and_never_put_in_line() {
    let small = with(&situation(3, vec![]), |rules| rules.capacity = Some(3));
    let expected = Refusal { reason: Reason::NeverFits { capacity: 3 }, free: Some(0), can_wait: false };
    assert_eq!(refusal(&ask_or_wait(4), &small), expected);
    assert_eq!(refusal(&insist(4), &small), expected);
    assert_eq!(reason(&ask(3), &small), Reason::Full);
}

#[test]
fn nothing_sets_the_capacity_or_the_line_aside() {
    assert_eq!(reason(&insist(1), &situation(10, vec![])), Reason::Full);
    let line = situation(8, vec![waiting(1, 3)]);
    assert_eq!(reason(&insist(1), &line), Reason::OthersWait);
}

#[test]
fn a_stranger_is_not_served_before_those_who_wait() {
    for policy in [Waitlist::Strict, Waitlist::Fill] {
        let line = with(&situation(8, vec![waiting(1, 3), waiting(2, 4)]), |rules| {
            rules.waitlist = policy;
        });
        let expected = Refusal { reason: Reason::OthersWait, free: Some(2), can_wait: true };
        assert_eq!(refusal(&ask(1), &line), expected);
        assert_eq!(decide(&ask_or_wait(1), &line, NOW), Outcome::Waiting { position: 3 });
    }
}

#[test]
fn whoever_agreed_to_wait_goes_to_the_end_of_the_line() {
    let full = situation(10, vec![]);
    assert_eq!(decide(&ask_or_wait(2), &full, NOW), Outcome::Waiting { position: 1 });
    let offers_do_not_count = situation(8, vec![offered(1, 2), waiting(2, 1)]);
    assert_eq!(decide(&ask_or_wait(2), &offers_do_not_count, NOW), Outcome::Waiting { position: 2 });
}

#[test]
fn without_a_waiting_list_nobody_new_may_wait() {
    let off = |situation: &Situation| with(situation, |rules| rules.waitlist = Waitlist::Off);
    let full = refusal(&ask_or_wait(1), &off(&situation(10, vec![])));
    assert_eq!((full.reason, full.can_wait), (Reason::Full, false));
    let line = refusal(&ask_or_wait(1), &off(&situation(9, vec![waiting(1, 2)])));
    assert_eq!((line.reason, line.can_wait), (Reason::OthersWait, false));
}

#[test]
fn nobody_is_put_in_a_line_that_will_not_move_any_more() {
    let closed = with(&situation(10, vec![]), |rules| rules.closes = NOW);
    let late = Request { waitlist: true, ..insist(1) };
    let refused = refusal(&late, &closed);
    assert_eq!((refused.reason, refused.can_wait), (Reason::Full, false));
    let door = with(&situation(8, vec![waiting(1, 1)]), |rules| {
        rules.closes = NOW;
    });
    assert_eq!(decide(&late, &door, NOW), Outcome::Confirmed, "the line is over");
}

#[test]
fn an_offer_lasts_its_span_or_a_quarter_of_the_time_left_but_half_an_hour_at_least() {
    // minutes until closing, minutes until the start, span of the hub, expected minutes
    let table = [
        (14_000, 14_400, 1_440, 1_440),
        (5_000, 5_760, 1_440, 1_440),
        (4_000, 4_800, 1_440, 1_200),
        (470, 480, 1_440, 120),
        (100, 480, 1_440, 100),
        (110, 120, 1_440, 30),
        (100, 110, 1_440, 30),
        (20, 110, 1_440, 20),
        (90, 10, 1_440, 10),
        (14_000, 14_400, 5, 30),
        (14_000, 14_400, -5, 30),
    ];
    for (closes, starts, span, expected) in table {
        let mut rules = rules();
        rules.closes = NOW.plus(Span::from_minutes(closes));
        rules.starts = NOW.plus(Span::from_minutes(starts));
        rules.offer_span = Span::from_minutes(span);
        let minutes = rules.offer_deadline(NOW).since(NOW).minutes();
        assert_eq!(minutes, expected, "{closes} {starts} {span}");
    }
}
