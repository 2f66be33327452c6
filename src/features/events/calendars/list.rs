//! `/staff/hub/calendars`: the calendars that are read, uploading a file, subscribing to an address.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use url::Url;

use super::reading::{self, Contents};
use super::review::{At, settle};
use super::store::{self, Calendar, Made, New};
use super::worker::UPLOAD_KEPT;
use super::{BYTES_AT_MOST, trouble};
use crate::auth::{HubEntry, Role, Staff, StaffFrame, StaffPosted, StaffSection, StaffUploaded};
use crate::clock::Instant;
use crate::db::{DbResult, Tx};
use crate::fetch::Fetcher;
use crate::jobs::due;
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::dates;
use crate::ui::{Earlier, Fields, Flaws, Group, Item, Page, Reader, Sheet, see_other};

pub(super) const PATH: &str = "/staff/hub/calendars";
/// More calendars than a town has clubs that keep one.
const CALENDARS_AT_MOST: i64 = 50;

#[derive(Template)]
#[template(path = "features/events/calendars/list.html")]
struct ListPage {
    frame: StaffFrame,
    above: (&'static str, &'static str),
    rows: Vec<Row>,
    upload: Sheet,
    subscribe: Sheet,
    megabytes: i64,
    done: &'static str,
    flaws: Flaws,
    /// When the form has brought a calendar before and names another now.
    earlier: Option<Earlier>,
}

struct Row {
    id: String,
    title: String,
    source: String,
    state: String,
    waiting: i64,
    troubled: bool,
}

/// The entry of the overview.
pub fn entry(tx: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let t = staff.visit.t;
    let (waiting, troubled, all) = store::state(tx, staff.visit.hub.id)?;
    let state = match (waiting, troubled) {
        (0, 0) => t.calendars_count(all),
        (0, troubled) => t.calendars_troubled(troubled),
        (waiting, _) => t.calendars_waiting(waiting),
    };
    Ok(Some(HubEntry { name: t.calendars_title(), about: t.calendars_about(), path: PATH, state, open: false }))
}

/// `GET /staff/hub/calendars`
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    Page::personal(&page(&staff, Fields::default(), Flaws::default(), Flaws::default()).await?)
}

/// `POST /staff/hub/calendars/uploads`: the file is looked at; nothing is taken over yet.
pub async fn upload(posted: StaffUploaded) -> Result<Response, Problem> {
    let StaffUploaded { staff, fields, file } = posted;
    staff.needs(Role::Staff)?;
    let (hub, t) = (staff.visit.hub.clone(), staff.visit.t);
    let copy = ical::without_people(&file);
    let contents = match reading::read(if file.len() > BYTES_AT_MOST { file } else { copy.clone() }, &hub, staff.visit.now).await? {
        Ok(contents) => contents,
        Err(unusable) => {
            let mut flaws = Flaws::default();
            flaws.add("file", unusable.words(t));
            let page = page(&staff, Fields::default(), flaws, Flaws::default()).await?;
            return Ok(Page::personal(&page)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
        }
    };
    let title = if contents.name.is_empty() { t.calendars_file().to_owned() } else { crate::ui::clean(&contents.name).chars().take(80).collect() };
    let new = New { title, address: String::new(), copy, form_key: fields.get("key").to_owned() };
    let made = keep(&staff.visit, new, Some(contents)).await?;
    answer(&staff, Fields::default(), made).await
}

/// `POST /staff/hub/calendars/subscriptions`
pub async fn subscribe(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, key } = posted;
    staff.needs(Role::Staff)?;
    let hub = staff.visit.hub.id;
    let (_, _, all) = staff.visit.app.read(hub, move |tx| store::state(tx, hub)).await?;
    let (title, address) = match read(&staff.visit, &fields, all) {
        Ok(read) => read,
        Err(flaws) => {
            let page = page(&staff, fields, Flaws::default(), flaws).await?;
            return Ok(Page::personal(&page)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
        }
    };
    let made = keep(&staff.visit, New { title, address, copy: Vec::new(), form_key: key }, None).await?;
    answer(&staff, fields, made).await
}

async fn answer(staff: &Staff, fields: Fields, made: Made) -> Result<Response, Problem> {
    let href = staff.visit.links.to(&format!("{PATH}/{}", made.id));
    if made.says_this {
        return Ok(see_other(&href));
    }
    let t = staff.visit.t;
    let earlier = Earlier { title: t.calendars_earlier(), text: t.calendars_earlier_text(), href, link: t.calendars_earlier_link() };
    let page = ListPage { earlier: Some(earlier), ..page(staff, fields, Flaws::default(), Flaws::default()).await? };
    Ok(Page::personal(&page)?.status(StatusCode::CONFLICT).into_response())
}

/// Keeps a calendar. An uploaded one is already read and goes after its time; the worker reads any other at once.
async fn keep(visit: &Visit, new: New, contents: Option<Contents>) -> Result<Made, Problem> {
    let (hub, zone) = (visit.hub.id, visit.hub.zone.clone());
    let write = move |tx: &Tx<'_>, now: Instant| {
        let made = store::insert(tx, hub, &new, now)?;
        let id = made.id;
        if made.is_new {
            due::set(tx, hub, due::CALENDAR, id.0, if contents.is_some() { now.plus(UPLOAD_KEPT) } else { now })?;
        }
        if let Some(contents) = contents.as_ref().filter(|_| made.says_this) {
            settle(tx, At { hub, zone: &zone, calendar: id, now }, contents)?;
        }
        Ok(made)
    };
    Ok(visit.app.write_keyed(hub, write).await?)
}

fn read(visit: &Visit, fields: &Fields, all: i64) -> Result<(String, String), Flaws> {
    let t = visit.t;
    let mut r = Reader::new(t, fields);
    let title = r.needed("title", t.calendars_flaw_title());
    // What calendar programs call an address to subscribe to is fetched by https.
    let typed = fields.line("address");
    let typed = typed.strip_prefix("webcal://").map_or(typed.clone(), |rest| format!("https://{rest}"));
    let url = Url::parse(&typed).ok();
    let may = |url: &Url| {
        Fetcher::new(&visit.app.config().public_url, visit.app.config().private_calendars.clone(), BYTES_AT_MOST).is_ok_and(|fetcher| fetcher.may(url).is_ok())
    };
    if url.as_ref().is_none_or(|url| !url.has_host()) {
        r.flaw("address", t.calendars_flaw_address());
    } else if !url.as_ref().is_some_and(may) {
        r.flaw("address", t.calendars_flaw_https());
    } else if all >= CALENDARS_AT_MOST {
        r.flaw("address", t.calendars_flaw_many(CALENDARS_AT_MOST));
    }
    r.finish((title, url.map(String::from).unwrap_or_default()))
}

async fn page(staff: &Staff, fields: Fields, upload: Flaws, subscribe: Flaws) -> Result<ListPage, Problem> {
    staff.needs(Role::Staff)?;
    let (visit, t, hub) = (&staff.visit, staff.visit.t, staff.visit.hub.id);
    let calendars = visit.app.read(hub, move |tx| store::list(tx, hub)).await?;
    let flaws = Flaws { list: upload.list.iter().chain(&subscribe.list).cloned().collect() };
    let items = vec![
        Item::line("title", t.calendars_name()).hint(t.calendars_name_hint()),
        Item::line("address", t.calendars_address()).hint(t.calendars_address_hint()).kind("url", "off"),
    ];
    Ok(ListPage {
        frame: frame(staff, t.calendars_title()).invalid(!flaws.is_empty()),
        above: above(staff),
        rows: calendars.iter().filter(|calendar| !calendar.is_used_up()).map(|calendar| row(visit, calendar)).collect(),
        upload: Sheet::new(Vec::new(), Fields::default(), upload),
        subscribe: Sheet::new(vec![Group::plain(items)], fields, subscribe),
        megabytes: i64::try_from(BYTES_AT_MOST / 1_000_000).unwrap_or(0),
        done: match visit.query.as_ref() {
            "done=taken" => t.calendars_done_taken(),
            "done=removed" => t.calendars_done_removed(),
            _ => "",
        },
        flaws,
        earlier: None,
    })
}

/// The frame of these pages: they belong to the hub for its lead, to the programme for others.
pub(super) fn frame(staff: &Staff, title: impl Into<String>) -> StaffFrame {
    StaffFrame::new(staff, if staff.role >= Role::Lead { StaffSection::Hub } else { StaffSection::Events }, title)
}

/// The page above: path and words.
pub(super) fn above(staff: &Staff) -> (&'static str, &'static str) {
    if staff.role >= Role::Lead { ("/staff/hub", staff.visit.t.ui_staff_hub()) } else { ("/staff/events", staff.visit.t.ui_menu_events()) }
}

fn row(visit: &Visit, calendar: &Calendar) -> Row {
    let t = visit.t;
    let host = Url::parse(&calendar.address).ok().and_then(|url| url.host_str().map(str::to_owned));
    Row {
        id: calendar.id.to_string(),
        title: calendar.title.clone(),
        source: host.unwrap_or_else(|| t.calendars_uploaded().to_owned()),
        state: state(visit, calendar),
        waiting: calendar.waiting,
        troubled: !calendar.trouble.is_empty(),
    }
}

/// When it was read, or since when that fails and why.
pub(super) fn state(visit: &Visit, calendar: &Calendar) -> String {
    let t = visit.t;
    let read = calendar.read.map(|at| moment(visit, at));
    match (read, calendar.trouble.as_str()) {
        (Some(read), "") if calendar.address.is_empty() => t.calendars_uploaded_at(read),
        (Some(read), "") => t.calendars_read_at(read),
        (None, "") => t.calendars_not_read_yet().to_owned(),
        (Some(read), word) => t.calendars_read_until(read, trouble::words(t, word)),
        (None, word) => t.calendars_never_read(trouble::words(t, word)),
    }
}

/// "heute, 10:15 Uhr", or the day.
fn moment(visit: &Visit, at: Instant) -> String {
    let (t, local) = (visit.t, visit.hub.local(at));
    let day = dates::relative(t.lang, local.date(), visit.hub.today(visit.now)).map_or_else(|| visit.days().day_short(local.date()), str::to_owned);
    format!("{day}, {}", dates::time(t.lang, local.time()))
}
