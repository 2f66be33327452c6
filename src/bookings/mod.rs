//! Bookings of every kind: seats now; rooms, desks and advice hours later. The rules are `crates/booking`; this loads, applies, saves.
//! Nouns: `Booking`, `Occasion` (what is booked), `Kind` (what a feature tells about its occasions), `Desk` (one decision), `Notice`.
//! URLs: none; features have pages.
//! Invariants: runs only inside `write`, so serial per hub; every step is compare-and-set and leaves a log row; counters are derivable.
//! Must not know: any feature; what an occasion is called or how a mail is worded.

mod booking;
mod changes;
mod desk;
mod line;
pub mod store;

pub use booking::{Answer, Ask, Booking, Channel, Contact, Counts, Notice, Paper, folded, national_digits, person_of};
pub(crate) use changes::outbox_kind;
pub use changes::{Changed, is_full};
pub use desk::{Booked, Desk, Kind, Occasion, UNDO};
pub use line::places;
