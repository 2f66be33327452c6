//! When a hub next needs attention. One row per hub and thing, without personal data, readable across hubs.

mod store;

pub use store::{STATEMENTS, clear, coming, hurry, set};

/// Offers and holds that end; ref is the occasion.
pub const WAITLIST: &str = "waitlist";
/// Mails that may leave; ref is nil.
pub const OUTBOX: &str = "outbox";
