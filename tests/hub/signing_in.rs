//! Staff come in, go out, and are kept out.

use axum::http::header;
use nabe::auth::{self, Role};
use nabe::db::Scope;
use nabe::keys::digest;

use crate::support::{Answer, TestHub, journeys};

const EMAIL: &str = "lena@example.org";
const PASSWORD: &str = "drei alte Apfelbäume";

journeys! {
    async fn the_right_password_opens_and_signing_out_closes(hub) {
        hub.account(EMAIL, PASSWORD, Some(("alpha", Role::Lead))).await;
        let answer = sign_in(&hub, EMAIL, PASSWORD).await;
        assert_eq!(answer.location(), "/alpha/staff");
        let cookie = answer.header("set-cookie").to_owned();
        for part in ["__Host-nabe=", "; Path=/", "; HttpOnly", "; Secure", "; SameSite=Lax"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        assert!(!cookie.to_lowercase().contains("domain="), "{cookie}");
        let token = token_of(&answer);
        assert!(token.len() >= 43, "256 bits");
        assert!(is_signed_in(&hub, "alpha", &token).await);

        let out = sign_out(&hub, &token).await;
        assert_eq!(out.location(), "/alpha/");
        assert_eq!(out.header("clear-site-data"), "\"cache\", \"cookies\", \"storage\"");
        assert!(out.header("set-cookie").contains("__Host-nabe=;") && out.header("set-cookie").contains("Max-Age=0"));
        assert!(!is_signed_in(&hub, "alpha", &token).await, "the token is worth nothing any more");
    }

    async fn a_wrong_password_says_no_more_than_a_wrong_address(hub) {
        hub.account(EMAIL, PASSWORD, Some(("alpha", Role::Lead))).await;
        let wrong = sign_in(&hub, EMAIL, "drei alte Birnbäume").await;
        let unknown = sign_in(&hub, "niemand@example.org", PASSWORD).await;
        for answer in [&wrong, &unknown] {
            answer.is(422).says("Das hat nicht geklappt").says("Prüfen Sie E-Mail-Adresse und Passwort");
            assert_eq!(answer.header("set-cookie"), "");
            assert_eq!(answer.all(".nabe-errs[role=alert] a", "href"), ["#email"]);
            assert_eq!(answer.count("input[aria-invalid=true][aria-describedby]"), 2);
            assert!(answer.all("input[type=password]", "value").is_empty(), "a password is never sent back");
        }
        assert_eq!(wrong.words(), unknown.words());
    }

    async fn signing_in_gives_a_new_session_whatever_the_browser_brought(hub) {
        hub.account(EMAIL, PASSWORD, Some(("alpha", Role::Lead))).await;
        let planted = "A".repeat(43);
        let first = sign_in_with(&hub, EMAIL, PASSWORD, &planted).await;
        let first = token_of(&first);
        assert_ne!(first, planted);
        assert!(!is_signed_in(&hub, "alpha", &planted).await);
        let second = token_of(&sign_in_with(&hub, EMAIL, PASSWORD, &first).await);
        assert_ne!(second, first);
        assert!(is_signed_in(&hub, "alpha", &second).await);
        assert!(!is_signed_in(&hub, "alpha", &first).await, "the session before ends");
    }

    async fn a_session_ends_by_itself_after_a_day_off_and_after_a_week(hub) {
        hub.account(EMAIL, PASSWORD, Some(("alpha", Role::Lead))).await;
        let token = token_of(&sign_in(&hub, EMAIL, PASSWORD).await);
        hub.advance_clock(12 * 60 - 1);
        assert!(is_signed_in(&hub, "alpha", &token).await);
        hub.advance_clock(12 * 60);
        assert!(!is_signed_in(&hub, "alpha", &token).await, "twelve hours without a request");

        let token = token_of(&sign_in(&hub, EMAIL, PASSWORD).await);
        for _ in 0..16 {
            hub.advance_clock(10 * 60);
            assert!(is_signed_in(&hub, "alpha", &token).await);
        }
        hub.advance_clock(8 * 60);
        assert!(!is_signed_in(&hub, "alpha", &token).await, "seven days in any case");
    }

    async fn a_locked_account_is_out_at_once_and_stays_out(hub) {
        hub.account(EMAIL, PASSWORD, Some(("alpha", Role::Lead))).await;
        let token = token_of(&sign_in(&hub, EMAIL, PASSWORD).await);
        set_locked(&hub, true).await;
        assert!(!is_signed_in(&hub, "alpha", &token).await);
        sign_in(&hub, EMAIL, PASSWORD).await.is(422);
        set_locked(&hub, false).await;
        assert!(!is_signed_in(&hub, "alpha", &token).await, "the old session stays ended");
        sign_in(&hub, EMAIL, PASSWORD).await.is(303);
    }

    async fn a_new_password_ends_all_sessions(hub) {
        hub.account(EMAIL, PASSWORD, Some(("alpha", Role::Lead))).await;
        let token = token_of(&sign_in(&hub, EMAIL, PASSWORD).await);
        let hash = auth::hash_unchecked("vier junge Birnbäume").unwrap();
        hub.app().db().write(Scope::Installation, move |tx, _| auth::store::set_password(tx, EMAIL, &hash)).await.unwrap();
        assert!(!is_signed_in(&hub, "alpha", &token).await);
        sign_in(&hub, EMAIL, PASSWORD).await.is(422);
    }

    async fn guessing_passwords_is_stopped_per_account_and_a_success_forgets(hub) {
        hub.account(EMAIL, PASSWORD, Some(("alpha", Role::Lead))).await;
        for n in 0..7 {
            sign_in(&hub.caller(n), EMAIL, "falsch").await.is(422);
        }
        sign_in(&hub, EMAIL, PASSWORD).await.is(303);
        for n in 0..8 {
            sign_in(&hub.caller(n), "LENA@example.org", "falsch").await.is(422);
        }
        let stopped = sign_in(&hub.caller(99), EMAIL, PASSWORD).await;
        stopped.is(429).says("Warten Sie bitte zehn Minuten");
        hub.advance_clock(11);
        sign_in(&hub, EMAIL, PASSWORD).await.is(303);
    }

    async fn an_address_that_failed_too_often_waits_and_others_do_not(hub) {
        hub.account(EMAIL, PASSWORD, Some(("alpha", Role::Lead))).await;
        let guesser = hub.caller_at("2001:db8:1:2::5".parse().unwrap());
        for _ in 0..30 {
            guesser.get("/alpha/registrations/x").await.is(404);
        }
        let neighbour = hub.caller_at("2001:db8:1:2::77".parse().unwrap());
        sign_in(&neighbour, EMAIL, PASSWORD).await.is(429);
        let elsewhere = hub.caller_at("2001:db8:1:3::5".parse().unwrap());
        sign_in(&elsewhere, EMAIL, PASSWORD).await.is(303);
    }

    async fn after_signing_in_one_never_lands_on_another_site(hub) {
        hub.account(EMAIL, PASSWORD, Some(("alpha", Role::Lead))).await;
        for to in ["https://evil.example", "//evil.example", "/\\evil.example", "/staff//evil.example", "/staff/../../..//x", "/staff\\x", "staff", "/beta/staff", "/staff/sign-out", "/staff\r\nSet-Cookie: x=1", "/staff/ü", "/staff/\u{0}"] {
            let form = hub.get("/alpha/staff/sign-in").await.form("/staff/sign-in").with("email", EMAIL).with("password", PASSWORD).with("to", to);
            let answer = hub.submit(&form).await;
            let place = answer.location();
            assert!(place.starts_with("/alpha/staff") && !place.contains("//") && !place.contains('\\') && place.is_ascii(), "{to}: {place}");
        }
        let form = hub.get("/alpha/staff/sign-in?to=%2Fstaff%2Fevents").await.form("/staff/sign-in").with("email", EMAIL).with("password", PASSWORD);
        assert_eq!(hub.submit(&form).await.location(), "/alpha/staff/events");
    }

    async fn who_works_in_one_hub_finds_nothing_in_another(hub) {
        hub.account(EMAIL, PASSWORD, Some(("alpha", Role::Lead))).await;
        let token = token_of(&sign_in(&hub, EMAIL, PASSWORD).await);
        assert!(is_signed_in(&hub, "alpha", &token).await);
        let cookie = format!("__Host-nabe={token}");
        hub.post_with("/beta/staff/sign-out", &[("key", &session_key(&hub, &token))], &[("cookie", &cookie)]).await.is(404);
    }

    async fn a_form_of_one_session_is_worth_nothing_in_another(hub) {
        hub.account(EMAIL, PASSWORD, Some(("alpha", Role::Lead))).await;
        hub.account("maria@example.org", PASSWORD, Some(("alpha", Role::Lead))).await;
        let (lena, maria) = (token_of(&sign_in(&hub, EMAIL, PASSWORD).await), token_of(&sign_in(&hub, "maria@example.org", PASSWORD).await));
        for key in [session_key(&hub, &maria), hub.guest_key()] {
            hub.post_with("/alpha/staff/sign-out", &[("key", &key)], &[("cookie", &format!("__Host-nabe={lena}"))]).await.is(403);
        }
        assert!(is_signed_in(&hub, "alpha", &lena).await);
    }

    async fn ones_own_password_is_changed_by_who_knows_the_old_one_and_ends_all_other_sessions(hub) {
        hub.account(EMAIL, PASSWORD, Some(("alpha", Role::Helper))).await;
        let (here, elsewhere) = (token_of(&sign_in(&hub, EMAIL, PASSWORD).await), token_of(&sign_in(&hub, EMAIL, PASSWORD).await));
        let form = account(&hub, &here).await.says("an 2 Stellen angemeldet").form("/account/password");
        let new = "vier junge Birnbäume";
        let post = async |old: &str, new: &str, again: &str| {
            let form = form.clone().with("password", old).with("new", new).with("again", again);
            hub.submit_with(&form, &[("cookie", &format!("__Host-nabe={here}"))]).await
        };
        let cases = [
            ("falsch", new, new, vec!["#password"]),
            (PASSWORD, "kurz", "kurz", vec!["#new"]),
            (PASSWORD, "Passwort2026!", "Passwort2026!", vec!["#new"]),
            (PASSWORD, "lena@example.org 1", "lena@example.org 1", vec!["#new"]),
            (PASSWORD, new, "vier junge Birnbaume", vec!["#again"]),
            ("falsch", "", "", vec!["#password", "#new"]),
        ];
        for (old, new, again, flaws) in cases {
            let answer = post(old, new, again).await;
            assert_eq!(answer.is(422).all(".nabe-errs a", "href"), flaws, "{new}");
            assert!(answer.all("input[type=password]", "value").is_empty(), "a password is never sent back");
        }
        assert!(is_signed_in(&hub, "alpha", &elsewhere).await, "nothing was changed so far");
        for _ in 0..2 {
            assert_eq!(post(PASSWORD, new, new).await.location(), "/alpha/staff/account?done=password", "also when the form comes in twice");
        }
        assert!(is_signed_in(&hub, "alpha", &here).await);
        assert!(!is_signed_in(&hub, "alpha", &elsewhere).await);
        sign_in(&hub, EMAIL, PASSWORD).await.is(422);
        sign_in(&hub, EMAIL, new).await.is(303);
    }

    async fn the_old_password_cannot_be_guessed_on_the_page_of_the_account(hub) {
        hub.account(EMAIL, PASSWORD, Some(("alpha", Role::Staff))).await;
        let token = token_of(&sign_in(&hub, EMAIL, PASSWORD).await);
        let form = account(&hub, &token).await.form("/account/password").with("new", "vier junge Birnbäume").with("again", "vier junge Birnbäume");
        for n in 0..8 {
            hub.submit_with(&form.clone().with("password", &format!("falsch {n}")), &[("cookie", &format!("__Host-nabe={token}"))]).await.is(422);
        }
        hub.submit_with(&form.with("password", PASSWORD), &[("cookie", &format!("__Host-nabe={token}"))]).await.is(429);
    }

    async fn signing_out_everywhere_ends_every_session_of_the_account_and_of_nobody_else(hub) {
        hub.account(EMAIL, PASSWORD, Some(("alpha", Role::Staff))).await;
        hub.account("maria@example.org", PASSWORD, Some(("alpha", Role::Staff))).await;
        let (here, elsewhere) = (token_of(&sign_in(&hub, EMAIL, PASSWORD).await), token_of(&sign_in(&hub, EMAIL, PASSWORD).await));
        let maria = token_of(&sign_in(&hub, "maria@example.org", PASSWORD).await);
        let page = account(&hub, &here).await;
        let key = page.form("/account/password").value("key").to_owned();
        let out = hub.post_with("/alpha/staff/sign-out", &[("key", &key), ("everywhere", "1")], &[("cookie", &format!("__Host-nabe={here}"))]).await;
        assert_eq!(out.location(), "/alpha/");
        for token in [&here, &elsewhere] {
            assert!(!is_signed_in(&hub, "alpha", token).await);
        }
        assert!(is_signed_in(&hub, "alpha", &maria).await);
    }

    async fn who_works_in_several_hubs_changes_between_them(hub) {
        hub.account(EMAIL, PASSWORD, Some(("alpha", Role::Staff))).await;
        let token = token_of(&sign_in(&hub, EMAIL, PASSWORD).await);
        account(&hub, &token).await.does_not_say("Hub wechseln");
        let beta = hub.hub_id("beta");
        let given = hub.app().db().write(Scope::Installation, move |tx, _| {
            let account = auth::store::by_email(tx, EMAIL)?.map(|account| account.id);
            auth::store::set_role(tx, beta, account.unwrap(), Role::Helper)
        });
        given.await.unwrap();
        let page = account(&hub, &token).await;
        page.says("Hub wechseln").says("Hilfe (Liste des Tages)");
        assert_eq!(page.all(".nabe-pick a", "href"), ["/beta/staff"]);
        hub.get_with("/beta/staff", &[("cookie", &format!("__Host-nabe={token}"))]).await.is(200);
        hub.get_with("/beta/staff/events", &[("cookie", &format!("__Host-nabe={token}"))]).await.is(403);
    }

    async fn who_signs_in_at_the_wrong_hub_is_led_to_their_own(hub) {
        hub.account(EMAIL, PASSWORD, Some(("beta", Role::Staff))).await;
        hub.account("niemand@example.org", PASSWORD, None).await;
        assert_eq!(sign_in(&hub, EMAIL, PASSWORD).await.location(), "/beta/staff");
        let nowhere = sign_in(&hub, "niemand@example.org", PASSWORD).await;
        nowhere.is(422).says("noch in keinem Hub eine Aufgabe");
        assert_eq!(nowhere.header("set-cookie"), "");
    }

    async fn guesses_sent_at_the_same_time_are_counted_like_guesses_one_after_the_other(hub) {
        hub.account(EMAIL, PASSWORD, Some(("alpha", Role::Staff))).await;
        let form = hub.get("/alpha/staff/sign-in").await.form("/staff/sign-in").with("email", EMAIL).with("password", "falsch");
        let mut guesses = tokio::task::JoinSet::new();
        for n in 0..40 {
            let (hub, form) = (hub.caller(n), form.clone());
            guesses.spawn(async move { hub.submit(&form).await.status.as_u16() });
        }
        let answers = guesses.join_all().await;
        let looked_at = answers.iter().filter(|status| **status == 422).count();
        assert!((8..=9).contains(&looked_at), "{answers:?}");
    }
}

async fn account(hub: &TestHub, token: &str) -> Answer {
    hub.get_with("/alpha/staff/account", &[("cookie", &format!("__Host-nabe={token}"))]).await
}

async fn sign_in(hub: &TestHub, email: &str, password: &str) -> Answer {
    sign_in_with(hub, email, password, "").await
}

async fn sign_in_with(hub: &TestHub, email: &str, password: &str, cookie: &str) -> Answer {
    let form = hub.get("/alpha/staff/sign-in").await.form("/staff/sign-in").with("email", email).with("password", password);
    hub.submit_with(&form, &[("cookie", &format!("__Host-nabe={cookie}"))]).await
}

async fn sign_out(hub: &TestHub, token: &str) -> Answer {
    let key = session_key(hub, token);
    hub.post_with("/alpha/staff/sign-out", &[("key", &key)], &[("cookie", &format!("__Host-nabe={token}"))]).await
}

/// The key that pages of this session carry.
pub fn session_key(hub: &TestHub, token: &str) -> String {
    hub.app().keys().form(&digest(&[b"session", token.as_bytes()]), hub.now()).as_str().to_owned()
}

fn token_of(answer: &Answer) -> String {
    assert_eq!(answer.status, 303);
    let cookie = answer.headers.get(header::SET_COOKIE).expect("a session begins").to_str().unwrap();
    cookie.split(['=', ';']).nth(1).unwrap().to_owned()
}

/// With a wrong key staff get a refusal, strangers the way to the sign-in page: a question that changes nothing.
async fn is_signed_in(hub: &TestHub, slug: &str, token: &str) -> bool {
    let answer = hub.post_with(&format!("/{slug}/staff/sign-out"), &[("key", "wrong")], &[("cookie", &format!("__Host-nabe={token}"))]).await;
    match answer.status.as_u16() {
        403 => true,
        303 => {
            assert!(answer.location().starts_with(&format!("/{slug}/staff/sign-in?to=")), "{}", answer.location());
            false
        }
        other => panic!("{other}"),
    }
}

async fn set_locked(hub: &TestHub, locked: bool) {
    hub.app().db().write(Scope::Installation, move |tx, _| auth::store::set_disabled(tx, EMAIL, locked)).await.unwrap();
}

/// Signs in to a hub and hands over the token, for other journeys.
pub async fn token_for(hub: &TestHub, slug: &str, email: &str, password: &str) -> String {
    let form = hub.get(&format!("/{slug}/staff/sign-in")).await.form("/staff/sign-in").with("email", email).with("password", password);
    token_of(&hub.submit(&form).await)
}
