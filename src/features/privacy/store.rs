//! The table `privacy_details`.

use crate::db::{DbResult, HubId, Tx, args};

crate::db::statements! {
    /// What only the hub knows.
    DETAILS(hub) = "select controller, officer, law, provider, authority, backup_days from privacy_details where hub_id = ?1";
    /// The same, entered anew.
    SET_DETAILS(hub, text "", text "", text "", text "", text "", null) =
        "insert into privacy_details (hub_id, controller, officer, law, provider, authority, backup_days) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         on conflict (hub_id) do update set controller = excluded.controller, officer = excluded.officer, law = excluded.law, provider = excluded.provider, authority = excluded.authority, backup_days = excluded.backup_days";
}

/// What only the hub knows about its data protection; each text may be empty and may have several lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details {
    /// Who is responsible, with address.
    pub controller: String,
    /// How to reach the data protection officer.
    pub officer: String,
    /// The law of the state that gives the task.
    pub law: String,
    /// Who runs the server.
    pub provider: String,
    /// To whom people may complain.
    pub authority: String,
    /// For how many days backups are kept.
    pub backup_days: Option<u16>,
}

/// What the hub has entered.
pub fn details(tx: &Tx<'_>, hub: HubId) -> DbResult<Details> {
    let found = tx.row(&DETAILS, &args![hub], |c| {
        let (controller, officer, law, provider, authority) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
        Ok(Details { controller, officer, law, provider, authority, backup_days: c.take::<Option<i64>>()?.and_then(|days| u16::try_from(days).ok()) })
    })?;
    Ok(found.unwrap_or_default())
}

/// Enters it anew.
pub fn set_details(tx: &Tx<'_>, hub: HubId, d: &Details) -> DbResult<()> {
    let days = d.backup_days.map(i64::from);
    tx.execute(&SET_DETAILS, &args![hub, &d.controller, &d.officer, &d.law, &d.provider, &d.authority, days]).map(drop)
}
