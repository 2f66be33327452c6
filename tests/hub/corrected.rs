//! Back in the browser, something put right, sent again: the form has the key of the first time and says something else. What was put
//! right is never dropped in silence: the form comes back as it was typed, with what was made and where it is.

use nabe::auth::Role;
use nabe::features::accessibility::store as reports;

use crate::own_hub::{Colleague, lead};
use crate::support::{Answer, Clerk, Date, Form, Plan, TestHub, journeys, staff};

/// A new event, filled in so that nothing about it is left to say.
async fn new_event(lena: &Clerk, title: &str) -> Form {
    let form = lena.get("/alpha/staff/events/new").await.is(200).form("/staff/events").with("title", title).with("topic", "digital");
    form.with("day", "8.12.2026").with("from", "14").with("to", "16").with("capacity", "5").with("state", "published")
}

fn page_of(location: &str) -> &str {
    location.split('?').next().unwrap()
}

fn list(date: &Date) -> String {
    format!("/alpha/staff/events/{}/{}/participants", date.slug, date.key)
}

async fn message(lena: &Clerk, date: &Date, text: &str) -> Form {
    lena.get(&format!("{}/message", list(date))).await.is(200).form("/message").with("text", text)
}

async fn write_page(kim: &Colleague, body: &str) -> Form {
    kim.get("/alpha/staff/pages/new").await.is(200).form("/staff/pages").with("title", "Werkstatt").with("body", body).with("step", "publish")
}

/// Where the notice above a form leads.
fn leads_to(answer: &Answer) -> String {
    answer.all(".nabe-note-warn a", "href").remove(0)
}

async fn letters(hub: &TestHub) -> Vec<(String, String)> {
    hub.advance_clock(2);
    hub.mails().await.into_iter().map(|mail| (mail.to, mail.text)).collect()
}

journeys! {
    async fn a_new_event_that_was_put_right_is_asked_for_again(hub) {
        let lena = staff(&hub).await;
        let form = new_event(&lena, "Lötkurs").await;
        let made = lena.submit(&form).await.location().to_owned();
        assert_eq!(lena.submit(&form).await.location(), made, "the same form is the same event");
        let back = lena.submit(&form.clone().with("title", "Nähkurs").with("from", "17").with("to", "19")).await;
        back.is(409).says("Diese Veranstaltung ist schon gespeichert.").says("Was Sie danach geändert haben, ist nicht gespeichert.");
        assert_eq!(leads_to(&back), page_of(&made));
        let again = back.form("/staff/events");
        assert_eq!((again.value("title"), again.value("from"), again.value("capacity")), ("Nähkurs", "17", "5"), "what was typed stays");
        lena.get("/alpha/staff/events").await.says("Lötkurs").does_not_say("Nähkurs");

        lena.submit(&again.with("state", "published")).await.is(303);
        lena.get("/alpha/staff/events").await.says("Lötkurs").says("Nähkurs");
        assert_eq!(lena.submit(&form).await.location(), made, "the first form still is the first event");
    }

    async fn dates_of_a_series_that_were_chosen_otherwise_are_asked_for_again(hub) {
        let lena = staff(&hub).await;
        let series = new_event(&lena, "Chor").await.with("repeat", "weekly").with("until", "22.12.2026");
        let report = lena.submit(&series).await;
        let chosen = report.is(200).form("/staff/events").with("state", "published");
        let made = lena.submit(&chosen).await.location().to_owned();
        assert_eq!(lena.submit(&chosen).await.location(), made);
        let fewer = chosen.clone();
        let left: Vec<_> = fewer.fields.iter().filter(|field| **field != ("take".to_owned(), "2026-12-15".to_owned())).cloned().collect();
        assert_eq!(left.len() + 1, fewer.fields.len(), "the date was ticked");
        lena.submit(&Form { fields: left, ..fewer }).await.is(409).says("Diese Veranstaltung ist schon gespeichert.");
    }

    async fn a_letter_to_all_that_was_put_right_does_not_pass_for_sent(hub) {
        let (date, lena) = (hub.offer(Plan::seats(5)).await, staff(&hub).await);
        hub.register("Anna", &date).await;
        hub.mails().await;
        let form = message(&lena, &date, "Wir treffen uns im Hof.").await;
        lena.submit(&form).await.is(303);
        let back = lena.submit(&form.clone().with("text", "Wir treffen uns im Saal.")).await;
        back.is(409).says("Diese Nachricht ist schon geschrieben.");
        assert_eq!(leads_to(&back), list(&date));
        let again = back.form("/message");
        assert_eq!(again.value("text").trim(), "Wir treffen uns im Saal.");

        lena.submit(&lena.get(&list(&date)).await.form("/withdrawal")).await.is(303);
        lena.submit(&again).await.is(303);
        lena.submit(&again).await.is(303);
        let sent = letters(&hub).await;
        assert_eq!(sent.len(), 1, "the first was taken back: {sent:?}");
        assert!(sent[0].1.contains("im Saal") && sent[0].0 == "anna@example.org");
        lena.submit(&again.with("text", "Oder im Keller.")).await.is(409);
        assert!(letters(&hub).await.is_empty(), "also once the first has left");
    }

    async fn a_new_page_that_was_put_right_is_one_press_from_being_saved(hub) {
        let kim = Colleague::new(&hub, "kim@example.org", Role::Staff).await;
        let form = write_page(&kim, "Offen bis 17 Uhr.").await;
        kim.submit(&form).await.is(303);
        let back = kim.submit(&form.with("body", "Offen bis 18 Uhr.")).await;
        back.is(409).says("Sie haben dieses Formular schon einmal gesendet und danach etwas geändert.").says("Offen bis 17 Uhr.");
        let again = back.form("/staff/pages/werkstatt");
        assert_eq!(again.value("body").trim(), "Offen bis 18 Uhr.");
        hub.get("/alpha/pages/werkstatt").await.says("Offen bis 17 Uhr.");
        kim.submit(&again.with("step", "publish")).await.is(303);
        hub.get("/alpha/pages/werkstatt").await.says("Offen bis 18 Uhr.");
        hub.get("/alpha/pages/werkstatt-2").await.is(404);
    }

    async fn who_looks_at_the_preview_and_goes_back_can_publish(hub) {
        let kim = Colleague::new(&hub, "kim@example.org", Role::Staff).await;
        let form = write_page(&kim, "Offen bis 17 Uhr.").await;
        assert!(kim.submit(&form.clone().with("step", "preview")).await.location().ends_with("/preview"));
        hub.get("/alpha/pages/werkstatt").await.is(404);
        assert!(kim.submit(&form).await.location().ends_with("/werkstatt?done=published"));
        hub.get("/alpha/pages/werkstatt").await.says("Offen bis 17 Uhr.");

        let edit = kim.get("/alpha/staff/pages/werkstatt").await.form("/staff/pages/werkstatt");
        kim.submit(&edit.clone().with("body", "Zu.").with("step", "publish")).await.is(303);
        let back = kim.submit(&edit.with("body", "Wieder offen.").with("step", "publish")).await;
        back.is(409).does_not_say("Jemand anders").says("Zu.");
        assert_eq!(back.form("/staff/pages/werkstatt").value("body").trim(), "Wieder offen.");
    }

    async fn another_revision_brought_back_with_the_same_page_open_is_not_taken_for_the_first(hub) {
        let kim = Colleague::new(&hub, "kim@example.org", Role::Staff).await;
        kim.submit(&write_page(&kim, "Eins").await).await.is(303);
        let edit = || async { kim.get("/alpha/staff/pages/werkstatt").await.form("/staff/pages/werkstatt").with("step", "publish") };
        kim.submit(&edit().await.with("body", "Zwei")).await.is(303);
        kim.submit(&edit().await.with("body", "Drei")).await.is(303);
        let one = kim.get("/alpha/staff/pages/werkstatt/revisions/1").await.form("/restoration");
        let two = Form { action: one.action.replace("/revisions/1/", "/revisions/2/"), ..one.clone() };
        assert!(kim.submit(&one).await.location().ends_with("done=restored"));
        assert!(kim.submit(&one).await.location().ends_with("done=restored"));
        assert!(kim.submit(&two).await.location().ends_with("done=stale"));
    }

    async fn a_reported_barrier_that_was_put_right_is_not_lost(hub) {
        let form = hub.get("/alpha/barriers").await.form("/barriers").with("words", "Eine Stufe am Eingang.");
        hub.advance_clock(1);
        hub.submit(&form).await.is(303);
        let back = hub.submit(&form.with("words", "Zwei Stufen am Eingang.")).await;
        let again = back.is(409).says("Diese Meldung haben wir schon.").form("/barriers");
        assert_eq!(again.value("words").trim(), "Zwei Stufen am Eingang.");
        hub.advance_clock(1);
        hub.submit(&again).await.is(303);
        hub.submit(&again).await.is(303);
        assert_eq!(hub.read("alpha", reports::all_reports).await.len(), 2);
    }

    async fn another_address_of_a_calendar_is_not_taken_for_the_first(hub) {
        let kim = Colleague::new(&hub, "kim@example.org", Role::Staff).await;
        let page = kim.get("/alpha/staff/hub/calendars").await;
        let form = page.form("/subscriptions").with("title", "Verein").with("address", "https://verein.example/a.ics");
        let made = kim.submit(&form).await.location().to_owned();
        assert_eq!(kim.submit(&form).await.location(), made);
        let back = kim.submit(&form.with("address", "https://verein.example/b.ics")).await;
        back.is(409).says("Dieses Formular hat schon einen Kalender gebracht.");
        assert_eq!(leads_to(&back), made);
        assert_eq!(back.form("/subscriptions").value("address"), "https://verein.example/b.ics");
    }

    async fn somebody_else_invited_with_the_same_form_gets_a_link_too(hub) {
        let lena = lead(&hub).await;
        let form = lena.form("/people/new").await.with("name", "Kim").with("email", "kim@example.org").with("role", "staff");
        lena.submit(&form).await.is(303);
        let other = lena.submit(&form.with("email", "kim.klein@example.org")).await;
        lena.get(other.location()).await.is(200).says("kim.klein@example.org").says("Er gilt einmal");
    }
}
