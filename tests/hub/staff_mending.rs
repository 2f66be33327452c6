//! People who come without registering or call late, and what was misheard: put right by staff, and seen in the history.

use booking::State;
use jiff::civil::date;
use nabe::bookings::{Counts, store};
use nabe::ids::BookingId;

use crate::support::{Clerk, Plan, journeys, staff};

/// From two to four on the day on which the journeys begin, at nine.
fn today() -> Plan {
    Plan::seats(2).on_days(&[date(2026, 12, 1)])
}

fn id_of(page: &str) -> BookingId {
    BookingId(page.rsplit('/').next().unwrap().parse().unwrap())
}

fn path(location: &str) -> &str {
    location.split('?').next().unwrap()
}

/// The history of a registration as its page shows it.
async fn history(lena: &Clerk, page: &str) -> Vec<String> {
    let page = lena.get(page).await.page();
    let css = crate::support::selector(".nabe-checks li");
    let lines = page.select(&css).map(|line| line.text().collect::<Vec<_>>().join(" "));
    lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

journeys! {
    async fn who_comes_without_registering_is_booked_and_here_in_one_go(hub) {
        let (date, lena) = (hub.offer(today()).await, staff(&hub).await);
        hub.advance_clock(6 * 60);
        let form = lena.telephone("Walter Wanderer", &date).await;
        assert!(form.value("occasion").starts_with("late."), "the words say that it has begun: {}", form.value("occasion"));
        let page = lena.submit(&form.with("here", "1")).await;
        lena.get(page.location()).await.is(200).says("Gebucht.").says("da seit 15 Uhr");
        assert_eq!(lena.state(path(page.location())).await, State::Attended);
        assert_eq!(hub.counts(&date).await.seated, 1);
        let public = hub.submit(&hub.stale_form_for("Anna", &date).with("window", "1").with("here", "1")).await;
        public.is(409);
        assert_eq!(hub.counts(&date).await.seated, 1, "nobody sets the window aside from outside");
    }

    async fn somebody_can_be_added_to_the_list_of_a_date_that_is_over(hub) {
        let date = hub.offer(today()).await;
        hub.advance_clock(24 * 60);
        let lena = staff(&hub).await;
        let page = lena.get(&format!("/alpha/staff/registrations/new?date={}", date.id)).await;
        let form = page.is(200).form("/staff/registrations").with("name", "Walter").with("here", "1");
        let page = lena.submit(&form).await.location().to_owned();
        assert_eq!(lena.state(path(&page)).await, State::Attended);
    }

    async fn places_are_never_set_aside_even_late(hub) {
        let (date, lena) = (hub.offer(today()).await, staff(&hub).await);
        hub.register_party("Anna", 2, &date).await;
        hub.advance_clock(6 * 60);
        let page = lena.get(&format!("/alpha/staff/registrations/new?date={}", date.id)).await;
        let form = page.form("/staff/registrations").with("name", "Walter");
        lena.submit(&form).await.is(409).says("Alle Plätze sind vergeben.");
        assert_eq!(hub.counts(&date).await, Counts { seated: 2, held: 0, waiting: 0 });
    }

    async fn a_form_that_stayed_open_past_the_end_of_registration_asks_before_it_books(hub) {
        let (date, lena) = (hub.offer(today()).await, staff(&hub).await);
        let form = lena.telephone("Walter", &date).await;
        hub.advance_clock(6 * 60);
        let refused = lena.submit(&form).await;
        let again = refused.is(409).says("Senden Sie das Formular noch einmal").says("Seit 14 Uhr").form("/staff/registrations");
        assert_eq!(hub.counts(&date).await.seated, 0);
        lena.submit(&again).await.is(303);
        assert_eq!(hub.counts(&date).await.seated, 1);
    }

    async fn nobody_is_here_a_week_before(hub) {
        let (date, lena) = (hub.offer(Plan::seats(2)).await, staff(&hub).await);
        let answer = lena.submit(&lena.telephone("Walter", &date).await.with("here", "1")).await;
        answer.is(422);
        assert_eq!(answer.all(".nabe-errs a", "href"), ["#here"]);
        assert_eq!(hub.counts(&date).await.seated, 0);
    }

    async fn one_more_at_the_door_is_added_to_the_party(hub) {
        let (date, lena) = (hub.offer(today()).await, staff(&hub).await);
        let anna = hub.register("Anna", &date).await;
        hub.advance_clock(6 * 60);
        let page = format!("/alpha/staff/registrations/{}", anna.id(&hub));
        let form = lena.get(&page).await.form("/party");
        lena.submit(&form.clone().with("seats", "2")).await.is(303);
        lena.submit(&form.with("seats", "3").with("limits", "1")).await.is(409);
        assert_eq!(hub.counts(&date).await.seated, 2);
    }

    async fn a_misheard_name_and_address_are_put_right_and_mails_follow(hub) {
        let (date, lena) = (hub.offer(Plan::seats(2)).await, staff(&hub).await);
        let form = lena.telephone("Petra Maier", &date).await.with("email", "falsch@example.org").with("paper", "email");
        let page = path(lena.submit(&form).await.location()).to_owned();
        let edit = lena.get(&format!("{page}/contact")).await.is(200).form("/contact");
        assert_eq!((edit.value("name"), edit.value("email")), ("Petra Maier", "falsch@example.org"));
        let bad = lena.submit(&edit.clone().with("name", "").with("phone", "12").with("email", "kein")).await;
        assert_eq!(bad.is(422).all(".nabe-errs a", "href"), ["#name", "#phone", "#email"]);
        assert_eq!(bad.form("/contact").value("email"), "kein", "what was typed stays");
        let right = edit.with("name", "Petra Mayer").with("email", "petra@example.org").with("phone", "035952 5555").with("note", "Rollstuhl");
        lena.submit(&right).await.is(303);
        lena.submit(&right).await.is(303);
        lena.get(&page).await.says("Petra Mayer").says("035952 5555").says("Rollstuhl");
        let mails = hub.mails().await;
        assert_eq!(mails.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["petra@example.org"], "the mail that had not left goes to the right address");
        assert!(mails[0].text.contains("Petra Mayer"));
        let found = lena.get("/alpha/staff/registrations").await.form("/search").with("q", "035952 5555");
        lena.submit(&found).await.says("Petra Mayer");
        lena.submit(&right.with("send", "1")).await.is(303);
        assert_eq!(hub.mails().await.len(), 1, "once more when asked for");
        let lines = history(&lena, &page).await;
        assert_eq!(lines.iter().filter(|line| line.contains("Angaben berichtigt")).count(), 1, "{lines:?}");
        assert!(!lines.join(" ").contains("falsch"), "what was wrong is not kept");
    }

    async fn letters_to_an_address_that_was_taken_away_do_not_leave(hub) {
        let (date, lena) = (hub.offer(Plan::seats(2)).await, staff(&hub).await);
        let page = path(lena.submit(&lena.telephone("Petra", &date).await.with("email", "petra@example.org")).await.location()).to_owned();
        let edit = lena.get(&format!("{page}/contact")).await.form("/contact");
        lena.submit(&edit.clone().with("email", "").with("send", "1")).await.is(422);
        lena.submit(&edit.with("email", "")).await.is(303);
        assert!(hub.mails().await.is_empty());
    }

    async fn the_history_says_who_of_the_staff_did_what_and_names_nobody_for_what_follows_by_itself(hub) {
        let (date, lena) = (hub.offer(Plan::seats(1)).await, staff(&hub).await);
        let anna = lena.book("Anna", &date).await;
        let wanda = hub.wait_for("Wanda", 1, &date).await;
        lena.press(&anna, "/cancellation").await.is(303);
        let lines = history(&lena, &anna).await;
        assert!(lines[0].ends_with("Am Telefon oder Tresen gebucht von Mitarbeiterin"), "{lines:?}");
        assert!(lines[1].ends_with("Vom Team abgesagt von Mitarbeiterin"), "{lines:?}");
        let lines = history(&lena, &format!("/alpha/staff/registrations/{}", wanda.id(&hub))).await;
        assert!(lines[0].ends_with("Selbst im Netz gebucht") && lines[1].ends_with("Freien Platz angeboten"), "{lines:?}");
        let id = id_of(&anna);
        let kept = hub.read("alpha", move |tx, hub| store::history(tx, hub, id)).await;
        assert_eq!(kept.iter().map(|line| (line.cause.as_str(), line.by.as_str())).collect::<Vec<_>>(), [("made", "Mitarbeiterin"), ("cancelled_by_staff", "Mitarbeiterin")]);
    }
}
