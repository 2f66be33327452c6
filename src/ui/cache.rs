//! Rendered public pages of anonymous visitors, with their compressed bytes. Bounded; an entry is used for two seconds without
//! rendering anew, so that changes by other nodes and by the command line are noticed in that time.

use std::io::Write;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant as Ticks};

use axum::body::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use lru::LruCache;

use crate::clock::Instant;

const ENTRIES: NonZeroUsize = match NonZeroUsize::new(2_000) {
    Some(entries) => entries,
    None => NonZeroUsize::MIN,
};
/// Other nodes' changes are seen after this time.
const FRESH: Duration = Duration::from_secs(2);
/// Longer addresses than any of ours are rendered each time rather than kept.
const KEY_AT_MOST: usize = 400;

/// Pages by address.
pub struct PageCache(Mutex<LruCache<String, Kept>>);

/// One page with its bytes, ready to be sent.
#[derive(Clone)]
pub struct Kept {
    /// The page.
    pub plain: Bytes,
    gzip: Arc<OnceLock<Bytes>>,
    /// For `If-None-Match`.
    pub etag: String,
    version: u64,
    until: Instant,
    since: Ticks,
}

impl Default for PageCache {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(ENTRIES)))
    }
}

impl Kept {
    /// The page, compressed when it is first asked for: most pages that are rendered for one visitor only never are.
    pub fn gzip(&self) -> &Bytes {
        self.gzip.get_or_init(|| compress(&self.plain))
    }
}

impl PageCache {
    /// A page that still reads as it would if rendered now.
    pub fn get(&self, key: &str, version: u64, now: Instant) -> Option<Kept> {
        let mut pages = self.lock();
        let kept = pages.get(key)?;
        (kept.version == version && now < kept.until && kept.since.elapsed() < FRESH).then(|| kept.clone())
    }

    /// Keeps a page. `version` is the one from before it was rendered: a change meanwhile makes it stale at once.
    pub fn keep(&self, key: String, html: Bytes, version: u64, until: Instant) -> Kept {
        let etag = etag(&html);
        // The same bytes as before need not be compressed again.
        let gzip = self.lock().peek(&key).filter(|old| old.etag == etag).map(|old| old.gzip.clone()).unwrap_or_default();
        let kept = Kept { plain: html, gzip, etag, version, until, since: Ticks::now() };
        if key.len() <= KEY_AT_MOST {
            self.lock().put(key, kept.clone());
        }
        kept
    }

    fn lock(&self) -> MutexGuard<'_, LruCache<String, Kept>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn etag(html: &[u8]) -> String {
    format!("\"{:032x}\"", xxhash_rust::xxh3::xxh3_128(html))
}

fn compress(html: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::with_capacity(html.len() / 4), Compression::new(6));
    // Writing to memory cannot fail; were it to, the empty answer is not used because it would be larger than nothing.
    let written = encoder.write_all(html).and_then(|()| encoder.finish());
    written.map_or_else(|_| Bytes::new(), Bytes::from)
}
