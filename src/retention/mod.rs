//! How long what is kept about people: one table of the program, from which the nights, the privacy notice and the record of processing follow.
//! Nouns: `Class` (records of one kind: why, on what basis, who sees them, how long), `Record` (its key), `Kept`, `Periods` (what a hub has set).
//! URLs: none; pages are those of the feature `privacy`.
//! Invariants: every table of the schema that says something about a person belongs to a class; a period that a hub sets stays in its bounds.
//! Must not know: any feature, nor how records are removed: that is `src/keeping/night/`.

mod classes;
mod periods;
mod store;
#[cfg(test)]
mod tests;

pub use classes::{CLASSES, Class, Kept, Record};
pub use periods::{Periods, span_words};
pub use store::{Night, STATEMENTS, nights, note, periods, set_period};
