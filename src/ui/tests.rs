//! Markdown lets nothing through; forms are read as they were sent; encodings are understood.

use super::assets::accepts;
use super::{Fields, clean, clean_lines, markdown};

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
fn typed_lines_lose_only_what_is_no_text() {
    assert_eq!(clean("  Erika\t \u{0} Beispiel \r\n"), "Erika Beispiel");
    assert_eq!(clean_lines("eins\r\nzwei\u{7}\rdrei\n"), "eins\nzwei\ndrei");
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
