//! The one error type at the door. What a feature refuses is data and has pages of its own; this is for everything else.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::db::{DbError, Failure, Trouble};

/// Why a request cannot be answered as asked. The outer layer turns it into a page in the visitor's language.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Problem {
    /// There is no such thing here, or it belongs to another hub.
    #[error("not found")]
    NotFound,
    /// It was here, and what it said about a person has been erased.
    #[error("erased")]
    Gone,
    /// The signed-in person may not do this.
    #[error("forbidden")]
    Forbidden,
    /// The form is from another site, too old, or was tampered with.
    #[error("the form cannot be trusted")]
    Untrusted,
    /// The request cannot be read as what it should be.
    #[error("unreadable request: {0}")]
    Unreadable(&'static str),
    /// Larger than what is accepted.
    #[error("too large")]
    TooLarge,
    /// The request did not arrive in time.
    #[error("too slow")]
    Slow,
    /// Too many failures or mails from one address.
    #[error("too many attempts")]
    TooMany,
    /// The method is not offered here.
    #[error("method not allowed")]
    Method,
    /// Nothing was done, trying again in a minute helps: queue full, overdue.
    #[error("busy, nothing was done")]
    Busy,
    /// Nothing was done, and somebody has to help the server first: disk full or broken, database out of reach.
    #[error("nothing can be saved")]
    Down,
    /// The commit is in doubt: neither done nor not done can be claimed.
    #[error("outcome unknown")]
    Unknown,
    /// Our fault; logged once with its number.
    #[error("broken: {0}")]
    Broken(String),
}

impl Problem {
    /// The status that goes with it.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone => StatusCode::GONE,
            Self::Forbidden | Self::Untrusted => StatusCode::FORBIDDEN,
            Self::Unreadable(_) => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Slow => StatusCode::REQUEST_TIMEOUT,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Busy | Self::Down | Self::Unknown => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl Problem {
    /// What a failed statement means for the visitor: in every case it was rolled back. Only what is no fault of disk, network or rush
    /// is a fault of ours with a number.
    fn of(trouble: Trouble, error: &DbError) -> Self {
        match trouble {
            Trouble::Busy | Trouble::Conflict => Self::Busy,
            Trouble::Full | Trouble::Io | Trouble::Damaged | Trouble::Shut | Trouble::Lost => {
                tracing::error!(%error, "the database cannot be used");
                Self::Down
            }
            _ => Self::Broken(error.to_string()),
        }
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Busy => Self::Busy,
            Failure::Unknown => Self::Unknown,
            Failure::Failed(error) => Self::of(error.trouble(), &error),
        }
    }
}

impl From<DbError> for Problem {
    fn from(error: DbError) -> Self {
        Self::of(error.trouble(), &error)
    }
}

impl IntoResponse for Problem {
    /// An empty answer that carries the problem; the outer layer writes the page.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// SQLite's own numbers: 10 the disk failed, 13 it is full, 11 the file is damaged, 5 somebody holds the lock, 1 a statement is wrong.
    #[test]
    fn a_broken_or_full_disk_is_told_as_such_and_only_faults_of_ours_get_a_number() {
        let problem = |code| Problem::from(Failure::Failed(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None).into()));
        assert!(matches!(problem(10), Problem::Down));
        assert!(matches!(problem(13), Problem::Down));
        assert!(matches!(problem(11), Problem::Down));
        assert!(matches!(problem(5), Problem::Busy));
        assert!(matches!(problem(1), Problem::Broken(_)));
        assert_eq!((problem(10).status(), problem(1).status()), (StatusCode::SERVICE_UNAVAILABLE, StatusCode::INTERNAL_SERVER_ERROR));
    }
}
