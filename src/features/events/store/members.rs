//! Closed courses, for people of the organisations they are open to.

use booking::State;
use jiff::civil::DateTime;

use super::lines::{Line, line};
use super::read::{wall, word};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx, args};
use crate::features::events::event::EventId;
use crate::ids::OccasionId;
use crate::organisations::OrganisationId;

crate::db::statements! {
    /// Dates of closed courses that are not over, open to an organisation.
    FOR_MEMBERS(hub, int 0, id_of "organisation") =
        "select o.starts_at, o.ends_at, o.open_end, o.local_start, o.local_end, o.state = 'cancelled', o.registration, o.capacity, o.opens_at, o.closes_at, o.waitlist <> 'off', o.seated, o.held,
                case when exists (select 1 from training q where q.hub_id = ?1 and q.event_id = e.id and q.seats is not null)
                     then (select count(*) from booking w where w.hub_id = ?1 and w.occasion_id = o.id and w.state = 'waiting' and (w.organisation_id = ?3 or w.organisation_id is null)) else o.waiting end,
                e.slug, e.title, e.topic, e.site_id, case when o.room = '' then e.room else o.room end, e.online, e.price_cents, e.organiser is not null
         from event e join occurrence o on o.hub_id = e.hub_id and o.event_id = e.id
         where e.hub_id = ?1 and e.state <> 'published' and e.state = 'members' and o.ends_at > ?2
           and (not exists (select 1 from training t where t.hub_id = ?1 and t.event_id = e.id and t.open_to = 'some')
                or exists (select 1 from training_organisation x where x.hub_id = ?1 and x.event_id = e.id and x.organisation_id = ?3))
         order by o.starts_at, o.id limit 200";
    /// People of an organisation, as long as their names are kept.
    PEOPLE_OF(hub, id_of "organisation") =
        "select b.name, b.seats, b.state, e.title, o.local_start, o.local_end, o.open_end
         from booking b join occurrence o on o.hub_id = b.hub_id and o.id = b.occasion_id join event e on e.hub_id = o.hub_id and e.id = o.event_id
         where b.hub_id = ?1 and b.organisation_id = ?2 and b.name <> '' order by o.starts_at, b.name, b.id limit 2000";
    /// Who came from which organisation to dates in a span of time.
    SHARED(hub, int 0, int 9_000_000_000_000_000) =
        "select e.id, e.title, e.price_cents, o.id, o.local_start, b.organisation_id, cast(sum(b.seats) as bigint), cast(sum(case when b.state = 'attended' then b.seats else 0 end) as bigint)
         from occurrence o join event e on e.hub_id = o.hub_id and e.id = o.event_id join booking b on b.hub_id = o.hub_id and b.occasion_id = o.id
         where o.hub_id = ?1 and o.starts_at >= ?2 and o.starts_at < ?3 and o.state = 'planned' and b.organisation_id is not null and b.state in ('confirmed', 'attended', 'no_show')
         group by e.id, e.title, e.price_cents, o.id, o.starts_at, o.local_start, b.organisation_id order by o.starts_at, o.id, b.organisation_id";
}

/// Somebody of an organisation, registered for a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// Name.
    pub name: String,
    /// Places.
    pub seats: u32,
    /// Where it stands.
    pub state: State,
    /// Title of the course.
    pub title: String,
    /// Wall time of the start.
    pub start: DateTime,
    /// Wall time of the end.
    pub end: DateTime,
    /// Whether the end was left open.
    pub open_end: bool,
}

/// People of an organisation with their registrations, in the order of their dates; at most 2,000.
pub fn people_of(tx: &Tx<'_>, hub: HubId, organisation: OrganisationId) -> DbResult<Vec<Registered>> {
    tx.rows(&PEOPLE_OF, &args![hub, organisation], |c| {
        let (name, seats, state) = (c.take()?, c.take()?, word(c.text()?, State::parse)?);
        Ok(Registered { name, seats, state, title: c.take()?, start: wall(c)?, end: wall(c)?, open_end: c.take()? })
    })
}

/// How many of one organisation registered for a date, and how many of them came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// The course.
    pub event: EventId,
    /// Its title.
    pub title: String,
    /// Its price for one person, unless its terms say otherwise.
    pub price_cents: i64,
    /// The date.
    pub date: OccasionId,
    /// Wall time of its start.
    pub start: DateTime,
    /// The organisation.
    pub organisation: OrganisationId,
    /// Places taken.
    pub registered: u32,
    /// Of those, who came.
    pub attended: u32,
}

/// Dates that take place and start in a span of time, with every organisation that has places there, in order.
pub fn shared(tx: &Tx<'_>, hub: HubId, from: Instant, until: Instant) -> DbResult<Vec<Shared>> {
    tx.rows(&SHARED, &args![hub, from, until], |c| {
        let (event, title, price_cents, date, start) = (c.take()?, c.take()?, c.take()?, c.take()?, wall(c)?);
        Ok(Shared { event, title, price_cents, date, start, organisation: c.take()?, registered: c.take()?, attended: c.take()? })
    })
}

/// Dates of closed courses that end after an instant and are open to an organisation, in order; at most 200.
pub fn for_members(tx: &Tx<'_>, hub: HubId, since: Instant, organisation: OrganisationId) -> DbResult<Vec<Line>> {
    tx.rows(&FOR_MEMBERS, &args![hub, since, organisation], line)
}
