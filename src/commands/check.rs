//! `nabe check`: proves that what can be derived agrees.

use std::path::Path;

use clap::Args;

use super::{Failed, open};
use crate::config::{self, DataArgs};
use crate::db::copies::{self, CopyError};
use crate::db::{Source, Trouble};
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
        Source::Sqlite(folder) => Some(storage(&folder)?),
        Source::Postgres(_) => None,
    };
    let is_damaged = storage.as_ref().is_some_and(|found| !found.is_empty());
    let looked = open(data).and_then(|db| keeping::check(&db, args.repair).map_err(Failed::because));
    let rest = match looked {
        Err(_) if is_damaged => Checked::default(),
        looked => looked?,
    };
    let report = Checked { storage, ..rest };
    print!("{report}");
    match report.wrong() {
        0 => Ok(()),
        1 => Err(Failed("1 thing is wrong; the report says what to do".to_owned())),
        wrong => Err(Failed(format!("{wrong} things are wrong; the report says what to do"))),
    }
}

/// What is wrong with the file. One that is damaged beyond reading is a finding too.
fn storage(folder: &Path) -> Result<Vec<String>, Failed> {
    match copies::proof(folder) {
        Err(CopyError::Sqlite(error)) if error.trouble() == Trouble::Damaged => Ok(vec![error.to_string()]),
        found => found.map_err(Failed::because),
    }
}
