//! Taking back one's own cancellation within its minute.

use axum::extract::Path;
use axum::response::Response;
use booking::{MoveError, Party};

use super::registration::{change_with, not_possible};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::{Fields, Posted};

/// `POST /registrations/{token}/restoration`: takes a cancellation back within its minute.
pub async fn restore(visit: Visit, Path(token): Path<String>, posted: Posted<Fields>) -> Result<Response, Problem> {
    posted.key()?;
    change_with(&visit, token, not_restored, |desk, id| desk.restore(id, Party::Guest)).await
}

/// Why a cancellation cannot be taken back. How many places are free says nothing here: they may be kept for those who wait.
fn not_restored(visit: &Visit, error: &MoveError) -> (String, String) {
    match error {
        MoveError::Refused(_) => (visit.t.events_undo_gone().to_owned(), visit.t.events_undo_gone_text().to_owned()),
        other => not_possible(visit, other),
    }
}
