use super::plan::slug_for;
use super::steps::{Step, plan, public_url, read_hub, read_mail};
use crate::config::Fixed;
use crate::installation::Security;
use crate::texts::{Lang, Texts};
use crate::ui::Fields;

const DE: Texts = Texts { lang: Lang::De };

fn fields(pairs: &[(&str, &str)]) -> Fields {
    Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

#[test]
fn the_whole_set_up_asks_at_most_25_fields_and_at_most_seven_on_a_page() {
    let counts: Vec<usize> = Step::ALL.iter().map(|step| step.fields(DE, Fixed::default()).iter().map(|group| group.items.len()).sum()).collect();
    assert!(counts.iter().sum::<usize>() <= 25 && counts.iter().all(|count| *count <= 7), "{counts:?}");
}

#[test]
fn a_hub_gets_the_short_name_of_its_town() {
    assert_eq!(slug_for("InnovationsHub Großröhrsdorf"), "grossroehrsdorf");
    assert_eq!((slug_for("Hub en").as_str(), slug_for("Hub !").as_str()), ("", ""));
    assert!(read_hub(DE, &fields(&[("hub_name", "Mein Setup"), ("slug", "setup")])).unwrap_err().has("slug"));
}

#[test]
fn a_mail_server_is_asked_for_what_it_needs() {
    let (_, server) = read_mail(DE, &fields(&[("host", "mail.example"), ("security", "tls")])).unwrap();
    assert_eq!(server.map(|server| (server.security, server.port)), Some((Security::Tls, 465)));
    assert!(read_mail(DE, &fields(&[("user", "hub")])).unwrap_err().has("host"));
    assert!(read_mail(DE, &fields(&[("host", "mail.example"), ("port", "70000")])).unwrap_err().has("port"));
    assert!(read_mail(DE, &fields(&[("host", "smtp://mail")])).unwrap_err().has("host"));
}

#[test]
fn an_address_is_completed_but_not_guessed() {
    assert_eq!(public_url("hub.example.org").unwrap().as_str(), "https://hub.example.org/");
    for wrong in ["ftp://hub.example.org", "https://hub.example.org/?x=1", "https://", "mit blank"] {
        assert!(public_url(wrong).is_none(), "{wrong}");
    }
}

#[test]
fn what_is_missing_leads_back_to_its_step() {
    let mut draft = fields(&[("name", "Lena"), ("email", "lena@example.org"), ("hub_name", "Hub Muster")]);
    assert_eq!(plan(DE, &draft, String::new()).unwrap_err(), Step::Account);
    assert_eq!(plan(DE, &draft, "hash".to_owned()).unwrap_err(), Step::Place);
    draft.0.push(("site_name".to_owned(), "Haus".to_owned()));
    assert_eq!(plan(DE, &draft, "hash".to_owned()).unwrap().hub.slug, "muster");
}
