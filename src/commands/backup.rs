//! `nabe backup`: one file with everything a town needs, taken beside a running server.

use std::path::PathBuf;

use clap::Args;

use super::Failed;
use crate::clock::Clock;
use crate::config::{self, DataArgs};
use crate::db::Source;
use crate::db::copies;
use crate::keeping::counted;
use crate::operation::backups::COUNTED;

/// Copy all data to one file, also while the server runs.
///
/// The file holds everything: programme, registrations, pictures, accounts, and the key that signs links. Keep it like the data
/// themselves, and on another machine. It ends with a checksum, and `nabe restore` refuses it when a single byte has changed. The
/// configuration file is not part of it. On PostgreSQL the command tells how to use `pg_dump` instead.
#[derive(Args)]
pub struct BackupArgs {
    /// File or folder to write to; an older backup of the same name is replaced [default: nabe-DATE.backup in the folder of backups]
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
}

/// Runs the command.
pub fn run(data: &DataArgs, args: &BackupArgs) -> Result<(), Failed> {
    let folder = match config::database(data).map_err(Failed::because)? {
        Source::Sqlite(folder) => folder,
        Source::Postgres(url) => return Err(Failed(use_pg_dump(&url))),
    };
    let to = match &args.to {
        Some(to) => to.clone(),
        None => folder_of_backups(data)?,
    };
    let taken = copies::take(&folder, Some(&to), &COUNTED, &Clock::system()).map_err(Failed::because)?;
    println!("Backup: {}", taken.path.display());
    println!(
        "{} bytes, {}, {}, {}; whole and proved, in {:.1} seconds",
        taken.bytes,
        counted(taken.mark.rows("hub"), "hub", "hubs"),
        counted(taken.mark.rows("booking"), "booking", "bookings"),
        counted(taken.mark.rows("picture"), "picture", "pictures"),
        taken.took.as_secs_f64()
    );
    println!("It holds personal data and the signing key: only its owner can read it. Keep a copy on another machine.");
    println!("Back again: nabe restore {}", taken.path.display());
    Ok(())
}

/// The folder of backups, made if it is not there: what is no folder would be taken for the name of a file.
fn folder_of_backups(data: &DataArgs) -> Result<PathBuf, Failed> {
    let folder = config::backups(data).map_err(Failed::because)?;
    std::fs::create_dir_all(&folder).map_err(|error| Failed(format!("{}: {error}", folder.display())))?;
    Ok(folder)
}

/// What to run instead. Row-level security hides all rows from the program's own user, so that an administrator has to dump; told to
/// dump what it may see, `pg_dump` would write an empty file.
fn use_pg_dump(url: &str) -> String {
    let address = without_password(url, Some("postgres"));
    format!(
        "the data are in PostgreSQL, which brings its own backup. Run as an administrator of the database, because row-level security hides the rows from everybody else:\n\n  pg_dump --format=custom --file=nabe.dump --dbname={}\n\nBack again: nabe restore --help",
        quoted(&address)
    )
}

/// The address without its password, for another user if one is named.
pub(super) fn without_password(address: &str, user: Option<&str>) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or(("postgres", address));
    let (authority, path) = rest.split_once('/').map_or((rest, String::new()), |(authority, path)| (authority, format!("/{path}")));
    let (own, host) = authority.rsplit_once('@').map_or(("", authority), |(own, host)| (own, host));
    let user = user.unwrap_or_else(|| own.split(':').next().unwrap_or(own));
    // A password may also stand behind the question mark.
    let (path, query) = path.split_once('?').map_or((path.as_str(), ""), |(path, query)| (path, query));
    let query: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("password=") && !pair.starts_with("user=")).collect();
    let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
    format!("{scheme}://{user}@{host}{path}{query}")
}

/// For the shell.
pub(super) fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::{quoted, use_pg_dump, without_password};

    #[test]
    fn the_line_for_pg_dump_shows_no_password() {
        for url in [
            "postgres://nabe:s3cret@db.example.org:5433/hub",
            "postgres://nabe@db.example.org:5433/hub?password=s3cret",
            "postgresql://nabe:s3:cr@et@db.example.org:5433/hub?sslmode=require",
        ] {
            let said = use_pg_dump(url);
            assert!(said.contains("postgres@db.example.org:5433/hub"), "{said}");
            assert!(!said.contains("s3"), "{said}");
        }
        assert_eq!(without_password("postgres://nabe:x@h/d?password=x&sslmode=require", None), "postgres://nabe@h/d?sslmode=require");
        assert_eq!(quoted("it's"), r"'it'\''s'");
    }
}
