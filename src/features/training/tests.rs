use super::organisation::read;
use crate::organisations::Kind;
use crate::texts::{Lang, Texts};
use crate::ui::Fields;

const DE: Texts = Texts { lang: Lang::De };

fn fields(pairs: &[(&str, &str)]) -> Fields {
    Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

#[test]
fn an_organisation_is_read_with_its_domains_once_each() {
    let typed = [("name", " Stadt  Pulsnitz "), ("kind", "town"), ("domains", "@stadt-pulsnitz.example\r\nStadt-Pulsnitz.example, bauhof.example")];
    let read = read(DE, &fields(&typed)).unwrap();
    assert_eq!((read.name.as_str(), read.kind, read.contact), ("Stadt Pulsnitz", Kind::Town, None));
    assert_eq!(read.domains.iter().map(|domain| domain.as_str()).collect::<Vec<_>>(), ["stadt-pulsnitz.example", "bauhof.example"]);
}

#[test]
fn what_is_wrong_with_an_organisation_is_said_at_its_field() {
    let typed = [("name", ""), ("domains", "gmx.de"), ("contact_email", "rathaus")];
    let flaws = read(DE, &fields(&typed)).unwrap_err();
    assert_eq!(flaws.list.iter().map(|flaw| flaw.field.as_str()).collect::<Vec<_>>(), ["name", "domains", "contact_email", "contact_name"]);
    assert!(read(DE, &fields(&[("name", "Stadt"), ("contact_name", "Kim Klein")])).unwrap_err().has("contact_email"));
}
