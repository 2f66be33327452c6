//! Mails about barriers: to the hub, that there is a report, and to who reported, what came of it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::barriers::last_day;
use super::store::Report;
use crate::app::App;
use crate::clock::Instant;
use crate::db::{DbError, DbResult, HubId, Tx};
use crate::mail::outbox::{self, Claimed};
use crate::mail::{EmailAddress, Letter};
use crate::tenancy::{Hub, Links};
use crate::texts::{Lang, Texts, dates};

/// First part of the kind of these rows in the outbox.
pub const NAME: &str = "barrier";

/// What a letter says.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
enum Facts {
    /// To the hub: that a report came, never what it says.
    Received { due: i64 },
    /// To who reported.
    Answered { to: String, name: String, lang: String, words: String, answer: String },
}

/// Tells the hub that a report came.
pub fn tell_hub(tx: &Tx<'_>, hub: HubId, report: Uuid, due: Instant, now: Instant) -> DbResult<()> {
    post(tx, hub, report, "received", &Facts::Received { due: due.micros() }, now)
}

/// Tells who reported what came of it, when a mail address was given.
pub fn tell_person(tx: &Tx<'_>, hub: HubId, report: &Report, answer: &str, now: Instant) -> DbResult<()> {
    let Some(to) = EmailAddress::parse(&report.contact) else { return Ok(()) };
    let (lang, to) = (report.lang.code().to_owned(), to.as_str().to_owned());
    let facts = Facts::Answered { to, name: report.name.clone(), lang, words: report.words.clone(), answer: answer.to_owned() };
    post(tx, hub, report.id, "answered", &facts, now)
}

fn post(tx: &Tx<'_>, hub: HubId, report: Uuid, what: &str, facts: &Facts, now: Instant) -> DbResult<()> {
    let payload = serde_json::to_string(facts).map_err(|error| DbError::app(error.to_string()))?;
    outbox::post(tx, hub, report, &format!("{NAME}.{what}"), &payload, now, now)
}

/// Words a letter. A hub without a mail address is told nothing: its pages for staff show the report.
pub fn wording(app: &App, hub: &Hub, row: &Claimed) -> Result<Option<Letter>, String> {
    let facts: Facts = serde_json::from_str(&row.payload).map_err(|error| format!("unreadable letter: {error}"))?;
    let letter = match facts {
        Facts::Received { .. } if hub.email.is_empty() => return Ok(None),
        Facts::Received { due } => {
            let t = Texts { lang: Lang::De };
            let day = dates::day_long(t.lang, last_day(hub, Instant::from_micros(due)));
            let link = Links::of(app.config(), hub, Lang::De).absolute(&format!("/staff/hub/barriers/{}", row.topic));
            (hub.name.clone(), hub.email.clone(), t.accessibility_mail_received(&hub.name), t.accessibility_mail_received_text(day, link))
        }
        Facts::Answered { to, name, lang, words, answer } => {
            let t = Texts { lang: Lang::parse(&lang).unwrap_or(Lang::De) };
            let greeting = if name.is_empty() { t.accessibility_mail_hello().to_owned() } else { t.accessibility_mail_greeting(&name) };
            let text = [
                greeting,
                t.accessibility_mail_answered_text().to_owned(),
                answer,
                t.accessibility_mail_your_words(&words),
                t.accessibility_no_answer().to_owned(),
                hub.name.clone(),
            ];
            (name, to, t.accessibility_mail_answered(&hub.name), text.join("\n\n"))
        }
    };
    let (name, to, subject, text) = letter;
    Ok(Some(Letter {
        to: (name, to),
        from_name: hub.name.clone(),
        reply_to: hub.email.clone(),
        subject,
        text,
        invitation: None,
        message_id: row.id.simple().to_string(),
    }))
}
