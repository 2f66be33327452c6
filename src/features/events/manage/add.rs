//! More dates for an event that exists.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::change::{Maker, Opened};
use super::create::{Settled, occurrence, propose, settle};
use super::edit::{self, Loaded};
use super::flaw::{Flaw, worded};
use super::form::Place;
use super::report;
use super::view::FormView;
use super::when::{self, Slot};
use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::db::DbResult;
use crate::features::events::store as events;
use crate::problem::Problem;
use crate::ui::{Fields, Flaws, Page, see_other};

#[derive(Template)]
#[template(path = "features/events/manage/add.html")]
struct AddPage {
    frame: StaffFrame,
    form: FormView,
    slug: String,
    title: String,
}

/// `GET /staff/events/{event}/dates`
pub async fn show(staff: Staff, Path(slug): Path<String>) -> Result<Page, Problem> {
    staff.needs(Role::Staff)?;
    let loaded = edit::load(&staff, slug, false).await?;
    let last = loaded.dates.last();
    let mut fields = vec![("repeat".to_owned(), "none".to_owned())];
    if let Some(o) = last {
        fields.push(("from".to_owned(), edit::clock(o.local_start.time())));
        fields.push(("to".to_owned(), if o.open_end { String::new() } else { edit::clock(o.local_end.time()) }));
    }
    page(&staff, &loaded, Fields(fields), Flaws::default())
}

/// `POST /staff/events/{event}/dates`
pub async fn create(staff_form: Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let (Path(slug), StaffPosted { staff, form: fields, .. }) = (staff_form, posted);
    staff.needs(Role::Staff)?;
    let loaded = edit::load(&staff, slug, true).await?;
    let today = staff.visit.hub.today(staff.visit.now);
    let times = match when::read(&fields, today) {
        Ok(times) => times,
        Err(flaws) => return refill(&staff, &loaded, fields, &flaws),
    };
    if fields.ticked("back") {
        return Ok(page(&staff, &loaded, fields, Flaws::default())?.into_response());
    }
    let keys = loaded.dates.iter().map(|o| o.key.clone()).collect();
    let proposals = match propose(&staff, &Place::of(&loaded.event), &times, keys).await? {
        Ok(proposals) => proposals,
        Err(flaw) => return refill(&staff, &loaded, fields, &[flaw]),
    };
    match settle(&proposals, &times, &fields) {
        Settled::Report(unsettled) => report::page(&staff, &format!("/staff/events/{}/dates", loaded.event.slug), &proposals, &fields, &unsettled),
        Settled::Save(slots) => {
            insert(&staff, &loaded, slots).await?;
            Ok(see_other(&staff.visit.links.to(&format!("/staff/events/{}?done=added", loaded.event.slug))))
        }
    }
}

/// Writes the dates that the event does not have yet: the same form twice adds nothing.
async fn insert(staff: &Staff, loaded: &Loaded, slots: Vec<Slot>) -> Result<(), Problem> {
    let (hub, zone, by) = (staff.visit.hub.id, staff.visit.hub.zone.clone(), staff.account);
    let (slug, terms) = (loaded.event.slug.clone(), loaded.terms.clone());
    staff
        .visit
        .app
        .write_keyed(hub, move |tx, now| -> DbResult<()> {
            let maker = Maker { tx, hub, now, by };
            let Some(event) = events::event_by_slug(tx, hub, &slug)? else { return Ok(()) };
            let mut fresh = Vec::new();
            for slot in &slots {
                if events::occurrence_by_key(tx, hub, event.id, &slot.key())?.is_none() {
                    fresh.push(occurrence(event.id, slot, &terms, &zone, now));
                }
            }
            for o in &fresh {
                events::insert_occurrence(tx, hub, o)?;
            }
            match maker.open(&slug, event.version)? {
                Opened::Same(event) if !fresh.is_empty() => maker.save(&event),
                _ => Ok(()),
            }
        })
        .await?;
    Ok(())
}

fn refill(staff: &Staff, loaded: &Loaded, fields: Fields, flaws: &[Flaw]) -> Result<Response, Problem> {
    Ok(page(staff, loaded, fields, worded(staff.visit.t, flaws))?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

fn page(staff: &Staff, loaded: &Loaded, fields: Fields, flaws: Flaws) -> Result<Page, Problem> {
    let frame = StaffFrame::new(staff, StaffSection::Events, staff.visit.t.events_manage_add()).invalid(!flaws.is_empty());
    Page::personal(&AddPage { frame, form: FormView::new(&staff.visit, fields, flaws), slug: loaded.event.slug.clone(), title: loaded.event.title.clone() })
}
