//! Another number of people for one's own registration.

use std::num::NonZeroU32;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use booking::Overrides;

use super::contact;
use super::registration::{change, find, page};
use crate::bookings::Channel;
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::{Fields, Flaws, Page, Posted};

/// `POST /registrations/{token}/party`
pub async fn resize(visit: Visit, Path(token): Path<String>, posted: Posted<Fields>) -> Result<Response, Problem> {
    posted.key()?;
    let seats = posted.form.get("seats").trim().parse::<NonZeroU32>().map_err(|_| Problem::Unreadable("number of people"))?.get();
    let mut flaws = Flaws::default();
    let names = contact::read_companions(visit.t, &posted.form, Some(seats), &mut flaws);
    if !flaws.is_empty() {
        let mine = find(&visit, &token).await?;
        let page = page(&visit, &mine, token, None).with_party(&posted.form, seats, flaws);
        return Ok(Page::personal(&page.ok_or(Problem::Unreadable("people of a registration that is over"))?)?
            .status(StatusCode::UNPROCESSABLE_ENTITY)
            .into_response());
    }
    change(&visit, token, move |desk, id| desk.resize(id, seats, &names, Channel::Web, Overrides::default())).await
}
