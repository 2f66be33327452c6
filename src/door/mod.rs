//! The door: every request comes in here and every answer leaves here.
//! Nouns: `Door`, `Patience` (how long a request may take to arrive), `Arrival` (where it is going), guard (who may post), headers.
//! URLs: all; takes hub and language out of the path, so that `router.rs` names each page once.
//! Invariants: a post from another site is refused; every answer carries the security headers; every problem becomes a page.
//! Must not know: any feature; the two routers are handed over.

mod address;
mod arrival;
mod connections;
mod guard;
mod headers;
pub mod security_txt;
pub mod sitemap;

use std::time::Instant as Ticks;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::app::App;
use crate::problem::Problem;
use crate::statistics;
use crate::tenancy::Visit;
use crate::ui::{self, Fresh, Kept};
use arrival::Arrival;
pub use arrival::{is_of_installation, is_reserved};
pub use connections::{Patience, serve};

/// The two routers behind the door.
#[derive(Clone)]
pub struct Door {
    /// The running program.
    pub app: App,
    /// Pages of a hub, with paths below the hub.
    pub hub: Router,
    /// Pages of the installation.
    pub installation: Router,
}

/// Marks an answer from the page cache, which no route was asked for.
#[derive(Clone, Copy)]
struct Cached;

/// The service that answers every request.
pub fn service(door: Door) -> Router {
    Router::new().fallback(enter).with_state(door)
}

/// For `route_layer`: notes which route answered, so that logs name routes and never addresses with tokens in them.
pub async fn note_route(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().cloned();
    let mut response = next.run(request).await;
    if let Some(route) = route {
        response.extensions_mut().insert(route);
    }
    response
}

async fn enter(State(door): State<Door>, request: Request) -> Response {
    let began = Ticks::now();
    let method = request.method().clone();
    let own_host = door.app.config().public_url.host_str().is_some_and(|own| own == arrival::host_of(&request));
    let path = strip(door.app.config().base_path(), request.uri().path());
    let asset = path.and_then(|path| ui::assets::serve(path, request.headers()));
    let is_asset = asset.is_some();
    let (mut response, hub) = match asset {
        Some(response) if guard::only_reads(&method) => (response, String::new()),
        Some(_) => (guard::only("GET, HEAD"), String::new()),
        // A tunnel is no page: nobody reads a body.
        None if method == Method::CONNECT => (guard::only("GET, HEAD, POST"), String::new()),
        None => admit(&door, request).await,
    };
    let framing = response.extensions_mut().remove::<ui::Framing>();
    headers::secure(door.app.config(), own_host, framing.as_ref(), response.headers_mut());
    let elsewhere = if is_asset {
        "/assets"
    } else if response.extensions().get::<Cached>().is_some() {
        "cache"
    } else {
        "-"
    };
    let route = response.extensions().get::<MatchedPath>().map_or(elsewhere, MatchedPath::as_str);
    let (status, took) = (response.status().as_u16(), began.elapsed());
    door.app.meters().answered(route, status, !guard::only_reads(&method), took);
    let micros = took.as_micros();
    tracing::info!(hub, %method, route, status, micros, "request");
    response
}

/// Finds hub and language, answers from the cache or by the router, and turns problems into pages.
async fn admit(door: &Door, request: Request) -> (Response, String) {
    let guarded = guard::post_is_ours(door.app.config(), &request);
    match arrival::find(door, request).await {
        Err(problem) => (problem_page(&outside(door).await, &problem), String::new()),
        Ok(Arrival::Installation(request)) => {
            let answer = if guarded { call(door.installation.clone(), request).await } else { Problem::Untrusted.into_response() };
            (finish(answer, None, door).await, String::new())
        }
        Ok(Arrival::Hub(visit, request)) => {
            let slug = visit.hub.slug.clone();
            let (method, agent) = (request.method().clone(), request.headers().get(header::USER_AGENT).cloned());
            let answer = if guarded { visit_hub(door, &visit, request).await } else { Problem::Untrusted.into_response() };
            if let Some(what) = statistics::of_answer(&method, &visit.path, answer.status(), agent.as_ref(), answer.headers()) {
                door.app.counters().count(visit.hub.id, &what);
            }
            (finish(answer, Some(&visit), door).await, slug)
        }
    }
}

async fn visit_hub(door: &Door, visit: &Visit, mut request: Request) -> Response {
    if visit.path.contains("%00") {
        // Nothing has a NUL in its name: one engine would look for it and the other fail.
        return Problem::NotFound.into_response();
    }
    let is_get = guard::only_reads(request.method());
    if is_get {
        // The head of a page is that of the whole page, and only whole pages are kept; the server leaves the body away.
        *request.method_mut() = Method::GET;
    }
    let wants = request.headers().clone();
    let page = visit.links.absolute(&visit.path);
    let filtered = format!("{page}?{}", visit.query);
    let version = door.app.version(visit.hub.id);
    if is_get && !wants_anew(&wants) {
        let pages = door.app.pages();
        if let Some(kept) = pages.get(&page, version, visit.now).or_else(|| pages.get(&filtered, version, visit.now)) {
            let mut response = from_cache(&kept, &wants);
            response.extensions_mut().insert(Cached);
            return response;
        }
    }
    let mut response = call(door.hub.clone(), request).await;
    let fresh = response.extensions_mut().remove::<Fresh>();
    let response_route = response.extensions().get::<MatchedPath>().cloned();
    match fresh {
        Some(fresh) if is_get && response.status() == StatusCode::OK => {
            let Ok(html) = collect(response.into_body()).await else { return Problem::Broken("a page broke off".to_owned()).into_response() };
            let key = if fresh.by_query { filtered } else { page };
            let kept = door.app.pages().keep(key, &html, version, fresh.until);
            let mut answer = from_cache(&kept, &wants);
            if let Some(route) = response_route {
                answer.extensions_mut().insert(route);
            }
            answer
        }
        _ => response,
    }
}

/// Whether the visitor pressed "reload" (RFC 9111, 5.2.1.4).
fn wants_anew(wants: &HeaderMap) -> bool {
    wants.get(header::CACHE_CONTROL).is_some_and(|value| value == "no-cache")
}

async fn call(router: Router, request: Request) -> Response {
    match router.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

async fn collect(body: Body) -> Result<Bytes, axum::Error> {
    body.collect().await.map(http_body_util::Collected::to_bytes)
}

fn from_cache(kept: &Kept, wants: &HeaderMap) -> Response {
    let accepted = wants.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let known = wants.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let same = known.split(',').any(|tag| tag.trim().trim_start_matches("W/") == kept.etag);
    let zipped = ui::assets::accepts(accepted, "gzip") && !kept.gzip().is_empty();
    let mut response = match (same, zipped) {
        (true, _) => StatusCode::NOT_MODIFIED.into_response(),
        (false, true) => kept.gzip().clone().into_response(),
        (false, false) => kept.plain.clone().into_response(),
    };
    let headers = response.headers_mut();
    if !same {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    }
    if zipped && !same {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(etag) = HeaderValue::from_str(&kept.etag) {
        headers.insert(header::ETAG, etag);
    }
    response
}

/// Turns an answer that carries a problem, or an empty refusal of the framework, into a page.
async fn finish(mut response: Response, visit: Option<&Visit>, door: &Door) -> Response {
    let problem = response.extensions_mut().remove::<Problem>().or_else(|| unworded(&response));
    match (problem, visit) {
        (Some(problem), Some(visit)) => problem_page(&ui::Place::Hub(visit), &problem),
        (Some(problem), None) => problem_page(&outside(door).await, &problem),
        (None, _) => response,
    }
}

/// Outside all hubs.
async fn outside(door: &Door) -> ui::Place<'static> {
    ui::Place::Outside { base: door.app.config().base_path().to_owned(), front_hub: door.app.front_hub().await }
}

/// Refusals of the framework carry a line of plain text in English: nothing for visitors.
fn unworded(response: &Response) -> Option<Problem> {
    let is_page = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| !kind.as_bytes().starts_with(b"text/plain"));
    match response.status() {
        _ if is_page => None,
        StatusCode::NOT_FOUND => Some(Problem::NotFound),
        StatusCode::METHOD_NOT_ALLOWED => Some(Problem::Method),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Problem::TooLarge),
        status if status.is_client_error() => Some(Problem::Unreadable("refused by the framework")),
        status if status.is_server_error() => Some(Problem::Broken("refused by the framework".to_owned())),
        _ => None,
    }
}

fn problem_page(place: &ui::Place<'_>, problem: &Problem) -> Response {
    let incident = match problem {
        Problem::Broken(reason) => {
            let number = uuid::Uuid::from_u128(u128::from_be_bytes(*crate::keys::Keys::random_bytes().first_chunk().unwrap_or(&[0; 16]))).simple().to_string();
            let number: String = number.chars().take(8).collect();
            tracing::error!(incident = number, reason, "a request failed");
            number
        }
        _ => String::new(),
    };
    let status = problem.status();
    let mut response = ui::error_page(place, problem, &incident).map_or_else(|_| status.into_response(), IntoResponse::into_response);
    if matches!(problem, Problem::Busy | Problem::Down | Problem::Unknown | Problem::TooMany) {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
    }
    response
}

/// The path below the proxy's prefix.
fn strip<'a>(base: &str, path: &'a str) -> Option<&'a str> {
    path.strip_prefix(base)
}
