//! Weekly hours in words.

use jiff::civil::{Time, Weekday};

use crate::tenancy::Opening;
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
