//! Decides who gets a place: bookings, waiting lists, offers, limits, and the dates of a series.
//! Nouns: [`Instant`], [`Entry`], [`Quotas`], [`Situation`], [`Request`], [`Outcome`], [`Transition`], [`series::Series`], [`code::Code`].
//! No URLs: this crate is called by stores, which load a situation under a lock and write down what it decides.
//! Invariants: never more seats given than there are; a group is seated whole or not at all; under a strict order nobody is overtaken.
//! It must not know databases, HTTP, languages, the clock of the machine, or what kind of occasion the places belong to.
//!
//! The order of calls in a deciding transaction: load the situation, [`advance`] and store its transitions, then
//! [`decide`] or one of the moves, store that, [`Situation::admit`] or [`Situation::apply`] it, and [`advance`] again:
//! freed seats go on, and under [`Waitlist::Fill`] somebody who just joined the line may be offered seats at once.

mod advance;
pub mod code;
mod decide;
mod entry;
mod line;
mod moves;
mod quota;
mod refusal;
mod rules;
pub mod series;
mod situation;
mod time;
mod transition;
mod undo;

#[cfg(test)]
mod tests;

pub use advance::advance;
pub use decide::{Channel, Outcome, Overrides, Request, decide};
pub use entry::{Entry, EntryId, State};
pub use line::PlaceInLine;
pub use moves::{ATTENDANCE_OPENS_BEFORE, MoveError, accept, attend, cancel, confirm, decline, miss, resize, undo_attendance};
pub use quota::{QuotaId, Quotas};
pub use refusal::{Reason, Refusal};
pub use rules::{OFFER_SHARE_OF_TIME_LEFT, Rules, SHORTEST_OFFER, Waitlist};
pub use situation::Situation;
pub use time::{Instant, Span};
pub use transition::{Cause, Party, Transition};
pub use undo::{rescind, restore};
