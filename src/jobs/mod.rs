//! Jobs: what happens by itself because its time has come.
//! Nouns: `due` (when a hub next needs attention), `Clockwork` (the task that looks).
//! URLs: none.
//! Invariants: jobs are thin and may run twice; deadlines are stored, never timers; a clock that jumps changes nothing but when we look.
//! Must not know: any feature; what is due is run by functions handed over when the program is put together.

mod clockwork;
pub mod due;

pub use clockwork::{Clockwork, Job};
