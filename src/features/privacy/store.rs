//! The tables `privacy_details` and `privacy_request`.

use crate::clock::Instant;
use crate::db::{DbError, DbResult, HubId, Tx, args};
use crate::ids::{AccountId, uuid_at};

crate::db::statements! {
    /// What only the hub knows.
    DETAILS(hub) = "select controller, officer, law, provider, authority, backup_days from privacy_details where hub_id = ?1";
    /// The same, entered anew.
    SET_DETAILS(hub, text "", text "", text "", text "", text "", null) =
        "insert into privacy_details (hub_id, controller, officer, law, provider, authority, backup_days) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         on conflict (hub_id) do update set controller = excluded.controller, officer = excluded.officer, law = excluded.law, provider = excluded.provider, authority = excluded.authority, backup_days = excluded.backup_days";
    /// Notes that data were handed out or erased.
    NOTE(hub, uuid, now, id_of "account", text "report", int 1, int 0) =
        "insert into privacy_request (hub_id, id, at, account_id, what, records, cancelled) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    /// The last of these notes, with who did it.
    REQUESTS(hub) =
        "select r.at, r.what, r.records, r.cancelled, a.name from privacy_request r left join account a on a.id = r.account_id where r.hub_id = ?1 order by r.at desc, r.id desc limit 20";
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

/// What was done with somebody's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestKind {
    /// Handed out to read.
    Report,
    /// Handed out as a file.
    File,
    /// Erased.
    Erasure,
}

impl RequestKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::File => "file",
            Self::Erasure => "erasure",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        [Self::Report, Self::File, Self::Erasure].into_iter().find(|kind| kind.as_str() == word)
    }
}

/// That it was done: never whose data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// When.
    pub at: Instant,
    /// What.
    pub kind: RequestKind,
    /// How many registrations.
    pub records: i64,
    /// How many of them were cancelled first.
    pub cancelled: i64,
    /// Who of the staff; nobody when the account is gone.
    pub by: Option<String>,
}

/// Notes that it was done, with how many registrations and how many of them were cancelled first.
pub fn note_request(tx: &Tx<'_>, hub: HubId, by: AccountId, kind: RequestKind, (records, cancelled): (u32, u32), now: Instant) -> DbResult<()> {
    tx.execute(&NOTE, &args![hub, uuid_at(now), now, by, kind.as_str(), records, cancelled]).map(drop)
}

/// The last twenty of these notes, the newest first.
pub fn requests(tx: &Tx<'_>, hub: HubId) -> DbResult<Vec<Request>> {
    tx.rows(&REQUESTS, &args![hub], |c| {
        let (at, kind): (_, String) = (c.take()?, c.take()?);
        let kind = RequestKind::parse(&kind).ok_or_else(|| DbError::app(format!("privacy_request: unknown kind {kind}")))?;
        Ok(Request { at, kind, records: c.take()?, cancelled: c.take()?, by: c.take()? })
    })
}
