use super::fixtures::{EVERYTHING, NOW, entry, id, offered, rules, situation, waiting, with};
use crate::{
    Cause, Channel, Entry, Instant, MoveError, Overrides, Party, Reason, Situation, Span, State, Transition, accept, attend, cancel, confirm, decline, miss,
    resize, undo_attendance,
};

type Answer = Result<Transition, MoveError>;

fn begun() -> Instant {
    rules().starts
}

/// Tries a move from every state and expects exactly the given ways.
fn expect_ways(ways: &[(State, State)], attempt: impl Fn(&Entry) -> Answer) {
    for state in State::ALL {
        let entry = entry(1, 2, state);
        let expected = ways.iter().find(|(from, _)| *from == state);
        match (attempt(&entry), expected) {
            (Ok(step), Some((from, to))) => {
                assert_eq!((step.id, step.from, step.to), (id(1), *from, *to));
                assert_eq!((step.seats, step.deadline), (2, None));
            }
            (Err(error), None) => assert_eq!(error, MoveError::WrongState { found: state }),
            (answer, _) => panic!("{state:?}: {answer:?}"),
        }
    }
}

fn refused(answer: &Answer) -> Reason {
    match answer {
        Err(MoveError::Refused(refusal)) => refusal.reason,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

fn overdue(state: State) -> Entry {
    Entry { deadline: Some(NOW), ..entry(1, 2, state) }
}

#[test]
fn every_open_booking_can_be_given_back_and_no_finished_one() {
    let ways = [State::Hold, State::Requested, State::Confirmed, State::Waiting, State::Offered].map(|from| (from, State::Cancelled));
    for by in [Party::Guest, Party::Staff, Party::Hub] {
        expect_ways(&ways, |entry| {
            let answer = cancel(entry, by, NOW);
            if let Ok(step) = &answer {
                assert_eq!((step.cause, step.at), (Cause::Cancelled { by }, NOW));
            }
            answer
        });
    }
}

#[test]
fn an_offer_can_be_taken_or_turned_down() {
    let open = situation(0, vec![]);
    expect_ways(&[(State::Offered, State::Confirmed)], |entry| accept(entry, &open, NOW));
    expect_ways(&[(State::Offered, State::Declined), (State::Requested, State::Declined)], |entry| decline(entry, NOW));
    let step = accept(&offered(1, 2), &open, NOW).unwrap();
    assert_eq!((step.cause, step.at), (Cause::Asked, NOW));
    assert_eq!(decline(&offered(1, 2), NOW).unwrap().cause, Cause::Asked);
}

#[test]
fn a_hold_or_a_request_can_be_confirmed() {
    let open = situation(0, vec![]);
    let ways = [(State::Hold, State::Confirmed), (State::Requested, State::Confirmed)];
    expect_ways(&ways, |entry| confirm(entry, &open, NOW));
}

#[test]
fn nothing_can_be_done_with_a_hold_or_offer_at_or_after_its_deadline() {
    let open = situation(0, vec![]);
    let passed = MoveError::DeadlinePassed { at: NOW };
    let tick = Span::from_micros(1);
    let offer = overdue(State::Offered);
    assert_eq!(accept(&offer, &open, NOW), Err(passed));
    assert!(accept(&offer, &open, NOW.minus(tick)).is_ok());
    assert_eq!(decline(&offer, NOW), Err(passed));
    assert_eq!(cancel(&offer, Party::Guest, NOW), Err(passed));
    let hold = overdue(State::Hold);
    assert_eq!(confirm(&hold, &open, NOW), Err(passed));
    assert_eq!(confirm(&overdue(State::Requested), &open, NOW), Err(passed));
    let shrunk = resize(&hold, 1, &open, NOW, Channel::Public, Overrides::default());
    assert_eq!(shrunk, Err(passed));
    assert!(cancel(&overdue(State::Waiting), Party::Guest, NOW).is_ok());
    assert!(cancel(&overdue(State::Confirmed), Party::Guest, NOW).is_ok());
}

#[test]
fn an_offer_holds_when_the_capacity_was_lowered_or_registration_closed_meanwhile() {
    let base = situation(10, vec![offered(1, 2), waiting(2, 1)]);
    let tighter = [with(&base, |rules| rules.capacity = Some(3)), with(&base, |rules| rules.closes = NOW), with(&base, |rules| rules.registration = false)];
    for situation in tighter {
        assert!(accept(&offered(1, 2), &situation, NOW).is_ok());
    }
}

#[test]
fn an_offer_is_void_when_the_occasion_is_called_off_or_has_begun() {
    let base = situation(0, vec![]);
    let off = with(&base, |rules| rules.cancelled = true);
    let started = with(&base, |rules| rules.starts = NOW);
    assert_eq!(refused(&accept(&offered(1, 2), &off, NOW)), Reason::Cancelled);
    assert_eq!(refused(&accept(&offered(1, 2), &started, NOW)), Reason::Started);
    let hold = entry(1, 2, State::Hold);
    assert_eq!(refused(&confirm(&hold, &started, NOW)), Reason::Started);
    let before = NOW.minus(Span::from_micros(1));
    assert!(accept(&offered(1, 2), &started, before).is_ok());
}

#[test]
fn who_came_is_noted_from_a_day_before_and_who_did_not_from_the_start() {
    let rules = rules();
    expect_ways(&[(State::Confirmed, State::Attended), (State::NoShow, State::Attended)], |entry| attend(entry, &rules, begun()));
    expect_ways(&[(State::Confirmed, State::NoShow), (State::Attended, State::NoShow)], |entry| miss(entry, &rules, begun()));
    expect_ways(&[(State::Attended, State::Confirmed), (State::NoShow, State::Confirmed)], |entry| undo_attendance(entry, begun()));
    let guest = entry(1, 2, State::Confirmed);
    let day_before = begun().minus(Span::from_days(1));
    let tick = Span::from_micros(1);
    assert_eq!(attend(&guest, &rules, day_before.minus(tick)), Err(MoveError::TooEarly { from: day_before }));
    let step = attend(&guest, &rules, day_before).unwrap();
    assert_eq!((step.cause, step.at), (Cause::Recorded, day_before));
    assert_eq!(miss(&guest, &rules, begun().minus(tick)), Err(MoveError::TooEarly { from: begun() }));
}

fn as_guest(entry: &Entry, seats: u32, situation: &Situation) -> Answer {
    resize(entry, seats, situation, NOW, Channel::Public, Overrides::default())
}

fn as_staff(entry: &Entry, seats: u32, situation: &Situation) -> Answer {
    resize(entry, seats, situation, NOW, Channel::Staff, EVERYTHING)
}

#[test]
fn open_bookings_can_be_made_smaller_whatever_the_situation() {
    let shut = with(&situation(30, vec![waiting(9, 1)]), |rules| {
        rules.closes = NOW;
        rules.starts = NOW;
        rules.cancelled = true;
    });
    for state in State::ALL {
        let group = entry(1, 3, state);
        let answer = as_guest(&group, 2, &shut);
        if state.is_open() {
            let step = answer.unwrap();
            assert_eq!((step.from, step.to, step.seats), (state, state, 2));
            assert_eq!(step.cause, Cause::Resized { before: 3 });
            assert_eq!((step.deadline, step.at), (group.deadline, NOW));
        } else {
            assert_eq!(answer, Err(MoveError::WrongState { found: state }));
        }
    }
    assert!(as_guest(&entry(1, 3, State::Confirmed), 3, &shut).is_ok());
    let none = as_guest(&entry(1, 3, State::Confirmed), 0, &shut);
    assert_eq!(refused(&none), Reason::NoSeats);
}

#[test]
fn a_booking_grows_into_free_seats_for_which_nobody_waits() {
    let mine = entry(1, 2, State::Confirmed);
    let mut open = situation(8, vec![]);
    open.own_seats = 2;
    assert_eq!(as_guest(&mine, 4, &open).unwrap().seats, 4);
    assert_eq!(refused(&as_guest(&mine, 5, &open)), Reason::Full);
    assert_eq!(refused(&as_staff(&mine, 5, &open)), Reason::Full);
    open.pending.push(waiting(9, 5));
    assert_eq!(refused(&as_guest(&mine, 3, &open)), Reason::OthersWait);
    assert_eq!(refused(&as_staff(&mine, 3, &open)), Reason::OthersWait);
}

#[test]
fn a_booking_grows_within_the_limits_and_the_window() {
    let mine = entry(1, 2, State::Confirmed);
    let mut open = situation(2, vec![]);
    open.own_seats = 6;
    assert_eq!(refused(&as_guest(&mine, 6, &open)), Reason::GroupTooLarge { at_most: 5 });
    assert!(as_guest(&mine, 4, &open).is_ok(), "four others and four are eight");
    assert_eq!(refused(&as_guest(&mine, 5, &open)), Reason::PersonLimit { at_most: 8, has: 4 });
    assert!(as_staff(&mine, 6, &open).is_ok());
    assert_eq!(refused(&as_staff(&mine, 11, &open)), Reason::NeverFits { capacity: 10 });
    let closed = with(&open, |rules| rules.closes = NOW);
    assert_eq!(refused(&as_guest(&mine, 3, &closed)), Reason::Closed);
    assert!(as_staff(&mine, 3, &closed).is_ok());
    let off = with(&open, |rules| rules.cancelled = true);
    assert_eq!(refused(&as_staff(&mine, 3, &off)), Reason::Cancelled);
}

#[test]
fn a_group_in_the_line_grows_only_at_its_end() {
    let line = situation(10, vec![waiting(1, 2), waiting(2, 2)]);
    assert_eq!(refused(&as_guest(&waiting(1, 2), 3, &line)), Reason::OthersWait);
    let step = as_guest(&waiting(2, 2), 3, &line).unwrap();
    assert_eq!((step.from, step.to, step.seats), (State::Waiting, State::Waiting, 3));
    let fill = with(&situation(10, vec![waiting(1, 2), waiting(2, 11)]), |rules| {
        rules.waitlist = crate::Waitlist::Fill;
    });
    assert!(as_guest(&waiting(1, 2), 3, &fill).is_ok(), "a group larger than everything cannot be set back");
}

#[test]
fn errors_can_be_read() {
    let texts = [
        (MoveError::WrongState { found: State::NoShow }, "the booking is no_show"),
        (MoveError::DeadlinePassed { at: NOW }, "the deadline has passed"),
        (MoveError::TooEarly { from: NOW }, "not possible yet"),
    ];
    for (error, text) in texts {
        assert_eq!(error.to_string(), text);
    }
    let full = as_guest(&entry(1, 2, State::Confirmed), 3, &situation(10, vec![]));
    assert_eq!(full.unwrap_err().to_string(), "refused: Full");
}
