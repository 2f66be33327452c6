//! What registrations keep about a person, for access (Article 15 GDPR) and erasure (Article 17), over all dates of the hub.

use booking::Party;
use jiff::civil::DateTime;

use super::wording::{history_words, moment_of, state_badge};
use super::{find, load_occasion};
use crate::bookings::store::LogLine;
use crate::bookings::{self, Booking, Changed, Channel, Desk};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::features::events::programme::time_words;
use crate::features::events::seats::Seats;
use crate::features::events::store;
use crate::ids::{AccountId, BookingId};
use crate::mail::outbox::{self, Posted};
use crate::organisations;
use crate::tenancy::Hub;
use crate::texts::Texts;
use crate::texts::dates::{self, Days};

/// Everything that is kept about one registration.
#[derive(Debug, Clone)]
pub struct KeptRegistration {
    /// As it is stored.
    pub booking: Booking,
    /// Title of the event.
    pub title: String,
    /// The member organisation to which it belongs.
    pub organisation: Option<String>,
    /// Wall time of the start.
    pub start: DateTime,
    /// Wall time of the end.
    pub end: DateTime,
    /// Whether the end was left open.
    pub open_end: bool,
    /// In which zone that was agreed.
    pub zone: String,
    /// Whether the date is still to come and the registration stands: erasing it gives the place back first.
    pub is_upcoming: bool,
    /// What happened to it.
    pub history: Vec<LogLine>,
    /// Whether it has said how easy registering was; not what.
    pub rated: bool,
    /// Mails about it.
    pub mails: Vec<Posted>,
}

/// What erasing did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ErasedRegistrations {
    /// How many were cancelled first.
    pub cancelled: u32,
    /// How many were erased.
    pub erased: u32,
}

impl KeptRegistration {
    /// "Dienstag, 8. Dezember 2026, 14–16 Uhr"
    pub fn when(&self, t: Texts) -> String {
        format!(
            "{}, {}",
            dates::day_long(t.lang, self.start.date()),
            time_words(Days { lang: t.lang, today: self.start.date() }, self.start, self.end, self.open_end)
        )
    }

    /// Where it stands.
    pub fn state_words(&self, t: Texts) -> String {
        state_badge(t, self.booking.state).words
    }

    /// What happened to it, with when, in words; how it was made comes first.
    pub fn history_words(&self, t: Texts, hub: &Hub) -> Vec<(String, &'static str)> {
        let made = if self.booking.channel == Channel::Staff { t.events_staff_by_staff() } else { t.events_staff_by_web() };
        let first = (moment_of(t, hub, self.booking.created_at), made);
        [first].into_iter().chain(self.history.iter().map(|line| (moment_of(t, hub, line.at), history_words(t, line)))).collect()
    }
}

/// Registrations whose names, mail address or telephone number begin as typed, the newest first; at most 100.
pub fn registrations_of(tx: &Tx<'_>, hub: HubId, typed: &str, now: Instant) -> DbResult<Vec<KeptRegistration>> {
    match find::patterns(typed) {
        Some(words) => kept_registrations(tx, hub, &store::kept(tx, hub, &words)?, now),
        None => Ok(Vec::new()),
    }
}

/// What was typed as patterns for what search looks through; nothing when there is nothing to look for.
pub fn search_patterns(typed: &str) -> Option<[String; 3]> {
    find::patterns(typed).map(|store::Words(patterns)| patterns)
}

/// These registrations, as far as they are of this hub and still say who it was.
pub fn kept_registrations(tx: &Tx<'_>, hub: HubId, ids: &[BookingId], now: Instant) -> DbResult<Vec<KeptRegistration>> {
    let mut found = Vec::new();
    for id in ids {
        let Some(booking) = bookings::store::booking(tx, hub, *id)?.filter(|booking| !booking.is_erased()) else { continue };
        let Some(dated) = load_occasion(tx, hub, booking.occasion)? else { continue };
        let o = &dated.occurrence;
        let organisation = match booking.organisation {
            Some(one) => organisations::store::organisation(tx, hub, one)?.map(|one| one.name),
            None => None,
        };
        found.push(KeptRegistration {
            title: dated.event.title.clone(),
            organisation,
            start: o.local_start,
            end: o.local_end,
            open_end: o.open_end,
            zone: o.zone.clone(),
            is_upcoming: booking.state.is_open() && now < o.ends,
            history: bookings::store::history(tx, hub, *id)?,
            rated: store::has_rated(tx, hub, *id)?,
            mails: outbox::of_topic(tx, hub, id.0)?,
            booking,
        });
    }
    Ok(found)
}

/// Erases these registrations with their history and mails. One for a date that is still to come is cancelled first, which frees its
/// places and tells the person once more. Doing it twice does no harm.
pub fn erase_registrations(tx: &Tx<'_>, hub: HubId, ids: &[BookingId], by: AccountId, now: Instant) -> DbResult<ErasedRegistrations> {
    let desk = Desk::<Seats>::new(tx, hub, now, Some(by));
    let mut done = ErasedRegistrations::default();
    for kept in kept_registrations(tx, hub, ids, now)? {
        let id = kept.booking.id;
        outbox::forget(tx, hub, id.0)?;
        if kept.is_upcoming && desk.cancel(id, Party::Staff)? == Changed::Done {
            done.cancelled += 1;
        }
        bookings::store::forget_history(tx, hub, id)?;
        done.erased += u32::from(bookings::store::erase(tx, hub, id)?);
    }
    Ok(done)
}
