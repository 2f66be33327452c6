//! Reads the form of an event: from fields as typed to checked values. No words, no database, no clock.

use jiff::civil::Date;
use url::Url;

use super::flaw::{Flaw, What};
use super::terms::Terms;
use crate::features::events::event::{Audience, Event, ForWhom, Kind, Question, QuestionKind, State, Topic};
use crate::features::events::occurrence::parse_waitlist;
use crate::ids::SiteId;
use crate::tenancy::Site;
use crate::texts::typed::parse_time;
use crate::ui::{Fields, clean, dead_links, is_readable};

/// Longest title: what fits on a poster and into a row of the programme.
pub const TITLE_AT_MOST: usize = 60;
/// Longest lede: two sentences.
pub const LEDE_AT_MOST: usize = 300;
/// Longest description.
pub const BODY_AT_MOST: usize = 8_000;
/// Longest line of everything else.
pub const LINE_AT_MOST: usize = 200;
/// Own questions of an event at most: each more costs registrations.
pub const QUESTIONS_AT_MOST: usize = 5;
/// Answers to choose from at most.
pub const CHOICES_AT_MOST: usize = 20;
/// Most places of a date.
pub const CAPACITY_AT_MOST: u32 = 5_000;
/// The word of the form for an event that only members see.
pub const MEMBERS: &str = "members";
/// Highest price in cents.
const CENTS_AT_MOST: i64 = 1_000_000;

/// An event as the form says it, without what only the database knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Title.
    pub title: String,
    /// Strand.
    pub topic: Topic,
    /// Sort.
    pub kind: Kind,
    /// One or two sentences.
    pub lede: String,
    /// Description, Markdown subset.
    pub body: String,
    /// Who holds it.
    pub host: String,
    /// For whom, in words.
    pub audience: String,
    /// For whom, to find it by.
    pub for_whom: ForWhom,
    /// For whose eyes.
    pub open_to: Audience,
    /// What to bring.
    pub bring: String,
    /// Price in cents.
    pub price_cents: i64,
    /// Where the organiser says what only they know; none for events of the hub.
    pub organiser: Option<String>,
    /// A word on the price.
    pub price_note: String,
    /// Where.
    pub place: Place,
    /// Own questions.
    pub questions: Vec<Question>,
    /// How registering goes.
    pub terms: Terms,
}

/// Where an event is.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// A place of the hub, as its key; `None` for online or a place in words.
    #[serde(with = "site_key")]
    pub site: Option<SiteId>,
    /// Room, or the place in words.
    pub room: String,
    /// Whether one can take part from afar.
    pub online: bool,
    /// Where online.
    pub online_url: String,
}

impl Place {
    /// The place of a stored event.
    pub fn of(event: &Event) -> Self {
        Self { site: event.site, room: event.room.clone(), online: event.online, online_url: event.online_url.clone() }
    }

    /// Puts an event there.
    pub fn put(self, event: &mut Event) {
        (event.site, event.room, event.online, event.online_url) = (self.site, self.room, self.online, self.online_url);
    }
}

impl Draft {
    /// Writes what the form said over an event; whether it is shown stays as it was.
    pub fn put(self, event: &mut Event) {
        event.state = State::of(self.open_to, !event.state.is_draft());
        event.title = self.title;
        event.topic = self.topic;
        event.kind = self.kind;
        event.lede = self.lede;
        event.body = self.body;
        event.host = self.host;
        event.audience = self.audience;
        event.for_whom = self.for_whom;
        event.bring = self.bring;
        event.price_cents = self.price_cents;
        event.organiser = self.organiser;
        event.price_note = self.price_note;
        event.questions = self.questions;
        self.place.put(event);
    }
}

/// Reads everything but when. `today` in the hub, for the day on which registration begins.
pub fn read(fields: &Fields, sites: &[Site], today: Date) -> Result<Draft, Vec<Flaw>> {
    let mut r = Reader { fields, flaws: Vec::new() };
    let title = r.line("title", TITLE_AT_MOST);
    if !is_readable(&title) {
        r.flaw("title", What::Missing);
    }
    let place = r.place(sites);
    let terms = r.terms(today);
    let topic = Topic::parse(fields.get("topic"));
    if topic.is_none() {
        r.flaw("topic", What::Missing);
    }
    let (lede, body) = (r.line("lede", LEDE_AT_MOST), r.text("body", BODY_AT_MOST));
    if !dead_links(&body).is_empty() {
        r.flaw("body", What::DeadLink);
    }
    let (audience, host, bring) = (r.line("audience", LINE_AT_MOST), r.line("host", LINE_AT_MOST), r.line("bring", LINE_AT_MOST));
    let (price_cents, price_note) = (r.price(), r.line("price_note", LINE_AT_MOST));
    let organiser = r.organiser();
    let questions = r.questions();
    match (topic, place) {
        (Some(topic), Some(place)) if r.flaws.is_empty() => Ok(Draft {
            title,
            topic,
            kind: Kind::parse(fields.get("kind")).unwrap_or(Kind::Course),
            lede,
            body,
            host,
            audience,
            for_whom: ForWhom::parse(fields.get("for_whom")).unwrap_or(ForWhom::All),
            open_to: if fields.get("open_to") == MEMBERS { Audience::Members } else { Audience::Public },
            bring,
            price_cents,
            organiser,
            price_note,
            place,
            questions,
            terms,
        }),
        _ => Err(r.flaws),
    }
}

/// Cents of an amount as typed: "5", "12,50", "12.50 €"; empty is free of charge.
pub fn parse_cents(typed: &str) -> Option<i64> {
    let plain = typed.trim().trim_end_matches("Euro").trim_matches(|c: char| c == '€' || c.is_whitespace());
    if plain.is_empty() {
        return if typed.trim().is_empty() { Some(0) } else { None };
    }
    let (euros, cents) = plain.split_once([',', '.']).unwrap_or((plain, "00"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(euros) || !digits(cents) || cents.len() != 2 {
        return None;
    }
    let total = euros.parse::<i64>().ok()?.checked_mul(100)?.checked_add(cents.parse().ok()?)?;
    (total <= CENTS_AT_MOST).then_some(total)
}

/// Places as typed: empty or 0 is no limit.
pub fn parse_capacity(typed: &str) -> Result<Option<u32>, What> {
    match typed.trim() {
        "" => Ok(None),
        number => match number.parse::<u32>() {
            Ok(0) => Ok(None),
            Ok(seats) if seats <= CAPACITY_AT_MOST => Ok(Some(seats)),
            _ => Err(What::Number(0, i64::from(CAPACITY_AT_MOST))),
        },
    }
}

struct Reader<'a> {
    fields: &'a Fields,
    flaws: Vec<Flaw>,
}

impl Reader<'_> {
    fn flaw(&mut self, field: impl Into<String>, what: What) {
        self.flaws.push(Flaw::at(field, what));
    }

    fn line(&mut self, name: &str, most: usize) -> String {
        let text = self.fields.line(name);
        self.short(name, text, most)
    }

    fn text(&mut self, name: &str, most: usize) -> String {
        let text = self.fields.lines(name);
        self.short(name, text, most)
    }

    fn short(&mut self, name: &str, text: String, most: usize) -> String {
        if text.chars().count() > most {
            self.flaw(name, What::Long(most));
        }
        text
    }

    fn number(&mut self, name: &str, least: u32, most: u32) -> u32 {
        match self.fields.line(name).parse() {
            Ok(number) if (least..=most).contains(&number) => number,
            _ => {
                self.flaw(name, What::Number(i64::from(least), i64::from(most)));
                least
            }
        }
    }

    fn place(&mut self, sites: &[Site]) -> Option<Place> {
        let room = self.line("room", LINE_AT_MOST);
        let online_url = self.web("online_url");
        let also = self.fields.ticked("also_online");
        let chosen = self.fields.get("site");
        match (chosen, sites.iter().find(|site| site.id.to_string() == chosen)) {
            (_, Some(site)) => Some(Place { site: Some(site.id), room, online: also, online_url }),
            ("online", None) => Some(Place { site: None, room, online: true, online_url }),
            ("other", None) => {
                if !is_readable(&room) {
                    self.flaw("room", What::Place);
                }
                Some(Place { site: None, room, online: also, online_url })
            }
            _ => {
                self.flaw("site", What::Missing);
                None
            }
        }
    }

    fn terms(&mut self, today: Date) -> Terms {
        let capacity = parse_capacity(self.fields.get("capacity")).unwrap_or_else(|what| {
            self.flaw("capacity", what);
            None
        });
        let opens = self.opens(today);
        let closes_hours = self.number("closes_hours", 0, 24 * 60);
        let offer_hours = self.number("offer_hours", 1, 24 * 14);
        let seats_per_booking = self.number("seats_per_booking", 1, 50);
        let seats_per_person = self.number("seats_per_person", seats_per_booking.max(1), 200);
        let registration = !matches!(self.fields.get("registration"), "no" | "organiser");
        Terms {
            registration,
            capacity,
            opens,
            closes_hours,
            waitlist: parse_waitlist(self.fields.get("waitlist")),
            offer_hours,
            seats_per_booking,
            seats_per_person,
        }
    }

    fn opens(&mut self, today: Date) -> Option<jiff::civil::DateTime> {
        if self.fields.line("opens_day").is_empty() {
            return None;
        }
        let day = super::when::read_coming_day(self.fields, "opens_day", today, &mut self.flaws);
        let typed = self.fields.line("opens_time");
        let time = if typed.is_empty() { Ok(jiff::civil::Time::midnight()) } else { parse_time(&typed) };
        match time {
            Ok(time) => day.map(|day| day.to_datetime(time)),
            Err(mistake) => {
                self.flaw("opens_time", What::Typed(mistake));
                None
            }
        }
    }

    /// An address of the web; may be empty.
    fn web(&mut self, name: &str) -> String {
        let typed = self.line(name, 500);
        if !typed.is_empty() && !Url::parse(&typed).is_ok_and(|url| matches!(url.scheme(), "http" | "https")) {
            self.flaw(name, What::Link);
        }
        typed
    }

    /// The page of the organiser, where they decide on registration; otherwise there is nothing that an address would be for.
    fn organiser(&mut self) -> Option<String> {
        let address = self.web("organiser_url");
        if self.fields.get("registration") == "organiser" {
            return Some(address);
        }
        if !address.is_empty() && !self.flaws.iter().any(|flaw| flaw.field == "organiser_url") {
            self.flaw("organiser_url", What::NotOrganiser);
        }
        None
    }

    fn price(&mut self) -> i64 {
        parse_cents(self.fields.get("price")).unwrap_or_else(|| {
            self.flaw("price", What::Money);
            0
        })
    }

    fn questions(&mut self) -> Vec<Question> {
        (1..=QUESTIONS_AT_MOST).filter_map(|n| self.question(n)).collect()
    }

    fn question(&mut self, n: usize) -> Option<Question> {
        let (label, help) = (self.line(&format!("q{n}-label"), LINE_AT_MOST), self.line(&format!("q{n}-help"), LINE_AT_MOST));
        let choices: Vec<String> =
            self.fields.lines(&format!("q{n}-choices")).lines().map(clean).filter(|line| !line.is_empty()).take(CHOICES_AT_MOST).collect();
        if label.is_empty() && help.is_empty() && choices.is_empty() {
            return None;
        }
        let kind = match self.fields.get(&format!("q{n}-kind")) {
            "choice" => QuestionKind::Choice,
            "yes" => QuestionKind::Yes,
            _ => QuestionKind::Text,
        };
        if !is_readable(&label) {
            self.flaw(format!("q{n}-label"), What::Missing);
        }
        if help.is_empty() {
            self.flaw(format!("q{n}-help"), What::Purpose);
        }
        if kind == QuestionKind::Choice && choices.len() < 2 {
            self.flaw(format!("q{n}-choices"), What::Choices);
        }
        let choices = if kind == QuestionKind::Choice { choices } else { Vec::new() };
        Some(Question { label, help, kind, choices, required: self.fields.ticked(&format!("q{n}-required")) })
    }
}

/// The key of a place as its text.
mod site_key {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::ids::SiteId;

    #[expect(clippy::ref_option, reason = "serde hands over a reference")]
    pub fn serialize<S: Serializer>(site: &Option<SiteId>, serializer: S) -> Result<S::Ok, S::Error> {
        site.map(|site| site.to_string()).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<SiteId>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| text.parse().map(SiteId).map_err(serde::de::Error::custom)).transpose()
    }
}
