//! Reads: inline on SQLite, on threads of their own on PostgreSQL, whose client must not run on a tokio worker.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant as Tick};

use super::core::{Core, Counts, lock, own_thread};
use super::failure::{DbError, Failure, Trouble};
use super::job::Answer;
use super::postgres::Session;
use super::sqlite::Handle;
use super::tx::{Engine, Tx};
use super::writer::Origin;
use super::{DbResult, Scope};

/// Read connections of SQLite, lent to whoever reads.
pub(super) struct Pool {
    file: PathBuf,
    idle: Mutex<Idle>,
    freed: Condvar,
}

struct Idle {
    handles: Vec<Handle>,
    /// Connections that may still be opened.
    unopened: usize,
}

impl Pool {
    pub(super) fn new(file: PathBuf, size: usize) -> Self {
        Self { file, idle: Mutex::new(Idle { handles: Vec::new(), unopened: size.max(1) }), freed: Condvar::new() }
    }

    /// Runs a closure on this thread with one view of the data.
    pub(super) fn read<T>(&self, core: &Arc<Core>, scope: Scope, work: impl FnOnce(&Tx<'_>) -> DbResult<T>) -> Result<T, Failure> {
        let Some(handle) = self.lend(core)? else {
            Counts::add(&core.counts.busy, 1);
            return Err(Failure::Busy);
        };
        if let Err(error) = handle.control("begin") {
            lock(&self.idle).unopened += 1;
            return Err(error.into());
        }
        handle.allow(core, core.options.read_time);
        let tx = Tx::new(Engine::Sqlite(handle.connection()), scope, core);
        let outcome = tx.run(work);
        if handle.roll_back() {
            lock(&self.idle).handles.push(handle);
        } else {
            lock(&self.idle).unopened += 1;
        }
        self.freed.notify_one();
        Ok(outcome?)
    }

    fn lend(&self, core: &Arc<Core>) -> DbResult<Option<Handle>> {
        let until = Tick::now() + core.options.deadline;
        let mut idle = lock(&self.idle);
        loop {
            if let Some(handle) = idle.handles.pop() {
                return Ok(Some(handle));
            }
            if idle.unopened > 0 {
                idle.unopened -= 1;
                drop(idle);
                return Handle::open(core, &self.file, false).map(Some).inspect_err(|_| lock(&self.idle).unopened += 1);
            }
            let left = until.saturating_duration_since(Tick::now());
            if left.is_zero() {
                return Ok(None);
            }
            idle = self.freed.wait_timeout(idle, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Closes the connections that nobody uses.
    pub(super) fn close(&self) {
        let handles = std::mem::take(&mut lock(&self.idle).handles);
        drop(handles);
    }
}

/// A read that waits for a thread. The closure answers by itself.
pub(super) struct Question {
    pub(super) scope: Scope,
    pub(super) deadline: Tick,
    pub(super) work: Box<dyn FnOnce(&Tx<'_>) + Send>,
    pub(super) answer: Arc<dyn Answer>,
}

/// Reader threads of PostgreSQL with a bounded queue.
pub(super) struct Readers {
    core: Arc<Core>,
    origin: Arc<Origin>,
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    queue: VecDeque<Question>,
    desks: Vec<Desk>,
    closing: bool,
}

/// A reader's place: when its thread hangs or dies, another sits down at it under the next epoch.
#[derive(Default)]
struct Desk {
    epoch: u64,
    current: Option<(Tick, Arc<dyn Answer>)>,
    dead: bool,
}

impl Readers {
    pub(super) fn start(core: Arc<Core>, origin: Arc<Origin>) -> std::io::Result<Arc<Self>> {
        let size = core.options.readers.max(1);
        let readers = Arc::new(Self {
            core,
            origin,
            state: Mutex::new(State { queue: VecDeque::new(), desks: std::iter::repeat_with(Desk::default).take(size).collect(), closing: false }),
            changed: Condvar::new(),
        });
        for desk in 0..size {
            readers.spawn(desk, 0)?;
        }
        Ok(readers)
    }

    /// Queues a read, or answers that there is no room.
    pub(super) fn ask(&self, question: Question) {
        let mut state = lock(&self.state);
        if state.closing || state.queue.len() >= self.core.options.queue {
            drop(state);
            self.busy(question.answer.as_ref());
            return;
        }
        state.queue.push_back(question);
        drop(state);
        self.changed.notify_one();
    }

    pub(super) fn waiting(&self) -> usize {
        lock(&self.state).queue.len()
    }

    /// No new reads; the threads end when the queue is empty.
    pub(super) fn close(&self) {
        lock(&self.state).closing = true;
        self.changed.notify_all();
    }

    /// Answers overdue reads and replaces threads that hang or have died.
    pub(super) fn inspect(self: &Arc<Self>) {
        let now = Tick::now();
        // The server's own limit comes first; this one is for a host that no longer answers.
        let limit = self.core.options.read_time + Duration::from_secs(2);
        let mut replaced = Vec::new();
        let mut state = lock(&self.state);
        let all = std::mem::take(&mut state.queue);
        let (late, kept): (VecDeque<_>, _) = all.into_iter().partition(|question| question.deadline <= now);
        state.queue = kept;
        for (at, desk) in state.desks.iter_mut().enumerate() {
            let hangs = desk.current.as_ref().is_some_and(|(since, _)| now.duration_since(*since) > limit);
            if hangs || desk.dead {
                desk.epoch += 1;
                desk.dead = false;
                replaced.push((at, desk.epoch, desk.current.take()));
            }
        }
        drop(state);
        for question in late {
            self.busy(question.answer.as_ref());
        }
        for (desk, epoch, current) in replaced {
            Counts::add(&self.core.counts.replaced, 1);
            if let Some((_, answer)) = current {
                self.busy(answer.as_ref());
            }
            if self.spawn(desk, epoch).is_err() {
                self.died(desk, epoch);
            }
        }
    }

    fn spawn(self: &Arc<Self>, desk: usize, epoch: u64) -> std::io::Result<()> {
        let readers = Arc::clone(self);
        std::thread::Builder::new().name(format!("nabe-read-{desk}")).spawn(move || {
            own_thread();
            let last_word = LastWord { readers: &readers, desk, epoch };
            readers.work(desk, epoch);
            drop(last_word);
        })?;
        Ok(())
    }

    fn work(&self, desk: usize, epoch: u64) {
        let mut session = None;
        while let Some(question) = self.next(desk, epoch) {
            if question.deadline <= Tick::now() {
                self.busy(question.answer.as_ref());
            } else {
                self.answer(&mut session, question);
            }
            let mut state = lock(&self.state);
            match state.desks.get_mut(desk) {
                Some(mine) if mine.epoch == epoch => mine.current = None,
                _ => return,
            }
        }
    }

    fn next(&self, desk: usize, epoch: u64) -> Option<Question> {
        let mut state = lock(&self.state);
        loop {
            if let Some(question) = state.queue.pop_front() {
                let mine = state.desks.get_mut(desk).filter(|mine| mine.epoch == epoch);
                if let Some(mine) = mine {
                    mine.current = Some((Tick::now(), Arc::clone(&question.answer)));
                    return Some(question);
                }
                state.queue.push_front(question);
                return None;
            }
            if state.closing {
                return None;
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn answer(&self, kept: &mut Option<RefCell<Session>>, question: Question) {
        let mut session = match self.begun(kept.take(), question.scope) {
            Ok(session) => session,
            Err(error) => return question.answer.fail(Failure::Failed(error)),
        };
        (question.work)(&Tx::new(Engine::Postgres(&session), question.scope, &self.core));
        if session.get_mut().roll_back() {
            *kept = Some(session);
        }
    }

    /// A session with an open reading transaction; a connection that died while idle is made anew once.
    fn begun(&self, kept: Option<RefCell<Session>>, scope: Scope) -> DbResult<RefCell<Session>> {
        if let Some(mut session) = kept
            && session.get_mut().begin_reading(scope).is_ok()
        {
            return Ok(session);
        }
        let Origin::Postgres(server) = self.origin.as_ref() else {
            return Err(DbError::app("reader threads belong to PostgreSQL"));
        };
        let mut session = Session::open(server, self.core.options.read_time).map_err(|error| DbError::new(Trouble::Lost, error.to_string()))?;
        session.begin_reading(scope)?;
        Ok(RefCell::new(session))
    }

    fn busy(&self, answer: &dyn Answer) {
        Counts::add(&self.core.counts.busy, 1);
        answer.fail(Failure::Busy);
    }

    fn died(&self, desk: usize, epoch: u64) {
        let mut state = lock(&self.state);
        if let Some(mine) = state.desks.get_mut(desk).filter(|mine| mine.epoch == epoch) {
            mine.dead = true;
        }
    }
}

struct LastWord<'r> {
    readers: &'r Readers,
    desk: usize,
    epoch: u64,
}

impl Drop for LastWord<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.readers.died(self.desk, self.epoch);
        }
    }
}
