//! Files of a folder that people name: each is read or refused, and what came of it is printed. Without the folder only our own are read.

use std::path::PathBuf;
use std::time::Instant;

use jiff::civil::date;
use jiff::tz::TimeZone;

use crate::read::{Window, read};

/// Where the files lie: `NABE_CALENDAR_FILES=folder cargo test -p ical every_file -- --nocapture`.
const FOLDER: &str = "NABE_CALENDAR_FILES";

/// The files of the folder that the environment names, by name.
pub(super) fn files() -> Vec<(String, Vec<u8>)> {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return Vec::new() };
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "ics"))
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn every_file_of_a_folder_is_read_or_refused_with_a_reason() {
    let files = files();
    if files.is_empty() {
        println!("no files: {FOLDER} names no folder");
    }
    let window = Window { home: TimeZone::get("Europe/Berlin").unwrap(), from: date(1990, 1, 1), until: date(2030, 12, 31) };
    let (mut whole, mut slowest) = ([0_usize; 4], std::time::Duration::ZERO);
    for (name, bytes) in &files {
        let began = Instant::now();
        let outcome = read(bytes, &window);
        slowest = slowest.max(began.elapsed());
        match outcome {
            Err(unreadable) => {
                whole[0] += 1;
                println!("{name:<62} refused whole, {unreadable}");
                assert!(!unreadable.reason.to_string().is_empty());
            }
            Ok(contents) => {
                let refused: Vec<_> = contents.entries.iter().filter_map(|entry| entry.as_ref().err()).collect();
                let dates: usize = contents.entries.iter().flatten().map(|entry| entry.dates.len()).sum();
                let events = contents.entries.len() - refused.len();
                whole[1] += 1;
                whole[2] += events;
                whole[3] += refused.len();
                println!("{name:<62} {events} read with {dates} dates, {} refused, {} others", refused.len(), contents.others);
                for refusal in refused {
                    println!("{:<62}   line {}: {}", "", refusal.line, refusal.reason);
                    assert!(refusal.line > 0);
                }
            }
        }
    }
    let [refused, read, events, not] = whole;
    println!("{} files: {read} read ({events} events, {not} events refused), {refused} refused whole, slowest {slowest:?}", files.len());
}
