//! Changing one's mind: cancel, take it back, come with more or fewer, come another day.

use booking::{Party, State};
use jiff::civil::date;
use nabe::bookings::{Changed, Counts, Desk};
use nabe::features::events::Seats;

use crate::support::{Guest, Plan, TestHub, journeys};

journeys! {
    async fn a_cancellation_can_be_taken_back_within_the_minute_and_nobody_hears_of_it(hub) {
        let date = hub.offer(Plan::seats(1)).await;
        let anna = hub.register("Anna", &date).await;
        let ben = hub.wait_for("Ben", 1, &date).await;
        hub.mails().await;
        hub.cancel(&anna).await.is(303);
        hub.page_of(&anna).await.says("Ihre Anmeldung ist abgesagt.").says("eine Minute lang zurücknehmen");
        assert_eq!(hub.booking(&ben).await.state, State::Offered);

        hub.undo(&anna).await.is(303);
        hub.page_of(&anna).await.says("Ihr Platz ist sicher.");
        assert_eq!(hub.booking(&ben).await.state, State::Waiting);
        hub.page_of(&ben).await.says("Ihr Platz in der Reihe: 1.");
        assert_eq!(hub.counts(&date).await, Counts { seated: 1, held: 0, waiting: 1 });
        hub.advance_clock(5);
        assert!(hub.mails().await.is_empty(), "the mails were withdrawn");
    }

    async fn what_staff_cancelled_the_guest_cannot_take_back(hub) {
        let date = hub.offer(Plan::seats(1)).await;
        let anna = hub.register("Anna", &date).await;
        assert_eq!(hub.cancel_by_staff(&anna).await, Changed::Done);
        assert!(!hub.page_of(&anna).await.says("Ihre Anmeldung ist abgesagt.").has_form("/restoration"));
        hub.undo(&anna).await.is(409);
        assert_eq!(hub.booking(&anna).await.state, State::Cancelled);
        // Staff themselves can.
        let id = anna.id(&hub);
        let undone = hub.write("alpha", move |tx, hub, now| Desk::<Seats>::new(tx, hub, now, None).restore(id, Party::Staff)).await;
        assert_eq!((undone, hub.booking(&anna).await.state), (Changed::Done, State::Confirmed));
    }

    async fn a_cancellation_cannot_be_taken_back_after_the_minute(hub) {
        let date = hub.offer(Plan::seats(1)).await;
        let anna = hub.register("Anna", &date).await;
        hub.cancel(&anna).await.is(303);
        hub.advance_clock(1);
        assert!(!hub.page_of(&anna).await.has_form("/restoration"));
        hub.undo(&anna).await.is(409).says("Dafür ist es leider zu spät.");
        assert_eq!(hub.counts(&date).await.seated, 0);
    }

    async fn a_cancellation_cannot_be_taken_back_when_the_seat_has_gone_on(hub) {
        let date = hub.offer(Plan::seats(1).waiting(booking::Waitlist::Off)).await;
        let anna = hub.register("Anna", &date).await;
        hub.cancel(&anna).await.is(303);
        hub.register("Ben", &date).await;
        let refused = hub.undo(&anna).await;
        refused.is(409).says("Die Absage lässt sich nicht mehr zurücknehmen.").does_not_say("Plätze sind vergeben");
        assert!(!refused.has_form("/restoration"), "what was refused is not offered again");
        assert_eq!(hub.counts(&date).await.seated, 1);
    }

    /// Cem has no mail address, so his offer cannot be withdrawn with its mail; Dora's could.
    async fn offers_stand_when_a_cancellation_cannot_be_taken_back(hub) {
        let date = hub.offer(Plan::seats(2)).await;
        let anna = hub.register_party("Anna", 2, &date).await;
        let form = hub.form_for("Cem", &date).await.with("email", "").with("phone", "035952 12345").with("wait", "1");
        let cem = Guest::new(&date, &hub.submit(&form).await);
        let dora = hub.wait_for("Dora", 1, &date).await;
        hub.cancel(&anna).await.is(303);
        assert_eq!(hub.counts(&date).await, Counts { seated: 0, held: 2, waiting: 0 });
        // Cem has seen on his page that a seat is his, and takes it.
        hub.accept(&cem).await.is(303);
        hub.undo(&anna).await.is(409);
        hub.advance_clock(2);
        let mails = hub.mails().await;
        assert_eq!(hub.booking(&dora).await.state, State::Offered, "her seat is still free");
        assert!(mails.iter().any(|mail| mail.to == "dora@example.org" && mail.subject.starts_with("Ein Platz ist frei")), "and she is told");
        assert_eq!(hub.counts(&date).await, Counts { seated: 1, held: 1, waiting: 0 });
    }

    async fn cancelling_twice_is_cancelling_once(hub) {
        let date = hub.offer(Plan::seats(2)).await;
        let anna = hub.register("Anna", &date).await;
        hub.cancel(&anna).await.is(303);
        hub.post(&format!("{}/cancellation", anna.page), &[("key", &hub.guest_key())]).await.is(303);
        hub.advance_clock(1);
        let mails = hub.mails().await;
        assert_eq!(mails.iter().filter(|mail| mail.subject.starts_with("Ihre Absage")).count(), 1);
    }

    async fn a_group_can_shrink_and_grow_while_there_is_room(hub) {
        let date = hub.offer(Plan::seats(3)).await;
        let anna = hub.register_party("Anna", 2, &date).await;
        hub.resize(&anna, 3).await.is(303);
        assert_eq!(hub.counts(&date).await.seated, 3);
        hub.resize(&anna, 1).await.is(303);
        assert_eq!(hub.counts(&date).await.seated, 1);
        hub.register_party("Ben", 2, &date).await;
        hub.resize(&anna, 2).await.is(409).says("Alle Plätze sind vergeben.");
        assert_eq!(hub.booking(&anna).await.seats, 1);
        assert_eq!(hub.counts(&date).await.seated, 3);
    }

    async fn a_smaller_group_lets_somebody_move_up(hub) {
        let date = hub.offer(Plan::seats(2)).await;
        let anna = hub.register_party("Anna", 2, &date).await;
        let ben = hub.wait_for("Ben", 1, &date).await;
        hub.resize(&anna, 1).await.is(303);
        assert_eq!(hub.booking(&ben).await.state, State::Offered);
        assert_eq!(hub.counts(&date).await, Counts { seated: 1, held: 1, waiting: 0 });
        hub.resize(&anna, 2).await.is(409);
    }

    async fn no_number_of_people_breaks_anything(hub) {
        let date = hub.offer(Plan::seats(3)).await;
        let anna = hub.register_party("Anna", 2, &date).await;
        for (seats, status) in [("0", 400), ("4", 409), ("4294967295", 409), ("4294967296", 400), ("-1", 400), ("zwei", 400), ("", 400), ("1e3", 400), ("２", 400)] {
            let form = hub.page_of(&anna).await.form("/party").with("seats", seats);
            let answer = hub.submit(&form).await;
            answer.is(status).does_not_say("Sie keine Anmeldung");
        }
        assert_eq!(hub.booking(&anna).await.seats, 2);
        assert_eq!(hub.counts(&date).await.seated, 2);
    }

    async fn moving_to_another_date_frees_the_old_seat_only_when_the_new_one_is_certain(hub) {
        let days = [date(2026, 12, 8), date(2026, 12, 15), date(2026, 12, 22)];
        let dates = hub.offer_dates(Plan::seats(1).on_days(&days)).await;
        let anna = hub.register("Anna", &dates[0]).await;
        hub.register("Ben", &dates[1]).await;
        let cem = hub.wait_for("Cem", 1, &dates[0]).await;
        let code = hub.booking(&anna).await.code;

        hub.move_to(&anna, &dates[1]).await.is(409).says("Alle Plätze sind vergeben.");
        assert_eq!(hub.counts(&dates[0]).await, Counts { seated: 1, held: 0, waiting: 1 });

        hub.move_to(&anna, &dates[2]).await.is(303);
        hub.page_of(&anna).await.says("Ihr Platz ist sicher.").says("22");
        assert_eq!(hub.counts(&dates[2]).await.seated, 1);
        assert_eq!(hub.counts(&dates[0]).await, Counts { seated: 0, held: 1, waiting: 0 });
        assert_eq!(hub.booking(&cem).await.state, State::Offered);
        assert_eq!(hub.booking(&anna).await.code, code, "the code stays");
        let id = anna.id(&hub);
        let history = hub.read("alpha", move |tx, hub| nabe::bookings::store::history(tx, hub, id)).await;
        assert_eq!(history.len(), 1, "the move stands in the history: {history:?}");
    }

    async fn one_cannot_move_to_a_date_of_another_event(hub) {
        let date = hub.offer(Plan::seats(1)).await;
        let other = hub.offer(Plan::seats(1).titled("Etwas anderes")).await;
        let anna = hub.register("Anna", &date).await;
        let key = hub.guest_key();
        let path = format!("{}/date", anna.page);
        hub.post(&path, &[("key", &key), ("date", &other.id.to_string())]).await.is(404);
        hub.post(&path, &[("key", &key), ("date", "heute")]).await.is(404);
        assert_eq!(hub.counts(&date).await.seated, 1);
    }

    async fn an_offer_that_ran_out_cannot_be_moved_to_another_date(hub) {
        let dates = hub.offer_dates(Plan::seats(1).on_days(&[date(2026, 12, 8), date(2026, 12, 15)])).await;
        let anna = hub.register("Anna", &dates[0]).await;
        let ben = hub.wait_for("Ben", 1, &dates[0]).await;
        hub.cancel_by_staff(&anna).await;
        hub.set_clock(hub.booking(&ben).await.deadline.unwrap());
        let answer = hub.post(&format!("{}/date", ben.page), &[("key", &hub.guest_key()), ("date", &dates[1].id.to_string())]).await;
        answer.is(409);
        assert_eq!(hub.booking(&ben).await.state, State::Expired);
        assert_eq!(hub.counts(&dates[0]).await, Counts::default());
        assert_eq!(hub.counts(&dates[1]).await, Counts::default());
    }

    async fn nobody_changes_what_is_over(hub) {
        let dates = hub.offer_dates(Plan::seats(3).on_days(&[date(2026, 12, 8), date(2026, 12, 15)])).await;
        let anna = hub.register("Anna", &dates[0]).await;
        hub.advance_clock(7 * 24 * 60 + 8 * 60);
        let page = hub.page_of(&anna).await;
        assert!(!page.has_form("/cancellation") && !page.has_form("/party"));
        for (step, field) in [("cancellation", ("x", "")), ("party", ("seats", "2")), ("date", ("date", dates[1].id.to_string().as_str()))] {
            hub.post(&format!("{}/{step}", anna.page), &[("key", &hub.guest_key()), field]).await.is(409);
        }
        assert_eq!(hub.booking(&anna).await.state, State::Confirmed, "who was there is what staff noted");
        assert_eq!(hub.counts(&dates[0]).await.seated, 1);
        assert_eq!(hub.counts(&dates[1]).await.seated, 0);
    }

    async fn many_people_changing_their_minds_at_once_leave_no_seat_unaccounted_for(hub) {
        let dates = hub.offer_dates(Plan::seats(6).on_days(&[date(2026, 12, 8), date(2026, 12, 15)])).await;
        let mut guests = Vec::new();
        for n in 0..6 {
            guests.push(hub.register(&format!("Gast {n}"), &dates[0]).await);
        }
        for n in 6..12 {
            guests.push(hub.wait_for(&format!("Gast {n}"), 1 + n % 3, &dates[0]).await);
        }
        let mut changes = tokio::task::JoinSet::new();
        for (n, guest) in guests.iter().cloned().enumerate() {
            let (hub, target) = (hub.caller(u8::try_from(n).unwrap()), dates[1].clone());
            changes.spawn(async move { restless(&hub, &guest, &target, n).await });
        }
        changes.join_all().await;
        hub.run_jobs().await;
        for date in &dates {
            let counts = hub.counts(date).await;
            assert!(counts.seated + counts.held <= 6, "{counts:?}");
        }
    }
}

async fn restless(hub: &TestHub, guest: &Guest, target: &crate::support::Date, n: usize) {
    let (key, day) = (hub.guest_key(), target.id.to_string());
    let steps = [
        ("cancellation", ("x", "")),
        ("restoration", ("x", "")),
        ("acceptance", ("x", "")),
        ("party", ("seats", "2")),
        ("date", ("date", day.as_str())),
        ("refusal", ("x", "")),
    ];
    for turn in 0..6 {
        let (step, field) = steps[(n * 5 + turn * 7) % steps.len()];
        let answer = hub.post(&format!("{}/{step}", guest.page), &[("key", &key), field]).await;
        assert!([303, 409].contains(&answer.status.as_u16()), "{step}: {}", answer.status);
    }
}
