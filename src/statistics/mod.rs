//! Counting what happens by day, without knowing who: page views by section, forms begun, ratings.
//! Nouns: `Counters` (in memory), `Day` (figures of one day in the hub), what is counted (`view.events`, `begun`, `rating.event.5`).
//! URLs: none; the figures are shown by the feature `statistics`.
//! Invariants: no person, no cookie, no address; counting costs no write: counters reach the database once a minute and at the end.
//! Must not know: any feature; registrations are counted from their rows, which keep no name when their time is over.

mod counters;
mod store;
#[cfg(test)]
mod tests;
mod worker;

pub use counters::{Counters, of_answer};
pub use store::{Counted, Figure, STATEMENTS, counts, registrations};
pub use worker::{Worker, flush};
