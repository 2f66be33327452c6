//! Arguments of a statement, the same for both engines.

use std::borrow::Cow;
use std::error::Error;

use rusqlite::types::{ToSqlOutput, ValueRef};
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

use super::HubId;
use crate::clock::Instant;

/// One argument. Flags travel as 0 and 1, instants as microseconds UTC, lists as JSON text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value<'a> {
    /// SQL NULL.
    Null,
    /// BIGINT; binds to smaller integer types and boolean where PostgreSQL infers one.
    Int(i64),
    /// TEXT.
    Text(Cow<'a, str>),
    /// BLOB (PostgreSQL: BYTEA).
    Blob(Cow<'a, [u8]>),
    /// UUID (SQLite: a BLOB of 16 bytes).
    Uuid(Uuid),
}

impl Value<'_> {
    /// The same, kept beyond what it was borrowed from.
    pub(super) fn owned(&self) -> Value<'static> {
        match self {
            Self::Null => Value::Null,
            Self::Int(number) => Value::Int(*number),
            Self::Text(text) => Value::Text(Cow::Owned(text.clone().into_owned())),
            Self::Blob(bytes) => Value::Blob(Cow::Owned(bytes.clone().into_owned())),
            Self::Uuid(id) => Value::Uuid(*id),
        }
    }
}

/// Makes the array of arguments for a statement: `args![hub, id, name]`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { [$($crate::db::Value::from($value)),*] };
}

macro_rules! from_number {
    ($($number:ty),*) => {$(
        impl From<$number> for Value<'_> {
            fn from(number: $number) -> Self {
                Self::Int(i64::from(number))
            }
        }
    )*};
}
from_number!(i64, i32, u32, u16, u8, bool);

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Blob(Cow::Borrowed(bytes))
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Value<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Self::Blob(Cow::Borrowed(bytes.as_slice()))
    }
}

impl<'a> From<&'a Vec<u8>> for Value<'a> {
    fn from(bytes: &'a Vec<u8>) -> Self {
        Self::Blob(Cow::Borrowed(bytes.as_slice()))
    }
}

impl From<Vec<u8>> for Value<'_> {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Blob(Cow::Owned(bytes))
    }
}

impl From<Uuid> for Value<'_> {
    fn from(id: Uuid) -> Self {
        Self::Uuid(id)
    }
}

impl From<Instant> for Value<'_> {
    fn from(at: Instant) -> Self {
        Self::Int(at.micros())
    }
}

impl From<HubId> for Value<'_> {
    fn from(hub: HubId) -> Self {
        Self::Int(hub.raw())
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Blob(bytes) => ValueRef::Blob(bytes),
            Self::Uuid(id) => ValueRef::Blob(id.as_bytes()),
        }))
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(number) => int_to_sql(*number, ty, out),
            Self::Text(text) => match *ty {
                Type::JSON | Type::UNKNOWN => {
                    out.extend_from_slice(text.as_bytes());
                    Ok(IsNull::No)
                }
                Type::JSONB => {
                    // The binary form of jsonb opens with its version number.
                    out.extend_from_slice(&[1]);
                    out.extend_from_slice(text.as_bytes());
                    Ok(IsNull::No)
                }
                _ if <&str as ToSql>::accepts(ty) => text.as_ref().to_sql(ty, out),
                _ => Err(mismatch("text", ty)),
            },
            Self::Blob(bytes) if *ty == Type::BYTEA => bytes.as_ref().to_sql(ty, out),
            Self::Blob(_) => Err(mismatch("a blob", ty)),
            Self::Uuid(id) if *ty == Type::UUID => id.to_sql(ty, out),
            Self::Uuid(id) if *ty == Type::BYTEA => id.as_bytes().as_slice().to_sql(ty, out),
            Self::Uuid(_) => Err(mismatch("a uuid", ty)),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

fn int_to_sql(number: i64, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
    match *ty {
        Type::INT8 => number.to_sql(ty, out),
        Type::INT4 => i32::try_from(number)?.to_sql(ty, out),
        Type::INT2 => i16::try_from(number)?.to_sql(ty, out),
        Type::OID => u32::try_from(number)?.to_sql(ty, out),
        Type::BOOL if number == 0 || number == 1 => (number == 1).to_sql(ty, out),
        _ => Err(mismatch("an integer", ty)),
    }
}

fn mismatch(given: &str, ty: &Type) -> Box<dyn Error + Sync + Send> {
    format!("{given} was given where PostgreSQL expects {ty}; write a cast in the statement").into()
}
