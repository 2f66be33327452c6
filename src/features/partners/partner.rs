//! One partner: name, a line, a link, a logo.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::list::{PARTNERS_AT_MOST, PATH};
use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection, StaffUploaded};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::features::theme;
use crate::ids::PictureId;
use crate::pictures;
use crate::problem::Problem;
use crate::tenancy::{Logo, Partner, store};
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Group, Item, Page, Reader, Sheet, see_other};

#[derive(Template)]
#[template(path = "features/partners/partner.html")]
struct PartnerPage {
    frame: StaffFrame,
    key: String,
    name: String,
    logo: Option<(String, (u32, u32))>,
    sheet: Sheet,
}

/// `GET /staff/hub/partners/new`
pub async fn blank(staff: Staff) -> Result<Page, Problem> {
    page(&staff, None, Fields::default(), Flaws::default())
}

/// `GET /staff/hub/partners/{partner}`
pub async fn show(staff: Staff, Path(key): Path<String>) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let partner = find(&staff, &key)?;
    let pairs = [("name", &partner.name), ("about", &partner.about), ("link", &partner.link)];
    let fields = Fields(pairs.map(|(name, value)| (name.to_owned(), value.clone())).into());
    page(&staff, Some(&partner), fields, Flaws::default())
}

/// `POST /staff/hub/partners/new`
pub async fn create(posted: StaffUploaded) -> Result<Response, Problem> {
    posted.staff.needs(Role::Lead)?;
    take(posted, None).await
}

/// `POST /staff/hub/partners/{partner}`
pub async fn save(Path(key): Path<String>, posted: StaffUploaded) -> Result<Response, Problem> {
    posted.staff.needs(Role::Lead)?;
    let partner = find(&posted.staff, &key)?;
    take(posted, Some(partner)).await
}

/// `POST /staff/hub/partners/{partner}/removal`
pub async fn remove(Path(key): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    posted.staff.needs(Role::Lead)?;
    change(&posted.staff, &format!("{PATH}?done=removed"), move |_, _, _, partners| {
        partners.retain(|partner| partner.key() != key);
        Ok(())
    })
    .await
}

/// Saves a form: a new partner, or the one there is in its place.
async fn take(posted: StaffUploaded, old: Option<Partner>) -> Result<Response, Problem> {
    let StaffUploaded { staff, fields, file } = posted;
    let known = &staff.visit.hub.partners;
    let read = read(staff.visit.t, &fields, known, old.as_ref());
    let logo = if file.is_empty() { Ok(None) } else { pictures::decode_logo(file).await?.map(Some) };
    let (new, logo) = match (read, logo) {
        (Ok(new), Ok(logo)) => (new, logo),
        (read, logo) => {
            let mut flaws = read.err().unwrap_or_default();
            if let Err(refused) = logo {
                flaws.add("file", theme::refusal(staff.visit.t, refused));
            }
            return Ok(page(&staff, old.as_ref(), fields, flaws)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
        }
    };
    let (without, old) = (fields.ticked("without_logo"), old.map(|old| old.key()));
    change(&staff, &format!("{PATH}?done=saved"), move |tx, hub, now, partners| {
        let mut new = new.clone();
        let at = partners.iter().position(|known| known.key() == *old.as_ref().unwrap_or(&new.key()));
        new.logo = at.and_then(|at| partners.get(at)).and_then(|known| known.logo.clone()).filter(|_| !without);
        if let Some(logo) = &logo {
            let id = PictureId::new(now);
            pictures::store::insert(tx, hub, id, logo.mime, logo.size, &logo.bytes, now)?;
            new.logo = Some(Logo { id: id.0, drawn: logo.mime == "image/svg+xml", size: logo.size, alt: String::new() });
        }
        match at.and_then(|at| partners.get_mut(at)) {
            Some(place) => *place = new,
            None => partners.push(new),
        }
        Ok(())
    })
    .await
}

/// Checks what was typed, without the logo. The same partner sent again is no mistake.
pub fn read(t: Texts, fields: &Fields, known: &[Partner], old: Option<&Partner>) -> Result<Partner, Flaws> {
    let mut r = Reader::new(t, fields);
    let name = r.needed("name", t.partners_flaw_name());
    let (about, link) = (r.line("about"), r.line("link"));
    if !link.is_empty() && !is_address(&link) {
        r.flaw("link", t.partners_flaw_link());
    }
    let new = Partner { name, about, link, logo: None };
    let others = || known.iter().filter(|other| old.is_none_or(|old| old.key() != other.key()));
    let again = |other: &Partner| old.is_none() && (&other.name, &other.about, &other.link) == (&new.name, &new.about, &new.link);
    if new.key().is_empty() && !new.name.is_empty() {
        r.flaw("name", t.partners_flaw_name());
    } else if others().any(|other| other.key() == new.key() && !again(other)) {
        r.flaw("name", t.partners_flaw_twice());
    } else if old.is_none() && known.len() >= PARTNERS_AT_MOST && !others().any(again) {
        r.flaw("name", t.partners_full());
    }
    r.finish(new)
}

/// An address of the web that a link may lead to.
fn is_address(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "https" | "http") && url.host_str().is_some() && url.username().is_empty())
}

/// Changes the partners, forgets logos that are then shown nowhere, and sends the browser on.
pub async fn change(
    staff: &Staff,
    to: &str,
    step: impl Fn(&Tx<'_>, HubId, Instant, &mut Vec<Partner>) -> DbResult<()> + Send + 'static,
) -> Result<Response, Problem> {
    let hub = staff.visit.hub.id;
    let write = move |tx: &Tx<'_>, now| {
        let mut partners = store::partners(tx, hub)?;
        let logos = |partners: &[Partner]| partners.iter().filter_map(|partner| partner.logo.as_ref().map(|logo| logo.id)).collect::<Vec<_>>();
        let before = logos(&partners);
        step(tx, hub, now, &mut partners)?;
        store::set_partners(tx, hub, &partners)?;
        let after = logos(&partners);
        before.into_iter().filter(|id| !after.contains(id)).try_for_each(|id| pictures::store::delete(tx, hub, PictureId(id)))
    };
    staff.visit.app.write_places(hub, write).await?;
    Ok(see_other(&staff.visit.links.to(to)))
}

fn find(staff: &Staff, key: &str) -> Result<Partner, Problem> {
    staff.visit.hub.partners.iter().find(|partner| partner.key() == key).cloned().ok_or(Problem::NotFound)
}

fn page(staff: &Staff, partner: Option<&Partner>, fields: Fields, flaws: Flaws) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let t = staff.visit.t;
    let logo = partner.and_then(|partner| partner.logo.as_ref());
    let mut items = vec![
        Item::line("name", t.partners_name()),
        Item::line("about", t.partners_line()).hint(t.partners_line_hint()).optional(),
        Item::line("link", t.partners_link()).hint(t.partners_link_hint()).kind("url", "off").optional(),
        Item::line("file", t.partners_logo()).hint(t.partners_logo_hint()).kind("file", "off").optional(),
    ];
    if logo.is_some() {
        items.push(Item::tick("without_logo", t.partners_without_logo()));
    }
    let title = partner.map_or_else(|| t.partners_new().to_owned(), |partner| partner.name.clone());
    Page::personal(&PartnerPage {
        frame: StaffFrame::new(staff, StaffSection::Hub, title.clone()).invalid(!flaws.is_empty()),
        key: partner.map(Partner::key).unwrap_or_default(),
        name: title,
        logo: logo.map(|logo| (staff.visit.links.shared("/theme/", &logo.file()), logo.size)),
        sheet: Sheet::new(vec![Group::plain(items)], fields, flaws),
    })
}
