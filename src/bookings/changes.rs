//! What can happen to a booking after it was made.

use booking::{MoveError, Outcome, Overrides, Party, Reason, Refusal, Request, State, Transition};

use super::booking::{Booking, Channel, Contact, Notice};
use super::desk::{Desk, Kind, Open, UNDO};
use super::store;
use crate::db::DbResult;
use crate::ids::{BookingId, OccasionId};
use crate::mail::outbox;

/// What came of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// Done.
    Done,
    /// Already so: the button was pressed twice, or somebody else was faster.
    Already,
    /// Not possible, with the reason.
    Not(MoveError),
    /// There is no such booking.
    Gone,
}

impl<K: Kind> Desk<'_, '_, K> {
    /// Cancels; a guest until it begins. Mails and offers that follow leave after the minute in which it can be undone.
    pub fn cancel(&self, id: BookingId, by: Party) -> DbResult<Changed> {
        // Only when the occasion itself is called off does the mail say that it does not take place.
        let notice = if by == Party::Hub { Notice::CancelledByHub } else { Notice::Cancelled };
        self.change(id, |desk, open, booking| {
            if booking.state == State::Cancelled {
                return Ok(Step::Already);
            }
            if by == Party::Guest
                && let Some(begun) = desk.begun(open)
            {
                return Ok(Step::Not(begun));
            }
            Ok(Step::of(booking::cancel(&booking.entry(), by, desk.now), Some(notice)))
        })
    }

    /// Takes an offer.
    pub fn accept(&self, id: BookingId) -> DbResult<Changed> {
        self.change(id, |desk, open, booking| {
            if booking.state == State::Confirmed {
                return Ok(Step::Already);
            }
            Ok(Step::of(booking::accept(&booking.entry(), &open.situation, desk.now), Some(Notice::Confirmed)))
        })
    }

    /// Turns an offer down.
    pub fn decline(&self, id: BookingId) -> DbResult<Changed> {
        self.change(id, |desk, _, booking| {
            if booking.state == State::Declined {
                return Ok(Step::Already);
            }
            Ok(Step::of(booking::decline(&booking.entry(), desk.now), Some(Notice::OfferDeclined)))
        })
    }

    /// Notes that the group came (`Some(true)`), did not (`Some(false)`), or that neither is known.
    pub fn attendance(&self, id: BookingId, came: Option<bool>) -> DbResult<Changed> {
        self.change(id, |desk, open, booking| {
            let (entry, rules) = (booking.entry(), &open.situation.rules);
            let moved = match (came, booking.state) {
                (Some(true), State::Attended) | (Some(false), State::NoShow) | (None, State::Confirmed) => return Ok(Step::Already),
                (Some(true), _) => booking::attend(&entry, rules, desk.now),
                (Some(false), _) => booking::miss(&entry, rules, desk.now),
                (None, _) => booking::undo_attendance(&entry, desk.now),
            };
            Ok(Step::of(moved, None))
        })
    }

    /// Another number of places; on the web until it begins.
    pub fn resize(&self, id: BookingId, seats: u32, companions: &[String], channel: Channel, overrides: Overrides) -> DbResult<Changed> {
        self.change(id, |desk, open, booking| {
            if booking.seats == seats && booking.companions == companions {
                return Ok(Step::Already);
            }
            if channel == Channel::Web
                && let Some(begun) = desk.begun(open)
            {
                return Ok(Step::Not(begun));
            }
            let channel = if channel == Channel::Staff { booking::Channel::Staff } else { booking::Channel::Public };
            let moved = booking::resize(&booking.entry(), seats, &open.situation, desk.now, channel, overrides);
            if moved.is_ok() {
                store::set_seats(desk.tx, desk.hub, booking, seats, companions, desk.now)?;
            }
            Ok(Step::of(moved, Some(Notice::Changed)))
        })
    }

    /// Corrects who somebody is and how to reach them. The history says that it happened, not how it was before.
    pub fn correct(&self, id: BookingId, is: &Contact) -> DbResult<Changed> {
        let Some(booking) = store::booking(self.tx, self.hub, id)? else { return Ok(Changed::Gone) };
        if Contact::from(&booking) == *is {
            return Ok(Changed::Already);
        }
        store::set_contact(self.tx, self.hub, &booking, is, self.by, self.now)?;
        Ok(Changed::Done)
    }

    /// Moves a booking to another occasion: there it must be possible at once, then the old place is freed. Code, link and
    /// calendar entry stay the same. On the web until the old occasion begins.
    pub fn move_to(&self, id: BookingId, target: OccasionId, channel: Channel, overrides: Overrides) -> DbResult<Changed> {
        let Some(occasion) = store::booking(self.tx, self.hub, id)?.map(|booking| booking.occasion) else { return Ok(Changed::Gone) };
        if occasion == target {
            return Ok(Changed::Already);
        }
        let Some(mut from) = self.open(occasion, 0, self.now)? else { return Ok(Changed::Gone) };
        // Read after time has passed: an offer that just ended must not be moved.
        let booking = store::booking(self.tx, self.hub, id)?.filter(|booking| !booking.is_erased());
        let person = booking.as_ref().and_then(|booking| super::person_of(&booking.email, &booking.phone));
        let own_seats = person.map_or(Ok(0), |person| store::own_seats(self.tx, self.hub, &person, target))?;
        let answer = match (booking, self.open(target, own_seats, self.now)?) {
            (Some(booking), Some(mut to)) => {
                let answer = self.decide_move(&booking, &mut from, &mut to, (channel, overrides))?;
                self.close(&to)?;
                answer
            }
            _ => Changed::Gone,
        };
        self.close(&from)?;
        Ok(answer)
    }

    fn decide_move(
        &self,
        booking: &Booking,
        from: &mut Open<K::Facts>,
        to: &mut Open<K::Facts>,
        (channel, overrides): (Channel, Overrides),
    ) -> DbResult<Changed> {
        if !booking.state.is_open() {
            return Ok(Changed::Not(MoveError::WrongState { found: booking.state }));
        }
        if channel == Channel::Web
            && let Some(begun) = self.begun(from)
        {
            return Ok(Changed::Not(begun));
        }
        let channel = if channel == Channel::Staff { booking::Channel::Staff } else { booking::Channel::Public };
        let quota = booking.entry().quota;
        let request = Request { seats: booking.seats, channel, waitlist: false, overrides, quota };
        match booking::decide(&request, &to.situation, self.now) {
            Outcome::Refused(refusal) => Ok(Changed::Not(MoveError::Refused(refusal))),
            Outcome::Confirmed | Outcome::Waiting { .. } => self.carry_over(booking, from, to).map(|()| Changed::Done),
        }
    }

    fn carry_over(&self, booking: &Booking, from: &mut Open<K::Facts>, to: &mut Open<K::Facts>) -> DbResult<()> {
        let entry = booking.entry();
        let left = Transition {
            id: entry.id,
            from: entry.state,
            to: State::Cancelled,
            seats: entry.seats,
            at: self.now,
            deadline: None,
            cause: booking::Cause::Asked,
            quota: entry.quota,
        };
        store::set_occasion(self.tx, self.hub, booking, to.occasion.id, self.by, self.now)?;
        from.situation.apply(&left);
        to.situation.admit(booking::Entry { state: State::Confirmed, deadline: None, since: self.now, ..entry });
        let behind = K::revision(&from.occasion.facts).saturating_sub(K::revision(&to.occasion.facts));
        store::raise_sequence(self.tx, self.hub, booking.id, behind)?;
        self.tell(&to.occasion, booking.id, Notice::Changed, self.now)?;
        self.pass_time(from, self.now)
    }

    /// What is over is not changed by guests any more: who came is what staff noted.
    fn begun(&self, open: &Open<K::Facts>) -> Option<MoveError> {
        let refusal = Refusal { reason: Reason::Started, free: open.situation.free(self.now), can_wait: false };
        (self.now >= open.situation.rules.starts).then_some(MoveError::Refused(refusal))
    }

    /// Takes a cancellation back while its mails have not left. Offers that followed from it and have not been mailed are taken
    /// back too; if the place has gone on nevertheless, nothing changes. A guest takes back only what a guest has cancelled.
    pub fn restore(&self, id: BookingId, by: Party) -> DbResult<Changed> {
        self.change(id, |desk, open, booking| {
            if booking.state == State::Confirmed {
                return Ok(Step::Already);
            }
            if booking.state != State::Cancelled {
                return Ok(Step::Not(MoveError::WrongState { found: booking.state }));
            }
            if by == Party::Guest && !store::guest_cancelled(desk.tx, desk.hub, id)? {
                return Ok(Step::Not(MoveError::WrongState { found: booking.state }));
            }
            if desk.now >= booking.changed_at.plus(UNDO) {
                return Ok(Step::Not(MoveError::DeadlinePassed { at: booking.changed_at.plus(UNDO) }));
            }
            desk.rescind_offers(open, &booking.entry())?;
            let moved = booking::restore(&booking.entry(), &open.situation, desk.now);
            if moved.is_ok() {
                for notice in [Notice::Cancelled, Notice::CancelledByHub] {
                    desk.withdraw(booking.id, notice)?;
                }
            }
            Ok(Step::of(moved, None))
        })
    }

    /// Takes back the newest offers whose mails have not left, until there is room for a booking.
    fn rescind_offers(&self, open: &mut Open<K::Facts>, wanted: &booking::Entry) -> DbResult<()> {
        let mut offers: Vec<_> = open.situation.pending.iter().filter(|entry| entry.state == State::Offered).cloned().collect();
        offers.sort_by_key(|entry| std::cmp::Reverse((entry.since, entry.id)));
        for offer in offers {
            if open.situation.has_room(wanted.seats, wanted.quota, self.now) {
                break;
            }
            let id = BookingId(uuid::Uuid::from_bytes(offer.id.0));
            if self.withdraw(id, Notice::Offered)? > 0
                && let Ok(back) = booking::rescind(&offer, self.now)
            {
                self.apply(&open.occasion, &back, None, self.now)?;
                open.situation.apply(&back);
            }
        }
        Ok(())
    }

    fn withdraw(&self, id: BookingId, notice: Notice) -> DbResult<u64> {
        outbox::withdraw(self.tx, self.hub, id.0, &outbox_kind::<K>(notice), self.now)
    }

    /// Loads a booking and its occasion, makes one step, saves it, lets the freed places go on.
    fn change(&self, id: BookingId, decide: impl Fn(&Self, &mut Open<K::Facts>, &Booking) -> DbResult<Step>) -> DbResult<Changed> {
        let Some(occasion) = store::booking(self.tx, self.hub, id)?.map(|booking| booking.occasion) else {
            return Ok(Changed::Gone);
        };
        let Some(mut open) = self.open(occasion, 0, self.now)? else { return Ok(Changed::Gone) };
        // Read after time has passed: an offer that just ended must not be taken.
        let Some(booking) = store::booking(self.tx, self.hub, id)?.filter(|booking| !booking.is_erased()) else { return Ok(Changed::Gone) };
        let person = super::person_of(&booking.email, &booking.phone);
        open.situation.own_seats = person.map_or(Ok(booking.seats), |person| store::own_seats(self.tx, self.hub, &person, occasion))?;
        let answer = match decide(self, &mut open, &booking)? {
            Step::Already => Changed::Already,
            Step::Not(error) => {
                // What was freed on the way to a no goes on to those who wait.
                self.pass_time(&mut open, self.now)?;
                Changed::Not(error)
            }
            Step::Make(transition, notice) => {
                let leaves = if transition.to == State::Cancelled { self.now.plus(UNDO) } else { self.now };
                self.apply(&open.occasion, &transition, notice, leaves)?;
                open.situation.apply(&transition);
                self.pass_time(&mut open, leaves)?;
                Changed::Done
            }
        };
        self.close(&open)?;
        Ok(answer)
    }
}

/// What a change decides.
enum Step {
    Make(Transition, Option<Notice>),
    Already,
    Not(MoveError),
}

impl Step {
    fn of(moved: Result<Transition, MoveError>, notice: Option<Notice>) -> Self {
        moved.map_or_else(Self::Not, |transition| Self::Make(transition, notice))
    }
}

/// The kind of an outbox row: which feature words it, and what it says.
pub(crate) fn outbox_kind<K: Kind>(notice: Notice) -> String {
    format!("{}.{}", K::NAME, notice.as_str())
}

/// Whether waiting would help: the places are gone or others wait for them.
pub fn is_full(reason: &Reason) -> bool {
    matches!(reason, Reason::Full | Reason::OthersWait | Reason::QuotaFull { .. })
}
