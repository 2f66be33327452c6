//! Backups that the server takes by itself, their rehearsal, and who hears of a failure.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::*;
use crate::app::App;
use crate::config::{BackupPlan, Config};
use crate::db::copies::{CopyError, Restoring, newest, scheduled, take, take_scheduled};
use crate::operation::backups::{Why, take as take_now};

fn hour(bench: &Bench) {
    bench.clock.forward(minutes(60));
}

#[test]
fn only_the_newest_are_kept_and_only_those_that_the_server_took_are_thrown_away() {
    let bench = Bench::sqlite(2).with_everything();
    let to = bench.folder.file("nightly");
    std::fs::create_dir_all(&to).unwrap();
    let by_hand = take(bench.folder.path(), Some(&to), &["booking"], &bench.clock).unwrap().path;
    std::fs::write(to.join("scheduled-letter.backup"), "no backup").unwrap();
    let remains = to.join(".scheduled-20261101-013000.backup.4711.part");
    std::fs::write(&remains, "a server ended while it was copying").unwrap();
    let mut taken = Vec::new();
    for _ in 0..5 {
        hour(&bench);
        taken.push(take_scheduled(bench.folder.path(), &to, 3, &["booking"], &bench.clock).unwrap().path);
    }
    let kept: Vec<PathBuf> = scheduled(&to).into_iter().map(|(path, _)| path).collect();
    assert_eq!(kept, taken[2..].iter().rev().cloned().collect::<Vec<_>>());
    assert!(!remains.exists(), "half a copy would stay for ever");
    assert!(by_hand.exists() && to.join("scheduled-letter.backup").exists(), "what the server did not take stays");
    assert_eq!(newest(&to).unwrap().0, taken[4]);
}

#[test]
fn a_scheduled_backup_never_fills_the_disk() {
    if std::env::var("NABE_NO_MOUNT").is_ok_and(|set| set == "1") {
        println!("scheduled backup on a small disk: SKIPPED, because NABE_NO_MOUNT=1 is set");
        return;
    }
    let bench = Bench::sqlite(2).with_everything();
    let disk = Disk::mount(bench.folder.file("disk"), 70);
    let take = || take_scheduled(bench.folder.path(), &disk.0, 30, &["booking"], &bench.clock);
    let first = take().unwrap();
    hour(&bench);
    let second = take().unwrap();
    // Somebody else fills the disk: the oldest backup goes, the newest stays, and then there is an error and no half file.
    let used = u64::try_from(70 * 1024 * 1024).unwrap() - 2 * first.bytes - 60 * 1024 * 1024;
    std::fs::write(disk.0.join("others"), vec![1; usize::try_from(used).unwrap()]).unwrap();
    hour(&bench);
    assert!(matches!(take(), Err(CopyError::NoRoom { .. })));
    assert!(!first.path.exists() && second.path.exists(), "room is made by the oldest, never by the last one");
    let left: Vec<_> = std::fs::read_dir(&disk.0).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn a_failed_backup_is_known_with_its_reason() {
    let bench = Bench::sqlite(2).with_everything();
    let plan = BackupPlan { at: jiff::civil::Time::midnight(), to: bench.folder.file("nightly"), keep: 3 };
    let config = Config {
        backups: Some(plan.clone()),
        ..Config::local(bench.folder.path().to_owned(), Source::Sqlite(bench.folder.path().to_owned()), "http://localhost/".parse().unwrap())
    };
    let app = App::new(config, bench.db.clone()).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let taken = |plan: &BackupPlan| runtime.block_on(take_now(&app, bench.folder.path(), plan));
    assert_eq!(taken(&plan), None);
    let standing = app.backups().standing(&app);
    assert_eq!(standing.newest.unwrap().rows("booking"), 4);
    assert_eq!(standing.next.unwrap().to_string(), "2026-11-24T00:00:00Z");
    std::fs::write(bench.folder.file("a-file"), "").unwrap();
    assert_eq!(taken(&BackupPlan { to: bench.folder.file("a-file/nightly"), ..plan }), Some(Why::Other));
    let last = app.backups().standing(&app).last.unwrap();
    assert_eq!((last.failure, last.at.to_string().as_str()), (Some(Why::Other), "2026-11-23T12:00:00Z"));
}

#[test]
fn pictures_and_keys_come_back_byte_by_byte_and_links_of_before_still_open() {
    let bench = Bench::sqlite(40).with_everything();
    let secret = crate::keys::Keys::random_bytes().to_vec();
    let id = crate::ids::PictureId::new(NOON);
    let picture: Vec<u8> = (0..300_000_u32).map(|n| u8::try_from(n % 251).unwrap()).collect();
    let (kept, shown, hub) = (secret.clone(), picture.clone(), bench.hub);
    bench.db.write_blocking(Scope::Installation, move |tx, _| crate::tenancy::store::insert_secret(tx, "signing", &kept)).unwrap();
    bench.db.write_blocking(hub, move |tx, now| crate::pictures::store::insert(tx, hub, id, "image/webp", (600, 400), &shown, now)).unwrap();
    let link = crate::keys::Keys::new(&secret).link("registration", hub, uuid::Uuid::from_u128(7));
    let stop = Arc::new(AtomicBool::new(false));
    let load = std::thread::spawn({
        let (db, date, stop) = (bench.db.clone(), bench.date, Arc::clone(&stop));
        move || (0..1_000_000).take_while(|_| !stop.load(Ordering::SeqCst)).map(|number| book(&db, hub, date, &format!("guest{number}"))).count()
    });
    let taken = take_scheduled(bench.folder.path(), &bench.folder.file("nightly"), 3, &["picture"], &bench.clock).unwrap();
    stop.store(true, Ordering::SeqCst);
    assert!(load.join().unwrap() > 0, "nobody booked meanwhile");
    let folder = Folder::new();
    Restoring::begin(folder.path(), &taken.path).unwrap().finish(&bench.clock).unwrap();
    let db = open(&Source::Sqlite(folder.path().to_owned()), &bench.clock);
    let back = db.read_blocking(hub, move |tx| crate::pictures::store::picture(tx, hub, id)).unwrap();
    assert_eq!(back, Some(("image/webp".to_owned(), picture)));
    let key = db.read_blocking(Scope::Installation, |tx| crate::tenancy::store::secret(tx, "signing")).unwrap().unwrap();
    assert_eq!(crate::keys::Keys::new(&key).open_link("registration", hub, &link), Some(uuid::Uuid::from_u128(7)));
    assert_eq!(check(&db, false).unwrap().wrong(), 0);
}

/// A small disk in memory, in mebibytes; gone with its test.
struct Disk(PathBuf);

impl Disk {
    fn mount(path: PathBuf, size: u32) -> Self {
        std::fs::create_dir_all(&path).unwrap();
        let done = std::process::Command::new("mount").args(["-t", "tmpfs", "-o", &format!("size={size}m"), "tmpfs"]).arg(&path).status();
        assert!(
            done.is_ok_and(|status| status.success()),
            "this test mounts a small disk in memory and needs to be root for that; run it as root, or set NABE_NO_MOUNT=1 to leave it out"
        );
        Self(path)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}
