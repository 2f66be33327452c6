//! Markdown lets nothing through; forms are read as they were sent; encodings are understood.

use super::assets::accepts;
use super::{Fields, Figure, Slip, clean, clean_lines, dead_links, is_readable, markdown, prose, slips};

#[test]
fn markdown_passes_no_html_and_no_dangerous_link_on() {
    for hostile in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:x)",
        "![x](https://elsewhere.example/p.png)",
        "<a href=\"https://example.org\" onclick=\"x()\">x</a>",
        "[x](//elsewhere.example)",
        "[x](/\\elsewhere.example)",
    ] {
        let html = markdown(hostile).to_lowercase();
        for wrong in ["<script", "<img", "href=\"javascript", "href=\"data", "href=\"vbscript", "href=\"//", "href=\"/\\", "<a href=\"https://example.org\" on"]
        {
            assert!(!html.contains(wrong), "{hostile} became {html}");
        }
    }
}

#[test]
fn markdown_keeps_what_descriptions_need() {
    let html = markdown("# Groß\n\nEin **fetter** Satz.\n\n- eins\n- zwei\n\n[Seite](https://example.org) und [Mail](mailto:hub@example.org)");
    for wanted in ["<h3>Groß</h3>", "<strong>fetter</strong>", "<li>eins</li>", "href=\"https://example.org\"", "href=\"mailto:hub@example.org\""] {
        assert!(html.contains(wanted), "{wanted} is missing in {html}");
    }
}

#[test]
fn a_link_that_leads_nowhere_is_left_out_and_named() {
    let text = "Ein [*Link*](javascript:alert(1)), [noch einer](example.org), <javascript:x> und [der Hub](https://example.org).";
    for html in [markdown(text), page_text(text)] {
        assert!(html.contains("Ein <em>Link</em>, noch einer, ") && html.contains("<a href=\"https://example.org\">der Hub</a>."), "{html}");
        assert_eq!((html.matches("<a").count(), html.matches("</a").count(), html.contains("href=\"#\"")), (1, 1, false), "{html}");
    }
    assert_eq!(dead_links(text), ["javascript:alert(1)", "example.org", "javascript:x"]);
    assert_eq!(slips("[x](example.org)", |_| true), [Slip::Link("example.org".to_owned())]);
}

fn page_text(text: &str) -> String {
    let known = |name: &str| (name == "bild-1").then(|| Figure { src: "/p".to_owned(), alt: "Ein <Haus>".to_owned(), alt_lang: "de", size: (3, 2) });
    prose(text, "/hub/en", known)
}

#[test]
fn texts_of_pages_skip_no_heading_and_stay_within_the_hub() {
    let html = page_text("### Klein\n\n# Groß\n\n#### Tief\n\n[Kontakt](/contact) [fort](//elsewhere.example) [draußen](https://example.org)");
    for wanted in ["<h2>Klein</h2>", "<h2>Groß</h2>", "<h3>Tief</h3>", "href=\"/hub/en/contact\"", "</a> fort <a ", "href=\"https://example.org\""] {
        assert!(html.contains(wanted), "{wanted} is missing in {html}");
    }
}

#[test]
fn a_picture_of_a_page_brings_its_own_words_and_a_strange_one_is_left_out() {
    let html = page_text("Davor\n\n![Unser *Haus*](bild-1)\n\n![Fremd](https://elsewhere.example/x.png)\n\ndanach");
    assert!(html.contains("alt=\"Ein &#60;Haus&#62;\" lang=\"de\" width=\"3\" height=\"2\""), "{html}");
    assert!(html.contains("<figcaption>Unser Haus</figcaption>") && !html.contains("elsewhere") && !html.contains("<p><figure"), "{html}");
    assert!(!page_text("<script>x</script>\n\n<img src=x onerror=y>").contains("<script"));
    assert!(!page_text("<img src=x onerror=y>").contains("<img"));
}

#[test]
fn slips_of_a_text_are_found_in_their_order() {
    let text = "### Zu tief\n\n## Gut\n\n### Auch gut\n\n![x](bild-9) ![y](bild-1)";
    assert_eq!(slips(text, |name| name == "bild-1"), [Slip::Heading("Zu tief".to_owned()), Slip::Picture("bild-9".to_owned())]);
    assert_eq!(slips("# Gut\n\n## Auch\n\n### Und das", |_| false), []);
}

#[test]
fn typed_lines_lose_only_what_is_no_text() {
    assert_eq!(clean("  Erika\t \u{0} Beispiel \r\n"), "Erika Beispiel");
    assert_eq!(clean_lines("eins\r\nzwei\u{7}\rdrei\n"), "eins\nzwei\ndrei");
    assert_eq!(
        (clean("Foto\u{202e}gnp.exe"), clean_lines("a\u{2066}b\nc\u{2069}")),
        ("Fotognp.exe".to_owned(), "ab\nc".to_owned()),
        "nothing turns the page round"
    );
}

#[test]
fn a_forms_print_ignores_its_key_and_nothing_else() {
    let form = |pairs: &[(&str, &str)]| Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()).print();
    assert_eq!(form(&[("key", "a"), ("name", "Anna")]), form(&[("key", "b"), ("name", " Anna ")]));
    assert_ne!(form(&[("name", "Anna")]), form(&[("name", "Anne")]));
    assert_ne!(form(&[("a", "bc")]), form(&[("ab", "c")]));
}

#[test]
fn accepted_encodings_are_understood() {
    assert!(accepts("gzip, deflate, br", "br"));
    assert!(accepts("GZIP;q=0.5", "gzip"));
    assert!(!accepts("gzip;q=0, br", "gzip"));
    assert!(!accepts("identity", "gzip"));
}

#[test]
fn a_name_is_readable_when_it_holds_a_letter_or_a_digit() {
    for name in ["Ng", "李", "3", "أحمد", "\u{200b}A", "क\u{94d}ष"] {
        assert!(is_readable(name), "{name:?}");
    }
    for nothing in ["", "\u{200b}", "\u{2060}\u{200e}", "\u{3164}", "\u{2800}", "\u{ad}", "…", "- -", "\u{301}", "\u{115f}\u{1160}\u{ffa0}"] {
        assert!(!is_readable(nothing), "{nothing:?}");
    }
}
