//! The table `embed_origin`.

use crate::db::{DbResult, HubId, Tx, args};

crate::db::statements! {
    /// Web sites that may show the programme, in the order in which they were entered.
    ORIGINS(hub) = "select origin from embed_origin where hub_id = ?1 order by position, origin limit 100";
    /// Names none any more.
    FORGET(hub) = "delete from embed_origin where hub_id = ?1";
    /// Names one.
    INSERT(hub, text "https://www.example.org", int 0) = "insert into embed_origin (hub_id, origin, position) values (?1, ?2, ?3)";
}

/// Web sites that may show the programme.
pub fn origins(tx: &Tx<'_>, hub: HubId) -> DbResult<Vec<String>> {
    tx.rows(&ORIGINS, &args![hub], |c| c.take())
}

/// Names these and no others.
pub fn set_origins(tx: &Tx<'_>, hub: HubId, origins: &[String]) -> DbResult<()> {
    tx.execute(&FORGET, &args![hub])?;
    for (position, origin) in (0_i64..).zip(origins) {
        tx.execute(&INSERT, &args![hub, origin, position])?;
    }
    Ok(())
}
