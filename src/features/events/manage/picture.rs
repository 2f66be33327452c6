//! The picture of an event.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::change::{Maker, Opened};
use super::edit_page::{self, Notice};
use super::form::LINE_AT_MOST;
use super::view::{FormView, of_event};
use super::{edit, store};
use crate::auth::{Role, Staff, StaffPosted, StaffUploaded};
use crate::features::events::store as events;
use crate::ids::PictureId;
use crate::pictures::{self, Kept, Refused};
use crate::problem::Problem;
use crate::ui::{Fields, Flaws, see_other};

/// `GET /staff/events/{event}/picture`: also of drafts.
pub async fn show(staff: Staff, Path(slug): Path<String>) -> Result<Response, Problem> {
    staff.needs(Role::Staff)?;
    let hub = staff.visit.hub.id;
    let found = staff
        .visit
        .app
        .read(hub, move |tx| match events::event_by_slug(tx, hub, &slug)?.and_then(|event| event.picture) {
            Some(id) => pictures::store::picture(tx, hub, id),
            None => Ok(None),
        })
        .await?;
    pictures::answer(found.ok_or(Problem::NotFound)?, "private, max-age=3600")
}

/// `POST /staff/events/{event}/picture`: a new picture, or another description of the one there is.
pub async fn upload(Path(slug): Path<String>, posted: StaffUploaded) -> Result<Response, Problem> {
    let StaffUploaded { staff, fields, file } = posted;
    staff.needs(Role::Staff)?;
    let t = staff.visit.t;
    let loaded = edit::load(&staff, slug.clone(), false).await?;
    let (alt, decoration) = (fields.line("alt"), fields.ticked("decoration"));
    let mut flaws = Flaws::default();
    let kept = if file.is_empty() {
        if loaded.event.picture.is_none() {
            flaws.add("file", t.events_manage_flaw_no_file());
        }
        None
    } else {
        pictures::decode(file).await?.map_err(|refused| flaws.add("file", refusal(&staff, refused))).ok()
    };
    if alt.chars().count() > LINE_AT_MOST {
        flaws.add("alt", t.events_manage_flaw_long(i64::try_from(LINE_AT_MOST).unwrap_or(0)));
    } else if alt.is_empty() != decoration {
        flaws.add("alt", t.events_manage_flaw_alt());
    }
    if !flaws.is_empty() {
        let mut stored = of_event(&loaded.event, &loaded.terms);
        stored.0.extend(fields.0.into_iter().filter(|(name, _)| matches!(name.as_str(), "alt" | "decoration")));
        let form = FormView::new(&staff.visit, stored, Flaws::default());
        return Ok(edit_page::page(&staff, &loaded, form, Notice::None, flaws, false)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
    }
    let alt = if decoration { String::new() } else { alt };
    set(&staff, &slug, kept, Some(alt)).await
}

/// `POST /staff/events/{event}/picture/removal`: the drawing of the strand takes its place.
pub async fn remove(Path(slug): Path<String>, posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    posted.staff.needs(Role::Staff)?;
    set(&posted.staff, &slug, None, None).await
}

/// Gives the event a picture (`kept`), another description (`alt`), or with neither takes the picture away.
async fn set(staff: &Staff, slug: &str, kept: Option<Kept>, alt: Option<String>) -> Result<Response, Problem> {
    let (hub, by, name) = (staff.visit.hub.id, staff.account, slug.to_owned());
    let done = if kept.is_none() && alt.is_some() { "picture-words" } else { "picture" };
    let found = staff
        .visit
        .app
        .write(hub, move |tx, now| {
            let maker = Maker { tx, hub, now, by };
            let Some(event) = events::event_by_slug(tx, hub, &name)? else { return Ok(false) };
            let Opened::Same(mut event) = maker.open(&name, event.version)? else { return Ok(false) };
            let old = event.picture;
            if let Some(kept) = &kept {
                let id = PictureId::new(now);
                pictures::store::insert(tx, hub, id, pictures::MIME, kept.size, &kept.bytes, now)?;
                event.picture = Some(id);
            }
            if let Some(alt) = &alt {
                event.picture_alt.clone_from(alt);
            } else {
                (event.picture, event.picture_alt) = (None, String::new());
            }
            maker.save(&event)?;
            match old.filter(|old| event.picture != Some(*old)) {
                Some(old) => store::delete_picture(tx, hub, old).map(|()| true),
                None => Ok(true),
            }
        })
        .await?;
    if found { Ok(see_other(&staff.visit.links.to(&format!("/staff/events/{slug}?done={done}#picture")))) } else { Err(Problem::NotFound) }
}

fn refusal(staff: &Staff, refused: Refused) -> String {
    let t = staff.visit.t;
    match refused {
        Refused::Unreadable => t.events_manage_flaw_picture().to_owned(),
        Refused::TooLarge => t.events_manage_flaw_picture_large(i64::try_from(pictures::PIXELS_AT_MOST / 1_000_000).unwrap_or(0)),
        Refused::TooSmall => t.events_manage_flaw_picture_small(i64::from(pictures::WIDTH_AT_LEAST)),
    }
}
