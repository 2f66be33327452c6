//! `nabe user`: accounts of those who work here.

use std::io::{BufRead, IsTerminal};

use clap::Subcommand;

use super::{Failed, open};
use crate::auth::{self, Role, store};
use crate::config::DataArgs;
use crate::db::{Db, Failure, Scope};
use crate::tenancy;

/// Create accounts, give roles, set passwords.
#[derive(Subcommand)]
pub enum UserCommand {
    /// Create an account; the password is read from standard input
    Create {
        /// Mail address, used to sign in
        email: String,
        /// Name as colleagues see it
        #[arg(long)]
        name: String,
        /// May do everything in every hub
        #[arg(long)]
        operator: bool,
        /// Hub in which the account gets a role
        #[arg(long, requires = "role")]
        hub: Option<String>,
        /// helper (list of the day), staff (programme and registrations) or lead (also the hub itself)
        #[arg(long, requires = "hub")]
        role: Option<String>,
    },
    /// Give an account a role in a hub
    Role {
        /// Mail address of the account
        email: String,
        /// Hub
        #[arg(long)]
        hub: String,
        /// helper, staff or lead
        #[arg(long)]
        role: String,
    },
    /// Set a new password, read from standard input; ends all sessions of the account
    Password {
        /// Mail address of the account
        email: String,
    },
    /// Lock an account; ends all its sessions
    Lock {
        /// Mail address of the account
        email: String,
    },
    /// Unlock an account
    Unlock {
        /// Mail address of the account
        email: String,
    },
    /// List all accounts
    List,
}

/// Runs the command.
pub fn run(data: &DataArgs, command: UserCommand) -> Result<(), Failed> {
    let db = open(data)?;
    match command {
        UserCommand::Create { email, name, operator, hub, role } => create(&db, email, name, operator, hub.zip(role)),
        UserCommand::Role { email, hub, role } => give_role(&db, email, &hub, &role),
        UserCommand::Password { email } => {
            let hash = read_password(&[&email])?;
            let known = db.write_blocking(Scope::Installation, move |tx, _| store::set_password(tx, &email, &hash)).map_err(Failed::because)?;
            said(known, "Set the new password and ended all sessions.")
        }
        UserCommand::Lock { email } => lock(&db, email, true),
        UserCommand::Unlock { email } => lock(&db, email, false),
        UserCommand::List => {
            for (email, name, operator, disabled) in db.read_blocking(Scope::Installation, store::accounts).map_err(Failed::because)? {
                println!("{email}\t{name}{}{}", if operator { "\toperator" } else { "" }, if disabled { "\tlocked" } else { "" });
            }
            Ok(())
        }
    }
}

fn create(db: &Db, email: String, name: String, operator: bool, place: Option<(String, String)>) -> Result<(), Failed> {
    if crate::mail::EmailAddress::parse(&email).is_none() {
        return Err(Failed(format!("{email} is no mail address")));
    }
    let hash = read_password(&[&email, &name])?;
    let shown = email.clone();
    db.write_blocking(Scope::Installation, move |tx, now| store::insert(tx, &email, &name, &hash, operator, now)).map_err(|failure| match failure {
        Failure::Failed(error) if error.is_constraint("account_email_once") => Failed(format!("there is an account {shown} already")),
        other => Failed::because(other),
    })?;
    println!("Created account {shown}.");
    place.map_or(Ok(()), |(hub, role)| give_role(db, shown, &hub, &role))
}

fn give_role(db: &Db, email: String, hub: &str, role: &str) -> Result<(), Failed> {
    let role =
        Role::parse(role).filter(|role| *role != Role::Operator).ok_or_else(|| Failed(format!("there is no role {role}: take helper, staff or lead")))?;
    let slug = hub.to_owned();
    let found = db.write_blocking(Scope::Installation, move |tx, _| {
        let (Some(hub), Some(account)) = (tenancy::store::hub_id(tx, &slug)?, store::by_email(tx, &email)?) else { return Ok(false) };
        store::set_role(tx, hub, account.id, role)?;
        Ok(true)
    });
    if found.map_err(Failed::because)? {
        println!("Gave the role {} in {hub}.", role.as_str());
        return Ok(());
    }
    Err(Failed(format!("there is no such account, or no hub {hub}")))
}

fn lock(db: &Db, email: String, locked: bool) -> Result<(), Failed> {
    let known = db.write_blocking(Scope::Installation, move |tx, _| store::set_disabled(tx, &email, locked)).map_err(Failed::because)?;
    said(known, if locked { "Locked the account and ended all its sessions." } else { "Unlocked the account." })
}

fn said(known: bool, words: &str) -> Result<(), Failed> {
    if known {
        println!("{words}");
        return Ok(());
    }
    Err(Failed("there is no such account".to_owned()))
}

/// One line from standard input, so that passwords stand neither in the list of processes nor in the history of the shell.
fn read_password(about: &[&str]) -> Result<String, Failed> {
    if std::io::stdin().is_terminal() {
        eprintln!("Type the password and press Enter (it will be visible):");
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(Failed::because)?;
    auth::hash_password(line.trim_end_matches(['\r', '\n']), about).map_err(Failed::because)
}
