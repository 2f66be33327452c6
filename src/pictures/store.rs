//! The table `picture`.

use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx, args};
use crate::ids::PictureId;

crate::db::statements! {
    /// A picture.
    PICTURE(hub, id_of "picture") = "select mime, bytes from picture where hub_id = ?1 and id = ?2";
    /// A new picture.
    INSERT(hub, uuid, text "image/jpeg", int 1, int 1, blob, now) = "insert into picture (hub_id, id, mime, width, height, bytes, created_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    /// A picture is no longer shown anywhere.
    DELETE(hub, uuid) = "delete from picture where hub_id = ?1 and id = ?2";
}

/// Type and bytes of a picture.
pub fn picture(tx: &Tx<'_>, hub: HubId, id: PictureId) -> DbResult<Option<(String, Vec<u8>)>> {
    tx.row(&PICTURE, &args![hub, id], |c| Ok((c.take()?, c.take()?)))
}

/// Writes a picture: type, width and height in pixels, bytes.
pub fn insert(tx: &Tx<'_>, hub: HubId, id: PictureId, mime: &str, size: (u32, u32), bytes: &[u8], now: Instant) -> DbResult<()> {
    tx.execute(&INSERT, &args![hub, id, mime, size.0, size.1, bytes.to_vec(), now]).map(drop)
}

/// Forgets a picture that is no longer shown anywhere.
pub fn delete(tx: &Tx<'_>, hub: HubId, id: PictureId) -> DbResult<()> {
    tx.execute(&DELETE, &args![hub, id]).map(drop)
}
