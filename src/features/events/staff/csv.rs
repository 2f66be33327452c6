//! The list of a date as a table file: for the spreadsheet programs of town halls (UTF-8 with byte order mark, semicolons).

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use booking::code::Code;

use super::beside::Beside;
use super::participants::bookings_of;
use super::people::People;
use super::{find_date, wording};
use crate::auth::{Role, Staff};
use crate::bookings::Booking;
use crate::db::{DbResult, Tx};
use crate::problem::Problem;

/// `GET /staff/events/{event}/{date}/participants.csv`
pub async fn download(staff: Staff, Path((event, date)): Path<(String, String)>) -> Result<Response, Problem> {
    staff.needs(Role::Staff)?;
    let dated = find_date(&staff, event, date).await?;
    let (hub, now, wanted) = (staff.visit.hub.id, staff.visit.now, dated.clone());
    let load = move |tx: &Tx<'_>| -> DbResult<_> {
        let bookings = bookings_of(tx, hub, wanted.occurrence.id)?;
        let beside = Beside::of(tx, hub, &wanted, &bookings, now)?;
        Ok((bookings, beside))
    };
    let (bookings, beside) = staff.visit.app.read(hub, load).await?;
    let name = format!("attachment; filename=\"{}-{}.csv\"", dated.event.slug, dated.occurrence.key);
    let mut response = table(&rows(&staff, &bookings, &beside)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

fn rows(staff: &Staff, bookings: &[Booking], beside: &Beside) -> Vec<Vec<String>> {
    let (t, hub) = (staff.visit.t, &staff.visit.hub);
    let mut questions: Vec<&str> = Vec::new();
    for question in bookings.iter().flat_map(|booking| &booking.answers).map(|answer| answer.question.as_str()) {
        if !questions.contains(&question) {
            questions.push(question);
        }
    }
    let head = [
        t.events_staff_name(),
        t.events_staff_seats(),
        t.events_field_companions(),
        t.events_staff_state(),
        t.events_field_phone(),
        t.events_field_email(),
        t.events_staff_notes(),
        t.events_staff_code(),
        t.events_staff_registered_at(),
    ];
    let own = beside.tells_organisations().then(|| t.training_organisation());
    let mut rows = vec![head.into_iter().chain(own).chain(questions.iter().copied()).map(str::to_owned).collect::<Vec<_>>()];
    let people = People::of(staff, bookings, beside);
    for person in people.seated.iter().chain(&people.offered).chain(&people.waiting).chain(&people.gone) {
        let Some(booking) = bookings.iter().find(|booking| booking.id.to_string() == person.id) else { continue };
        let code = Code::parse(&booking.code).map_or_else(|| booking.code.clone(), |code| code.to_string());
        let answer =
            |question: &&str| booking.answers.iter().find(|answer| answer.question == **question).map_or_else(String::new, |answer| answer.answer.clone());
        let mut row = vec![
            person.name.clone(),
            booking.seats.to_string(),
            booking.companions.join(", "),
            person.badge.words.clone(),
            booking.phone.clone(),
            booking.email.clone(),
            booking.note.clone(),
            code,
            wording::moment_of(t, hub, booking.created_at),
        ];
        row.extend(beside.tells_organisations().then(|| person.organisation.clone()));
        row.extend(questions.iter().map(answer));
        rows.push(row);
    }
    rows
}

/// A table as text: lines end as RFC 4180 wants them, cells are parted by semicolons as German spreadsheets do it.
pub fn table(rows: &[Vec<String>]) -> String {
    let mut out = String::from("\u{feff}");
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| escaped(cell)).collect();
        out.push_str(&cells.join(";"));
        out.push_str("\r\n");
    }
    out
}

/// A cell that no spreadsheet takes for a formula (OWASP, CSV injection): an apostrophe before `=`, `+`, `-`, `@`, tab and line end.
/// In quotation marks where a semicolon, a line end or such a mark is inside.
pub fn escaped(cell: &str) -> String {
    let plain = cell.trim_start_matches(['\u{feff}', ' ']);
    let text = if plain.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{cell}") } else { cell.to_owned() };
    if text.contains([';', '"', '\n', '\r', '\'']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
