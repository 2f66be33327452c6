//! Keeping the data: what follows a restore, the proof that what can be derived still agrees, and the nights in which what is old is forgotten.
//! Nouns: `NightRound` (forgets what need not be kept), `settle` (after a restore), `check` (the proof), `Checked` (its report), flaw (wrong), note (worth knowing).
//! URLs: none; the commands `restore`, `outbox` and `check` stand on it. Copies of the file itself are `db::copies`.
//! Invariants: beside a running server in parts of at most 100 rows with pauses; a report names no person, so that it can be sent on.
//! Must not know: pages, mails' words.

mod check;
pub mod night;
mod report;
mod settle;
mod store;
#[cfg(test)]
mod tests;

use std::time::Duration;

pub use check::check;
pub use night::NightRound;
pub use report::{Checked, CheckedHub, Finding, Flaw, Words, counted};
pub use settle::{SEQUENCE_LEAP, Settled, settle};
pub use store::STATEMENTS;

use crate::db::{Db, Failure, HubId};
use crate::mail::outbox::{self, Resumed};

/// Rows of one part of the work beside a running server.
pub const PART: u32 = 100;
/// Pause between two parts: without it the server's writes would wait for more than a second.
pub const PAUSE: Duration = Duration::from_millis(20);

/// What to do with paused mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paused {
    /// Let them leave.
    Release,
    /// Throw them away.
    Drop,
}

/// Releases or drops all paused mails of a hub, in parts.
pub fn resume(db: &Db, hub: HubId, what: Paused) -> Result<Resumed, Failure> {
    let mut all = Resumed::default();
    loop {
        let part = db.write_blocking(hub, move |tx, now| match what {
            Paused::Release => outbox::unpause(tx, hub, PART, now),
            Paused::Drop => outbox::drop_paused(tx, hub, PART, now),
        })?;
        if part.is_nothing() {
            return Ok(all);
        }
        all = Resumed { released: all.released + part.released, dropped: all.dropped + part.dropped };
        std::thread::sleep(PAUSE);
    }
}
