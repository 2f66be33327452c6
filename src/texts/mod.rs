//! Everything a page or mail says: the texts of all folders as functions, and the words for dates, times and amounts.
//! Nouns: a *text* is a line of a `texts.de.ftl` with its English one; *typed* input is what people write into a field.
//! Source: the `texts.*.ftl` files below `src`, checked and turned into functions when the program is built (`crates/texts`).
//! Invariants: every text exists in both languages; all is plain text, escaping belongs to the page; nothing here asks the clock.
//! It must not know of hubs, people, pages or the database.

pub mod amounts;
pub mod dates;
pub mod spelling;
#[cfg(test)]
mod tests;
pub mod typed;
pub mod week;

/// A language of the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// German, the source of every text.
    #[default]
    De,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order in which a page offers them.
    pub const ALL: [Lang; 2] = [Lang::De, Lang::En];

    /// The code for `lang` attributes and addresses (BCP 47).
    pub const fn code(self) -> &'static str {
        match self {
            Lang::De => "de",
            Lang::En => "en",
        }
    }

    /// The language of a code such as `de`, `DE` or `en-GB`; none for any other language.
    pub fn parse(code: &str) -> Option<Lang> {
        let primary = code.trim().split(['-', '_']).next().unwrap_or_default();
        Lang::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }
}

/// The texts in one language: `Texts { lang }.events_title()`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// The language all functions answer in.
    pub lang: Lang,
}

include!(concat!(env!("OUT_DIR"), "/texts.rs"));
