//! A hub and its places, as loaded once and shared by all requests.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::legal::Legal;
use super::look::{Logo, Look};
use crate::clock::Instant;
use crate::db::HubId;
use crate::ids::{PictureId, SiteId};
use crate::texts::spelling::slug_of;

/// One hub: what the frame of every page needs.
#[derive(Debug, Clone)]
pub struct Hub {
    /// Key of the tenant.
    pub id: HubId,
    /// Part of the address, for example `grossroehrsdorf`.
    pub slug: String,
    /// Full name.
    pub name: String,
    /// Whose offer it is, one line above the header.
    pub owner_line: String,
    /// Telephone as people write it.
    pub phone: String,
    /// When somebody answers it.
    pub phone_hours: String,
    /// Address for mail.
    pub email: String,
    /// IANA name of the zone in which the hub agrees times.
    pub zone: String,
    /// The same, ready to convert with.
    pub tz: TimeZone,
    /// Own domain, if it has one.
    pub domain: Option<String>,
    /// Up to three words of the start page.
    pub claim: Vec<String>,
    /// Two sentences of welcome.
    pub welcome: String,
    /// Who carries the hub.
    pub partners: Vec<Partner>,
    /// What the law asks the hub to say.
    pub legal: Legal,
    /// Sample data for trying: pages say so.
    pub demo: bool,
    /// What it has chosen about its looks.
    pub look: Look,
    /// Name of the style sheet with its colours, if it has chosen any.
    pub sheet: Option<String>,
    /// Places, first the main one.
    pub sites: Vec<Site>,
    /// Days on which everything is closed.
    pub closed_days: Vec<ClosedDay>,
}

/// Somebody who carries the hub.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Partner {
    /// Name.
    pub name: String,
    /// One line about it, may be empty.
    pub about: String,
    /// Its website, may be empty.
    pub link: String,
    /// Its logo, beside its name.
    pub logo: Option<Logo>,
}

impl Partner {
    /// What it is called in addresses: no two of a hub are called the same.
    pub fn key(&self) -> String {
        slug_of(&self.name)
    }
}

/// A place of the hub.
#[derive(Debug, Clone)]
pub struct Site {
    /// Its key.
    pub id: SiteId,
    /// Name on doors and in the programme.
    pub name: String,
    /// Street and number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub town: String,
    /// How to get there.
    pub directions: String,
    /// Access by wheelchair, in words.
    pub wheelchair: String,
    /// Help for hearing, in words.
    pub hearing: String,
    /// Weekly opening, in order.
    pub openings: Vec<Opening>,
}

/// Open on one weekday from … to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// 1 = Monday … 7 = Sunday (ISO 8601).
    pub weekday: i8,
    /// First minute.
    pub opens: Time,
    /// First minute after closing; midnight stands for the end of the day.
    pub closes: Time,
}

/// A day on which the whole hub is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedDay {
    /// The civil day.
    pub day: Date,
    /// Why, for people.
    pub reason: String,
}

impl Hub {
    /// The instant as wall time of the hub.
    pub fn local(&self, at: Instant) -> jiff::civil::DateTime {
        local_in(&self.tz, at)
    }

    /// Today in the hub.
    pub fn today(&self, now: Instant) -> Date {
        self.local(now).date()
    }

    /// The first instant of a civil day in the hub. Days without midnight begin when the clocks say so.
    pub fn midnight(&self, day: Date) -> Instant {
        midnight_in(&self.tz, day)
    }

    /// A place by key.
    pub fn site(&self, id: SiteId) -> Option<&Site> {
        self.sites.iter().find(|site| site.id == id)
    }

    /// The place whose opening hours and address stand on the start page.
    pub fn main_site(&self) -> Option<&Site> {
        self.sites.first()
    }

    /// Whether something is missing that visitors look for or the law asks for. A sample hub is never finished, and need not be.
    pub fn is_unfinished(&self) -> bool {
        let has_hours = self.main_site().is_some_and(|site| !site.openings.is_empty());
        !self.demo && (self.phone.is_empty() || self.email.is_empty() || !has_hours || self.legal.missing() > 0)
    }

    /// Every picture that its pages show because of its looks, by the names of the files below `/theme/`.
    pub fn files(&self) -> Vec<(String, PictureId)> {
        let logos = self.partners.iter().filter_map(|partner| partner.logo.as_ref());
        self.look.files().into_iter().chain(logos.map(|logo| (logo.file(), PictureId(logo.id)))).collect()
    }

    /// Why the hub is closed that day, if it is.
    pub fn closed_on(&self, day: Date) -> Option<&ClosedDay> {
        self.closed_days.iter().find(|closed| closed.day == day)
    }
}

impl Site {
    /// Street, postcode and town in one line; empty when nothing is known.
    pub fn address(&self) -> String {
        let town = [self.postcode.as_str(), self.town.as_str()].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
        [self.street.as_str(), town.as_str()].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
    }
}

/// An instant as wall time of a zone.
pub fn local_in(zone: &TimeZone, at: Instant) -> jiff::civil::DateTime {
    timestamp(at).to_zoned_datetime(zone.clone()).datetime()
}

/// The first instant of a civil day in a zone. Days without midnight begin when the clocks say so.
pub fn midnight_in(zone: &TimeZone, day: Date) -> Instant {
    day.to_zoned_datetime(zone.clone()).map_or(Instant::MAX, |zoned| Instant::from_micros(zoned.timestamp().as_microsecond()))
}

/// An instant as jiff's timestamp; instants outside its range become its ends.
pub fn timestamp(at: Instant) -> jiff::Timestamp {
    jiff::Timestamp::from_microsecond(at.micros()).unwrap_or(if at.micros() < 0 { jiff::Timestamp::MIN } else { jiff::Timestamp::MAX })
}

#[cfg(test)]
impl Hub {
    /// A hub without places, for tests of pure rules.
    pub fn sample() -> Self {
        Self {
            id: HubId::from_raw(1),
            slug: "sample".to_owned(),
            name: "Sample Hub".to_owned(),
            owner_line: String::new(),
            phone: "035952 01234".to_owned(),
            phone_hours: String::new(),
            email: String::new(),
            zone: "Europe/Berlin".to_owned(),
            tz: TimeZone::get("Europe/Berlin").unwrap_or(TimeZone::UTC),
            domain: None,
            claim: Vec::new(),
            welcome: String::new(),
            partners: Vec::new(),
            legal: Legal::default(),
            demo: false,
            look: Look::default(),
            sheet: None,
            sites: Vec::new(),
            closed_days: Vec::new(),
        }
    }
}
