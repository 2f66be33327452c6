//! The logo of a hub: uploaded, cleaned, shown beside its name.

use axum::response::Response;

use super::change::change;
use super::upload::{self, Shown, Upload, kilobytes};
use crate::auth::{Role, Staff, StaffPosted, StaffUploaded};
use crate::ids::PictureId;
use crate::pictures::drawing::{KEPT_AT_MOST, Refusal};
use crate::pictures::{self, LOGO_AT_LEAST, LogoRefused, PIXELS_AT_MOST, Refused};
use crate::problem::Problem;
use crate::tenancy::Logo;
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Item, Page};

/// The page.
const PATH: &str = "/staff/hub/theme/logo";
/// Longest line of words in a logo.
const ALT_AT_MOST: usize = 120;

/// `GET /staff/hub/theme/logo`
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    let alt = staff.visit.hub.look.logo.as_ref().map(|logo| ("alt".to_owned(), logo.alt.clone()));
    page(&staff, Fields(alt.into_iter().collect()), Flaws::default())
}

/// `POST /staff/hub/theme/logo`: a new logo, or other words for the one there is.
pub async fn upload(posted: StaffUploaded) -> Result<Response, Problem> {
    let StaffUploaded { staff, fields, file } = posted;
    staff.needs(Role::Lead)?;
    let t = staff.visit.t;
    let (alt, mut flaws) = (fields.line("alt"), Flaws::default());
    let logo = if file.is_empty() {
        if staff.visit.hub.look.logo.is_none() {
            flaws.add("file", t.theme_logo_flaw_none());
        }
        None
    } else {
        pictures::decode_logo(file).await?.map_err(|refused| flaws.add("file", refusal(t, refused))).ok()
    };
    if alt.chars().count() > ALT_AT_MOST {
        flaws.add("alt", t.ui_flaw_long(i64::try_from(ALT_AT_MOST).unwrap_or(0)));
    }
    if !flaws.is_empty() {
        return Ok(upload::refused(page(&staff, fields, flaws)?));
    }
    let done = if logo.is_some() { "saved" } else { "words" };
    change(&staff, &format!("{PATH}?done={done}"), move |tx, hub, now, look| {
        if let Some(new) = &logo {
            let id = PictureId::new(now);
            pictures::store::insert(tx, hub, id, new.mime, new.size, &new.bytes, now)?;
            look.logo = Some(Logo { id: id.0, drawn: new.mime == "image/svg+xml", size: new.size, alt: String::new() });
        }
        if let Some(logo) = &mut look.logo {
            logo.alt.clone_from(&alt);
        }
        Ok(())
    })
    .await
}

/// `POST /staff/hub/theme/logo/removal`: the mark takes its place.
pub async fn remove(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    upload::remove(&posted.staff, PATH, |look| look.logo = None).await
}

/// Why a file is not taken, and what to do about it.
pub fn refusal(t: Texts, refused: LogoRefused) -> String {
    match refused {
        LogoRefused::Drawing(Refusal::Words) => t.theme_logo_flaw_words().to_owned(),
        LogoRefused::Drawing(Refusal::Photograph) => t.theme_logo_flaw_photograph().to_owned(),
        LogoRefused::Drawing(Refusal::Empty) => t.theme_logo_flaw_empty().to_owned(),
        LogoRefused::Drawing(Refusal::TooLarge) => t.theme_logo_flaw_detailed(kilobytes(KEPT_AT_MOST)),
        LogoRefused::Drawing(Refusal::Unreadable) | LogoRefused::Pixels(Refused::Unreadable) => t.theme_logo_flaw_unreadable().to_owned(),
        LogoRefused::Pixels(Refused::TooLarge) => t.theme_logo_flaw_large(i64::try_from(PIXELS_AT_MOST / 1_000_000).unwrap_or(0)),
        LogoRefused::Pixels(Refused::TooSmall) => t.theme_logo_flaw_small(i64::from(LOGO_AT_LEAST)),
    }
}

fn page(staff: &Staff, fields: Fields, flaws: Flaws) -> Result<Page, Problem> {
    let (t, visit) = (staff.visit.t, &staff.visit);
    let words = Upload {
        path: PATH,
        title: t.theme_logo(),
        text: t.theme_logo_text(),
        save: t.theme_logo_save(),
        remove: t.theme_logo_remove(),
        none: t.theme_logo_none(),
        saved: t.theme_logo_saved(),
        described: t.theme_logo_words(),
        removed: t.theme_logo_removed(),
        around: "nabe-plate",
    };
    let items = vec![
        Item::line("file", t.theme_file()).hint(t.theme_logo_file_hint()).kind("file", "off"),
        Item::line("alt", t.theme_logo_alt()).hint(t.theme_logo_alt_hint()).optional(),
    ];
    let shown = visit.hub.look.logo.as_ref().map(|logo| Shown {
        src: visit.links.shared("/theme/", &logo.file()),
        alt: t.theme_logo_own().to_owned(),
        size: logo.size,
        below: t.theme_logo_check().to_owned(),
    });
    words.page(staff, items, shown, (fields, flaws))
}
