//! Who works here: the list, and somebody new.

use askama::Template;
use axum::response::Response;

use super::form::{self, Words};
use super::letters::{self, Access};
use super::person::role_word;
use super::store::{self, Person};
use crate::auth::store as accounts;
use crate::auth::{HubEntry, Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::db::{DbResult, Tx};
use crate::ids::AccountId;
use crate::problem::Problem;
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Group, Item, Page, Reader, Sheet, see_other};

/// Path of the list.
pub const PATH: &str = "/staff/hub/people";

/// What the page of somebody says after an invitation.
pub const CREATED: &str = "done=created";
/// The same, of somebody who works here already.
pub const KNOWN: &str = "done=known";

#[derive(Template)]
#[template(path = "features/hub/people.html")]
struct PeoplePage {
    frame: StaffFrame,
    rows: Vec<Row>,
    removed: bool,
}

struct Row {
    href: String,
    name: String,
    email: String,
    role: &'static str,
    badge: Badge,
}

/// How somebody stands.
pub struct Badge {
    /// Colour.
    pub tone: &'static str,
    /// Icon.
    pub icon: &'static str,
    /// Words.
    pub words: &'static str,
}

impl Badge {
    /// Of a person.
    pub fn of(t: Texts, person: &Person) -> Self {
        match person {
            Person { disabled: true, .. } | Person { locked: true, .. } => Self { tone: "warn", icon: "i-lock", words: t.hub_people_locked() },
            Person { invited: true, .. } => Self { tone: "plain", icon: "i-clock", words: t.hub_people_invited() },
            _ => Self { tone: "ok", icon: "i-check", words: t.hub_people_active() },
        }
    }
}

/// The entry of the overview.
pub fn entry(tx: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let t = staff.visit.t;
    let people = store::people(tx, staff.visit.hub.id)?;
    let can = people.iter().filter(|person| !person.locked && !person.disabled).count();
    let leads = people.iter().filter(|person| person.leads()).count();
    let count = t.hub_people_count(i64::try_from(can).unwrap_or(0));
    let state = if leads == 1 { format!("{count}, {}", t.hub_people_one_lead()) } else { count };
    Ok(Some(HubEntry { name: t.hub_people(), about: t.hub_people_about(), path: PATH, state, open: can < 2 }))
}

/// `GET /staff/hub/people`
pub async fn list(staff: Staff) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let (t, hub) = (staff.visit.t, staff.visit.hub.id);
    let people = staff.visit.app.read(hub, move |tx| store::people(tx, hub)).await?;
    let row = |person: Person| Row {
        href: staff.visit.links.to(&format!("{PATH}/{}", person.id)),
        badge: Badge::of(t, &person),
        role: role_word(t, person.role),
        name: person.name,
        email: person.email,
    };
    let removed = staff.visit.query.as_ref() == "done=removed";
    Page::personal(&PeoplePage { frame: StaffFrame::new(&staff, StaffSection::Hub, t.hub_people()), rows: people.into_iter().map(row).collect(), removed })
}

/// `GET /staff/hub/people/new`
pub async fn blank(staff: Staff) -> Result<Response, Problem> {
    page(&staff, Fields(vec![("role".to_owned(), "staff".to_owned())]), Flaws::default())
}

/// `POST /staff/hub/people/new`: who has an account already works here from now on; everybody else gets a link to set a password.
pub async fn create(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, key } = posted;
    staff.needs(Role::Lead)?;
    let (name, email, role) = match read(staff.visit.t, &fields) {
        Ok(read) => read,
        Err(flaws) => return page(&staff, fields, flaws),
    };
    let (hub, lang) = (staff.visit.hub.id, staff.visit.lang());
    let on_paper = staff.visit.app.config().smtp.is_none();
    let write = move |tx: &Tx<'_>, now| -> DbResult<(AccountId, &'static str)> {
        if let Some(account) = accounts::by_email(tx, &email)? {
            let known = store::people(tx, hub)?.into_iter().find(|person| person.id == account.id);
            if known.is_none() {
                accounts::set_role(tx, hub, account.id, role)?;
            }
            // Who was invited to the same role a moment ago was so by this form, sent twice.
            let is_new = known.is_none_or(|person| person.invited && person.role == role);
            return Ok((account.id, if is_new { CREATED } else { KNOWN }));
        }
        let account = accounts::insert(tx, &email, &name, "", false, now)?;
        accounts::set_role(tx, hub, account, role)?;
        letters::grant(
            tx,
            hub,
            &Access { account, name: name.clone(), email: email.clone(), lang: lang.code().to_owned(), invited: true },
            on_paper,
            &key,
            now,
        )?;
        Ok((account, CREATED))
    };
    let (account, done) = staff.visit.app.write_keyed(hub, write).await?;
    Ok(see_other(&staff.visit.links.to(&format!("{PATH}/{account}?{done}"))))
}

fn read(t: Texts, fields: &Fields) -> Result<(String, String, Role), Flaws> {
    let mut r = Reader::new(t, fields);
    let name = r.needed("name", t.hub_people_flaw_name());
    let email = r.email("email");
    if email.is_empty() {
        r.flaw("email", t.ui_flaw_email());
    }
    let role = role_of(&mut r);
    r.finish((name, email, role))
}

/// The role that a form names; nobody is made an operator here.
pub fn role_of(r: &mut Reader<'_>) -> Role {
    let role = Role::parse(r.fields.get("role")).filter(|role| *role < Role::Operator);
    if role.is_none() {
        r.flaw("role", r.t.hub_people_flaw_role());
    }
    role.unwrap_or(Role::Helper)
}

/// The roles to choose from, each with what it may do.
pub fn roles(t: Texts) -> Vec<(String, String)> {
    [(Role::Helper, t.hub_role_helper_may()), (Role::Staff, t.hub_role_staff_may()), (Role::Lead, t.hub_role_lead_may())]
        .map(|(role, may)| (role.as_str().to_owned(), format!("{}: {may}", role_word(t, role))))
        .into()
}

fn page(staff: &Staff, fields: Fields, flaws: Flaws) -> Result<Response, Problem> {
    let t = staff.visit.t;
    let items = vec![
        Item::line("name", t.hub_people_name()).hint(t.hub_people_name_hint()),
        Item::line("email", t.hub_people_email()).hint(t.hub_people_email_hint()).kind("email", "off"),
        Item::select("role", t.hub_people_role(), roles(t)),
    ];
    let about = if staff.visit.app.config().smtp.is_some() { t.hub_people_new_by_mail() } else { t.hub_people_new_on_paper() };
    let words = Words::new(format!("{PATH}/new"), t.hub_people_new(), about, "").below(t.hub_people(), PATH).button(t.hub_people_invite());
    form::page(staff, words, Sheet::new(vec![Group::plain(items)], fields, flaws))
}
