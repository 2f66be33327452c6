//! The lead sets the hub up: what is saved stands on the public pages at once, and nobody else may.

use nabe::auth::Role;

use crate::signing_in::token_for;
use crate::support::{Answer, Form, Plan, TestHub, journeys};

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

    /// The installation, seen by anybody.
    pub fn hub(&self) -> &TestHub {
        &self.hub
    }

    /// What the browser sends along.
    pub fn cookie(&self) -> &str {
        &self.cookie
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
        lena.get("/alpha/staff/hub/contact?done=saved").await.says("Gespeichert.");
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
        let form = lena.form("/welcome").await.with("claim", "Kommen.\nFragen.").with("welcome", "Hier ist Platz für alle.");
        lena.submit(&form).await.location();
        hub.get("/alpha/").await.says("Kommen.").says("Hier ist Platz für alle.");
        lena.get("/alpha/staff/hub").await.says("Begrüßung eingetragen");
    }

    async fn only_the_lead_finds_the_settings(hub) {
        let (lena, kim) = (lead(&hub).await, Colleague::new(&hub, "kim@example.org", Role::Staff).await);
        assert!(lena.get("/alpha/staff").await.all("nav a", "href").contains(&"/alpha/staff/hub".to_owned()));
        assert!(!kim.get("/alpha/staff").await.all("nav a", "href").contains(&"/alpha/staff/hub".to_owned()));
        let form = lena.form("/contact").await.with("name", "Anderswo");
        for page in ["", "/contact", "/welcome", "/sites", "/sites/new", "/closed-days", "/legal", "/people", "/people/new"] {
            kim.get(&format!("/alpha/staff/hub{page}")).await.is(403);
            lena.get(&format!("/beta/staff/hub{page}")).await.is(404);
        }
        let key = kim.get("/alpha/staff").await.form("/sign-out").value("key").to_owned();
        kim.submit(&form.with("key", &key)).await.is(403);
        hub.get("/alpha/").await.does_not_say("Anderswo");
    }

    async fn a_new_place_with_its_hours_stands_on_contact_and_start_page(hub) {
        let lena = lead(&hub).await;
        let form = lena.form("/sites/new").await.with("name", "Neue Werkstatt").with("street", "Musterweg 7").with("hours", "Di und Do 14 bis 18 Uhr\nSa 10–12");
        for _ in 0..2 {
            assert_eq!(lena.submit(&form).await.location(), "/alpha/staff/hub/sites?done=saved");
        }
        hub.get("/alpha/contact").await.says("Neue Werkstatt").says("14–18 Uhr").says("Samstag");
        let list = lena.get("/alpha/staff/hub/sites").await;
        assert_eq!(list.count(".nabe-place"), 2, "the same form makes one place: {}", list.words());
        lena.submit(&list.form("/position")).await.location();
        hub.get("/alpha/").await.says("Musterweg 7");
        let place = first_place(&lena).await;
        let form = lena.get(&place).await.is(200).form(&place);
        assert_eq!(form.value("hours"), "Di 14–18\nDo 14–18\nSa 10–12");
        let wrong = lena.submit(&form.with("hours", "Dienstags immer")).await;
        wrong.is(422).says("„immer“ ist kein Wochentag");
        assert_eq!(wrong.all(".nabe-errs a", "href"), ["#hours"]);
    }

    async fn a_place_with_events_is_not_removed(hub) {
        let lena = lead(&hub).await;
        let id = hub.read("alpha", |tx, hub| nabe::tenancy::store::places(tx, hub, jiff::civil::date(2026, 12, 1))).await.0[0].id;
        hub.offer(Plan::seats(3)).await;
        hub.write("alpha", move |tx, hub, _| {
            let mut event = nabe::features::events::store::event_by_slug(tx, hub, "kurs-0")?.unwrap();
            event.site = Some(id);
            nabe::features::events::store::update_event(tx, hub, &event, "Altes Kontor", "")
        })
        .await;
        let answer = lena.submit(&lena.get("/alpha/staff/hub/sites").await.form("/removal")).await;
        lena.get(answer.location()).await.says("Dieser Ort steht noch bei Veranstaltungen.").says("Altes Kontor");
    }

    async fn the_hub_is_closed_today_at_once_and_opens_again(hub) {
        let lena = lead(&hub).await;
        hub.get("/alpha/").await.says("Heute bis 18 Uhr geöffnet");
        let page = lena.get("/alpha/staff/hub/closed-days").await;
        let today = Form { action: "/alpha/staff/hub/closed-days".to_owned(), fields: Vec::new() };
        let today = today.with("key", page.form("/closed-days").value("key")).with("first", "2026-12-01").with("reason", "Wasserschaden");
        lena.submit(&today).await.location();
        for page in ["/alpha/", "/alpha/contact"] {
            hub.get(page).await.says("Heute geschlossen: Wasserschaden");
        }
        let page = lena.get("/alpha/staff/hub/closed-days").await;
        lena.submit(&page.form("/removal")).await.location();
        hub.get("/alpha/").await.says("Heute bis 18 Uhr geöffnet");
    }

    async fn days_in_a_row_are_closed_and_named_to_all(hub) {
        let lena = lead(&hub).await;
        let form = lena.form("/closed-days").await;
        let wrong = lena.submit(&form.clone().with("first", "24.12.").with("last", "20.12.2026")).await;
        wrong.is(422);
        assert_eq!(wrong.all(".nabe-errs a", "href"), ["#reason", "#last"]);
        lena.submit(&form.with("first", "24.12.").with("last", "1.1.").with("reason", "Weihnachten")).await.location();
        let contact = hub.get("/alpha/contact").await;
        contact.says("Donnerstag, 24. Dezember 2026").says("Freitag, 1. Januar 2027").says("Weihnachten");
        hub.get("/beta/contact").await.does_not_say("Weihnachten");
    }

    async fn legal_details_take_the_place_of_what_is_still_to_enter(hub) {
        let lena = lead(&hub).await;
        hub.get("/alpha/imprint").await.says("Vertretungsberechtigt: noch einzutragen");
        lena.get("/alpha/staff/hub").await.says("7 Angaben fehlen");
        let mut form = lena.form("/legal").await;
        for field in ["body", "representative", "editor", "authority", "vat", "enforcement", "access_law"] {
            form = form.with(field, &format!("Angabe {field}\nzweite Zeile"));
        }
        lena.submit(&form).await.location();
        hub.get("/alpha/imprint").await.says("Angabe representative").does_not_say("noch einzutragen").does_not_say("Vom Hub noch nicht eingetragen");
        hub.get("/alpha/accessibility").await.says("Angabe enforcement").does_not_say("noch einzutragen");
        lena.get("/alpha/staff/hub").await.says("Vollständig");
        hub.get("/beta/imprint").await.says("Vertretungsberechtigt: noch einzutragen");
    }
}

/// The page of the place that stands first.
async fn first_place(lena: &Colleague) -> String {
    lena.get("/alpha/staff/hub/sites").await.all(".nabe-place a", "href").remove(0)
}
