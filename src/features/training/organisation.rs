//! One member organisation: entered, edited, given another code, taken away.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use booking::code::Code;

use super::letter::{self, Standing};
use super::letters;
use super::organisations::{PATH, kind_word};
use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::clock::Instant;
use crate::db::{DbResult, Tx};
use crate::organisations::{Contact, Domain, Kind, Organisation, OrganisationId, store};
use crate::problem::Problem;
use crate::retention::{self, Record};
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Group, Item, Page, Reader, Sheet, see_other};

/// Letters of all domains together.
const DOMAINS_AT_MOST: usize = 2_000;
/// Domains of one organisation.
const DOMAIN_COUNT_AT_MOST: usize = 20;

#[derive(Template)]
#[template(path = "features/training/organisation.html")]
struct OrganisationPage {
    frame: StaffFrame,
    title: String,
    /// Path of the form.
    path: String,
    sheet: Sheet,
    /// The code in two groups; none before the organisation is saved.
    code: Option<String>,
    /// To whom a link to the list can be sent, as "Kim Klein, kim@…"; nobody where the contact is missing.
    contact: Option<String>,
    /// How the last letter with that link stands.
    letter: Standing,
    done: Option<&'static str>,
}

/// What the form says, without what only the database knows.
#[derive(Debug, PartialEq, Eq)]
pub struct Draft {
    /// Name.
    pub name: String,
    /// Sort.
    pub kind: Kind,
    /// Mail domains.
    pub domains: Vec<Domain>,
    /// Name and mail address of the contact, when there is one.
    pub contact: Option<(String, String)>,
}

/// What came of saving.
enum Saved {
    Done,
    /// This domain belongs to another organisation, of that name.
    Taken(Domain, String),
    Gone,
}

/// `GET /staff/hub/organisations/new`
pub async fn blank(staff: Staff) -> Result<Response, Problem> {
    staff.needs(Role::Lead)?;
    page(&staff, None, Fields::default(), Flaws::default()).await
}

/// `GET /staff/hub/organisations/{organisation}`
pub async fn show(staff: Staff, Path(id): Path<String>) -> Result<Response, Problem> {
    let organisation = find(&staff, &id).await?;
    let fields = stored(&organisation);
    page(&staff, Some(&organisation), fields, Flaws::default()).await
}

/// `POST /staff/hub/organisations/new`: the key of the form becomes the organisation, so that a form sent twice makes one.
pub async fn create(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, key } = posted;
    staff.needs(Role::Lead)?;
    let draft = match read(staff.visit.t, &fields) {
        Ok(draft) => draft,
        Err(flaws) => return page(&staff, None, fields, flaws).await,
    };
    let id = OrganisationId(uuid::Uuid::from_bytes(secret(&staff, "organisation", &key)));
    let (hub, code) = (staff.visit.hub.id, new_code(&staff, &key));
    let write = move |tx: &Tx<'_>, now| {
        let new = organisation(&draft, id, &code, now);
        if let Some(taken) = taken(&store::all(tx, hub)?, &new) {
            return Ok(taken);
        }
        store::insert(tx, hub, &new, now).map(|()| Saved::Done)
    };
    match staff.visit.app.write_keyed(hub, write).await? {
        Saved::Taken(domain, by) => page(&staff, None, fields, taken_flaw(staff.visit.t, &domain, &by)).await,
        Saved::Done | Saved::Gone => Ok(see_other(&staff.visit.links.to(&format!("{PATH}/{id}?done=created")))),
    }
}

/// `POST /staff/hub/organisations/{organisation}`: saving confirms the contact.
pub async fn save(Path(id): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    let was = find(&staff, &id).await?;
    let draft = match read(staff.visit.t, &fields) {
        Ok(draft) => draft,
        Err(flaws) => return page(&staff, Some(&was), fields, flaws).await,
    };
    let (hub, key, code) = (staff.visit.hub.id, was.id, was.code.clone());
    let write = move |tx: &Tx<'_>, now| {
        let new = organisation(&draft, key, &code, now);
        if let Some(taken) = taken(&store::all(tx, hub)?, &new) {
            return Ok(taken);
        }
        if !store::update(tx, hub, &new)? {
            return Ok(Saved::Gone);
        }
        letters::readdress(tx, hub, &new)?;
        Ok(Saved::Done)
    };
    match staff.visit.app.write(hub, write).await? {
        Saved::Done => Ok(see_other(&staff.visit.links.to(&format!("{PATH}/{id}?done=saved")))),
        Saved::Taken(domain, by) => page(&staff, Some(&was), fields, taken_flaw(staff.visit.t, &domain, &by)).await,
        Saved::Gone => Err(Problem::NotFound),
    }
}

/// `POST /staff/hub/organisations/{organisation}/code`: another code; the same button pressed twice gives one.
pub async fn renew(Path(id): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, key, .. } = posted;
    let (hub, was, code) = (staff.visit.hub.id, find(&staff, &id).await?, new_code(&staff, &key));
    let write = move |tx: &Tx<'_>, _| {
        store::set_code(tx, hub, was.id, &code)?;
        letters::readdress(tx, hub, &Organisation { code: code.clone(), ..was.clone() })
    };
    staff.visit.app.write(hub, write).await?;
    Ok(see_other(&staff.visit.links.to(&format!("{PATH}/{id}?done=renewed"))))
}

/// `POST /staff/hub/organisations/{organisation}/removal`: not while registrations are of its people.
pub async fn remove(Path(id): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let staff = posted.staff;
    let (hub, was) = (staff.visit.hub.id, find(&staff, &id).await?);
    let gone = staff.visit.app.write(hub, move |tx, _| store::delete(tx, hub, was.id)).await?;
    let to = if gone { format!("{PATH}?done=removed") } else { format!("{PATH}/{id}?done=in-use") };
    Ok(see_other(&staff.visit.links.to(&to)))
}

/// Checks what was typed.
pub fn read(t: Texts, fields: &Fields) -> Result<Draft, Flaws> {
    let mut r = Reader::new(t, fields);
    let name = r.needed("name", t.training_flaw_name());
    let kind = Kind::parse(fields.get("kind")).unwrap_or(Kind::Town);
    let domains = domains(&mut r);
    let (contact_name, contact_email) = (r.line("contact_name"), r.email("contact_email"));
    if contact_name.is_empty() && !contact_email.is_empty() {
        r.flaw("contact_name", t.training_flaw_contact_name());
    }
    if contact_email.is_empty() && !contact_name.is_empty() {
        r.flaw("contact_email", t.training_flaw_contact_email());
    }
    let contact = (!contact_name.is_empty()).then_some((contact_name, contact_email));
    r.finish(Draft { name, kind, domains, contact })
}

fn domains(r: &mut Reader<'_>) -> Vec<Domain> {
    let typed = r.lines("domains", DOMAINS_AT_MOST);
    let mut domains: Vec<Domain> = Vec::new();
    for text in typed.split([',', ';', ' ', '\n']).filter(|text| !text.is_empty()) {
        match Domain::parse(text) {
            None => r.flaw("domains", r.t.training_flaw_domain(text)),
            Some(domain) if domain.is_for_everybody() => r.flaw("domains", r.t.training_flaw_domain_open(domain.as_str())),
            Some(domain) if domains.contains(&domain) => {}
            Some(domain) => domains.push(domain),
        }
    }
    if domains.len() > DOMAIN_COUNT_AT_MOST {
        r.flaw("domains", r.t.training_flaw_domains(i64::try_from(DOMAIN_COUNT_AT_MOST).unwrap_or(0)));
    }
    domains
}

fn organisation(draft: &Draft, id: OrganisationId, code: &str, now: Instant) -> Organisation {
    let contact = draft.contact.clone().map(|(name, email)| Contact { name, email, at: now });
    Organisation { id, name: draft.name.clone(), kind: draft.kind, domains: draft.domains.clone(), code: code.to_owned(), contact }
}

/// A domain that another organisation has already.
fn taken(all: &[Organisation], new: &Organisation) -> Option<Saved> {
    let others = all.iter().filter(|other| other.id != new.id);
    let mut both =
        others.flat_map(|other| other.domains.iter().filter(|domain| new.domains.contains(domain)).map(|domain| (domain.clone(), other.name.clone())));
    both.next().map(|(domain, by)| Saved::Taken(domain, by))
}

fn taken_flaw(t: Texts, domain: &Domain, by: &str) -> Flaws {
    let mut flaws = Flaws::default();
    flaws.add("domains", t.training_flaw_domain_taken(domain.as_str(), by));
    flaws
}

/// A code that follows from the key of a form, and that nobody can tell who only knows the form.
fn new_code(staff: &Staff, key: &str) -> String {
    let secret = secret(staff, "code", key);
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(secret).for_each(|(to, from)| *to = from);
    Code::from_bytes(bytes).plain()
}

fn secret(staff: &Staff, what: &str, key: &str) -> [u8; 16] {
    let blind = staff.visit.app.keys().blind(format!("{what} {key}").as_bytes());
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(blind).for_each(|(to, from)| *to = from);
    bytes
}

/// The organisation of an address of the lead's pages.
pub(super) async fn find(staff: &Staff, id: &str) -> Result<Organisation, Problem> {
    staff.needs(Role::Lead)?;
    let id = id.parse().map(OrganisationId).map_err(|_| Problem::NotFound)?;
    let hub = staff.visit.hub.id;
    staff.visit.app.read(hub, move |tx| store::organisation(tx, hub, id)).await?.ok_or(Problem::NotFound)
}

fn stored(one: &Organisation) -> Fields {
    let domains: Vec<&str> = one.domains.iter().map(Domain::as_str).collect();
    let (name, email) = one.contact.as_ref().map_or(("", ""), |contact| (&contact.name, &contact.email));
    let pairs = [("name", one.name.as_str()), ("kind", one.kind.as_str()), ("domains", &domains.join("\n")), ("contact_name", name), ("contact_email", email)];
    Fields(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).into())
}

async fn page(staff: &Staff, organisation: Option<&Organisation>, fields: Fields, flaws: Flaws) -> Result<Response, Problem> {
    let (t, hub, invalid) = (staff.visit.t, staff.visit.hub.id, !flaws.is_empty());
    let periods = staff.visit.app.read(hub, move |tx: &Tx<'_>| -> DbResult<_> { retention::periods(tx, hub) }).await?;
    let kinds = Kind::ALL.map(|kind| (kind.as_str().to_owned(), kind_word(t, kind).to_owned())).into();
    let own = vec![
        Item::line("name", t.training_name()).hint(t.training_name_hint()),
        Item::select("kind", t.training_kind(), kinds),
        Item::area("domains", t.training_domains(), 3).hint(t.training_domains_hint()).optional(),
    ];
    let contact = vec![
        Item::line("contact_name", t.training_contact_name()).optional(),
        Item::line("contact_email", t.training_contact_email()).kind("email", "off").optional(),
    ];
    let hint = t.training_contact_hint(periods.words(t, Record::OrganisationContact));
    let sheet = Sheet::new(vec![Group::plain(own), Group::new(t.training_contact(), hint, contact)], fields, flaws);
    let title = organisation.map_or_else(|| t.training_organisation_new().to_owned(), |one| one.name.clone());
    let done = match staff.visit.query.as_ref() {
        "done=created" => Some(t.training_organisation_created()),
        "done=saved" => Some(t.training_organisation_saved()),
        "done=renewed" => Some(t.training_code_renewed()),
        "done=in-use" => Some(t.training_organisation_in_use()),
        "done=withdrawn" => Some(t.training_letter_withdrawn()),
        "done=stale" => Some(t.training_letter_stale()),
        _ => None,
    };
    let letter = match organisation {
        Some(one) => letter::standing(staff, one).await?,
        None => Standing::None,
    };
    let reached = organisation.and_then(|one| one.contact.as_ref()).filter(|contact| !contact.email.is_empty());
    let page = Page::personal(&OrganisationPage {
        frame: StaffFrame::new(staff, StaffSection::Hub, title.clone()).invalid(invalid),
        path: organisation.map_or_else(|| format!("{PATH}/new"), |one| format!("{PATH}/{}", one.id)),
        title,
        sheet,
        code: organisation.map(|one| Code::parse(&one.code).map_or_else(|| one.code.clone(), |code| code.to_string())),
        contact: reached.map(|contact| format!("{}, {}", contact.name, contact.email)),
        letter,
        done: done.filter(|_| !invalid),
    })?;
    Ok(if invalid { page.status(StatusCode::UNPROCESSABLE_ENTITY) } else { page }.into_response())
}
