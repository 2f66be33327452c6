//! What just happened, as one word in the address that the browser is sent to, and as a banner there.

use serde::Deserialize;

use crate::tenancy::Visit;
use crate::texts::Texts;

/// What just happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Done {
    /// A place was booked, or the person waits.
    Booked,
    /// The registration was changed.
    Changed,
    /// It belongs to another date now.
    Moved,
    /// The confirmation goes out once more.
    Sent,
    /// A letter to everybody was taken back.
    Withdrawn,
    /// A mail that was set aside is tried again.
    Released,
    /// Somebody else was faster, nothing was changed.
    Stale,
}

#[derive(Deserialize)]
struct Query {
    done: Done,
}

impl Done {
    /// From the query of an address.
    pub fn of(query: &str) -> Option<Self> {
        serde_html_form::from_str::<Query>(query).ok().map(|query| query.done)
    }

    /// The query to append.
    pub fn query(self) -> &'static str {
        match self {
            Self::Booked => "?done=booked",
            Self::Changed => "?done=changed",
            Self::Moved => "?done=moved",
            Self::Sent => "?done=sent",
            Self::Withdrawn => "?done=withdrawn",
            Self::Released => "?done=released",
            Self::Stale => "?done=stale",
        }
    }

    /// The banner of a page that the browser was sent to: whether it is a warning, and its words.
    pub fn banner(visit: &Visit) -> Option<(bool, &'static str)> {
        Self::of(&visit.query).map(|done| (done == Self::Stale, done.words(visit.t)))
    }

    fn words(self, t: Texts) -> &'static str {
        match self {
            Self::Booked => t.events_staff_done_booked(),
            Self::Changed => t.events_staff_done_changed(),
            Self::Moved => t.events_staff_done_moved(),
            Self::Sent => t.events_staff_done_sent(),
            Self::Withdrawn => t.events_staff_done_withdrawn(),
            Self::Released => t.events_staff_done_released(),
            Self::Stale => t.events_staff_done_stale(),
        }
    }
}
