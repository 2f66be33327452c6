//! Events from a file: reads a programme that others keep and brings the hub's events in line with it.
//! Nouns: `Session` (an entry of the file), `Draft` (what it becomes here), `Refused` (why it cannot), `Outcome` (what came of it).
//! URLs: none; see `nabe import events` and `nabe import ics`.
//! Invariants: the same file twice changes nothing; an entry is taken or refused, never both; events of other sources stay as they are.
//! It must not know the command line, nor how pages look.

pub mod calendar;
mod plain;
mod plan;
mod run;
mod sessions;
#[cfg(test)]
mod store_tests;
#[cfg(test)]
mod tests;
mod words;

pub use plan::{Draft, Refused, plan};
pub use run::{Outcome, PAUSE, SOURCE, Tally, bring_in, vanished};
pub use sessions::{FILE_BYTES_AT_MOST, SESSIONS_AT_MOST, Session, Unreadable, parse};
