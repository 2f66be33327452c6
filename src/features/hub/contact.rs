//! What the hub is called and how it is reached.

use axum::response::Response;
use jiff::tz::TimeZone;

use super::form::{self, Words};
use crate::auth::{HubEntry, Role, Staff, StaffPosted};
use crate::db::{DbResult, Tx};
use crate::problem::Problem;
use crate::tenancy::store::{self, Contact};
use crate::tenancy::{Hub, Visit};
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Group, Item, Reader, Sheet};

const PATH: &str = "/staff/hub/contact";

/// The entry of the overview.
#[expect(clippy::unnecessary_wraps, reason = "entries that ask the database have this shape")]
pub fn entry(_: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let (t, hub) = (staff.visit.t, &staff.visit.hub);
    let open = hub.phone.is_empty() || hub.email.is_empty();
    let state = match (hub.phone.is_empty(), hub.email.is_empty()) {
        (true, true) => t.hub_contact_none().to_owned(),
        (true, false) => t.hub_contact_no_phone().to_owned(),
        (false, true) => t.hub_contact_no_email().to_owned(),
        (false, false) => hub.phone.clone(),
    };
    Ok(Some(HubEntry { name: t.hub_contact(), about: t.hub_contact_about(), path: PATH, state, open }))
}

/// `GET /staff/hub/contact`
pub async fn show(staff: Staff) -> Result<Response, Problem> {
    let fields = stored(&staff.visit.hub);
    page(&staff, fields, Flaws::default())
}

/// `POST /staff/hub/contact`
pub async fn save(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    staff.needs(Role::Lead)?;
    let contact = match read(staff.visit.t, &fields) {
        Ok(contact) => contact,
        Err(flaws) => return page(&staff, fields, flaws),
    };
    let hub = staff.visit.hub.id;
    staff.visit.app.write_hub(hub, move |tx, _| store::set_contact(tx, hub, &contact)).await?;
    Ok(form::saved(&staff.visit, PATH))
}

/// Checks what was typed.
pub fn read(t: Texts, fields: &Fields) -> Result<Contact, Flaws> {
    let mut r = Reader::new(t, fields);
    let name = r.needed("name", t.hub_contact_flaw_name());
    let owner_line = r.line("owner_line");
    let (phone, phone_hours, email) = (r.phone("phone"), r.line("phone_hours"), r.email("email"));
    let zone = r.line("zone");
    if TimeZone::get(&zone).is_err() {
        r.flaw("zone", t.hub_contact_flaw_zone());
    }
    r.finish(Contact { name, owner_line, phone, phone_hours, email, zone })
}

fn stored(hub: &Hub) -> Fields {
    let pairs = [
        ("name", &hub.name),
        ("owner_line", &hub.owner_line),
        ("phone", &hub.phone),
        ("phone_hours", &hub.phone_hours),
        ("email", &hub.email),
        ("zone", &hub.zone),
    ];
    Fields(pairs.map(|(name, value)| (name.to_owned(), value.clone())).into())
}

fn page(staff: &Staff, fields: Fields, flaws: Flaws) -> Result<Response, Problem> {
    let Visit { t, .. } = staff.visit;
    let items = vec![
        Item::line("name", t.hub_contact_name()).hint(t.hub_contact_name_hint()),
        Item::line("owner_line", t.hub_contact_owner()).hint(t.hub_contact_owner_hint()).optional(),
        Item::line("phone", t.hub_contact_phone()).kind("tel", "tel").width("nabe-w16").optional(),
        Item::line("phone_hours", t.hub_contact_phone_hours()).hint(t.hub_contact_phone_hours_hint()).optional(),
        Item::line("email", t.hub_contact_email()).hint(t.hub_contact_email_hint()).kind("email", "email").optional(),
        Item::line("zone", t.hub_contact_zone()).hint(t.hub_contact_zone_hint()).width("nabe-w16"),
    ];
    let words = Words::new(PATH, t.hub_contact(), t.hub_contact_text(), "/contact");
    form::page(staff, words, Sheet::new(vec![Group::plain(items)], fields, flaws))
}
