use super::arrange::read;
use crate::tenancy::ReadyPage;
use crate::texts::{Lang, Texts};
use crate::ui::{Fields, Step};

const DE: Texts = Texts { lang: Lang::De };

fn fields(pairs: &[(&str, &str)]) -> Fields {
    Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

fn after(step: &Step) -> String {
    let shown: Vec<char> = "abc".chars().collect();
    step.apply(shown, |letter| letter.to_string(), |word| word.chars().next().filter(|letter| "abcd".contains(*letter))).into_iter().collect()
}

#[test]
fn a_button_moves_hides_or_shows_and_does_so_once() {
    let cases = [
        ("move", "c 0", "cab"),
        ("move", "a 1", "bac"),
        ("move", "b 9", "acb"),
        ("move", "x 0", "abc"),
        ("hide", "b", "ac"),
        ("hide", "x", "abc"),
        ("show", "d", "abcd"),
        ("show", "a", "abc"),
        ("show", "x", "abc"),
    ];
    for (name, value, order) in cases {
        let step = Step::read(&fields(&[(name, value)])).unwrap();
        assert_eq!(after(&step), order, "{name} {value}");
        let twice: String = step
            .apply(order.chars().collect(), |letter| letter.to_string(), |word| word.chars().next().filter(|letter| "abcd".contains(*letter)))
            .into_iter()
            .collect();
        assert_eq!(twice, order, "{name} {value} twice");
    }
    for pairs in [&[][..], &[("move", "a")], &[("move", "a -1")], &[("move", "")], &[("done", "a")]] {
        assert_eq!(Step::read(&fields(pairs)), None, "{pairs:?}");
    }
}

#[test]
fn a_page_comes_into_the_menu_under_a_word_that_fits() {
    let title = "Alles über unser Haus und alle, die darin arbeiten";
    let ready = [ReadyPage { path: "/pages/haus".to_owned(), title: title.to_owned(), title_en: String::new() }];
    let entry = read(DE, &fields(&[("page", "/pages/haus"), ("word", " Das  Haus ")]), &ready).unwrap();
    assert_eq!((entry.place.as_str(), entry.word.as_str(), entry.word_en.as_str()), ("/pages/haus", "Das Haus", ""));
    assert!(read(DE, &fields(&[("page", "/pages/haus")]), &ready).unwrap_err().has("word"), "a title that is too long is not taken over");
    for page in ["", "/pages/entwurf", "https://example.org", "/staff"] {
        assert!(read(DE, &fields(&[("page", page), ("word", "Das Haus")]), &ready).unwrap_err().has("page"), "{page}");
    }
}
