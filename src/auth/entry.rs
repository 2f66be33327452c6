//! Entries of the page about the hub itself (`/staff/hub`). A feature describes its own; they are put together in `src/router.rs`.

use super::Staff;
use crate::db::{DbResult, Tx};

/// One thing of the hub that its lead looks after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HubEntry {
    /// Its name, the word of its page.
    pub name: &'static str,
    /// What it is for, in a line.
    pub about: &'static str,
    /// Path of its page below the hub: `/staff/hub/contact`.
    pub path: &'static str,
    /// How it stands, in a few words.
    pub state: String,
    /// Whether something has to be done there.
    pub open: bool,
}

/// Where an entry stands on the page about the hub; the groups stand there in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HubGroup {
    /// What everybody sees.
    Seen,
    /// What the hub shares with others.
    Shared,
    /// What keeps it running.
    Run,
    /// What the law asks for.
    Law,
}

impl HubGroup {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Seen, Self::Shared, Self::Run, Self::Law];
}

/// Describes an entry as it stands now; nothing for whom it does not concern. The page itself is for the lead.
pub type HubEntryOf = fn(&Tx<'_>, &Staff) -> DbResult<Option<HubEntry>>;
