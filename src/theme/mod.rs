//! The colours of a hub: two are chosen, the rest follows from them, for the light and the dark theme alike.
//! Nouns: `Colour`, `Colours` (the two that a hub has chosen), `Palette` (what follows from them), `Weakness` (a contrast that would
//! be too small), `Sheet` (the palette as a style sheet).
//! URLs: none; the feature `theme` serves the sheets.
//! Invariants: what is derived depends on the two colours alone; every palette that is handed out keeps the contrasts of `rules.rs`.
//! Must not know: any hub, any page, the database.

mod colour;
mod palette;
mod rules;
mod sheet;
#[cfg(test)]
mod tests;

pub use colour::Colour;
pub use palette::{Colours, Palette, Tokens};
pub use rules::{Place, Weakness};
pub use sheet::{Sheet, preview};
