//! Operation: whether the server is well, what it has done since it started, and how it ends.
//! Nouns: `Drain` (the server is about to end), `Health` (may requests come?), `Meters` (what was counted), metrics, notices to systemd,
//! `Backups` (taken by the server itself), alarm (a mail to the operator).
//! URLs: `/health/live`, `/health/ready`, `/metrics`; of a hub `/staff/hub/backups`.
//! Invariants: nothing here names a person; a probe is never answered with "ready" when a booking could not be kept; the metrics are
//! shown only to this machine, to networks that were named, or for a token.
//! Must not know: any feature.

mod access;
mod alarm;
pub mod backups;
mod drain;
mod health;
mod meters;
mod metrics;
pub mod notices;
pub mod page;
mod schedule;
mod store;
mod text;

#[cfg(test)]
mod tests;

pub use backups::Backups;
pub use drain::Drain;
pub use health::{Health, live, ready};
pub use meters::Meters;
pub use metrics::{Outboxes, show as metrics};
pub use store::STATEMENTS;
