//! `nabe check`: proves that what can be derived agrees.

use clap::Args;

use super::{Failed, open};
use crate::config::{self, DataArgs};
use crate::db::Source;
use crate::db::copies;
use crate::keeping;

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
    let db = open(data)?;
    let mut report = keeping::check(&db, args.repair).map_err(Failed::because)?;
    if let Source::Sqlite(folder) = config::database(data).map_err(Failed::because)? {
        report.storage = Some(copies::proof(&folder).map_err(Failed::because)?);
    }
    print!("{report}");
    match report.wrong() {
        0 => Ok(()),
        wrong => Err(Failed(format!("{wrong} things are wrong; the report says what to do"))),
    }
}
