//! Legal details: what only the hub can know and the law asks it to say. Prepared to be filled in, each with an example.

use axum::response::Response;

use super::form::{self, Words};
use super::store;
use crate::auth::{HubEntry, Role, Staff, StaffPosted};
use crate::db::{DbResult, Tx};
use crate::problem::Problem;
use crate::tenancy::Legal;
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Group, Item, Reader, Sheet};

const PATH: &str = "/staff/hub/legal";
/// Letters of an answer: an address with a sentence.
const LETTERS_AT_MOST: usize = 1_000;

/// The entry of the overview.
#[expect(clippy::unnecessary_wraps, reason = "entries that ask the database have this shape")]
pub fn entry(_: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let t = staff.visit.t;
    let missing = i64::try_from(staff.visit.hub.legal.missing()).unwrap_or(0);
    let state = if missing == 0 { t.hub_legal_complete().to_owned() } else { t.hub_legal_missing(missing) };
    Ok(Some(HubEntry { name: t.hub_legal(), about: t.hub_legal_about(), path: PATH, state, open: missing > 0 }))
}

/// `GET /staff/hub/legal`
pub async fn show(staff: Staff) -> Result<Response, Problem> {
    let fields = Fields(staff.visit.hub.legal.pairs().map(|(name, value)| (name.to_owned(), value.to_owned())).into());
    page(&staff, fields, Flaws::default())
}

/// `POST /staff/hub/legal`
pub async fn save(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    staff.needs(Role::Lead)?;
    let legal = match read(staff.visit.t, &fields) {
        Ok(legal) => legal,
        Err(flaws) => return page(&staff, fields, flaws),
    };
    let hub = staff.visit.hub.id;
    staff.visit.app.write_hub(hub, move |tx, _| store::set_legal(tx, hub, &legal)).await?;
    Ok(form::saved(&staff.visit, PATH))
}

/// Reads what was typed; only its length can be wrong.
pub fn read(t: Texts, fields: &Fields) -> Result<Legal, Flaws> {
    let mut r = Reader::new(t, fields);
    let mut text = |name| r.lines(name, LETTERS_AT_MOST);
    let legal = Legal {
        body: text("body"),
        representative: text("representative"),
        editor: text("editor"),
        authority: text("authority"),
        vat: text("vat"),
        enforcement: text("enforcement"),
        access_law: text("access_law"),
    };
    r.finish(legal)
}

fn page(staff: &Staff, fields: Fields, flaws: Flaws) -> Result<Response, Problem> {
    let t = staff.visit.t;
    let groups = vec![
        Group::new(
            t.ui_imprint(),
            t.hub_legal_imprint_hint(),
            vec![
                Item::area("body", t.hub_legal_body(), 4).hint(t.hub_legal_body_hint()),
                Item::area("representative", t.hub_legal_representative(), 2).hint(t.hub_legal_representative_hint()),
                Item::area("editor", t.hub_legal_editor(), 2).hint(t.hub_legal_editor_hint()),
                Item::area("authority", t.hub_legal_authority(), 2).hint(t.hub_legal_authority_hint()),
                Item::line("vat", t.hub_legal_vat()).hint(t.hub_legal_vat_hint()),
            ],
        ),
        Group::new(
            t.ui_accessibility(),
            t.hub_legal_access_hint(),
            vec![
                Item::area("enforcement", t.hub_legal_enforcement(), 4).hint(t.hub_legal_enforcement_hint()),
                Item::area("access_law", t.hub_legal_access_law(), 2).hint(t.hub_legal_access_law_hint()),
            ],
        ),
    ];
    let words = Words::new(PATH, t.hub_legal(), t.hub_legal_text(), "/imprint");
    form::page(staff, words, Sheet::new(groups, fields, flaws))
}
