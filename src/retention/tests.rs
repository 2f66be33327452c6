use booking::Span;

use super::{CLASSES, Kept, Periods, Record, span_words};
use crate::db::MIGRATIONS;
use crate::texts::{Lang, Texts};

const DE: Texts = Texts { lang: Lang::De };
/// Columns that say something about a person.
const PERSONAL: [&str; 9] =
    ["name text", "email text", "phone text", "person text", "payload text", "account_id uuid", "host text", "folded text", "contact text"];
/// Tables with such columns that say nothing about people: places, and keys and settings of the installation.
const NOT_PERSONAL: [&str; 3] = ["site", "secret", "setting"];

#[test]
fn every_table_that_says_something_about_a_person_belongs_to_a_class() {
    let texts = MIGRATIONS.iter().flat_map(|migration| migration.text.split("create table ").skip(1));
    let tables = texts.map(|table| table.split(");").next().unwrap());
    let personal = tables.filter(|table| PERSONAL.iter().any(|column| table.contains(&format!(" {column}"))));
    let names: Vec<&str> = personal.map(|table| table.split(' ').next().unwrap()).filter(|name| !NOT_PERSONAL.contains(name)).collect();
    assert!(names.len() > 6, "{names:?}");
    for name in names {
        assert!(CLASSES.iter().any(|class| class.tables.contains(&name)), "{name} is in no class of src/retention/classes.rs");
    }
}

#[test]
fn every_class_stands_in_the_table_once_and_is_found_by_its_word() {
    for class in CLASSES {
        assert_eq!(CLASSES.iter().filter(|other| other.record == class.record).count(), 1, "{:?}", class.record);
        assert_eq!(Record::parse(class.record.as_str()), Some(class.record));
        assert_eq!(class.record.class().record, class.record);
        assert!(crate::keeping::night::is_cared_for(class.record), "nobody removes {:?}", class.record);
    }
}

#[test]
fn a_hub_sets_periods_only_within_their_bounds() {
    let usual = Periods::default();
    assert_eq!((usual.days(Record::Registration), usual.days(Record::Form), usual.days(Record::Account)), (Some(30), None, None));
    assert_eq!(usual.span(Record::Form), Some(Span::from_days(7)));
    assert_eq!(usual.span(Record::Account), None);
    let set = Periods::new([(Record::Registration, 1), (Record::Waitlist, 9), (Record::History, 999), (Record::Form, 300)]);
    assert_eq!((set.days(Record::Registration), set.days(Record::Waitlist), set.days(Record::History)), (Some(7), Some(9), Some(180)));
    assert_eq!(set.span(Record::Form), Some(Span::from_days(7)), "not for the hub to say");
    for class in CLASSES {
        if let Kept::Days { usual, least, most } = class.kept {
            assert!(0 < least && least <= usual && usual <= most, "{:?}", class.record);
        }
    }
}

#[test]
fn periods_are_said_in_the_largest_unit_that_is_whole() {
    let words: Vec<String> =
        [Span::from_days(1), Span::from_days(30), Span::from_days(1095), Span::from_hours(12), Span::from_minutes(10)].map(|span| span_words(DE, span)).into();
    assert_eq!(words, ["1 Tag", "30 Tage", "3 Jahre", "12 Stunden", "10 Minuten"]);
    assert_eq!(Periods::default().words(DE, Record::Registration), "30 Tage nach dem Ende der Veranstaltung");
}
