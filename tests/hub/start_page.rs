//! The lead arranges start page and menu; whatever is hidden, events, contact and legal pages are reached.

use nabe::auth::Role;

use crate::own_hub::{Colleague, lead};
use crate::support::{Answer, Form, Plan, TestHub, journeys};

const PAGE: &str = "/alpha/staff/hub/start-page";

async fn press(lena: &Colleague, action: &str, name: &str, value: &str) -> Answer {
    let form = lena.get(PAGE).await.is(200).form(action).with(name, value);
    lena.submit(&form).await
}

async fn menu(hub: &TestHub, page: &str) -> Vec<String> {
    hub.get(page).await.all(".nabe-nav a", "href")
}

/// The headings of the start page in their order, by their ids.
async fn headings(hub: &TestHub) -> Vec<String> {
    hub.get("/alpha/").await.is(200).all("main h2[id]", "id")
}

/// A page of staff that everybody can read.
async fn published(lena: &Colleague, title: &str) {
    let form = lena.get("/alpha/staff/pages/new").await.is(200).form("/staff/pages").with("title", title).with("lede", "Wir sind da.").with("body", "Alle.");
    lena.submit(&form.with("step", "publish")).await.location();
}

journeys! {
    async fn parts_of_the_start_page_move_go_and_come_back(hub) {
        let lena = lead(&hub).await;
        hub.offer(Plan::seats(3)).await;
        assert_eq!(headings(&hub).await, ["naechste", "hier"]);
        assert_eq!(press(&lena, "/start-page", "move", "reach 0").await.location(), "/alpha/staff/hub/start-page?done=saved#parts");
        press(&lena, "/start-page", "move", "reach 0").await.location();
        assert_eq!(headings(&hub).await, ["hier", "themen", "naechste"], "the same button twice moves once");
        press(&lena, "/start-page", "hide", "dates").await.location();
        press(&lena, "/start-page", "hide", "dates").await.location();
        assert_eq!(headings(&hub).await, ["hier", "themen"]);
        for part in ["reach", "topics", "news", "partners"] {
            press(&lena, "/start-page", "hide", part).await.location();
        }
        let bare = hub.get("/alpha/").await;
        assert!(headings(&hub).await.is_empty());
        for link in ["/alpha/events", "/alpha/contact", "/alpha/imprint", "/alpha/privacy", "/alpha/accessibility"] {
            assert!(bare.all("a", "href").contains(&link.to_owned()), "{link}");
        }
        lena.get(PAGE).await.says("Unter der Begrüßung steht nichts.");
        press(&lena, "/start-page", "show", "dates").await.location();
        assert_eq!(headings(&hub).await, ["naechste"]);
        press(&lena, "/removal", "list", "parts").await.location();
        assert_eq!(headings(&hub).await, ["naechste", "hier"]);
        hub.get("/beta/").await.says("Heute und demnächst");
    }

    async fn the_menu_is_arranged_and_keeps_what_nobody_may_miss(hub) {
        let lena = lead(&hub).await;
        assert_eq!(menu(&hub, "/alpha/").await, ["/alpha/events", "/alpha/registrations", "/alpha/contact"]);
        press(&lena, "/menu", "show", "news").await.location();
        press(&lena, "/menu", "move", "news 0").await.location();
        press(&lena, "/menu", "hide", "registrations").await.location();
        press(&lena, "/menu", "hide", "events").await.location();
        press(&lena, "/menu", "show", "weather").await.location();
        assert_eq!(menu(&hub, "/alpha/contact").await, ["/alpha/news", "/alpha/contact", "/alpha/events"]);
        assert_eq!(menu(&hub, "/alpha/en/").await, ["/alpha/en/news", "/alpha/en/contact", "/alpha/en/events"]);
        assert_eq!(menu(&hub, "/beta/").await.len(), 3);
        assert_eq!(hub.get("/alpha/news").await.all(".nabe-nav [aria-current]", "href"), ["/alpha/news"]);
        press(&lena, "/removal", "list", "menu").await.location();
        assert_eq!(menu(&hub, "/alpha/").await, ["/alpha/events", "/alpha/registrations", "/alpha/contact"]);
    }

    async fn a_page_of_staff_stands_in_the_menu_until_it_is_withdrawn(hub) {
        let lena = lead(&hub).await;
        assert!(!lena.get(PAGE).await.has_form("/menu/pages"), "nothing to add yet");
        published(&lena, "Das Team des Hauses und seine Freunde").await;
        let form = lena.get(PAGE).await.form("/menu/pages");
        let path = form.value("page").to_owned();
        let refused = lena.submit(&form).await;
        refused.is(422).says("höchstens 24 Zeichen");
        assert_eq!(refused.all(".nabe-errs a", "href"), ["#word"]);
        let form = form.with("word", "Das <Team>");
        for _ in 0..2 {
            lena.submit(&form).await.location();
        }
        assert_eq!(menu(&hub, "/alpha/").await.last(), Some(&format!("/alpha{path}")));
        assert!(hub.get("/alpha/").await.text().contains("Das &#60;Team&#62;"));
        assert_eq!(hub.get("/alpha/en/").await.all(".nabe-nav a[lang=de]", "href"), [format!("/alpha/en{path}")], "its word is German");
        assert_eq!(hub.get(&format!("/alpha{path}")).await.all(".nabe-nav [aria-current]", "href"), [format!("/alpha{path}")]);
        let form = lena.get(&format!("/alpha/staff{path}")).await.form("/withdrawal");
        lena.submit(&form).await.location();
        assert_eq!(menu(&hub, "/alpha/").await, ["/alpha/events", "/alpha/registrations", "/alpha/contact"]);
        let stale = Form { action: format!("{PAGE}/menu/pages"), ..lena.get(PAGE).await.form("/menu") }.with("page", &path).with("word", "Team");
        lena.submit(&stale).await.is(422).says("die alle lesen können");
    }

    async fn the_menu_takes_no_more_than_fits(hub) {
        let lena = lead(&hub).await;
        for title in ["Team", "Haus", "Werkstatt"] {
            published(&lena, title).await;
        }
        for place in ["news", "pages"] {
            press(&lena, "/menu", "show", place).await.location();
        }
        let form = lena.get(PAGE).await.form("/menu/pages");
        lena.submit(&form).await.location();
        lena.get(PAGE).await.says("Mehr passt nicht ins Menü.");
        lena.submit(&form.with("page", "/pages/haus")).await.location();
        assert_eq!(menu(&hub, "/alpha/").await.len(), 6);
    }

    async fn only_the_lead_arranges(hub) {
        let (lena, kim) = (lead(&hub).await, Colleague::new(&hub, "kim@example.org", Role::Staff).await);
        kim.get(PAGE).await.is(403);
        lena.get("/beta/staff/hub/start-page").await.is(404);
        let key = kim.get("/alpha/staff").await.form("/sign-out").value("key").to_owned();
        let form = lena.get(PAGE).await.form("/menu").with("hide", "registrations").with("key", &key);
        kim.submit(&form).await.is(403);
        assert_eq!(menu(&hub, "/alpha/").await.len(), 3);
        let nothing = lena.get(PAGE).await.form("/menu");
        lena.submit(&nothing).await.is(400);
    }
}
