//! Faults against the real program `nabe`, run as processes: killed, without room on the disk, without a mail server, two on one database.
//! Nouns: `Installation` (a prepared database), `Server` (a process), `Form` (what one person sends), `Fate` (what came of it), `Tally`.
//! URLs: those of `features/events`, as visitors use them.
//! Invariants: every run counts attempts, acknowledged, unknown, lost and prints them; its control must lose, or the run is void.
//! Must not know: how the program does it; the truth is read from the database and from the mails that arrived.

mod client;
mod disk;
mod form;
mod hasty;
mod installation;
mod kill;
mod mailbox;
mod mailing;
mod nightly;
mod nights;
mod nodes;
mod server;
mod smtp;
mod stop;
mod tally;

pub use mailbox::greets;
pub use server::free_address;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder that goes with its test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::SeqCst);
        let path = std::env::temp_dir().join(format!("nabe-fault-{name}-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
