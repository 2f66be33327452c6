//! The page of an event: when, where, who, what it costs, how many places are left, its dates, its calendar file, its picture.

use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use booking::Span;

use super::calendar::is_whole_days;
use super::event::{Event, State};
use super::filter::Filter;
use super::occurrence::{Occurrence, OccurrenceState};
use super::places::place;
use super::programme::{Badge, DayTile, Row, Standing, row, standing_of, tile, time_words};
use super::store::{self, Line, Lines};
use super::structured::Structured;
use crate::ids::PictureId;
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
    structured: Structured<'a>,
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
pub async fn show(visit: Visit, Path(slug): Path<String>) -> Result<Page, Problem> {
    let (event, mut dates) = load(&visit, slug).await?;
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
    Page::public(&show_page(&visit, &event, &dates, upcoming), until)
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
    let hub = visit.hub.id;
    let (event, _) = load(&visit, slug).await?;
    let id: PictureId = event.picture.filter(|id| id.to_string() == picture).ok_or(Problem::NotFound)?;
    let found = visit.app.read(hub, move |tx| pictures::store::picture(tx, hub, id)).await?;
    pictures::answer(found.ok_or(Problem::NotFound)?, "public, max-age=31536000, immutable")
}

/// A published event with the dates that are not over, and cancelled ones of the last days that people may still look for.
async fn load(visit: &Visit, slug: String) -> Result<(Event, Vec<Occurrence>), Problem> {
    let (hub, since) = (visit.hub.id, visit.now.minus(Span::from_hours(12)));
    let found = visit
        .app
        .read(hub, move |tx| {
            let Some(event) = store::event_by_slug(tx, hub, &slug)? else { return Ok(None) };
            let dates = store::occurrences(tx, hub, event.id, since)?;
            Ok(Some((event, dates)))
        })
        .await?;
    found.filter(|(event, _)| event.state == State::Published).ok_or(Problem::NotFound)
}

fn show_page<'a>(visit: &'a Visit, event: &'a Event, dates: &'a [Occurrence], upcoming: Vec<Line>) -> ShowPage<'a> {
    let t = visit.t;
    let site = event.site.and_then(|id| visit.hub.site(id));
    let past = dates.last().filter(|_| dates.iter().all(|o| o.is_over(visit.now)));
    let mut rows: Vec<DateRow> = dates.iter().map(|o| date_row(visit, event, o)).collect();
    let more_dates = rows.split_off(rows.len().min(SHOWN_DATES));
    ShowPage {
        frame: found(visit, event),
        structured: Structured { hub: &visit.hub, links: Links::of(visit.app.config(), &visit.hub, t.lang), event, dates, now: visit.now },
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
        upcoming: upcoming.into_iter().map(|line| row(visit, line)).collect(),
        slug: event.slug.clone(),
        picture: event.picture.map(|id| (visit.links.to(&format!("/events/{}/picture/{id}", event.slug)), event.picture_alt.clone())),
        drawing: event.drawing_name(),
        next: if past.is_some() { None } else { next_date(visit, event, dates) },
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
    let time = time_words(t.lang, o.local_start, o.local_end, o.open_end);
    let when = if time.contains(',') { time } else { format!("{}, {time}", dates::day_long(t.lang, o.local_start.date())) };
    let text = if o.state == OccurrenceState::Cancelled { t.events_past_cancelled(when) } else { t.events_past_when(when) };
    PastDate { text, place: place(&visit.hub, event.site, if o.room.is_empty() { &event.room } else { &o.room }, event.online) }
}

/// Where the form of a date is.
pub fn register_href(visit: &Visit, event: &Event, o: &Occurrence) -> String {
    visit.links.to(&format!("/events/{}/{}/registration", event.slug, o.key))
}

/// The word on the button for a standing.
pub fn button(visit: &Visit, standing: Standing) -> &'static str {
    if matches!(standing, Standing::Waitlist { .. }) { visit.t.events_join_waitlist() } else { visit.t.events_book() }
}

fn next_date(visit: &Visit, event: &Event, dates_list: &[Occurrence]) -> Option<NextDate> {
    let o = dates_list.iter().find(|o| o.state == OccurrenceState::Planned && !o.is_over(visit.now)).or_else(|| dates_list.last())?;
    let (t, now) = (visit.t, standing_of(event, o, visit.now));
    let day = o.local_start.date();
    // "1." and its month stay on one line.
    let day_words = dates::day(t.lang, day).replace(". ", ".\u{a0}");
    let relative = dates::relative(t.lang, day, visit.hub.today(visit.now)).map(capitalised);
    let word = relative.as_ref().unwrap_or(&day_words);
    let time = time_words(t.lang, o.local_start, o.local_end, o.open_end);
    let drawn = o.admission.capacity.filter(|capacity| matches!(now, Standing::Free { .. }) && *capacity <= DRAWN_SEATS);
    let free = o.free().unwrap_or(0);
    Some(NextDate {
        headline: if is_whole_days(o.local_start, o.local_end) { word.clone() } else { format!("{word}, {}", dates::time(t.lang, o.local_start.time())) },
        state: if now == Standing::Elsewhere { String::new() } else { now.badge(t, &visit.hub).words },
        seats: drawn.map(|capacity| (0..capacity).map(|seat| seat < capacity.saturating_sub(free)).collect()).unwrap_or_default(),
        // Whoever prints or saves the page needs the day, too.
        time: if relative.is_some() && !time.contains(',') { format!("{day_words}, {time}") } else { time },
        place: place(&visit.hub, event.site, if o.room.is_empty() { &event.room } else { &o.room }, event.online),
        register_href: now.can_register().then(|| register_href(visit, event, o)),
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

fn date_row(visit: &Visit, event: &Event, o: &Occurrence) -> DateRow {
    let (t, now) = (visit.t, standing_of(event, o, visit.now));
    let day = o.local_start.date();
    let today = dates::relative(t.lang, day, visit.hub.today(visit.now));
    let time = time_words(t.lang, o.local_start, o.local_end, o.open_end);
    DateRow {
        tile: tile(t.lang, day),
        time: today.map_or_else(|| time.clone(), |word| format!("{word}, {time}")),
        room: o.room.clone(),
        badge: now.badge(t, &visit.hub),
        register_href: now.can_register().then(|| register_href(visit, event, o)),
        button: button(visit, now),
        day: dates::day(t.lang, day),
        reason: o.reason.clone(),
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
