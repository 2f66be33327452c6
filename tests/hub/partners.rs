//! The lead says who carries the hub: names, lines, links and logos, in an order.

use nabe::auth::Role;

use crate::own_hub::{Colleague, lead};
use crate::support::{TestHub, journeys};
use crate::theme::upload;

const PAGE: &str = "/alpha/staff/hub/partners";
const LOGO: &[u8] = include_bytes!("../../src/pictures/samples/agency.svg");

async fn enter(lena: &Colleague, fields: &[(&str, &str)], logo: &[u8]) -> String {
    upload(lena, &format!("{PAGE}/new"), fields, logo).await.location().to_owned()
}

/// The names of the start page in their order.
async fn names(hub: &TestHub) -> String {
    let start = hub.get("/alpha/").await;
    let words = start.is(200).words();
    words.split_once("Gemeinsam getragen von").map_or(String::new(), |(_, rest)| rest.split("Besuchen").next().unwrap().trim().to_owned())
}

journeys! {
    async fn partners_stand_on_the_start_page_with_name_line_link_and_logo(hub) {
        let lena = lead(&hub).await;
        lena.get(PAGE).await.is(200).says("Noch keine Partner");
        for _ in 0..2 {
            let fields = [("name", "Stadt <Muster>"), ("about", "stellt das Haus"), ("link", "https://www.example.org")];
            assert_eq!(enter(&lena, &fields, LOGO).await, "/alpha/staff/hub/partners?done=saved");
        }
        enter(&lena, &[("name", "Verein")], b"").await;
        assert_eq!(names(&hub).await, "Stadt <Muster> stellt das HausVerein");
        let start = hub.get("/alpha/").await;
        assert_eq!((start.all(".nabe-logos a", "href"), start.all(".nabe-logos img", "alt")), (vec!["https://www.example.org".to_owned()], vec![String::new()]));
        let logo = start.all(".nabe-logos img", "src").remove(0);
        assert_eq!(hub.get(&logo).await.is(200).header("content-type"), "image/svg+xml");
        lena.get("/alpha/staff/hub").await.says("2 Partner");
        assert!(!hub.get("/beta/").await.words().contains("Gemeinsam getragen"));
    }

    async fn partners_change_place_and_logo_and_go_with_it(hub) {
        let lena = lead(&hub).await;
        for name in ["Stadt", "Verein", "Sparverein"] {
            enter(&lena, &[("name", name)], LOGO).await;
        }
        let form = lena.get(PAGE).await.form("/position").with("move", "sparverein 0");
        for _ in 0..2 {
            lena.submit(&form).await.location();
        }
        assert_eq!(names(&hub).await, "SparvereinStadtVerein");
        let logos = hub.get("/alpha/").await.all(".nabe-logos img", "src");
        upload(&lena, &format!("{PAGE}/stadt"), &[("name", "Stadt Muster"), ("without_logo", "1")], b"").await.location();
        upload(&lena, &format!("{PAGE}/verein"), &[("name", "Verein"), ("link", "https://example.org")], b"").await.location();
        assert_eq!(names(&hub).await, "SparvereinStadt MusterVerein");
        assert_eq!(hub.get("/alpha/").await.all(".nabe-logos img", "src"), [logos[0].clone(), logos[2].clone()]);
        hub.get(&logos[1]).await.is(404);
        let form = lena.get(PAGE).await.form("/sparverein/removal");
        for _ in 0..2 {
            lena.submit(&form).await.location();
        }
        assert_eq!(names(&hub).await, "Stadt MusterVerein");
        hub.get(&logos[0]).await.is(404);
        hub.get(&logos[2]).await.is(200);
        lena.get(&format!("{PAGE}/sparverein")).await.is(404);
    }

    async fn what_is_wrong_with_a_partner_is_said_at_the_field(hub) {
        let lena = lead(&hub).await;
        let refused = upload(&lena, &format!("{PAGE}/new"), &[("name", ""), ("about", "<b>trägt</b>"), ("link", "javascript:alert(1)")], b"%PDF").await;
        assert_eq!(refused.is(422).all(".nabe-errs a", "href"), ["#name", "#link", "#file"]);
        assert_eq!(refused.all("#about", "value"), ["<b>trägt</b>"]);
        assert_eq!(names(&hub).await, "");
        enter(&lena, &[("name", "Verein")], b"").await;
        upload(&lena, &format!("{PAGE}/new"), &[("name", "Verein"), ("about", "anders")], b"").await.is(422).says("steht schon in der Liste");
    }

    async fn only_the_lead_says_who_carries_the_hub(hub) {
        let (lena, kim) = (lead(&hub).await, Colleague::new(&hub, "kim@example.org", Role::Staff).await);
        enter(&lena, &[("name", "Verein")], b"").await;
        for page in ["", "/new", "/verein"] {
            kim.get(&format!("{PAGE}{page}")).await.is(403);
            lena.get(&format!("/beta/staff/hub/partners{page}")).await.is(404);
        }
        let key = kim.get("/alpha/staff").await.form("/sign-out").value("key").to_owned();
        let form = lena.get(PAGE).await.form("/verein/removal").with("key", &key);
        kim.submit(&form).await.is(403);
        assert_eq!(names(&hub).await, "Verein");
    }
}
