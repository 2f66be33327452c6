//! The calendar days that a rule hits; neither hours nor zones.

use std::ops::ControlFlow;

use jiff::Span;
use jiff::civil::{Date, Weekday};

use super::{Frequency, MOST_DATES, Nth, Rule, SeriesError, Until};

/// All days of the rule in order, the first among them.
pub(super) fn of_rule(first: Date, rule: &Rule) -> Result<Vec<Date>, SeriesError> {
    check(first, rule)?;
    let mut days = Vec::new();
    for step in 0.. {
        let Some(period) = period(first, rule, step) else {
            break;
        };
        for day in period.into_iter().filter(|day| *day >= first) {
            if let ControlFlow::Break(end) = take(day, rule.until, &mut days) {
                return end.map(|()| days);
            }
        }
    }
    Err(SeriesError::OutOfRange)
}

fn check(first: Date, rule: &Rule) -> Result<(), SeriesError> {
    if rule.interval == 0 {
        return Err(SeriesError::NoInterval);
    }
    if rule.every != Frequency::Weekly && !rule.weekdays.is_empty() {
        return Err(SeriesError::WeekdaysOutsideWeekly);
    }
    let is_hit = match rule.every {
        Frequency::Weekly => rule.weekdays.is_empty() || rule.weekdays.contains(&first.weekday()),
        Frequency::MonthlyOnWeekday(nth) => nth_of_month(first, nth, first.weekday()) == Some(first),
        Frequency::Daily | Frequency::MonthlyOnDay | Frequency::Yearly => true,
    };
    if is_hit { Ok(()) } else { Err(SeriesError::FirstOutsideRule) }
}

/// Adds a day, or ends the search: well, or with an error.
fn take(day: Date, until: Until, days: &mut Vec<Date>) -> ControlFlow<Result<(), SeriesError>> {
    let is_beyond = match until {
        Until::Count(count) => days.len() >= usize::from(count),
        Until::Date(last) => day > last,
    };
    if is_beyond {
        return ControlFlow::Break(if days.is_empty() { Err(SeriesError::NoDates) } else { Ok(()) });
    }
    if days.len() >= usize::from(MOST_DATES) {
        return ControlFlow::Break(Err(SeriesError::TooMany { at_most: MOST_DATES }));
    }
    days.push(day);
    ControlFlow::Continue(())
}

/// The days that the rule hits in its `step`th day, week, month, or year; `None` beyond the end of the calendar.
fn period(first: Date, rule: &Rule, step: i64) -> Option<Vec<Date>> {
    let units = step.checked_mul(i64::from(rule.interval))?;
    let days = match rule.every {
        Frequency::Daily => vec![first.checked_add(Span::new().try_days(units).ok()?).ok()?],
        Frequency::Weekly => {
            let monday =
                first.checked_sub(Span::new().days(first.weekday().to_monday_zero_offset())).ok()?.checked_add(Span::new().try_weeks(units).ok()?).ok()?;
            days_of_week(first, rule).into_iter().filter_map(|offset| monday.checked_add(Span::new().days(offset)).ok()).collect()
        }
        Frequency::MonthlyOnDay => {
            let month = month_after(first, units)?;
            same_day(first, month)
        }
        Frequency::MonthlyOnWeekday(nth) => {
            let month = month_after(first, units)?;
            nth_of_month(month, nth, first.weekday()).into_iter().collect()
        }
        Frequency::Yearly => {
            let month = month_after(first, units.checked_mul(12)?)?;
            same_day(first, month)
        }
    };
    Some(days)
}

/// The weekdays of the rule as days after Monday, in order, each once.
fn days_of_week(first: Date, rule: &Rule) -> Vec<i8> {
    let mut offsets: Vec<i8> = rule.weekdays.iter().map(|weekday| weekday.to_monday_zero_offset()).collect();
    offsets.push(first.weekday().to_monday_zero_offset());
    offsets.sort_unstable();
    offsets.dedup();
    offsets
}

/// The first day of the month that comes so many months later.
fn month_after(first: Date, months: i64) -> Option<Date> {
    first.first_of_month().checked_add(Span::new().try_months(months).ok()?).ok()
}

fn same_day(first: Date, month: Date) -> Vec<Date> {
    Date::new(month.year(), month.month(), first.day()).into_iter().collect()
}

fn nth_of_month(month: Date, nth: Nth, weekday: Weekday) -> Option<Date> {
    let count = match nth {
        Nth::First => 1,
        Nth::Second => 2,
        Nth::Third => 3,
        Nth::Fourth => 4,
        Nth::Last => -1,
    };
    month.nth_weekday_of_month(count, weekday).ok()
}
