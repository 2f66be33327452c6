//! Executes a statement with its sample arguments, for the test that runs every statement on both engines.

use std::borrow::Cow;

use super::row::Raw;
use super::statement::{Sample, Statement};
use super::tx::Tx;
use super::value::Value;
use super::{DbError, DbResult};
use crate::clock::Instant;

/// Executes a statement with its samples and returns its rows undecoded in one form for both engines: flags as 0 and 1, ids of
/// 16 bytes as `Value::Uuid`. A statement without rows gives none. Run it in a closure that ends with an error to keep nothing.
pub fn rehearse(tx: &Tx<'_>, s: &'static Statement, now: Instant) -> DbResult<Vec<Vec<Value<'static>>>> {
    let mut args = Vec::with_capacity(s.samples().len());
    for sample in s.samples() {
        args.push(match *sample {
            Sample::Hub => Value::from(tx.hub().ok_or_else(|| DbError::app("a sample hub needs a transaction of a hub"))?),
            Sample::IdOf(table) => Value::Uuid(tx.first_id(table)?.unwrap_or_default()),
            Sample::Int(number) => Value::Int(number),
            Sample::Text(text) => Value::Text(Cow::Borrowed(text)),
            Sample::Uuid => Value::Uuid(uuid::Uuid::nil()),
            Sample::Blob => Value::Blob(Cow::Borrowed(&[1, 2, 3])),
            Sample::Null => Value::Null,
            Sample::Now => Value::from(now),
        });
    }
    tx.rows(s, &args, |columns| (0..columns.len()).map(|_| columns.raw().map(plain)).collect())
}

fn plain(raw: Raw<'_>) -> Value<'static> {
    match raw {
        Raw::Null => Value::Null,
        Raw::Int(number) => Value::Int(number),
        Raw::Bool(flag) => Value::from(flag),
        Raw::Text(text) => Value::from(text.to_owned()),
        Raw::Uuid(id) => Value::Uuid(id),
        Raw::Blob(bytes) => uuid::Uuid::from_slice(bytes).map_or_else(|_| Value::from(bytes.to_vec()), Value::Uuid),
    }
}
