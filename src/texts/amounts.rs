//! Words for amounts: money, how long something takes, figures with a decimal.
//! Nouns: *cents* are whole euro cents, *minutes* whole minutes.
//! German: "12,50 €", "1 Stunde 30 Minuten"; English: "€12.50", "1 hour 30 minutes".
//! Invariants: a no-break space between number and unit sign; whole euros are written without cents.
//! It must not know what is paid for or what lasts.

use super::Lang;

/// "5 €", "12,50 €", "1.250 €"; in English "€5", "€12.50", "€1,250". Below zero with a minus sign (U+2212).
pub fn euros(lang: Lang, cents: i64) -> String {
    let (group, point) = match lang {
        Lang::De => ('.', ','),
        Lang::En => (',', '.'),
    };
    let total = cents.unsigned_abs();
    let sign = if cents < 0 { "\u{2212}" } else { "" };
    let whole = grouped(total / 100, group);
    let number = match total % 100 {
        0 => whole,
        rest => format!("{whole}{point}{rest:02}"),
    };
    match lang {
        Lang::De => format!("{sign}{number}\u{a0}€"),
        Lang::En => format!("{sign}€{number}"),
    }
}

/// A number of tenths: "4,5"; in English "4.5".
pub fn tenths(lang: Lang, tenths: u32) -> String {
    let point = if lang == Lang::De { ',' } else { '.' };
    format!("{}{point}{}", tenths / 10, tenths % 10)
}

/// "45 Minuten", "1 Stunde 30 Minuten", "2 Tage": how long something takes, in the case of a bare answer.
///
/// Days are 24 hours here; parts that are zero are left out.
pub fn duration(lang: Lang, minutes: u32) -> String {
    let parts = [
        (minutes / 1440, ["Tag", "Tage", "day", "days"]),
        (minutes / 60 % 24, ["Stunde", "Stunden", "hour", "hours"]),
        (minutes % 60, ["Minute", "Minuten", "minute", "minutes"]),
    ];
    let word = |count: u32, [de_one, de_many, en_one, en_many]: [&'static str; 4]| match (lang, count) {
        (Lang::De, 1) => de_one,
        (Lang::De, _) => de_many,
        (Lang::En, 1) => en_one,
        (Lang::En, _) => en_many,
    };
    let said: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, words)| format!("{count} {}", word(count, words))).collect();
    if said.is_empty() {
        let [.., (_, words)] = parts;
        return format!("0 {}", word(0, words));
    }
    said.join(" ")
}

fn grouped(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A figure with one decimal, never more than it is: "4,4", "4.4".
pub fn decimal(lang: Lang, value: f64) -> String {
    let text = format!("{:.1}", (value * 10.0).floor() / 10.0);
    match lang {
        Lang::De => text.replace('.', ","),
        Lang::En => text,
    }
}
