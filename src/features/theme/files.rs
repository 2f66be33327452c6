//! The files that pages of a hub load because of its theme. Their names say what is in them, so browsers keep them for ever.

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use crate::pictures;
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::theme::Sheet;
use crate::ui::assets;

const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// For a name that another version of the program has given: what is read there may change with the next.
const BRIEFLY: &str = "public, max-age=60";

/// `GET /theme/{file}`
pub async fn file(visit: Visit, Path(file): Path<String>) -> Result<Response, Problem> {
    if let Some(stem) = file.strip_suffix(".css") {
        let sheet = Sheet::named(&file).ok_or(Problem::NotFound)?;
        return Ok(answer(sheet.css, "text/css; charset=utf-8", sheet.name.starts_with(stem)));
    }
    let found = visit.hub.files().into_iter().find(|(name, _)| *name == file);
    if let Some((_, id)) = found {
        let hub = visit.hub.id;
        let picture = visit.app.read(hub, move |tx| pictures::store::picture(tx, hub, id)).await?;
        return pictures::answer(picture.ok_or(Problem::NotFound)?, FOR_EVER);
    }
    let stem = file.strip_suffix(".svg").ok_or(Problem::NotFound)?;
    let sheet = Sheet::named(&format!("{stem}.css")).ok_or(Problem::NotFound)?;
    let mark = sheet.mark(std::str::from_utf8(assets::bytes("mark.svg")).unwrap_or_default());
    Ok(answer(mark, "image/svg+xml", sheet.name.starts_with(stem)))
}

fn answer(text: String, mime: &'static str, is_current: bool) -> Response {
    let mut response = text.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(mime));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(if is_current { FOR_EVER } else { BRIEFLY }));
    response
}
