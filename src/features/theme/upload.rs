//! What the pages of logo and picture share: a file with its words, beside it what is seen now, and the way to remove it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::change::change;
use crate::auth::{Role, Staff, StaffFrame, StaffSection};
use crate::problem::Problem;
use crate::tenancy::Look;
use crate::ui::{Fields, Flaws, Group, Item, Page, Sheet};

/// What is uploaded here, in words.
pub struct Upload {
    /// The page.
    pub path: &'static str,
    /// What it is.
    pub title: &'static str,
    /// Where it stands.
    pub text: &'static str,
    /// The button.
    pub save: &'static str,
    /// The other button.
    pub remove: &'static str,
    /// What is seen while there is none.
    pub none: &'static str,
    /// It is saved.
    pub saved: &'static str,
    /// Its words are saved, and it stays as it was.
    pub described: &'static str,
    /// It is removed.
    pub removed: &'static str,
    /// Class around the picture.
    pub around: &'static str,
}

/// What is seen now.
pub struct Shown {
    /// Its address.
    pub src: String,
    /// Its words for those who do not see it.
    pub alt: String,
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// A line below.
    pub below: String,
}

#[derive(Template)]
#[template(path = "features/theme/upload.html")]
struct UploadPage {
    frame: StaffFrame,
    kind: Upload,
    sheet: Sheet,
    done: &'static str,
    shown: Option<Shown>,
}

impl Upload {
    /// The form with what is seen now.
    pub fn page(self, staff: &Staff, items: Vec<Item>, shown: Option<Shown>, (fields, flaws): (Fields, Flaws)) -> Result<Page, Problem> {
        staff.needs(Role::Lead)?;
        Page::personal(&UploadPage {
            frame: StaffFrame::new(staff, StaffSection::Hub, self.title).invalid(!flaws.is_empty()),
            sheet: Sheet::new(vec![Group::plain(items)], fields, flaws),
            done: match staff.visit.query.as_ref() {
                "done=saved" => self.saved,
                "done=words" => self.described,
                "done=removed" => self.removed,
                _ => "",
            },
            shown,
            kind: self,
        })
    }
}

/// The form again, with what is wrong in it.
pub fn refused(page: Page) -> Response {
    page.status(StatusCode::UNPROCESSABLE_ENTITY).into_response()
}

/// Removes it; what the program has takes its place.
pub async fn remove(staff: &Staff, path: &str, forget: impl Fn(&mut Look) + Send + 'static) -> Result<Response, Problem> {
    staff.needs(Role::Lead)?;
    change(staff, &format!("{path}?done=removed"), move |_, _, _, look| {
        forget(look);
        Ok(())
    })
    .await
}

/// Bytes as full kilobytes, for words.
pub fn kilobytes(bytes: usize) -> i64 {
    i64::try_from(bytes / 1024).unwrap_or(i64::MAX)
}
