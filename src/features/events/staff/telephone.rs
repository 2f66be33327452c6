//! Booking for somebody at the telephone or the counter: what, when and a name; everything else is optional.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use booking::{Overrides, Refusal, Span};
use serde::Deserialize;

use super::done::Done;
use super::people::Doors;
use super::{Dated, load_occasion, registration_path, wording};
use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::bookings::{Ask, Booked, Channel, Desk, Paper};
use crate::db::{DbResult, Failure, HubId, Tx};
use crate::features::events::Seats;
use crate::features::events::contact;
use crate::features::events::event::Audience;
use crate::features::events::programme::{Standing, standing};
use crate::features::events::registration_form::{ANSWER_AT_MOST, reason_words, when_words};
use crate::features::events::store::{self, Line, StaffLine};
use crate::ids::OccasionId;
use crate::organisations::{self, OrganisationId};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::{Lang, dates};
use crate::ui::{Fields, Flaws, Page, see_other};

/// How far ahead the form offers dates.
const AHEAD: Span = Span::from_days(28);
/// Places in one telephone booking at most: a class visit.
const SEATS_AT_MOST: u32 = 200;
/// Other dates offered after a refusal.
const ALTERNATIVES: usize = 3;
/// Dates that began longer ago are not offered, even if they are not over.
const LONGEST_DATE: Span = Span::from_days(31);

/// The form, for the page of the day and for its own page.
pub struct Telephone {
    /// The form's key.
    pub key: String,
    /// Dates to choose from.
    pub choices: Vec<Choice>,
    /// What was typed.
    pub fields: Fields,
    /// What is wrong with it.
    pub flaws: Flaws,
    /// The last try was refused for a limit, which staff may set aside.
    pub over_limit: bool,
    /// The last try was refused because the places are gone, and waiting is possible.
    pub can_wait: bool,
    /// Free dates of the same event: key and words.
    pub others: Vec<(String, String)>,
    /// Member organisations, for a closed course: key and name.
    pub organisations: Vec<(String, String)>,
}

/// One date to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Key of the date; with `wait.` before it when the words on the screen say that one would wait, with `late.` when they say
    /// that registration is not open.
    pub value: String,
    /// "Heute, 14 Uhr: Smartphone-Sprechstunde, noch 4 frei".
    pub words: String,
    /// Chosen at the last try.
    pub chosen: bool,
}

/// What the words of a choice promised besides a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Promise {
    /// Nothing else.
    Place,
    /// That one would wait.
    Line,
    /// A place although registration is not open.
    Late,
}

impl Promise {
    fn value(self, id: OccasionId) -> String {
        match self {
            Self::Place => id.to_string(),
            Self::Line => format!("wait.{id}"),
            Self::Late => format!("late.{id}"),
        }
    }

    /// What a choice has to say where a date stands so.
    fn at(now: Standing) -> Self {
        match now {
            Standing::Waitlist { .. } => Self::Line,
            Standing::Closed | Standing::Over | Standing::NotYet(_) => Self::Late,
            _ => Self::Place,
        }
    }
}

#[derive(Template)]
#[template(path = "features/events/staff/telephone_page.html")]
struct TelephonePage {
    frame: StaffFrame,
    telephone: Telephone,
    banner: Option<(String, String)>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Query {
    date: String,
}

/// `GET /staff/registrations/new`
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    staff.needs(Role::Staff)?;
    let query: Query = serde_html_form::from_str(&staff.visit.query).unwrap_or_default();
    let date = match parse(&query.date) {
        Some((id, _)) => find(&staff, id).await?,
        None => None,
    };
    let fields = Fields(vec![("seats".to_owned(), "1".to_owned()), ("occasion".to_owned(), query.date)]);
    Page::personal(&page(&staff, fields, date.as_ref()).await?)
}

/// `POST /staff/registrations`
pub async fn create(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form, key } = posted;
    staff.needs(Role::Staff)?;
    let fields = settled(form);
    let wanted = parse(fields.get("occasion"));
    let dated = match wanted {
        Some((id, _)) => find(&staff, id).await?,
        None => None,
    };
    let promise = wanted.map_or(Promise::Place, |(_, promise)| promise);
    let ask = match read(&staff, &fields, &key, dated.as_ref(), promise) {
        Ok(ask) => ask,
        Err(flaws) => {
            let mut page = page(&staff, fields, dated.as_ref()).await?;
            (page.telephone.flaws, page.telephone.key) = (flaws, key);
            page.frame = page.frame.invalid(true);
            return Ok(Page::personal(&page)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
        }
    };
    let Some(dated) = dated else { return Err(Problem::NotFound) };
    let (hub, occasion, by, is_here) = (staff.visit.hub.id, dated.occurrence.id, staff.account, fields.ticked("here"));
    let booked = staff
        .visit
        .app
        .book(hub, move |tx, now| {
            if let Some(one) = ask.organisation
                && organisations::store::organisation(tx, hub, one)?.is_none()
            {
                return Ok(Booked::Gone);
            }
            let desk = Desk::<Seats>::new(tx, hub, now, Some(by));
            let booked = desk.book(occasion, &ask)?;
            if let (Booked::Confirmed(id), true) = (&booked, is_here) {
                desk.attendance(*id, Some(true))?;
            }
            Ok(booked)
        })
        .await;
    answer(&staff, fields, key, &dated, booked).await
}

/// The fields with the other date that was chosen after a refusal in the place of the first one.
pub fn settled(mut fields: Fields) -> Fields {
    let instead = fields.get("instead").to_owned();
    fields.0.retain(|(name, _)| name != "instead" && (instead.is_empty() || name != "occasion"));
    if !instead.is_empty() {
        fields.0.push(("occasion".to_owned(), instead));
    }
    fields
}

async fn answer(staff: &Staff, fields: Fields, key: String, dated: &Dated, booked: Result<Booked, Failure>) -> Result<Response, Problem> {
    let (t, mut page) = (staff.visit.t, page(staff, fields, Some(dated)).await?);
    let (title, text, status) = match booked {
        Ok(Booked::Confirmed(id) | Booked::Waiting(id) | Booked::Again(id)) => {
            return Ok(see_other(&format!("{}{}", registration_path(&staff.visit, id), Done::Booked.query())));
        }
        Ok(Booked::Gone) => return Err(Problem::NotFound),
        // The page has a new key: sent once more, it books for somebody else.
        Ok(Booked::OtherPerson) => (t.events_form_other().to_owned(), t.events_staff_form_other_text().to_owned(), StatusCode::CONFLICT),
        Ok(Booked::Refused(refusal)) => {
            page.telephone.key = key;
            let (title, text) = refused(staff, &mut page.telephone, dated, &refusal).await?;
            (title, text, StatusCode::CONFLICT)
        }
        // The key stays the same: sending it again cannot book twice.
        Err(Failure::Unknown) => {
            page.telephone.key = key;
            (t.ui_unknown().to_owned(), t.ui_unknown_text().to_owned(), StatusCode::SERVICE_UNAVAILABLE)
        }
        Err(failure) => match Problem::from(failure) {
            problem @ (Problem::Busy | Problem::Down) => {
                page.telephone.key = key;
                let title = if matches!(problem, Problem::Busy) { t.ui_busy() } else { t.ui_down() };
                (title.to_owned(), t.events_form_busy_text().to_owned(), StatusCode::SERVICE_UNAVAILABLE)
            }
            problem => return Err(problem),
        },
    };
    page.banner = Some((title, text));
    Ok(Page::personal(&page)?.status(status).into_response())
}

/// Why not, and what the form offers instead.
async fn refused(staff: &Staff, telephone: &mut Telephone, dated: &Dated, refusal: &Refusal) -> Result<(String, String), Problem> {
    telephone.over_limit = wording::is_limit(&refusal.reason);
    telephone.can_wait = refusal.can_wait;
    let (hub, event, now, this) = (staff.visit.hub.id, dated.event.id, staff.visit.now, dated.occurrence.id);
    let all = staff.visit.app.read(hub, move |tx| store::occurrences(tx, hub, event, now)).await?;
    let free = all.iter().filter(|date| date.id != this && matches!(standing(&(*date).into(), now), Standing::Free { .. }));
    telephone.others = free.take(ALTERNATIVES).map(|date| (date.id.to_string(), when_words(&staff.visit, date))).collect();
    Ok((reason_words(&staff.visit, refusal).0, wording::next_step(staff.visit.t, &refusal.reason, refusal.can_wait).to_owned()))
}

/// Reads what was typed. What and when, a name and a number of places are needed, nothing else.
fn read(staff: &Staff, fields: &Fields, key: &str, found: Option<&Dated>, promise: Promise) -> Result<Ask, Flaws> {
    let (t, mut flaws) = (staff.visit.t, Flaws::default());
    if found.is_none() {
        flaws.add("occasion", t.events_staff_flaw_date());
    }
    let (name, phone, note) = (fields.line("name"), fields.line("phone"), fields.line("note"));
    contact::check_name(t, &name, &mut flaws);
    let seats = fields.get("seats").trim().parse::<u32>().ok().filter(|seats| (1..=SEATS_AT_MOST).contains(seats));
    if seats.is_none() {
        flaws.add("seats", t.events_flaw_seats(i64::from(SEATS_AT_MOST)));
    }
    contact::check_phone(t, &phone, &mut flaws);
    let email = contact::read_email(t, fields, &mut flaws);
    if fields.line("email").is_empty() && fields.get("paper") == "email" {
        flaws.add("email", t.events_flaw_email());
    }
    contact::check_length(t, "note", &note, ANSWER_AT_MOST, &mut flaws);
    if fields.ticked("here") && found.is_some_and(|dated| !Doors::of(dated, staff.visit.now).open) {
        flaws.add("here", t.events_staff_flaw_here());
    }
    let organisation = match found {
        Some(dated) if dated.event.state.audience() == Audience::Members => {
            let chosen = fields.get("organisation").parse().ok().map(OrganisationId);
            if chosen.is_none() {
                flaws.add("organisation", t.events_staff_flaw_organisation());
            }
            chosen
        }
        _ => None,
    };
    if !flaws.is_empty() {
        return Err(flaws);
    }
    Ok(Ask {
        organisation,
        seats: seats.unwrap_or(1),
        waitlist: promise == Promise::Line || fields.ticked("wait"),
        channel: Channel::Staff,
        overrides: Overrides { limits: fields.ticked("limits"), window: promise == Promise::Late },
        name,
        email,
        phone,
        companions: Vec::new(),
        answers: Vec::new(),
        note,
        paper: Paper::parse(fields.get("paper")),
        lang: Lang::De,
        form_key: key.to_owned(),
        form_print: fields.print(),
    })
}

/// The date of a choice, and what its words promised.
fn parse(value: &str) -> Option<(OccasionId, Promise)> {
    let (promise, text) = match value.split_once('.') {
        Some(("wait", text)) => (Promise::Line, text),
        Some(("late", text)) => (Promise::Late, text),
        _ => (Promise::Place, value),
    };
    text.parse().ok().map(|id| (OccasionId(id), promise))
}

async fn find(staff: &Staff, id: OccasionId) -> Result<Option<Dated>, Problem> {
    let hub = staff.visit.hub.id;
    Ok(staff.visit.app.read(hub, move |tx| load_occasion(tx, hub, id)).await?)
}

async fn page(staff: &Staff, fields: Fields, chosen: Option<&Dated>) -> Result<TelephonePage, Problem> {
    let (hub, now) = (staff.visit.hub.id, staff.visit.now);
    let is_closed = chosen.is_some_and(|dated| dated.event.state.audience() == Audience::Members);
    let read = move |tx: &Tx<'_>| Ok((dates_ahead(tx, hub, now)?, if is_closed { organisations::store::all(tx, hub)? } else { Vec::new() }));
    let (lines, members) = staff.visit.app.read(hub, read).await?;
    let frame = StaffFrame::new(staff, StaffSection::Registrations, staff.visit.t.events_staff_telephone());
    let mut telephone = Telephone::new(&staff.visit, frame.key.clone(), &lines, fields, chosen);
    telephone.organisations = members.into_iter().map(|one| (one.id.to_string(), one.name)).collect();
    Ok(TelephonePage { telephone, frame, banner: None })
}

/// Dates that the form offers.
pub fn dates_ahead(tx: &Tx<'_>, hub: HubId, now: crate::clock::Instant) -> DbResult<Vec<StaffLine>> {
    store::bookable(tx, hub, now, now.plus(AHEAD), now.minus(LONGEST_DATE))
}

impl Telephone {
    /// The form with what was typed. `chosen` is offered even when it lies further ahead or has no place left.
    pub fn new(visit: &Visit, key: String, lines: &[StaffLine], fields: Fields, chosen: Option<&Dated>) -> Self {
        let wanted = parse(fields.get("occasion")).map(|(id, _)| id);
        let mut choices: Vec<Choice> = lines.iter().filter_map(|date| choice(visit, date, wanted)).collect();
        if let Some(dated) = chosen.filter(|dated| !choices.iter().any(|choice| parse(&choice.value).is_some_and(|(id, _)| id == dated.occurrence.id))) {
            choices.insert(0, own_choice(visit, dated));
        }
        Self { key, choices, fields, flaws: Flaws::default(), over_limit: false, can_wait: false, others: Vec::new(), organisations: Vec::new() }
    }

    /// Whether this was chosen for the confirmation.
    pub fn is_paper(&self, word: &str) -> bool {
        self.fields.get("paper") == word
    }
}

/// One date in the form; nothing when it has neither places nor a line. Once registration has ended, a free place is still there for
/// those who call late or come without.
fn choice(visit: &Visit, StaffLine { line, id, .. }: &StaffLine, wanted: Option<OccasionId>) -> Option<Choice> {
    let (t, now) = (visit.t, standing(&line.into(), visit.now));
    let state = match now {
        Standing::Free { free: Some(free), .. } => t.events_staff_free(i64::from(free)),
        Standing::Free { free: None, .. } => t.events_free().to_owned(),
        Standing::Waitlist { position } => t.events_waitlist_position(i64::from(position)),
        Standing::Closed => late_words(visit, line)?,
        _ => return None,
    };
    let (day, time) = (line.local_start.date(), dates::time(t.lang, line.local_start.time()));
    let when = match day == visit.hub.today(visit.now) {
        true if line.starts <= visit.now => t.events_staff_since(time),
        true => t.events_staff_today_at(time),
        false => format!("{}, {time}", visit.days().day_short(day)),
    };
    Some(Choice { value: Promise::at(now).value(*id), words: format!("{when}: {}, {state}", line.title), chosen: wanted == Some(*id) })
}

/// What is free after registration has ended, and how many still wait; nothing when nothing is free.
fn late_words(visit: &Visit, line: &Line) -> Option<String> {
    let (t, counts) = (visit.t, line.counts);
    let free = line.capacity.map(|capacity| capacity.saturating_sub(counts.seated + counts.held));
    let free = match free {
        Some(0) => return None,
        Some(free) => t.events_staff_free(i64::from(free)),
        None => t.events_free().to_owned(),
    };
    let mut words = vec![free];
    if counts.waiting > 0 {
        words.push(t.events_staff_wait_count(i64::from(counts.waiting)));
    }
    if line.starts > visit.now {
        words.push(t.events_registration_closed().to_owned());
    }
    Some(words.join(", "))
}

fn own_choice(visit: &Visit, dated: &Dated) -> Choice {
    let now = standing(&(&dated.occurrence).into(), visit.now);
    let words = format!("{}: {}, {}", when_words(visit, &dated.occurrence), dated.event.title, now.badge(visit.t, &visit.hub).words);
    Choice { value: Promise::at(now).value(dated.occurrence.id), words, chosen: true }
}
