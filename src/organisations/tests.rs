use super::{Domain, Kind, Organisation, OrganisationId, of_address};
use crate::mail::EmailAddress;

fn organisation(number: u128, domains: &[&str]) -> Organisation {
    Organisation {
        id: OrganisationId(uuid::Uuid::from_u128(number)),
        name: format!("Stadt {number}"),
        kind: Kind::Town,
        domains: domains.iter().map(|domain| Domain::parse(domain).unwrap()).collect(),
        code: format!("{number:08}"),
        contact: None,
    }
}

#[test]
fn a_mail_address_belongs_to_the_organisation_of_its_domain() {
    let all = [organisation(1, &["stadt-pulsnitz.example"]), organisation(2, &["kreis.example"]), organisation(3, &["schulen.kreis.example"])];
    let of = |address: &str| of_address(&all, &EmailAddress::parse(address).unwrap()).map(|one| one.id.0.as_u128());
    assert_eq!(of("j.muster@stadt-pulsnitz.example"), Some(1));
    assert_eq!(of("J.Muster@Stadt-Pulsnitz.EXAMPLE"), Some(1));
    assert_eq!(of("j.muster@amt2.stadt-pulsnitz.example"), Some(1));
    assert_eq!(of("a@kreis.example"), Some(2));
    assert_eq!(of("a@schulen.kreis.example"), Some(3), "the longer domain decides");
    for stranger in ["a@andere-stadt-pulsnitz.example", "a@stadt-pulsnitz.example.org", "a@example.org", "stadt-pulsnitz.example@example.org"] {
        assert_eq!(of(stranger), None, "{stranger}");
    }
}

#[test]
fn domains_are_read_as_people_type_them() {
    let read = |typed: &str| Domain::parse(typed).map(|domain| domain.as_str().to_owned());
    for typed in ["stadt-pulsnitz.example", " @Stadt-Pulsnitz.example ", "info@stadt-pulsnitz.example"] {
        assert_eq!(read(typed).as_deref(), Some("stadt-pulsnitz.example"), "{typed}");
    }
    for typed in ["", "pulsnitz", "stadt pulsnitz.example", "https://pulsnitz.example/", "-a.example"] {
        assert_eq!(read(typed), None, "{typed}");
    }
    assert!(Domain::parse("gmx.de").unwrap().is_for_everybody() && !Domain::parse("pulsnitz.example").unwrap().is_for_everybody());
}

#[test]
fn kinds_are_found_by_their_words() {
    for kind in Kind::ALL {
        assert_eq!(Kind::parse(kind.as_str()), Some(kind));
    }
    assert_eq!(Kind::parse("village"), None);
}
