//! How the server ends: announced first, then closed, then written back. A second signal ends it at once.

use std::process;
use std::time::Duration;

use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::app::App;
use crate::operation::notices;

/// What requests that are being answered may still take. Whoever sends or reads more slowly is cut off.
pub const FINISHING: Duration = Duration::from_secs(20);
/// As a shell reports a process that was ended by SIGTERM.
const ENDED_AT_ONCE: i32 = 128 + 15;

/// The signals that end the server.
pub struct Signals {
    interrupt: Signal,
    terminate: Signal,
}

impl Signals {
    /// From now on they no longer end the process by themselves.
    pub fn catch() -> std::io::Result<Self> {
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    /// Waits for the first, announces the end and leaves load balancers time to notice. The second ends the process at once: what was
    /// confirmed is on the disk, and the next start writes the log back.
    pub async fn announce_the_end(mut self, app: App) {
        self.next().await;
        tracing::info!("ending: no new requests, those that are being answered are finished");
        app.drain().begin();
        notices::stopping("finishing requests");
        let grace = app.config().drain;
        tokio::spawn(async move {
            self.next().await;
            tracing::warn!("told to end a second time: ending at once");
            process::exit(ENDED_AT_ONCE);
        });
        tokio::time::sleep(grace).await;
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}
