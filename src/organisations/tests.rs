use proptest::prelude::*;

use super::{Cost, Domain, Kind, Organisation, OrganisationId, of_address};
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

#[test]
fn a_cost_is_shared_by_persons_by_organisations_or_for_each() {
    assert_eq!(Cost::None.shares(&[3, 1]), [0, 0]);
    assert_eq!(Cost::PerPerson(4_000).shares(&[3, 1]), [12_000, 4_000]);
    assert_eq!(Cost::ByPersons(60_000).shares(&[3, 1]), [45_000, 15_000]);
    assert_eq!(Cost::ByPersons(10_000).shares(&[1, 1, 1]), [3_334, 3_333, 3_333], "the cent that is left goes to the first of equals");
    assert_eq!(Cost::ByPersons(100).shares(&[1, 2, 4]), [14, 29, 57], "and else to who lost most by rounding");
    assert_eq!(Cost::ByOrganisations(10_001).shares(&[7, 0, 2]), [5_001, 0, 5_000]);
    assert_eq!(Cost::ByPersons(100).shares(&[0, 0]), [0, 0]);
    assert_eq!(Cost::None.or_price(500), Cost::PerPerson(500));
    assert_eq!(Cost::ByPersons(1).or_price(500), Cost::ByPersons(1));
}

proptest! {
    #[test]
    fn shares_add_up_to_the_cost_and_nobody_is_more_than_a_cent_off(cents in 0_i64..=100_000_000, persons in prop::collection::vec(0_u32..=5_000, 1..40)) {
        let all: u32 = persons.iter().sum();
        for (cost, weights) in [(Cost::ByPersons(cents), persons.clone()), (Cost::ByOrganisations(cents), persons.iter().map(|n| u32::from(*n > 0)).collect::<Vec<_>>())] {
            let (shares, sum) = (cost.shares(&persons), i128::from(weights.iter().sum::<u32>()));
            prop_assert_eq!(shares.len(), persons.len());
            if all > 0 {
                prop_assert_eq!(shares.iter().sum::<i64>(), cents);
                for (share, weight) in shares.iter().zip(&weights) {
                    // A whole cent apart at most: |share − cents · weight / sum| < 1.
                    let off = i128::from(*share) * sum - i128::from(cents) * i128::from(*weight);
                    prop_assert!(off.abs() < sum);
                    prop_assert!(*weight > 0 || *share == 0);
                }
            }
        }
    }
}
