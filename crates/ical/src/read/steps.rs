//! Purpose: the days that a rule hits, in order, by civil dates alone.
//! Nouns: period (a day, week, month or year of the rule), [`Budget`] (how much work a file may cause), [`Search`].
//! URLs: none.
//! Invariants: the first date always belongs to the rule and counts; no search goes on beyond its last day or the budget.
//! Must not know: hours and zones.

use std::ops::ControlFlow;

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::reason::Reason;
use super::rule::{Every, Rule};

/// How much work the rules of one file may cause: a period counts one, and one for each day looked at in it.
pub(super) struct Budget(u64);

impl Budget {
    /// For one file: about a second.
    pub fn of_a_file() -> Self {
        Self(5_000_000)
    }

    /// Takes from it; false when nothing is left.
    pub fn take(&mut self, steps: usize) -> bool {
        self.0 = self.0.saturating_sub(u64::try_from(steps).unwrap_or(u64::MAX));
        self.0 > 0
    }
}

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Search {
    /// The first date of the rule.
    pub first: Date,
    /// Days before this one are of no interest.
    pub from: Date,
    /// Nor are days after this one.
    pub last: Date,
}

/// Hands over each day of the rule in the span, in order, until told to stop.
pub(super) fn days(rule: &Rule, search: Search, budget: &mut Budget, mut take: impl FnMut(Date) -> ControlFlow<()>) -> Result<(), Reason> {
    let Search { first, from, last } = search;
    let mut counted: u32 = 1;
    if first > last || ((first >= from || rule.count == Some(1)) && (take_if(first, from, &mut take).is_break() || rule.count == Some(1))) {
        return Ok(());
    }
    let mut step = first_step(rule, first, from);
    loop {
        let Some(start) = period_start(rule, first, step) else { return Ok(()) };
        if start > last {
            return Ok(());
        }
        let found = chosen(rule, of_period(rule, first, start));
        if !budget.take(found.len() + cost(rule)) {
            return Err(Reason::TooLong);
        }
        for day in found.into_iter().filter(|day| *day > first) {
            counted = counted.saturating_add(1);
            if day > last || rule.count.is_some_and(|count| counted > count) || take_if(day, from, &mut take).is_break() {
                return Ok(());
            }
        }
        step += 1;
    }
}

fn take_if(day: Date, from: Date, take: &mut impl FnMut(Date) -> ControlFlow<()>) -> ControlFlow<()> {
    if day >= from { take(day) } else { ControlFlow::Continue(()) }
}

/// Periods that end before the span are jumped over, unless they have to be counted.
fn first_step(rule: &Rule, first: Date, from: Date) -> i64 {
    if rule.count.is_some() || from <= first {
        return 0;
    }
    let days = first.duration_until(from).as_hours() / 24;
    let longest = match rule.every {
        Every::Day => 1,
        Every::Week => 7,
        Every::Month => 31,
        Every::Year => 366,
    };
    // One period less than fits, so that none is missed.
    (days / longest / rule.interval - 1).max(0)
}

fn cost(rule: &Rule) -> usize {
    match rule.every {
        Every::Day => 1,
        Every::Week => 2,
        Every::Month => 4,
        Every::Year => 4 + 4 * rule.months.len().max(1),
    }
}

/// The first day of a period; `None` beyond the calendar.
fn period_start(rule: &Rule, first: Date, step: i64) -> Option<Date> {
    let units = step.checked_mul(rule.interval)?;
    let plus = |date: Date, span: Result<Span, jiff::Error>| date.checked_add(span.ok()?).ok();
    match rule.every {
        Every::Day => plus(first, Span::new().try_days(units)),
        Every::Week => plus(week_of(first, rule.week_starts)?, Span::new().try_weeks(units)),
        Every::Month => plus(first.first_of_month(), Span::new().try_months(units)),
        Every::Year => plus(first.first_of_year(), Span::new().try_years(units)),
    }
}

fn week_of(day: Date, starts: Weekday) -> Option<Date> {
    let since = (day.weekday().to_monday_zero_offset() - starts.to_monday_zero_offset()).rem_euclid(7);
    day.checked_sub(i64::from(since).days()).ok()
}

/// The days of a period in order.
fn of_period(rule: &Rule, first: Date, start: Date) -> Vec<Date> {
    let in_months = |day: &Date| rule.months.is_empty() || rule.months.contains(&day.month());
    let mut found: Vec<Date> = match rule.every {
        Every::Day => [start].into_iter().filter(in_months).filter(|day| on_month_day(rule, *day) && on_weekday(rule, *day)).collect(),
        Every::Week => {
            let wanted = |day: &Date| if rule.weekdays.is_empty() { day.weekday() == first.weekday() } else { on_weekday(rule, *day) };
            (0..7).filter_map(|n: i64| start.checked_add(n.days()).ok()).filter(in_months).filter(wanted).collect()
        }
        Every::Month => Some(start).filter(in_months).map(|month| of_month(rule, first, month)).unwrap_or_default(),
        Every::Year => of_year(rule, first, start),
    };
    found.sort_unstable();
    found.dedup();
    found
}

fn of_month(rule: &Rule, first: Date, month: Date) -> Vec<Date> {
    match (rule.month_days.is_empty(), rule.weekdays.is_empty()) {
        (true, true) => Date::new(month.year(), month.month(), first.day()).into_iter().collect(),
        (true, false) => named(rule, month, month.last_of_month()),
        (false, true) => month_days(rule, month),
        (false, false) => {
            let named = named(rule, month, month.last_of_month());
            month_days(rule, month).into_iter().filter(|day| named.contains(day)).collect()
        }
    }
}

fn of_year(rule: &Rule, first: Date, year: Date) -> Vec<Date> {
    let month = |number: i8| Date::new(year.year(), number, 1).ok();
    if !rule.months.is_empty() {
        return rule.months.iter().filter_map(|number| month(*number)).flat_map(|month| of_month(rule, first, month)).collect();
    }
    // Without months the numbers of weekdays count through the year.
    let named = named(rule, year, year.last_of_year());
    match (rule.month_days.is_empty(), rule.weekdays.is_empty()) {
        (true, true) => Date::new(year.year(), first.month(), first.day()).into_iter().collect(),
        (true, false) => named,
        (false, any) => (1..=12).filter_map(month).flat_map(|month| month_days(rule, month)).filter(|day| any || named.contains(day)).collect(),
    }
}

/// The weekdays of the rule between two days.
fn named(rule: &Rule, from: Date, to: Date) -> Vec<Date> {
    rule.weekdays.iter().flat_map(|(nth, weekday)| weekdays_between(from, to, *nth, *weekday)).collect()
}

fn month_days(rule: &Rule, month: Date) -> Vec<Date> {
    let length = month.days_in_month();
    let day = |number: &i8| Date::new(month.year(), month.month(), if *number < 0 { length + 1 + number } else { *number }).ok();
    rule.month_days.iter().filter_map(day).collect()
}

fn on_month_day(rule: &Rule, day: Date) -> bool {
    rule.month_days.is_empty() || rule.month_days.iter().any(|number| *number == day.day() || *number == day.day() - day.days_in_month() - 1)
}

fn on_weekday(rule: &Rule, day: Date) -> bool {
    rule.weekdays.is_empty() || rule.weekdays.iter().any(|(_, weekday)| *weekday == day.weekday())
}

/// All days of that name from … to, or the nth of them, counted from the end when negative.
fn weekdays_between(from: Date, to: Date, nth: i8, weekday: Weekday) -> Vec<Date> {
    let ahead = i64::from((weekday.to_monday_zero_offset() - from.weekday().to_monday_zero_offset()).rem_euclid(7));
    let first = from.checked_add(ahead.days()).ok();
    let all: Vec<Date> = std::iter::successors(first, |day| day.checked_add(7.days()).ok()).take_while(|day| *day <= to).collect();
    let at = usize::from(nth.unsigned_abs()).checked_sub(1);
    match (nth, at) {
        (1.., Some(at)) => all.get(at).copied().into_iter().collect(),
        (..=-1, Some(at)) => all.iter().rev().nth(at).copied().into_iter().collect(),
        _ => all,
    }
}

/// What BYSETPOS leaves of a period.
fn chosen(rule: &Rule, found: Vec<Date>) -> Vec<Date> {
    if rule.positions.is_empty() {
        return found;
    }
    let length = i64::try_from(found.len()).unwrap_or(0);
    let at = |position: &i32| {
        let position = i64::from(*position);
        let place = if position < 0 { length + position } else { position - 1 };
        usize::try_from(place).ok().and_then(|place| found.get(place)).copied()
    };
    let mut chosen: Vec<Date> = rule.positions.iter().filter_map(at).collect();
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}
