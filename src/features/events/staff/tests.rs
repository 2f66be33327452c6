//! The pure parts: the table file, days, what search understands, who gets a letter.

use booking::State;
use jiff::civil::date;

use super::csv::{escaped, table};
use super::message::{Audience, once};
use super::participants::fits;
use super::people::{Doors, headcount};
use super::telephone::settled;
use super::{day, find};
use crate::bookings::{Booking, Channel, Paper};
use crate::clock::Instant;
use crate::ids::{BookingId, OccasionId};
use crate::texts::Lang;
use crate::ui::Fields;

const NOW: Instant = Instant::from_micros(1_796_130_000_000_000);

fn booking(name: &str, state: State, seats: u32) -> Booking {
    Booking {
        id: BookingId::new(NOW),
        occasion: OccasionId::new(NOW),
        state,
        seats,
        since: NOW,
        deadline: None,
        name: name.to_owned(),
        email: "erika@example.org".to_owned(),
        phone: "+49 35952 01234".to_owned(),
        companions: vec!["Jadwiga Přikład".to_owned()],
        answers: Vec::new(),
        note: String::new(),
        paper: Paper::None,
        channel: Channel::Staff,
        lang: Lang::De,
        code: "K7QDM3XA".to_owned(),
        sequence: 0,
        created_at: NOW,
        changed_at: NOW,
        organisation: None,
    }
}

#[test]
fn no_cell_is_taken_for_a_formula() {
    for cell in ["=1+1", "+49 35952 01234", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1+1", "\u{feff}=1"] {
        assert!(escaped(cell).trim_start_matches('"').starts_with('\''), "{cell:?} became {:?}", escaped(cell));
    }
}

#[test]
fn plain_cells_stay_as_they_are() {
    for cell in ["", "Erika Beispiel", "035952 01234", "erika@example.org", "2 Personen, mit Hans", "Köln-Süd"] {
        assert_eq!(escaped(cell), cell);
    }
}

#[test]
fn a_cell_with_the_marks_of_the_format_stands_in_quotation_marks() {
    assert_eq!(escaped("Rollstuhl; Höranlage"), "\"Rollstuhl; Höranlage\"");
    assert_eq!(escaped("genannt \"Eri\""), "\"genannt \"\"Eri\"\"\"");
    assert_eq!(escaped("zwei\nZeilen"), "\"zwei\nZeilen\"");
    assert_eq!(escaped("=\"x\";1"), "\"'=\"\"x\"\";1\"");
}

#[test]
fn a_table_begins_with_a_byte_order_mark_and_has_one_line_for_each_row() {
    let rows = [vec!["Name".to_owned(), "Personen".to_owned()], vec!["Beispiel; Erika".to_owned(), "2".to_owned()]];
    assert_eq!(table(&rows), "\u{feff}Name;Personen\r\n\"Beispiel; Erika\";2\r\n");
}

#[test]
fn a_page_shows_the_day_it_is_asked_for_and_today_otherwise() {
    let today = date(2026, 11, 30);
    assert_eq!(day::chosen("2026-12-01", today), date(2026, 12, 1));
    assert_eq!(day::chosen("10.12.", today), date(2026, 12, 10));
    assert_eq!(day::chosen("2026-02-30", today), today);
    assert_eq!(day::chosen("<script>", today), today);
    assert_eq!(day::chosen("", today), today);
}

#[test]
fn days_lead_on_over_the_ends_of_months_and_years_but_not_of_the_calendar() {
    assert_eq!(day::around(date(2026, 12, 1)), (Some(date(2026, 11, 30)), Some(date(2026, 12, 2))));
    assert_eq!(day::around(date(2026, 12, 31)).1, Some(date(2027, 1, 1)));
    assert_eq!(day::around(jiff::civil::Date::MAX).1, None);
    assert_eq!(day::around(jiff::civil::Date::MIN).0, None);
}

#[test]
fn search_looks_for_the_beginnings_of_words_in_any_spelling() {
    assert_eq!(find::terms("Schöne, Petra"), ["schone", "petra"]);
    assert_eq!(find::terms("SCHOENE"), ["schone"]);
    assert_eq!(find::terms("Groß"), ["gross"]);
    assert_eq!(find::terms("Erika@Example.org"), ["erika", "example", "org"]);
    assert_eq!(find::terms("a b c d").len(), 3);
    assert!(find::terms(" ;% ").is_empty());
    assert_eq!(find::patterns("Sch%").unwrap().0, ["% sch%", "%", "%"]);
    assert!(find::patterns("").is_none());
}

#[test]
fn a_telephone_number_is_found_however_it_is_written() {
    for typed in ["+49 35952 01234", "0049 (35952) 01234", "035952/01234", "035952"] {
        assert!(fits(&booking("Erika Beispiel", State::Confirmed, 1), "", typed), "{typed}");
    }
    assert!(!fits(&booking("Erika Beispiel", State::Confirmed, 1), "", "035953"));
    assert!(find::terms("12").is_empty(), "two digits say nothing");
}

#[test]
fn a_list_is_searched_by_name_companion_and_mail_address() {
    let erika = booking("Erika Müller-Schöne", State::Confirmed, 2);
    for typed in ["erika", "mueller", "Muller", "schoene erika", "Prikl", "erika@example"] {
        assert!(fits(&erika, "", typed), "{typed}");
    }
    for typed in ["rika", "Hans", "erika hans"] {
        assert!(!fits(&erika, "", typed), "{typed}");
    }
    assert!(fits(&erika, "Stadt Großröhrsdorf", "grossroehrs erika") && !fits(&erika, "", "grossroehrs"));
}

#[test]
fn people_are_counted_not_registrations() {
    let list = [
        booking("a", State::Confirmed, 2),
        booking("b", State::Attended, 3),
        booking("c", State::NoShow, 1),
        booking("d", State::Waiting, 4),
        booking("e", State::Cancelled, 5),
        booking("f", State::Offered, 6),
    ];
    assert_eq!(headcount(list.iter()), (6, 3));
}

#[test]
fn arrivals_are_noted_from_a_day_before_and_absences_from_the_start() {
    let starts = NOW;
    let at = |hours: i64| Doors::at(starts, NOW.plus(booking::Span::from_hours(hours)));
    assert_eq!(at(-25), Doors { open: false, begun: false });
    assert_eq!(at(-24), Doors { open: true, begun: false });
    assert_eq!(at(0), Doors { open: true, begun: true });
}

#[test]
fn a_letter_goes_to_the_chosen_and_never_to_those_who_cancelled() {
    let seated = Audience { seated: true, waiting: false };
    let waiting = Audience { seated: false, waiting: true };
    assert!(seated.takes_in(State::Confirmed) && !seated.takes_in(State::Waiting) && !seated.takes_in(State::Offered));
    assert!(waiting.takes_in(State::Waiting) && waiting.takes_in(State::Offered) && !waiting.takes_in(State::Confirmed));
    let all = Audience { seated: true, waiting: true };
    for gone in [State::Cancelled, State::Declined, State::Expired] {
        assert!(!all.takes_in(gone), "{gone:?}");
    }
}

#[test]
fn the_name_of_a_wish_follows_from_its_form_and_does_not_give_it_away() {
    assert_eq!(once("key-1"), once("key-1"));
    assert_ne!(once("key-1"), once("key-2"));
    assert!(once("key-1").chars().all(|c| c.is_ascii_alphanumeric()) && !once("key-1").contains("key"));
}

#[test]
fn another_date_chosen_after_a_refusal_takes_the_place_of_the_first() {
    let fields = |instead: &str| {
        Fields([("occasion", "wait.1"), ("instead", instead), ("name", "Otto")].map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec())
    };
    assert_eq!(settled(fields("2")).get("occasion"), "2");
    assert_eq!(settled(fields("")).get("occasion"), "wait.1");
    assert_eq!(settled(fields("2")).get("name"), "Otto");
    let once = settled(fields("2"));
    assert_eq!(settled(once.clone()), once, "the form that comes back says the same");
}
