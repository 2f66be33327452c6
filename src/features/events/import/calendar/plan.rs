//! What becomes of each event of a calendar, before the database is asked.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ical::{Contents, Entry, Instance, Status, When, Window};
use jiff::civil::{Date, DateTime, Time};
use jiff::{Timestamp, ToSpan, ZonedDateTime};

use super::why::{Note, Refused, Why};
use crate::clock::Instant;
use crate::features::events::event::{Kind, Topic, fold};
use crate::features::events::import::plain;
use crate::features::events::import::plan::BODY_AT_MOST;
use crate::features::events::import::plan::{LEDE_AT_MOST, TITLE_AT_MOST, fit};
use crate::features::events::import::sessions::short;
use crate::features::events::import::words::{kind_of, topic_of};
use crate::tenancy::Hub;
use crate::texts::{Lang, Texts};
use crate::ui::{clean, is_readable};

/// Characters of a place in words.
const ROOM_AT_MOST: usize = 200;
/// Characters of a key; longer ones are kept as their fingerprint.
const KEY_AT_MOST: usize = 200;
/// The years that the pages show.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2100;

/// An event with its dates, as the file wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Line of the file, from 1.
    pub line: usize,
    /// Key over there.
    pub key: String,
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
    /// The place in words.
    pub room: String,
    /// Where the organiser says more; empty when the file has no address. The format knows no price and no registration.
    pub organiser: String,
    /// In order of time, at least one.
    pub dates: Vec<Dated>,
    /// What people should know who look at the result.
    pub notes: Vec<Note>,
    /// Fingerprint of all of it but line and notes.
    pub print: String,
}

/// One date, in wall times of the hub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// The start that it had at first.
    pub key: String,
    /// First instant.
    pub starts: Instant,
    /// First instant after it; none when the end is open.
    pub ends: Option<Instant>,
    /// Wall time of the start.
    pub start: DateTime,
    /// Wall time of the end.
    pub end: Option<DateTime>,
    /// Whether it begins in the second of two equal hours.
    pub second: bool,
    /// A place of its own, in words.
    pub room: String,
    /// Whether it was called off.
    pub cancelled: bool,
}

/// With what a file is read for a hub: repeating events from the first day of this year to the last day of the next.
pub fn window(hub: &Hub, now: Instant) -> Window {
    let today = hub.today(now);
    let from = today.first_of_year();
    Window { home: hub.tz.clone(), from, until: from.saturating_add(1.year()).last_of_year() }
}

/// One answer for each event, in the order of the file.
pub fn plan(contents: Contents, hub: &Hub) -> Vec<Result<Draft, Refused>> {
    let cancels = contents.cancels;
    let one = |entry: Result<Entry, ical::Refusal>| match entry {
        Ok(entry) => {
            let (line, name) = (entry.line, named(&entry.uid, &entry.summary));
            draft(&entry, hub, cancels).map_err(|why| Refused { line, key: key(&entry), name, why })
        }
        Err(refusal) => {
            Err(Refused { line: refusal.line, key: refusal.uid.clone(), name: named(&refusal.uid, &refusal.summary), why: Why::Unread(refusal.reason) })
        }
    };
    contents.entries.into_iter().map(one).collect()
}

/// What an event is called in a report.
fn named(uid: &str, summary: &str) -> String {
    if summary.is_empty() { short(uid) } else { short(summary) }
}

fn draft(entry: &Entry, hub: &Hub, cancels: bool) -> Result<Draft, Why> {
    let mut whole = Vec::new();
    let title = fit(clean(&entry.summary), TITLE_AT_MOST, &mut whole);
    if !is_readable(&title) {
        return Err(Why::NoTitle);
    }
    if entry.private {
        return Err(Why::Private);
    }
    let mut dates = entry.dates.iter().map(|date| dated(date, entry, hub)).collect::<Result<Vec<_>, Why>>()?;
    if dates.is_empty() {
        return Err(Why::NoDates);
    }
    for date in &mut dates {
        date.cancelled |= cancels;
    }
    let text = untagged(&entry.description);
    let (lede, rest) = first_paragraph(&text);
    let room = fit(lines_joined(&entry.location), ROOM_AT_MOST, &mut whole);
    let t = Texts { lang: Lang::De };
    let mut parts: Vec<String> = whole.iter().map(|text| plain::paragraphs(text)).collect();
    parts.extend([plain::paragraphs(&rest), plain::link(t.import_link_event(), &entry.url).unwrap_or_default()]);
    parts.retain(|part| !part.is_empty());
    let body = parts.join("\n\n");
    if body.chars().count() > BODY_AT_MOST {
        return Err(Why::Long(body.chars().count()));
    }
    let (topic, kind) = (topic(&entry.categories), kind_of(&title));
    let organiser = plain::address(&entry.url).map(String::from).unwrap_or_default();
    let (line, key, notes) = (entry.line, key(entry), notes(entry, hub));
    let draft = Draft { line, key, title, topic, kind, lede, body, room, organiser, dates, notes, print: String::new() };
    Ok(Draft { print: print(&draft), ..draft })
}

/// The UID. Without one the title and the first date have to do.
fn key(entry: &Entry) -> String {
    let first = entry.dates.first().map(|date| date.key.as_str()).unwrap_or_default();
    let fingerprint = |words: &[&str]| URL_SAFE_NO_PAD.encode(crate::keys::digest(&words.iter().map(|word| word.as_bytes()).collect::<Vec<_>>()));
    match entry.uid.as_str() {
        "" => format!("no-uid:{}", fingerprint(&[&entry.summary, first])),
        uid if uid.chars().count() > KEY_AT_MOST => format!("long-uid:{}", fingerprint(&[uid])),
        uid => uid.to_owned(),
    }
}

fn dated(date: &Instance, entry: &Entry, hub: &Hub) -> Result<Dated, Why> {
    let local = |at: &ZonedDateTime| at.timestamp().to_zoned_datetime(hub.tz.clone()).datetime();
    let instant = |at: Timestamp| Instant::from_micros(at.as_microsecond());
    let (start, end, starts, ends) = match &date.when {
        When::Days { first, after } => {
            let midnight = |day: Date| day.to_datetime(Time::midnight());
            (midnight(*first), Some(midnight(*after)), hub.midnight(*first), Some(hub.midnight(*after)))
        }
        When::Time { start, end } => (local(start), end.as_ref().map(local), instant(start.timestamp()), end.as_ref().map(|end| instant(end.timestamp()))),
    };
    if !YEARS.contains(&start.year()) || end.is_some_and(|end| !YEARS.contains(&end.year())) {
        return Err(Why::Years(date.line));
    }
    let second = hub.tz.to_ambiguous_timestamp(start).earlier().is_ok_and(|first| instant(first) < starts && matches!(date.when, When::Time { .. }));
    let room = date.location.as_deref().filter(|own| *own != entry.location).map(lines_joined).unwrap_or_default();
    Ok(Dated {
        key: date.key.clone(),
        starts,
        ends,
        start,
        end,
        second,
        room: room.chars().take(ROOM_AT_MOST).collect(),
        cancelled: date.status == Status::Cancelled || entry.status == Status::Cancelled,
    })
}

/// When it begins on the clock of the hub.
fn wall(when: &When, hub: &Hub) -> DateTime {
    match when {
        When::Days { first, .. } => first.to_datetime(Time::midnight()),
        When::Time { start, .. } => start.timestamp().to_zoned_datetime(hub.tz.clone()).datetime(),
    }
}

/// What people should look at.
fn notes(entry: &Entry, hub: &Hub) -> Vec<Note> {
    let mut notes = Vec::new();
    for date in entry.dates.iter().filter(|date| date.jumped) {
        notes.push(Note::Jumped(date.line, wall(&date.when, hub)));
    }
    if entry.cut {
        notes.push(Note::Cut);
    }
    for date in entry.dates.iter().filter(|date| date.summary.is_some() || date.description.is_some()) {
        notes.push(Note::OwnWords(date.line, wall(&date.when, hub)));
    }
    notes
}

/// Our own words first: what we export comes back to the same strand.
fn topic(categories: &[String]) -> Topic {
    let own = |word: &String| Topic::ALL.into_iter().find(|topic| [Lang::De, Lang::En].into_iter().any(|lang| fold(topic.word(Texts { lang })) == fold(word)));
    categories.iter().find_map(own).unwrap_or_else(|| topic_of(categories))
}

/// A first paragraph that is short becomes the sentence below the title.
fn first_paragraph(text: &str) -> (String, String) {
    let (first, rest) = text.split_once("\n\n").unwrap_or((text, ""));
    let fits = !first.trim().contains('\n') && first.chars().count() <= LEDE_AT_MOST;
    if fits { (clean(first), rest.trim().to_owned()) } else { (String::new(), text.to_owned()) }
}

fn lines_joined(text: &str) -> String {
    text.lines().map(|line| clean(line).trim_end_matches(',').trim_end().to_owned()).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Some programs write HTML into plain text. Breaks and paragraphs become lines, other tags go, what they hold stays.
fn untagged(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    if !["<br", "<p>", "</p>", "</a>", "</li>", "</b>", "</span>"].iter().any(|tag| lower.contains(tag)) {
        return text.to_owned();
    }
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        plain.push_str(before);
        let Some((tag, next)) = after.split_once('>').filter(|(tag, _)| tag.len() < 500 && tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'))
        else {
            plain.push('<');
            rest = after;
            continue;
        };
        match tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "br" | "li" | "div" => plain.push('\n'),
            "p" | "ul" | "ol" | "h1" | "h2" | "h3" => plain.push_str("\n\n"),
            _ => {}
        }
        rest = next;
    }
    plain.push_str(rest);
    for (name, c) in [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        plain = plain.replace(name, c);
    }
    plain.trim().to_owned()
}

fn print(draft: &Draft) -> String {
    let mut words = vec![
        draft.title.clone(),
        draft.topic.as_str().to_owned(),
        draft.kind.as_str().to_owned(),
        draft.lede.clone(),
        draft.body.clone(),
        draft.room.clone(),
        draft.organiser.clone(),
    ];
    for date in &draft.dates {
        let ends = date.ends.map(|ends| ends.micros().to_string()).unwrap_or_default();
        words.extend([date.key.clone(), date.starts.micros().to_string(), ends, date.room.clone(), date.cancelled.to_string()]);
    }
    URL_SAFE_NO_PAD.encode(crate::keys::digest(&words.iter().map(String::as_bytes).collect::<Vec<_>>()))
}
