//! The tables `organisation`, `training` and `training_organisation`.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::{Contact, Cost, Domain, Kind, OpenTo, Organisation, OrganisationId, Training};
use crate::bookings::folded;
use crate::clock::Instant;
use crate::db::{Columns, DbError, DbResult, HubId, Tx, args, json, json_list};
use crate::mail::outbox;

/// The word for a course that is open to some organisations only.
const SOME_WORD: &str = "some";

crate::db::statements! {
    /// All organisations by name.
    ALL(hub) = "select id, name, kind, domains, code, contact_name, contact_email, contact_at from organisation where hub_id = ?1 order by name, id limit 1000";
    /// One.
    ONE(hub, id_of "organisation") = "select id, name, kind, domains, code, contact_name, contact_email, contact_at from organisation where hub_id = ?1 and id = ?2";
    /// Their names.
    NAMES(hub) = "select id, name from organisation where hub_id = ?1 order by name, id limit 1000";
    /// How many there are, and how many of them nobody can be written to.
    COUNT(hub) = "select count(*), cast(coalesce(sum(case when contact_at is null then 1 else 0 end), 0) as bigint) from organisation where hub_id = ?1";
    /// A new one, unless this form has been sent before.
    INSERT(hub, uuid, text "Stadt", text "town", text "[]", text "SAMPLE22", text "", text "", null, text "", now) =
        "insert into organisation (hub_id, id, name, kind, domains, code, contact_name, contact_email, contact_at, folded, created_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         on conflict (hub_id, id) do nothing";
    /// As it was edited; the code stays.
    UPDATE(hub, id_of "organisation", text "Stadt", text "town", text "[]", text "", text "", null, text "") =
        "update organisation set name = ?3, kind = ?4, domains = ?5, contact_name = ?6, contact_email = ?7, contact_at = ?8, folded = ?9 where hub_id = ?1 and id = ?2";
    /// Another code.
    SET_CODE(hub, id_of "organisation", text "SAMPLE22") = "update organisation set code = ?3 where hub_id = ?1 and id = ?2";
    /// How many registrations are of its people.
    BOOKINGS(hub, id_of "organisation") = "select count(*) from (select 1 from booking where hub_id = ?1 and organisation_id = ?2 limit 1) found";
    /// Whose people may come to a closed course, with how many seats, at what cost.
    TRAINING(hub, id_of "event") = "select open_to, seats, cost, cost_cents from training where hub_id = ?1 and event_id = ?2";
    /// Organisations that are named, each with its own number of seats.
    SOME(hub, id_of "event") = "select organisation_id, seats from training_organisation where hub_id = ?1 and event_id = ?2 order by organisation_id";
    /// Sets it.
    SET_TRAINING(hub, id_of "event", text "all", null, text "none", int 0) =
        "insert into training (hub_id, event_id, open_to, seats, cost, cost_cents) values (?1, ?2, ?3, ?4, ?5, ?6)
         on conflict (hub_id, event_id) do update set open_to = excluded.open_to, seats = excluded.seats, cost = excluded.cost, cost_cents = excluded.cost_cents";
    /// Forgets which.
    DELETE_SOME(hub, uuid) = "delete from training_organisation where hub_id = ?1 and event_id = ?2";
    /// One of them.
    INSERT_SOME(hub, id_of "event", uuid, null) = "insert into training_organisation (hub_id, event_id, organisation_id, seats) values (?1, ?2, ?3, ?4)";
    /// It goes from all courses.
    DELETE_FROM_ALL(hub, uuid) = "delete from training_organisation where hub_id = ?1 and organisation_id = ?2";
    /// It goes.
    DELETE(hub, uuid) = "delete from organisation where hub_id = ?1 and id = ?2";
    /// Contacts of somebody, by words.
    CONTACTS_OF(hub, text "%", text "%", text "%") =
        "select id, name, kind, domains, code, contact_name, contact_email, contact_at from organisation
         where hub_id = ?1 and contact_at is not null and folded like ?2 and folded like ?3 and folded like ?4 order by name, id limit 50";
    /// Contacts that nobody has confirmed since.
    OLD_CONTACTS(hub, now, int 100) = "select id from organisation where hub_id = ?1 and contact_at <= ?2 order by id limit ?3";
    /// Nobody knows any more who it was.
    FORGET_CONTACT(hub, id_of "organisation") = "update organisation set contact_name = '', contact_email = '', contact_at = null, folded = '' where hub_id = ?1 and id = ?2 and contact_at is not null";
}

/// All organisations of a hub by name; at most 1,000.
pub fn all(tx: &Tx<'_>, hub: HubId) -> DbResult<Vec<Organisation>> {
    tx.rows(&ALL, &args![hub], decode)
}

/// Their names by key; at most 1,000.
pub fn names(tx: &Tx<'_>, hub: HubId) -> DbResult<BTreeMap<OrganisationId, String>> {
    Ok(tx.rows(&NAMES, &args![hub], |c| Ok((c.take()?, c.take()?)))?.into_iter().collect())
}

/// One of them.
pub fn organisation(tx: &Tx<'_>, hub: HubId, id: OrganisationId) -> DbResult<Option<Organisation>> {
    tx.row(&ONE, &args![hub, id], decode)
}

/// How many there are, and how many of them have no contact.
pub fn count(tx: &Tx<'_>, hub: HubId) -> DbResult<(i64, i64)> {
    tx.one(&COUNT, &args![hub], |c| Ok((c.take()?, c.take()?)))
}

/// Writes a new organisation; the same once more changes nothing.
pub fn insert(tx: &Tx<'_>, hub: HubId, o: &Organisation, now: Instant) -> DbResult<()> {
    let (name, email, at) = contact(o);
    let words = words(o);
    tx.execute(&INSERT, &args![hub, o.id, &o.name, o.kind.as_str(), json(&o.domains)?, &o.code, name, email, at, words, now]).map(drop)
}

/// Writes an organisation as it was edited, but for its code; false when it is gone.
pub fn update(tx: &Tx<'_>, hub: HubId, o: &Organisation) -> DbResult<bool> {
    let (name, email, at) = contact(o);
    let words = words(o);
    Ok(tx.execute(&UPDATE, &args![hub, o.id, &o.name, o.kind.as_str(), json(&o.domains)?, name, email, at, words])? == 1)
}

/// Gives it another code; the old one opens nothing from then on.
pub fn set_code(tx: &Tx<'_>, hub: HubId, id: OrganisationId, code: &str) -> DbResult<bool> {
    Ok(tx.execute(&SET_CODE, &args![hub, id, code])? == 1)
}

/// Takes an organisation away; not while registrations are of its people, whose costs are shared under its name. Whether it went.
pub fn delete(tx: &Tx<'_>, hub: HubId, id: OrganisationId) -> DbResult<bool> {
    if tx.one(&BOOKINGS, &args![hub, id], |c| c.take::<i64>())? > 0 {
        return Ok(false);
    }
    tx.execute(&DELETE_FROM_ALL, &args![hub, id])?;
    outbox::forget(tx, hub, id.0)?;
    tx.execute(&DELETE, &args![hub, id])?;
    Ok(true)
}

/// The terms of a closed course; the usual ones before staff have set any.
pub fn training(tx: &Tx<'_>, hub: HubId, course: Uuid) -> DbResult<Training> {
    let found = tx.row(&TRAINING, &args![hub, course], |c| Ok((c.take::<String>()?, c.take()?, c.take::<String>()?, c.take()?)))?;
    let Some((open_to, seats, cost, cents)) = found else { return Ok(Training::default()) };
    let named: Vec<(OrganisationId, Option<u32>)> = tx.rows(&SOME, &args![hub, course], |c| Ok((c.take()?, c.take()?)))?;
    Ok(Training {
        open_to: if open_to == SOME_WORD { OpenTo::Some(named.iter().map(|(id, _)| *id).collect()) } else { OpenTo::All },
        seats,
        own_seats: named.into_iter().filter_map(|(id, seats)| Some((id, seats?))).collect(),
        cost: Cost::parse(&cost, cents).ok_or_else(|| DbError::app(format!("training: unknown cost {cost}")))?,
    })
}

/// Sets the terms of a closed course.
pub fn set_training(tx: &Tx<'_>, hub: HubId, course: Uuid, training: &Training) -> DbResult<()> {
    let own: BTreeSet<OrganisationId> = training.own_seats.keys().copied().collect();
    let (word, named) = match &training.open_to {
        OpenTo::All => ("all", own),
        OpenTo::Some(some) => (SOME_WORD, some.clone()),
    };
    let (cost, cents) = training.cost.parts();
    tx.execute(&SET_TRAINING, &args![hub, course, word, training.seats, cost, cents])?;
    tx.execute(&DELETE_SOME, &args![hub, course])?;
    named.into_iter().try_for_each(|id| tx.execute(&INSERT_SOME, &args![hub, course, id, training.own_seats.get(&id).copied()]).map(drop))
}

/// Organisations whose contact's name or mail address begins so, by patterns; at most 50.
pub fn contacts_of(tx: &Tx<'_>, hub: HubId, patterns: &[String; 3]) -> DbResult<Vec<Organisation>> {
    let [first, second, third] = patterns;
    tx.rows(&CONTACTS_OF, &args![hub, first, second, third], decode)
}

/// These organisations, as far as they are of this hub and have a contact.
pub fn with_contact(tx: &Tx<'_>, hub: HubId, ids: &[OrganisationId]) -> DbResult<Vec<Organisation>> {
    let found: Vec<Option<Organisation>> = ids.iter().map(|id| organisation(tx, hub, *id)).collect::<DbResult<_>>()?;
    Ok(found.into_iter().flatten().filter(|one| one.contact.is_some()).collect())
}

/// Erases the contacts of these organisations with the letters to them; how many.
pub fn forget_contacts(tx: &Tx<'_>, hub: HubId, ids: &[OrganisationId]) -> DbResult<u32> {
    ids.iter().try_fold(0, |sum, id| {
        outbox::forget(tx, hub, id.0)?;
        Ok(sum + u32::try_from(tx.execute(&FORGET_CONTACT, &args![hub, *id])?).unwrap_or(0))
    })
}

/// Erases contacts that nobody has confirmed since `before`; how many.
pub fn forget_old_contacts(tx: &Tx<'_>, hub: HubId, before: Instant, limit: u32) -> DbResult<u64> {
    let ids: Vec<OrganisationId> = tx.rows(&OLD_CONTACTS, &args![hub, before, limit], |c| c.take())?;
    forget_contacts(tx, hub, &ids).map(u64::from)
}

fn contact(o: &Organisation) -> (&str, &str, Option<Instant>) {
    o.contact.as_ref().map_or(("", "", None), |contact| (&contact.name, &contact.email, Some(contact.at)))
}

fn words(o: &Organisation) -> String {
    o.contact.as_ref().map(|contact| folded(&contact.name, &[], &contact.email, "")).unwrap_or_default()
}

fn decode(c: &mut Columns<'_>) -> DbResult<Organisation> {
    let (id, name, kind): (_, _, String) = (c.take()?, c.take()?, c.take()?);
    let domains: Vec<Domain> = json_list(c)?;
    let (code, contact_name, email, at): (_, String, String, Option<Instant>) = (c.take()?, c.take()?, c.take()?, c.take()?);
    Ok(Organisation {
        id,
        name,
        kind: Kind::parse(&kind).ok_or_else(|| DbError::app(format!("organisation: unknown kind {kind}")))?,
        domains,
        code,
        contact: at.map(|at| Contact { name: contact_name, email, at }),
    })
}
