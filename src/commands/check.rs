//! `nabe check`: proves that what can be derived agrees.

use clap::Args;

use super::{Failed, open};
use crate::config::{self, DataArgs};
use crate::db::Source;
use crate::db::copies;
use crate::keeping::{self, Checked};

/// Prove that the data are sound: free places, waitlists, mails, the database file itself.
///
/// Works beside a running server, in small parts with pauses: about half a minute for 100,000 registrations. The report names no
/// person and can be sent on. Exit code 1 when something is wrong.
#[derive(Args)]
pub struct CheckArgs {
    /// Derive counters and due times anew where they are wrong
    #[arg(long)]
    repair: bool,
}

/// Runs the command.
pub fn run(data: &DataArgs, args: &CheckArgs) -> Result<(), Failed> {
    // First the file itself: where it is damaged, the rest may not even open.
    let storage = match config::database(data).map_err(Failed::because)? {
        Source::Sqlite(folder) => Some(copies::proof(&folder).map_err(Failed::because)?),
        Source::Postgres(_) => None,
    };
    let db = open(data)?;
    let report = Checked { storage, ..keeping::check(&db, args.repair).map_err(Failed::because)? };
    print!("{report}");
    match report.wrong() {
        0 => Ok(()),
        wrong => Err(Failed(format!("{wrong} things are wrong; the report says what to do"))),
    }
}
