//! Every URL. The door has taken hub and language out of the path before: `/grossroehrsdorf/en/events` arrives here as `/events`.

use axum::extract::State;
use axum::routing::get;
use axum::{Router, middleware};

use crate::app::App;
use crate::auth::{HubEntryOf, HubGroup};
use crate::door::sitemap::{self, Listing};
use crate::door::{self, Door};
use crate::features::{accessibility, events, hub, pages, partners, privacy, setup, start_page, statistics, theme, training};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::{auth, operation, tenancy};

/// What the lead finds on `/staff/hub` beyond the hub's own settings, in the order in which it stands there.
const HUB_ENTRIES: &[(HubGroup, HubEntryOf)] = &[
    (HubGroup::Seen, theme::entry),
    (HubGroup::Seen, start_page::entry),
    (HubGroup::Seen, partners::entry),
    (HubGroup::Shared, events::calendars_entry),
    (HubGroup::Shared, events::embed_entry),
    (HubGroup::Shared, training::organisations_entry),
    (HubGroup::Shared, training::cost_sharing_entry),
    (HubGroup::Run, statistics::entry),
    (HubGroup::Run, operation::page::entry),
    (HubGroup::Law, privacy::entry),
    (HubGroup::Law, accessibility::statement_entry),
    (HubGroup::Law, accessibility::barriers_entry),
];

/// Pages that search engines may show.
const LISTINGS: &[Listing] = &[events::listed, pages::listed, privacy::listed, accessibility::listed];

/// The whole service.
pub fn service(app: App) -> Router {
    door::service(Door { hub: hub_pages(), installation: installation_pages(app.clone()), app })
}

/// Pages of a hub, below its address.
fn hub_pages() -> Router {
    let features = Router::new()
        .merge(events::routes(pages::teasers))
        .merge(pages::routes())
        .merge(privacy::routes())
        .merge(theme::routes())
        .merge(partners::routes())
        .merge(start_page::routes(pages::ready))
        .merge(statistics::routes())
        .merge(accessibility::routes())
        .merge(training::routes())
        .merge(hub::routes(HUB_ENTRIES));
    let own = Router::new()
        .route("/staff/hub/backups", get(operation::page::show))
        .route("/sitemap.xml", get(|visit: Visit| sitemap::of_hub(visit, LISTINGS)))
        .route("/robots.txt", get(|visit: Visit| async move { sitemap::robots_of_hub(&visit) }))
        .route("/.well-known/security.txt", get(door::security_txt::of_hub));
    finish(features.merge(auth::routes()).merge(own))
}

/// Pages of the installation.
fn installation_pages(app: App) -> Router {
    let operation =
        Router::new().route("/health/live", get(operation::live)).route("/health/ready", get(operation::ready)).route("/metrics", get(operation::metrics));
    let own = Router::new()
        .route("/", get(tenancy::pages::hubs))
        .route("/sitemap.xml", get(sitemap::of_installation))
        .route("/robots.txt", get(|State(app): State<App>| async move { sitemap::robots_of_installation(&app) }))
        .route("/.well-known/security.txt", get(door::security_txt::of_installation));
    finish(own.merge(operation).merge(setup::routes()).with_state(app))
}

fn finish(router: Router) -> Router {
    router.route_layer(middleware::from_fn(door::note_route)).fallback(|| async { Problem::NotFound }).method_not_allowed_fallback(|| async { Problem::Method })
}
