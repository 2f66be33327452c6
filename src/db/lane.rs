//! A lane: a bounded queue and the thread that owns one write connection.
//!
//! The state tells at every moment what is known of the jobs in hand, so that the watchdog can answer for a thread that hangs or died.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant as Tick};

use super::core::{Core, Counts, lock};
use super::failure::{DbError, Failure};
use super::job::{Answer, Job};
use super::worker;
use super::writer::{Origin, Writer};

/// Threads of one lane that may hang at the same time before no new one is started.
const MOST_THREADS: usize = 16;

pub(super) struct Lane {
    pub(super) core: Arc<Core>,
    pub(super) origin: Arc<Origin>,
    pub(super) number: usize,
    state: Mutex<State>,
    changed: Condvar,
    /// `Core::elapsed` when the thread last took a step.
    pulse: AtomicI64,
    threads: AtomicUsize,
}

struct State {
    queue: VecDeque<Job>,
    stage: Stage,
    /// The thread in charge; an older one finds another number here and ends.
    epoch: u64,
    dead: bool,
    closing: bool,
    ended: bool,
}

enum Stage {
    Idle,
    Connecting,
    /// COMMIT has not been sent: nothing was done.
    Running(Vec<Waiting>),
    /// COMMIT may have been sent for `jobs`; `others` come after.
    Committing { jobs: Vec<Job>, others: VecDeque<Job> },
}

struct Waiting {
    answer: Arc<dyn Answer>,
    in_doubt: bool,
}

/// What a lane's thread does next.
pub(super) enum Turn {
    Work,
    Closed,
    Overtaken,
}

impl Lane {
    /// Starts a lane with a connection that is open already.
    pub(super) fn start(
        core: Arc<Core>,
        origin: Arc<Origin>,
        number: usize,
        writer: Writer,
    ) -> std::io::Result<Arc<Self>> {
        let lane = Arc::new(Self {
            core,
            origin,
            number,
            state: Mutex::new(State {
                queue: VecDeque::new(),
                stage: Stage::Idle,
                epoch: 0,
                dead: false,
                closing: false,
                ended: false,
            }),
            changed: Condvar::new(),
            pulse: AtomicI64::new(0),
            threads: AtomicUsize::new(0),
        });
        lane.spawn(0, Some(writer))?;
        Ok(lane)
    }

    /// Queues a job, or answers that there is no room.
    pub(super) fn submit(&self, job: Job) {
        let mut state = lock(&self.state);
        if state.closing || state.queue.len() >= self.core.options.queue {
            drop(state);
            Counts::add(&self.core.counts.busy, 1);
            job.answer.fail(Failure::Busy);
            return;
        }
        state.queue.push_back(job);
        drop(state);
        self.changed.notify_all();
    }

    /// Jobs that wait.
    pub(super) fn waiting(&self) -> usize {
        lock(&self.state).queue.len()
    }

    /// No new jobs; the thread ends when the queue is empty.
    pub(super) fn close(&self) {
        lock(&self.state).closing = true;
        self.changed.notify_all();
    }

    /// Waits until the thread has drained the queue; false when that took too long.
    pub(super) fn wait_end(&self, until: Tick) -> bool {
        let mut state = lock(&self.state);
        while !state.ended {
            let left = until.saturating_duration_since(Tick::now());
            if left.is_zero() {
                return false;
            }
            state = self.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }

    pub(super) fn has_ended(&self) -> bool {
        lock(&self.state).ended
    }
}

/// For the lane's own thread; `epoch` is the number it was started with.
impl Lane {
    /// Sleeps until there is work.
    pub(super) fn next_turn(&self, epoch: u64) -> Turn {
        let mut state = lock(&self.state);
        loop {
            if state.epoch != epoch {
                return Turn::Overtaken;
            }
            state.stage = Stage::Idle;
            if !state.queue.is_empty() {
                self.beat();
                state.stage = Stage::Connecting;
                return Turn::Work;
            }
            if state.closing {
                return Turn::Closed;
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Takes the next batch out of the queue; what is overdue is answered and left out.
    pub(super) fn take(&self, epoch: u64) -> Vec<Job> {
        let most = self.core.options.batch.min(if self.origin.is_postgres() { 64 } else { usize::MAX }).max(1);
        let now = Tick::now();
        let mut overdue = Vec::new();
        let mut jobs = Vec::new();
        let mut state = lock(&self.state);
        if state.epoch == epoch {
            while jobs.len() < most
                && let Some(job) = state.queue.pop_front()
            {
                if job.deadline <= now { overdue.push(job) } else { jobs.push(job) }
            }
            state.stage = running(jobs.iter());
            self.beat();
        }
        drop(state);
        self.give_up(overdue);
        jobs
    }

    /// Puts jobs of which nothing was done back in front of the queue.
    pub(super) fn give_back(&self, epoch: u64, jobs: impl DoubleEndedIterator<Item = Job>) {
        let mut state = lock(&self.state);
        if state.epoch == epoch {
            state.stage = Stage::Idle;
            jobs.rev().for_each(|job| state.queue.push_front(job));
        }
    }

    /// Announces that COMMIT will be sent. False: the watchdog has answered in the meantime, nothing may be committed.
    pub(super) fn start_commit(&self, epoch: u64, jobs: Vec<Job>, others: VecDeque<Job>) -> bool {
        let mut state = lock(&self.state);
        if state.epoch != epoch {
            return false;
        }
        self.beat();
        state.stage = Stage::Committing { jobs, others };
        true
    }

    /// COMMIT has returned. Nothing: the watchdog has taken the jobs over.
    pub(super) fn end_commit(&self, epoch: u64) -> Option<(Vec<Job>, VecDeque<Job>)> {
        let mut state = lock(&self.state);
        if state.epoch != epoch {
            return None;
        }
        match std::mem::replace(&mut state.stage, Stage::Idle) {
            Stage::Committing { jobs, others } => {
                state.stage = running(others.iter());
                self.beat();
                Some((jobs, others))
            }
            _ => None,
        }
    }

    /// The COMMIT was refused: its jobs are in hand again, with the others.
    pub(super) fn resume<'j>(&self, epoch: u64, jobs: impl Iterator<Item = &'j Job>) {
        let mut state = lock(&self.state);
        if state.epoch == epoch {
            state.stage = running(jobs);
        }
    }

    /// Keyed jobs whose COMMIT is in doubt are queued again in front, others are told.
    pub(super) fn doubt(&self, jobs: Vec<Job>) {
        let options = &self.core.options;
        let mut again = Vec::new();
        let mut told = Vec::new();
        for mut job in jobs {
            if job.keyed && job.doubts < options.replays {
                if job.doubts == 0 {
                    job.deadline = Tick::now() + options.replay_time;
                }
                job.doubts += 1;
                again.push(job);
            } else {
                told.push(job);
            }
        }
        Counts::add(&self.core.counts.replayed, again.len());
        let mut state = lock(&self.state);
        again.into_iter().rev().for_each(|job| state.queue.push_front(job));
        drop(state);
        self.changed.notify_all();
        Counts::add(&self.core.counts.unknown, told.len());
        for job in told {
            job.answer.fail(Failure::Unknown);
        }
    }

    /// Answers jobs that will not run (again).
    pub(super) fn give_up(&self, jobs: Vec<Job>) {
        for job in jobs {
            self.tell(job.answer.as_ref(), job.given_up());
        }
    }

    /// Answers a job that cannot be done.
    pub(super) fn refuse(&self, job: &Job, error: DbError) {
        Counts::add(&self.core.counts.failed, 1);
        job.answer.fail(Failure::Failed(error));
    }

    /// Sign of life.
    pub(super) fn beat(&self) {
        self.pulse.store(self.core.elapsed(), Ordering::Relaxed);
    }

    /// The thread ends as it should.
    pub(super) fn end(&self, epoch: u64) {
        let mut state = lock(&self.state);
        if state.epoch == epoch {
            state.ended = true;
        }
        drop(state);
        self.changed.notify_all();
    }

    /// The thread ends by a panic.
    pub(super) fn died(&self, epoch: u64) {
        let mut state = lock(&self.state);
        if state.epoch == epoch {
            state.dead = true;
        }
    }

    /// The thread is gone, in whatever way.
    pub(super) fn left(&self) {
        self.threads.fetch_sub(1, Ordering::SeqCst);
    }

    fn tell(&self, answer: &dyn Answer, failure: Failure) {
        let counter = match failure {
            Failure::Unknown => &self.core.counts.unknown,
            _ => &self.core.counts.busy,
        };
        Counts::add(counter, 1);
        answer.fail(failure);
    }
}

/// For the watchdog.
impl Lane {
    /// Answers overdue jobs, and takes over from a thread that hangs or has died.
    pub(super) fn inspect(self: &Arc<Self>) {
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

    fn spawn(self: &Arc<Self>, epoch: u64, writer: Option<Writer>) -> std::io::Result<()> {
        let lane = Arc::clone(self);
        self.threads.fetch_add(1, Ordering::SeqCst);
        let started = std::thread::Builder::new()
            .name(format!("nabe-lane-{}", self.number))
            .spawn(move || worker::run(&lane, epoch, writer));
        if let Err(error) = started {
            self.left();
            return Err(error);
        }
        Ok(())
    }
}

fn running<'j>(jobs: impl Iterator<Item = &'j Job>) -> Stage {
    let waiting = |job: &Job| Waiting { answer: Arc::clone(&job.answer), in_doubt: job.doubts > 0 };
    Stage::Running(jobs.map(waiting).collect())
}
