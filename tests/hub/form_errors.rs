//! A form that came back: a summary with links, the same words at the field, what was typed is kept (EN 301 549, 9.3.3.1 and 9.3.3.3).

use nabe::features::events::{Question, QuestionKind};

use crate::support::{Answer, Plan, journeys};

journeys! {
    async fn an_empty_form_comes_back_with_everything_that_is_missing(hub) {
        let date = hub.offer(Plan::seats(12).asking(questions())).await;
        let form = hub.get(&date.form()).await.form("/registration");
        let answer = hub.submit(&form.with("name", " \t ").with("seats", "99")).await;
        points_to_the_flaws(&answer, &["name", "email", "seats", "answer-0", "answer-1", "answer-2"]);
        answer.says("Bitte prüfen Sie 6 Angaben").says("Geben Sie Ihren Vor- und Nachnamen an").says("Beantworten Sie bitte: Welches Gerät?");
        assert_eq!(hub.counts(&date).await.seated, 0);
    }

    async fn what_was_typed_is_kept(hub) {
        let date = hub.offer(Plan::seats(12).asking(questions())).await;
        let filled = hub
            .get(&date.form())
            .await
            .form("/registration")
            .with("name", "Anna <b>Muster</b>")
            .with("email", "anna@example")
            .with("phone", "035952 12345")
            .with("seats", "3")
            .with("companions", "Ben\nCem")
            .with("note", "Wir kommen\nmit dem Bus & Rad")
            .with("answer-0", "ein \"altes\" Telefon")
            .with("answer-1", "eigenes")
            .with("answer-2", "1");
        let answer = hub.submit(&filled).await;
        points_to_the_flaws(&answer, &["email"]);
        let back = answer.form("/registration");
        for name in ["name", "email", "phone", "seats", "companions", "note", "answer-0", "answer-1", "answer-2", "key"] {
            assert_eq!(back.value(name), filled.value(name), "{name}");
        }
        hub.submit(&back.with("email", "anna@example.org")).await.is(303);
    }

    async fn addresses_that_no_mail_server_takes_are_refused_with_an_example(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        for email in ["anna", "anna@", "@example.org", "anna@example", "anna@@example.org", "anna@exa mple.org", "anna@example..org", "a,b@example.org", "anna@-example.org", "<anna@example.org>", "\"a b\"@example.org", "anna@example.org\u{2028}x"] {
            let form = hub.form_for("Anna", &date).await.with("email", email);
            let answer = hub.submit(&form).await;
            points_to_the_flaws(&answer, &["email"]);
            answer.says("zum Beispiel name@beispiel.de");
        }
    }

    async fn texts_that_are_too_long_are_named_and_not_cut(hub) {
        let date = hub.offer(Plan::seats(12).asking(questions())).await;
        let (name, text) = ("ä".repeat(121), "ß".repeat(501));
        let form = hub.form_for("Anna", &date).await.with("name", &name).with("note", &text).with("answer-0", &text).with("answer-1", "eigenes").with("answer-2", "1").with("phone", &"1".repeat(41));
        let answer = hub.submit(&form).await;
        points_to_the_flaws(&answer, &["name", "phone", "answer-0", "note"]);
        let back = answer.form("/registration");
        assert_eq!((back.value("name"), back.value("note")), (name.as_str(), text.as_str()));
    }

    async fn an_answer_that_was_not_offered_is_not_taken(hub) {
        let date = hub.offer(Plan::seats(12).asking(questions())).await;
        let form = hub.form_for("Anna", &date).await.with("answer-0", "x").with("answer-1", "gibt es nicht").with("answer-2", "1");
        points_to_the_flaws(&hub.submit(&form).await, &["answer-1"]);
    }

    async fn a_form_that_was_open_for_more_than_a_day_is_not_lost(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        let form = hub.form_for("Anna", &date).await;
        hub.advance_clock(24 * 60 - 1);
        let young = hub.submit(&form.clone().with("name", "")).await;
        points_to_the_flaws(&young, &["name"]);
        hub.advance_clock(1);
        let old = hub.submit(&form).await;
        old.is(422).says("Das Formular war lange geöffnet.").says("Ihre Angaben sind noch da.");
        let back = old.form("/registration");
        assert_eq!(back.value("name"), "Anna");
        hub.submit(&back).await.is(303);
    }

    async fn programs_that_fill_in_the_hidden_field_are_sent_away(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        let form = hub.form_for("Anna", &date).await.with("website", "https://example.org");
        hub.submit(&form).await.is(400);
        assert_eq!(hub.counts(&date).await.seated, 0);
    }

    async fn asking_for_links_without_an_address_says_what_to_do(hub) {
        let form = hub.get("/alpha/registrations").await.form("/registrations").with("email", "anna");
        points_to_the_flaws(&hub.submit(&form).await, &["email"]);
    }

    async fn forms_ask_only_for_a_name_and_one_way_to_reach_somebody(hub) {
        let date = hub.offer(Plan::seats(12)).await;
        let page = hub.get(&date.form()).await;
        assert_eq!(page.count("[required]"), 1, "only the name is always needed");
        for id in ["name", "email", "phone", "note", "companions"] {
            assert_eq!(page.count(&format!("label[for={id}]")), 1, "{id} has one label");
            assert_eq!(page.count(&format!("#{id}-h")), 1, "{id} says what it is for");
        }
    }
}

fn questions() -> Vec<Question> {
    let question = |label: &str, kind, choices: &[&str]| Question {
        label: label.to_owned(),
        help: "Damit wir uns vorbereiten.".to_owned(),
        kind,
        choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
        required: true,
    };
    vec![
        question("Welches Gerät?", QuestionKind::Text, &[]),
        question("Bringen Sie es mit?", QuestionKind::Choice, &["eigenes", "keines"]),
        question("Dürfen wir fotografieren?", QuestionKind::Yes, &[]),
    ]
}

/// 422, a summary that takes the focus and links each flawed field, and each field marked and described by the same words.
#[track_caller]
fn points_to_the_flaws(answer: &Answer, fields: &[&str]) {
    answer.is(422);
    let links = answer.all(".nabe-errs[role=alert][autofocus][tabindex='-1'] a", "href");
    assert_eq!(links, fields.iter().map(|field| format!("#{field}")).collect::<Vec<_>>(), "the summary links the fields: {}", answer.words());
    assert!(answer.text().contains("<title>Fehler: "), "the title says so");
    for field in fields {
        let marked = answer.count(&format!("#{field}[aria-invalid=true][aria-describedby~='{field}-e']"));
        assert_eq!(marked, 1, "{field} is marked and described by its error");
        assert_eq!(answer.count(&format!("#{field}-e.nabe-err")), 1, "{field} says what to do");
    }
    assert_eq!(answer.count("[aria-invalid=true]"), fields.len(), "nothing else is marked");
}
