//! `/staff/password/{token}`: by a link that works once and for a short time, somebody sets a password.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use booking::Span;

use super::password::{self, Refused};
use super::store::{self, AccessLink};
use crate::db::Scope;
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::{Fields, Flaws, Frame, Group, Item, Page, Posted, Section, Sheet, see_other};

/// What the signature of such a link is for.
pub const ACCESS: &str = "access";
/// How long a link works: over a weekend it is handed over again.
pub const VALID: Span = Span::from_hours(48);

#[derive(Template)]
#[template(path = "auth/access.html")]
struct AccessPage {
    frame: Frame,
    key: String,
    token: String,
    name: String,
    email: String,
    sheet: Sheet,
    over: bool,
}

/// `GET /staff/password/{token}`
pub async fn show(visit: Visit, Path(token): Path<String>) -> Result<Response, Problem> {
    match find(&visit, &token).await? {
        Some(link) => Ok(Page::personal(&page(&visit, token, Some(&link), Flaws::default()))?.into_response()),
        None => Ok(Page::personal(&page(&visit, token, None, Flaws::default()))?.status(StatusCode::GONE).into_response()),
    }
}

/// `POST /staff/password/{token}`: sets the password, ends all sessions of the account and the link.
pub async fn set(visit: Visit, Path(token): Path<String>, posted: Posted<Fields>) -> Result<Response, Problem> {
    let Some(link) = find(&visit, &token).await? else {
        return Ok(Page::personal(&page(&visit, token, None, Flaws::default()))?.status(StatusCode::GONE).into_response());
    };
    posted.key()?;
    let given = posted.form.get("password").to_owned();
    let about = [link.name.clone(), link.email.clone(), visit.hub.name.clone()];
    let turn = password::turn().await?;
    let hashed = tokio::task::spawn_blocking(move || password::hash(&given, &about.each_ref().map(String::as_str))).await.map_err(|_| Problem::Busy)?;
    drop(turn);
    let hash = match hashed {
        Ok(hash) => hash,
        Err(refused) => {
            let mut flaws = Flaws::default();
            flaws.add("password", words(&visit, refused));
            return Ok(Page::personal(&page(&visit, token, Some(&link), flaws))?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
        }
    };
    let id = link.id;
    let set = visit.app.db().write(Scope::Installation, move |tx, now| store::use_access(tx, id, &hash, now)).await?;
    if !set {
        return Ok(Page::personal(&page(&visit, token, None, Flaws::default()))?.status(StatusCode::GONE).into_response());
    }
    tracing::info!(hub = visit.hub.slug, "a password was set by a link");
    Ok(see_other(&visit.links.to("/staff/sign-in")))
}

async fn find(visit: &Visit, token: &str) -> Result<Option<AccessLink>, Problem> {
    let limits = visit.app.limits();
    if limits.address_is_blocked(visit.client.0, visit.now) {
        return Err(Problem::TooMany);
    }
    let Some(id) = visit.app.keys().open_link(ACCESS, visit.hub.id, token) else {
        limits.address_failed(visit.client.0, visit.now);
        return Err(Problem::NotFound);
    };
    let found = visit.app.db().read(Scope::Installation, move |tx| store::access(tx, id)).await?;
    Ok(found.filter(|link| link.ends_at > visit.now))
}

/// Why a password is not taken.
pub(super) fn words(visit: &Visit, refused: Refused) -> String {
    let t = visit.t;
    let count = |letters| i64::try_from(letters).unwrap_or(0);
    match refused {
        Refused::TooShort => t.auth_password_short(count(password::LETTERS_AT_LEAST)),
        Refused::TooLong => t.auth_password_long(count(password::LETTERS_AT_MOST)),
        Refused::Known | Refused::Broken => t.auth_password_known().to_owned(),
    }
}

fn page(visit: &Visit, token: String, link: Option<&AccessLink>, flaws: Flaws) -> AccessPage {
    let t = visit.t;
    let invalid = !flaws.is_empty();
    let least = i64::try_from(password::LETTERS_AT_LEAST).unwrap_or(0);
    let item = Item::line("password", t.auth_password_new()).hint(t.auth_password_hint(least)).kind("password", "new-password");
    AccessPage {
        frame: Frame::new(visit, Section::None, t.auth_password_set()).invalid(invalid),
        key: visit.app.keys().form(b"guest", visit.now).as_str().to_owned(),
        token,
        name: link.map(|link| link.name.clone()).unwrap_or_default(),
        email: link.map(|link| link.email.clone()).unwrap_or_default(),
        sheet: Sheet::new(vec![Group::plain(vec![item])], Fields::default(), flaws),
        over: link.is_none(),
    }
}
