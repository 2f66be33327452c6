//! The contact of an organisation sees by a signed link who of its people is registered: name, course, standing, and nothing else.

use nabe::auth::Role;
use nabe::mail::outbox;
use nabe::organisations::{Contact, Organisation, store};

use crate::closed_courses::{course, register, town};
use crate::data_protection::{Desk, nights};
use crate::support::{Answer, Guest, TestHub, journeys};

const CONTACT: &str = "berta@pulsnitz.example";

/// The town of Pulsnitz with a contact.
async fn pulsnitz(hub: &TestHub) -> Organisation {
    let town = town(hub, "pulsnitz.example").await;
    let with = move |tx: &nabe::db::Tx<'_>, hub, now| {
        let contact = Some(Contact { name: "Berta Berg".to_owned(), email: CONTACT.to_owned(), at: now });
        let town = Organisation { contact, ..town.clone() };
        store::update(tx, hub, &town)?;
        Ok(town)
    };
    hub.write("alpha", with).await
}

/// Asks for a link by mail and tells the links in it.
async fn links(hub: &TestHub, address: &str) -> Vec<String> {
    let form = hub.get("/alpha/training").await.form("/training/link").with("email", address);
    hub.submit(&form).await.location();
    let mails = hub.mails().await;
    mails.iter().find(|mail| mail.to == address).expect("a mail came").links()
}

/// The lead and the page of an organisation.
async fn lead_at(hub: &TestHub, town: &Organisation) -> (Desk, String) {
    (Desk::new(hub, "lead@example.org", Role::Lead).await, format!("/alpha/staff/hub/organisations/{}", town.id))
}

/// The lead sends the link and sees the page after it.
async fn send(lead: &Desk, page: &str) -> Answer {
    let sent = lead.submit(&lead.get(page).await.is(200).form("/letter")).await;
    lead.get(sent.location()).await
}

/// Where the letters that have left lead, each with who gets it.
async fn list_letters(hub: &TestHub) -> Vec<(String, String)> {
    let of = |mail: crate::support::Mail| (mail.to.clone(), mail.links().remove(0));
    hub.mails().await.into_iter().map(of).collect()
}

journeys! {
    async fn the_contact_sees_who_is_registered_and_no_way_to_reach_them(hub) {
        let date = course(&hub, 5).await;
        let (pulsnitz, ohorn) = (pulsnitz(&hub).await, town(&hub, "ohorn.example").await);
        let kim = Guest::new(&date, &register(&hub, &pulsnitz, "Kim", &date).await);
        register(&hub, &pulsnitz, "Lou", &date).await.location();
        register(&hub, &ohorn, "Nele", &date).await.location();
        hub.cancel(&kim).await.is(303);
        hub.mails().await;
        let colleague = links(&hub, "lou@pulsnitz.example").await;
        assert!(!colleague.iter().any(|link| link.contains("/training/people/")), "the list is for the contact");
        let list = links(&hub, CONTACT).await.into_iter().find(|link| link.contains("/training/people/")).expect("the contact gets the list");
        let page = hub.get(&list).await;
        page.is(200).says("pulsnitz.example").says("Kim").says("Lou").says("Geheimnis der Elektroakte").does_not_say("Nele");
        assert!(!page.text().contains("@example.org") && !page.text().contains("tel:0359525"), "no mail addresses");
        assert_eq!(page.header("cache-control"), "no-store");
        let file = hub.get(&page.all("main a", "href").into_iter().find(|href| href.ends_with("/registrations.csv")).unwrap()).await;
        let lines: Vec<&str> = file.text().trim_start_matches('\u{feff}').lines().collect();
        assert_eq!((lines.len(), lines[0]), (3, "Name;Plätze;Kurs;Termin;Stand"));
        assert!(lines[1].starts_with("Kim;1;Geheimnis der Elektroakte;Dienstag, 8. Dezember 2026, 14"), "{}", lines[1]);
        assert!(lines[1].ends_with(";abgesagt") && !lines[2].ends_with(";abgesagt"), "{lines:?}");
    }

    async fn the_link_of_the_contact_ends_with_the_time_the_code_and_the_contact(hub) {
        let pulsnitz = pulsnitz(&hub).await;
        let list = |links: Vec<String>| links.into_iter().find(|link| link.contains("/training/people/")).unwrap();
        let first = list(links(&hub, CONTACT).await);
        hub.get(&first).await.is(200).says("noch niemand angemeldet");
        assert_eq!(hub.get(&first.replace("/alpha/", "/beta/")).await.location(), "/beta/training?ended=1");
        hub.advance_clock(30 * 24 * 60);
        assert_eq!(hub.get(&first).await.location(), "/alpha/training?ended=1");
        let second = list(links(&hub, CONTACT).await);
        hub.get(&second).await.is(200);
        let id = pulsnitz.id;
        hub.write("alpha", move |tx, hub, _| store::set_code(tx, hub, id, "HAFEN357")).await;
        hub.get(&second).await.is(303);
        let third = list(links(&hub, CONTACT).await);
        hub.get(&third).await.is(200);
        hub.write("alpha", move |tx, hub, _| store::forget_contacts(tx, hub, &[id])).await;
        hub.get(&third).await.is(303);
    }

    async fn the_lead_sends_the_contact_the_link_once_however_often_the_button_is_pressed(hub) {
        let date = course(&hub, 5).await;
        let pulsnitz = pulsnitz(&hub).await;
        register(&hub, &pulsnitz, "Kim", &date).await.location();
        hub.mails().await;
        let (lead, page) = lead_at(&hub, &pulsnitz).await;
        let form = lead.get(&page).await.is(200).says("Berta Berg, berta@pulsnitz.example").form("/letter");
        let sent = lead.submit(&form).await;
        lead.submit(&form).await.location();
        lead.get(sent.location()).await.says("Der Link geht in einer Minute hinaus.").says("Zurücknehmen");
        // Opened anew and pressed while it has not left, it is the same letter.
        send(&lead, &page).await.says("Der Link geht in einer Minute hinaus.");
        assert!(hub.mails().await.is_empty(), "for a minute it can be taken back");
        hub.advance_clock(1);
        lead.submit(&form).await.location();
        let mails = hub.mails().await;
        assert_eq!(mails.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), [CONTACT]);
        assert!(mails[0].subject.ends_with("Anmeldungen aus Ihrer Organisation"), "{}", mails[0].subject);
        hub.get(&mails[0].links()[0]).await.is(200).says("pulsnitz.example").says("Kim");
        lead.get(&page).await.says("Zuletzt gesendet: Di., 1.12.").does_not_say("Zurücknehmen");
        // Another press is another letter, in the language of who presses.
        send(&lead, &page.replace("/alpha/", "/alpha/en/")).await.says("The link leaves in a minute.");
        hub.advance_clock(1);
        let mails = hub.mails().await;
        assert!(mails.len() == 1 && mails[0].subject.ends_with("registrations from your organisation"), "{mails:?}");
        assert!(mails[0].links()[0].contains("/alpha/en/training/people/"));
    }

    async fn a_link_is_taken_back_within_its_minute_and_not_later(hub) {
        let pulsnitz = pulsnitz(&hub).await;
        let (lead, page) = lead_at(&hub, &pulsnitz).await;
        let back = send(&lead, &page).await.form("/letter/withdrawal");
        lead.get(lead.submit(&back).await.location()).await.says("Zurückgenommen. Der Link geht nicht hinaus.");
        lead.get(lead.submit(&back).await.location()).await.says("Dafür war es zu spät");
        hub.advance_clock(1);
        assert!(hub.mails().await.is_empty());
        let back = send(&lead, &page).await.form("/letter/withdrawal");
        hub.advance_clock(1);
        lead.get(lead.submit(&back).await.location()).await.says("Dafür war es zu spät");
        assert_eq!(hub.mails().await.len(), 1);
    }

    async fn without_a_contact_there_is_no_button_and_a_sentence_says_why(hub) {
        let ohorn = town(&hub, "ohorn.example").await;
        let (lead, page) = lead_at(&hub, &ohorn).await;
        let stale = lead.get(&page).await.form("/letter");
        let id = ohorn.id;
        hub.write("alpha", move |tx, hub, _| store::forget_contacts(tx, hub, &[id])).await;
        lead.get(&page).await.is(200).says("Dafür fehlt die Ansprechperson.").does_not_say("Link an die Ansprechperson senden");
        lead.get(lead.submit(&stale).await.location()).await.does_not_say("Der Link geht in einer Minute hinaus.");
        hub.advance_clock(1);
        assert!(hub.mails().await.is_empty());
    }

    async fn a_link_that_has_not_left_goes_to_whoever_is_the_contact_and_opens_with_the_present_code(hub) {
        let pulsnitz = pulsnitz(&hub).await;
        let (lead, page) = lead_at(&hub, &pulsnitz).await;
        send(&lead, &page).await.says("Der Link geht in einer Minute hinaus.");
        let form = lead.get(&page).await.form(&page).with("contact_name", "Cora Kunz").with("contact_email", "cora@pulsnitz.example");
        lead.submit(&form).await.location();
        lead.submit(&lead.get(&page).await.form("/code")).await.location();
        hub.advance_clock(1);
        let letters = list_letters(&hub).await;
        assert_eq!(letters.iter().map(|(to, _)| to.as_str()).collect::<Vec<_>>(), ["cora@pulsnitz.example"]);
        hub.get(&letters[0].1).await.is(200).says("pulsnitz.example");
    }

    async fn with_the_contact_go_the_letters_to_it(hub) {
        let pulsnitz = pulsnitz(&hub).await;
        let (lead, page) = lead_at(&hub, &pulsnitz).await;
        send(&lead, &page).await.says("Der Link geht in einer Minute hinaus.");
        let id = pulsnitz.id;
        hub.write("alpha", move |tx, hub, _| store::forget_contacts(tx, hub, &[id])).await;
        assert!(hub.read("alpha", move |tx, hub| outbox::of_topic(tx, hub, id.0)).await.is_empty());
        hub.advance_clock(1);
        assert!(hub.mails().await.is_empty());
    }

    async fn a_link_that_could_not_leave_is_said_where_it_was_sent(hub) {
        let pulsnitz = pulsnitz(&hub).await;
        let (lead, page) = lead_at(&hub, &pulsnitz).await;
        send(&lead, &page).await;
        hub.advance_clock(1);
        hub.write("alpha", |tx, hub, now| {
            let row = outbox::claim(tx, hub, now, 1)?.remove(0);
            outbox::failed(tx, hub, &row, true, "550 unknown", now)
        })
        .await;
        lead.get(&page).await.says("Die letzte E-Mail ließ sich nicht zustellen.");
        send(&lead, &page).await.says("Der Link geht in einer Minute hinaus.");
        hub.advance_clock(1);
        assert_eq!(list_letters(&hub).await.len(), 1);
        lead.get(&page).await.says("Zuletzt gesendet").does_not_say("ließ sich nicht zustellen");
    }

    async fn names_leave_the_list_with_the_registrations(hub) {
        let date = course(&hub, 5).await;
        let pulsnitz = pulsnitz(&hub).await;
        register(&hub, &pulsnitz, "Kim", &date).await.location();
        nights(&hub, 40).await;
        let list = links(&hub, CONTACT).await.into_iter().find(|link| link.contains("/training/people/")).unwrap();
        hub.get(&list).await.is(200).does_not_say("Kim").says("noch niemand angemeldet");
    }
}
