//! The sessions format, version 0.3: a JSON object with `format` and `sessions`, as the Würzburg Web Week published its programme.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// A larger file is no programme of a town: 20 MB.
pub const FILE_BYTES_AT_MOST: u64 = 20_000_000;
/// More sessions are refused whole.
pub const SESSIONS_AT_MOST: usize = 10_000;
/// Reasons quote the file; longer quotes are cut.
const REASON_AT_MOST: usize = 200;

/// Why a file is refused whole; a sentence for people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// More than [`FILE_BYTES_AT_MOST`].
    #[error("the file is larger than {} MB: split it", FILE_BYTES_AT_MOST / 1_000_000)]
    TooLarge,
    /// More than [`SESSIONS_AT_MOST`].
    #[error("the file has {0} sessions, at most {SESSIONS_AT_MOST} are read at once: split it")]
    TooMany(usize),
    /// `format` is missing.
    #[error("the file does not say its format: \"format\": \"0.3.0\" is expected at the top")]
    NoFormat,
    /// Another version; semantic versioning, where 0.x may break with every x.
    #[error("the file has the format {0}, only 0.3.x is known")]
    Format(String),
    /// Text, but not in UTF-8.
    #[error("the file is written in UTF-16: save it as UTF-8")]
    Utf16,
    /// An archive.
    #[error("the file is packed ({0}): unpack it first")]
    Packed(&'static str),
    /// No JSON, or not of this shape.
    #[error("line {line}: {reason}")]
    Broken {
        /// Counted from 1.
        line: usize,
        /// In the words of the JSON reader.
        reason: String,
    },
}

/// One entry of the file. Unknown fields and coordinates are ignored.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Session {
    /// Unique over there.
    pub key: String,
    /// RFC 3339.
    pub start: String,
    /// RFC 3339; none means an open end.
    #[serde(default)]
    pub end: Option<String>,
    /// Whether it was called off.
    pub cancelled: bool,
    /// Who holds it.
    #[serde(deserialize_with = "object")]
    pub host: Host,
    /// Title.
    pub title: String,
    /// Where.
    #[serde(default, deserialize_with = "object_or_none")]
    pub location: Option<Location>,
    /// Texts.
    #[serde(default, deserialize_with = "object_or_none")]
    pub description: Option<Description>,
    /// Addresses.
    #[serde(default, deserialize_with = "object_or_none")]
    pub links: Option<Links>,
    /// Subjects.
    #[serde(default)]
    pub tags: Option<Vec<String>>,
}

/// Who holds it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Host {
    /// Name.
    pub name: String,
    /// About the host, plain text.
    #[serde(default)]
    pub infotext: Option<String>,
}

/// Where it is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Location {
    /// Name, street, town, each on a line.
    pub name: String,
}

/// Texts, plain.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Description {
    /// A sentence or two.
    #[serde(default)]
    pub short: Option<String>,
    /// Paragraphs with line breaks.
    #[serde(default)]
    pub long: Option<String>,
}

/// What should be web addresses, but is often a mail address or a remark.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Links {
    /// On the event.
    #[serde(default)]
    pub event: Option<String>,
    /// On the host.
    #[serde(default)]
    pub host: Option<String>,
}

#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: Option<String>,
    #[serde(default, rename = "sessions")]
    _sessions: IgnoredAny,
}

#[derive(Deserialize)]
struct Document {
    sessions: Vec<Object<Session>>,
}

/// Reads a whole file. It is refused whole when it is too large, of another version, no JSON, or of another shape.
pub fn parse(bytes: &[u8]) -> Result<Vec<Session>, Unreadable> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > FILE_BYTES_AT_MOST {
        return Err(Unreadable::TooLarge);
    }
    if let Some(other) = other_kind(bytes) {
        return Err(other);
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    // The version before the rest: another one may look different everywhere.
    let head: Head = read(bytes)?;
    let format = head.format.ok_or(Unreadable::NoFormat)?;
    if !is_known(&format) {
        return Err(Unreadable::Format(quoted(&format)));
    }
    let document: Document = read(bytes).map_err(|error| named(bytes, error))?;
    if document.sessions.len() > SESSIONS_AT_MOST {
        return Err(Unreadable::TooMany(document.sessions.len()));
    }
    Ok(document.sessions.into_iter().map(|object| object.0).collect())
}

/// What a file is whose first bytes are not those of a JSON text.
fn other_kind(bytes: &[u8]) -> Option<Unreadable> {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{', 0, ..] | [0, b'{', ..] => Some(Unreadable::Utf16),
        [0x1f, 0x8b, ..] => Some(Unreadable::Packed("gzip")),
        [b'P', b'K', 3, 4, ..] => Some(Unreadable::Packed("zip")),
        _ => None,
    }
}

/// The same error with number and key of the session: many files are one long line. As it is where the whole is no JSON.
fn named(bytes: &[u8], error: Unreadable) -> Unreadable {
    let Unreadable::Broken { line, reason } = error else { return error };
    let Ok(document) = serde_json::from_slice::<Value>(bytes) else { return Unreadable::Broken { line, reason } };
    let sessions = document.get("sessions").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let wrong = sessions.iter().zip(1..).find(|(session, _)| Object::<Session>::deserialize(*session).is_err());
    let place = wrong.map(|(session, number)| match session.get("key").and_then(Value::as_str) {
        Some(key) => format!("session {number}, key {}: ", quoted(key)),
        None => format!("session {number}: "),
    });
    Unreadable::Broken { line, reason: place.unwrap_or_default() + &reason }
}

/// A text of the file as it may stand in a line of output: one line, not too long, in quotes.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", short(text))
}

/// The same without quotes.
pub fn short(text: &str) -> String {
    let line = crate::ui::clean(text);
    let mut out: String = line.chars().take(REASON_AT_MOST).collect();
    if out.len() < line.len() {
        out.push('…');
    }
    out
}

fn is_known(format: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.len() <= 9 && part.bytes().all(|byte| byte.is_ascii_digit());
    format.strip_prefix("0.3.").is_some_and(is_number)
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    serde_json::from_slice(bytes).map(|object: Object<T>| object.0).map_err(|error| {
        let place = format!(" at line {} column {}", error.line(), error.column());
        let said = error.to_string();
        Unreadable::Broken { line: error.line().max(1), reason: short(said.strip_suffix(&place).unwrap_or(&said)) }
    })
}

/// Something that must be a JSON object: left to itself, serde also takes a list of its values.
struct Object<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer).map(Self)
    }
}

struct Fields<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Fields<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(fields))
    }
}

fn object<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(Fields(PhantomData))
}

fn object_or_none<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Option::<Object<T>>::deserialize(deserializer).map(|found| found.map(|object| object.0))
}
