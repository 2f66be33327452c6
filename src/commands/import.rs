//! `nabe import`: programmes that others keep.

use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use clap::Subcommand;
use jiff::civil::Date;

use super::{Failed, open};
use crate::config::DataArgs;
use crate::db::{Db, Failure, Scope};
use crate::features::events::import::calendar::DRAFTS;
use crate::features::events::import::{self, FILE_BYTES_AT_MOST, Outcome, Tally};
use crate::tenancy::{Hub, store};

/// Bring events of a file into a hub.
#[derive(Subcommand)]
pub enum ImportCommand {
    /// Import events from a sessions file (JSON, format 0.3.x); the same file again changes nothing
    Events {
        /// Hub that gets the events
        #[arg(long)]
        hub: String,
        /// The file
        file: PathBuf,
    },
    /// Import events from a calendar file (iCalendar, .ics) with all their dates, as drafts: a calendar knows neither price nor
    /// registration; the same file again changes nothing
    Ics {
        /// Hub that gets the events
        #[arg(long)]
        hub: String,
        /// Events that were over before this day are refused; repeating ones come with their dates from this day on [default: today;
        /// of repeating ones all dates of this year and the next]
        #[arg(long, value_name = "YYYY-MM-DD")]
        since: Option<Date>,
        /// The file
        file: PathBuf,
    },
}

/// Runs the command.
pub fn run(data: &DataArgs, command: ImportCommand) -> Result<(), Failed> {
    match command {
        ImportCommand::Events { hub, file } => events(data, &hub, &file),
        ImportCommand::Ics { hub, since, file } => calendar(data, &hub, since, &file),
    }
}

fn events(data: &DataArgs, hub: &str, file: &Path) -> Result<(), Failed> {
    let bytes = read(file, FILE_BYTES_AT_MOST)?;
    let sessions = import::parse(&bytes).map_err(|why| unusable(file, &why))?;
    let db = open(data)?;
    let hub = find(&db, hub)?;
    let outcome = import::bring_in(&db, &hub, import::plan(&sessions, &hub.tz), tell);
    if outcome.is_ok() {
        for (key, title) in import::vanished(&db, &hub, &sessions).map_err(Failed::because)? {
            let _ =
                writeln!(std::io::stdout(), "missing {key}: {title} is in this file no more; nothing was changed, cancel it in Nabe if it does not take place");
        }
    }
    finish(outcome)
}

fn calendar(data: &DataArgs, hub: &str, since: Option<Date>, file: &Path) -> Result<(), Failed> {
    let bytes = read(file, u64::try_from(ical::BYTES_AT_MOST).unwrap_or(u64::MAX))?;
    let db = open(data)?;
    let hub = find(&db, hub)?;
    let mut window = import::calendar::window(&hub, db.clock().now());
    let mut new = DRAFTS;
    if let Some(day) = since {
        window.from = day;
        new.since = Some(hub.midnight(day));
    }
    let contents = ical::read(&bytes, &window).map_err(|why| unusable(file, &why))?;
    finish(import::calendar::bring_in(&db, &hub, import::calendar::plan(contents, &hub), new, tell))
}

/// One line for what came of an entry. An output that is closed early must not stop the import halfway.
fn tell(outcome: &Outcome) {
    if let Some(line) = line(outcome) {
        let _ = writeln!(std::io::stdout(), "{line}");
    }
}

fn finish(outcome: Result<Tally, Failure>) -> Result<(), Failed> {
    let tally =
        outcome.map_err(|failure| Failed(format!("stopped before the end: {failure}. What is listed above is done; run the command again for the rest")))?;
    let _ = writeln!(std::io::stdout(), "{}", sum(tally));
    Ok(())
}

fn read(file: &Path, at_most: u64) -> Result<Vec<u8>, Failed> {
    let unreadable = |why: std::io::Error| Failed(format!("{} cannot be read: {why}. Name a file that is there and that you may read", file.display()));
    let mut bytes = Vec::new();
    // One byte more than is taken, so that a file that is too large is known as such.
    File::open(file).and_then(|opened| opened.take(at_most + 1).read_to_end(&mut bytes)).map_err(unreadable)?;
    Ok(bytes)
}

fn unusable(file: &Path, why: &dyn std::fmt::Display) -> Failed {
    Failed(format!("nothing of {} was imported: {why}", file.display()))
}

fn find(db: &Db, slug: &str) -> Result<Hub, Failed> {
    let wanted = slug.to_owned();
    let found = db.read_blocking(Scope::Installation, move |tx| store::hub(tx, &wanted)).map_err(Failed::because)?;
    found.ok_or_else(|| Failed(format!("there is no hub {slug}; nabe hub list names all, nabe hub create makes one")))
}

fn line(outcome: &Outcome) -> Option<String> {
    match outcome {
        Outcome::Created(key, title) => Some(format!("imported {key}: {title}")),
        Outcome::Updated(key, title) => Some(format!("updated {key}: {title}")),
        Outcome::Refused(key, reason) => Some(format!("refused {key}: {reason}")),
        Outcome::Unchanged => None,
    }
}

fn sum(tally: Tally) -> String {
    let Tally { created, updated, unchanged, refused } = tally;
    format!("{updated} of the imported are updates\n{} imported, {unchanged} unchanged, {refused} refused", created + updated)
}
