//! The end of the server, announced to everything that works in it.

use tokio::sync::watch;

/// Whether the server is about to end. Begun once, never taken back.
#[derive(Debug)]
pub struct Drain(watch::Sender<bool>);

impl Default for Drain {
    fn default() -> Self {
        Self(watch::Sender::new(false))
    }
}

impl Drain {
    /// From now on nothing new is begun.
    pub fn begin(&self) {
        self.0.send_replace(true);
    }

    /// Whether it has begun.
    pub fn has_begun(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until it begins.
    pub async fn begun(&self) {
        // The sender lives as long as `self`, so the wait ends only by the beginning.
        let _ = self.0.subscribe().wait_for(|begun| *begun).await;
    }
}
