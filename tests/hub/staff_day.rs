//! The day of the staff: callers get a place, people arrive, somebody is called, everybody is written to.

use booking::State;
use jiff::civil::date;
use nabe::auth::Role;
use nabe::bookings::Counts;

use crate::support::{Clerk, Date, Plan, journeys, staff};

pub fn list(date: &Date) -> String {
    format!("/alpha/staff/events/{}/{}/participants", date.slug, date.key)
}

/// From two to four on the day on which the journeys begin.
pub fn today() -> Plan {
    Plan::seats(5).on_days(&[date(2026, 12, 1)])
}

journeys! {
    async fn a_caller_is_booked_with_nothing_but_a_name(hub) {
        let (date, lena) = (hub.offer(Plan::seats(2)).await, staff(&hub).await);
        let form = lena.telephone("Jadwiga Přikład", &date).await;
        let first = lena.submit(&form).await;
        lena.get(first.location()).await.is(200).says("Gebucht.").says("Jadwiga Přikład").says("zugesagt");
        assert_eq!(lena.submit(&form).await.location(), first.location(), "the same form is the same booking");
        let other = lena.submit(&form.clone().with("name", "Otto")).await;
        other.is(409).says("Diese Anmeldung haben wir schon.");
        assert_eq!(hub.counts(&date).await.seated, 1);
        lena.submit(&other.form("/staff/registrations")).await.location();
        assert_eq!(hub.counts(&date).await.seated, 2, "the page that asked has a key of its own");
        assert!(hub.mails().await.is_empty());
    }

    async fn what_is_missing_is_said_at_the_field_and_what_was_typed_stays(hub) {
        let (date, lena) = (hub.offer(Plan::seats(2)).await, staff(&hub).await);
        let form = lena.telephone("", &date).await.with("note", "Rollstuhl").with("paper", "email").with("seats", "0");
        let answer = lena.submit(&form).await;
        answer.is(422);
        assert_eq!(answer.all(".nabe-errs a", "href"), ["#name", "#seats", "#email"]);
        assert_eq!(answer.form("/staff/registrations").value("note"), "Rollstuhl");
        lena.submit(&form.with("occasion", &"0".repeat(36))).await.is(422).says("Wählen Sie, was und wann");
        assert_eq!(hub.counts(&date).await, Counts::default());
    }

    async fn a_full_date_offers_the_line_and_the_next_free_date(hub) {
        let dates = hub.offer_dates(Plan::seats(1).on_days(&[date(2026, 12, 8), date(2026, 12, 9)])).await;
        let lena = staff(&hub).await;
        let (late, later) = (lena.telephone("Ben", &dates[0]).await, lena.telephone("Cem", &dates[0]).await);
        hub.register("Anna", &dates[0]).await;
        let refused = lena.submit(&late).await;
        refused.is(409).says("Alle Plätze sind vergeben.").says("Mittwoch, 9. Dezember");
        let again = refused.form("/staff/registrations");
        assert_eq!((again.value("name"), again.value("key")), ("Ben", late.value("key")));
        let waiting = lena.submit(&again.with("wait", "1")).await;
        lena.get(waiting.location()).await.says("Warteliste, Platz 1");

        let refused = lena.submit(&later).await;
        let elsewhere = lena.submit(&refused.is(409).form("/staff/registrations").with("instead", &dates[1].id.to_string())).await;
        lena.get(elsewhere.location()).await.says("Mittwoch, 9. Dezember").says("zugesagt");
        assert_eq!(hub.counts(&dates[0]).await, Counts { seated: 1, held: 0, waiting: 1 });
        assert_eq!(hub.counts(&dates[1]).await, Counts { seated: 1, held: 0, waiting: 0 });
    }

    async fn limits_are_set_aside_with_a_tick_and_places_never(hub) {
        let (date, lena) = (hub.offer(Plan::seats(4).groups_of(2)).await, staff(&hub).await);
        let form = lena.telephone("Klasse 7b", &date).await.with("seats", "3");
        let refused = lena.submit(&form).await;
        refused.is(409).says("höchstens 2 Plätze auf einmal").says("Setzen Sie den Haken");
        lena.submit(&refused.form("/staff/registrations").with("limits", "1")).await.location();
        let more = lena.telephone("Klasse 8a", &date).await.with("seats", "2").with("limits", "1");
        lena.submit(&more).await.is(409).says("Es ist nur noch 1 Platz frei.");
        assert_eq!(hub.counts(&date).await.seated, 3);
    }

    async fn helpers_see_the_lists_of_today_and_nobodys_contact(hub) {
        let (now, later) = (hub.offer(today()).await, hub.offer(Plan::seats(5)).await);
        let (anna, ben) = (hub.register("Anna", &now).await, hub.register("Ben", &later).await);
        let helper = Clerk::new(&hub, "hilfe@example.org", Role::Helper).await;
        let day = helper.get("/alpha/staff").await;
        day.is(200).says("Dienstag, 1. Dezember").says("Anna").does_not_say("Am Telefon buchen").does_not_say("Zu tun");
        let page = helper.get(&list(&now)).await;
        page.is(200).says("Anna").does_not_say("anna@example.org");
        assert!(helper.submit(&page.form("/attendance")).await.location().contains("/participants#"));
        assert_eq!(hub.booking(&anna).await.state, State::Attended);

        let staff_page = format!("/alpha/staff/registrations/{}", ben.id(&hub));
        let closed = [list(&later), format!("{}.csv", list(&now)), staff_page.clone(), "/alpha/staff/registrations".to_owned(), "/alpha/staff?day=2026-12-08".to_owned()];
        for path in &closed {
            helper.get(path).await.is(403);
        }
        let mut button = page.form("/attendance");
        button.action = format!("{staff_page}/attendance");
        helper.submit(&button).await.is(403);
        button.action = format!("{staff_page}/cancellation");
        helper.submit(&button).await.is(403);
        assert_eq!(hub.booking(&ben).await.state, State::Confirmed);
    }

    async fn arrivals_are_noted_and_taken_back_with_one_tap(hub) {
        let (date, lena) = (hub.offer(today()).await, staff(&hub).await);
        let anna = hub.register_party("Anna", 2, &date).await;
        lena.get("/alpha/staff").await.says("2 Personen erwartet, 0 sind da.");
        lena.press(&list(&date), "/attendance").await;
        lena.get("/alpha/staff").await.says("2 Personen erwartet, 2 sind da.");
        lena.press(&list(&date), "/attendance").await;
        assert_eq!(hub.booking(&anna).await.state, State::Confirmed);
        let absent = lena.get(&list(&date)).await.form("/attendance").with("came", "no");
        assert!(lena.submit(&absent).await.location().contains("done=stale"), "nobody is missing before it has begun");
        hub.advance_clock(6 * 60);
        let absent = lena.get(&list(&date)).await.form("/attendance").with("came", "no");
        lena.submit(&absent).await.is(303);
        assert_eq!(hub.booking(&anna).await.state, State::NoShow);
        assert_eq!(hub.counts(&date).await.seated, 2);
    }

    async fn who_has_no_mail_address_is_called_and_answers_by_telephone(hub) {
        let (date, lena) = (hub.offer(Plan::seats(1)).await, staff(&hub).await);
        let anna = lena.book("Anna", &date).await;
        let waits = lena.telephone("Wanda", &date).await.with("phone", "035952 5555");
        let wanda = lena.submit(&waits).await.location().split('?').next().unwrap().to_owned();
        lena.press(&anna, "/cancellation").await.is(303);
        let day = lena.get("/alpha/staff").await;
        day.says("Wanda").says("Anrufen bis Mittwoch, 2. Dezember");
        assert_eq!(day.all(".nabe-todo a[href^='tel:']", "href"), ["tel:+49359525555"]);
        lena.press(&wanda, "/acceptance").await.is(303);
        assert_eq!(lena.state(&wanda).await, State::Confirmed);
        lena.get("/alpha/staff").await.does_not_say("Anrufen bis");
        lena.get(&wanda).await.says("Freien Platz angeboten").says("Angebot angenommen");
        let undo = lena.press(&anna, "/restoration").await;
        undo.is(409).says("Alle Plätze sind vergeben.");
    }

    async fn a_cancellation_by_staff_does_not_say_that_the_date_is_off(hub) {
        let (date, lena) = (hub.offer(Plan::seats(1)).await, staff(&hub).await);
        let anna = hub.register("Anna", &date).await;
        let page = format!("/alpha/staff/registrations/{}", anna.id(&hub));
        hub.mails().await;
        lena.press(&page, "/cancellation").await.is(303);
        lena.press(&page, "/restoration").await.is(303);
        hub.advance_clock(2);
        assert!(hub.mails().await.is_empty(), "taken back within the minute");
        lena.press(&page, "/cancellation").await.is(303);
        hub.advance_clock(2);
        let mails = hub.mails().await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].subject.starts_with("Ihre Absage") && !mails[0].text.contains("fällt"), "{}", mails[0].text);
    }

    async fn a_registration_is_found_by_name_code_telephone_and_mail_address(hub) {
        let (date, lena) = (hub.offer(Plan::seats(5)).await, staff(&hub).await);
        hub.register("Anna", &date).await;
        let form = lena.telephone("Petra Schöne", &date).await.with("phone", "+49 35952 5555");
        let petra = lena.submit(&form).await;
        let code = lena.get(petra.location()).await.page().select(&crate::support::selector("dd.nabe-nums b")).next().unwrap().text().collect::<String>();
        let search = lena.get("/alpha/staff/registrations").await.form("/search");
        for typed in ["schoene", "PETRA sch", &code, &code.to_lowercase().replace('-', " "), "035952/5555"] {
            let found = lena.submit(&search.clone().with("q", typed)).await;
            found.is(200).says("1 gefunden.").says("Petra Schöne").does_not_say("Anna");
        }
        lena.submit(&search.clone().with("q", "anna@example.org")).await.says("1 gefunden.").says("Anna");
        lena.submit(&search.with("q", "niemand")).await.says("Nichts gefunden.");
    }

    async fn a_letter_to_all_leaves_once_after_a_minute_and_can_be_taken_back(hub) {
        let (date, lena) = (hub.offer(Plan::seats(2)).await, staff(&hub).await);
        hub.register("Anna", &date).await;
        hub.register("Ben", &date).await;
        hub.wait_for("Cem", 1, &date).await;
        hub.mails().await;
        let form = lena.get(&format!("{}/message", list(&date))).await.form("/message").with("text", "Bitte den Ausweis mitbringen.");
        lena.submit(&form).await.is(303);
        lena.submit(&form).await.is(303);
        assert!(hub.mails().await.is_empty(), "not within the minute");
        let page = lena.get(&list(&date)).await;
        page.says("Ihre Nachricht geht in einer Minute an 2 Anmeldungen.");
        lena.submit(&page.form("/withdrawal")).await.is(303);
        hub.advance_clock(2);
        assert!(hub.mails().await.is_empty(), "taken back");

        let form = lena.get(&format!("{}/message", list(&date))).await.form("/message").with("text", "Bitte den Ausweis mitbringen.");
        lena.submit(&form).await.is(303);
        hub.advance_clock(2);
        lena.submit(&form).await.is(303);
        hub.advance_clock(2);
        let mails = hub.mails().await;
        let mut to: Vec<_> = mails.iter().map(|mail| mail.to.as_str()).collect();
        to.sort_unstable();
        assert_eq!(to, ["anna@example.org", "ben@example.org"], "once, and not to those who wait");
        assert!(mails.iter().all(|mail| mail.text.contains("Bitte den Ausweis mitbringen.")));
    }

    async fn the_confirmation_goes_out_again_once_for_each_press(hub) {
        let (date, lena) = (hub.offer(Plan::seats(2)).await, staff(&hub).await);
        let anna = hub.register("Anna", &date).await;
        hub.mails().await;
        let page = format!("/alpha/staff/registrations/{}", anna.id(&hub));
        let form = lena.get(&page).await.form("/confirmation");
        lena.submit(&form).await.is(303);
        lena.submit(&form).await.is(303);
        assert_eq!(hub.mails().await.len(), 1);
    }

    async fn a_move_and_another_number_of_people_are_part_of_the_history(hub) {
        let dates = hub.offer_dates(Plan::seats(2).groups_of(1).on_days(&[date(2026, 12, 8), date(2026, 12, 9)])).await;
        let lena = staff(&hub).await;
        let anna = lena.book("Anna", &dates[0]).await;
        let two = lena.get(&anna).await.form("/party").with("seats", "2").with("companions", "Hans");
        lena.submit(&two).await.is(409).says("Setzen Sie den Haken");
        lena.submit(&two.with("limits", "1")).await.is(303);
        let away = lena.get(&anna).await.form("/date").with("date", &dates[1].id.to_string());
        lena.submit(&away).await.is(409).says("Setzen Sie den Haken");
        lena.submit(&away.with("limits", "1")).await.is(303);
        lena.get(&anna).await.says("Mittwoch, 9. Dezember").says("Zahl der Personen geändert").says("Auf diesen Termin umgebucht");
        assert_eq!((hub.counts(&dates[0]).await.seated, hub.counts(&dates[1]).await.seated), (0, 2));
    }

    async fn the_table_file_runs_nothing_in_a_spreadsheet(hub) {
        let (date, lena) = (hub.offer(Plan::seats(2)).await, staff(&hub).await);
        lena.book("=HYPERLINK(\"x\";\"y\")", &date).await;
        let file = lena.get(&format!("{}.csv", list(&date))).await;
        file.is(200);
        assert!(file.text().starts_with("\u{feff}Name;Personen;"), "{}", file.text());
        assert!(file.text().contains("\r\n\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\";1;"), "{}", file.text());
        assert_eq!(file.header("cache-control"), "no-store");
    }

    async fn paper_has_the_list_and_the_slip(hub) {
        let (date, lena) = (hub.offer(Plan::seats(2)).await, staff(&hub).await);
        let anna = lena.book("Anna Ohnenetz", &date).await;
        lena.get(&format!("{anna}/slip")).await.is(200).says("Ihr Platz ist sicher.").says("Anna Ohnenetz").says("Dienstag, 8. Dezember");
        let sheet = lena.get(&format!("{}/sheet", list(&date))).await;
        assert_eq!(sheet.is(200).says("Anna Ohnenetz").count("td.is-box"), 1);
        lena.press(&anna, "/cancellation").await.is(303);
        lena.get(&format!("{anna}/slip")).await.is(404);
    }
}
