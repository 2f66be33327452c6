//! A certificate for those who were there, as a PDF file.

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use booking::State;
use jiff::SignedDuration;

use super::event::Event;
use super::occurrence::Occurrence;
use super::registration::{find, place_words};
use super::registration_form::when_words;
use crate::bookings::Booking;
use crate::paper::{Line, Sheet, Style};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::{Texts, amounts, dates};

/// `GET /registrations/{token}/certificate.pdf`
pub async fn download(visit: Visit, Path(token): Path<String>) -> Result<Response, Problem> {
    let mine = find(&visit, &token).await?;
    answer(&visit, &mine.booking, &mine.event, &mine.occurrence)
}

/// The certificate as a file; not found while there is none.
pub fn answer(visit: &Visit, booking: &Booking, event: &Event, o: &Occurrence) -> Result<Response, Problem> {
    let sheet = due(visit, booking, event, o).ok_or(Problem::NotFound)?;
    let pdf = sheet.pdf().map_err(|error| Problem::Broken(error.to_string()))?;
    let mut response = pdf.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"teilnahmebescheinigung.pdf\""));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// Whether there is a certificate.
pub fn is_due(visit: &Visit, booking: &Booking, event: &Event, o: &Occurrence) -> bool {
    due(visit, booking, event, o).is_some()
}

/// The certificate, if the person was there, it is over, and the typeface has all the letters.
fn due(visit: &Visit, booking: &Booking, event: &Event, o: &Occurrence) -> Option<Sheet> {
    let was_there = booking.state == State::Attended && !booking.is_erased() && o.is_over(visit.now);
    was_there.then(|| sheet(visit, booking, event, o)).filter(Sheet::can_be_written)
}

fn sheet(visit: &Visit, booking: &Booking, event: &Event, o: &Occurrence) -> Sheet {
    let t = visit.t;
    let line = |style, text: String| Line { style, text };
    let mut lines = vec![
        line(Style::Large, booking.name.clone()),
        line(Style::Text, t.events_certificate_attended().to_owned()),
        line(Style::Large, event.title.clone()),
        line(Style::Text, when_words(visit, o).replace('\u{2060}', "")),
        line(Style::Close, place_words(visit, event, o)),
    ];
    lines.extend(hours(t, o).map(|hours| line(Style::Close, t.events_certificate_hours(hours))));
    let issued = t.events_certificate_issued(dates::day_long(t.lang, visit.hub.today(visit.now)), &visit.hub.name);
    lines.extend([line(Style::Text, issued), line(Style::Small, t.events_certificate_valid().to_owned())]);
    lines.retain(|line| !line.text.is_empty());
    Sheet { title: t.events_certificate().to_owned(), lang: t.lang.code(), author: visit.hub.name.clone(), lines }
}

/// How long it lasted in real time, whatever the clocks did that night. Nothing where the end was left open, or over several days.
fn hours(t: Texts, o: &Occurrence) -> Option<String> {
    let minutes = SignedDuration::from_micros(o.ends.micros() - o.starts.micros()).as_mins();
    let minutes = u32::try_from(minutes).ok().filter(|minutes| !o.open_end && (1..=24 * 60).contains(minutes))?;
    Some(amounts::duration(t.lang, minutes))
}
