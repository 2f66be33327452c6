//! By which way somebody comes to an event: through the programme, or with a pass as one of the people of a member organisation.

use axum::response::Response;

use super::event::{Event, State};
use super::occurrence::Occurrence;
use crate::db::{DbResult, HubId, Tx};
use crate::organisations::{self, Member, Organisation};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::see_other;

/// The way in; its links stay on it.
#[derive(Debug, Clone)]
pub struct Entrance(Option<Member>);

/// What somebody finds behind a way in.
pub enum Found<T> {
    /// It.
    Here(T),
    /// A closed course: they have to show first to which organisation they belong.
    Closed,
    /// Nothing.
    Nothing,
}

impl Entrance {
    /// Through the programme, as everybody.
    pub fn public() -> Self {
        Self(None)
    }

    /// With a pass; none when it has ended.
    pub async fn by_pass(visit: &Visit, pass: &str) -> Result<Option<Self>, Problem> {
        Ok(Member::of(visit, pass).await?.map(|member| Self(Some(member))))
    }

    /// To which organisation somebody belongs; none in the programme.
    pub fn organisation(&self) -> Option<&Organisation> {
        self.0.as_ref().map(|member| &member.organisation)
    }

    /// Where the list is from which somebody came, for members.
    pub fn list_href(&self, visit: &Visit) -> Option<String> {
        self.0.as_ref().map(|member| visit.links.to(&member.path("")))
    }

    /// The page of an event.
    pub fn event_href(&self, visit: &Visit, event: &Event) -> String {
        match &self.0 {
            None => visit.links.below("/events/", &event.slug),
            Some(member) => visit.links.to(&member.path(&format!("/{}", event.slug))),
        }
    }

    /// The form of a date.
    pub fn register_href(&self, visit: &Visit, event: &Event, o: &Occurrence) -> String {
        format!("{}/{}/registration", self.event_href(visit, event), o.key)
    }

    /// The event of a slug for whoever comes this way. The one place that decides it for pages: the programme shows what is published,
    /// a pass what is open to its organisation, neither shows drafts.
    pub fn find(&self, tx: &Tx<'_>, hub: HubId, slug: &str) -> DbResult<Found<Event>> {
        let Some(event) = super::store::event_by_slug(tx, hub, slug)? else { return Ok(Found::Nothing) };
        Ok(match (&self.0, event.state) {
            (None, State::Published) => Found::Here(event),
            (None, State::Members) => Found::Closed,
            (Some(member), State::Members) if organisations::store::training(tx, hub, event.id.0)?.admits(member.organisation.id) => Found::Here(event),
            _ => Found::Nothing,
        })
    }
}

/// Where somebody shows to which organisation they belong, to come back to the event of a slug. The address is all that is told.
pub fn gate(visit: &Visit, slug: &str, ended: bool) -> Response {
    let ended = if ended { "&ended=1" } else { "" };
    see_other(&visit.links.to(&format!("/training?event={slug}{ended}")))
}
