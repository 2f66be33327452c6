//! `nabe restore`: a backup in place of the present data.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;

use super::Failed;
use super::backup::{quoted, without_password};
use crate::clock::Clock;
use crate::config::{self, DataArgs};
use crate::db::copies::Restoring;
use crate::db::{Db, Options, Source};
use crate::features::events;
use crate::keeping::{SEQUENCE_LEAP, Settled, counted, settle};
use crate::statements;

/// Nobody else works with the data: what has to be done to all rows may take its time.
const PATIENCE: Duration = Duration::from_hours(1);

/// Put a backup in place of the present data. The server must be stopped.
///
/// A file that is not whole is refused, and nothing is changed. The present database is kept beside the new one under a dated name.
/// Afterwards all sessions are ended, and mails that waited at the time of the backup are paused, because nobody knows which of them
/// have left since: look at them, then let them leave or throw them away with `nabe outbox`. Calendar numbers are raised, so that the
/// next message counts in every calendar.
///
/// On PostgreSQL: load the dump with `pg_restore`, then run `nabe restore --loaded`, which does what follows a restore.
#[derive(Args)]
pub struct RestoreArgs {
    /// File that `nabe backup` made
    #[arg(required_unless_present = "loaded", conflicts_with = "loaded")]
    file: Option<PathBuf>,
    /// PostgreSQL: a dump has just been loaded into the database; do what follows a restore
    #[arg(long)]
    loaded: bool,
}

/// Runs the command.
pub fn run(data: &DataArgs, args: &RestoreArgs) -> Result<(), Failed> {
    let source = config::database(data).map_err(Failed::because)?;
    match (&source, &args.file) {
        (Source::Sqlite(folder), Some(file)) => restore(folder, file),
        (Source::Sqlite(_), None) => Err(Failed("--loaded is for PostgreSQL; name the file of the backup".to_owned())),
        (Source::Postgres(url), Some(_)) => Err(Failed(use_pg_restore(url))),
        (Source::Postgres(_), None) => {
            tell(&made_ready(&source)?);
            Ok(())
        }
    }
}

fn restore(folder: &Path, file: &Path) -> Result<(), Failed> {
    let restoring = Restoring::begin(folder, file).map_err(Failed::because)?;
    let settled = made_ready(&restoring.source())?;
    let mark = restoring.mark().clone();
    let kept = restoring.finish(&Clock::system()).map_err(Failed::because)?;
    println!(
        "Restored the backup of {} UTC, made by version {}: {}, {}.",
        mark.made.strftime("%Y-%m-%d %H:%M"),
        mark.program,
        counted(mark.rows("hub"), "hub", "hubs"),
        counted(mark.rows("booking"), "booking", "bookings")
    );
    println!("What was entered after that time is not in it.");
    if let Some(kept) = kept {
        println!("The database that was there is kept: {}. Delete it when nobody needs it any more.", kept.display());
    }
    tell(&settled);
    Ok(())
}

/// Does what follows a restore in a database that nobody works with yet.
pub(super) fn made_ready(source: &Source) -> Result<Settled, Failed> {
    let patient = Options { deadline: PATIENCE, job_time: PATIENCE, read_time: PATIENCE, commit_time: PATIENCE, ..Options::default() };
    let db = Db::open(source, Clock::system(), Options { statements: statements::all(), ..patient }).map_err(Failed::because)?;
    let settled = settle(&db, events::WAITLIST_JOB).map_err(Failed::because)?;
    db.close();
    Ok(settled)
}

fn tell(settled: &Settled) {
    println!("Ended {}: everybody signs in again.", counted(settled.sessions, "session", "sessions"));
    println!("Raised the calendar numbers of {} by {SEQUENCE_LEAP}.", counted(settled.raised, "registration", "registrations"));
    if settled.overdue > 0 {
        println!("Offers or holds had run out at {} dates; they are ended, and the places went to the next in line.", settled.overdue);
    }
    for (hub, mails) in &settled.paused {
        let paused = counted(*mails, "mail is paused", "mails are paused");
        println!("{hub}: {paused}. Let leave: nabe outbox release --hub {hub}; or throw away: nabe outbox drop --hub {hub}");
    }
    if settled.paused.is_empty() {
        println!("No mails were waiting.");
    }
    println!("Now prove the data with: nabe check; then start the server.");
}

fn use_pg_restore(url: &str) -> String {
    let address = without_password(url, Some("postgres"));
    format!(
        "the data are in PostgreSQL, which puts its dumps back itself. Stop all servers, then run as an administrator of the database:\n\n  pg_restore --clean --if-exists --single-transaction --dbname={} nabe.dump\n  nabe restore --loaded\n\nOn another server first create the user of the address and the role nabe_app there.",
        quoted(&address)
    )
}
