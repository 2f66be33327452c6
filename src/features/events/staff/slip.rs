//! The confirmation on paper, in large print, for people without a mail address.

use askama::Template;
use axum::extract::Path;
use booking::State;
use booking::code::Code;

use super::booking_id;
use super::registration::{Whole, find};
use crate::auth::{Role, Staff, StaffFrame, StaffSection};
use crate::features::events::letters::deadline_words;
use crate::features::events::places::place;
use crate::features::events::registration_form::when_words;
use crate::problem::Problem;
use crate::ui::Page;

#[derive(Template)]
#[template(path = "features/events/staff/slip.html")]
struct SlipPage {
    frame: StaffFrame,
    back_href: String,
    headline: String,
    name: String,
    party: String,
    companions: String,
    title: String,
    when: String,
    place: String,
    bring: String,
    code: String,
    phone: String,
    directions: String,
}

/// `GET /staff/registrations/{id}/slip`
pub async fn show(staff: Staff, Path(id): Path<String>) -> Result<Page, Problem> {
    staff.needs(Role::Staff)?;
    let whole = find(&staff, booking_id(&id)?).await?;
    if !whole.booking.state.is_open() {
        return Err(Problem::NotFound);
    }
    Page::personal(&page(&staff, &whole))
}

fn page(staff: &Staff, whole: &Whole) -> SlipPage {
    let (visit, t, booking, dated) = (&staff.visit, staff.visit.t, &whole.booking, &whole.dated);
    SlipPage {
        frame: StaffFrame::new(staff, StaffSection::Registrations, t.events_staff_slip()),
        back_href: super::registration_path(visit, booking.id),
        headline: match booking.state {
            State::Waiting => t.events_page_waiting().to_owned(),
            State::Offered => t.events_staff_slip_offered(booking.deadline.map(|at| deadline_words(t, &visit.hub, at)).unwrap_or_default()),
            _ => t.events_page_certain().to_owned(),
        },
        name: booking.name.clone(),
        party: t.events_places(i64::from(booking.seats)),
        companions: booking.companions.join(", "),
        title: dated.event.title.clone(),
        when: when_words(visit, &dated.occurrence),
        place: place(&visit.hub, dated.event.site, &dated.room(), dated.event.online),
        bring: dated.event.bring.clone(),
        code: Code::parse(&booking.code).map_or_else(|| booking.code.clone(), |code| code.to_string()),
        phone: visit.hub.phone.clone(),
        directions: dated.event.site.and_then(|id| visit.hub.site(id)).map(|site| site.directions.clone()).unwrap_or_default(),
    }
}
