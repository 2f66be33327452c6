//! The sample hub: a believable programme around today, with registrations made through the same desk as real ones.
//! Nouns: programme (the file), `Access` (how to sign in).
//! URLs: none.
//! Invariants: fills an installation once and changes nothing afterwards; nothing in it can belong to anybody.
//! Must not know: how pages look.

mod fill;
mod programme;

pub use fill::{Access, fill};
pub use programme::{Programme, parse};

/// The sample programme as shipped.
pub const PROGRAMME: &str = include_str!("programme.toml");

/// Its pages and news.
const PAGES: &str = include_str!("pages.toml");
