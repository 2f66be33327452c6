//! The fields of a form as they came in, each by name.

use serde::Deserialize;

/// All fields in the order in which they were sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The first value of a field; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str())
    }

    /// A line: cleaned, see [`crate::ui::clean`].
    pub fn line(&self, name: &str) -> String {
        super::clean(self.get(name))
    }

    /// A text of several lines: cleaned, see [`crate::ui::clean_lines`].
    pub fn lines(&self, name: &str) -> String {
        super::clean_lines(self.get(name))
    }

    /// All values of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// A fingerprint of what was said, without the form's key.
    pub fn print(&self) -> [u8; 32] {
        self.print_of(|_| true)
    }

    /// A fingerprint of what some of the fields say.
    pub fn print_of(&self, counts: impl Fn(&str) -> bool) -> [u8; 32] {
        let said = self.0.iter().filter(|(name, _)| name != "key" && counts(name));
        let parts: Vec<&[u8]> = said.flat_map(|(name, value)| [name.as_bytes(), value.trim().as_bytes()]).collect();
        crate::keys::digest(&parts)
    }
}
