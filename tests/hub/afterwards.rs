//! The day before and the day after: a reminder, thanks, a certificate, and the question how it was.

use booking::State;
use jiff::civil::date;

use crate::staff_day::{list, today};
use crate::support::{Form, Plan, journeys, second_opinion, staff};

const DAY: i64 = 24 * 60;

fn tomorrow() -> Plan {
    Plan::seats(5).on_days(&[date(2026, 12, 2)])
}

/// What is wrong with a PDF file by the rules of PDF/UA-1, damaged as the words say; empty when nothing is.
fn against_pdf_ua(file: &[u8], damage: &[&str]) -> String {
    let said = second_opinion("pdf_ua.py", damage, file);
    let findings = String::from_utf8(said.stdout).unwrap();
    assert_eq!(said.status.success(), findings.trim().is_empty(), "the program broke off: {findings}");
    findings.trim().to_owned()
}

journeys! {
    async fn who_comes_tomorrow_is_reminded_once_at_ten_with_a_way_to_cancel(hub) {
        let date = hub.offer(tomorrow()).await;
        let guest = hub.register("Erika Beispiel", &date).await;
        hub.mails().await;
        hub.advance_clock(59);
        assert!(hub.mails().await.is_empty(), "not before ten");
        hub.advance_clock(1);
        let mails = hub.mails().await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].subject.starts_with("Morgen:"), "{}", mails[0].subject);
        assert!(mails[0].text.contains("Sagen Sie bitte ab") && mails[0].text.contains(guest.token()));
        assert!(mails[0].calendar.is_none(), "nothing changes in a calendar");
        hub.advance_clock(60);
        assert!(hub.mails().await.is_empty(), "once is enough");
    }

    async fn nobody_is_reminded_of_what_was_cancelled_or_only_waited_for(hub) {
        let date = hub.offer(Plan::seats(1).on_days(&[date(2026, 12, 2)])).await;
        let first = hub.register("Erika Beispiel", &date).await;
        hub.wait_for("Bernd Warten", 1, &date).await;
        let off = hub.offer(tomorrow()).await;
        hub.register("Petra Entfall", &off).await;
        hub.edit(&off, |o| o.state = nabe::features::events::OccurrenceState::Cancelled).await;
        hub.mails().await;
        hub.advance_clock(61);
        let mails = hub.mails().await;
        assert_eq!(mails.iter().map(|mail| mail.subject.as_str()).collect::<Vec<_>>().len(), 1, "{mails:?}");
        assert!(mails[0].text.contains(first.token()));
    }

    async fn who_moves_to_another_date_is_reminded_of_that_one_too(hub) {
        let dates = hub.offer_dates(Plan::seats(5).on_days(&[date(2026, 12, 2), date(2026, 12, 4)])).await;
        let guest = hub.register("Erika Beispiel", &dates[0]).await;
        hub.mails().await;
        hub.advance_clock(61);
        assert_eq!(hub.mails().await.len(), 1);
        hub.move_to(&guest, &dates[1]).await;
        hub.mails().await;
        hub.advance_clock(2 * DAY);
        let subjects: Vec<String> = hub.mails().await.into_iter().map(|mail| mail.subject).collect();
        assert!(subjects.iter().any(|subject| subject.starts_with("Morgen:")), "{subjects:?}");
    }

    async fn who_was_there_is_thanked_and_gets_a_certificate(hub) {
        let (date, lena) = (hub.offer(today()).await, staff(&hub).await);
        let (came, missed) = (hub.register("Jadwiga Muster", &date).await, hub.register("Bernd Fern", &date).await);
        let path = |guest: &crate::support::Guest| format!("/alpha/staff/registrations/{}", guest.id(&hub));
        let note = async |guest, came: &str| {
            let form = lena.get(&list(&date)).await.form(&format!("{}/attendance", path(guest)));
            lena.submit(&form.with("came", came)).await.is(303);
        };
        note(&came, "yes").await;
        hub.mails().await;
        let pdf = format!("{}/certificate.pdf", came.page);
        hub.get(&pdf).await.is(404);
        hub.advance_clock(8 * 60);
        note(&missed, "no").await;
        hub.get(&came.page).await.says("Bescheinigung herunterladen");
        let file = hub.get(&pdf).await;
        file.is(200);
        assert_eq!((file.header("content-type"), file.header("cache-control")), ("application/pdf", "no-store"));
        assert!(file.body.starts_with(b"%PDF-"));
        assert_eq!(against_pdf_ua(&file.body, &[]), "");
        for damage in ["language", "title", "claim", "display", "marks", "structure", "heading", "order", "font", "letters", "untagged"] {
            assert_ne!(against_pdf_ua(&file.body, &[damage]), "", "without the {damage} nothing is noticed");
        }
        lena.get(&format!("{}/certificate.pdf", path(&came))).await.is(200);
        hub.get(&format!("{}/certificate.pdf", missed.page)).await.is(404);
        lena.get(&path(&missed)).await.says("Nicht erschienen").says("einmal");
        hub.advance_clock(DAY - 6 * 60);
        let mails = hub.mails().await;
        assert_eq!(mails.len(), 1, "{mails:?}");
        assert!(mails[0].subject.starts_with("Danke") && mails[0].text.contains(came.token()));
        assert_eq!(lena.state(&path(&missed)).await, State::NoShow);
    }

    async fn whose_name_the_typeface_cannot_write_is_promised_no_certificate(hub) {
        let (date, lena) = (hub.offer(today()).await, staff(&hub).await);
        let form = hub.form_for("Ahmad", &date).await.with("name", "أحمد");
        let guest = crate::support::Guest::new(&date, &hub.submit(&form).await);
        let path = format!("/alpha/staff/registrations/{}", guest.id(&hub));
        let arrival = lena.get(&list(&date)).await.form(&format!("{path}/attendance"));
        lena.submit(&arrival.with("came", "yes")).await.is(303);
        hub.mails().await;
        hub.advance_clock(8 * 60);
        hub.get(&guest.page).await.is(200).does_not_say("Bescheinigung");
        hub.get(&format!("{}/certificate.pdf", guest.page)).await.is(404);
        hub.advance_clock(DAY - 6 * 60);
        let mails = hub.mails().await;
        assert_eq!(mails.len(), 1, "{mails:?}");
        assert!(mails[0].text.contains("/feedback/") && !mails[0].text.contains("bescheinigung"), "{}", mails[0].text);
    }

    async fn a_date_is_rated_without_a_name_and_a_form_counts_once(hub) {
        let (date, lena) = (hub.offer(today()).await, staff(&hub).await);
        let link = format!("/alpha/feedback/{}", hub.app().keys().link("feedback", hub.hub_id("alpha"), date.id.0));
        hub.get(&link).await.is(200).says("nach dem Termin");
        hub.advance_clock(10 * 60);
        let form = async || hub.get(&link).await.form(link.rsplit('/').next().unwrap());
        let none: Form = form().await;
        hub.submit(&none.with("score", "")).await.is(422).says("Wählen Sie eine der fünf Antworten");
        hub.submit(&form().await.with("score", "6")).await.is(422);
        let five = form().await.with("score", "5");
        hub.get(hub.submit(&five).await.location()).await.says("Ihre Antwort ist angekommen");
        hub.submit(&five).await.is(303);
        hub.submit(&form().await.with("score", "4")).await.is(303);
        lena.get(&list(&date)).await.says("sobald es mindestens drei sind").does_not_say("im Schnitt");
        hub.submit(&form().await.with("score", "4")).await.is(303);
        lena.get(&list(&date)).await.says("3 Rückmeldungen, im Schnitt 4,3 von 5");
        let elsewhere = link.replace("/alpha/", "/beta/");
        hub.get(&elsewhere).await.is(404);
        hub.advance_clock(31 * DAY);
        hub.get(&link).await.is(200).says("ist beendet");
        hub.post_with(&link, &[("key", &hub.guest_key()), ("score", "1")], &[]).await.is(409);

    }
}
