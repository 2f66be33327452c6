//! Signing in and out.

use askama::Template;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::{Staff, StaffPosted, password, session, store};
use crate::db::Scope;
use crate::ids::AccountId;
use crate::limits::FAILURES_PER_ACCOUNT;
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::{Fields, Frame, Page, Posted, Section, see_other};

#[derive(Template)]
#[template(path = "auth/sign_in.html")]
struct SignInPage {
    frame: Frame,
    key: String,
    email: String,
    to: String,
    refused: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Query {
    to: String,
}

/// `GET /staff/sign-in`
pub async fn show(visit: Visit) -> Result<Page, Problem> {
    let query: Query = serde_html_form::from_str(&visit.query).unwrap_or_default();
    Page::personal(&page(&visit, String::new(), query.to, false))
}

/// `POST /staff/sign-in`: a wrong address and a wrong password are told apart by nobody.
pub async fn sign_in(visit: Visit, headers: HeaderMap, posted: Posted<Fields>) -> Result<Response, Problem> {
    posted.key()?;
    let (email, to) = (posted.form.line("email"), posted.form.line("to"));
    let name = format!("account {}", email.to_lowercase());
    let limits = visit.app.limits();
    if limits.address_is_blocked(visit.client.0, visit.now) || limits.is_used_up(&name, FAILURES_PER_ACCOUNT, visit.now) {
        return Err(Problem::TooMany);
    }
    let Some(account) = check(&visit, email.clone(), posted.form.get("password").to_owned()).await? else {
        limits.address_failed(visit.client.0, visit.now);
        limits.used(&name, visit.now);
        tracing::warn!(hub = visit.hub.slug, "sign-in refused");
        return Ok(Page::personal(&page(&visit, email, to, true))?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
    };
    limits.clear(&name);
    let old = session::token(visit.app.config(), &headers).map(|token| session::hash(&token));
    let (token, hash) = session::fresh();
    visit
        .app
        .db()
        .write(Scope::Installation, move |tx, now| {
            if let Some(old) = old {
                store::end_session(tx, &old, now.minus(session::IDLE))?;
            }
            store::insert_session(tx, &hash, account, now)
        })
        .await?;
    let mut response = see_other(&visit.links.to(inside(&to)));
    if let Some(cookie) = session::cookie(visit.app.config(), &token) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// `POST /staff/sign-out`: ends the session and empties what the browser kept.
pub async fn sign_out(headers: HeaderMap, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let Staff { visit, .. } = posted.staff;
    if let Some(token) = session::token(visit.app.config(), &headers) {
        let hash = session::hash(&token);
        visit.app.db().write(Scope::Installation, move |tx, now| store::end_session(tx, &hash, now.minus(session::IDLE))).await?;
    }
    let mut response = see_other(&visit.links.to("/"));
    if let Some(cookie) = session::cookie(visit.app.config(), "") {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""));
    Ok(response)
}

async fn check(visit: &Visit, email: String, given: String) -> Result<Option<AccountId>, Problem> {
    if given.len() > 4 * password::LETTERS_AT_MOST {
        return Ok(None);
    }
    let account = visit.app.db().read(Scope::Installation, move |tx| store::by_email(tx, &email)).await?;
    let hash = account.as_ref().map(|account| account.password_hash.clone());
    let fits = tokio::task::spawn_blocking(move || password::fits(&given, hash.as_deref())).await.unwrap_or(false);
    Ok(account.filter(|account| fits && !account.disabled).map(|account| account.id))
}

/// Only pages of this hub for staff: an address elsewhere would make the sign-in page a bait.
fn inside(to: &str) -> &str {
    // Addresses are ASCII (RFC 3986): whoever leaves others in did not come from one of our pages.
    let own = to.starts_with("/staff")
        && to.bytes().all(|byte| byte.is_ascii_graphic())
        && !to.contains("//")
        && !to.contains('\\')
        && !to.starts_with("/staff/sign");
    if own { to } else { "/staff" }
}

fn page(visit: &Visit, email: String, to: String, refused: bool) -> SignInPage {
    SignInPage {
        frame: Frame::new(visit, Section::None, visit.t.auth_sign_in()).invalid(refused),
        key: visit.app.keys().form(b"guest", visit.now).as_str().to_owned(),
        email,
        to,
        refused,
    }
}
