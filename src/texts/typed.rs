//! Reads what people type: days, times of day, telephone numbers.
//! Nouns: a *mistake* says why something typed cannot be read, so that the page can say what to write instead.
//! Sources: DIN 5008 and everyday writing for dates and times; E.164 and RFC 3966 for telephone numbers.
//! Invariants: nothing typed makes it panic; it never guesses where two readings are possible.
//! It must not know of fields and pages, nor ask the clock: today is passed in.

use super::Lang;
use super::dates::{month_long, weekday_long};
use jiff::ToSpan as _;
use jiff::civil::{Date, Time, Weekday};

/// For so many days a day typed without a year may be meant as the one that has passed.
const JUST_PASSED: i64 = 90;

/// Why something typed cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Mistake {
    /// Nothing but blanks.
    #[error("nothing was typed")]
    Blank,
    /// No known way of writing a day.
    #[error("this is not a day")]
    NotADay,
    /// Written like a day, but the calendar has none such (31 February).
    #[error("the calendar has no such day")]
    NoSuchDay,
    /// The weekday does not fall on the date beside it.
    #[error("the weekday does not fall on this date")]
    OtherWeekday,
    /// No time of day, or one in no known way of writing.
    #[error("this is not a time of day")]
    NotATime,
}

/// A day as typed: "10.12.", "10.12.26", "2026-12-10", "10. Dezember", "Do, 10.12.", "Donnerstag", "heute"; English likewise.
///
/// Without a year it is the next such day, `today` included.
pub fn parse_day(typed: &str, today: Date) -> Result<Date, Mistake> {
    let plain = typed.replace('\u{2060}', "").trim().to_lowercase();
    if plain.is_empty() {
        return Err(Mistake::Blank);
    }
    if let Some(iso) = iso_day(&plain) {
        return iso;
    }
    let parts: Vec<&str> = plain.split(|c: char| c == '.' || c == ',' || c.is_whitespace()).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [word] => day_by_word(word, today),
        [first, rest @ ..] => match weekday(first) {
            Some(wanted) => {
                let date = day_by_numbers(rest, today)?;
                if date.weekday() == wanted { Ok(date) } else { Err(Mistake::OtherWeekday) }
            }
            None => day_by_numbers(&parts, today),
        },
        [] => Err(Mistake::NotADay),
    }
}

/// The day of the last months that somebody has typed without its year, where [`parse_day`] takes the one a year later: whether the year
/// was forgotten or the day mistaken, only they know.
pub fn just_passed(typed: &str, today: Date) -> Option<Date> {
    let next = parse_day(typed, today).ok()?;
    let last = parse_day(typed, today.saturating_sub(JUST_PASSED.days())).ok()?;
    (last < today && last != next && (last.month(), last.day()) == (next.month(), next.day())).then_some(last)
}

/// A time of day as typed: "14", "14:00", "14.30", "14 Uhr", "14.30 Uhr". Minutes have two digits: "9.5" could be half past.
///
/// "24:00" is midnight; as the end of something it means the end of the day.
pub fn parse_time(typed: &str) -> Result<Time, Mistake> {
    let plain = typed.trim().to_lowercase();
    if plain.is_empty() {
        return Err(Mistake::Blank);
    }
    let clock = plain.strip_suffix("uhr").map_or(plain.as_str(), str::trim_end);
    let (hour, minute) = match clock.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return Err(Mistake::NotATime),
        None => (clock, "00"),
    };
    let hour = number(hour, 2).ok_or(Mistake::NotATime)?;
    let minute = number(minute, 2).ok_or(Mistake::NotATime)?;
    let hour = if (hour, minute) == (24, 0) { 0 } else { hour };
    let (Ok(hour), Ok(minute)) = (i8::try_from(hour), i8::try_from(minute)) else {
        return Err(Mistake::NotATime);
    };
    Time::new(hour, minute, 0, 0).map_err(|_| Mistake::NotATime)
}

/// The number for a `tel:` link: "035952 01234" gives "+493595201234". A number without a prefix (115) stays as it is.
///
/// None when it holds anything but one number: letters, or more than the 15 digits of E.164.
pub fn phone_href(typed: &str) -> Option<String> {
    let known = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+()/.-\u{2010}\u{2011}–\u{2060}".contains(c);
    let plain = typed.trim();
    let digits_of = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    if !plain.chars().all(known) || plain.chars().skip(1).any(|c| c == '+') && !plain.starts_with("(+") {
        return None;
    }
    let international = plain.trim_start_matches('(').starts_with('+') || digits_of(plain).starts_with("00");
    // In "+49 (0)35952" and "+49 035952" the zero is only dialled within the country. Italy writes and dials its own,
    // hence without brackets only the German one goes.
    let digits = digits_of(&if international { plain.replacen("(0)", "", 1) } else { plain.to_owned() });
    let href = if international {
        let number = digits.trim_start_matches('0');
        number.strip_prefix("490").map_or_else(|| format!("+{number}"), |national| format!("+49{national}"))
    } else if let Some(national) = digits.strip_prefix('0') {
        format!("+49{national}")
    } else {
        digits
    };
    (3..=15).contains(&href.trim_start_matches('+').len()).then_some(href)
}

/// "2026-12-10"; none when it is not written that way.
fn iso_day(plain: &str) -> Option<Result<Date, Mistake>> {
    let parts: Vec<&str> = plain.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    if year.len() != 4 {
        return None;
    }
    let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
    Some(date(year, month, day).ok_or(Mistake::NoSuchDay))
}

fn day_by_word(word: &str, today: Date) -> Result<Date, Mistake> {
    let ahead = match word {
        "heute" | "today" => 0,
        "morgen" | "tomorrow" => 1,
        "übermorgen" => 2,
        _ => today.weekday().until(weekday(word).ok_or(Mistake::NotADay)?),
    };
    let mut date = today;
    for _ in 0..ahead {
        date = date.tomorrow().map_err(|_| Mistake::NoSuchDay)?;
    }
    Ok(date)
}

/// Day, month by number or name, and perhaps a year.
fn day_by_numbers(parts: &[&str], today: Date) -> Result<Date, Mistake> {
    let (day, month, year) = match parts {
        [day, month] => (day, month, None),
        [day, month, year] => (day, month, Some(*year)),
        _ => return Err(Mistake::NotADay),
    };
    let day = number(day, 2).ok_or(Mistake::NotADay)?;
    let month = number(month, 2).or_else(|| month_number(month)).ok_or(Mistake::NotADay)?;
    let Some(year) = year else {
        // 29 February may be eight years away: 2100 has none.
        let years = today.year()..=today.year().saturating_add(8);
        return years.filter_map(|year| date(year, month, day)).find(|date| *date >= today).ok_or(Mistake::NoSuchDay);
    };
    let number = number(year, 4).ok_or(Mistake::NotADay)?;
    let year = match year.len() {
        2 => number + 2000,
        4 => number,
        _ => return Err(Mistake::NotADay),
    };
    date(year, month, day).ok_or(Mistake::NoSuchDay)
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Digits alone, at most `most` of them.
fn number(text: &str, most: usize) -> Option<i16> {
    let digits = text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

/// By its name or the beginning of it that is usual; in Saxony Saturday has two names.
fn weekday(word: &str) -> Option<Weekday> {
    if word == "sonnabend" {
        return Some(Weekday::Saturday);
    }
    Weekday::Monday.cycle_forward().take(7).find(|day| is_name(word, weekday_long(Lang::De, *day), 2) || is_name(word, weekday_long(Lang::En, *day), 3))
}

fn month_number(word: &str) -> Option<i16> {
    match word {
        "mrz" | "maerz" => return Some(3),
        "sept" => return Some(9),
        _ => {}
    }
    (1..=12)
        .find(|month| date(2000, *month, 1).is_some_and(|date| is_name(word, month_long(Lang::De, date), 3) || is_name(word, month_long(Lang::En, date), 3)))
}

/// The whole name, or its first `letters`.
fn is_name(word: &str, name: &str, letters: usize) -> bool {
    let name = name.to_lowercase();
    word == name || (word.chars().count() == letters && name.starts_with(word))
}
