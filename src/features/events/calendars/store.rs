//! The tables `calendar` and `calendar_entry`.

use std::collections::HashMap;

use crate::clock::Instant;
use crate::db::{Columns, DbResult, HubId, Tx, args};
use crate::fetch::Known;

crate::typed_id! {
    /// A calendar of others.
    CalendarId
}

crate::db::statements! {
    /// A new calendar, unless this form has been sent before.
    INSERT(hub, uuid, text "Verein", text "", blob, text "sample", now, null) =
        "insert into calendar (hub_id, id, title, address, copy, form_key, made_at, read_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         on conflict (hub_id, form_key) do nothing";
    /// The calendar that a form has made.
    BY_FORM(hub, text "sample") = "select id, title, address, copy from calendar where hub_id = ?1 and form_key = ?2";
    /// All calendars.
    LIST(hub) = "select id, title, address, etag, modified, made_at, read_at, tried_at, trouble, waiting from calendar where hub_id = ?1 order by title, id limit 200";
    /// One calendar.
    BY_ID(hub, id_of "calendar") = "select id, title, address, etag, modified, made_at, read_at, tried_at, trouble, waiting from calendar where hub_id = ?1 and id = ?2";
    /// Its last good copy.
    COPY(hub, id_of "calendar") = "select copy from calendar where hub_id = ?1 and id = ?2";
    /// A new copy.
    SET_COPY(hub, id_of "calendar", blob, text "", text "") = "update calendar set copy = ?3, etag = ?4, modified = ?5 where hub_id = ?1 and id = ?2";
    /// It was read, whether or not anything was new.
    SET_READ(hub, id_of "calendar", now) = "update calendar set read_at = ?3, tried_at = ?3, trouble = '' where hub_id = ?1 and id = ?2";
    /// It could not be read.
    SET_TROUBLE(hub, id_of "calendar", now, text "slow") = "update calendar set tried_at = ?3, trouble = ?4 where hub_id = ?1 and id = ?2";
    /// How many entries wait.
    SET_WAITING(hub, id_of "calendar", int 1) = "update calendar set waiting = ?3 where hub_id = ?1 and id = ?2";
    /// An uploaded file was taken over.
    USE_UP(hub, id_of "calendar", blob) = "update calendar set copy = ?3, read_at = null, waiting = 0 where hub_id = ?1 and id = ?2 and address = ''";
    /// A calendar goes.
    DELETE(hub, uuid) = "delete from calendar where hub_id = ?1 and id = ?2";
    /// With what was decided of it.
    DELETE_ENTRIES(hub, uuid) = "delete from calendar_entry where hub_id = ?1 and calendar_id = ?2";
    /// What was decided.
    ENTRIES(hub, uuid) = "select key, taken, left_print from calendar_entry where hub_id = ?1 and calendar_id = ?2 order by key limit 5000";
    /// An entry was taken over.
    TAKE(hub, uuid, text "1@verein") =
        "insert into calendar_entry (hub_id, calendar_id, key, taken) values (?1, ?2, ?3, 1)
         on conflict (hub_id, calendar_id, key) do update set taken = 1, left_print = ''";
    /// An entry is left as it is there now.
    LEAVE(hub, uuid, text "1@verein", text "print") =
        "insert into calendar_entry (hub_id, calendar_id, key, left_print) values (?1, ?2, ?3, ?4)
         on conflict (hub_id, calendar_id, key) do update set left_print = excluded.left_print";
    /// An entry is no longer of this calendar.
    FORGET(hub, uuid, text "1@verein") = "delete from calendar_entry where hub_id = ?1 and calendar_id = ?2 and key = ?3";
    /// How many entries wait in all calendars, and how many calendars could not be read last time.
    STATE(hub) =
        "select cast(coalesce(sum(waiting), 0) as bigint), cast(coalesce(sum(case when trouble <> '' then 1 else 0 end), 0) as bigint), count(*)
         from calendar where hub_id = ?1 and address <> ''";
}

/// A calendar of others, without its copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Key.
    pub id: CalendarId,
    /// What staff call it.
    pub title: String,
    /// Where it is read; empty for an uploaded file.
    pub address: String,
    /// To be told that nothing is new.
    pub known: Known,
    /// Since when it is here.
    pub made: Instant,
    /// When it was last read.
    pub read: Option<Instant>,
    /// When that was last tried.
    pub tried: Option<Instant>,
    /// Why it failed then; empty when it did not.
    pub trouble: String,
    /// How many entries wait.
    pub waiting: i64,
}

impl Calendar {
    /// Whether it is an uploaded file that was taken over.
    pub fn is_used_up(&self) -> bool {
        self.address.is_empty() && self.read.is_none()
    }
}

/// What was decided of an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decided {
    /// It is an event here.
    pub taken: bool,
    /// The state of it that is not wanted; empty for none.
    pub left: String,
}

/// What a new calendar is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct New {
    /// What staff call it.
    pub title: String,
    /// Where it is read; empty for an uploaded file.
    pub address: String,
    /// What was uploaded.
    pub copy: Vec<u8>,
    /// The same form twice is one calendar.
    pub form_key: String,
}

/// What a form has made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// The calendar.
    pub id: CalendarId,
    /// Whether it is new: the form had not been sent before.
    pub is_new: bool,
    /// Whether the form said the same when it made it.
    pub says_this: bool,
}

/// Keeps a new calendar, unless its form has made one before.
pub fn insert(tx: &Tx<'_>, hub: HubId, new: &New, now: Instant) -> DbResult<Made> {
    let id = CalendarId::new(now);
    let read = (!new.copy.is_empty()).then_some(now);
    let made = tx.execute(&INSERT, &args![hub, id, &new.title, &new.address, new.copy.clone(), &new.form_key, now, read])?;
    if made == 1 {
        return Ok(Made { id, is_new: true, says_this: true });
    }
    let (id, title, address, copy): (CalendarId, String, String, Vec<u8>) =
        tx.one(&BY_FORM, &args![hub, &new.form_key], |c| Ok((c.take()?, c.take()?, c.take()?, c.take()?)))?;
    Ok(Made { id, is_new: false, says_this: (&title, &address, &copy) == (&new.title, &new.address, &new.copy) })
}

/// All calendars by name.
pub fn list(tx: &Tx<'_>, hub: HubId) -> DbResult<Vec<Calendar>> {
    tx.rows(&LIST, &args![hub], decode)
}

/// One calendar.
pub fn calendar(tx: &Tx<'_>, hub: HubId, id: CalendarId) -> DbResult<Option<Calendar>> {
    tx.row(&BY_ID, &args![hub, id], decode)
}

/// Its last good copy; empty before the first.
pub fn copy(tx: &Tx<'_>, hub: HubId, id: CalendarId) -> DbResult<Vec<u8>> {
    tx.row(&COPY, &args![hub, id], |c| c.take()).map(Option::unwrap_or_default)
}

/// A new copy came.
pub fn set_copy(tx: &Tx<'_>, hub: HubId, id: CalendarId, copy: &[u8], known: &Known) -> DbResult<()> {
    tx.execute(&SET_COPY, &args![hub, id, copy.to_vec(), &known.etag, &known.modified]).map(drop)
}

/// It was read.
pub fn set_read(tx: &Tx<'_>, hub: HubId, id: CalendarId, now: Instant) -> DbResult<()> {
    tx.execute(&SET_READ, &args![hub, id, now]).map(drop)
}

/// It could not be read.
pub fn set_trouble(tx: &Tx<'_>, hub: HubId, id: CalendarId, now: Instant, word: &str) -> DbResult<()> {
    tx.execute(&SET_TROUBLE, &args![hub, id, now, word]).map(drop)
}

/// How many entries wait.
pub fn set_waiting(tx: &Tx<'_>, hub: HubId, id: CalendarId, count: usize) -> DbResult<()> {
    tx.execute(&SET_WAITING, &args![hub, id, i64::try_from(count).unwrap_or(i64::MAX)]).map(drop)
}

/// An uploaded file was taken over: nothing of it is kept.
pub fn use_up(tx: &Tx<'_>, hub: HubId, id: CalendarId) -> DbResult<()> {
    tx.execute(&DELETE_ENTRIES, &args![hub, id])?;
    tx.execute(&USE_UP, &args![hub, id, Vec::new()]).map(drop)
}

/// A calendar goes with what was decided of it; its events stay.
pub fn delete(tx: &Tx<'_>, hub: HubId, id: CalendarId) -> DbResult<()> {
    tx.execute(&DELETE_ENTRIES, &args![hub, id])?;
    tx.execute(&DELETE, &args![hub, id]).map(drop)
}

/// What was decided, by the key of the entry.
pub fn decided(tx: &Tx<'_>, hub: HubId, id: CalendarId) -> DbResult<HashMap<String, Decided>> {
    let rows = tx.rows(&ENTRIES, &args![hub, id], |c| Ok((c.take()?, Decided { taken: c.take()?, left: c.take()? })))?;
    Ok(rows.into_iter().collect())
}

/// An entry was taken over.
pub fn take(tx: &Tx<'_>, hub: HubId, id: CalendarId, key: &str) -> DbResult<()> {
    tx.execute(&TAKE, &args![hub, id, key]).map(drop)
}

/// An entry is not wanted as it is there now.
pub fn leave(tx: &Tx<'_>, hub: HubId, id: CalendarId, key: &str, print: &str) -> DbResult<()> {
    tx.execute(&LEAVE, &args![hub, id, key, print]).map(drop)
}

/// An entry is no longer of this calendar.
pub fn forget(tx: &Tx<'_>, hub: HubId, id: CalendarId, key: &str) -> DbResult<()> {
    tx.execute(&FORGET, &args![hub, id, key]).map(drop)
}

/// How many entries wait, how many calendars could not be read, and how many there are, uploaded files aside.
pub fn state(tx: &Tx<'_>, hub: HubId) -> DbResult<(i64, i64, i64)> {
    tx.one(&STATE, &args![hub], |c| Ok((c.take()?, c.take()?, c.take()?)))
}

fn decode(c: &mut Columns<'_>) -> DbResult<Calendar> {
    let (id, title, address) = (c.take()?, c.take()?, c.take()?);
    let known = Known { etag: c.take()?, modified: c.take()? };
    Ok(Calendar { id, title, address, known, made: c.take()?, read: c.take()?, tried: c.take()?, trouble: c.take()?, waiting: c.take()? })
}
