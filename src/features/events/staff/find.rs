//! Finding a registration by name, code, mail address or telephone, over all dates of the hub.

use askama::Template;
use booking::Span;
use booking::code::Code;

use super::registration_path;
use super::wording::state_badge;
use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::bookings::{self, national_digits};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::features::events::programme::{Badge, time_words};
use crate::features::events::store::{self, Found, Words};
use crate::ids::BookingId;
use crate::problem::Problem;
use crate::texts::spelling::fold;
use crate::ui::{Fields, Page};

/// Registrations for dates longer ago are not looked for.
const PAST: Span = Span::from_days(400);
/// Digits of a telephone number that say something.
const DIGITS_AT_LEAST: usize = 4;

#[derive(Template)]
#[template(path = "features/events/staff/find.html")]
struct FindPage {
    frame: StaffFrame,
    typed: String,
    lists: Vec<(String, Vec<FoundRow>)>,
    found: i64,
}

struct FoundRow {
    when: String,
    name: String,
    seats: String,
    title: String,
    badge: Badge,
    href: String,
}

/// `GET /staff/registrations`: the search field, and what was registered last.
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    staff.needs(Role::Staff)?;
    let hub = staff.visit.hub.id;
    let newest = staff.visit.app.read(hub, move |tx| store::newest(tx, hub)).await?;
    let heading = staff.visit.t.events_staff_newest().to_owned();
    Page::personal(&page(&staff, String::new(), vec![(heading, newest)]))
}

/// `POST /staff/registrations/search`: posted, so that no name gets into an address.
pub async fn search(posted: StaffPosted<Fields>) -> Result<Page, Problem> {
    let staff = posted.staff;
    staff.needs(Role::Staff)?;
    let typed = posted.form.line("q");
    let (hub, now, words, code) = (staff.visit.hub.id, staff.visit.now, patterns(&typed), Code::parse(&typed));
    let today = staff.visit.hub.midnight(staff.visit.hub.today(now));
    let (coded, coming, past) = staff.visit.app.read(hub, move |tx| look(tx, hub, words.as_ref(), code, today)).await?;
    let t = staff.visit.t;
    let lists = vec![
        (t.events_staff_found_code().to_owned(), coded),
        (t.events_staff_found_coming().to_owned(), coming),
        (t.events_staff_found_past().to_owned(), past),
    ];
    Page::personal(&page(&staff, typed, lists))
}

type Lists = (Vec<Found>, Vec<Found>, Vec<Found>);

fn look(tx: &Tx<'_>, hub: HubId, words: Option<&Words>, code: Option<Code>, today: Instant) -> DbResult<Lists> {
    let coded = match code {
        Some(code) => bookings::store::by_code(tx, hub, &code.plain())?.map(|id| found(tx, hub, id)).transpose()?.flatten(),
        None => None,
    };
    let Some(words) = words else { return Ok((coded.into_iter().collect(), Vec::new(), Vec::new())) };
    Ok((coded.into_iter().collect(), store::found(tx, hub, today, words)?, store::found_past(tx, hub, today.minus(PAST), today, words)?))
}

/// One registration as a row of the list.
fn found(tx: &Tx<'_>, hub: HubId, id: BookingId) -> DbResult<Option<Found>> {
    let Some(booking) = bookings::store::booking(tx, hub, id)? else { return Ok(None) };
    let dated = super::load_occasion(tx, hub, booking.occasion)?;
    Ok(dated.map(|dated| Found {
        id,
        name: booking.name,
        seats: booking.seats,
        state: booking.state,
        title: dated.event.title,
        local_start: dated.occurrence.local_start,
        local_end: dated.occurrence.local_end,
        open_end: dated.occurrence.open_end,
    }))
}

/// What to look for: the beginnings of up to three words in the folded spelling, or the digits of a telephone number.
pub fn terms(typed: &str) -> Vec<String> {
    let is_number = typed.chars().any(|c| c.is_ascii_digit()) && typed.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+()/-.".contains(c));
    if is_number {
        let digits = national_digits(typed);
        return if digits.len() >= DIGITS_AT_LEAST { vec![digits] } else { Vec::new() };
    }
    fold(typed).split(' ').filter(|word| !word.is_empty()).take(3).map(str::to_owned).collect()
}

/// The same as patterns; nothing when there is nothing to look for.
pub fn patterns(typed: &str) -> Option<Words> {
    let terms = terms(typed);
    let pattern = |n: usize| terms.get(n).map_or_else(|| "%".to_owned(), |term| format!("% {term}%"));
    (!terms.is_empty()).then(|| Words([pattern(0), pattern(1), pattern(2)]))
}

fn page(staff: &Staff, typed: String, lists: Vec<(String, Vec<Found>)>) -> FindPage {
    let count = lists.iter().map(|(_, list)| list.len()).sum::<usize>();
    let rows = |list: Vec<Found>| list.into_iter().map(|found| row(staff, found)).collect();
    FindPage {
        frame: StaffFrame::new(staff, StaffSection::Registrations, staff.visit.t.ui_staff_registrations()),
        typed,
        lists: lists.into_iter().filter(|(_, list)| !list.is_empty()).map(|(heading, list)| (heading, rows(list))).collect(),
        found: i64::try_from(count).unwrap_or(i64::MAX),
    }
}

fn row(staff: &Staff, found: Found) -> FoundRow {
    let t = staff.visit.t;
    let time = time_words(staff.visit.days(), found.local_start, found.local_end, found.open_end);
    FoundRow {
        when: format!("{}, {time}", staff.visit.days().day_short(found.local_start.date())),
        seats: if found.seats > 1 { t.events_staff_persons(i64::from(found.seats)) } else { String::new() },
        badge: state_badge(t, found.state),
        href: registration_path(&staff.visit, found.id),
        name: found.name,
        title: found.title,
    }
}
