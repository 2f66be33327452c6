//! Closed courses, for people of the organisations they are open to.

use super::lines::{Line, line};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx, args};
use crate::organisations::OrganisationId;

crate::db::statements! {
    /// Dates of closed courses that are not over, open to an organisation.
    FOR_MEMBERS(hub, int 0, id_of "organisation") =
        "select o.id, o.key, o.starts_at, o.ends_at, o.open_end, o.local_start, o.local_end, o.state = 'cancelled', o.registration, o.capacity, o.opens_at, o.closes_at, o.waitlist <> 'off', o.seated, o.held, o.waiting,
                e.slug, e.title, e.topic, e.site_id, case when o.room = '' then e.room else o.room end, e.online, e.price_cents, e.organiser is not null
         from event e join occurrence o on o.hub_id = e.hub_id and o.event_id = e.id
         where e.hub_id = ?1 and e.state <> 'published' and e.state = 'members' and o.ends_at > ?2
           and (not exists (select 1 from training t where t.hub_id = ?1 and t.event_id = e.id and t.open_to = 'some')
                or exists (select 1 from training_organisation x where x.hub_id = ?1 and x.event_id = e.id and x.organisation_id = ?3))
         order by o.starts_at, o.id limit 200";
}

/// Dates of closed courses that end after an instant and are open to an organisation, in order; at most 200.
pub fn for_members(tx: &Tx<'_>, hub: HubId, since: Instant, organisation: OrganisationId) -> DbResult<Vec<Line>> {
    tx.rows(&FOR_MEMBERS, &args![hub, since, organisation], line)
}
