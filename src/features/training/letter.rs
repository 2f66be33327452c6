//! The letter by which the lead sends an organisation's contact the link to the list of its people. It leaves after a minute, until then
//! it can be taken back.

use axum::extract::Path;
use axum::response::Response;
use booking::Span;

use super::letters;
use super::organisation::find;
use super::organisations::PATH;
use crate::auth::{Staff, StaffPosted};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::mail::outbox::{self, Posted};
use crate::organisations::{Organisation, OrganisationId, store};
use crate::problem::Problem;
use crate::texts::dates;
use crate::ui::{Fields, see_other};

/// So long it waits before it leaves.
const UNDO: Span = Span::from_minutes(1);

/// How the last letter stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// None was written that is still kept.
    None,
    /// It can be taken back.
    Held,
    /// It is to leave, or has been paused.
    OnItsWay,
    /// It left on this day, in words.
    Sent(String),
    /// It could not leave.
    Stuck,
}

impl Standing {
    /// Whether it can be taken back.
    pub fn is_held(&self) -> bool {
        *self == Self::Held
    }
}

/// `POST /staff/hub/organisations/{organisation}/letter`: the same button pressed twice is one letter; without a contact there is none.
pub async fn send(Path(id): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, key, .. } = posted;
    let (hub, id, lang) = (staff.visit.hub.id, find(&staff, &id).await?.id, staff.visit.lang());
    let wish = crate::keys::hex(&crate::keys::digest(&[b"wish", key.as_bytes()]));
    let write = move |tx: &Tx<'_>, now: Instant| match store::organisation(tx, hub, id)? {
        Some(organisation) => letters::post_list(tx, hub, &organisation, (lang, &wish), now.plus(UNDO), now),
        None => Ok(()),
    };
    staff.visit.app.write_keyed(hub, write).await?;
    Ok(see_other(&staff.visit.links.to(&format!("{PATH}/{id}"))))
}

/// `POST /staff/hub/organisations/{organisation}/letter/withdrawal`
pub async fn withdraw(Path(id): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let staff = posted.staff;
    let (hub, one) = (staff.visit.hub.id, find(&staff, &id).await?.id);
    let back = staff.visit.app.write_keyed(hub, move |tx, now| take_back(tx, hub, one, now)).await?;
    let done = if back > 0 { "withdrawn" } else { "stale" };
    Ok(see_other(&staff.visit.links.to(&format!("{PATH}/{id}?done={done}"))))
}

/// How the last letter to a contact stands.
pub async fn standing(staff: &Staff, organisation: &Organisation) -> Result<Standing, Problem> {
    let (hub, id) = (staff.visit.hub.id, organisation.id);
    let letters = staff.visit.app.read(hub, move |tx| letters::lists(tx, hub, id)).await?;
    Ok(letters.last().map_or(Standing::None, |last| of(staff, last)))
}

fn of(staff: &Staff, last: &Posted) -> Standing {
    match (last.state.as_str(), last.sent_at) {
        ("queued", _) if staff.visit.now < last.created_at.plus(UNDO) => Standing::Held,
        ("parked", _) => Standing::Stuck,
        (_, Some(at)) => Standing::Sent(dates::day_short(staff.visit.lang(), staff.visit.hub.local(at).date())),
        (_, None) => Standing::OnItsWay,
    }
}

fn take_back(tx: &Tx<'_>, hub: HubId, organisation: OrganisationId, now: Instant) -> DbResult<u64> {
    letters::lists(tx, hub, organisation)?.iter().try_fold(0, |back, letter| Ok(back + outbox::withdraw(tx, hub, organisation.0, &letter.kind, now)?))
}
