//! The installation's own front page: its hubs.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::store::{self, HubLine};
use crate::app::App;
use crate::db::Scope;
use crate::installation::store::is_empty;
use crate::problem::Problem;
use crate::ui::{Bare, Page, see_other};

#[derive(Template)]
#[template(path = "tenancy/hubs.html")]
struct HubsPage {
    bare: Bare,
    hubs: Vec<(String, String)>,
}

/// `GET /`: the hubs of the installation; with only one, that hub.
pub async fn hubs(State(app): State<App>) -> Result<Response, Problem> {
    let hubs = app.db().read(Scope::Installation, store::hubs).await?;
    if hubs.is_empty() && app.db().read(Scope::Installation, is_empty).await? {
        return Ok(see_other(&format!("{}/setup", app.config().base_path())));
    }
    if let [only] = hubs.as_slice() {
        return Ok(see_other(&address(&app, only)));
    }
    let page = HubsPage {
        bare: Bare::new(app.config().base_path(), app.front_hub().await.as_deref()),
        hubs: hubs.iter().map(|hub| (address(&app, hub), hub.name.clone())).collect(),
    };
    Ok(Page::personal(&page)?.into_response())
}

/// Always on our own host: a hub's own domain redirects nobody after a post.
fn address(app: &App, hub: &HubLine) -> String {
    format!("{}/{}/", app.config().base_path(), hub.slug)
}
