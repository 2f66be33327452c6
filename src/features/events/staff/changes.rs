//! What staff change about a registration on behalf of its person.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use booking::{Overrides, Party, State};

use super::done::Done;
use super::message::once;
use super::registration::{Whole, find, page};
use super::{booking_id, registration_path, wording};
use crate::auth::{Role, StaffPosted};
use crate::bookings::{self, Changed, Channel, Desk, Notice};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::features::events::letters::{self, Wish};
use crate::features::events::{Seats, contact, store};
use crate::ids::BookingId;
use crate::problem::Problem;
use crate::ui::{Fields, Flaws, Page, see_other};

type Form = StaffPosted<Fields>;

/// `POST /staff/registrations/{id}/cancellation`
pub async fn cancel(Path(id): Path<String>, posted: Form) -> Result<Response, Problem> {
    change(posted, &id, Done::Changed, |desk, id| desk.cancel(id, Party::Staff)).await
}

/// `POST /staff/registrations/{id}/restoration`: takes a cancellation back within its minute.
pub async fn restore(Path(id): Path<String>, posted: Form) -> Result<Response, Problem> {
    change(posted, &id, Done::Changed, |desk, id| desk.restore(id, Party::Staff)).await
}

/// `POST /staff/registrations/{id}/acceptance`: the person takes the offered place, on the telephone.
pub async fn accept(Path(id): Path<String>, posted: Form) -> Result<Response, Problem> {
    change(posted, &id, Done::Changed, |desk, id| desk.accept(id)).await
}

/// `POST /staff/registrations/{id}/refusal`: the person does not want it.
pub async fn refuse(Path(id): Path<String>, posted: Form) -> Result<Response, Problem> {
    change(posted, &id, Done::Changed, |desk, id| desk.decline(id)).await
}

/// `POST /staff/registrations/{id}/party`: another number of people. Limits per person can be set aside, places cannot.
pub async fn resize(Path(id): Path<String>, posted: Form) -> Result<Response, Problem> {
    posted.staff.needs(Role::Staff)?;
    let seats = posted.form.get("seats").trim().parse().map_err(|_| Problem::Unreadable("number of people"))?;
    let mut flaws = Flaws::default();
    let names = contact::read_companions(posted.staff.visit.t, &posted.form, Some(seats), &mut flaws);
    if !flaws.is_empty() {
        let whole = find(&posted.staff, booking_id(&id)?).await?;
        let page =
            page(&posted.staff, &whole, None).with_party(&posted.form, seats, flaws).ok_or(Problem::Unreadable("names for a registration that is over"))?;
        return Ok(Page::personal(&page)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
    }
    // Who is one more at the door comes in, if there is a place.
    let overrides = Overrides { limits: posted.form.ticked("limits"), window: true };
    change(posted, &id, Done::Changed, move |desk, id| desk.resize(id, seats, &names, Channel::Staff, overrides)).await
}

/// `POST /staff/registrations/{id}/date`: another date of the same event.
pub async fn move_to(Path(id): Path<String>, posted: Form) -> Result<Response, Problem> {
    posted.staff.needs(Role::Staff)?;
    let whole = find(&posted.staff, booking_id(&id)?).await?;
    let target = whole.others.iter().find(|other| other.id.to_string() == posted.form.get("date")).map(|other| other.id).ok_or(Problem::NotFound)?;
    let overrides = Overrides { limits: posted.form.ticked("limits"), window: false };
    change(posted, &id, Done::Moved, move |desk, id| desk.move_to(id, target, Channel::Staff, overrides)).await
}

/// `POST /staff/registrations/{id}/confirmation`: mails once more how things stand. The same form twice is one mail.
pub async fn confirm_again(Path(id): Path<String>, posted: Form) -> Result<Response, Problem> {
    let StaffPosted { staff, key, .. } = posted;
    staff.needs(Role::Staff)?;
    let (hub, id, once) = (staff.visit.hub.id, booking_id(&id)?, once(&key));
    let found = staff.visit.app.write_keyed(hub, move |tx, now| mail_again(tx, hub, id, &once, now)).await?;
    if !found {
        return Err(Problem::NotFound);
    }
    Ok(see_other(&format!("{}{}", registration_path(&staff.visit, id), Done::Sent.query())))
}

pub(super) fn mail_again(tx: &Tx<'_>, hub: HubId, id: BookingId, once: &str, now: Instant) -> DbResult<bool> {
    let Some(booking) = bookings::store::booking(tx, hub, id)? else { return Ok(false) };
    let Some(facts) = store::facts(tx, hub, booking.occasion)? else { return Ok(false) };
    let notice = match booking.state {
        State::Confirmed => Notice::Confirmed,
        State::Waiting => Notice::Waiting,
        State::Offered => Notice::Offered,
        _ => return Ok(true),
    };
    letters::post_once(tx, hub, &facts, &booking, Wish { notice, message: "", once }, now, now)?;
    Ok(true)
}

/// Makes a change and shows the registration as it then stands; what was not possible says why.
async fn change(
    posted: Form,
    id: &str,
    done: Done,
    make: impl Fn(&Desk<'_, '_, Seats>, BookingId) -> DbResult<Changed> + Send + 'static,
) -> Result<Response, Problem> {
    let staff = posted.staff;
    staff.needs(Role::Staff)?;
    let (hub, id, by) = (staff.visit.hub.id, booking_id(id)?, staff.account);
    match staff.visit.app.write_keyed(hub, move |tx, now| make(&Desk::new(tx, hub, now, Some(by)), id)).await? {
        Changed::Done | Changed::Already => Ok(see_other(&format!("{}{}", registration_path(&staff.visit, id), done.query()))),
        Changed::Gone => Err(Problem::NotFound),
        Changed::Not(error) => {
            let whole: Whole = find(&staff, id).await?;
            let banner = wording::not_possible(&staff.visit, &error);
            Ok(Page::personal(&page(&staff, &whole, Some(banner)))?.status(StatusCode::CONFLICT).into_response())
        }
    }
}
