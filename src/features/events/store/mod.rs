//! Events and their dates in the database.

mod read;
mod write;

pub use read::{
    Line, Lines, count, event, event_by_slug, line, lines, occurrence, occurrence_by_key, occurrences, picture, slug_is_taken,
};
pub use write::{Source, find_source, insert_event, insert_occurrence, insert_picture, set_counts, update_event, update_occurrence};

/// All statements of events.
pub fn statements() -> Vec<&'static [&'static crate::db::Statement]> {
    vec![read::STATEMENTS, write::STATEMENTS, super::manage::STATEMENTS]
}
