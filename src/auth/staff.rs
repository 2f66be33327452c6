//! A signed-in request, and what its person may do.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};

use super::{session, store};
use crate::db::Scope;
use crate::ids::AccountId;
use crate::keys::FormToken;
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::see_other;

/// What somebody may do in a hub. Ordered: each may do what those before it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Sees the list of the day and notes who came.
    Helper,
    /// Makes programme and registrations.
    Staff,
    /// Also everything about the hub itself.
    Lead,
    /// Everything in every hub.
    Operator,
}

impl Role {
    /// The word in the database and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Helper => "helper",
            Self::Staff => "staff",
            Self::Lead => "lead",
            Self::Operator => "operator",
        }
    }

    /// From that word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Helper, Self::Staff, Self::Lead, Self::Operator].into_iter().find(|role| role.as_str() == word)
    }
}

/// A signed-in request in a hub.
#[derive(Clone)]
pub struct Staff {
    /// The request.
    pub visit: Visit,
    /// Who.
    pub account: AccountId,
    /// Name.
    pub name: String,
    /// What the person may do here.
    pub role: Role,
    /// Works in more than this hub.
    pub elsewhere: bool,
    session: [u8; 32],
}

impl Staff {
    /// Refuses those who may not.
    pub fn needs(&self, role: Role) -> Result<(), Problem> {
        if self.role >= role { Ok(()) } else { Err(Problem::Forbidden) }
    }

    /// The hash of this session's token.
    pub(super) fn session(&self) -> [u8; 32] {
        self.session
    }

    /// A token for a form shown to this session.
    pub fn form(&self) -> String {
        self.visit.app.keys().form(&self.session, self.visit.now).as_str().to_owned()
    }

    /// Checks the token of a form that came back.
    pub fn open_form(&self, token: &str) -> Option<FormToken> {
        self.visit.app.keys().open_form(&self.session, self.visit.now, token)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Staff {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        let visit = parts.extensions.get::<Visit>().cloned().ok_or_else(|| Problem::NotFound.into_response())?;
        let Some(token) = session::token(visit.app.config(), &parts.headers) else { return Err(sign_in(&visit)) };
        let hash = session::hash(&token);
        match find(visit.clone(), hash).await {
            Ok(Some(staff)) => Ok(staff),
            Ok(None) => Err(sign_in(&visit)),
            Err(problem) => Err(problem.into_response()),
        }
    }
}

/// To the sign-in page, and from there back to where the person wanted to go.
fn sign_in(visit: &Visit) -> Response {
    let query = serde_html_form::to_string([("to", visit.path.as_ref())]).unwrap_or_default();
    see_other(&visit.links.to(&format!("/staff/sign-in?{query}")))
}

/// The person of a session, if it is not over and the account not locked. Who has no role in this hub finds nothing here.
async fn find(visit: Visit, hash: [u8; 32]) -> Result<Option<Staff>, Problem> {
    let (hub, now) = (visit.hub.id, visit.now);
    let found = visit.app.db().read(Scope::Installation, move |tx| store::session(tx, &hash, hub)).await?;
    let Some(found) = found.filter(|found| !found.disabled) else { return Ok(None) };
    if now >= found.seen_at.plus(session::IDLE) || now >= found.created_at.plus(session::LONGEST) {
        return Ok(None);
    }
    // Once a minute is enough to know that somebody is there.
    if now >= found.seen_at.plus(booking::Span::from_minutes(1)) {
        visit.app.db().write(Scope::Installation, move |tx, now| store::seen(tx, &hash, now)).await?;
    }
    let role = if found.operator { Some(Role::Operator) } else { found.role };
    let role = role.ok_or(Problem::NotFound)?;
    let elsewhere = found.operator || found.hubs > 1;
    Ok(Some(Staff { visit, account: found.account, name: found.name, role, elsewhere, session: hash }))
}
