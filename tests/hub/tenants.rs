//! What belongs to one hub is not found under another, on any page (ASVS 5.0, 8.4.1).

use nabe::auth::Role;
use nabe::bookings::Counts;

use crate::signing_in::{session_key, token_for};
use crate::support::{Plan, Route, filled, ids_of, journeys, routes};

const PASSWORD: &str = "drei alte Apfelbäume";
/// What a helper may open, of the dates of today.
const FOR_HELPERS: [&str; 10] = [
    "GET /staff",
    "GET /staff/account",
    "POST /staff/account/password",
    "GET /staff/check-in",
    "POST /staff/check-in",
    "GET /staff/events/{event}/{date}/participants",
    "POST /staff/events/{event}/{date}/participants",
    "GET /staff/events/{event}/{date}/participants/sheet",
    "POST /staff/registrations/{id}/attendance",
    "POST /staff/walk-ins",
];

journeys! {
    /// Reads the routes out of the source, so that a new page with an id cannot be forgotten.
    async fn nothing_of_beta_is_found_under_alpha_on_any_page(hub) {
        let own = hub.offer(Plan::seats(5)).await;
        let foreign = hub.offer(Plan::seats(5).in_hub("beta")).await;
        let guest = hub.register("Berta", &foreign).await;
        let ids = ids_of(&hub, &foreign, &guest).await;
        hub.account("a@example.org", PASSWORD, Some(("alpha", Role::Lead))).await;
        hub.account("b@example.org", PASSWORD, Some(("beta", Role::Lead))).await;
        let (a, b) = (token_for(&hub, "alpha", "a@example.org", PASSWORD).await, token_for(&hub, "beta", "b@example.org", PASSWORD).await);
        let routes: Vec<_> = routes().into_iter().filter(|route| route.path.contains('{')).collect();
        assert!(routes.len() >= 40, "the routes were found: {routes:?}");
        let before = (hub.booking(&guest).await, hub.counts(&foreign).await);
        for (n, Route { path, posts }) in routes.iter().enumerate() {
            let path = filled(path, &ids);
            let hub = hub.caller(u8::try_from(n).unwrap());
            let (under_alpha, cookie) = (format!("/alpha{path}"), format!("__Host-nabe={a}"));
            if *posts {
                let key = if path.starts_with("/staff") { session_key(&hub, &a) } else { hub.guest_key() };
                let fields = [("key", key.as_str()), ("name", "Mallory"), ("email", "m@example.org"), ("seats", "1"), ("date", &own.id.to_string())];
                let answer = hub.post_with(&under_alpha, &fields, &[("cookie", &cookie)]).await;
                // Whoever removes twice what has a name of its own is told the same twice; that nothing went is looked at below. A pass
                // that does not open leads to where one asks for another.
                let is_sent_on = path.ends_with("/partners/verein/removal") || path.starts_with("/training/");
                answer.is(if is_sent_on { 303 } else { 404 });
            } else {
                let answer = hub.get_with(&under_alpha, &[("cookie", &cookie)]).await;
                // A sheet of colours follows from its address alone: it is nobody's. A pass that does not open leads to where one asks for another.
                match answer.status.as_u16() {
                    200 if path.starts_with("/theme/17479e-") => {}
                    303 if path.starts_with("/training/") => assert!(answer.location().starts_with("/alpha/training"), "{}", answer.location()),
                    status => assert_eq!(status, 404, "{under_alpha}"),
                }
                let there = hub.get_with(&format!("/beta{path}"), &[("cookie", &format!("__Host-nabe={b}"))]).await;
                // There is no picture, no certificate before somebody was there, and the prepared pages are drafts.
                let is_missing = path.contains("/picture") || path.ends_with("/certificate.pdf") || path.starts_with("/pages/") || path.starts_with("/news/")
                    // The course is for everybody, so no pass leads to it; `closed_courses.rs` has that control.
                    || path.starts_with("/training/") && path.contains("/kurs");
                // The terms of members lead back where a course is for everybody.
                let is_there = there.status == 200 || (path.ends_with("/training") && there.status == 303);
                assert!(is_missing || is_there, "the control: /beta{path} is there, but {}", there.status);
            }
        }
        hub.get_with("/beta/staff/hub/partners/verein", &[("cookie", &format!("__Host-nabe={b}"))]).await.is(200);
        println!("{} routes with ids asked under another hub", routes.len());
        assert_eq!(before, (hub.booking(&guest).await, hub.counts(&foreign).await));
        assert_eq!(hub.counts(&own).await, Counts::default());
    }

    async fn no_page_of_the_staff_opens_to_somebody_who_has_not_signed_in_or_works_elsewhere(hub) {
        let today = jiff::civil::date(2026, 12, 1);
        let date = hub.offer(Plan::seats(5).on_days(&[today])).await;
        let later = hub.offer(Plan::seats(5)).await;
        let guest = hub.register("Anna", &date).await;
        let ids = ids_of(&hub, &date, &guest).await;
        let other = hub.register("Ben", &later).await;
        let ids_later = ids_of(&hub, &later, &other).await;
        hub.account("b@example.org", PASSWORD, Some(("beta", Role::Lead))).await;
        hub.account("h@example.org", PASSWORD, Some(("alpha", Role::Helper))).await;
        let (elsewhere, helper) = (token_for(&hub, "beta", "b@example.org", PASSWORD).await, token_for(&hub, "alpha", "h@example.org", PASSWORD).await);
        let before = (hub.booking(&guest).await, hub.counts(&date).await);
        let (mut asked, mut open_to_helpers) = (0, Vec::new());
        for Route { path, posts } in routes().into_iter().filter(|route| route.path.starts_with("/staff") && !route.path.starts_with("/staff/sign-") && !route.path.starts_with("/staff/password/")) {
            let full = format!("/alpha{}", filled(&path, &ids));
            let ask_at = async |full: &str, token: &str| {
                let key = session_key(&hub, token);
                let cookie = format!("__Host-nabe={token}");
                let headers = [("cookie", cookie.as_str())];
                if posts { hub.post_with(full, &[("key", &key)], &headers).await } else { hub.get_with(full, &headers).await }
            };
            let ask = async |token: &str| ask_at(&full, token).await;
            for stranger in ["", "AAAA"] {
                assert!(ask(stranger).await.location().starts_with("/alpha/staff/sign-in?to="), "{full}");
            }
            ask(&elsewhere).await.is(404);
            if ask(&helper).await.status != 403 {
                open_to_helpers.push(format!("{} {path}", if posts { "POST" } else { "GET" }));
            }
            if path.contains('{') {
                ask_at(&format!("/alpha{}", filled(&path, &ids_later)), &helper).await.is(403);
            }
            asked += 1;
        }
        println!("{asked} routes of the staff; open to helpers: {open_to_helpers:?}");
        assert!(asked >= 30, "{asked}");
        assert_eq!(open_to_helpers, FOR_HELPERS, "helpers see the lists of today and note who came, no more");
        assert_eq!(before, (hub.booking(&guest).await, hub.counts(&date).await));
    }

    async fn a_seat_of_one_hub_cannot_be_moved_to_a_date_of_another(hub) {
        let own = hub.offer(Plan::seats(5)).await;
        let foreign = hub.offer(Plan::seats(5).in_hub("beta")).await;
        let guest = hub.register("Berta", &foreign).await;
        let fields = [("key", hub.guest_key()), ("date", own.id.to_string())];
        hub.post(&format!("{}/date", guest.page), &fields.each_ref().map(|(name, value)| (*name, value.as_str()))).await.is(404);
        assert_eq!(hub.counts(&own).await.seated, 0);
    }

    async fn a_key_of_one_form_books_once_in_each_hub_at_most(hub) {
        let (one, other) = (hub.offer(Plan::seats(5)).await, hub.offer(Plan::seats(5).in_hub("beta")).await);
        let key = hub.guest_key();
        for date in [&one, &other, &one, &other] {
            let form = hub.stale_form_for("Anna", date).with("key", &key);
            let answer = hub.submit(&form).await;
            assert!(answer.location().starts_with(&format!("/{}/registrations/", date.hub)));
        }
        assert_eq!((hub.counts(&one).await.seated, hub.counts(&other).await.seated), (1, 1));
    }

    async fn links_by_mail_tell_of_one_hub_only(hub) {
        let (one, other) = (hub.offer(Plan::seats(5)).await, hub.offer(Plan::seats(5).in_hub("beta")).await);
        hub.register("Anna", &one).await;
        hub.register("Anna", &other).await;
        hub.mails().await;
        hub.post("/alpha/registrations", &[("key", &hub.guest_key()), ("email", "anna@example.org")]).await.is(303);
        let mails = hub.mails().await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].links().iter().all(|link| link.starts_with("/alpha/")));
    }

    async fn a_draft_is_not_found_by_anybody(hub) {
        let date = hub.offer(Plan { state: nabe::features::events::State::Draft, ..Plan::seats(5) }).await;
        hub.get(&date.page()).await.is(404);
        hub.get(&date.form()).await.is(404);
        hub.get(&format!("{}/calendar.ics", date.page())).await.is(404);
        hub.submit(&hub.stale_form_for("Anna", &date)).await.is(404);
        hub.get("/alpha/events").await.does_not_say("Sicher im Netz");
    }
}
