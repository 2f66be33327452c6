//! Copies that the server takes by itself. They are named apart, so that only they are thrown away again, and never fill the disk.

use std::fs;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use super::mark::{Mark, look};
use super::take::{self, Taken, timestamp};
use super::{CopyError, dated, free_bytes, present};
use crate::clock::Clock;

/// How their names begin.
const PREFIX: &str = "scheduled-";
/// So much stays free beside what the database has already, for what the server writes until the next look.
const RESERVE: u64 = 64 * 1024 * 1024;

/// Takes a copy into a folder and throws away all but the newest `keep` of its kind. Where the disk is too full for a copy and as
/// much again, the oldest go first; the newest stays in any case, and then there is no copy but an error.
pub fn take_scheduled(folder: &Path, to: &Path, keep: usize, counted: &[&str], clock: &Clock) -> Result<Taken, CopyError> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(to).map_err(CopyError::file(to))?;
    remove_remains(to);
    let file = present(folder)?;
    let size = fs::metadata(&file).map_err(CopyError::file(&file))?.len();
    make_room(to, size.saturating_mul(2).saturating_add(RESERVE))?;
    let name = format!("{PREFIX}{}.backup", dated(timestamp(clock)));
    let taken = take::take(folder, Some(&to.join(name)), counted, clock)?;
    for (old, _) in scheduled(to).into_iter().skip(keep.max(1)) {
        fs::remove_file(&old).map_err(CopyError::file(&old))?;
    }
    Ok(taken)
}

/// What a server left behind that ended while it was copying; nobody else makes files of these names.
fn remove_remains(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.strip_prefix(&format!(".{PREFIX}")).is_some_and(|rest| rest.strip_suffix(".part").is_some()) {
            // Where that fails, the copy itself will say why.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Copies that the server took by itself, the newest first.
pub fn scheduled(folder: &Path) -> Vec<(PathBuf, Mark)> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let ours = files.filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(PREFIX)));
    let mut marked: Vec<(PathBuf, Mark)> = ours.filter_map(|path| look(&path).ok().map(|mark| (path, mark))).collect();
    marked.sort_by_key(|(_, mark)| std::cmp::Reverse(mark.made));
    marked
}

fn make_room(folder: &Path, needed: u64) -> Result<(), CopyError> {
    let mut old = scheduled(folder);
    loop {
        let free = free_bytes(folder).unwrap_or(u64::MAX);
        if free >= needed {
            return Ok(());
        }
        if old.len() < 2 {
            return Err(CopyError::NoRoom { folder: folder.to_owned(), needed, free });
        }
        if let Some((oldest, _)) = old.pop() {
            fs::remove_file(&oldest).map_err(CopyError::file(&oldest))?;
        }
    }
}
