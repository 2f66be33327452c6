//! Mails that were kept as files because there is no mail server.

use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use crate::clock::Instant;

/// Removes mails written by `before`; how many. A file that cannot be removed is tried again an hour later.
pub(super) async fn forget(folder: PathBuf, before: Instant) -> u64 {
    tokio::task::spawn_blocking(move || remove(&folder, before)).await.unwrap_or(0)
}

fn remove(folder: &Path, before: Instant) -> u64 {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    let limit = UNIX_EPOCH + Duration::from_micros(u64::try_from(before.micros()).unwrap_or(0));
    let old = entries.flatten().filter(|entry| entry.path().extension().is_some_and(|end| end == "eml")).filter(|entry| {
        let written = entry.metadata().and_then(|data| data.modified());
        written.is_ok_and(|written| written <= limit)
    });
    old.map(|entry| u64::from(std::fs::remove_file(entry.path()).is_ok())).sum()
}
