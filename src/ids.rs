//! Typed identifiers. A `BookingId` cannot be handed in where an `EventId` is wanted, and both travel as UUID version 7: ordered by
//! time, so that a table's newest rows lie together.

/// Makes a newtype over a UUID version 7 that the database layer can bind and decode.
#[macro_export]
macro_rules! typed_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub struct $name(pub uuid::Uuid);

        impl $name {
            /// A new id whose time part is `now`.
            pub fn new(now: $crate::clock::Instant) -> Self {
                Self($crate::ids::uuid_at(now))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<$name> for $crate::db::Value<'_> {
            fn from(id: $name) -> Self {
                Self::Uuid(id.0)
            }
        }

        impl $crate::db::FromColumn for $name {
            fn from_column(raw: $crate::db::Raw<'_>) -> $crate::db::DbResult<Self> {
                uuid::Uuid::from_column(raw).map(Self)
            }
        }
    };
}

use std::sync::{LazyLock, Mutex};

use uuid::ContextV7;

use crate::clock::Instant;

/// Counts within a millisecond, so that ids made one after the other sort in that order.
static WITHIN: LazyLock<Mutex<ContextV7>> = LazyLock::new(|| Mutex::new(ContextV7::new()));

typed_id! {
    /// A booking of any kind.
    BookingId
}
typed_id! {
    /// What is booked: the occurrence of an event; later a room's slot, an adviser's hour.
    OccasionId
}
typed_id! {
    /// A person who works with the system.
    AccountId
}
typed_id! {
    /// A place of a hub.
    SiteId
}
typed_id! {
    /// A picture kept in the database.
    PictureId
}

/// A UUID version 7 of the given time (RFC 9562, 5.7).
pub fn uuid_at(now: Instant) -> uuid::Uuid {
    let micros = u64::try_from(now.micros()).unwrap_or(0);
    let nanos = u32::try_from(micros % 1_000_000).unwrap_or(0) * 1000;
    uuid::Uuid::new_v7(uuid::Timestamp::from_unix(&*WITHIN, micros / 1_000_000, nanos))
}
