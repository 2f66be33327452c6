//! The worker that sends what is due, several mails at a time. Several may run, in one process or on several nodes: claims are committed.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::task::JoinSet;

use crate::app::App;
use crate::clock::Instant;
use crate::config::Config;
use crate::db::{Failure, HubId, Scope};
use crate::jobs::due;
use crate::mail::Letter;
use crate::mail::outbox::{self, Claimed};
use crate::mail::transport::{NotSent, Transport};
use crate::tenancy::{Hub, store};

/// How a feature words its letters: from kind and payload of a row to a mail, or to nothing when nobody is to be written to.
pub type Wording = fn(&App, &Hub, &Claimed) -> Result<Option<Letter>, String>;

/// Looks at least this often, for what other nodes wrote.
const ROUND: Duration = Duration::from_secs(1);
/// Mails on their way at the same time, from all hubs; as many connections the mail server sees.
pub(super) const AT_ONCE: usize = 8;
/// Of these from one hub: however large its mailing and however slow its recipients' servers are, the others have room.
const OF_ONE_HUB: usize = 3;
/// What mails on their way may still take when the server ends. Those that take longer are sent again after the next start.
const FINISHING: Duration = Duration::from_secs(10);

/// Sends mails.
#[derive(Clone)]
pub struct Postman(Arc<Inner>);

struct Inner {
    app: App,
    transport: Mutex<(&'static Config, Arc<Transport>)>,
    wording: Wording,
}

/// Mails on their way.
#[derive(Default)]
struct Bag {
    going: JoinSet<(HubId, Result<bool, Failure>)>,
    of_hub: HashMap<HubId, usize>,
    /// The hub that came last: the next look begins behind it, so that each gets its turn.
    after: i64,
}

impl Postman {
    /// A worker with the configured way out. Fails when the mail folder cannot be made or the server's address is unusable.
    pub fn new(app: App, wording: Wording) -> std::io::Result<Self> {
        let transport = Mutex::new(transport_of(app.config())?);
        Ok(Self(Arc::new(Inner { app, transport, wording })))
    }

    /// Works until the server ends; then it takes nothing new and finishes what is on its way. What was claimed and not finished is
    /// taken again when its lease is over.
    pub async fn work(self) {
        let app = &self.0.app;
        let (mut wakes, mut bag) = (app.wakes(), Bag::default());
        while !app.drain().has_begun() {
            if let Err(failure) = self.fill(&mut bag).await {
                tracing::warn!(%failure, "mail round failed");
            }
            tokio::select! {
                Some(done) = bag.going.join_next() => bag.came_back(done).map_or_else(|failure| tracing::warn!(%failure, "mail round failed"), drop),
                _ = tokio::time::timeout(ROUND, wakes.changed()) => {}
                () = app.drain().begun() => {}
            }
        }
        let _ = tokio::time::timeout(FINISHING, async { while bag.going.join_next().await.is_some() {} }).await;
    }

    /// Sends everything that is due now, of all hubs. How many mails left.
    pub async fn round(&self) -> Result<usize, Failure> {
        let (mut bag, mut left) = (Bag::default(), 0);
        loop {
            self.fill(&mut bag).await?;
            let Some(done) = bag.going.join_next().await else { return Ok(left) };
            left += usize::from(bag.came_back(done)?);
        }
    }

    /// Lets each hub that has something due send as many mails as there is room for; begins behind the hub that came last.
    async fn fill(&self, bag: &mut Bag) -> Result<(), Failure> {
        let start = bag.after;
        for (mut from, to) in [(start, i64::MAX), (0, start)] {
            loop {
                let now = self.0.app.clock().now();
                let hubs = self.0.app.db().read(Scope::Installation, move |tx| due::hubs(tx, due::OUTBOX, now, from, to)).await?;
                let last_page = hubs.len() < due::PAGE;
                for hub in hubs {
                    if bag.is_full() {
                        return Ok(());
                    }
                    (from, bag.after) = (hub.raw(), hub.raw());
                    self.claim(bag, hub).await?;
                }
                if last_page {
                    break;
                }
            }
        }
        Ok(())
    }

    async fn claim(&self, bag: &mut Bag, hub_id: HubId) -> Result<(), Failure> {
        let at_most = bag.room_of(hub_id);
        if at_most == 0 {
            return Ok(());
        }
        let rows = self.0.app.db().write(hub_id, move |tx, now| outbox::claim(tx, hub_id, now, at_most)).await?;
        if rows.is_empty() {
            return Ok(());
        }
        let slug = self.0.app.db().read(Scope::Installation, move |tx| store::slug_by_id(tx, hub_id)).await?;
        let Some(hub) = self.0.app.directory().by_slug(slug.as_deref().unwrap_or_default()).await? else {
            return Ok(());
        };
        for row in rows {
            let (inner, hub) = (Arc::clone(&self.0), Arc::clone(&hub));
            *bag.of_hub.entry(hub_id).or_default() += 1;
            bag.going.spawn(async move { (hub_id, inner.deliver(&hub, row).await) });
        }
        Ok(())
    }
}

impl Bag {
    fn is_full(&self) -> bool {
        self.going.len() >= AT_ONCE
    }

    /// How many more mails of a hub may go.
    fn room_of(&self, hub: HubId) -> u32 {
        let own = self.of_hub.get(&hub).copied().unwrap_or(0);
        let room = OF_ONE_HUB.saturating_sub(own).min(AT_ONCE.saturating_sub(self.going.len()));
        u32::try_from(room).unwrap_or(0)
    }

    /// Notes a mail that is no longer on its way; whether it left.
    fn came_back(&mut self, done: Result<(HubId, Result<bool, Failure>), tokio::task::JoinError>) -> Result<bool, Failure> {
        let Ok((hub, outcome)) = done else {
            // A delivery that panicked names no hub: all counts are taken anew from nothing once the bag is empty.
            tracing::error!("a delivery ended unexpectedly; its mail is tried again when its lease is over");
            if self.going.is_empty() {
                self.of_hub.clear();
            }
            return Ok(false);
        };
        if let Some(own) = self.of_hub.get_mut(&hub) {
            *own = own.saturating_sub(1);
            if *own == 0 {
                self.of_hub.remove(&hub);
            }
        }
        outcome
    }
}

impl Inner {
    /// Sends one mail and notes how that went; whether it left.
    async fn deliver(&self, hub: &Arc<Hub>, row: Claimed) -> Result<bool, Failure> {
        let outcome = self.send(hub, &row).await;
        let left = outcome.is_ok();
        self.note(hub.id, row, outcome).await?;
        Ok(left)
    }

    async fn send(&self, hub: &Arc<Hub>, row: &Claimed) -> Result<(), NotSent> {
        let for_good = |reason: String| NotSent { for_good: true, reason };
        let Some(letter) = (self.wording)(&self.app, hub, row).map_err(for_good)? else {
            return Ok(());
        };
        let message = letter.message(&self.app.config().mail_from).map_err(|error| for_good(error.to_string()))?;
        self.transport().map_err(|error| NotSent { for_good: false, reason: error.to_string() })?.send(message).await
    }

    /// The way out as it is set now: it can be changed while the program runs.
    fn transport(&self) -> std::io::Result<Arc<Transport>> {
        let mut known = self.transport.lock().unwrap_or_else(PoisonError::into_inner);
        if !std::ptr::eq(known.0, self.app.config()) {
            *known = transport_of(self.app.config())?;
        }
        Ok(Arc::clone(&known.1))
    }

    async fn note(&self, hub: HubId, row: Claimed, outcome: Result<(), NotSent>) -> Result<(), Failure> {
        self.app
            .db()
            .write(hub, move |tx, now: Instant| match &outcome {
                Ok(()) => outbox::sent(tx, hub, row.id, now),
                Err(NotSent { for_good, reason }) => outbox::failed(tx, hub, &row, *for_good, reason, now),
            })
            .await
    }
}

fn transport_of(config: &'static Config) -> std::io::Result<(&'static Config, Arc<Transport>)> {
    let transport = Transport::new(config.smtp.as_ref(), config.data.join("mails"))?;
    Ok((config, Arc::new(transport)))
}
