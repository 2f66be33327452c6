//! What becomes of each session of a file, before the database is asked.

use std::collections::HashSet;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::plain;
use super::sessions::{Links, Session, quoted, short};
use super::words::{kind_of, topic_of};
use crate::features::events::event::{Kind, Topic};
use crate::texts::{Lang, Texts};
use crate::ui::{clean, is_readable};

/// Characters of a title.
pub(super) const TITLE_AT_MOST: usize = 120;
/// Characters of the sentence below the title.
pub(super) const LEDE_AT_MOST: usize = 300;
/// Characters of a host's name.
const HOST_AT_MOST: usize = 120;
/// Characters of a place in words.
const ROOM_AT_MOST: usize = 200;
/// Characters of the description.
pub(super) const BODY_AT_MOST: usize = 20_000;
/// Characters of a key.
const KEY_AT_MOST: usize = 200;
/// Links taken from one field.
const LINKS_AT_MOST: usize = 5;
/// The years that the pages show.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2100;

/// An event with its date, as the file wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Place in the file, from 1.
    pub number: usize,
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
    /// Who holds it.
    pub host: String,
    /// The place in words.
    pub room: String,
    /// Where the organiser says more, best the page of the event; empty when the file has no address. The format knows no price and
    /// no registration, so that is all that can be said about them.
    pub organiser: String,
    /// Wall time of the hub.
    pub start: DateTime,
    /// Wall time of the end; none when it is open.
    pub end: Option<DateTime>,
    /// Whether it was called off.
    pub cancelled: bool,
    /// Fingerprint of all of it but number and key.
    pub print: String,
}

/// A session that is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Place in the file, from 1.
    pub number: usize,
    /// Key over there, as it may be shown.
    pub key: String,
    /// Why; a sentence for people.
    pub reason: String,
}

/// One answer per session, in the order of the file. Times become wall times of `tz`, the hub's zone.
pub fn plan(sessions: &[Session], tz: &TimeZone) -> Vec<Result<Draft, Refused>> {
    let mut seen = HashSet::new();
    let mut one = |(n, session): (usize, &Session)| {
        let key = clean(&session.key);
        let is_new = seen.insert(key.clone());
        let drafted = if is_new || key.is_empty() { draft(session, tz) } else { Err("another session of this file has the same key".to_owned()) };
        let refused = |reason| Refused { number: n + 1, key: if key.is_empty() { format!("(session {})", n + 1) } else { short(&key) }, reason };
        drafted.map(|draft| Draft { number: n + 1, ..draft }).map_err(refused)
    };
    sessions.iter().enumerate().map(&mut one).collect()
}

fn draft(session: &Session, tz: &TimeZone) -> Result<Draft, String> {
    let mut whole = Vec::new();
    let title = fit(clean(&session.title), TITLE_AT_MOST, &mut whole);
    if !is_readable(&title) {
        return Err("it has no title".to_owned());
    }
    let (start, end) = times(session, tz)?;
    let texts = session.description.clone().unwrap_or_default();
    let lede = fit(clean(&texts.short.unwrap_or_default()), LEDE_AT_MOST, &mut whole);
    let host = fit(clean(&session.host.name), HOST_AT_MOST, &mut whole);
    let room = fit(place(session), ROOM_AT_MOST, &mut whole);
    let body = body(&whole, &texts.long.unwrap_or_default(), &host, session);
    let length = body.chars().count();
    if length > BODY_AT_MOST {
        return Err(format!("its texts have {length} characters, at most {BODY_AT_MOST} are taken"));
    }
    let topic = topic_of(session.tags.as_deref().unwrap_or_default());
    let (key, kind) = (key(session)?, kind_of(&title));
    let organiser = organiser(session.links.as_ref());
    let draft = Draft { number: 0, key, title, topic, kind, lede, body, host, room, organiser, start, end, cancelled: session.cancelled, print: String::new() };
    Ok(Draft { print: print(&draft), ..draft })
}

fn key(session: &Session) -> Result<String, String> {
    let key = clean(&session.key);
    if key.is_empty() {
        return Err("it has no key".to_owned());
    }
    let length = key.chars().count();
    if length > KEY_AT_MOST {
        return Err(format!("its key has {length} characters, at most {KEY_AT_MOST} are taken"));
    }
    Ok(key)
}

/// The text, cut after a word where it is too long; what is cut is kept whole for the description.
pub(super) fn fit(text: String, at_most: usize, whole: &mut Vec<String>) -> String {
    let Some((end, _)) = text.char_indices().nth(at_most) else { return text };
    let room_for_dots = text.char_indices().nth(at_most - 1).map_or(end, |(at, _)| at);
    let head = text.get(..room_for_dots).unwrap_or_default();
    let cut = head.rsplit_once(' ').map_or(head, |(words, _)| words);
    let shown = format!("{}…", cut.trim_end());
    whole.push(text);
    shown
}

fn place(session: &Session) -> String {
    let name = session.location.as_ref().map_or("", |location| location.name.as_str());
    let lines = name.split(['\n', '\r']).map(|line| clean(line).trim_end_matches(',').trim_end().to_owned());
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What was cut, the long text, a word on the host, and the links; in German, as the texts of the file are.
fn body(whole: &[String], long: &str, host: &str, session: &Session) -> String {
    let t = Texts { lang: Lang::De };
    let mut parts: Vec<String> = whole.iter().map(|text| plain::paragraphs(text)).collect();
    parts.push(plain::paragraphs(long));
    let about = plain::paragraphs(session.host.infotext.as_deref().unwrap_or_default());
    if !about.is_empty() && !host.is_empty() {
        parts.push(plain::heading(&t.import_about_host(host)));
    }
    parts.push(about);
    parts.push(links(session.links.as_ref(), t));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

fn links(links: Option<&Links>, t: Texts) -> String {
    let Some(links) = links else { return String::new() };
    let of = |field: &Option<String>, label| {
        let words = field.clone().unwrap_or_default();
        words.split_whitespace().filter_map(|word| plain::link(label, word)).take(LINKS_AT_MOST).collect::<Vec<_>>()
    };
    [of(&links.event, t.import_link_event()), of(&links.host, t.import_link_host())].concat().join("  \n")
}

/// The first address that is one, the event's before the host's.
fn organiser(links: Option<&Links>) -> String {
    let fields = links.map(|links| [links.event.as_deref(), links.host.as_deref()]).unwrap_or_default();
    let mut words = fields.into_iter().flatten().flat_map(str::split_whitespace);
    words.find_map(plain::address).map(String::from).unwrap_or_default()
}

fn times(session: &Session, tz: &TimeZone) -> Result<(DateTime, Option<DateTime>), String> {
    let (starts, start) = wall("start", &session.start, tz)?;
    let Some(end) = &session.end else { return Ok((start, None)) };
    let (ends, end) = wall("end", end, tz)?;
    match ends.cmp(&starts) {
        std::cmp::Ordering::Less => Err("it ends before it starts".to_owned()),
        // No time at all: nobody has thought of an end.
        std::cmp::Ordering::Equal => Ok((start, None)),
        std::cmp::Ordering::Greater => Ok((start, Some(end))),
    }
}

/// The instant, and the wall time in the zone, in whole seconds.
fn wall(what: &str, text: &str, tz: &TimeZone) -> Result<(Timestamp, DateTime), String> {
    let unreadable = || format!("its {what} {} is no time such as 2026-04-06T09:00:00+02:00", quoted(text));
    let at: Timestamp = text.trim().parse().map_err(|_| unreadable())?;
    let at = Timestamp::from_second(at.as_second()).map_err(|_| unreadable())?;
    let local = at.to_zoned_datetime(tz.clone()).datetime();
    if !YEARS.contains(&local.year()) {
        return Err(format!("its {what} {} is not between {} and {}", quoted(text), YEARS.start(), YEARS.end()));
    }
    // Dates are kept as wall time, which means the first of the two there.
    if local.to_zoned_datetime(tz.clone()).map_or(true, |back| back.timestamp() != at) {
        return Err(format!("its {what} {} lies in the second run of the hour that clocks go back: name another time", quoted(text)));
    }
    Ok((at, local))
}

fn print(draft: &Draft) -> String {
    let (start, end) = (draft.start.to_string(), draft.end.map(|end| end.to_string()).unwrap_or_default());
    let words = [
        draft.title.as_str(),
        draft.topic.as_str(),
        draft.kind.as_str(),
        &draft.lede,
        &draft.body,
        &draft.host,
        &draft.room,
        &start,
        &end,
        &draft.organiser,
        if draft.cancelled { "cancelled" } else { "planned" },
    ];
    URL_SAFE_NO_PAD.encode(crate::keys::digest(&words.map(str::as_bytes)))
}
