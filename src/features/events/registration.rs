//! One's own registration, by signed link: see it, change it, cancel it, answer an offer, move to another date.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use booking::code::Code;
use booking::{MoveError, Overrides, Party, PlaceInLine, Span, State};
use jiff::civil::Date;

use super::event::Event;
use super::occurrence::{Occurrence, OccurrenceState};
use super::places::{place, zoned};
use super::programme::{DayTile, Standing, standing, tile, time_words};
use super::qr::qr;
use super::registration_form::{reason_words, registration_path, when_words};
use super::seats::Seats;
use super::{certificate, letters, show, store};
use crate::bookings::{self, Answer, Booking, Changed, Channel, Desk};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::ids::BookingId;
use crate::problem::Problem;
use crate::retention::{self, Record};
use crate::tenancy::{Visit, timestamp};
use crate::texts::{Texts, dates};
use crate::ui::{Fields, Flaws, Frame, Page, Posted, Section, see_other};

#[derive(Template)]
#[template(path = "features/events/registration.html")]
pub(super) struct RegistrationPage {
    frame: Frame,
    strand: &'static str,
    token: String,
    key: String,
    stands: Stands,
    /// Whether only places of the own organisation count.
    waits_within: bool,
    headline: &'static str,
    lede: String,
    /// The hub's own words on why the date does not take place.
    reason: String,
    banner: Option<(String, String)>,
    flaws: Flaws,
    title: String,
    event_href: String,
    tile: DayTile,
    time: String,
    place: String,
    code: String,
    qr: String,
    name: String,
    companions: Vec<String>,
    companions_text: String,
    answers: Vec<Answer>,
    party: String,
    seats: Vec<(u32, String, bool)>,
    bring: String,
    online_url: String,
    mailed: bool,
    can_undo: bool,
    can_move: bool,
    before_start: bool,
    kept: String,
    certificate: bool,
    rated: bool,
}

impl RegistrationPage {
    fn can_change(&self) -> bool {
        self.before_start && (self.stands.is_certain() || self.stands.is_waiting())
    }

    fn can_resize(&self) -> bool {
        self.can_change() && self.seats.len() > 1
    }

    /// The page with what was typed about the people who come; nothing when that cannot be changed any more.
    pub(super) fn with_party(mut self, typed: &Fields, seats: u32, flaws: Flaws) -> Option<Self> {
        self.frame = self.frame.invalid(true);
        self.seats.iter_mut().for_each(|(n, _, chosen)| *chosen = *n == seats);
        (self.companions_text, self.flaws) = (typed.lines("companions"), flaws);
        self.can_resize().then_some(self)
    }
}

/// What the page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    Certain,
    Waiting,
    Offered,
    CalledOff,
    Over,
}

impl Stands {
    fn is_certain(self) -> bool {
        self == Self::Certain
    }

    fn is_waiting(self) -> bool {
        self == Self::Waiting
    }

    fn is_offered(self) -> bool {
        self == Self::Offered
    }
}

#[derive(Template)]
#[template(path = "features/events/registration_dates.html")]
struct DatesPage {
    frame: Frame,
    strand: &'static str,
    token: String,
    key: String,
    title: String,
    now: String,
    dates: Vec<(String, String, String, bool)>,
}

/// Everything about one registration.
pub struct Mine {
    /// The booking.
    pub booking: Booking,
    /// What it is for.
    pub event: Event,
    /// On which date.
    pub occurrence: Occurrence,
    /// Whether the event has another date to come.
    has_others: bool,
    /// The place in the line that counts, while the person waits.
    place: Option<PlaceInLine>,
    /// How long such a registration is kept after its date.
    kept: Span,
    /// Whether the guest has cancelled it; what staff cancelled only staff take back.
    guest_cancelled: bool,
    /// Whether it has said how easy registering was.
    rated: bool,
}

/// The address of a registration's own page.
pub fn registration_page(visit: &Visit, token: &str) -> String {
    visit.links.to(&format!("/registrations/{token}"))
}

/// `GET /registrations/{token}`
pub async fn show(visit: Visit, Path(token): Path<String>) -> Result<Page, Problem> {
    let mine = find(&visit, &token).await?;
    Page::personal(&page(&visit, &mine, token, None))
}

/// `GET /registrations/{token}/calendar.ics`
pub async fn calendar(visit: Visit, Path(token): Path<String>) -> Result<Response, Problem> {
    let mine = find(&visit, &token).await?;
    let (event, o) = (&mine.event, &mine.occurrence);
    let start = zoned(o.local_start, &o.zone).ok_or(Problem::NotFound)?;
    let mut entry = ical::Event::new(mine.booking.id.to_string(), timestamp(mine.booking.changed_at), start, event.title.clone());
    entry.sequence = mine.booking.sequence + o.sequence;
    entry.end = if o.open_end { None } else { zoned(o.local_end, &o.zone) };
    entry.location = place_words(&visit, event, o);
    entry.description = visit.links.absolute(&format!("/events/{}", event.slug));
    if o.state == OccurrenceState::Cancelled || mine.booking.state == State::Cancelled {
        entry.status = ical::Status::Cancelled;
    }
    let calendar =
        ical::Calendar { method: Some(ical::Method::Publish), product: "-//Nabe//Nabe//DE".to_owned(), name: None, refresh_hours: None, events: vec![entry] };
    Ok(show::calendar_file(&calendar))
}

/// `POST /registrations/{token}/cancellation`
pub async fn cancel(visit: Visit, Path(token): Path<String>, posted: Posted<Fields>) -> Result<Response, Problem> {
    posted.key()?;
    change(&visit, token, |desk, id| desk.cancel(id, Party::Guest)).await
}

/// `POST /registrations/{token}/acceptance`: takes an offered place.
pub async fn accept(visit: Visit, Path(token): Path<String>, posted: Posted<Fields>) -> Result<Response, Problem> {
    posted.key()?;
    change(&visit, token, |desk, id| desk.accept(id)).await
}

/// `POST /registrations/{token}/refusal`: turns an offered place down.
pub async fn refuse(visit: Visit, Path(token): Path<String>, posted: Posted<Fields>) -> Result<Response, Problem> {
    posted.key()?;
    change(&visit, token, |desk, id| desk.decline(id)).await
}

/// `GET /registrations/{token}/date`: dates one can move to.
pub async fn dates(visit: Visit, Path(token): Path<String>) -> Result<Page, Problem> {
    let mine = find(&visit, &token).await?;
    let t = visit.t;
    let line = |o: &Occurrence| {
        let now = standing(&o.into(), visit.now);
        (o.id.to_string(), when_words(&visit, o), now.badge(t, &visit.hub).words, matches!(now, Standing::Free { .. }))
    };
    let page = DatesPage {
        frame: Frame::new(&visit, Section::Registrations, t.events_other_date()),
        strand: mine.event.topic.strand(),
        key: visit.app.keys().form(b"guest", visit.now).as_str().to_owned(),
        title: mine.event.title.clone(),
        now: when_words(&visit, &mine.occurrence),
        dates: other_dates(&visit, &mine).await?.iter().map(line).collect(),
        token,
    };
    Page::personal(&page)
}

/// `POST /registrations/{token}/date`
pub async fn move_to(visit: Visit, Path(token): Path<String>, posted: Posted<Fields>) -> Result<Response, Problem> {
    posted.key()?;
    let mine = find(&visit, &token).await?;
    // Only dates of the same event: the link is for this event and no other.
    let others = other_dates(&visit, &mine).await?;
    let target = others.iter().find(|o| o.id.to_string() == posted.form.get("date")).map(|o| o.id).ok_or(Problem::NotFound)?;
    change(&visit, token, move |desk, id| desk.move_to(id, target, Channel::Web, Overrides::default())).await
}

/// Dates of the same event that one could move to.
async fn other_dates(visit: &Visit, mine: &Mine) -> Result<Vec<Occurrence>, Problem> {
    let (hub, event, now) = (visit.hub.id, mine.event.id, visit.now);
    let mut dates = visit.app.read(hub, move |tx| store::occurrences(tx, hub, event, now)).await?;
    dates.retain(|o| o.id != mine.occurrence.id && o.state == OccurrenceState::Planned && o.starts > now);
    Ok(dates)
}

/// Makes a change and shows the registration as it then stands; what was not possible says why.
pub(super) async fn change(
    visit: &Visit,
    token: String,
    make: impl Fn(&Desk<'_, '_, Seats>, BookingId) -> DbResult<Changed> + Send + 'static,
) -> Result<Response, Problem> {
    change_with(visit, token, not_possible, make).await
}

/// The same with words of one's own for what was not possible.
pub(super) async fn change_with(
    visit: &Visit,
    token: String,
    why: fn(&Visit, &MoveError) -> (String, String),
    make: impl Fn(&Desk<'_, '_, Seats>, BookingId) -> DbResult<Changed> + Send + 'static,
) -> Result<Response, Problem> {
    let (hub, id) = (visit.hub.id, open(visit, &token)?);
    match visit.app.write_keyed(hub, move |tx, now| make(&Desk::new(tx, hub, now, None), id)).await? {
        Changed::Done | Changed::Already => Ok(see_other(&registration_path(visit, id))),
        Changed::Gone => Err(Problem::NotFound),
        Changed::Not(error) => {
            let mine = find(visit, &token).await?;
            let banner = why(visit, &error);
            Ok(Page::personal(&page(visit, &mine, token, Some(banner)))?.status(StatusCode::CONFLICT).into_response())
        }
    }
}

/// Why a change is not possible, in words.
pub fn not_possible(visit: &Visit, error: &MoveError) -> (String, String) {
    let t = visit.t;
    match error {
        MoveError::Refused(refusal) => reason_words(visit, refusal),
        MoveError::DeadlinePassed { .. } => (t.events_too_late().to_owned(), t.events_too_late_text().to_owned()),
        MoveError::WrongState { .. } | MoveError::TooEarly { .. } => (t.events_changed_meanwhile().to_owned(), t.events_changed_meanwhile_text().to_owned()),
    }
}

/// The registration of a link. Guessed links are counted.
fn open(visit: &Visit, token: &str) -> Result<BookingId, Problem> {
    if visit.app.limits().address_is_blocked(visit.client.0, visit.now) {
        return Err(Problem::TooMany);
    }
    let id = visit.app.keys().open_link("registration", visit.hub.id, token);
    if id.is_none() {
        visit.app.limits().address_failed(visit.client.0, visit.now);
    }
    id.map(BookingId).ok_or(Problem::NotFound)
}

/// The registration that a signed link opens.
pub async fn find(visit: &Visit, token: &str) -> Result<Mine, Problem> {
    let (hub, id, now) = (visit.hub.id, open(visit, token)?, visit.now);
    let mine = visit.app.read(hub, move |tx| load(tx, hub, id, now)).await?.ok_or(Problem::NotFound)?;
    if mine.booking.is_erased() { Err(Problem::Gone) } else { Ok(mine) }
}

fn load(tx: &Tx<'_>, hub: HubId, id: BookingId, now: Instant) -> DbResult<Option<Mine>> {
    let Some(booking) = bookings::store::booking(tx, hub, id)? else { return Ok(None) };
    let Some(occurrence) = store::occurrence(tx, hub, booking.occasion)? else { return Ok(None) };
    let Some(event) = store::event(tx, hub, occurrence.event)? else { return Ok(None) };
    let has_others = store::has_other_date(tx, hub, event.id, occurrence.id, now)?;
    let waits = booking.state == State::Waiting;
    let place = if waits { bookings::places::<Seats>(tx, hub, occurrence.id, now)?.get(&booking.id).copied() } else { None };
    let guest_cancelled = booking.state == State::Cancelled && bookings::store::guest_cancelled(tx, hub, id)?;
    let record =
        if matches!(booking.state, State::Waiting | State::Offered | State::Declined | State::Expired) { Record::Waitlist } else { Record::Registration };
    let kept = retention::periods(tx, hub)?.span(record).unwrap_or(Span::ZERO);
    let rated = store::has_rated(tx, hub, id)?;
    Ok(Some(Mine { booking, event, occurrence, has_others, place, kept, guest_cancelled, rated }))
}

fn stands(mine: &Mine) -> Stands {
    match mine.booking.state {
        _ if mine.occurrence.state == OccurrenceState::Cancelled => Stands::CalledOff,
        State::Confirmed | State::Attended | State::NoShow | State::Hold | State::Requested => Stands::Certain,
        State::Waiting => Stands::Waiting,
        State::Offered => Stands::Offered,
        State::Cancelled | State::Declined | State::Expired => Stands::Over,
    }
}

fn headline(t: Texts, mine: &Mine) -> &'static str {
    match (stands(mine), mine.booking.state) {
        (Stands::CalledOff, _) => t.events_page_called_off(),
        (Stands::Certain, _) => t.events_page_certain(),
        (Stands::Waiting, _) => t.events_page_waiting(),
        (Stands::Offered, _) => t.events_page_offered(),
        (Stands::Over, State::Declined) => t.events_page_declined(),
        (Stands::Over, State::Expired) => t.events_page_expired(),
        (Stands::Over, _) => t.events_page_cancelled(),
    }
}

fn lede(visit: &Visit, mine: &Mine) -> String {
    let (t, booking) = (visit.t, &mine.booking);
    match stands(mine) {
        Stands::CalledOff => t.events_page_called_off_text().to_owned(),
        Stands::Certain if booking.has_mail() => t.events_page_certain_mail(&booking.name, &booking.email),
        Stands::Certain => t.events_page_certain_text(&booking.name),
        Stands::Waiting => waiting_words(t, mine),
        Stands::Offered => t.events_page_offered_text(booking.deadline.map(|at| letters::deadline_words(t, &visit.hub, at)).unwrap_or_default()),
        Stands::Over => t.events_page_over_text().to_owned(),
    }
}

/// The place in the line, and for how long an offer stands. Whoever waits for places of their own organisation is told its line.
fn waiting_words(t: Texts, mine: &Mine) -> String {
    let (hours, number) = (i64::from(mine.occurrence.admission.offer_minutes / 60), mine.place.map_or(0, |place| place.number));
    if waits_within(mine) { t.training_waiting_text(hours, number) } else { t.events_page_waiting_text(hours, number) }
}

/// Whether somebody waits for places of their own organisation alone.
fn waits_within(mine: &Mine) -> bool {
    mine.place.is_some_and(|place| place.within_quota)
}

/// The page; `banner` says why the last try was not possible.
pub(super) fn page(visit: &Visit, mine: &Mine, token: String, banner: Option<(String, String)>) -> RegistrationPage {
    let (t, booking, event, o) = (visit.t, &mine.booking, &mine.event, &mine.occurrence);
    let before_start = visit.now < o.starts;
    let code = Code::parse(&booking.code).map_or_else(|| booking.code.clone(), |code| code.to_string());
    let most = o.admission.seats_per_booking.max(booking.seats).min(50);
    // What has just been refused is not offered at once again.
    let can_undo = banner.is_none();
    RegistrationPage {
        frame: Frame::new(visit, Section::Registrations, headline(t, mine)),
        strand: event.topic.strand(),
        key: visit.app.keys().form(b"guest", visit.now).as_str().to_owned(),
        stands: stands(mine),
        waits_within: waits_within(mine),
        headline: headline(t, mine),
        lede: lede(visit, mine),
        reason: if stands(mine) == Stands::CalledOff { o.reason.clone() } else { String::new() },
        banner,
        flaws: Flaws::default(),
        title: event.title.clone(),
        event_href: visit.links.to(&format!("/events/{}", event.slug)),
        tile: tile(t.lang, o.local_start.date()),
        time: time_words(visit.days(), o.local_start, o.local_end, o.open_end),
        place: place_words(visit, event, o),
        qr: qr(&booking.code),
        code,
        name: booking.name.clone(),
        companions_text: booking.companions.join("\n"),
        companions: booking.companions.clone(),
        answers: booking.answers.clone(),
        party: t.events_places(i64::from(booking.seats)),
        seats: (1..=most).map(|n| (n, t.events_for_persons(i64::from(n)), n == booking.seats)).collect(),
        bring: event.bring.clone(),
        online_url: event.online_url.clone(),
        mailed: booking.has_mail(),
        can_undo: can_undo && mine.guest_cancelled && visit.now < booking.changed_at.plus(bookings::UNDO),
        can_move: mine.has_others,
        before_start,
        rated: mine.rated,
        kept: t.events_page_kept(dates::day_long(t.lang, erased_by(visit, o.ends, mine.kept))),
        certificate: certificate::is_due(visit, booking, event, o),
        token,
    }
}

/// The day on which the details are gone for certain: the night after the period has ended takes them.
fn erased_by(visit: &Visit, ends: Instant, kept: Span) -> Date {
    let last = visit.hub.today(ends.plus(kept));
    last.tomorrow().unwrap_or(last)
}

/// Where a date takes place, in one line.
pub fn place_words(visit: &Visit, event: &Event, o: &Occurrence) -> String {
    place(&visit.hub, event.site, if o.room.is_empty() { &event.room } else { &o.room }, event.online)
}
