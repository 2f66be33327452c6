//! An answer that is a page.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::clock::Instant;
use crate::problem::Problem;

/// Room for a page to be written into: most fit, and none is moved many times while it grows.
const USUAL_BYTES: usize = 40 * 1024;

/// A rendered page. Not kept anywhere unless it says so: most pages have something personal or a form's key.
pub struct Page {
    html: String,
    status: StatusCode,
    fresh: Option<Fresh>,
    framing: Option<Framing>,
}

/// What a page may do with frames beyond what all pages may, which is nothing. The door writes it into the policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Framing {
    /// Pages of these origins may show this one.
    By(String),
    /// This page may show pages of ours.
    Own,
}

/// Marks a page that is the same for everybody, and until when it reads the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fresh {
    /// The next instant at which it would read differently: midnight, the end of something, a deadline.
    pub until: Instant,
    /// Whether the query of the address decides what the page shows, as a filter does. Elsewhere a query is ignored.
    pub by_query: bool,
}

impl Page {
    /// Renders a page for this visitor only.
    pub fn personal(template: &impl Template) -> Result<Self, Problem> {
        let mut html = String::with_capacity(USUAL_BYTES);
        template.render_into(&mut html).map_err(|error| Problem::Broken(format!("a page cannot be rendered: {error}")))?;
        Ok(Self { html, status: StatusCode::OK, fresh: None, framing: None })
    }

    /// Renders a page that is the same for everybody until an instant.
    pub fn public(template: &impl Template, until: Instant) -> Result<Self, Problem> {
        Ok(Self { fresh: Some(Fresh { until, by_query: false }), ..Self::personal(template)? })
    }

    /// Like [`Page::public`] for a page that shows what the query of its address asks for.
    pub fn filtered(template: &impl Template, until: Instant) -> Result<Self, Problem> {
        Ok(Self { fresh: Some(Fresh { until, by_query: true }), ..Self::personal(template)? })
    }

    /// May be shown inside pages of these origins, and is the same for everybody for a minute.
    #[must_use]
    pub fn framed_by(mut self, origins: &[String]) -> Self {
        self.framing = Some(Framing::By(origins.join(" ")));
        self
    }

    /// May show pages of ours inside it.
    #[must_use]
    pub fn framing_own(mut self) -> Self {
        self.framing = Some(Framing::Own);
        self
    }

    /// With another status: 422 for a form that came back, 409 where somebody was faster.
    #[must_use]
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let mut response = (self.status, self.html).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        let framed = matches!(self.framing, Some(Framing::By(_)));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(if framed { "public, max-age=60" } else { "no-store" }));
        if let Some(framing) = self.framing {
            response.extensions_mut().insert(framing);
        }
        if let Some(fresh) = self.fresh {
            response.extensions_mut().insert(fresh);
        }
        response
    }
}

/// The answer to a form that was taken: the browser fetches the page at `path`.
pub fn see_other(path: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let Ok(location) = HeaderValue::from_str(path) else {
        return Problem::Broken("a redirect cannot be written".to_owned()).into_response();
    };
    response.headers_mut().insert(header::LOCATION, location);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
