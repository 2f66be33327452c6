//! What the start page says first: up to three words, two sentences of welcome.

use axum::response::Response;

use super::form::{self, Words};
use crate::auth::{HubEntry, Role, Staff, StaffPosted};
use crate::db::{DbResult, Tx};
use crate::problem::Problem;
use crate::tenancy::Hub;
use crate::tenancy::store::{self, Welcome};
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Group, Item, Reader, Sheet, clean};

const PATH: &str = "/staff/hub/welcome";
/// Lines of the claim.
const CLAIM_AT_MOST: usize = 3;
/// Letters of a line of the claim: what fits beside the picture in the largest type.
const CLAIM_LETTERS: usize = 24;
/// Letters of the welcome: two sentences.
const WELCOME_LETTERS: usize = 400;

/// The entry of the overview.
#[expect(clippy::unnecessary_wraps, reason = "entries that ask the database have this shape")]
pub fn entry(_: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let (t, hub) = (staff.visit.t, &staff.visit.hub);
    let open = hub.welcome.is_empty();
    let state = if open { t.hub_welcome_none().to_owned() } else { t.hub_welcome_set().to_owned() };
    Ok(Some(HubEntry { name: t.hub_welcome(), about: t.hub_welcome_about(), path: PATH, state, open }))
}

/// `GET /staff/hub/welcome`
pub async fn show(staff: Staff) -> Result<Response, Problem> {
    let fields = stored(&staff.visit.hub);
    page(&staff, fields, Flaws::default())
}

/// `POST /staff/hub/welcome`
pub async fn save(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    staff.needs(Role::Lead)?;
    let welcome = match read(staff.visit.t, &fields) {
        Ok(welcome) => welcome,
        Err(flaws) => return page(&staff, fields, flaws),
    };
    let hub = staff.visit.hub.id;
    staff.visit.app.write_hub(hub, move |tx, _| store::set_welcome(tx, hub, &welcome)).await?;
    Ok(form::saved(&staff.visit, PATH))
}

/// Checks what was typed.
pub fn read(t: Texts, fields: &Fields) -> Result<Welcome, Flaws> {
    let mut r = Reader::new(t, fields);
    let claim: Vec<String> = fields.lines("claim").lines().map(clean).filter(|line| !line.is_empty()).collect();
    if claim.len() > CLAIM_AT_MOST || claim.iter().any(|line| line.chars().count() > CLAIM_LETTERS) {
        r.flaw("claim", t.hub_welcome_flaw_claim(i64::try_from(CLAIM_LETTERS).unwrap_or(0)));
    }
    let text = clean(&r.lines("welcome", WELCOME_LETTERS));
    r.finish(Welcome { claim, text })
}

fn stored(hub: &Hub) -> Fields {
    let pairs = [("claim", hub.claim.join("\n")), ("welcome", hub.welcome.clone())];
    Fields(pairs.map(|(name, value)| (name.to_owned(), value)).into())
}

fn page(staff: &Staff, fields: Fields, flaws: Flaws) -> Result<Response, Problem> {
    let t = staff.visit.t;
    let items = vec![
        Item::area("claim", t.hub_welcome_claim(), 3).hint(t.hub_welcome_claim_hint()).optional(),
        Item::area("welcome", t.hub_welcome_text_field(), 4).hint(t.hub_welcome_text_hint()).optional(),
    ];
    let words = Words::new(PATH, t.hub_welcome(), t.hub_welcome_text(), "/");
    form::page(staff, words, Sheet::new(vec![Group::plain(items)], fields, flaws))
}
