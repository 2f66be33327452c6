//! What people look for in the programme: read from the address, written back into links.

use booking::Span;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Deserialize;
use uuid::Uuid;

use super::event::{ForWhom, Kind, Topic, fold};
use crate::clock::Instant;
use crate::ids::SiteId;
use crate::tenancy::Hub;

/// The filter as it stands in the address. Unknown words are ignored: an old link still finds something.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Words to look for.
    pub q: String,
    /// Span of time: `today`, `week`, `weekend`, `fortnight`, a month `2026-12`, a day `2026-12-01`; empty for everything to come.
    pub when: String,
    /// A place by key, or `online`.
    pub place: String,
    /// Strands.
    pub topic: Vec<String>,
    /// Sort.
    pub kind: String,
    /// For whom.
    pub r#for: String,
    /// Only with free places.
    pub free: String,
    /// Only without registration.
    pub open: String,
    /// Only free of charge.
    pub gratis: String,
    /// Page, from 1.
    pub page: String,
    /// Month of the month view.
    pub month: String,
}

/// The filter as the store asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// From this instant.
    pub from: Instant,
    /// Up to this instant.
    pub until: Instant,
    /// Only what ends after this instant.
    pub not_over: Instant,
    /// Strands; none for all.
    pub topic: Vec<Topic>,
    /// Sort.
    pub kind: Option<Kind>,
    /// For whom.
    pub for_whom: Option<ForWhom>,
    /// Only what one can join from afar.
    pub online: bool,
    /// Only at this place.
    pub site: Option<SiteId>,
    /// Only with free places.
    pub free: bool,
    /// Only without registration.
    pub open: bool,
    /// Only free of charge.
    pub gratis: bool,
    /// Up to three folded words.
    pub words: Vec<String>,
}

/// Longer than any title: more is not looked for.
const WORDS_AT_MOST: usize = 80;
/// A date that began longer ago is not looked for among those that still run.
const LONGEST_DATE_DAYS: i64 = 14;

impl Filter {
    /// Reads the query of an address; one that cannot be read is none.
    pub fn parse(query: &str) -> Self {
        serde_html_form::from_str(query).unwrap_or_default()
    }

    /// Whether anything is chosen.
    pub fn is_set(&self) -> bool {
        let one = [&self.q, &self.when, &self.place, &self.kind, &self.r#for, &self.free, &self.open, &self.gratis];
        one.into_iter().any(|value| !value.trim().is_empty()) || !self.topic.is_empty()
    }

    /// The chosen strands, each once.
    pub fn topics(&self) -> Vec<Topic> {
        Topic::ALL.into_iter().filter(|topic| self.topic.iter().any(|word| word == topic.as_str())).collect()
    }

    /// The page asked for, from 1.
    pub fn page(&self) -> u32 {
        self.page.parse().ok().filter(|page| (1..=500).contains(page)).unwrap_or(1)
    }

    /// The words to look for, short and without surprises.
    pub fn words(&self) -> String {
        crate::ui::clean(&self.q).chars().take(WORDS_AT_MOST).collect()
    }

    /// The query of a link to the same filter on another page.
    pub fn link(&self, page: u32) -> String {
        let mut pairs: Vec<(&str, &str)> = Vec::new();
        let fixed = [
            ("q", &self.q),
            ("when", &self.when),
            ("place", &self.place),
            ("kind", &self.kind),
            ("for", &self.r#for),
            ("free", &self.free),
            ("open", &self.open),
            ("gratis", &self.gratis),
            ("month", &self.month),
        ];
        pairs.extend(fixed.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (*name, value.as_str())));
        pairs.extend(self.topic.iter().map(|topic| ("topic", topic.as_str())));
        let number = page.to_string();
        if page > 1 {
            pairs.push(("page", &number));
        }
        serde_html_form::to_string(pairs).unwrap_or_default()
    }

    /// What the store is asked: everything that is not over, also what began days ago and still runs. `span` asks for whole days
    /// instead, over or not.
    pub fn query(&self, hub: &Hub, now: Instant, span: Option<(Date, Date)>) -> Query {
        let today = hub.today(now);
        let (first, after) = span.unwrap_or_else(|| span_of(&self.when, today));
        let known = |list: &str| !list.is_empty();
        let still_running = if span.is_none() && first == today { Span::from_days(LONGEST_DATE_DAYS) } else { Span::ZERO };
        Query {
            from: hub.midnight(first).minus(still_running),
            until: hub.midnight(after),
            not_over: if span.is_none() { now } else { Instant::from_micros(0) },
            topic: self.topics(),
            kind: Kind::parse(&self.kind),
            for_whom: ForWhom::parse(&self.r#for).filter(|group| *group != ForWhom::All),
            online: self.place == "online",
            site: hub.sites.iter().map(|site| site.id).find(|id| id.to_string() == self.place),
            free: known(&self.free),
            open: known(&self.open),
            gratis: known(&self.gratis),
            words: fold(&self.words()).split(' ').filter(|word| !word.is_empty()).take(3).map(str::to_owned).collect(),
        }
    }
}

impl Query {
    /// Whether anything but a span of time is asked for.
    pub fn narrows(&self) -> bool {
        let Self { from: _, until: _, not_over: _, topic, kind, for_whom, online, site, free, open, gratis, words } = self;
        *online || *free || *open || *gratis || kind.is_some() || for_whom.is_some() || site.is_some() || !topic.is_empty() || !words.is_empty()
    }

    /// The strands as the statement takes them: `,digital,health,`; empty for all.
    pub fn topics(&self) -> String {
        if self.topic.is_empty() { String::new() } else { format!(",{},", self.topic.iter().map(|topic| topic.as_str()).collect::<Vec<_>>().join(",")) }
    }

    /// The sort, empty for all.
    pub fn kind(&self) -> &'static str {
        self.kind.map_or("", Kind::as_str)
    }

    /// For whom, empty for all.
    pub fn for_whom(&self) -> &'static str {
        self.for_whom.map_or("", ForWhom::as_str)
    }

    /// The place; nil, and not looked at, for all.
    pub fn site(&self) -> Uuid {
        self.site.map_or(Uuid::nil(), |site| site.0)
    }

    /// Three patterns for LIKE, see [`patterns`].
    pub fn patterns(&self) -> [String; 3] {
        patterns(&self.words)
    }
}

/// Three patterns for LIKE. Words of one or two letters must stand alone: "KI" is not in "Skizze". Folded words hold letters,
/// digits and nothing that LIKE would read as a wildcard.
pub fn patterns(words: &[String]) -> [String; 3] {
    let pattern = |n: usize| match words.get(n) {
        None => "%".to_owned(),
        Some(word) if word.chars().count() <= 2 => format!("% {word} %"),
        Some(word) => format!("%{word}%"),
    };
    [pattern(0), pattern(1), pattern(2)]
}

/// First day and the day after the last of a span of time.
fn span_of(when: &str, today: Date) -> (Date, Date) {
    let days = |first: Date, count: i64| (first, first.saturating_add(count.days()));
    let to_monday = i64::from(today.weekday().to_monday_zero_offset());
    match when {
        "today" => days(today, 1),
        "week" => (today, today.saturating_add((7 - to_monday).days())),
        "weekend" => {
            let saturday = if today.weekday() == Weekday::Sunday { today } else { today.saturating_add((5 - to_monday).days()) };
            (saturday.max(today), today.saturating_add((7 - to_monday).days()))
        }
        "fortnight" => days(today, 14),
        _ => match (month_of(when), when.parse::<Date>()) {
            (Some(first), _) => (first.max(today), first.saturating_add(1.month())),
            (None, Ok(day)) => days(day, 1),
            _ => days(today, 3660),
        },
    }
}

/// The first day of a month written `2026-12`.
pub fn month_of(text: &str) -> Option<Date> {
    let (year, month) = text.split_once('-').filter(|(year, month)| year.len() == 4 && month.len() == 2)?;
    let year: i16 = year.parse().ok().filter(|year| (2000..=2100).contains(year))?;
    Date::new(year, month.parse().ok()?, 1).ok()
}
