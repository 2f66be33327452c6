//! What search engines read of an event (schema.org as JSON-LD), written straight into the page. Browsers do not run such a block, so
//! the policy that forbids scripts does not touch it.

use std::fmt::{self, Display, Formatter};

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::calendar::is_whole_days;
use super::event::Event;
use super::occurrence::{Occurrence, OccurrenceState};
use super::programme::{Standing, standing_of};
use crate::clock::Instant;
use crate::tenancy::{Hub, Links, Site, timestamp};

/// Dates told at most; the page itself has all of them.
const DATES_AT_MOST: usize = 12;

/// One event with its dates, in the order of time.
pub struct Structured<'a> {
    /// The hub.
    pub hub: &'a Hub,
    /// Builds addresses with scheme and host.
    pub links: Links,
    /// The event.
    pub event: &'a Event,
    /// Its dates.
    pub dates: &'a [Occurrence],
    /// When the page is rendered.
    pub now: Instant,
}

impl Display for Structured<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (Some(first), Some(last)) = (self.dates.first(), self.dates.last()) else { return Ok(()) };
        f.write_str(r#"<script type="application/ld+json">{"@context":"https://schema.org","#)?;
        if self.dates.len() == 1 {
            self.date(f, first)?;
            self.about(f)?;
        } else {
            f.write_str(r#""@type":"EventSeries""#)?;
            self.name(f)?;
            self.about(f)?;
            when(f, "startDate", first, first.local_start, first.starts)?;
            when(f, "endDate", last, last.local_end, last.ends)?;
            self.place(f, "")?;
            f.write_str(r#","subEvent":["#)?;
            for (n, date) in self.dates.iter().take(DATES_AT_MOST).enumerate() {
                f.write_str(if n == 0 { "{" } else { ",{" })?;
                self.date(f, date)?;
                f.write_str("}")?;
            }
            f.write_str("]")?;
        }
        f.write_str("}</script>")
    }
}

impl Structured<'_> {
    fn name(&self, f: &mut Formatter<'_>) -> fmt::Result {
        text(f, "name", &self.event.title)?;
        self.address(f)
    }

    fn address(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(r#","url":""#)?;
        Escaped(self.links.origin()).fmt(f)?;
        Escaped(&self.links.below("/events/", &self.event.slug)).fmt(f)?;
        f.write_str("\"")
    }

    /// What is the same for all dates. The words of a hub are German on its English pages, too.
    fn about(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(r#","inLanguage":"de""#)?;
        text(f, "description", &self.event.lede)?;
        if let Some(picture) = self.event.picture {
            f.write_str(r#","image":""#)?;
            Escaped(self.links.origin()).fmt(f)?;
            Escaped(&self.links.below("/events/", &self.event.slug)).fmt(f)?;
            write!(f, "/picture/{picture}\"")?;
        }
        match &self.event.organiser {
            None => organization(f, &self.hub.name, [self.links.origin(), &self.links.to("/")]),
            Some(address) if address.is_empty() && self.event.host.is_empty() => Ok(()),
            Some(address) => organization(f, &self.event.host, [address, ""]),
        }
    }

    fn date(&self, f: &mut Formatter<'_>, date: &Occurrence) -> fmt::Result {
        f.write_str(r#""@type":"Event""#)?;
        self.name(f)?;
        when(f, "startDate", date, date.local_start, date.starts)?;
        if !date.open_end {
            when(f, "endDate", date, date.local_end, date.ends)?;
        }
        f.write_str(if date.state == OccurrenceState::Cancelled {
            r#","eventStatus":"https://schema.org/EventCancelled""#
        } else {
            r#","eventStatus":"https://schema.org/EventScheduled""#
        })?;
        let has_place = self.site().is_some() || !date.room.is_empty() || !self.event.room.is_empty();
        f.write_str(match (has_place, self.event.online) {
            (_, false) => r#","eventAttendanceMode":"https://schema.org/OfflineEventAttendanceMode""#,
            (true, true) => r#","eventAttendanceMode":"https://schema.org/MixedEventAttendanceMode""#,
            (false, true) => r#","eventAttendanceMode":"https://schema.org/OnlineEventAttendanceMode""#,
        })?;
        self.place(f, &date.room)?;
        self.offers(f, date)
    }

    fn site(&self) -> Option<&Site> {
        self.event.site.and_then(|id| self.hub.site(id))
    }

    /// Room, house and address; beside it the page itself where one can take part from afar, because only registered people get the link.
    fn place(&self, f: &mut Formatter<'_>, own_room: &str) -> fmt::Result {
        let (room, site) = (if own_room.is_empty() { self.event.room.as_str() } else { own_room }, self.site());
        let has_place = site.is_some() || !room.is_empty();
        if !has_place && !self.event.online {
            return Ok(());
        }
        let both = has_place && self.event.online;
        f.write_str(if both { r#","location":["# } else { r#","location":"# })?;
        if has_place {
            f.write_str(r#"{"@type":"Place","name":""#)?;
            Escaped(room).fmt(f)?;
            f.write_str(if room.is_empty() || site.is_none() { "" } else { ", " })?;
            Escaped(site.map_or("", |site| &site.name)).fmt(f)?;
            f.write_str("\"")?;
            if let Some(site) = site {
                f.write_str(r#","address":{"@type":"PostalAddress""#)?;
                text(f, "streetAddress", &site.street)?;
                text(f, "postalCode", &site.postcode)?;
                text(f, "addressLocality", &site.town)?;
                f.write_str(r#","addressCountry":"DE"}}"#)?;
            } else {
                text(f, "address", room)?;
                f.write_str("}")?;
            }
        }
        f.write_str(if both { "," } else { "" })?;
        if self.event.online {
            f.write_str(r#"{"@type":"VirtualLocation""#)?;
            self.address(f)?;
            f.write_str("}")?;
        }
        f.write_str(if both { "]" } else { "" })
    }

    /// What it costs and whether there are places; nothing where only the organiser knows.
    fn offers(&self, f: &mut Formatter<'_>, date: &Occurrence) -> fmt::Result {
        let cents = self.event.price_cents;
        if self.event.organiser.is_some() && cents == 0 {
            return Ok(());
        }
        f.write_str(if cents == 0 { r#","isAccessibleForFree":true"# } else { r#","isAccessibleForFree":false"# })?;
        let standing = standing_of(self.event, date, self.now);
        let availability = match standing {
            Standing::Free { .. } | Standing::Open => "InStock",
            Standing::Waitlist { .. } | Standing::Full => "SoldOut",
            Standing::NotYet(_) => "PreOrder",
            Standing::Cancelled | Standing::Over | Standing::Closed | Standing::Elsewhere => return Ok(()),
        };
        write!(
            f,
            r#","offers":{{"@type":"Offer","price":"{}.{:02}","priceCurrency":"EUR","availability":"https://schema.org/{availability}""#,
            cents / 100,
            cents % 100
        )?;
        self.address(f)?;
        if let Standing::NotYet(at) = standing {
            write!(f, r#","validFrom":"{}""#, timestamp(at))?;
        }
        f.write_str("}")
    }
}

/// A time with the distance to UTC that it has there and then; whole days are days.
fn when(f: &mut Formatter<'_>, name: &str, date: &Occurrence, wall: DateTime, at: Instant) -> fmt::Result {
    if is_whole_days(date.local_start, date.local_end) && !date.open_end {
        let day = if wall == date.local_end { wall.date().yesterday().unwrap_or(wall.date()) } else { wall.date() };
        return write!(f, r#","{name}":"{day}""#);
    }
    let as_utc = TimeZone::UTC.to_timestamp(wall).map_or(at.micros(), |utc| utc.as_microsecond());
    let minutes = (as_utc - at.micros()) / 60_000_000;
    let sign = if minutes < 0 { '-' } else { '+' };
    write!(f, r#","{name}":"{wall}{sign}{:02}:{:02}""#, minutes.abs() / 60, minutes.abs() % 60)
}

fn organization(f: &mut Formatter<'_>, name: &str, address: [&str; 2]) -> fmt::Result {
    f.write_str(r#","organizer":{"@type":"Organization""#)?;
    text(f, "name", name)?;
    if !address.concat().is_empty() {
        f.write_str(r#","url":""#)?;
        address.iter().try_for_each(|part| Escaped(part).fmt(f))?;
        f.write_str("\"")?;
    }
    f.write_str("}")
}

/// A property, unless it is empty.
fn text(f: &mut Formatter<'_>, name: &str, value: &str) -> fmt::Result {
    if value.is_empty() {
        return Ok(());
    }
    write!(f, r#","{name}":""#)?;
    Escaped(value).fmt(f)?;
    f.write_str("\"")
}

/// The inside of a JSON string that can neither end its string nor the block it stands in, whatever reads it.
struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some((at, c)) =
            rest.char_indices().find(|(_, c)| matches!(c, '"' | '\\' | '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' | '\u{7f}'))
        {
            f.write_str(rest.get(..at).unwrap_or_default())?;
            write!(f, "\\u{:04x}", u32::from(c))?;
            rest = rest.get(at + c.len_utf8()..).unwrap_or_default();
        }
        f.write_str(rest)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;
    use crate::features::events::event::EventId;
    use crate::features::events::occurrence::Admission;
    use crate::texts::Lang;

    fn event(title: &str) -> Event {
        Event { slug: "kurs".to_owned(), title: title.to_owned(), room: "Saal".to_owned(), lede: "Kurz & gut".to_owned(), ..Event::empty(EventId::new(now())) }
    }

    fn now() -> Instant {
        Instant::from_micros(1_790_000_000_000_000)
    }

    fn date(start: &str, end: &str) -> Occurrence {
        Occurrence::new(EventId::new(now()), start.parse().unwrap(), Some(end.parse().unwrap()), "Europe/Berlin", Admission::usual(Some(5)), now()).unwrap()
    }

    fn written(event: &Event, dates: &[Occurrence]) -> String {
        let links = Links::new("https://hub.example.org", "/sample", Lang::De);
        Structured { hub: &Hub::sample(), links, event, dates, now: now() }.to_string()
    }

    fn read(event: &Event, dates: &[Occurrence]) -> Value {
        let text = written(event, dates);
        let inside = text.strip_prefix("<script type=\"application/ld+json\">").unwrap().strip_suffix("</script>").unwrap();
        serde_json::from_str(inside).unwrap_or_else(|error| panic!("{error}: {inside}"))
    }

    #[test]
    fn times_have_the_distance_to_utc_of_their_own_day() {
        let winter = read(&event("Kurs"), &[date("2026-12-08T14:00:00", "2026-12-08T16:30:00")]);
        assert_eq!((winter["startDate"].as_str(), winter["endDate"].as_str()), (Some("2026-12-08T14:00:00+01:00"), Some("2026-12-08T16:30:00+01:00")));
        let summer = read(&event("Kurs"), &[date("2027-07-08T14:00:00", "2027-07-08T16:00:00")]);
        assert_eq!(summer["startDate"], "2027-07-08T14:00:00+02:00");
        let days = read(&event("Markt"), &[date("2026-12-05T00:00:00", "2026-12-07T00:00:00")]);
        assert_eq!((days["startDate"].as_str(), days["endDate"].as_str()), (Some("2026-12-05"), Some("2026-12-06")));
    }

    #[test]
    fn a_series_has_its_dates_as_events_of_their_own_and_no_more_than_a_dozen() {
        let dates: Vec<Occurrence> = (1..=20).map(|day| date(&format!("2026-12-{day:02}T14:00:00"), &format!("2026-12-{day:02}T16:00:00"))).collect();
        let series = read(&event("Kurs"), &dates);
        assert_eq!((series["@type"].as_str(), series["endDate"].as_str()), (Some("EventSeries"), Some("2026-12-20T16:00:00+01:00")));
        let events = series["subEvent"].as_array().unwrap();
        assert_eq!(events.len(), DATES_AT_MOST);
        assert!(events.iter().all(|one| one["name"] == "Kurs" && one["location"]["name"] == "Saal" && one["startDate"].is_string()));
    }

    #[test]
    fn only_what_the_hub_knows_is_said_of_price_and_place() {
        let own = read(&Event { price_cents: 550, online: true, ..event("Kurs") }, &[date("2026-12-08T14:00:00", "2026-12-08T16:00:00")]);
        assert_eq!((own["offers"]["price"].as_str(), own["offers"]["availability"].as_str()), (Some("5.50"), Some("https://schema.org/InStock")));
        assert_eq!((own["location"][0]["@type"].as_str(), own["location"][1]["@type"].as_str()), (Some("Place"), Some("VirtualLocation")));
        assert_eq!(own["organizer"]["name"], "Sample Hub");
        let foreign = Event { organiser: Some("https://verein.example.org/".to_owned()), host: "Verein".to_owned(), ..event("Kurs") };
        let foreign = read(&foreign, &[date("2026-12-08T14:00:00", "2026-12-08T16:00:00")]);
        assert!(foreign.get("offers").is_none() && foreign.get("isAccessibleForFree").is_none());
        assert_eq!((foreign["organizer"]["name"].as_str(), foreign["organizer"]["url"].as_str()), (Some("Verein"), Some("https://verein.example.org/")));
    }

    proptest! {
        #[test]
        fn no_words_break_out_of_the_block(title in any::<String>(), more in "(</script>|<!--|\u{2028}|\"|\\\\|&|\u{0})*") {
            let title = format!("{title}{more}");
            let text = written(&event(&title), &[date("2026-12-08T14:00:00", "2026-12-08T16:00:00")]);
            prop_assert_eq!(text.matches('<').count(), 2);
            let breaks_lines = text.chars().any(|c| ('\u{2028}'..='\u{2029}').contains(&c));
            prop_assert!(!breaks_lines);
            let found = read(&event(&title), &[date("2026-12-08T14:00:00", "2026-12-08T16:00:00")]);
            if !title.is_empty() {
                prop_assert_eq!(found["name"].as_str(), Some(title.as_str()));
            }
        }
    }
}
