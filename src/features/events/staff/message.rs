//! A letter to everybody of a date. It leaves after a minute, until then it can be taken back.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use booking::{Span, State};

use super::done::Done;
use super::participants::bookings_of;
use super::{Dated, find_date, wording};
use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::bookings::{Booking, Notice};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::features::events::letters::{self, Wish};
use crate::features::events::registration_form::when_words;
use crate::features::events::store::{self, Mailing};
use crate::ids::OccasionId;
use crate::mail::outbox;
use crate::problem::Problem;
use crate::ui::{Earlier, Fields, Flaws, Page, see_other};

/// Longest text: about a page.
const TEXT_AT_MOST: usize = 3_000;
/// So long a letter waits before it leaves.
const UNDO: Span = Span::from_minutes(1);

#[derive(Template)]
#[template(path = "features/events/staff/message.html")]
struct MessagePage {
    frame: StaffFrame,
    title: String,
    when: String,
    list_href: String,
    subject: String,
    groups: Vec<Group>,
    fields: Fields,
    flaws: Flaws,
    /// When this form has written a letter before and says something else now.
    earlier: Option<Earlier>,
}

/// A group that a letter can go to.
struct Group {
    word: &'static str,
    label: String,
    without_mail: String,
    chosen: bool,
}

/// A letter that was written.
#[derive(Debug, Clone)]
pub struct SentMessage {
    /// Names it in addresses.
    pub once: String,
    /// "An 12 Anmeldungen, Di., 1.12., 13:42 Uhr."
    pub words: String,
    /// How many can be taken back.
    held: u32,
}

impl SentMessage {
    /// Whether it has not left yet.
    pub fn can_withdraw(&self) -> bool {
        self.held > 0
    }
}

/// Who gets the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Audience {
    /// Those with a place.
    pub seated: bool,
    /// Those who wait or have an offer.
    pub waiting: bool,
}

impl Audience {
    /// Whether a registration belongs to it.
    pub fn takes_in(self, state: State) -> bool {
        match state {
            State::Confirmed | State::Attended | State::NoShow => self.seated,
            State::Waiting | State::Offered => self.waiting,
            _ => false,
        }
    }
}

/// `GET /staff/events/{event}/{date}/participants/message`
pub async fn show(staff: Staff, Path((event, date)): Path<(String, String)>) -> Result<Page, Problem> {
    staff.needs(Role::Staff)?;
    let dated = find_date(&staff, event, date).await?;
    let fields = Fields(vec![("to".to_owned(), "seated".to_owned())]);
    Page::personal(&page(&staff, &dated, fields, Flaws::default()).await?)
}

/// `POST /staff/events/{event}/{date}/participants/message`: the same form twice is one letter; with other content it is asked for again.
pub async fn send(Path((event, date)): Path<(String, String)>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, key } = posted;
    staff.needs(Role::Staff)?;
    let dated = find_date(&staff, event, date).await?;
    let text = fields.lines("text");
    let audience = Audience { seated: fields.all("to").any(|word| word == "seated"), waiting: fields.all("to").any(|word| word == "waiting") };
    let (hub, occasion) = (staff.visit.hub.id, dated.occurrence.id);
    let bookings = staff.visit.app.read(hub, move |tx| bookings_of(tx, hub, occasion)).await?;
    let flaws = check(&staff, &text, audience, &bookings);
    if !flaws.is_empty() {
        let page = page(&staff, &dated, fields, flaws).await?;
        return Ok(Page::personal(&page)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
    }
    let path = staff.visit.links.to(&dated.path());
    let (form, once, letter) = (once(&key), of_content(&key, &fields), dated.clone());
    if staff.visit.app.write_keyed(hub, move |tx, now| write(tx, hub, &letter, audience, (&text, &form, &once), now)).await? {
        return Ok(see_other(&path));
    }
    let t = staff.visit.t;
    let earlier = Earlier {
        title: t.events_staff_message_earlier(),
        text: t.events_staff_message_earlier_text(),
        href: path,
        link: t.events_staff_message_earlier_link(),
    };
    let page = MessagePage { earlier: Some(earlier), ..page(&staff, &dated, fields, Flaws::default()).await? };
    Ok(Page::personal(&page)?.status(StatusCode::CONFLICT).into_response())
}

/// `POST /staff/events/{event}/{date}/participants/messages/{mailing}/withdrawal`
pub async fn withdraw(Path((event, date, once)): Path<(String, String, String)>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let staff = posted.staff;
    staff.needs(Role::Staff)?;
    let dated = find_date(&staff, event, date).await?;
    let (hub, occasion) = (staff.visit.hub.id, dated.occurrence.id);
    let back = staff.visit.app.write_keyed(hub, move |tx, now| take_back(tx, hub, occasion, &once, now)).await?;
    let done = if back > 0 { Done::Withdrawn } else { Done::Stale };
    Ok(see_other(&staff.visit.links.to(&format!("{}{}", dated.path(), done.query()))))
}

/// What was written to those of a date, in words.
pub fn sent_messages(staff: &Staff, mailings: &[Mailing]) -> Vec<SentMessage> {
    let (t, hub) = (staff.visit.t, &staff.visit.hub);
    let prefix = letters::wish_kind(Notice::Message, "");
    let one = |mailing: &Mailing| {
        let (count, at) = (i64::from(mailing.count), wording::moment_of(t, hub, mailing.at));
        SentMessage {
            once: mailing.kind.strip_prefix(&prefix).unwrap_or_default().to_owned(),
            words: if mailing.held > 0 { t.events_staff_message_held(count) } else { t.events_staff_message_sent(count, &at) },
            held: mailing.held,
        }
    };
    mailings.iter().map(one).collect()
}

/// Writes the letter to everybody who has not got it yet; false when this form has written another one before.
fn write(tx: &Tx<'_>, hub: HubId, dated: &Dated, audience: Audience, (text, form, once): (&str, &str, &str), now: Instant) -> DbResult<bool> {
    let Some(facts) = store::facts(tx, hub, dated.occurrence.id)? else { return Ok(true) };
    let known = store::letter_of_form(tx, hub, dated.occurrence.id, &letters::wish_kind(Notice::Message, form))?;
    if known.is_some_and(|kind| kind != letters::wish_kind(Notice::Message, once)) {
        return Ok(false);
    }
    let wish = Wish { notice: Notice::Message, message: text, once };
    for booking in bookings_of(tx, hub, dated.occurrence.id)?.iter().filter(|booking| audience.takes_in(booking.state)) {
        letters::post_once(tx, hub, &facts, booking, wish, now.plus(UNDO), now)?;
    }
    Ok(true)
}

fn take_back(tx: &Tx<'_>, hub: HubId, occasion: OccasionId, once: &str, now: Instant) -> DbResult<u64> {
    let kind = letters::wish_kind(Notice::Message, once);
    let mut back = 0;
    for booking in bookings_of(tx, hub, occasion)? {
        back += outbox::withdraw(tx, hub, booking.id.0, &kind, now)?;
    }
    Ok(back)
}

/// Names a letter after its form and what it says.
fn of_content(key: &str, fields: &Fields) -> String {
    format!("{}{}", once(key), crate::keys::hex(&fields.print()))
}

/// Names a wish after the key of its form, without giving the key away.
pub fn once(key: &str) -> String {
    crate::keys::hex(&crate::keys::digest(&[b"wish", key.as_bytes()]))
}

fn check(staff: &Staff, text: &str, audience: Audience, bookings: &[Booking]) -> Flaws {
    let (t, mut flaws) = (staff.visit.t, Flaws::default());
    if !audience.seated && !audience.waiting {
        flaws.add("to-seated", t.events_staff_flaw_audience());
    } else if !bookings.iter().any(|booking| audience.takes_in(booking.state) && booking.has_mail()) {
        flaws.add("to-seated", t.events_staff_flaw_nobody());
    }
    if text.is_empty() {
        flaws.add("text", t.events_staff_flaw_text());
    } else if text.chars().count() > TEXT_AT_MOST {
        flaws.add("text", t.events_flaw_long(i64::try_from(TEXT_AT_MOST).unwrap_or(0)));
    }
    flaws
}

async fn page(staff: &Staff, dated: &Dated, fields: Fields, flaws: Flaws) -> Result<MessagePage, Problem> {
    let (visit, t) = (&staff.visit, staff.visit.t);
    let (hub, occasion) = (visit.hub.id, dated.occurrence.id);
    let bookings = visit.app.read(hub, move |tx| bookings_of(tx, hub, occasion)).await?;
    let title = if dated.event.topic.as_str() == "health" { &visit.hub.name } else { &dated.event.title };
    let chosen = |word: &str| fields.all("to").any(|to| to == word);
    Ok(MessagePage {
        frame: StaffFrame::new(staff, StaffSection::Today, t.events_staff_write_all()).invalid(!flaws.is_empty()),
        title: dated.event.title.clone(),
        when: when_words(visit, &dated.occurrence),
        list_href: visit.links.to(&dated.path()),
        subject: t.events_mail_message_subject(title, visit.days().day_short(dated.occurrence.local_start.date())),
        groups: vec![
            group(staff, "seated", &bookings, Audience { seated: true, waiting: false }, chosen("seated")),
            group(staff, "waiting", &bookings, Audience { seated: false, waiting: true }, chosen("waiting")),
        ],
        fields,
        flaws,
        earlier: None,
    })
}

fn group(staff: &Staff, word: &'static str, bookings: &[Booking], audience: Audience, chosen: bool) -> Group {
    let t = staff.visit.t;
    let (with, without): (Vec<&Booking>, Vec<&Booking>) =
        bookings.iter().filter(|booking| audience.takes_in(booking.state)).partition(|booking| booking.has_mail());
    let count = |list: &[&Booking]| i64::try_from(list.len()).unwrap_or(i64::MAX);
    Group {
        word,
        label: if audience.seated { t.events_staff_to_seated(count(&with)) } else { t.events_staff_to_waiting(count(&with)) },
        without_mail: if without.is_empty() { String::new() } else { t.events_staff_without_mail(count(&without)) },
        chosen,
    }
}
