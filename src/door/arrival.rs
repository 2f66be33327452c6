//! Where a request is going: which hub, which language, which page.

use axum::extract::Request;
use axum::http::uri::{PathAndQuery, Uri};
use axum::http::{Method, header};

use super::{Door, address};
use crate::app::App;
use crate::problem::Problem;
use crate::tenancy::{Links, Visit};
use crate::texts::{Lang, Texts};

/// A request that knows where it is going. Its address holds what `router.rs` names.
pub enum Arrival {
    /// A page of a hub; the visit is among its extensions.
    Hub(Visit, Request),
    /// A page of the installation.
    Installation(Request),
}

/// Finds hub and language: by the host name when it is a hub's own domain, else by the first part of the path.
pub async fn find(door: &Door, request: Request) -> Result<Arrival, Problem> {
    let app = &door.app;
    let path = super::strip(app.config().base_path(), request.uri().path()).ok_or(Problem::NotFound)?.to_owned();
    let (slug, rest) = split_first(&path);
    if matches!(slug, "health" | "metrics") {
        // Probes name whatever host they like, and are answered also when no database could say whose it is.
        return installation(app, request, &path);
    }
    let host = host_of(&request);
    if app.config().public_url.host_str().is_none_or(|own| own != host)
        && let Some(slug) = app.directory().slug_of_domain(&host).await?
    {
        let origin = format!("{}://{host}", app.config().public_url.scheme());
        return into_hub(app, request, &slug, origin, String::new(), &path).await;
    }
    if slug.is_empty() || is_of_installation(slug) {
        return installation(app, request, &path);
    }
    let base = format!("{}/{slug}", app.config().base_path());
    if rest.is_empty() && *request.method() == Method::GET {
        // `/grossroehrsdorf` is typed by hand; relative addresses need the slash.
        return into_hub(app, request, slug, app.config().origin(), base, "/").await;
    }
    into_hub(app, request, slug, app.config().origin(), base, rest).await
}

/// First parts of the addresses of a hub's own pages, and a language.
const PAGES: [&str; 6] = ["de", "events", "news", "pages", "registrations", "staff"];

/// What no new hub is called: the door would not find it, or nobody who hears the address would know what is meant.
pub fn is_reserved(word: &str) -> bool {
    is_of_installation(word) || PAGES.contains(&word)
}

/// First parts of paths that belong to the installation.
pub fn is_of_installation(word: &str) -> bool {
    matches!(
        word,
        "setup" | "sign-in" | "sign-out" | "hubs" | "health" | "metrics" | "assets" | "robots.txt" | "sitemap.xml" | "favicon.ico" | ".well-known" | "en"
    )
}

fn installation(app: &App, mut request: Request, path: &str) -> Result<Arrival, Problem> {
    let client = address::client(&request, &app.config().trusted_proxies);
    request.extensions_mut().insert(client);
    *request.uri_mut() = rewritten(request.uri(), path)?;
    Ok(Arrival::Installation(request))
}

async fn into_hub(app: &App, mut request: Request, slug: &str, origin: String, base: String, path: &str) -> Result<Arrival, Problem> {
    let Some(hub) = app.directory().by_slug(slug).await? else {
        return Err(Problem::NotFound);
    };
    let (lang, path) = match split_first(path) {
        ("en", "") => (Lang::En, "/"),
        ("en", rest) => (Lang::En, rest),
        _ => (Lang::De, path),
    };
    let visit = Visit {
        app: app.clone(),
        hub,
        t: Texts { lang },
        links: Links::new(origin, base, lang),
        now: app.clock().now(),
        client: address::client(&request, &app.config().trusted_proxies),
        path: path.into(),
        query: request.uri().query().unwrap_or_default().into(),
    };
    *request.uri_mut() = rewritten(request.uri(), path)?;
    request.extensions_mut().insert(visit.clone());
    Ok(Arrival::Hub(visit, request))
}

/// `/a/b/c` becomes `("a", "/b/c")`.
fn split_first(path: &str) -> (&str, &str) {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.find('/').map_or((path, ""), |slash| path.split_at(slash))
}

fn rewritten(uri: &Uri, path: &str) -> Result<Uri, Problem> {
    let text = uri.query().map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
    let target: PathAndQuery = text.parse().map_err(|_| Problem::NotFound)?;
    Ok(Uri::from(target))
}

/// The host name that was asked for, lower case, without a port.
pub fn host_of(request: &Request) -> String {
    let host = request.headers().get(header::HOST).and_then(|value| value.to_str().ok()).or_else(|| request.uri().host()).unwrap_or_default();
    let name = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit())).map_or(host, |(name, _)| name);
    name.to_ascii_lowercase()
}
