//! `/sitemap.xml` and `/robots.txt`: what search engines may fetch. Each hub has its own list of pages, the installation a list of
//! those lists; a hub's own domain says both for itself.

use std::fmt::Write as _;

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Scope, Tx};
use crate::problem::Problem;
use crate::tenancy::{Links, Visit, store, timestamp};
use crate::texts::Lang;

/// Pages of which search engines have no use, or that are nobody else's business: below each hub.
const NOT_FOR_ALL: [&str; 8] =
    ["/staff$", "/staff/", "/training/", "/registrations$", "/registrations/", "/registrations?", "/feedback/", "/events/*/registration"];
/// The same for the installation.
const NOT_OF_HUBS: [&str; 3] = ["/setup", "/health/", "/metrics"];
/// So long caches may answer for us.
const SHARED: &str = "public, max-age=900";

/// A page to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Path below the hub.
    pub path: String,
    /// Since when it reads as it does, where that is known.
    pub changed: Option<Instant>,
}

impl Listed {
    /// A page that is always there.
    pub fn always(path: &str) -> Self {
        Self { path: path.to_owned(), changed: None }
    }
}

/// Names the pages of a feature that everybody may read now.
pub type Listing = fn(&Tx<'_>, HubId, Instant) -> DbResult<Vec<Listed>>;

/// `GET /sitemap.xml` of a hub: each page in both languages, each naming the other.
pub async fn of_hub(visit: Visit, listings: &'static [Listing]) -> Result<Response, Problem> {
    let (hub, now) = (visit.hub.id, visit.now);
    let read = move |tx: &Tx<'_>| listings.iter().map(|listing| listing(tx, hub, now)).collect::<DbResult<Vec<_>>>();
    let pages = visit.app.read(hub, read).await?.concat();
    let links = [Lang::De, Lang::En].map(|lang| (lang.code(), Links::of(visit.app.config(), &visit.hub, lang)));
    let mut xml = String::with_capacity(pages.len() * 800 + 200);
    xml.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    for page in &pages {
        let addresses = links.each_ref().map(|(code, links)| (*code, escaped(&links.absolute(&page.path))));
        for (_, address) in &addresses {
            let _ = write!(xml, "<url><loc>{address}</loc>");
            if let Some(changed) = page.changed {
                let _ = write!(xml, "<lastmod>{}</lastmod>", timestamp(changed));
            }
            for (code, other) in &addresses {
                let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{other}\"/>");
            }
            xml.push_str("</url>\n");
        }
    }
    xml.push_str("</urlset>\n");
    Ok(file(xml, "application/xml; charset=utf-8"))
}

/// `GET /sitemap.xml` of the installation: the lists of its hubs. Those on a domain of their own say it there.
pub async fn of_installation(State(app): State<App>) -> Result<Response, Problem> {
    let hubs = app.db().read(Scope::Installation, store::hubs).await?;
    let at = format!("{}{}", app.config().origin(), app.config().base_path());
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".to_owned();
    for hub in hubs.iter().filter(|hub| hub.domain.is_none()) {
        let _ = writeln!(xml, "<sitemap><loc>{}/{}/sitemap.xml</loc></sitemap>", escaped(&at), hub.slug);
    }
    xml.push_str("</sitemapindex>\n");
    Ok(file(xml, "application/xml; charset=utf-8"))
}

/// `GET /robots.txt` on a hub's own domain.
pub fn robots_of_hub(visit: &Visit) -> Response {
    let links = Links::of(visit.app.config(), &visit.hub, Lang::De);
    let not = ["", "/en"].iter().flat_map(|before| NOT_FOR_ALL.iter().map(move |path| format!("{before}{path}")));
    robots(not, &links.absolute("/sitemap.xml"))
}

/// `GET /robots.txt` on the installation's own host.
pub fn robots_of_installation(app: &App) -> Response {
    let base = app.config().base_path();
    let below = |before: &'static str, paths: &'static [&str]| paths.iter().map(move |path| format!("{base}{before}{path}"));
    let not = below("/*", &NOT_FOR_ALL).chain(below("", &NOT_OF_HUBS));
    robots(not, &format!("{}{base}/sitemap.xml", app.config().origin()))
}

/// RFC 9309.
fn robots(not: impl Iterator<Item = String>, sitemap: &str) -> Response {
    let rules: String = not.fold("User-agent: *\n".to_owned(), |rules, path| rules + "Disallow: " + &path + "\n");
    file(format!("{rules}\nSitemap: {sitemap}\n"), "text/plain; charset=utf-8")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn file(text: String, kind: &'static str) -> Response {
    let mut response = text.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(SHARED));
    response
}
