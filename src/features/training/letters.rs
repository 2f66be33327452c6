//! The mail with a link to closed courses. The pass in it is made when the mail leaves, so that none is stored.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::app::App;
use crate::clock::Instant;
use crate::db::{DbError, DbResult, HubId, Tx};
use crate::ids::uuid_at;
use crate::mail::outbox::{self, Claimed};
use crate::mail::{EmailAddress, Letter};
use crate::organisations::{Organisation, OrganisationId, PEOPLE_VALID, VALID, pass, people_pass};
use crate::tenancy::{Hub, Links};
use crate::texts::{Lang, Texts};

/// First part of the kind of these rows in the outbox.
pub const NAME: &str = "training";
const KIND: &str = "training.link";

#[derive(Serialize, Deserialize)]
struct Facts {
    to: String,
    lang: String,
    organisation: Uuid,
    name: String,
    code: String,
    /// What follows the pass in the address.
    below: String,
    /// Whether it goes to the contact, who also gets the list of people.
    #[serde(default)]
    is_contact: bool,
}

/// Writes the facts of a mail to somebody of an organisation, with what follows the pass in the address.
pub fn post(tx: &Tx<'_>, hub: HubId, one: &Organisation, to: &EmailAddress, (below, lang): (&str, Lang), now: Instant) -> DbResult<()> {
    let facts = Facts {
        to: to.as_str().to_owned(),
        lang: lang.code().to_owned(),
        organisation: one.id.0,
        name: one.name.clone(),
        code: one.code.clone(),
        below: below.to_owned(),
        is_contact: is_contact(one, to),
    };
    let payload = serde_json::to_string(&facts).map_err(|error| DbError::app(error.to_string()))?;
    outbox::post(tx, hub, uuid_at(now), KIND, &payload, now, now)
}

/// Whether somebody is the contact of an organisation. Addresses are compared as they are written there: the list's pass is bound to it.
pub fn is_contact(one: &Organisation, address: &EmailAddress) -> bool {
    one.contact.as_ref().is_some_and(|contact| contact.email == address.as_str())
}

/// Words the mail.
pub fn wording(app: &App, hub: &Hub, row: &Claimed) -> Result<Option<Letter>, String> {
    let facts: Facts = serde_json::from_str(&row.payload).map_err(|error| format!("unreadable letter: {error}"))?;
    let t = Texts { lang: Lang::parse(&facts.lang).unwrap_or(Lang::De) };
    let pass = pass(app.keys(), hub.id, OrganisationId(facts.organisation), &facts.code, app.clock().now());
    let link = Links::of(app.config(), hub, t.lang).absolute(&format!("/training/{pass}{}", facts.below));
    let mut text = vec![t.training_mail_hello().to_owned(), t.training_mail_text(&facts.name), link, t.training_mail_valid(VALID.minutes() / 60)];
    if facts.is_contact {
        let pass = people_pass(app.keys(), hub.id, OrganisationId(facts.organisation), (&facts.code, &facts.to), app.clock().now());
        let list = Links::of(app.config(), hub, t.lang).absolute(&format!("/training/people/{pass}"));
        text.extend([t.training_mail_people(PEOPLE_VALID.minutes() / (24 * 60)), list]);
    }
    text.extend([t.training_mail_not_asked().to_owned(), hub.name.clone()]);
    Ok(Some(Letter {
        to: (String::new(), facts.to),
        from_name: hub.name.clone(),
        reply_to: hub.email.clone(),
        subject: t.training_mail_subject(&hub.name),
        text: text.join("\n\n"),
        invitation: None,
        message_id: row.id.simple().to_string(),
    }))
}
