//! An event that exists: its texts, terms and place; copying, deleting, taking back the last change.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Time;

use super::change::{Maker, Opened, Step};
use super::create::{free_slug, insert_keyed, made_of_form};
use super::edit_page::{self, Notice as Banner};
use super::flaw::worded;
use super::form::{self, Draft, Place};
use super::plan;
use super::print::Print;
use super::store::{self, Change, ChangeKind};
use super::terms::Terms;
use super::view::{FormView, of_event};
use crate::auth::{Role, Staff, StaffPosted};
use crate::bookings::{Notice, UNDO};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::features::events::event::{Event, EventId, State};
use crate::features::events::occurrence::Occurrence;
use crate::features::events::store as events;
use crate::problem::Problem;
use crate::ui::{Fields, Flaws, Page, see_other};

/// An event with what its page needs.
pub struct Loaded {
    /// The event.
    pub event: Event,
    /// On what terms its new dates begin.
    pub terms: Terms,
    /// Its dates, those that are over only if asked for.
    pub dates: Vec<Occurrence>,
    /// Changes that can still be taken back, the newest first.
    pub changes: Vec<Change>,
    /// How many registrations it ever had.
    pub bookings: i64,
}

/// `GET /staff/events/{event}`
pub async fn show(staff: Staff, Path(slug): Path<String>) -> Result<Page, Problem> {
    staff.needs(Role::Staff)?;
    let query = Fields(serde_html_form::from_str(&staff.visit.query).unwrap_or_default());
    let loaded = load(&staff, slug, query.ticked("past")).await?;
    let form = FormView::new(&staff.visit, of_event(&loaded.event, &loaded.terms), Flaws::default());
    edit_page::page(&staff, &loaded, form, Banner::of(staff.visit.t, &query), Flaws::default(), query.ticked("past"))
}

/// `POST /staff/events/{event}`
pub async fn save(Path(slug): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    staff.needs(Role::Staff)?;
    let today = staff.visit.hub.today(staff.visit.now);
    let draft = match form::read(&fields, &staff.visit.hub.sites, today) {
        Ok(draft) => draft,
        Err(flaws) => {
            let loaded = load(&staff, slug, false).await?;
            let form = FormView::new(&staff.visit, fields, worded(staff.visit.t, &flaws));
            return Ok(edit_page::page(&staff, &loaded, form, Banner::None, Flaws::default(), false)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
        }
    };
    let shown = match fields.get("state") {
        "published" => Some(true),
        "draft" => Some(false),
        _ => None,
    };
    let version = version(&fields);
    let (hub, by, name) = (staff.visit.hub.id, staff.account, slug.clone());
    let outcome = staff.visit.app.write(hub, move |tx, now| save_as(&Maker { tx, hub, now, by }, &name, version, draft.clone(), shown)).await?;
    match outcome {
        Opened::Same(event) => Ok(see_other(&staff.visit.links.to(&format!("/staff/events/{}?done=saved", event.slug)))),
        Opened::Gone => Err(Problem::NotFound),
        Opened::Stale => stale(&staff, slug, fields).await,
    }
}

/// `POST /staff/events/{event}/copy`: a draft with the same texts and terms, without dates.
pub async fn copy(Path(slug): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, key, .. } = posted;
    staff.needs(Role::Staff)?;
    let loaded = load(&staff, slug, false).await?;
    let title = staff.visit.t.events_manage_copy_of(&loaded.event.title).chars().take(form::TITLE_AT_MOST).collect::<String>();
    let (hub, event, terms, print) = (staff.visit.hub.id, loaded.event, loaded.terms, Print::default());
    let slug = staff
        .visit
        .app
        .write_keyed(hub, move |tx, now| {
            if let Some(made) = made_of_form(tx, hub, &key, &print)? {
                return Ok(made.slug);
            }
            let copy = Event {
                id: EventId::new(now),
                slug: free_slug(tx, hub, &event.title, event.state.audience(), &key)?,
                title: title.clone(),
                state: State::of(event.state.audience(), false),
                version: 1,
                ..event.clone()
            };
            insert_keyed(tx, hub, &copy, (&key, &print), now)?;
            store::set_terms(tx, hub, copy.id, &terms)?;
            Ok(copy.slug)
        })
        .await?;
    Ok(see_other(&staff.visit.links.to(&format!("/staff/events/{slug}?done=copied"))))
}

/// `POST /staff/events/{event}/deletion`: drafts that nobody ever registered for.
pub async fn delete(Path(slug): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, .. } = posted;
    staff.needs(Role::Staff)?;
    let (hub, name) = (staff.visit.hub.id, slug.clone());
    let deleted = staff.visit.app.write(hub, move |tx, now| delete_draft(tx, hub, &name, now)).await?.ok_or(Problem::NotFound)?;
    let to = if deleted { "/staff/events?done=deleted".to_owned() } else { format!("/staff/events/{slug}?done=not-deleted") };
    Ok(see_other(&staff.visit.links.to(&to)))
}

/// `POST /staff/events/{event}/restoration`: takes the last change back, while its mails have not left.
pub async fn restore(Path(slug): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, .. } = posted;
    staff.needs(Role::Staff)?;
    let (hub, by, name) = (staff.visit.hub.id, staff.account, slug.clone());
    let undone = staff
        .visit
        .app
        .write(hub, move |tx, now| match events::event_by_slug(tx, hub, &name)? {
            Some(event) => Maker { tx, hub, now, by }.undo(event).map(Some),
            None => Ok(None),
        })
        .await?;
    let done = if undone.ok_or(Problem::NotFound)? { "undone" } else { "too-late" };
    Ok(see_other(&staff.visit.links.to(&format!("/staff/events/{slug}?done={done}"))))
}

/// Reads an event; with `past` also the dates that are over.
pub async fn load(staff: &Staff, slug: String, past: bool) -> Result<Loaded, Problem> {
    let (hub, now) = (staff.visit.hub.id, staff.visit.now);
    staff.visit.app.read(hub, move |tx| read(tx, hub, &slug, past, now)).await?.ok_or(Problem::NotFound)
}

/// The version that a form was made for.
pub fn version(fields: &Fields) -> i64 {
    fields.get("version").parse().unwrap_or(0)
}

/// A time of day for a field: "14:00".
pub fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn read(tx: &Tx<'_>, hub: HubId, slug: &str, past: bool, now: Instant) -> DbResult<Option<Loaded>> {
    let Some(event) = events::event_by_slug(tx, hub, slug)? else { return Ok(None) };
    let since = if past { Instant::from_micros(0) } else { now };
    let dates = events::occurrences(tx, hub, event.id, since)?;
    let terms = terms(tx, hub, event.id)?;
    let changes = store::changes(tx, hub, event.id, now.minus(UNDO))?;
    Ok(Some(Loaded { terms, dates, changes, bookings: store::bookings(tx, hub, event.id)?, event }))
}

/// The event's terms; for one that was never saved here those of its last date, which stay the same while time passes.
pub fn terms(tx: &Tx<'_>, hub: HubId, event: EventId) -> DbResult<Terms> {
    if let (Some(terms), _) = store::kept(tx, hub, event)? {
        return Ok(terms);
    }
    let dates = events::occurrences(tx, hub, event, Instant::from_micros(0))?;
    Ok(dates.last().map_or_else(|| Terms::usual(None), Terms::of))
}

/// Writes what the form said over the event: texts, terms of all dates that shared them, and the place, which is news to people.
fn save_as(maker: &Maker<'_, '_>, slug: &str, version: i64, draft: Draft, shown: Option<bool>) -> DbResult<Opened> {
    let Opened::Same(mut event) = maker.open(slug, version)? else { return maker.open(slug, version) };
    let (was, old) = (Place::of(&event), terms(maker.tx, maker.hub, event.id)?);
    let new = draft.terms.clone();
    draft.put(&mut event);
    event.state = State::of(event.state.audience(), shown.unwrap_or(!event.state.is_draft()));
    let is = Place::of(&event);
    maker.save(&event)?;
    store::set_terms(maker.tx, maker.hub, event.id, &new)?;
    let dates = events::occurrences(maker.tx, maker.hub, event.id, maker.now)?;
    let changed = plan::with_terms(&dates, &old, &new, maker.now);
    let mut steps = Vec::new();
    for o in &dates {
        let after = changed.iter().find(|changed| changed.id == o.id);
        let notice = (was != is && plan::feels_place(o, maker.now)).then_some(Notice::OccasionChanged);
        if after.is_some() || notice.is_some() {
            steps.push(Step { was: o.clone(), is: after.unwrap_or(o).clone(), notice });
        }
    }
    maker.change(&event, steps, ChangeKind::Replaced, (was != is).then_some(was))?;
    Ok(Opened::Same(event))
}

/// Whether the draft is deleted; `None` when there is no such event.
fn delete_draft(tx: &Tx<'_>, hub: HubId, slug: &str, now: Instant) -> DbResult<Option<bool>> {
    let Some(event) = events::event_by_slug(tx, hub, slug)? else { return Ok(None) };
    if !event.state.is_draft() || store::bookings(tx, hub, event.id)? > 0 {
        return Ok(Some(false));
    }
    store::delete_event(tx, hub, event.id, now)?;
    if let Some(picture) = event.picture {
        store::delete_picture(tx, hub, picture)?;
    }
    Ok(Some(true))
}

/// Somebody was faster: what was typed stays in the form, beside it what is stored now; sending it again writes over that.
async fn stale(staff: &Staff, slug: String, mut typed: Fields) -> Result<Response, Problem> {
    let loaded = load(staff, slug, false).await?;
    let stored = of_event(&loaded.event, &loaded.terms);
    let differs = edit_page::differences(&staff.visit, &typed, &stored);
    typed.0.retain(|(name, _)| name != "version");
    typed.0.push(("version".to_owned(), loaded.event.version.to_string()));
    let form = FormView::new(&staff.visit, typed, Flaws::default());
    let page = edit_page::page(staff, &loaded, form, Banner::Stale(differs), Flaws::default(), false)?;
    Ok(page.status(StatusCode::CONFLICT).into_response())
}
