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
const PURPOSE: &str = "training";

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

    /// Whoever comes with a pass; nobody when it is not ours or has ended. What was never ours is counted as a guess.
    pub async fn of(visit: &Visit, pass: &str) -> Result<Option<Self>, Problem> {
        if visit.app.limits().address_is_blocked(visit.client.0, visit.now) {
            return Err(Problem::TooMany);
        }
        let (hub, claimed) = (visit.hub.id, Keys::pass_id(pass).map(OrganisationId));
        let found = match claimed {
            Some(id) => visit.app.read(hub, move |tx| store::organisation(tx, hub, id)).await?,
            None => None,
        };
        let ends = found.as_ref().and_then(|one| visit.app.keys().open_pass(PURPOSE, hub, pass, one.code.as_bytes()));
        if ends.is_none() {
            visit.app.limits().address_failed(visit.client.0, visit.now);
        }
        let in_time = ends.is_some_and(|ends| visit.now < ends);
        Ok(found.filter(|_| in_time).map(|organisation| Self { organisation, pass: pass.to_owned() }))
    }

    /// A page for this person below `/training/{pass}`.
    pub fn path(&self, rest: &str) -> String {
        format!("/training/{}{rest}", self.pass)
    }
}
