//! Member organisations as the lead keeps them: entered once, with a code that can be replaced and a contact who is forgotten in time.

use nabe::auth::Role;
use nabe::organisations::{Organisation, store};

use crate::data_protection::{Desk, nights};
use crate::support::{Form, TestHub, journeys};

const PATH: &str = "/alpha/staff/hub/organisations";

/// What the lead types for the town of Pulsnitz.
async fn pulsnitz(lead: &Desk) -> Form {
    let form = lead.get(&format!("{PATH}/new")).await.is(200).form("/organisations/new").with("name", "Stadt Pulsnitz").with("kind", "town");
    form.with("domains", "stadt-pulsnitz.example").with("contact_name", "Kim Klein").with("contact_email", "kim.klein@stadt-pulsnitz.example")
}

pub async fn all(hub: &TestHub) -> Vec<Organisation> {
    hub.read("alpha", store::all).await
}

journeys! {
    async fn the_lead_enters_an_organisation_once(hub) {
        let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
        lead.get("/alpha/staff/hub").await.says("Mitgliedsorganisationen").says("Noch keine Organisation");
        lead.get(PATH).await.is(200).says("Noch keine Organisation");
        let form = pulsnitz(&lead).await;
        let made = lead.submit(&form).await;
        assert_eq!(made.location(), lead.submit(&form).await.location(), "the same form is one organisation");
        let stored = all(&hub).await;
        assert_eq!((stored.len(), stored[0].name.as_str()), (1, "Stadt Pulsnitz"));
        let page = lead.get(made.location()).await;
        page.is(200).says("Geben Sie ihr den Zugangscode.").says(&booking::code::Code::parse(&stored[0].code).unwrap().to_string());
        page.says("2 Jahre nach der letzten Eintragung oder Bestätigung");
        lead.get(PATH).await.says("Stadt Pulsnitz").says("Kim Klein").says("kim.klein@stadt-pulsnitz.example");
        lead.get("/alpha/staff/hub").await.says("1 Organisation");
        lead.get(&made.location().replace("/alpha/", "/beta/")).await.is(404);
    }

    async fn a_domain_belongs_to_one_organisation(hub) {
        let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
        lead.submit(&pulsnitz(&lead).await).await.location();
        let answer = lead.submit(&pulsnitz(&lead).await.with("name", "Stadt Ohorn")).await;
        answer.is(422).says("„stadt-pulsnitz.example“ gehört schon zu Stadt Pulsnitz.");
        assert_eq!(answer.form("/organisations/new").value("name"), "Stadt Ohorn", "what was typed stays");
        lead.submit(&pulsnitz(&lead).await.with("domains", "gmx.de")).await.is(422).says("kann jeder eine Adresse haben");
        assert_eq!(all(&hub).await.len(), 1);
    }

    async fn a_code_is_replaced_once_by_one_button_and_an_organisation_goes(hub) {
        let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
        let page = lead.submit(&pulsnitz(&lead).await).await.location().replace("?done=created", "");
        let first = all(&hub).await.remove(0).code;
        let renew = lead.get(&page).await.form("/code");
        lead.get(lead.submit(&renew).await.location()).await.says("Der neue Code gilt ab sofort.");
        let second = all(&hub).await.remove(0).code;
        lead.submit(&renew).await.location();
        assert_ne!(first, second);
        assert_eq!(all(&hub).await.remove(0).code, second, "pressed twice it is one new code");
        lead.submit(&lead.get(&page).await.form(&page).with("contact_name", "").with("contact_email", "")).await.location();
        let stored = all(&hub).await.remove(0);
        assert_eq!((stored.code, stored.contact), (second, None), "editing keeps the code");
        lead.get(PATH).await.says("Ansprechperson fehlt");
        assert!(lead.submit(&lead.get(&page).await.form("/removal")).await.location().ends_with("?done=removed"));
        assert!(all(&hub).await.is_empty());
        lead.get(&page).await.is(404);
    }

    async fn organisations_are_for_the_lead_alone(hub) {
        let staff = Desk::new(&hub, "staff@example.org", Role::Staff).await;
        for page in ["", "/new"] {
            staff.get(&format!("{PATH}{page}")).await.is(403);
            assert!(hub.get(&format!("{PATH}{page}")).await.location().contains("/staff/sign-in"));
        }
    }

    async fn a_contact_is_forgotten_when_nobody_confirms_it(hub) {
        let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
        lead.submit(&pulsnitz(&lead).await).await.location();
        hub.write("alpha", |tx, hub, now| nabe::retention::set_period(tx, hub, nabe::retention::Record::OrganisationContact, 90, now)).await;
        nights(&hub, 89).await;
        assert!(all(&hub).await.remove(0).contact.is_some());
        nights(&hub, 3).await;
        let kept = all(&hub).await.remove(0);
        assert_eq!((kept.contact, kept.name.as_str()), (None, "Stadt Pulsnitz"));
    }

    async fn a_contact_gets_to_know_what_is_kept_and_is_erased(hub) {
        let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
        lead.submit(&pulsnitz(&lead).await).await.location();
        let people = "/alpha/staff/hub/data-protection/people";
        let found = lead.submit(&lead.get(people).await.form("/people/search").with("q", "klein")).await;
        found.says("Ansprechperson von Stadt Pulsnitz");
        let chosen = found.form("/people/report").with("organisation", &all(&hub).await[0].id.to_string());
        lead.submit(&chosen).await.is(200).says("kim.klein@stadt-pulsnitz.example").says("Fortbildungen und Rechnungen mit der Organisation abstimmen");
        let mut file = chosen.clone();
        file.action = format!("{people}/file");
        assert!(lead.submit(&file).await.text().contains("\"organisation\": \"Stadt Pulsnitz\""));
        let mut erase = chosen.with("sure", "1");
        erase.action = format!("{people}/erasure");
        assert!(lead.submit(&erase).await.location().ends_with("done=erased"));
        assert_eq!(all(&hub).await.remove(0).contact, None);
        let found = lead.submit(&lead.get(people).await.form("/people/search").with("q", "klein")).await;
        found.says("Nichts gefunden.");
    }
}
