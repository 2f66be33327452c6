//! Signing in and out.

use askama::Template;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::store::Account;
use super::{Staff, StaffPosted, password, session, store};
use crate::db::Scope;
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
    refused: Option<Refused>,
}

/// Why somebody does not come in.
#[derive(Clone, Copy)]
enum Refused {
    /// Address or password is wrong, or the account is locked.
    Wrong,
    /// The account works in no hub.
    NoHub,
}

impl SignInPage {
    fn advice(&self) -> &'static str {
        match self.refused {
            Some(Refused::NoHub) => self.frame.t.auth_no_hub(),
            _ => self.frame.t.auth_refused_text(),
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Query {
    to: String,
}

/// `GET /staff/sign-in`
pub async fn show(visit: Visit) -> Result<Page, Problem> {
    let query: Query = serde_html_form::from_str(&visit.query).unwrap_or_default();
    Page::personal(&page(&visit, String::new(), query.to, None))
}

/// `POST /staff/sign-in`: a wrong address and a wrong password are told apart by nobody.
pub async fn sign_in(visit: Visit, headers: HeaderMap, posted: Posted<Fields>) -> Result<Response, Problem> {
    posted.key()?;
    let (email, to) = (posted.form.line("email"), posted.form.line("to"));
    let name = limited(&email);
    let limits = visit.app.limits();
    let is_blocked = || limits.address_is_blocked(visit.client.0, visit.now) || limits.is_used_up(&name, FAILURES_PER_ACCOUNT, visit.now);
    if is_blocked() {
        return Err(Problem::TooMany);
    }
    let turn = password::turn().await?;
    if is_blocked() {
        return Err(Problem::TooMany);
    }
    let Some(account) = check(&visit, email.clone(), posted.form.get("password").to_owned()).await? else {
        limits.address_failed(visit.client.0, visit.now);
        limits.used(&name, visit.now);
        tracing::warn!(hub = visit.hub.slug, "sign-in refused");
        return refuse(&visit, email, to, Refused::Wrong);
    };
    limits.clear(&name);
    drop(turn);
    let id = account.id;
    let Some(target) = target(&visit, account, &to).await? else { return refuse(&visit, email, to, Refused::NoHub) };
    let old = session::token(visit.app.config(), &headers).map(|token| session::hash(&token));
    let (token, hash) = session::fresh();
    visit
        .app
        .db()
        .write(Scope::Installation, move |tx, now| {
            if let Some(old) = old {
                store::end_session(tx, &old, now.minus(session::IDLE))?;
            }
            store::insert_session(tx, &hash, id, now)
        })
        .await?;
    let mut response = see_other(&target);
    if let Some(cookie) = session::cookie(visit.app.config(), &token) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// `POST /staff/sign-out`: ends the session, with `everywhere` all of this account, and empties what the browser kept.
pub async fn sign_out(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let (hash, everywhere) = (posted.staff.session(), posted.form.ticked("everywhere"));
    let Staff { visit, account, .. } = posted.staff;
    visit
        .app
        .db()
        .write(Scope::Installation, move |tx, now| {
            if everywhere {
                store::end_all_sessions(tx, account)?;
            }
            store::end_session(tx, &hash, now.minus(session::IDLE))
        })
        .await?;
    let mut response = see_other(&visit.links.to("/"));
    if let Some(cookie) = session::cookie(visit.app.config(), "") {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""));
    Ok(response)
}

async fn check(visit: &Visit, email: String, given: String) -> Result<Option<Account>, Problem> {
    if given.len() > 4 * password::LETTERS_AT_MOST {
        return Ok(None);
    }
    let account = visit.app.db().read(Scope::Installation, move |tx| store::by_email(tx, &email)).await?;
    let hash = account.as_ref().map(|account| account.password_hash.clone());
    let fits = tokio::task::spawn_blocking(move || password::fits(&given, hash.as_deref())).await.unwrap_or(false);
    Ok(account.filter(|account| fits && !account.disabled))
}

/// The name under which failures of an account are counted.
pub(super) fn limited(email: &str) -> String {
    format!("account {}", email.to_lowercase())
}

/// Where to after signing in: to the page that was asked for, or into the hub where the person works; nothing when there is none.
async fn target(visit: &Visit, account: Account, to: &str) -> Result<Option<String>, Problem> {
    let id = account.id;
    let places = visit.app.db().read(Scope::Installation, move |tx| store::workplaces(tx, id)).await?;
    if account.operator || places.iter().any(|place| place.slug == visit.hub.slug) {
        return Ok(Some(visit.links.to(inside(to))));
    }
    Ok(places.first().map(|place| super::account::entrance(visit, &place.slug)))
}

fn refuse(visit: &Visit, email: String, to: String, why: Refused) -> Result<Response, Problem> {
    Ok(Page::personal(&page(visit, email, to, Some(why)))?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
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

fn page(visit: &Visit, email: String, to: String, refused: Option<Refused>) -> SignInPage {
    SignInPage {
        frame: Frame::new(visit, Section::None, visit.t.auth_sign_in()).invalid(refused.is_some()),
        key: visit.app.keys().form(b"guest", visit.now).as_str().to_owned(),
        email,
        to,
        refused,
    }
}
