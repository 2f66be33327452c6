//! The place that counts for somebody who waits: who goes before them as things stand.

use std::collections::{BTreeMap, BTreeSet};

use crate::{EntryId, Instant, QuotaId, Situation};

/// Where somebody in line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceInLine {
    /// Counted from 1: behind those of the same quota who came before, and those of others who came before and do not wait for seats of
    /// their own quota.
    pub number: u32,
    /// Whether it is a place within the quota alone: they wait for seats of their own, and all in front are of the same quota.
    pub within_quota: bool,
}

impl Situation {
    /// Everybody in line with the place that counts for them, the first first. Where nobody is limited it is that of
    /// [`Situation::position`].
    pub fn places(&self, now: Instant) -> Vec<(EntryId, PlaceInLine)> {
        let servable: BTreeSet<EntryId> = self.servable(now).into_iter().map(|entry| entry.id).collect();
        // Of those passed so far: who can be served, and by quota everybody and who can be served.
        let mut passed: u32 = 0;
        let mut passed_of: BTreeMap<QuotaId, (u32, u32)> = BTreeMap::new();
        let mut places = Vec::new();
        for entry in self.line() {
            let (same, same_servable) = entry.quota.and_then(|quota| passed_of.get(&quota).copied()).unwrap_or_default();
            let others = passed.saturating_sub(same_servable);
            let can_be_served = servable.contains(&entry.id);
            let number = same.saturating_add(others).saturating_add(1);
            places.push((entry.id, PlaceInLine { number, within_quota: !can_be_served && others == 0 }));
            let served = u32::from(can_be_served);
            passed = passed.saturating_add(served);
            if let Some(quota) = entry.quota {
                let (all, servable) = passed_of.entry(quota).or_default();
                (*all, *servable) = (all.saturating_add(1), servable.saturating_add(served));
            }
        }
        places
    }
}
