//! Rows: columns are walked in their order and decoded by one rule on both engines.

use std::error::Error;

use rusqlite::types::ValueRef;
use tokio_postgres::types::{FromSql, Type};
use uuid::Uuid;

use super::failure::DbError;
use super::{DbResult, HubId};
use crate::clock::Instant;

/// A column as the engine hands it over, borrowed from the row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Raw<'r> {
    /// SQL NULL.
    Null,
    /// Any integer type.
    Int(i64),
    /// Any text type.
    Text(&'r str),
    /// BLOB or BYTEA; on SQLite also a UUID, as 16 bytes.
    Blob(&'r [u8]),
    /// UUID of PostgreSQL.
    Uuid(Uuid),
    /// Boolean of PostgreSQL, as comparisons yield it; SQLite answers 0 or 1.
    Bool(bool),
}

impl Raw<'_> {
    fn kind(self) -> &'static str {
        match self {
            Raw::Null => "NULL",
            Raw::Int(_) => "an integer",
            Raw::Text(_) => "text",
            Raw::Blob(_) => "a blob",
            Raw::Uuid(_) => "a uuid",
            Raw::Bool(_) => "a boolean",
        }
    }
}

/// What a column can be decoded to. Newtypes implement it by decoding their inner type first.
pub trait FromColumn: Sized {
    /// Decodes one column; errors when the column holds another kind of value.
    fn from_column(raw: Raw<'_>) -> DbResult<Self>;
}

/// The columns of one row, taken one after the other in the order of the SELECT list.
pub struct Columns<'r> {
    row: Row<'r>,
    at: usize,
}

/// Decodes the next column, as a map for rows of one: `tx.one(&COUNT, &args![hub], column::<i64>)`.
pub fn column<T: FromColumn>(columns: &mut Columns<'_>) -> DbResult<T> {
    columns.take()
}

#[derive(Clone, Copy)]
pub(super) enum Row<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
    Postgres(&'r tokio_postgres::Row),
}

impl<'r> Columns<'r> {
    pub(super) fn new(row: Row<'r>) -> Self {
        Self { row, at: 0 }
    }

    /// Decodes the next column. Errors past the last column or when the kind does not fit.
    pub fn take<T: FromColumn>(&mut self) -> DbResult<T> {
        let at = self.at;
        let raw = self.raw()?;
        T::from_column(raw).map_err(|error| error.in_column(at))
    }

    /// The next column as text, borrowed: for what is parsed at once.
    pub fn text(&mut self) -> DbResult<&'r str> {
        let at = self.at;
        match self.raw()? {
            Raw::Text(text) => Ok(text),
            other => unfit("text", other).map_err(|error: DbError| error.in_column(at)),
        }
    }

    /// How many columns the row has.
    pub fn len(&self) -> usize {
        match self.row {
            Row::Sqlite(row) => row.as_ref().column_count(),
            Row::Postgres(row) => row.len(),
        }
    }

    /// Whether the row has no columns at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The next column undecoded.
    pub(super) fn raw(&mut self) -> DbResult<Raw<'r>> {
        let at = self.at;
        self.at += 1;
        match self.row {
            Row::Sqlite(row) => from_sqlite(row, at),
            Row::Postgres(row) => row.try_get::<_, Raw<'r>>(at).map_err(|error| DbError::value(said(&error)).in_column(at)),
        }
    }
}

fn from_sqlite<'r>(row: &'r rusqlite::Row<'r>, at: usize) -> DbResult<Raw<'r>> {
    let value = row.get_ref(at).map_err(|error| DbError::value(error.to_string()))?;
    match value {
        ValueRef::Null => Ok(Raw::Null),
        ValueRef::Integer(number) => Ok(Raw::Int(number)),
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).map(Raw::Text).map_err(|_| DbError::value("the text is not UTF-8").in_column(at)),
        ValueRef::Blob(bytes) => Ok(Raw::Blob(bytes)),
        ValueRef::Real(_) => Err(DbError::value("a real number; cast it to bigint in the statement").in_column(at)),
    }
}

fn said(error: &tokio_postgres::Error) -> String {
    error.source().map_or_else(|| error.to_string(), ToString::to_string)
}

impl<'r> FromSql<'r> for Raw<'r> {
    fn from_sql(ty: &Type, bytes: &'r [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(match *ty {
            Type::INT8 => Raw::Int(i64::from_sql(ty, bytes)?),
            Type::INT4 => Raw::Int(i64::from(i32::from_sql(ty, bytes)?)),
            Type::INT2 => Raw::Int(i64::from(i16::from_sql(ty, bytes)?)),
            Type::OID => Raw::Int(i64::from(u32::from_sql(ty, bytes)?)),
            Type::BOOL => Raw::Bool(bool::from_sql(ty, bytes)?),
            Type::UUID => Raw::Uuid(Uuid::from_sql(ty, bytes)?),
            Type::BYTEA => Raw::Blob(bytes),
            Type::VOID => Raw::Null,
            Type::JSON => Raw::Text(std::str::from_utf8(bytes)?),
            _ if <&str as FromSql>::accepts(ty) => Raw::Text(<&str as FromSql>::from_sql(ty, bytes)?),
            _ => return Err(format!("type {ty}; cast it to bigint or text in the statement").into()),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Raw::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

fn unfit<T>(wanted: &str, raw: Raw<'_>) -> DbResult<T> {
    Err(DbError::value(format!("wanted {wanted}, found {}", raw.kind())))
}

impl FromColumn for i64 {
    fn from_column(raw: Raw<'_>) -> DbResult<Self> {
        match raw {
            Raw::Int(number) => Ok(number),
            Raw::Bool(flag) => Ok(Self::from(flag)),
            other => unfit("an integer", other),
        }
    }
}

impl FromColumn for u32 {
    fn from_column(raw: Raw<'_>) -> DbResult<Self> {
        let number = i64::from_column(raw)?;
        Self::try_from(number).map_err(|_| DbError::value(format!("{number} is no count")))
    }
}

impl FromColumn for bool {
    fn from_column(raw: Raw<'_>) -> DbResult<Self> {
        match raw {
            Raw::Bool(flag) => Ok(flag),
            Raw::Int(0) => Ok(false),
            Raw::Int(1) => Ok(true),
            other => unfit("a flag (0 or 1)", other),
        }
    }
}

impl FromColumn for String {
    fn from_column(raw: Raw<'_>) -> DbResult<Self> {
        match raw {
            Raw::Text(text) => Ok(text.to_owned()),
            other => unfit("text", other),
        }
    }
}

impl FromColumn for Vec<u8> {
    fn from_column(raw: Raw<'_>) -> DbResult<Self> {
        match raw {
            Raw::Blob(bytes) => Ok(bytes.to_vec()),
            other => unfit("a blob", other),
        }
    }
}

impl FromColumn for Uuid {
    fn from_column(raw: Raw<'_>) -> DbResult<Self> {
        match raw {
            Raw::Uuid(id) => Ok(id),
            Raw::Blob(bytes) => Self::from_slice(bytes).map_err(|_| DbError::value("a uuid has 16 bytes")),
            other => unfit("a uuid", other),
        }
    }
}

impl FromColumn for Instant {
    fn from_column(raw: Raw<'_>) -> DbResult<Self> {
        i64::from_column(raw).map(Self::from_micros)
    }
}

impl FromColumn for HubId {
    fn from_column(raw: Raw<'_>) -> DbResult<Self> {
        i64::from_column(raw).map(Self::from_raw)
    }
}

impl<T: FromColumn> FromColumn for Option<T> {
    fn from_column(raw: Raw<'_>) -> DbResult<Self> {
        match raw {
            Raw::Null => Ok(None),
            other => T::from_column(other).map(Some),
        }
    }
}
