//! Reads weekly hours as people write them on a door, and writes them back.
//! "Mo–Fr 9–12, 13–18 Uhr", "Di und Do 14 bis 18", "Sa geschlossen"; one line or several, English likewise.
//! Invariants: what was written back reads the same again; nothing typed makes it panic; times of a day never overlap.

use jiff::civil::{Time, Weekday};

use super::Lang;
use super::dates::{weekday_long, weekday_short};
use super::typed::parse_time;

/// Open on a weekday from … to; midnight as the end is the end of the day.
pub type Span = (Weekday, Time, Time);

/// Why hours cannot be read, each with the part that was typed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WeekMistake {
    /// No day or not a day.
    #[error("{0} is not a day of the week")]
    NotADay(String),
    /// Not a time of day.
    #[error("{0} is not a time of day")]
    NotATime(String),
    /// Days without times.
    #[error("{0} has no times")]
    NoTimes(String),
    /// It ends before it begins.
    #[error("{0} ends before it begins")]
    Backwards(String),
    /// Two times of one day overlap.
    #[error("times overlap")]
    Overlap(Weekday),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    Number(String),
    To,
    And,
}

/// Hours of a week, in the order of days and times.
pub fn parse_week(typed: &str) -> Result<Vec<Span>, WeekMistake> {
    let mut spans: Vec<Span> = Vec::new();
    for line in typed.lines() {
        let tokens = tokens(line);
        let mut rest = tokens.as_slice();
        while !rest.is_empty() {
            let days = take_days(&mut rest)?;
            let times = take_times(&mut rest, line)?;
            spans.extend(days.iter().flat_map(|day| times.iter().map(|(opens, closes)| (*day, *opens, *closes))));
        }
    }
    spans.sort_unstable_by_key(|(day, opens, _)| (day.to_monday_one_offset(), *opens));
    for pair in spans.windows(2) {
        if let [(day, _, closes), (next, opens, _)] = pair
            && day == next
            && (opens < closes || *closes == Time::midnight())
        {
            return Err(WeekMistake::Overlap(*day));
        }
    }
    Ok(spans)
}

/// The hours as they are typed, days in a row with the same hours in one line.
pub fn typed_week(lang: Lang, spans: &[Span]) -> String {
    let mut lines: Vec<(Weekday, Weekday, String)> = Vec::new();
    for day in Weekday::Monday.cycle_forward().take(7) {
        let times: Vec<String> =
            spans.iter().filter(|(own, ..)| *own == day).map(|(_, opens, closes)| format!("{}–{}", clock(*opens, false), clock(*closes, true))).collect();
        let times = times.join(", ");
        match lines.last_mut() {
            _ if times.is_empty() => {}
            Some((_, last, same)) if *same == times && last.next() == day => *last = day,
            _ => lines.push((day, day, times)),
        }
    }
    let days = |first: Weekday, last: Weekday| {
        if first == last { weekday_short(lang, first).to_owned() } else { format!("{}–{}", weekday_short(lang, first), weekday_short(lang, last)) }
    };
    lines.into_iter().map(|(first, last, times)| format!("{} {times}", days(first, last))).collect::<Vec<_>>().join("\n")
}

fn clock(time: Time, as_end: bool) -> String {
    let hour = if as_end && time == Time::midnight() { 24 } else { time.hour() };
    if time.minute() == 0 { hour.to_string() } else { format!("{hour}:{:02}", time.minute()) }
}

/// Words, numbers with their minutes, dashes and commas; everything else only divides.
fn tokens(line: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut run = letter.to_lowercase().to_string();
        if letter.is_alphabetic() {
            while let Some(more) = letters.next_if(|c| c.is_alphabetic()) {
                run.extend(more.to_lowercase());
            }
            match run.as_str() {
                "uhr" | "von" | "from" => {}
                "bis" | "to" => found.push(Token::To),
                "und" | "and" | "sowie" | "u" => found.push(Token::And),
                _ => found.push(Token::Word(run)),
            }
        } else if letter.is_ascii_digit() {
            let mut before = None;
            while let Some(more) = letters.next_if(|c| c.is_ascii_digit() || matches!(c, ':' | '.')) {
                before = Some(more);
                run.push(more);
            }
            if before.is_some_and(|last| matches!(last, ':' | '.')) {
                run.pop();
            }
            found.push(Token::Number(run));
        } else if matches!(letter, '-' | '–' | '—' | '‑') {
            found.push(Token::To);
        } else if matches!(letter, ',' | ';' | '&' | '+' | '/') {
            found.push(Token::And);
        }
    }
    found
}

fn take_days(rest: &mut &[Token]) -> Result<Vec<Weekday>, WeekMistake> {
    let mut days = Vec::new();
    loop {
        let first = match rest.split_first() {
            Some((Token::And, more)) => {
                *rest = more;
                continue;
            }
            Some((Token::Word(word), more)) => {
                *rest = more;
                day(word)?
            }
            Some((Token::Number(number), _)) if days.is_empty() => return Err(WeekMistake::NotADay(number.clone())),
            Some((Token::To, _)) if days.is_empty() => return Err(WeekMistake::NotADay("–".to_owned())),
            _ => return Ok(days),
        };
        match (*rest, first.as_slice()) {
            ([Token::To, Token::Word(word), more @ ..], [from]) => {
                let to = day(word)?;
                let until = to.last().copied().unwrap_or(*from);
                days.extend(from.cycle_forward().take(usize::try_from(from.until(until)).unwrap_or(0) + 1));
                *rest = more;
            }
            _ => days.extend(first),
        }
        if matches!(rest, [Token::Word(word), ..] if is_closed(word)) {
            return Ok(days);
        }
    }
}

fn take_times(rest: &mut &[Token], line: &str) -> Result<Vec<(Time, Time)>, WeekMistake> {
    if let Some((Token::Word(word), more)) = rest.split_first()
        && is_closed(word)
    {
        *rest = more;
        return Ok(Vec::new());
    }
    let mut times = Vec::new();
    loop {
        match rest {
            [Token::Number(from), Token::To, Token::Number(to), more @ ..] => {
                let [opens, closes] = [from, to].map(|typed| parse_time(typed).map_err(|_| WeekMistake::NotATime(typed.clone())));
                let (opens, closes) = (opens?, closes?);
                if closes <= opens && closes != Time::midnight() {
                    return Err(WeekMistake::Backwards(format!("{from}–{to}")));
                }
                times.push((opens, closes));
                *rest = more;
            }
            [Token::And, more @ ..] if !times.is_empty() => *rest = more,
            [Token::Number(number), ..] => return Err(WeekMistake::NotATime(number.clone())),
            _ if times.is_empty() => return Err(WeekMistake::NoTimes(line.trim().to_owned())),
            _ => return Ok(times),
        }
    }
}

fn is_closed(word: &str) -> bool {
    matches!(word, "geschlossen" | "zu" | "closed")
}

/// A day by its name or the beginning of it; "täglich" is all of them.
fn day(word: &str) -> Result<Vec<Weekday>, WeekMistake> {
    let all = Weekday::Monday.cycle_forward().take(7);
    if matches!(word, "täglich" | "daily") {
        return Ok(all.collect());
    }
    let plural = word.strip_suffix('s').unwrap_or(word);
    let is = |day: &Weekday| {
        [(Lang::De, 2), (Lang::En, 3)].into_iter().any(|(lang, letters)| {
            let name = weekday_long(lang, *day).to_lowercase();
            [word, plural].contains(&name.as_str()) || (word.chars().count() == letters && name.starts_with(word))
        })
    };
    if plural == "sonnabend" {
        return Ok(vec![Weekday::Saturday]);
    }
    all.into_iter().find(is).map(|day| vec![day]).ok_or_else(|| WeekMistake::NotADay(word.to_owned()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;
    use proptest::prelude::*;

    use super::*;

    fn read(typed: &str) -> String {
        parse_week(typed).map_or_else(|mistake| mistake.to_string(), |spans| typed_week(Lang::De, &spans))
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (typed, means) in [
            ("Mo–Fr 9–12, 13–18 Uhr", "Mo–Fr 9–12, 13–18"),
            ("Montag bis Freitag: 9.00 bis 12.30 Uhr und 14 bis 18 Uhr", "Mo–Fr 9–12:30, 14–18"),
            ("Mo, Mi und Fr 9-12; Di 14:00-18:00", "Mo 9–12\nDi 14–18\nMi 9–12\nFr 9–12"),
            ("Di. u. Do. von 14 bis 18\nSa geschlossen", "Di 14–18\nDo 14–18"),
            ("Mo-Mi, Fr 9–13", "Mo–Mi 9–13\nFr 9–13"),
            ("Fr–Mo 10–16", "Mo 10–16\nFr–So 10–16"),
            ("täglich 8–24 Uhr", "Mo–So 8–24"),
            ("Sonnabend 9–12", "Sa 9–12"),
            ("Tuesdays and Thu 9:30 to 12", "Di 9:30–12\nDo 9:30–12"),
            ("", ""),
        ] {
            assert_eq!(read(typed), means, "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        for (typed, mistake) in [
            ("9–12", WeekMistake::NotADay("9".to_owned())),
            ("Mo–Fri 9–12", WeekMistake::Overlap(Weekday::Monday)),
            ("Mittwoche 9–12", WeekMistake::NotADay("mittwoche".to_owned())),
            ("Mo 9", WeekMistake::NotATime("9".to_owned())),
            ("Mo 9–25", WeekMistake::NotATime("25".to_owned())),
            ("Mo 12–9", WeekMistake::Backwards("12–9".to_owned())),
            ("Mo", WeekMistake::NoTimes("Mo".to_owned())),
            ("Mo 9–12, 11–14", WeekMistake::Overlap(Weekday::Monday)),
        ] {
            if typed.contains("Fri") {
                assert_eq!(read(typed), "Mo–Fr 9–12");
            } else {
                assert_eq!(parse_week(typed), Err(mistake), "{typed}");
            }
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_makes_it_panic(typed in "[MoDiFr 0-9:.,–\\-uhrbsn\n]{0,40}|.{0,40}") {
            let _ = parse_week(&typed);
        }

        #[test]
        fn what_is_written_back_reads_the_same(days in prop::collection::vec((0_i8..7, 0_i16..90, 1_i16..48), 0..8)) {
            let quarter = |n: i16| { let n = n % 96; time(i8::try_from(n / 4).unwrap(), i8::try_from(n % 4 * 15).unwrap(), 0, 0) };
            let mut spans: Vec<Span> = Vec::new();
            for (day, from, long) in days {
                let day = Weekday::from_monday_zero_offset(day).unwrap();
                if spans.iter().all(|(known, ..)| *known != day) {
                    spans.push((day, quarter(from), quarter((from + long).min(96))));
                }
            }
            spans.sort_unstable_by_key(|(day, opens, _)| (day.to_monday_one_offset(), *opens));
            prop_assert_eq!(parse_week(&typed_week(Lang::De, &spans)), Ok(spans.clone()));
            prop_assert_eq!(parse_week(&typed_week(Lang::En, &spans)), Ok(spans));
        }
    }
}
