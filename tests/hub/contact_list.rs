//! The contact of an organisation sees by a signed link who of its people is registered: name, course, standing, and nothing else.

use nabe::organisations::{Contact, Organisation, store};

use crate::closed_courses::{course, register, town};
use crate::data_protection::nights;
use crate::support::{Guest, TestHub, journeys};

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

    async fn names_leave_the_list_with_the_registrations(hub) {
        let date = course(&hub, 5).await;
        let pulsnitz = pulsnitz(&hub).await;
        register(&hub, &pulsnitz, "Kim", &date).await.location();
        nights(&hub, 40).await;
        let list = links(&hub, CONTACT).await.into_iter().find(|link| link.contains("/training/people/")).unwrap();
        hub.get(&list).await.is(200).does_not_say("Kim").says("noch niemand angemeldet");
    }
}
