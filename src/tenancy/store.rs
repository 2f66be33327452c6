//! Hubs and their places in the database. The hub table belongs to the installation; sites, hours and closed days to the hub.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::hub::{ClosedDay, Hub, Opening, Partner, Site};
use super::look::Look;
use crate::clock::Instant;
use crate::db::{DbError, DbResult, HubId, Tx, args, json, json_list};
use crate::ids::SiteId;
use crate::theme::Sheet;

crate::db::statements! {
    /// All hubs by name.
    HUBS() = "select id, slug, name, domain from hub order by name, id";
    /// The oldest hub.
    OLDEST_HUB() = "select slug from hub order by created_at, id limit 1";
    /// One hub by its part of the address.
    HUB_BY_SLUG(text "grossroehrsdorf") = "select id, slug, name, owner_line, phone, phone_hours, email, zone, domain, claim, welcome, partners, legal, demo, look from hub where slug = ?1";
    /// One hub by its own domain.
    SLUG_BY_DOMAIN(text "hub.example.org") = "select slug from hub where domain = ?1";
    /// One hub by key.
    SLUG_BY_ID(hub) = "select slug from hub where id = ?1";
    /// The zone of a hub.
    ZONE(hub) = "select zone from hub where id = ?1";
    /// Places in their order.
    SITES(hub) = "select id, name, street, postcode, town, directions, wheelchair, hearing from site where hub_id = ?1 order by position, name";
    /// Weekly opening of all places.
    OPENINGS(hub) = "select site_id, weekday, opens, closes from opening where hub_id = ?1 order by site_id, weekday, opens";
    /// Closed days from a day on.
    CLOSED_DAYS(hub, text "2020-01-01") = "select day, reason from closed_day where hub_id = ?1 and day >= ?2 order by day limit 400";
    /// The next free key.
    NEXT_HUB_ID() = "select cast(coalesce(max(id), 0) + 1 as bigint) from hub";
    /// A new hub.
    INSERT_HUB(int 900, text "sample", text "Sample", text "", text "", text "", text "", text "Europe/Berlin", text "[]", text "", text "[]", int 0, now) =
        "insert into hub (id, slug, name, owner_line, phone, phone_hours, email, zone, claim, welcome, partners, demo, created_at)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
    /// A new place.
    INSERT_SITE(hub, uuid, text "Site", text "", text "", text "", text "", text "", text "", int 9) =
        "insert into site (hub_id, id, name, street, postcode, town, directions, wheelchair, hearing, position) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    /// New hours of a place.
    INSERT_OPENING(hub, uuid, int 1, int 540, int 780) = "insert into opening (hub_id, site_id, weekday, opens, closes) values (?1, ?2, ?3, ?4, ?5)";
    /// A new closed day.
    INSERT_CLOSED_DAY(hub, text "2026-12-24", text "") = "insert into closed_day (hub_id, day, reason) values (?1, ?2, ?3)";
    /// Name and contact of a hub.
    SET_CONTACT(hub, text "Sample", text "", text "", text "", text "", text "Europe/Berlin") =
        "update hub set name = ?2, owner_line = ?3, phone = ?4, phone_hours = ?5, email = ?6, zone = ?7 where id = ?1";
    /// What the start page says first.
    SET_WELCOME(hub, text "[]", text "") = "update hub set claim = ?2, welcome = ?3 where id = ?1";
    /// Who carries a hub.
    PARTNERS(hub) = "select partners from hub where id = ?1";
    /// The same anew.
    SET_PARTNERS(hub, text "[]") = "update hub set partners = ?2 where id = ?1";
    /// What a hub has chosen about its looks.
    LOOK(hub) = "select look from hub where id = ?1";
    /// The same anew.
    SET_LOOK(hub, text "{}") = "update hub set look = ?2 where id = ?1";
    /// A key of the installation.
    SECRET(text "links") = "select value from secret where name = ?1";
    /// Keeps a key unless there is one.
    INSERT_SECRET(text "sample", blob) = "insert into secret (name, value) values (?1, ?2) on conflict (name) do nothing";
}

/// A hub in a list of all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HubLine {
    /// Key.
    pub id: HubId,
    /// Part of the address.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Own domain.
    pub domain: Option<String>,
}

/// All hubs of the installation by name.
pub fn hubs(tx: &Tx<'_>) -> DbResult<Vec<HubLine>> {
    tx.rows(&HUBS, &args![], |c| Ok(HubLine { id: c.take()?, slug: c.take()?, name: c.take()?, domain: c.take()? }))
}

/// The slug of the oldest hub.
pub fn oldest_hub(tx: &Tx<'_>) -> DbResult<Option<String>> {
    tx.row(&OLDEST_HUB, &args![], |c| c.take())
}

/// The slug of the hub with this own domain.
pub fn slug_by_domain(tx: &Tx<'_>, domain: &str) -> DbResult<Option<String>> {
    tx.row(&SLUG_BY_DOMAIN, &args![domain], |c| c.take())
}

/// The slug of the hub with this key.
pub fn slug_by_id(tx: &Tx<'_>, hub: HubId) -> DbResult<Option<String>> {
    tx.row(&SLUG_BY_ID, &args![hub], |c| c.take())
}

/// The zone in which a hub agrees times.
pub fn zone(tx: &Tx<'_>, hub: HubId) -> DbResult<Option<TimeZone>> {
    let name: Option<String> = tx.row(&ZONE, &args![hub], |c| c.take())?;
    name.map(|name| TimeZone::get(&name).map_err(|_| DbError::app(format!("unknown time zone {name}")))).transpose()
}

/// The key of the hub with this slug.
pub fn hub_id(tx: &Tx<'_>, slug: &str) -> DbResult<Option<HubId>> {
    tx.row(&HUB_BY_SLUG, &args![slug], |c| c.take())
}

/// A hub without its places. The places need the hub's scope: see [`places`].
pub fn hub(tx: &Tx<'_>, slug: &str) -> DbResult<Option<Hub>> {
    tx.row(&HUB_BY_SLUG, &args![slug], |c| {
        let (id, slug, name, owner_line) = (c.take()?, c.take()?, c.take()?, c.take()?);
        let (phone, phone_hours, email, zone): (_, _, _, String) = (c.take()?, c.take()?, c.take()?, c.take()?);
        let tz = TimeZone::get(&zone).map_err(|_| DbError::app(format!("hub {slug}: unknown time zone {zone}")))?;
        let domain = c.take()?;
        let claim = json_list(c)?;
        let welcome = c.take()?;
        let partners: Vec<Partner> = json_list(c)?;
        let legal: String = c.take()?;
        let legal = serde_json::from_str(&legal).map_err(|error| DbError::app(format!("hub {slug}: {error}")))?;
        let demo = c.take()?;
        let look = parse_look(&c.take::<String>()?)?;
        let sheet = look.colours.and_then(Sheet::of).map(|sheet| sheet.name);
        Ok(Hub {
            id,
            slug,
            name,
            owner_line,
            phone,
            phone_hours,
            email,
            zone,
            tz,
            domain,
            claim,
            welcome,
            partners,
            legal,
            demo,
            look,
            sheet,
            sites: Vec::new(),
            closed_days: Vec::new(),
        })
    })
}

/// What a hub has chosen about its looks.
pub fn look(tx: &Tx<'_>, hub: HubId) -> DbResult<Look> {
    parse_look(&tx.one(&LOOK, &args![hub], |c| c.take::<String>())?)
}

/// Changes what a hub has chosen about its looks.
pub fn set_look(tx: &Tx<'_>, hub: HubId, look: &Look) -> DbResult<()> {
    let text = serde_json::to_string(look).map_err(|error| DbError::app(error.to_string()))?;
    tx.execute(&SET_LOOK, &args![hub, text]).map(drop)
}

/// Takes a page of staff out of the menu, when it can no longer be read.
pub fn leave_menu(tx: &Tx<'_>, hub: HubId, path: &str) -> DbResult<()> {
    let mut look = look(tx, hub)?;
    if look.leave_menu(path) { set_look(tx, hub, &look) } else { Ok(()) }
}

/// Who carries a hub.
pub fn partners(tx: &Tx<'_>, hub: HubId) -> DbResult<Vec<Partner>> {
    tx.one(&PARTNERS, &args![hub], json_list)
}

/// Changes who carries a hub.
pub fn set_partners(tx: &Tx<'_>, hub: HubId, partners: &[Partner]) -> DbResult<()> {
    tx.execute(&SET_PARTNERS, &args![hub, json(partners)?]).map(drop)
}

fn parse_look(text: &str) -> DbResult<Look> {
    serde_json::from_str(text).map_err(|error| DbError::app(format!("hub: {error}")))
}

/// Places with their hours, and the closed days from `since` on.
pub fn places(tx: &Tx<'_>, hub: HubId, since: Date) -> DbResult<(Vec<Site>, Vec<ClosedDay>)> {
    let mut sites = tx.rows(&SITES, &args![hub], |c| {
        let (id, name, street, postcode, town) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
        Ok(Site { id, name, street, postcode, town, directions: c.take()?, wheelchair: c.take()?, hearing: c.take()?, openings: Vec::new() })
    })?;
    let openings = tx.rows(&OPENINGS, &args![hub], |c| {
        let site: SiteId = c.take()?;
        let weekday = i8::try_from(c.take::<i64>()?).unwrap_or(1);
        Ok((site, Opening { weekday, opens: minutes(c.take()?), closes: minutes(c.take()?) }))
    })?;
    for (site_id, opening) in openings {
        if let Some(site) = sites.iter_mut().find(|site| site.id == site_id) {
            site.openings.push(opening);
        }
    }
    let closed = tx.rows(&CLOSED_DAYS, &args![hub, since.to_string()], |c| {
        let day: String = c.take()?;
        let day = day.parse().map_err(|_| DbError::app(format!("closed_day: {day} is no date")))?;
        Ok(ClosedDay { day, reason: c.take()? })
    })?;
    Ok((sites, closed))
}

/// What a new hub starts with; the rest is filled in later.
#[derive(Debug, Clone, Default)]
pub struct NewHub {
    /// Part of the address.
    pub slug: String,
    /// Full name.
    pub name: String,
    /// Whose offer it is.
    pub owner_line: String,
    /// Telephone.
    pub phone: String,
    /// When somebody answers.
    pub phone_hours: String,
    /// Mail address.
    pub email: String,
    /// IANA zone; empty means Europe/Berlin.
    pub zone: String,
    /// Words of the start page.
    pub claim: Vec<String>,
    /// Welcome text.
    pub welcome: String,
    /// Who carries it.
    pub partners: Vec<Partner>,
    /// Sample data.
    pub demo: bool,
}

/// Writes a new hub and answers its key. The constraint `hub_slug_once` speaks when the slug is taken.
pub fn insert_hub(tx: &Tx<'_>, new: &NewHub, now: Instant) -> DbResult<HubId> {
    let id: i64 = tx.one(&NEXT_HUB_ID, &args![], |c| c.take())?;
    let id = HubId::from_raw(id);
    let zone = if new.zone.is_empty() { "Europe/Berlin" } else { new.zone.as_str() };
    let (claim, partners) = (json(&new.claim)?, json(&new.partners)?);
    tx.execute(
        &INSERT_HUB,
        &args![id, &new.slug, &new.name, &new.owner_line, &new.phone, &new.phone_hours, &new.email, zone, claim, &new.welcome, partners, new.demo, now],
    )?;
    Ok(id)
}

/// Writes a place with its hours.
pub fn insert_site(tx: &Tx<'_>, hub: HubId, site: &Site, position: u32) -> DbResult<()> {
    tx.execute(
        &INSERT_SITE,
        &args![hub, site.id, &site.name, &site.street, &site.postcode, &site.town, &site.directions, &site.wheelchair, &site.hearing, position],
    )?;
    insert_openings(tx, hub, site)
}

/// Writes the hours of a place.
pub fn insert_openings(tx: &Tx<'_>, hub: HubId, site: &Site) -> DbResult<()> {
    for opening in &site.openings {
        let (opens, closes) = (minute_of_day(opening.opens), minute_of_day(opening.closes));
        tx.execute(&INSERT_OPENING, &args![hub, site.id, i64::from(opening.weekday), opens, if closes == 0 { 24 * 60 } else { closes }])?;
    }
    Ok(())
}

/// Writes a closed day.
pub fn insert_closed_day(tx: &Tx<'_>, hub: HubId, closed: &ClosedDay) -> DbResult<()> {
    tx.execute(&INSERT_CLOSED_DAY, &args![hub, closed.day.to_string(), &closed.reason]).map(drop)
}

/// What a hub is called and how it is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Full name.
    pub name: String,
    /// Whose offer it is.
    pub owner_line: String,
    /// Telephone.
    pub phone: String,
    /// When somebody answers.
    pub phone_hours: String,
    /// Mail address.
    pub email: String,
    /// IANA zone.
    pub zone: String,
}

/// What the start page says first and last.
#[derive(Debug, Clone)]
pub struct Welcome {
    /// Lines in large type.
    pub claim: Vec<String>,
    /// Two sentences.
    pub text: String,
}

/// Changes name and contact.
pub fn set_contact(tx: &Tx<'_>, hub: HubId, contact: &Contact) -> DbResult<()> {
    let Contact { name, owner_line, phone, phone_hours, email, zone } = contact;
    tx.execute(&SET_CONTACT, &args![hub, name, owner_line, phone, phone_hours, email, zone]).map(drop)
}

/// Changes what the start page says first.
pub fn set_welcome(tx: &Tx<'_>, hub: HubId, welcome: &Welcome) -> DbResult<()> {
    tx.execute(&SET_WELCOME, &args![hub, json(&welcome.claim)?, &welcome.text]).map(drop)
}

/// A key of the installation by name.
pub fn secret(tx: &Tx<'_>, name: &str) -> DbResult<Option<Vec<u8>>> {
    tx.row(&SECRET, &args![name], |c| c.take())
}

/// Keeps a key unless one of that name is there already.
pub fn insert_secret(tx: &Tx<'_>, name: &str, value: &[u8]) -> DbResult<()> {
    tx.execute(&INSERT_SECRET, &args![name, value.to_vec()]).map(drop)
}

fn minutes(after_midnight: i64) -> Time {
    let hour = i8::try_from(after_midnight / 60 % 24).unwrap_or(0);
    let minute = i8::try_from(after_midnight % 60).unwrap_or(0);
    Time::new(hour, minute, 0, 0).unwrap_or(Time::midnight())
}

fn minute_of_day(time: Time) -> i64 {
    i64::from(time.hour()) * 60 + i64::from(time.minute())
}
