//! Where and when a date is, for calendars and mails.

use jiff::ZonedDateTime;
use jiff::civil::DateTime;

use crate::db::{DbResult, HubId, Tx};
use crate::ids::SiteId;
use crate::tenancy::{Hub, Site, store};

/// A wall time in its zone. In the hour that comes twice this is the first of the two.
pub fn zoned(wall: DateTime, zone: &str) -> Option<ZonedDateTime> {
    wall.in_tz(zone).ok()
}

/// Room, name and address of a place in one line.
pub fn place(hub: &Hub, site: Option<SiteId>, room: &str, online: bool) -> String {
    words(site.and_then(|id| hub.site(id)), room, online)
}

/// The same inside a transaction, where the hub is not at hand.
pub fn stored_place(tx: &Tx<'_>, hub: HubId, site: Option<SiteId>, room: &str, online: bool) -> DbResult<String> {
    let Some(id) = site else { return Ok(words(None, room, online)) };
    let (sites, _) = store::places(tx, hub, jiff::civil::Date::MAX)?;
    Ok(words(sites.iter().find(|site| site.id == id), room, online))
}

fn words(site: Option<&Site>, room: &str, online: bool) -> String {
    let mut parts: Vec<String> = Vec::new();
    if !room.is_empty() {
        parts.push(room.replace('\n', ", "));
    }
    if let Some(site) = site {
        parts.push(site.name.clone());
        parts.push(site.address());
    }
    if parts.is_empty() && online {
        parts.push("Online".to_owned());
    }
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}
