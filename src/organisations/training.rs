//! What a closed course demands of the organisations whose people may come.

use std::collections::BTreeSet;

use super::OrganisationId;

/// Whose people may come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenTo {
    /// Those of all member organisations, also of those that are entered later.
    All,
    /// Those of some.
    Some(BTreeSet<OrganisationId>),
}

/// The terms of a closed course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Training {
    /// Whose people may come.
    pub open_to: OpenTo,
}

impl Default for Training {
    fn default() -> Self {
        Self { open_to: OpenTo::All }
    }
}

impl Training {
    /// Whether people of an organisation may come.
    pub fn admits(&self, organisation: OrganisationId) -> bool {
        match &self.open_to {
            OpenTo::All => true,
            OpenTo::Some(some) => some.contains(&organisation),
        }
    }
}
