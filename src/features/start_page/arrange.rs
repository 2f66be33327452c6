//! The page on which the lead arranges start page and menu.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::auth::{HubEntry, Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::problem::Problem;
use crate::tenancy::{Look, MENU, MENU_AT_MOST, MenuEntry, ReadyPage, StartPart, store};
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Group, Item, Page, Reader, Sheet, Step, menu_word, see_other};

const PATH: &str = "/staff/hub/start-page";
/// Letters of a word in the menu: what fits beside the others.
const WORD_AT_MOST: usize = 24;

/// Finds the pages of staff that everybody can read; handed over by the feature that has them.
pub type PagesOf = fn(&Tx<'_>, HubId, Instant) -> DbResult<Vec<ReadyPage>>;

#[derive(Template)]
#[template(path = "features/start_page/arrange.html")]
struct ArrangePage {
    frame: StaffFrame,
    lists: [List; 2],
    /// The form that adds a page of staff to the menu; none while there is nothing to add.
    sheet: Option<Sheet>,
    flaws: Flaws,
    is_full: bool,
    done: &'static str,
}

/// One of the two lists.
struct List {
    id: &'static str,
    title: &'static str,
    about: &'static str,
    action: String,
    shown: Vec<Row>,
    hidden: Vec<Row>,
    is_own: bool,
}

struct Row {
    word: String,
    name: String,
    about: &'static str,
    /// Where the buttons move it.
    up: Option<String>,
    down: Option<String>,
    is_fixed: bool,
}

/// The entry of the overview.
pub fn entry(_: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let (t, look) = (staff.visit.t, &staff.visit.hub.look);
    let is_own = look.parts.is_some() || look.menu.is_some();
    let state = if is_own { t.start_page_own() } else { t.start_page_proposed() }.to_owned();
    Ok(Some(HubEntry { name: t.start_page_title(), about: t.start_page_about(), path: PATH, state, open: false }))
}

/// `GET /staff/hub/start-page`
pub async fn show(staff: Staff, pages: PagesOf) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let ready = ready(&staff, pages).await?;
    page(&staff, &ready, Fields::default(), Flaws::default())
}

/// `POST /staff/hub/start-page`: a part moves, goes or comes.
pub async fn parts(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    posted.staff.needs(Role::Lead)?;
    let step = Step::read(&posted.form).ok_or(Problem::Unreadable("no step"))?;
    change(&posted.staff, &format!("{PATH}?done=saved#parts"), move |look| {
        let parts = step.apply(look.start_parts(), |part| part.as_str().to_owned(), StartPart::parse);
        look.parts = Some(parts.into_iter().map(|part| part.as_str().to_owned()).collect());
    })
    .await
}

/// `POST /staff/hub/start-page/menu`: an entry moves, goes or comes.
pub async fn menu(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    posted.staff.needs(Role::Lead)?;
    let step = Step::read(&posted.form).ok_or(Problem::Unreadable("no step"))?;
    change(&posted.staff, &format!("{PATH}?done=saved#menu"), move |look| {
        let known = |place: &str| MENU.contains(&place).then(|| MenuEntry::known(place));
        let mut entries = look.menu_entries();
        let is_full = matches!(step, Step::Show(_)) && entries.len() >= MENU_AT_MOST;
        if !is_full {
            entries = step.apply(entries, |entry| entry.place.clone(), known);
        }
        look.menu = Some(entries);
    })
    .await
}

/// `POST /staff/hub/start-page/menu/pages`: a page of staff comes into the menu, with a word of its own.
pub async fn add(posted: StaffPosted<Fields>, pages: PagesOf) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    staff.needs(Role::Lead)?;
    let ready = ready(&staff, pages).await?;
    let entry = match read(staff.visit.t, &fields, &ready) {
        Ok(entry) => entry,
        Err(flaws) => return Ok(page(&staff, &ready, fields, flaws)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response()),
    };
    change(&staff, &format!("{PATH}?done=saved#menu"), move |look| {
        let mut entries = look.menu_entries();
        if entries.len() < MENU_AT_MOST && !entries.iter().any(|known| known.place == entry.place) {
            entries.push(entry.clone());
        }
        look.menu = Some(entries);
    })
    .await
}

/// `POST /staff/hub/start-page/removal`: as proposed.
pub async fn reset(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let of_menu = posted.form.get("list") == "menu";
    change(&posted.staff, &format!("{PATH}?done=reset"), move |look| if of_menu { look.menu = None } else { look.parts = None }).await
}

/// Checks which page is to be added, under which words.
pub fn read(t: Texts, fields: &Fields, ready: &[ReadyPage]) -> Result<MenuEntry, Flaws> {
    let mut r = Reader::new(t, fields);
    let found = ready.iter().find(|page| page.path == fields.get("page"));
    if found.is_none() {
        r.flaw("page", t.start_page_flaw_page());
    }
    let (word, word_en) = (r.line("word"), r.line("word_en"));
    let (title, title_en) = found.map(|page| (page.title.clone(), page.title_en.clone())).unwrap_or_default();
    let word = if word.is_empty() { title } else { word };
    let word_en = if word_en.is_empty() { title_en } else { word_en };
    for (field, text) in [("word", &word), ("word_en", &word_en)] {
        if text.chars().count() > WORD_AT_MOST {
            r.flaw(field, t.start_page_flaw_word(i64::try_from(WORD_AT_MOST).unwrap_or(0)));
        }
    }
    let place = fields.get("page").to_owned();
    r.finish(MenuEntry { place, word, word_en })
}

async fn ready(staff: &Staff, pages: PagesOf) -> Result<Vec<ReadyPage>, Problem> {
    let (hub, now) = (staff.visit.hub.id, staff.visit.now);
    Ok(staff.visit.app.read(hub, move |tx| pages(tx, hub, now)).await?)
}

async fn change(staff: &Staff, to: &str, step: impl Fn(&mut Look) + Send + 'static) -> Result<Response, Problem> {
    staff.needs(Role::Lead)?;
    let hub = staff.visit.hub.id;
    let write = move |tx: &Tx<'_>, _| {
        let mut look = store::look(tx, hub)?;
        step(&mut look);
        store::set_look(tx, hub, &look)
    };
    staff.visit.app.write_places(hub, write).await?;
    Ok(see_other(&staff.visit.links.to(to)))
}

fn page(staff: &Staff, ready: &[ReadyPage], fields: Fields, flaws: Flaws) -> Result<Page, Problem> {
    let (t, look) = (staff.visit.t, &staff.visit.hub.look);
    let entries = look.menu_entries();
    let is_full = entries.len() >= MENU_AT_MOST;
    let offered: Vec<(String, String)> =
        ready.iter().filter(|page| !entries.iter().any(|entry| entry.place == page.path)).map(|page| (page.path.clone(), page.title.clone())).collect();
    let items = |choices| {
        vec![
            Item::select("page", t.start_page_page(), choices),
            Item::line("word", t.start_page_word()).hint(t.start_page_word_hint()).width("nabe-w16").optional(),
            Item::line("word_en", t.start_page_word_en()).width("nabe-w16").optional(),
        ]
    };
    let sheet = (!offered.is_empty() && !is_full).then(|| Sheet::new(vec![Group::plain(items(offered))], fields, flaws.clone()));
    Page::personal(&ArrangePage {
        frame: StaffFrame::new(staff, StaffSection::Hub, t.start_page_title()).invalid(!flaws.is_empty()),
        lists: [start_list(t, look), menu_list(t, look, &entries)],
        sheet,
        flaws,
        is_full,
        done: match staff.visit.query.as_ref() {
            "done=saved" => t.start_page_saved(),
            "done=reset" => t.start_page_reset_done(),
            _ => "",
        },
    })
}

fn start_list(t: Texts, look: &Look) -> List {
    let parts = look.start_parts();
    let row = |part: StartPart| {
        let (name, about) = part_words(t, part);
        Row { word: part.as_str().to_owned(), name: name.to_owned(), about, up: None, down: None, is_fixed: false }
    };
    List {
        id: "parts",
        title: t.start_page_parts(),
        about: t.start_page_parts_about(),
        action: PATH.to_owned(),
        shown: moving(parts.iter().copied().map(row).collect()),
        hidden: StartPart::ALL.into_iter().filter(|part| !parts.contains(part)).map(row).collect(),
        is_own: look.parts.is_some(),
    }
}

fn menu_list(t: Texts, look: &Look, entries: &[MenuEntry]) -> List {
    let row = |entry: &MenuEntry| Row {
        word: entry.place.clone(),
        name: menu_word(t, entry).to_owned(),
        about: if entry.is_fixed() { t.start_page_fixed() } else { "" },
        up: None,
        down: None,
        is_fixed: entry.is_fixed(),
    };
    let hidden = MENU.iter().filter(|place| !entries.iter().any(|entry| entry.place == **place)).map(|place| row(&MenuEntry::known(place)));
    List {
        id: "menu",
        title: t.start_page_menu(),
        about: t.start_page_menu_about(),
        action: format!("{PATH}/menu"),
        hidden: if entries.len() < MENU_AT_MOST { hidden.collect() } else { Vec::new() },
        shown: moving(entries.iter().map(row).collect()),
        is_own: look.menu.is_some(),
    }
}

/// With the places to which the buttons move each row.
fn moving(mut rows: Vec<Row>) -> Vec<Row> {
    let last = rows.len().saturating_sub(1);
    for (at, row) in rows.iter_mut().enumerate() {
        row.up = (at > 0).then(|| format!("{} {}", row.word, at.saturating_sub(1)));
        row.down = (at < last).then(|| format!("{} {}", row.word, at + 1));
    }
    rows
}

fn part_words(t: Texts, part: StartPart) -> (&'static str, &'static str) {
    match part {
        StartPart::Topics => (t.ui_what_to_do(), t.start_page_topics_about()),
        StartPart::Dates => (t.start_page_dates(), t.start_page_dates_about()),
        StartPart::Reach => (t.start_page_reach(), t.start_page_reach_about()),
        StartPart::News => (t.ui_news(), t.start_page_news_about()),
        StartPart::Partners => (t.start_page_partners(), t.start_page_partners_about()),
    }
}
