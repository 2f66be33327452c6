//! What belongs to one hub is not found under another, on any page (ASVS 5.0, 8.4.1).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use nabe::auth::Role;
use nabe::bookings::Counts;
use nabe::clock::Instant;
use nabe::db::{DbResult, HubId, Tx};
use nabe::mail::outbox;

use crate::signing_in::{session_key, token_for};
use crate::support::{Date, Guest, Plan, TestHub, journeys};

const PASSWORD: &str = "drei alte Apfelbäume";
/// What a helper may open, of the dates of today.
const FOR_HELPERS: [&str; 5] = [
    "GET /staff",
    "GET /staff/events/{event}/{date}/participants",
    "POST /staff/events/{event}/{date}/participants",
    "GET /staff/events/{event}/{date}/participants/sheet",
    "POST /staff/registrations/{id}/attendance",
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
                hub.post_with(&under_alpha, &fields, &[("cookie", &cookie)]).await.is(404);
            } else {
                hub.get_with(&under_alpha, &[("cookie", &cookie)]).await.is(404);
                let there = hub.get_with(&format!("/beta{path}"), &[("cookie", &format!("__Host-nabe={b}"))]).await;
                let no_picture = path.contains("/picture");
                assert!(no_picture || there.status == 200, "the control: /beta{path} is there, but {}", there.status);
            }
        }
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

/// What belongs to a date and a guest, by the placeholders of the routes.
async fn ids_of(hub: &TestHub, date: &Date, guest: &Guest) -> BTreeMap<&'static str, String> {
    let mail = hub.write(date.hub, outbox::claim).await.remove(0);
    let parked = mail.id;
    hub.write(date.hub, move |tx, hub, now| outbox::failed(tx, hub, &mail, true, "refused", now)).await;
    let (site, account, link) = hub.write(date.hub, belonging).await;
    BTreeMap::from([
        ("site", site),
        ("password/token", hub.app().keys().link(nabe::auth::ACCESS, hub.hub_id(date.hub), link)),
        ("account", account),
        ("event", date.slug.clone()),
        ("date", date.key.clone()),
        ("token", guest.token().to_owned()),
        ("registrations/id", guest.id(hub).to_string()),
        ("mails/id", parked.to_string()),
        ("mailing", "once".to_owned()),
        ("picture/picture", parked.to_string()),
    ])
}

/// One way to ask for something.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Route {
    path: String,
    posts: bool,
}

/// All `.route(…, get(…).post(…))` of the source. Paths stand there as texts, as names of texts, or as formats of both.
fn routes() -> Vec<Route> {
    let mut routes = Vec::new();
    for file in source_files(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))) {
        let text = std::fs::read_to_string(file).unwrap();
        let named: Vec<(&str, &str)> = text
            .lines()
            .filter_map(|line| line.trim().strip_prefix("let ")?.split_once(" = \"/"))
            .map(|(name, rest)| (name, rest.trim_end_matches("\";")))
            .collect();
        for call in text.split(".route(").skip(1) {
            let (path, methods) = call.trim_start().split_once(',').expect("a route has a path and methods");
            let path = match (path.strip_prefix('"'), path.strip_prefix("&format!(\"")) {
                (Some(text), _) => text.trim_end_matches('"').to_owned(),
                (_, Some(format)) => {
                    let whole = named
                        .iter()
                        .fold(format.trim_end_matches("\")").to_owned(), |path, (name, text)| path.replace(&format!("{{{name}}}"), &format!("/{text}")));
                    whole.replace("{{", "{").replace("}}", "}")
                }
                _ => named.iter().find(|(name, _)| *name == path).map_or_else(|| panic!("what is the path {path}?"), |(_, text)| format!("/{text}")),
            };
            let methods = methods.split([';', '}']).next().unwrap();
            let kinds = [("get(", false), ("post(", true)].into_iter().filter(|(method, _)| methods.contains(method));
            routes.extend(kinds.map(|(_, posts)| Route { path: path.clone(), posts }));
        }
    }
    routes.sort();
    routes.dedup();
    routes
}

fn source_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { source_files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .collect()
}

/// The path with ids. A placeholder nobody told us about fails: say in `ids_of` what stands for it.
fn filled(path: &str, ids: &BTreeMap<&str, String>) -> String {
    let parts: Vec<&str> = path.split('/').collect();
    let fill = |(n, part): (usize, &&str)| {
        let Some((name, end)) = part.strip_prefix('{').and_then(|part| part.split_once('}')) else { return (*part).to_owned() };
        let below = format!("{}/{name}", parts[n - 1]);
        let id =
            ids.get(below.as_str()).or_else(|| ids.get(name)).unwrap_or_else(|| panic!("{path}: what of a hub stands for {{{name}}}? Add it to the matrix"));
        format!("{id}{end}")
    };
    parts.iter().enumerate().map(fill).collect::<Vec<_>>().join("/")
}

/// The place of a hub, somebody who works only there, and their link to set a password.
fn belonging(tx: &Tx<'_>, hub: HubId, now: Instant) -> DbResult<(String, String, uuid::Uuid)> {
    let site = nabe::tenancy::store::places(tx, hub, jiff::civil::date(2026, 12, 1))?.0.remove(0).id;
    let email = format!("{}@example.org", nabe::ids::uuid_at(now).simple());
    let account = nabe::auth::store::insert(tx, &email, "Berta", "", false, now)?;
    nabe::auth::store::set_role(tx, hub, account, Role::Helper)?;
    let link = nabe::ids::uuid_at(now);
    nabe::auth::store::insert_access(tx, link, account, true, now)?;
    Ok((site.to_string(), account.to_string(), link))
}
