//! What the lead changes: places, closed days, legal details, people who work here.

use jiff::civil::Date;

use crate::auth::Role;
use crate::db::{DbError, DbResult, HubId, Tx, args, column};
use crate::ids::{AccountId, SiteId};
use crate::tenancy::store::{insert_closed_day, insert_openings, places};
use crate::tenancy::{ClosedDay, Legal, Site};

crate::db::statements! {
    /// Changes a place.
    UPDATE_SITE(hub, id_of "site", text "Site", text "", text "", text "", text "", text "", text "") =
        "update site set name = ?3, street = ?4, postcode = ?5, town = ?6, directions = ?7, wheelchair = ?8, hearing = ?9 where hub_id = ?1 and id = ?2";
    /// Moves a place in the order of all.
    SET_POSITION(hub, id_of "site", int 1) = "update site set position = ?3 where hub_id = ?1 and id = ?2";
    /// Takes a place away.
    DELETE_SITE(hub, uuid) = "delete from site where hub_id = ?1 and id = ?2";
    /// Forgets the hours of a place.
    DELETE_OPENINGS(hub, uuid) = "delete from opening where hub_id = ?1 and site_id = ?2";
    /// How many events are at a place.
    EVENTS_AT(hub, id_of "site") = "select count(*) from event where hub_id = ?1 and site_id = ?2";
    /// How many events everybody sees.
    PUBLISHED(hub) = "select count(*) from event where hub_id = ?1 and state = 'published'";
    /// The hub is open that day after all.
    DELETE_CLOSED_DAY(hub, text "2026-12-24") = "delete from closed_day where hub_id = ?1 and day = ?2";
    /// Legal details.
    SET_LEGAL(hub, text "{}") = "update hub set legal = ?2 where id = ?1";
    /// Everybody who works in a hub.
    PEOPLE(hub) =
        "select a.id, a.name, a.email, a.operator, a.disabled, case when a.password_hash = '' then 1 else 0 end, m.role, m.locked
         from membership m join account a on a.id = m.account_id where m.hub_id = ?1 order by a.name, a.id limit 500";
    /// In how many other hubs an account works.
    OTHER_HUBS(hub, id_of "account") = "select count(*) from membership where account_id = ?2 and hub_id <> ?1";
    /// Locks somebody out of this hub, or lets them in again.
    SET_LOCKED(hub, id_of "account", int 1) = "update membership set locked = ?3 where hub_id = ?1 and account_id = ?2";
    /// Somebody no longer works here.
    DELETE_MEMBER(hub, uuid) = "delete from membership where hub_id = ?1 and account_id = ?2";
}

/// Somebody who works in a hub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Account.
    pub id: AccountId,
    /// Name.
    pub name: String,
    /// Mail address.
    pub email: String,
    /// May do everything in every hub.
    pub operator: bool,
    /// The account is locked everywhere.
    pub disabled: bool,
    /// Has not set a password yet.
    pub invited: bool,
    /// What the person may do here.
    pub role: Role,
    /// Locked out of this hub.
    pub locked: bool,
}

impl Person {
    /// Whether the person can come in and lead the hub now.
    pub fn leads(&self) -> bool {
        self.role == Role::Lead && !self.locked && !self.disabled && !self.invited
    }
}

/// Changes a place and its hours.
pub fn update_site(tx: &Tx<'_>, hub: HubId, site: &Site) -> DbResult<bool> {
    let Site { id, name, street, postcode, town, directions, wheelchair, hearing, .. } = site;
    let found = tx.execute(&UPDATE_SITE, &args![hub, *id, name, street, postcode, town, directions, wheelchair, hearing])? == 1;
    if found {
        tx.execute(&DELETE_OPENINGS, &args![hub, *id])?;
        insert_openings(tx, hub, site)?;
    }
    Ok(found)
}

/// Takes a place away with its hours. Not while events are there: how many these are.
pub fn delete_site(tx: &Tx<'_>, hub: HubId, site: SiteId) -> DbResult<i64> {
    let events = tx.one(&EVENTS_AT, &args![hub, site], column::<i64>)?;
    if events == 0 {
        tx.execute(&DELETE_OPENINGS, &args![hub, site])?;
        tx.execute(&DELETE_SITE, &args![hub, site])?;
    }
    Ok(events)
}

/// How many events everybody sees.
pub fn published(tx: &Tx<'_>, hub: HubId) -> DbResult<i64> {
    tx.one(&PUBLISHED, &args![hub], column::<i64>)
}

/// Puts a place one step further to the front.
pub fn site_forward(tx: &Tx<'_>, hub: HubId, site: SiteId, today: Date) -> DbResult<()> {
    let mut order: Vec<SiteId> = places(tx, hub, today)?.0.into_iter().map(|site| site.id).collect();
    if let Some(at) = order.iter().position(|known| *known == site).filter(|at| *at > 0) {
        order.swap(at, at - 1);
    }
    for (position, id) in order.into_iter().enumerate() {
        tx.execute(&SET_POSITION, &args![hub, id, i64::try_from(position).unwrap_or(0)])?;
    }
    Ok(())
}

/// Closes the hub on these days; a reason that was there gives way.
pub fn close(tx: &Tx<'_>, hub: HubId, days: &[Date], reason: &str) -> DbResult<()> {
    for day in days {
        open(tx, hub, *day)?;
        insert_closed_day(tx, hub, &ClosedDay { day: *day, reason: reason.to_owned() })?;
    }
    Ok(())
}

/// Opens the hub on a day on which it was to be closed.
pub fn open(tx: &Tx<'_>, hub: HubId, day: Date) -> DbResult<()> {
    tx.execute(&DELETE_CLOSED_DAY, &args![hub, day.to_string()]).map(drop)
}

/// Changes the legal details.
pub fn set_legal(tx: &Tx<'_>, hub: HubId, legal: &Legal) -> DbResult<()> {
    let text = serde_json::to_string(legal).map_err(|error| DbError::app(error.to_string()))?;
    tx.execute(&SET_LEGAL, &args![hub, text]).map(drop)
}

/// Everybody who works in a hub, by name.
pub fn people(tx: &Tx<'_>, hub: HubId) -> DbResult<Vec<Person>> {
    tx.rows(&PEOPLE, &args![hub], |c| {
        let (id, name, email, operator, disabled, invited) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
        let role: String = c.take()?;
        Ok(Person { id, name, email, operator, disabled, invited, role: Role::parse(&role).unwrap_or(Role::Helper), locked: c.take()? })
    })
}

/// Whether nobody else could lead the hub after this account.
pub fn is_last_lead(tx: &Tx<'_>, hub: HubId, account: AccountId) -> DbResult<bool> {
    let (own, others): (Vec<_>, Vec<_>) = people(tx, hub)?.into_iter().filter(Person::leads).partition(|person| person.id == account);
    Ok(!own.is_empty() && others.is_empty())
}

/// In how many other hubs an account works.
pub fn other_hubs(tx: &Tx<'_>, hub: HubId, account: AccountId) -> DbResult<i64> {
    tx.one(&OTHER_HUBS, &args![hub, account], column::<i64>)
}

/// Locks somebody out of this hub, or lets them in again.
pub fn set_locked(tx: &Tx<'_>, hub: HubId, account: AccountId, locked: bool) -> DbResult<()> {
    tx.execute(&SET_LOCKED, &args![hub, account, locked]).map(drop)
}

/// Somebody no longer works here.
pub fn delete_member(tx: &Tx<'_>, hub: HubId, account: AccountId) -> DbResult<()> {
    tx.execute(&DELETE_MEMBER, &args![hub, account]).map(drop)
}
