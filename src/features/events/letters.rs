//! What registered people are told by mail. The facts are written down in the deciding transaction, the words when the mail leaves.

use ical::{Calendar, Mailbox, Method, Status};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::places::zoned;
use super::seats::Facts;
use super::store;
use crate::app::App;
use crate::bookings::{Booking, Notice, outbox_kind};
use crate::clock::Instant;
use crate::db::{DbError, DbResult, HubId, Tx};
use crate::features::events::Seats;
use crate::ids::BookingId;
use crate::mail::outbox::{self, Claimed};
use crate::mail::{Invitation, Letter, on_the_wire};
use crate::paper::can_write;
use crate::tenancy::{Hub, Links};
use crate::texts::dates::{self, Days};
use crate::texts::{Lang, Texts};

/// What a letter says, as it was when it was decided.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Facts4Letter {
    notice: Notice,
    lang: String,
    name: String,
    email: String,
    seats: u32,
    code: String,
    deadline: Option<i64>,
    title: String,
    topic: String,
    slug: String,
    start: DateTime,
    end: DateTime,
    open_end: bool,
    zone: String,
    place: String,
    online_url: String,
    bring: String,
    reason: String,
    message: String,
    sequence: u32,
    at: i64,
    /// Whether the person has no certain place yet: then there is nothing to enter a calendar, and no link to go to.
    #[serde(default)]
    waits: bool,
    /// The date.
    #[serde(default)]
    occasion: Option<Uuid>,
}

/// Where a letter leads.
struct Ways<'a> {
    /// The registration.
    link: &'a str,
    /// The question how the date was; the same for everybody who was there.
    feedback: &'a str,
    /// The hub.
    links: &'a Links,
    /// How days are called when the letter leaves.
    days: Days,
}

/// Puts a letter into the outbox, if the person has a mail address.
pub fn post(tx: &Tx<'_>, hub: HubId, facts: &Facts, booking: &Booking, notice: Notice, message: &str, leaves: Instant) -> DbResult<()> {
    match payload(facts, booking, notice, message)? {
        Some(payload) => outbox::post(tx, hub, booking.id.0, &outbox_kind::<Seats>(notice), &payload, leaves, booking.changed_at),
        None => Ok(()),
    }
}

/// The same for a letter that somebody at the hub asks for: `once` names the wish, and a booking gets one letter for it however often
/// the form comes in. Whether a letter was put into the outbox now.
pub fn post_once(tx: &Tx<'_>, hub: HubId, facts: &Facts, booking: &Booking, letter: Wish<'_>, leaves: Instant, now: Instant) -> DbResult<bool> {
    let kind = wish_kind(letter.notice, letter.once);
    if store::was_posted(tx, hub, booking.id, &kind)? {
        return Ok(false);
    }
    let Some(payload) = payload(facts, booking, letter.notice, letter.message)? else { return Ok(false) };
    outbox::post(tx, hub, booking.id.0, &kind, &payload, leaves, now)?;
    Ok(true)
}

/// A letter that somebody at the hub asks for.
#[derive(Clone, Copy)]
pub struct Wish<'a> {
    /// What it says.
    pub notice: Notice,
    /// The hub's own words; may be empty.
    pub message: &'a str,
    /// Names this wish among all others: letters and digits.
    pub once: &'a str,
}

/// The kind of such a letter's row: the notice, then the name of the wish.
pub fn wish_kind(notice: Notice, once: &str) -> String {
    format!("{}.{once}", outbox_kind::<Seats>(notice))
}

/// What a letter needs to know, as it is now; nothing for people without a mail address.
fn payload(facts: &Facts, booking: &Booking, notice: Notice, message: &str) -> DbResult<Option<String>> {
    if !booking.has_mail() {
        return Ok(None);
    }
    let o = &facts.occurrence;
    let letter = Facts4Letter {
        notice,
        lang: booking.lang.code().to_owned(),
        name: booking.name.clone(),
        email: booking.email.clone(),
        seats: booking.seats,
        code: booking.code.clone(),
        deadline: booking.deadline.map(Instant::micros),
        title: facts.title.clone(),
        topic: facts.topic.as_str().to_owned(),
        slug: facts.slug.clone(),
        start: o.local_start,
        end: o.local_end,
        open_end: o.open_end,
        zone: o.zone.clone(),
        place: facts.place.clone(),
        online_url: facts.online_url.clone(),
        bring: facts.bring.clone(),
        reason: o.reason.clone(),
        message: message.to_owned(),
        // Both count up only: the sum rises with each of the two.
        sequence: booking.sequence + o.sequence,
        at: booking.changed_at.micros(),
        occasion: Some(o.id.0),
        waits: matches!(booking.state, booking::State::Waiting | booking::State::Offered),
    };
    serde_json::to_string(&letter).map(Some).map_err(|error| DbError::app(error.to_string()))
}

/// Gives the letters of a booking that have not left the name and mail address it has now. Without an address they are thrown away.
pub fn readdress(tx: &Tx<'_>, hub: HubId, booking: &Booking) -> DbResult<()> {
    outbox::rewrite(tx, hub, booking.id.0, |payload| {
        let letter: Facts4Letter = serde_json::from_str(payload).map_err(|error| DbError::app(error.to_string()))?;
        let letter = Facts4Letter { name: booking.name.clone(), email: booking.email.clone(), ..letter };
        if !booking.has_mail() {
            return Ok(None);
        }
        serde_json::to_string(&letter).map(Some).map_err(|error| DbError::app(error.to_string()))
    })
}

/// Words a letter. The payload is ours: one that cannot be read is set aside.
pub fn wording(app: &App, hub: &Hub, row: &Claimed) -> Result<Option<Letter>, String> {
    let facts: Facts4Letter = serde_json::from_str(&row.payload).map_err(|error| format!("unreadable letter: {error}"))?;
    let t = Texts { lang: Lang::parse(&facts.lang).unwrap_or(Lang::De) };
    let (links, days) = (Links::of(app.config(), hub, t.lang), Days { lang: t.lang, today: hub.today(app.db().clock().now()) });
    let booking = BookingId(row.topic);
    let link = links.absolute(&format!("/registrations/{}", app.keys().link("registration", hub.id, booking.0)));
    let feedback = facts.occasion.map(|date| links.absolute(&format!("/feedback/{}", app.keys().link("feedback", hub.id, date)))).unwrap_or_default();
    let invitation = invitation(app, hub, &facts, booking, &link)?;
    Ok(Some(Letter {
        to: (facts.name.clone(), facts.email.clone()),
        from_name: hub.name.clone(),
        reply_to: hub.email.clone(),
        subject: subject(t, days, hub, &facts),
        text: text(t, hub, &facts, &Ways { link: &link, feedback: &feedback, links: &links, days }),
        invitation,
        message_id: row.id.simple().to_string(),
    }))
}

fn when(days: Days, facts: &Facts4Letter) -> String {
    let day = dates::day_long(days.lang, facts.start.date());
    if facts.start.date() == facts.end.date() || facts.open_end {
        format!("{day}, {}", dates::time_range(days.lang, facts.start.time(), (!facts.open_end).then(|| facts.end.time())))
    } else {
        days.span(facts.start, facts.end)
    }
}

/// Nothing on health in a subject line: events of that strand are named only inside.
fn subject(t: Texts, days: Days, hub: &Hub, facts: &Facts4Letter) -> String {
    let title = if facts.topic == "health" { hub.name.as_str() } else { facts.title.as_str() };
    let day = days.day_short(facts.start.date());
    match facts.notice {
        Notice::Confirmed => t.events_mail_confirmed_subject(title, &day),
        Notice::Waiting => t.events_mail_waiting_subject(title, &day),
        Notice::Offered => t.events_mail_offered_subject(title, &day),
        Notice::OfferExpired => t.events_mail_expired_subject(title, &day),
        Notice::OfferDeclined => t.events_mail_declined_subject(title, &day),
        Notice::Changed => t.events_mail_changed_subject(title, &day),
        Notice::Cancelled => t.events_mail_cancelled_subject(title, &day),
        Notice::CancelledByHub => t.events_mail_called_off_subject(title, &day),
        Notice::OccasionChanged => t.events_mail_new_time_subject(title, &day),
        Notice::Message => t.events_mail_message_subject(title, &day),
        Notice::Reminder => t.events_mail_reminder_subject(title, &day),
        Notice::Thanks => t.events_mail_thanks_subject(title, &day),
    }
}

fn text(t: Texts, hub: &Hub, facts: &Facts4Letter, ways: &Ways<'_>) -> String {
    let Ways { link, feedback, links, .. } = *ways;
    let code = booking::code::Code::parse(&facts.code).map_or_else(|| facts.code.clone(), |code| code.to_string());
    let mut parts = vec![t.events_mail_greeting(&facts.name), opening(t, hub, facts)];
    if !facts.reason.is_empty() && matches!(facts.notice, Notice::CancelledByHub | Notice::OccasionChanged) {
        parts.push(facts.reason.clone());
    }
    if !facts.message.is_empty() {
        parts.push(facts.message.clone());
    }
    parts.push(block(t, ways.days, facts));
    match facts.notice {
        Notice::OccasionChanged if facts.waits => parts.extend([no_place_yet(t, hub, facts), t.events_mail_manage(link)]),
        Notice::Thanks => {
            parts.push(t.events_mail_feedback(feedback));
            // A certificate is not promised to somebody whose name its typeface cannot write.
            if can_write(&format!("{}{}{}{}", facts.name, facts.title, facts.place, hub.name)) {
                parts.push(t.events_mail_certificate(link));
            }
        }
        Notice::Confirmed | Notice::Changed | Notice::OccasionChanged | Notice::Reminder => {
            parts.push(t.events_mail_code(&code));
            if !facts.online_url.is_empty() {
                parts.push(t.events_mail_online(&facts.online_url));
            }
            if !facts.bring.is_empty() {
                parts.push(t.events_mail_bring(&facts.bring));
            }
            parts.push(if facts.notice == Notice::Reminder { t.events_mail_cancel_in_time(link) } else { t.events_mail_manage(link) });
        }
        Notice::Waiting | Notice::Offered | Notice::Message => parts.push(t.events_mail_manage(link)),
        _ => parts.push(t.events_mail_programme(links.absolute("/events"))),
    }
    if !hub.phone.is_empty() {
        parts.push(t.events_mail_phone(&hub.phone));
    }
    parts.push(format!("{}\n{}", t.events_mail_greetings(), hub.name));
    // Word joiners keep a time together on a page; in plain text some programs show them as a box.
    parts.join("\n\n").replace('\u{2060}', "")
}

/// Where somebody stands who has no certain place: an offer ends, and has to be answered before.
fn no_place_yet(t: Texts, hub: &Hub, facts: &Facts4Letter) -> String {
    match facts.deadline {
        Some(at) => t.events_manage_mail_still_offered(deadline_words(t, hub, Instant::from_micros(at))),
        None => t.events_manage_mail_still_waits().to_owned(),
    }
}

fn opening(t: Texts, hub: &Hub, facts: &Facts4Letter) -> String {
    let deadline = facts.deadline.map(|at| deadline_words(t, hub, Instant::from_micros(at))).unwrap_or_default();
    match facts.notice {
        Notice::Confirmed => t.events_mail_confirmed().to_owned(),
        Notice::Waiting => t.events_mail_waiting().to_owned(),
        Notice::Offered => t.events_mail_offered(&deadline),
        Notice::OfferExpired => t.events_mail_expired().to_owned(),
        Notice::OfferDeclined => t.events_mail_declined().to_owned(),
        Notice::Changed => t.events_mail_changed().to_owned(),
        Notice::Cancelled => t.events_mail_cancelled().to_owned(),
        Notice::CancelledByHub => t.events_mail_called_off().to_owned(),
        Notice::OccasionChanged => t.events_mail_new_time().to_owned(),
        Notice::Message => t.events_mail_message().to_owned(),
        Notice::Reminder => t.events_mail_reminder().to_owned(),
        Notice::Thanks => t.events_mail_thanks().to_owned(),
    }
}

/// "Mittwoch, 2. Dezember, 14 Uhr" in the hub's zone.
pub fn deadline_words(t: Texts, hub: &Hub, at: Instant) -> String {
    let local = hub.local(at);
    format!("{}, {}", dates::day(t.lang, local.date()), dates::time(t.lang, local.time()))
}

fn block(t: Texts, days: Days, facts: &Facts4Letter) -> String {
    let mut lines = vec![facts.title.clone(), when(days, facts)];
    if !facts.place.is_empty() {
        lines.push(facts.place.clone());
    }
    lines.push(t.events_places(i64::from(facts.seats)));
    lines.join("\n")
}

/// A calendar part for what enters, changes or leaves a calendar; waiting does not.
fn invitation(app: &App, hub: &Hub, facts: &Facts4Letter, booking: BookingId, link: &str) -> Result<Option<Invitation>, String> {
    let (method, word, status) = match facts.notice {
        Notice::OccasionChanged | Notice::CancelledByHub if facts.waits => return Ok(None),
        Notice::Confirmed | Notice::Changed | Notice::OccasionChanged => (Method::Request, "REQUEST", Status::Confirmed),
        Notice::Cancelled | Notice::CancelledByHub => (Method::Cancel, "CANCEL", Status::Cancelled),
        _ => return Ok(None),
    };
    let start = zoned(facts.start, &facts.zone).ok_or("no such wall time")?;
    let sender = if hub.email.is_empty() { app.config().mail_from.clone() } else { hub.email.clone() };
    let mut event = ical::Event::new(booking.to_string(), crate::tenancy::timestamp(Instant::from_micros(facts.at)), start, facts.title.clone());
    event.sequence = facts.sequence;
    event.end = if facts.open_end { None } else { zoned(facts.end, &facts.zone) };
    link.clone_into(&mut event.description);
    event.location.clone_from(&facts.place);
    link.clone_into(&mut event.url);
    event.organizer = Some(Mailbox { name: hub.name.clone(), address: on_the_wire(&sender).into_owned() });
    event.attendee = Some(Mailbox { name: facts.name.clone(), address: on_the_wire(&facts.email).into_owned() });
    event.status = status;
    let calendar = Calendar { method: Some(method), product: "-//Nabe//Nabe//DE".to_owned(), name: None, refresh_hours: None, events: vec![event] };
    calendar.check().map_err(|fault| format!("calendar: {fault:?}"))?;
    Ok(Some(Invitation { method: word, calendar: calendar.to_string() }))
}
