//! The picture of the start page: uploaded, kept in two sizes, with words or as decoration.

use axum::response::Response;

use super::change::change;
use super::upload::{self, Shown, Upload};
use crate::auth::{Role, Staff, StaffPosted, StaffUploaded};
use crate::ids::PictureId;
use crate::pictures::{self, MIME, PIXELS_AT_MOST, Refused, WIDTH_AT_LEAST};
use crate::problem::Problem;
use crate::tenancy::HeadPicture;
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Item, Page};

/// The page.
const PATH: &str = "/staff/hub/theme/picture";
/// Longest description.
const ALT_AT_MOST: usize = 200;

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
    let mut flaws = Flaws::default();
    let kept = if file.is_empty() {
        if staff.visit.hub.look.picture.is_none() {
            flaws.add("file", t.theme_picture_flaw_none());
        }
        None
    } else {
        pictures::decode_two(file).await?.map_err(|refused| flaws.add("file", refusal(t, refused))).ok()
    };
    describe(t, &fields, &mut flaws);
    if !flaws.is_empty() {
        return Ok(upload::refused(page(&staff, fields, flaws)?));
    }
    let alt = if fields.ticked("decoration") { String::new() } else { fields.line("alt") };
    let done = if kept.is_some() { "saved" } else { "words" };
    change(&staff, &format!("{PATH}?done={done}"), move |tx, hub, now, look| {
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
    upload::remove(&posted.staff, PATH, |look| look.picture = None).await
}

/// A picture needs words or is said to be decoration, and not both.
fn describe(t: Texts, fields: &Fields, flaws: &mut Flaws) {
    let alt = fields.line("alt");
    if alt.chars().count() > ALT_AT_MOST {
        flaws.add("alt", t.ui_flaw_long(i64::try_from(ALT_AT_MOST).unwrap_or(0)));
    } else if alt.is_empty() != fields.ticked("decoration") {
        flaws.add("alt", t.theme_picture_flaw_alt());
    }
}

fn refusal(t: Texts, refused: Refused) -> String {
    match refused {
        Refused::Unreadable => t.theme_picture_flaw_unreadable().to_owned(),
        Refused::TooLarge => t.theme_picture_flaw_large(i64::try_from(PIXELS_AT_MOST / 1_000_000).unwrap_or(0)),
        Refused::TooSmall => t.theme_picture_flaw_small(i64::from(WIDTH_AT_LEAST)),
    }
}

fn page(staff: &Staff, fields: Fields, flaws: Flaws) -> Result<Page, Problem> {
    let (t, visit) = (staff.visit.t, &staff.visit);
    let words = Upload {
        path: PATH,
        title: t.theme_picture(),
        text: t.theme_picture_text(),
        save: t.theme_picture_save(),
        remove: t.theme_picture_remove(),
        none: t.theme_picture_none(),
        saved: t.theme_picture_saved(),
        described: t.theme_picture_words(),
        removed: t.theme_picture_removed(),
        around: "nabe-fig",
    };
    let items = vec![
        Item::line("file", t.theme_file()).hint(t.theme_picture_file_hint()).kind("file", "off"),
        Item::line("alt", t.theme_picture_alt()).hint(t.theme_picture_alt_hint()).optional(),
        Item::tick("decoration", t.theme_picture_decoration()),
    ];
    let shown = visit.hub.look.picture.as_ref().map(|picture| Shown {
        src: visit.links.shared("/theme/", &picture.files()[1]),
        alt: picture.alt.clone(),
        size: picture.size,
        below: if picture.alt.is_empty() { t.theme_picture_decoration().to_owned() } else { picture.alt.clone() },
    });
    words.page(staff, items, shown, (fields, flaws))
}
