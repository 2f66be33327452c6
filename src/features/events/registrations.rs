//! Finding one's registrations again: a mail with their links. The page says the same whether there are any or not.

use askama::Template;
use axum::response::{IntoResponse, Response};

use super::registration_form::too_many_mails;
use super::store;
use crate::bookings::{self, Notice, person_of};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::mail::EmailAddress;
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::{Fields, Flaws, Frame, Page, Posted, Section, see_other};

/// Links in one go at most.
const AT_MOST: usize = 20;
/// In the address of the page that says what was done, so that reloading sends nothing again.
const SENT: &str = "sent=1";

#[derive(Template)]
#[template(path = "features/events/registrations.html")]
struct FindPage {
    frame: Frame,
    key: String,
    email: String,
    sent: bool,
    flaws: Flaws,
}

/// `GET /registrations`
pub async fn show(visit: Visit) -> Result<Page, Problem> {
    let sent = visit.query.split('&').any(|pair| pair == SENT);
    Page::personal(&page(&visit, String::new(), Flaws::default(), sent))
}

/// `POST /registrations`: mails the links of everything that is still to come.
pub async fn send_links(visit: Visit, posted: Posted<Fields>) -> Result<Response, Problem> {
    posted.key()?;
    let typed = posted.form.line("email");
    let Some(email) = EmailAddress::parse(&typed) else {
        let mut flaws = Flaws::default();
        flaws.add("email", visit.t.events_flaw_email());
        return Ok(Page::personal(&page(&visit, typed, flaws, false))?.status(axum::http::StatusCode::UNPROCESSABLE_ENTITY).into_response());
    };
    if too_many_mails(&visit, email.as_str()) {
        return Err(Problem::TooMany);
    }
    let (hub, person) = (visit.hub.id, person_of(email.as_str(), "").unwrap_or_default());
    visit.app.write(hub, move |tx, now| remind(tx, hub, &person, now)).await?;
    Ok(see_other(&visit.links.to(&format!("/registrations?{SENT}"))))
}

fn page(visit: &Visit, email: String, flaws: Flaws, sent: bool) -> FindPage {
    let key = visit.app.keys().form(b"guest", visit.now).as_str().to_owned();
    FindPage { frame: Frame::new(visit, Section::Registrations, visit.t.ui_menu_registrations()).invalid(!flaws.is_empty()), key, email, sent, flaws }
}

/// One letter for each registration that is still to come, to the address it was made with.
fn remind(tx: &Tx<'_>, hub: HubId, person: &str, now: Instant) -> DbResult<()> {
    for booking in bookings::store::of_person(tx, hub, person)?.into_iter().take(AT_MOST) {
        let Some(facts) = store::facts(tx, hub, booking.occasion)?.filter(|facts| !facts.occurrence.is_over(now)) else { continue };
        super::letters::post(tx, hub, &facts, &booking, Notice::Message, "", now)?;
    }
    Ok(())
}
