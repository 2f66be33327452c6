//! The command line: each command is a file, each `--help` explains itself.
//! Nouns: serve, demo, setup, hub, user, import, backup, rehearsal, restore, outbox, check.
//! URLs: none.
//! Invariants: a command says what it did; it exits with 1 when it could not, and says why in a sentence on standard error.
//! Must not know: how pages look.

mod backup;
mod check;
mod hub;
mod import;
mod outbox;
mod ownership;
mod rehearsal;
mod restore;
mod serve;
mod setup;
mod stop;
mod user;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use crate::clock::Clock;
use crate::config::{self, DataArgs};
use crate::db::{Db, Options};
use crate::statements;

/// Runs a municipal innovation hub: programme, registrations, waitlists.
#[derive(Parser)]
#[command(name = "nabe", version, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    data: DataArgs,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the server for the hubs in the data folder
    Serve(serve::ServeArgs),
    /// Run the server with a sample hub to try everything; fills the data folder once and keeps it
    Demo(serve::DemoArgs),
    Setup(Box<setup::SetupArgs>),
    /// Create and list hubs
    #[command(subcommand)]
    Hub(hub::HubCommand),
    /// Create accounts for those who work here, give roles, set passwords
    #[command(subcommand)]
    User(user::UserCommand),
    Backup(backup::BackupArgs),
    Rehearsal(rehearsal::RehearsalArgs),
    Restore(restore::RestoreArgs),
    #[command(subcommand)]
    Outbox(outbox::OutboxCommand),
    Check(check::CheckArgs),
    /// Bring in what others keep in files
    #[command(subcommand)]
    Import(import::ImportCommand),
}

/// Why a command could not do what it should; a sentence for people.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Failed(pub String);

impl Failed {
    /// From anything that can be said.
    pub fn because(reason: impl std::fmt::Display) -> Self {
        Self(reason.to_string())
    }
}

/// The command line with all its words, for the manual pages.
pub fn command_line() -> clap::Command {
    Cli::command()
}

/// Runs the command that was asked for.
pub fn run() -> ExitCode {
    // For every file that is made, also those of SQLite and of mails: nobody else reads them. The mask belongs to the process, so it is
    // set before there is a thread.
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return refuse(&error),
    };
    match ownership::check(cli).and_then(dispatch) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failed) => {
            eprintln!("nabe: {failed}");
            ExitCode::FAILURE
        }
    }
}

/// Says what is wrong with the words of a command. They are shown again, but for passwords.
fn refuse(error: &clap::Error) -> ExitCode {
    let words = error.render().to_string();
    let safe = config::without_user_info(&words);
    if safe == words {
        error.exit();
    }
    eprint!("{safe}");
    ExitCode::from(2)
}

fn dispatch(cli: Cli) -> Result<(), Failed> {
    match cli.command {
        Command::Serve(args) => serve::serve(&cli.data, &args),
        Command::Demo(args) => serve::demo(&cli.data, &args),
        Command::Setup(args) => setup::run(&cli.data, *args),
        Command::Hub(command) => hub::run(&cli.data, command),
        Command::User(command) => user::run(&cli.data, command),
        Command::Backup(args) => backup::run(&cli.data, &args),
        Command::Rehearsal(args) => rehearsal::run(&cli.data, &args),
        Command::Restore(args) => restore::run(&cli.data, &args),
        Command::Outbox(command) => outbox::run(&cli.data, command),
        Command::Check(args) => check::run(&cli.data, &args),
        Command::Import(command) => import::run(&cli.data, command),
    }
}

/// What somebody is called: a line with something in it, which breaks no list that it stands in.
fn line(flag: &str, typed: &str) -> Result<String, Failed> {
    let words = crate::ui::clean(typed);
    if words.is_empty() || typed.chars().any(char::is_control) {
        return Err(Failed(format!("{flag} must be a line with at least one letter, and nothing that cannot be seen")));
    }
    Ok(words)
}

/// Opens the database for a command that works beside a running server.
fn open(data: &DataArgs) -> Result<Db, Failed> {
    let source = config::database(data).map_err(Failed::because)?;
    let options = Options { statements: statements::all(), exclusive: false, ..Options::default() };
    Db::open(&source, Clock::system(), options).map_err(Failed::because)
}
