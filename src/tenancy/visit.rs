//! One request in one hub: everything a handler needs besides its own arguments.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::hub::Hub;
use super::links::Links;
use crate::app::App;
use crate::clock::Instant;
use crate::problem::Problem;
use crate::texts::dates::Days;
use crate::texts::{Lang, Texts};

/// From where a request comes: the peer, or what a trusted proxy says of it. Never stored or logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClientAddress(pub IpAddr);

/// One request in one hub.
#[derive(Clone)]
pub struct Visit {
    /// The running program.
    pub app: App,
    /// The hub.
    pub hub: Arc<Hub>,
    /// Words in the visitor's language.
    pub t: Texts,
    /// Builds the hub's links.
    pub links: Links,
    /// When the request came.
    pub now: Instant,
    /// From where it comes.
    pub client: ClientAddress,
    /// The path below the hub, for the link to the other language: `/events`.
    pub path: Arc<str>,
    /// The query, without its question mark.
    pub query: Arc<str>,
}

impl Visit {
    /// The visitor's language.
    pub fn lang(&self) -> Lang {
        self.t.lang
    }

    /// How days are called here and today.
    pub fn days(&self) -> Days {
        Days { lang: self.t.lang, today: self.hub.today(self.now) }
    }

    /// This page in another language. A filter in the query is not carried over unless the page does so.
    pub fn here_in(&self, lang: Lang) -> String {
        self.links.in_language(lang, &self.path)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or(Problem::NotFound)
    }
}
