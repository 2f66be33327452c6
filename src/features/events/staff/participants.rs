//! The list of one date: who comes, who waits in which order, who is here.

use askama::Template;
use axum::extract::Path;

use super::beside::Beside;
use super::done::Done;
use super::message::{SentMessage, sent_messages};
use super::people::{Doors, People, Person, headcount};
use super::{Dated, find_date};
use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::bookings::{self, Booking};
use crate::db::{DbResult, HubId, Tx};
use crate::features::events::occurrence::OccurrenceState;
use crate::features::events::registration_form::when_words;
use crate::features::events::store::{self, Mailing};
use crate::ids::OccasionId;
use crate::problem::Problem;
use crate::texts::spelling::fold;
use crate::texts::{Texts, amounts};
use crate::ui::{Fields, Page};

/// Fewer answers are not shown.
pub const FEEDBACK_AT_LEAST: u32 = 3;

#[derive(Template)]
#[template(path = "features/events/staff/participants.html")]
struct ListPage {
    frame: StaffFrame,
    done: Option<(bool, &'static str)>,
    title: String,
    when: String,
    room: String,
    day: String,
    day_href: String,
    list_href: String,
    new_href: String,
    summary: Vec<String>,
    called_off: String,
    is_staff: bool,
    can_book: bool,
    doors: Doors,
    people: People,
    searched: String,
    found: i64,
    messages: Vec<SentMessage>,
    feedback: String,
}

impl ListPage {
    /// Whether a letter has left.
    fn has_sent(&self) -> bool {
        self.messages.iter().any(|message| !message.can_withdraw())
    }

    /// Everybody in the order of the table: those with a place, then offers, then the line.
    fn open(&self) -> impl Iterator<Item = &Person> {
        self.people.seated.iter().chain(&self.people.offered).chain(&self.people.waiting)
    }
}

#[derive(Template)]
#[template(path = "features/events/staff/sheet.html")]
struct SheetPage {
    frame: StaffFrame,
    title: String,
    when: String,
    room: String,
    summary: Vec<String>,
    people: Vec<Person>,
    list_href: String,
}

/// `GET /staff/events/{event}/{date}/participants`
pub async fn show(staff: Staff, Path((event, date)): Path<(String, String)>) -> Result<Page, Problem> {
    let dated = find_date(&staff, event, date).await?;
    list(&staff, &dated, String::new()).await
}

/// `POST /staff/events/{event}/{date}/participants`: the same list, of those whose words fit. Posted, so that no name gets into an address.
pub async fn search(Path((event, date)): Path<(String, String)>, posted: StaffPosted<Fields>) -> Result<Page, Problem> {
    let dated = find_date(&posted.staff, event, date).await?;
    list(&posted.staff, &dated, posted.form.line("q")).await
}

/// `GET /staff/events/{event}/{date}/participants/sheet`: the list for paper, with boxes to tick.
pub async fn sheet(staff: Staff, Path((event, date)): Path<(String, String)>) -> Result<Page, Problem> {
    let dated = find_date(&staff, event, date).await?;
    let listed = fetch(&staff, &dated).await?;
    Page::personal(&SheetPage {
        frame: StaffFrame::new(&staff, StaffSection::Today, format!("{}: {}", staff.visit.t.events_staff_sheet(), dated.event.title)),
        title: dated.event.title.clone(),
        when: when_words(&staff.visit, &dated.occurrence),
        room: dated.room(),
        summary: summary(&staff, &dated, &listed.bookings),
        people: People::of(&staff, &listed.bookings, &listed.beside).seated,
        list_href: staff.visit.links.to(&dated.path()),
    })
}

async fn list(staff: &Staff, dated: &Dated, searched: String) -> Result<Page, Problem> {
    let (visit, is_staff) = (&staff.visit, staff.role >= Role::Staff);
    let Listed { mut bookings, beside, mailings, scores } = fetch(staff, dated).await?;
    let summary = summary(staff, dated, &bookings);
    let numbered = People::of(staff, &bookings, &beside);
    if !searched.is_empty() {
        // Whoever is not shown an organisation does not find people by it either.
        let organisation = |booking: &Booking| if is_staff { beside.organisation(visit.t, booking) } else { String::new() };
        bookings.retain(|booking| fits(booking, &organisation(booking), &searched));
    }
    let people = if searched.is_empty() { numbered } else { only(numbered, &bookings) };
    let occurrence = &dated.occurrence;
    Page::personal(&ListPage {
        frame: StaffFrame::new(staff, StaffSection::Today, dated.event.title.clone()),
        done: Done::banner(visit),
        title: dated.event.title.clone(),
        when: when_words(visit, occurrence),
        room: dated.room(),
        day: visit.days().day(occurrence.local_start.date()),
        day_href: visit.links.to(&if is_staff { format!("/staff?day={}", occurrence.local_start.date()) } else { "/staff".to_owned() }),
        list_href: visit.links.to(&dated.path()),
        new_href: visit.links.to(&format!("/staff/registrations/new?date={}", occurrence.id)),
        summary,
        called_off: if occurrence.state == OccurrenceState::Cancelled {
            format!("{} {}", visit.t.events_refused_cancelled(), occurrence.reason)
        } else {
            String::new()
        },
        is_staff,
        can_book: is_staff && occurrence.admission.registration && occurrence.state == OccurrenceState::Planned,
        doors: Doors::of(dated, visit.now),
        found: i64::try_from(bookings.len()).unwrap_or(i64::MAX),
        people,
        searched,
        feedback: if is_staff { feedback_words(visit.t, &scores) } else { String::new() },
        messages: if is_staff { sent_messages(staff, &mailings) } else { Vec::new() },
    })
}

/// The list of a date as loaded.
struct Listed {
    bookings: Vec<Booking>,
    beside: Beside,
    mailings: Vec<Mailing>,
    /// Scores of the feedback, each with how often it was given.
    scores: Vec<(u32, u32)>,
}

async fn fetch(staff: &Staff, dated: &Dated) -> Result<Listed, Problem> {
    let (hub, now, occasion, dated) = (staff.visit.hub.id, staff.visit.now, dated.occurrence.id, dated.clone());
    let load = move |tx: &Tx<'_>| -> DbResult<_> {
        let bookings = bookings_of(tx, hub, occasion)?;
        let beside = Beside::of(tx, hub, &dated, &bookings, now)?;
        Ok(Listed { bookings, beside, mailings: store::mailings(tx, hub, occasion, now)?, scores: store::feedback(tx, hub, occasion)? })
    };
    Ok(staff.visit.app.read(hub, load).await?)
}

/// What people said of a date. Of one or two answers it could be guessed whose they are.
fn feedback_words(t: Texts, scores: &[(u32, u32)]) -> String {
    let count: u32 = scores.iter().map(|(_, times)| times).sum();
    let sum: u32 = scores.iter().map(|(score, times)| score * times).sum();
    match count {
        0 => String::new(),
        1..FEEDBACK_AT_LEAST => t.events_feedback_few().to_owned(),
        // Tenths, rounded half up, in whole numbers.
        _ => t.events_feedback_result(i64::from(count), amounts::tenths(t.lang, (sum * 20 + count) / (count * 2))),
    }
}

/// All registrations of a date, in the order of the line.
pub fn bookings_of(tx: &Tx<'_>, hub: HubId, occasion: OccasionId) -> DbResult<Vec<Booking>> {
    bookings::store::of_occasion(tx, hub, occasion)
}

fn summary(staff: &Staff, dated: &Dated, bookings: &[Booking]) -> Vec<String> {
    let (t, counts) = (staff.visit.t, dated.occurrence.counts);
    let (expected, there) = headcount(bookings.iter());
    let mut lines = vec![match dated.occurrence.admission.capacity {
        Some(capacity) => t.events_staff_of_seats(i64::from(expected), i64::from(capacity)),
        None => t.events_staff_persons(i64::from(expected)),
    }];
    let more = [
        (counts.held, t.events_staff_held_count(i64::from(counts.held))),
        (counts.waiting, t.events_staff_wait_count(i64::from(counts.waiting))),
        (there, t.events_staff_there(i64::from(there))),
    ];
    lines.extend(more.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words));
    lines
}

/// Whether every word begins a word of name, companions or organisation, in whatever spelling; or the typed digits are in the telephone number.
pub fn fits(booking: &Booking, organisation: &str, typed: &str) -> bool {
    let words = bookings::folded(&booking.name, &booking.companions, &booking.email, &booking.phone) + &fold(organisation);
    super::find::terms(typed).iter().all(|term| words.contains(&format!(" {term}")))
}

/// The same lists with only some people, who keep their numbers.
fn only(people: People, wanted: &[Booking]) -> People {
    let keep = |list: Vec<Person>| list.into_iter().filter(|person| wanted.iter().any(|booking| booking.id.to_string() == person.id)).collect();
    People { seated: keep(people.seated), offered: keep(people.offered), waiting: keep(people.waiting), gone: keep(people.gone) }
}
