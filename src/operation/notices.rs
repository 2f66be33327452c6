//! What systemd is told (`Type=notify`, `WatchdogSec=`): <https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html>.
//! Where no systemd asked for it nothing is sent.

use sd_notify::NotifyState;

/// Requests are answered from now on.
pub fn ready(status: &str) {
    tell(&[NotifyState::Ready, NotifyState::Status(status)]);
}

/// The server ends.
pub fn stopping(status: &str) {
    tell(&[NotifyState::Stopping, NotifyState::Status(status)]);
}

/// Says again and again that the program is alive, twice as often as systemd wants to hear it. Ends at once when it does not.
/// The database is not asked: a restart mends neither a full disk nor a database elsewhere.
pub async fn alive() {
    let Some(patience) = sd_notify::watchdog_enabled() else { return };
    let mut beat = tokio::time::interval(patience / 2);
    loop {
        beat.tick().await;
        tell(&[NotifyState::Watchdog]);
    }
}

fn tell(notices: &[NotifyState<'_>]) {
    if let Err(error) = sd_notify::notify(notices) {
        tracing::warn!(%error, "systemd cannot be told");
    }
}
