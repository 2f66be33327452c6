//! What a lane's thread does: drain the queue, run the jobs in one transaction, answer after COMMIT.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant as Tick};

use super::core::{Core, Counts, own_thread};
use super::failure::{DbError, Trouble};
use super::job::Job;
use super::lane::{Lane, Turn};
use super::sqlite::Committed;
use super::writer::Writer;
use crate::clock::Instant;

/// How often a batch is tried again without the job that failed, before its jobs run one by one.
const TOGETHER: usize = 3;
/// How many connections a job may lose before it is refused.
const LOSSES: u32 = 3;
/// Longest pause between two attempts to connect.
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// Longest wait for those just answered; they share it with the COMMIT they save.
const LONGEST_PATIENCE: Duration = Duration::from_millis(2);

/// Runs until the lane is closed or another thread has taken over.
pub(super) fn run(lane: &Arc<Lane>, epoch: u64, writer: Option<Writer>) {
    let _last_word = LastWord { lane, epoch };
    own_thread();
    Worker { lane, epoch, writer, pause: Duration::ZERO, target: 0, patience: Duration::ZERO }.work();
}

/// Tells the lane that its thread is gone, however it ends.
struct LastWord<'l> {
    lane: &'l Arc<Lane>,
    epoch: u64,
}

impl Drop for LastWord<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.lane.died(self.epoch);
        }
        self.lane.left();
    }
}

struct Worker<'l> {
    lane: &'l Lane,
    epoch: u64,
    writer: Option<Writer>,
    pause: Duration,
    /// How many may be queued soon: those just answered and those who queued meanwhile.
    target: usize,
    /// How long it pays to wait for them.
    patience: Duration,
}

/// How one transaction ended.
enum Attempt {
    Answered,
    /// Rolled back; `at` is the job that failed, if it is known.
    Refused {
        jobs: Vec<Job>,
        at: Option<usize>,
        error: DbError,
    },
    /// Nothing was done, and not for the jobs' fault.
    Postponed(Vec<Job>),
    /// In doubt; the jobs are queued again or answered.
    Doubtful,
    /// The watchdog has taken the lane over, and all jobs.
    Overtaken,
}

impl Worker<'_> {
    fn work(mut self) {
        loop {
            match self.lane.next_turn(self.epoch) {
                Turn::Work if self.connected() => {
                    self.lane.gather(self.epoch, self.target, self.patience);
                    let jobs = self.lane.take(self.epoch);
                    let size = jobs.len();
                    self.batch(jobs);
                    self.target = size + self.lane.waiting();
                    std::thread::sleep(self.pause);
                }
                Turn::Work => std::thread::sleep(self.pause),
                Turn::Closed => {
                    if let Some(writer) = self.writer.take() {
                        writer.finish();
                    }
                    self.lane.origin.release();
                    return self.lane.end(self.epoch);
                }
                Turn::Overtaken => return,
            }
        }
    }

    /// Connects anew if the connection was lost; on failure the next attempt comes after a longer pause.
    fn connected(&mut self) -> bool {
        if self.writer.is_none() {
            match self.lane.origin.writer(&self.lane.core) {
                Ok(writer) => {
                    self.writer = Some(writer);
                    self.pause = Duration::ZERO;
                }
                Err(error) => {
                    tracing::warn!(lane = self.lane.number, %error, "no connection for writing");
                    self.slow_down();
                }
            }
        }
        self.writer.is_some()
    }

    fn slow_down(&mut self) {
        self.pause = (self.pause * 2).clamp(Duration::from_millis(20), LONGEST_PAUSE);
    }

    /// Runs a batch together; a job that fails is taken out and tried alone afterwards.
    fn batch(&mut self, mut jobs: Vec<Job>) {
        if self.lane.origin.is_postgres() {
            jobs.sort_by_key(Job::key);
        }
        let mut alone = VecDeque::new();
        for _ in 0..TOGETHER {
            if jobs.len() < 2 {
                break;
            }
            match self.attempt(jobs, &mut alone) {
                Attempt::Refused { jobs: back, at, .. } => {
                    jobs = back;
                    match at {
                        Some(at) => alone.push_back(jobs.remove(at)),
                        None => break,
                    }
                }
                Attempt::Answered => jobs = Vec::new(),
                Attempt::Postponed(back) => return self.lane.give_back(self.epoch, back.into_iter().chain(alone)),
                Attempt::Doubtful => return self.lane.give_back(self.epoch, alone.into_iter()),
                Attempt::Overtaken => return,
            }
        }
        alone.extend(jobs);
        self.one_by_one(alone);
    }

    fn one_by_one(&mut self, mut jobs: VecDeque<Job>) {
        while let Some(job) = jobs.pop_front() {
            match self.attempt(vec![job], &mut jobs) {
                Attempt::Answered => {}
                Attempt::Refused { jobs: back, error, .. } => {
                    for mut job in back {
                        let others_fault = matches!(error.trouble(), Trouble::Conflict | Trouble::Interrupted);
                        if others_fault && !job.retried {
                            job.retried = true;
                            jobs.push_front(job);
                        } else {
                            self.lane.refuse(&job, error.clone());
                        }
                    }
                }
                Attempt::Postponed(back) => return self.lane.give_back(self.epoch, back.into_iter().chain(jobs)),
                Attempt::Doubtful => return self.lane.give_back(self.epoch, jobs.into_iter()),
                Attempt::Overtaken => return,
            }
        }
    }

    /// Runs jobs in one transaction. `others` are in hand too and wait for their turn.
    fn attempt(&mut self, mut jobs: Vec<Job>, others: &mut VecDeque<Job>) -> Attempt {
        let core = Arc::clone(&self.lane.core);
        let Some(writer) = &mut self.writer else {
            return Attempt::Postponed(jobs);
        };
        self.lane.beat();
        if let Err(error) = writer.begin(&core, &jobs) {
            return self.not_begun(jobs, &error);
        }
        let now = core.stamp();
        if let Err((at, error)) = run_all(self.lane, &core, writer, &mut jobs, now) {
            return self.rolled_back(jobs, at, error);
        }
        if !self.lane.start_commit(self.epoch, jobs, std::mem::take(others)) {
            self.writer = None;
            return Attempt::Overtaken;
        }
        let sent = Tick::now();
        let outcome = writer.commit();
        let Some((jobs, back)) = self.lane.end_commit(self.epoch) else {
            self.writer = None;
            return Attempt::Overtaken;
        };
        *others = back;
        match outcome {
            Committed::Done => {
                self.pause = Duration::ZERO;
                self.patience = (sent.elapsed() / 4).min(LONGEST_PATIENCE);
                confirm(&core, jobs, sent);
                Attempt::Answered
            }
            Committed::RolledBack(error) => {
                self.lane.resume(self.epoch, jobs.iter().chain(others.iter()));
                Attempt::Refused { jobs, at: None, error }
            }
            Committed::InDoubt(error) => {
                tracing::error!(%error, jobs = jobs.len(), "a COMMIT is in doubt");
                self.writer = None;
                self.lane.doubt(jobs);
                Attempt::Doubtful
            }
        }
    }

    fn not_begun(&mut self, jobs: Vec<Job>, error: &DbError) -> Attempt {
        self.lane.meets(error);
        tracing::warn!(lane = self.lane.number, %error, "no transaction could be opened");
        let usable = self.writer.as_mut().is_some_and(Writer::roll_back);
        if !usable || error.trouble() == Trouble::Lost {
            self.writer = None;
        }
        self.slow_down();
        Attempt::Postponed(jobs)
    }

    fn rolled_back(&mut self, mut jobs: Vec<Job>, at: Option<usize>, error: DbError) -> Attempt {
        let lost = error.trouble() == Trouble::Lost;
        if lost || !self.writer.as_mut().is_some_and(Writer::roll_back) {
            self.writer = None;
        }
        let suspects = match at {
            Some(at) => jobs.get_mut(at..=at).unwrap_or_default(),
            None => &mut jobs,
        };
        for job in suspects.iter_mut() {
            job.losses += u32::from(lost);
        }
        let losses = suspects.iter().map(|job| job.losses).max().unwrap_or(LOSSES);
        if lost && losses < LOSSES {
            self.slow_down();
            return Attempt::Postponed(jobs);
        }
        Attempt::Refused { jobs, at, error }
    }
}

/// Runs the jobs; with the error comes the job in which it was met, when it was met in one.
fn run_all(lane: &Lane, core: &Core, writer: &mut Writer, jobs: &mut [Job], now: Instant) -> Result<(), (Option<usize>, DbError)> {
    let mut scope = jobs.first().map(|job| job.scope);
    for (at, job) in jobs.iter_mut().enumerate() {
        lane.beat();
        if scope.replace(job.scope) != Some(job.scope) {
            writer.enter(job.scope).map_err(|error| (Some(at), error))?;
        }
        writer.run(core, job, now).map_err(|error| (Some(at), error))?;
    }
    // What the last of them sent, or one before: whose fault it is shows when they run one by one.
    writer.settle().map_err(|error| (None, error))
}

fn confirm(core: &Core, jobs: Vec<Job>, sent: Tick) {
    let micros = u64::try_from(sent.elapsed().as_micros()).unwrap_or(u64::MAX);
    core.counts.commits.note(sent.elapsed());
    core.counts.last_commit_micros.store(micros, std::sync::atomic::Ordering::Relaxed);
    Counts::add(&core.counts.batches, 1);
    Counts::add(&core.counts.jobs, jobs.len());
    for mut job in jobs {
        job.work.confirm();
    }
}
