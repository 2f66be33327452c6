//! The letter with a link to set a password. Its row names the link; the token is made when the mail leaves, so that none is stored.

use booking::Span;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::app::App;
use crate::auth::{ACCESS, ACCESS_VALID, store as accounts};
use crate::clock::Instant;
use crate::db::{DbError, DbResult, HubId, Tx};
use crate::ids::AccountId;
use crate::keys::digest;
use crate::mail::Letter;
use crate::mail::outbox::{self, Claimed};
use crate::tenancy::{Hub, Links};
use crate::texts::{Lang, Texts};

/// What the kind of such a row begins with.
pub const NAME: &str = "hub";
const KIND: &str = "hub.access";

/// Who gets a link.
#[derive(Debug, Clone)]
pub struct Access {
    /// Account.
    pub account: AccountId,
    /// Name.
    pub name: String,
    /// Where the link goes.
    pub email: String,
    /// Language of the mail.
    pub lang: String,
    /// Whether the person is new here.
    pub invited: bool,
}

#[derive(Serialize, Deserialize)]
struct Facts {
    name: String,
    email: String,
    lang: String,
    invited: bool,
}

/// Makes a link; earlier ones of the account end. With `on_paper` it is shown to whoever asked, otherwise it leaves by mail. The same
/// form makes one link for one account.
pub fn grant(tx: &Tx<'_>, hub: HubId, access: &Access, on_paper: bool, key: &str, now: Instant) -> DbResult<()> {
    let id = Uuid::from_slice(digest(&[b"access", key.as_bytes(), access.account.0.as_bytes()]).get(..16).unwrap_or_default()).unwrap_or_default();
    if !accounts::insert_access(tx, id, access.account, on_paper, now)? || on_paper {
        return Ok(());
    }
    let facts = Facts { name: access.name.clone(), email: access.email.clone(), lang: access.lang.clone(), invited: access.invited };
    let payload = serde_json::to_string(&facts).map_err(|error| DbError::app(error.to_string()))?;
    outbox::post(tx, hub, id, KIND, &payload, now, now)
}

/// Words the letter. One that is late by the link's life is not sent.
pub fn wording(app: &App, hub: &Hub, row: &Claimed) -> Result<Option<Letter>, String> {
    let facts: Facts = serde_json::from_str(&row.payload).map_err(|error| format!("unreadable letter: {error}"))?;
    let t = Texts { lang: Lang::parse(&facts.lang).unwrap_or(Lang::De) };
    let link = Links::of(app.config(), hub, t.lang).absolute(&format!("/staff/password/{}", app.keys().link(ACCESS, hub.id, row.topic)));
    let hours = hours(ACCESS_VALID);
    let opening = if facts.invited { t.hub_letter_invited(&hub.name) } else { t.hub_letter_again(&hub.name) };
    let text = [t.hub_letter_greeting(&facts.name), opening, link, t.hub_letter_valid(hours), t.hub_letter_not_asked().to_owned(), hub.name.clone()];
    Ok(Some(Letter {
        to: (facts.name, facts.email),
        from_name: hub.name.clone(),
        reply_to: hub.email.clone(),
        subject: t.hub_letter_subject(&hub.name),
        text: text.join("\n\n"),
        invitation: None,
        message_id: row.id.simple().to_string(),
    }))
}

fn hours(span: Span) -> i64 {
    span.minutes() / 60
}
