//! Everything that the first run has asked, ready to be stored: by the browser or by `nabe setup`.

use url::Url;

use crate::auth::{self, Role};
use crate::clock::Instant;
use crate::db::{DbError, DbResult, HubId, Tx};
use crate::door::is_reserved;
use crate::ids::{AccountId, SiteId};
use crate::installation::{MailServer, store as settings};
use crate::tenancy::store::{NewHub, insert_hub, insert_site};
use crate::tenancy::{Opening, Site, is_slug};
use crate::texts::week::{WeekMistake, parse_week};

/// What is to be stored.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Name of the first account.
    pub name: String,
    /// Its mail address.
    pub email: String,
    /// Hash of its password.
    pub password_hash: String,
    /// The hub.
    pub hub: NewHub,
    /// Its first place.
    pub place: Option<Place>,
    /// Address under which people reach the installation.
    pub public_url: Option<Url>,
    /// The way out for mails.
    pub mail: Option<MailServer>,
}

/// The first place of a hub.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// Name.
    pub name: String,
    /// Street and number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub town: String,
    /// Weekly opening.
    pub openings: Vec<Opening>,
}

/// Weekly hours as typed.
pub fn read_hours(typed: &str) -> Result<Vec<Opening>, WeekMistake> {
    let spans = parse_week(typed)?;
    Ok(spans.into_iter().map(|(day, opens, closes)| Opening { weekday: day.to_monday_one_offset(), opens, closes }).collect())
}

/// The part of the address for a name: its last word, which is mostly the town. Empty when that is none.
pub fn slug_for(name: &str) -> String {
    let last = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let written = last.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
    let slug: String = written.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let slug = slug.trim_matches('-').to_owned();
    if is_slug(&slug) && !is_reserved(&slug) { slug } else { String::new() }
}

/// Writes account, hub, role and settings, in the scope of the installation; nothing when somebody was faster.
pub fn store_installation(tx: &Tx<'_>, plan: &Plan, now: Instant) -> DbResult<Option<(HubId, AccountId)>> {
    if !settings::is_empty(tx)? {
        return Ok(None);
    }
    let account = auth::store::insert(tx, &plan.email, &plan.name, &plan.password_hash, true, now)?;
    let hub = insert_hub(tx, &plan.hub, now)?;
    auth::store::set_role(tx, hub, account, Role::Lead)?;
    if let Some(url) = &plan.public_url {
        settings::set(tx, settings::PUBLIC_URL, url.as_str(), now)?;
    }
    if let Some(mail) = &plan.mail {
        let text = serde_json::to_string(mail).map_err(|error| DbError::app(error.to_string()))?;
        settings::set(tx, settings::MAIL, &text, now)?;
    }
    Ok(Some((hub, account)))
}

/// Writes the first place, in the scope of its hub.
pub fn store_place(tx: &Tx<'_>, hub: HubId, place: &Place, now: Instant) -> DbResult<()> {
    let Place { name, street, postcode, town, openings } = place.clone();
    let (directions, wheelchair, hearing) = (String::new(), String::new(), String::new());
    insert_site(tx, hub, &Site { id: SiteId::new(now), name, street, postcode, town, directions, wheelchair, hearing, openings }, 0)
}
