//! All hubs by slug and domain, kept in memory. What the command line or another node changes is noticed within two seconds.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant as Ticks};

use super::hub::Hub;
use super::store;
use crate::db::{Db, Failure, Scope};

/// How long an entry is used without asking the database again.
const FRESH: Duration = Duration::from_secs(2);
/// More names than any installation has hubs: beyond that the memory is emptied, so that made-up names cannot fill it.
const ENTRIES_AT_MOST: usize = 20_000;

/// The hubs of the installation.
pub struct Directory {
    db: Db,
    hubs: RwLock<HashMap<String, (Arc<Hub>, Ticks)>>,
    domains: RwLock<HashMap<String, (Option<String>, Ticks)>>,
    /// How often everything was forgotten: what was read before that is not kept.
    forgotten: AtomicU64,
}

impl Directory {
    /// An empty directory that fills itself from the database.
    pub fn new(db: Db) -> Self {
        Self { db, hubs: RwLock::default(), domains: RwLock::default(), forgotten: AtomicU64::new(0) }
    }

    /// The hub with this part of the address.
    pub async fn by_slug(&self, slug: &str) -> Result<Option<Arc<Hub>>, Failure> {
        if !is_slug(slug) {
            return Ok(None);
        }
        if let Some((hub, since)) = self.hubs.read().unwrap_or_else(PoisonError::into_inner).get(slug)
            && since.elapsed() < FRESH
        {
            return Ok(Some(hub.clone()));
        }
        self.load(slug).await
    }

    /// The slug of the hub whose own domain this host name is.
    pub async fn slug_of_domain(&self, host: &str) -> Result<Option<String>, Failure> {
        if let Some((slug, since)) = self.domains.read().unwrap_or_else(PoisonError::into_inner).get(host)
            && since.elapsed() < FRESH
        {
            return Ok(slug.clone());
        }
        let (name, before) = (host.to_owned(), self.forgotten.load(Ordering::SeqCst));
        let slug = self.db.read(Scope::Installation, move |tx| store::slug_by_domain(tx, &name)).await?;
        let mut domains = self.domains.write().unwrap_or_else(PoisonError::into_inner);
        if domains.len() > ENTRIES_AT_MOST {
            domains.clear();
        }
        if self.forgotten.load(Ordering::SeqCst) == before {
            domains.insert(host.to_owned(), (slug.clone(), Ticks::now()));
        }
        Ok(slug)
    }

    /// The part of the address of the oldest hub.
    pub async fn oldest(&self) -> Result<Option<String>, Failure> {
        self.db.read(Scope::Installation, store::oldest_hub).await
    }

    /// Forgets what is kept, after a change made here.
    pub fn forget(&self) {
        self.forgotten.fetch_add(1, Ordering::SeqCst);
        self.hubs.write().unwrap_or_else(PoisonError::into_inner).clear();
        self.domains.write().unwrap_or_else(PoisonError::into_inner).clear();
    }

    async fn load(&self, slug: &str) -> Result<Option<Arc<Hub>>, Failure> {
        let (name, before) = (slug.to_owned(), self.forgotten.load(Ordering::SeqCst));
        let Some(mut hub) = self.db.read(Scope::Installation, move |tx| store::hub(tx, &name)).await? else {
            return Ok(None);
        };
        let (id, today) = (hub.id, hub.today(self.db.clock().now()));
        (hub.sites, hub.closed_days) = self.db.read(id, move |tx| store::places(tx, id, today)).await?;
        let hub = Arc::new(hub);
        let mut hubs = self.hubs.write().unwrap_or_else(PoisonError::into_inner);
        if hubs.len() > ENTRIES_AT_MOST {
            hubs.clear();
        }
        if self.forgotten.load(Ordering::SeqCst) == before {
            hubs.insert(slug.to_owned(), (hub.clone(), Ticks::now()));
        }
        Ok(Some(hub))
    }
}

/// Slugs are lower-case letters, digits and hyphens, none of these at an end, at most 63 characters, as in a host name's label (RFC 1035).
pub fn is_slug(text: &str) -> bool {
    (1..=63).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}
