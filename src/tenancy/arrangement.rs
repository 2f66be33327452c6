//! In which order the parts of a start page and the entries of the menu stand, as a hub has arranged them or as Nabe proposes.

use serde::{Deserialize, Serialize};

use super::look::Look;

/// A part of the start page below its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StartPart {
    /// What one can do here, by topic.
    Topics,
    /// The next dates.
    Dates,
    /// Telephone, opening hours, the way.
    Reach,
    /// The latest news.
    News,
    /// Who carries the hub.
    Partners,
}

/// An entry of the public menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MenuEntry {
    /// What it leads to: a word of [`MENU`], or the path of a page that staff have written.
    pub place: String,
    /// Its word, for a page of staff.
    #[serde(default)]
    pub word: String,
    /// The same in English; empty for the German one.
    #[serde(default)]
    pub word_en: String,
}

/// A page of staff that everybody can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadyPage {
    /// Its path below the hub.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Its English title; empty where there is none.
    pub title_en: String,
}

/// Everything that can stand in the menu besides pages of staff, as proposed or in reserve.
pub const MENU: [&str; 6] = ["events", "registrations", "contact", "news", "pages", "training"];
/// How many of them are proposed.
const PROPOSED: usize = 3;
/// What nobody can take out of the menu: without these a visitor is lost.
const ALWAYS: [&str; 2] = ["events", "contact"];
/// Entries at most: more do not fit beside the name of the hub.
pub const MENU_AT_MOST: usize = 6;

impl StartPart {
    /// All, in the proposed order.
    pub const ALL: [Self; 5] = [Self::Topics, Self::Dates, Self::Reach, Self::News, Self::Partners];

    /// Its word in the database and in forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Topics => "topics",
            Self::Dates => "dates",
            Self::Reach => "reach",
            Self::News => "news",
            Self::Partners => "partners",
        }
    }

    /// The part of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == word)
    }
}

impl MenuEntry {
    /// An entry that needs no words of its own.
    pub fn known(place: &str) -> Self {
        Self { place: place.to_owned(), word: String::new(), word_en: String::new() }
    }

    /// Whether it stands in every menu.
    pub fn is_fixed(&self) -> bool {
        ALWAYS.contains(&self.place.as_str())
    }

    /// Whether it leads to a page that staff have written.
    pub fn is_page(&self) -> bool {
        self.place.starts_with('/')
    }
}

impl Look {
    /// The parts of the start page in their order. A word of a later version of the program is left out.
    pub fn start_parts(&self) -> Vec<StartPart> {
        match &self.parts {
            Some(words) => words.iter().filter_map(|word| StartPart::parse(word)).collect(),
            None => StartPart::ALL.into(),
        }
    }

    /// The entries of the menu in their order; what may never be missing is there whatever is stored.
    pub fn menu_entries(&self) -> Vec<MenuEntry> {
        let proposed = || MENU.iter().take(PROPOSED).map(|place| MenuEntry::known(place)).collect();
        let mut entries = self.menu.clone().unwrap_or_else(proposed);
        entries.retain(|entry| entry.is_page() || MENU.contains(&entry.place.as_str()));
        let missing = ALWAYS.iter().filter(|place| !entries.iter().any(|entry| entry.place == **place)).map(|place| MenuEntry::known(place));
        let missing: Vec<MenuEntry> = missing.collect();
        entries.extend(missing);
        entries
    }

    /// Takes a page of staff out of the menu; whether it stood there.
    pub fn leave_menu(&mut self, path: &str) -> bool {
        let Some(menu) = &mut self.menu else { return false };
        let before = menu.len();
        menu.retain(|entry| entry.place != path);
        menu.len() != before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(parts: Option<&[&str]>, menu: Option<&[&str]>) -> Look {
        let parts = parts.map(|words| words.iter().map(|word| (*word).to_owned()).collect());
        Look { parts, menu: menu.map(|places| places.iter().map(|place| MenuEntry::known(place)).collect()), ..Look::default() }
    }

    fn places(look: &Look) -> Vec<String> {
        look.menu_entries().into_iter().map(|entry| entry.place).collect()
    }

    #[test]
    fn what_is_not_arranged_is_as_proposed() {
        assert_eq!(Look::default().start_parts(), StartPart::ALL);
        assert_eq!(places(&Look::default()), ["events", "registrations", "contact"]);
    }

    #[test]
    fn no_menu_is_without_events_and_contact_whatever_is_stored() {
        assert_eq!(places(&look(None, Some(&[]))), ["events", "contact"]);
        assert_eq!(places(&look(None, Some(&["news", "contact", "later", "/pages/team"]))), ["news", "contact", "/pages/team", "events"]);
    }

    #[test]
    fn an_empty_start_page_may_be_wanted_and_words_of_a_later_version_are_left_out() {
        assert_eq!(look(Some(&[]), None).start_parts(), []);
        assert_eq!(look(Some(&["news", "weather", "dates"]), None).start_parts(), [StartPart::News, StartPart::Dates]);
    }

    #[test]
    fn a_page_leaves_the_menu() {
        let mut look = look(None, Some(&["events", "/pages/team", "contact"]));
        assert!(!look.leave_menu("/pages/other") && look.leave_menu("/pages/team") && !look.leave_menu("/pages/team"));
        assert_eq!(places(&look), ["events", "contact"]);
    }
}
