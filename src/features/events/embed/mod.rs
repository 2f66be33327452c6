//! The coming dates inside a page of another web site, such as the town's.
//! Nouns: `Embedded` (the page for a frame), origin (a web site that may show it: scheme, host and port).
//! URLs: `/embed`, for the lead `/staff/hub/embed`.
//! Invariants: no page but `/embed` may be framed by others, and that only by origins which the lead has named; what is framed has no form,
//! no cookie and nothing personal; its links leave the frame. It must not know who registered.

mod origin;
mod page;
mod settings;
mod store;

pub use page::show;
pub use settings::{entry, save, show as show_settings};
pub use store::STATEMENTS;
