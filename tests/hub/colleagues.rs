//! Who works here is looked after by the lead: invited, given a role, locked out, given a way to a new password.

use nabe::auth::Role;

use crate::own_hub::{Colleague, lead};
use crate::signing_in::token_for;
use crate::support::{Answer, journeys};

const PEOPLE: &str = "/alpha/staff/hub/people";

journeys! {
    async fn somebody_is_invited_sets_a_password_and_comes_in(hub) {
        let lena = lead(&hub).await;
        let person = invite(&lena, "Kim Klein", "kim@example.org", "staff").await;
        let page = lena.get(&person).await;
        page.says("Kim Klein").says("hat noch kein Passwort").says("Er gilt einmal und bis Donnerstag, 3. Dezember, 9 Uhr");
        let link = link(&page);
        let form = hub.get(&link).await.is(200).form(&link);
        hub.submit(&form.clone().with("password", "kurz")).await.is(422).says("mindestens 12 Zeichen");
        assert_eq!(hub.submit(&form.with("password", "vier rote Regenschirme")).await.location(), "/alpha/staff/sign-in");
        hub.get(&link).await.is(410).says("Dieser Link gilt nicht mehr");
        token_for(&hub, "alpha", "kim@example.org", "vier rote Regenschirme").await;
        let page = lena.get(&person).await;
        page.says("hat Zugang").does_not_say("Er gilt einmal");
        assert!(hub.mails().await.is_empty(), "without a mail server nothing is promised by mail");
    }

    async fn a_link_ends_when_a_new_one_is_made_or_its_time_is_over(hub) {
        let lena = lead(&hub).await;
        let person = invite(&lena, "Kim Klein", "kim@example.org", "helper").await;
        let first = link(&lena.get(&person).await);
        let again = lena.get(&person).await.form("/access").with("way", "paper");
        lena.submit(&again).await.location();
        let second = link(&lena.get(&person).await);
        assert_ne!(first, second);
        hub.get(&first).await.is(410);
        let form = hub.get(&second).await.is(200).form(&second).with("password", "vier rote Regenschirme");
        hub.advance_clock(48 * 60);
        hub.get(&second).await.is(410);
        hub.advance_clock(-25 * 60);
        hub.submit(&form).await.location();
        lena.submit(&again).await;
        hub.get(&second).await.is(410);
        hub.get("/alpha/staff/password/x").await.is(404);
        hub.get(&second.replace("/alpha/", "/beta/")).await.is(404);
    }

    async fn the_last_lead_is_never_lost(hub) {
        let lena = lead(&hub).await;
        let me = person(&lena, "Mitarbeiterin").await;
        let role = lena.get(&me).await.form("/role").with("role", "staff");
        let refused = lena.submit(&role).await;
        lena.get(refused.location()).await.says("Es ist die letzte Leitung mit Zugang.");
        let kim = invite(&lena, "Kim Klein", "kim@example.org", "lead").await;
        assert!(lena.submit(&role).await.location().ends_with("?done=last-lead"), "who has no password yet leads nothing");
        let link = link(&lena.get(&kim).await);
        hub.submit(&hub.get(&link).await.form(&link).with("password", "vier rote Regenschirme")).await.location();
        assert!(lena.submit(&role).await.location().ends_with("?done=saved"));
        lena.get(PEOPLE).await.is(403);
    }

    async fn who_is_locked_is_out_at_once_and_can_be_let_in_again(hub) {
        let lena = lead(&hub).await;
        let kim = Colleague::new(&hub, "kim@example.org", Role::Staff).await;
        kim.get("/alpha/staff").await.is(200);
        let page = lena.get(&other(&lena, "kim@example.org").await).await;
        lena.submit(&page.form("/lock")).await.location();
        kim.get("/alpha/staff").await.is(404);
        let page = lena.get(&other(&lena, "kim@example.org").await).await;
        page.says("gesperrt");
        lena.submit(&page.form("/lock/removal")).await.location();
        kim.get("/alpha/staff").await.is(200);
        let page = lena.get(&other(&lena, "kim@example.org").await).await;
        lena.submit(&page.form("/removal")).await.location();
        kim.get("/alpha/staff").await.is(404);
        lena.get(PEOPLE).await.does_not_say("kim@example.org");
    }

    async fn a_lead_takes_over_nobody_who_also_works_elsewhere(hub) {
        let lena = lead(&hub).await;
        hub.account("berta@example.org", "drei alte Apfelbäume", Some(("beta", Role::Lead))).await;
        let berta = invite(&lena, "Anderer Name", "berta@example.org", "helper").await;
        let page = lena.get(&berta).await;
        page.says("Diese Person arbeitet auch anderswo.").does_not_say("Anderer Name").does_not_say("Er gilt einmal");
        let forged = page.form("/role");
        let forged = crate::support::Form { action: format!("{berta}/access"), ..forged }.with("way", "paper");
        lena.submit(&forged).await.is(403);
        assert!(lena.get(&format!("{PEOPLE}/{}", uuid::Uuid::nil())).await.status.is_client_error());
    }

    async fn the_same_invitation_sent_twice_is_one(hub) {
        let lena = lead(&hub).await;
        let form = lena.form("/people/new").await.with("name", "Kim Klein").with("email", "Kim@example.org").with("role", "staff");
        let (first, second) = (lena.submit(&form).await, lena.submit(&form).await);
        assert_eq!(first.location(), second.location());
        let wrong = lena.submit(&form.with("name", "").with("email", "kim").with("role", "operator")).await;
        wrong.is(422);
        assert_eq!(wrong.all(".nabe-errs a", "href"), ["#name", "#email", "#role"]);
    }
}

async fn invite(lena: &Colleague, name: &str, email: &str, role: &str) -> String {
    let form = lena.form("/people/new").await.with("name", name).with("email", email).with("role", role);
    lena.submit(&form).await.location().split('?').next().unwrap().to_owned()
}

/// The page of somebody by what the list says first of them.
async fn person(lena: &Colleague, name: &str) -> String {
    let list = lena.get(PEOPLE).await;
    list.says(name);
    list.all(".nabe-entries a", "href").remove(0)
}

async fn other(lena: &Colleague, email: &str) -> String {
    let list = lena.get(PEOPLE).await;
    let page = list.page();
    let rows = crate::support::selector(".nabe-entries a");
    let found = page.select(&rows).find(|row| row.text().any(|text| text.contains(email)));
    found.and_then(|row| row.attr("href")).expect("the person is listed").to_owned()
}

/// The link that a page shows, without its host.
fn link(answer: &Answer) -> String {
    let (page, place) = (answer.page(), crate::support::selector(".nabe-link b"));
    let shown: String = page.select(&place).next().expect("a link is shown").text().collect();
    shown.strip_prefix(&format!("https://{}", crate::support::HOST)).expect("it leads here").to_owned()
}
