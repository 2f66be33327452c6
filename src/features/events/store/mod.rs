//! Events and their dates in the database.

mod feed;
mod feedback;
mod found;
mod lines;
mod members;
mod mornings;
mod read;
mod staff;
mod walk_ins;
mod write;

pub use feed::{Feeding, feeding};
pub use feedback::{feedback, has_rated, insert_feedback, set_rated};
pub use found::{Newest, listed, newest_events};
pub use lines::{Line, Lines, count, lines};
pub use members::{Registered, Shared, for_members, people_of, shared};
pub use mornings::{Morning, Told, not_told};
pub use read::{event, event_by_slug, facts, has_other_date, last_occurrence, occurrence, occurrence_by_key, occurrences, slug_is_taken};
pub use staff::{
    Found, Mailing, Offer, StaffLine, Words, bookable, day, found, found_past, is_posted, kept, letter_of_form, mailings, newest, offers_to_call, was_posted,
};
pub use walk_ins::{Count, count_walk_ins, walk_ins};
pub use write::{
    Source, coming_of_source, find_source, insert_event, insert_occurrence, set_counts, set_source_key, source_keys, update_event, update_occurrence,
};

/// All statements of events.
pub fn statements() -> Vec<&'static [&'static crate::db::Statement]> {
    vec![
        feed::STATEMENTS,
        feedback::STATEMENTS,
        found::STATEMENTS,
        lines::STATEMENTS,
        members::STATEMENTS,
        mornings::STATEMENTS,
        read::STATEMENTS,
        staff::STATEMENTS,
        walk_ins::STATEMENTS,
        write::STATEMENTS,
        super::calendars::STATEMENTS,
        super::embed::STATEMENTS,
        super::manage::STATEMENTS,
    ]
}
