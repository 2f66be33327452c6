//! `nabe user`: accounts of those who work here.

use std::io::{BufRead, IsTerminal};

use clap::Subcommand;

use super::{Failed, line, open};
use crate::auth::{self, Role, store};
use crate::config::DataArgs;
use crate::db::{Db, Failure, HubId, Scope};
use crate::features::hub::store as people;
use crate::tenancy;
use crate::ui::clean;

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
        UserCommand::Create { email, name, operator, hub, role } => create(&db, email, &name, operator, hub.zip(role)),
        UserCommand::Role { email, hub, role } => give_role(&db, email, &hub, &role),
        UserCommand::Password { email } => {
            let hash = read_password(&[&email])?;
            let known = db.write_blocking(Scope::Installation, move |tx, _| store::set_password(tx, &email, &hash)).map_err(Failed::because)?;
            said(known, "Set the new password and ended all sessions.")
        }
        UserCommand::Lock { email } => lock(&db, email, true),
        UserCommand::Unlock { email } => lock(&db, email, false),
        UserCommand::List => {
            let (accounts, roles) = db.read_blocking(Scope::Installation, |tx| Ok((store::accounts(tx)?, store::roles(tx)?))).map_err(Failed::because)?;
            for (email, name, operator, disabled) in accounts {
                let mut words = vec![email.clone(), clean(&name)];
                words.extend(operator.then(|| "operator".to_owned()));
                words.extend(disabled.then(|| "locked".to_owned()));
                let here = roles.iter().filter(|role| role.email == email);
                words.extend(here.map(|role| format!("{}: {}{}", role.hub, role.role, if role.locked { " (locked)" } else { "" })));
                println!("{}", words.join("\t"));
            }
            Ok(())
        }
    }
}

fn create(db: &Db, email: String, name: &str, operator: bool, place: Option<(String, String)>) -> Result<(), Failed> {
    if crate::mail::EmailAddress::parse(&email).is_none() {
        return Err(Failed(format!("{email} is no mail address")));
    }
    let name = line("--name", name)?;
    let place = place.map(|(hub, role)| Ok::<_, Failed>((hub, role_of(&role)?))).transpose()?;
    if let Some((slug, _)) = &place {
        find_hub(db, slug)?;
    }
    let hash = read_password(&[&email, &name])?;
    let (shown, wanted) = (email.clone(), place.clone());
    // Both or none: what was refused can be put right and sent again.
    let made = db.write_blocking(Scope::Installation, move |tx, now| {
        let hub = wanted.as_ref().map(|(slug, _)| tenancy::store::hub_id(tx, slug)).transpose()?;
        let account = store::insert(tx, &email, &name, &hash, operator, now)?;
        if let (Some(Some(hub)), Some((_, role))) = (hub, &wanted) {
            store::set_role(tx, hub, account, *role)?;
        }
        Ok(())
    });
    made.map_err(|failure| match failure {
        Failure::Failed(error) if error.is_constraint("account_email_once") => {
            Failed(format!("there is an account {shown} already; give it a role with: nabe user role {shown} --hub HUB --role ROLE"))
        }
        other => Failed::because(other),
    })?;
    println!("Created account {shown}.");
    if let Some((hub, role)) = place {
        println!("Gave the role {} in {hub}.", role.as_str());
    }
    Ok(())
}

fn role_of(word: &str) -> Result<Role, Failed> {
    Role::parse(word).filter(|role| *role != Role::Operator).ok_or_else(|| Failed(format!("there is no role {word}: take helper, staff or lead")))
}

fn find_hub(db: &Db, slug: &str) -> Result<HubId, Failed> {
    let wanted = slug.to_owned();
    let found = db.read_blocking(Scope::Installation, move |tx| tenancy::store::hub_id(tx, &wanted)).map_err(Failed::because)?;
    found.ok_or_else(|| Failed(format!("there is no hub {slug}; nabe hub list names all")))
}

/// What came of giving a role.
enum Given {
    Done,
    NoAccount,
    /// Nobody could lead the hub any more.
    LastLead,
}

fn give_role(db: &Db, email: String, slug: &str, role: &str) -> Result<(), Failed> {
    let (role, hub) = (role_of(role)?, find_hub(db, slug)?);
    let given = db.write_blocking(Scope::Installation, move |tx, _| {
        let Some(account) = store::by_email(tx, &email)? else { return Ok(Given::NoAccount) };
        if role != Role::Lead && people::is_last_lead(tx, hub, account.id)? {
            return Ok(Given::LastLead);
        }
        store::set_role(tx, hub, account.id, role).map(|()| Given::Done)
    });
    match given.map_err(Failed::because)? {
        Given::Done => {
            println!("Gave the role {} in {slug}.", role.as_str());
            Ok(())
        }
        Given::NoAccount => Err(Failed("there is no such account; nabe user list names all, nabe user create makes one".to_owned())),
        Given::LastLead => Err(Failed(format!("this account is the only lead of {slug}: give somebody else the role lead first"))),
    }
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
