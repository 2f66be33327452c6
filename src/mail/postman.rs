//! The worker that sends what is due. Several may run, in one process or on several nodes: claims are committed.

use std::sync::Arc;
use std::time::{Duration, Instant as Ticks};

use crate::app::App;
use crate::clock::Instant;
use crate::db::{Failure, HubId, Scope, Tx};
use crate::jobs::due;
use crate::mail::Letter;
use crate::mail::outbox::{self, Claimed};
use crate::mail::transport::{NotSent, Transport};
use crate::tenancy::{Hub, store};

/// How a feature words its letters: from kind and payload of a row to a mail, or to nothing when nobody is to be written to.
pub type Wording = fn(&App, &Hub, &Claimed) -> Result<Option<Letter>, String>;

/// Looks at least this often, for what other nodes wrote.
const ROUND: Duration = Duration::from_secs(1);
/// After so long no further mail of a claim is begun: with a slow mail server the lease would end, and another worker would send it too.
const SENDING: Duration = Duration::from_mins(4);
/// What became of mails is noted together, but not later than this after the first: a crash before the note sends them again.
const NOTING: Duration = Duration::from_millis(200);

/// A row and what became of its mail.
type Outcome = (Claimed, Result<(), NotSent>);

/// Sends mails.
pub struct Postman {
    app: App,
    transport: Transport,
    wording: Wording,
}

impl Postman {
    /// A worker with the configured way out. Fails when the mail folder cannot be made or the server's address is unusable.
    pub fn new(app: App, wording: Wording) -> std::io::Result<Self> {
        let transport = Transport::new(app.config().smtp.as_ref(), app.config().data.join("mails"))?;
        Ok(Self { app, transport, wording })
    }

    /// Works until the task is ended. What was claimed and not finished is taken again when its lease is over.
    pub async fn work(self) {
        let mut wakes = self.app.wakes();
        loop {
            if let Err(failure) = self.round().await {
                tracing::warn!(%failure, "mail round failed");
            }
            let _ = tokio::time::timeout(ROUND, wakes.changed()).await;
        }
    }

    /// Sends everything that is due now, of all hubs. How many mails left.
    pub async fn round(&self) -> Result<usize, Failure> {
        let mut left = 0;
        loop {
            let now = self.app.clock().now();
            let hubs = self.app.db().read(Scope::Installation, move |tx| due::coming(tx, due::OUTBOX, now)).await?;
            let mut claimed = 0;
            for (hub, _) in hubs {
                let rows = self.app.db().write(hub, move |tx, now| outbox::claim(tx, hub, now)).await?;
                claimed += rows.len();
                left += self.send_all(hub, rows).await?;
            }
            if claimed == 0 {
                return Ok(left);
            }
        }
    }

    async fn send_all(&self, hub_id: HubId, rows: Vec<Claimed>) -> Result<usize, Failure> {
        let slug = self.app.db().read(Scope::Installation, move |tx| store::slug_by_id(tx, hub_id)).await?;
        let Some(hub) = self.app.directory().by_slug(slug.as_deref().unwrap_or_default()).await? else {
            return Ok(0);
        };
        let (mut left, began, mut done, mut noted) = (0, Ticks::now(), Vec::new(), Ticks::now());
        for row in rows.into_iter().take_while(|_| began.elapsed() < SENDING) {
            let outcome = self.send(&hub, &row).await;
            left += usize::from(outcome.is_ok());
            done.push((row, outcome));
            if noted.elapsed() > NOTING {
                self.note(hub_id, std::mem::take(&mut done)).await?;
                noted = Ticks::now();
            }
        }
        self.note(hub_id, done).await?;
        Ok(left)
    }

    async fn send(&self, hub: &Arc<Hub>, row: &Claimed) -> Result<(), NotSent> {
        let for_good = |reason: String| NotSent { for_good: true, reason };
        let Some(letter) = (self.wording)(&self.app, hub, row).map_err(for_good)? else {
            return Ok(());
        };
        let message = letter.message(&self.app.config().mail_from).map_err(|error| for_good(error.to_string()))?;
        self.transport.send(message).await
    }

    async fn note(&self, hub: HubId, done: Vec<Outcome>) -> Result<(), Failure> {
        if done.is_empty() {
            return Ok(());
        }
        let note = move |tx: &Tx<'_>, now: Instant| {
            for (row, outcome) in &done {
                match outcome {
                    Ok(()) => outbox::sent(tx, hub, row.id, now)?,
                    Err(NotSent { for_good, reason }) => outbox::failed(tx, hub, row, *for_good, reason, now)?,
                }
            }
            outbox::next_due(tx, hub)
        };
        self.app.db().write(hub, note).await
    }
}
