//! How easy registering was, from one to five: voluntary, counted by day and never kept with a registration. How the event was is asked
//! the day after, in `feedback.rs`.

use axum::extract::Path;
use axum::response::Response;

use super::registration::{find, registration_page};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::{Fields, Posted, see_other};

/// `POST /registrations/{token}/rating`: once for each page that was shown.
pub async fn create(visit: Visit, Path(token): Path<String>, posted: Posted<Fields>) -> Result<Response, Problem> {
    find(&visit, &token).await?;
    let once = format!("rating {}", posted.key()?.as_str());
    let stars = posted.form.get("stars").parse::<u8>().ok().filter(|stars| (1..=5).contains(stars));
    if let Some(stars) = stars
        && !visit.app.limits().is_used_up(&once, 1, visit.now)
    {
        visit.app.limits().used(&once, visit.now);
        visit.app.counters().count(visit.hub.id, &format!("rating.booking.{stars}"));
    }
    let done = if stars.is_some() { "?done=rated#rating" } else { "#rating" };
    Ok(see_other(&format!("{}{done}", registration_page(&visit, &token))))
}
