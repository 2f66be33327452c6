//! Changes what a hub has chosen, and forgets the pictures that are then shown nowhere.

use axum::response::Response;

use crate::auth::Staff;
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::pictures;
use crate::problem::Problem;
use crate::tenancy::{Look, store};
use crate::ui::see_other;

/// Changes the look and sends the browser to the page that says so.
pub async fn change(
    staff: &Staff,
    page: &str,
    step: impl Fn(&Tx<'_>, HubId, Instant, &mut Look) -> DbResult<()> + Send + 'static,
) -> Result<Response, Problem> {
    let hub = staff.visit.hub.id;
    staff
        .visit
        .app
        .write_places(hub, move |tx, now| {
            let mut look = store::look(tx, hub)?;
            let before = look.files();
            step(tx, hub, now, &mut look)?;
            store::set_look(tx, hub, &look)?;
            let after = look.files();
            let gone = before.into_iter().filter(|file| !after.contains(file));
            gone.into_iter().try_for_each(|(_, picture)| pictures::store::delete(tx, hub, picture))
        })
        .await?;
    Ok(see_other(&staff.visit.links.to(page)))
}
