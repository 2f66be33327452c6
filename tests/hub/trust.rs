//! Who may post, what a link may do, and that looking changes nothing.

use axum::body::Body;
use axum::http::Method;
use booking::State;

use crate::support::{HOST, Plan, bare, journeys, request};

journeys! {
    async fn a_post_from_another_site_is_refused_whatever_it_carries(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        let form = hub.form_for("Anna", &date).await;
        let foreign: [&[(&str, &str)]; 6] = [
            &[("sec-fetch-site", "cross-site")],
            &[("sec-fetch-site", "same-site")],
            &[("origin", "https://evil.example")],
            &[("origin", "null")],
            &[("sec-fetch-site", "cross-site"), ("origin", "https://hub.example.org")],
            &[("origin", "https://hub.example.org.evil.example")],
        ];
        for headers in foreign {
            hub.submit_with(&form, headers).await.is(403).says("Wir haben nichts geändert.");
        }
        assert_eq!(hub.counts(&date).await.seated, 0);
        let own = format!("https://{HOST}");
        hub.submit_with(&form, &[("sec-fetch-site", "same-origin"), ("origin", &own)]).await.is(303);
        assert_eq!(hub.counts(&date).await.seated, 1);
    }

    async fn every_post_needs_a_key_of_ours(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        let anna = hub.register("Anna", &date).await;
        let foreign = nabe::keys::Keys::new(&[7; 32]).form(b"guest", hub.now());
        let mut bent = hub.guest_key();
        let last = if bent.pop() == Some('A') { 'B' } else { 'A' };
        bent.push(last);
        for key in ["", "x", "AAAA", "%%%", foreign.as_str(), &bent, &"A".repeat(60_000)] {
            for step in ["cancellation", "restoration", "acceptance", "refusal", "party", "date"] {
                hub.post(&format!("{}/{step}", anna.page), &[("key", key), ("seats", "2")]).await.is(403);
            }
            hub.post("/alpha/registrations", &[("key", key), ("email", "anna@example.org")]).await.is(403);
            hub.post("/alpha/staff/sign-in", &[("key", key), ("email", "anna@example.org")]).await.is(403);
            // The form of a date comes back with what was typed: nothing is lost, nothing is booked.
            hub.submit(&hub.stale_form_for("Ben", &date).with("key", key)).await.is(422);
        }
        let booking = hub.booking(&anna).await;
        assert_eq!((booking.state, booking.seats), (State::Confirmed, 1));
        assert_eq!(hub.counts(&date).await.seated, 1);
    }

    async fn a_link_that_was_not_given_opens_nothing(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        let anna = hub.register("Anna", &date).await;
        let token = anna.token().to_owned();
        let id = anna.id(&hub).0;
        let keys = hub.app().keys();
        let (alpha, beta) = (hub.hub_id("alpha"), hub.hub_id("beta"));
        let mut short = token.clone();
        short.pop();
        let others = [keys.link("registration", beta, id), keys.link("another", alpha, id), keys.link("registration", alpha, uuid::Uuid::nil()), short, format!("{token}A"), id.to_string(), "x".to_owned(), "a".repeat(5_000)];
        for (n, other) in others.iter().enumerate() {
            let stranger = hub.caller(u8::try_from(n).unwrap());
            stranger.get(&format!("/alpha/registrations/{other}")).await.is(404);
            stranger.get(&format!("/alpha/registrations/{other}/calendar.ics")).await.is(404);
            stranger.get(&format!("/alpha/registrations/{other}/date")).await.is(404);
            stranger.post(&format!("/alpha/registrations/{other}/cancellation"), &[("key", &hub.guest_key())]).await.is(404);
        }
        assert_eq!(hub.booking(&anna).await.state, State::Confirmed);
    }

    async fn guessing_links_is_slowed_down_for_the_guesser_alone(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        let anna = hub.register("Anna", &date).await;
        let guesser = hub.caller(66);
        for _ in 0..30 {
            guesser.get("/alpha/registrations/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").await.is(404);
        }
        let slowed = guesser.get(&anna.page).await;
        slowed.is(429);
        assert_eq!(slowed.header("retry-after"), "60");
        hub.caller(67).get(&anna.page).await.is(200);
        // The programme stays open to everybody at that address.
        guesser.get("/alpha/events").await.is(200);
        hub.advance_clock(11);
        guesser.get(&anna.page).await.is(200);
    }

    async fn what_changes_something_cannot_be_fetched(hub) {
        let date = hub.offer(Plan::seats(2)).await;
        let anna = hub.register("Anna", &date).await;
        for step in ["cancellation", "restoration", "acceptance", "refusal", "party"] {
            let path = format!("{}/{step}?key={}&seats=2", anna.page, hub.guest_key());
            hub.get(&path).await.is(405);
            for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS] {
                hub.send(bare(method, &path)).await.is(405);
            }
        }
        hub.get("/alpha/staff/sign-out").await.is(405);
        assert_eq!(hub.booking(&anna).await.state, State::Confirmed);
    }

    async fn every_answer_keeps_its_promises_errors_included(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        let anna = hub.register("Anna", &date).await;
        let (token, key) = (anna.page.clone(), hub.guest_key());
        let pages = [
            ("/", 200), ("/health/live", 200), ("/nowhere", 404), ("/UPPER", 404), ("//", 404), ("/alpha", 200), ("/alpha/", 200), ("/alpha/en", 200), ("/alpha/en/events", 200),
            ("/alpha/nowhere", 404), ("/alpha/events/nowhere", 404), ("/alpha/events/nowhere/x/registration", 404), ("/alpha/en/nowhere", 404), ("/alpha/events/month?month=2027-02", 200),
            ("/alpha/staff/sign-in", 200), ("/alpha/registrations", 200), ("/alpha//events", 404), ("/alpha/events/", 404), ("/assets/nowhere.css", 404), ("/robots.txt", 200), ("/sitemap.xml", 200), ("/favicon.ico", 404),
        ];
        // `send` looks at headers, cookies and legal links of each.
        for (path, status) in pages {
            hub.get(path).await.is(status);
        }
        for path in [date.page(), date.form(), format!("{}/calendar.ics", date.page()), token.clone(), format!("{token}/calendar.ics"), format!("{token}/date")] {
            hub.get(&path).await.is(200);
        }
        hub.post(&date.page(), &[("key", &key)]).await.is(405);
        let style = hub.get("/alpha/events").await.all("link[rel=stylesheet]", "href").remove(0);
        for method in [Method::POST, Method::PUT, Method::TRACE] {
            hub.send(bare(method, &style)).await.is(405);
        }
        let tunnel = hub.send(bare(Method::CONNECT, &date.page())).await;
        assert!(tunnel.is(405).body.is_empty() && tunnel.header("allow") == "GET, HEAD, POST");
        hub.post("/alpha/nowhere", &[("key", &key)]).await.is(404);
        hub.post("/", &[]).await.is(405);
        let big = "x".repeat(70_000);
        hub.post(&date.form(), &[("key", &key), ("name", &big)]).await.is(413).says("Ihre Eingabe ist zu groß.");
        let json = hub.send(request(Method::POST, &date.form(), &[("content-type", "application/json")]).body(Body::from("{}")).unwrap()).await;
        json.is(400);
        let style = hub.get("/alpha/events").await.all("link[rel=stylesheet]", "href");
        hub.get(&style[0]).await.is(200);
    }

    /// Every answer is looked at for legal links; here is whose they are.
    async fn pages_outside_all_hubs_lead_to_the_legal_pages_of_the_oldest_hub(hub) {
        for path in ["/", "/nowhere", "/nowhere/events", "/UPPER"] {
            let page = hub.send(bare(Method::GET, path)).await;
            for link in ["imprint", "privacy", "accessibility", "easy-language", "sign-language", "barriers"] {
                assert_eq!(page.count(&format!("footer a[href='/alpha/{link}']")), 1, "{path}: {link}");
            }
            assert_eq!((page.count("h1"), page.count("html[lang=de]")), (1, 1), "{path}");
        }
    }

    async fn personal_pages_are_kept_by_nobody(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        let anna = hub.register("Anna", &date).await;
        for path in [date.form(), anna.page.clone(), format!("{}/calendar.ics", anna.page), format!("{}/date", anna.page), "/alpha/registrations".to_owned(), "/alpha/staff/sign-in".to_owned(), "/alpha/nowhere".to_owned()] {
            let answer = hub.get(&path).await;
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
            assert_eq!(answer.header("etag"), "", "{path}");
        }
    }

    async fn pages_ask_no_other_host_for_anything(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        let anna = hub.register("Anna", &date).await;
        for path in ["/alpha/".to_owned(), "/alpha/events".to_owned(), date.page(), date.form(), anna.page.clone(), "/alpha/nowhere".to_owned()] {
            let page = hub.get(&path).await;
            // A canonical address and that of the other language are named, not fetched.
            let fetched = [("link:not([rel=canonical]):not([hreflang])", "href"), ("img", "src"), ("use", "href"), ("script", "src"), ("source", "srcset"), ("iframe", "src"), ("form", "action")];
            for (element, attribute) in fetched {
                for address in page.all(element, attribute) {
                    assert!(address.starts_with('/') && !address.starts_with("//"), "{path}: <{element}> fetches {address}");
                }
            }
        }
    }
}
