//! The rules without a database: reading the form, the clock, the report, what a change touches.

use booking::Waitlist;
use booking::series::{Frequency, Nth, Until};
use jiff::civil::{Date, Time, date, time};

use crate::bookings::{Counts, Notice};
use crate::clock::Instant;
use crate::features::events::event::EventId;
use crate::features::events::manage::flaw::What;
use crate::features::events::manage::form::{self, Place, parse_capacity, parse_cents};
use crate::features::events::manage::plan::{self, Hindrance, Scope, Wish};
use crate::features::events::manage::review::{Taken, Unsettled, chosen, review};
use crate::features::events::manage::terms::Terms;
use crate::features::events::manage::when::{self, Hours, Slot, Timed};
use crate::features::events::occurrence::{Occurrence, OccurrenceState};
use crate::ids::{OccasionId, SiteId};
use crate::tenancy::Site;
use crate::ui::Fields;

const ZONE: &str = "Europe/Berlin";
const TODAY: Date = date(2026, 12, 1);

fn fields(pairs: &[(&str, &str)]) -> Fields {
    Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

/// The five fields and the defaults of the folded ones, with some values of its own.
fn form_with(own: &[(&str, &str)]) -> Fields {
    let usual = [
        ("title", "Vereinsseite"),
        ("site", "online"),
        ("capacity", "12"),
        ("topic", "digital"),
        ("closes_hours", "0"),
        ("offer_hours", "24"),
        ("seats_per_booking", "3"),
        ("seats_per_person", "3"),
        ("waitlist", "strict"),
    ];
    let rest = usual.into_iter().filter(|(name, _)| own.iter().all(|(changed, _)| changed != name));
    fields(&own.iter().copied().chain(rest).collect::<Vec<_>>())
}

fn hours(from: (i8, i8), to: Option<(i8, i8)>) -> Hours {
    Hours { from: Time::constant(from.0, from.1, 0, 0), to: to.map(|(hour, minute)| Time::constant(hour, minute, 0, 0)) }
}

fn place() -> Place {
    Place { site: None, room: "Saal".to_owned(), online: false, online_url: String::new() }
}

#[test]
fn amounts_are_read_as_people_write_them() {
    let table = [
        ("", Some(0)),
        ("0", Some(0)),
        ("5", Some(500)),
        ("12,50", Some(1250)),
        ("12.50 €", Some(1250)),
        ("3 Euro", Some(300)),
        ("€", None),
        ("5,5", None),
        ("-1", None),
        ("viel", None),
        ("99999", None),
    ];
    for (typed, cents) in table {
        assert_eq!(parse_cents(typed), cents, "{typed}");
    }
}

#[test]
fn no_places_means_no_limit() {
    let table = [
        ("", Ok(None)),
        ("0", Ok(None)),
        (" 12 ", Ok(Some(12))),
        ("5001", Err(What::Number(0, 5000))),
        ("-3", Err(What::Number(0, 5000))),
        ("zwölf", Err(What::Number(0, 5000))),
    ];
    for (typed, capacity) in table {
        assert_eq!(parse_capacity(typed), capacity, "{typed}");
    }
}

#[test]
fn every_wrong_field_is_named() {
    let long = "x".repeat(61);
    let table: [(&[(&str, &str)], &str); 14] = [
        (&[("title", " ")], "title"),
        (&[("title", &long)], "title"),
        (&[("site", "nirgends")], "site"),
        (&[("site", "other")], "room"),
        (&[("topic", "wetter")], "topic"),
        (&[("capacity", "viele")], "capacity"),
        (&[("price", "fünf")], "price"),
        (&[("online_url", "javascript:alert(1)")], "online_url"),
        (&[("opens_day", "31.2.")], "opens_day"),
        (&[("opens_day", "1.12."), ("opens_time", "25")], "opens_time"),
        (&[("offer_hours", "0")], "offer_hours"),
        (&[("seats_per_booking", "5"), ("seats_per_person", "4")], "seats_per_person"),
        (&[("q2-label", "Welches Gerät?")], "q2-help"),
        (&[("q1-label", "Gerät?"), ("q1-help", "Zum Vorbereiten"), ("q1-kind", "choice"), ("q1-choices", "nur eine")], "q1-choices"),
    ];
    for (own, field) in table {
        let flaws = form::read(&form_with(own), &[], TODAY).expect_err(field);
        assert_eq!(flaws.iter().map(|flaw| flaw.field.as_str()).collect::<Vec<_>>(), [field]);
    }
}

#[test]
fn the_form_says_what_it_says() {
    let site = Site {
        id: SiteId(uuid::Uuid::from_u128(7)),
        name: "Kontor".to_owned(),
        street: String::new(),
        postcode: String::new(),
        town: String::new(),
        directions: String::new(),
        wheelchair: String::new(),
        hearing: String::new(),
        openings: Vec::new(),
    };
    let typed = form_with(&[
        ("site", &site.id.to_string()),
        ("also_online", "1"),
        ("registration", "no"),
        ("waitlist", "fill"),
        ("opens_day", "5.12."),
        ("opens_time", "8"),
        ("q3-label", "Gerät?"),
        ("q3-help", "Zum Vorbereiten"),
        ("q3-kind", "choice"),
        ("q3-choices", "Telefon\n\nTablet"),
        ("q3-required", "1"),
    ]);
    let draft = form::read(&typed, std::slice::from_ref(&site), TODAY).unwrap();
    assert_eq!(draft.place, Place { site: Some(site.id), room: String::new(), online: true, online_url: String::new() });
    assert!(!draft.terms.registration);
    assert_eq!((draft.terms.waitlist, draft.terms.opens), (Waitlist::Fill, Some(date(2026, 12, 5).at(8, 0, 0, 0))));
    assert_eq!(draft.questions.len(), 1);
    assert_eq!((draft.questions[0].choices.as_slice(), draft.questions[0].required), (["Telefon".to_owned(), "Tablet".to_owned()].as_slice(), true));
}

#[test]
fn a_repetition_needs_an_end_and_knows_its_weekday() {
    let base = [("day", "10.12."), ("from", "15"), ("to", "17:00"), ("repeat", "monthly-weekday"), ("count", "3")];
    let times = when::read(&fields(&base), TODAY).unwrap();
    let rule = times.rule.unwrap();
    assert_eq!((rule.every, rule.until), (Frequency::MonthlyOnWeekday(Nth::Second), Until::Count(3)));
    let table: [(&[(&str, &str)], &str); 6] = [
        (&[("day", "10.12."), ("from", "15"), ("repeat", "weekly")], "until"),
        (&[("day", "10.12."), ("from", "15"), ("repeat", "weekly"), ("until", "1.3."), ("count", "4")], "until"),
        (&[("day", "10.12."), ("from", "15"), ("repeat", "weekly"), ("count", "401")], "count"),
        (&[("day", "10.12."), ("from", "15"), ("repeat", "monthly-last"), ("count", "2")], "repeat"),
        (&[("day", "10.12."), ("from", "15"), ("repeat", "daily"), ("count", "9"), ("skip", "24.12., Weihnachten")], "skip"),
        (&[("day", "1.11.2026"), ("from", "15")], "day"),
    ];
    for (typed, field) in table {
        let flaws = when::read(&fields(typed), TODAY).expect_err(field);
        assert_eq!(flaws.iter().map(|flaw| flaw.field.as_str()).collect::<Vec<_>>(), [field]);
    }
}

#[test]
fn a_weekly_series_keeps_its_wall_time_over_the_change_of_the_clock() {
    let typed = fields(&[("day", "2.2.2027"), ("from", "18:00"), ("to", "20:00"), ("repeat", "weekly"), ("until", "25.5.2027"), ("skip", "30.3.2027")]);
    let dates = when::read(&typed, TODAY).unwrap().all(ZONE).unwrap();
    assert_eq!(dates.len(), 16);
    assert!(dates.iter().all(|timed| matches!(timed, Timed::Once(slot) if slot.start.time() == Time::constant(18, 0, 0, 0) && slot.longer() == 0)));
    let (first, last) = (dates.first().unwrap().slot(), dates.last().unwrap().slot());
    assert_eq!(first.starts, berlin_winter(2027, 2, 2, 18));
    assert_eq!(last.starts.micros(), berlin_winter(2027, 5, 25, 18).micros() - 3_600_000_000);
}

fn berlin_winter(year: i16, month: i8, day: i8, hour: i8) -> Instant {
    let at = date(year, month, day).at(hour - 1, 0, 0, 0).in_tz("UTC").unwrap();
    Instant::from_micros(at.timestamp().as_microsecond())
}

#[test]
fn the_two_odd_hours_of_the_year_are_told_apart() {
    let night = hours((2, 30), Some((3, 30)));
    let Timed::Jumped { wanted, shifted } = night.timed(date(2027, 3, 28), ZONE).unwrap() else { panic!("the clock jumps") };
    assert_eq!((wanted.time(), shifted.start.time()), (Time::constant(2, 30, 0, 0), Time::constant(3, 30, 0, 0)));
    let Timed::Twice(first, second) = night.timed(date(2027, 10, 31), ZONE).unwrap() else { panic!("the hour comes twice") };
    assert_eq!(second.starts.micros() - first.starts.micros(), 3_600_000_000);
    assert_ne!(first.key(), second.key());
    assert_eq!(first.ends, second.ends);
}

#[test]
fn a_night_over_the_end_of_summer_time_lasts_nine_hours() {
    let Timed::Once(slot) = hours((22, 0), Some((6, 0))).timed(date(2027, 10, 30), ZONE).unwrap() else { panic!("22 o'clock comes once") };
    assert_eq!(slot.end, date(2027, 10, 31).at(6, 0, 0, 0));
    assert_eq!((slot.ends.micros() - slot.starts.micros(), slot.longer()), (9 * 3_600_000_000, 60));
}

#[test]
fn an_end_left_open_is_kept_as_open() {
    let slot = hours((14, 0), None).timed(TODAY, ZONE).unwrap().slot();
    assert!(slot.open_end);
    assert_eq!(slot.end.time(), Time::constant(16, 0, 0, 0));
}

#[test]
fn the_report_names_closed_days_rooms_taken_and_dates_known() {
    let slot = |day| hours((14, 0), Some((16, 0))).timed(day, ZONE).unwrap();
    let days = [date(2026, 12, 22), date(2026, 12, 23), date(2026, 12, 24), date(2026, 12, 25)];
    let neighbour = slot(days[1]).slot();
    let taken = |room: &str, shift: i64| Taken {
        starts: Instant::from_micros(neighbour.starts.micros() + shift),
        ends: Instant::from_micros(neighbour.ends.micros() + shift),
        local_start: neighbour.start,
        site: None,
        room: room.to_owned(),
        title: "Chor".to_owned(),
    };
    let two_hours = 2 * 3_600_000_000;
    let others = [taken("saal", 0), taken("Saal", two_hours), taken("Küche", 0)];
    let closed = |day| (day == days[2]).then(|| "Heiligabend".to_owned());
    let proposals = review(days.map(slot).into(), &place(), &others, &[slot(days[3]).slot().key()], closed);
    assert!(proposals[0].is_plain());
    assert_eq!(proposals[1].clashes, [others[0].clone()]);
    assert_eq!((proposals[2].closed.as_deref(), proposals[2].is_ticked()), (Some("Heiligabend"), false));
    assert!(proposals[3].known && !proposals[3].is_ticked());
}

#[test]
fn a_series_longer_than_its_step_meets_itself() {
    let typed = fields(&[("day", "2.12.2026"), ("from", "18"), ("to", "17:59"), ("overnight", "1"), ("repeat", "daily"), ("count", "2")]);
    let fits = review(when::read(&typed, TODAY).unwrap().all(ZONE).unwrap(), &place(), &[], &[], |_| None);
    assert!(fits.iter().all(|proposal| !proposal.overlaps));
    let doubled = review([2, 2].map(|day| hours((14, 0), Some((16, 0))).timed(date(2026, 12, day), ZONE).unwrap()).into(), &place(), &[], &[], |_| None);
    assert!(doubled[1].overlaps);
}

#[test]
fn nothing_is_saved_while_a_missing_hour_is_undecided() {
    let night = hours((2, 30), Some((3, 30)));
    let timed = [date(2027, 3, 21), date(2027, 3, 28)].map(|day| night.timed(day, ZONE).unwrap());
    let proposals = review(timed.into(), &place(), &[], &[], |_| None);
    let answer = |own: &[(&str, &str)]| chosen(&proposals, &fields(own));
    assert_eq!(answer(&[("take", "2027-03-21")]), Err(vec![Unsettled::Jumped(date(2027, 3, 28))]));
    assert_eq!(answer(&[("jump-2027-03-28", "skip")]), Err(vec![Unsettled::Nothing]));
    assert_eq!(answer(&[("take", "2027-03-21"), ("jump-2027-03-28", "skip")]).unwrap().len(), 1);
    assert_eq!(answer(&[("take", "2027-03-21"), ("jump-2027-03-28", "shift")]).unwrap()[1].start, date(2027, 3, 28).at(3, 30, 0, 0));
}

#[test]
fn the_second_of_two_equal_hours_can_be_chosen() {
    let twice = hours((2, 30), None).timed(date(2027, 10, 31), ZONE).unwrap();
    let proposals = review(vec![twice], &place(), &[], &[], |_| None);
    let slots = chosen(&proposals, &fields(&[("take", "2027-10-31"), ("hour-2027-10-31", "second")])).unwrap();
    assert!(slots[0].second);
}

/// Dates on three Tuesdays from 14 to 16, the second with a time of its own.
fn three() -> Vec<Occurrence> {
    let event = EventId(uuid::Uuid::nil());
    let make = |n: u128, day: i8, from: i8| {
        let slot = hours((from, 0), Some((from + 2, 0))).timed(date(2026, 12, day), ZONE).unwrap().slot();
        Occurrence {
            id: OccasionId(uuid::Uuid::from_u128(n)),
            ..super::super::create::occurrence(event, &slot, &Terms { closes_hours: 24, ..Terms::usual(Some(10)) }, ZONE, slot.starts)
        }
    };
    vec![make(1, 8, 14), make(2, 15, 10), make(3, 22, 14)]
}

fn now() -> Instant {
    berlin_winter(2026, 12, 1, 9)
}

fn wish(day: i8, from: i8, scope: Scope) -> Wish {
    Wish { day: date(2026, 12, day), hours: hours((from, 0), Some((from + 2, 0))), second: None, scope }
}

#[test]
fn a_change_of_time_reaches_as_far_as_was_said_and_no_further() {
    let dates = three();
    let starts = |wish: &Wish, target: usize| {
        plan::retime(&dates, &dates[target], wish, now()).map(|retimed| (retimed.after.iter().map(|o| o.key.clone()).collect::<Vec<_>>(), retimed.kept))
    };
    let keys = |list: &[&str]| list.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
    assert_eq!(starts(&wish(9, 15, Scope::This), 0), Ok((keys(&["2026-12-09-1500"]), 0)));
    // Moving on, the last goes first.
    assert_eq!(starts(&wish(9, 15, Scope::All), 0), Ok((keys(&["2026-12-23-1500", "2026-12-09-1500"]), 1)));
    assert_eq!(starts(&wish(21, 13, Scope::Following), 2), Ok((keys(&["2026-12-21-1300"]), 0)));
    assert_eq!(starts(&wish(15, 10, Scope::This), 0), Err(Hindrance::Known(date(2026, 12, 15))));
    assert_eq!(starts(&Wish { day: date(2026, 11, 24), ..wish(1, 14, Scope::This) }, 0), Err(Hindrance::Past(date(2026, 11, 24))));
    assert_eq!(starts(&Wish { day: date(2027, 3, 28), hours: hours((2, 30), None), ..wish(1, 1, Scope::This) }, 0), Err(Hindrance::Jumped(date(2027, 3, 28))));
    assert_eq!(starts(&Wish { day: date(2027, 10, 31), hours: hours((2, 30), None), ..wish(1, 1, Scope::This) }, 0), Err(Hindrance::Twice(date(2027, 10, 31))));
}

#[test]
fn registration_ends_as_long_before_the_new_start() {
    let dates = three();
    let moved = plan::retime(&dates, &dates[0], &wish(10, 16, Scope::This), now()).unwrap().after;
    assert_eq!(moved[0].starts.micros() - moved[0].admission.closes.micros(), 24 * 3_600_000_000);
}

#[test]
fn people_are_told_what_concerns_them() {
    let was = three().remove(0);
    let with = |change: &dyn Fn(&mut Occurrence)| {
        let mut is = was.clone();
        change(&mut is);
        is
    };
    let cancelled = with(&|o| o.state = OccurrenceState::Cancelled);
    let slot = hours((15, 0), Some((17, 0))).timed(date(2026, 12, 8), ZONE).unwrap().slot();
    let table = [
        (was.clone(), None),
        (cancelled.clone(), Some(Notice::CancelledByHub)),
        (plan::moved(&was, &slot), Some(Notice::OccasionChanged)),
        (with(&|o| o.room = "Küche".to_owned()), Some(Notice::OccasionChanged)),
        (with(&|o| o.admission.capacity = Some(3)), None),
    ];
    for (is, notice) in table {
        assert_eq!(plan::notice(&was, &is), notice);
    }
    assert_eq!(plan::notice(&cancelled, &was), Some(Notice::OccasionChanged));
    assert_eq!(plan::notice(&cancelled, &Occurrence { room: "Küche".to_owned(), ..cancelled.clone() }), None);
}

#[test]
fn new_terms_reach_the_dates_that_had_the_old_ones() {
    let mut dates = three();
    let old = Terms::of(&dates[0]);
    dates[1].admission.capacity = Some(30);
    let new = Terms { capacity: Some(12), closes_hours: 48, ..old.clone() };
    let changed = plan::with_terms(&dates, &old, &new, now());
    assert_eq!(changed.iter().map(|o| o.admission.capacity).collect::<Vec<_>>(), [Some(12), Some(30), Some(12)]);
    assert!(changed.iter().all(|o| Terms::of(o).closes_hours == 48));
    assert!(plan::with_terms(&dates, &old, &old, now()).is_empty());
}

#[test]
fn fewer_places_are_counted_against_those_given() {
    let mut o = three().remove(0);
    o.counts = Counts { seated: 7, held: 2, waiting: 0 };
    for (capacity, surplus) in [(None, 0), (Some(9), 0), (Some(8), 1), (Some(0), 9)] {
        o.admission.capacity = capacity;
        assert_eq!(plan::surplus(&o), surplus);
    }
}

#[test]
fn terms_survive_their_column() {
    let terms = Terms { opens: Some(date(2026, 12, 5).at(8, 0, 0, 0)), waitlist: Waitlist::Fill, ..Terms::usual(Some(4)) };
    let text = serde_json::to_string(&terms).unwrap();
    assert_eq!(serde_json::from_str::<Terms>(&text).unwrap(), terms);
}

#[test]
fn a_slot_knows_by_how_much_the_clock_differs() {
    let spring: Slot = hours((22, 0), Some((6, 0))).timed(date(2027, 3, 27), ZONE).unwrap().slot();
    assert_eq!(spring.longer(), -60);
}

#[test]
fn an_end_before_the_beginning_is_a_night_up_to_twelve_hours() {
    let hours = |from: (i8, i8), to: (i8, i8)| Hours { from: time(from.0, from.1, 0, 0), to: Some(time(to.0, to.1, 0, 0)) };
    for night in [hours((21, 0), (2, 0)), hours((20, 0), (8, 0)), hours((14, 0), (0, 0)), hours((9, 0), (23, 30)), hours((9, 0), (0, 0))] {
        assert!(!night.are_turned_round(), "{night:?}");
    }
    for turned in [hours((12, 0), (10, 0)), hours((10, 0), (10, 0)), hours((20, 0), (8, 1)), hours((20, 30), (9, 0))] {
        assert!(turned.are_turned_round(), "{turned:?}");
    }
    assert!(!Hours { from: time(12, 0, 0, 0), to: None }.are_turned_round());
}
