//! The words for where a registration stands, what happened to it, and why something is not possible.

use booking::{MoveError, PlaceInLine, Reason, State};

use crate::bookings::Booking;
use crate::bookings::store::LogLine;
use crate::clock::Instant;
use crate::features::events::letters::deadline_words;
use crate::features::events::programme::Badge;
use crate::features::events::registration_form::reason_words;
use crate::tenancy::{Hub, Visit};
use crate::texts::{Texts, dates};

/// Where a registration stands, with its place in the line, when it waits and that is known.
pub fn badge(t: Texts, hub: &Hub, booking: &Booking, place: Option<PlaceInLine>) -> Badge {
    let waiting = |place: PlaceInLine| {
        let number = i64::from(place.number);
        if place.within_quota { t.training_staff_position(number) } else { t.events_waitlist_position(number) }
    };
    match (booking.state, place) {
        (State::Waiting, Some(place)) => plain_badge("warn", "i-queue", waiting(place)),
        _ => badge_at(t, hub, booking),
    }
}

fn badge_at(t: Texts, hub: &Hub, booking: &Booking) -> Badge {
    match booking.state {
        State::Offered => {
            plain_badge("info", "i-clock", t.events_staff_offered_until(booking.deadline.map(|at| deadline_words(t, hub, at)).unwrap_or_default()))
        }
        State::Attended => plain_badge("ok", "i-tick", t.events_staff_here_since(time_of(t, hub, booking.changed_at))),
        state => state_badge(t, state),
    }
}

/// The same from the state alone, for lists over several dates.
pub fn state_badge(t: Texts, state: State) -> Badge {
    match state {
        State::Confirmed => plain_badge("ok", "i-check", t.events_staff_confirmed().to_owned()),
        State::Attended => plain_badge("ok", "i-tick", t.events_staff_attended().to_owned()),
        State::NoShow => plain_badge("plain", "i-no", t.events_staff_no_show().to_owned()),
        State::Waiting => plain_badge("warn", "i-queue", t.events_staff_waiting().to_owned()),
        State::Offered => plain_badge("info", "i-clock", t.events_staff_offered().to_owned()),
        State::Hold | State::Requested => plain_badge("plain", "i-clock", t.events_staff_held().to_owned()),
        State::Cancelled => plain_badge("bad", "i-no", t.events_staff_cancelled().to_owned()),
        State::Declined => plain_badge("plain", "i-no", t.events_staff_declined().to_owned()),
        State::Expired => plain_badge("plain", "i-clock", t.events_staff_expired().to_owned()),
    }
}

fn plain_badge(tone: &'static str, icon: &'static str, words: String) -> Badge {
    Badge { tone, icon, words }
}

/// "13:42 Uhr" in the hub's zone.
pub fn time_of(t: Texts, hub: &Hub, at: Instant) -> String {
    let minute = hub.local(at).time().round(jiff::civil::TimeRound::new().smallest(jiff::Unit::Minute).mode(jiff::RoundMode::Trunc));
    dates::time(t.lang, minute.unwrap_or_default())
}

/// "Di., 1.12., 13:42 Uhr" in the hub's zone.
pub fn moment_of(t: Texts, hub: &Hub, at: Instant) -> String {
    format!("{}, {}", dates::day_short(t.lang, hub.local(at).date()), time_of(t, hub, at))
}

/// Who made a change, of those who work here. Offers and deadlines follow by themselves, whoever set them off.
pub fn history_by(line: &LogLine) -> String {
    if matches!(line.cause.as_str(), "freed" | "deadline_passed") { String::new() } else { line.by.clone() }
}

/// One line of a registration's history.
pub fn history_words(t: Texts, line: &LogLine) -> &'static str {
    match (line.cause.as_str(), State::parse(&line.became)) {
        ("asked", Some(State::Declined)) => t.events_staff_log_declined(),
        ("asked", _) => t.events_staff_log_accepted(),
        ("freed", _) => t.events_staff_log_offered(),
        ("deadline_passed", _) => t.events_staff_log_expired(),
        ("cancelled_by_guest", _) => t.events_staff_log_cancelled(),
        ("cancelled_by_staff", _) => t.events_staff_log_cancelled_here(),
        ("cancelled_by_hub", _) => t.events_staff_log_called_off(),
        ("resized", _) => t.events_staff_log_resized(),
        ("recorded", Some(State::Attended)) => t.events_staff_log_came(),
        ("recorded", Some(State::NoShow)) => t.events_staff_log_missed(),
        ("recorded", _) => t.events_staff_log_unrecorded(),
        ("undone", Some(State::Waiting)) => t.events_staff_log_rescinded(),
        ("undone", _) => t.events_staff_log_restored(),
        ("moved", _) => t.events_staff_log_moved(),
        ("corrected", _) => t.events_staff_log_corrected(),
        _ => t.events_staff_log_other(),
    }
}

/// Why a change is not possible, and what to do.
pub fn not_possible(visit: &Visit, error: &MoveError) -> (String, String) {
    let t = visit.t;
    match error {
        MoveError::Refused(refusal) => (reason_words(visit, refusal).0, next_step(t, &refusal.reason, refusal.can_wait).to_owned()),
        MoveError::DeadlinePassed { at } => (t.events_staff_too_late().to_owned(), t.events_staff_too_late_text(moment_of(t, &visit.hub, *at))),
        MoveError::TooEarly { from } => (t.events_staff_too_early().to_owned(), t.events_staff_too_early_text(moment_of(t, &visit.hub, *from))),
        MoveError::WrongState { .. } => (t.events_staff_done_stale().to_owned(), t.events_changed_meanwhile_text().to_owned()),
    }
}

/// What staff can do about a refusal.
pub fn next_step(t: Texts, reason: &Reason, can_wait: bool) -> &'static str {
    match reason {
        reason if is_limit(reason) => t.events_staff_step_limit(),
        // The form that comes back says so in the words of the date: sent once more, it is meant.
        Reason::NotOpenYet(_) | Reason::Closed | Reason::Started => t.events_staff_step_late(),
        _ if can_wait => t.events_staff_step_wait(),
        _ => t.events_staff_step_other(),
    }
}

/// Whether staff may set the reason aside: limits per person and per registration, never places.
pub fn is_limit(reason: &Reason) -> bool {
    matches!(reason, Reason::GroupTooLarge { .. } | Reason::PersonLimit { .. })
}
