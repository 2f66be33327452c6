use super::{contact, welcome};
use crate::texts::{Lang, Texts};
use crate::ui::Fields;

const DE: Texts = Texts { lang: Lang::De };

fn fields(pairs: &[(&str, &str)]) -> Fields {
    Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

#[test]
fn a_contact_needs_a_name_and_a_zone_that_exists() {
    let flaws = contact::read(DE, &fields(&[("phone", "anrufen"), ("email", "hub@stadt"), ("zone", "Europe/Musterstadt")])).unwrap_err();
    let named: Vec<&str> = flaws.list.iter().map(|flaw| flaw.field.as_str()).collect();
    assert_eq!(named, ["name", "phone", "email", "zone"]);
    let contact = contact::read(DE, &fields(&[("name", "  Hub   Muster "), ("zone", "Europe/Berlin")])).unwrap();
    assert_eq!((contact.name.as_str(), contact.phone.as_str()), ("Hub Muster", ""));
}

#[test]
fn a_claim_has_three_short_lines_at_most() {
    let read = welcome::read(DE, &fields(&[("claim", "Kommen.\r\n\r\nFragen.")])).unwrap();
    assert_eq!(read.claim, ["Kommen.", "Fragen."]);
    assert!(welcome::read(DE, &fields(&[("claim", "a\nb\nc\nd")])).unwrap_err().has("claim"));
}
