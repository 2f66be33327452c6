//! Lists travel as JSON in text columns, the same on both engines.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Columns, DbError, DbResult};

/// Decodes the next column, a JSON list. An error when it is none.
pub fn json_list<T: DeserializeOwned>(c: &mut Columns<'_>) -> DbResult<Vec<T>> {
    let text: String = c.take()?;
    serde_json::from_str(&text).map_err(|error| DbError::app(format!("a list column is no JSON: {error}")))
}

/// Encodes a list for its column.
pub fn json<T: Serialize>(list: &[T]) -> DbResult<String> {
    serde_json::to_string(list).map_err(|error| DbError::app(format!("a list cannot be written as JSON: {error}")))
}
