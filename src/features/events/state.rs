//! Who can see an event: a draft or shown, to everybody or to people of member organisations.

/// For whose eyes an event is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everybody.
    Public,
    /// People of member organisations: nothing of it stands in the programme, in feeds or on any other public page.
    Members,
}

/// Who can see it. What everybody sees has one word of its own, so that a query for the programme cannot find anything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Only staff; meant for everybody.
    Draft,
    /// Everybody.
    Published,
    /// Only staff; meant for members.
    MembersDraft,
    /// People of member organisations.
    Members,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Published, Self::MembersDraft, Self::Members];

    /// Of an event for this audience, shown to it or still a draft.
    pub fn of(audience: Audience, is_shown: bool) -> Self {
        match (audience, is_shown) {
            (Audience::Public, false) => Self::Draft,
            (Audience::Public, true) => Self::Published,
            (Audience::Members, false) => Self::MembersDraft,
            (Audience::Members, true) => Self::Members,
        }
    }

    /// For whose eyes it is meant.
    pub fn audience(self) -> Audience {
        match self {
            Self::Draft | Self::Published => Audience::Public,
            Self::MembersDraft | Self::Members => Audience::Members,
        }
    }

    /// Whether only staff see it.
    pub fn is_draft(self) -> bool {
        matches!(self, Self::Draft | Self::MembersDraft)
    }

    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::MembersDraft => "members-draft",
            Self::Members => "members",
        }
    }

    /// From that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}
