//! How a date was: one question, answered by whoever was there, without a name.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use booking::Span;
use uuid::Uuid;

use super::seats::Seats;
use super::store;
use crate::bookings::Kind;
use crate::ids::OccasionId;
use crate::keys::digest;
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::{Fields, Flaws, Frame, Page, Posted, Section, see_other};

/// So long after a date somebody may still say how it was.
const OPEN_FOR: Span = Span::from_days(30);

#[derive(Template)]
#[template(path = "features/events/feedback.html")]
struct FeedbackPage {
    frame: Frame,
    flaws: Flaws,
    strand: &'static str,
    token: String,
    key: String,
    title: String,
    day: String,
    scores: Vec<(u8, &'static str)>,
    thanked: bool,
    closed: &'static str,
}

/// A date that is asked about.
struct Asked {
    id: OccasionId,
    strand: &'static str,
    title: String,
    day: String,
    /// Why nobody is asked now; empty while the question is open.
    closed: &'static str,
}

/// `GET /feedback/{token}`: the question; `?thanks=1` after the answer.
pub async fn show(visit: Visit, Path(token): Path<String>) -> Result<Page, Problem> {
    let asked = find(&visit, &token).await?;
    Page::personal(&page(&visit, asked, token, Flaws::default()))
}

/// `POST /feedback/{token}`: `score` from 1 to 5.
pub async fn create(visit: Visit, Path(token): Path<String>, posted: Posted<Fields>) -> Result<Response, Problem> {
    let key = posted.key()?.as_str().to_owned();
    let asked = find(&visit, &token).await?;
    if !asked.closed.is_empty() {
        return Ok(Page::personal(&page(&visit, asked, token, Flaws::default()))?.status(StatusCode::CONFLICT).into_response());
    }
    let Some(score) = posted.form.get("score").parse::<u8>().ok().filter(|score| (1..=5).contains(score)) else {
        let mut flaws = Flaws::default();
        flaws.add("score-5", visit.t.events_feedback_choose());
        return Ok(Page::personal(&page(&visit, asked, token, flaws))?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
    };
    let (hub, date, id) = (visit.hub.id, asked.id, id_of(&key));
    if visit.app.write_keyed(hub, move |tx, _| store::insert_feedback(tx, hub, id, date, score)).await? {
        visit.app.counters().count(hub, &format!("rating.event.{score}"));
    }
    Ok(see_other(&visit.links.to(&format!("/feedback/{token}?thanks=1"))))
}

/// An id that says nothing about time or person, the same for the same form.
fn id_of(key: &str) -> Uuid {
    let hash = digest(&[b"feedback", key.as_bytes()]);
    Uuid::from_bytes(*hash.first_chunk().unwrap_or(&[0; 16]))
}

async fn find(visit: &Visit, token: &str) -> Result<Asked, Problem> {
    let id = visit.app.keys().open_link("feedback", visit.hub.id, token).map(OccasionId).ok_or(Problem::NotFound)?;
    let hub = visit.hub.id;
    let date = visit.app.read(hub, move |tx| Seats::load(tx, hub, id)).await?.ok_or(Problem::NotFound)?;
    let o = &date.facts.occurrence;
    let (now, t) = (visit.now, visit.t);
    let closed = match () {
        () if now < o.starts => t.events_feedback_not_yet(),
        () if now >= o.ends.plus(OPEN_FOR) => t.events_feedback_over(),
        () => "",
    };
    Ok(Asked { id, closed, strand: date.facts.topic.strand(), title: date.facts.title.clone(), day: visit.days().day(o.local_start.date()) })
}

fn page(visit: &Visit, asked: Asked, token: String, flaws: Flaws) -> FeedbackPage {
    let t = visit.t;
    FeedbackPage {
        frame: Frame::new(visit, Section::None, t.events_feedback_title()).invalid(!flaws.is_empty()),
        flaws,
        strand: asked.strand,
        token,
        key: visit.app.keys().form(b"guest", visit.now).as_str().to_owned(),
        closed: asked.closed,
        title: asked.title,
        day: asked.day,
        scores: vec![
            (5, t.events_feedback_5()),
            (4, t.events_feedback_4()),
            (3, t.events_feedback_3()),
            (2, t.events_feedback_2()),
            (1, t.events_feedback_1()),
        ],
        thanked: visit.query.as_ref() == "thanks=1",
    }
}
