//! Random histories: people book, cancel, accept, decline, and change their minds; the hub changes capacity and rules;
//! the clock goes forward and sometimes back. A ledger keeps all bookings as a store would, and counts for itself.
//! Other histories: set `PROPTEST_RNG_SEED` to any number, more of them with `PROPTEST_CASES`.

use std::collections::{BTreeMap, HashMap};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngSeed};

use super::fixtures::{NOW, rules};
use crate::{
    Channel, Entry, EntryId, Instant, MoveError, Outcome, Overrides, Party, Reason, Request, Rules, Situation, Span, State, Transition, Waitlist, accept,
    advance, attend, cancel, confirm, decide, decline, miss, resize, undo_attendance,
};

const HISTORIES: u32 = 3_000;
const SEED: u64 = 20_261_123;

#[derive(Clone, Debug)]
enum Event {
    Book { person: u8, request: Request, first: State },
    Cancel(usize),
    Accept(usize),
    Confirm(usize),
    Decline(usize),
    Attend(usize),
    Miss(usize),
    Undo(usize),
    Resize(usize, u32, Channel, Overrides),
    Capacity(Option<u32>),
    Policy(Waitlist),
    Switch { registration: bool, cancelled: bool },
    Clock(i64),
}

/// All bookings ever made and everything that happened to them.
#[derive(Clone, Debug, PartialEq)]
struct Ledger {
    rules: Rules,
    now: Instant,
    bookings: Vec<(u8, Entry)>,
    made: Vec<(u8, Entry)>,
    log: Vec<Transition>,
}

impl Ledger {
    fn new(rules: Rules) -> Self {
        Self { rules, now: NOW, bookings: vec![], made: vec![], log: vec![] }
    }

    /// Seats taken, counted from the bookings alone.
    fn taken(&self) -> u32 {
        self.bookings
            .iter()
            .filter(|(_, entry)| matches!(entry.state, State::Hold | State::Requested | State::Confirmed | State::Attended | State::NoShow | State::Offered))
            .map(|(_, entry)| entry.seats)
            .sum()
    }

    fn room_for(&self, seats: u32) -> bool {
        self.rules.capacity.is_none_or(|capacity| self.taken() + seats <= capacity)
    }

    fn line(&self) -> Vec<&Entry> {
        let mut line: Vec<&Entry> = self.bookings.iter().map(|(_, entry)| entry).filter(|entry| entry.state == State::Waiting).collect();
        line.sort_by_key(|entry| (entry.since, entry.id));
        line
    }

    fn situation(&self, person: u8) -> Situation {
        let of_state = |wanted: fn(State) -> bool| self.bookings.iter().filter(move |(_, entry)| wanted(entry.state));
        Situation {
            rules: self.rules.clone(),
            seated: of_state(State::is_seated).map(|(_, entry)| entry.seats).sum(),
            pending: of_state(State::is_pending).map(|(_, entry)| entry.clone()).collect(),
            seated_of: BTreeMap::new(),
            own_seats: of_state(State::is_open).filter(|(owner, _)| *owner == person).map(|(_, entry)| entry.seats).sum(),
        }
    }

    fn write(&mut self, step: &Transition) {
        let entry = self.bookings.iter_mut().map(|(_, entry)| entry).find(|entry| entry.id == step.id).expect("a step of an unknown booking");
        assert_eq!(entry.state, step.from, "compare and set");
        assert!(!matches!(step.from, State::Cancelled | State::Declined | State::Expired), "a closed booking was opened again");
        entry.state = step.to;
        entry.seats = step.seats;
        entry.deadline = step.deadline;
        self.log.push(step.clone());
    }

    /// Advances and checks every single step against an own count.
    fn advance(&mut self) {
        let mut situation = self.situation(0);
        for step in advance(&mut situation, self.now) {
            match step.to {
                State::Expired => {
                    let entry = self.booking(step.id);
                    assert!(entry.deadline.is_some_and(|deadline| deadline <= self.now));
                }
                State::Offered => self.check_offer(&step),
                other => panic!("advance made somebody {other:?}"),
            }
            self.write(&step);
        }
        assert_eq!(advance(&mut situation.clone(), self.now), vec![], "idempotent");
        assert_same(&situation, &self.situation(0));
        self.check_nothing_left_undone();
    }

    fn check_offer(&self, step: &Transition) {
        assert!(self.room_for(step.seats), "an offer beyond the free seats");
        assert!(self.rules.registration && !self.rules.cancelled);
        assert!(self.now < self.rules.closes && self.now < self.rules.starts);
        let deadline = step.deadline.expect("an offer without an end");
        assert!(deadline > self.now && deadline <= self.rules.closes.min(self.rules.starts));
        let line = self.line();
        let next = match self.rules.waitlist {
            Waitlist::Strict | Waitlist::Off => line.first(),
            Waitlist::Fill => line.iter().find(|entry| self.room_for(entry.seats)),
        };
        assert_eq!(next.map(|entry| entry.id), Some(step.id), "somebody was overtaken");
    }

    fn check_nothing_left_undone(&self) {
        for (_, entry) in &self.bookings {
            let ends = matches!(entry.state, State::Hold | State::Requested | State::Offered);
            assert!(!ends || entry.deadline.is_some_and(|deadline| deadline > self.now));
        }
        let moves = self.rules.registration && !self.rules.cancelled && self.now < self.rules.closes && self.now < self.rules.starts;
        if moves {
            let line = self.line();
            let left = match self.rules.waitlist {
                Waitlist::Strict | Waitlist::Off => line.first().copied().into_iter().collect(),
                Waitlist::Fill => line,
            };
            for entry in left {
                assert!(!self.room_for(entry.seats), "free seats and somebody who fits waits");
            }
        }
    }

    fn booking(&self, id: EntryId) -> &Entry {
        let found = self.bookings.iter().find(|(_, entry)| entry.id == id);
        &found.expect("a known booking").1
    }

    fn happen(&mut self, event: &Event) {
        let before = self.taken();
        if let Event::Clock(minutes) = event {
            self.now = self.now.plus(Span::from_minutes(*minutes));
        }
        self.advance();
        match event {
            Event::Book { person, request, first } => self.book(*person, request, *first),
            Event::Capacity(capacity) => self.rules.capacity = *capacity,
            Event::Policy(policy) => self.rules.waitlist = *policy,
            Event::Switch { registration, cancelled } => {
                self.rules.registration = *registration;
                self.rules.cancelled = *cancelled;
            }
            Event::Clock(_) => {}
            other => self.touch(other),
        }
        self.advance();
        let bound = self.rules.capacity.map_or(u32::MAX, |capacity| capacity.max(before));
        assert!(self.taken() <= bound, "more seats given than there are");
        assert_eq!(self.situation(0).in_use(self.now), self.taken());
    }

    fn book(&mut self, person: u8, request: &Request, first: State) {
        let mut situation = self.situation(person);
        let outcome = decide(request, &situation, self.now);
        let state = match outcome {
            Outcome::Confirmed => {
                assert!(self.room_for(request.seats), "a booking beyond the free seats");
                assert!(!situation.eligible_waiting(self.now), "somebody was overtaken");
                first
            }
            Outcome::Waiting { position } => {
                assert_eq!(usize::try_from(position).unwrap(), self.line().len() + 1);
                State::Waiting
            }
            Outcome::Refused(refusal) => {
                self.check_refusal(request, &situation, refusal.reason);
                return;
            }
        };
        let deadline = matches!(state, State::Hold | State::Requested).then_some(self.now.plus(Span::from_minutes(90)));
        let number = u128::try_from(self.bookings.len()).unwrap();
        let entry = Entry { id: EntryId(number.to_be_bytes()), seats: request.seats, state, since: situation.end_of_line(self.now), deadline, quota: None };
        situation.admit(entry.clone());
        if let Outcome::Waiting { position } = outcome {
            assert_eq!(situation.position(entry.id), Some(position));
        }
        self.bookings.push((person, entry.clone()));
        self.made.push((person, entry));
        assert_same(&situation, &self.situation(person));
    }

    fn check_refusal(&self, request: &Request, situation: &Situation, reason: Reason) {
        match reason {
            Reason::Full => {
                assert!(!self.room_for(request.seats) && !situation.eligible_waiting(self.now));
            }
            Reason::OthersWait => assert!(!self.line().is_empty()),
            Reason::NeverFits { capacity } => assert!(request.seats > capacity),
            Reason::PersonLimit { at_most, has } => assert!(has + request.seats > at_most),
            _ => {}
        }
    }

    /// An event that concerns one booking.
    fn touch(&mut self, event: &Event) {
        let Some((person, entry)) = self.chosen(event) else {
            return;
        };
        let mut situation = self.situation(person);
        if let Ok(step) = self.attempt(event, &entry, &situation) {
            situation.apply(&step);
            self.write(&step);
            let own_seats = self.situation(person).own_seats;
            assert_same(&Situation { own_seats, ..situation }, &self.situation(person));
        }
    }

    fn chosen(&self, event: &Event) -> Option<(u8, Entry)> {
        let (Event::Cancel(index)
        | Event::Accept(index)
        | Event::Confirm(index)
        | Event::Decline(index)
        | Event::Attend(index)
        | Event::Miss(index)
        | Event::Undo(index)
        | Event::Resize(index, ..)) = event
        else {
            return None;
        };
        // Every other time the booking is one that seems to suit the event, so that long histories stay lively.
        let suits = |state: State| match event {
            Event::Accept(_) => state == State::Offered,
            Event::Confirm(_) => matches!(state, State::Hold | State::Requested),
            Event::Decline(_) => matches!(state, State::Offered | State::Requested),
            Event::Attend(_) | Event::Miss(_) => state == State::Confirmed,
            Event::Undo(_) => matches!(state, State::Attended | State::NoShow),
            _ => state.is_open(),
        };
        let suitable: Vec<&(u8, Entry)> = self.bookings.iter().filter(|(_, entry)| index % 2 == 0 || suits(entry.state)).collect();
        let place = index.checked_rem(suitable.len())?;
        suitable.get(place).map(|found| (*found).clone())
    }

    fn attempt(&self, event: &Event, entry: &Entry, situation: &Situation) -> Result<Transition, MoveError> {
        match event {
            Event::Accept(_) => accept(entry, situation, self.now),
            Event::Confirm(_) => confirm(entry, situation, self.now),
            Event::Decline(_) => decline(entry, self.now),
            Event::Attend(_) => attend(entry, &self.rules, self.now),
            Event::Miss(_) => miss(entry, &self.rules, self.now),
            Event::Undo(_) => undo_attendance(entry, self.now),
            Event::Resize(_, seats, channel, overrides) => resize(entry, *seats, situation, self.now, *channel, *overrides),
            _ => cancel(entry, Party::Guest, self.now),
        }
    }

    /// The bookings as they follow from what was made and what was logged.
    fn replayed(&self) -> Vec<(u8, Entry)> {
        let mut again = Ledger::new(self.rules.clone());
        again.bookings.clone_from(&self.made);
        for step in &self.log {
            again.write(step);
        }
        again.bookings
    }
}

fn assert_same(left: &Situation, right: &Situation) {
    let sorted = |situation: &Situation| {
        let mut copy = situation.clone();
        copy.own_seats = 0;
        copy.pending.sort_by_key(|entry| entry.id);
        copy
    };
    assert_eq!(sorted(left), sorted(right));
    let mut ids: Vec<EntryId> = left.pending.iter().map(|entry| entry.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), left.pending.len(), "somebody waits and holds at once");
}

fn a_request() -> impl Strategy<Value = Request> {
    (prop_oneof![5 => 1_u32..=3, 1 => 0_u32..=7], prop::bool::weighted(0.3), prop::bool::weighted(0.8), any::<bool>(), any::<bool>()).prop_map(
        |(seats, staff, waitlist, limits, window)| Request {
            seats,
            channel: if staff { Channel::Staff } else { Channel::Public },
            waitlist,
            overrides: Overrides { limits, window },
            quota: None,
        },
    )
}

fn a_policy() -> impl Strategy<Value = Waitlist> {
    prop_oneof![
        4 => Just(Waitlist::Strict),
        4 => Just(Waitlist::Fill),
        1 => Just(Waitlist::Off),
    ]
}

fn an_event() -> impl Strategy<Value = Event> {
    let index = 0_usize..40;
    let first = prop_oneof![
        4 => Just(State::Confirmed),
        1 => Just(State::Hold),
        1 => Just(State::Requested),
    ];
    prop_oneof![
        12 => (0_u8..8, a_request(), first).prop_map(|(person, request, first)| Event::Book { person, request, first }),
        6 => index.clone().prop_map(Event::Cancel),
        6 => index.clone().prop_map(Event::Accept),
        2 => index.clone().prop_map(Event::Confirm),
        3 => index.clone().prop_map(Event::Decline),
        1 => index.clone().prop_map(Event::Attend),
        1 => index.clone().prop_map(Event::Miss),
        1 => index.clone().prop_map(Event::Undo),
        4 => (index, 0_u32..7, a_request()).prop_map(|(at, seats, by)| Event::Resize(at, seats, by.channel, by.overrides)),
        3 => prop::option::weighted(0.9, 0_u32..14).prop_map(Event::Capacity),
        1 => a_policy().prop_map(Event::Policy),
        1 => (prop::bool::weighted(0.9), prop::bool::weighted(0.1))
            .prop_map(|(registration, cancelled)| Event::Switch { registration, cancelled }),
        4 => prop_oneof![5 => 1_i64..600, 1 => -120_i64..0, 1 => 1_000_i64..4_000].prop_map(Event::Clock),
    ]
}

fn a_start() -> impl Strategy<Value = Rules> {
    let capacity = prop::option::weighted(0.95, 0_u32..9);
    (capacity, a_policy(), 20_i64..240).prop_map(|(capacity, waitlist, hours)| {
        let closes = NOW.plus(Span::from_hours(hours));
        Rules { capacity, waitlist, closes, starts: closes.plus(Span::from_hours(2)), ..rules() }
    })
}

fn seeded() -> Config {
    let seed = std::env::var("PROPTEST_RNG_SEED").ok();
    let cases = std::env::var("PROPTEST_CASES").ok();
    Config {
        cases: cases.and_then(|text| text.parse().ok()).unwrap_or(HISTORIES),
        rng_seed: RngSeed::Fixed(seed.and_then(|text| text.parse().ok()).unwrap_or(SEED)),
        failure_persistence: None,
        ..Config::default()
    }
}

proptest! {
    #![proptest_config(seeded())]

    #[test]
    fn no_history_gives_more_seats_than_there_are_or_overtakes_anybody(
        start in a_start(),
        events in prop::collection::vec(an_event(), 1..80),
    ) {
        let mut ledger = Ledger::new(start.clone());
        for event in &events {
            ledger.happen(event);
        }
        prop_assert_eq!(ledger.replayed(), ledger.bookings.clone());
        let mut again = Ledger::new(start);
        for event in &events {
            again.happen(event);
        }
        prop_assert_eq!(again, ledger);
    }
}

#[test]
fn the_histories_reach_every_state_in_every_way() {
    let mut runner = proptest::test_runner::TestRunner::new(Config { rng_seed: RngSeed::Fixed(SEED), ..Config::default() });
    let histories = (a_start(), prop::collection::vec(an_event(), 40..80));
    let mut steps: HashMap<(State, State), u32> = HashMap::new();
    for _ in 0..300 {
        let (start, events) = histories.new_tree(&mut runner).unwrap().current();
        let mut ledger = Ledger::new(start);
        for event in &events {
            ledger.happen(event);
        }
        for step in &ledger.log {
            *steps.entry((step.from, step.to)).or_default() += 1;
        }
    }
    for (from, to, at_least) in [
        (State::Waiting, State::Offered, 300),
        (State::Offered, State::Confirmed, 50),
        (State::Offered, State::Declined, 20),
        (State::Offered, State::Expired, 50),
        (State::Offered, State::Cancelled, 20),
        (State::Waiting, State::Cancelled, 20),
        (State::Waiting, State::Waiting, 20),
        (State::Confirmed, State::Cancelled, 50),
        (State::Confirmed, State::Confirmed, 50),
        (State::Confirmed, State::Attended, 10),
        (State::Confirmed, State::NoShow, 3),
        (State::Attended, State::Confirmed, 1),
        (State::Hold, State::Expired, 20),
        (State::Hold, State::Confirmed, 10),
        (State::Requested, State::Declined, 5),
    ] {
        let times = steps.get(&(from, to)).copied().unwrap_or_default();
        assert!(times >= at_least, "{from:?} to {to:?}: {times}");
    }
}
