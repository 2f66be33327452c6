//! Begins a session for somebody who has shown otherwise who they are.

use axum::http::HeaderValue;

use super::{session, store};
use crate::app::App;
use crate::db::Scope;
use crate::ids::AccountId;
use crate::problem::Problem;

/// Begins a session of an account: the header that sets its cookie.
pub async fn begin_session(app: &App, account: AccountId) -> Result<Option<HeaderValue>, Problem> {
    let (token, hash) = session::fresh();
    app.db().write(Scope::Installation, move |tx, now| store::insert_session(tx, &hash, account, now)).await?;
    Ok(session::cookie(app.config(), &token))
}
