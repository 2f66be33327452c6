//! A booking and what is asked for one.

use booking::{Overrides, State};
use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::ids::{BookingId, OccasionId};
use crate::organisations::OrganisationId;
use crate::texts::Lang;
use crate::texts::spelling::fold;

/// A booking as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    /// Key; also the root of the calendar UID.
    pub id: BookingId,
    /// What is booked.
    pub occasion: OccasionId,
    /// Where it stands.
    pub state: State,
    /// How many places.
    pub seats: u32,
    /// Place in the queue.
    pub since: Instant,
    /// When a hold or an offer ends.
    pub deadline: Option<Instant>,
    /// Who booked.
    pub name: String,
    /// Empty when the person has no mail address.
    pub email: String,
    /// Empty when not given.
    pub phone: String,
    /// Names of those who come along, as far as given.
    pub companions: Vec<String>,
    /// Answers to the occasion's own questions.
    pub answers: Vec<Answer>,
    /// A sentence to the hub.
    pub note: String,
    /// Confirmation on paper.
    pub paper: Paper,
    /// How it was made.
    pub channel: Channel,
    /// Language of mails.
    pub lang: Lang,
    /// Eight letters and digits to say at the door.
    pub code: String,
    /// SEQUENCE of the last calendar message (RFC 5545, 3.8.7.4).
    pub sequence: u32,
    /// When it was made.
    pub created_at: Instant,
    /// When it last changed.
    pub changed_at: Instant,
    /// To which member organisation it belongs; none in the public programme.
    pub organisation: Option<OrganisationId>,
}

impl Booking {
    /// The booking as the kernel sees it.
    pub fn entry(&self) -> booking::Entry {
        let quota = self.organisation.map(OrganisationId::quota);
        booking::Entry { id: booking::EntryId(*self.id.0.as_bytes()), seats: self.seats, state: self.state, since: self.since, deadline: self.deadline, quota }
    }

    /// Whether it no longer says who it was: names are never empty until then.
    pub fn is_erased(&self) -> bool {
        self.name.is_empty()
    }

    /// Whether mails reach the person.
    pub fn has_mail(&self) -> bool {
        !self.email.is_empty()
    }
}

/// Who somebody is and how to reach them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Name.
    pub name: String,
    /// Mail address or empty.
    pub email: String,
    /// Telephone or empty.
    pub phone: String,
    /// A sentence to the hub.
    pub note: String,
}

impl From<&Booking> for Contact {
    fn from(booking: &Booking) -> Self {
        Self { name: booking.name.clone(), email: booking.email.clone(), phone: booking.phone.clone(), note: booking.note.clone() }
    }
}

/// One answer to one of the occasion's own questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The question as it was asked.
    pub question: String,
    /// What the person said.
    pub answer: String,
}

/// Who makes a booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// The person, on the web.
    Web,
    /// Staff, at the telephone or the counter.
    Staff,
}

impl Channel {
    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Staff => "staff",
        }
    }

    /// From the word in the database.
    pub fn parse(word: &str) -> Self {
        if word == "staff" { Self::Staff } else { Self::Web }
    }
}

/// How the person wants the confirmation on paper, if at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// No paper.
    None,
    /// By post.
    Letter,
    /// A slip at the counter.
    Slip,
}

impl Paper {
    /// The word in forms and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Letter => "letter",
            Self::Slip => "slip",
        }
    }

    /// From that word.
    pub fn parse(word: &str) -> Self {
        match word {
            "letter" => Self::Letter,
            "slip" => Self::Slip,
            _ => Self::None,
        }
    }
}

/// What somebody asks for: checked input, not yet decided.
#[derive(Debug, Clone)]
pub struct Ask {
    /// How many places.
    pub seats: u32,
    /// Whether the person would wait.
    pub waitlist: bool,
    /// Who asks on which way.
    pub channel: Channel,
    /// What staff override; ignored on the web.
    pub overrides: Overrides,
    /// Who.
    pub name: String,
    /// Mail address or empty.
    pub email: String,
    /// Telephone or empty.
    pub phone: String,
    /// Names of those who come along.
    pub companions: Vec<String>,
    /// Answers to own questions.
    pub answers: Vec<Answer>,
    /// A sentence to the hub.
    pub note: String,
    /// Confirmation on paper.
    pub paper: Paper,
    /// Language of mails.
    pub lang: Lang,
    /// The form's key: the same form twice is one booking.
    pub form_key: String,
    /// Fingerprint of the form's fields.
    pub form_print: [u8; 32],
    /// For which member organisation; none in the public programme.
    pub organisation: Option<OrganisationId>,
}

impl Ask {
    /// By what the limit per person knows the person.
    pub fn person(&self) -> Option<String> {
        person_of(&self.email, &self.phone)
    }
}

/// By what the limit per person knows somebody: the mail address without case and without what follows a plus, at the large
/// provider that ignores them also without dots and with its two domains as one; else the digits of the telephone number; else nobody in particular.
pub fn person_of(email: &str, phone: &str) -> Option<String> {
    if let Some((local, domain)) = email.trim().to_lowercase().split_once('@') {
        let local = local.split('+').next().unwrap_or(local);
        let dotless = matches!(domain, "gmail.com" | "googlemail.com");
        let domain = if dotless { "gmail.com" } else { domain };
        let local = if dotless { local.replace('.', "") } else { local.to_owned() };
        return Some(format!("{local}@{domain}"));
    }
    let digits = national_digits(phone);
    (digits.len() >= 5).then_some(digits)
}

/// The digits of a telephone number as it is dialled within the country: "+49 35952 01234" and "035952/01234" are the same.
pub fn national_digits(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    digits.strip_prefix("0049").or_else(|| digits.strip_prefix("49")).map_or(digits.clone(), |rest| format!("0{}", rest.trim_start_matches('0')))
}

/// What search looks through: names and mail address in the folded spelling, the telephone number as digits; blanks around it, so
/// that words are found by how they begin.
pub fn folded(name: &str, companions: &[String], email: &str, phone: &str) -> String {
    let words = fold(&format!("{name} {} {email}", companions.join(" ")));
    format!(" {words} {} ", national_digits(phone))
}

/// How full an occasion is. Counters that `nabe check` derives again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Places confirmed, attended or missed.
    pub seated: u32,
    /// Places held: open offers, holds, requests.
    pub held: u32,
    /// Entries that wait.
    pub waiting: u32,
}

/// What a person is told. The feature words it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// The place is certain.
    Confirmed,
    /// On the waitlist.
    Waiting,
    /// A place became free and is held for the person until a deadline.
    Offered,
    /// The offer's time is over.
    OfferExpired,
    /// The person said no to the offer.
    OfferDeclined,
    /// Number of places or date changed at the person's wish.
    Changed,
    /// The person cancelled.
    Cancelled,
    /// The hub cancelled this booking or the occasion.
    CancelledByHub,
    /// The hub changed time or place of the occasion.
    OccasionChanged,
    /// A message of the hub to everybody who booked.
    Message,
    /// The day before.
    Reminder,
    /// The day after, to those who were there.
    Thanks,
}

impl Notice {
    /// The word in the outbox.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::OfferExpired => "offer_expired",
            Self::OfferDeclined => "offer_declined",
            Self::Changed => "changed",
            Self::Cancelled => "cancelled",
            Self::CancelledByHub => "cancelled_by_hub",
            Self::OccasionChanged => "occasion_changed",
            Self::Message => "message",
            Self::Reminder => "reminder",
            Self::Thanks => "thanks",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::person_of;

    #[test]
    fn variants_of_an_address_are_one_person() {
        let anna = person_of("anna@example.org", "");
        for variant in ["Anna@Example.org", " anna@example.org ", "anna+kurs@example.org"] {
            assert_eq!(person_of(variant, ""), anna, "{variant}");
        }
        assert_eq!(person_of("a.n.n.a@gmail.com", ""), person_of("anna@gmail.com", ""));
        assert_ne!(person_of("a.nna@example.org", ""), anna, "elsewhere dots tell people apart");
        assert_eq!(person_of("", "035952 01234"), person_of("", "+49 35952 01234"));
        assert_eq!(person_of("", "0049 35952/01234"), person_of("", "035952-01234"));
        assert_eq!(person_of("", ""), None);
    }
}
