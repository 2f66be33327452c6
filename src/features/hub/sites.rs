//! Places of the hub: where they are, how to get in, when they are open.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use jiff::civil::Weekday;

use super::form::{self, Words};
use super::store;
use crate::auth::{HubEntry, Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::db::{DbResult, Tx};
use crate::ids::SiteId;
use crate::problem::Problem;
use crate::tenancy::store::insert_site;
use crate::tenancy::{Opening, Site};
use crate::texts::week::{Span, WeekMistake, parse_week, typed_week};
use crate::texts::{Texts, dates};
use crate::ui::{Fields, Flaws, Group, Item, Page, Reader, Sheet, see_other};

const PATH: &str = "/staff/hub/sites";
/// Letters of a description.
const ABOUT_AT_MOST: usize = 600;
/// Letters of the hours.
const HOURS_AT_MOST: usize = 1_000;

#[derive(Template)]
#[template(path = "features/hub/sites.html")]
struct SitesPage {
    frame: StaffFrame,
    rows: Vec<Row>,
    done: Option<Done>,
}

struct Row {
    id: String,
    name: String,
    address: String,
    hours: Vec<String>,
    is_first: bool,
}

struct Done {
    class: &'static str,
    icon: &'static str,
    words: String,
}

/// The entry of the overview.
#[expect(clippy::unnecessary_wraps, reason = "entries that ask the database have this shape")]
pub fn entry(_: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let (t, hub) = (staff.visit.t, &staff.visit.hub);
    let (state, open) = match hub.main_site() {
        None => (t.hub_sites_none().to_owned(), true),
        Some(site) if site.openings.is_empty() => (t.hub_sites_no_hours().to_owned(), true),
        Some(site) if site.address().is_empty() => (t.hub_sites_no_address().to_owned(), true),
        Some(_) => (t.hub_sites_count(i64::try_from(hub.sites.len()).unwrap_or(0)), false),
    };
    Ok(Some(HubEntry { name: t.hub_sites(), about: t.hub_sites_about(), path: PATH, state, open }))
}

/// `GET /staff/hub/sites`
pub async fn list(staff: Staff) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let t = staff.visit.t;
    let row = |(n, site): (usize, &Site)| Row {
        id: site.id.to_string(),
        name: site.name.clone(),
        address: site.address(),
        hours: typed_week(t.lang, &spans(site)).lines().map(str::to_owned).collect(),
        is_first: n == 0,
    };
    let rows = staff.visit.hub.sites.iter().enumerate().map(row).collect();
    let ok = |words: &str| Some(Done { class: "nabe-note-ok", icon: "i-check", words: words.to_owned() });
    let done = match staff.visit.query.as_ref() {
        "done=saved" => ok(t.hub_saved()),
        "done=removed" => ok(t.hub_sites_removed()),
        "done=in-use" => Some(Done { class: "nabe-note-warn", icon: "i-alert", words: t.hub_sites_in_use().to_owned() }),
        _ => None,
    };
    Page::personal(&SitesPage { frame: StaffFrame::new(&staff, StaffSection::Hub, t.hub_sites()), rows, done })
}

/// `GET /staff/hub/sites/new`
pub async fn blank(staff: Staff) -> Result<Response, Problem> {
    page(&staff, "new", Fields::default(), Flaws::default())
}

/// `GET /staff/hub/sites/{site}`
pub async fn show(staff: Staff, Path(id): Path<String>) -> Result<Response, Problem> {
    let site = find(&staff, &id)?;
    let fields = stored(staff.visit.t, &site);
    page(&staff, &id, fields, Flaws::default())
}

/// `POST /staff/hub/sites/new`: the key of the form becomes the place, so that a form sent twice makes one.
pub async fn create(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, key } = posted;
    staff.needs(Role::Lead)?;
    let id = SiteId(uuid::Uuid::from_bytes(first_half(crate::keys::digest(&[b"site", key.as_bytes()]))));
    let site = match read(staff.visit.t, &fields, id) {
        Ok(site) => site,
        Err(flaws) => return page(&staff, "new", fields, flaws),
    };
    let (hub, today) = (staff.visit.hub.id, staff.visit.hub.today(staff.visit.now));
    let write = move |tx: &Tx<'_>, _| {
        let known = crate::tenancy::store::places(tx, hub, today)?.0;
        if known.iter().any(|known| known.id == id) {
            return store::update_site(tx, hub, &site).map(drop);
        }
        insert_site(tx, hub, &site, u32::try_from(known.len()).unwrap_or(0))
    };
    staff.visit.app.write_places(hub, write).await?;
    Ok(see_other(&staff.visit.links.to(&format!("{PATH}?done=saved"))))
}

/// `POST /staff/hub/sites/{site}`
pub async fn save(Path(id): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    staff.needs(Role::Lead)?;
    let site = match read(staff.visit.t, &fields, find(&staff, &id)?.id) {
        Ok(site) => site,
        Err(flaws) => return page(&staff, &id, fields, flaws),
    };
    let hub = staff.visit.hub.id;
    let found = staff.visit.app.write_places(hub, move |tx, _| store::update_site(tx, hub, &site)).await?;
    if found { Ok(see_other(&staff.visit.links.to(&format!("{PATH}?done=saved")))) } else { Err(Problem::NotFound) }
}

/// `POST /staff/hub/sites/{site}/position`: one step to the front; the first stands on the start page.
pub async fn forward(Path(id): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let staff = posted.staff;
    staff.needs(Role::Lead)?;
    let (hub, site, today) = (staff.visit.hub.id, find(&staff, &id)?.id, staff.visit.hub.today(staff.visit.now));
    staff.visit.app.write_places(hub, move |tx, _| store::site_forward(tx, hub, site, today)).await?;
    Ok(see_other(&staff.visit.links.to(PATH)))
}

/// `POST /staff/hub/sites/{site}/removal`: not while events take place there.
pub async fn remove(Path(id): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let staff = posted.staff;
    staff.needs(Role::Lead)?;
    let (hub, site) = (staff.visit.hub.id, find(&staff, &id)?.id);
    let done = if staff.visit.app.write_places(hub, move |tx, _| store::delete_site(tx, hub, site)).await? == 0 { "removed" } else { "in-use" };
    Ok(see_other(&staff.visit.links.to(&format!("{PATH}?done={done}"))))
}

/// Checks what was typed.
pub fn read(t: Texts, fields: &Fields, id: SiteId) -> Result<Site, Flaws> {
    let mut r = Reader::new(t, fields);
    let name = r.needed("name", t.hub_sites_flaw_name());
    let (street, postcode, town) = (r.line("street"), r.line("postcode"), r.line("town"));
    let openings = hours(&mut r, "hours");
    let (directions, wheelchair, hearing) = (r.lines("directions", ABOUT_AT_MOST), r.lines("wheelchair", ABOUT_AT_MOST), r.lines("hearing", ABOUT_AT_MOST));
    r.finish(Site { id, name, street, postcode, town, directions, wheelchair, hearing, openings })
}

/// Weekly hours as typed.
pub fn hours(r: &mut Reader<'_>, field: &str) -> Vec<Opening> {
    let typed = r.lines(field, HOURS_AT_MOST);
    match parse_week(&typed) {
        Ok(spans) => spans.into_iter().map(|(day, opens, closes)| Opening { weekday: day.to_monday_one_offset(), opens, closes }).collect(),
        Err(mistake) => {
            let words = mistake_words(r.t, &mistake);
            r.flaw(field, words);
            Vec::new()
        }
    }
}

fn mistake_words(t: Texts, mistake: &WeekMistake) -> String {
    match mistake {
        WeekMistake::NotADay(part) => t.hub_hours_not_a_day(part),
        WeekMistake::NotATime(part) => t.hub_hours_not_a_time(part),
        WeekMistake::NoTimes(part) => t.hub_hours_no_times(part),
        WeekMistake::Backwards(part) => t.hub_hours_backwards(part),
        WeekMistake::Overlap(day) => t.hub_hours_overlap(dates::weekday_long(t.lang, *day)),
    }
}

fn spans(site: &Site) -> Vec<Span> {
    site.openings.iter().filter_map(|opening| Some((Weekday::from_monday_one_offset(opening.weekday).ok()?, opening.opens, opening.closes))).collect()
}

fn find(staff: &Staff, id: &str) -> Result<Site, Problem> {
    staff.visit.hub.sites.iter().find(|site| site.id.to_string() == id).cloned().ok_or(Problem::NotFound)
}

fn first_half(digest: [u8; 32]) -> [u8; 16] {
    let mut half = [0; 16];
    half.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    half
}

fn stored(t: Texts, site: &Site) -> Fields {
    let pairs = [
        ("name", site.name.clone()),
        ("street", site.street.clone()),
        ("postcode", site.postcode.clone()),
        ("town", site.town.clone()),
        ("hours", typed_week(t.lang, &spans(site))),
        ("directions", site.directions.clone()),
        ("wheelchair", site.wheelchair.clone()),
        ("hearing", site.hearing.clone()),
    ];
    Fields(pairs.map(|(name, value)| (name.to_owned(), value)).into())
}

fn page(staff: &Staff, id: &str, fields: Fields, flaws: Flaws) -> Result<Response, Problem> {
    let t = staff.visit.t;
    let address = vec![
        Item::line("name", t.hub_sites_name()).hint(t.hub_sites_name_hint()),
        Item::line("street", t.hub_sites_street()).optional(),
        Item::line("postcode", t.hub_sites_postcode()).width("nabe-w8").optional(),
        Item::line("town", t.hub_sites_town()).optional(),
        Item::area("hours", t.hub_sites_hours(), 5).hint(t.hub_sites_hours_hint()).optional(),
    ];
    let access = vec![
        Item::area("directions", t.hub_sites_directions(), 3).hint(t.hub_sites_directions_hint()).optional(),
        Item::area("wheelchair", t.hub_sites_wheelchair(), 3).hint(t.hub_sites_wheelchair_hint()).optional(),
        Item::area("hearing", t.hub_sites_hearing(), 3).hint(t.hub_sites_hearing_hint()).optional(),
    ];
    let title = if id == "new" { t.hub_sites_new().to_owned() } else { fields.line("name") };
    let title = if title.is_empty() { t.hub_sites().to_owned() } else { title };
    let words = Words::new(format!("{PATH}/{id}"), title, t.hub_sites_text(), "/contact").below(t.hub_sites(), PATH);
    form::page(staff, words, Sheet::new(vec![Group::plain(address), Group::plain(access)], fields, flaws)).map(IntoResponse::into_response)
}
