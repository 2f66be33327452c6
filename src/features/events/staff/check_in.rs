//! At the door: noting who comes by the code of the confirmation, typed or read by a scanner, and counting those without one.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use booking::State;
use booking::code::Code;
use serde::Deserialize;

use super::beside::Beside;
use super::done::Done;
use super::people::{Doors, Person, headcount, person};
use super::{Dated, day, load_occasion, may_see};
use crate::auth::{Staff, StaffFrame, StaffPosted, StaffSection};
use crate::bookings::{self, Booking, Changed, Desk};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::features::events::Seats;
use crate::features::events::occurrence::OccurrenceState;
use crate::features::events::programme::time_words;
use crate::features::events::registration_form::when_words;
use crate::features::events::store::{self, Count, Line, StaffLine};
use crate::ids::{BookingId, OccasionId};
use crate::problem::Problem;
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Page, see_other};

/// Dates that began longer ago are not looked for, even if they last until today.
const LONGEST_DATE: booking::Span = booking::Span::from_days(31);
/// So many people at once can be counted by one tap.
const GROUP_AT_MOST: i64 = 100;

#[derive(Template)]
#[template(path = "features/events/staff/check_in.html")]
struct CheckInPage {
    frame: StaffFrame,
    flaws: Flaws,
    done: Option<(bool, &'static str)>,
    day: String,
    typed: String,
    arrived: Option<Arrived>,
    dates: Vec<DoorRow>,
    house: i64,
}

/// Who was noted last.
struct Arrived {
    person: Person,
    title: String,
    when: String,
    room: String,
}

/// One date of today with the people at its door.
struct DoorRow {
    id: String,
    strand: &'static str,
    time: String,
    title: String,
    room: String,
    there: String,
    walk_ins: i64,
    href: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Query {
    last: String,
}

/// What the page shows, as loaded.
struct Door {
    last: Option<(Booking, Dated)>,
    lines: Vec<(StaffLine, Vec<Booking>)>,
    walk_ins: Vec<(Option<OccasionId>, i64)>,
}

/// `GET /staff/check-in`; `last` is the registration that was noted last.
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    let query: Query = serde_html_form::from_str(&staff.visit.query).unwrap_or_default();
    let last = query.last.parse().ok().map(BookingId);
    page(&staff, last, String::new(), Flaws::default()).await
}

/// `POST /staff/check-in`: notes that the people of a code are here.
pub async fn create(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let (staff, typed) = (posted.staff, posted.form.line("code"));
    match arrive(&staff, &typed).await? {
        Ok(id) => Ok(see_other(&staff.visit.links.to(&format!("/staff/check-in?last={id}")))),
        Err(words) => {
            let mut flaws = Flaws::default();
            flaws.add("code", words);
            Ok(page(&staff, None, typed, flaws).await?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
    }
}

/// `POST /staff/walk-ins`: counts `persons` who came without a registration, to the date `date` or to the house.
pub async fn count(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let (staff, form) = (&posted.staff, &posted.form);
    let persons = form.get("persons").parse::<i64>().ok().filter(|n| (1..=GROUP_AT_MOST).contains(&n.abs())).ok_or(Problem::Unreadable("number of people"))?;
    let occasion = match form.get("date") {
        "" => None,
        id => Some(OccasionId(id.parse().map_err(|_| Problem::NotFound)?)),
    };
    let hub = staff.visit.hub.id;
    if let Some(id) = occasion {
        let dated = staff.visit.app.read(hub, move |tx| load_occasion(tx, hub, id)).await?.ok_or(Problem::NotFound)?;
        may_see(staff, &dated.occurrence)?;
    }
    let day = staff.visit.hub.today(staff.visit.now).to_string();
    let count = Count { occasion, day, persons, form_key: posted.key.clone() };
    staff.visit.app.write_keyed(hub, move |tx, now| store::count_walk_ins(tx, hub, &count, now)).await?;
    Ok(see_other(&staff.visit.links.to("/staff/check-in")))
}

/// Notes an arrival, or says in words why not.
async fn arrive(staff: &Staff, typed: &str) -> Result<Result<BookingId, String>, Problem> {
    let (t, hub) = (staff.visit.t, staff.visit.hub.id);
    if typed.is_empty() {
        return Ok(Err(t.events_door_no_code().to_owned()));
    }
    let found = match Code::parse(typed) {
        Some(code) => staff.visit.app.read(hub, move |tx| by_code(tx, hub, code)).await?,
        None => None,
    };
    let Some((booking, dated)) = found else { return Ok(Err(t.events_door_unknown_code().to_owned())) };
    if let Some(words) = obstacle(staff, &booking, &dated) {
        return Ok(Err(words));
    }
    let (id, by) = (booking.id, staff.account);
    match staff.visit.app.write_keyed(hub, move |tx, now| Desk::<Seats>::new(tx, hub, now, Some(by)).attendance(id, Some(true))).await? {
        Changed::Done | Changed::Already => Ok(Ok(id)),
        Changed::Gone => Err(Problem::NotFound),
        Changed::Not(_) => Ok(Err(t.events_changed_meanwhile_text().to_owned())),
    }
}

/// Why the people of a registration are not simply let in. Of another day only that day is said: helpers know nobody from then.
fn obstacle(staff: &Staff, booking: &Booking, dated: &Dated) -> Option<String> {
    let (t, visit) = (staff.visit.t, &staff.visit);
    if !day::lies_in(&visit.hub, &dated.occurrence, visit.hub.today(visit.now)) {
        return Some(t.events_door_other_day(visit.days().day(dated.occurrence.local_start.date())));
    }
    if dated.occurrence.state == OccurrenceState::Cancelled {
        return Some(t.events_door_called_off(&dated.event.title));
    }
    match booking.state {
        State::Waiting | State::Offered => Some(t.events_door_waits(&booking.name, &dated.event.title)),
        State::Cancelled | State::Declined | State::Expired => Some(t.events_door_cancelled(&booking.name, &dated.event.title)),
        _ => None,
    }
}

fn by_code(tx: &Tx<'_>, hub: HubId, code: Code) -> DbResult<Option<(Booking, Dated)>> {
    match bookings::store::by_code(tx, hub, &code.plain())? {
        Some(id) => with_date(tx, hub, id),
        None => Ok(None),
    }
}

fn with_date(tx: &Tx<'_>, hub: HubId, id: BookingId) -> DbResult<Option<(Booking, Dated)>> {
    let Some(booking) = bookings::store::booking(tx, hub, id)? else { return Ok(None) };
    let dated = load_occasion(tx, hub, booking.occasion)?;
    Ok(dated.map(|dated| (booking, dated)))
}

async fn page(staff: &Staff, last: Option<BookingId>, typed: String, flaws: Flaws) -> Result<Page, Problem> {
    let (visit, t) = (&staff.visit, staff.visit.t);
    let (hub, today) = (visit.hub.id, visit.hub.today(visit.now));
    let (span, on) = (day::span(&visit.hub, today), today.to_string());
    let door = visit.app.read(hub, move |tx| load(tx, hub, last, span, &on)).await?;
    let last = door.last.filter(|(_, dated)| may_see(staff, &dated.occurrence).is_ok());
    let counted = |what: Option<OccasionId>| door.walk_ins.iter().find(|(date, _)| *date == what).map_or(0, |(_, persons)| *persons);
    let planned = door.lines.iter().filter(|(date, _)| date.line.state == OccurrenceState::Planned);
    Page::personal(&CheckInPage {
        frame: StaffFrame::new(staff, StaffSection::Today, t.events_door_title()).invalid(!flaws.is_empty()),
        flaws,
        done: Done::banner(visit),
        day: visit.days().day(today),
        typed,
        arrived: last.map(|(booking, dated)| arrived(staff, &booking, &dated)),
        dates: planned.map(|(date, bookings)| row(staff, date, bookings, counted(Some(date.id)))).collect(),
        house: counted(None),
    })
}

fn load(tx: &Tx<'_>, hub: HubId, last: Option<BookingId>, (from, until): (Instant, Instant), on: &str) -> DbResult<Door> {
    let mut lines = Vec::new();
    for date in store::day(tx, hub, from, until, from.minus(LONGEST_DATE))? {
        let bookings = bookings::store::of_occasion(tx, hub, date.id)?;
        lines.push((date, bookings));
    }
    let last = last.map(|id| with_date(tx, hub, id)).transpose()?.flatten();
    Ok(Door { last, lines, walk_ins: store::walk_ins(tx, hub, on)? })
}

fn arrived(staff: &Staff, booking: &Booking, dated: &Dated) -> Arrived {
    Arrived {
        person: person(staff, booking, 0, &Beside::default()),
        title: dated.event.title.clone(),
        when: when_words(&staff.visit, &dated.occurrence),
        room: dated.room(),
    }
}

fn row(staff: &Staff, date: &StaffLine, bookings: &[Booking], walk_ins: i64) -> DoorRow {
    let line = &date.line;
    let (t, visit) = (staff.visit.t, &staff.visit);
    DoorRow {
        id: date.id.to_string(),
        strand: line.topic.strand(),
        time: time_words(visit.days(), line.local_start, line.local_end, line.open_end),
        title: line.title.clone(),
        room: line.room.clone(),
        there: there(t, line, bookings, Doors::at(line.starts, visit.now)),
        walk_ins,
        href: visit.links.to(&format!("/staff/events/{}/{}/participants", line.slug, date.key)),
    }
}

/// "8 von 12 sind da"; nothing where nobody registers.
fn there(t: Texts, line: &Line, bookings: &[Booking], doors: Doors) -> String {
    let (expected, there) = headcount(bookings.iter());
    if !line.registration || !doors.open {
        return String::new();
    }
    t.events_door_there(i64::from(there), i64::from(expected))
}
