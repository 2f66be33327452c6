//! What a probe asks of the database.

use crate::db::{DbResult, Tx, args};

crate::db::statements! {
    /// Changes nothing, but is written: the COMMIT waits for the disk.
    TOUCH(text "signing") = "update secret set value = value where name = ?1";
    /// How many numbered files of the schema were applied.
    MIGRATIONS_APPLIED() = "select count(*) from migration";
}

/// Writes without changing anything.
pub(super) fn touch(tx: &Tx<'_>) -> DbResult<()> {
    tx.execute(&TOUCH, &args!["signing"]).map(drop)
}

/// How many numbered files of the schema were applied.
pub(super) fn migrations_applied(tx: &Tx<'_>) -> DbResult<i64> {
    tx.one(&MIGRATIONS_APPLIED, &args![], |c| c.take())
}
