//! `nabe rehearsal`: whether a backup can be restored, tried out beside the running server.

use std::fs;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::PathBuf;
use std::time::Instant;

use clap::Args;

use super::Failed;
use super::restore::made_ready;
use crate::clock::Clock;
use crate::config::{self, DataArgs};
use crate::db::copies::{self, Restoring};
use crate::db::{Db, Options, Source};
use crate::keeping::{self, Checked, counted};
use crate::statements;

/// Restore a backup into a folder of its own, prove it there, and throw it away again.
///
/// Beside the running server: nothing of the installation is touched, and no mail leaves. Needs room for the data twice over. The report
/// names no person. Exit code 1 when the backup cannot be restored, or when something in it is wrong.
#[derive(Args)]
pub struct RehearsalArgs {
    /// File that `nabe backup` or the server made [default: the newest in the folder of backups]
    file: Option<PathBuf>,
    /// Where to try it out; a new folder is made there and removed [default: the data folder]
    #[arg(long, value_name = "DIR")]
    within: Option<PathBuf>,
}

/// Runs the command.
pub fn run(data: &DataArgs, args: &RehearsalArgs) -> Result<(), Failed> {
    let Source::Sqlite(folder) = config::database(data).map_err(Failed::because)? else {
        return Err(Failed(
            "the data are in PostgreSQL: load a dump into an empty database with pg_restore, then run there: nabe restore --loaded, and: nabe check".to_owned(),
        ));
    };
    let backups = config::backups(data).map_err(Failed::because)?;
    let file = match &args.file {
        Some(file) => file.clone(),
        None => copies::newest(&backups).map(|(file, _)| file).ok_or_else(|| Failed(format!("there is no backup in {}", backups.display())))?,
    };
    let stage = Stage::make(&args.within.clone().unwrap_or(folder))?;
    let began = Instant::now();
    let restoring = Restoring::begin(&stage.0, &file).map_err(Failed::because)?;
    made_ready(&restoring.source())?;
    let mark = restoring.mark().clone();
    restoring.finish(&Clock::system()).map_err(Failed::because)?;
    let report = prove(&stage.0)?;
    println!("Rehearsal with {}, made {} UTC by version {}:", file.display(), mark.made.strftime("%Y-%m-%d %H:%M"), mark.program);
    let (hubs, bookings) = (counted(mark.rows("hub"), "hub", "hubs"), counted(mark.rows("booking"), "booking", "bookings"));
    let pictures = counted(mark.rows("picture"), "picture", "pictures");
    println!("restored and proved in {:.1} seconds: {hubs}, {bookings}, {pictures}. The running data were not touched.\n", began.elapsed().as_secs_f64());
    print!("{report}");
    match report.wrong() {
        0 => Ok(()),
        wrong => Err(Failed(format!("{wrong} things are wrong in this backup; the report says what to do"))),
    }
}

fn prove(folder: &std::path::Path) -> Result<Checked, Failed> {
    let storage = Some(copies::proof(folder).map_err(Failed::because)?);
    let options = Options { statements: statements::all(), ..Options::default() };
    let db = Db::open(&Source::Sqlite(folder.to_owned()), Clock::system(), options).map_err(Failed::because)?;
    let report = Checked { storage, ..keeping::check(&db, false).map_err(Failed::because)? };
    db.close();
    Ok(report)
}

/// A folder that only its owner may read, and that is gone afterwards.
struct Stage(PathBuf);

impl Stage {
    fn make(within: &std::path::Path) -> Result<Self, Failed> {
        let folder = within.join(format!("rehearsal-{}", std::process::id()));
        fs::DirBuilder::new().mode(0o700).create(&folder).map_err(|error| Failed(format!("{}: {error}", folder.display())))?;
        Ok(Self(folder))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
