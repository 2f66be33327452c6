//! Jobs: a closure with the place its answer goes to.

use std::sync::{Arc, Mutex};
use std::time::Instant as Tick;

use tokio::sync::oneshot;

use super::core::lock;
use super::failure::Failure;
use super::tx::Tx;
use super::{DbResult, Scope};
use crate::clock::Instant;

/// A write that waits for its lane.
pub(super) struct Job {
    pub(super) scope: Scope,
    pub(super) deadline: Tick,
    /// Carries an idempotency key and may be run again after a COMMIT in doubt.
    pub(super) keyed: bool,
    /// How many COMMITs of it ended in doubt.
    pub(super) doubts: u32,
    /// How many connections it has lost while it ran.
    pub(super) losses: u32,
    /// Whether it had a second try after a conflict with others.
    pub(super) retried: bool,
    pub(super) work: Box<dyn Work>,
    pub(super) answer: Arc<dyn Answer>,
}

impl Job {
    /// Key of the lock under which the job runs: its hub, or 0 for the installation.
    pub(super) fn key(&self) -> i64 {
        self.scope.key()
    }

    /// What to answer when the job is given up without another run.
    pub(super) fn given_up(&self) -> Failure {
        if self.doubts > 0 { Failure::Unknown } else { Failure::Busy }
    }
}

/// The closure of a job, its result type hidden.
pub(super) trait Work: Send {
    /// Runs the closure and keeps its result.
    fn run(&mut self, tx: &Tx<'_>, now: Instant) -> DbResult<()>;
    /// Answers with the result: the change is safe.
    fn confirm(&mut self);
}

/// Where an answer goes, its result type hidden. Only the first answer counts.
pub(super) trait Answer: Send + Sync {
    fn fail(&self, failure: Failure);
    fn is_answered(&self) -> bool;
}

pub(super) struct Reply<T>(Mutex<Option<oneshot::Sender<Result<T, Failure>>>>);

impl<T> Reply<T> {
    pub(super) fn new() -> (Arc<Self>, oneshot::Receiver<Result<T, Failure>>) {
        let (sender, receiver) = oneshot::channel();
        (Arc::new(Self(Mutex::new(Some(sender)))), receiver)
    }

    pub(super) fn send(&self, outcome: Result<T, Failure>) {
        let sender = lock(&self.0).take();
        if let Some(sender) = sender {
            // Nobody may be waiting any more; the work is done all the same.
            let _ = sender.send(outcome);
        }
    }
}

impl<T: Send> Answer for Reply<T> {
    fn fail(&self, failure: Failure) {
        self.send(Err(failure));
    }

    fn is_answered(&self) -> bool {
        lock(&self.0).is_none()
    }
}

pub(super) struct Task<T, F> {
    work: F,
    outcome: Option<T>,
    reply: Arc<Reply<T>>,
}

impl<T, F> Task<T, F> {
    pub(super) fn new(work: F, reply: Arc<Reply<T>>) -> Self {
        Self { work, outcome: None, reply }
    }
}

impl<T, F> Work for Task<T, F>
where
    T: Send,
    F: Fn(&Tx<'_>, Instant) -> DbResult<T> + Send,
{
    fn run(&mut self, tx: &Tx<'_>, now: Instant) -> DbResult<()> {
        self.outcome = None;
        self.outcome = Some(tx.run(|tx| (self.work)(tx, now))?);
        Ok(())
    }

    fn confirm(&mut self) {
        if let Some(value) = self.outcome.take() {
            self.reply.send(Ok(value));
        }
    }
}
