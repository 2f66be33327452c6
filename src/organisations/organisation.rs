//! An organisation and whom the hub writes to there.

use super::Domain;
use crate::clock::Instant;

crate::typed_id! {
    /// A member organisation.
    OrganisationId
}

impl OrganisationId {
    /// As the rules of booking know it: whose limit its people's places count to.
    pub fn quota(self) -> booking::QuotaId {
        booking::QuotaId(*self.0.as_bytes())
    }
}

/// What sort of organisation it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A town.
    Town,
    /// A municipality that is no town.
    Municipality,
    /// A county.
    County,
    /// An association of several.
    Association,
    /// Anything else.
    Other,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Town, Self::Municipality, Self::County, Self::Association, Self::Other];

    /// The word in forms and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Town => "town",
            Self::Municipality => "municipality",
            Self::County => "county",
            Self::Association => "association",
            Self::Other => "other",
        }
    }

    /// From that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// Whom the hub writes to in an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Name.
    pub name: String,
    /// Mail address.
    pub email: String,
    /// When this was last entered or confirmed.
    pub at: Instant,
}

/// A member organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Key.
    pub id: OrganisationId,
    /// Name, as it stands on bills.
    pub name: String,
    /// Sort.
    pub kind: Kind,
    /// Mail domains of its people.
    pub domains: Vec<Domain>,
    /// Eight letters and digits that its people type, without the dash.
    pub code: String,
    /// Whom the hub writes to; none before somebody was entered, or once the period is over.
    pub contact: Option<Contact>,
}
