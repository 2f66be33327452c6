//! Weekly hours in words, and when the open-now line reads differently.

use jiff::civil::{Date, Time, Weekday};

use crate::clock::Instant;
use crate::tenancy::{Hub, Opening, timestamp};
use crate::texts::{Texts, dates};

/// Days in a row with the same hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// First day.
    pub first: Weekday,
    /// Last day; the same as the first for a single day.
    pub last: Weekday,
    /// From … to, in order; midnight as the end stands for the end of the day.
    pub times: Vec<(Time, Time)>,
}

impl Stretch {
    /// "Montag", "Samstag und Sonntag", "Montag bis Freitag".
    pub fn days(&self, t: Texts) -> String {
        let [first, last] = [self.first, self.last].map(|day| dates::weekday_long(t.lang, day));
        match self.first.until(self.last) {
            0 => first.to_owned(),
            1 => t.pages_days_pair(first, last),
            _ => t.pages_days_range(first, last),
        }
    }
}

/// The open days of a week from Monday on; days without hours are left out.
pub fn week(openings: &[Opening]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for day in Weekday::Monday.cycle_forward().take(7) {
        let own = openings.iter().filter(|opening| opening.weekday == day.to_monday_one_offset());
        let mut times: Vec<(Time, Time)> = own.map(|opening| (opening.opens, opening.closes)).collect();
        times.sort_unstable();
        match stretches.last_mut() {
            _ if times.is_empty() => {}
            Some(before) if before.times == times && before.last.next() == day => before.last = day,
            _ => stretches.push(Stretch { first: day, last: day, times }),
        }
    }
    stretches
}

/// The same as rows of a table: "Montag bis Mittwoch" – "9–13 Uhr, 14–18 Uhr".
pub fn rows(t: Texts, openings: &[Opening]) -> Vec<(String, String)> {
    let times = |stretch: &Stretch| stretch.times.iter().map(|(opens, closes)| dates::time_range(t.lang, *opens, Some(*closes))).collect::<Vec<_>>().join(", ");
    week(openings).iter().map(|stretch| (stretch.days(t), times(stretch))).collect()
}

/// The first instant of tomorrow: what depends on the day alone reads the same until then.
pub fn midnight(hub: &Hub, now: Instant) -> Instant {
    let today = hub.today(now);
    hub.midnight(today.tomorrow().unwrap_or(today))
}

/// Until when [`crate::ui::open_line`] reads as it does now: the next opening or closing, at the latest midnight.
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
