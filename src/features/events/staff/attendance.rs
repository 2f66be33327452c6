//! Noting who came.

use axum::extract::Path;
use axum::response::Response;

use super::done::Done;
use super::{Dated, booking_id, load_occasion, may_see, registration_path};
use crate::auth::{Role, Staff, StaffPosted};
use crate::bookings::{self, Changed, Desk};
use crate::db::{DbResult, HubId, Tx};
use crate::features::events::Seats;
use crate::ids::BookingId;
use crate::problem::Problem;
use crate::ui::{Fields, see_other};

/// `POST /staff/registrations/{id}/attendance`: `came` is `yes`, `no`, or empty to take a note back.
pub async fn note(Path(id): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let (staff, id) = (posted.staff, booking_id(&id)?);
    let hub = staff.visit.hub.id;
    let dated = staff.visit.app.read(hub, move |tx| load(tx, hub, id)).await?.ok_or(Problem::NotFound)?;
    may_see(&staff, &dated.occurrence)?;
    let came = match posted.form.get("came") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let by = staff.account;
    let changed = staff.visit.app.write_keyed(hub, move |tx, now| Desk::<Seats>::new(tx, hub, now, Some(by)).attendance(id, came)).await?;
    match changed {
        Changed::Gone => Err(Problem::NotFound),
        Changed::Done | Changed::Already => Ok(see_other(&back(&staff, &dated, id, posted.form.get("back"), None))),
        Changed::Not(_) => Ok(see_other(&back(&staff, &dated, id, posted.form.get("back"), Some(Done::Stale)))),
    }
}

fn load(tx: &Tx<'_>, hub: HubId, id: BookingId) -> DbResult<Option<Dated>> {
    match bookings::store::booking(tx, hub, id)? {
        Some(booking) => load_occasion(tx, hub, booking.occasion),
        None => Ok(None),
    }
}

/// The list on which the button was pressed, at the same person.
fn back(staff: &Staff, dated: &Dated, id: BookingId, list: &str, done: Option<Done>) -> String {
    let query = done.map_or("", Done::query);
    match list {
        "one" if staff.role >= Role::Staff => format!("{}{query}", registration_path(&staff.visit, id)),
        "day" if staff.role >= Role::Staff => {
            let more = query.replace('?', "&");
            staff.visit.links.to(&format!("/staff?day={}{more}#p-{id}", dated.occurrence.local_start.date()))
        }
        "door" => staff.visit.links.to(&format!("/staff/check-in{query}")),
        "day" => staff.visit.links.to(&format!("/staff{query}#p-{id}")),
        _ => staff.visit.links.to(&format!("{}{query}#p-{id}", dated.path())),
    }
}
