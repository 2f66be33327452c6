//! What the law asks a hub to say of itself and only the hub can know. Each is empty until its lead has entered it.

use serde::{Deserialize, Serialize};

/// Legal details as they stand in legal notice and accessibility statement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Legal {
    /// Who carries the hub, with legal form and address.
    pub body: String,
    /// Who represents it.
    pub representative: String,
    /// Who answers for what is written.
    pub editor: String,
    /// Supervisory authority of the body.
    pub authority: String,
    /// VAT number, or that there is none.
    pub vat: String,
    /// Whom to turn to when a report of a barrier was not answered.
    pub enforcement: String,
    /// Law of the state on accessible websites.
    pub access_law: String,
}

impl Legal {
    /// Names and values of all fields, in the order of the pages.
    pub fn pairs(&self) -> [(&'static str, &str); 7] {
        [
            ("body", &self.body),
            ("representative", &self.representative),
            ("editor", &self.editor),
            ("authority", &self.authority),
            ("vat", &self.vat),
            ("enforcement", &self.enforcement),
            ("access_law", &self.access_law),
        ]
    }

    /// How many are still empty.
    pub fn missing(&self) -> usize {
        self.pairs().iter().filter(|(_, value)| value.is_empty()).count()
    }
}
