//! `nabe hub`: the hubs of the installation.

use clap::Subcommand;

use super::{Failed, line, open};
use crate::config::DataArgs;
use crate::db::{Failure, Scope};
use crate::door::is_reserved;
use crate::features::pages;
use crate::tenancy::is_slug;
use crate::tenancy::store::{self, NewHub};
use crate::ui::clean;

/// Create and list hubs.
#[derive(Subcommand)]
pub enum HubCommand {
    /// Create an empty hub; its pages are at /SLUG/
    Create {
        /// Part of the address: lower-case letters, digits, hyphens
        slug: String,
        /// Full name as it stands on the pages
        #[arg(long)]
        name: String,
        /// Telephone as people write it
        #[arg(long, default_value = "")]
        phone: String,
        /// Mail address of the hub
        #[arg(long, default_value = "")]
        email: String,
        /// Whose offer it is, one line above the header
        #[arg(long, default_value = "")]
        owner: String,
        /// Time zone by its IANA name
        #[arg(long, default_value = "Europe/Berlin")]
        zone: String,
    },
    /// List all hubs
    List,
}

/// Runs the command.
pub fn run(data: &DataArgs, command: HubCommand) -> Result<(), Failed> {
    let db = open(data)?;
    match command {
        HubCommand::Create { slug, name, phone, email, owner, zone } => {
            check(&slug, &zone)?;
            let name = line("--name", &name)?;
            let new = NewHub { slug: slug.clone(), name, phone, email, owner_line: owner, zone, ..NewHub::default() };
            let hub = db.write_blocking(Scope::Installation, move |tx, now| store::insert_hub(tx, &new, now)).map_err(|failure| taken(failure, &slug))?;
            db.write_blocking(hub, move |tx, now| pages::prepare(tx, hub, now)).map_err(Failed::because)?;
            println!("Created hub {slug}. Its pages are at /{slug}/; give somebody access with: nabe user create ADDRESS --name NAME --hub {slug} --role lead");
        }
        HubCommand::List => {
            for hub in db.read_blocking(Scope::Installation, store::hubs).map_err(Failed::because)? {
                println!("{}\t{}", hub.slug, clean(&hub.name));
            }
        }
    }
    Ok(())
}

fn check(slug: &str, zone: &str) -> Result<(), Failed> {
    if !is_slug(slug) {
        return Err(Failed(format!("\"{slug}\" cannot be part of an address: use lower-case letters, digits and hyphens, at most 63")));
    }
    if is_reserved(slug) {
        return Err(Failed(format!("\"{slug}\" is what a page or a language is called in addresses: take another name")));
    }
    jiff::tz::TimeZone::get(zone).map(drop).map_err(|_| Failed(format!("there is no time zone {zone}; an example is Europe/Berlin")))
}

fn taken(failure: Failure, slug: &str) -> Failed {
    match failure {
        Failure::Failed(error) if error.is_constraint("hub_slug_once") => Failed(format!("there is a hub {slug} already")),
        other => Failed::because(other),
    }
}
