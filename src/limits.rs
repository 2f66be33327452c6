//! Rate limits. Failures and mails are counted, not posts: a school class or the town hall behind one address gets through.
//! Kept in memory only, under hashes with a key of this process: a dump of the memory names no address and no account.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use crate::clock::Instant;
use crate::keys::Keys;

/// Refused sign-ins and guessed links per network in ten minutes.
pub const FAILURES_PER_ADDRESS: u32 = 30;
/// Refused sign-ins per account in ten minutes.
pub const FAILURES_PER_ACCOUNT: u32 = 8;
/// Mails that strangers can cause to one mail address in ten minutes.
pub const MAILS_PER_RECIPIENT: u32 = 12;
const WINDOW_MICROS: i64 = 10 * 60 * 1_000_000;
/// Beyond this many keys the counters are emptied rather than grow.
const KEYS_AT_MOST: usize = 100_000;

/// A request that did not arrive in the time it was given.
#[derive(Debug, thiserror::Error)]
#[error("the request came too slowly")]
pub struct TooSlow;

/// Counters by network, account and recipient.
pub struct Limits {
    keys: Keys,
    addresses: Mutex<HashMap<Vec<u8>, Count>>,
    names: Mutex<HashMap<Vec<u8>, Count>>,
}

impl Default for Limits {
    fn default() -> Self {
        Self { keys: Keys::new(&Keys::random_bytes()), addresses: Mutex::default(), names: Mutex::default() }
    }
}

#[derive(Debug, Clone, Copy)]
struct Count {
    since: Instant,
    times: u32,
}

impl Limits {
    /// Whether this network has failed too often lately.
    pub fn address_is_blocked(&self, address: IpAddr, now: Instant) -> bool {
        times(&self.addresses, &self.network(address), now) >= FAILURES_PER_ADDRESS
    }

    /// Notes a failure of this network.
    pub fn address_failed(&self, address: IpAddr, now: Instant) {
        count(&self.addresses, self.network(address), now);
    }

    /// Whether something named (an account, a recipient, with a prefix for its kind) was counted `at_most` times lately.
    pub fn is_used_up(&self, name: &str, at_most: u32, now: Instant) -> bool {
        times(&self.names, &self.keys.blind(name.as_bytes()), now) >= at_most
    }

    /// Counts one use of a name.
    pub fn used(&self, name: &str, now: Instant) {
        count(&self.names, self.keys.blind(name.as_bytes()), now);
    }

    /// Forgets what was counted before the last ten minutes.
    pub fn forget(&self, now: Instant) {
        self.addresses.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, count| is_lately(count, now));
        self.names.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, count| is_lately(count, now));
    }

    /// Forgets a name, after a success.
    pub fn clear(&self, name: &str) {
        self.names.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.keys.blind(name.as_bytes()));
    }

    /// The network that is counted: one IPv4 address, or a /64 of IPv6, which is what one household has.
    fn network(&self, address: IpAddr) -> Vec<u8> {
        match address {
            IpAddr::V4(v4) => self.keys.blind(&v4.octets()),
            IpAddr::V6(v6) => self.keys.blind(&(v6.to_bits() >> 64).to_be_bytes()),
        }
    }
}

fn times(counts: &Mutex<HashMap<Vec<u8>, Count>>, key: &[u8], now: Instant) -> u32 {
    let counts = counts.lock().unwrap_or_else(PoisonError::into_inner);
    counts.get(key).filter(|count| is_lately(count, now)).map_or(0, |count| count.times)
}

fn is_lately(count: &Count, now: Instant) -> bool {
    now.micros() - count.since.micros() < WINDOW_MICROS
}

fn count(counts: &Mutex<HashMap<Vec<u8>, Count>>, key: Vec<u8>, now: Instant) {
    let mut counts = counts.lock().unwrap_or_else(PoisonError::into_inner);
    if counts.len() >= KEYS_AT_MOST {
        counts.clear();
    }
    let count = counts.entry(key).or_insert(Count { since: now, times: 0 });
    if now.micros() - count.since.micros() >= WINDOW_MICROS {
        *count = Count { since: now, times: 0 };
    }
    count.times = count.times.saturating_add(1);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_names_nor_addresses_are_kept_as_they_are() {
        let (limits, now) = (Limits::default(), Instant::from_micros(1_800_000_000_000_000));
        let address: IpAddr = "203.0.113.7".parse().unwrap();
        limits.used("account lena@example.org", now);
        limits.address_failed(address, now);
        for (counts, plain) in [(&limits.names, &b"lena@example.org"[..]), (&limits.addresses, &[203, 0, 113, 7][..])] {
            let keys: Vec<Vec<u8>> = counts.lock().unwrap().keys().cloned().collect();
            assert_eq!(keys.len(), 1);
            assert!(keys.iter().all(|key| key.len() == 16 && !key.windows(plain.len()).any(|part| part == plain)));
        }
        assert!(limits.is_used_up("account lena@example.org", 1, now));
        assert!(!limits.is_used_up("account maria@example.org", 1, now));
        let other = Limits::default();
        assert_ne!(other.keys.blind(b"account lena@example.org"), limits.keys.blind(b"account lena@example.org"), "each process has a key of its own");
    }
}
