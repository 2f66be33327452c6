//! The waitlist: who waits goes first, an offer has an end, nobody is forgotten.

use booking::{State, Waitlist};
use nabe::bookings::Counts;

use crate::support::{Guest, Plan, TestHub, journeys};

journeys! {
    async fn who_comes_too_late_is_offered_the_waitlist(hub) {
        let date = hub.offer(Plan::seats(1)).await;
        let late = hub.form_for("Ben", &date).await;
        hub.register("Anna", &date).await;
        let refused = hub.submit(&late).await;
        refused.is(409).says("Alle Plätze sind vergeben.").says("Sie können auf die Warteliste.");
        let form = refused.form("/registration");
        assert_eq!((form.value("name"), form.value("wait")), ("Ben", "1"), "one more press of the button is enough");
        let ben = Guest::new(&date, &hub.submit(&form).await);
        hub.page_of(&ben).await.says("Ihr Platz in der Reihe: 1.");
        assert_eq!(hub.counts(&date).await, Counts { seated: 1, held: 0, waiting: 1 });
        let mails = hub.mails().await;
        assert_eq!(mails.iter().filter(|mail| mail.subject.starts_with("Sie stehen auf der Warteliste")).count(), 1);
    }

    async fn a_cancelled_seat_goes_to_the_first_person_waiting(hub) {
        let date = hub.offer(Plan::seats(1)).await;
        let anna = hub.register("Anna", &date).await;
        let (ben, cem) = (hub.wait_for("Ben", 1, &date).await, hub.wait_for("Cem", 1, &date).await);
        hub.mails().await;
        hub.cancel(&anna).await.is(303);
        // Before any job has run: the offer was made where the seat was freed.
        assert_eq!(hub.booking(&ben).await.state, State::Offered);
        assert_eq!(hub.booking(&cem).await.state, State::Waiting);
        assert_eq!(hub.counts(&date).await, Counts { seated: 0, held: 1, waiting: 1 });

        let stranger = hub.submit(&hub.stale_form_for("Dora", &date)).await;
        stranger.is(409).says("Alle Plätze sind vergeben.");
        assert_eq!(hub.counts(&date).await, Counts { seated: 0, held: 1, waiting: 1 });

        assert!(hub.mails().await.is_empty(), "for a minute nothing leaves, so that the cancellation can be taken back");
        hub.advance_clock(1);
        let mails = hub.mails().await;
        let (to, subject): (Vec<_>, Vec<_>) = mails.iter().map(|mail| (mail.to.as_str(), mail.subject.as_str())).unzip();
        assert_eq!(to, ["anna@example.org", "ben@example.org"], "{subject:?}");
        assert!(subject[0].starts_with("Ihre Absage") && subject[1].starts_with("Ein Platz ist frei"), "{subject:?}");

        hub.page_of(&ben).await.says("Ein Platz ist frei für Sie.");
        hub.accept(&ben).await.is(303);
        hub.page_of(&ben).await.says("Ihr Platz ist sicher.");
        assert_eq!(hub.counts(&date).await, Counts { seated: 1, held: 0, waiting: 1 });
    }

    async fn an_offer_that_is_turned_down_goes_on_to_the_next(hub) {
        let (date, ben, cem) = offered(&hub).await;
        hub.decline(&ben).await.is(303);
        hub.page_of(&ben).await.says("Sie haben den Platz abgelehnt.");
        assert_eq!(hub.booking(&cem).await.state, State::Offered);
        hub.accept(&cem).await.is(303);
        assert_eq!(hub.counts(&date).await, Counts { seated: 1, held: 0, waiting: 0 });
    }

    async fn an_offer_that_nobody_answers_goes_on_when_its_time_is_over(hub) {
        let (date, ben, cem) = offered(&hub).await;
        let deadline = hub.booking(&ben).await.deadline.expect("an offer has an end");
        assert_eq!(deadline, hub.now().plus(booking::Span::from_minutes(24 * 60)), "a day, as the date says");
        hub.set_clock(deadline.minus(booking::Span::from_micros(1)));
        hub.run_jobs().await;
        assert_eq!(hub.booking(&ben).await.state, State::Offered);
        hub.set_clock(deadline);
        hub.mails().await;
        assert_eq!(hub.booking(&ben).await.state, State::Expired);
        assert_eq!(hub.booking(&cem).await.state, State::Offered);
        assert_eq!(hub.counts(&date).await, Counts { seated: 0, held: 1, waiting: 0 });
        // The page that was still open: too late is too late, and says so.
        let late = hub.post(&format!("{}/acceptance", ben.page), &[("key", &hub.guest_key())]).await;
        late.is(409).says("Ihre Anmeldung hat sich inzwischen geändert.");
        assert_eq!(hub.booking(&ben).await.state, State::Expired);
    }

    async fn an_offer_ends_at_its_deadline_even_when_no_job_has_run(hub) {
        let (date, ben, cem) = offered(&hub).await;
        hub.set_clock(hub.booking(&ben).await.deadline.unwrap());
        hub.post(&format!("{}/acceptance", ben.page), &[("key", &hub.guest_key())]).await.is(409);
        assert_eq!(hub.booking(&cem).await.state, State::Offered, "the late answer itself let time pass");
        assert_eq!(hub.counts(&date).await, Counts { seated: 0, held: 1, waiting: 0 });
    }

    async fn accepting_twice_is_accepting_once(hub) {
        let (date, ben, _) = offered(&hub).await;
        hub.accept(&ben).await.is(303);
        hub.post(&format!("{}/acceptance", ben.page), &[("key", &hub.guest_key())]).await.is(303);
        assert_eq!(hub.counts(&date).await.seated, 1);
        hub.post(&format!("{}/refusal", ben.page), &[("key", &hub.guest_key())]).await.is(409);
        assert_eq!(hub.counts(&date).await.seated, 1);
    }

    async fn more_seats_go_to_those_who_wait_and_fewer_take_nobodys_away(hub) {
        let date = hub.offer(Plan::seats(1)).await;
        hub.register("Anna", &date).await;
        let ben = hub.wait_for("Ben", 1, &date).await;
        let cem = hub.wait_for("Cem", 1, &date).await;
        let dora = hub.wait_for("Dora", 1, &date).await;
        hub.edit(&date, |date| date.admission.capacity = Some(3)).await;
        assert_eq!(hub.counts(&date).await, Counts { seated: 1, held: 2, waiting: 1 });
        assert_eq!((hub.booking(&ben).await.state, hub.booking(&cem).await.state), (State::Offered, State::Offered));

        hub.edit(&date, |date| date.admission.capacity = Some(1)).await;
        hub.accept(&ben).await.is(303);
        assert_eq!(hub.booking(&ben).await.state, State::Confirmed, "what was offered is kept");
        hub.decline(&cem).await.is(303);
        assert_eq!(hub.booking(&dora).await.state, State::Waiting, "there are more guests than seats: nothing is free");
        assert_eq!(hub.counts(&date).await, Counts { seated: 2, held: 0, waiting: 1 });
    }

    async fn nobody_is_offered_a_seat_once_registration_has_ended(hub) {
        let mut plan = Plan::seats(1);
        plan.admission.closes = hub.now().plus(booking::Span::from_hours(2));
        let date = hub.offer(plan).await;
        let anna = hub.register("Anna", &date).await;
        let ben = hub.wait_for("Ben", 1, &date).await;
        hub.advance_clock(121);
        hub.cancel(&anna).await.is(303);
        hub.run_jobs().await;
        assert_eq!(hub.booking(&ben).await.state, State::Waiting);
        assert_eq!(hub.counts(&date).await, Counts { seated: 0, held: 0, waiting: 1 });
    }

    async fn who_leaves_the_waitlist_lets_the_others_move_up(hub) {
        let date = hub.offer(Plan::seats(1)).await;
        hub.register("Anna", &date).await;
        let ben = hub.wait_for("Ben", 1, &date).await;
        let cem = hub.wait_for("Cem", 1, &date).await;
        hub.page_of(&cem).await.says("Ihr Platz in der Reihe: 2.");
        hub.cancel(&ben).await.is(303);
        hub.page_of(&cem).await.says("Ihr Platz in der Reihe: 1.");
    }

    async fn without_a_waitlist_nobody_is_promised_anything(hub) {
        let date = hub.offer(Plan::seats(1).waiting(Waitlist::Off)).await;
        hub.register("Anna", &date).await;
        hub.get(&date.form()).await.is(200).says("Ausgebucht");
        let refused = hub.submit(&hub.stale_form_for("Ben", &date).with("wait", "1")).await;
        refused.is(409).does_not_say("Sie können auf die Warteliste.");
        assert_eq!(hub.counts(&date).await, Counts { seated: 1, held: 0, waiting: 0 });
    }

    async fn of_two_hundred_people_on_twelve_seats_twelve_are_certain_all_who_agreed_wait_and_the_rest_is_refused(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        let mut posts = tokio::task::JoinSet::new();
        for n in 0..200_u8 {
            // Every fifth agrees to wait.
            let form = hub.stale_form_for(&format!("Gast {n}"), &date);
            let form = if n % 5 == 0 { form.with("wait", "1") } else { form };
            let hub = hub.caller(n);
            posts.spawn(async move { (n % 5 == 0, hub.submit(&form).await.status.as_u16()) });
        }
        let answers = posts.join_all().await;
        let Counts { seated, held, waiting } = hub.counts(&date).await;
        assert_eq!((seated, held), (12, 0));
        let count = |agreed: bool, status: u16| answers.iter().filter(|answer| **answer == (agreed, status)).count();
        assert_eq!(count(true, 303), 40, "who agreed to wait is refused by nobody");
        let certain_without = count(false, 303);
        assert_eq!(certain_without + count(false, 409), 160);
        assert_eq!(usize::try_from(waiting).unwrap(), 40 - (12 - certain_without));
    }
}

/// One seat, freed by Anna, offered to Ben while Cem waits; the mails about it have left.
async fn offered(hub: &TestHub) -> (crate::support::Date, Guest, Guest) {
    let date = hub.offer(Plan::seats(1)).await;
    let anna = hub.register("Anna", &date).await;
    let ben = hub.wait_for("Ben", 1, &date).await;
    let cem = hub.wait_for("Cem", 1, &date).await;
    hub.cancel_by_staff(&anna).await;
    hub.mails().await;
    assert_eq!(hub.booking(&ben).await.state, State::Offered);
    (date, ben, cem)
}
