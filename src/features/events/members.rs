//! Closed courses for people of member organisations, who come with a pass: the list, and the form of a date.

use axum::extract::Path;
use axum::response::Response;

use super::entrance::{Entrance, gate};
use super::programme::{Row, row};
use super::{registration_form, store};
use crate::organisations::Member;
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::{Fields, Posted};

/// The dates that are not over of courses open to a member's organisation; their links carry the pass.
pub async fn rows(visit: &Visit, member: &Member) -> Result<Vec<Row>, Problem> {
    let (hub, now, organisation) = (visit.hub.id, visit.now, member.organisation.id);
    let lines = visit.app.read(hub, move |tx| store::for_members(tx, hub, now, organisation)).await?;
    let with_pass = |line: store::Line| {
        let href = visit.links.to(&member.path(&format!("/{}", line.slug)));
        Row { href, ..row(visit, line) }
    };
    Ok(lines.into_iter().map(with_pass).collect())
}

/// `GET /training/{pass}/{event}/{date}/registration`
pub async fn form(visit: Visit, Path((pass, slug, key)): Path<(String, String, String)>) -> Result<Response, Problem> {
    match Entrance::by_pass(&visit, &pass).await? {
        Some(entrance) => registration_form::blank(&visit, entrance, slug, key).await,
        None => Ok(gate(&visit, &slug, true)),
    }
}

/// `POST /training/{pass}/{event}/{date}/registration`: the registration belongs to the organisation of the pass.
pub async fn create(visit: Visit, Path((pass, slug, key)): Path<(String, String, String)>, posted: Posted<Fields>) -> Result<Response, Problem> {
    match Entrance::by_pass(&visit, &pass).await? {
        Some(entrance) => registration_form::take(&visit, entrance, slug, key, posted).await,
        None => Ok(gate(&visit, &slug, true)),
    }
}
