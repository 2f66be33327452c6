//! Events from a calendar file (iCalendar): each with all its dates.
//! Nouns: `Draft` (an event as the file wants it), `Dated` (one date of it), `Refused` (with its `Why`), `Decision` (what it would do).
//! URLs: none; see `nabe import ics`.
//! Invariants: an event is taken with all its dates or refused; a date is known by the start it had at first, so that a moved one stays
//! itself; dates that staff added stay; where people have registered nothing moves without their being told. It must not know how a
//! line of a calendar is written.

mod plan;
mod run;
mod steps;
#[cfg(test)]
mod tests;
mod why;

pub use plan::{Dated, Draft, plan, window};
pub use run::{DRAFTS, Decision, Newcomers, SOURCE, bring_in, call_off, decide, take_over};
pub use steps::Steps;
pub use why::{Note, Refused, Why, reason_words};
