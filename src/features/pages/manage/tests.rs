//! What the form says, and what changed between two states of a page.

use jiff::civil::date;

use super::differences::{Piece, Sort, between, pieces};
use super::form::{fields_of, parse_length, parse_size, read};
use crate::clock::Instant;
use crate::features::pages::content::{Checked, Content, Video};
use crate::features::pages::written::Kind;
use crate::tenancy::Hub;
use crate::texts::{Lang, Texts};
use crate::ui::{Fields, Flaws};

const DE: Texts = Texts { lang: Lang::De };

/// Tuesday, 1 December 2026, nine o'clock in Berlin.
fn now() -> Instant {
    let at = date(2026, 12, 1).at(9, 0, 0, 0).in_tz("Europe/Berlin").unwrap();
    Instant::from_micros(at.timestamp().as_microsecond())
}

fn fields(pairs: &[(&str, &str)]) -> Fields {
    Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

fn flaws(kind: Kind, pairs: &[(&str, &str)], publish: bool) -> Vec<String> {
    let read = read(DE, &Hub::sample(), now(), kind, &fields(pairs), &Content::default(), publish);
    read.err().map(|Flaws { list }| list.into_iter().map(|flaw| flaw.field).collect()).unwrap_or_default()
}

fn full() -> Content {
    let mut content = Content { checked: Checked { by: "Lena".to_owned(), on: Some(date(2026, 11, 3)) }, ..Content::default() };
    content.video = Some(Video { url: "https://example.org/v.mp4".to_owned(), seconds: 150, tenths: 185 });
    (content.de.title, content.de.lede, content.de.body) = ("Über uns".to_owned(), "Kurz.".to_owned(), "## Eins\n\nText".to_owned());
    (content.en.title, content.easy.body) = ("About us".to_owned(), "Das ist ein Haus.".to_owned());
    content.drawing = "p-room".to_owned();
    content
}

#[test]
fn a_form_says_what_is_kept_and_what_is_kept_fills_the_form() {
    let content = full();
    let typed = fields_of(&content, "ueber-uns", 4);
    let draft = read(DE, &Hub::sample(), now(), Kind::Page, &typed, &content, true).unwrap();
    assert_eq!((draft.content, draft.slug.as_str(), draft.from), (content, "ueber-uns", None));
    assert_eq!(typed.get("version"), "4");
}

#[test]
fn a_legal_page_needs_no_title() {
    let typed = fields(&[("body", "## Bildnachweis"), ("body_en", "More")]);
    let draft = read(DE, &Hub::sample(), now(), Kind::Imprint, &typed, &Content::default(), true).unwrap();
    assert_eq!((draft.content.de.body.as_str(), draft.content.en.body.as_str()), ("## Bildnachweis", "More"));
}

#[test]
fn a_draft_needs_only_a_title_and_what_is_published_is_looked_at_more_closely() {
    let typed = [("title", "Neu"), ("body", "### Zu tief\n\n![x](bild-1)"), ("publish_day", "gestern"), ("publish_time", "")];
    assert_eq!(flaws(Kind::Page, &typed, false), Vec::<String>::new());
    assert_eq!(flaws(Kind::Page, &typed, true), ["publish_day", "body"]);
    assert_eq!(flaws(Kind::News, &[("title", " ")], false), ["title"]);
}

#[test]
fn half_of_what_belongs_together_is_asked_for() {
    type Case<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);
    let table: [Case<'_>; 8] = [
        (&[("title_en", ""), ("body_en", "Text")], &["title_en"]),
        (&[("checked_by", "Lena")], &["checked_on"]),
        (&[("easy_on", "3.11.2026")], &["easy_by"]),
        (&[("checked_by", "Lena"), ("checked_on", "4.12.2026")], &["checked_on"]),
        (&[("checked_by", "Lena"), ("checked_on", "31.2.2026")], &["checked_on"]),
        (&[("video_url", "http://example.org/v.mp4"), ("video_length", "2:30"), ("video_size", "18")], &["video_url"]),
        (&[("video_url", "https://example.org/v.mp4")], &["video_length", "video_size"]),
        (&[("video_length", "2:30")], &["video_url", "video_size"]),
    ];
    for (more, wanted) in table {
        let typed: Vec<(&str, &str)> = [("title", "Neu")].into_iter().chain(more.iter().copied()).collect();
        assert_eq!(flaws(Kind::Page, &typed, false), wanted, "{more:?}");
    }
}

#[test]
fn a_day_without_a_year_lies_behind_where_something_was_checked_and_ahead_where_it_is_published() {
    let typed = fields(&[("title", "Neu"), ("checked_by", "Lena"), ("checked_on", "3.12."), ("publish_day", "3.12."), ("publish_time", "8:30")]);
    let draft = read(DE, &Hub::sample(), now(), Kind::Page, &typed, &Content::default(), true).unwrap();
    assert_eq!(draft.content.checked.on, Some(date(2025, 12, 3)));
    let from = date(2026, 12, 3).at(8, 30, 0, 0).in_tz("Europe/Berlin").unwrap();
    assert_eq!(draft.from, Some(Instant::from_micros(from.timestamp().as_microsecond())));
    assert_eq!(flaws(Kind::Page, &[("title", "Neu"), ("publish_day", "1.12.2026"), ("publish_time", "8")], true), ["publish_day"]);
    assert_eq!(flaws(Kind::Page, &[("title", "Neu"), ("publish_day", "2.12."), ("publish_time", "25")], true), ["publish_time"]);
}

#[test]
fn length_and_size_of_a_video_are_read_as_people_write_them() {
    for (typed, seconds) in
        [("2:30", Some(150)), (" 0:05 ", Some(5)), ("61:00", Some(3660)), ("2:60", None), ("2:5", None), ("0:00", None), ("150", None), ("", None)]
    {
        assert_eq!(parse_length(typed), seconds, "{typed}");
    }
    for (typed, tenths) in [("18", Some(180)), ("18,5", Some(185)), ("18.5 MB", Some(185)), ("0,0", None), ("1,25", None), ("groß", None), ("", None)] {
        assert_eq!(parse_size(typed), tenths, "{typed}");
    }
}

#[test]
fn only_what_changed_is_told_by_its_name() {
    let (before, mut after) = (full(), full());
    assert_eq!(between(DE, &before, &after), []);
    after.de.lede = "Ganz kurz.".to_owned();
    after.en.title = "About".to_owned();
    after.cover = "bild-1".to_owned();
    let labels: Vec<String> = between(DE, &before, &after).into_iter().map(|difference| difference.label).collect();
    assert_eq!(labels, ["Kurz gesagt", "Englisch – Titel", "Steht über dem Text"]);
}

#[test]
fn words_that_went_and_came_stand_in_their_place_and_long_stretches_between_are_cut() {
    let piece = |sort, text: &str| Piece { sort, text: text.to_owned() };
    assert_eq!(pieces("Der Hub ist rot.", "Der Hub ist blau."), [piece(Sort::Stayed, "Der Hub ist "), piece(Sort::Went, "rot."), piece(Sort::Came, "blau.")]);
    let long = "Wort ".repeat(200);
    let found = pieces(&format!("{long}alt {long}"), &format!("{long}neu {long}"));
    assert_eq!(found.len(), 4);
    assert!(found.iter().all(|piece| piece.text.chars().count() < 80), "{found:?}");
    assert!(found[0].text.contains('…') && found[3].text.contains('…'));
}
