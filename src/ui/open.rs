//! Whether the hub is open now, in words, and until when that reads the same.

use jiff::civil::{Date, Time};

use crate::clock::Instant;
use crate::tenancy::{Hub, timestamp};
use crate::texts::{Texts, dates};

/// The open-now line of the start page and of the contact page, and whether the hub is open.
pub fn open_line(hub: &Hub, t: Texts, now: Instant) -> (String, bool) {
    let local = hub.local(now);
    if let Some(closed) = hub.closed_on(local.date()) {
        return (t.ui_closed_today(&closed.reason), false);
    }
    let openings = hub.main_site().map(|site| site.openings.as_slice()).unwrap_or_default();
    let today = openings.iter().filter(|opening| opening.weekday == local.weekday().to_monday_one_offset());
    let midnight = Time::midnight();
    for opening in today {
        if local.time() < opening.opens {
            return (t.ui_opens_today(dates::time(t.lang, opening.opens)), false);
        }
        if local.time() < opening.closes || opening.closes == midnight {
            return (t.ui_open_until(dates::time(t.lang, opening.closes)), true);
        }
    }
    (t.ui_closed_now().to_owned(), false)
}

/// The first instant of tomorrow: what depends on the day alone reads the same until then.
pub fn midnight(hub: &Hub, now: Instant) -> Instant {
    let today = hub.today(now);
    hub.midnight(today.tomorrow().unwrap_or(today))
}

/// Until when [`open_line`] reads as it does now: the next opening or closing, at the latest midnight.
///
/// Where clocks are put back an opening time comes twice, and where they are put forward it may not come at all: the change itself
/// then counts as a turn.
pub fn next_turn(hub: &Hub, now: Instant) -> Instant {
    let today = hub.today(now);
    let openings = hub.main_site().map(|site| site.openings.as_slice()).unwrap_or_default();
    let own = openings.iter().filter(|opening| opening.weekday == today.weekday().to_monday_one_offset());
    let times = own.flat_map(|opening| [opening.opens, opening.closes]).flat_map(|time| instants(hub, today, time));
    let change = hub.tz.following(timestamp(now)).next().map(|change| at(change.timestamp()));
    let last = midnight(hub, now);
    times.chain(change).filter(|turn| *turn > now).fold(last, Instant::min)
}

/// The one or two instants at which a clock in the hub shows this time.
fn instants(hub: &Hub, day: Date, time: Time) -> impl Iterator<Item = Instant> {
    let both = hub.tz.to_ambiguous_timestamp(day.to_datetime(time));
    [both.earlier(), both.later()].into_iter().flatten().map(at)
}

fn at(timestamp: jiff::Timestamp) -> Instant {
    Instant::from_micros(timestamp.as_microsecond())
}
