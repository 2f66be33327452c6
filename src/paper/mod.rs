//! Paper: documents as tagged PDF files that a screen reader reads in order (PDF/UA-1, ISO 14289-1).
//! Nouns: `Sheet` (one page), `Line` (a paragraph of it), `Style`.
//! URLs: none.
//! Invariants: title and language are set; everything is tagged or marked as decoration; letters that the typeface lacks are refused.
//! Must not know: any feature, nor what the documents say.

mod letters;
mod sheet;

pub use letters::can_write;
pub use sheet::{Line, Sheet, Style, Unwritable};
