//! How others find a hub: data in the page of an event, lists of pages, rules for robots, feeds.

use jiff::civil::date;
use nabe::features::events::{OccurrenceState, State};
use serde_json::Value;

use crate::support::{Answer, Plan, TestHub, journeys, selector};

/// What the page of an event says to machines.
fn data(answer: &Answer) -> Value {
    let (page, block) = (answer.page(), selector("script[type='application/ld+json']"));
    let text: String = page.select(&block).next().expect("the page has a block of data").text().collect();
    serde_json::from_str(&text).expect("it is JSON")
}

/// What schema.org and those who read it ask of an event, for it to be shown.
fn is_whole(event: &Value) {
    for (property, kind) in
        [("name", "text"), ("startDate", "time"), ("location", "thing"), ("eventStatus", "word"), ("eventAttendanceMode", "word"), ("url", "address")]
    {
        let value = &event[property];
        let sound = match kind {
            "thing" => value["@type"].is_string() && value["name"].as_str().is_some_and(|name| !name.is_empty()) && !value["address"].is_null(),
            "word" => value.as_str().is_some_and(|word| word.starts_with("https://schema.org/")),
            "address" => value.as_str().is_some_and(|word| word.starts_with("https://hub.example.org/alpha/")),
            "time" => value.as_str().is_some_and(|time| time.parse::<jiff::Timestamp>().is_ok()),
            _ => value.as_str().is_some_and(|text| !text.is_empty()),
        };
        assert!(sound, "{property}: {event}");
    }
}

async fn lines(hub: &TestHub, path: &str, start: &str) -> Vec<String> {
    hub.get(path).await.is(200).text().lines().filter_map(|line| line.strip_prefix(start)).map(str::to_owned).collect()
}

journeys! {
    async fn a_date_is_described_with_all_that_is_asked_for_and_its_places(hub) {
        let date = hub.offer(Plan::seats(1).titled("Kurs </script><script>alert(1)</script> & \u{2028}")).await;
        let page = hub.get(&date.page()).await;
        let event = data(page.is(200));
        is_whole(&event);
        assert_eq!(event["name"], "Kurs </script><script>alert(1)</script> & \u{2028}");
        assert_eq!((event["startDate"].as_str(), event["endDate"].as_str()), (Some("2026-12-08T14:00:00+01:00"), Some("2026-12-08T16:00:00+01:00")));
        assert_eq!((event["offers"]["price"].as_str(), event["offers"]["availability"].as_str()), (Some("0.00"), Some("https://schema.org/InStock")));
        assert_eq!(event["organizer"]["url"], "https://hub.example.org/alpha/");
        hub.register("Anna", &date).await;
        assert_eq!(data(&hub.get(&date.page()).await)["offers"]["availability"], "https://schema.org/SoldOut");
        hub.edit(&date, |date| date.state = OccurrenceState::Cancelled).await;
        let cancelled = data(&hub.get(&date.page()).await);
        assert_eq!(cancelled["eventStatus"], "https://schema.org/EventCancelled");
        assert!(cancelled.get("offers").is_none());
    }

    async fn each_date_of_a_series_is_an_event_of_its_own(hub) {
        let date = hub.offer_dates(Plan::seats(5).on_days(&[date(2026, 12, 8), date(2027, 7, 6)])).await.remove(0);
        let series = data(&hub.get(&date.page()).await);
        assert_eq!(series["@type"], "EventSeries");
        let dates = series["subEvent"].as_array().unwrap();
        dates.iter().for_each(is_whole);
        assert_eq!(dates.iter().map(|date| date["startDate"].as_str().unwrap()).collect::<Vec<_>>(), ["2026-12-08T14:00:00+01:00", "2027-07-06T14:00:00+02:00"]);
    }

    async fn nothing_is_said_of_prices_that_only_the_organiser_knows(hub) {
        let date = hub.offer(Plan::seats(5).by_organiser("https://verein.example.org/kurs")).await;
        let event = data(&hub.get(&date.page()).await);
        is_whole(&event);
        assert!(event.get("offers").is_none() && event.get("isAccessibleForFree").is_none());
        assert_eq!(event["organizer"]["url"], "https://verein.example.org/kurs");
    }

    async fn a_page_names_its_one_address_and_that_in_the_other_language(hub) {
        let date = hub.offer(Plan::seats(5)).await;
        for (asked, here) in [(date.page(), date.page()), (date.page().replace("/alpha/", "/alpha/en/"), date.page().replace("/alpha/", "/alpha/en/")), (format!("{}?utm=x", date.page()), date.page())] {
            let page = hub.get(&asked).await;
            assert_eq!(page.all("link[rel=canonical]", "href"), [format!("https://hub.example.org{here}")], "{asked}");
            let both = ["/alpha/", "/alpha/en/"].map(|at| format!("https://hub.example.org{}", date.page().replace("/alpha/", at)));
            assert_eq!(page.all("link[hreflang]", "href"), both, "{asked}");
            assert_eq!(page.all("meta[name=description]", "content"), ["Zwei Stunden, kleine Gruppe."]);
        }
        assert_eq!(hub.get("/alpha/events?q=kurs").await.count("link[rel=canonical]"), 0, "what somebody looked for is no page of its own");
        assert_eq!(hub.get(&date.form()).await.count("link[rel=canonical]"), 0);
    }

    async fn the_list_of_pages_has_what_is_published_and_to_come_in_both_languages(hub) {
        let coming = hub.offer(Plan::seats(5)).await;
        let draft = hub.offer(Plan { state: State::Draft, ..Plan::seats(5) }).await;
        let past = hub.offer(Plan::seats(5).on_days(&[date(2026, 11, 3)])).await;
        hub.write("alpha", nabe::features::pages::prepare).await;
        let urls = lines(&hub, "/alpha/sitemap.xml", "<url><loc>").await;
        let of = |path: &str| urls.iter().filter(|url| url.starts_with(&format!("https://hub.example.org{path}</loc>"))).cloned().collect::<Vec<_>>();
        assert_eq!((of(&coming.page()).len(), of(&draft.page()).len(), of(&past.page()).len()), (1, 0, 0));
        let english = of(&coming.page().replace("/alpha/", "/alpha/en/")).remove(0);
        assert!(english.contains(&format!("hreflang=\"de\" href=\"https://hub.example.org{}\"", coming.page())), "{english}");
        for path in ["/alpha/", "/alpha/en/news", "/alpha/privacy", "/alpha/en/privacy", "/alpha/accessibility", "/alpha/en/accessibility"] {
            assert_eq!(of(path).len(), 1, "{path}: {urls:?}");
        }
        assert!(!urls.iter().any(|url| url.contains("ueber-uns")), "drafts are nobody's business: {urls:?}");
        assert_eq!(lines(&hub, "/sitemap.xml", "<sitemap><loc>").await, ["alpha", "beta"].map(|slug| format!("https://hub.example.org/{slug}/sitemap.xml</loc></sitemap>")));
        for url in urls.iter().filter_map(|url| url.strip_prefix("https://hub.example.org")?.split("</loc>").next()) {
            hub.get(url).await.is(200);
        }
    }

    async fn robots_are_told_what_is_not_for_them(hub) {
        let rules = lines(&hub, "/robots.txt", "Disallow: ").await;
        for path in ["/alpha/staff", "/alpha/en/staff/events", "/alpha/registrations/abc", "/alpha/feedback/abc", "/alpha/events/kurs/2026-12-08-1400/registration", "/setup"] {
            assert!(rules.iter().any(|rule| applies(rule, path)), "{path}: {rules:?}");
        }
        for path in ["/alpha/", "/alpha/events", "/alpha/events/staffellauf", "/alpha/events/registrations-abend", "/alpha/news/feed.atom"] {
            assert!(!rules.iter().any(|rule| applies(rule, path)), "{path}: {rules:?}");
        }
        assert_eq!(lines(&hub, "/robots.txt", "Sitemap: ").await, ["https://hub.example.org/sitemap.xml"]);
        assert_eq!(lines(&hub, "/alpha/robots.txt", "Sitemap: ").await, ["https://hub.example.org/alpha/sitemap.xml"]);
    }

    async fn what_is_new_in_the_programme_can_be_followed(hub) {
        hub.offer(Plan::seats(5).titled("Erster & einziger")).await;
        hub.advance_clock(5);
        hub.offer(Plan::seats(5).titled("Neuer")).await;
        hub.offer(Plan { state: State::Draft, ..Plan::seats(5).titled("Geheim") }).await;
        let feed = hub.get("/alpha/events/feed.atom").await;
        assert_eq!(feed.is(200).header("content-type"), "application/atom+xml; charset=utf-8");
        let titles: Vec<&str> = feed.text().split("<entry><id>").skip(1).map(|entry| entry.split("<title>").nth(1).unwrap().split('<').next().unwrap()).collect();
        assert_eq!(titles, ["Neuer", "Erster &#38; einziger"]);
        let words = feed.text().replace('\u{2060}', "").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("Nächster Termin: Dienstag, 8. Dezember 2026, 14 Uhr."), "{words}");
        assert!(hub.get("/alpha/events").await.all("link[type='application/atom+xml']", "href").contains(&"/alpha/events/feed.atom".to_owned()));
    }
}

/// Whether a rule of `robots.txt` is about a path (RFC 9309, 2.2.3).
fn applies(rule: &str, path: &str) -> bool {
    let (rule, to_the_end) = rule.strip_suffix('$').map_or((rule, false), |rule| (rule, true));
    let mut parts = rule.split('*');
    let Some(mut rest) = path.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    for part in parts {
        let found = if to_the_end { rest.rfind(part) } else { rest.find(part) };
        let Some(at) = found else { return false };
        rest = rest.split_at(at + part.len()).1;
    }
    !to_the_end || rest.is_empty()
}
