//! The mails with a link to closed courses, and to the list of an organisation's people. The pass in them is made when they leave, so that
//! none is stored.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::app::App;
use crate::clock::Instant;
use crate::db::{DbError, DbResult, HubId, Tx};
use crate::ids::uuid_at;
use crate::mail::outbox::{self, Claimed, Posted};
use crate::mail::{EmailAddress, Letter};
use crate::organisations::{Organisation, OrganisationId, PEOPLE_VALID, VALID, pass, people_pass};
use crate::tenancy::{Hub, Links};
use crate::texts::{Lang, Texts};

/// First part of the kind of these rows in the outbox.
pub const NAME: &str = "training";
const KIND: &str = "training.link";
/// The kind of letters that the lead sends to a contact; the name of the wish follows.
const LIST: &str = "training.list.";

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

/// What a letter to the contact says.
#[derive(Serialize, Deserialize)]
struct ListFacts {
    lang: String,
    /// Name of the contact.
    contact: String,
    to: String,
    organisation: Uuid,
    name: String,
    code: String,
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

/// Writes the facts of a letter to the contact with the link to the list; none where nobody can be written to, for a wish that has
/// its letter, nor while one has yet to leave.
pub fn post_list(tx: &Tx<'_>, hub: HubId, one: &Organisation, (lang, wish): (Lang, &str), leaves: Instant, now: Instant) -> DbResult<()> {
    let kind = format!("{LIST}{wish}");
    let Some(payload) = list_payload(one, lang.code())? else { return Ok(()) };
    if lists(tx, hub, one.id)?.iter().any(|letter| letter.kind == kind || letter.state == "queued") {
        return Ok(());
    }
    outbox::post(tx, hub, one.id.0, &kind, &payload, leaves, now)
}

/// The letters to an organisation's contact that are kept, in order.
pub fn lists(tx: &Tx<'_>, hub: HubId, organisation: OrganisationId) -> DbResult<Vec<Posted>> {
    outbox::of_topic(tx, hub, organisation.0)
}

/// Letters that have not left go to the contact as it now is, with a link that opens with the present code; without a contact they are
/// thrown away.
pub fn readdress(tx: &Tx<'_>, hub: HubId, one: &Organisation) -> DbResult<()> {
    outbox::rewrite(tx, hub, one.id.0, |payload| {
        let facts: ListFacts = serde_json::from_str(payload).map_err(|error| DbError::app(error.to_string()))?;
        list_payload(one, &facts.lang)
    })
}

fn list_payload(one: &Organisation, lang: &str) -> DbResult<Option<String>> {
    let Some(contact) = one.contact.as_ref().filter(|contact| !contact.email.is_empty()) else { return Ok(None) };
    let facts = ListFacts {
        lang: lang.to_owned(),
        contact: contact.name.clone(),
        to: contact.email.clone(),
        organisation: one.id.0,
        name: one.name.clone(),
        code: one.code.clone(),
    };
    serde_json::to_string(&facts).map(Some).map_err(|error| DbError::app(error.to_string()))
}

/// Whether somebody is the contact of an organisation. Addresses are compared as they are written there: the list's pass is bound to it.
pub fn is_contact(one: &Organisation, address: &EmailAddress) -> bool {
    one.contact.as_ref().is_some_and(|contact| contact.email == address.as_str())
}

/// Words a mail.
pub fn wording(app: &App, hub: &Hub, row: &Claimed) -> Result<Option<Letter>, String> {
    if row.kind.starts_with(LIST) { list_wording(app, hub, row) } else { link_wording(app, hub, row) }
}

fn list_wording(app: &App, hub: &Hub, row: &Claimed) -> Result<Option<Letter>, String> {
    let facts: ListFacts = serde_json::from_str(&row.payload).map_err(|error| format!("unreadable letter: {error}"))?;
    let t = Texts { lang: Lang::parse(&facts.lang).unwrap_or(Lang::De) };
    let links = Links::of(app.config(), hub, t.lang);
    let pass = people_pass(app.keys(), hub.id, OrganisationId(facts.organisation), (&facts.code, &facts.to), app.clock().now());
    let text = [
        t.training_mail_list_hello(&facts.contact),
        t.training_mail_list(&facts.name),
        links.absolute(&format!("/training/people/{pass}")),
        t.training_mail_list_valid(PEOPLE_VALID.minutes() / (24 * 60)),
        t.training_mail_list_again(links.absolute("/training")),
        t.training_mail_list_not_you().to_owned(),
        hub.name.clone(),
    ];
    Ok(Some(Letter {
        to: (facts.contact, facts.to),
        from_name: hub.name.clone(),
        reply_to: hub.email.clone(),
        subject: t.training_mail_list_subject(&hub.name),
        text: text.join("\n\n"),
        invitation: None,
        message_id: row.id.simple().to_string(),
    }))
}

fn link_wording(app: &App, hub: &Hub, row: &Claimed) -> Result<Option<Letter>, String> {
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
