//! One write connection of either engine, as the lane sees it.

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use super::core::{Core, lock};
use super::failure::{DbError, OpenError};
use super::job::Job;
use super::postgres::{Server, Session};
use super::sqlite::{Committed, Handle, Hold};
use super::tx::{Engine, Tx};
use super::{DbResult, Scope};

/// Where connections come from.
pub(super) enum Origin {
    /// The file, and the hold on its folder.
    Sqlite {
        file: PathBuf,
        hold: Mutex<Option<Hold>>,
    },
    Postgres(Box<Server>),
}

impl Origin {
    pub(super) fn writer(&self, core: &Arc<Core>) -> Result<Writer, OpenError> {
        match self {
            Self::Sqlite { file, .. } => Handle::open(core, file, true).map(Writer::Sqlite).map_err(OpenError::Sqlite),
            Self::Postgres(server) => {
                let session = Session::open(server, core.options.commit_time)?;
                Ok(Writer::Postgres(Box::new(RefCell::new(session))))
            }
        }
    }

    /// Gives the data folder free: nobody writes any more.
    pub(super) fn release(&self) {
        if let Self::Sqlite { hold, .. } = self {
            drop(lock(hold).take());
        }
    }

    pub(super) const fn is_postgres(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }
}

pub(super) enum Writer {
    Sqlite(Handle),
    Postgres(Box<RefCell<Session>>),
}

impl Writer {
    /// Opens the transaction of a batch, under the locks of its hubs, in the scope of the first job.
    pub(super) fn begin(&mut self, core: &Core, jobs: &[Job]) -> DbResult<()> {
        let replay = jobs.iter().any(|job| job.doubts > 0);
        match self {
            Self::Sqlite(handle) => {
                handle.control("begin immediate")?;
                if replay {
                    // Changes nothing, but is written: the COMMIT then waits for the disk.
                    handle.control("update migration set applied_at = applied_at")?;
                }
                Ok(())
            }
            Self::Postgres(session) => {
                let mut keys: Vec<i64> = if core.options.without_hub_lock { Vec::new() } else { jobs.iter().map(Job::key).collect() };
                keys.sort_unstable();
                keys.dedup();
                let scope = jobs.first().map_or(Scope::Installation, |job| job.scope);
                session.get_mut().begin(&keys, scope, replay)
            }
        }
    }

    /// Goes on to the jobs of another scope.
    pub(super) fn enter(&mut self, scope: Scope) -> DbResult<()> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(session) => session.get_mut().enter(scope),
        }
    }

    /// Runs one job; also fails when the transaction ended under it.
    pub(super) fn run(&self, core: &Core, job: &mut Job, now: crate::clock::Instant) -> DbResult<()> {
        match self {
            Self::Sqlite(handle) => {
                handle.allow(core, core.options.job_time);
                job.work.run(&Tx::new(Engine::Sqlite(handle.connection()), job.scope, core), now)?;
                if handle.in_transaction() { Ok(()) } else { Err(DbError::app("the transaction was ended by SQLite")) }
            }
            Self::Postgres(session) => job.work.run(&Tx::new(Engine::Postgres(session), job.scope, core), now),
        }
    }

    /// Waits for what the jobs have sent; must come before [`Writer::commit`].
    pub(super) fn settle(&mut self) -> DbResult<()> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(session) => session.get_mut().settle(),
        }
    }

    pub(super) fn commit(&mut self) -> Committed {
        match self {
            Self::Sqlite(handle) => handle.commit(),
            Self::Postgres(session) => session.get_mut().commit(),
        }
    }

    /// Rolls back; false when the connection is of no more use.
    pub(super) fn roll_back(&mut self) -> bool {
        match self {
            Self::Sqlite(handle) => handle.roll_back(),
            Self::Postgres(session) => session.get_mut().roll_back(),
        }
    }

    /// Leaves everything tidy at a graceful end.
    pub(super) fn finish(self) {
        if let Self::Sqlite(handle) = self {
            handle.checkpoint();
        }
    }
}
