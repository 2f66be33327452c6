//! Copies of the file: taken while people book, refused when damaged.

use std::os::unix::fs::PermissionsExt as _;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::*;
use crate::db::OpenError;
use crate::db::copies::{CopyError, Restoring, take};

fn backup(bench: &Bench, name: &str) -> PathBuf {
    let target = bench.folder.file(name);
    take(bench.folder.path(), Some(&target), &["booking"], &bench.clock).unwrap().path
}

fn restore(copy: &Path, folder: &Path) -> Result<Option<PathBuf>, CopyError> {
    Restoring::begin(folder, copy)?.finish(&Clock::fixed(NOON))
}

#[test]
fn a_backup_taken_while_people_book_restores_to_a_consistent_state() {
    let bench = Bench::sqlite(40);
    let (booked, stop) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
    let load: Vec<_> = (0..4)
        .map(|clerk| {
            let (db, hub, date, booked, stop) = (bench.db.clone(), bench.hub, bench.date, Arc::clone(&booked), Arc::clone(&stop));
            std::thread::spawn(move || {
                for number in 0.. {
                    if stop.load(Ordering::SeqCst) {
                        return;
                    }
                    book(&db, hub, date, &format!("guest{clerk}-{number}"));
                    booked.fetch_add(1, Ordering::SeqCst);
                }
            })
        })
        .collect();
    let mut copies = Vec::new();
    for number in 0..8 {
        let before = booked.load(Ordering::SeqCst);
        let taken = take(bench.folder.path(), Some(&bench.folder.file(&format!("{number}.backup"))), &["booking"], &bench.clock).unwrap();
        // Up to four bookings are committed and not yet counted by their clerks.
        copies.push((taken, before, booked.load(Ordering::SeqCst) + 4));
    }
    stop.store(true, Ordering::SeqCst);
    for clerk in load {
        clerk.join().unwrap();
    }
    assert!(copies.last().unwrap().1 > copies[0].1, "nobody booked meanwhile, so nothing was proved");
    for (taken, before, after) in copies {
        let rows = usize::try_from(taken.mark.rows("booking")).unwrap();
        assert!((before..=after).contains(&rows), "{before} to {after} bookings, {rows} in the backup");
        let folder = Folder::new();
        assert_eq!(restore(&taken.path, folder.path()).unwrap(), None);
        let db = open(&Source::Sqlite(folder.path().to_owned()), &bench.clock);
        let report = check(&db, false).unwrap();
        assert_eq!((report.wrong(), report.hubs[0].bookings), (0, rows), "{report}");
    }
}

/// Numbers that look random and are the same in every run.
fn random(seed: &mut u64) -> usize {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    usize::try_from(*seed >> 16).unwrap()
}

#[test]
fn a_backup_with_one_changed_byte_is_refused_thirty_times_of_thirty() {
    let bench = Bench::sqlite(40).with_everything();
    let whole = std::fs::read(backup(&bench, "whole.backup")).unwrap();
    let (folder, copy) = (Folder::new(), bench.folder.file("damaged.backup"));
    let mut seed = 20_261_123;
    let mut refused = 0;
    for _ in 0..30 {
        let (at, bit) = (random(&mut seed) % whole.len(), random(&mut seed) % 8);
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << bit;
        std::fs::write(&copy, &bytes).unwrap();
        let said = restore(&copy, folder.path()).unwrap_err().to_string();
        assert!(said.to_lowercase().contains("nothing was changed"), "byte {at}, bit {bit}: {said}");
        refused += 1;
    }
    // Every byte of the mark too: it is no less a part of the file.
    for at in whole.len() - 260..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        std::fs::write(&copy, &bytes).unwrap();
        restore(&copy, folder.path()).unwrap_err();
    }
    println!("damaged backups: {refused} of 30 refused with a reason, and every changed byte of the mark");
    assert_eq!(refused, 30);
    assert!(!folder.file("nabe.sqlite").exists() && !folder.file("restoring").exists(), "a refused file left something behind");
    std::fs::write(&copy, &whole).unwrap();
    restore(&copy, folder.path()).unwrap();
}

#[test]
fn what_is_cut_off_or_something_else_is_refused_with_the_reason() {
    let bench = Bench::sqlite(40).with_everything();
    let whole = std::fs::read(backup(&bench, "whole.backup")).unwrap();
    let (folder, copy) = (Folder::new(), bench.folder.file("other.backup"));
    let said = |bytes: &[u8]| {
        std::fs::write(&copy, bytes).unwrap();
        restore(&copy, folder.path()).unwrap_err().to_string()
    };
    for length in [whole.len() - 1, whole.len() - 65, whole.len() - 66, whole.len() - 200, whole.len() / 2, 4096, 16] {
        assert!(said(&whole[..length]).contains("cut off"), "{length} bytes of {}", whole.len());
    }
    for other in [&b""[..], b"SQLite", b"%PDF-1.7", &whole[1..]] {
        assert!(said(other).contains("no backup of Nabe"));
    }
    let mut longer = whole.clone();
    longer.insert(whole.len() / 2, 0);
    assert!(said(&longer).contains("checksum"));
    longer = whole.clone();
    longer.push(b'\n');
    assert!(said(&longer).contains("cut off"));
    let at = whole.windows(12).rposition(|window| window == b"nabe backup ").unwrap() + 12;
    let mut newer = whole.clone();
    newer[at] = b'2';
    assert!(said(&newer).contains("form 2"));
    assert!(matches!(restore(Path::new("/nowhere/at.all"), folder.path()), Err(CopyError::File { .. })));
}

#[test]
fn a_running_server_is_not_pulled_from_under_its_data() {
    let bench = Bench::sqlite(40).with_everything();
    let copy = backup(&bench, "whole.backup");
    assert!(matches!(restore(&copy, bench.folder.path()), Err(CopyError::Open(OpenError::InUse(_)))));
    bench.book("emma");
    bench.db.clone().close();
    let kept = restore(&copy, bench.folder.path()).unwrap().unwrap();
    assert_eq!(bench.number("select count(*) from booking"), 4, "Emma came after the backup");
    let kept = rusqlite::Connection::open(kept).unwrap();
    let before: i64 = kept.query_row("select count(*) from booking", [], |row| row.get(0)).unwrap();
    assert_eq!(before, 5, "the database that was there is kept");
}

#[test]
fn the_log_of_a_server_that_was_killed_goes_with_its_own_database() {
    let bench = Bench::sqlite(40).with_everything();
    let copy = backup(&bench, "whole.backup");
    bench.book("emma");
    // What a kill leaves behind: the file without the latest rows, and the log that has them.
    let folder = Folder::new();
    for name in ["nabe.sqlite", "nabe.sqlite-wal"] {
        std::fs::copy(bench.folder.file(name), folder.file(name)).unwrap();
    }
    assert!(std::fs::metadata(folder.file("nabe.sqlite-wal")).unwrap().len() > 0, "no log, so nothing is proved");
    let kept = restore(&copy, folder.path()).unwrap().unwrap();
    let count = |path: &Path| -> i64 { rusqlite::Connection::open(path).unwrap().query_row("select count(*) from booking", [], |row| row.get(0)).unwrap() };
    assert_eq!((count(&kept), count(&folder.file("nabe.sqlite"))), (5, 4));
    assert_eq!(crate::db::copies::proof(folder.path()).unwrap(), [""; 0]);
}

#[test]
fn a_database_damaged_beyond_reading_is_kept_and_replaced() {
    let bench = Bench::sqlite(40).with_everything();
    let copy = backup(&bench, "whole.backup");
    let folder = Folder::new();
    std::fs::write(folder.file("nabe.sqlite"), b"nothing that SQLite knows").unwrap();
    std::fs::write(folder.file("nabe.sqlite-wal"), b"and no log").unwrap();
    let kept = restore(&copy, folder.path()).unwrap().unwrap();
    assert_eq!(std::fs::read(kept).unwrap(), b"nothing that SQLite knows");
    let db = open(&Source::Sqlite(folder.path().to_owned()), &bench.clock);
    assert_eq!(check(&db, false).unwrap().wrong(), 0);
}

#[test]
fn a_backup_is_private_and_replaces_only_a_backup() {
    let bench = Bench::sqlite(40).with_everything();
    let copy = backup(&bench, "daily.backup");
    assert_eq!(std::fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    bench.book("emma");
    let again = take(bench.folder.path(), Some(&copy), &["booking"], &bench.clock).unwrap();
    assert_eq!(again.mark.rows("booking"), 5, "the older one was replaced");
    for other in ["letter.txt", "nabe.sqlite"] {
        if other == "letter.txt" {
            std::fs::write(bench.folder.file(other), "Sehr geehrte Damen und Herren").unwrap();
        }
        let refused = take(bench.folder.path(), Some(&bench.folder.file(other)), &[], &bench.clock);
        assert!(matches!(refused, Err(CopyError::Foreign(_))), "{refused:?}");
    }
    let own = take(bench.folder.path(), None, &[], &bench.clock).unwrap();
    assert_eq!(own.path, bench.folder.file("backups/nabe-20261123-120000.backup"));
    assert!(matches!(take(Folder::new().path(), None, &[], &bench.clock), Err(CopyError::NoDatabase(_))));
    let left: Vec<_> = std::fs::read_dir(bench.folder.path())
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name())
        .filter(|name| name.to_string_lossy().ends_with(".part"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn deleted_rows_do_not_travel_in_a_backup() {
    let bench = Bench::sqlite(40).with_everything();
    let bytes = |name| std::fs::read(backup(&bench, name)).unwrap();
    let has = |bytes: &[u8], words: &[u8]| bytes.windows(words.len()).any(|window| window == words);
    assert!(has(&bytes("before.backup"), b"dora@example.org"));
    bench.raw("delete from booking where email like 'dora%'; delete from outbox");
    assert!(!has(&bytes("after.backup"), b"dora@example.org"));
}
