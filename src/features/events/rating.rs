//! How easy registering was, from one to five: voluntary, and once. Of the registration only that it has answered is kept, so that nobody
//! can ever say who answered what; hence an answer cannot be changed either. How the event was is asked the day after, in `feedback.rs`.

use axum::extract::Path;
use axum::response::Response;

use super::registration::{find, registration_page};
use super::store;
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::{Fields, Posted, see_other};

/// `POST /registrations/{token}/rating`
pub async fn create(visit: Visit, Path(token): Path<String>, posted: Posted<Fields>) -> Result<Response, Problem> {
    let mine = find(&visit, &token).await?;
    posted.key()?;
    let stars = posted.form.get("stars").parse::<u8>().ok().filter(|stars| (1..=5).contains(stars));
    if let Some(stars) = stars {
        let (hub, id) = (visit.hub.id, mine.booking.id);
        if visit.app.write_keyed(hub, move |tx, _| store::set_rated(tx, hub, id)).await? {
            visit.app.counters().count(hub, &format!("rating.booking.{stars}"));
        }
    }
    let done = if stars.is_some() { "?done=rated#rating" } else { "#rating" };
    Ok(see_other(&format!("{}{done}", registration_page(&visit, &token))))
}
