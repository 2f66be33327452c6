use super::notice::missing;
use super::store::Details;
use super::{details, periods};
use crate::retention::Record;
use crate::texts::{Lang, Texts};
use crate::ui::Fields;

const DE: Texts = Texts { lang: Lang::De };

fn form(pairs: &[(&str, &str)]) -> Fields {
    Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

#[test]
fn a_period_out_of_bounds_is_named_with_its_bounds() {
    let typed = [
        ("registration", "30"),
        ("waitlist", "91"),
        ("history", "x"),
        ("sent_mail", "7"),
        ("stuck_mail", ""),
        ("page_revision", "365"),
        ("barrier", "30"),
        ("organisation_contact", "730"),
    ];
    let flaws = periods::read(DE, &form(&typed)).unwrap_err();
    let words: Vec<(&str, &str)> = flaws.list.iter().map(|flaw| (flaw.field.as_str(), flaw.words.as_str())).collect();
    assert_eq!(words.iter().map(|(field, _)| *field).collect::<Vec<_>>(), ["waitlist", "history", "stuck_mail"]);
    assert_eq!(words[0].1, "Wartelisten: Geben Sie eine Zahl von 1 bis 90 ein");
}

#[test]
fn periods_within_their_bounds_are_taken() {
    let typed = [
        ("registration", "180"),
        ("waitlist", "1"),
        ("history", " 7 "),
        ("sent_mail", "7"),
        ("stuck_mail", "60"),
        ("page_revision", "90"),
        ("barrier", "365"),
        ("organisation_contact", "90"),
    ];
    let days = periods::read(DE, &form(&typed)).unwrap();
    assert!(days.contains(&(Record::Registration, 180)) && days.contains(&(Record::History, 7)), "{days:?}");
    assert_eq!(days.len(), typed.len());
}

#[test]
fn what_the_hub_has_entered_is_no_longer_missing() {
    assert_eq!(missing(DE, &Details::default()).len(), 6);
    let entered = details::read(DE, &form(&[("controller", "Stadt Muster\r\nMarkt 1"), ("backup_days", "14")])).unwrap();
    assert_eq!(entered.controller, "Stadt Muster\nMarkt 1");
    assert_eq!(missing(DE, &entered).len(), 4);
    assert!(details::read(DE, &form(&[("backup_days", "0")])).unwrap_err().has("backup_days"));
}
