//! The people of one date, as lists show them.

use booking::State;

use super::beside::Beside;
use super::{Dated, registration_path, wording};
use crate::auth::{Role, Staff};
use crate::bookings::{Booking, Paper};
use crate::clock::Instant;
use crate::features::events::programme::Badge;
use crate::texts::spelling::fold;
use crate::texts::typed::phone_href;

/// One registration in a list.
#[derive(Debug, Clone)]
pub struct Person {
    /// Key of the registration.
    pub id: String,
    /// Number in the list, which for those who wait is in the order of the line; 0 for none.
    pub number: u32,
    /// Name.
    pub name: String,
    /// "2 Personen", with names as far as given; empty for one person.
    pub party: String,
    /// How many.
    pub seats: u32,
    /// Names of those who come along, as far as given.
    pub companions: String,
    /// To which member organisation it belongs; empty for none, for helpers, and in lists over several dates.
    pub organisation: String,
    /// What the person told the hub.
    pub note: String,
    /// Answers to the event's own questions.
    pub answers: Vec<String>,
    /// Wants a slip at the counter.
    pub wants_slip: bool,
    /// Wants a letter.
    pub wants_letter: bool,
    /// Telephone as given; empty for helpers.
    pub phone: String,
    /// For `tel:` links; empty when the number cannot be dialled as written.
    pub phone_href: String,
    /// Mail address; empty for helpers.
    pub email: String,
    /// Where it stands.
    pub badge: Badge,
    /// Has arrived.
    pub is_in: bool,
    /// Noted as missing.
    pub is_missing: bool,
    /// The page of the registration; nothing for helpers.
    pub href: Option<String>,
}

/// The people of a date, by where they stand.
#[derive(Debug, Clone, Default)]
pub struct People {
    /// Those with a place, by name.
    pub seated: Vec<Person>,
    /// Those for whom a place is kept.
    pub offered: Vec<Person>,
    /// Those who wait, in order.
    pub waiting: Vec<Person>,
    /// Those who cancelled or did not answer.
    pub gone: Vec<Person>,
}

impl People {
    /// Sorts the bookings of a date, which come in the order of the line. Helpers get those with a place, without contact.
    pub fn of(staff: &Staff, bookings: &[Booking], beside: &Beside) -> Self {
        let mut seated: Vec<&Booking> = bookings.iter().filter(|booking| booking.state.is_seated()).collect();
        seated.sort_by_cached_key(|booking| fold(&booking.name));
        let seated = numbered(staff, seated.into_iter(), beside);
        if staff.role < Role::Staff {
            return Self { seated, ..Self::default() };
        }
        let with = |wanted: fn(State) -> bool| numbered(staff, bookings.iter().filter(move |booking| wanted(booking.state)), beside);
        Self {
            seated,
            // An offer has left the line: its place there is over.
            offered: with(|state| matches!(state, State::Offered | State::Hold | State::Requested))
                .into_iter()
                .map(|person| Person { number: 0, ..person })
                .collect(),
            waiting: with(|state| state == State::Waiting),
            gone: with(|state| !state.is_seated() && !state.is_pending()),
        }
    }
}

fn numbered<'a>(staff: &Staff, bookings: impl Iterator<Item = &'a Booking>, beside: &Beside) -> Vec<Person> {
    (1..).zip(bookings).map(|(number, booking)| person(staff, booking, number, beside)).collect()
}

/// One registration as a line.
pub fn person(staff: &Staff, booking: &Booking, number: u32, beside: &Beside) -> Person {
    let (t, hub) = (staff.visit.t, &staff.visit.hub);
    let sees_contact = staff.role >= Role::Staff;
    let contact = |text: &String| if sees_contact { text.clone() } else { String::new() };
    Person {
        id: booking.id.to_string(),
        number,
        name: if booking.is_erased() { t.events_staff_erased().to_owned() } else { booking.name.clone() },
        party: party(staff, booking),
        seats: booking.seats,
        companions: booking.companions.join(", "),
        organisation: if sees_contact { beside.organisation(t, booking) } else { String::new() },
        note: booking.note.clone(),
        answers: if sees_contact { booking.answers.iter().map(|answer| format!("{} {}", answer.question, answer.answer)).collect() } else { Vec::new() },
        wants_slip: booking.paper == Paper::Slip,
        wants_letter: booking.paper == Paper::Letter,
        phone_href: phone_href(&contact(&booking.phone)).unwrap_or_default(),
        phone: contact(&booking.phone),
        email: contact(&booking.email),
        badge: wording::badge(t, hub, booking, beside.place(booking)),
        is_in: booking.state == State::Attended,
        is_missing: booking.state == State::NoShow,
        href: (sees_contact && !booking.is_erased()).then(|| registration_path(&staff.visit, booking.id)),
    }
}

fn party(staff: &Staff, booking: &Booking) -> String {
    let count = staff.visit.t.events_staff_persons(i64::from(booking.seats));
    match (booking.seats, booking.companions.is_empty()) {
        (0 | 1, true) => String::new(),
        (_, true) => count,
        (_, false) => staff.visit.t.events_staff_persons_with(&count, booking.companions.join(", ")),
    }
}

/// How many people are expected, and how many of them are there.
pub fn headcount<'a>(bookings: impl Iterator<Item = &'a Booking>) -> (u32, u32) {
    bookings.filter(|booking| booking.state.is_seated()).fold((0, 0), |(expected, there), booking| {
        let came = if booking.state == State::Attended { booking.seats } else { 0 };
        (expected + booking.seats, there + came)
    })
}

/// What may be noted about arrivals at an instant: that people came from a day before the start, that they did not once it has begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doors {
    /// Arrivals can be noted.
    pub open: bool,
    /// So can absences.
    pub begun: bool,
}

impl Doors {
    /// For a date that starts at an instant.
    pub fn at(starts: Instant, now: Instant) -> Self {
        Self { open: now >= starts.minus(booking::ATTENDANCE_OPENS_BEFORE), begun: now >= starts }
    }

    /// For a date.
    pub fn of(dated: &Dated, now: Instant) -> Self {
        Self::at(dated.occurrence.starts, now)
    }
}
