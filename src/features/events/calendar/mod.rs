//! The programme in other people's calendars: files to subscribe to, and the page that explains how.
//! Nouns: `Feed` (the dates of a hub, a topic or an event as a calendar file).
//! URLs: `/events/calendar`, `/events/calendar.ics`, `/events/{event}/calendar.ics`.
//! Invariants: a date keeps its UID for ever; a cancelled date stays in the file as cancelled for [`KEPT_DAYS`] after its day; the same
//! programme gives the same bytes, so that subscribers are told "not modified". It must not know who registered.

mod entry;
mod feed;
mod subscribe;
#[cfg(test)]
mod tests;

pub use entry::is_whole_days;
pub use feed::{of_event, of_hub};
pub use subscribe::show;

/// Past dates stay in a feed for so many days, cancelled ones among them.
pub const KEPT_DAYS: i64 = 30;
