//! An event: what stays the same over all its dates.

use serde::{Deserialize, Serialize};

pub use super::state::{Audience, State};
use crate::ids::{PictureId, SiteId};
pub use crate::texts::spelling::fold;
use crate::texts::{Texts, spelling};

crate::typed_id! {
    /// An event.
    EventId
}

/// The six strands of a hub. The order is that of the ribbon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Telephone and computer.
    Digital,
    /// Rooms and desks.
    Rooms,
    /// Founding and funding.
    Founding,
    /// Taking part.
    TakingPart,
    /// Showroom.
    Showroom,
    /// Health.
    Health,
}

impl Topic {
    /// All of them, in order.
    pub const ALL: [Self; 6] = [Self::Digital, Self::Rooms, Self::Founding, Self::TakingPart, Self::Showroom, Self::Health];

    /// The word in addresses, files and the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Digital => "digital",
            Self::Rooms => "rooms",
            Self::Founding => "founding",
            Self::TakingPart => "taking-part",
            Self::Showroom => "showroom",
            Self::Health => "health",
        }
    }

    /// From that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.as_str() == word)
    }

    /// The word on the screen.
    pub fn word(self, t: Texts) -> &'static str {
        match self {
            Self::Digital => t.events_topic_digital(),
            Self::Rooms => t.events_topic_rooms(),
            Self::Founding => t.events_topic_founding(),
            Self::TakingPart => t.events_topic_taking_part(),
            Self::Showroom => t.events_topic_showroom(),
            Self::Health => t.events_topic_health(),
        }
    }

    /// The class of its ribbon.
    pub fn strand(self) -> &'static str {
        match self {
            Self::Digital => "k1",
            Self::Rooms => "k2",
            Self::Founding => "k3",
            Self::TakingPart => "k4",
            Self::Showroom => "k5",
            Self::Health => "k6",
        }
    }

    /// Its icon in the sprite.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Digital => "i-tablet",
            Self::Rooms => "i-desk",
            Self::Founding => "i-speech",
            Self::TakingPart => "i-idea",
            Self::Showroom => "i-screen",
            Self::Health => "i-heart",
        }
    }

    /// The drawing for events without a picture of their own.
    pub fn drawing(self) -> &'static str {
        match self {
            Self::Digital => "p-help",
            Self::Rooms | Self::Showroom => "p-room",
            Self::Founding | Self::TakingPart => "p-idea",
            Self::Health => "p-video",
        }
    }
}

/// What sort of event it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Learning something over one or more dates.
    Course,
    /// Open consultation.
    Advice,
    /// Somebody speaks, people ask.
    Talk,
    /// Doing something together.
    Workshop,
    /// Being shown around.
    Tour,
    /// Coming together.
    Meeting,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Course, Self::Advice, Self::Talk, Self::Workshop, Self::Tour, Self::Meeting];

    /// The word in addresses, files and the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Course => "course",
            Self::Advice => "advice",
            Self::Talk => "talk",
            Self::Workshop => "workshop",
            Self::Tour => "tour",
            Self::Meeting => "meeting",
        }
    }

    /// From that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// The word on the screen.
    pub fn word(self, t: Texts) -> &'static str {
        match self {
            Self::Course => t.events_kind_course(),
            Self::Advice => t.events_kind_advice(),
            Self::Talk => t.events_kind_talk(),
            Self::Workshop => t.events_kind_workshop(),
            Self::Tour => t.events_kind_tour(),
            Self::Meeting => t.events_kind_meeting(),
        }
    }
}

/// For whom an event is made, as far as that helps to find it. Nobody is turned away for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ForWhom {
    /// Everybody.
    All,
    /// Older people.
    Older,
    /// Children and families.
    Families,
    /// Firms and founders.
    Business,
    /// Clubs and volunteers.
    Clubs,
    /// Administrations.
    Offices,
}

impl ForWhom {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::All, Self::Older, Self::Families, Self::Business, Self::Clubs, Self::Offices];

    /// The word in addresses, files and the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Older => "older",
            Self::Families => "families",
            Self::Business => "business",
            Self::Clubs => "clubs",
            Self::Offices => "offices",
        }
    }

    /// From that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.as_str() == word)
    }

    /// The words on the screen.
    pub fn word(self, t: Texts) -> &'static str {
        match self {
            Self::All => t.events_for_all(),
            Self::Older => t.events_for_older(),
            Self::Families => t.events_for_families(),
            Self::Business => t.events_for_business(),
            Self::Clubs => t.events_for_clubs(),
            Self::Offices => t.events_for_offices(),
        }
    }
}

/// A question that a registration asks besides name and contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The question.
    pub label: String,
    /// For what the hub needs the answer: one line of purpose.
    #[serde(default)]
    pub help: String,
    /// How it is answered.
    pub kind: QuestionKind,
    /// The answers to choose from.
    #[serde(default)]
    pub choices: Vec<String>,
    /// Whether it must be answered.
    #[serde(default)]
    pub required: bool,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuestionKind {
    /// In one's own words, one line.
    Text,
    /// One of the given answers.
    Choice,
    /// By a tick.
    Yes,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Key.
    pub id: EventId,
    /// Part of the address, once per hub.
    pub slug: String,
    /// Title as on a poster.
    pub title: String,
    /// Strand.
    pub topic: Topic,
    /// Sort.
    pub kind: Kind,
    /// One or two sentences.
    pub lede: String,
    /// Description, Markdown subset.
    pub body: String,
    /// Who holds it; may be empty.
    pub host: String,
    /// For whom, in words; may be empty.
    pub audience: String,
    /// For whom, to find it by.
    pub for_whom: ForWhom,
    /// What to bring; may be empty.
    pub bring: String,
    /// Price in cents; 0 is free of charge.
    pub price_cents: i64,
    /// When somebody else holds it and only they know what it costs and whether one has to register: where they say so, which may be
    /// unknown (empty). `None` for events of the hub. A price or registration that the hub enters itself counts all the same.
    pub organiser: Option<String>,
    /// A word on the price: reductions, how to pay.
    pub price_note: String,
    /// Where; `None` for online only or a place given in words.
    pub site: Option<SiteId>,
    /// Room, or the place in words.
    pub room: String,
    /// Whether one can take part from afar.
    pub online: bool,
    /// Where online; shown only to those who are registered.
    pub online_url: String,
    /// Which drawing of the sprite, when there is no picture; empty for that of the topic.
    pub drawing: String,
    /// Own picture.
    pub picture: Option<PictureId>,
    /// What the picture shows; empty marks it as decoration.
    pub picture_alt: String,
    /// Own questions.
    pub questions: Vec<Question>,
    /// Who can see it.
    pub state: State,
    /// Rises with every edit, so that two people do not overwrite each other.
    pub version: i64,
}

impl Event {
    /// An event to start from: a draft of a course for everybody, free of charge, nothing else said.
    pub fn empty(id: EventId) -> Self {
        Self {
            id,
            slug: String::new(),
            title: String::new(),
            topic: Topic::Digital,
            kind: Kind::Course,
            lede: String::new(),
            body: String::new(),
            host: String::new(),
            audience: String::new(),
            for_whom: ForWhom::All,
            bring: String::new(),
            price_cents: 0,
            organiser: None,
            price_note: String::new(),
            site: None,
            room: String::new(),
            online: false,
            online_url: String::new(),
            drawing: String::new(),
            picture: None,
            picture_alt: String::new(),
            questions: Vec::new(),
            state: State::Draft,
            version: 1,
        }
    }

    /// The drawing to show without an own picture.
    pub fn drawing_name(&self) -> String {
        if self.drawing.is_empty() { self.topic.drawing().to_owned() } else { format!("p-{}", self.drawing) }
    }

    /// What search looks into: title, sentences, place and strand in the folded spelling.
    pub fn folded(&self, site_name: &str) -> String {
        let german = Texts { lang: crate::texts::Lang::De };
        let words = fold(
            &[&self.title, &self.lede, &self.body, &self.host, &self.audience, &self.room, site_name, self.topic.word(german), self.kind.word(german)]
                .join(" "),
        );
        // Blanks around it: words of two letters are looked for as whole words.
        format!(" {words} ")
    }
}

/// The part of the address for a title: "Smartphone-Sprechstunde" becomes `smartphone-sprechstunde`, umlauts written out.
pub fn slug_of(title: &str) -> String {
    let slug = spelling::slug_of(title);
    if slug.is_empty() { "termin".to_owned() } else { slug }
}
