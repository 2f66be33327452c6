//! `make bench`: how fast and how small, against limits measured in the same run. Prints one table; never fails on a number,
//! because absolute figures move with the machine. Goals are those of ARCHITECTURE.md.
//! One part alone: `cargo bench --bench hub -- pages` (or `bookings`, `http`, `nodes`, `hubs`, `million`).

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::cast_precision_loss,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a bench that cannot go on should stop with the place, and its counts are far below what a float can hold"
)]

mod bookings;
mod client;
#[path = "../../tests/support/cluster.rs"]
mod cluster;
mod http;
mod hubs;
mod million;
mod nodes;
mod pages;
mod server;
mod stock;
mod table;

use std::path::Path;

use table::Table;

/// Measures one part in a folder of its own.
type Part = fn(&Path, &mut Table);

/// The parts in the order of the table.
const PARTS: [(&str, Part); 6] =
    [("pages", pages::run), ("bookings", bookings::run), ("http", http::run), ("nodes", nodes::run), ("hubs", hubs::run), ("million", million::run)];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.iter().any(|word| word == "hello-server") {
        server::hello();
        return;
    }
    let folder = std::env::temp_dir().join(format!("nabe-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let chosen = |name: &str| words.iter().all(|word| word.starts_with("--")) || words.iter().any(|word| word == name);
    let mut table = Table::default();
    for (name, run) in PARTS.into_iter().filter(|(name, _)| chosen(name)) {
        eprintln!("measuring {name}");
        run(&folder, &mut table);
    }
    std::fs::remove_dir_all(&folder).unwrap();
    println!("{table}");
}
