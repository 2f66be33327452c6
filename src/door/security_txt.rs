//! `/.well-known/security.txt` (RFC 9116): where weaknesses are reported. On our own host and on every hub's own domain.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use booking::Span;
use jiff::Unit;

use crate::app::App;
use crate::problem::Problem;
use crate::tenancy::{Visit, timestamp};

/// For so long what it says may be relied on; RFC 9116, 2.5.5 recommends less than a year.
const GOOD_FOR: Span = Span::from_days(180);

/// On the installation's own host.
pub async fn of_installation(State(app): State<App>) -> Result<Response, Problem> {
    text(&app, &app.config().origin())
}

/// On a hub's own domain.
pub async fn of_hub(visit: Visit) -> Result<Response, Problem> {
    text(&visit.app, visit.links.origin())
}

/// Nothing is there without a contact: an invented one would be worse.
fn text(app: &App, origin: &str) -> Result<Response, Problem> {
    let contact = app.config().security_contact.as_ref().ok_or(Problem::NotFound)?;
    let until = timestamp(app.clock().now().plus(GOOD_FOR)).round(Unit::Hour).map_err(|error| Problem::Broken(error.to_string()))?;
    let lines = [
        format!("Contact: {contact}"),
        format!("Expires: {until}"),
        "Preferred-Languages: de, en".to_owned(),
        format!("Canonical: {origin}/.well-known/security.txt"),
    ];
    let mut response = format!("{}\n", lines.join("\n")).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    Ok(response)
}
