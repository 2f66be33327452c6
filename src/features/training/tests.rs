use super::organisation::read;
use super::{cost_sharing, terms};
use crate::features::events::{EventId, Shared};
use crate::ids::OccasionId;
use crate::organisations::{Cost, Kind, OpenTo, OrganisationId, Training};
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

#[test]
fn terms_are_read_with_seats_and_cost() {
    let typed = |pairs: &[(&str, &str)]| terms::read(DE, &fields(pairs), &[]);
    let read = typed(&[("open_to", "all"), ("seats", "3"), ("cost", "persons"), ("amount", "600,50 €")]).unwrap();
    assert_eq!((read.open_to, read.seats, read.cost), (OpenTo::All, Some(3), Cost::ByPersons(60_050)));
    assert_eq!(typed(&[("cost", "none"), ("amount", "")]).unwrap(), Training::default());
    for wrong in ["", "0", "sechshundert", "600,5", "-1", "1.000,00"] {
        assert!(typed(&[("cost", "person"), ("amount", wrong)]).unwrap_err().has("amount"), "{wrong}");
    }
    assert!(typed(&[("seats", "viele")]).unwrap_err().has("seats"));
    assert!(typed(&[("open_to", "some")]).unwrap_err().has("open_to"));
}

#[test]
fn each_date_is_shared_by_its_own_organisations() {
    let shared = |date: u128, organisation: u128, registered| Shared {
        event: EventId(uuid::Uuid::from_u128(1)),
        title: "E-Akte".to_owned(),
        price_cents: 0,
        date: OccasionId(uuid::Uuid::from_u128(date)),
        start: jiff::civil::date(2026, 12, 8).at(9, 0, 0, 0),
        organisation: OrganisationId(uuid::Uuid::from_u128(organisation)),
        registered,
        attended: 1,
    };
    let all = [shared(1, 1, 2), shared(1, 2, 1), shared(2, 1, 4)];
    let rows = cost_sharing::rows(&all, |_| Cost::ByPersons(10_000), |one| one.organisation.to_string());
    assert_eq!(rows.iter().map(|row| row.cents).collect::<Vec<_>>(), [6_667, 3_333, 10_000]);
    assert_eq!(["0,00", "0,05", "66,67", "1234,50"], [0, 5, 6_667, 123_450].map(cost_sharing::decimal).each_ref().map(String::as_str));
}
