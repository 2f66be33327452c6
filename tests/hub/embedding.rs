//! The coming dates inside pages of other web sites.

use nabe::features::events::Topic;

use crate::own_hub::lead;
use crate::support::{Answer, Plan, journeys};

/// Who may put a page into a frame, as its policy says.
fn framers(answer: &Answer) -> String {
    let policy = answer.header("content-security-policy");
    policy.split(';').find_map(|part| part.trim().strip_prefix("frame-ancestors ")).expect("the policy says who").to_owned()
}

journeys! {
    async fn a_web_site_that_the_lead_names_may_show_the_dates_and_no_other_page(hub) {
        let lena = lead(&hub).await;
        let date = hub.offer(Plan::seats(5)).await;
        assert_eq!(framers(&hub.get("/alpha/embed").await), "'self'");
        let form = lena.form("/embed").await.with("origins", "www.stadt.example/hub\nhttps://verein.example:8443\nhttps://www.stadt.example");
        for _ in 0..2 {
            assert_eq!(lena.submit(&form).await.location(), "/alpha/staff/hub/embed?done=saved");
        }
        let page = hub.get("/alpha/embed").await;
        page.is(200).says("Sicher im Netz").says("Noch 5 von 5 Plätzen frei");
        assert_eq!(framers(&page), "'self' https://www.stadt.example https://verein.example:8443");
        assert_eq!(page.header("cache-control"), "public, max-age=60");
        assert_eq!(page.count("form, script, input, button"), 0);
        assert!(page.page().select(&crate::support::selector("a")).all(|link| link.attr("target") == Some("_top")), "links leave the frame");
        for path in ["/alpha/", "/alpha/events", &date.page(), &date.form(), "/alpha/staff/sign-in", "/beta/events"] {
            assert_eq!(framers(&hub.get(path).await), "'none'", "{path}");
        }
        assert_eq!(framers(&lena.get("/alpha/staff/hub/embed").await), "'none'");
        assert_eq!(framers(&hub.get("/beta/embed").await), "'self'", "another hub has its own list");
        lena.get("/alpha/staff/hub").await.says("Auf 2 Websites erlaubt");
    }

    async fn the_line_shows_what_was_chosen_and_the_frame_what_the_line_says(hub) {
        let lena = lead(&hub).await;
        for number in 0..9 {
            hub.offer(Plan { topic: if number == 8 { Topic::Health } else { Topic::Digital }, ..Plan::seats(5).titled(&format!("Termin {number}")) }).await;
        }
        assert_eq!(hub.get("/alpha/embed").await.count(".nabe-ev"), 6);
        assert_eq!(hub.get("/alpha/embed?number=3").await.count(".nabe-ev"), 3);
        assert_eq!(hub.get("/alpha/embed?number=9999&topic=gibtesnicht").await.count(".nabe-ev"), 9);
        hub.get("/alpha/embed?topic=health").await.says("Nächste Termine: Gesundheit").says("Termin 8").does_not_say("Termin 1");
        assert_eq!(hub.get("/alpha/embed?theme=dark").await.all("html", "data-kern-theme"), ["dark"]);
        assert_eq!(hub.get("/alpha/embed?theme=x").await.all("html", "data-kern-theme"), Vec::<String>::new());
        let page = lena.get("/alpha/staff/hub/embed?topic=health&number=10").await;
        page.is(200).says("https://hub.example.org/alpha/embed?topic=health&amp;number=10");
        assert_eq!(page.all("iframe", "src"), ["/alpha/embed?topic=health&number=10"]);
        hub.get("/alpha/en/embed").await.says("Next dates");
    }

    async fn addresses_that_would_let_anybody_in_are_refused_with_words(hub) {
        let lena = lead(&hub).await;
        let form = lena.form("/embed").await;
        for (typed, words) in [
            ("https://*.stadt.example", "steht für viele Websites"),
            ("http://www.stadt.example", "ist nicht verschlüsselt"),
            ("https://a.example; script-src x", "ist keine Adresse einer Website"),
            ("unsere Website", "ist keine Adresse einer Website"),
        ] {
            let answer = lena.submit(&form.clone().with("origins", typed)).await;
            answer.is(422).says(words);
            assert_eq!((answer.all(".nabe-errs a", "href"), answer.form("/embed").value("origins")), (vec!["#origins".to_owned()], typed), "{typed}");
        }
        assert_eq!(framers(&hub.get("/alpha/embed").await), "'self'");
        let many: Vec<String> = (0..21).map(|number| format!("https://s{number}.example")).collect();
        lena.submit(&form.with("origins", &many.join("\n"))).await.is(422).says("Höchstens 20 Websites");
    }
}
