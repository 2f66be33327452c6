//! Pure rules of the programme: folding, addresses, filters, standings, wall times.

use jiff::civil::{date, datetime};

use super::EventId;
use super::event::{fold, slug_of};
use super::filter::{Filter, month_of};
use super::occurrence::{Admission, Occurrence, OccurrenceState, instant, key_of};
use super::programme::{Standing, standing, time_words};
use crate::bookings::Counts;
use crate::clock::Instant;
use crate::texts::Lang;
use crate::texts::dates::Days;

const ZONE: &str = "Europe/Berlin";

fn at(text: &str) -> Instant {
    let zoned: jiff::ZonedDateTime = format!("{text}[{ZONE}]").parse().unwrap();
    Instant::from_micros(zoned.timestamp().as_microsecond())
}

fn occurrence(admission: Admission, counts: Counts) -> Occurrence {
    let now = at("2026-11-01T12:00:00");
    let mut date =
        Occurrence::new(EventId::new(now), datetime(2026, 12, 1, 14, 0, 0, 0), Some(datetime(2026, 12, 1, 16, 0, 0, 0)), ZONE, admission, now).unwrap();
    date.counts = counts;
    date
}

#[test]
fn words_meet_in_one_spelling() {
    for (one, other) in [
        ("Großröhrsdorf", "grossroehrsdorf"),
        ("Großröhrsdorf", "GROSSROHRSDORF"),
        ("Hausärztin", "hausarztin"),
        ("Müller", "Mueller"),
        ("E-Rezept", "e rezept"),
    ] {
        assert_eq!(fold(one), fold(other), "{one} and {other}");
    }
    assert!(fold("Hausärztin").contains(&fold("arzt")));
    assert!(!fold("Handy").contains(&fold("Tablet")));
}

#[test]
fn words_of_two_letters_stand_alone() {
    let query = |words: &str| {
        let hub = crate::tenancy::Hub::sample();
        Filter { q: words.to_owned(), ..Filter::default() }.query(&hub, at("2026-11-23T12:00:00"), None).patterns()
    };
    assert_eq!(query("KI"), ["% ki %", "%", "%"]);
    assert_eq!(query("Arzt Röder"), ["%arzt%", "%roder%", "%"]);
    assert_eq!(query("100% _x"), ["%100%", "% x %", "%"], "what LIKE would read as a wildcard is gone");
}

#[test]
fn titles_become_addresses() {
    for (title, slug) in [
        ("Smartphone-Sprechstunde", "smartphone-sprechstunde"),
        ("Führung über Äcker, Straße", "fuehrung-ueber-aecker-strasse"),
        ("Reparaturcafé à la Łódź", "reparaturcafe-a-la-lodz"),
        ("  ", "termin"),
        ("日本", "termin"),
    ] {
        assert_eq!(slug_of(title), slug);
    }
    assert!(slug_of(&"sehr langes Wort ".repeat(20)).len() <= 60);
}

#[test]
fn spans_of_time_begin_and_end_where_people_expect() {
    let hub = crate::tenancy::Hub::sample();
    let span = |when: &str, now: &str| {
        let query = Filter { when: when.to_owned(), ..Filter::default() }.query(&hub, at(now), None);
        assert_eq!(query.not_over, at(now));
        // What began within the last two weeks may still run.
        let first = hub.local(query.from).date();
        let today = hub.local(at(now)).date();
        (if first < today { first.saturating_add(jiff::Span::new().days(14)) } else { first }, hub.local(query.until).date())
    };
    let monday = "2026-11-23T12:00:00";
    assert_eq!(span("week", monday), (date(2026, 11, 23), date(2026, 11, 30)));
    assert_eq!(span("weekend", monday), (date(2026, 11, 28), date(2026, 11, 30)));
    assert_eq!(span("weekend", "2026-11-29T12:00:00"), (date(2026, 11, 29), date(2026, 11, 30)), "on Sunday it is this Sunday");
    assert_eq!(span("fortnight", monday), (date(2026, 11, 23), date(2026, 12, 7)));
    assert_eq!(span("2026-11", monday), (date(2026, 11, 23), date(2026, 12, 1)), "the rest of this month");
    assert_eq!(span("2026-12-24", monday), (date(2026, 12, 24), date(2026, 12, 25)));
    assert_eq!(span("nonsense", monday).0, date(2026, 11, 23));
}

#[test]
fn a_filter_survives_being_written_into_a_link() {
    let filter = Filter::parse("q=Handy+%26+Tablet&when=week&topic=digital&topic=health&free=1&page=3");
    assert_eq!(Filter::parse(&filter.link(3)), filter);
    assert_eq!(filter.page(), 3);
    assert_eq!(Filter::parse("page=0").page(), 1);
    assert_eq!(Filter::parse("page=99999999999").page(), 1);
    assert_eq!(Filter::parse("topic=nonsense&topic=health").topics().len(), 1);
    assert!(!Filter::parse("page=2").is_set());
}

#[test]
fn months_are_read_strictly() {
    assert_eq!(month_of("2026-12"), Some(date(2026, 12, 1)));
    for wrong in ["2026-13", "2026-1", "26-12", "1999-12", "2101-01", "-", "", "2026-12-01"] {
        assert_eq!(month_of(wrong), None, "{wrong}");
    }
}

#[test]
fn a_date_stands_as_its_numbers_say() {
    let now = at("2026-11-23T12:00:00");
    let counts = |seated, held, waiting| Counts { seated, held, waiting };
    let usual = Admission::usual(Some(12));
    let stand = |admission, counts| standing(&(&occurrence(admission, counts)).into(), now);
    assert_eq!(stand(usual, counts(8, 0, 0)), Standing::Free { free: Some(4), of: Some(12) });
    assert_eq!(stand(usual, counts(12, 0, 3)), Standing::Waitlist { position: 4 });
    assert_eq!(stand(usual, counts(11, 0, 1)), Standing::Waitlist { position: 2 }, "whoever waits goes first");
    assert_eq!(stand(usual, counts(10, 2, 0)), Standing::Waitlist { position: 1 }, "offered seats are not free");
    assert_eq!(stand(Admission { waitlist: booking::Waitlist::Off, ..usual }, counts(12, 0, 0)), Standing::Full);
    assert_eq!(stand(Admission::usual(None), counts(500, 0, 0)), Standing::Free { free: None, of: None });
    assert_eq!(stand(Admission::open(), counts(0, 0, 0)), Standing::Open);
    assert_eq!(stand(Admission { closes: now, ..usual }, counts(0, 0, 0)), Standing::Closed);
    assert_eq!(stand(Admission { opens: Some(at("2026-11-24T08:00:00")), ..usual }, counts(0, 0, 0)), Standing::NotYet(at("2026-11-24T08:00:00")));
    let mut cancelled = occurrence(usual, counts(0, 0, 0));
    cancelled.state = OccurrenceState::Cancelled;
    assert_eq!(standing(&(&cancelled).into(), now), Standing::Cancelled);
    assert_eq!(standing(&(&occurrence(usual, counts(0, 0, 0))).into(), at("2026-12-01T16:00:00")), Standing::Over);
}

#[test]
fn a_wall_time_that_does_not_exist_makes_no_date() {
    let admission = Admission::usual(None);
    let now = at("2027-01-01T00:00:00");
    let gap = datetime(2027, 3, 28, 2, 30, 0, 0);
    assert!(Occurrence::new(EventId::new(now), gap, None, ZONE, admission, now).is_none());
    assert_eq!(instant(gap, ZONE), None);
    let fold = datetime(2027, 10, 31, 2, 30, 0, 0);
    assert_eq!(instant(fold, ZONE), Some(at("2027-10-31T02:30:00+02:00")), "the first of the two");
}

#[test]
fn a_night_over_the_change_lasts_nine_hours() {
    let now = at("2027-10-01T00:00:00");
    let date =
        Occurrence::new(EventId::new(now), datetime(2027, 10, 30, 22, 0, 0, 0), Some(datetime(2027, 10, 31, 6, 0, 0, 0)), ZONE, Admission::usual(None), now)
            .unwrap();
    assert_eq!(date.ends.since(date.starts).minutes(), 9 * 60);
}

#[test]
fn an_end_before_the_start_counts_as_open() {
    let now = at("2026-11-01T00:00:00");
    let start = datetime(2026, 12, 1, 14, 0, 0, 0);
    let date = Occurrence::new(EventId::new(now), start, Some(datetime(2026, 12, 1, 13, 0, 0, 0)), ZONE, Admission::usual(None), now).unwrap();
    assert!(date.open_end && date.ends > date.starts);
    assert_eq!(key_of(start), "2026-12-01-1400");
    assert_eq!(time_words(Days { lang: Lang::De, today: start.date() }, date.local_start, date.local_end, true), "ab 14\u{a0}Uhr");
}
