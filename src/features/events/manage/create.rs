//! A new event: five fields, the rest folded; then, where there is something to decide, a report of all dates before they are saved.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use booking::code::Code;
use booking::series::SeriesError;

use super::change::site_name;
use super::flaw::{Flaw, What, worded};
use super::form::{self, Draft, Place};
use super::print::Print;
use super::review::{self, Proposal, chosen, review};
use super::terms::Terms;
use super::view::{FormView, blank};
use super::when::{self, Slot, Times};
use super::{report, store};
use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::bookings::Counts;
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::features::events::event::{Audience, Event, EventId, State, slug_of};
use crate::features::events::occurrence::{Occurrence, OccurrenceState};
use crate::features::events::store as events;
use crate::ids::OccasionId;
use crate::problem::Problem;
use crate::ui::{Earlier, Fields, Flaws, Page, see_other};

/// Parts of addresses that lead elsewhere.
const RESERVED: [&str; 5] = ["new", "month", "calendar", "people", "people.csv"];
/// How the address of a closed course begins.
const CLOSED_SLUG: &str = "fortbildung";

#[derive(Template)]
#[template(path = "features/events/manage/new.html")]
struct NewPage {
    frame: StaffFrame,
    form: FormView,
    /// When this form has made an event before and says something else now.
    earlier: Option<Earlier>,
}

/// `GET /staff/events/new`
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    staff.needs(Role::Staff)?;
    let fields = blank(&staff.visit);
    page(&staff, fields, Flaws::default(), None)
}

/// `POST /staff/events`: the form, and the report that follows it with all fields of the form in it.
pub async fn create(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, key } = posted;
    staff.needs(Role::Staff)?;
    let today = staff.visit.hub.today(staff.visit.now);
    let read = (form::read(&fields, &staff.visit.hub.sites, today), when::read(&fields, today));
    let (draft, times) = match read {
        (Ok(draft), Ok(times)) => (draft, times),
        (draft, times) => {
            // When stands second on the page, right behind the title.
            let (mut flaws, rest): (Vec<_>, Vec<_>) = draft.err().unwrap_or_default().into_iter().partition(|flaw| flaw.field == "title");
            flaws.extend(times.err().unwrap_or_default());
            flaws.extend(rest);
            return refill(&staff, fields, &flaws);
        }
    };
    if fields.ticked("back") {
        return Ok(page(&staff, fields, Flaws::default(), None)?.into_response());
    }
    // The same form once more must not find its own event in the room.
    if let Some(made) = made_by(&staff, key.clone(), Print::of(&fields)).await? {
        return answer(&staff, fields, &made);
    }
    let proposals = match propose(&staff, &draft.place, &times, Vec::new()).await? {
        Ok(proposals) => proposals,
        Err(flaw) => return refill(&staff, fields, &[flaw]),
    };
    match settle(&proposals, &times, &fields) {
        Settled::Report(unsettled) => report::page(&staff, "/staff/events", &proposals, &fields, &unsettled),
        Settled::Save(slots) => {
            let state = State::of(draft.open_to, fields.get("state") == "published");
            let (hub, zone) = (staff.visit.hub.id, staff.visit.hub.zone.clone());
            let print = Print::of(&fields);
            let made = staff.visit.app.write_keyed(hub, move |tx, now| insert(tx, hub, &draft, &slots, state, (&key, &print, &zone), now)).await?;
            answer(&staff, fields, &made)
        }
    }
}

fn answer(staff: &Staff, fields: Fields, made: &Made) -> Result<Response, Problem> {
    let href = staff.visit.links.to(&format!("/staff/events/{}", made.slug));
    if made.says_this {
        return Ok(see_other(&format!("{href}?done=created")));
    }
    let t = staff.visit.t;
    let earlier = Earlier { title: t.events_manage_earlier(), text: t.events_manage_earlier_text(), href, link: t.events_manage_earlier_link() };
    Ok(page(staff, fields, Flaws::default(), Some(earlier))?.status(StatusCode::CONFLICT).into_response())
}

/// The event that this form has made before.
async fn made_by(staff: &Staff, key: String, print: Print) -> Result<Option<Made>, Problem> {
    let hub = staff.visit.hub.id;
    Ok(staff.visit.app.read(hub, move |tx| made_of_form(tx, hub, &key, &print)).await?)
}

/// What a form with this key has made.
pub struct Made {
    /// The event's part of the address.
    pub slug: String,
    /// Whether the form said the same then.
    pub says_this: bool,
}

/// What the form with this key has made before.
pub fn made_of_form(tx: &Tx<'_>, hub: HubId, key: &str, print: &Print) -> DbResult<Option<Made>> {
    let Some((id, then)) = events::find_source(tx, hub, "", key)? else { return Ok(None) };
    Ok(events::event(tx, hub, id)?.map(|event| Made { slug: event.slug, says_this: print.is(&then) }))
}

/// What is to be done with the proposed dates.
pub enum Settled {
    /// Shown to staff first, with what is not settled yet.
    Report(Vec<review::Unsettled>),
    /// Saved.
    Save(Vec<Slot>),
}

/// A series is always shown before it is saved, a single date when there is something to say about it.
pub fn settle(proposals: &[Proposal], times: &Times, fields: &Fields) -> Settled {
    if fields.ticked("reviewed") {
        return chosen(proposals, fields).map_or_else(Settled::Report, Settled::Save);
    }
    if times.rule.is_none() && proposals.iter().all(Proposal::is_plain) {
        return Settled::Save(proposals.iter().map(|proposal| proposal.timed.slot()).collect());
    }
    Settled::Report(Vec::new())
}

/// All dates with what there is to say about each; a flaw when the rule gives none.
pub async fn propose(staff: &Staff, place: &Place, times: &Times, keys: Vec<String>) -> Result<Result<Vec<Proposal>, Flaw>, Problem> {
    let hub = &staff.visit.hub;
    let dates = match times.all(&hub.zone) {
        Ok(dates) => dates,
        Err(SeriesError::TooMany { .. }) => return Ok(Err(Flaw::at("until", What::TooMany))),
        Err(SeriesError::FirstOutsideRule) => return Ok(Err(Flaw::at("repeat", What::NotTheLast))),
        Err(_) => return Ok(Err(Flaw::at("until", What::NoDates))),
    };
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else { return Ok(Err(Flaw::at("until", What::NoDates))) };
    let (id, span, site) = (hub.id, (first.slot().starts, last.slot().ends), place.site);
    let taken = staff.visit.app.read(id, move |tx| store::taken(tx, id, span, site)).await?;
    let closed = |day| hub.closed_on(day).map(|closed| closed.reason.clone());
    Ok(Ok(review(dates, place, &taken, &keys, closed)))
}

/// Writes a new event with its dates, all or nothing; sent twice it is the same event. Its part of the address.
fn insert(tx: &Tx<'_>, hub: HubId, draft: &Draft, slots: &[Slot], state: State, (key, print, zone): (&str, &Print, &str), now: Instant) -> DbResult<Made> {
    if let Some(made) = made_of_form(tx, hub, key, print)? {
        return Ok(made);
    }
    let slug = free_slug(tx, hub, &draft.title, state.audience(), key)?;
    let mut event = Event { slug, state, ..Event::empty(EventId::new(now)) };
    draft.clone().put(&mut event);
    insert_keyed(tx, hub, &event, (key, print), now)?;
    store::set_terms(tx, hub, event.id, &draft.terms)?;
    for slot in slots {
        events::insert_occurrence(tx, hub, &occurrence(event.id, slot, &draft.terms, zone, now))?;
    }
    Ok(Made { slug: event.slug, says_this: true })
}

/// Writes an event under the key of the form that made it.
pub fn insert_keyed(tx: &Tx<'_>, hub: HubId, event: &Event, (key, print): (&str, &Print), now: Instant) -> DbResult<()> {
    let source = events::Source { key: key.to_owned(), print: print.stored(), ..events::Source::default() };
    events::insert_event(tx, hub, event, &site_name(tx, hub, event.site)?, &source, now)
}

/// A date as it is written.
pub fn occurrence(event: EventId, slot: &Slot, terms: &Terms, zone: &str, now: Instant) -> Occurrence {
    Occurrence {
        id: OccasionId::new(now),
        event,
        key: slot.key(),
        starts: slot.starts,
        ends: slot.ends,
        open_end: slot.open_end,
        local_start: slot.start,
        local_end: slot.end,
        zone: zone.to_owned(),
        room: String::new(),
        state: OccurrenceState::Planned,
        reason: String::new(),
        sequence: 0,
        admission: terms.admission(slot.starts, zone),
        counts: Counts::default(),
    }
}

/// Eight letters and digits that follow from the key of a form, which nobody else has seen.
fn closed_code(key: &str) -> String {
    let digest = crate::keys::digest(&[b"closed course", key.as_bytes()]);
    Code::from_bytes(digest.first_chunk().copied().unwrap_or_default()).plain()
}

/// The part of the address for a title that no other event has. Addresses are passed on and stay in histories: that of a closed course
/// says nothing and cannot be guessed.
pub fn free_slug(tx: &Tx<'_>, hub: HubId, title: &str, audience: Audience, key: &str) -> DbResult<String> {
    let base = match audience {
        Audience::Public => slug_of(title),
        Audience::Members => slug_of(&format!("{CLOSED_SLUG} {}", closed_code(key))),
    };
    let mut slug = base.clone();
    for n in 2.. {
        if !RESERVED.contains(&slug.as_str()) && !events::slug_is_taken(tx, hub, &slug)? {
            break;
        }
        slug = format!("{base}-{n}");
    }
    Ok(slug)
}

fn refill(staff: &Staff, fields: Fields, flaws: &[Flaw]) -> Result<Response, Problem> {
    Ok(page(staff, fields, worded(staff.visit.t, flaws), None)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

fn page(staff: &Staff, fields: Fields, flaws: Flaws, earlier: Option<Earlier>) -> Result<Page, Problem> {
    let frame = StaffFrame::new(staff, StaffSection::Events, staff.visit.t.events_manage_new()).invalid(!flaws.is_empty());
    Page::personal(&NewPage { frame, form: FormView::new(&staff.visit, fields, flaws), earlier })
}
