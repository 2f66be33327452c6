//! Places for each organisation: used up, waited for, freed; and who bears what.

use booking::State;
use nabe::auth::Role;
use nabe::bookings::Counts;
use nabe::organisations::Organisation;

use crate::closed_courses::{course, opened, register, town};
use crate::data_protection::Desk;
use crate::support::{Answer, Date, Form, Guest, TestHub, journeys};

/// Staff set the terms of a course.
async fn terms(staff: &Desk, date: &Date, fields: &[(&str, &str)]) -> Answer {
    let page = staff.get(&format!("/alpha/staff/events/{}/training", date.slug)).await;
    let form = fields.iter().fold(page.is(200).form("/training"), |form, (name, value)| form.with(name, value));
    staff.submit(&form).await
}

/// The form of a date for somebody of an organisation, as it is while places are free.
async fn form(hub: &TestHub, town: &Organisation, date: &Date) -> Form {
    let path = format!("{}/{}/{}/registration", opened(hub, town).await.path, date.slug, date.key);
    hub.get(&path).await.is(200).form("/registration").without("wait")
}

/// Somebody of an organisation registers and would wait.
async fn waits(hub: &TestHub, town: &Organisation, name: &str, date: &Date) -> Guest {
    let path = format!("{}/{}/{}/registration", opened(hub, town).await.path, date.slug, date.key);
    let form = hub.get(&path).await.is(200).form("/registration").with("wait", "1").with("name", name);
    Guest::new(date, &hub.submit(&form.with("email", &format!("{}@example.org", name.to_lowercase()))).await)
}

journeys! {
    async fn whoever_waits_for_places_of_their_organisation_sees_their_place_among_its_people(hub) {
        let date = course(&hub, 10).await;
        let (pulsnitz, ohorn) = (town(&hub, "pulsnitz.example").await, town(&hub, "ohorn.example").await);
        let staff = Desk::new(&hub, "staff@example.org", Role::Staff).await;
        terms(&staff, &date, &[("seats", "1")]).await.location();
        let kim = Guest::new(&date, &register(&hub, &pulsnitz, "Kim", &date).await);
        register(&hub, &ohorn, "Nele", &date).await.location();
        let (ole, lou, mia) = (waits(&hub, &ohorn, "Ole", &date).await, waits(&hub, &pulsnitz, "Lou", &date).await, waits(&hub, &pulsnitz, "Mia", &date).await);
        for (guest, place) in [(&ole, 1), (&lou, 1), (&mia, 2)] {
            let words = format!("Sie warten auf einen Platz Ihrer Organisation. Ihr Platz in dieser Reihe: {place}.");
            hub.page_of(guest).await.says(&words).says("Sagt jemand aus Ihrer Organisation ab, rückt die Reihe auf.").does_not_say("rücken alle nach");
        }
        hub.get(&mia.page.replace("/alpha/", "/alpha/en/")).await.says("You wait for a place of your organisation. Your place in this line: 2.");
        staff.get(&format!("/alpha/staff/events/{}/{}/participants", date.slug, date.key)).await.says("Eigene Warteliste, Platz 2");
        staff.get(&format!("/alpha/staff/registrations/{}", mia.id(&hub))).await.says("Eigene Warteliste, Platz 2");
        hub.cancel(&kim).await.is(303);
        hub.page_of(&lou).await.says("Ein Platz ist frei für Sie.");
        hub.page_of(&mia).await.says("Ihr Platz in dieser Reihe: 1.");
        hub.page_of(&ole).await.says("Ihr Platz in dieser Reihe: 1.");
    }

    async fn whoever_waits_for_places_of_the_course_is_not_behind_those_who_wait_for_their_organisations(hub) {
        let date = course(&hub, 2).await;
        let (pulsnitz, ohorn) = (town(&hub, "pulsnitz.example").await, town(&hub, "ohorn.example").await);
        let staff = Desk::new(&hub, "staff@example.org", Role::Staff).await;
        terms(&staff, &date, &[("seats", "2")]).await.location();
        for name in ["Kim", "Lou"] {
            register(&hub, &pulsnitz, name, &date).await.location();
        }
        let (mia, nele, ole) = (waits(&hub, &pulsnitz, "Mia", &date).await, waits(&hub, &ohorn, "Nele", &date).await, waits(&hub, &ohorn, "Ole", &date).await);
        let pia = waits(&hub, &pulsnitz, "Pia", &date).await;
        hub.page_of(&mia).await.says("Ihr Platz in dieser Reihe: 1.");
        for (guest, place) in [(&nele, 1), (&ole, 2), (&pia, 4)] {
            hub.page_of(guest).await.says(&format!("Ihr Platz in der Reihe: {place}.")).says("Sagt jemand ab, rücken alle nach.").does_not_say("Platz Ihrer Organisation");
        }
    }

    async fn a_full_quota_says_so_and_its_waitlist_moves_within_it(hub) {
        let date = course(&hub, 10).await;
        let (pulsnitz, ohorn) = (town(&hub, "pulsnitz.example").await, town(&hub, "ohorn.example").await);
        let staff = Desk::new(&hub, "staff@example.org", Role::Staff).await;
        terms(&staff, &date, &[("seats", "2")]).await.location();
        let mut guests = Vec::new();
        for name in ["Kim", "Lou"] {
            guests.push(Guest::new(&date, &register(&hub, &pulsnitz, name, &date).await));
        }
        let stale = form(&hub, &ohorn, &date).await;
        let page = hub.get(&format!("{}/{}/{}/registration", opened(&hub, &pulsnitz).await.path, date.slug, date.key)).await;
        page.says("Ihre Organisation hat ihre 2 Plätze schon vergeben.").says("Sie können auf die Warteliste Ihrer Organisation.");
        let refused = hub.submit(&page.form("/registration").without("wait").with("name", "Mia").with("email", "mia@example.org")).await;
        refused.is(409).says("Ihre Organisation hat ihre 2 Plätze schon vergeben.");
        let mia = hub.submit(&refused.form("/registration").with("wait", "1")).await;
        let mia = Guest::new(&date, &mia);
        hub.get(&mia.page).await.says("Sie stehen auf der Warteliste.");
        // Who waits for places of Pulsnitz holds up nobody of Ohorn, and nobody of Ohorn is told to wait.
        opened(&hub, &ohorn).await.says("Noch 8 von 10 Plätzen frei");
        hub.get(&format!("{}/{}", opened(&hub, &ohorn).await.path, date.slug)).await.says("Noch 8 von 10 Plätzen frei").does_not_say("Warteliste");
        opened(&hub, &pulsnitz).await.says("Warteliste, Platz 2");
        let nele = Guest::new(&date, &hub.submit(&stale.with("name", "Nele").with("email", "nele@example.org")).await);
        assert_eq!(hub.booking(&nele).await.state, State::Confirmed);
        assert_eq!(hub.counts(&date).await, Counts { seated: 3, held: 0, waiting: 1 });
        // A place that Ohorn gives back is none of Pulsnitz, one of its own is.
        hub.cancel(&nele).await.is(303);
        assert_eq!(hub.booking(&mia).await.state, State::Waiting);
        hub.cancel(&guests[0]).await.is(303);
        assert_eq!(hub.booking(&mia).await.state, State::Offered);
        hub.undo(&guests[0]).await.is(303);
        assert_eq!((hub.booking(&mia).await.state, hub.booking(&guests[0]).await.state), (State::Waiting, State::Confirmed));
        // A higher limit goes to who waits, at once.
        terms(&staff, &date, &[("seats", "2"), (&format!("seats-{}", pulsnitz.id), "3")]).await.location();
        assert_eq!(hub.booking(&mia).await.state, State::Offered);
        hub.accept(&mia).await.is(303);
        assert_eq!(hub.booking(&mia).await.state, State::Confirmed);
    }

    async fn the_last_place_of_a_quota_of_sixty_four_people_at_once_exactly_one_gets_it(hub) {
        let date = course(&hub, 100).await;
        let pulsnitz = town(&hub, "pulsnitz.example").await;
        let staff = Desk::new(&hub, "staff@example.org", Role::Staff).await;
        terms(&staff, &date, &[("seats", "3")]).await.location();
        for name in ["Kim", "Lou"] {
            register(&hub, &pulsnitz, name, &date).await.location();
        }
        let form = form(&hub, &pulsnitz, &date).await;
        let mut posts = tokio::task::JoinSet::new();
        for n in 0..64_u8 {
            let (hub, key) = (hub.caller(n), hub.guest_key());
            let form = form.clone().with("key", &key).with("name", &format!("Gast {n}")).with("email", &format!("gast{n}@example.org"));
            posts.spawn(async move { hub.submit(&form).await });
        }
        let answers = posts.join_all().await;
        let confirmed = answers.iter().filter(|answer| answer.status == 303).count();
        let refused: Vec<_> = answers.iter().filter(|answer| answer.status == 409).collect();
        assert_eq!((confirmed, refused.len()), (1, 63));
        for answer in refused {
            answer.says("Ihre Organisation hat ihre 3 Plätze schon vergeben.");
        }
        assert_eq!(hub.counts(&date).await, Counts { seated: 3, held: 0, waiting: 0 });
        println!("64 at once on the last place of a quota: 1 got it, 63 were told why not");
    }

    async fn the_form_says_what_it_costs_and_the_lead_shares_it_to_the_cent(hub) {
        let date = course(&hub, 12).await;
        let (pulsnitz, ohorn) = (town(&hub, "pulsnitz.example").await, town(&hub, "ohorn.example").await);
        let staff = Desk::new(&hub, "staff@example.org", Role::Staff).await;
        terms(&staff, &date, &[("cost", "persons"), ("amount", "gratis")]).await.is(422).says("Geben Sie einen Betrag ein");
        terms(&staff, &date, &[("cost", "persons"), ("amount", "100,00")]).await.location();
        let page = hub.get(&format!("{}/{}/{}/registration", opened(&hub, &pulsnitz).await.path, date.slug, date.key)).await;
        page.says("100 € für den Termin, geteilt durch alle Teilnehmenden: bei 12 Personen rund 8,33 € je Person").says("Die Rechnung geht an pulsnitz.example.");
        let kim = Guest::new(&date, &register(&hub, &pulsnitz, "Kim", &date).await);
        register(&hub, &pulsnitz, "Lou", &date).await.location();
        register(&hub, &ohorn, "Nele", &date).await.location();
        let gone = Guest::new(&date, &register(&hub, &ohorn, "Ole", &date).await);
        hub.cancel(&gone).await.is(303);
        hub.set_clock(hub.now().plus(booking::Span::from_days(7)));
        let kim = kim.id(&hub);
        hub.write("alpha", move |tx, hub, now| nabe::bookings::Desk::<nabe::features::events::Seats>::new(tx, hub, now, None).attendance(kim, Some(true))).await;
        let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
        lead.get("/alpha/staff/hub").await.says("Kostenteilung");
        let table = lead.get("/alpha/staff/hub/cost-sharing").await;
        table.is(200).says("66,67 €").says("33,33 €").says("100 €");
        lead.get("/alpha/staff/hub/cost-sharing?year=2025").await.says("In diesem Jahr hat sich noch niemand");
        let file = lead.get("/alpha/staff/hub/cost-sharing.csv?year=2026").await;
        assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
        let lines: Vec<&str> = file.text().trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines[0], "Termin;Kurs;Organisation;Angemeldet;Anwesend;Anteil in Euro");
        assert_eq!(lines[1..], ["08.12.2026;Geheimnis der Elektroakte;pulsnitz.example;2;1;66,67", "08.12.2026;Geheimnis der Elektroakte;ohorn.example;1;0;33,33"]);
        let staff = Desk::signed_in(&hub, "staff@example.org").await;
        terms(&staff, &date, &[("cost", "organisations"), ("amount", "100,01")]).await.location();
        let text = lead.get("/alpha/staff/hub/cost-sharing.csv?year=2026").await.text().to_owned();
        assert!(text.contains(";50,01\r\n") && text.contains(";50,00\r\n"), "{text}");
        for path in ["", ".csv"] {
            staff.get(&format!("/alpha/staff/hub/cost-sharing{path}")).await.is(403);
        }
    }
}
