//! From the programme to a certain seat.

use jiff::civil::date;
use nabe::bookings::Counts;
use nabe::features::events::OccurrenceState;

use crate::support::{Guest, Plan, journeys, start_of_the_tests};

journeys! {
    async fn registering_leads_from_the_programme_to_a_page_with_the_code(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        let programme = hub.get("/alpha/events").await;
        programme.is(200).says("Sicher im Netz").says("Noch 12 von 12 Plätzen frei");
        let event = hub.get(&date.page()).await;
        assert_eq!(event.all("a.kern-btn--primary", "href"), [date.form()], "one button leads to the form");

        let form = hub.get(&date.form()).await.form("/registration").with("name", "Anna Muster").with("email", "anna@example.org");
        let answer = hub.submit(&form).await;
        let page = hub.get(answer.location()).await;
        page.is(200).says("Ihr Platz ist sicher.").says("Anna Muster").says("anna@example.org");
        let guest = Guest::new(&date, &answer);
        let code = hub.booking(&guest).await.code;
        page.says(&booking::code::Code::parse(&code).unwrap().to_string());

        let mails = hub.mails().await;
        assert_eq!(mails.len(), 1, "one confirmation leaves");
        assert_eq!(mails[0].to, "anna@example.org");
        assert!(mails[0].links().contains(&guest.page), "the mail leads to the registration: {}", mails[0].text);
        assert!(mails[0].text.contains(&booking::code::Code::parse(&code).unwrap().to_string()));
    }

    async fn a_name_and_a_telephone_number_are_enough(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        let form = hub.get(&date.form()).await.form("/registration").with("name", "Ida").with("phone", "035952 12345");
        let answer = hub.submit(&form).await;
        hub.get(answer.location()).await.is(200).says("Ihr Platz ist sicher.").says("Schreiben Sie sich den Code auf");
        assert!(hub.mails().await.is_empty(), "nobody is written to");
    }

    async fn the_same_form_sent_twice_is_one_booking(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        let form = hub.form_for("Anna", &date).await;
        let (first, second) = (hub.submit(&form).await, hub.submit(&form).await);
        assert_eq!(first.location(), second.location());
        assert_eq!(hub.counts(&date).await, Counts { seated: 1, held: 0, waiting: 0 });
        assert_eq!(hub.mails().await.len(), 1, "one confirmation leaves");
    }

    async fn the_same_form_sent_eight_times_at_once_is_one_booking(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        let form = hub.form_for("Anna", &date).await;
        let mut posts = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let (hub, form) = (hub.clone(), form.clone());
            posts.spawn(async move { hub.submit(&form).await.location().to_owned() });
        }
        let mut pages = posts.join_all().await;
        pages.dedup();
        assert_eq!(pages.len(), 1, "all eight answers lead to the same registration: {pages:?}");
        assert_eq!(hub.counts(&date).await.seated, 1);
        assert_eq!(hub.mails().await.len(), 1);
    }

    async fn the_same_form_with_another_name_asks_whether_it_is_another_person(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        let form = hub.form_for("Anna", &date).await;
        hub.submit(&form).await.is(303);
        let asked = hub.submit(&form.clone().with("name", "Ben").with("email", "ben@example.org")).await;
        asked.is(409).says("Möchten Sie noch jemanden anmelden?");
        assert_eq!(hub.counts(&date).await.seated, 1);

        let again = asked.form("/registration");
        assert_eq!((again.value("name"), again.value("email")), ("Ben", "ben@example.org"), "what was typed is kept");
        assert_ne!(again.value("key"), form.value("key"), "the form has a key of its own");
        hub.submit(&again).await.is(303);
        assert_eq!(hub.counts(&date).await.seated, 2);
    }

    async fn a_refused_form_can_be_sent_again_once_there_is_room(hub) {
        let date = hub.offer(Plan::seats(1).waiting(booking::Waitlist::Off)).await;
        let form = hub.form_for("Ben", &date).await;
        let anna = hub.register("Anna", &date).await;
        hub.submit(&form).await.is(409);
        hub.cancel(&anna).await.is(303);
        hub.submit(&form).await.is(303);
        assert_eq!(hub.counts(&date).await.seated, 1);
    }

    async fn one_person_gets_no_more_seats_than_the_limit_however_the_address_is_written(hub) {
        let date = hub.offer(Plan::seats(20).groups_of(3)).await;
        hub.register_party("Anna", 2, &date).await;
        for (email, allowed) in [("ANNA@Example.ORG", false), ("anna+zwei@example.org", false), ("a.nna@example.org", true)] {
            let form = hub.form_for("Anna", &date).await.with("email", email).with("seats", "2");
            let answer = hub.submit(&form).await;
            if allowed {
                answer.is(303);
            } else {
                answer.is(409).says("schon 2 Plätze gebucht, möglich sind 3");
            }
        }
        let dotted = hub.form_for("Cora", &date).await.with("email", "cora.muster@gmail.com").with("seats", "3");
        hub.submit(&dotted).await.is(303);
        let dotless = hub.form_for("Cora", &date).await.with("email", "CoraMuster+x@googlemail.com").with("seats", "1");
        hub.submit(&dotless).await.is(409);
    }

    async fn two_people_with_one_telephone_count_as_one(hub) {
        let date = hub.offer(Plan::seats(20).groups_of(2)).await;
        let form = |name: &str, phone: &str| hub.stale_form_for(name, &date).with("email", "").with("phone", phone).with("seats", "2");
        hub.submit(&form("Anna", "035952 12345")).await.is(303);
        hub.submit(&form("Ben", "+49 35952/12345")).await.is(409);
    }

    async fn registration_keeps_its_hours(hub) {
        let mut plan = Plan::seats(12);
        plan.admission.opens = Some(start_of_the_tests().plus(booking::Span::from_hours(1)));
        plan.admission.closes = start_of_the_tests().plus(booking::Span::from_hours(2));
        let date = hub.offer(plan).await;
        let form = hub.stale_form_for("Anna", &date);
        hub.submit(&form).await.is(409).says("Die Anmeldung beginnt am");
        hub.advance_clock(60);
        hub.submit(&form).await.is(303);
        hub.advance_clock(60);
        hub.submit(&hub.stale_form_for("Ben", &date)).await.is(409).says("Die Anmeldung für diesen Termin ist beendet.");
        assert_eq!(hub.counts(&date).await.seated, 1);
    }

    async fn a_date_that_was_called_off_takes_nobody(hub) {
        let days = [date(2026, 12, 8), date(2026, 12, 15)];
        let dates = hub.offer_dates(Plan::seats(12).on_days(&days)).await;
        let form = hub.form_for("Anna", &dates[0]).await;
        hub.edit(&dates[0], |date| date.state = OccurrenceState::Cancelled).await;
        let refused = hub.submit(&form).await;
        refused.is(409).says("Dieser Termin fällt aus.");
        assert!(refused.all(".nabe-errs a", "href").contains(&dates[1].form()), "the other date is offered");
    }

    async fn the_links_to_ones_registrations_come_by_mail_and_the_page_tells_nobody_who_is_registered(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        let anna = hub.register("Anna", &date).await;
        hub.mails().await;
        let ask = async |email: &str| {
            let form = hub.get("/alpha/registrations").await.form("/registrations").with("email", email);
            let answer = hub.submit(&form).await;
            hub.get(answer.location()).await
        };
        let (known, unknown) = (ask("Anna@example.org").await, ask("niemand@example.org").await);
        known.is(200).says("sind die Links gleich in Ihrem Postfach");
        assert_eq!(known.words(), unknown.words());
        let mails = hub.mails().await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].to, "anna@example.org", "the mail goes to the address of the registration, not to the one typed");
        assert!(mails[0].links().contains(&anna.page));
    }

    async fn strangers_cannot_flood_an_address_with_mails(hub) {
        let date = hub.offer(Plan::seats(200).groups_of(200)).await;
        let mut taken = 0;
        for n in 0..20 {
            let form = hub.stale_form_for(&format!("Anna {n}"), &date).with("email", "anna@example.org");
            let answer = hub.caller(n).submit(&form).await;
            match answer.status.as_u16() {
                303 => taken += 1,
                other => assert_eq!(other, 429),
            }
        }
        assert_eq!(taken, 12);
        hub.advance_clock(11);
        hub.submit(&hub.stale_form_for("Anna", &date)).await.is(303);
    }
}
