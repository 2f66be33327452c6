//! Who may do what, on every route that the source names: roles by routes by hubs, forms that are not ours, headers of every answer.

use axum::body::Body;
use axum::http::Method;
use nabe::auth::Role;
use nabe::problem::Problem;

use crate::signing_in::{session_key, token_for};
use crate::support::{Answer, Plan, Route, TestHub, filled, ids_of, journeys, request, routes};

const PASSWORD: &str = "drei alte Apfelbäume";
/// What a helper may do, of the dates of today.
const FOR_HELPERS: [&str; 10] = [
    "GET /staff",
    "GET /staff/account",
    "POST /staff/account/password",
    "GET /staff/check-in",
    "POST /staff/check-in",
    "POST /staff/walk-ins",
    "GET /staff/events/{event}/{date}/participants",
    "POST /staff/events/{event}/{date}/participants",
    "GET /staff/events/{event}/{date}/participants/sheet",
    "POST /staff/registrations/{id}/attendance",
];
/// What these look for is named by a field of the form, or is not there yet.
const NAMES_MORE: [&str; 5] = ["/registrations/{id}/date", "/picture", "/pictures/{picture}", "/removal", "/certificate.pdf"];
/// Answers to people who typed what is not in the form, where a form of ours would be sent back filled in.
const KEEPS_WHAT_WAS_TYPED: &str = "/registration";

/// The lowest role that may. Whatever stands below `/staff` is for staff, below `/staff/hub` for the lead, unless it says otherwise.
fn least(route: &Route) -> Role {
    let name = format!("{} {}", if route.posts { "POST" } else { "GET" }, route.path);
    match route.path.as_str() {
        _ if FOR_HELPERS.contains(&name.as_str()) => Role::Helper,
        // Reported barriers are answered by whoever works here.
        path if path.starts_with("/staff/hub/barriers") => Role::Staff,
        // The programme is made by whoever works here, whoever keeps it first.
        path if path.starts_with("/staff/hub/calendars") => Role::Staff,
        // The mail server belongs to the installation.
        path if path.starts_with("/staff/hub/mail") && route.posts => Role::Operator,
        path if path == "/staff/hub" || path.starts_with("/staff/hub/") => Role::Lead,
        _ => Role::Staff,
    }
}

/// Somebody who works in a hub, as a cookie.
struct Worker {
    role: Role,
    token: String,
}

async fn worker(hub: &TestHub, place: &'static str, role: Role) -> Worker {
    let email: &'static str = match (place, role) {
        ("alpha", Role::Helper) => "helper@example.org",
        ("alpha", Role::Staff) => "staff@example.org",
        ("alpha", Role::Lead) => "lead@example.org",
        (_, Role::Operator) => "operator@example.org",
        _ => "elsewhere@example.org",
    };
    if role == Role::Operator {
        hub.operator(email, PASSWORD).await;
    } else {
        hub.account(email, PASSWORD, Some((place, role))).await;
    }
    Worker { role, token: token_for(hub, place, email, PASSWORD).await }
}

async fn ask(hub: &TestHub, worker: &Worker, route: &Route, path: &str) -> Answer {
    let cookie = format!("__Host-nabe={}", worker.token);
    let headers = [("cookie", cookie.as_str())];
    if route.posts {
        let key = session_key(hub, &worker.token);
        // There is no mail server in the tests: a link to set a password is handed over on paper.
        hub.post_with(path, &[("key", &key), ("came", "yes"), ("way", "paper")], &headers).await
    } else {
        hub.get_with(path, &headers).await
    }
}

/// Whether a page below `/staff` is for people who have not signed in.
fn is_for_guests(route: &Route) -> bool {
    ["/staff/sign-", "/staff/password/"].iter().any(|start| route.path.starts_with(start))
}

fn of_staff() -> Vec<Route> {
    let all: Vec<Route> = routes().into_iter().filter(|route| route.path == "/staff" || route.path.starts_with("/staff/")).collect();
    all.into_iter().filter(|route| !is_for_guests(route)).collect()
}

journeys! {
    async fn every_role_may_on_every_route_what_it_is_for_and_no_more(hub) {
        let mut workers = Vec::new();
        for role in [Role::Helper, Role::Staff, Role::Lead, Role::Operator] {
            workers.push(worker(&hub, "alpha", role).await);
        }
        let foreign = worker(&hub, "beta", Role::Lead).await;
        let mut asked = 0;
        for route in of_staff() {
            for worker in &workers {
                // What a button does may take the thing away: everybody gets one of their own, of today, so that helpers see it.
                let date = hub.offer(Plan::seats(5).on_days(&[jiff::civil::date(2026, 12, 1)])).await;
                let guest = hub.register(&format!("Anna {asked}"), &date).await;
                let ids = ids_of(&hub, &date, &guest).await;
                let path = filled(&route.path, &ids);
                ask(&hub, &foreign, &route, &format!("/alpha{path}")).await.is(404);
                let status = ask(&hub, worker, &route, &format!("/alpha{path}")).await.status.as_u16();
                let may = worker.role >= least(&route);
                assert_eq!(status != 403, may, "{route:?} as {:?} answers {status}", worker.role);
                let missing = status == 404 && !NAMES_MORE.iter().any(|end| route.path.ends_with(end));
                assert!(!(may && missing), "{route:?} as {:?} finds nothing", worker.role);
                asked += 1;
            }
        }
        println!("{asked} times a role asked a route");
        assert!(asked >= 160, "{asked}");
    }

    async fn no_post_is_taken_without_a_key_or_from_another_site_on_any_route(hub) {
        let lena = worker(&hub, "alpha", Role::Operator).await;
        let date = hub.offer(Plan::seats(5)).await;
        let guest = hub.register("Anna", &date).await;
        let ids = ids_of(&hub, &date, &guest).await;
        let before = (hub.booking(&guest).await, hub.counts(&date).await);
        let cookie = format!("__Host-nabe={}", lena.token);
        let (mut asked, posts) = (0, routes().into_iter().filter(|route| route.posts));
        for route in posts {
            let path = format!("/alpha{}", filled(&route.path, &ids));
            let key = if route.path.starts_with("/staff") && (!is_for_guests(&route) || route.path == "/staff/sign-out") { session_key(&hub, &lena.token) } else { hub.guest_key() };
            let fields = [("key", key.as_str()), ("email", "a@example.org"), ("name", "Mallory"), ("seats", "2"), ("came", "yes")];
            for (name, value) in [("origin", "https://evil.example"), ("origin", "null"), ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site")] {
                hub.post_with(&path, &fields, &[("cookie", &cookie), (name, value)]).await.is(403);
            }
            for key in ["", "x", nabe::keys::Keys::new(&[7; 32]).form(b"guest", hub.now()).as_str()] {
                let answer = hub.post_with(&path, &[("key", key), ("name", "Mallory"), ("email", "m@example.org"), ("seats", "2")], &[("cookie", &cookie)]).await;
                let status = answer.status.as_u16();
                let comes_back = status == 422 && route.path.ends_with(KEEPS_WHAT_WAS_TYPED);
                // A form with a file is read only after its key.
                let unread = status == 400 && route.path.ends_with("/picture");
                assert!(status == 403 || comes_back || unread, "{route:?} with the key “{key}” answers {status}");
            }
            asked += 1;
        }
        println!("{asked} routes that take posts");
        assert!(asked >= 35, "{asked}");
        assert_eq!(before, (hub.booking(&guest).await, hub.counts(&date).await));
    }

    async fn looking_changes_nothing_on_any_route(hub) {
        let lena = worker(&hub, "alpha", Role::Operator).await;
        let date = hub.offer(Plan::seats(5)).await;
        let guest = hub.register("Anna", &date).await;
        let ids = ids_of(&hub, &date, &guest).await;
        let before = (hub.booking(&guest).await, hub.counts(&date).await);
        let cookie = format!("__Host-nabe={}", lena.token);
        for route in routes() {
            let first = route.path.split('/').nth(1).unwrap_or_default();
            let at = if nabe::door::is_of_installation(first) { "" } else { "/alpha" };
            let path = format!("{at}{}", filled(&route.path, &ids));
            for method in [Method::GET, Method::HEAD] {
                let sent = request(method, &format!("{path}?key={}&came=yes&seats=3&name=x", session_key(&hub, &lena.token)), &[("cookie", &cookie)]).body(Body::empty());
                let status = hub.send(sent.unwrap()).await.status.as_u16();
                let only_posts = !routes().iter().any(|other| other.path == route.path && !other.posts);
                assert_eq!(status == 405, only_posts, "{route:?}: {status}");
            }
            for method in [Method::PUT, Method::DELETE, Method::PATCH] {
                hub.send(request(method, &path, &[("cookie", &cookie)]).body(Body::empty()).unwrap()).await.is(405);
            }
        }
        assert_eq!(before, (hub.booking(&guest).await, hub.counts(&date).await));
    }

    async fn every_page_of_the_staff_is_kept_by_nobody_and_asks_no_other_host(hub) {
        let lena = worker(&hub, "alpha", Role::Operator).await;
        let date = hub.offer(Plan::seats(5)).await;
        let guest = hub.register("Anna", &date).await;
        let ids = ids_of(&hub, &date, &guest).await;
        for route in of_staff().into_iter().filter(|route| !route.posts) {
            let answer = ask(&hub, &lena, &route, &format!("/alpha{}", filled(&route.path, &ids))).await;
            assert_eq!((answer.header("cache-control"), answer.header("etag")), ("no-store", ""), "{route:?}");
            for (element, attribute) in [("link", "href"), ("img", "src"), ("use", "href"), ("source", "srcset"), ("form", "action"), ("button", "formaction")] {
                for address in answer.all(element, attribute) {
                    assert!(address.starts_with('/') && !address.starts_with("//"), "{route:?}: <{element}> asks {address}");
                }
            }
        }
    }

    /// The door in front of a page that breaks: the headers are there all the same. Other statuses are seen in `trust.rs`.
    async fn an_answer_that_is_our_fault_carries_the_headers_too(hub) {
        let broken = axum::Router::new().route("/", axum::routing::get(|| async { Problem::Broken("on purpose".to_owned()) }));
        let service = nabe::door::service(nabe::door::Door { app: hub.app().clone(), hub: broken.clone(), installation: broken });
        for path in ["/alpha/", "/"] {
            let sent = request(Method::GET, path, &[]).body(Body::empty()).unwrap();
            let Ok(response) = tower::ServiceExt::oneshot(service.clone(), sent).await;
            let answer = Answer::read(path.to_owned(), response).await;
            answer.is(500).does_not_say("on purpose");
            answer.carries_the_headers();
            assert_eq!(answer.header("cache-control"), "no-store");
        }
    }

    async fn names_below_ours_are_bound_to_https_and_those_below_a_domain_of_a_hub_are_not(hub) {
        let own = hub.get("/alpha/").await;
        assert_eq!(own.header("strict-transport-security"), "max-age=31536000; includeSubDomains");
        let sent = axum::http::Request::builder().uri("/alpha/").header("host", "werkstatt.example.org").body(Body::empty()).unwrap();
        assert_eq!(hub.send(sent).await.header("strict-transport-security"), "max-age=31536000");
    }
}
