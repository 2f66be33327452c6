//! One decision at one occasion: load the situation, let time pass, decide, save what came of it.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use booking::code::Code;
use booking::{Outcome, Refusal, Request, Rules, Situation, State, Transition};

use super::booking::{Ask, Booking, Counts, Notice};
use super::store::{self, Fresh};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::ids::{AccountId, BookingId, OccasionId};
use crate::jobs::due;
use crate::keys::Keys;
use crate::organisations::OrganisationId;

/// For how long a cancellation can be taken back: its mails, and offers that follow from it, leave after this time.
pub const UNDO: booking::Span = booking::Span::from_minutes(1);

/// What a feature tells about its occasions.
pub trait Kind {
    /// The word in the booking's row.
    const NAME: &'static str;
    /// What its mails need to know.
    type Facts;
    /// Rules, counters and facts of one occasion.
    fn load(tx: &Tx<'_>, hub: HubId, id: OccasionId) -> DbResult<Option<Occasion<Self::Facts>>>;
    /// Keeps the counters.
    fn count(tx: &Tx<'_>, hub: HubId, id: OccasionId, counts: Counts) -> DbResult<()>;
    /// How often the hub has changed the occasion, where that is part of the SEQUENCE in calendars; a booking that moves to an
    /// occasion that was changed less often must not fall behind.
    fn revision(_: &Self::Facts) -> u32 {
        0
    }
    /// Puts what the person is told into the outbox, to leave not before `leaves`.
    fn announce(tx: &Tx<'_>, hub: HubId, facts: &Self::Facts, booking: &Booking, notice: Notice, leaves: Instant) -> DbResult<()>;
}

/// What is booked, as the feature loads it.
pub struct Occasion<F> {
    /// Its key.
    pub id: OccasionId,
    /// What decides.
    pub rules: Rules,
    /// How full it is.
    pub counts: Counts,
    /// For the feature's mails.
    pub facts: F,
}

/// What came of asking for a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Booked {
    /// Confirmed.
    Confirmed(BookingId),
    /// On the waitlist.
    Waiting(BookingId),
    /// This form has been sent before: the same booking.
    Again(BookingId),
    /// This form has been sent before with other content; another booking needs a new form.
    OtherPerson,
    /// Not possible, with the reason.
    Refused(Refusal),
    /// There is no such occasion.
    Gone,
}

/// Decides at the occasions of one kind, inside a write transaction of the hub.
pub struct Desk<'a, 't, K: Kind> {
    pub(super) tx: &'a Tx<'t>,
    pub(super) hub: HubId,
    pub(super) now: Instant,
    pub(super) by: Option<AccountId>,
    kind: PhantomData<K>,
}

/// An occasion that is being decided on.
pub(super) struct Open<F> {
    pub(super) occasion: Occasion<F>,
    pub(super) situation: Situation,
}

impl<'a, 't, K: Kind> Desk<'a, 't, K> {
    /// A desk in a hub; `by` is the member of staff who acts, if one does.
    pub fn new(tx: &'a Tx<'t>, hub: HubId, now: Instant, by: Option<AccountId>) -> Self {
        Self { tx, hub, now, by, kind: PhantomData }
    }

    /// Books, waits or refuses.
    pub fn book(&self, occasion: OccasionId, ask: &Ask) -> DbResult<Booked> {
        let person = ask.person();
        let known = store::known(self.tx, self.hub, &ask.form_key, person.as_deref(), occasion)?;
        if let Some((id, print)) = known.by_form {
            return Ok(if print == ask.form_print { Booked::Again(id) } else { Booked::OtherPerson });
        }
        let Some(mut open) = self.open(occasion, known.own_seats, self.now)? else {
            return Ok(Booked::Gone);
        };
        let request = Request {
            seats: ask.seats,
            channel: channel(ask),
            waitlist: ask.waitlist,
            overrides: ask.overrides,
            quota: ask.organisation.map(OrganisationId::quota),
        };
        let state = match booking::decide(&request, &open.situation, self.now) {
            Outcome::Confirmed => State::Confirmed,
            Outcome::Waiting { .. } => State::Waiting,
            Outcome::Refused(refusal) => {
                self.close(&open)?;
                return Ok(Booked::Refused(refusal));
            }
        };
        let booking = self.insert(&mut open, state, person.as_deref(), ask)?;
        // Where smaller groups may overtake, somebody who just joined the line may be offered places at once.
        self.pass_time(&mut open, self.now)?;
        self.close(&open)?;
        Ok(if state == State::Confirmed { Booked::Confirmed(booking) } else { Booked::Waiting(booking) })
    }

    /// Lets time pass at one occasion: ends offers and holds, offers what is free. For the job that wakes at deadlines, and after
    /// the rules of an occasion changed.
    pub fn advance(&self, occasion: OccasionId) -> DbResult<()> {
        match self.open(occasion, 0, self.now)? {
            Some(open) => self.close(&open),
            None => due::clear(self.tx, self.hub, due::WAITLIST, occasion.0),
        }
    }

    fn insert(&self, open: &mut Open<K::Facts>, state: State, person: Option<&str>, ask: &Ask) -> DbResult<BookingId> {
        let id = BookingId::new(self.now);
        let code = new_code();
        let since = if state == State::Waiting { open.situation.end_of_line(self.now) } else { self.now };
        store::insert(self.tx, self.hub, &Fresh { id, kind: K::NAME, occasion: open.occasion.id, state, since, code: &code, person, ask }, self.now)?;
        if let Some(by) = self.by {
            store::log_made(self.tx, self.hub, id, state, by, self.now)?;
        }
        let booking = fresh_booking(id, open.occasion.id, state, since, code, ask, self.now);
        open.situation.admit(booking.entry());
        let notice = if state == State::Confirmed { Notice::Confirmed } else { Notice::Waiting };
        K::announce(self.tx, self.hub, &open.occasion.facts, &booking, notice, self.now)?;
        Ok(id)
    }

    /// Loads an occasion and lets time pass; `own_seats` are those of the person who asks. Offers that follow are mailed not before
    /// `leaves`.
    pub(super) fn open(&self, id: OccasionId, own_seats: u32, leaves: Instant) -> DbResult<Option<Open<K::Facts>>> {
        let Some(occasion) = K::load(self.tx, self.hub, id)? else {
            return Ok(None);
        };
        let situation = situation(self.tx, self.hub, &occasion, own_seats)?;
        let mut open = Open { occasion, situation };
        self.pass_time(&mut open, leaves)?;
        Ok(Some(open))
    }

    /// Runs the kernel's `advance` and saves what it did.
    pub(super) fn pass_time(&self, open: &mut Open<K::Facts>, leaves: Instant) -> DbResult<()> {
        for transition in booking::advance(&mut open.situation, self.now) {
            let notice = match transition.to {
                State::Offered => Some(Notice::Offered),
                State::Expired if transition.from == State::Offered => Some(Notice::OfferExpired),
                _ => None,
            };
            self.apply(&open.occasion, &transition, notice, leaves)?;
        }
        Ok(())
    }

    /// Saves one step and tells the person.
    pub(super) fn apply(&self, occasion: &Occasion<K::Facts>, transition: &Transition, notice: Option<Notice>, leaves: Instant) -> DbResult<()> {
        store::step(self.tx, self.hub, transition, self.by)?;
        let Some(notice) = notice else { return Ok(()) };
        let id = BookingId(uuid::Uuid::from_bytes(transition.id.0));
        self.tell(occasion, id, notice, leaves)
    }

    /// Puts a notice into the outbox. Whatever changes a calendar entry raises its sequence first.
    pub(super) fn tell(&self, occasion: &Occasion<K::Facts>, id: BookingId, notice: Notice, leaves: Instant) -> DbResult<()> {
        if matches!(notice, Notice::Changed | Notice::Cancelled | Notice::CancelledByHub | Notice::OccasionChanged) {
            store::raise_sequence(self.tx, self.hub, id, 1)?;
        }
        let Some(booking) = store::booking(self.tx, self.hub, id)? else { return Ok(()) };
        K::announce(self.tx, self.hub, &occasion.facts, &booking, notice, leaves)
    }

    /// Keeps counters and the next deadline.
    pub(super) fn close(&self, open: &Open<K::Facts>) -> DbResult<()> {
        let id = open.occasion.id;
        let counts = counts(&open.situation);
        if counts != open.occasion.counts {
            K::count(self.tx, self.hub, id, counts)?;
        }
        let before = open.occasion.counts;
        match open.situation.next_deadline() {
            Some(at) => due::set(self.tx, self.hub, due::WAITLIST, id.0, at),
            None if before.held + before.waiting > 0 => due::clear(self.tx, self.hub, due::WAITLIST, id.0),
            None => Ok(()),
        }
    }
}

/// What the rules decide on at an occasion, as it is stored.
pub(super) fn situation<F>(tx: &Tx<'_>, hub: HubId, occasion: &Occasion<F>, own_seats: u32) -> DbResult<Situation> {
    let Counts { seated, held, waiting } = occasion.counts;
    let pending = if held + waiting > 0 { store::pending(tx, hub, occasion.id)? } else { Vec::new() };
    let seated_of = if occasion.rules.quotas.is_empty() { BTreeMap::new() } else { store::seated_of(tx, hub, occasion.id)? };
    Ok(Situation { rules: occasion.rules.clone(), seated, seated_of, pending, own_seats })
}

fn counts(situation: &Situation) -> Counts {
    let held = situation.pending.iter().filter(|entry| entry.state.holds_seats()).map(|entry| entry.seats).sum();
    let waiting = situation.pending.iter().filter(|entry| entry.state == State::Waiting).count();
    Counts { seated: situation.seated, held, waiting: u32::try_from(waiting).unwrap_or(u32::MAX) }
}

fn channel(ask: &Ask) -> booking::Channel {
    match ask.channel {
        super::Channel::Web => booking::Channel::Public,
        super::Channel::Staff => booking::Channel::Staff,
    }
}

fn new_code() -> String {
    let random = Keys::random_bytes();
    let mut bytes = [0; 8];
    bytes.copy_from_slice(random.first_chunk::<8>().unwrap_or(&[0; 8]));
    // Stored without the hyphen that helps reading.
    Code::from_bytes(bytes).plain()
}

fn fresh_booking(id: BookingId, occasion: OccasionId, state: State, since: Instant, code: String, ask: &Ask, now: Instant) -> Booking {
    Booking {
        id,
        occasion,
        state,
        seats: ask.seats,
        since,
        deadline: None,
        name: ask.name.clone(),
        email: ask.email.clone(),
        phone: ask.phone.clone(),
        companions: ask.companions.clone(),
        answers: ask.answers.clone(),
        note: ask.note.clone(),
        paper: ask.paper,
        channel: ask.channel,
        lang: ask.lang,
        code,
        sequence: 0,
        created_at: now,
        changed_at: now,
        organisation: ask.organisation,
    }
}
