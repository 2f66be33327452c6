//! What a closed course demands of the organisations whose people may come.

use std::collections::{BTreeMap, BTreeSet};

use booking::Quotas;

use super::{Cost, OrganisationId};

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
    /// How many seats of a date the people of one organisation may have; `None`: as many as there are.
    pub seats: Option<u32>,
    /// The same where an organisation has a number of its own.
    pub own_seats: BTreeMap<OrganisationId, u32>,
    /// What a date costs.
    pub cost: Cost,
}

impl Default for Training {
    fn default() -> Self {
        Self { open_to: OpenTo::All, seats: None, own_seats: BTreeMap::new(), cost: Cost::None }
    }
}

impl Training {
    /// The limits as the rules of booking take them.
    pub fn quotas(&self) -> Quotas {
        Quotas { usual: self.seats, own: self.own_seats.iter().map(|(id, seats)| (id.quota(), *seats)).collect() }
    }

    /// Whether people of an organisation may come.
    pub fn admits(&self, organisation: OrganisationId) -> bool {
        match &self.open_to {
            OpenTo::All => true,
            OpenTo::Some(some) => some.contains(&organisation),
        }
    }
}
