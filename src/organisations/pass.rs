//! A pass: what the address of a page carries once somebody has shown to which organisation they belong. It is signed, ends by itself, and
//! ends early when the organisation gets another code. Why it is no cookie: `docs/decisions/passes-in-the-path.md`.

use booking::Span;

use super::store;
use super::{Organisation, OrganisationId};
use crate::clock::Instant;
use crate::db::HubId;
use crate::keys::Keys;
use crate::problem::Problem;
use crate::tenancy::{Hub, Visit};

/// For how long a pass opens.
pub const VALID: Span = Span::from_hours(24);
/// For how long the contact's pass opens the list of people.
pub const PEOPLE_VALID: Span = Span::from_days(30);
const PURPOSE: &str = "training";
const PEOPLE: &str = "training people";

/// A pass that opens from now on, while the organisation has this code.
pub fn pass(keys: &Keys, hub: HubId, organisation: OrganisationId, code: &str, now: Instant) -> String {
    keys.pass(PURPOSE, hub, organisation.0, now.plus(VALID), code.as_bytes())
}

/// Somebody who has shown to belong to an organisation.
#[derive(Debug, Clone)]
pub struct Member {
    /// The organisation.
    pub organisation: Organisation,
    /// Their pass, for further links.
    pub pass: String,
}

impl Member {
    /// Somebody who has just shown it: a new pass.
    pub fn admit(keys: &Keys, hub: &Hub, organisation: Organisation, now: Instant) -> Self {
        let pass = pass(keys, hub.id, organisation.id, &organisation.code, now);
        Self { organisation, pass }
    }

    /// Whoever comes with a pass; nobody when it is not ours or has ended.
    pub async fn of(visit: &Visit, pass: &str) -> Result<Option<Self>, Problem> {
        let opened = open(visit, PURPOSE, pass, |one| Some(one.code.clone().into_bytes())).await?;
        Ok(opened.map(|organisation| Self { organisation, pass: pass.to_owned() }))
    }

    /// A page for this person below `/training/{pass}`.
    pub fn path(&self, rest: &str) -> String {
        format!("/training/{}{rest}", self.pass)
    }
}

/// A pass to the list of an organisation's people, for its contact: it ends when there is another contact or another code.
pub fn people_pass(keys: &Keys, hub: HubId, organisation: OrganisationId, (code, email): (&str, &str), now: Instant) -> String {
    keys.pass(PEOPLE, hub, organisation.0, now.plus(PEOPLE_VALID), &contact_seal(code, email))
}

/// The organisation whose contact comes with a pass; none when it is not ours or has ended.
pub async fn contact_of(visit: &Visit, pass: &str) -> Result<Option<Organisation>, Problem> {
    open(visit, PEOPLE, pass, |one| one.contact.as_ref().map(|contact| contact_seal(&one.code, &contact.email))).await
}

fn contact_seal(code: &str, email: &str) -> Vec<u8> {
    format!("{code} {email}").into_bytes()
}

/// The organisation of a pass. What was never ours is counted as a guess.
async fn open(visit: &Visit, purpose: &str, pass: &str, bound: impl Fn(&Organisation) -> Option<Vec<u8>>) -> Result<Option<Organisation>, Problem> {
    if visit.app.limits().address_is_blocked(visit.client.0, visit.now) {
        return Err(Problem::TooMany);
    }
    let (hub, claimed) = (visit.hub.id, Keys::pass_id(pass).map(OrganisationId));
    let found = match claimed {
        Some(id) => visit.app.read(hub, move |tx| store::organisation(tx, hub, id)).await?,
        None => None,
    };
    let ends = found.as_ref().and_then(|one| visit.app.keys().open_pass(purpose, hub, pass, &bound(one)?));
    if ends.is_none() {
        visit.app.limits().address_failed(visit.client.0, visit.now);
    }
    Ok(found.filter(|_| ends.is_some_and(|ends| visit.now < ends)))
}
