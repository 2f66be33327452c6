//! Which day a page shows, and which days lie before and after it.

use jiff::civil::Date;

use crate::clock::Instant;
use crate::features::events::occurrence::Occurrence;
use crate::tenancy::Hub;
use crate::texts::typed::parse_day;

/// The day that an address asks for: `2026-12-01`, or as people write it. Today when nothing or nonsense is asked for.
pub fn chosen(asked: &str, today: Date) -> Date {
    parse_day(asked, today).unwrap_or(today)
}

/// The day before and the day after; nothing at the ends of the calendar.
pub fn around(day: Date) -> (Option<Date>, Option<Date>) {
    (day.yesterday().ok(), day.tomorrow().ok())
}

/// The first instant of a day and the first after it, as the hub's clocks say.
pub fn span(hub: &Hub, day: Date) -> (Instant, Instant) {
    (hub.midnight(day), day.tomorrow().map_or(Instant::MAX, |next| hub.midnight(next)))
}

/// Whether a date, or a part of it, lies in a day.
pub fn lies_in(hub: &Hub, occurrence: &Occurrence, day: Date) -> bool {
    let (from, until) = span(hub, day);
    occurrence.starts < until && occurrence.ends > from
}
