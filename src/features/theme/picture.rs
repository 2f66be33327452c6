//! The picture of the start page: uploaded, kept in two sizes, with words or as decoration.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::change::change;
use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection, StaffUploaded};
use crate::ids::PictureId;
use crate::pictures::{self, MIME, PIXELS_AT_MOST, Refused, WIDTH_AT_LEAST};
use crate::problem::Problem;
use crate::tenancy::HeadPicture;
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Group, Item, Page, Sheet};

/// The page.
const PATH: &str = "/staff/hub/theme/picture";
/// Longest description.
const ALT_AT_MOST: usize = 200;

#[derive(Template)]
#[template(path = "features/theme/picture.html")]
struct PicturePage {
    frame: StaffFrame,
    sheet: Sheet,
    done: &'static str,
    shown: Option<Shown>,
}

/// The picture there is.
struct Shown {
    src: String,
    size: (u32, u32),
    alt: String,
}

/// `GET /staff/hub/theme/picture`
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    let stored = staff.visit.hub.look.picture.as_ref().map(|picture| match picture.alt.as_str() {
        "" => ("decoration".to_owned(), "1".to_owned()),
        alt => ("alt".to_owned(), alt.to_owned()),
    });
    page(&staff, Fields(stored.into_iter().collect()), Flaws::default())
}

/// `POST /staff/hub/theme/picture`: a new picture, or another description of the one there is.
pub async fn upload(posted: StaffUploaded) -> Result<Response, Problem> {
    let StaffUploaded { staff, fields, file } = posted;
    staff.needs(Role::Lead)?;
    let t = staff.visit.t;
    let mut flaws = described(t, &fields);
    let kept = if file.is_empty() {
        if staff.visit.hub.look.picture.is_none() {
            flaws.list.insert(0, crate::ui::Flaw { field: "file".to_owned(), words: t.theme_picture_flaw_none().to_owned() });
        }
        None
    } else {
        pictures::decode_two(file).await?.map_err(|refused| flaws.list.insert(0, crate::ui::Flaw { field: "file".to_owned(), words: refusal(t, refused) })).ok()
    };
    if !flaws.is_empty() {
        return Ok(page(&staff, fields, flaws)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
    }
    let alt = if fields.ticked("decoration") { String::new() } else { fields.line("alt") };
    change(&staff, &format!("{PATH}?done=saved"), move |tx, hub, now, look| {
        if let Some((large, small)) = &kept {
            let (id, id_small) = (PictureId::new(now), PictureId::new(now));
            pictures::store::insert(tx, hub, id, MIME, large.size, &large.bytes, now)?;
            pictures::store::insert(tx, hub, id_small, MIME, small.size, &small.bytes, now)?;
            look.picture = Some(HeadPicture { id: id.0, size: large.size, small: id_small.0, small_width: small.size.0, alt: String::new() });
        }
        if let Some(picture) = &mut look.picture {
            picture.alt.clone_from(&alt);
        }
        Ok(())
    })
    .await
}

/// `POST /staff/hub/theme/picture/removal`: the drawing takes its place.
pub async fn remove(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    posted.staff.needs(Role::Lead)?;
    change(&posted.staff, &format!("{PATH}?done=removed"), |_, _, _, look| {
        look.picture = None;
        Ok(())
    })
    .await
}

/// A picture needs words or is said to be decoration, and not both.
fn described(t: Texts, fields: &Fields) -> Flaws {
    let (alt, mut flaws) = (fields.line("alt"), Flaws::default());
    if alt.chars().count() > ALT_AT_MOST {
        flaws.add("alt", t.ui_flaw_long(i64::try_from(ALT_AT_MOST).unwrap_or(0)));
    } else if alt.is_empty() != fields.ticked("decoration") {
        flaws.add("alt", t.theme_picture_flaw_alt());
    }
    flaws
}

fn refusal(t: Texts, refused: Refused) -> String {
    match refused {
        Refused::Unreadable => t.theme_picture_flaw_unreadable().to_owned(),
        Refused::TooLarge => t.theme_picture_flaw_large(i64::try_from(PIXELS_AT_MOST / 1_000_000).unwrap_or(0)),
        Refused::TooSmall => t.theme_picture_flaw_small(i64::from(WIDTH_AT_LEAST)),
    }
}

/// Bytes as full kilobytes, for words.
pub fn kilobytes(bytes: usize) -> i64 {
    i64::try_from(bytes / 1024).unwrap_or(i64::MAX)
}

fn page(staff: &Staff, fields: Fields, flaws: Flaws) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let (t, visit) = (staff.visit.t, &staff.visit);
    let items = vec![
        Item::line("file", t.theme_file()).hint(t.theme_picture_file_hint()).kind("file", "off"),
        Item::line("alt", t.theme_picture_alt()).hint(t.theme_picture_alt_hint()).optional(),
        Item::tick("decoration", t.theme_picture_decoration()),
    ];
    let shown = visit.hub.look.picture.as_ref().map(|picture| Shown {
        src: visit.links.shared("/theme/", &picture.files()[1]),
        size: picture.size,
        alt: picture.alt.clone(),
    });
    Page::personal(&PicturePage {
        frame: StaffFrame::new(staff, StaffSection::Hub, t.theme_picture()).invalid(!flaws.is_empty()),
        sheet: Sheet::new(vec![Group::plain(items)], fields, flaws),
        done: match visit.query.as_ref() {
            "done=saved" => t.theme_picture_saved(),
            "done=removed" => t.theme_picture_removed(),
            _ => "",
        },
        shown,
    })
}
