//! What is unusual is asked, not guessed: days that have just passed, ends before the beginning, names of nothing, more names than seats.
//! The journeys begin on 1 December 2026.

use booking::State;
use jiff::civil::date;
use nabe::auth::Role;

use crate::own_hub::Colleague;
use crate::support::{Clerk, Date, Form, Plan, journeys, staff};

/// The form of a new event as staff fill it in.
async fn new_event(lena: &Clerk) -> Form {
    let form = lena.get("/alpha/staff/events/new").await.form("/staff/events");
    let given = [
        ("title", "Chorprobe"),
        ("day", "10.12."),
        ("from", "19"),
        ("to", "21"),
        ("site", "other"),
        ("room", "Saal"),
        ("topic", "digital"),
        ("state", "published"),
    ];
    given.into_iter().fold(form, |form, (name, value)| form.with(name, value))
}

/// The form that gives a date another time.
async fn time_of(lena: &Clerk, date: &Date) -> Form {
    lena.get(&format!("/alpha/staff/events/{}/dates/{}", date.slug, date.key)).await.form("/time")
}

journeys! {
    async fn a_day_that_has_just_passed_is_not_taken_for_next_year(hub) {
        let lena = staff(&hub).await;
        for (typed, passed) in [("30.11.", "30. November 2026"), ("Mo., 30. November", "30. November 2026"), ("20.9.", "20. September 2026")] {
            let refused = lena.submit(&new_event(&lena).await.with("day", typed)).await;
            if typed.starts_with("Mo") {
                refused.is(422);
            } else {
                refused.is(422).says(&format!("{passed} ist vorbei. Schreiben Sie das Jahr dazu"));
                assert_eq!(refused.all(".nabe-errs a", "href"), ["#day"]);
            }
        }
        lena.submit(&new_event(&lena).await.with("day", "30.11.2027")).await.is(303);
        lena.submit(&new_event(&lena).await.with("day", "15.1.").with("title", "Im Januar")).await.is(303);
        let opens = new_event(&lena).await.with("opens_day", "28.11.").with("title", "Offen");
        assert_eq!(lena.submit(&opens).await.is(422).all(".nabe-errs a", "href"), ["#opens_day"]);
        let date = hub.offer(Plan::seats(5)).await;
        lena.submit(&time_of(&lena, &date).await.with("day", "30.11.")).await.is(422).says("Schreiben Sie das Jahr dazu");
        lena.submit(&time_of(&lena, &date).await.with("day", "9.12.")).await.is(303);
    }

    async fn an_end_before_the_beginning_is_asked_about(hub) {
        let lena = staff(&hub).await;
        for (from, to) in [("12", "10"), ("10", "10"), ("20", "9:30")] {
            let refused = lena.submit(&new_event(&lena).await.with("from", from).with("to", to)).await;
            refused.is(422).says("Das Ende liegt vor dem Anfang.");
            assert_eq!(refused.all(".nabe-errs a", "href"), ["#to"]);
            assert_eq!(refused.count("#overnight"), 1);
        }
        lena.submit(&new_event(&lena).await.with("from", "21").with("to", "2")).await.is(303);
        let refused = lena.submit(&new_event(&lena).await.with("title", "Nacht").with("room", "Küche").with("from", "18").with("to", "10")).await;
        lena.submit(&refused.form("/staff/events").with("overnight", "1").with("state", "published")).await.is(303);

        let date = hub.offer(Plan::seats(5)).await;
        let anna = hub.register("Anna", &date).await;
        hub.mails().await;
        let refused = lena.submit(&time_of(&lena, &date).await.with("from", "12").with("to", "10")).await;
        refused.is(422).says("Das Ende liegt vor dem Anfang.");
        hub.advance_clock(2);
        assert!(hub.mails().await.is_empty(), "nobody is told of 22 hours");
        lena.submit(&refused.form("/time").with("overnight", "1")).await.is(303);
        hub.page_of(&anna).await.says("10");
    }

    async fn who_holds_an_offer_is_told_of_a_new_time_with_the_offers_deadline(hub) {
        let (date, lena) = (hub.offer(Plan::seats(1)).await, staff(&hub).await);
        let anna = hub.register("Anna", &date).await;
        let ben = hub.wait_for("Ben", 1, &date).await;
        let cem = hub.wait_for("Cem", 1, &date).await;
        hub.cancel(&anna).await;
        hub.advance_clock(2);
        hub.mails().await;
        assert_eq!(hub.booking(&ben).await.state, State::Offered);
        lena.submit(&time_of(&lena, &date).await.with("from", "15").with("to", "17")).await.is(303);
        hub.advance_clock(2);
        let mails = hub.mails().await;
        let to = |guest: &crate::support::Guest| mails.iter().find(|mail| mail.text.contains(guest.token())).expect("a mail").text.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(to(&ben).contains("halten wir weiter für Sie, bis Mittwoch, 2. Dezember, 9 Uhr") && !to(&ben).contains("Sie stehen weiter in der Reihe"), "{}", to(&ben));
        assert!(to(&cem).contains("Sie stehen weiter in der Reihe"), "{}", to(&cem));
    }

    async fn more_names_than_seats_are_not_taken(hub) {
        let (date, lena) = (hub.offer(Plan::seats(9)).await, staff(&hub).await);
        let form = hub.form_for("Anna", &date).await.with("seats", "2").with("companions", "Ben\n\nCem").without("wait");
        let refused = hub.submit(&form).await;
        refused.is(422).says("Das sind mehr Namen als 2 Plätze.");
        assert_eq!(refused.all(".nabe-errs a", "href"), ["#companions"]);
        let long = "x".repeat(121);
        hub.submit(&form.clone().with("companions", &long)).await.is(422).says("Kürzen Sie jeden Namen auf höchstens 120 Zeichen");
        let anna = crate::support::Guest::new(&date, &hub.submit(&form.with("companions", "Ben")).await);
        assert_eq!(hub.booking(&anna).await.companions, ["Ben"]);
        let party = hub.page_of(&anna).await.form("/party").with("seats", "1");
        let refused = hub.submit(&party).await;
        refused.is(422).says("Ein Platz ist für eine Person.");
        assert_eq!((refused.all(".nabe-errs a", "href"), refused.form("/party").value("companions")), (vec!["#companions".to_owned()], "Ben"));
        assert_eq!(refused.form("/party").value("seats"), "1");
        assert_eq!(hub.booking(&anna).await.seats, 2);
        hub.submit(&party.with("companions", "")).await.is(303);

        let path = format!("/alpha/staff/registrations/{}", anna.id(&hub));
        let party = lena.get(&path).await.form("/party").with("seats", "2").with("companions", "Ben\nCem");
        let refused = lena.submit(&party).await;
        refused.is(422);
        assert_eq!((refused.all(".nabe-errs a", "href"), refused.form("/party").value("companions")), (vec!["#companions".to_owned()], "Ben\nCem"));
        lena.submit(&party.with("seats", "3")).await.is(303);
        assert_eq!(hub.booking(&anna).await.companions, ["Ben", "Cem"]);
    }

    async fn a_name_has_something_to_read(hub) {
        let (date, lena) = (hub.offer(Plan::seats(9)).await, staff(&hub).await);
        let boss = Colleague::new(&hub, "chef@example.org", Role::Lead).await;
        for nothing in ["\u{200b}", "\u{2060}\u{200e} \u{feff}", "\u{3164}", "\u{2800}", "\u{ad}", "…", "- -", "\u{301}"] {
            let refused = hub.submit(&hub.form_for("Anna", &date).await.with("name", nothing)).await;
            assert_eq!(refused.is(422).all(".nabe-errs a", "href"), ["#name"], "{nothing:?}");
            let refused = lena.submit(&new_event(&lena).await.with("title", nothing)).await;
            assert_eq!(refused.is(422).all(".nabe-errs a", "href"), ["#title"], "{nothing:?}");
            let form = boss.form("/people/new").await.with("name", nothing).with("email", "kim@example.org").with("role", "staff");
            assert_eq!(boss.submit(&form).await.is(422).all(".nabe-errs a", "href"), ["#name"], "{nothing:?}");
        }
        for name in ["Ng", "李", "أحمد", "J\u{f6}rg", "3B", "क\u{94d}ष"] {
            hub.submit(&hub.form_for(name, &date).await.with("name", name).with("email", &format!("x{}@example.org", name.len()))).await.is(303);
        }
    }

    async fn mail_addresses_with_umlauts_in_the_domain_reach_the_domain(hub) {
        let date = hub.offer(Plan::seats(9)).await;
        hub.submit(&hub.form_for("Anna", &date).await.with("email", "Anna@Müller.example")).await.is(303);
        let mails = hub.mails().await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].to.contains("Anna@xn--mller-kva.example"), "{}", mails[0].to);
        for wrong in ["anna@mü ller.example", "anna@ü", "jörg@müller.example"] {
            hub.submit(&hub.form_for("Anna", &date).await.with("email", wrong)).await.is(422);
        }
    }

    async fn who_did_not_agree_to_wait_is_not_told_that_somebody_was_faster(hub) {
        let dates = hub.offer_dates(Plan::seats(1).on_days(&[date(2026, 12, 8), date(2026, 12, 9)])).await;
        hub.register("Anna", &dates[0]).await;
        let form = hub.form_for("Ben", &dates[0]).await.without("wait");
        let refused = hub.submit(&form).await;
        refused.is(409).says("Alle Plätze sind vergeben.").does_not_say("Gerade war jemand schneller").says("Warteliste");
    }

    async fn who_has_tried_too_often_hears_one_time_to_wait(hub) {
        let date = hub.offer(Plan::seats(99)).await;
        let mut last = hub.submit(&hub.form_for("Anna", &date).await).await;
        for _ in 0..20 {
            last = hub.submit(&hub.form_for("Anna", &date).await).await;
        }
        last.is(429).says("Warten Sie bitte zehn Minuten").does_not_say("in einer Minute");
    }

    async fn an_address_of_the_organiser_is_not_thrown_away(hub) {
        let lena = staff(&hub).await;
        for address in ["javascript:alert(1)", "example.org"] {
            let refused = lena.submit(&new_event(&lena).await.with("registration", "yes").with("organiser_url", address)).await;
            assert_eq!(refused.is(422).all(".nabe-errs a", "href"), ["#organiser_url"], "{address}");
        }
        let refused = lena.submit(&new_event(&lena).await.with("registration", "yes").with("organiser_url", "https://verein.example")).await;
        refused.is(422).says("oder lassen Sie dieses Feld leer");
    }

    async fn somebody_who_works_here_already_is_not_invited_again(hub) {
        let boss = Colleague::new(&hub, "chef@example.org", Role::Lead).await;
        let form = boss.form("/people/new").await.with("name", "Kim Klein").with("email", "kim@example.org").with("role", "helper");
        let first = boss.submit(&form).await;
        assert_eq!(boss.submit(&form).await.location(), first.location(), "the same form twice is one invitation");
        let other = boss.form("/people/new").await.with("name", "Kim").with("email", "kim@example.org").with("role", "staff");
        let again = boss.submit(&other).await;
        let page = boss.get(again.location()).await;
        page.does_not_say("Eingeladen.").says("Diese Person arbeitet schon hier.");
        assert_eq!(page.form("/role").value("role"), "helper");
    }
}
