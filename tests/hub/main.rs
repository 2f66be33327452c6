//! Nabe as its visitors and its operators live it.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on has failed, and says where")]

#[path = "../support/cluster.rs"]
mod cluster;
mod faults;
