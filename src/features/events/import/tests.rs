//! What a file becomes: tables, and properties over broken and odd documents.

use std::collections::HashSet;

use jiff::tz::TimeZone;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use super::plan::{BODY_AT_MOST, LEDE_AT_MOST, TITLE_AT_MOST};
use super::sessions::quoted;
use super::words::{KINDS, TOPICS, kind_of, topic_of};
use super::{Draft, FILE_BYTES_AT_MOST, Refused, SESSIONS_AT_MOST, Unreadable, parse, plain, plan};
use crate::features::events::event::{Kind, Topic, fold, slug_of};
use crate::ui::markdown;

/// Inputs of each property; `NABE_PROPERTY_INPUTS` asks for more.
pub(super) fn inputs() -> u32 {
    std::env::var("NABE_PROPERTY_INPUTS").ok().and_then(|count| count.parse().ok()).unwrap_or(2_000)
}

/// A session with everything, to be changed by each test.
pub(super) fn session(key: &str) -> Value {
    json!({
        "key": key,
        "start": "2019-04-06T09:00:00+02:00",
        "end": "2019-04-06T18:00:00+02:00",
        "cancelled": false,
        "host": { "name": "Verein Lötkolben e.V.", "infotext": "Wir löten." },
        "title": "Löten für alle",
        "location": { "name": "Haus der Vereine\nMarkt 1\n01900 Großröhrsdorf\n", "lat": 51.1, "lng": 14.0 },
        "description": { "short": "Ein Nachmittag am Lötkolben.", "long": "Kommen Sie vorbei.\n\nWir zeigen:\n- Löten\n- Messen" },
        "tags": ["Technik"],
        "links": { "event": "https://example.org/loeten", "host": "info@example.org" }
    })
}

pub(super) fn document(sessions: &[Value]) -> String {
    json!({ "format": "0.3.0", "sessions": sessions }).to_string()
}

fn berlin() -> TimeZone {
    TimeZone::get("Europe/Berlin").unwrap()
}

fn planned(sessions: &[Value]) -> Vec<Result<Draft, Refused>> {
    plan(&parse(document(sessions).as_bytes()).unwrap(), &berlin())
}

fn draft(session: Value) -> Draft {
    planned(&[session]).remove(0).unwrap()
}

fn reason(session: Value) -> String {
    planned(&[session]).remove(0).unwrap_err().reason
}

fn with(path: &str, value: Value) -> Value {
    let mut session = session("a");
    *session.pointer_mut(path).unwrap() = value;
    session
}

#[test]
fn a_session_becomes_an_event_with_its_texts() {
    let draft = draft(session("a-1"));
    assert_eq!((draft.number, draft.key.as_str(), draft.title.as_str()), (1, "a-1", "Löten für alle"));
    assert_eq!((draft.topic, draft.kind, draft.cancelled), (Topic::Digital, Kind::Meeting, false));
    assert_eq!(draft.lede, "Ein Nachmittag am Lötkolben.");
    assert_eq!(draft.host, "Verein Lötkolben e.V.");
    assert_eq!(draft.room, "Haus der Vereine, Markt 1, 01900 Großröhrsdorf");
    assert_eq!(draft.start.to_string(), "2019-04-06T09:00:00");
    assert_eq!(draft.end.unwrap().to_string(), "2019-04-06T18:00:00");
    assert_eq!(
        draft.body,
        "Kommen Sie vorbei.\n\nWir zeigen:  \n\\- Löten  \n\\- Messen\n\n### Über Verein Lötkolben e.V.\n\nWir löten.\n\nMehr zur Veranstaltung: [example.org/loeten](<https://example.org/loeten>)"
    );
    assert_eq!(
        markdown(&draft.body),
        "<p>Kommen Sie vorbei.</p>\n<p>Wir zeigen:<br />\n- Löten<br />\n- Messen</p>\n<h3>Über Verein Lötkolben e.V.</h3>\n<p>Wir löten.</p>\n<p>Mehr zur Veranstaltung: <a href=\"https://example.org/loeten\">example.org/loeten</a></p>\n"
    );
}

#[test]
fn a_session_with_the_bare_minimum_is_taken() {
    let bare = json!({ "key": "k", "start": "2030-01-02T10:00:00Z", "cancelled": true, "host": { "name": "" }, "title": "T" });
    let draft = draft(bare);
    assert_eq!((draft.lede.as_str(), draft.body.as_str(), draft.host.as_str(), draft.room.as_str()), ("", "", "", ""));
    assert_eq!((draft.start.to_string().as_str(), draft.end, draft.cancelled), ("2030-01-02T11:00:00", None, true));
}

#[test]
fn only_files_of_version_0_3_are_read() {
    let of = |format: Value| parse(json!({ "format": format, "sessions": [] }).to_string().as_bytes());
    for known in ["0.3.0", "0.3.1", "0.3.12"] {
        assert_eq!(of(json!(known)), Ok(Vec::new()), "{known}");
    }
    for unknown in ["0.4.0", "0.2.9", "1.0.0", "0.3", "0.3.", "0.3.x", "0.3.0-beta", "0.30.0", "", " 0.3.0"] {
        assert_eq!(of(json!(unknown)), Err(Unreadable::Format(quoted(unknown))), "{unknown}");
    }
    assert_eq!(parse(b"{\"sessions\": []}"), Err(Unreadable::NoFormat));
    // The version speaks before the shape does.
    assert_eq!(parse(b"{\"format\": \"0.4.0\", \"sessions\": {\"a\": 1}}"), Err(Unreadable::Format("\"0.4.0\"".to_owned())));
    assert_eq!(of(json!("0.4.0")).unwrap_err().to_string(), "the file has the format \"0.4.0\", only 0.3.x is known");
}

#[test]
fn broken_files_are_refused_whole_with_line_and_reason() {
    let table = [
        ("", 1, "EOF"),
        ("{\n\"format\": \"0.3.0\",\n\"sessions\": [\n", 4, "EOF"),
        ("{\n\"format\": 3, \"sessions\": [] }", 2, "invalid type: integer `3`, expected a string"),
        ("{ \"format\": \"0.3.0\",\n\n\"sessions\": 7 }", 3, "expected a sequence"),
        ("{ \"format\": \"0.3.0\" }", 1, "missing field `sessions`"),
        ("{ \"format\": \"0.3.0\", \"sessions\": [\n{ \"key\": 4 }] }", 2, "invalid type: integer `4`"),
        ("{ \"format\": \"0.3.0\", \"sessions\": [\n{ \"key\": \"a\" }] }", 2, "missing field `start`"),
        ("{ \"format\": \"0.3.0\", \"sessions\": [] } x", 1, "trailing characters"),
        ("[]", 1, "invalid type: sequence, expected an object"),
        ("[\"0.3.0\", []]", 1, "expected an object"),
        ("{ \"format\": \"0.3.0\", \"sessions\": [\n\n[\"a\"]] }", 3, "expected an object"),
    ];
    for (text, line, words) in table {
        let Err(Unreadable::Broken { line: found, reason }) = parse(text.as_bytes()) else { panic!("{text} was read") };
        assert_eq!(found, line, "{text}: {reason}");
        assert!(reason.contains(words) && !reason.contains(" at line "), "{text}: {reason}");
    }
    let Err(Unreadable::Broken { reason, .. }) = parse(document(&[session("a"), with_key_only("b")]).as_bytes()) else { panic!("it was read") };
    assert_eq!(reason, "session 2, key \"b\": missing field `start`", "also where the whole file is one line");
    assert!(matches!(parse(b"{\"format\": \"0.3.0\", \"sessions\": [{\"key\": \"\xff\"}]}"), Err(Unreadable::Broken { .. })));
    let deep = format!("{{\"format\": \"0.3.0\", \"sessions\": [], \"x\": {}", "[".repeat(100_000));
    assert!(matches!(parse(deep.as_bytes()), Err(Unreadable::Broken { line: 1, .. })));
}

fn with_key_only(key: &str) -> Value {
    json!({ "key": key })
}

#[test]
fn a_file_that_is_no_text_in_utf_8_is_told_as_what_it_is() {
    let utf_16: Vec<u8> = document(&[session("a")]).encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(parse(&utf_16), Err(Unreadable::Utf16));
    assert_eq!(parse(&[&[0xff, 0xfe], utf_16.as_slice()].concat()), Err(Unreadable::Utf16));
    assert_eq!(parse(&[0x1f, 0x8b, 8, 0, 0]), Err(Unreadable::Packed("gzip")));
    assert_eq!(parse(b"PK\x03\x04..."), Err(Unreadable::Packed("zip")));
}

#[test]
fn a_wrong_type_in_one_session_refuses_the_whole_file() {
    for (path, value) in [
        ("/title", json!(null)),
        ("/cancelled", json!("no")),
        ("/host", json!("me")),
        ("/host", json!(["me"])),
        ("/description", json!(["a", "b"])),
        ("/tags", json!([1])),
        ("/links", json!([])),
        ("/location/name", json!(9)),
    ] {
        let sessions = [session("good"), with(path, value)];
        assert!(matches!(parse(document(&sessions).as_bytes()), Err(Unreadable::Broken { .. })), "{path}");
    }
}

#[test]
fn files_that_are_too_large_are_refused_whole() {
    let bytes = vec![b' '; usize::try_from(FILE_BYTES_AT_MOST).unwrap() + 1];
    assert_eq!(parse(&bytes), Err(Unreadable::TooLarge));
    assert!(matches!(parse(&bytes[1..]), Err(Unreadable::Broken { .. })));
    let small = json!({ "key": "k", "start": "", "cancelled": false, "host": { "name": "" }, "title": "" });
    assert_eq!(parse(document(&vec![small.clone(); SESSIONS_AT_MOST + 1]).as_bytes()), Err(Unreadable::TooMany(SESSIONS_AT_MOST + 1)));
    assert_eq!(parse(document(&vec![small; SESSIONS_AT_MOST]).as_bytes()).unwrap().len(), SESSIONS_AT_MOST);
}

#[test]
fn a_byte_order_mark_and_unknown_fields_do_no_harm() {
    let mut odd = session("a");
    odd["speaker"] = json!({ "name": ["x"] });
    odd["location"]["lat"] = json!("north");
    let text = format!("\u{feff}{}", document(&[odd]));
    assert_eq!(parse(text.as_bytes()).unwrap().len(), 1);
}

#[test]
fn sessions_with_unusable_content_are_refused_one_by_one() {
    let long = "x".repeat(BODY_AT_MOST + 1);
    let table = [
        ("/title", json!(" \n\t"), "it has no title"),
        ("/title", json!("\u{200b}…"), "it has no title"),
        ("/start", json!("6 April"), "its start \"6 April\" is no time such as 2026-04-06T09:00:00+02:00"),
        ("/start", json!("2019-04-06T09:00:00"), "its start \"2019-04-06T09:00:00\" is no time such as 2026-04-06T09:00:00+02:00"),
        ("/end", json!("later"), "its end \"later\" is no time such as 2026-04-06T09:00:00+02:00"),
        ("/end", json!("2019-04-06T08:59:59+02:00"), "it ends before it starts"),
        ("/start", json!("1969-04-06T09:00:00+02:00"), "its start \"1969-04-06T09:00:00+02:00\" is not between 2000 and 2100"),
        ("/key", json!(" "), "it has no key"),
        ("/key", json!("k".repeat(201)), "its key has 201 characters, at most 200 are taken"),
    ];
    for (path, value, words) in table {
        let steps = planned(&[session("first"), with(path, value), session("last")]);
        assert_eq!(steps[1].as_ref().unwrap_err().reason, words);
        assert!(steps[0].is_ok() && steps[2].is_ok());
    }
    assert!(reason(with("/description/long", json!(long))).contains("at most 20000 are taken"));
    assert_eq!(planned(&[with("/key", json!(""))])[0].as_ref().unwrap_err().key, "(session 1)");
}

#[test]
fn the_second_session_with_a_key_is_refused() {
    let steps = planned(&[session("a"), session(" a\n"), with("/title", json!("")), session("b")]);
    assert!(steps[0].is_ok() && steps[3].is_ok());
    for step in &steps[1..3] {
        assert_eq!(step.as_ref().unwrap_err().reason, "another session of this file has the same key");
    }
}

#[test]
fn times_become_wall_times_of_the_hub() {
    let at = |start: &str| draft(with("/start", json!(start))).start.to_string();
    assert_eq!(at("2019-01-06T08:00:00Z"), "2019-01-06T09:00:00");
    assert_eq!(at("2018-07-06T08:00:00.999Z"), "2018-07-06T10:00:00");
    assert_eq!(at("2019-04-06T00:30:00-03:00"), "2019-04-06T05:30:00");
    let open = |end: Value| draft(with("/end", end)).end;
    assert_eq!(open(Value::Null), None);
    assert_eq!(open(json!("2019-04-06T09:00:00+02:00")), None);
}

#[test]
fn an_hour_that_comes_twice_is_never_moved_silently() {
    let start = |text: &str| {
        let mut session = with("/start", json!(text));
        session["end"] = Value::Null;
        planned(&[session]).remove(0)
    };
    assert_eq!(start("2019-10-27T02:30:00+02:00").unwrap().start.to_string(), "2019-10-27T02:30:00");
    assert!(start("2019-10-27T02:30:00+01:00").unwrap_err().reason.contains("second run of the hour"));
}

#[test]
fn a_title_that_is_too_long_is_cut_and_stands_whole_in_the_text() {
    let title = ["Digitalisierung"; 12].join(" ");
    let cut = draft(with("/title", json!(format!("{title}\n"))));
    assert!(cut.title.ends_with("Digitalisierung…") && cut.title.chars().count() <= TITLE_AT_MOST, "{}", cut.title);
    assert!(cut.body.starts_with(&format!("{title}\n\nKommen Sie vorbei.")), "{}", cut.body);
    let exact = "x".repeat(TITLE_AT_MOST);
    assert_eq!(draft(with("/title", json!(exact))).title, exact);
    let unbroken = "ä".repeat(TITLE_AT_MOST + 1);
    assert_eq!(draft(with("/title", json!(unbroken))).title, format!("{}…", "ä".repeat(TITLE_AT_MOST - 1)));
}

#[test]
fn odd_blanks_in_lines_are_cleaned() {
    assert_eq!(draft(with("/title", json!("\nCoaching \t 4.0\u{0}   "))).title, "Coaching 4.0");
    assert_eq!(draft(with("/location/name", json!("Saal,\r\n\r\n  Markt 1 , \n\n01900 Ort\n"))).room, "Saal, Markt 1, 01900 Ort");
    assert_eq!(draft(with("/description/short", json!("Zwei\nZeilen "))).lede, "Zwei Zeilen");
}

#[test]
fn only_web_addresses_become_links() {
    let body = |event: &str| draft(with("/links/event", json!(event))).body;
    for other in [
        "info@example.org",
        "www.example.org",
        "javascript:alert(1)",
        "ftp://example.org/",
        "https://",
        "Anmeldung unter Tel. 0931 1",
        "https://me:secret@example.org/",
    ] {
        assert!(body(other).ends_with("Wir löten."), "{other}: {}", body(other));
    }
    let two = body(" http://a.example/x_y_(1)\n\nHTTPS://B.example/?a=1&copy;=2 ");
    let html = markdown(&two);
    assert!(html.contains("<a href=\"http://a.example/x_y_(1)\">a.example/x_y_(1)</a><br />"), "{html}");
    assert!(html.contains("<a href=\"https://b.example/?a=1&amp;copy;=2\">b.example/?a=1&amp;copy;=2</a></p>"), "{html}");
}

#[test]
fn tags_name_the_strand_and_titles_the_sort() {
    let tags = |tags: &[&str]| topic_of(&tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>());
    assert_eq!(tags(&[]), Topic::Digital);
    assert_eq!(tags(&["DevOps", "KI"]), Topic::Digital);
    assert_eq!(tags(&["DevOps", "Start-up", "Gesundheit"]), Topic::Founding);
    assert_eq!(tags(&["Bürgerbeteiligung"]), Topic::TakingPart);
    assert_eq!(tags(&["E-Health"]), Topic::Health);
    assert_eq!(kind_of("React-Workshop für Einsteiger"), Kind::Workshop);
    assert_eq!(kind_of("Diskurs und Führung"), Kind::Meeting);
    assert_eq!(kind_of("Sprechtag Web-Auftritt"), Kind::Advice);
    for word in TOPICS.iter().map(|(word, _)| *word).chain(KINDS.iter().map(|(word, _)| *word)) {
        assert_eq!(fold(word), word, "is looked for in its folded spelling");
    }
    assert!(KINDS.iter().all(|(word, _)| !word.contains(' ')), "titles are looked at word by word");
}

#[test]
fn the_fingerprint_follows_what_is_shown_and_nothing_else() {
    let print = |session: Value| draft(session).print;
    let first = print(session("a"));
    for (path, same) in [
        ("/key", json!("b")),
        ("/title", json!("Löten für alle\n")),
        ("/location/lat", json!(9)),
        ("/start", json!("2019-04-06T07:00:00Z")),
        ("/links/host", json!("sie@example.org")),
    ] {
        assert_eq!(print(with(path, same)), first, "{path}");
    }
    for (path, other) in [
        ("/title", json!("Löten")),
        ("/start", json!("2019-04-06T09:30:00+02:00")),
        ("/end", Value::Null),
        ("/cancelled", json!(true)),
        ("/host/name", json!("Wir")),
        ("/host/infotext", json!("")),
        ("/location/name", json!("Dort")),
        ("/description/short", json!("")),
        ("/description/long", json!("")),
        ("/tags", json!(["Pflege"])),
        ("/links/event", json!("")),
    ] {
        assert_ne!(print(with(path, other)), first, "{path}");
    }
}

#[test]
fn markup_in_plain_text_is_shown_as_it_was_written() {
    let table = [
        ("# 1", "<p># 1</p>\n"),
        ("a\n===\nb\n---", "<p>a<br />\n===<br />\nb<br />\n---</p>\n"),
        ("1. Teil: a_b_c *x* **y**", "<p>1. Teil: a_b_c *x* **y**</p>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("[x](https://example.org) ![y](z) <https://example.org>", "<p>[x](https://example.org) ![y](z) &lt;https://example.org&gt;</p>\n"),
        ("A&B &amp; &copy; &#65; R & D", "<p>A&amp;B &amp;amp; &amp;copy; &amp;#65; R &amp; D</p>\n"),
        ("C:\\neu\\\nb", "<p>C:\\neu\\<br />\nb</p>\n"),
        ("    code\n\tcode", "<p>code<br />\ncode</p>\n"),
        ("```\nx\n~~~", "<p>```<br />\nx<br />\n~~~</p>\n"),
        ("a\r\n \r\n\r\nb\u{2028}c", "<p>a</p>\n<p>b<br />\nc</p>\n"),
        ("• eins\n* zwei\n+ drei\n> vier", "<p>• eins<br />\n* zwei<br />\n+ drei<br />\n&gt; vier</p>\n"),
        ("[a]: https://example.org", "<p>[a]: https://example.org</p>\n"),
        ("\u{0}\u{1b}[31mrot", "<p>[31mrot</p>\n"),
        (" \n\t\n", ""),
    ];
    for (text, html) in table {
        assert_eq!(markdown(&plain::paragraphs(text)), html, "{text:?} → {:?}", plain::paragraphs(text));
    }
    assert_eq!(markdown(&plain::heading("C # & ##")), "<h3>C # &amp; ##</h3>\n");
}

/// The text that a page shows for HTML of paragraphs and breaks alone; panics on any other element.
fn shown(html: &str) -> String {
    let text = html.replace("<br />\n", "\n").replace("</p>\n", "\n\n").replace("<p>", "");
    assert!(!text.contains('<'), "more than paragraphs: {html}");
    text.trim_end_matches('\n').replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[test]
fn every_plain_text_is_shown_as_it_was_written() {
    let line = "[-+#>*_`~=!\\[\\]()<&;|\\\\\"'a-cx 0-9.:/äß]{0,24}";
    let lines = prop::collection::vec(line, 0..6);
    let mut runner = TestRunner::new(Config { cases: inputs(), failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&lines, |lines| {
        let words = |line: &String| line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        let lines: Vec<String> = lines.iter().map(words).collect();
        let paragraphs = lines.split(String::is_empty).filter(|part| !part.is_empty()).map(|part| part.join("\n")).collect::<Vec<_>>();
        prop_assert_eq!(shown(&markdown(&plain::paragraphs(&lines.join("\n")))), paragraphs.join("\n\n"));
        Ok(())
    });
    outcome.unwrap();
    println!("plain texts: {} inputs", inputs());
}

/// What is put in place of a part of a document.
fn odd_value() -> impl Strategy<Value = Value> {
    // Mostly texts: anything else refuses the whole file, and nothing more is learned from it.
    prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => Just(json!([])),
        1 => Just(json!({})),
        5 => "\\PC{0,40}".prop_map(Value::from),
        5 => any::<String>().prop_map(Value::from),
        2 => (1_usize..30_000).prop_map(|length| Value::from("lang ".repeat(length / 5 + 1))),
        5 => (-80_i64..5_000_000_000).prop_map(|second| Value::from(jiff::Timestamp::from_second(second).unwrap().to_string())),
        1 => Just(json!("9999-12-31T23:59:60+99:99")),
        1 => Just(json!("-009999-01-02T00:00:00Z")),
        5 => prop::sample::select(vec!["k0", "k1", " ", "https://example.org/<&\\>", "2019-10-27T02:30:00+01:00"]).prop_map(Value::from),
    ]
}

/// A document of a few sessions in which some parts are replaced or missing, and perhaps some bytes too.
pub(super) fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let changes = prop::collection::vec((any::<prop::sample::Index>(), prop::option::weighted(0.97, odd_value())), 0..4);
    let bytes = prop_oneof![9 => Just(Vec::new()), 1 => prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..3)];
    let cut = prop_oneof![19 => Just(None), 1 => any::<prop::sample::Index>().prop_map(Some)];
    (1_usize..5, changes, bytes, cut).prop_map(|(count, changes, bytes, cut)| {
        let sessions: Vec<Value> = (0..count).map(|n| session(&format!("k{n}"))).collect();
        let mut document: Value = json!({ "format": "0.3.0", "sessions": sessions });
        for (place, value) in changes {
            let paths = paths_of(&document, "");
            replace(&mut document, &paths[place.index(paths.len())], value);
        }
        let mut text = document.to_string().into_bytes();
        for (place, byte) in bytes {
            let at = place.index(text.len());
            text[at] = byte;
        }
        let length = cut.map_or(text.len(), |cut| cut.index(text.len()));
        text.truncate(length);
        text
    })
}

/// All parts of a document as JSON pointers (RFC 6901), texts of sessions more often than the rest.
fn paths_of(value: &Value, at: &str) -> Vec<String> {
    let below = |key: String, value: &Value| paths_of(value, &format!("{at}/{key}"));
    match value {
        Value::Object(fields) => fields.iter().flat_map(|(key, value)| below(key.clone(), value)).chain([at.to_owned()]).collect(),
        Value::Array(items) => items.iter().enumerate().flat_map(|(n, value)| below(n.to_string(), value)).chain([at.to_owned()]).collect(),
        Value::String(_) => vec![at.to_owned(); 12],
        _ => vec![at.to_owned()],
    }
}

fn replace(document: &mut Value, path: &str, value: Option<Value>) {
    let (parent, last) = path.rsplit_once('/').unwrap_or(("", ""));
    match (value, document.pointer_mut(parent)) {
        (Some(value), _) => *document.pointer_mut(path).unwrap() = value,
        (None, Some(Value::Object(fields))) => drop(fields.remove(last)),
        (None, _) => {}
    }
}

#[test]
fn every_document_is_refused_whole_or_each_session_is_taken_or_refused() {
    let (mut whole, mut taken, mut refused) = (0_u32, 0_usize, 0_usize);
    let counts = std::cell::RefCell::new((&mut whole, &mut taken, &mut refused));
    let mut runner = TestRunner::new(Config { cases: inputs(), failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&mutated(), |bytes| {
        let sessions = match parse(&bytes) {
            Err(why) => {
                *counts.borrow_mut().0 += 1;
                prop_assert!(!why.to_string().contains('\n') && why.to_string().len() < 2_000, "{}", why);
                return Ok(());
            }
            Ok(sessions) => sessions,
        };
        let steps = plan(&sessions, &berlin());
        prop_assert_eq!(steps.len(), sessions.len());
        let mut keys = HashSet::new();
        for (n, step) in steps.iter().enumerate() {
            match step {
                Ok(draft) => {
                    prop_assert_eq!(draft.number, n + 1);
                    prop_assert!(keys.insert(draft.key.clone()), "taken twice: {}", draft.key);
                    sound(draft)?;
                }
                Err(refused) => {
                    prop_assert_eq!(refused.number, n + 1);
                    prop_assert!(!refused.reason.is_empty() && !refused.reason.chars().any(char::is_control) && !refused.key.chars().any(char::is_control));
                }
            }
        }
        *counts.borrow_mut().1 += keys.len();
        *counts.borrow_mut().2 += steps.len() - keys.len();
        // The same file says the same again.
        prop_assert_eq!(plan(&sessions, &berlin()), steps);
        Ok(())
    });
    outcome.unwrap();
    println!("documents: {} inputs, {whole} refused whole, {taken} sessions taken, {refused} refused", inputs());
    assert!(whole > 0 && refused > 0 && taken > usize::try_from(inputs()).unwrap() / 2, "too few of a sort to say anything");
}

/// What every event must be, whatever the file said.
fn sound(draft: &Draft) -> Result<(), TestCaseError> {
    prop_assert!(!draft.title.is_empty() && draft.title.chars().count() <= TITLE_AT_MOST);
    prop_assert!(draft.lede.chars().count() <= LEDE_AT_MOST && draft.body.chars().count() <= BODY_AT_MOST);
    for line in [&draft.title, &draft.lede, &draft.host, &draft.room] {
        prop_assert!(!line.chars().any(char::is_control), "{:?}", line);
    }
    prop_assert!(!draft.body.chars().any(|c| c.is_control() && c != '\n'));
    prop_assert!(!slug_of(&draft.title).is_empty());
    prop_assert!(draft.end.is_none_or(|end| end > draft.start || (end.date() == draft.start.date())));
    let html = markdown(&draft.body);
    let elements = html.split('<').skip(1).map(|rest| rest.split(['>', ' ']).next().unwrap_or_default());
    for element in elements {
        prop_assert!(["p", "/p", "br", "h3", "/h3", "a", "/a"].contains(&element), "{} in {}", element, html);
    }
    prop_assert!(!html.contains("href=\"") || html.contains("href=\"http"));
    Ok(())
}
