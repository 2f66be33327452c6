//! Where and when a date is, for pages, calendars and mails.

use jiff::ZonedDateTime;
use jiff::civil::DateTime;

use crate::ids::SiteId;
use crate::tenancy::Hub;

/// A wall time in its zone. In the hour that comes twice this is the first of the two.
pub fn zoned(wall: DateTime, zone: &str) -> Option<ZonedDateTime> {
    wall.in_tz(zone).ok()
}

/// Room, name and address of a place in one line.
pub fn place(hub: &Hub, site: Option<SiteId>, room: &str, online: bool) -> String {
    let place = site.and_then(|id| hub.site(id)).map_or_else(Place::default, |site| Place {
        name: Some(site.name.clone()),
        street: Some(site.street.clone()),
        postcode: Some(site.postcode.clone()),
        town: Some(site.town.clone()),
    });
    place.words(room, online)
}

/// A place as it stands beside a date in the database; nothing of it when the date is elsewhere or online.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// Name.
    pub name: Option<String>,
    /// Street and number.
    pub street: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// Town.
    pub town: Option<String>,
}

impl Place {
    /// Room, name and address in one line; "Online" when there is no place at all.
    pub fn words(&self, room: &str, online: bool) -> String {
        let part = |text: &Option<String>| text.clone().unwrap_or_default();
        let town = format!("{} {}", part(&self.postcode), part(&self.town));
        let mut parts = vec![room.replace('\n', ", "), part(&self.name), part(&self.street), town.trim().to_owned()];
        parts.retain(|part| !part.is_empty());
        if parts.is_empty() && online {
            parts.push("Online".to_owned());
        }
        parts.join(", ")
    }
}
