//! The page of one form: the same head, fields and buttons for all settings.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::auth::{Role, Staff, StaffFrame, StaffSection};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::{Page, Sheet, see_other};

#[derive(Template)]
#[template(path = "features/hub/form.html")]
struct FormPage {
    frame: StaffFrame,
    words: Words,
    sheet: Sheet,
    saved: bool,
}

/// What a form says around its fields.
pub struct Words {
    /// Path of the page and of the form: `/staff/hub/contact`.
    pub path: String,
    /// Heading.
    pub title: String,
    /// A sentence below it.
    pub about: String,
    /// Where its effect is seen: a public path, or empty.
    pub seen_at: &'static str,
    /// The page above it: word and path.
    pub parent: Option<(&'static str, &'static str)>,
    /// Word of the button; empty for "save".
    pub button: &'static str,
}

impl Words {
    /// A form of this path.
    pub fn new(path: impl Into<String>, title: impl Into<String>, about: impl Into<String>, seen_at: &'static str) -> Self {
        Self { path: path.into(), title: title.into(), about: about.into(), seen_at, parent: None, button: "" }
    }

    /// Below another page than the overview.
    #[must_use]
    pub fn below(mut self, word: &'static str, path: &'static str) -> Self {
        self.parent = Some((word, path));
        self
    }

    /// With another word on its button.
    #[must_use]
    pub fn button(mut self, word: &'static str) -> Self {
        self.button = word;
        self
    }
}

/// The page with a form as stored, or as it came back.
pub fn page(staff: &Staff, words: Words, sheet: Sheet) -> Result<Response, Problem> {
    staff.needs(Role::Lead)?;
    let invalid = !sheet.flaws.is_empty();
    let frame = StaffFrame::new(staff, StaffSection::Hub, words.title.clone()).invalid(invalid);
    let saved = !invalid && staff.visit.query.as_ref() == "done=saved";
    let page = Page::personal(&FormPage { frame, words, sheet, saved })?;
    Ok(if invalid { page.status(StatusCode::UNPROCESSABLE_ENTITY) } else { page }.into_response())
}

/// The answer after saving: the same page, which says so.
pub fn saved(visit: &Visit, path: &str) -> Response {
    see_other(&visit.links.to(&format!("{path}?done=saved")))
}
