//! The only place where addresses of pages are put together, so that a hub works below a path, on its own domain and behind a
//! proxy prefix alike.

use super::hub::Hub;
use crate::config::Config;
use crate::texts::Lang;

/// Bytes for what follows the base of a hub: most paths fit.
const ROOM: usize = 80;

/// Builds the links of one hub in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Links {
    /// Scheme and host without a slash at the end, for mails and calendars: `https://hub.example.org`.
    origin: String,
    /// What stands before a hub's own paths: proxy prefix and slug, or the empty text on an own domain.
    base: String,
    lang: Lang,
}

impl Links {
    /// Links of a hub below `base`.
    pub fn new(origin: impl Into<String>, base: impl Into<String>, lang: Lang) -> Self {
        Self { origin: origin.into(), base: base.into(), lang }
    }

    /// Links of a hub outside a request: on its own domain when it has one.
    pub fn of(config: &Config, hub: &Hub, lang: Lang) -> Self {
        match &hub.domain {
            Some(domain) => Self::new(format!("{}://{domain}", config.public_url.scheme()), "", lang),
            None => Self::new(config.origin(), format!("{}/{}", config.base_path(), hub.slug), lang),
        }
    }

    /// Scheme and host.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// What stands before every path of the hub in this language; templates write `{{ at }}/events`.
    pub fn prefix(&self) -> String {
        let mut prefix = String::with_capacity(self.base.len() + ROOM);
        prefix.push_str(&self.base);
        if self.lang == Lang::En {
            prefix.push_str("/en");
        }
        prefix
    }

    /// A path of the hub: `to("/events")`.
    pub fn to(&self, path: &str) -> String {
        let mut link = self.prefix();
        link.push_str(path);
        link
    }

    /// What is the same in all languages: `shared("/theme/", &file)`.
    pub fn shared(&self, path: &str, name: &str) -> String {
        format!("{}{path}{name}", self.base)
    }

    /// A named page below a path of the hub: `below("/events/", &slug)`.
    pub fn below(&self, path: &str, name: &str) -> String {
        let mut link = self.to(path);
        link.push_str(name);
        link
    }

    /// The same page in another language.
    pub fn in_language(&self, lang: Lang, path: &str) -> String {
        Self { lang, ..self.clone() }.to(path)
    }

    /// With scheme and host, for mails, calendars and printed paper.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{}", self.origin, self.to(path))
    }
}
