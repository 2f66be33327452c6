//! Quotas: those who belong together, such as the people of one organisation, may have so many of the seats and no more. A quota is a
//! limit, not a reservation: seats that one does not use go to whoever asks first.

use std::collections::BTreeMap;

/// The key of a quota: 16 bytes, whatever the caller knows it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuotaId(pub [u8; 16]);

/// How many seats those who belong together may have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotas {
    /// For everybody who belongs to one without a limit of its own; `None`: no limit.
    pub usual: Option<u32>,
    /// Limits of their own.
    pub own: BTreeMap<QuotaId, u32>,
}

impl Quotas {
    /// How many seats those of a quota may have in all; `None`: no limit.
    pub fn at_most(&self, quota: Option<QuotaId>) -> Option<u32> {
        quota.and_then(|id| self.own.get(&id).copied().or(self.usual))
    }

    /// Whether nobody is limited.
    pub fn is_empty(&self) -> bool {
        self.usual.is_none() && self.own.is_empty()
    }
}
