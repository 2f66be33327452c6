//! The table `setting`, and whether the installation is still empty.

use crate::clock::Instant;
use crate::db::{DbResult, Tx, args, column};

crate::db::statements! {
    /// One setting.
    SETTING(text "mail") = "select value from setting where name = ?1";
    /// Keeps a setting.
    SET(text "mail", text "{}", now) = "insert into setting (name, value, changed_at) values (?1, ?2, ?3) on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at";
    /// Forgets a setting.
    CLEAR(text "mail") = "delete from setting where name = ?1";
    /// How many hubs and accounts there are.
    COUNT() = "select (select count(*) from hub) + (select count(*) from account)";
}

/// The public address.
pub const PUBLIC_URL: &str = "public-url";
/// The mail server, as JSON without its password.
pub const MAIL: &str = "mail";
/// Print of the mail server with which a test mail was sent last.
pub const MAIL_TESTED: &str = "mail-tested";

/// One setting.
pub fn setting(tx: &Tx<'_>, name: &str) -> DbResult<Option<String>> {
    tx.row(&SETTING, &args![name], column)
}

/// Keeps a setting; an empty value forgets it.
pub fn set(tx: &Tx<'_>, name: &str, value: &str, now: Instant) -> DbResult<()> {
    if value.is_empty() {
        return tx.execute(&CLEAR, &args![name]).map(drop);
    }
    tx.execute(&SET, &args![name, value, now]).map(drop)
}

/// Whether there is neither a hub nor an account.
pub fn is_empty(tx: &Tx<'_>) -> DbResult<bool> {
    Ok(tx.one(&COUNT, &args![], column::<i64>)? == 0)
}
