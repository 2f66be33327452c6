//! Registering for a date: one page without an account, then the confirmation.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use booking::{Overrides, Reason, Refusal, Waitlist};

use super::entrance::{Entrance, Found, gate};
use super::event::{Event, Question, QuestionKind};
use super::members::{Note, Share};
use super::occurrence::Occurrence;
use super::programme::{Badge, DayTile, Standing, standing, standing_of, tile, time_words};
use super::seats::Seats;
use super::{contact, places, show, store};
use crate::bookings::{Answer, Ask, Booked, Channel, Desk, Paper, is_full};
use crate::db::{DbResult, Failure, HubId, Tx};
use crate::ids::BookingId;
use crate::limits::MAILS_PER_RECIPIENT;
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Frame, Page, Posted, Section, see_other};

/// Longest answer to a question, and longest sentence to the hub.
pub const ANSWER_AT_MOST: usize = 500;
/// Other dates offered after a refusal.
const ALTERNATIVES: usize = 3;

#[derive(Template)]
#[template(path = "features/events/registration_form.html")]
struct FormPage {
    frame: Frame,
    strand: &'static str,
    title: String,
    /// The list from which one came, with its name.
    list: (String, &'static str),
    /// The page of the event.
    event_href: String,
    /// Where the form goes.
    action: String,
    /// What people of an organisation are told; nothing in the public programme.
    note: Option<Note>,
    when: String,
    place: String,
    tile: DayTile,
    time: String,
    badge: Badge,
    price: String,
    price_note: String,
    heading: &'static str,
    button: &'static str,
    /// Shown above the form: what happened to the last try.
    banner: Option<Banner>,
    open: bool,
    waits: bool,
    offer_hours: i64,
    key: String,
    fields: Fields,
    flaws: Flaws,
    seats: Vec<(u32, String, bool)>,
    questions: Vec<Asked>,
}

struct Banner {
    title: String,
    text: String,
    others: Vec<(String, String)>,
    can_wait: bool,
}

/// An own question as it is asked.
struct Asked {
    id: String,
    question: Question,
    given: String,
}

impl Asked {
    fn is_text(&self) -> bool {
        self.question.kind == QuestionKind::Text
    }

    fn is_choice(&self) -> bool {
        self.question.kind == QuestionKind::Choice
    }

    /// The `id`s of what describes the field: its purpose, and what is wrong with it.
    fn described_by(&self, flaws: &Flaws) -> Option<String> {
        let hint = (!self.question.help.is_empty()).then(|| format!("{}-h", self.id));
        let error = flaws.has(&self.id).then(|| format!("{}-e", self.id));
        let ids: Vec<String> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// The date of a form, with its event and the way in.
struct Place {
    entrance: Entrance,
    event: Event,
    occurrence: Occurrence,
    share: Option<Share>,
}

/// `GET /events/{event}/{date}/registration`
pub async fn show(visit: Visit, Path((slug, key)): Path<(String, String)>) -> Result<Response, Problem> {
    blank(&visit, Entrance::public(), slug, key).await
}

/// The form of a date, for whoever comes by this way.
pub async fn blank(visit: &Visit, entrance: Entrance, slug: String, key: String) -> Result<Response, Problem> {
    let place = match find(visit, entrance, slug.clone(), key).await? {
        Found::Here(place) => place,
        Found::Closed => return Ok(gate(visit, &slug, false)),
        Found::Nothing => return Err(Problem::NotFound),
    };
    let fields = Fields(vec![("seats".to_owned(), "1".to_owned())]);
    Ok(Page::personal(&form_page(visit, &place, fields, Flaws::default(), None, None))?.into_response())
}

/// `POST /events/{event}/{date}/registration`
pub async fn create(visit: Visit, Path((slug, key)): Path<(String, String)>, posted: Posted<Fields>) -> Result<Response, Problem> {
    take(&visit, Entrance::public(), slug, key, posted).await
}

/// Takes a form that came back by this way.
pub async fn take(visit: &Visit, entrance: Entrance, slug: String, key: String, posted: Posted<Fields>) -> Result<Response, Problem> {
    let Found::Here(place) = find(visit, entrance, slug, key).await? else {
        posted.key()?;
        return Err(Problem::NotFound);
    };
    let fields = posted.form.clone();
    if !fields.get("website").is_empty() {
        // Only programs fill in a field that people do not see.
        return Err(Problem::Unreadable("a field meant to stay empty"));
    }
    let Ok(form_key) = posted.key().map(|key| key.as_str().to_owned()) else {
        let banner = Banner::plain(visit.t.events_form_old(), visit.t.events_form_old_text());
        return refill(visit, &place, fields, Some(banner), None, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let ask = match read(visit, &place, &fields, &form_key) {
        Ok(ask) => ask,
        Err(flaws) => {
            return Ok(Page::personal(&form_page(visit, &place, fields, flaws, None, Some(form_key)))?
                .status(StatusCode::UNPROCESSABLE_ENTITY)
                .into_response());
        }
    };
    if too_many_mails(visit, &ask.email) {
        return Err(Problem::TooMany);
    }
    let (hub, occasion, job) = (visit.hub.id, place.occurrence.id, ask.clone());
    let booked = visit.app.book(hub, move |tx, now| Desk::<Seats>::new(tx, hub, now, None).book(occasion, &job)).await;
    let others = if matches!(booked, Ok(Booked::Refused(_))) { free_dates(visit, &place).await? } else { Vec::new() };
    answer(visit, &place, fields, form_key, booked, others)
}

fn answer(
    visit: &Visit,
    place: &Place,
    fields: Fields,
    key: String,
    booked: Result<Booked, Failure>,
    others: Vec<(String, String)>,
) -> Result<Response, Problem> {
    let t = visit.t;
    match booked {
        Ok(Booked::Confirmed(id) | Booked::Waiting(id) | Booked::Again(id)) => Ok(see_other(&registration_path(visit, id))),
        Ok(Booked::OtherPerson) => {
            refill(visit, place, fields, Some(Banner::plain(t.events_form_other(), t.events_form_other_text())), None, StatusCode::CONFLICT)
        }
        Ok(Booked::Refused(refusal)) => {
            let (title, text) = reason_words(visit, &refusal);
            let banner = Banner { title, text, others, can_wait: refusal.can_wait };
            refill(visit, place, fields, Some(banner), Some(key), StatusCode::CONFLICT)
        }
        Ok(Booked::Gone) => Err(Problem::NotFound),
        // What was typed stays in the form, and the key stays the same: sending it again cannot book twice.
        Err(Failure::Unknown) => {
            refill(visit, place, fields, Some(Banner::plain(t.ui_unknown(), t.ui_unknown_text())), Some(key), StatusCode::SERVICE_UNAVAILABLE)
        }
        Err(failure) => match Problem::from(failure) {
            problem @ (Problem::Busy | Problem::Down) => {
                let title = if matches!(problem, Problem::Busy) { t.ui_busy() } else { t.ui_down() };
                refill(visit, place, fields, Some(Banner::plain(title, t.events_form_busy_text())), Some(key), StatusCode::SERVICE_UNAVAILABLE)
            }
            problem => Err(problem),
        },
    }
}

fn refill(visit: &Visit, place: &Place, fields: Fields, banner: Option<Banner>, key: Option<String>, status: StatusCode) -> Result<Response, Problem> {
    Ok(Page::personal(&form_page(visit, place, fields, Flaws::default(), banner, key))?.status(status).into_response())
}

/// The page of a registration, by signed link.
pub fn registration_path(visit: &Visit, id: BookingId) -> String {
    visit.links.to(&format!("/registrations/{}", visit.app.keys().link("registration", visit.hub.id, id.0)))
}

/// Whether strangers have caused too many mails to this address lately; counts this one. The address is kept only as a hash.
pub fn too_many_mails(visit: &Visit, email: &str) -> bool {
    if email.is_empty() {
        return false;
    }
    let name = crate::keys::hex(&crate::keys::digest(&[b"mail", email.to_lowercase().as_bytes()]));
    let used_up = visit.app.limits().is_used_up(&name, MAILS_PER_RECIPIENT, visit.now);
    visit.app.limits().used(&name, visit.now);
    used_up
}

async fn find(visit: &Visit, entrance: Entrance, slug: String, key: String) -> Result<Found<Place>, Problem> {
    let hub = visit.hub.id;
    Ok(visit.app.read(hub, move |tx| load(tx, hub, entrance.clone(), &slug, &key)).await?)
}

fn load(tx: &Tx<'_>, hub: HubId, entrance: Entrance, slug: &str, key: &str) -> DbResult<Found<Place>> {
    let event = match entrance.find(tx, hub, slug)? {
        Found::Here(event) => event,
        Found::Closed => return Ok(Found::Closed),
        Found::Nothing => return Ok(Found::Nothing),
    };
    let Some(mut occurrence) = store::occurrence_by_key(tx, hub, event.id, key)? else { return Ok(Found::Nothing) };
    let share = Share::load(tx, hub, &entrance, &mut occurrence)?;
    Ok(Found::Here(Place { entrance, event, occurrence, share }))
}

/// Reads what was typed. Every flaw says what to do; what was typed is kept by the caller.
fn read(visit: &Visit, place: &Place, fields: &Fields, key: &str) -> Result<Ask, Flaws> {
    let (t, mut flaws) = (visit.t, Flaws::default());
    let (name, phone) = (fields.line("name"), fields.line("phone"));
    contact::check_name(t, &name, &mut flaws);
    let email = check_contact(t, fields, &phone, &mut flaws);
    let most = place.occurrence.admission.seats_per_booking;
    let seats = fields.get("seats").trim().parse::<u32>().ok().filter(|seats| (1..=most).contains(seats));
    if seats.is_none() {
        flaws.add("seats", t.events_flaw_seats(i64::from(most)));
    }
    let companions = contact::read_companions(t, fields, seats, &mut flaws);
    let answers = read_answers(t, &place.event, fields, &mut flaws);
    let note = fields.lines("note");
    contact::check_length(t, "note", &note, ANSWER_AT_MOST, &mut flaws);
    if !flaws.is_empty() {
        return Err(flaws);
    }
    Ok(Ask {
        seats: seats.unwrap_or(1),
        waitlist: fields.ticked("wait"),
        channel: Channel::Web,
        overrides: Overrides::default(),
        name,
        email,
        phone,
        companions,
        answers,
        note,
        paper: Paper::None,
        lang: visit.lang(),
        form_key: key.to_owned(),
        form_print: fields.print(),
        organisation: place.entrance.organisation().map(|one| one.id),
    })
}

/// One of mail address and telephone is needed, whichever.
fn check_contact(t: Texts, fields: &Fields, phone: &str, flaws: &mut Flaws) -> String {
    let email = contact::read_email(t, fields, flaws);
    if fields.line("email").is_empty() && phone.is_empty() {
        flaws.add("email", t.events_flaw_contact());
    }
    contact::check_phone(t, phone, flaws);
    email
}

/// Answers to the event's own questions; those left empty are not kept.
pub fn read_answers(t: Texts, event: &Event, fields: &Fields, flaws: &mut Flaws) -> Vec<Answer> {
    let mut answers = Vec::new();
    for (n, question) in event.questions.iter().enumerate() {
        let id = answer_id(n);
        let given = fields.line(&id);
        let unknown = question.kind == QuestionKind::Choice && !given.is_empty() && !question.choices.contains(&given);
        if given.chars().count() > ANSWER_AT_MOST {
            flaws.add(id, t.events_flaw_long(i64::try_from(ANSWER_AT_MOST).unwrap_or(0)));
        } else if unknown || (question.required && given.is_empty()) {
            flaws.add(id, t.events_flaw_answer(&question.label));
        } else if !given.is_empty() {
            let answer = if question.kind == QuestionKind::Yes { t.events_yes().to_owned() } else { given };
            answers.push(Answer { question: question.label.clone(), answer });
        }
    }
    answers
}

/// The `id` and name of the field of the n-th own question.
pub fn answer_id(n: usize) -> String {
    format!("answer-{n}")
}

impl Banner {
    fn plain(title: &str, text: &str) -> Self {
        Self { title: title.to_owned(), text: text.to_owned(), others: Vec::new(), can_wait: false }
    }
}

/// What else is possible after a refusal: the next dates of the event with free places, as address and words.
async fn free_dates(visit: &Visit, place: &Place) -> Result<Vec<(String, String)>, Problem> {
    let (hub, event, now) = (visit.hub.id, place.event.id, visit.now);
    let dates = visit.app.read(hub, move |tx| store::occurrences(tx, hub, event, now)).await?;
    let free = dates.iter().filter(|o| o.id != place.occurrence.id && matches!(standing(&(*o).into(), now), Standing::Free { .. }));
    Ok(free.take(ALTERNATIVES).map(|o| (place.entrance.register_href(visit, &place.event, o), when_words(visit, o))).collect())
}

/// Why not, and what to do: the same words wherever a seat is refused.
pub fn reason_words(visit: &Visit, refusal: &Refusal) -> (String, String) {
    let t = visit.t;
    let wait = if refusal.can_wait { t.events_refused_wait() } else { t.events_refused_other() };
    let number = |n: u32| i64::from(n);
    match refusal.reason {
        Reason::Full if refusal.free.is_some_and(|free| free > 0) => {
            (t.events_refused_few(number(refusal.free.unwrap_or(0))), t.events_refused_few_text().to_owned())
        }
        Reason::QuotaFull { at_most, free } if free > 0 => (t.events_refused_quota_few(number(free), number(at_most)), t.events_refused_few_text().to_owned()),
        Reason::QuotaFull { at_most, .. } => (t.events_refused_quota(number(at_most)), wait.to_owned()),
        reason if is_full(&reason) => (t.events_refused_full().to_owned(), wait.to_owned()),
        Reason::Cancelled => (t.events_refused_cancelled().to_owned(), t.events_refused_other().to_owned()),
        Reason::NotOpenYet(at) => (t.events_refused_not_yet(super::letters::deadline_words(t, &visit.hub, at)), t.events_refused_call().to_owned()),
        Reason::Closed | Reason::Started => (t.events_refused_closed().to_owned(), t.events_refused_call().to_owned()),
        Reason::GroupTooLarge { at_most } | Reason::NeverFits { capacity: at_most } => {
            (t.events_refused_group(number(at_most)), t.events_refused_call().to_owned())
        }
        Reason::PersonLimit { at_most, has } => (t.events_refused_limit(number(has), number(at_most)), t.events_refused_limit_text().to_owned()),
        _ => (t.events_refused_open().to_owned(), t.events_note_open().to_owned()),
    }
}

/// "Dienstag, 8. Dezember, 14–16 Uhr".
pub fn when_words(visit: &Visit, o: &Occurrence) -> String {
    let time = time_words(visit.days(), o.local_start, o.local_end, o.open_end);
    if time.contains(',') { time } else { format!("{}, {time}", visit.days().day(o.local_start.date())) }
}

fn form_page(visit: &Visit, place: &Place, fields: Fields, flaws: Flaws, banner: Option<Banner>, key: Option<String>) -> FormPage {
    let (t, event, o) = (visit.t, &place.event, &place.occurrence);
    let now = standing_of(event, o, visit.now);
    let used_up = o.admission.waitlist != Waitlist::Off && place.share.as_ref().is_some_and(Share::is_used_up);
    let waits = used_up || matches!(now, Standing::Waitlist { .. }) || banner.as_ref().is_some_and(|banner| banner.can_wait);
    let heading = if waits { t.events_join_waitlist() } else { t.events_book() };
    let chosen = fields.get("seats").trim().parse().unwrap_or(1_u32);
    FormPage {
        frame: Frame::new(visit, Section::Events, format!("{heading}: {}", event.title)).invalid(!flaws.is_empty()),
        strand: event.topic.strand(),
        title: event.title.clone(),
        list: match place.entrance.list_href(visit) {
            Some(href) => (href, t.training_title()),
            None => (visit.links.to("/events"), t.ui_menu_events()),
        },
        event_href: place.entrance.event_href(visit, event),
        action: place.entrance.register_href(visit, event, o),
        note: place.share.as_ref().map(|share| share.note(visit, event, o)),
        when: when_words(visit, o),
        place: places::place(&visit.hub, event.site, if o.room.is_empty() { &event.room } else { &o.room }, event.online),
        tile: tile(t.lang, o.local_start.date()),
        time: time_words(visit.days(), o.local_start, o.local_end, o.open_end),
        badge: now.badge(t, &visit.hub),
        price: if place.share.is_some() { String::new() } else { show::price(visit, event) },
        price_note: event.price_note.clone(),
        heading,
        button: heading,
        open: now.can_register() || banner.is_some(),
        waits,
        offer_hours: i64::from(o.admission.offer_minutes / 60),
        banner,
        key: key.unwrap_or_else(|| visit.app.keys().form(b"guest", visit.now).as_str().to_owned()),
        seats: (1..=o.admission.seats_per_booking.min(50)).map(|n| (n, t.events_for_persons(i64::from(n)), n == chosen)).collect(),
        questions: event
            .questions
            .iter()
            .enumerate()
            .map(|(n, question)| Asked { given: fields.get(&answer_id(n)).to_owned(), id: answer_id(n), question: question.clone() })
            .collect(),
        fields,
        flaws,
    }
}
