//! A feed of what is new (Atom, RFC 4287), for feed readers and for the town's web site.

use askama::Template;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use crate::clock::Instant;
use crate::problem::Problem;
use crate::tenancy::{Visit, timestamp};
use crate::texts::Lang;

/// A feed of a hub, at the address of the list that it follows.
pub struct Feed {
    /// What is in it.
    pub title: String,
    /// Path of the list below the hub; the feed lies at `feed.atom` below it.
    pub list: &'static str,
    /// The newest first.
    pub entries: Vec<FeedEntry>,
}

/// One piece of what is new.
pub struct FeedEntry {
    /// Path of its page below the hub, also its name for good.
    pub path: String,
    /// Title.
    pub title: String,
    /// A few lines; may be empty.
    pub summary: String,
    /// Language of both.
    pub lang: Lang,
    /// Since when it is there.
    pub published: Instant,
    /// Since when it reads as it does.
    pub updated: Instant,
}

#[derive(Template)]
#[template(path = "ui/feed.xml")]
struct Atom {
    lang: &'static str,
    title: String,
    owner: String,
    here: String,
    page: String,
    updated: String,
    entries: Vec<AtomEntry>,
}

struct AtomEntry {
    href: String,
    title: String,
    summary: String,
    lang: &'static str,
    published: String,
    updated: String,
}

impl Feed {
    /// The file, the same for everybody for five minutes.
    pub fn answer(self, visit: &Visit) -> Result<Response, Problem> {
        let newest = self.entries.iter().map(|entry| entry.updated).max().unwrap_or(Instant::from_micros(0));
        let atom = Atom {
            lang: visit.lang().code(),
            title: self.title,
            owner: visit.hub.name.clone(),
            here: visit.links.absolute(&format!("{}/feed.atom", self.list)),
            page: visit.links.absolute(self.list),
            updated: timestamp(newest).to_string(),
            entries: self.entries.into_iter().map(|entry| entry.written(visit)).collect(),
        };
        let text = atom.render().map_err(|error| Problem::Broken(format!("the feed cannot be written: {error}")))?;
        let mut response = text.into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/atom+xml; charset=utf-8"));
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
        Ok(response)
    }
}

impl FeedEntry {
    fn written(self, visit: &Visit) -> AtomEntry {
        AtomEntry {
            href: visit.links.absolute(&self.path),
            title: self.title,
            summary: self.summary,
            lang: self.lang.code(),
            published: timestamp(self.published).to_string(),
            updated: timestamp(self.updated).to_string(),
        }
    }
}
