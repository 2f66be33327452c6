//! One registration with its history, and everything staff can do about it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use booking::State;
use booking::code::Code;

use super::beside::Beside;
use super::done::Done;
use super::people::{Doors, Person, person};
use super::{Dated, booking_id, load_occasion, wording};
use crate::auth::{Role, Staff, StaffFrame, StaffSection};
use crate::bookings::store::{LogLine, MADE};
use crate::bookings::{self, Booking, Channel, person_of};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::features::events::occurrence::{Occurrence, OccurrenceState};
use crate::features::events::programme::{Standing, standing};
use crate::features::events::registration_form::when_words;
use crate::features::events::{certificate, store};
use crate::ids::BookingId;
use crate::problem::Problem;
use crate::ui::{Fields, Flaws, Page};

#[derive(Template)]
#[template(path = "features/events/staff/registration.html")]
pub(super) struct RegistrationPage {
    frame: StaffFrame,
    done: Option<(bool, &'static str)>,
    banner: Option<(String, String)>,
    flaws: Flaws,
    id: String,
    title: String,
    when: String,
    room: String,
    called_off: bool,
    list_href: String,
    person: Person,
    companions: String,
    /// The number of people in the form that changes it.
    seats: u32,
    code: String,
    history: Vec<Happened>,
    missed: i64,
    doors: Doors,
    may: Possible,
    dates: Vec<(String, String, bool)>,
}

/// One line of the history: when, what, and who of those who work here.
struct Happened {
    at: String,
    what: &'static str,
    by: String,
}

/// What can be done with a registration as it stands.
#[derive(Debug, Clone, Copy)]
struct Possible {
    cancel: bool,
    restore: bool,
    answer: bool,
    change: bool,
    correct: bool,
    attend: bool,
    resend: bool,
    print: bool,
    certificate: bool,
}

/// Everything about one registration.
pub(super) struct Whole {
    pub booking: Booking,
    pub dated: Dated,
    pub others: Vec<Occurrence>,
    beside: Beside,
    history: Vec<LogLine>,
    missed: u32,
}

/// `GET /staff/registrations/{id}`
pub async fn show(staff: Staff, Path(id): Path<String>) -> Result<Page, Problem> {
    staff.needs(Role::Staff)?;
    let whole = find(&staff, booking_id(&id)?).await?;
    Page::personal(&page(&staff, &whole, None))
}

/// `GET /staff/registrations/{id}/certificate.pdf`: for those who have no mail address.
pub async fn certificate(staff: Staff, Path(id): Path<String>) -> Result<Response, Problem> {
    staff.needs(Role::Staff)?;
    let whole = find(&staff, booking_id(&id)?).await?;
    certificate::answer(&staff.visit, &whole.booking, &whole.dated.event, &whole.dated.occurrence)
}

/// A registration of this hub.
pub(super) async fn find(staff: &Staff, id: BookingId) -> Result<Whole, Problem> {
    let (hub, now) = (staff.visit.hub.id, staff.visit.now);
    let whole = staff.visit.app.read(hub, move |tx| load(tx, hub, id, now)).await?.ok_or(Problem::NotFound)?;
    if whole.booking.is_erased() { Err(Problem::Gone) } else { Ok(whole) }
}

fn load(tx: &Tx<'_>, hub: HubId, id: BookingId, now: Instant) -> DbResult<Option<Whole>> {
    let Some(booking) = bookings::store::booking(tx, hub, id)? else { return Ok(None) };
    let Some(dated) = load_occasion(tx, hub, booking.occasion)? else { return Ok(None) };
    let others = store::occurrences(tx, hub, dated.event.id, now)?.into_iter().filter(|other| other.id != dated.occurrence.id).collect();
    let history = bookings::store::history(tx, hub, id)?;
    let missed = person_of(&booking.email, &booking.phone).map_or(Ok(0), |person| bookings::store::missed(tx, hub, &person))?;
    let beside = Beside::of(tx, hub, &dated, std::slice::from_ref(&booking), now)?;
    Ok(Some(Whole { booking, dated, others, beside, history, missed }))
}

/// The page; `banner` says why the last try was not possible.
pub(super) fn page(staff: &Staff, whole: &Whole, banner: Option<(String, String)>) -> RegistrationPage {
    let (visit, t, booking, dated) = (&staff.visit, staff.visit.t, &whole.booking, &whole.dated);
    let whom = format!("{}: {}", t.events_staff_registration(), dated.event.title);
    RegistrationPage {
        frame: StaffFrame::new(staff, StaffSection::Registrations, whom),
        done: if banner.is_some() { None } else { just_done(staff, booking) },
        banner,
        flaws: Flaws::default(),
        id: booking.id.to_string(),
        title: dated.event.title.clone(),
        when: when_words(visit, &dated.occurrence),
        room: dated.room(),
        called_off: dated.occurrence.state == OccurrenceState::Cancelled,
        list_href: visit.links.to(&dated.path()),
        person: person(staff, booking, 0, &whole.beside),
        companions: booking.companions.join("\n"),
        seats: booking.seats,
        code: Code::parse(&booking.code).map_or_else(|| booking.code.clone(), |code| code.to_string()),
        history: history(staff, whole),
        missed: i64::from(whole.missed),
        doors: Doors::of(dated, visit.now),
        may: possible(whole, visit.now, certificate::is_due(visit, booking, &dated.event, &dated.occurrence)),
        dates: whole
            .others
            .iter()
            .filter(|other| other.state == OccurrenceState::Planned && other.starts > visit.now)
            .map(|other| other_date(staff, other))
            .collect(),
    }
}

impl RegistrationPage {
    /// The page with what was typed about the people who come; nothing when that cannot be changed any more.
    pub(super) fn with_party(mut self, typed: &Fields, seats: u32, flaws: Flaws) -> Option<Self> {
        self.frame = self.frame.invalid(true);
        (self.companions, self.seats, self.flaws) = (typed.lines("companions"), seats, flaws);
        self.may.change.then_some(self)
    }
}

/// How it was made, and what happened since.
fn history(staff: &Staff, whole: &Whole) -> Vec<Happened> {
    let (t, hub, booking) = (staff.visit.t, &staff.visit.hub, &whole.booking);
    let (made, since): (Vec<&LogLine>, Vec<&LogLine>) = whole.history.iter().partition(|line| line.cause == MADE);
    let first = Happened {
        at: wording::moment_of(t, hub, booking.created_at),
        what: if booking.channel == Channel::Staff { t.events_staff_by_staff() } else { t.events_staff_by_web() },
        by: made.first().map(|line| line.by.clone()).unwrap_or_default(),
    };
    let rest = since.into_iter().map(|line| Happened {
        at: wording::moment_of(t, hub, line.at),
        what: wording::history_words(t, line),
        by: wording::history_by(line),
    });
    std::iter::once(first).chain(rest).collect()
}

/// What just happened; somebody who was booked may have got a place in the line.
fn just_done(staff: &Staff, booking: &Booking) -> Option<(bool, &'static str)> {
    match (Done::of(&staff.visit.query)?, booking.state) {
        (Done::Booked, State::Waiting) => Some((false, staff.visit.t.events_staff_done_waiting())),
        _ => Done::banner(&staff.visit),
    }
}

fn possible(whole: &Whole, now: Instant, certificate: bool) -> Possible {
    let (booking, starts) = (&whole.booking, whole.dated.occurrence.starts);
    let is_open = booking.state.is_open();
    Possible {
        cancel: is_open,
        restore: booking.state == State::Cancelled && now < booking.changed_at.plus(bookings::UNDO),
        answer: booking.state == State::Offered && now < starts,
        change: is_open,
        correct: !booking.name.is_empty(),
        attend: booking.state.is_seated(),
        resend: booking.has_mail() && matches!(booking.state, State::Confirmed | State::Waiting | State::Offered) && now < starts,
        print: is_open,
        certificate,
    }
}

/// Key and words of a date to move to, and whether there is room for strangers.
fn other_date(staff: &Staff, other: &Occurrence) -> (String, String, bool) {
    let visit = &staff.visit;
    let now = standing(&other.into(), visit.now);
    let words = format!("{}: {}", when_words(visit, other), now.badge(visit.t, &visit.hub).words);
    (other.id.to_string(), words, matches!(now, Standing::Free { .. }))
}
