//! `make bench`: how fast and how small, against limits measured in the same run. Prints one table; never fails on a number,
//! because absolute figures move with the machine. Goals are those of ARCHITECTURE.md.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::cast_precision_loss,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a bench that cannot go on should stop with the place, and its counts are far below what a float can hold"
)]

mod bookings;
mod client;
mod pages;
mod server;
mod table;

use table::Table;

fn main() {
    let words: Vec<String> = std::env::args().collect();
    if words.iter().any(|word| word == "hello-server") {
        server::hello();
        return;
    }
    let folder = std::env::temp_dir().join(format!("nabe-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut table = Table::default();
    pages::run(&folder, &mut table);
    bookings::run(&folder, &mut table);
    std::fs::remove_dir_all(&folder).unwrap();
    println!("{table}");
}
