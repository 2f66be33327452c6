//! A day at the hub: booking for callers, the dates, who comes next, what is to be done.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use booking::State;
use jiff::civil::Date;
use serde::Deserialize;
use uuid::Uuid;

use super::beside::Beside;
use super::done::Done;
use super::people::{Doors, Person, headcount, person};
use super::telephone::{Telephone, dates_ahead};
use super::{day, registration_path, wording};
use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::bookings::{self, Booking};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::features::events::letters::deadline_words;
use crate::features::events::occurrence::OccurrenceState;
use crate::features::events::programme::{Badge, standing, time_words};
use crate::features::events::store::{self, Offer, StaffLine};
use crate::ids::BookingId;
use crate::mail::outbox::{self, Parked};
use crate::problem::Problem;
use crate::texts::dates;
use crate::texts::typed::phone_href;
use crate::ui::{Fields, Page, see_other};

/// Dates that began longer ago are not looked for, even if they last until today.
const LONGEST_DATE: booking::Span = booking::Span::from_days(31);
/// Rows of the table of arrivals; the lists of the dates have the rest.
const ARRIVALS_AT_MOST: usize = 30;
/// So long somebody who has just arrived stays in the table of today: a wrong tap is seen and taken back.
const JUST_ARRIVED: booking::Span = booking::Span::from_minutes(10);
/// Mails that could not be delivered, shown at once.
const MAILS_AT_MOST: usize = 10;

#[derive(Template)]
#[template(path = "features/events/staff/today.html")]
struct TodayPage {
    frame: StaffFrame,
    done: Option<(bool, &'static str)>,
    headline: String,
    summary: Vec<String>,
    is_today: bool,
    before: Option<String>,
    after: Option<String>,
    telephone: Option<Telephone>,
    dates: Vec<DateRow>,
    arrivals: Vec<Arrival>,
    more_arrivals: i64,
    calls: Vec<Call>,
    mails: Vec<Undelivered>,
}

/// One date of the day.
struct DateRow {
    strand: &'static str,
    time: String,
    title: String,
    room: String,
    count: String,
    waiting: String,
    badge: Option<Badge>,
    href: String,
}

/// Somebody who comes that day.
struct Arrival {
    time: String,
    title: String,
    room: String,
    person: Person,
    doors: Doors,
}

/// Somebody to call.
struct Call {
    href: String,
    name: String,
    phone: String,
    phone_href: String,
    what: String,
    until: String,
}

/// A mail that was set aside.
struct Undelivered {
    id: String,
    name: String,
    email: String,
    href: String,
    error: String,
    since: String,
}

/// What a day's page shows, as loaded.
struct Day {
    lines: Vec<(StaffLine, Vec<Booking>)>,
    ahead: Vec<StaffLine>,
    offers: Vec<Offer>,
    mails: Vec<(Parked, Booking)>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Query {
    day: String,
}

/// `GET /staff`: today, for staff also any other day.
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    let query: Query = serde_html_form::from_str(&staff.visit.query).unwrap_or_default();
    let today = staff.visit.hub.today(staff.visit.now);
    let chosen = day::chosen(&query.day, today);
    if chosen != today {
        staff.needs(Role::Staff)?;
    }
    let (hub, now, span, all) = (staff.visit.hub.id, staff.visit.now, day::span(&staff.visit.hub, chosen), staff.role >= Role::Staff);
    let loaded = staff.visit.app.read(hub, move |tx| load(tx, hub, span, now, all)).await?;
    Page::personal(&page(&staff, chosen, today, &loaded))
}

/// `POST /staff/mails/{id}/release`: tries a mail again that was set aside.
pub async fn release(Path(id): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let staff = posted.staff;
    staff.needs(Role::Staff)?;
    let (hub, id) = (staff.visit.hub.id, id.parse::<Uuid>().map_err(|_| Problem::NotFound)?);
    let done = staff.visit.app.write_keyed(hub, move |tx, now| try_again(tx, hub, id, now)).await?.ok_or(Problem::NotFound)?;
    Ok(see_other(&staff.visit.links.to(&format!("/staff{}", done.query()))))
}

fn try_again(tx: &Tx<'_>, hub: HubId, id: Uuid, now: Instant) -> DbResult<Option<Done>> {
    if outbox::release(tx, hub, id, now)? {
        return Ok(Some(Done::Released));
    }
    // The button was pressed twice, or somebody else was faster.
    Ok(store::is_posted(tx, hub, id)?.then_some(Done::Stale))
}

fn load(tx: &Tx<'_>, hub: HubId, (from, until): (Instant, Instant), now: Instant, all: bool) -> DbResult<Day> {
    let mut lines = Vec::new();
    for date in store::day(tx, hub, from, until, from.minus(LONGEST_DATE))? {
        let bookings = bookings::store::of_occasion(tx, hub, date.id)?;
        lines.push((date, bookings));
    }
    if !all {
        return Ok(Day { lines, ahead: Vec::new(), offers: Vec::new(), mails: Vec::new() });
    }
    let mut mails = Vec::new();
    for parked in outbox::parked(tx, hub)?.into_iter().take(MAILS_AT_MOST) {
        if let Some(booking) = bookings::store::booking(tx, hub, BookingId(parked.topic))? {
            mails.push((parked, booking));
        }
    }
    Ok(Day { lines, ahead: dates_ahead(tx, hub, now)?, offers: store::offers_to_call(tx, hub, now)?, mails })
}

fn page(staff: &Staff, chosen: Date, today: Date, loaded: &Day) -> TodayPage {
    let (visit, t) = (&staff.visit, staff.visit.t);
    let all = staff.role >= Role::Staff;
    let frame = StaffFrame::new(staff, StaffSection::Today, if chosen == today { t.ui_staff_today().to_owned() } else { visit.days().day(chosen) });
    let (before, after) = if all { day::around(chosen) } else { (None, None) };
    let link = |day: Option<Date>| day.map(|day| visit.links.to(&format!("/staff?day={day}")));
    let fields = Fields(vec![("seats".to_owned(), "1".to_owned())]);
    let mut arrivals = arrivals(staff, loaded, chosen == today);
    let more = arrivals.len().saturating_sub(ARRIVALS_AT_MOST);
    arrivals.truncate(ARRIVALS_AT_MOST);
    TodayPage {
        done: Done::banner(visit),
        headline: visit.days().day(chosen),
        summary: summary(staff, chosen, loaded),
        is_today: chosen == today,
        before: link(before),
        after: link(after),
        telephone: all.then(|| Telephone::new(visit, frame.key.clone(), &loaded.ahead, fields, None)),
        dates: loaded.lines.iter().map(|(date, bookings)| date_row(staff, date, bookings)).collect(),
        arrivals,
        more_arrivals: i64::try_from(more).unwrap_or(i64::MAX),
        calls: loaded.offers.iter().map(|offer| call(staff, offer)).collect(),
        mails: loaded.mails.iter().map(|(parked, booking)| undelivered(staff, parked, booking)).collect(),
        frame,
    }
}

/// When it is open, and how many people come.
fn summary(staff: &Staff, chosen: Date, loaded: &Day) -> Vec<String> {
    let (t, hub) = (staff.visit.t, &staff.visit.hub);
    let openings = hub.main_site().map(|site| site.openings.as_slice()).unwrap_or_default();
    let times: Vec<String> = openings
        .iter()
        .filter(|opening| opening.weekday == chosen.weekday().to_monday_one_offset())
        .map(|opening| dates::time_range(t.lang, opening.opens, Some(opening.closes)))
        .collect();
    let opening = match hub.closed_on(chosen) {
        Some(closed) => t.events_staff_closed_for(&closed.reason),
        None if times.is_empty() => t.events_staff_closed().to_owned(),
        None => t.events_staff_opening(times.join(", ")),
    };
    let planned = loaded.lines.iter().filter(|(date, _)| date.line.state == OccurrenceState::Planned);
    let (expected, there) = headcount(planned.flat_map(|(_, bookings)| bookings));
    let mut lines = vec![opening, t.events_staff_expected(i64::from(expected))];
    if expected > 0 {
        lines.push(format!("{}.", t.events_staff_there(i64::from(there))));
    }
    lines
}

fn date_row(staff: &Staff, date: &StaffLine, bookings: &[Booking]) -> DateRow {
    let line = &date.line;
    let (t, visit) = (staff.visit.t, &staff.visit);
    let (expected, there) = headcount(bookings.iter());
    let count = match line.capacity {
        _ if !line.registration => String::new(),
        Some(capacity) => t.events_staff_of_seats(i64::from(expected), i64::from(capacity)),
        None => t.events_staff_persons(i64::from(expected)),
    };
    let is_off = line.state == OccurrenceState::Cancelled;
    DateRow {
        strand: line.topic.strand(),
        time: time_words(visit.days(), line.local_start, line.local_end, line.open_end),
        title: line.title.clone(),
        room: line.room.clone(),
        count: if there > 0 { format!("{count}, {}", t.events_staff_there(i64::from(there))) } else { count },
        waiting: if line.counts.waiting > 0 { t.events_staff_wait_count(i64::from(line.counts.waiting)) } else { String::new() },
        badge: (is_off || !line.registration).then(|| standing(&line.into(), visit.now).badge(t, &visit.hub)),
        href: visit.links.to(&format!("/staff/events/{}/{}/participants", line.slug, date.key)),
    }
}

/// Who comes, in the order of the dates; today without those who have been here for a while or whose date is over.
fn arrivals(staff: &Staff, loaded: &Day, is_today: bool) -> Vec<Arrival> {
    let (t, now) = (staff.visit.t, staff.visit.now);
    let coming = loaded.lines.iter().filter(|(date, _)| date.line.state == OccurrenceState::Planned && (!is_today || date.line.ends > now));
    let mut all = Vec::new();
    for (StaffLine { line, .. }, bookings) in coming {
        let is_next =
            |booking: &&Booking| booking.state.is_seated() && (!is_today || booking.state == State::Confirmed || now < booking.changed_at.plus(JUST_ARRIVED));
        let mut seated: Vec<&Booking> = bookings.iter().filter(is_next).collect();
        seated.sort_by_cached_key(|booking| crate::texts::spelling::fold(&booking.name));
        all.extend(seated.into_iter().map(|booking| Arrival {
            time: dates::time(t.lang, line.local_start.time()),
            title: line.title.clone(),
            room: line.room.clone(),
            person: person(staff, booking, 0, &Beside::default()),
            doors: Doors::at(line.starts, now),
        }));
    }
    all
}

fn call(staff: &Staff, offer: &Offer) -> Call {
    let (t, hub) = (staff.visit.t, &staff.visit.hub);
    Call {
        href: registration_path(&staff.visit, offer.id),
        name: offer.name.clone(),
        phone: offer.phone.clone(),
        phone_href: phone_href(&offer.phone).unwrap_or_default(),
        what: format!("{}, {}", offer.title, staff.visit.days().day_short(offer.local_start.date())),
        until: t.events_staff_call_until(deadline_words(t, hub, offer.deadline)),
    }
}

fn undelivered(staff: &Staff, parked: &Parked, booking: &Booking) -> Undelivered {
    let (t, hub) = (staff.visit.t, &staff.visit.hub);
    Undelivered {
        id: parked.id.to_string(),
        name: booking.name.clone(),
        email: booking.email.clone(),
        href: registration_path(&staff.visit, booking.id),
        error: parked.error.clone(),
        since: wording::moment_of(t, hub, parked.created_at),
    }
}
