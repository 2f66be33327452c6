//! Rate limits. Failures and mails are counted, not posts: a school class or the town hall behind one address gets through.
//! Kept in memory only; addresses are never written down.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use crate::clock::Instant;

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
#[derive(Debug, Default)]
pub struct Limits {
    addresses: Mutex<HashMap<IpAddr, Count>>,
    names: Mutex<HashMap<String, Count>>,
}

#[derive(Debug, Clone, Copy)]
struct Count {
    since: Instant,
    times: u32,
}

impl Limits {
    /// Whether this network has failed too often lately.
    pub fn address_is_blocked(&self, address: IpAddr, now: Instant) -> bool {
        times(&self.addresses, &network(address), now) >= FAILURES_PER_ADDRESS
    }

    /// Notes a failure of this network.
    pub fn address_failed(&self, address: IpAddr, now: Instant) {
        count(&self.addresses, network(address), now);
    }

    /// Whether something named (an account, a recipient, with a prefix for its kind) was counted `at_most` times lately.
    pub fn is_used_up(&self, name: &str, at_most: u32, now: Instant) -> bool {
        times(&self.names, name, now) >= at_most
    }

    /// Counts one use of a name.
    pub fn used(&self, name: &str, now: Instant) {
        count(&self.names, name.to_owned(), now);
    }

    /// Forgets what was counted before the last ten minutes.
    pub fn forget(&self, now: Instant) {
        self.addresses.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, count| is_lately(count, now));
        self.names.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, count| is_lately(count, now));
    }

    /// Forgets a name, after a success.
    pub fn clear(&self, name: &str) {
        self.names.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
    }
}

/// The network that is counted: one IPv4 address, or a /64 of IPv6, which is what one household has.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => IpAddr::V6((v6.to_bits() & !u128::from(u64::MAX)).into()),
    }
}

fn times<K, Q>(counts: &Mutex<HashMap<K, Count>>, key: &Q, now: Instant) -> u32
where
    K: Hash + Eq + std::borrow::Borrow<Q>,
    Q: Hash + Eq + ?Sized,
{
    let counts = counts.lock().unwrap_or_else(PoisonError::into_inner);
    counts.get(key).filter(|count| is_lately(count, now)).map_or(0, |count| count.times)
}

fn is_lately(count: &Count, now: Instant) -> bool {
    now.micros() - count.since.micros() < WINDOW_MICROS
}

fn count<K: Hash + Eq>(counts: &Mutex<HashMap<K, Count>>, key: K, now: Instant) {
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
