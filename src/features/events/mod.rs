//! Events: the programme of a hub, and registering for it. The reference for every other feature.
//! Nouns: `Event`, `Occurrence` (one date of it), `Registration` (a booking of seats), `Question` (what a registration asks).
//! URLs: `/events…` (also as a feed of what is new), with a pass `/training/{pass}/{event}…`, `/embed`, `/registrations…`, `/feedback/{token}`;
//! for staff `/staff/events…`, `/staff/registrations…`.
//! Invariants: seats are given only by `crates/booking` under the hub's lock; wall time is what was agreed; a cancelled date keeps its
//! registrations, so that it can be taken back. It must not know other features, nor how a mail leaves.

mod calendar;
mod calendars;
mod certificate;
mod contact;
mod embed;
mod entrance;
mod event;
mod feedback;
mod filter;
pub mod import;
mod letters;
mod list;
mod manage;
mod members;
mod month;
mod morning;
mod newest;
mod occurrence;
mod party;
mod places;
mod programme;
mod qr;
mod rating;
mod registration;
mod registration_form;
mod registrations;
mod restoration;
mod seats;
mod show;
mod staff;
mod start;
mod state;
pub mod store;
mod structured;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::{get, post};

use crate::tenancy::Visit;
use crate::ui::Teasers;

pub use calendars::{Calendars, entry as calendars_entry, store as calendars_store};
pub use embed::entry as embed_entry;
pub use event::{Audience, Event, EventId, ForWhom, Kind, Question, QuestionKind, State, Topic, slug_of};
pub use letters::wording;
pub use members::{MemberPerson, advance_dates, people as member_people, rows as member_rows};
pub use morning::MORNING_JOB;
pub use occurrence::{Admission, Occurrence, OccurrenceState, parse_waitlist};
pub use programme::Row;
pub use registration_form::too_many_mails;
pub use seats::{Seats, WAITLIST_JOB};
pub use staff::{
    ErasedRegistrations, FEEDBACK_AT_LEAST, KeptRegistration, erase_registrations, kept_registrations, registrations_of, search_patterns, table as table_file,
};
pub use store::{Shared, event_by_slug, listed, shared};

/// The pages for residents; `news` are what the start page tells besides the programme.
pub fn routes(news: Teasers) -> Router {
    Router::new()
        .route("/", get(move |visit: Visit| start::show(visit, news)))
        .route("/events", get(list::show))
        .route("/events/month", get(month::show))
        .route("/events/calendar", get(calendar::show))
        .route("/events/calendar.ics", get(calendar::of_hub))
        .route("/events/feed.atom", get(newest::feed))
        .route("/embed", get(embed::show))
        .route("/staff/hub/embed", get(embed::show_settings).post(embed::save))
        .route("/events/{event}", get(show::show))
        .route("/events/{event}/calendar.ics", get(calendar::of_event))
        .route("/events/{event}/picture/{picture}", get(show::picture))
        .route("/events/{event}/{date}/registration", get(registration_form::show).post(registration_form::create))
        .route("/training/{pass}/{event}", get(show::show_to_member))
        .route("/training/{pass}/{event}/picture/{picture}", get(show::picture_for_member))
        .route("/training/{pass}/{event}/{date}/registration", get(members::form).post(members::create))
        .route("/feedback/{token}", get(feedback::show).post(feedback::create))
        .route("/registrations", get(registrations::show).post(registrations::send_links))
        .route("/registrations/{token}", get(registration::show))
        .route("/registrations/{token}/calendar.ics", get(registration::calendar))
        .route("/registrations/{token}/certificate.pdf", get(certificate::download))
        .route("/registrations/{token}/cancellation", post(registration::cancel))
        .route("/registrations/{token}/restoration", post(restoration::restore))
        .route("/registrations/{token}/acceptance", post(registration::accept))
        .route("/registrations/{token}/refusal", post(registration::refuse))
        .route("/registrations/{token}/party", post(party::resize))
        .route("/registrations/{token}/rating", post(rating::create))
        .route("/registrations/{token}/date", get(registration::dates).post(registration::move_to))
        .merge(staff::routes())
        .merge(manage::routes())
        .merge(calendars::routes())
}
