//! The page of an event: when, where, who, what it costs, how many places are left, its dates, its calendar file, its picture.

use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use booking::Span;

use super::calendar::is_whole_days;
use super::entrance::{Entrance, Found, gate};
use super::event::Event;
use super::filter::Filter;
use super::members::{cost_words, seen_by};
use super::occurrence::{Occurrence, OccurrenceState};
use super::places::place;
use super::programme::{self, Badge, DayTile, Row, Standing, standing_of, tile, tile_words, time_words};
use super::store::{self, Line, Lines};
use super::structured::Structured;
use crate::db::Tx;
use crate::ids::PictureId;
use crate::organisations;
use crate::pictures;
use crate::problem::Problem;
use crate::tenancy::{Links, Visit};
use crate::texts::{amounts, dates};
use crate::ui::{Frame, Page, Section, markdown};

/// Dates shown before the fold.
const SHOWN_DATES: usize = 6;
/// More seats than this are told in words only.
const DRAWN_SEATS: u32 = 30;
/// What comes next, on the page of an event that is over.
const NEXT: Lines = Lines { limit: 3, skip: 0 };

#[derive(Template)]
#[template(path = "features/events/show.html")]
struct ShowPage<'a> {
    frame: Frame,
    /// For search engines; nothing where a course is closed.
    structured: Option<Structured<'a>>,
    strand: &'static str,
    topic: &'static str,
    kind: &'static str,
    title: String,
    lede: String,
    body: String,
    host: String,
    audience: String,
    bring: String,
    price: String,
    price_note: String,
    organiser: Option<String>,
    past: Option<PastDate>,
    upcoming: Vec<Row>,
    slug: String,
    /// For members: where their list is, and the name of their organisation.
    member: Option<(String, String)>,
    picture: Option<(String, String)>,
    drawing: String,
    next: Option<NextDate>,
    first_dates: Vec<DateRow>,
    more_dates: Vec<DateRow>,
    more_count: i64,
    is_series: bool,
    wheelchair: String,
    hearing: String,
    directions: String,
    online: bool,
    has_facts: bool,
}

/// The box beside when nothing is to come any more.
struct PastDate {
    text: String,
    place: String,
}

/// The box beside: the next date that takes place.
struct NextDate {
    headline: String,
    state: String,
    seats: Vec<bool>,
    time: String,
    place: String,
    register_href: Option<String>,
    button: &'static str,
    note: String,
    /// The hub's own words on why it does not take place.
    reason: String,
}

struct DateRow {
    tile: DayTile,
    time: String,
    room: String,
    badge: Badge,
    register_href: Option<String>,
    button: &'static str,
    day: String,
    reason: String,
}

/// `GET /events/{event}`
pub async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Response, Problem> {
    let entrance = Entrance::public();
    let (event, mut dates) = match load(&visit, &entrance, &slug).await? {
        Found::Here(found) => found,
        Found::Closed => return Ok(gate(&visit, &slug, false)),
        Found::Nothing => return Err(Problem::NotFound),
    };
    let mut upcoming = Vec::new();
    if dates.iter().all(|o| o.is_over(visit.now)) {
        let (hub, id) = (visit.hub.id, event.id);
        let last = visit.app.read(hub, move |tx| store::last_occurrence(tx, hub, id)).await?;
        upcoming = similar(&visit, &event).await?;
        dates = last.into_iter().collect();
    }
    let midnight = visit.hub.midnight(visit.hub.today(visit.now).tomorrow().unwrap_or(jiff::civil::Date::MAX));
    let turns = dates.iter().flat_map(|o| [Some(o.starts), Some(o.ends), o.admission.opens, Some(o.admission.closes)]);
    let until = turns.flatten().filter(|at| *at > visit.now).chain([midnight]).min().unwrap_or(midnight);
    Ok(Page::public(&show_page(&visit, &entrance, &event, &dates, upcoming), until)?.into_response())
}

/// `GET /training/{pass}/{event}`: the same for people of a member organisation, kept by nobody.
pub async fn show_to_member(visit: Visit, Path((pass, slug)): Path<(String, String)>) -> Result<Response, Problem> {
    let Some(entrance) = Entrance::by_pass(&visit, &pass).await? else { return Ok(gate(&visit, &slug, true)) };
    let Found::Here((event, mut dates)) = load(&visit, &entrance, &slug).await? else { return Err(Problem::NotFound) };
    if dates.iter().all(|o| o.is_over(visit.now)) {
        let (hub, id) = (visit.hub.id, event.id);
        dates = visit.app.read(hub, move |tx| store::last_occurrence(tx, hub, id)).await?.into_iter().collect();
    }
    let (hub, id, organisation) = (visit.hub.id, event.id.0, entrance.organisation().map(|one| one.id));
    let read = move |tx: &Tx<'_>| {
        let training = organisations::store::training(tx, hub, id)?;
        if let Some(organisation) = organisation {
            dates.iter_mut().try_for_each(|o| seen_by(tx, hub, organisation, &training, o))?;
        }
        Ok((training, dates))
    };
    let (training, dates) = visit.app.read(hub, read).await?;
    let capacity = dates.iter().map(|o| o.admission.capacity).next().flatten();
    let mut page = show_page(&visit, &entrance, &event, &dates, Vec::new());
    page.price = cost_words(&visit, training.cost.or_price(event.price_cents), capacity);
    Ok(Page::personal(&page)?.into_response())
}

/// The next dates of the strand, or of the whole programme: for whom this event came too late.
async fn similar(visit: &Visit, event: &Event) -> Result<Vec<Line>, Problem> {
    let hub = visit.hub.id;
    let strand = Filter { topic: vec![event.topic.as_str().to_owned()], ..Filter::default() };
    let queries = [strand, Filter::default()].map(|filter| filter.query(&visit.hub, visit.now, None));
    let found = visit.app.read(hub, move |tx| {
        let [strand, all] = &queries;
        let lines = store::lines(tx, hub, strand, NEXT)?;
        if lines.is_empty() { store::lines(tx, hub, all, NEXT) } else { Ok(lines) }
    });
    Ok(found.await?)
}

/// A calendar as a file to be opened.
pub fn calendar_file(calendar: &ical::Calendar) -> Response {
    let mut response = calendar.to_string().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"termin.ics\""));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// `GET /events/{event}/picture/{picture}`: a new picture has a new address, so browsers may keep each for ever.
pub async fn picture(visit: Visit, Path((slug, picture)): Path<(String, String)>) -> Result<Response, Problem> {
    picture_of(&visit, &Entrance::public(), &slug, &picture, "public, max-age=31536000, immutable").await
}

/// `GET /training/{pass}/{event}/picture/{picture}`
pub async fn picture_for_member(visit: Visit, Path((pass, slug, picture)): Path<(String, String, String)>) -> Result<Response, Problem> {
    let entrance = Entrance::by_pass(&visit, &pass).await?.ok_or(Problem::NotFound)?;
    picture_of(&visit, &entrance, &slug, &picture, "private, max-age=86400").await
}

async fn picture_of(visit: &Visit, entrance: &Entrance, slug: &str, picture: &str, kept: &'static str) -> Result<Response, Problem> {
    let hub = visit.hub.id;
    let Found::Here((event, _)) = load(visit, entrance, slug).await? else { return Err(Problem::NotFound) };
    let id: PictureId = event.picture.filter(|id| id.to_string() == picture).ok_or(Problem::NotFound)?;
    let found = visit.app.read(hub, move |tx| pictures::store::picture(tx, hub, id)).await?;
    pictures::answer(found.ok_or(Problem::NotFound)?, kept)
}

/// An event with the dates that are not over, and cancelled ones of the last days that people may still look for.
async fn load(visit: &Visit, entrance: &Entrance, slug: &str) -> Result<Found<(Event, Vec<Occurrence>)>, Problem> {
    let (hub, since) = (visit.hub.id, visit.now.minus(Span::from_hours(12)));
    let (entrance, slug) = (entrance.clone(), slug.to_owned());
    let find = move |tx: &Tx<'_>| {
        Ok(match entrance.find(tx, hub, &slug)? {
            Found::Here(event) => {
                let dates = store::occurrences(tx, hub, event.id, since)?;
                Found::Here((event, dates))
            }
            Found::Closed => Found::Closed,
            Found::Nothing => Found::Nothing,
        })
    };
    Ok(visit.app.read(hub, find).await?)
}

fn show_page<'a>(visit: &'a Visit, entrance: &Entrance, event: &'a Event, dates: &'a [Occurrence], upcoming: Vec<Line>) -> ShowPage<'a> {
    let t = visit.t;
    let site = event.site.and_then(|id| visit.hub.site(id));
    let past = dates.last().filter(|_| dates.iter().all(|o| o.is_over(visit.now)));
    let is_public = entrance.organisation().is_none();
    let mut rows: Vec<DateRow> = dates.iter().map(|o| date_row(visit, entrance, event, o)).collect();
    let more_dates = rows.split_off(rows.len().min(SHOWN_DATES));
    ShowPage {
        frame: if is_public { found(visit, event) } else { Frame::new(visit, Section::None, event.title.clone()) },
        structured: is_public.then(|| Structured { hub: &visit.hub, links: Links::of(visit.app.config(), &visit.hub, t.lang), event, dates, now: visit.now }),
        strand: event.topic.strand(),
        topic: event.topic.word(t),
        kind: event.kind.word(t),
        title: event.title.clone(),
        lede: event.lede.clone(),
        body: markdown(&event.body),
        host: event.host.clone(),
        audience: event.audience.clone(),
        bring: event.bring.clone(),
        price: price(visit, event),
        price_note: event.price_note.clone(),
        organiser: event.organiser.clone().filter(|_| dates.iter().all(|o| !o.admission.registration)),
        past: past.map(|o| past_date(visit, event, o)),
        upcoming: programme::rows(visit, upcoming),
        slug: event.slug.clone(),
        member: entrance.list_href(visit).zip(entrance.organisation().map(|one| one.name.clone())),
        picture: event.picture.map(|id| (format!("{}/picture/{id}", entrance.event_href(visit, event)), event.picture_alt.clone())),
        drawing: event.drawing_name(),
        next: if past.is_some() { None } else { next_date(visit, entrance, event, dates) },
        is_series: dates.len() > 1,
        first_dates: rows,
        more_count: i64::try_from(more_dates.len()).unwrap_or(0),
        more_dates,
        wheelchair: site.map(|site| site.wheelchair.clone()).unwrap_or_default(),
        hearing: site.map(|site| site.hearing.clone()).unwrap_or_default(),
        directions: site.map(|site| site.directions.clone()).unwrap_or_default(),
        online: event.online,
        has_facts: event.online || site.is_some() || [&event.host, &event.audience, &event.bring].iter().any(|text| !text.is_empty()),
    }
}

fn found(visit: &Visit, event: &Event) -> Frame {
    let mut frame = Frame::new(visit, Section::Events, event.title.clone()).found(visit, &event.lede);
    if let (Some(found), Some(id)) = (&mut frame.found, event.picture) {
        found.picture = format!("{}/picture/{id}", found.de);
    }
    frame
}

/// "kostenlos", or the price without its note; empty when the hub does not know it.
pub fn price(visit: &Visit, event: &Event) -> String {
    match event.price_cents {
        0 if event.organiser.is_some() => String::new(),
        0 => visit.t.events_free_of_charge().to_owned(),
        cents => amounts::euros(visit.lang(), cents),
    }
}

fn past_date(visit: &Visit, event: &Event, o: &Occurrence) -> PastDate {
    let t = visit.t;
    let time = time_words(visit.days(), o.local_start, o.local_end, o.open_end);
    let when = if time.contains(',') { time } else { format!("{}, {time}", dates::day_long(t.lang, o.local_start.date())) };
    let text = if o.state == OccurrenceState::Cancelled { t.events_past_cancelled(when) } else { t.events_past_when(when) };
    PastDate { text, place: place(&visit.hub, event.site, if o.room.is_empty() { &event.room } else { &o.room }, event.online) }
}

/// The word on the button for a standing.
pub fn button(visit: &Visit, standing: Standing) -> &'static str {
    if matches!(standing, Standing::Waitlist { .. }) { visit.t.events_join_waitlist() } else { visit.t.events_book() }
}

fn next_date(visit: &Visit, entrance: &Entrance, event: &Event, dates_list: &[Occurrence]) -> Option<NextDate> {
    let o = dates_list.iter().find(|o| o.state == OccurrenceState::Planned && !o.is_over(visit.now)).or_else(|| dates_list.last())?;
    let (t, now) = (visit.t, standing_of(event, o, visit.now));
    let day = o.local_start.date();
    // "1." and its month stay on one line.
    let day_words = visit.days().day(day).replace(". ", ".\u{a0}");
    let relative = dates::relative(t.lang, day, visit.hub.today(visit.now)).map(capitalised);
    let word = relative.as_ref().unwrap_or(&day_words);
    let time = time_words(visit.days(), o.local_start, o.local_end, o.open_end);
    let drawn = o.admission.capacity.filter(|capacity| matches!(now, Standing::Free { .. }) && *capacity <= DRAWN_SEATS);
    let free = o.free().unwrap_or(0);
    Some(NextDate {
        headline: if is_whole_days(o.local_start, o.local_end) { word.clone() } else { format!("{word}, {}", dates::time(t.lang, o.local_start.time())) },
        state: if now == Standing::Elsewhere { String::new() } else { now.badge(t, &visit.hub).words },
        seats: drawn.map(|capacity| (0..capacity).map(|seat| seat < capacity.saturating_sub(free)).collect()).unwrap_or_default(),
        // Whoever prints or saves the page needs the day, too.
        time: if relative.is_some() && !time.contains(',') { format!("{day_words}, {time}") } else { time },
        place: place(&visit.hub, event.site, if o.room.is_empty() { &event.room } else { &o.room }, event.online),
        register_href: now.can_register().then(|| entrance.register_href(visit, event, o)),
        button: button(visit, now),
        note: note(visit, o, now),
        reason: if now == Standing::Cancelled { o.reason.clone() } else { String::new() },
    })
}

/// What is said below the button: always what happens next, or why there is no button and what else is possible.
fn note(visit: &Visit, o: &Occurrence, now: Standing) -> String {
    let t = visit.t;
    match now {
        Standing::Free { .. } => t.events_note_free().to_owned(),
        Standing::Waitlist { .. } => t.events_note_waitlist(i64::from(o.admission.offer_minutes / 60)),
        Standing::Open => t.events_note_open().to_owned(),
        Standing::Full => t.events_note_full().to_owned(),
        Standing::Closed | Standing::Over => t.events_note_closed().to_owned(),
        Standing::NotYet(at) => t.events_note_not_yet(super::letters::deadline_words(t, &visit.hub, at)),
        Standing::Elsewhere => t.events_note_elsewhere().to_owned(),
        Standing::Cancelled => String::new(),
    }
}

fn date_row(visit: &Visit, entrance: &Entrance, event: &Event, o: &Occurrence) -> DateRow {
    let (t, now) = (visit.t, standing_of(event, o, visit.now));
    let day = o.local_start.date();
    let today = dates::relative(t.lang, day, visit.hub.today(visit.now));
    let time = tile_words(visit.days(), o.local_start, o.local_end, o.open_end);
    DateRow {
        tile: tile(t.lang, day),
        time: today.map_or_else(|| time.clone(), |word| format!("{word}, {time}")),
        room: o.room.clone(),
        badge: now.badge(t, &visit.hub),
        register_href: now.can_register().then(|| entrance.register_href(visit, event, o)),
        button: button(visit, now),
        day: visit.days().day(day),
        reason: o.reason.clone(),
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
