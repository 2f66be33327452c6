//! What a hub declares about accessibility, and barriers that people report: by when they are answered, and that machines are kept out.

use jiff::civil::date;
use nabe::auth::Role;
use nabe::features::accessibility::{Report, store};

use crate::data_protection::{Desk, nights};
use crate::support::{Answer, Form, TestHub, journeys};

/// The form as somebody fills it in who takes a minute for it.
async fn filled(hub: &TestHub, words: &str) -> Form {
    let form = hub.get("/alpha/barriers").await.form("/barriers").with("words", words).with("contact", "anna@example.org").with("name", "Anna");
    hub.advance_clock(1);
    form
}

async fn report(hub: &TestHub, words: &str) -> Answer {
    let form = filled(hub, words).await;
    hub.submit(&form).await
}

async fn reports(hub: &TestHub) -> Vec<Report> {
    hub.read("alpha", store::all_reports).await
}

journeys! {
    async fn a_barrier_is_answered_within_a_month(hub) {
        let sent = report(&hub, "Der Eingang hat eine Stufe.").await;
        hub.get(sent.location()).await.says("Danke. Ihre Meldung ist angekommen.").says("spätestens am Freitag, 1. Januar 2027");
        let mails = hub.mails().await;
        assert_eq!((mails.len(), mails[0].to.as_str()), (1, "alpha@example.org"));
        assert!(mails[0].text.contains("bis Freitag, 1. Januar 2027") && !mails[0].raw.contains("Stufe") && !mails[0].raw.contains("Anna"), "{}", mails[0].text);

        let staff = Desk::new(&hub, "staff@example.org", Role::Staff).await;
        let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
        staff.get("/alpha/staff/hub/barriers").await.is(200).says("Antwort bis Freitag, 1. Januar 2027").says("Der Eingang hat eine Stufe.");
        lead.get("/alpha/staff/hub").await.says("1 wartet auf Antwort");
        hub.set_clock(crate::support::start_of_the_tests().plus(booking::Span::from_days(31)));
        let staff = Desk::signed_in(&hub, "staff@example.org").await;
        let page = staff.get(&mails[0].links()[0]).await;
        page.is(200).says("Antwort bis").says("anna@example.org");
        hub.advance_clock(24 * 60);
        let staff = Desk::signed_in(&hub, "staff@example.org").await;
        let page = staff.get(&mails[0].links()[0]).await;
        page.says("Überfällig seit Freitag, 1. Januar 2027");
        let empty = staff.submit(&page.form("/answer").with("answer", " ")).await;
        empty.is(422).says("Schreiben Sie, was Sie geantwortet oder geändert haben");
        let answer = page.form("/answer").with("answer", "Seit heute gibt es eine Rampe.");
        staff.submit(&answer).await.is(303);
        staff.submit(&answer.with("answer", "Anders.")).await.is(303);
        let mails = hub.mails().await;
        assert_eq!(mails.iter().filter(|mail| mail.to == "anna@example.org").count(), 1, "once");
        assert!(mails[0].text.contains("Seit heute gibt es eine Rampe."));
        staff.get("/alpha/staff/hub/barriers").await.says("Beantwortet am").does_not_say("Überfällig");
    }

    async fn the_same_form_is_one_report_and_an_empty_one_comes_back_filled_in(hub) {
        let form = filled(&hub, "Zu kleine Schrift.").await;
        hub.submit(&form).await.is(303);
        hub.submit(&form).await.is(303);
        assert_eq!(reports(&hub).await.len(), 1);
        let back = hub.submit(&filled(&hub, " ").await.with("place", "Programm")).await;
        back.is(422).says("Schreiben Sie in einem Satz, was Sie hindert");
        assert_eq!(back.form("/barriers").value("place"), "Programm");
        assert_eq!(reports(&hub).await.len(), 1);
    }

    async fn machines_are_kept_out_without_a_riddle(hub) {
        let trapped = hub.submit(&filled(&hub, "Kauft Uhren").await.with("website", "https://spam.example")).await;
        trapped.is(303);
        let fast = hub.get("/alpha/barriers").await.form("/barriers").with("words", "Kauft Uhren");
        let again = hub.submit(&fast).await;
        again.is(422).says("Das ging sehr schnell.");
        assert!(reports(&hub).await.is_empty());
        hub.advance_clock(1);
        hub.submit(&again.form("/barriers")).await.is(303);
        for n in 0..4 {
            report(&hub, &format!("Barriere {n}")).await.is(303);
        }
        hub.submit(&filled(&hub, "Eine zu viel").await).await.is(429);
        hub.caller(9).submit(&filled(&hub, "Von anderswo").await).await.is(303);
        assert_eq!(reports(&hub).await.len(), 6);
    }

    async fn the_statement_says_what_the_hub_has_entered_and_is_due_after_a_year(hub) {
        hub.get("/alpha/accessibility").await.says("Diese Erklärung ist vom Montag, 23. November 2026").says("Durchsetzungs- oder Schlichtungsstelle mit Anschrift: noch einzutragen");
        let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
        let form = lead.get("/alpha/staff/hub/accessibility").await.form("/accessibility");
        let wrong = lead.submit(&form.clone().with("checked_on", "2.12.2026")).await;
        wrong.is(422).says("Geben Sie den Tag der letzten Prüfung ein");
        let entered = form.with("checked_on", "1.12.2026").with("gap1", "Der Plan ist ein Bild.").with("reason1", "burden").with("instead1", "Rufen Sie an.");
        lead.submit(&entered).await.is(303);
        let public = hub.get("/alpha/accessibility").await;
        public.says("Der Plan ist ein Bild.").says("Grund: unverhältnismäßig hoher Aufwand").says("Stattdessen: Rufen Sie an.").says("Dienstag, 1. Dezember 2026");
        hub.get("/beta/accessibility").await.does_not_say("Der Plan ist ein Bild.");
        lead.get("/alpha/staff/hub").await.says("Angaben fehlen");
        hub.advance_clock(366 * 24 * 60);
        let lead = Desk::signed_in(&hub, "lead@example.org").await;
        lead.get("/alpha/staff/hub").await.says("bitte neu prüfen");
        lead.get("/alpha/staff/hub/accessibility").await.says("älter als zwölf Monate");
    }

    async fn a_report_is_found_handed_out_erased_and_forgotten_like_everything_else(hub) {
        report(&hub, "Der Eingang hat eine Stufe.").await.is(303);
        report(&hub, "Die Tür ist schwer.").await.is(303);
        hub.mails().await;
        let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
        let search = lead.get("/alpha/staff/hub/data-protection/people").await.form("/people/search").with("q", "anna@example.org");
        let found = lead.submit(&search).await;
        found.says("2 gefunden.").says("Gemeldete Barriere vom Dienstag, 1. Dezember 2026");
        lead.submit(&found.form("/people/report")).await.is(200).says("Der Eingang hat eine Stufe.");
        let (mut erase, first) = (found.form("/people/erasure"), reports(&hub).await[0].id.to_string());
        "/alpha/staff/hub/data-protection/people/erasure".clone_into(&mut erase.action);
        let question = lead.submit(&erase.without("barrier").with("barrier", &first)).await;
        lead.submit(&question.form("/people/erasure")).await.is(303);
        let left = reports(&hub).await;
        assert_eq!(left.len(), 1);
        let id = left[0].id;
        hub.write("alpha", move |tx, hub, now| store::set_answer(tx, hub, id, "Erledigt", nabe::ids::AccountId::new(now), now)).await;
        nights(&hub, 364).await;
        assert_eq!(reports(&hub).await.len(), 1);
        nights(&hub, 2).await;
        assert!(reports(&hub).await.is_empty());
    }
}

/// The month is that of the calendar, so that "within a month" is what the law means.
#[test]
fn the_days_of_these_journeys_are_those_of_the_calendar() {
    assert_eq!(date(2026, 12, 1).checked_add(jiff::ToSpan::month(1)).unwrap(), date(2027, 1, 1));
}
