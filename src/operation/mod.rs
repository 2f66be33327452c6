//! Operation: whether the server is well, what it has done since it started, and how it ends.
//! Nouns: `Drain` (the server is about to end), `Health` (may requests come?), `Meters` (what was counted), metrics, notices to systemd.
//! URLs: `/health/live`, `/health/ready`, `/metrics`.
//! Invariants: nothing here names a person; a probe is never answered with "ready" when a booking could not be kept; the metrics are
//! shown only to this machine, to networks that were named, or for a token.
//! Must not know: any feature, how pages look.

mod access;
mod drain;
mod health;
mod meters;
mod metrics;
pub mod notices;
mod store;
mod text;

#[cfg(test)]
mod tests;

pub use drain::Drain;
pub use health::{Health, live, ready};
pub use meters::Meters;
pub use metrics::{Outboxes, show as metrics};
pub use store::STATEMENTS;
