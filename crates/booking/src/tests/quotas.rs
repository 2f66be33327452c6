//! Quotas: an organisation may have so many seats and no more; whoever waits for them holds up nobody else. Tables, a rush for the last
//! seat, and random histories against a ledger that counts for itself.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use super::fixtures::{NOW, ask, ask_or_wait, entry, insist, situation, waiting};
use crate::{
    Entry, MoveError, Outcome, Overrides, Party, QuotaId, Quotas, Reason, Request, Situation, State, Transition, Waitlist, accept, advance, cancel, decide,
    decline, resize, restore,
};
use crate::{EntryId, PlaceInLine};

const TOWN: QuotaId = QuotaId([1; 16]);
const COUNTY: QuotaId = QuotaId([2; 16]);

#[expect(clippy::needless_pass_by_value, reason = "a test reads better without borrowing")]
fn of(quota: QuotaId, entry: Entry) -> Entry {
    Entry { quota: Some(quota), ..entry }
}

#[expect(clippy::needless_pass_by_value, reason = "a test reads better without borrowing")]
fn from(quota: QuotaId, request: Request) -> Request {
    Request { quota: Some(quota), ..request }
}

/// Ten seats, three of them at most for each; so many of the town's and of the county's are taken.
fn course(town: u32, county: u32, pending: Vec<Entry>) -> Situation {
    let mut course = situation(town + county, pending);
    course.rules.quotas = Quotas { usual: Some(3), ..Quotas::default() };
    course.seated_of = [(TOWN, town), (COUNTY, county)].into_iter().filter(|(_, seats)| *seats > 0).collect();
    course
}

#[test]
fn without_any_limit_nobody_is_limited() {
    assert!(Quotas::default().is_empty());
    assert!(!Quotas { usual: Some(0), own: [].into() }.is_empty(), "none for everybody is a limit");
    assert!(!Quotas { usual: None, own: [(TOWN, 3)].into() }.is_empty());
    assert!(!Quotas { usual: Some(1), own: [(TOWN, 3)].into() }.is_empty());
}

fn reason(request: &Request, course: &Situation) -> Option<Reason> {
    match decide(request, course, NOW) {
        Outcome::Refused(refusal) => Some(refusal.reason),
        _ => None,
    }
}

#[test]
fn a_full_quota_refuses_its_own_people_and_nobody_else() {
    let course = course(3, 1, vec![]);
    let full = Reason::QuotaFull { at_most: 3, free: 0 };
    assert_eq!(reason(&from(TOWN, ask(1)), &course), Some(full));
    assert_eq!(decide(&from(COUNTY, ask(2)), &course, NOW), Outcome::Confirmed);
    assert_eq!(reason(&from(COUNTY, ask(3)), &course), Some(Reason::QuotaFull { at_most: 3, free: 2 }));
    assert_eq!(decide(&ask(5), &course, NOW), Outcome::Confirmed, "who belongs to none is not limited");
    assert_eq!(decide(&from(TOWN, ask_or_wait(1)), &course, NOW), Outcome::Waiting { position: 1 });
    assert_eq!(reason(&from(TOWN, insist(1)), &course), Some(full), "a clerk sets no quota aside");
    assert_eq!(reason(&from(TOWN, ask(4)), &course), Some(Reason::NeverFits { capacity: 3 }));
}

#[test]
fn own_limits_go_before_the_usual_one() {
    let mut course = course(3, 3, vec![]);
    course.rules.quotas.own.insert(TOWN, 5);
    assert_eq!(decide(&from(TOWN, ask(2)), &course, NOW), Outcome::Confirmed);
    assert!(reason(&from(COUNTY, ask(1)), &course).is_some());
    course.rules.quotas.usual = None;
    assert_eq!(decide(&from(COUNTY, ask(4)), &course, NOW), Outcome::Confirmed);
    course.rules.quotas.own.insert(TOWN, 0);
    assert_eq!(reason(&from(TOWN, ask(1)), &course), Some(Reason::NeverFits { capacity: 0 }));
}

#[test]
fn held_and_offered_seats_count_to_the_quota_until_they_run_out() {
    let mut pending = vec![of(TOWN, entry(1, 1, State::Offered)), of(TOWN, entry(2, 1, State::Hold)), of(COUNTY, entry(3, 1, State::Offered))];
    assert_eq!(course(1, 0, pending.clone()).free_of(Some(TOWN), NOW), Some(0));
    assert!(reason(&from(TOWN, ask(1)), &course(1, 0, pending.clone())).is_some());
    pending[0].deadline = Some(NOW);
    assert_eq!(course(1, 0, pending).free_of(Some(TOWN), NOW), Some(1));
}

#[test]
fn whoever_waits_for_seats_of_their_own_quota_holds_up_nobody_else() {
    let line = vec![of(TOWN, waiting(1, 1)), of(TOWN, waiting(2, 1)), of(COUNTY, waiting(3, 1))];
    let mut full = course(3, 2, line);
    assert!(full.goes_before(Some(TOWN), NOW) && full.goes_before(Some(COUNTY), NOW) && full.goes_before(None, NOW));
    let steps = advance(&mut full, NOW);
    assert_eq!(steps.iter().map(|step| (step.id, step.to)).collect::<Vec<_>>(), [(super::fixtures::id(3), State::Offered)]);
    assert!(full.goes_before(Some(TOWN), NOW) && !full.goes_before(Some(COUNTY), NOW) && !full.goes_before(None, NOW));
    assert_eq!(decide(&ask(1), &full, NOW), Outcome::Confirmed);
    assert_eq!(reason(&from(TOWN, ask(1)), &full), Some(Reason::QuotaFull { at_most: 3, free: 0 }));
}

#[test]
fn a_freed_seat_goes_to_the_first_who_waits_within_the_quota() {
    let line = vec![of(COUNTY, waiting(1, 1)), of(TOWN, waiting(2, 1)), of(TOWN, waiting(3, 1))];
    let mut full = course(3, 3, line);
    assert_eq!(advance(&mut full, NOW), vec![]);
    let mine = of(TOWN, Entry { deadline: None, ..entry(9, 1, State::Confirmed) });
    let step = cancel(&mine, Party::Guest, NOW).unwrap();
    full.apply(&step);
    assert_eq!((full.seated, full.in_use_of(TOWN, NOW), full.in_use_of(COUNTY, NOW)), (5, 2, 3));
    let offered: Vec<_> = advance(&mut full, NOW).into_iter().map(|step| (step.id, step.quota)).collect();
    assert_eq!(offered, [(super::fixtures::id(2), Some(TOWN))]);
    assert_eq!(advance(&mut full, NOW), vec![]);
}

#[test]
fn a_larger_group_is_not_overtaken_within_its_quota_unless_smaller_ones_may() {
    let line = vec![of(TOWN, waiting(1, 2)), of(TOWN, waiting(2, 1)), of(COUNTY, waiting(3, 1))];
    let offered = |course: &mut Situation| advance(course, NOW).into_iter().map(|step| step.id.0[0]).collect::<Vec<_>>();
    assert_eq!(offered(&mut course(2, 0, line.clone())), [3]);
    let mut fill = course(2, 0, line);
    fill.rules.waitlist = Waitlist::Fill;
    assert_eq!(offered(&mut fill), [2, 3]);
}

#[test]
fn who_can_never_be_served_within_a_quota_is_named() {
    let mut course = course(0, 0, vec![of(TOWN, waiting(1, 4)), of(COUNTY, waiting(2, 1)), waiting(3, 4)]);
    assert_eq!(course.never_fitting(), [super::fixtures::id(1)]);
    assert_eq!(advance(&mut course, NOW).len(), 2, "the others are served");
}

fn places(course: &Situation) -> Vec<(u8, u32, bool)> {
    course.places(NOW).into_iter().map(|(id, PlaceInLine { number, within_quota })| (id.0[0], number, within_quota)).collect()
}

#[test]
fn whoever_waits_for_seats_of_their_own_quota_has_a_place_within_it() {
    let line = vec![of(COUNTY, waiting(1, 1)), of(TOWN, waiting(2, 1)), of(TOWN, waiting(3, 1))];
    assert_eq!(places(&course(3, 3, line.clone())), [(1, 1, true), (2, 1, true), (3, 2, true)]);
    let mut open = course(3, 3, line);
    open.rules.quotas = Quotas::default();
    assert_eq!(places(&open), [(1, 1, false), (2, 2, false), (3, 3, false)], "without limits it is the place in the line");
}

#[test]
fn whoever_waits_for_seats_of_the_course_is_behind_those_who_can_have_them() {
    let line = vec![waiting(1, 1), of(TOWN, waiting(2, 1)), of(COUNTY, waiting(3, 1)), of(TOWN, waiting(4, 1))];
    let mut full = course(3, 3, line);
    full.rules.capacity = Some(6);
    full.rules.quotas.own.insert(COUNTY, 5);
    assert_eq!(places(&full), [(1, 1, false), (2, 2, false), (3, 2, false), (4, 4, false)]);
}

/// Whoever waits is asked next once those counted in front are gone and the seats of their own quota are free.
fn the_place_is_the_one_that_counts(course: &Situation) {
    let servable: Vec<EntryId> = course.servable(NOW).into_iter().map(|entry| entry.id).collect();
    let (line, places) = (course.line(), course.places(NOW));
    assert_eq!(line.iter().map(|entry| entry.id).collect::<Vec<_>>(), places.iter().map(|(id, _)| *id).collect::<Vec<_>>());
    for (index, (mine, (id, place))) in line.iter().zip(&places).enumerate() {
        let same = |entry: &Entry| mine.quota.is_some() && entry.quota == mine.quota;
        let ahead: Vec<&Entry> = line[..index].iter().copied().filter(|entry| same(entry) || servable.contains(&entry.id)).collect();
        assert_eq!(usize::try_from(place.number).unwrap(), ahead.len() + 1);
        assert_eq!(place.within_quota, !servable.contains(id) && ahead.iter().all(|entry| same(entry)));
        let mut later = course.clone();
        // Those in front are gone, and of the same quota nobody is held or offered seats.
        later.pending.retain(|entry| if entry.state == State::Waiting { !ahead.iter().any(|gone| gone.id == entry.id) } else { !same(entry) });
        if let Some(seats) = mine.quota.and_then(|quota| later.seated_of.remove(&quota)) {
            later.seated -= seats;
        }
        if later.has_room(mine.seats, mine.quota, NOW) {
            assert_eq!(advance(&mut later, NOW).first().map(|step| step.id), Some(*id));
        }
    }
}

#[test]
fn a_group_grows_only_within_its_quota() {
    let mine = of(TOWN, Entry { deadline: None, ..entry(1, 1, State::Confirmed) });
    let grow = |seats, course: &Situation| resize(&mine, seats, course, NOW, crate::Channel::Public, Overrides::default());
    assert!(grow(2, &course(2, 0, vec![])).is_ok());
    let refused = |result: Result<Transition, MoveError>| match result {
        Err(MoveError::Refused(refusal)) => refusal.reason,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(grow(2, &course(3, 0, vec![]))), Reason::QuotaFull { at_most: 3, free: 0 });
    let mut full = course(3, 0, vec![]);
    let smaller = grow(1, &full);
    assert!(smaller.is_ok());
    let two = of(TOWN, Entry { seats: 2, ..mine.clone() });
    full.apply(&resize(&two, 1, &full, NOW, crate::Channel::Public, Overrides::default()).unwrap());
    assert_eq!(full.in_use_of(TOWN, NOW), 2);
}

#[test]
fn a_cancellation_is_taken_back_only_while_the_quota_has_room() {
    let mine = of(TOWN, Entry { deadline: None, ..entry(1, 1, State::Cancelled) });
    assert!(restore(&mine, &course(2, 0, vec![]), NOW).is_ok());
    match restore(&mine, &course(3, 0, vec![]), NOW) {
        Err(MoveError::Refused(refusal)) => assert_eq!(refusal.reason, Reason::QuotaFull { at_most: 3, free: 0 }),
        other => panic!("{other:?}"),
    }
}

#[test]
fn sixty_four_at_once_get_exactly_the_last_seat_of_a_quota() {
    let mut rush = course(2, 0, vec![]);
    let mut confirmed = 0;
    for number in 0..64 {
        advance(&mut rush, NOW);
        let outcome = decide(&from(TOWN, ask_or_wait(1)), &rush, NOW);
        let state = if outcome == Outcome::Confirmed { State::Confirmed } else { State::Waiting };
        confirmed += u32::from(state == State::Confirmed);
        let since = rush.end_of_line(NOW);
        rush.admit(of(TOWN, Entry { since, deadline: None, ..entry(number, 1, state) }));
    }
    assert_eq!((confirmed, rush.in_use_of(TOWN, NOW), rush.line().len()), (1, 3, 63));
    assert_eq!(decide(&from(COUNTY, ask(3)), &rush, NOW), Outcome::Confirmed);
}

/// One thing that happens: who asks, or which booking is touched.
#[derive(Clone, Debug)]
enum Event {
    Book(usize, u32, bool),
    Cancel(usize),
    Accept(usize),
    Decline(usize),
    Resize(usize, u32),
    Limit(Option<u32>),
}

fn an_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        6 => (0_usize..4, 1_u32..=3, any::<bool>()).prop_map(|(who, seats, wait)| Event::Book(who, seats, wait)),
        3 => any::<usize>().prop_map(Event::Cancel),
        2 => any::<usize>().prop_map(Event::Accept),
        1 => any::<usize>().prop_map(Event::Decline),
        1 => (any::<usize>(), 1_u32..=3).prop_map(|(which, seats)| Event::Resize(which, seats)),
        1 => prop::option::of(1_u32..=6).prop_map(Event::Limit),
    ]
}

/// All bookings as rows, from which a store would load.
struct Ledger {
    rows: Vec<Entry>,
    course: Situation,
}

impl Ledger {
    fn load(&self) -> Situation {
        let mut fresh = self.course.clone();
        (fresh.seated, fresh.seated_of, fresh.pending) = (0, std::collections::BTreeMap::new(), vec![]);
        for row in self.rows.iter().filter(|row| row.state.is_seated() || row.state.is_pending()) {
            fresh.admit(row.clone());
        }
        fresh
    }

    fn write(&mut self, step: &Transition) {
        let row = self.rows.iter_mut().find(|row| row.id == step.id).expect("a step of an unknown booking");
        assert_eq!((row.state, row.quota), (step.from, step.quota));
        (row.state, row.seats, row.deadline) = (step.to, step.seats, step.deadline);
    }

    fn taken(&self, quota: Option<QuotaId>) -> u32 {
        let of = self.rows.iter().filter(|row| quota.is_none() || row.quota == quota);
        of.filter(|row| row.state.holds_seats()).map(|row| row.seats).sum()
    }

    /// Lets time pass; every offer fits the seats and the quota, counted here anew.
    fn advance(&mut self) {
        let mut loaded = self.load();
        for step in advance(&mut loaded, NOW) {
            assert_eq!(step.to, State::Offered);
            assert!(self.taken(None) + step.seats <= 10, "beyond the seats");
            let at_most = self.course.rules.quotas.at_most(step.quota);
            assert!(at_most.is_none_or(|most| self.taken(step.quota) + step.seats <= most), "beyond the quota");
            self.write(&step);
        }
        assert_eq!(loaded.seated_of, self.load().seated_of);
    }

    fn happen(&mut self, event: &Event) {
        self.advance();
        let loaded = self.load();
        let chosen = |which: &usize| which.checked_rem(self.rows.len()).map(|at| self.rows[at].clone());
        let step = match event {
            Event::Book(who, seats, wait) => return self.book(*who, *seats, *wait, &loaded),
            Event::Limit(limit) => {
                self.course.rules.quotas.usual = *limit;
                return;
            }
            Event::Cancel(which) => chosen(which).map(|row| cancel(&row, Party::Guest, NOW)),
            Event::Accept(which) => chosen(which).map(|row| accept(&row, &loaded, NOW)),
            Event::Decline(which) => chosen(which).map(|row| decline(&row, NOW)),
            Event::Resize(which, seats) => chosen(which).map(|row| resize(&row, *seats, &loaded, NOW, crate::Channel::Public, Overrides::default())),
        };
        if let Some(Ok(step)) = step {
            let mut carried = loaded;
            carried.apply(&step);
            self.write(&step);
            let fresh = self.load();
            assert_eq!((carried.seated, &carried.seated_of), (fresh.seated, &fresh.seated_of));
        }
    }

    fn book(&mut self, who: usize, seats: u32, wait: bool, loaded: &Situation) {
        let quota = [None, Some(TOWN), Some(COUNTY), Some(QuotaId([3; 16]))][who];
        let request = Request { waitlist: wait, quota, ..ask(seats) };
        let outcome = decide(&request, loaded, NOW);
        let limit = self.course.rules.quotas.at_most(quota);
        let fits = self.taken(None) + seats <= 10 && limit.is_none_or(|most| self.taken(quota) + seats <= most);
        let state = match outcome {
            Outcome::Confirmed => State::Confirmed,
            Outcome::Waiting { .. } => State::Waiting,
            Outcome::Refused(refusal) => {
                if let Reason::QuotaFull { at_most, free } = refusal.reason {
                    assert_eq!((Some(at_most), free), (limit, at_most.saturating_sub(self.taken(quota))));
                    assert!(seats > free);
                }
                return;
            }
        };
        assert!(state == State::Waiting || fits, "a seat that is not there");
        let number = u8::try_from(self.rows.len()).unwrap();
        self.rows.push(Entry { since: loaded.end_of_line(NOW), quota, deadline: None, ..entry(number, seats, state) });
    }
}

#[test]
fn no_history_gives_a_quota_more_than_it_may_have() {
    let config = Config { cases: 2_000, rng_seed: RngSeed::Fixed(20_261_126), failure_persistence: None, ..Config::default() };
    let policy = prop_oneof![Just(Waitlist::Off), Just(Waitlist::Strict), Just(Waitlist::Fill)];
    proptest!(config, |(events in prop::collection::vec(an_event(), 1..60), policy in policy, usual in prop::option::of(1_u32..=6))| {
        let mut course = course(0, 0, vec![]);
        course.rules.waitlist = policy;
        course.rules.quotas.usual = usual;
        let mut ledger = Ledger { rows: vec![], course };
        for event in &events {
            ledger.happen(event);
            prop_assert!(ledger.taken(None) <= 10);
        }
        ledger.advance();
        // Nobody waits in vain: whoever could have been offered seats by themselves has been.
        let loaded = ledger.load();
        let servable = |row: &&Entry| row.state == State::Waiting && loaded.has_room(row.seats, row.quota, NOW);
        if policy == Waitlist::Fill {
            prop_assert!(ledger.rows.iter().find(servable).is_none());
        }
        the_place_is_the_one_that_counts(&loaded);
    });
}
