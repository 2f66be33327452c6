use jiff::civil::{Date, DateTime, Weekday, date};

use crate::Span;
use crate::series::{Choice, ClockChange, Frequency, MOST_DATES, Moment, Nth, Planned, Rule, Series, SeriesError, Until, expand, plan, resolve};

const BERLIN: &str = "Europe/Berlin";

fn series(first: Date, every: Frequency, interval: u16, until: Until) -> Series {
    Series { first: first.at(18, 0, 0, 0), length: 60, zone: BERLIN.to_owned(), rule: Rule { every, interval, until, weekdays: vec![] }, skip: vec![] }
}

fn start(planned: &Planned) -> DateTime {
    match planned {
        Planned::Certain(dated) => dated.start,
        Planned::Gap(gap) => gap.start,
    }
}

fn days(series: &Series) -> Vec<Date> {
    let planned = expand(series).unwrap();
    planned.iter().map(|one| start(one).date()).collect()
}

#[test]
fn daily_dates_follow_the_interval_up_to_the_last_day_included() {
    let until = Until::Date(date(2027, 1, 7));
    let every_third = series(date(2027, 1, 1), Frequency::Daily, 3, until);
    assert_eq!(days(&every_third), [date(2027, 1, 1), date(2027, 1, 4), date(2027, 1, 7)]);
}

#[test]
fn weekly_dates_on_several_days_keep_to_weeks_from_monday() {
    let mut fortnightly = series(date(2027, 1, 7), Frequency::Weekly, 2, Until::Count(5));
    fortnightly.rule.weekdays = vec![Weekday::Thursday, Weekday::Monday, Weekday::Thursday];
    assert_eq!(days(&fortnightly), [date(2027, 1, 7), date(2027, 1, 18), date(2027, 1, 21), date(2027, 2, 1), date(2027, 2, 4)]);
}

#[test]
fn weekly_dates_without_given_days_fall_on_the_day_of_the_first() {
    let weekly = series(date(2027, 1, 10), Frequency::Weekly, 1, Until::Count(2));
    assert_eq!(days(&weekly), [date(2027, 1, 10), date(2027, 1, 17)]);
}

#[test]
fn the_thirty_first_leaves_short_months_out() {
    let monthly = series(date(2027, 1, 31), Frequency::MonthlyOnDay, 1, Until::Count(3));
    assert_eq!(days(&monthly), [date(2027, 1, 31), date(2027, 3, 31), date(2027, 5, 31)]);
}

#[test]
fn the_nth_and_the_last_weekday_of_a_month_are_found() {
    let table = [
        (Nth::First, date(2027, 1, 5), date(2027, 2, 2)),
        (Nth::Second, date(2027, 1, 12), date(2027, 2, 9)),
        (Nth::Third, date(2027, 1, 19), date(2027, 2, 16)),
        (Nth::Fourth, date(2027, 1, 26), date(2027, 2, 23)),
        (Nth::Last, date(2027, 3, 30), date(2027, 4, 27)),
    ];
    for (nth, first, second) in table {
        let every = Frequency::MonthlyOnWeekday(nth);
        assert_eq!(days(&series(first, every, 1, Until::Count(2))), [first, second]);
    }
}

#[test]
fn the_twenty_ninth_of_february_comes_in_leap_years() {
    let yearly = series(date(2028, 2, 29), Frequency::Yearly, 1, Until::Count(2));
    assert_eq!(days(&yearly), [date(2028, 2, 29), date(2032, 2, 29)]);
    let plain = series(date(2027, 5, 1), Frequency::Yearly, 2, Until::Count(2));
    assert_eq!(days(&plain), [date(2027, 5, 1), date(2029, 5, 1)]);
}

#[test]
fn skipped_days_fall_out_and_still_count() {
    let mut weekly = series(date(2027, 1, 4), Frequency::Weekly, 1, Until::Count(3));
    weekly.skip = vec![date(2027, 1, 11), date(2027, 1, 12)];
    assert_eq!(days(&weekly), [date(2027, 1, 4), date(2027, 1, 18)]);
    weekly.skip = vec![date(2027, 1, 4), date(2027, 1, 11), date(2027, 1, 18)];
    assert_eq!(expand(&weekly), Err(SeriesError::NoDates));
}

#[test]
fn a_series_is_bounded() {
    let daily = |until| series(date(2027, 1, 1), Frequency::Daily, 1, until);
    assert_eq!(days(&daily(Until::Count(MOST_DATES))).len(), 400);
    let too_many = Err(SeriesError::TooMany { at_most: 400 });
    assert_eq!(expand(&daily(Until::Count(MOST_DATES + 1))), too_many);
    assert_eq!(expand(&daily(Until::Date(date(2030, 1, 1)))), too_many);
    let last = date(2028, 2, 4);
    assert_eq!(days(&daily(Until::Date(last))).last(), Some(&last));
}

type Change = fn(&mut Series);

#[test]
fn rules_that_make_no_sense_are_refused_with_the_reason() {
    let monday = date(2027, 1, 4);
    let weekly = series(monday, Frequency::Weekly, 1, Until::Count(3));
    let with_rule = |change: Change| {
        let mut changed = weekly.clone();
        change(&mut changed);
        expand(&changed)
    };
    let table: [(Change, SeriesError); 9] = [
        (|s| s.rule.interval = 0, SeriesError::NoInterval),
        (|s| s.length = 0, SeriesError::NoLength),
        (|s| s.rule.until = Until::Count(0), SeriesError::NoDates),
        (|s| s.rule.until = Until::Date(date(2027, 1, 3)), SeriesError::NoDates),
        (|s| s.rule.weekdays = vec![Weekday::Friday], SeriesError::FirstOutsideRule),
        (|s| s.rule.every = Frequency::MonthlyOnWeekday(Nth::Last), SeriesError::FirstOutsideRule),
        (
            |s| {
                s.rule.every = Frequency::Daily;
                s.rule.weekdays = vec![Weekday::Monday];
            },
            SeriesError::WeekdaysOutsideWeekly,
        ),
        (|s| s.zone = "Europe/Großröhrsdorf".to_owned(), SeriesError::UnknownZone("Europe/Großröhrsdorf".to_owned())),
        (
            |s| {
                s.first = date(9998, 2, 1).at(18, 0, 0, 0);
                s.rule.every = Frequency::Yearly;
            },
            SeriesError::OutOfRange,
        ),
    ];
    for (change, error) in table {
        assert_eq!(with_rule(change), Err(error));
    }
    assert_eq!(SeriesError::TooMany { at_most: 400 }.to_string(), "more than 400 dates");
}

#[test]
fn a_date_across_the_spring_change_is_as_long_as_asked_and_says_what_the_clock_does() {
    let evening = date(2027, 3, 27).at(22, 0, 0, 0);
    let Planned::Certain(night) = plan(evening, 480, BERLIN, Choice::First).unwrap() else {
        panic!("the evening exists");
    };
    assert_eq!(night.end, date(2027, 3, 28).at(7, 0, 0, 0));
    assert_eq!(night.ends.since(night.starts), Span::from_hours(8));
    assert_eq!(night.note, Some(ClockChange::Crossed { forward: 60 }));
}

#[test]
fn a_shifted_start_has_the_full_length() {
    let missing = date(2027, 3, 28).at(2, 30, 0, 0);
    let Planned::Gap(gap) = plan(missing, 45, BERLIN, Choice::Second).unwrap() else {
        panic!("half past two does not exist on that day");
    };
    assert_eq!(gap.shifted_to.end, date(2027, 3, 28).at(4, 15, 0, 0));
    assert_eq!(gap.shifted_to.note, None);
    assert_eq!(resolve(missing, BERLIN, Choice::First).unwrap(), Moment::Gap { shifted_to: gap.shifted_to.start, at: gap.shifted_to.starts });
}

#[test]
fn an_ordinary_time_is_certain_and_without_note() {
    let noon = date(2027, 7, 1).at(12, 0, 0, 0);
    let Moment::Certain { at, note } = resolve(noon, BERLIN, Choice::Second).unwrap() else {
        panic!("noon exists");
    };
    assert_eq!((at.micros(), note), (1_814_436_000_000_000, None));
    assert_eq!(resolve(noon, "Nowhere", Choice::First), Err(SeriesError::UnknownZone("Nowhere".to_owned())));
}
