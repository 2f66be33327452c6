//! One date as an entry of a calendar.

use jiff::civil::{DateTime, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, ZonedDateTime};

use crate::clock::Instant;
use crate::features::events::occurrence::OccurrenceState;
use crate::features::events::places::place;
use crate::features::events::store::Feeding;
use crate::tenancy::{Hub, timestamp};
use crate::texts::Texts;

/// The entry; nothing when the zone of the date is unknown. `link` is the page of the event. The UID is a bare UUID (RFC 7986, 5.3): one
/// with the host would be another after a change of address, and calendars would show every date twice.
pub fn entry(hub: &Hub, t: Texts, date: &Feeding, link: String) -> Option<ical::Event> {
    let start = zoned(date.local_start, date.starts, &date.zone)?;
    let mut entry = ical::Event::new(date.id.to_string(), stamp(date), start, date.title.clone());
    entry.sequence = date.sequence;
    entry.end = if date.open_end { None } else { zoned(date.local_end, date.ends, &date.zone) };
    entry.all_day = !date.open_end && is_whole_days(date.local_start, date.local_end);
    entry.description.clone_from(&date.lede);
    entry.location = place(hub, date.site, &date.room, date.online);
    entry.url = link;
    entry.categories = vec![date.topic.word(t).to_owned()];
    if date.state == OccurrenceState::Cancelled {
        entry.status = ical::Status::Cancelled;
        let said = [date.reason.as_str(), date.lede.as_str()];
        entry.description = said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n");
    }
    Some(entry)
}

/// Whether a date lasts from midnight to midnight: then it is about days, not hours.
pub fn is_whole_days(start: DateTime, end: DateTime) -> bool {
    start.time() == Time::midnight() && end.time() == Time::midnight() && end.date() > start.date()
}

/// Rises with every version of the event and of the date, and is otherwise the same for ever.
fn stamp(date: &Feeding) -> jiff::Timestamp {
    let made = timestamp(date.created);
    made.checked_add(SignedDuration::from_secs(date.version.saturating_add(i64::from(date.sequence)))).unwrap_or(made)
}

/// What was agreed is the wall time; the stored instant only says which of two equal hours is meant.
fn zoned(wall: DateTime, at: Instant, zone: &str) -> Option<ZonedDateTime> {
    let zone = TimeZone::get(zone).ok()?;
    let ambiguous = zone.to_ambiguous_timestamp(wall);
    let is_fold = matches!(ambiguous.offset(), AmbiguousOffset::Fold { .. });
    let (first, second) = (ambiguous.earlier().ok()?, ambiguous.later().ok()?);
    let meant = if is_fold && second.as_microsecond() == at.micros() { second } else { ambiguous.compatible().unwrap_or(first) };
    Some(meant.to_zoned_datetime(zone))
}
