//! One date: another time or room, for it alone or for those that follow; its places; cancelling it and letting it take place after all.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::change::{Maker, Opened, Step};
use super::edit::{self, Loaded, clock};
use super::edit_page::seats_words;
use super::flaw::{Flaw, What, worded};
use super::form::{LINE_AT_MOST, parse_capacity};
use super::plan::{self, Hindrance, Scope, Wish};
use super::store::ChangeKind;
use super::view::FormView;
use super::when::{self, Hours};
use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::db::DbResult;
use crate::features::events::event::Event;
use crate::features::events::occurrence::{Occurrence, OccurrenceState};
use crate::features::events::programme::{Badge, standing, time_words};
use crate::features::events::store as events;
use crate::problem::Problem;
use crate::texts::dates;
use crate::ui::{Fields, Flaws, Page, see_other};

#[derive(Template)]
#[template(path = "features/events/manage/date.html")]
struct DatePage {
    frame: StaffFrame,
    form: FormView,
    slug: String,
    title: String,
    key: String,
    version: i64,
    day: String,
    time: String,
    seats: String,
    surplus: String,
    badge: Badge,
    reason: String,
    phase: Phase,
    in_series: bool,
    stale: bool,
    /// Asked when the new hour comes twice.
    twice: bool,
    scope: String,
}

/// What can still be done with a date.
#[derive(PartialEq, Eq)]
enum Phase {
    Planned,
    Cancelled,
    Over,
}

impl Phase {
    fn is_over(&self) -> bool {
        *self == Self::Over
    }

    fn is_cancelled(&self) -> bool {
        *self == Self::Cancelled
    }
}

/// What came of a change of one date.
enum Outcome {
    Done,
    Kept,
    Hindered(Hindrance),
    Stale,
    Gone,
}

/// `GET /staff/events/{event}/dates/{date}`
pub async fn show(staff: Staff, Path((slug, key)): Path<(String, String)>) -> Result<Page, Problem> {
    staff.needs(Role::Staff)?;
    let loaded = edit::load(&staff, slug, true).await?;
    let o = loaded.dates.iter().find(|o| o.key == key).ok_or(Problem::NotFound)?;
    page(&staff, &loaded, o, of_date(o), Flaws::default(), false)
}

/// `POST /staff/events/{event}/dates/{date}/time`
pub async fn retime(Path((slug, key)): Path<(String, String)>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    staff.needs(Role::Staff)?;
    let mut flaws = Vec::new();
    let day = when::read_coming_day(&fields, "day", staff.visit.hub.today(staff.visit.now), &mut flaws);
    let hours = when::read_hours(&fields, &mut flaws);
    let room = fields.line("room");
    if room.chars().count() > LINE_AT_MOST {
        flaws.push(Flaw::at("room", What::Long(LINE_AT_MOST)));
    }
    let (Some(day), Some(hours), true) = (day, hours, flaws.is_empty()) else {
        return refill(&staff, slug, &key, fields, &worded(staff.visit.t, &flaws)).await;
    };
    let second = match fields.get("hour") {
        "first" => Some(false),
        "second" => Some(true),
        _ => None,
    };
    let wish = Wish { day, hours, second, scope: Scope::parse(fields.get("scope")) };
    let outcome = change(&staff, &slug, &key, &fields, move |maker, event, o| give_time(maker, event, o, &wish, &room)).await?;
    answer(&staff, slug, &key, fields, outcome, "changed").await
}

/// `POST /staff/events/{event}/dates/{date}/capacity`: more places go to those who wait, fewer throw nobody out.
pub async fn resize(Path((slug, key)): Path<(String, String)>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    staff.needs(Role::Staff)?;
    let capacity = match parse_capacity(fields.get("capacity")) {
        Ok(capacity) => capacity,
        Err(what) => return refill(&staff, slug, &key, fields, &worded(staff.visit.t, &[Flaw::at("capacity", what)])).await,
    };
    let outcome = change(&staff, &slug, &key, &fields, move |maker, event, o| {
        let mut is = o.clone();
        is.admission.capacity = capacity;
        maker.save(event)?;
        maker.change(event, vec![Step::new(o, is)], ChangeKind::Retimed, None)?;
        Ok(Outcome::Done)
    })
    .await?;
    answer(&staff, slug, &key, fields, outcome, "changed").await
}

/// `POST /staff/events/{event}/dates/{date}/cancellation`
pub async fn cancel(Path((slug, key)): Path<(String, String)>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    staff.needs(Role::Staff)?;
    let (reason, instead) = (fields.line("reason"), fields.line("instead"));
    let mut flaws = Vec::new();
    if reason.is_empty() {
        flaws.push(Flaw::at("reason", What::Missing));
    }
    for (name, text) in [("reason", &reason), ("instead", &instead)] {
        if text.chars().count() > LINE_AT_MOST {
            flaws.push(Flaw::at(name, What::Long(LINE_AT_MOST)));
        }
    }
    if !flaws.is_empty() {
        return refill(&staff, slug, &key, fields, &worded(staff.visit.t, &flaws)).await;
    }
    let reason = sentences(&reason, &instead);
    let outcome = change(&staff, &slug, &key, &fields, move |maker, event, o| {
        if o.state == OccurrenceState::Cancelled {
            return Ok(Outcome::Done);
        }
        let is = Occurrence { state: OccurrenceState::Cancelled, reason: reason.clone(), ..o.clone() };
        maker.save(event)?;
        maker.change(event, vec![Step::new(o, is)], ChangeKind::Cancelled, None)?;
        Ok(Outcome::Done)
    })
    .await?;
    answer(&staff, slug, &key, fields, outcome, "changed").await
}

/// `POST /staff/events/{event}/dates/{date}/restoration`
pub async fn take_back(Path((slug, key)): Path<(String, String)>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    staff.needs(Role::Staff)?;
    let outcome = change(&staff, &slug, &key, &fields, |maker, event, o| {
        if o.state == OccurrenceState::Cancelled {
            maker.take_back(event, o)?;
        }
        Ok(Outcome::Done)
    })
    .await?;
    answer(&staff, slug, &key, fields, outcome, "takes-place").await
}

/// Runs a change of one date that is not over, if its event still is as the form shows it.
async fn change(
    staff: &Staff,
    slug: &str,
    key: &str,
    fields: &Fields,
    job: impl Fn(&Maker<'_, '_>, &Event, &Occurrence) -> DbResult<Outcome> + Send + 'static,
) -> Result<Outcome, Problem> {
    let (hub, by, version) = (staff.visit.hub.id, staff.account, edit::version(fields));
    let (slug, key) = (slug.to_owned(), key.to_owned());
    let outcome = staff.visit.app.write(hub, move |tx, now| {
        let maker = Maker { tx, hub, now, by };
        let event = match maker.open(&slug, version)? {
            Opened::Same(event) => event,
            Opened::Stale => return Ok(Outcome::Stale),
            Opened::Gone => return Ok(Outcome::Gone),
        };
        match events::occurrence_by_key(tx, hub, event.id, &key)? {
            Some(o) if o.ends > now => job(&maker, &event, &o),
            _ => Ok(Outcome::Gone),
        }
    });
    Ok(outcome.await?)
}

fn give_time(maker: &Maker<'_, '_>, event: &Event, target: &Occurrence, wish: &Wish, room: &str) -> DbResult<Outcome> {
    let dates = events::occurrences(maker.tx, maker.hub, event.id, crate::clock::Instant::from_micros(0))?;
    let retimed = match plan::retime(&dates, target, wish, maker.now) {
        Ok(retimed) => retimed,
        Err(hindrance) => return Ok(Outcome::Hindered(hindrance)),
    };
    let mut steps = Vec::new();
    for mut is in retimed.after {
        let Some(was) = dates.iter().find(|o| o.id == is.id) else { continue };
        if room != target.room {
            room.clone_into(&mut is.room);
        }
        if is != *was {
            steps.push(Step::new(was, is));
        }
    }
    if !steps.is_empty() {
        maker.save(event)?;
        maker.change(event, steps, ChangeKind::Retimed, None)?;
    }
    Ok(if retimed.kept > 0 { Outcome::Kept } else { Outcome::Done })
}

async fn answer(staff: &Staff, slug: String, key: &str, mut fields: Fields, outcome: Outcome, done: &str) -> Result<Response, Problem> {
    let (t, days) = (staff.visit.t, staff.visit.days());
    let mut flaws = Flaws::default();
    match outcome {
        Outcome::Done => return Ok(see_other(&staff.visit.links.to(&format!("/staff/events/{slug}?done={done}")))),
        Outcome::Kept => return Ok(see_other(&staff.visit.links.to(&format!("/staff/events/{slug}?done=kept")))),
        Outcome::Gone => return Err(Problem::NotFound),
        Outcome::Hindered(Hindrance::Jumped(day)) => flaws.add("from", t.events_manage_hindered_jumped(days.day(day))),
        Outcome::Hindered(Hindrance::Known(day)) => flaws.add("day", t.events_manage_hindered_known(days.day(day))),
        Outcome::Hindered(Hindrance::Past(day)) => flaws.add("day", t.events_manage_hindered_past(days.day(day))),
        Outcome::Hindered(Hindrance::Twice(day)) => {
            fields.0.push(("twice".to_owned(), "1".to_owned()));
            flaws.add("hour-first", t.events_manage_hindered_twice(days.day(day)));
        }
        Outcome::Stale => {
            let loaded = edit::load(staff, slug, true).await?;
            let o = loaded.dates.iter().find(|o| o.key == key).ok_or(Problem::NotFound)?;
            return Ok(page(staff, &loaded, o, merged(o, fields), flaws, true)?.status(StatusCode::CONFLICT).into_response());
        }
    }
    refill(staff, slug, key, fields, &flaws).await
}

async fn refill(staff: &Staff, slug: String, key: &str, fields: Fields, flaws: &Flaws) -> Result<Response, Problem> {
    let loaded = edit::load(staff, slug, true).await?;
    let o = loaded.dates.iter().find(|o| o.key == key).ok_or(Problem::NotFound)?;
    Ok(page(staff, &loaded, o, merged(o, fields), flaws.clone(), false)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// What was typed, and for the other forms of the page what is stored.
fn merged(o: &Occurrence, mut typed: Fields) -> Fields {
    for (name, value) in of_date(o).0 {
        if !typed.0.iter().any(|(field, _)| *field == name) {
            typed.0.push((name, value));
        }
    }
    typed
}

fn of_date(o: &Occurrence) -> Fields {
    let start = o.local_start;
    let is_long_night = !o.open_end && Hours { from: start.time(), to: Some(o.local_end.time()) }.are_turned_round();
    let pairs = [
        ("day", format!("{}.{}.{}", start.day(), start.month(), start.year())),
        ("from", clock(start.time())),
        ("to", if o.open_end { String::new() } else { clock(o.local_end.time()) }),
        ("room", o.room.clone()),
        ("overnight", if is_long_night { "1".to_owned() } else { String::new() }),
        ("capacity", o.admission.capacity.map(|seats| seats.to_string()).unwrap_or_default()),
    ];
    Fields(pairs.map(|(name, value)| (name.to_owned(), value)).into())
}

/// Reason and replacement as sentences of one line.
fn sentences(reason: &str, instead: &str) -> String {
    let ended = |text: &str| if text.is_empty() || text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") };
    [ended(reason), ended(instead)].join(" ").trim().to_owned()
}

fn page(staff: &Staff, loaded: &Loaded, o: &Occurrence, fields: Fields, flaws: Flaws, stale: bool) -> Result<Page, Problem> {
    let (visit, t) = (&staff.visit, staff.visit.t);
    let surplus = i64::from(plan::surplus(o));
    let day = dates::day_long(t.lang, o.local_start.date());
    Page::personal(&DatePage {
        frame: StaffFrame::new(staff, StaffSection::Events, format!("{day}: {}", loaded.event.title)).invalid(!flaws.is_empty()),
        twice: fields.ticked("twice"),
        scope: fields.get("scope").to_owned(),
        form: FormView::new(visit, fields, flaws),
        slug: loaded.event.slug.clone(),
        title: loaded.event.title.clone(),
        key: o.key.clone(),
        version: loaded.event.version,
        day,
        time: time_words(visit.days(), o.local_start, o.local_end, o.open_end),
        seats: seats_words(t, o),
        surplus: if surplus > 0 { t.events_manage_surplus(surplus) } else { String::new() },
        badge: standing(&o.into(), visit.now).badge(t, &visit.hub),
        reason: o.reason.clone(),
        phase: match o.state {
            _ if o.is_over(visit.now) => Phase::Over,
            OccurrenceState::Cancelled => Phase::Cancelled,
            OccurrenceState::Planned => Phase::Planned,
        },
        in_series: loaded.dates.iter().filter(|o| o.ends > visit.now).count() > 1,
        stale,
    })
}
