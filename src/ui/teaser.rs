//! What several lists share: the hanging date ribbon, and a piece of news in a few lines.

use jiff::civil::Date;

use super::Figure;
use crate::clock::Instant;
use crate::db::{DbResult, Tx};
use crate::tenancy::Visit;
use crate::texts::{Lang, dates};

/// A hanging date ribbon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayTile {
    /// "Di".
    pub weekday: &'static str,
    /// "1".
    pub day: i8,
    /// "Dez".
    pub month: &'static str,
    /// For machines: `2026-12-01`.
    pub datetime: String,
}

/// A piece of news in a few lines, for a visitor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Teaser {
    /// Its day.
    pub tile: DayTile,
    /// The same in words.
    pub day: String,
    /// Title.
    pub title: String,
    /// One or two sentences.
    pub lede: String,
    /// Language of both, where it is not the page's; empty otherwise.
    pub lang: &'static str,
    /// Where it is.
    pub href: String,
    /// Its picture.
    pub picture: Option<Figure>,
    /// Drawing of the sprite in place of a picture; may be empty.
    pub drawing: String,
}

/// Finds the newest teasers and when they will read differently; handed over by the feature that has them.
pub type Teasers = fn(&Tx<'_>, &Visit) -> DbResult<(Vec<Teaser>, Option<Instant>)>;

/// The ribbon of a day.
pub fn tile(lang: Lang, date: Date) -> DayTile {
    DayTile { weekday: dates::weekday_short(lang, date.weekday()), day: date.day(), month: dates::month_short(lang, date), datetime: date.to_string() }
}
