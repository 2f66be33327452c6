//! What a hub has set, within the bounds of the table.

use booking::Span;

use super::{Kept, Record};
use crate::texts::Texts;

/// The periods of a hub: those of the table, except where the hub has set another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Periods(Vec<(Record, u16)>);

impl Periods {
    /// What a hub has set. Numbers out of bounds become the nearest that is allowed: the table may have changed since.
    pub fn new(set: impl IntoIterator<Item = (Record, u16)>) -> Self {
        Self(set.into_iter().collect())
    }

    /// For how many days records are kept; none when the hub has no say in it.
    pub fn days(&self, record: Record) -> Option<u16> {
        let Kept::Days { usual, least, most } = record.class().kept else { return None };
        let own = self.0.iter().find(|(known, _)| *known == record).map(|(_, days)| *days);
        Some(own.unwrap_or(usual).clamp(least, most))
    }

    /// For how long records are kept; none when people remove them.
    pub fn span(&self, record: Record) -> Option<Span> {
        match record.class().kept {
            Kept::Days { .. } => self.days(record).map(|days| Span::from_days(i64::from(days))),
            Kept::Fixed(span) => Some(span),
            Kept::ByHand => None,
        }
    }

    /// "30 Tage nach dem Ende der Veranstaltung".
    pub fn words(&self, t: Texts, record: Record) -> String {
        let since = (record.class().since)(t);
        self.span(record).map_or_else(|| since.to_owned(), |span| format!("{} {since}", span_words(t, span)))
    }
}

/// "30 Tage", "12 Stunden", "10 Minuten".
pub fn span_words(t: Texts, span: Span) -> String {
    let minutes = span.minutes();
    match (minutes % (24 * 60), minutes % 60) {
        (0, _) if minutes % (365 * 24 * 60) == 0 => t.retention_years(minutes / (365 * 24 * 60)),
        (0, _) => t.retention_days(minutes / (24 * 60)),
        (_, 0) => t.retention_hours(minutes / 60),
        _ => t.retention_minutes(minutes),
    }
}
