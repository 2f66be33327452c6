//! One person who works here: role, lock, a new password, no longer here. The hub never loses its last lead.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::letters::{self, Access};
use super::people::{Badge, CREATED, KNOWN, PATH, role_of, roles};
use super::store::{self, Person};
use crate::auth::store as accounts;
use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::ids::AccountId;
use crate::problem::Problem;
use crate::texts::{Texts, dates};
use crate::ui::{Fields, Flaws, Group, Item, Page, Reader, Sheet, see_other};

#[derive(Template)]
#[template(path = "features/hub/person.html")]
struct PersonPage {
    frame: StaffFrame,
    path: String,
    name: String,
    email: String,
    badge: Badge,
    role: Sheet,
    locked: bool,
    is_me: bool,
    by_mail: bool,
    on_paper: bool,
    link: Option<(String, String)>,
    done: Option<Done>,
}

struct Done {
    class: &'static str,
    icon: &'static str,
    words: &'static str,
}

/// A person with what their page needs.
struct Loaded {
    person: Person,
    /// Works only here and is no operator: the lead may hand over a link.
    is_own: bool,
    access: Option<accounts::AccessLink>,
}

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Done,
    LastLead,
    Gone,
    Unknown,
}

/// The word of a role.
pub fn role_word(t: Texts, role: Role) -> &'static str {
    match role {
        Role::Helper => t.hub_role_helper(),
        Role::Staff => t.hub_role_staff(),
        Role::Lead => t.hub_role_lead(),
        Role::Operator => t.hub_role_operator(),
    }
}

/// `GET /staff/hub/people/{account}`
pub async fn show(staff: Staff, Path(id): Path<String>) -> Result<Page, Problem> {
    let loaded = load(&staff, &id).await?;
    let (t, visit) = (staff.visit.t, &staff.visit);
    let Loaded { person, is_own, access } = loaded;
    let may_hand_over = is_own || staff.role == Role::Operator;
    let link = access.filter(|access| access.on_paper && may_hand_over && access.ends_at > visit.now).map(|access| {
        let token = visit.app.keys().link(crate::auth::ACCESS, visit.hub.id, access.id);
        let until = visit.hub.local(access.ends_at);
        let until = format!("{}, {}", dates::day(t.lang, until.date()), dates::time(t.lang, until.time()));
        (visit.links.absolute(&format!("/staff/password/{token}")), until)
    });
    let fields = Fields(vec![("role".to_owned(), person.role.as_str().to_owned())]);
    Page::personal(&PersonPage {
        frame: StaffFrame::new(&staff, StaffSection::Hub, person.name.clone()),
        path: format!("{PATH}/{}", person.id),
        badge: Badge::of(t, &person),
        role: Sheet::new(vec![Group::plain(vec![Item::select("role", t.hub_people_role(), roles(t))])], fields, Flaws::default()),
        locked: person.locked,
        is_me: person.id == staff.account,
        by_mail: visit.app.config().smtp.is_some(),
        on_paper: may_hand_over,
        link,
        done: done(t, &visit.query),
        name: person.name,
        email: person.email,
    })
}

/// `POST /staff/hub/people/{account}/role`
pub async fn set_role(Path(id): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    load(&staff, &id).await?;
    let role = {
        let mut r = Reader::new(staff.visit.t, &fields);
        let role = role_of(&mut r);
        r.finish(role).map_err(|_| Problem::Unreadable("no role"))?
    };
    change(staff, &id, move |tx, hub, person| {
        if role != Role::Lead && store::is_last_lead(tx, hub, person.id)? {
            return Ok(Outcome::LastLead);
        }
        accounts::set_role(tx, hub, person.id, role)?;
        Ok(Outcome::Done)
    })
    .await
}

/// `POST /staff/hub/people/{account}/lock`
pub async fn lock(Path(id): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    change(posted.staff, &id, |tx, hub, person| {
        if store::is_last_lead(tx, hub, person.id)? {
            return Ok(Outcome::LastLead);
        }
        store::set_locked(tx, hub, person.id, true)?;
        Ok(Outcome::Done)
    })
    .await
}

/// `POST /staff/hub/people/{account}/lock/removal`
pub async fn unlock(Path(id): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    change(posted.staff, &id, |tx, hub, person| store::set_locked(tx, hub, person.id, false).map(|()| Outcome::Done)).await
}

/// `POST /staff/hub/people/{account}/removal`: the account stays, because what it did is noted with it.
pub async fn remove(Path(id): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    change(posted.staff, &id, |tx, hub, person| {
        if store::is_last_lead(tx, hub, person.id)? {
            return Ok(Outcome::LastLead);
        }
        store::delete_member(tx, hub, person.id)?;
        Ok(Outcome::Gone)
    })
    .await
}

/// `POST /staff/hub/people/{account}/access`: a link to set a new password, by mail or to hand over.
pub async fn grant(Path(id): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, key } = posted;
    let Loaded { person, is_own, .. } = load(&staff, &id).await?;
    let on_paper = fields.get("way") == "paper";
    let possible = if on_paper { is_own || staff.role == Role::Operator } else { staff.visit.app.config().smtp.is_some() };
    if !possible {
        return Err(Problem::Forbidden);
    }
    let (hub, lang) = (staff.visit.hub.id, staff.visit.lang().code().to_owned());
    let access = Access { account: person.id, name: person.name, email: person.email, lang, invited: person.invited };
    staff.visit.app.write_keyed(hub, move |tx, now| letters::grant(tx, hub, &access, on_paper, &key, now)).await?;
    let done = if on_paper { "link" } else { "mailed" };
    Ok(see_other(&staff.visit.links.to(&format!("{PATH}/{}?done={done}", person.id))))
}

/// Changes a person who works here, in one transaction with the look at who else leads.
async fn change(staff: Staff, id: &str, step: impl Fn(&Tx<'_>, HubId, &Person) -> DbResult<Outcome> + Send + 'static) -> Result<Response, Problem> {
    staff.needs(Role::Lead)?;
    let (hub, account) = (staff.visit.hub.id, account(id)?);
    let write = move |tx: &Tx<'_>, _: Instant| match store::people(tx, hub)?.iter().find(|person| person.id == account) {
        Some(person) => step(tx, hub, person),
        None => Ok(Outcome::Unknown),
    };
    let place = match staff.visit.app.write(hub, write).await? {
        Outcome::Done => format!("{PATH}/{account}?done=saved"),
        Outcome::LastLead => format!("{PATH}/{account}?done=last-lead"),
        Outcome::Gone => format!("{PATH}?done=removed"),
        Outcome::Unknown => return Err(Problem::NotFound),
    };
    Ok(see_other(&staff.visit.links.to(&place)))
}

async fn load(staff: &Staff, id: &str) -> Result<Loaded, Problem> {
    staff.needs(Role::Lead)?;
    let (hub, account) = (staff.visit.hub.id, account(id)?);
    let found = staff.visit.app.read(hub, move |tx| {
        let Some(person) = store::people(tx, hub)?.into_iter().find(|person| person.id == account) else { return Ok(None) };
        let is_own = !person.operator && store::other_hubs(tx, hub, account)? == 0;
        Ok(Some(Loaded { person, is_own, access: accounts::access_of(tx, account)? }))
    });
    found.await?.ok_or(Problem::NotFound)
}

fn account(id: &str) -> Result<AccountId, Problem> {
    id.parse().map(AccountId).map_err(|_| Problem::NotFound)
}

fn done(t: Texts, query: &str) -> Option<Done> {
    let ok = |words| Some(Done { class: "nabe-note-ok", icon: "i-check", words });
    match query {
        "done=saved" => ok(t.hub_saved()),
        CREATED => ok(t.hub_people_created()),
        KNOWN => Some(Done { class: "nabe-note-warn", icon: "i-alert", words: t.hub_people_known() }),
        "done=mailed" => ok(t.hub_people_mailed()),
        "done=link" => ok(t.hub_people_link_made()),
        "done=last-lead" => Some(Done { class: "nabe-note-warn", icon: "i-alert", words: t.hub_people_last_lead() }),
        _ => None,
    }
}
