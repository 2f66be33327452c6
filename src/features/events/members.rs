//! Closed courses for people of member organisations, who come with a pass: the list, and the form of a date.

use axum::extract::Path;
use axum::response::Response;

use super::entrance::{Entrance, gate};
use super::event::{Event, EventId};
use super::occurrence::Occurrence;
use super::programme::{self, Row, time_words};
use super::seats::Seats;
use super::{registration_form, staff, store};
use crate::bookings::{self, Desk};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::ids::AccountId;
use crate::organisations::{self, Cost, Member, OrganisationId, Training};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::{amounts, dates};
use crate::ui::{DayTile, Fields, Posted, tile};

/// How a date stands for people of one organisation.
pub struct Share {
    /// The name of the organisation.
    organisation: String,
    training: Training,
    /// Places of its people, of how many at most; none where there is no limit.
    quota: Option<(u32, u32)>,
}

/// What the form tells them.
pub struct Note {
    /// For which organisation one registers.
    pub organisation: String,
    /// What the date costs.
    pub cost: String,
    /// Whether somebody gets a bill.
    pub bill: bool,
    /// How many places the organisation has left; empty where there is no limit.
    pub quota: String,
    /// Whether it has none left.
    pub used_up: bool,
}

/// How full a date is for people of one organisation: where organisations have limits, those of others who wait, wait for their own.
pub fn seen_by(tx: &Tx<'_>, hub: HubId, organisation: OrganisationId, training: &Training, o: &mut Occurrence) -> DbResult<()> {
    if !training.quotas().is_empty() {
        o.counts.waiting = bookings::store::waiting_of(tx, hub, o.id, organisation)?;
    }
    Ok(())
}

impl Share {
    /// Loads it, for who comes with a pass.
    pub fn load(tx: &Tx<'_>, hub: HubId, entrance: &Entrance, o: &mut Occurrence) -> DbResult<Option<Self>> {
        let Some(organisation) = entrance.organisation() else { return Ok(None) };
        let training = organisations::store::training(tx, hub, o.event.0)?;
        seen_by(tx, hub, organisation.id, &training, o)?;
        let quota = match training.quotas().at_most(Some(organisation.id.quota())) {
            Some(at_most) => Some((bookings::store::taken_of(tx, hub, o.id, organisation.id)?, at_most)),
            None => None,
        };
        Ok(Some(Self { organisation: organisation.name.clone(), training, quota }))
    }

    /// Whether the organisation has no place left.
    pub fn is_used_up(&self) -> bool {
        self.quota.is_some_and(|(taken, at_most)| taken >= at_most)
    }

    /// In words.
    pub fn note(&self, visit: &Visit, event: &Event, o: &Occurrence) -> Note {
        let (t, number) = (visit.t, |n: u32| i64::from(n));
        let quota = match self.quota {
            None => String::new(),
            Some((taken, at_most)) if taken >= at_most => t.training_quota_used_up(number(at_most)),
            Some((taken, at_most)) => t.training_quota_left(number(at_most - taken), number(at_most)),
        };
        let cost = self.training.cost.or_price(event.price_cents);
        let (cost_words, bill) = (cost_words(visit, cost, o.admission.capacity), cost != Cost::None);
        Note { organisation: self.organisation.clone(), cost: cost_words, bill, quota, used_up: self.is_used_up() }
    }
}

/// What a date costs, in words, with what it comes to when the course is full.
pub fn cost_words(visit: &Visit, cost: Cost, capacity: Option<u32>) -> String {
    let (t, euros) = (visit.t, |cents| amounts::euros(visit.lang(), cents));
    match cost {
        Cost::None => t.events_free_of_charge().to_owned(),
        Cost::PerPerson(cents) => t.training_cost_person(euros(cents)),
        Cost::ByPersons(cents) => match capacity.filter(|capacity| *capacity > 0) {
            Some(capacity) => t.training_cost_persons_full(euros(cents), i64::from(capacity), euros(cents / i64::from(capacity))),
            None => t.training_cost_persons(euros(cents)),
        },
        Cost::ByOrganisations(cents) => t.training_cost_organisations(euros(cents)),
    }
}

/// Other terms of a closed course: what they free goes to who waits, on every date to come.
pub fn advance_dates(tx: &Tx<'_>, hub: HubId, event: EventId, by: AccountId, now: Instant) -> DbResult<()> {
    let desk = Desk::<Seats>::new(tx, hub, now, Some(by));
    store::occurrences(tx, hub, event, now)?.iter().try_for_each(|o| desk.advance(o.id))
}

/// Somebody of an organisation, as its contact may know.
pub struct MemberPerson {
    /// Name.
    pub name: String,
    /// Places.
    pub seats: u32,
    /// The same, for words.
    pub count: i64,
    /// Title of the course.
    pub course: String,
    /// The day as a ribbon.
    pub tile: DayTile,
    /// Day and time.
    pub when: String,
    /// How the registration stands.
    pub state: String,
    /// Tone of that.
    pub tone: &'static str,
    /// Icon of that.
    pub icon: &'static str,
}

/// The people of an organisation with their registrations, as long as they are kept, the next date first.
pub async fn people(visit: &Visit, organisation: OrganisationId) -> Result<Vec<MemberPerson>, Problem> {
    let (hub, t) = (visit.hub.id, visit.t);
    let found = visit.app.read(hub, move |tx| store::people_of(tx, hub, organisation)).await?;
    let words = |one: store::Registered| {
        let (badge, time) = (staff::state_badge(t, one.state), time_words(visit.days(), one.start, one.end, one.open_end));
        MemberPerson {
            name: one.name,
            seats: one.seats,
            count: i64::from(one.seats),
            course: one.title,
            tile: tile(t.lang, one.start.date()),
            when: format!("{}, {time}", dates::day_long(t.lang, one.start.date())),
            state: badge.words,
            tone: badge.tone,
            icon: badge.icon,
        }
    };
    Ok(found.into_iter().map(words).collect())
}

/// The dates that are not over of courses open to a member's organisation; their links carry the pass.
pub async fn rows(visit: &Visit, member: &Member) -> Result<Vec<Row>, Problem> {
    let (hub, now, organisation) = (visit.hub.id, visit.now, member.organisation.id);
    let lines = visit.app.read(hub, move |tx| store::for_members(tx, hub, now, organisation)).await?;
    let with_pass: Vec<String> = lines.iter().map(|line| visit.links.to(&member.path(&format!("/{}", line.slug)))).collect();
    Ok(programme::rows(visit, lines).into_iter().zip(with_pass).map(|(row, href)| Row { href, ..row }).collect())
}

/// `GET /training/{pass}/{event}/{date}/registration`
pub async fn form(visit: Visit, Path((pass, slug, key)): Path<(String, String, String)>) -> Result<Response, Problem> {
    match Entrance::by_pass(&visit, &pass).await? {
        Some(entrance) => registration_form::blank(&visit, entrance, slug, key).await,
        None => Ok(gate(&visit, &slug, true)),
    }
}

/// `POST /training/{pass}/{event}/{date}/registration`: the registration belongs to the organisation of the pass.
pub async fn create(visit: Visit, Path((pass, slug, key)): Path<(String, String, String)>, posted: Posted<Fields>) -> Result<Response, Problem> {
    match Entrance::by_pass(&visit, &pass).await? {
        Some(entrance) => registration_form::take(&visit, entrance, slug, key, posted).await,
        None => Ok(gate(&visit, &slug, true)),
    }
}
