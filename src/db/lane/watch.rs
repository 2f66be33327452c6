//! What the watchdog does for a lane: answer overdue jobs, take over from a thread that hangs or has died.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant as Tick};

use super::{Lane, Stage};
use crate::db::core::{Counts, lock};
use crate::db::failure::Failure;
use crate::db::job::Job;

/// Threads of one lane that may hang at the same time before no new one is started.
const MOST_THREADS: usize = 16;

impl Lane {
    /// Answers overdue jobs, and takes over from a thread that hangs or has died.
    pub(in crate::db) fn inspect(self: &Arc<Self>) {
        let now = Tick::now();
        let mut overdue = Vec::new();
        let mut state = lock(&self.state);
        if state.queue.iter().any(|job| job.deadline <= now) {
            let all = std::mem::take(&mut state.queue);
            let (late, kept): (Vec<Job>, Vec<Job>) = all.into_iter().partition(|job| job.deadline <= now);
            overdue = late;
            state.queue = kept.into();
        }
        let hangs = state.dead || self.hangs(&state.stage);
        if !hangs || state.ended || self.threads.load(Ordering::SeqCst) >= MOST_THREADS {
            drop(state);
            self.give_up(overdue);
            return;
        }
        state.epoch += 1;
        state.dead = false;
        let epoch = state.epoch;
        let left_at = std::mem::replace(&mut state.stage, Stage::Idle);
        drop(state);
        self.give_up(overdue);
        self.settle(epoch, left_at);
        Counts::add(&self.core.counts.replaced, 1);
        tracing::error!(lane = self.number, "the database thread hangs or has died; another takes over");
        if self.spawn(epoch, None).is_err() {
            self.died(epoch);
        }
    }

    fn hangs(&self, stage: &Stage) -> bool {
        let options = &self.core.options;
        let limit = match stage {
            Stage::Idle => return false,
            Stage::Committing { .. } => options.commit_time,
            // The server's own limits come first; this one is for a host that no longer answers.
            Stage::Running(_) | Stage::Connecting => options.commit_time + Duration::from_secs(2),
        };
        let silent = self.core.elapsed() - self.pulse.load(Ordering::Relaxed);
        u128::try_from(silent).unwrap_or(0) > limit.as_micros()
    }

    fn settle(&self, epoch: u64, stage: Stage) {
        match stage {
            Stage::Idle | Stage::Connecting => {}
            Stage::Running(waiting) => {
                for one in waiting.iter().filter(|one| !one.answer.is_answered()) {
                    self.tell(one.answer.as_ref(), if one.in_doubt { Failure::Unknown } else { Failure::Busy });
                }
            }
            Stage::Committing { jobs, others } => {
                self.give_back(epoch, others.into_iter());
                self.doubt(jobs);
            }
        }
    }
}
