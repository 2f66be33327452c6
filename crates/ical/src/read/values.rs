//! Purpose: single values: texts, dates and times, lengths, offsets, numbers (RFC 5545 §3.3).
//! Nouns: [`Stamp`] (a day or a time, its zone not yet applied), [`Length`].
//! URLs: none.
//! Invariants: a value is read whole or not at all.
//! Must not know: which property has it.

use jiff::civil::{Date, DateTime};

/// A day, or a time on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stamp {
    /// `20261201`
    Day(Date),
    /// `20261201T140000`, on the wall of some zone.
    Wall(DateTime),
    /// `20261201T130000Z`
    Utc(DateTime),
}

/// How long something lasts: whole days by the calendar, then seconds by the stopwatch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Length {
    pub days: i64,
    pub seconds: i64,
}

/// Free text: `\n`, `\,`, `\;` and `\\`; control characters are dropped.
pub(super) fn text(value: &str) -> String {
    let mut read = String::with_capacity(value.len());
    let mut rest = value.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.next() {
                Some('n' | 'N') => read.push('\n'),
                Some(other) if matches!(other, '\\' | ';' | ',' | ':' | '"') => read.push(other),
                Some(other) => read.extend(['\\', other]),
                None => read.push('\\'),
            },
            '\u{2028}' | '\u{2029}' | '\u{85}' => read.push('\n'),
            '\t' => read.push(' '),
            c if c.is_control() => {}
            c => read.push(c),
        }
    }
    read.trim().to_owned()
}

/// One line of free text.
pub(super) fn line(value: &str) -> String {
    text(value).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several texts, parted by commas.
pub(super) fn list(value: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut escaped = false;
    for c in value.chars() {
        match (c, parts.last_mut()) {
            (',', _) if !escaped => parts.push(String::new()),
            (_, Some(last)) => last.push(c),
            (_, None) => {}
        }
        escaped = c == '\\' && !escaped;
    }
    parts.iter().map(|part| line(part)).filter(|part| !part.is_empty()).collect()
}

/// A day or a time.
pub(super) fn stamp(value: &str) -> Option<Stamp> {
    let value = value.trim();
    match value.len() {
        8 => day(value).map(Stamp::Day),
        15 => wall(value).map(Stamp::Wall),
        16 => wall(value.strip_suffix(['Z', 'z'])?).map(Stamp::Utc),
        _ => None,
    }
}

/// `P1W`, `P2D`, `PT1H30M`, `P1DT12H`; negative lengths are none.
pub(super) fn length(value: &str) -> Option<Length> {
    let value = value.trim();
    let (days, clock) =
        value.strip_prefix('+').unwrap_or(value).strip_prefix('P').map(|rest| rest.split_once('T').map_or((rest, None), |(a, b)| (a, Some(b))))?;
    let mut length = Length { days: 0, seconds: 0 };
    let mut parts = 0;
    for (part, units) in [(days, "WD"), (clock.unwrap_or_default(), "HMS")] {
        let mut rest = part;
        for unit in units.chars() {
            if let Some((number, after)) = rest.split_once(unit) {
                let number = i64::from(digits(number)?);
                match unit {
                    'W' => length.days += number * 7,
                    'D' => length.days += number,
                    'H' => length.seconds += number * 3600,
                    'M' => length.seconds += number * 60,
                    _ => length.seconds += number,
                }
                parts += 1;
                rest = after;
            }
        }
        if !rest.is_empty() {
            return None;
        }
    }
    (parts > 0).then_some(length)
}

/// `+0100`, `-023000`; the offset in seconds. No place is a day away from UTC.
pub(super) fn offset(value: &str) -> Option<i32> {
    let value = value.trim();
    let (sign, number) = match value.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, value.strip_prefix('+').unwrap_or(value)),
    };
    let part = |from: usize| digits(number.get(from..from + 2)?).and_then(|part| i32::try_from(part).ok());
    let seconds = match number.len() {
        4 => 0,
        6 => part(4)?,
        _ => return None,
    };
    let (hours, minutes) = (part(0)?, part(2)?);
    (hours < 24 && minutes < 60 && seconds < 60).then_some(sign * (hours * 3600 + minutes * 60 + seconds))
}

/// A number without a sign, of at most seven digits.
pub(super) fn digits(text: &str) -> Option<u32> {
    let is_number = !text.is_empty() && text.len() <= 7 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

/// A number that may have a sign.
pub(super) fn signed(text: &str) -> Option<i32> {
    let (sign, number) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    digits(number).and_then(|number| i32::try_from(number).ok()).map(|number| sign * number)
}

fn day(text: &str) -> Option<Date> {
    let part = |from: usize, to: usize| digits(text.get(from..to)?);
    let (year, month, day) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn wall(text: &str) -> Option<DateTime> {
    let (date, time) = text.split_once(['T', 't'])?;
    let part = |from: usize| digits(time.get(from..from + 2)?).and_then(|part| i8::try_from(part).ok());
    if date.len() != 8 || time.len() != 6 {
        return None;
    }
    // A leap second is the second before it (RFC 5545 §3.3.12).
    let time = jiff::civil::Time::new(part(0)?, part(2)?, part(4)?.min(59), 0).ok()?;
    Some(day(date)?.to_datetime(time))
}
