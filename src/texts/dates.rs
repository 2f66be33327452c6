//! Words for days, times of day and stretches of time.
//! Nouns: a *day* is a civil date, a *range* lies within one day, a *span* has a start and an end with their days.
//! German: "Dienstag, 1. Dezember", "14–16 Uhr"; English: "Tuesday, 1 December", "14:00–16:00" (24 hours).
//! Invariants: a word joiner (U+2060) after the en dash and a no-break space before "Uhr" keep a range in one line;
//! an end at midnight is 24 o'clock of the day before. It must not know of time zones: what it gets is wall time.

use super::Lang;
use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, Time, Weekday};

/// Bytes of a range of times.
const ROOM: usize = 32;

/// Which of the two clocks an hour belongs to that comes twice, in the night when summer time ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// The first time round.
    Summer,
    /// The second time round.
    Winter,
}

/// A wall time on its day; with the season only where the hour comes twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Day and time of day.
    pub at: DateTime,
    /// Set where the time alone could mean two instants.
    pub season: Option<Season>,
}

impl From<DateTime> for Moment {
    fn from(at: DateTime) -> Moment {
        Moment { at, season: None }
    }
}

/// Days as people call them on a day of theirs: with the year where it does not go without saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// Language of the words.
    pub lang: Lang,
    /// The day on which they are read.
    pub today: Date,
}

impl Days {
    /// Whether a day needs its year: it lies in another one than today, unless that is the next and begins soon.
    pub fn is_far(self, date: Date) -> bool {
        date.year() != self.today.year() && !(self.today..self.today.saturating_add(FAR_AHEAD.days())).contains(&date)
    }

    /// "Dienstag, 1. Dezember", "Freitag, 28. November 2031".
    pub fn day(self, date: Date) -> String {
        if self.is_far(date) { day_long(self.lang, date) } else { day(self.lang, date) }
    }

    /// "Di., 1.12.", "Fr., 28.11.2031"; "Tue, 1 Dec", "Fri, 28 Nov 2031".
    pub fn day_short(self, date: Date) -> String {
        let day = day_short(self.lang, date);
        match self.lang {
            _ if !self.is_far(date) => day,
            Lang::De => format!("{day}{}", date.year()),
            Lang::En => format!("{day} {}", date.year()),
        }
    }

    /// From start to end, see [`span`].
    pub fn span(self, start: impl Into<Moment>, end: impl Into<Moment>) -> String {
        spanned(self.lang, start.into(), end.into(), |date| self.day_short(date))
    }

    /// From the first midnight to the last: "ganztägig", over several days "ganztägig bis So., 6.12.".
    pub fn whole_days(self, first: Date, after: Date) -> String {
        let all_day = match self.lang {
            Lang::De => "ganztägig",
            Lang::En => "all day",
        };
        match after.yesterday() {
            Ok(last) if last > first => format!("{all_day} {} {}", until(self.lang), self.day_short(last)),
            _ => all_day.to_owned(),
        }
    }

    /// Days from `first` to `last`: "1. bis 5. Dezember", "30. November bis 6. Dezember", "24. bis 30. November 2031".
    pub fn week(self, first: Date, last: Date) -> String {
        let days = week_range(self.lang, first, last);
        if first.year() == last.year() && self.is_far(first) { format!("{days} {}", first.year()) } else { days }
    }
}

/// From how many days on the next year's days are told with it.
const FAR_AHEAD: i32 = 183;

/// "Dienstag", "Tuesday".
pub const fn weekday_long(lang: Lang, day: Weekday) -> &'static str {
    match (lang, day) {
        (Lang::De, Weekday::Monday) => "Montag",
        (Lang::De, Weekday::Tuesday) => "Dienstag",
        (Lang::De, Weekday::Wednesday) => "Mittwoch",
        (Lang::De, Weekday::Thursday) => "Donnerstag",
        (Lang::De, Weekday::Friday) => "Freitag",
        (Lang::De, Weekday::Saturday) => "Samstag",
        (Lang::De, Weekday::Sunday) => "Sonntag",
        (Lang::En, Weekday::Monday) => "Monday",
        (Lang::En, Weekday::Tuesday) => "Tuesday",
        (Lang::En, Weekday::Wednesday) => "Wednesday",
        (Lang::En, Weekday::Thursday) => "Thursday",
        (Lang::En, Weekday::Friday) => "Friday",
        (Lang::En, Weekday::Saturday) => "Saturday",
        (Lang::En, Weekday::Sunday) => "Sunday",
    }
}

/// "Di", "Tue"; without a full stop, for the heads of a table or a date tile.
pub fn weekday_short(lang: Lang, day: Weekday) -> &'static str {
    let letters = match lang {
        Lang::De => 2,
        Lang::En => 3,
    };
    weekday_long(lang, day).get(..letters).unwrap_or_default()
}

/// "Dezember", "December".
pub fn month_long(lang: Lang, date: Date) -> &'static str {
    month_name(lang, date.month())
}

/// "Dez", "Dec"; three letters, for a date tile.
pub fn month_short(lang: Lang, date: Date) -> &'static str {
    let name = month_name(lang, date.month());
    let end = name.char_indices().nth(3).map_or(name.len(), |(at, _)| at);
    name.get(..end).unwrap_or_default()
}

/// "Dezember 2026", "December 2026".
pub fn month(lang: Lang, date: Date) -> String {
    format!("{} {}", month_long(lang, date), date.year())
}

/// "Dienstag, 1. Dezember 2026", "Tuesday, 1 December 2026".
pub fn day_long(lang: Lang, date: Date) -> String {
    format!("{} {}", day(lang, date), date.year())
}

/// "Dienstag, 1. Dezember", "Tuesday, 1 December": where the year goes without saying.
pub fn day(lang: Lang, date: Date) -> String {
    format!("{}, {} {}", weekday_long(lang, date.weekday()), day_number(lang, date), month_long(lang, date))
}

/// "Di., 1.12.", "Tue, 1 Dec".
pub fn day_short(lang: Lang, date: Date) -> String {
    let weekday = weekday_short(lang, date.weekday());
    match lang {
        Lang::De => format!("{weekday}., {}.{}.", date.day(), date.month()),
        Lang::En => format!("{weekday}, {} {}", date.day(), month_short(lang, date)),
    }
}

/// "heute" or "morgen", seen from `today`; nothing for any other day.
pub fn relative(lang: Lang, date: Date, today: Date) -> Option<&'static str> {
    let (same, next) = match lang {
        Lang::De => ("heute", "morgen"),
        Lang::En => ("today", "tomorrow"),
    };
    if date == today {
        Some(same)
    } else if today.tomorrow().is_ok_and(|tomorrow| tomorrow == date) {
        Some(next)
    } else {
        None
    }
}

/// Days from `first` to `last`: "1. bis 5. Dezember", "30. November bis 6. Dezember"; with years only where they differ.
pub fn week_range(lang: Lang, first: Date, last: Date) -> String {
    let to = until(lang);
    let whole = |date| format!("{} {}", day_number(lang, date), month_long(lang, date));
    if first == last {
        whole(first)
    } else if first.year() != last.year() {
        format!("{} {} {to} {} {}", whole(first), first.year(), whole(last), last.year())
    } else if first.month() != last.month() {
        format!("{} {to} {}", whole(first), whole(last))
    } else {
        format!("{} {to} {}", day_number(lang, first), whole(last))
    }
}

/// "14 Uhr", "13:45 Uhr"; in English "14:00".
pub fn time(lang: Lang, time: Time) -> String {
    let mut text = String::with_capacity(ROOM);
    push_clock(&mut text, lang, time, false);
    text.push_str(unit(lang));
    text
}

/// Within one day: "14–16 Uhr", "10–11:30 Uhr", without an end "ab 14 Uhr"; in English "14:00–16:00", "from 14:00".
///
/// An end at midnight is the end of the day: "22–24 Uhr".
pub fn time_range(lang: Lang, start: Time, end: Option<Time>) -> String {
    let mut text = String::with_capacity(ROOM);
    if end.is_none() {
        text.push_str(match lang {
            Lang::De => "ab ",
            Lang::En => "from ",
        });
    }
    push_clock(&mut text, lang, start, false);
    if let Some(end) = end {
        text.push_str("–\u{2060}");
        push_clock(&mut text, lang, end, true);
    }
    text.push_str(unit(lang));
    text
}

/// From start to end with their days: "Di., 1.12., 14–16 Uhr", "Fr., 4.12., 22 Uhr bis Sa., 5.12., 6 Uhr".
///
/// In the night of the change: "So., 25.10., 2:30 Uhr (Sommerzeit) bis 2:30 Uhr (Winterzeit)".
pub fn span(lang: Lang, start: impl Into<Moment>, end: impl Into<Moment>) -> String {
    spanned(lang, start.into(), end.into(), |date| day_short(lang, date))
}

fn spanned(lang: Lang, start: Moment, end: Moment, day: impl Fn(Date) -> String) -> String {
    let ends_at_midnight = end.at > start.at && end.at.time() == Time::midnight();
    let last_day = if ends_at_midnight { end.at.date().yesterday().ok() } else { None };
    let end_day = last_day.unwrap_or(end.at.date());
    let first = day(start.at.date());
    if start.at.date() == end_day && start.season.is_none() && end.season.is_none() {
        return format!("{first}, {}", time_range(lang, start.at.time(), Some(end.at.time())));
    }
    let from = seasonal(lang, time(lang, start.at.time()), start.season);
    let mut to = String::with_capacity(ROOM);
    push_clock(&mut to, lang, end.at.time(), last_day.is_some());
    to.push_str(unit(lang));
    let to = seasonal(lang, to, end.season);
    if start.at.date() == end_day { format!("{first}, {from} {} {to}", until(lang)) } else { format!("{first}, {from} {} {}, {to}", until(lang), day(end_day)) }
}

/// One moment's time of day: "14 Uhr", "2:30 Uhr (Winterzeit)".
pub fn moment_time(lang: Lang, moment: impl Into<Moment>) -> String {
    let moment = moment.into();
    seasonal(lang, time(lang, moment.at.time()), moment.season)
}

fn month_name(lang: Lang, month: i8) -> &'static str {
    let (de, en) = match month {
        1 => ("Januar", "January"),
        2 => ("Februar", "February"),
        3 => ("März", "March"),
        4 => ("April", "April"),
        5 => ("Mai", "May"),
        6 => ("Juni", "June"),
        7 => ("Juli", "July"),
        8 => ("August", "August"),
        9 => ("September", "September"),
        10 => ("Oktober", "October"),
        11 => ("November", "November"),
        _ => ("Dezember", "December"),
    };
    match lang {
        Lang::De => de,
        Lang::En => en,
    }
}

fn day_number(lang: Lang, date: Date) -> String {
    match lang {
        Lang::De => format!("{}.", date.day()),
        Lang::En => date.day().to_string(),
    }
}

/// The time without "Uhr"; `as_end` makes midnight the end of the day. Lists are full of times: they are written digit by digit.
fn push_clock(text: &mut String, lang: Lang, time: Time, as_end: bool) {
    let hour = if as_end && time == Time::midnight() { 24 } else { time.hour() };
    if lang == Lang::En || hour >= 10 {
        push_digit(text, hour / 10);
    }
    push_digit(text, hour % 10);
    if lang == Lang::En || time.minute() != 0 {
        text.push(':');
        push_digit(text, time.minute() / 10);
        push_digit(text, time.minute() % 10);
    }
}

fn push_digit(text: &mut String, digit: i8) {
    text.push(char::from(b'0' + digit.unsigned_abs()));
}

fn unit(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "\u{a0}Uhr",
        Lang::En => "",
    }
}

fn seasonal(lang: Lang, time: String, season: Option<Season>) -> String {
    match (lang, season) {
        (_, None) => time,
        (Lang::De, Some(Season::Summer)) => format!("{time} (Sommerzeit)"),
        (Lang::De, Some(Season::Winter)) => format!("{time} (Winterzeit)"),
        (Lang::En, Some(Season::Summer)) => format!("{time} (summer time)"),
        (Lang::En, Some(Season::Winter)) => format!("{time} (winter time)"),
    }
}

fn until(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "bis",
        Lang::En => "to",
    }
}
