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
/// Bytes of all kept pages at most, so that many hubs with large pages do not fill the memory; compressed they are a quarter of it.
const BYTES: usize = 32 * 1024 * 1024;
/// Other nodes' changes are seen after this time.
const FRESH: Duration = Duration::from_secs(2);
/// Longer addresses than any of ours are rendered each time rather than kept.
const KEY_AT_MOST: usize = 400;

/// Pages by address.
pub struct PageCache(Mutex<Pages>);

struct Pages {
    by_address: LruCache<String, Kept>,
    bytes: usize,
}

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
        Self(Mutex::new(Pages { by_address: LruCache::new(ENTRIES), bytes: 0 }))
    }
}

impl Kept {
    /// The page, compressed when it is first asked for: most pages that are rendered for one visitor only never are.
    pub fn gzip(&self) -> &Bytes {
        self.gzip.get_or_init(|| compress(&self.plain))
    }
}

impl Pages {
    fn put(&mut self, key: String, kept: Kept) {
        self.bytes += kept.plain.len();
        // The page that was kept under this address, or the one not asked for the longest.
        if let Some((_, gone)) = self.by_address.push(key, kept) {
            self.bytes -= gone.plain.len();
        }
        while self.bytes > BYTES
            && let Some((_, gone)) = self.by_address.pop_lru()
        {
            self.bytes -= gone.plain.len();
        }
    }
}

impl PageCache {
    /// A page that still reads as it would if rendered now.
    pub fn get(&self, key: &str, version: u64, now: Instant) -> Option<Kept> {
        let mut pages = self.lock();
        let kept = pages.by_address.get(key)?;
        (kept.version == version && now < kept.until && kept.since.elapsed() < FRESH).then(|| kept.clone())
    }

    /// Keeps a page. `version` is the one from before it was rendered: a change meanwhile makes it stale at once.
    pub fn keep(&self, key: String, html: &Bytes, version: u64, until: Instant) -> Kept {
        let etag = etag(html);
        // The same bytes as before need not be compressed again.
        let gzip = self.lock().by_address.peek(&key).filter(|old| old.etag == etag).map(|old| old.gzip.clone()).unwrap_or_default();
        // A copy of exactly its size: the buffer it was written into is larger.
        let kept = Kept { plain: Bytes::copy_from_slice(html), gzip, etag, version, until, since: Ticks::now() };
        if key.len() <= KEY_AT_MOST {
            self.lock().put(key, kept.clone());
        }
        kept
    }

    fn lock(&self) -> MutexGuard<'_, Pages> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_large_pages_push_out_those_not_asked_for_the_longest() {
        let (cache, page) = (PageCache::default(), Bytes::from(vec![b'x'; 1024 * 1024]));
        let known = |n: usize| cache.lock().by_address.contains(&n.to_string());
        for n in 0..40 {
            cache.keep(n.to_string(), &page, 1, Instant::MAX);
            cache.get("0", 1, Instant::from_micros(1));
        }
        assert!(known(0) && known(39), "those that are asked for stay");
        assert_eq!((0..40).filter(|n| known(*n)).count(), BYTES / page.len());
        cache.keep("0".to_owned(), &Bytes::new(), 1, Instant::MAX);
        cache.keep("40".to_owned(), &page, 1, Instant::MAX);
        assert!(known(0) && known(40) && (1..40).filter(|n| known(*n)).count() == BYTES / page.len() - 1, "what was replaced takes no room");
    }
}
