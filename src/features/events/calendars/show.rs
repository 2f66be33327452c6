//! `/staff/hub/calendars/{calendar}`: what waits of one calendar, to be taken over or left.

use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;

use super::list::{PATH, above, frame, state};
use super::reading::{self, Contents};
use super::review::{self, At, Item, Review, What};
use super::store::{self, Calendar, CalendarId};
use crate::auth::{Role, Staff, StaffFrame, StaffPosted};
use crate::db::Tx;
use crate::jobs::due;
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::{Texts, dates};
use crate::ui::{DayTile, Fields, Page, see_other, tile};

#[derive(Template)]
#[template(path = "features/events/calendars/show.html")]
struct ShowPage {
    frame: StaffFrame,
    above: (&'static str, &'static str),
    id: String,
    title: String,
    address: String,
    state: String,
    is_upload: bool,
    troubled: bool,
    never_read: bool,
    rows: Vec<Row>,
    count: i64,
    refused: Vec<(String, String, String)>,
    same: String,
    left: String,
    done: &'static str,
    warn: &'static str,
}

/// An entry that waits.
struct Row {
    id: String,
    title: String,
    tile: Option<DayTile>,
    when: String,
    place: String,
    what: String,
    tone: &'static str,
    icon: &'static str,
    slug: String,
    notes: Vec<String>,
    take: &'static str,
}

/// `GET /staff/hub/calendars/{calendar}`
pub async fn show(staff: Staff, Path(id): Path<Uuid>) -> Result<Page, Problem> {
    staff.needs(Role::Staff)?;
    let (calendar, contents) = load(&staff.visit, CalendarId(id)).await?;
    if calendar.is_used_up() {
        return Err(Problem::NotFound);
    }
    let (hub, zone, now, key) = (staff.visit.hub.id, staff.visit.hub.zone.clone(), staff.visit.now, calendar.id);
    let found = staff.visit.app.read(hub, move |tx| review::review(tx, At { hub, zone: &zone, calendar: key, now }, &contents)).await?;
    Page::personal(&page(&staff, &calendar, &found))
}

/// `POST /staff/hub/calendars/{calendar}/acceptance`: one entry (`entry`), or everything that waits.
pub async fn accept(Path(id): Path<Uuid>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    staff.needs(Role::Staff)?;
    let visit = &staff.visit;
    let (calendar, contents) = load(visit, CalendarId(id)).await?;
    let ids: Vec<String> = fields.all("entry").filter(|id| !id.is_empty()).map(str::to_owned).collect();
    let (hub, zone, key, is_upload) = (visit.hub.id, visit.hub.zone.clone(), calendar.id, calendar.address.is_empty());
    let all = ids.is_empty();
    let write = move |tx: &Tx<'_>, now| {
        let taken = review::accept(tx, At { hub, zone: &zone, calendar: key, now }, &contents, &ids)?;
        // Nothing of an uploaded file is kept longer than it is needed; a second press still finds where it was.
        if is_upload && all {
            store::use_up(tx, hub, key)?;
        }
        Ok(taken)
    };
    let taken = visit.app.write(hub, write).await?;
    let done = if taken > 0 || all { "taken" } else { "changed" };
    let back = if is_upload && all { format!("{PATH}?done=taken") } else { format!("{PATH}/{key}?done={done}") };
    Ok(see_other(&visit.links.to(&back)))
}

/// `POST /staff/hub/calendars/{calendar}/refusal`: the entry stays as it is here until it changes there again.
pub async fn refuse(Path(id): Path<Uuid>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    staff.needs(Role::Staff)?;
    let visit = &staff.visit;
    let (calendar, contents) = load(visit, CalendarId(id)).await?;
    let (hub, zone, key, entry) = (visit.hub.id, visit.hub.zone.clone(), calendar.id, fields.get("entry").to_owned());
    visit.app.write(hub, move |tx, now| review::refuse(tx, At { hub, zone: &zone, calendar: key, now }, &contents, &entry)).await?;
    Ok(see_other(&visit.links.to(&format!("{PATH}/{key}?done=left"))))
}

/// `POST /staff/hub/calendars/{calendar}/reading`: the worker reads it as soon as it can.
pub async fn read_again(Path(id): Path<Uuid>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, .. } = posted;
    staff.needs(Role::Staff)?;
    let (hub, key) = (staff.visit.hub.id, CalendarId(id));
    let found = staff.visit.app.write(hub, move |tx, now| {
        let found = store::calendar(tx, hub, key)?.is_some_and(|calendar| !calendar.address.is_empty());
        if found {
            due::hurry(tx, hub, due::CALENDAR, key.0, now)?;
        }
        Ok(found)
    });
    if found.await? { Ok(see_other(&staff.visit.links.to(&format!("{PATH}/{key}?done=asked")))) } else { Err(Problem::NotFound) }
}

/// `POST /staff/hub/calendars/{calendar}/removal`: it is no longer read, or an uploaded file goes; events that came of it stay.
pub async fn remove(Path(id): Path<Uuid>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, .. } = posted;
    staff.needs(Role::Staff)?;
    let (hub, key) = (staff.visit.hub.id, CalendarId(id));
    let write = move |tx: &Tx<'_>, _| {
        let found = store::calendar(tx, hub, key)?.is_some();
        store::delete(tx, hub, key)?;
        due::clear(tx, hub, due::CALENDAR, key.0)?;
        Ok(found)
    };
    let found = staff.visit.app.write(hub, write).await?;
    if found { Ok(see_other(&staff.visit.links.to(&format!("{PATH}?done=removed")))) } else { Err(Problem::NotFound) }
}

/// A calendar with what its last good copy says; nothing of it before the first.
async fn load(visit: &Visit, id: CalendarId) -> Result<(Calendar, Arc<Contents>), Problem> {
    let hub = visit.hub.id;
    let found = visit.app.read(hub, move |tx| Ok((store::calendar(tx, hub, id)?, store::copy(tx, hub, id)?))).await?;
    let (Some(calendar), copy) = found else { return Err(Problem::NotFound) };
    let contents = reading::read(copy, &visit.hub, visit.now).await?.unwrap_or_default();
    Ok((calendar, Arc::new(contents)))
}

fn page(staff: &Staff, calendar: &Calendar, found: &Review) -> ShowPage {
    let (visit, t) = (&staff.visit, staff.visit.t);
    let number = |line: usize| i64::try_from(line).unwrap_or(0);
    let refused = found
        .refused
        .iter()
        .map(|refused| (if refused.line > 0 { t.calendars_line(number(refused.line)) } else { String::new() }, refused.name.clone(), refused.why.words(t)));
    ShowPage {
        frame: frame(staff, calendar.title.clone()),
        above: above(staff),
        id: calendar.id.to_string(),
        title: calendar.title.clone(),
        address: calendar.address.clone(),
        state: state(visit, calendar),
        is_upload: calendar.address.is_empty(),
        troubled: !calendar.trouble.is_empty(),
        never_read: calendar.read.is_none(),
        rows: found.items.iter().map(|item| row(t, item)).collect(),
        count: i64::try_from(found.items.len()).unwrap_or(0),
        refused: refused.collect(),
        same: if found.same > 0 { t.calendars_same(found.same) } else { String::new() },
        left: if found.left > 0 { t.calendars_left(found.left) } else { String::new() },
        done: match visit.query.as_ref() {
            "done=taken" => t.calendars_done_taken(),
            "done=left" => t.calendars_done_left(),
            "done=asked" => t.calendars_done_asked(),
            _ => "",
        },
        warn: match visit.query.as_ref() {
            "done=changed" => t.calendars_done_changed(),
            _ => "",
        },
    }
}

fn row(t: Texts, item: &Item) -> Row {
    let (tone, icon, what, take) = match item.what {
        What::New(dates) => ("ok", "i-plus", t.calendars_new(i64::try_from(dates).unwrap_or(0)), t.calendars_take_new()),
        What::Change(0, 0, 0) => ("info", "i-edit", t.calendars_changed_words().to_owned(), t.calendars_take_change()),
        What::Change(new, other, off) => ("info", "i-edit", changed(t, new, other, off), t.calendars_take_change()),
        What::Gone => ("bad", "i-no", t.calendars_gone().to_owned(), t.calendars_take_gone()),
    };
    Row {
        id: item.id.clone(),
        title: item.title.clone(),
        tile: item.next.map(|at| tile(t.lang, at.date())),
        when: item
            .next
            .map(|at| {
                if at.time() == jiff::civil::Time::midnight() {
                    dates::day_long(t.lang, at.date())
                } else {
                    format!("{}, {}", dates::day_long(t.lang, at.date()), dates::time(t.lang, at.time()))
                }
            })
            .unwrap_or_default(),
        place: item.place.clone(),
        what,
        tone,
        icon,
        slug: item.slug.clone(),
        notes: item.notes.iter().map(|note| note.words(t)).collect(),
        take,
    }
}

/// "1 neuer Termin, 2 geändert, 1 fällt aus"
fn changed(t: Texts, new: usize, other: usize, off: usize) -> String {
    let number = |count: usize| i64::try_from(count).unwrap_or(0);
    let parts = [(new, t.calendars_dates_new(number(new))), (other, t.calendars_dates_other(number(other))), (off, t.calendars_dates_off(number(off)))];
    parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect::<Vec<_>>().join(", ")
}
