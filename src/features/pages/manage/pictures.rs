//! The pictures of a page: uploaded with words for those who do not see them, shown in the text by their names, one of them above it.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::edit::{load, query};
use super::edit_page::heading;
use crate::auth::{Staff, StaffFrame, StaffPosted, StaffSection, StaffUploaded};
use crate::features::pages::content::{Content, Picture};
use crate::features::pages::store::{self, Save, Step};
use crate::features::pages::written::Written;
use crate::ids::{AccountId, PictureId};
use crate::keys::{digest, hex};
use crate::pictures::{self, Kept, Refused};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Group, Item, Page, Sheet, see_other};

/// Longest description.
const ALT_AT_MOST: usize = 200;
/// Pictures of a page at most.
const PICTURES_AT_MOST: usize = 24;

#[derive(Template)]
#[template(path = "features/pages/manage/pictures.html")]
struct PicturesPage {
    frame: StaffFrame,
    title: String,
    desk: String,
    done: bool,
    rows: Vec<Row>,
    has_cover: bool,
    sheet: Sheet,
}

struct Row {
    name: String,
    src: String,
    size: (u32, u32),
    alt: String,
    is_cover: bool,
}

/// `GET /staff/pages/{page}/pictures`
pub async fn show(staff: Staff, Path(slug): Path<String>) -> Result<Page, Problem> {
    let page = load(&staff, slug).await?;
    render(&staff, &page, Fields::default(), Flaws::default())
}

/// `GET /staff/pages/{page}/pictures/{picture}`: also of pages that only staff can read.
pub async fn picture(staff: Staff, Path((slug, name)): Path<(String, String)>) -> Result<Response, Problem> {
    let page = load(&staff, slug).await?;
    let id = page.content.picture(&name).and_then(Picture::key).ok_or(Problem::NotFound)?;
    let hub = staff.visit.hub.id;
    let found = staff.visit.app.read(hub, move |tx| pictures::store::picture(tx, hub, id)).await?;
    pictures::answer(found.ok_or(Problem::NotFound)?, "private, max-age=3600")
}

/// `POST /staff/pages/{page}/pictures`
pub async fn upload(Path(slug): Path<String>, posted: StaffUploaded) -> Result<Response, Problem> {
    let StaffUploaded { staff, fields, file } = posted;
    let page = load(&staff, slug).await?;
    if page.head == 0 || page.kind.is_legal() {
        return Err(Problem::NotFound);
    }
    let mut flaws = described(staff.visit.t, &page, &fields);
    let kept = decoded(staff.visit.t, file, &mut flaws).await?;
    let Some(kept) = kept.filter(|_| flaws.is_empty()) else {
        return Ok(render(&staff, &page, fields, flaws)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
    };
    add(&staff, &page, kept, &fields).await
}

/// `POST /staff/pages/{page}/pictures/{picture}/removal`: older revisions keep it.
pub async fn remove(Path((slug, name)): Path<(String, String)>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let page = load(&posted.staff, slug).await?;
    let what = format!("removal of {name}");
    change(posted, &page, &what, move |content| {
        content.pictures.retain(|picture| picture.name != name);
        if content.cover == name {
            content.cover.clear();
        }
    })
    .await
}

/// `POST /staff/pages/{page}/cover`: which picture stands above the text; an empty name for none.
pub async fn cover(Path(slug): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let page = load(&posted.staff, slug).await?;
    let name = posted.form.line("picture");
    if !name.is_empty() && page.content.picture(&name).is_none() {
        return Err(Problem::NotFound);
    }
    let what = format!("cover {name}");
    change(posted, &page, &what, move |content| content.cover.clone_from(&name)).await
}

/// The file as it is kept, unless something is wrong with it.
async fn decoded(t: Texts, file: Vec<u8>, flaws: &mut Flaws) -> Result<Option<Kept>, Problem> {
    if file.is_empty() {
        flaws.add("file", t.pages_pictures_flaw_none());
        return Ok(None);
    }
    Ok(pictures::decode(file).await?.map_err(|refused| flaws.add("file", refusal(t, refused))).ok())
}

/// What is wrong besides the file: a picture needs words or is said to be decoration.
fn described(t: Texts, page: &Written, fields: &Fields) -> Flaws {
    let mut flaws = Flaws::default();
    if page.content.pictures.len() >= PICTURES_AT_MOST {
        flaws.add("file", t.pages_pictures_flaw_many(i64::try_from(PICTURES_AT_MOST).unwrap_or(0)));
    }
    if fields.line("alt").is_empty() != fields.ticked("decoration") {
        flaws.add("alt", t.pages_pictures_flaw_alt());
    }
    for field in ["alt", "alt_en"] {
        if fields.line(field).chars().count() > ALT_AT_MOST {
            flaws.add(field, t.ui_flaw_long(i64::try_from(ALT_AT_MOST).unwrap_or(0)));
        }
    }
    flaws
}

async fn add(staff: &Staff, page: &Written, kept: Kept, fields: &Fields) -> Result<Response, Problem> {
    let (hub, slug) = (staff.visit.hub.id, page.slug.clone());
    let (alt, alt_en, cover) = (fields.line("alt"), fields.line("alt_en"), fields.ticked("cover"));
    let save = save(staff.account, fields.get("key").to_owned(), &[&fields.print(), &kept.bytes]);
    staff
        .visit
        .app
        .write_keyed(hub, move |tx, now| {
            if store::was_saved(tx, hub, &save)? {
                return Ok(());
            }
            let Some(mut page) = store::page(tx, hub, &slug)? else { return Ok(()) };
            let id = PictureId::new(now);
            pictures::store::insert(tx, hub, id, pictures::MIME, kept.size, &kept.bytes, now)?;
            let name = page.content.next_picture_name();
            let (width, height) = kept.size;
            page.content.pictures.push(Picture { name: name.clone(), id: id.to_string(), width, height, alt: alt.clone(), alt_en: alt_en.clone() });
            if cover {
                page.content.cover = name;
            }
            page.head += 1;
            store::save(tx, hub, &page, &save, now).map(drop)
        })
        .await?;
    Ok(see_other(&format!("{}/pictures?done=1", desk(&staff.visit, page))))
}

/// Saves a change of the pictures upon whatever the newest revision is: it touches no text that somebody may be writing.
async fn change(posted: StaffPosted<Fields>, page: &Written, what: &str, change: impl Fn(&mut Content) + Send + 'static) -> Result<Response, Problem> {
    let StaffPosted { staff, key, .. } = posted;
    let (hub, slug) = (staff.visit.hub.id, page.slug.clone());
    let save = save(staff.account, key, &[what.as_bytes()]);
    staff
        .visit
        .app
        .write_keyed(hub, move |tx, now| {
            if store::was_saved(tx, hub, &save)? {
                return Ok(());
            }
            let Some(mut page) = store::page(tx, hub, &slug)? else { return Ok(()) };
            change(&mut page.content);
            page.head += 1;
            store::save(tx, hub, &page, &save, now).map(drop)
        })
        .await?;
    Ok(see_other(&format!("{}/pictures?done=1", desk(&staff.visit, page))))
}

fn save(by: AccountId, key: String, said: &[&[u8]]) -> Save {
    Save { step: Step::Pictures, by: Some(by), key, print: hex(&digest(said)) }
}

fn desk(visit: &Visit, page: &Written) -> String {
    visit.links.to(&format!("/staff/pages/{}", page.slug))
}

fn render(staff: &Staff, page: &Written, fields: Fields, flaws: Flaws) -> Result<Page, Problem> {
    if page.head == 0 || page.kind.is_legal() {
        return Err(Problem::NotFound);
    }
    let (visit, t) = (&staff.visit, staff.visit.t);
    let desk = desk(visit, page);
    let row = |picture: &Picture| Row {
        name: picture.name.clone(),
        src: format!("{desk}/pictures/{}?{}", picture.name, picture.id.get(..8).unwrap_or_default()),
        size: (picture.width, picture.height),
        alt: picture.alt.clone(),
        is_cover: page.content.cover == picture.name,
    };
    let items = vec![
        Item::line("file", t.pages_pictures_file()).hint(t.pages_pictures_file_hint()).kind("file", "off"),
        Item::line("alt", t.pages_pictures_alt()).hint(t.pages_pictures_alt_hint()),
        Item::line("alt_en", t.pages_pictures_alt_en()).optional(),
        Item::tick("decoration", t.pages_pictures_is_decoration()),
        Item::tick("cover", t.pages_pictures_as_cover()),
    ];
    Page::personal(&PicturesPage {
        frame: StaffFrame::new(staff, StaffSection::Pages, t.pages_pictures_title()).invalid(!flaws.is_empty()),
        title: heading(t, page),
        done: query(staff).ticked("done"),
        rows: page.content.pictures.iter().map(row).collect(),
        has_cover: !page.content.cover.is_empty(),
        sheet: Sheet::new(vec![Group::plain(items)], fields, flaws),
        desk: desk.clone(),
    })
}

fn refusal(t: Texts, refused: Refused) -> String {
    match refused {
        Refused::Unreadable => t.pages_pictures_flaw_unreadable().to_owned(),
        Refused::TooLarge => t.pages_pictures_flaw_large(i64::try_from(pictures::PIXELS_AT_MOST / 1_000_000).unwrap_or(0)),
        Refused::TooSmall => t.pages_pictures_flaw_small(i64::from(pictures::WIDTH_AT_LEAST)),
    }
}
