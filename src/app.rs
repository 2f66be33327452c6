//! The running program: what every request and job shares.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use tokio::sync::watch;

use crate::bookings::Booked;
use crate::clock::{Clock, Instant};
use crate::config::Config;
use crate::db::{Db, DbResult, Failure, HubId, Scope, Tx};
use crate::installation::{FirstRun, Settings};
use crate::keys::Keys;
use crate::limits::Limits;
use crate::operation::{Backups, Drain, Health, Meters, Outboxes};
use crate::statistics::Counters;
use crate::tenancy::{Directory, store};
use crate::ui::PageCache;

/// Shared state; cloning is cheap.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    start: Config,
    config: RwLock<&'static Config>,
    first_run: FirstRun,
    db: Db,
    directory: Directory,
    keys: Keys,
    pages: PageCache,
    limits: Limits,
    counters: Counters,
    drain: Drain,
    health: Health,
    meters: Meters,
    outboxes: Outboxes,
    backups: Backups,
    wake: watch::Sender<()>,
    changes: Mutex<HashMap<HubId, u64>>,
}

impl App {
    /// Puts the program together on an open database; makes the installation's key on the first start.
    pub fn new(config: Config, db: Db) -> Result<Self, Failure> {
        let keys = load_keys(&db)?;
        let settings = db.read_blocking(Scope::Installation, Settings::load)?;
        let directory = Directory::new(db.clone());
        Ok(Self(Arc::new(Inner {
            config: RwLock::new(kept(settings.over(&config))),
            start: config,
            first_run: FirstRun::default(),
            db,
            directory,
            keys,
            pages: PageCache::default(),
            limits: Limits::default(),
            counters: Counters::default(),
            drain: Drain::default(),
            health: Health::default(),
            meters: Meters::default(),
            outboxes: Outboxes::default(),
            backups: Backups::default(),
            wake: watch::Sender::new(()),
            changes: Mutex::default(),
        })))
    }

    /// The configuration in force.
    pub fn config(&self) -> &'static Config {
        *self.0.config.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// What flags, environment and file said at the start.
    pub fn start(&self) -> &Config {
        &self.0.start
    }

    /// The code of this start, for an installation that is still empty.
    pub fn first_run(&self) -> &FirstRun {
        &self.0.first_run
    }

    /// Puts in force what was saved in the browser. Another public address waits for the next start unless `with_address`: a wrong one
    /// would lock everybody out.
    pub async fn reload_settings(&self, with_address: bool) -> Result<(), Failure> {
        let mut config = self.0.db.read(Scope::Installation, Settings::load).await?.over(&self.0.start);
        if !with_address {
            config.public_url = self.config().public_url.clone();
        }
        *self.0.config.write().unwrap_or_else(PoisonError::into_inner) = kept(config);
        Ok(())
    }

    /// The database, for reading and for what changes no public page.
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// The hubs.
    pub fn directory(&self) -> &Directory {
        &self.0.directory
    }

    /// The hub whose legal pages apply outside all hubs: the one that the configuration names, else the oldest. None also while the
    /// database cannot be asked: a page that says so must not need it.
    pub async fn front_hub(&self) -> Option<String> {
        match self.config().front_hub.clone() {
            Some(slug) => Some(slug),
            None => self.directory().oldest().await.ok().flatten(),
        }
    }

    /// The clock that decides.
    pub fn clock(&self) -> &Clock {
        self.0.db.clock()
    }

    /// Signs links and forms.
    pub fn keys(&self) -> &Keys {
        &self.0.keys
    }

    /// Rendered public pages.
    pub fn pages(&self) -> &PageCache {
        &self.0.pages
    }

    /// Counts page views and the like, without people.
    pub fn counters(&self) -> &Counters {
        &self.0.counters
    }

    /// Counts failures and mails per address.
    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }

    /// Whether the server is about to end.
    pub fn drain(&self) -> &Drain {
        &self.0.drain
    }

    /// Whether requests may come.
    pub fn health(&self) -> &Health {
        &self.0.health
    }

    /// What was counted since the start.
    pub fn meters(&self) -> &Meters {
        &self.0.meters
    }

    /// The outboxes of all hubs, for the metrics.
    pub fn outboxes(&self) -> &Outboxes {
        &self.0.outboxes
    }

    /// How backups went.
    pub fn backups(&self) -> &Backups {
        &self.0.backups
    }

    /// Reads in a hub.
    pub async fn read<T: Send + 'static>(&self, hub: HubId, f: impl FnOnce(&Tx<'_>) -> DbResult<T> + Send + 'static) -> Result<T, Failure> {
        self.0.db.read(hub, f).await
    }

    /// Changes something in a hub: its public pages are rendered anew and the jobs look at what became due.
    pub async fn write<T: Send + 'static>(&self, hub: HubId, f: impl Fn(&Tx<'_>, Instant) -> DbResult<T> + Send + 'static) -> Result<T, Failure> {
        let outcome = self.0.db.write(hub, f).await;
        self.changed(hub);
        outcome
    }

    /// Like [`App::write`] for jobs that carry the key of their form, so that they may be repeated after a commit in doubt.
    pub async fn write_keyed<T: Send + 'static>(&self, hub: HubId, f: impl Fn(&Tx<'_>, Instant) -> DbResult<T> + Send + 'static) -> Result<T, Failure> {
        let outcome = self.0.db.write_keyed(hub, f).await;
        self.changed(hub);
        outcome
    }

    /// Changes what a hub says of itself: its rows in tables of the installation, and everything that is kept in memory of it.
    pub async fn write_hub<T: Send + 'static>(&self, hub: HubId, f: impl Fn(&Tx<'_>, Instant) -> DbResult<T> + Send + 'static) -> Result<T, Failure> {
        let outcome = self.0.db.write(Scope::Installation, f).await;
        self.directory().forget();
        self.changed(hub);
        outcome
    }

    /// Changes places of a hub, which are kept in memory with it.
    pub async fn write_places<T: Send + 'static>(&self, hub: HubId, f: impl Fn(&Tx<'_>, Instant) -> DbResult<T> + Send + 'static) -> Result<T, Failure> {
        let outcome = self.0.db.write(hub, f).await;
        self.directory().forget();
        self.changed(hub);
        outcome
    }

    /// Asks for places by [`App::write_keyed`], and counts what became of it.
    pub async fn book(&self, hub: HubId, f: impl Fn(&Tx<'_>, Instant) -> DbResult<Booked> + Send + 'static) -> Result<Booked, Failure> {
        let booked = self.write_keyed(hub, f).await;
        self.0.meters.booked(&booked);
        booked
    }

    /// Rises with every change made through this process; part of the key of cached pages.
    pub fn version(&self, hub: HubId) -> u64 {
        self.0.changes.lock().unwrap_or_else(PoisonError::into_inner).get(&hub).copied().unwrap_or(0)
    }

    /// Notes a change of a hub made by a job.
    pub fn changed(&self, hub: HubId) {
        *self.0.changes.lock().unwrap_or_else(PoisonError::into_inner).entry(hub).or_insert(0) += 1;
        self.0.wake.send_replace(());
    }

    /// Tells the jobs that something may have become due.
    pub fn wakes(&self) -> watch::Receiver<()> {
        self.0.wake.subscribe()
    }
}

/// A configuration is replaced a few times in the life of a process: the old ones stay, so that nobody who reads one holds a lock.
fn kept(config: Config) -> &'static Config {
    Box::leak(Box::new(config))
}

fn load_keys(db: &Db) -> Result<Keys, Failure> {
    const NAME: &str = "signing";
    if let Some(key) = db.read_blocking(Scope::Installation, |tx| store::secret(tx, NAME))? {
        return Ok(Keys::new(&key));
    }
    let fresh = Keys::random_bytes().to_vec();
    let key = db.write_blocking(Scope::Installation, move |tx, _| {
        store::insert_secret(tx, NAME, &fresh)?;
        store::secret(tx, NAME)
    })?;
    Ok(Keys::new(&key.unwrap_or_default()))
}
