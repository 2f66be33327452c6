use super::partner::read;
use crate::tenancy::Partner;
use crate::texts::{Lang, Texts};
use crate::ui::Fields;

const DE: Texts = Texts { lang: Lang::De };

fn partner(name: &str) -> Partner {
    Partner { name: name.to_owned(), about: String::new(), link: String::new(), logo: None }
}

fn fields(name: &str, link: &str) -> Fields {
    Fields([("name", name), ("link", link)].map(|(name, value)| (name.to_owned(), value.to_owned())).into())
}

#[test]
fn a_partner_needs_a_name_that_is_not_there_yet() {
    let known = [partner("Stadt Muster"), partner("Verein")];
    assert!(read(DE, &fields(" ", ""), &known, None).unwrap_err().has("name"));
    assert!(read(DE, &fields("—", ""), &known, None).unwrap_err().has("name"), "a name has letters");
    assert!(read(DE, &fields("stadt  muster", ""), &known, None).unwrap_err().has("name"));
    assert_eq!(read(DE, &fields("Verein", ""), &known, None).unwrap().name, "Verein", "the same form again");
    assert_eq!(read(DE, &fields("Verein 24", ""), &known, Some(&known[1])).unwrap().name, "Verein 24");
    assert!(read(DE, &fields("Stadt Muster", ""), &known, Some(&known[1])).unwrap_err().has("name"));
    let many: Vec<Partner> = (0..20).map(|n| partner(&format!("Partner {n}"))).collect();
    assert!(read(DE, &fields("Noch einer", ""), &many, None).unwrap_err().has("name"));
    assert!(read(DE, &fields("Partner 3a", ""), &many, many.get(3)).is_ok());
}

#[test]
fn links_lead_to_the_web_and_nowhere_else() {
    for (link, is_taken) in [
        ("", true),
        ("https://www.example.org/haus?x=1", true),
        ("http://example.org", true),
        ("www.example.org", false),
        ("javascript:alert(1)", false),
        ("data:text/html,x", false),
        ("https://", false),
        ("https://user@example.org", false),
        ("mailto:a@example.org", false),
    ] {
        assert_eq!(read(DE, &fields("Verein", link), &[], None).is_ok(), is_taken, "{link}");
    }
}
