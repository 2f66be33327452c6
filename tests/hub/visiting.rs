//! Looking around: what the pages say, what they do not claim, and that they all say the same.

use std::collections::BTreeSet;

use jiff::ToSpan as _;
use jiff::civil::{Date as Day, date};
use nabe::clock::Instant;
use nabe::features::events::OccurrenceState;
use scraper::ElementRef;

use crate::support::{Answer, Plan, journeys, selector};

journeys! {
    async fn a_page_that_does_not_exist_points_to_the_programme_only_where_there_is_one(hub) {
        let words = "Im Programm finden Sie alle Veranstaltungen.";
        hub.get("/alpha/nirgends").await.is(404).says(words);
        let outside: Answer = hub.get("/nirgends/").await;
        outside.is(404).says("Diese Seite gibt es nicht.").does_not_say(words);
        assert_eq!(outside.all("main a", "href"), ["/"]);
    }

    async fn nothing_is_claimed_about_price_and_registration_that_only_the_organiser_knows(hub) {
        let own = hub.offer(Plan::seats(3).titled("Eigener Kurs")).await;
        let theirs = hub.offer(Plan::seats(3).titled("Fremder Abend").by_organiser("https://verein.example/abend")).await;
        let silent = hub.offer(Plan::seats(3).titled("Stiller Abend").by_organiser("")).await;
        for date in [&theirs, &silent] {
            let page = hub.get(&date.page()).await;
            page.is(200).says("erfahren Sie beim Veranstalter");
            for claim in ["kostenlos", "Ohne Anmeldung", "Platz buchen", "Kommen Sie einfach vorbei"] {
                page.does_not_say(claim);
            }
        }
        assert_eq!(hub.get(&theirs.page()).await.all("main a[rel~=external]", "href"), ["https://verein.example/abend"]);
        assert_eq!(hub.get(&silent.page()).await.count("main a[rel~=external]"), 0);
        hub.get(&own.page()).await.says("kostenlos").says("Platz buchen");
        for (words, badges) in [("fremder", 0), ("stiller", 0), ("eigener", 1)] {
            let found = hub.get(&format!("/alpha/events?q={words}")).await;
            assert_eq!((found.count(".nabe-ev"), found.count(".nabe-ev .nabe-badge")), (1, badges), "{words}");
        }
        hub.get("/alpha/events?gratis=1").await.says("Eigener Kurs").does_not_say("Fremder Abend");
        hub.get("/alpha/events?open=1").await.says("0 Termine").does_not_say("Fremder Abend");
    }

    async fn the_page_of_an_event_that_is_over_says_when_it_was_and_what_comes_next(hub) {
        let over = hub.offer(Plan::seats(3).titled("Vorbei").on_days(&[date(2026, 12, 1)])).await;
        let soon = hub.offer(Plan::seats(3).titled("Noch zu haben").on_days(&[date(2026, 12, 15)])).await;
        hub.get(&over.page()).await.says("Dienstag, 1. Dezember").does_not_say("Diese Veranstaltung ist vorbei.");
        for minutes in [60 * 24, 60 * 24 * 5] {
            hub.advance_clock(minutes);
            let page = hub.get(&over.page()).await;
            page.says("Diese Veranstaltung ist vorbei.").says("Sie war am Dienstag, 1. Dezember 2026, 14–16 Uhr.").does_not_say("Platz buchen");
            assert_eq!(page.all("main .nabe-ev a", "href"), [soon.page()], "what comes next");
        }
        hub.edit(&over, |date| date.state = OccurrenceState::Cancelled).await;
        hub.get(&over.page()).await.says("Sie ist ausgefallen. Geplant war Dienstag, 1. Dezember 2026");
    }

    /// The words of the hub here all have a letter that English does not have.
    async fn on_english_pages_the_words_of_the_hub_are_marked_as_german(hub) {
        let plan = Plan { body: "Für **Öfen** und Größen.".to_owned(), ..Plan::seats(3).titled("Löten für alle") };
        let dates = hub.offer_dates(plan.on_days(&[date(2026, 12, 8), date(2026, 12, 15)])).await;
        let anna = hub.register("Anna", &dates[0]).await;
        let reason = "Lötkolben müssen abkühlen.";
        hub.edit(&dates[1], move |date| (date.state, date.reason) = (OccurrenceState::Cancelled, reason.to_owned())).await;
        let inside = |path: &str| path.replacen("/alpha", "/alpha/en", 1);
        let pages = ["/alpha/en/", "/alpha/en/events", "/alpha/en/events/month?month=2026-12", &inside(&dates[0].page()), &inside(&dates[0].form()), &inside(&anna.page), &inside(&format!("{}/date", anna.page))];
        for path in pages {
            let page = hub.get(path).await;
            page.is(200);
            let (marked, unmarked) = german_texts(&page);
            assert!(unmarked.is_empty(), "{path}: German without lang=\"de\": {unmarked:?}");
            assert!(marked.iter().any(|text| text.contains("Löten für alle")) || path == "/alpha/en/", "{path}: {marked:?}");
        }
        hub.get(&inside(&dates[0].page())).await.says(reason).says("Größen");
    }

    /// Over the years with 53 weeks, leap days and clock changes.
    async fn month_and_list_agree_and_the_month_has_all_its_days(hub) {
        hub.set_clock(Instant::from_micros(date(2026, 9, 1).at(9, 0, 0, 0).in_tz("Europe/Berlin").unwrap().timestamp().as_microsecond()));
        let days = [date(2026, 10, 24), date(2026, 10, 25), date(2026, 10, 31), date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 3), date(2027, 1, 4), date(2028, 2, 29), date(2028, 3, 26)];
        hub.offer_dates(Plan::seats(3).on_days(&days)).await;
        for month in [date(2026, 10, 1), date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1), date(2028, 2, 1), date(2028, 3, 1)] {
            let name = format!("{:04}-{:02}", month.year(), month.month());
            let table = hub.get(&format!("/alpha/events/month?month={name}")).await;
            let expected: BTreeSet<Day> = days.iter().copied().filter(|day| day.first_of_month() == month).collect();
            assert_eq!(days_in_table(&table, month), expected, "{name}: the table");
            assert_eq!(days_in_rows(&table), expected, "{name}: the rows for narrow screens");
            assert_eq!(days_in_rows(&hub.get(&format!("/alpha/events?when={name}")).await), expected, "{name}: the list");
        }
        for day in days {
            assert_eq!(days_in_rows(&hub.get(&format!("/alpha/events?when={day}")).await), BTreeSet::from([day]), "the list of one day");
        }
        hub.set_clock(Instant::from_micros(date(2026, 12, 31).at(9, 0, 0, 0).in_tz("Europe/Berlin").unwrap().timestamp().as_microsecond()));
        // Week 53 of 2026 ends on 3 January 2027.
        let week = BTreeSet::from([date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 3)]);
        assert_eq!(days_in_rows(&hub.get("/alpha/events?when=week").await), week);
        assert_eq!(days_in_rows(&hub.get("/alpha/events?when=today").await), BTreeSet::from([date(2026, 12, 31)]));
    }
}

/// Texts of a page with German letters: those marked as German, and the others.
fn german_texts(page: &Answer) -> (Vec<String>, Vec<String>) {
    let html = page.page();
    let body = html.select(&selector("body")).next().unwrap();
    let texts = body.descendants().filter_map(|node| node.value().as_text().map(|text| (node, text.trim().to_owned())));
    let german = texts.filter(|(_, text)| text.chars().any(|c| "äöüßÄÖÜ".contains(c)));
    let (marked, unmarked): (Vec<_>, Vec<_>) = german.partition(|(node, _)| {
        let nearest = node.ancestors().filter_map(ElementRef::wrap).find_map(|element| element.attr("lang"));
        nearest == Some("de")
    });
    let words = |list: Vec<(_, String)>| list.into_iter().map(|(_, text)| text).collect();
    (words(marked), words(unmarked))
}

/// The days with an entry, each cell counted from the first of the month on.
fn days_in_table(page: &Answer, month: Day) -> BTreeSet<Day> {
    let html = page.page();
    let cells = selector(".nabe-month td:not(.is-off)");
    let cells: Vec<ElementRef<'_>> = html.select(&cells).collect();
    assert_eq!(cells.len(), usize::try_from(month.days_in_month()).unwrap(), "{}: one cell for each day", page.path);
    let (link, number) = (selector("a"), selector("td > b"));
    let numbered = cells.iter().zip(0_i64..).map(|(cell, n)| (cell, month.saturating_add(n.days())));
    let mut found = BTreeSet::new();
    for (cell, day) in numbered {
        let shown: String = cell.select(&number).flat_map(|bold| bold.text()).collect::<String>().chars().take_while(char::is_ascii_digit).collect();
        assert_eq!(shown, day.day().to_string(), "{}: days follow each other", page.path);
        if cell.select(&link).next().is_some() {
            found.insert(day);
        }
    }
    found
}

fn days_in_rows(page: &Answer) -> BTreeSet<Day> {
    page.all(".nabe-ev time", "datetime").iter().map(|day| day.parse().unwrap()).collect()
}
