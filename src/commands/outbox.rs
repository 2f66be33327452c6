//! `nabe outbox`: what becomes of mails that are paused since a restore.

use clap::Subcommand;

use super::{Failed, open};
use crate::config::DataArgs;
use crate::db::{Db, HubId, Scope};
use crate::keeping::{self, Paused, counted};
use crate::tenancy;

/// Let mails leave that are paused since a restore, or throw them away.
#[derive(Subcommand)]
pub enum OutboxCommand {
    /// Let paused mails leave; those whose registration has had a later mail since are thrown away
    Release {
        /// Hub
        #[arg(long)]
        hub: String,
    },
    /// Throw paused mails away
    Drop {
        /// Hub
        #[arg(long)]
        hub: String,
    },
}

/// Runs the command.
pub fn run(data: &DataArgs, command: OutboxCommand) -> Result<(), Failed> {
    let db = open(data)?;
    let (hub, what) = match command {
        OutboxCommand::Release { hub } => (hub, Paused::Release),
        OutboxCommand::Drop { hub } => (hub, Paused::Drop),
    };
    let resumed = keeping::resume(&db, find(&db, &hub)?, what).map_err(Failed::because)?;
    match what {
        Paused::Release => {
            println!("{hub}: {} may leave, {} thrown away because a later one has left.", counted(resumed.released, "mail", "mails"), resumed.dropped);
        }
        Paused::Drop => println!("{hub}: {} thrown away.", counted(resumed.dropped, "mail was", "mails were")),
    }
    Ok(())
}

fn find(db: &Db, slug: &str) -> Result<HubId, Failed> {
    let wanted = slug.to_owned();
    let found = db.read_blocking(Scope::Installation, move |tx| tenancy::store::hub_id(tx, &wanted)).map_err(Failed::because)?;
    found.ok_or_else(|| Failed(format!("there is no hub {slug}")))
}
