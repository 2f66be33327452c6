//! What people with bad intentions type: it is shown as typed, or refused, and never our fault.

use axum::body::Body;
use axum::http::Method;

use crate::support::{Answer, Plan, calendar_lines, journeys, request};

/// What browsers have run when a page wrote it out carelessly.
const SCRIPTS: [&str; 12] = [
    "<script>pwned()</script>",
    "\"><img src=x onerror=pwned()>",
    "' onfocus='pwned()' autofocus='",
    "\" onmouseover=\"pwned()",
    "</textarea><svg onload=pwned()>",
    "</title><pwned-el>",
    "<!--<pwned-el>-->",
    "<a href=\"javascript:pwned()\">x</a>",
    "&lt;script&gt;pwned()&lt;/script&gt;",
    "\u{feff}<pwned-el\u{a0}>",
    "<iframe srcdoc='<script>pwned()</script>'>",
    "{{7*7}}${7*7}<%= 7*7 %>",
];

journeys! {
    async fn what_is_typed_is_shown_as_typed_and_runs_nowhere(hub) {
        let date = hub.offer(Plan::seats(200).groups_of(3).asking(vec![nabe::features::events::Question {
            label: "Ihre <b>Frage</b>?".to_owned(),
            help: "<pwned-el>".to_owned(),
            kind: nabe::features::events::QuestionKind::Text,
            choices: Vec::new(),
            required: false,
        }])).await;
        for (n, text) in SCRIPTS.iter().enumerate() {
            let filled = hub.form_for("Anna", &date).await.with("name", text).with("seats", "3").with("companions", text).with("note", text).with("answer-0", text).with("email", &format!("anna{n}@example.org"));
            let back = hub.submit(&filled.clone().with("email", text).with("phone", text)).await;
            runs_nothing(back.is(422));
            assert_eq!(back.form("/registration").value("name").trim(), text.trim());
            let answer = hub.submit(&filled).await;
            let page = hub.get(answer.location()).await;
            runs_nothing(page.is(200));
            let typed = text.replace(['\u{a0}'], " ");
            assert!(page.words().contains(&typed), "{typed} is shown: {}", page.words());
        }
        for mail in hub.mails().await {
            assert!(mail.raw.contains("Content-Type: text/plain"), "mails are plain text");
            assert!(!mail.raw.contains("text/html"));
            let lines = calendar_lines(mail.calendar());
            assert!(lines.iter().all(|line| !line.contains('\n')), "{lines:?}");
        }
    }

    async fn what_is_searched_for_is_shown_as_typed(hub) {
        for text in SCRIPTS {
            let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", text).append_pair("when", text).append_pair("kind", text).append_pair("month", text).append_pair("topic", text).finish();
            runs_nothing(hub.get(&format!("/alpha/events?{query}")).await.is(200));
            runs_nothing(hub.get(&format!("/alpha/events/month?{query}")).await.is(200));
            runs_nothing(hub.get(&format!("/alpha/staff/sign-in?to={query}")).await.is(200));
            runs_nothing(hub.get(&format!("/alpha/nowhere?{query}")).await.is(404));
            let back = hub.post("/alpha/registrations", &[("key", &hub.guest_key()), ("email", text)]).await;
            runs_nothing(back.is(422));
        }
    }

    async fn what_staff_write_runs_nowhere_either(hub) {
        let body = format!("{}\n\n[x](javascript:pwned()) [y](JaVaScRiPt:pwned()) [z](data:text/html,pwned) [w](//evil.example) ![i](https://evil.example/x.png) <https://example.org>", SCRIPTS.join("\n\n"));
        let date = hub.offer(Plan { body, title: "<script>pwned()</script>".to_owned(), ..Plan::seats(3) }).await;
        let anna = hub.register("Anna", &date).await;
        for path in ["/alpha/".to_owned(), "/alpha/events".to_owned(), "/alpha/events/month".to_owned(), date.page(), date.form(), anna.page.clone()] {
            let page = hub.get(&path).await;
            runs_nothing(page.is(200));
            assert_eq!(page.count(".nabe-prose img"), 0);
            assert!(!page.all("a", "href").iter().any(|href| href.contains("evil.example") || href.starts_with("data:")));
        }
    }

    async fn a_calendar_cannot_be_broken_out_of(hub) {
        let title = "Kurs\r\nATTENDEE:mailto:x@example.org;,\\ \u{85}Ende";
        let date = hub.offer(Plan::seats(3).titled(title)).await;
        let anna = hub.register("Anna", &date).await;
        for path in [format!("{}/calendar.ics", date.page()), format!("{}/calendar.ics", anna.page)] {
            let calendar = hub.get(&path).await;
            calendar.is(200);
            let lines = calendar_lines(calendar.text());
            assert!(!lines.iter().any(|line| line.starts_with("ATTENDEE")), "{lines:?}");
            assert_eq!(lines.iter().filter(|line| line.starts_with("SUMMARY")).count(), 1);
        }
    }

    async fn a_mail_cannot_be_given_further_recipients(hub) {
        let date = hub.offer(Plan::seats(3)).await;
        let form = hub.form_for("Anna", &date).await.with("name", "Anna\r\nBcc: x@example.org\u{2028}Cc: y@example.org");
        hub.submit(&form).await.is(303);
        let mails = hub.mails().await;
        let head = mails[0].raw.split("\r\n\r\n").next().unwrap();
        assert!(!head.lines().any(|line| line.starts_with("Bcc") || line.starts_with("Cc")), "{head}");
    }

    async fn bytes_that_are_no_text_are_refused_or_dropped(hub) {
        let date = hub.offer(Plan::seats(50)).await;
        let key = hub.guest_key();
        let path = date.form();
        let bodies: Vec<(&str, Vec<u8>)> = vec![
            ("NUL in every field", format!("key={key}&name=A%00nna&email=anna%00@example.org&phone=035952%001234&seats=1%00&note=%00&companions=%00").into_bytes()),
            ("NUL in the name", format!("key={key}&name=A%00nna&email=anna%40example.org&seats=1&note=a%00b&companions=c%00d").into_bytes()),
            ("invalid UTF-8, encoded", format!("key={key}&name=%ff%fe&email=anna%40example.org&seats=1").into_bytes()),
            ("invalid UTF-8, raw", [format!("key={key}&email=a%40example.org&seats=1&name=").into_bytes(), vec![0xff, 0xc0, 0x80]].concat()),
            ("half an escape", format!("key={key}&name=%e4%&email=%").into_bytes()),
            ("no pairs", b"&&&===&&".to_vec()),
            ("nothing", Vec::new()),
            ("a key alone", format!("key={key}").into_bytes()),
            ("the key many times", format!("key={key}&").repeat(300).into_bytes()),
            ("ten thousand fields", "a=&".repeat(10_000).into_bytes()),
            ("deep names", format!("key={key}&{}=1", "name[".repeat(3_000)).into_bytes()),
            ("control characters", format!("key={key}&name=%01%02%1b%5b31m%7f%c2%85&email=anna%40example.org&seats=1").into_bytes()),
            ("lone surrogates", format!("key={key}&name=%ed%a0%80&email=anna%40example.org&seats=1").into_bytes()),
            ("right to left", format!("key={key}&name=%e2%80%aeAnna&email=anna%40example.org&seats=1").into_bytes()),
        ];
        for (what, body) in bodies {
            for target in [path.as_str(), "/alpha/registrations", "/alpha/staff/sign-in"] {
                let sent = request(Method::POST, target, &[("content-type", "application/x-www-form-urlencoded")]).body(Body::from(body.clone())).unwrap();
                let status = hub.send(sent).await.status.as_u16();
                assert!((200..500).contains(&status), "{what} to {target}: {status}");
            }
        }
    }

    async fn addresses_that_lead_nowhere_are_not_our_fault(hub) {
        let date = hub.offer(Plan::seats(3)).await;
        let anna = hub.register("Anna", &date).await;
        let parts = ["%00", "a%00b", "%ff", "%c0%80", "%2e%2e", "%2f", "..", "%25", "%", "%zz", "%0d%0aX:1", "'%20or%201=1--", "%ed%a0%80", "%f0%9f%98%80", &"a".repeat(6_000), "*", "{event}", "en", "alpha"];
        for part in parts {
            for path in [
                format!("/{part}"),
                format!("/{part}/events"),
                format!("/alpha/{part}"),
                format!("/alpha/events/{part}"),
                format!("/alpha/events/{part}/calendar.ics"),
                format!("/alpha/events/{part}/picture/{part}"),
                format!("/alpha/events/{}/{part}/registration", date.slug),
                format!("/alpha/events/{part}/{}/registration", date.key),
                format!("/alpha/registrations/{part}"),
                format!("{}/{part}", anna.page),
                format!("/alpha/events?page={part}&q={part}&when={part}&place={part}&topic={part}&month={part}"),
                format!("/alpha/events/month?month={part}"),
            ] {
                let Ok(sent) = request(Method::GET, &path, &[]).body(Body::empty()) else { continue };
                let status = hub.caller(u8::try_from(hub.next_number() % 250).unwrap()).send(sent).await.status.as_u16();
                assert!((200..500).contains(&status), "{path}: {status}");
            }
        }
    }

    async fn headers_that_lie_are_not_our_fault(hub) {
        let long = "x".repeat(10_000);
        for (name, value) in [("host", "evil.example"), ("host", ""), ("host", "[::1]:x"), ("host", &long), ("x-forwarded-for", "1.2.3.4, '; drop"), ("cookie", "__Host-nabe=; =; nabe"), ("cookie", &long), ("accept-encoding", "gzip;q=x, br;;;"), ("if-none-match", "*"), ("content-length", "0"), ("accept-language", &long)] {
            let sent = axum::http::Request::builder().uri("/alpha/events").header(name, value).body(Body::empty()).unwrap();
            let status = hub.send(sent).await.status.as_u16();
            assert!((200..500).contains(&status), "{name}: {value}: {status}");
        }
        // Whatever host is claimed, links of redirects and mails are ours.
        let date = hub.offer(Plan::seats(3)).await;
        let form = hub.form_for("Anna", &date).await;
        hub.submit_with(&form, &[("x-forwarded-host", "evil.example")]).await.is(303);
        assert!(hub.mails().await[0].text.contains("https://hub.example.org/alpha/registrations/"));
    }
}

/// No element and no attribute of the page came out of what was typed.
#[track_caller]
pub fn runs_nothing(answer: &Answer) {
    // Data for search engines is no script, as long as nothing ends it early; the only frames are of pages of ours.
    let data = answer.text().split("<script type=\"application/ld+json\">").skip(1).map(|rest| rest.split("</script>").next().unwrap());
    for block in data {
        serde_json::from_str::<serde_json::Value>(block).unwrap_or_else(|error| panic!("{}: {error}: {block}", answer.path));
    }
    let wrongs = ["script:not([type='application/ld+json'])", "iframe:not([src^='/'])", "iframe[src^='//']"];
    for wrong in wrongs.into_iter().chain(["pwned-el", "[onerror]", "[onfocus]", "[onload]", "[onmouseover]", "[srcdoc]", "a[href^='javascript:' i]"]) {
        assert_eq!(answer.count(wrong), 0, "{} has {wrong}", answer.path);
    }
    assert!(!answer.text().contains("{{7*7}}") || !answer.text().contains("49${"), "no template ran");
}
