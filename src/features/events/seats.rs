//! Seats of a date, as a kind of occasion that the booking desk decides on.

use super::event::Topic;
use super::letters;
use super::store;
use crate::bookings::{Booking, Counts, Desk, Kind, Notice, Occasion};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::features::events::occurrence::Occurrence;
use crate::ids::OccasionId;
use crate::jobs::{Job, due};
use crate::organisations;

/// Seats of dates.
pub struct Seats;

/// What a letter about a seat says of the date: read in one go with the rules, because most decisions write a letter.
pub struct Facts {
    /// The date.
    pub occurrence: Occurrence,
    /// Title of its event.
    pub title: String,
    /// Strand of its event.
    pub topic: Topic,
    /// Part of the address of its event.
    pub slug: String,
    /// Where, in one line.
    pub place: String,
    /// Where online.
    pub online_url: String,
    /// What to bring.
    pub bring: String,
    /// Whether it is for people of member organisations.
    pub is_closed: bool,
}

impl Kind for Seats {
    const NAME: &'static str = "seat";
    type Facts = Facts;

    fn load(tx: &Tx<'_>, hub: HubId, id: OccasionId) -> DbResult<Option<Occasion<Facts>>> {
        let Some(facts) = store::facts(tx, hub, id)? else { return Ok(None) };
        let mut rules = facts.occurrence.rules();
        if facts.is_closed {
            rules.quotas = organisations::store::training(tx, hub, facts.occurrence.event.0)?.quotas();
        }
        Ok(Some(Occasion { id, rules, counts: facts.occurrence.counts, facts }))
    }

    fn count(tx: &Tx<'_>, hub: HubId, id: OccasionId, counts: Counts) -> DbResult<()> {
        store::set_counts(tx, hub, id, counts)
    }

    fn revision(facts: &Facts) -> u32 {
        facts.occurrence.sequence
    }

    fn announce(tx: &Tx<'_>, hub: HubId, facts: &Facts, booking: &Booking, notice: Notice, leaves: Instant) -> DbResult<()> {
        letters::post(tx, hub, facts, booking, notice, "", leaves)
    }
}

/// Lets time pass on one date when one of its deadlines has come.
pub const WAITLIST_JOB: Job =
    Job { kind: due::WAITLIST, daily: false, run: |tx, hub, date, now| Desk::<Seats>::new(tx, hub, now, None).advance(OccasionId(date)) };
