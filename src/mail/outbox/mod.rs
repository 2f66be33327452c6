//! What is to leave the process: rows written in the deciding transaction, claimed by a committed update with a lease, then sent.

mod store;

pub use store::{
    Backlog, Claimed, Parked, Posted, Resumed, STATEMENTS, backlog, claim, drop_paused, failed, forget, next_due, of_topic, parked, pause, paused, post,
    release, rewrite, sent, unpause, unsent, withdraw, withdraw_at,
};

use booking::Span;

/// A worker that has claimed a row must be done with it by then; later another worker takes it.
pub const LEASE: Span = Span::from_minutes(5);
/// After so many failures a row is set aside, shown to staff, and the next of its booking may go.
pub const ATTEMPTS_AT_MOST: u32 = 40;

/// How long to wait after the n-th failure: 15 s, doubled each time, at most an hour. Forty attempts last about a day and a half.
pub fn pause_after(attempts: u32) -> Span {
    Span::from_seconds((15_i64 << attempts.saturating_sub(1).min(8)).min(3_600))
}

/// All pauses of a row that has failed so often: by so much it is later than it was first meant to leave.
pub fn pauses_after(failures: u32) -> Span {
    Span::from_micros((1..=failures.min(ATTEMPTS_AT_MOST)).map(|attempt| pause_after(attempt).micros()).sum())
}
