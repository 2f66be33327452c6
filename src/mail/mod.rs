//! Mail: what leaves by it, in order, at least once, and never before the commit that caused it.
//! Nouns: `outbox` (rows written in the deciding transaction), `Letter` (one mail), `Postman` (the worker).
//! URLs: none.
//! Invariants: only the oldest unsent row of a booking is sent; a claim is committed before the sending; nobody sees another's address.
//! Must not know: any feature; letters are worded by functions handed over when the program is put together.

mod address;
mod direct;
mod letter;
pub mod outbox;
mod postman;
mod probe;
mod transport;

pub use address::{EmailAddress, is_sender, on_the_wire};
pub use direct::send_past_the_outbox;
pub use letter::{Invitation, Letter};
pub use postman::{Postman, Wording};
pub use probe::{PATIENCE as PROBE_PATIENCE, ProbeError, probe};
pub use transport::is_server;
