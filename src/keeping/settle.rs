//! What follows a restore, before a server may start: the world has gone on since the backup, and nobody knows how far.

use std::collections::HashSet;

use uuid::Uuid;

use super::store;
use crate::db::{Db, Failure, HubId, Scope};
use crate::jobs::{Job, due};
use crate::mail::outbox;
use crate::tenancy;

/// By how much calendar numbers leap. A calendar takes a message only when its SEQUENCE is not lower than that of the last one
/// (RFC 5546, 2.1.5). Between backup and loss each change sent one with a number raised by one, and how many there were is lost with
/// them: a leap of one is beaten by the second. Nobody changes one registration a thousand times, and the numbers end at 2^31
/// (RFC 5545, 3.3.8), so there is room for two million restores.
pub const SEQUENCE_LEAP: u32 = 1_000;

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// Dates at which offers or holds had run out since the backup.
    pub overdue: usize,
    /// Mails paused, by part of the address of the hub; hubs without any are left out.
    pub paused: Vec<(String, u64)>,
    /// Registrations whose calendar numbers were raised.
    pub raised: u64,
    /// Sessions ended.
    pub sessions: u64,
}

/// Makes a restored database ready: lets time pass where offers ran out, pauses the outbox, raises calendar numbers, ends sessions.
///
/// Time passes first, so that what follows from facts older than the loss ("your offer has run out") is paused too: the offer may
/// have been taken after the backup. Doing it all twice does no harm.
pub fn settle(db: &Db, pass_time: Job) -> Result<Settled, Failure> {
    let overdue = pass(db, pass_time)?;
    let (mut paused, mut raised) = (Vec::new(), 0);
    for hub in db.read_blocking(Scope::Installation, tenancy::store::hubs)? {
        let (id, slug) = (hub.id, hub.slug);
        let (mails, registrations) = db.write_blocking(id, move |tx, _| Ok((outbox::pause(tx, id)?, store::raise_sequences(tx, id, SEQUENCE_LEAP)?)))?;
        raised += registrations;
        if mails > 0 {
            paused.push((slug, mails));
        }
    }
    let sessions = db.write_blocking(Scope::Installation, |tx, _| store::end_sessions(tx))?;
    Ok(Settled { overdue, paused, raised, sessions })
}

fn pass(db: &Db, job: Job) -> Result<usize, Failure> {
    let mut done: HashSet<(HubId, Uuid)> = HashSet::new();
    loop {
        let now = db.clock().now();
        let coming = db.read_blocking(Scope::Installation, move |tx| due::coming(tx, job.kind, now))?;
        let before = done.len();
        for (hub, what) in coming {
            if done.insert((hub, what)) {
                db.write_blocking(hub, move |tx, now| (job.run)(tx, hub, what, now))?;
            }
        }
        if done.len() == before {
            return Ok(before);
        }
    }
}
