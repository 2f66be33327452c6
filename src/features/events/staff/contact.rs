//! Correcting who somebody is and how to reach them: a name misheard, an address mistyped.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::changes::mail_again;
use super::done::Done;
use super::message::once;
use super::registration::{Whole, find};
use super::{booking_id, registration_path};
use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::bookings::{self, Changed, Contact, Desk};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::features::events::registration_form::ANSWER_AT_MOST;
use crate::features::events::{Seats, contact, letters};
use crate::ids::{AccountId, BookingId};
use crate::problem::Problem;
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Page, see_other};

#[derive(Template)]
#[template(path = "features/events/staff/contact.html")]
struct ContactPage {
    frame: StaffFrame,
    name: String,
    title: String,
    href: String,
    key: String,
    fields: Fields,
    flaws: Flaws,
}

/// `GET /staff/registrations/{id}/contact`
pub async fn show(staff: Staff, Path(id): Path<String>) -> Result<Page, Problem> {
    staff.needs(Role::Staff)?;
    let whole = find_named(&staff, booking_id(&id)?).await?;
    let is = Contact::from(&whole.booking);
    let fields = [("name", is.name), ("phone", is.phone), ("email", is.email), ("note", is.note)];
    let fields = Fields(fields.map(|(name, value)| (name.to_owned(), value)).into());
    Page::personal(&page(&staff, &whole, fields, Flaws::default(), staff.form()))
}

/// `POST /staff/registrations/{id}/contact`
pub async fn correct(Path(id): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, key } = posted;
    staff.needs(Role::Staff)?;
    let id = booking_id(&id)?;
    let whole = find_named(&staff, id).await?;
    let is = match read(staff.visit.t, &fields) {
        Ok(is) => is,
        Err(flaws) => return Ok(Page::personal(&page(&staff, &whole, fields, flaws, key))?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response()),
    };
    let (hub, by, once) = (staff.visit.hub.id, staff.account, fields.ticked("send").then(|| once(&key)));
    match staff.visit.app.write_keyed(hub, move |tx, now| save(tx, (hub, id, by), &is, once.as_deref(), now)).await? {
        Changed::Gone => Err(Problem::NotFound),
        _ => Ok(see_other(&format!("{}{}", registration_path(&staff.visit, id), Done::Changed.query()))),
    }
}

/// A registration of which the hub still knows whose it is: what was erased is not filled in again.
async fn find_named(staff: &Staff, id: BookingId) -> Result<Whole, Problem> {
    let whole = find(staff, id).await?;
    if whole.booking.name.is_empty() { Err(Problem::NotFound) } else { Ok(whole) }
}

/// Letters that have not left go to the new address; what has left can be sent there once more.
fn save(tx: &Tx<'_>, (hub, id, by): (HubId, BookingId, AccountId), is: &Contact, once: Option<&str>, now: Instant) -> DbResult<Changed> {
    let changed = Desk::<Seats>::new(tx, hub, now, Some(by)).correct(id, is)?;
    let Some(booking) = bookings::store::booking(tx, hub, id)? else { return Ok(Changed::Gone) };
    if changed == Changed::Done {
        letters::readdress(tx, hub, &booking)?;
    }
    if let Some(once) = once {
        mail_again(tx, hub, id, once, now)?;
    }
    Ok(changed)
}

fn read(t: Texts, fields: &Fields) -> Result<Contact, Flaws> {
    let mut flaws = Flaws::default();
    let (name, phone, note) = (fields.line("name"), fields.line("phone"), fields.lines("note"));
    contact::check_name(t, &name, &mut flaws);
    contact::check_phone(t, &phone, &mut flaws);
    let email = contact::read_email(t, fields, &mut flaws);
    if fields.line("email").is_empty() && fields.ticked("send") {
        flaws.add("email", t.events_flaw_email());
    }
    contact::check_length(t, "note", &note, ANSWER_AT_MOST, &mut flaws);
    if flaws.is_empty() { Ok(Contact { name, email, phone, note }) } else { Err(flaws) }
}

fn page(staff: &Staff, whole: &Whole, fields: Fields, flaws: Flaws, key: String) -> ContactPage {
    let frame = StaffFrame::new(staff, StaffSection::Registrations, staff.visit.t.events_staff_correct());
    ContactPage {
        frame: frame.invalid(!flaws.is_empty()),
        name: whole.booking.name.clone(),
        title: whole.dated.event.title.clone(),
        href: registration_path(&staff.visit, whole.booking.id),
        key,
        fields,
        flaws,
    }
}
