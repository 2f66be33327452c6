//! When a hub next needs attention. One row per hub and thing, without personal data, readable across hubs.

mod store;

pub use store::{PAGE, STATEMENTS, at, clear, coming, hubs, hurry, set, without};

/// Offers and holds that end; ref is the occasion.
pub const WAITLIST: &str = "waitlist";
/// The letters of a hub's morning; ref is nil.
pub const MORNING: &str = "morning";
/// Mails that may leave; ref is nil.
pub const OUTBOX: &str = "outbox";
/// The night round of a hub, which forgets what need not be kept; ref is nil.
pub const NIGHT: &str = "night";
/// A calendar of others is to be read, or an uploaded one to be forgotten; ref is the calendar.
pub const CALENDAR: &str = "calendar";
