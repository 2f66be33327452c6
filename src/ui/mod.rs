//! What all pages share: frame, assets, forms, Markdown, the cache of rendered pages.
//! Nouns: `Frame` (header, menu, footer), `Found` (what a page says to search engines), `Page` (an answer), `Posted` (a form that came in), `Flaws` (what is wrong with it), `Sheet` (a form of
//! plain fields).
//! URLs: `/assets/…`.
//! Invariants: no inline style or script; nothing from other hosts; every page names its language and has one `h1`.
//! Must not know: any feature.

pub mod assets;
mod bare;
mod cache;
mod earlier;
mod errors;
mod feed;
mod fields;
mod flaws;
mod found;
mod frame;
mod markdown;
mod open;
mod order;
mod page;
mod posted;
mod prose;
mod reader;
mod sheet;
mod teaser;
#[cfg(test)]
mod tests;

pub use bare::Bare;
pub use cache::{Kept, PageCache};
pub use earlier::Earlier;
pub use errors::{Place, error_page};
pub use feed::{Feed, FeedEntry};
pub use fields::Fields;
pub use flaws::{Flaw, Flaws, clean, clean_lines, is_readable};
pub use found::Found;
pub use frame::{Frame, FrameLogo, MenuItem, OtherLang, Section, menu_word};
pub use markdown::{dead_links, markdown};
pub use open::{midnight, next_turn, open_line};
pub use order::Step;
pub use page::{Framing, Fresh, Page, see_other};
pub use posted::{Posted, broken_off, parse, read_form};
pub use prose::{Figure, Slip, prose, slips};
pub use reader::Reader;
pub use sheet::{Control, Group, Item, Sheet};
pub use teaser::{DayTile, Teaser, Teasers, tile};
