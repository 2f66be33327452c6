//! Name, telephone and mail address as forms ask for them, whoever fills the form in.

use crate::mail::EmailAddress;
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, clean, is_readable};

/// Longest name that is taken; the longest known personal names fit.
pub const NAME_AT_MOST: usize = 120;
/// Longest telephone number as people write it.
const PHONE_AT_MOST: usize = 40;
/// Fewest digits that can be dialled.
const DIGITS_AT_LEAST: usize = 5;

/// A name is needed, in whatever letters.
pub fn check_name(t: Texts, name: &str, flaws: &mut Flaws) {
    if is_readable(name) {
        check_length(t, "name", name, NAME_AT_MOST, flaws);
    } else {
        flaws.add("name", t.events_flaw_name());
    }
}

/// A telephone number is not needed; what is given must look like one.
pub fn check_phone(t: Texts, phone: &str, flaws: &mut Flaws) {
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    if !phone.is_empty() && (digits < DIGITS_AT_LEAST || phone.chars().count() > PHONE_AT_MOST) {
        flaws.add("phone", t.events_flaw_phone());
    }
}

/// The mail address in a form; empty when none was given, or one that cannot be one, which is a flaw.
pub fn read_email(t: Texts, fields: &Fields, flaws: &mut Flaws) -> String {
    let typed = fields.line("email");
    let email = EmailAddress::parse(&typed);
    if !typed.is_empty() && email.is_none() {
        flaws.add("email", t.events_flaw_email());
    }
    email.map(|email| email.as_str().to_owned()).unwrap_or_default()
}

/// Names of those who come along, one per line. Together with the person who registers they have as many seats as there are; `None` when
/// the number of seats is a flaw already.
pub fn read_companions(t: Texts, fields: &Fields, seats: Option<u32>, flaws: &mut Flaws) -> Vec<String> {
    let names: Vec<String> = fields.lines("companions").lines().map(clean).filter(|name| is_readable(name)).collect();
    if names.iter().any(|name| name.chars().count() > NAME_AT_MOST) {
        flaws.add("companions", t.events_flaw_companion_long(i64::try_from(NAME_AT_MOST).unwrap_or(0)));
    } else if let Some(seats) = seats
        && u32::try_from(names.len()).is_ok_and(|names| names >= seats.max(1))
    {
        flaws.add("companions", t.events_flaw_companions(i64::from(seats)));
    }
    names
}

/// A text that must not be longer than so many letters.
pub fn check_length(t: Texts, field: &str, text: &str, at_most: usize, flaws: &mut Flaws) {
    if text.chars().count() > at_most {
        flaws.add(field, t.events_flaw_long(i64::try_from(at_most).unwrap_or(0)));
    }
}
