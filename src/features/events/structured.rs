//! What search engines read of an event (schema.org as JSON-LD), written straight into the page. Browsers do not run such a block, so
//! the policy that forbids scripts does not touch it. What all dates share is put together once: the page of a course is asked for often.

use std::fmt::{self, Display, Formatter, Write as _};

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::calendar::is_whole_days;
use super::event::Event;
use super::occurrence::{Occurrence, OccurrenceState};
use super::programme::{Standing, standing_of};
use crate::clock::Instant;
use crate::tenancy::{Hub, Links, Site, timestamp};

/// Dates told at most; the page itself has all of them.
const DATES_AT_MOST: usize = 8;
/// Bytes of a date, and of what is said once.
const ROOM: usize = 800;

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

/// What all dates of an event share, ready to be written.
struct Same {
    /// The page, escaped, without quotes.
    address: String,
    /// Title and page.
    name: String,
    /// The place, where a date has none of its own.
    place: String,
    /// The offer up to its availability; empty where only the organiser knows.
    offer: String,
}

impl Display for Structured<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (Some(first), Some(last)) = (self.dates.first(), self.dates.last()) else { return Ok(()) };
        let same = self.same();
        let mut out = String::with_capacity(ROOM * (self.dates.len().min(DATES_AT_MOST) + 2));
        out.push_str(r#"<script type="application/ld+json">{"@context":"https://schema.org","#);
        if self.dates.len() == 1 {
            self.date(&mut out, &same, first);
            self.about(&mut out, &same);
        } else {
            out.push_str(r#""@type":"EventSeries""#);
            out.push_str(&same.name);
            self.about(&mut out, &same);
            when(&mut out, r#","startDate":""#, first, first.local_start, first.starts);
            when(&mut out, r#","endDate":""#, last, last.local_end, last.ends);
            out.push_str(&same.place);
            out.push_str(r#","subEvent":["#);
            for (n, date) in self.dates.iter().take(DATES_AT_MOST).enumerate() {
                out.push_str(if n == 0 { "{" } else { ",{" });
                self.date(&mut out, &same, date);
                out.push('}');
            }
            out.push(']');
        }
        out.push_str("}</script>");
        f.write_str(&out)
    }
}

impl Structured<'_> {
    fn same(&self) -> Same {
        let event = self.event;
        let mut address = String::with_capacity(ROOM / 4);
        escaped(&mut address, self.links.origin());
        escaped(&mut address, &self.links.below("/events/", &event.slug));
        let mut name = String::with_capacity(ROOM / 2);
        text(&mut name, r#","name":""#, &event.title);
        for part in [r#","url":""#, &address, "\""] {
            name.push_str(part);
        }
        let mut offer = String::new();
        if event.organiser.is_none() || event.price_cents > 0 {
            let (euros, cents) = (event.price_cents / 100, event.price_cents % 100);
            offer = format!(
                r#","offers":{{"@type":"Offer","price":"{euros}.{cents:02}","priceCurrency":"EUR","url":"{address}","availability":"https://schema.org/"#
            );
        }
        let place = self.place("", &address);
        Same { address, name, place, offer }
    }

    /// What is the same for all dates. The words of a hub are German on its English pages, too.
    fn about(&self, out: &mut String, same: &Same) {
        out.push_str(r#","inLanguage":"de""#);
        text(out, r#","description":""#, &self.event.lede);
        if let Some(picture) = self.event.picture {
            let _ = write!(out, r#","image":"{}/picture/{picture}""#, same.address);
        }
        match &self.event.organiser {
            None => organization(out, &self.hub.name, [self.links.origin(), &self.links.to("/")]),
            Some(address) if address.is_empty() && self.event.host.is_empty() => {}
            Some(address) => organization(out, &self.event.host, [address, ""]),
        }
    }

    fn date(&self, out: &mut String, same: &Same, date: &Occurrence) {
        out.push_str(r#""@type":"Event""#);
        out.push_str(&same.name);
        when(out, r#","startDate":""#, date, date.local_start, date.starts);
        if !date.open_end {
            when(out, r#","endDate":""#, date, date.local_end, date.ends);
        }
        out.push_str(if date.state == OccurrenceState::Cancelled {
            r#","eventStatus":"https://schema.org/EventCancelled""#
        } else {
            r#","eventStatus":"https://schema.org/EventScheduled""#
        });
        let has_place = self.site().is_some() || !date.room.is_empty() || !self.event.room.is_empty();
        out.push_str(match (has_place, self.event.online) {
            (_, false) => r#","eventAttendanceMode":"https://schema.org/OfflineEventAttendanceMode""#,
            (true, true) => r#","eventAttendanceMode":"https://schema.org/MixedEventAttendanceMode""#,
            (false, true) => r#","eventAttendanceMode":"https://schema.org/OnlineEventAttendanceMode""#,
        });
        if date.room.is_empty() {
            out.push_str(&same.place);
        } else {
            out.push_str(&self.place(&date.room, &same.address));
        }
        self.offers(out, same, date);
    }

    fn site(&self) -> Option<&Site> {
        self.event.site.and_then(|id| self.hub.site(id))
    }

    /// Room, house and address; beside it the page itself where one can take part from afar, because only registered people get the link.
    fn place(&self, own_room: &str, address: &str) -> String {
        let (room, site) = (if own_room.is_empty() { self.event.room.as_str() } else { own_room }, self.site());
        let has_place = site.is_some() || !room.is_empty();
        let mut out = String::with_capacity(ROOM / 2);
        if !has_place && !self.event.online {
            return out;
        }
        let both = has_place && self.event.online;
        out.push_str(if both { r#","location":["# } else { r#","location":"# });
        if has_place {
            out.push_str(r#"{"@type":"Place","name":""#);
            escaped(&mut out, room);
            out.push_str(if room.is_empty() || site.is_none() { "" } else { ", " });
            escaped(&mut out, site.map_or("", |site| &site.name));
            out.push('"');
            if let Some(site) = site {
                out.push_str(r#","address":{"@type":"PostalAddress""#);
                text(&mut out, r#","streetAddress":""#, &site.street);
                text(&mut out, r#","postalCode":""#, &site.postcode);
                text(&mut out, r#","addressLocality":""#, &site.town);
                out.push_str(r#","addressCountry":"DE"}}"#);
            } else {
                text(&mut out, r#","address":""#, room);
                out.push('}');
            }
        }
        out.push_str(if both { "," } else { "" });
        if self.event.online {
            for part in [r#"{"@type":"VirtualLocation","url":""#, address, r#""}"#] {
                out.push_str(part);
            }
        }
        out.push_str(if both { "]" } else { "" });
        out
    }

    /// What it costs and whether there are places; nothing where only the organiser knows.
    fn offers(&self, out: &mut String, same: &Same, date: &Occurrence) {
        if same.offer.is_empty() {
            return;
        }
        out.push_str(if self.event.price_cents == 0 { r#","isAccessibleForFree":true"# } else { r#","isAccessibleForFree":false"# });
        let standing = standing_of(self.event, date, self.now);
        let availability = match standing {
            Standing::Free { .. } | Standing::Open => "InStock\"",
            Standing::Waitlist { .. } | Standing::Full => "SoldOut\"",
            Standing::NotYet(_) => "PreOrder\"",
            Standing::Cancelled | Standing::Over | Standing::Closed | Standing::Elsewhere => return,
        };
        out.push_str(&same.offer);
        out.push_str(availability);
        if let Standing::NotYet(at) = standing {
            let _ = write!(out, r#","validFrom":"{}""#, timestamp(at));
        }
        out.push('}');
    }
}

/// A time with the distance to UTC that it has there and then; whole days are days. `property` ends with the quote before the value.
fn when(out: &mut String, property: &str, date: &Occurrence, wall: DateTime, at: Instant) {
    let whole_days = !date.open_end && is_whole_days(date.local_start, date.local_end);
    let day = if whole_days && wall == date.local_end { wall.date().yesterday().unwrap_or(wall.date()) } else { wall.date() };
    out.push_str(property);
    digits(out, i64::from(day.year()) / 100);
    digits(out, i64::from(day.year()));
    out.push('-');
    digits(out, day.month().into());
    out.push('-');
    digits(out, day.day().into());
    if !whole_days {
        let as_utc = TimeZone::UTC.to_timestamp(wall).map_or(at.micros(), |utc| utc.as_microsecond());
        let minutes = (as_utc - at.micros()) / 60_000_000;
        let parts = [
            ("T", wall.hour().into()),
            (":", wall.minute().into()),
            (":", wall.second().into()),
            (if minutes < 0 { "-" } else { "+" }, minutes.abs() / 60),
            (":", minutes.abs()),
        ];
        for (before, number) in parts {
            out.push_str(before);
            digits(out, if before == ":" { number % 60 } else { number });
        }
    }
    out.push('"');
}

/// The last two digits of a number.
fn digits(out: &mut String, number: i64) {
    for digit in [number / 10 % 10, number % 10] {
        out.push(u32::try_from(digit).ok().and_then(|digit| char::from_digit(digit, 10)).unwrap_or('0'));
    }
}

fn organization(out: &mut String, name: &str, address: [&str; 2]) {
    out.push_str(r#","organizer":{"@type":"Organization""#);
    text(out, r#","name":""#, name);
    if address.iter().any(|part| !part.is_empty()) {
        out.push_str(r#","url":""#);
        for part in address {
            escaped(out, part);
        }
        out.push('"');
    }
    out.push('}');
}

/// A property, unless it is empty; `property` ends with the quote before the value.
fn text(out: &mut String, property: &str, value: &str) {
    if !value.is_empty() {
        out.push_str(property);
        escaped(out, value);
        out.push('"');
    }
}

/// The inside of a JSON string that can neither end its string nor the block it stands in, whatever reads it.
fn escaped(out: &mut String, text: &str) {
    // U+2028 and U+2029 begin with this byte, and so do quotation marks and dashes: only then it has to be looked at letter by letter.
    const FIRST_OF_THREE: u8 = 0xe2;
    if !text.bytes().any(|byte| byte < b' ' || matches!(byte, b'"' | b'\\' | b'<' | b'>' | b'&' | 0x7f | FIRST_OF_THREE)) {
        out.push_str(text);
        return;
    }
    for c in text.chars() {
        match c {
            '"' | '\\' | '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' | '\u{7f}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
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
    fn a_series_has_its_dates_as_events_of_their_own_and_only_the_next_ones() {
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
