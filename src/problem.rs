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
    /// Too many failures or mails from one address.
    #[error("too many attempts")]
    TooMany,
    /// The method is not offered here.
    #[error("method not allowed")]
    Method,
    /// Nothing was done, trying again later helps: queue full, overdue, disk full.
    #[error("busy, nothing was done")]
    Busy,
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
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Busy | Self::Unknown => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Busy => Self::Busy,
            Failure::Unknown => Self::Unknown,
            // A full disk or a database that cannot be reached: nothing was done, and trying again later helps.
            Failure::Failed(error) if matches!(error.trouble(), Trouble::Full | Trouble::Busy | Trouble::Lost | Trouble::Conflict) => Self::Busy,
            Failure::Failed(error) => Self::Broken(error.to_string()),
        }
    }
}

impl From<DbError> for Problem {
    fn from(error: DbError) -> Self {
        Self::Broken(error.to_string())
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
