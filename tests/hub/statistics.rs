//! Figures without people: what is counted, that chart, table and file agree, and that nothing of it names anybody.

use nabe::auth::Role;

use crate::data_protection::Desk;
use crate::support::{Plan, TestHub, journeys};

const PAGE: &str = "/alpha/staff/hub/statistics";

/// Lines of the file as cells.
async fn file(desk: &Desk, path: &str) -> Vec<Vec<String>> {
    let file = desk.get(path).await;
    assert_eq!(file.is(200).header("content-type"), "text/csv; charset=utf-8");
    file.text().trim_start_matches('\u{feff}').lines().map(|line| line.split(';').map(str::to_owned).collect()).collect()
}

async fn rate(hub: &TestHub, guest: &crate::support::Guest, stars: &str) {
    let form = hub.page_of(guest).await.form("/rating").with("stars", stars);
    let answer = hub.submit(&form).await;
    assert!(answer.location().ends_with("?done=rated#rating"));
    hub.submit(&form).await.is(303);
    hub.get(answer.location().split('#').next().unwrap()).await.says("Danke für Ihre Bewertung.");
}

journeys! {
    async fn what_happens_is_counted_by_day_and_the_same_numbers_stand_everywhere(hub) {
        let date = hub.offer(Plan::seats(20)).await;
        for _ in 0..6 {
            hub.get("/alpha/").await.is(200);
        }
        hub.get("/alpha/events").await.is(200);
        hub.get_with("/alpha/", &[("user-agent", "ExampleBot/1.0")]).await.is(200);
        hub.get("/alpha/no-such-page").await.is(404);
        hub.get("/beta/").await.is(200);
        let (anna, ben) = (hub.register("Anna", &date).await, hub.register_party("Ben", 2, &date).await);
        let none = hub.page_of(&anna).await.form("/rating").without("stars");
        hub.submit(&none).await.is(303);
        rate(&hub, &anna, "5").await;
        rate(&hub, &ben, "2").await;
        hub.set_clock(hub.now().plus(booking::Span::from_days(8)));
        let asked = format!("/alpha/feedback/{}", hub.app().keys().link("feedback", hub.hub_id("alpha"), date.id.0));
        for score in ["5", "4", "3"] {
            let form = hub.get(&asked).await.form(asked.rsplit('/').next().unwrap()).with("score", score);
            hub.submit(&form).await.is(303);
            hub.submit(&form).await.is(303);
        }

        let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
        let page = lead.get(PAGE).await;
        page.is(200).says("2 Bewertungen, im Mittel 3,5 von 5").says("3 Bewertungen, im Mittel 4,0 von 5");
        let rows = file(&lead, &format!("{PAGE}.csv")).await;
        let row = rows.iter().find(|row| row[0] == "2026-12-01").expect("the day is there");
        assert_eq!(row[3..], ["2", "0", "3"], "registered online, by the team, places");
        // Counters reach the day on which they are kept: the journey kept them on its last day.
        let sum = |column: usize| rows.iter().skip(1).filter(|row| row.len() == 6).map(|row| row[column].parse::<i64>().unwrap()).sum::<i64>();
        assert_eq!(sum(2), 2, "two forms begun: {rows:?}");
        let of = |name: &str| rows.iter().find(|row| row[0] == name).map(|row| row[1].clone());
        assert_eq!((of("Startseite").as_deref(), of("Veranstaltungen").as_deref()), (Some("6"), Some("1")));
        assert_eq!((of("Mit dem Anmelden: 5").as_deref(), of("Mit der Veranstaltung: 4").as_deref()), (Some("1"), Some("1")));
        let shown: Vec<String> = page.page().select(&crate::support::selector("tbody td.is-num:nth-of-type(1)")).map(|cell| cell.text().collect::<String>()).collect();
        let views: i64 = shown.iter().map(|cell| cell.rsplit(' ').next().unwrap().parse::<i64>().unwrap()).sum();
        assert_eq!(views, sum(1), "table and file");
        assert_eq!(page.count("svg.nabe-chart rect"), rows.iter().filter(|row| row.len() == 6 && row[1].parse::<i64>().is_ok_and(|views| views > 0)).count(), "a bar for each day with views");
        let hidden = file(&lead, &format!("{PAGE}-published.csv")).await;
        assert!(hidden.iter().flatten().all(|cell| cell.parse::<i64>().map_or(true, |number| number == 0 || number > 4)), "{hidden:?}");
        assert!(hidden.iter().flatten().any(|cell| cell == "<5"));
        let beta = hub.read("beta", |tx, hub| nabe::statistics::counts(tx, hub, "2026-01-01".parse().unwrap(), "2027-12-31".parse().unwrap())).await;
        assert_eq!(beta.len(), 1, "each hub counts for itself: {beta:?}");
    }

    async fn what_is_counted_says_nothing_about_anybody(hub) {
        let date = hub.offer(Plan::seats(2)).await;
        let anna = hub.register("Anna", &date).await;
        hub.page_of(&anna).await.is(200);
        rate(&hub, &anna, "3").await;
        nabe::statistics::flush(hub.app()).await;
        let counted = hub.read("alpha", |tx, hub| nabe::statistics::counts(tx, hub, "2026-01-01".parse().unwrap(), "2027-12-31".parse().unwrap())).await;
        let kinds: Vec<&str> = counted.iter().map(|one| one.what.as_str()).collect();
        assert_eq!(kinds, ["begun", "rating.booking.3", "view.registrations"], "sections, never addresses");
    }

    async fn a_registration_rates_once_however_often_its_page_is_opened(hub) {
        let date = hub.offer(Plan::seats(20)).await;
        let (anna, ben) = (hub.register("Anna", &date).await, hub.register("Ben", &date).await);
        let early = hub.page_of(&anna).await.form("/rating").with("stars", "1");
        rate(&hub, &anna, "5").await;
        let page = hub.page_of(&anna).await;
        assert!(!page.has_form("/rating"), "the question was answered");
        page.says("Danke für Ihre Bewertung.");
        for _ in 0..3 {
            hub.submit(&early.clone().with("key", &hub.guest_key())).await.is(303);
        }
        hub.page_of(&ben).await.form("/rating");
        nabe::statistics::flush(hub.app()).await;
        let counted = hub.read("alpha", |tx, hub| nabe::statistics::counts(tx, hub, "2026-01-01".parse().unwrap(), "2027-12-31".parse().unwrap())).await;
        let ratings: Vec<(&str, i64)> = counted.iter().filter(|one| one.what.starts_with("rating.")).map(|one| (one.what.as_str(), one.times)).collect();
        assert_eq!(ratings, [("rating.booking.5", 1)]);
    }

    async fn statistics_are_for_the_lead(hub) {
        let staff = Desk::new(&hub, "staff@example.org", Role::Staff).await;
        for page in ["", ".csv", "-published.csv"] {
            staff.get(&format!("{PAGE}{page}")).await.is(403);
        }
    }
}
