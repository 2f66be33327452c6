use super::colours::read;
use super::logo::refusal;
use super::sample::asked;
use crate::pictures::drawing::Refusal;
use crate::pictures::{LogoRefused, Refused};
use crate::texts::{Lang, Texts};
use crate::ui::Fields;

const DE: Texts = Texts { lang: Lang::De };

fn fields(action: &str, accent: &str) -> Fields {
    Fields([("action", action), ("accent", accent)].map(|(name, value)| (name.to_owned(), value.to_owned())).into())
}

#[test]
fn a_weak_colour_is_named_with_its_contrast_and_one_that_is_none_without() {
    let refused = read(DE, &fields("#ffd500", "#c8102e")).err().unwrap();
    assert!(refused.proposal.is_some_and(|colours| colours.palette().is_ok()));
    assert!(refused.flaws.of("action").is_some_and(|words| words.contains("#ffd500") && words.contains("Kontrast 1,4")), "{:?}", refused.flaws);
    let refused = read(DE, &fields("gelb", "")).err().unwrap();
    assert!(refused.proposal.is_none() && refused.flaws.has("action") && refused.flaws.has("accent"));
    assert!(read(DE, &fields("c8102e", "#FD0")).is_ok());
}

#[test]
fn a_query_asks_for_colours_or_for_nothing() {
    assert_eq!(asked("action=c8102e&accent=ffd500").unwrap().accent.to_string(), "#ffd500");
    for query in ["", "action=c8102e", "action=x&accent=y", "done=saved", "%%%"] {
        assert_eq!(asked(query), None, "{query}");
    }
}

#[test]
fn every_refusal_says_what_to_do_in_words_of_its_own_where_something_else_helps() {
    let drawings = [Refusal::Words, Refusal::Photograph, Refusal::Empty, Refusal::TooLarge, Refusal::Unreadable].map(LogoRefused::Drawing);
    let pixels = [Refused::TooLarge, Refused::TooSmall, Refused::Unreadable].map(LogoRefused::Pixels);
    let mut said: Vec<String> = drawings.into_iter().chain(pixels).map(|refused| refusal(DE, refused)).collect();
    said.sort();
    said.dedup();
    assert_eq!(said.len(), 7);
}
