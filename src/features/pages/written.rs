//! A page written by staff: what it is, which of its revisions everybody reads, and what comes next. Decides, stores nothing.

use super::content::Content;
use crate::clock::Instant;

crate::typed_id! {
    /// A page written by staff.
    PageId
}

/// What sort of page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A page of the hub.
    Page,
    /// A piece of news.
    News,
    /// What the hub adds to its legal notice.
    Imprint,
    /// What the hub adds to its privacy notice.
    Privacy,
    /// What the hub adds to its accessibility statement.
    Accessibility,
}

/// A revision and the instant from which it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// Number of the revision.
    pub revision: i64,
    /// First instant.
    pub at: Instant,
}

/// A page with its newest content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Key.
    pub id: PageId,
    /// What sort.
    pub kind: Kind,
    /// Part of the address, once per hub.
    pub slug: String,
    /// Number of the newest revision; rises with every save, so that two people do not overwrite each other. 0 before the first.
    pub head: i64,
    /// What everybody reads.
    pub shown: Option<Turn>,
    /// What takes its place.
    pub next: Option<Turn>,
    /// Since when it can be read at all; the date of a piece of news.
    pub since: Option<Instant>,
    /// The newest revision, whoever may read it.
    pub content: Content,
}

/// Who can read a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Only staff.
    Draft,
    /// Everybody, from this instant on.
    Scheduled(Instant),
    /// Everybody.
    Published,
    /// Everybody, but there is a newer revision that only staff can read.
    Changed,
    /// Everybody; a newer revision follows at this instant.
    Following(Instant),
}

impl Kind {
    /// Those that stand beside a page which the program writes.
    pub const LEGAL: [Self; 3] = [Self::Imprint, Self::Privacy, Self::Accessibility];

    /// The word in the database; of legal pages also the part of the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::News => "news",
            Self::Imprint => "imprint",
            Self::Privacy => "privacy",
            Self::Accessibility => "accessibility",
        }
    }

    /// From that word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Page, Self::News].into_iter().chain(Self::LEGAL).find(|kind| kind.as_str() == word)
    }

    /// Whether it stands beside a page which the program writes.
    pub fn is_legal(self) -> bool {
        Self::LEGAL.contains(&self)
    }

    /// Where everybody reads it.
    pub fn path(self, slug: &str) -> String {
        match self {
            Self::Page => format!("/pages/{slug}"),
            Self::News => format!("/news/{slug}"),
            legal => format!("/{}", legal.as_str()),
        }
    }
}

impl Written {
    /// A page that nobody has saved yet.
    pub fn blank(id: PageId, kind: Kind, slug: String) -> Self {
        Self { id, kind, slug, head: 0, shown: None, next: None, since: None, content: Content::default() }
    }

    /// Who can read it.
    pub fn standing(&self, now: Instant) -> Standing {
        let mut settled = self.clone();
        settled.settle(now);
        match (settled.shown, settled.next) {
            (None, None) => Standing::Draft,
            (None, Some(next)) => Standing::Scheduled(next.at),
            (Some(_), Some(next)) => Standing::Following(next.at),
            (Some(shown), None) if shown.revision == self.head => Standing::Published,
            (Some(_), None) => Standing::Changed,
        }
    }

    /// Whether its address may still be chosen: others link to what was public once.
    pub fn is_unlinked(&self) -> bool {
        self.since.is_none()
    }

    /// Shows the newest revision from an instant on; what lies before `now` means at once.
    pub fn publish(&mut self, at: Instant, now: Instant) {
        self.settle(now);
        let turn = Turn { revision: self.head, at: at.max(now) };
        if self.shown.is_none() {
            self.since = Some(turn.at);
        }
        if at <= now {
            (self.shown, self.next) = (Some(turn), None);
        } else {
            self.next = Some(turn);
        }
    }

    /// Takes it back: only staff can read it.
    pub fn withdraw(&mut self) {
        (self.shown, self.next, self.since) = (None, None, None);
    }

    /// Lets what was to come take its place when its time has come.
    fn settle(&mut self, now: Instant) {
        if let Some(next) = self.next.filter(|next| next.at <= now) {
            (self.shown, self.next) = (Some(next), None);
        }
    }
}
