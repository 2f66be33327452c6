//! A lane: a bounded queue and the thread that owns one write connection.
//!
//! The state tells at every moment what is known of the jobs in hand, so that the watchdog can answer for a thread that hangs or died.

mod watch;

use std::collections::VecDeque;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant as Tick};

use super::core::{Core, Counts, lock};
use super::failure::{DbError, Failure, Trouble};
use super::job::{Answer, Job};
use super::worker;
use super::writer::{Origin, Writer};

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
    /// How many queued jobs the thread sleeps for; 0 when it is awake.
    wanted: usize,
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
    Committing {
        jobs: Vec<Job>,
        others: VecDeque<Job>,
    },
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
    pub(super) fn start(core: Arc<Core>, origin: Arc<Origin>, number: usize, writer: Writer) -> std::io::Result<Arc<Self>> {
        let lane = Arc::new(Self {
            core,
            origin,
            number,
            state: Mutex::new(State { queue: VecDeque::new(), stage: Stage::Idle, epoch: 0, wanted: 0, dead: false, closing: false, ended: false }),
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
        let wake = state.wanted > 0 && state.queue.len() >= state.wanted;
        drop(state);
        if wake {
            self.changed.notify_all();
        }
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
            state.wanted = 1;
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
            state.wanted = 0;
        }
    }

    /// Waits a moment for those who were just answered to come back, so that they share one COMMIT with those who queue already:
    /// otherwise the two groups would alternate for ever, each with a COMMIT of its own.
    pub(super) fn gather(&self, epoch: u64, target: usize, patience: Duration) {
        let until = Tick::now() + patience;
        let target = target.min(self.most());
        let mut state = lock(&self.state);
        while state.epoch == epoch && !state.closing && state.queue.len() < target {
            let left = until.saturating_duration_since(Tick::now());
            if left.is_zero() {
                break;
            }
            state.wanted = target;
            state = self.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        state.wanted = 0;
    }

    /// Takes the next batch out of the queue; what is overdue is answered and left out.
    pub(super) fn take(&self, epoch: u64) -> Vec<Job> {
        let most = self.most();
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
        self.meets(&error);
        Counts::add(&self.core.counts.failed, 1);
        job.answer.fail(Failure::Failed(error));
    }

    /// Counts a full disk, which somebody has to do something about.
    pub(super) fn meets(&self, error: &DbError) {
        Counts::add(&self.core.counts.full, usize::from(error.trouble() == Trouble::Full));
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

    /// Jobs in one transaction; on PostgreSQL fewer, because they hold locks that other nodes wait for.
    fn most(&self) -> usize {
        self.core.options.batch.min(if self.origin.is_postgres() { 64 } else { usize::MAX }).max(1)
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

/// Threads come and go.
impl Lane {
    fn spawn(self: &Arc<Self>, epoch: u64, writer: Option<Writer>) -> std::io::Result<()> {
        let lane = Arc::clone(self);
        self.threads.fetch_add(1, Ordering::SeqCst);
        let started = std::thread::Builder::new().name(format!("nabe-lane-{}", self.number)).spawn(move || worker::run(&lane, epoch, writer));
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
