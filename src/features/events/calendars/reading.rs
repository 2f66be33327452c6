//! What a file says, before the database is asked. Reading takes its time, so it happens beside the requests.

use crate::clock::Instant;
use crate::features::events::import::calendar::{self, Draft, Refused, reason_words};
use crate::problem::Problem;
use crate::tenancy::Hub;
use crate::texts::Texts;

use super::{BYTES_AT_MOST, ENTRIES_AT_MOST};

/// What a calendar says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contents {
    /// Its own name; may be empty.
    pub name: String,
    /// What can be taken over.
    pub drafts: Vec<Draft>,
    /// What cannot be read.
    pub refused: Vec<Refused>,
}

/// Why a file is refused whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unusable {
    /// Nothing in it.
    Empty,
    /// A packed file.
    Packed,
    /// Larger than what is read here.
    Large,
    /// More entries than are read here.
    Many,
    /// No calendar.
    Unreadable(ical::Unreadable),
}

impl Unusable {
    /// In words, with the line.
    pub fn words(&self, t: Texts) -> String {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        match self {
            Self::Empty => t.calendars_file_empty().to_owned(),
            Self::Packed => t.calendars_file_packed().to_owned(),
            Self::Large => t.calendars_file_large(number(BYTES_AT_MOST / 1_000_000)),
            Self::Many => t.calendars_file_many(number(ENTRIES_AT_MOST)),
            Self::Unreadable(ical::Unreadable { line: 0, reason }) => reason_words(t, reason),
            Self::Unreadable(ical::Unreadable { line, reason }) => t.calendars_at_line(number(*line), reason_words(t, reason)),
        }
    }
}

/// Reads a file beside the requests.
pub async fn read(file: Vec<u8>, hub: &Hub, now: Instant) -> Result<Result<Contents, Unusable>, Problem> {
    let hub = hub.clone();
    let reading = tokio::task::spawn_blocking(move || contents(&file, &hub, now));
    reading.await.map_err(|error| Problem::Broken(format!("a calendar cannot be read: {error}")))
}

/// The same at once.
pub fn contents(file: &[u8], hub: &Hub, now: Instant) -> Result<Contents, Unusable> {
    match file {
        [] => return Err(Unusable::Empty),
        [b'P', b'K', ..] | [0x1f, 0x8b, ..] => return Err(Unusable::Packed),
        _ if file.len() > BYTES_AT_MOST => return Err(Unusable::Large),
        _ => {}
    }
    let found = ical::read(file, &calendar::window(hub, now)).map_err(Unusable::Unreadable)?;
    if found.entries.len() > ENTRIES_AT_MOST {
        return Err(Unusable::Many);
    }
    let mut read = Contents { name: found.name.clone(), ..Contents::default() };
    for step in calendar::plan(found, hub) {
        match step {
            Ok(draft) => read.drafts.push(draft),
            Err(refused) => read.refused.push(refused),
        }
    }
    Ok(read)
}
