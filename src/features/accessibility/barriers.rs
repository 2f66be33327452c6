//! Reporting a barrier: without an account, without a riddle. Machines are told by a field that people do not see, by how fast the form
//! came back, and by how many came from one network.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use booking::Span;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::letters;
use super::store::{self, NewReport, Received};
use crate::bookings::folded;
use crate::clock::Instant;
use crate::keys::hex;
use crate::problem::Problem;
use crate::tenancy::{Hub, Visit};
use crate::texts::dates;
use crate::ui::{Earlier, Fields, Flaws, Frame, Page, Posted, Reader, Section, see_other};

/// Nobody describes a barrier faster than that.
const SECONDS_AT_LEAST: Span = Span::from_seconds(3);
/// Reports from one network in ten minutes.
const FROM_ONE_NETWORK: u32 = 5;
/// Reports to one hub in ten minutes.
const TO_ONE_HUB: u32 = 40;
/// Letters of the description.
const LETTERS_AT_MOST: usize = 3_000;

#[derive(Template)]
#[template(path = "features/accessibility/barriers.html")]
struct BarriersPage {
    frame: Frame,
    key: String,
    fields: Fields,
    flaws: Flaws,
    /// By when there is an answer, after a report has come.
    thanks: String,
    /// When this form has brought a report before and says something else now.
    earlier: Option<Earlier>,
}

/// `GET /barriers`
pub async fn show(visit: Visit) -> Result<Page, Problem> {
    let thanks = if visit.query.as_ref() == "done=1" { dates::day_long(visit.t.lang, last_day(&visit.hub, due(&visit.hub, visit.now))) } else { String::new() };
    Page::personal(&page(&visit, Fields::default(), Flaws::default(), None, thanks))
}

/// `POST /barriers`
pub async fn create(visit: Visit, posted: Posted<Fields>) -> Result<Response, Problem> {
    let form = posted.form.clone();
    if !form.line("website").is_empty() {
        // A machine filled the field that nobody sees: it gets thanks, and nothing is kept.
        return Ok(thanks(&visit));
    }
    let (network, hub_name) = (format!("barrier from {}", visit.client.0), format!("barrier to {}", visit.hub.slug));
    let limits = visit.app.limits();
    if limits.is_used_up(&network, FROM_ONE_NETWORK, visit.now) || limits.is_used_up(&hub_name, TO_ONE_HUB, visit.now) {
        return Err(Problem::TooMany);
    }
    let token = posted.key()?;
    let mut reader = Reader::new(visit.t, &form);
    let (place, name, contact) = (reader.line("place"), reader.line("name"), reader.line("contact"));
    let words = reader.lines("words", LETTERS_AT_MOST);
    if words.is_empty() {
        reader.flaw("words", visit.t.accessibility_flaw_words());
    } else if token.made().is_none_or(|made| visit.now < made.plus(SECONDS_AT_LEAST)) {
        reader.flaw("words", visit.t.accessibility_flaw_fast());
    }
    let new = match reader.finish(NewReport {
        folded: folded(&name, &[], &contact, &contact),
        place,
        words,
        name,
        contact,
        lang: visit.t.lang,
        form_key: token.as_str().to_owned(),
        form_print: hex(&form.print()),
    }) {
        Ok(new) => new,
        Err(flaws) => {
            let page = page(&visit, form, flaws, Some(token.as_str().to_owned()), String::new());
            return Ok(Page::personal(&page)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
        }
    };
    limits.used(&network, visit.now);
    limits.used(&hub_name, visit.now);
    let (id, hub) = (visit.hub.id, visit.hub.clone());
    let keep = move |tx: &crate::db::Tx<'_>, now| {
        let due = due(&hub, now);
        let received = store::insert_report(tx, id, &new, due, now)?;
        if let Received::New(report) = received {
            letters::tell_hub(tx, id, report, due, now)?;
        }
        Ok(received)
    };
    if visit.app.write_keyed(id, keep).await? != Received::Other {
        return Ok(thanks(&visit));
    }
    let t = visit.t;
    let earlier = Earlier { title: t.accessibility_earlier(), text: t.accessibility_earlier_text(), href: String::new(), link: "" };
    let page = BarriersPage { earlier: Some(earlier), ..page(&visit, form, Flaws::default(), None, String::new()) };
    Ok(Page::personal(&page)?.status(StatusCode::CONFLICT).into_response())
}

/// The last day on which an answer is in time.
pub fn last_day(hub: &Hub, due: Instant) -> Date {
    hub.today(due.minus(Span::from_minutes(1)))
}

/// A month later, at the end of the day.
pub fn due(hub: &Hub, now: Instant) -> Instant {
    let local = hub.local(now);
    let day = local.date().checked_add(1.month()).unwrap_or(local.date());
    hub.midnight(day.tomorrow().unwrap_or(day))
}

fn thanks(visit: &Visit) -> Response {
    see_other(&visit.links.to("/barriers?done=1"))
}

fn page(visit: &Visit, fields: Fields, flaws: Flaws, key: Option<String>, thanks: String) -> BarriersPage {
    let invalid = !flaws.is_empty();
    BarriersPage {
        frame: Frame::new(visit, Section::None, visit.t.ui_report_barrier()).invalid(invalid),
        key: key.unwrap_or_else(|| visit.app.keys().form(b"guest", visit.now).as_str().to_owned()),
        fields,
        flaws,
        thanks,
        earlier: None,
    }
}
