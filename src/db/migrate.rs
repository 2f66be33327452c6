//! The schema, one numbered line for all features, and the rules by which it moves forward.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::failure::OpenError;

/// One numbered file of the schema.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Migration {
    /// Its place in the line; numbers follow each other without a gap.
    pub number: i64,
    /// What it brings.
    pub name: &'static str,
    /// The file: SQL in sections `-- engine: both`, `-- engine: sqlite`, `-- engine: postgres`; what stands before the first
    /// marker is for both. A first line `-- no transaction` lets each statement stand alone.
    /// On PostgreSQL a migration sees no rows of hubs (row-level security binds the owner too): rows are moved by jobs.
    pub text: &'static str,
}

/// All migrations in their order.
pub const MIGRATIONS: &[Migration] = &[
    Migration { number: 1, name: "ground", text: include_str!("../../migrations/0001_ground.sql") },
    Migration { number: 2, name: "programme", text: include_str!("../../migrations/0002_programme.sql") },
    Migration { number: 3, name: "retention", text: include_str!("../../migrations/0003_retention.sql") },
    Migration { number: 4, name: "own hub", text: include_str!("../../migrations/0004_own_hub.sql") },
    Migration { number: 5, name: "counted programme", text: include_str!("../../migrations/0005_counted_programme.sql") },
    Migration { number: 6, name: "privacy_request", text: include_str!("../../migrations/0006_privacy_request.sql") },
    Migration { number: 7, name: "setting", text: include_str!("../../migrations/0007_setting.sql") },
    Migration { number: 8, name: "pages", text: include_str!("../../migrations/0008_pages.sql") },
    Migration { number: 9, name: "calendars", text: include_str!("../../migrations/0009_calendars.sql") },
    Migration { number: 10, name: "attendance", text: include_str!("../../migrations/0010_attendance.sql") },
    Migration { number: 11, name: "organiser", text: include_str!("../../migrations/0011_organiser.sql") },
    Migration { number: 12, name: "accessibility", text: include_str!("../../migrations/0012_accessibility.sql") },
    Migration { number: 13, name: "statistics", text: include_str!("../../migrations/0013_statistics.sql") },
    Migration { number: 14, name: "organisations", text: include_str!("../../migrations/0014_organisations.sql") },
    Migration { number: 15, name: "embedding", text: include_str!("../../migrations/0015_embedding.sql") },
    Migration { number: 16, name: "look", text: include_str!("../../migrations/0016_look.sql") },
    Migration { number: 17, name: "closed courses", text: include_str!("../../migrations/0017_closed_courses.sql") },
    Migration { number: 18, name: "training terms", text: include_str!("../../migrations/0018_training_terms.sql") },
    Migration { number: 19, name: "bookings of organisations", text: include_str!("../../migrations/0019_bookings_of_organisations.sql") },
    Migration { number: 20, name: "calendars of others", text: include_str!("../../migrations/0020_calendars_of_others.sql") },
    Migration { number: 21, name: "form prints", text: include_str!("../../migrations/0021_form_prints.sql") },
    Migration { number: 22, name: "rated", text: include_str!("../../migrations/0022_rated.sql") },
];

/// Tables that have a column `hub_id` and are read across hubs, so that row-level security does not guard them.
pub const WITHOUT_TENANT: &[&str] = &["membership", "due", "outbox_head"];

/// A row of the table `migration`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Applied {
    pub(super) number: i64,
    pub(super) name: String,
    pub(super) checksum: String,
}

/// The table that remembers what was applied.
pub(super) const TABLE: &str =
    "create table migration (number BIGINT not null primary key, name TEXT not null, checksum TEXT not null, applied_at BIGINT not null)";

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Dialect {
    Sqlite,
    Postgres,
}

impl Migration {
    /// SHA-256 of the text in hexadecimal, independent of line endings.
    pub(super) fn checksum(&self) -> String {
        let digest = Sha256::digest(self.text.replace("\r\n", "\n").as_bytes());
        digest.iter().fold(String::new(), |mut hex, byte| {
            // Writing to a String does not fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    /// Whether the statements run outside a transaction.
    pub(super) fn alone(&self) -> bool {
        self.text.lines().next().is_some_and(|line| line.trim() == "-- no transaction")
    }

    /// The sections meant for one engine. Errors on a marker that names another.
    pub(super) fn section(&self, dialect: Dialect) -> Result<String, OpenError> {
        let mut wanted = true;
        let mut out = String::new();
        for line in self.text.lines() {
            if let Some(engine) = line.trim().strip_prefix("-- engine:") {
                wanted = match engine.trim() {
                    "both" => true,
                    "sqlite" => dialect == Dialect::Sqlite,
                    "postgres" => dialect == Dialect::Postgres,
                    other => {
                        let message = format!("migration {}: there is no engine {other}", self.label());
                        return Err(OpenError::Migration(message));
                    }
                };
            } else if wanted {
                out.push_str(line);
                out.push('\n');
            }
        }
        Ok(out)
    }

    /// Number and name, as the file is called.
    pub(super) fn label(&self) -> String {
        format!("{:04}_{}", self.number, self.name)
    }
}

/// The migrations still to be applied. Errors when the line has a gap, or when the database has what this program does not know.
pub(super) fn pending(known: &'static [Migration], applied: &[Applied]) -> Result<&'static [Migration], OpenError> {
    let refuse = |message: String| Err(OpenError::Migration(message));
    let mut numbers = known.iter().zip(known.iter().skip(1));
    if let Some((before, after)) = numbers.find(|(before, after)| after.number != before.number + 1) {
        return refuse(format!("after migration {} comes {}: the numbers have a gap", before.label(), after.label()));
    }
    for (at, done) in applied.iter().enumerate() {
        let Some(migration) = known.get(at) else {
            return refuse(format!(
                "the database has migration {:04}_{}, which this version does not know; start the newer version, or restore the backup made before it",
                done.number, done.name
            ));
        };
        if migration.number != done.number {
            return refuse(format!(
                "the database has migration {:04}_{} where {} is expected: a migration was left out",
                done.number,
                done.name,
                migration.label()
            ));
        }
        if migration.checksum() != done.checksum {
            return refuse(format!(
                "migration {} was changed after it had been applied; put the original file back and write a new migration",
                migration.label()
            ));
        }
    }
    Ok(known.get(applied.len()..).unwrap_or_default())
}
