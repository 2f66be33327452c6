use jiff::civil::{Date, DateTime, Time, Weekday, date, time};
use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::content::{Checked, Content, Picture};
use super::hours::{Stretch, rows, week};
use super::imprint::missing;
use super::reach::Reach;
use super::written::{Kind, PageId, Standing, Written};
use crate::clock::Instant;
use crate::db::HubId;
use crate::ids::SiteId;
use crate::tenancy::{ClosedDay, Hub, Opening, Site};
use crate::texts::{Lang, Texts};
use crate::ui::open_line;
use crate::ui::{midnight, next_turn};

const DE: Texts = Texts { lang: Lang::De };
const EN: Texts = Texts { lang: Lang::En };
/// Clocks go from 2 to 3.
const SPRING: Date = date(2027, 3, 28);
/// Clocks go from 3 back to 2.
const AUTUMN: Date = date(2027, 10, 31);

fn opening(weekday: Weekday, opens: Time, closes: Time) -> Opening {
    Opening { weekday: weekday.to_monday_one_offset(), opens, closes }
}

fn hours(from: i8, to: i8) -> (Time, Time) {
    (time(from, 0, 0, 0), time(to % 24, 0, 0, 0))
}

fn hub(openings: Vec<Opening>) -> Hub {
    let site = Site {
        id: SiteId::new(Instant::from_micros(0)),
        name: "Haus".to_owned(),
        street: "Musterweg 1".to_owned(),
        postcode: "01900".to_owned(),
        town: "Musterstadt".to_owned(),
        directions: String::new(),
        wheelchair: String::new(),
        hearing: String::new(),
        openings,
    };
    Hub {
        id: HubId::from_raw(1),
        slug: "muster".to_owned(),
        name: "Hub Muster".to_owned(),
        owner_line: String::new(),
        phone: "035952 01234".to_owned(),
        phone_hours: String::new(),
        email: "hub@example.org".to_owned(),
        zone: "Europe/Berlin".to_owned(),
        tz: TimeZone::get("Europe/Berlin").unwrap(),
        domain: None,
        claim: Vec::new(),
        welcome: String::new(),
        partners: Vec::new(),
        legal: crate::tenancy::Legal::default(),
        demo: false,
        sites: vec![site],
        closed_days: Vec::new(),
        look: crate::tenancy::Look::default(),
        sheet: None,
    }
}

/// An instant written as UTC.
fn utc(text: &str) -> Instant {
    Instant::from_micros(text.parse::<jiff::Timestamp>().unwrap().as_microsecond())
}

/// The first instant at which the hub's clock shows this.
fn local(hub: &Hub, at: DateTime) -> Instant {
    Instant::from_micros(hub.tz.to_ambiguous_timestamp(at).earlier().unwrap().as_microsecond())
}

#[test]
fn days_in_a_row_with_the_same_hours_stand_in_one_line() {
    let (morning, evening) = (hours(9, 13), hours(14, 18));
    let mut openings: Vec<Opening> =
        [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Friday].map(|day| opening(day, morning.0, morning.1)).to_vec();
    openings.push(opening(Weekday::Thursday, evening.0, evening.1));
    openings.insert(0, opening(Weekday::Thursday, morning.0, morning.1));
    let stretch = |first, last, times: &[(Time, Time)]| Stretch { first, last, times: times.to_vec() };
    assert_eq!(
        week(&openings),
        [
            stretch(Weekday::Monday, Weekday::Wednesday, &[morning]),
            stretch(Weekday::Thursday, Weekday::Thursday, &[morning, evening]),
            stretch(Weekday::Friday, Weekday::Friday, &[morning]),
        ]
    );
}

#[test]
fn a_closed_day_between_parts_the_days_beside_it() {
    let (opens, closes) = hours(9, 13);
    let found = week(&[Weekday::Monday, Weekday::Wednesday].map(|day| opening(day, opens, closes)));
    assert_eq!(
        found.iter().map(|stretch| (stretch.first, stretch.last)).collect::<Vec<_>>(),
        [(Weekday::Monday, Weekday::Monday), (Weekday::Wednesday, Weekday::Wednesday)]
    );
    assert_eq!(week(&[]), []);
}

#[test]
fn the_table_of_hours_reads_in_both_languages() {
    let late = hours(18, 24);
    let openings = [
        (Weekday::Monday, hours(9, 13)),
        (Weekday::Tuesday, hours(9, 13)),
        (Weekday::Wednesday, hours(9, 13)),
        (Weekday::Friday, late),
        (Weekday::Saturday, late),
    ];
    let openings = openings.map(|(day, (opens, closes))| opening(day, opens, closes));
    let plain = |rows: Vec<(String, String)>| {
        rows.into_iter().map(|(days, times)| format!("{days}: {times}").replace('\u{a0}', " ").replace('\u{2060}', "")).collect::<Vec<_>>()
    };
    assert_eq!(plain(rows(DE, &openings)), ["Montag bis Mittwoch: 9–13 Uhr", "Freitag und Samstag: 18–24 Uhr"]);
    assert_eq!(plain(rows(EN, &openings)), ["Monday to Wednesday: 09:00–13:00", "Friday and Saturday: 18:00–24:00"]);
}

#[test]
fn the_open_line_turns_at_opening_closing_and_midnight() {
    let (opens, closes) = hours(9, 13);
    let hub = hub(vec![opening(Weekday::Monday, opens, closes)]);
    for (now, turn) in [
        ("2026-11-22T23:00:00Z", "2026-11-23T08:00:00Z"),
        ("2026-11-23T07:59:59.999999Z", "2026-11-23T08:00:00Z"),
        ("2026-11-23T08:00:00Z", "2026-11-23T12:00:00Z"),
        ("2026-11-23T12:00:00Z", "2026-11-23T23:00:00Z"),
        ("2026-11-24T10:00:00Z", "2026-11-24T23:00:00Z"),
    ] {
        assert_eq!(next_turn(&hub, utc(now)), utc(turn), "{now}");
    }
}

#[test]
fn the_day_of_a_clock_change_has_its_own_opening_instant_and_length() {
    let (opens, closes) = hours(9, 13);
    let hub = hub(vec![opening(Weekday::Sunday, opens, closes)]);
    assert_eq!(next_turn(&hub, utc("2027-03-28T05:00:00Z")), utc("2027-03-28T07:00:00Z"));
    assert_eq!(next_turn(&hub, utc("2027-10-31T05:00:00Z")), utc("2027-10-31T08:00:00Z"));
    let length = |day: Date| midnight(&hub, local(&hub, day.at(0, 0, 0, 0))).since(local(&hub, day.at(0, 0, 0, 0))).minutes() / 60;
    assert_eq!([length(SPRING), length(AUTUMN), length(date(2027, 6, 1))], [23, 25, 24]);
}

#[test]
fn an_hour_that_comes_twice_turns_the_line_each_time() {
    let hub = hub(vec![opening(Weekday::Sunday, time(2, 30, 0, 0), time(4, 0, 0, 0))]);
    let mut at = utc("2027-10-31T00:00:00Z");
    let mut turns = Vec::new();
    while turns.len() < 4 {
        at = next_turn(&hub, at);
        turns.push(at);
    }
    assert_eq!(turns, ["2027-10-31T00:30:00Z", "2027-10-31T01:00:00Z", "2027-10-31T01:30:00Z", "2027-10-31T03:00:00Z"].map(utc));
}

#[test]
fn an_opening_in_the_hour_that_is_left_out_begins_with_the_change() {
    let hub = hub(vec![opening(Weekday::Sunday, time(2, 30, 0, 0), time(4, 0, 0, 0))]);
    let change = utc("2027-03-28T01:00:00Z");
    let before = Instant::from_micros(change.micros() - 1);
    assert!(!open_line(&hub, DE, before).1);
    assert!(open_line(&hub, DE, change).1);
    assert!(next_turn(&hub, utc("2027-03-28T00:45:00Z")) <= change);
}

proptest! {
    #[test]
    fn the_open_line_reads_the_same_until_its_next_turn(
        spans in prop::collection::vec((1_i8..=7, 0_i16..=95, 1_i16..=96), 0..6),
        day in prop::sample::select(vec![SPRING, AUTUMN, date(2026, 11, 23), date(2026, 12, 24)]),
        minute in 0_i64..(25 * 60),
        share in 0.0_f64..1.0,
    ) {
        let quarter = |n: i16| { let n = i8::try_from(n % 96).unwrap(); time(n / 4, n % 4 * 15, 0, 0) };
        let mut openings: Vec<Opening> = spans.into_iter().filter(|(_, from, to)| from < to).map(|(weekday, from, to)| Opening { weekday, opens: quarter(from), closes: quarter(to) }).collect();
        openings.sort_by_key(|opening| (opening.weekday, opening.opens));
        let mut hub = hub(openings);
        hub.closed_days.push(ClosedDay { day: date(2026, 12, 24), reason: "Heiligabend".to_owned() });
        let now = Instant::from_micros(local(&hub, day.at(0, 0, 0, 0)).micros() + minute * 60_000_000);
        let turn = next_turn(&hub, now);
        prop_assert!(turn > now);
        prop_assert!(turn <= midnight(&hub, now));
        #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::as_conversions, reason = "any instant between will do")]
        let between = now.micros() + ((turn.micros() - 1 - now.micros()) as f64 * share) as i64;
        for later in [between, turn.micros() - 1] {
            prop_assert_eq!(open_line(&hub, DE, now), open_line(&hub, DE, Instant::from_micros(later)));
        }
    }
}

#[test]
fn letters_go_to_the_main_place_and_nowhere_without_an_address() {
    let mut hub = hub(Vec::new());
    assert_eq!(Reach::of(&hub).post, ["Hub Muster", "Musterweg 1", "01900 Musterstadt"]);
    hub.sites[0].street.clear();
    assert_eq!(Reach::of(&hub).post, ["Hub Muster", "01900 Musterstadt"]);
    hub.sites.clear();
    assert_eq!(Reach::of(&hub).post, Vec::<String>::new());
    assert!(!Reach::of(&hub).is_empty());
    hub.phone.clear();
    hub.email.clear();
    assert!(Reach::of(&hub).is_empty());
}

#[test]
fn the_imprint_names_as_missing_what_the_hub_has_not_entered() {
    let mut hub = hub(Vec::new());
    let full = missing(DE, &hub, &Reach::of(&hub));
    assert!(full.contains(&"Vertretungsberechtigt: noch einzutragen"), "{full:?}");
    assert!(!full.contains(&DE.pages_missing_phone()) && !full.contains(&DE.pages_missing_address()), "{full:?}");
    hub.phone.clear();
    let without = missing(DE, &hub, &Reach::of(&hub));
    assert!(without.contains(&DE.pages_missing_phone()), "{without:?}");
    assert_eq!(without.len(), full.len() + 1);
    hub.legal.representative = "Die Bürgermeisterin".to_owned();
    let entered = missing(DE, &hub, &Reach::of(&hub));
    assert!(!entered.contains(&"Vertretungsberechtigt: noch einzutragen"), "{entered:?}");
    assert_eq!(entered.len(), without.len() - 1);
}

/// Texts of several lines become lists: a line too few in one language would be an entry too few.
#[test]
fn texts_of_several_lines_have_as_many_in_both_languages() {
    let pages = crate::texts::KEYS.iter().filter(|(key, _, _)| key.starts_with("pages-"));
    let mut of_several = 0;
    for (key, de, en) in pages {
        of_several += usize::from(de.lines().count() > 1);
        assert_eq!(de.lines().count(), en.lines().count(), "{key}");
        assert!(de.lines().chain(en.lines()).all(|line| !line.trim().is_empty() && line == line.trim()), "{key}");
    }
    assert!(of_several > 10);
}

#[test]
fn easy_language_keeps_its_lines_short() {
    for (key, de, en) in crate::texts::KEYS.iter().filter(|(key, _, _)| key.starts_with("pages-easy-")) {
        for line in de.lines().chain(en.lines()) {
            assert!(line.split(['.', '?']).all(|sentence| sentence.split_whitespace().count() <= 12), "{key}: {line}");
            assert!(!line.contains('·'), "{key}: {line}");
        }
    }
}

fn draft(head: i64) -> Written {
    let mut page = Written::blank(PageId::new(Instant::from_micros(0)), Kind::News, "neues".to_owned());
    page.head = head;
    page
}

#[test]
fn what_is_to_come_takes_its_place_by_itself_and_what_stands_there_stays_until_then() {
    let at = Instant::from_micros;
    let mut page = draft(1);
    assert_eq!(page.standing(at(5)), Standing::Draft);
    page.publish(at(20), at(5));
    assert_eq!((page.standing(at(19)), page.standing(at(20))), (Standing::Scheduled(at(20)), Standing::Published));
    assert_eq!(page.since, Some(at(20)));
    page.head = 2;
    assert_eq!(page.standing(at(30)), Standing::Changed);
    page.publish(at(40), at(30));
    assert_eq!((page.standing(at(39)), page.standing(at(40))), (Standing::Following(at(40)), Standing::Published));
    assert_eq!((page.shown.map(|turn| turn.revision), page.next.map(|turn| turn.revision)), (Some(1), Some(2)));
    assert_eq!(page.since, Some(at(20)), "a correction does not make old news new");
    page.withdraw();
    assert_eq!((page.standing(at(50)), page.since), (Standing::Draft, None));
}

#[test]
fn published_at_once_although_it_was_to_come_later_it_is_there_from_now_on() {
    let at = Instant::from_micros;
    let mut page = draft(1);
    page.publish(at(90), at(5));
    page.publish(at(3), at(7));
    assert_eq!((page.standing(at(7)), page.since, page.next), (Standing::Published, Some(at(7)), None));
}

#[test]
fn a_check_counts_only_for_the_words_it_was_made_for() {
    let checked = |by: &str| Checked { by: by.to_owned(), on: Some(date(2026, 11, 3)) };
    let mut before = Content { checked: checked("Lena"), ..Content::default() };
    before.easy.checked = checked("Prüfgruppe");
    before.easy.body = "Das ist ein Haus.".to_owned();
    let same = before.clone().with_honest_checks(&before);
    assert_eq!(same, (before.clone(), false));
    let mut easy = before.clone();
    easy.easy.body = "Das ist ein Haus mit Fenstern.".to_owned();
    let (after, taken) = easy.clone().with_honest_checks(&before);
    assert!(taken && !after.easy.checked.is_entered() && after.checked.is_entered());
    easy.easy.checked = checked("Neue Prüfgruppe");
    assert!(!easy.with_honest_checks(&before).1, "another check with the new words");
    let mut words = before.clone();
    words.en.title = "House".to_owned();
    let (after, taken) = words.with_honest_checks(&before);
    assert!(taken && !after.checked.is_entered() && after.easy.checked.is_entered());
    let never = Content::default();
    assert!(!before.with_honest_checks(&never).1, "a first check is no stale one");
}

#[test]
fn pictures_never_share_a_name_and_are_no_words() {
    let picture = |name: &str| Picture { name: name.to_owned(), ..Picture::default() };
    let mut content = Content { pictures: vec![picture("bild-1"), picture("bild-7")], ..Content::default() };
    assert_eq!(content.next_picture_name(), "bild-8");
    let before = content.clone();
    content.pictures.pop();
    content.cover = "bild-1".to_owned();
    assert!(content.says_the_same(&before));
    content.de.title = "Neu".to_owned();
    assert!(!content.says_the_same(&before));
}

#[test]
fn what_ships_as_pages_has_nothing_to_mend() {
    for file in [include_str!("prepared.toml"), include_str!("../../demo/pages.toml")] {
        let pages = super::prepared::contents(file).unwrap();
        assert!(pages.len() >= 4);
        for content in pages {
            for text in [&content.de.body, &content.en.body, &content.easy.body] {
                assert_eq!(crate::ui::slips(text, |_| false), [], "{}", content.de.title);
            }
            assert!(content.drawing.is_empty() || super::content::DRAWINGS.contains(&content.drawing.as_str()));
            assert!(!content.easy.checked.is_entered(), "nobody has checked {}", content.de.title);
        }
    }
}
