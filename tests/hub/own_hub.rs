//! The lead sets the hub up: what is saved stands on the public pages at once, and nobody else may.

use nabe::auth::Role;

use crate::signing_in::token_for;
use crate::support::{Answer, Form, TestHub, journeys};

const PASSWORD: &str = "drei alte Apfelbäume";

/// Somebody who works here, signed in.
pub struct Colleague {
    hub: TestHub,
    cookie: String,
}

impl Colleague {
    pub async fn new(hub: &TestHub, email: &'static str, role: Role) -> Self {
        hub.account(email, PASSWORD, Some(("alpha", role))).await;
        let token = token_for(hub, "alpha", email, PASSWORD).await;
        Self { hub: hub.clone(), cookie: format!("__Host-nabe={token}") }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.hub.get_with(path, &[("cookie", &self.cookie)]).await
    }

    pub async fn submit(&self, form: &Form) -> Answer {
        self.hub.submit_with(form, &[("cookie", &self.cookie)]).await
    }

    /// The form of a page of settings.
    pub async fn form(&self, page: &str) -> Form {
        self.get(&format!("/alpha/staff/hub{page}")).await.is(200).form(page)
    }
}

pub async fn lead(hub: &TestHub) -> Colleague {
    Colleague::new(hub, "lena@example.org", Role::Lead).await
}

journeys! {
    async fn name_and_contact_stand_on_the_public_pages_at_once(hub) {
        let lena = lead(&hub).await;
        lena.get("/alpha/staff/hub").await.is(200).says("Name und Kontakt").says("035952 01234");
        for page in ["/alpha/", "/alpha/contact", "/beta/contact"] {
            hub.get(page).await.is(200);
        }
        let form = lena.form("/contact").await.with("name", "Werkstatt Neustadt").with("phone", "035952 04321").with("owner_line", "Ein Angebot <von> allen");
        assert_eq!(lena.submit(&form).await.location(), "/alpha/staff/hub/contact?done=saved");
        lena.get("/alpha/staff/hub/contact?done=saved").await.says("Gesichert.");
        hub.get("/alpha/contact").await.says("035952 04321").does_not_say("035952 01234");
        assert!(hub.get("/alpha/").await.text().contains("Ein Angebot &#60;von&#62; allen"));
        hub.get("/beta/contact").await.says("035952 01234");
        lena.submit(&form).await.location();
    }

    async fn what_is_wrong_is_said_at_the_field_and_nothing_is_saved(hub) {
        let lena = lead(&hub).await;
        let form = lena.form("/contact").await.with("name", " ").with("phone", "bitte anrufen").with("phone_hours", "immer");
        let answer = lena.submit(&form).await;
        answer.is(422).says("Geben Sie dem Hub einen Namen.");
        assert_eq!(answer.all(".nabe-errs a", "href"), ["#name", "#phone"]);
        assert_eq!(answer.form("/contact").value("phone_hours"), "immer");
        hub.get("/alpha/contact").await.says("035952 01234");
    }

    async fn the_start_page_greets_as_the_lead_wrote_it(hub) {
        let lena = lead(&hub).await;
        hub.get("/alpha/").await.is(200);
        let form = lena.form("/welcome").await.with("claim", "Kommen.\nFragen.").with("welcome", "Hier ist Platz für alle.").with("partners", "Stadt Muster: stellt das Haus");
        lena.submit(&form).await.location();
        hub.get("/alpha/").await.says("Kommen.").says("Hier ist Platz für alle.").says("stellt das Haus");
        lena.get("/alpha/staff/hub").await.says("Begrüßung und 1 Partner");
    }

    async fn only_the_lead_finds_the_settings(hub) {
        let (lena, kim) = (lead(&hub).await, Colleague::new(&hub, "kim@example.org", Role::Staff).await);
        assert!(lena.get("/alpha/staff").await.all("nav a", "href").contains(&"/alpha/staff/hub".to_owned()));
        assert!(!kim.get("/alpha/staff").await.all("nav a", "href").contains(&"/alpha/staff/hub".to_owned()));
        let form = lena.form("/contact").await.with("name", "Anderswo");
        for page in ["", "/contact", "/welcome"] {
            kim.get(&format!("/alpha/staff/hub{page}")).await.is(403);
            lena.get(&format!("/beta/staff/hub{page}")).await.is(404);
        }
        let key = kim.get("/alpha/staff").await.form("/sign-out").value("key").to_owned();
        kim.submit(&form.with("key", &key)).await.is(403);
        hub.get("/alpha/").await.does_not_say("Anderswo");
    }
}
