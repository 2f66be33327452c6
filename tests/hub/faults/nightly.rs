//! Backups that the running program takes by itself, and their rehearsal, as an operator sees them.

use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use nabe::db::Source;

use super::Folder;
use super::form::{Fate, Form};
use super::installation::{Installation, Plan};
use super::mailbox;
use super::server::Server;

fn nabe(data: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_nabe")).arg("--data").arg(data).args(args).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// `HH:MM` so many minutes from now, on the clock of the machine.
fn time_of_day(minutes: i64) -> String {
    let now = jiff::Timestamp::from_microsecond(nabe::clock::Clock::system().now().micros()).unwrap();
    (now + jiff::Span::new().minutes(minutes)).to_zoned_datetime(jiff::tz::TimeZone::system()).strftime("%H:%M").to_string()
}

fn wait_for(what: &str, seconds: u64, mut there: impl FnMut() -> bool) {
    let until = Instant::now() + Duration::from_secs(seconds);
    while !there() {
        assert!(Instant::now() < until, "{what} does not come within {seconds} seconds");
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn the_server_takes_its_backup_while_people_book_and_the_rehearsal_restores_it() {
    let folder = Folder::new("nightly");
    let data = folder.path().join("data");
    let hub = Installation::new(Source::Sqlite(data.clone()), &[Plan::unlimited("alpha")]);
    let server = Server::start(&data, &["--backup-at", &time_of_day(1)]);
    let mut client = server.client();
    let backups = data.join("backups");
    let count =
        || std::fs::read_dir(&backups).map_or(0, |files| files.flatten().filter(|file| file.path().extension().is_some_and(|end| end == "backup")).count());
    let mut booked = 0;
    wait_for("the backup", 120, || {
        let fate = Form::new(&hub.keys, &hub.dates[0].path).send(&mut client);
        assert!(matches!(fate, Fate::Acknowledged(_)), "{fate:?}");
        booked += 1;
        count() == 1
    });
    let metrics = client.get("/metrics").unwrap().body;
    assert!(metrics.contains("\nnabe_backup_failed 0\n") && metrics.contains("\nnabe_backup_age_seconds "), "{metrics}");
    let rehearsal = nabe(&data, &["rehearsal"]);
    println!("backup by the server under load ({booked} bookings meanwhile):\n{}", said(&rehearsal));
    assert!(rehearsal.status.success() && said(&rehearsal).contains("0 wrong"), "{}", said(&rehearsal));
    let left: Vec<_> = std::fs::read_dir(&data).unwrap().flatten().filter(|file| file.file_name().to_string_lossy().starts_with("rehearsal")).collect();
    assert!(left.is_empty(), "nothing of the rehearsal is left: {left:?}");
    server.stop();
    // A damaged backup does not pass.
    let file = std::fs::read_dir(&backups).unwrap().flatten().next().unwrap().path();
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let refused = nabe(&data, &["rehearsal", file.to_str().unwrap()]);
    assert!(!refused.status.success() && said(&refused).contains("is damaged"), "{}", said(&refused));
}

#[test]
fn whoever_runs_the_server_is_told_by_mail_when_a_backup_fails() {
    let folder = Folder::new("alarm");
    let data = folder.path().join("data");
    Installation::new(Source::Sqlite(data.clone()), &[Plan::unlimited("alpha")]);
    // Where the folder of backups should be there is a file.
    std::fs::write(data.join("backups"), "in the way").unwrap();
    let server = Server::start(&data, &["--backup-at", &time_of_day(1), "--operator-mail", "it@example.org"]);
    let letters = data.join("mails");
    wait_for("the mail", 120, || letters.is_dir() && mailbox::count(&letters) > 0);
    let mail = std::fs::read_dir(&letters).unwrap().flatten().next().unwrap().path();
    let mail = std::fs::read_to_string(mail).unwrap();
    assert!(mail.contains("To: it@example.org") && mail.contains("Sicherung fehlgeschlagen") && mail.contains("backup"), "{mail}");
    let metrics = server.client().get("/metrics").unwrap().body;
    assert!(metrics.contains("\nnabe_backup_failed 1\n"), "{metrics}");
    assert_eq!(server.client().get("/health/ready").unwrap().status, 200, "people can book all the same");
    server.stop();
}
