use crate::{Instant, Span, State};

#[test]
fn every_state_has_a_stable_word_and_is_read_back_from_it() {
    let words = [
        (State::Hold, "hold"),
        (State::Requested, "requested"),
        (State::Confirmed, "confirmed"),
        (State::Attended, "attended"),
        (State::NoShow, "no_show"),
        (State::Cancelled, "cancelled"),
        (State::Waiting, "waiting"),
        (State::Offered, "offered"),
        (State::Declined, "declined"),
        (State::Expired, "expired"),
    ];
    assert_eq!(words.map(|(state, _)| state), State::ALL);
    for (state, word) in words {
        assert_eq!(state.as_str(), word);
        assert_eq!(State::parse(word), Some(state));
    }
    assert_eq!(State::parse("Confirmed"), None);
    assert_eq!(State::parse(""), None);
}

#[test]
fn states_say_whether_they_hold_seats_and_whether_they_are_open() {
    // state, holds seats, seated, pending, open
    let table = [
        (State::Hold, true, false, true, true),
        (State::Requested, true, false, true, true),
        (State::Confirmed, true, true, false, true),
        (State::Attended, true, true, false, false),
        (State::NoShow, true, true, false, false),
        (State::Cancelled, false, false, false, false),
        (State::Waiting, false, false, true, true),
        (State::Offered, true, false, true, true),
        (State::Declined, false, false, false, false),
        (State::Expired, false, false, false, false),
    ];
    for (state, holds, seated, pending, open) in table {
        assert_eq!(state.holds_seats(), holds, "{state:?}");
        assert_eq!(state.is_seated(), seated, "{state:?}");
        assert_eq!(state.is_pending(), pending, "{state:?}");
        assert_eq!(state.is_open(), open, "{state:?}");
    }
}

#[test]
fn spans_are_counted_in_microseconds() {
    assert_eq!(Span::from_seconds(1).micros(), 1_000_000);
    assert_eq!(Span::from_minutes(1), Span::from_seconds(60));
    assert_eq!(Span::from_hours(1), Span::from_minutes(60));
    assert_eq!(Span::from_days(1), Span::from_hours(24));
    assert_eq!(Span::from_seconds(119).minutes(), 1);
    assert_eq!(Span::from_micros(0), Span::ZERO);
    assert_eq!(Span::from_days(i64::MAX).micros(), i64::MAX);
}

#[test]
fn instants_are_moved_by_spans_and_stop_at_the_ends() {
    let noon = Instant::from_micros(1_000);
    assert_eq!(noon.plus(Span::from_micros(5)).micros(), 1_005);
    assert_eq!(noon.minus(Span::from_micros(5)).micros(), 995);
    assert_eq!(noon.since(Instant::from_micros(400)).micros(), 600);
    assert_eq!(Instant::MAX.plus(Span::from_days(1)), Instant::MAX);
    assert_eq!(Instant::from_micros(i64::MIN).minus(Span::from_days(1)).micros(), i64::MIN);
    assert_eq!(format!("{noon:?}"), "Instant(1000 µs)");
}
