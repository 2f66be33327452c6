//! What a public page says of itself to those who do not look at it: search engines, and programs that show a link as a card.

use crate::tenancy::{Links, Visit};
use crate::texts::Lang;

/// One page, in its languages.
#[derive(Clone)]
pub struct Found {
    /// The one address of this page, wherever it was asked for.
    pub here: String,
    /// The same page in German.
    pub de: String,
    /// And in English.
    pub en: String,
    /// What it is about, in a sentence; empty for no words.
    pub about: String,
    /// Address of a picture; empty for none.
    pub picture: String,
}

impl Found {
    /// The page of a visit. Where the hub has a domain of its own, its pages are at home there.
    pub fn new(visit: &Visit, about: &str) -> Self {
        let [de, en] = [Lang::De, Lang::En].map(|lang| Links::of(visit.app.config(), &visit.hub, lang).absolute(&visit.path));
        let here = if visit.lang() == Lang::De { de.clone() } else { en.clone() };
        Self { here, de, en, about: about.to_owned(), picture: String::new() }
    }
}
