use jiff::civil::{Date, date};

use super::settings::read;
use super::statement::{is_stale, of_program};
use super::store::{Reason, Statement, Status};
use crate::texts::{Lang, Texts};
use crate::ui::Fields;

const DE: Texts = Texts { lang: Lang::De };
const TODAY: Date = date(2026, 12, 1);

fn form(pairs: &[(&str, &str)]) -> Fields {
    Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

#[test]
fn a_statement_is_stale_the_day_after_its_twelve_months() {
    let of = |checked_on| Statement { checked_on, ..of_program(DE) };
    assert!(!is_stale(&of(date(2025, 12, 1)), TODAY));
    assert!(is_stale(&of(date(2025, 11, 30)), TODAY));
    assert!(!is_stale(&of(date(2028, 2, 29)), date(2029, 2, 28)));
}

#[test]
fn what_holds_for_the_program_is_the_same_in_both_languages() {
    let [de, en] = [Lang::De, Lang::En].map(|lang| of_program(Texts { lang }).gaps);
    assert_eq!(de.len(), en.len());
    assert!(de.len() > 4 && de.iter().chain(&en).all(|gap| !gap.gap.is_empty() && !gap.alternative.is_empty()));
}

#[test]
fn gaps_without_words_are_left_out_and_the_day_has_to_be_past() {
    let typed = [("status", "partly"), ("checked_on", "23.11.2026"), ("gap1", " "), ("gap2", "Kein Video"), ("reason2", "burden"), ("instead2", "Text")];
    let read_in = read(DE, &form(&typed), TODAY).unwrap();
    assert_eq!((read_in.gaps.len(), read_in.gaps[0].reason, read_in.checked_on), (1, Reason::Burden, date(2026, 11, 23)));
    for day in ["", "2.12.2026", "gestern vielleicht"] {
        assert!(read(DE, &form(&[("status", "fully"), ("checked_on", day)]), TODAY).unwrap_err().has("checked_on"), "{day}");
    }
    assert!(read(DE, &form(&[("status", "partly"), ("checked_on", "1.12.2026")]), TODAY).unwrap_err().has("gap1"));
    assert_eq!(read(DE, &form(&[("status", "fully"), ("checked_on", "1.12.2026")]), TODAY).unwrap().status, Status::Fully);
}
