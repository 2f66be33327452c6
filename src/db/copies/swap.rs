//! Putting a copy back: first into a folder of its own, where it is proved and made ready, then in one rename in place of what was there.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use super::mark::{Mark, look, unseal};
use super::take::timestamp;
use super::{CopyError, create_private, damage, dated, need_room, sync_folder};
use crate::clock::Clock;
use crate::db::Source;
use crate::db::sqlite::{Hold, connect, file_in, lock_folder};

/// A copy that is being put back. The data folder is held until the end, so that no server starts meanwhile.
pub struct Restoring {
    folder: PathBuf,
    staging: PathBuf,
    mark: Mark,
    _hold: Hold,
}

impl Restoring {
    /// Takes the data folder, proves the copy and lays its database into the folder `restoring` inside.
    /// Errors while a server runs there, and when the copy is not whole; then nothing was changed.
    pub fn begin(folder: &Path, copy: &Path) -> Result<Self, CopyError> {
        let told = look(copy)?;
        fs::create_dir_all(folder).map_err(CopyError::file(folder))?;
        let hold = lock_folder(folder)?;
        // Twice: once for the database, once for the log of what is made ready in it.
        need_room(folder, told.bytes.saturating_mul(2))?;
        let staging = folder.join("restoring");
        if staging.exists() {
            // Of a restore that was cut off: only whoever holds the folder makes it.
            fs::remove_dir_all(&staging).map_err(CopyError::file(&staging))?;
        }
        fs::create_dir(&staging).map_err(CopyError::file(&staging))?;
        let mut restoring = Self { folder: folder.to_owned(), staging, mark: told, _hold: hold };
        restoring.lay(copy)?;
        Ok(restoring)
    }

    /// What the copy says of itself.
    pub fn mark(&self) -> &Mark {
        &self.mark
    }

    /// The database in waiting, to be opened, made ready and closed again before `finish`.
    pub fn source(&self) -> Source {
        Source::Sqlite(self.staging.clone())
    }

    /// Puts the database in its place. What was there is kept under a dated name, with its log; the name is answered.
    pub fn finish(self, clock: &Clock) -> Result<Option<PathBuf>, CopyError> {
        let (ready, present) = (file_in(&self.staging), file_in(&self.folder));
        if logs(&ready).iter().any(|log| has_content(log)) {
            return Err(CopyError::Busy(self.staging.clone()));
        }
        File::open(&ready).and_then(|file| file.sync_all()).map_err(CopyError::file(&ready))?;
        let kept = if present.exists() { Some(self.keep(&present, &dated(timestamp(clock)))?) } else { None };
        // A log that belongs to the old file would be read into the new one and destroy it.
        for stale in logs(&present).into_iter().chain([beside(&present, "-shm")]) {
            if stale.exists() {
                fs::remove_file(&stale).map_err(CopyError::file(&stale))?;
            }
        }
        fs::rename(&ready, &present).map_err(CopyError::file(&present))?;
        sync_folder(&self.folder)?;
        Ok(kept)
    }

    fn lay(&mut self, copy: &Path) -> Result<(), CopyError> {
        let path = file_in(&self.staging);
        let mut out = BufWriter::with_capacity(256 * 1024, create_private(&path)?);
        self.mark = unseal(copy, &mut out)?;
        out.flush().map_err(CopyError::file(&path))?;
        drop(out);
        match damage(&connect(&path)?)?.into_iter().next() {
            None => Ok(()),
            Some(why) => Err(CopyError::Damaged { path: copy.to_owned(), why }),
        }
    }

    /// Gives the present database a second name. Its log is written into it first; where the file is too damaged for that, the log
    /// gets the second name too, under which SQLite finds it.
    fn keep(&self, present: &Path, date: &str) -> Result<PathBuf, CopyError> {
        let kept = (1..).map(|n| if n == 1 { date.to_owned() } else { format!("{date}-{n}") });
        let kept = kept.map(|date| beside(present, &format!(".before-{date}"))).find(|name| !name.exists()).unwrap_or_else(|| present.to_owned());
        let written = connect(present).and_then(|connection| Ok(connection.query_row("pragma wal_checkpoint(truncate)", [], |row| row.get::<_, i64>(0))?));
        if matches!(written, Ok(busy) if busy != 0) {
            return Err(CopyError::Busy(self.folder.clone()));
        }
        // A second name leaves no moment without a database; where the disk knows none, the file is renamed.
        fs::hard_link(present, &kept).or_else(|_| fs::rename(present, &kept)).map_err(CopyError::file(&kept))?;
        for (log, name) in logs(present).into_iter().zip(logs(&kept)) {
            if has_content(&log) {
                fs::rename(&log, &name).map_err(CopyError::file(&name))?;
            }
        }
        sync_folder(&self.folder)?;
        Ok(kept)
    }
}

impl Drop for Restoring {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.staging);
    }
}

/// The log of a database and the journal it would have had before it had a log.
fn logs(file: &Path) -> [PathBuf; 2] {
    ["-wal", "-journal"].map(|suffix| beside(file, suffix))
}

fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn has_content(file: &Path) -> bool {
    fs::metadata(file).is_ok_and(|meta| meta.len() > 0)
}
