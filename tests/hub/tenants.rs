//! What belongs to one hub is not found under another, on any page (ASVS 5.0, 8.4.1).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use nabe::auth::Role;
use nabe::bookings::Counts;

use crate::signing_in::{session_key, token_for};
use crate::support::{Plan, journeys};

const PASSWORD: &str = "drei alte Apfelbäume";

journeys! {
    /// Reads the routes out of the source, so that a new page with an id cannot be forgotten.
    async fn nothing_of_beta_is_found_under_alpha_on_any_page(hub) {
        let own = hub.offer(Plan::seats(5)).await;
        let foreign = hub.offer(Plan::seats(5).in_hub("beta")).await;
        let guest = hub.register("Berta", &foreign).await;
        hub.account("a@example.org", PASSWORD, Some(("alpha", Role::Lead))).await;
        hub.account("b@example.org", PASSWORD, Some(("beta", Role::Lead))).await;
        let (a, b) = (token_for(&hub, "a@example.org", PASSWORD).await, token_for(&hub, "b@example.org", PASSWORD).await);

        let ids = BTreeMap::from([
            ("event", foreign.slug.clone()),
            ("slug", foreign.slug.clone()),
            ("date", foreign.key.clone()),
            ("token", guest.token().to_owned()),
            ("id", foreign.id.to_string()),
            ("booking", guest.id(&hub).to_string()),
            ("registration", guest.id(&hub).to_string()),
            ("mailing", "0".repeat(64)),
            ("occurrence", foreign.id.to_string()),
        ]);
        let routes = routes_with_ids();
        assert!(routes.len() >= 9, "the routes were found: {routes:?}");
        let before = (hub.booking(&guest).await, hub.counts(&foreign).await);
        let mut asked = 0;
        for (n, Route { path, posts }) in routes.iter().enumerate() {
            let path = filled(path, &ids);
            let hub = hub.caller(u8::try_from(n).unwrap());
            let cookie = format!("__Host-nabe={a}");
            let under_alpha = format!("/alpha{path}");
            if *posts {
                let key = if path.starts_with("/staff") { session_key(&hub, &a) } else { hub.guest_key() };
                let fields = [("key", key.as_str()), ("name", "Mallory"), ("email", "m@example.org"), ("seats", "1"), ("date", &own.id.to_string())];
                hub.post_with(&under_alpha, &fields, &[("cookie", &cookie)]).await.is(404);
            } else {
                hub.get_with(&under_alpha, &[("cookie", &cookie)]).await.is(404);
                let there = hub.get_with(&format!("/beta{path}"), &[("cookie", &format!("__Host-nabe={b}"))]).await;
                let no_picture = path.ends_with("/picture");
                assert!(no_picture || there.status == 200, "the control: /beta{path} is there, but {}", there.status);
            }
            asked += 1;
        }
        println!("{asked} routes with ids asked under another hub");
        assert_eq!(before, (hub.booking(&guest).await, hub.counts(&foreign).await));
        assert_eq!(hub.counts(&own).await, Counts::default());
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
        hub.post("/alpha/registrations", &[("key", &hub.guest_key()), ("email", "anna@example.org")]).await.is(200);
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

/// One way to ask for something by its id.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Route {
    path: String,
    posts: bool,
}

/// All `.route("…{id}…", get(…).post(…))` of the source.
fn routes_with_ids() -> Vec<Route> {
    let mut routes = Vec::new();
    for file in source_files(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))) {
        let text = std::fs::read_to_string(file).unwrap();
        for rest in text.split(".route(").skip(1) {
            let Some(path) = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next()) else { continue };
            if !path.contains('{') {
                continue;
            }
            let methods = rest.split_once(path).unwrap().1.split([';', '}']).next().unwrap();
            for (method, posts) in [("get(", false), ("post(", true)] {
                if methods.contains(method) {
                    routes.push(Route { path: path.to_owned(), posts });
                }
            }
        }
    }
    routes.sort();
    routes.dedup();
    routes
}

fn source_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { source_files(&path) } else { vec![path] }).filter(|path| path.extension().is_some_and(|end| end == "rs")).collect()
}

/// The path with ids of beta. A placeholder nobody told us about fails: say here what of beta stands for it.
fn filled(path: &str, ids: &BTreeMap<&str, String>) -> String {
    let mut out = String::new();
    for part in path.split('/').skip(1) {
        out.push('/');
        match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            Some(name) => out.push_str(ids.get(name).unwrap_or_else(|| panic!("{path}: what of another hub stands for {{{name}}}? Add it to the matrix"))),
            None => out.push_str(part),
        }
    }
    out
}
