//! `/staff/hub/embed`: which web sites may show the programme, and the line that they copy into their page.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::origin::{self, NoOrigin};
use super::page::{AT_MOST, USUAL, Wish};
use super::store;
use crate::auth::{HubEntry, Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::db::{DbResult, Tx};
use crate::features::events::event::Topic;
use crate::problem::Problem;
use crate::tenancy::{Links, Visit};
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Group, Item, Page, Reader, Sheet, see_other};

const PATH: &str = "/staff/hub/embed";
/// More web sites than a hub has partners.
const ORIGINS_AT_MOST: usize = 20;
/// Letters of all of them.
const TEXT_AT_MOST: usize = 4_000;
/// Numbers of dates that can be chosen.
const NUMBERS: [u32; 5] = [3, USUAL, 10, 20, AT_MOST];

#[derive(Template)]
#[template(path = "features/events/embed/settings.html")]
struct SettingsPage {
    frame: StaffFrame,
    sheet: Sheet,
    choice: Sheet,
    /// The line for the other site.
    line: String,
    /// The page it shows.
    preview: String,
    done: bool,
}

/// The entry of the overview.
pub fn entry(tx: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let t = staff.visit.t;
    let count = i64::try_from(store::origins(tx, staff.visit.hub.id)?.len()).unwrap_or(0);
    Ok(Some(HubEntry { name: t.events_embed(), about: t.events_embed_about(), path: PATH, state: t.events_embed_count(count), open: false }))
}

/// `GET /staff/hub/embed?topic=…&number=…`
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let hub = staff.visit.hub.id;
    let origins = staff.visit.app.read(hub, move |tx| store::origins(tx, hub)).await?;
    page(&staff, Fields(vec![("origins".to_owned(), origins.join("\n"))]), Flaws::default())
}

/// `POST /staff/hub/embed`
pub async fn save(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    staff.needs(Role::Lead)?;
    let origins = match read(staff.visit.t, &fields) {
        Ok(origins) => origins,
        Err(flaws) => return Ok(page(&staff, fields, flaws)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response()),
    };
    let hub = staff.visit.hub.id;
    staff.visit.app.write(hub, move |tx, _| store::set_origins(tx, hub, &origins)).await?;
    Ok(see_other(&staff.visit.links.to(&format!("{PATH}?done=saved"))))
}

/// One web site a line; the same twice is the same.
fn read(t: Texts, fields: &Fields) -> Result<Vec<String>, Flaws> {
    let mut r = Reader::new(t, fields);
    let mut origins: Vec<String> = Vec::new();
    for line in r.lines("origins", TEXT_AT_MOST).lines().map(str::trim).filter(|line| !line.is_empty()) {
        match origin::parse(line) {
            Ok(origin) if origins.contains(&origin) => {}
            Ok(origin) => origins.push(origin),
            Err(NoOrigin::Unreadable) => r.flaw("origins", t.events_embed_flaw_address(line)),
            Err(NoOrigin::Wildcard) => r.flaw("origins", t.events_embed_flaw_wildcard(line)),
            Err(NoOrigin::NotHttps) => r.flaw("origins", t.events_embed_flaw_https(line)),
        }
    }
    if origins.len() > ORIGINS_AT_MOST {
        r.flaw("origins", t.events_embed_flaw_many(i64::try_from(ORIGINS_AT_MOST).unwrap_or(0)));
    }
    r.finish(origins)
}

fn page(staff: &Staff, fields: Fields, flaws: Flaws) -> Result<Page, Problem> {
    let (visit, t) = (&staff.visit, staff.visit.t);
    let invalid = !flaws.is_empty();
    let wish = Wish::parse(&visit.query);
    let query = query(&wish);
    let topics = Topic::ALL.map(|topic| (topic.as_str().to_owned(), topic.word(t).to_owned()));
    let topics = [(String::new(), t.events_embed_all_topics().to_owned())].into_iter().chain(topics).collect();
    let numbers = NUMBERS.map(|number| (number.to_string(), number.to_string())).into();
    let chosen = Fields(vec![
        ("topic".to_owned(), wish.topic().map(|topic| topic.as_str().to_owned()).unwrap_or_default()),
        ("number".to_owned(), wish.number().to_string()),
    ]);
    let choice = vec![Item::select("topic", t.events_embed_topic_field(), topics), Item::select("number", t.events_embed_number(), numbers).width("nabe-w8")];
    let origins = Item::area("origins", t.events_embed_origins(), 4).hint(t.events_embed_origins_hint()).optional();
    let page = SettingsPage {
        frame: StaffFrame::new(staff, StaffSection::Hub, t.events_embed()).invalid(invalid),
        sheet: Sheet::new(vec![Group::plain(vec![origins])], fields, flaws),
        choice: Sheet::new(vec![Group::plain(choice)], chosen, Flaws::default()),
        line: line(visit, &query),
        preview: format!("/embed{query}"),
        done: !invalid && visit.query.as_ref() == "done=saved",
    };
    Ok(Page::personal(&page)?.framing_own())
}

fn query(wish: &Wish) -> String {
    let topic = wish.topic().map(|topic| format!("topic={}&", topic.as_str())).unwrap_or_default();
    format!("?{topic}number={}", wish.number())
}

/// What the other site copies. The address is the one under which everybody reaches the hub.
fn line(visit: &Visit, query: &str) -> String {
    let address = Links::of(visit.app.config(), &visit.hub, visit.lang()).absolute("/embed");
    let name = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let (title, query) = (name(&visit.t.events_embed_all(&visit.hub.name)), query.replace('&', "&amp;"));
    format!(r#"<iframe src="{address}{query}" title="{title}" width="100%" height="640" loading="lazy" style="border:0"></iframe>"#)
}
