//! How a date looks in lists: one row with date ribbon, title, time and place, and its state in words.

use jiff::civil::{Date, DateTime};

use super::event::Event;
use super::occurrence::{Occurrence, OccurrenceState};
use super::places::place;
use super::store::Line;
use crate::bookings::Counts;
use crate::clock::Instant;
use crate::ids::SiteId;
use crate::tenancy::{Hub, Visit};
use crate::texts::Texts;
use crate::texts::dates::{self, Days};
pub use crate::ui::{DayTile, tile};

/// A state: icon and words, never colour alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// `ok`, `warn`, `bad`, `info` or `plain`.
    pub tone: &'static str,
    /// Icon of the sprite.
    pub icon: &'static str,
    /// The words.
    pub words: String,
}

/// One row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Date ribbon.
    pub tile: DayTile,
    /// Ribbon colour.
    pub strand: &'static str,
    /// Strand in words.
    pub topic: &'static str,
    /// Title.
    pub title: String,
    /// The event's page.
    pub href: String,
    /// "14–16 Uhr".
    pub time: String,
    /// Room or place.
    pub place: String,
    /// States.
    pub badges: Vec<Badge>,
    /// The civil day, for headings.
    pub date: Date,
}

/// How registering for a date stands, for words and buttons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Does not take place.
    Cancelled,
    /// Over.
    Over,
    /// Come without registering.
    Open,
    /// Only the organiser knows whether one has to register.
    Elsewhere,
    /// Registration begins later.
    NotYet(Instant),
    /// Registration has ended.
    Closed,
    /// Places are free; `None` for no limit.
    Free {
        /// How many.
        free: Option<u32>,
        /// Of how many.
        of: Option<u32>,
    },
    /// Full, one can wait.
    Waitlist {
        /// The place one would get.
        position: u32,
    },
    /// Full.
    Full,
}

/// What the standing follows from; the same for a row of a list and a whole date.
pub struct Facts {
    state: OccurrenceState,
    ends: Instant,
    registration: bool,
    capacity: Option<u32>,
    opens: Option<Instant>,
    closes: Instant,
    has_waitlist: bool,
    counts: Counts,
    by_organiser: bool,
}

impl From<&Line> for Facts {
    fn from(l: &Line) -> Self {
        Self {
            state: l.state,
            ends: l.ends,
            registration: l.registration,
            capacity: l.capacity,
            opens: l.opens,
            closes: l.closes,
            has_waitlist: l.has_waitlist,
            counts: l.counts,
            by_organiser: l.by_organiser,
        }
    }
}

impl From<&Occurrence> for Facts {
    fn from(o: &Occurrence) -> Self {
        let a = &o.admission;
        let has_waitlist = a.waitlist != booking::Waitlist::Off;
        Self {
            state: o.state,
            ends: o.ends,
            registration: a.registration,
            capacity: a.capacity,
            opens: a.opens,
            closes: a.closes,
            has_waitlist,
            counts: o.counts,
            by_organiser: false,
        }
    }
}

/// How registering stands at an instant. Whoever waits goes first: while somebody waits, free places are not offered to strangers.
pub fn standing(facts: &Facts, now: Instant) -> Standing {
    let free = facts.capacity.map(|capacity| capacity.saturating_sub(facts.counts.seated + facts.counts.held));
    match facts {
        _ if facts.state == OccurrenceState::Cancelled => Standing::Cancelled,
        _ if facts.ends <= now => Standing::Over,
        _ if !facts.registration && facts.by_organiser => Standing::Elsewhere,
        _ if !facts.registration => Standing::Open,
        _ if facts.opens.is_some_and(|opens| now < opens) => Standing::NotYet(facts.opens.unwrap_or(now)),
        _ if facts.closes <= now => Standing::Closed,
        _ if free != Some(0) && facts.counts.waiting == 0 => Standing::Free { free, of: facts.capacity },
        _ if facts.has_waitlist => Standing::Waitlist { position: facts.counts.waiting + 1 },
        _ => Standing::Full,
    }
}

/// The same for a date with its event.
pub fn standing_of(event: &Event, occurrence: &Occurrence, now: Instant) -> Standing {
    standing(&Facts { by_organiser: event.organiser.is_some(), ..occurrence.into() }, now)
}

impl Standing {
    /// Whether a form would be taken.
    pub fn can_register(self) -> bool {
        matches!(self, Self::Free { .. } | Self::Waitlist { .. })
    }

    /// Icon and words for lists.
    pub fn badge(self, t: Texts, hub: &Hub) -> Badge {
        let badge = |tone, icon, words: String| Badge { tone, icon, words };
        match self {
            Self::Cancelled => badge("bad", "i-no", t.events_cancelled().to_owned()),
            Self::Over => badge("plain", "i-clock", t.events_over().to_owned()),
            Self::Open => badge("info", "i-door", t.events_no_registration().to_owned()),
            Self::Elsewhere => badge("plain", "i-info", t.events_by_organiser().to_owned()),
            Self::NotYet(at) => badge("plain", "i-clock", t.events_opens_on(dates::day_short(t.lang, hub.local(at).date()))),
            Self::Closed => badge("plain", "i-clock", t.events_registration_closed().to_owned()),
            Self::Free { free: Some(free), of: Some(of) } => badge("ok", "i-check", t.events_free_of(i64::from(free), i64::from(of))),
            Self::Free { .. } => badge("ok", "i-check", t.events_free().to_owned()),
            Self::Waitlist { position } => badge("warn", "i-queue", t.events_waitlist_position(i64::from(position))),
            Self::Full => badge("warn", "i-queue", t.events_full().to_owned()),
        }
    }
}

/// The rows of a list.
pub fn rows(visit: &Visit, lines: Vec<Line>) -> Vec<Row> {
    let days = visit.days();
    lines.into_iter().map(|line| row(visit, days, line)).collect()
}

fn row(visit: &Visit, days: Days, line: Line) -> Row {
    let t = visit.t;
    let now = standing(&(&line).into(), visit.now);
    let mut badges = Vec::new();
    if !line.open_end && line.starts <= visit.now && visit.now < line.ends && now != Standing::Cancelled {
        badges.push(Badge { tone: "ok", icon: "i-clock", words: t.events_on_now().to_owned() });
    }
    // Begun and closed says the same twice.
    if now != Standing::Elsewhere && !(now == Standing::Closed && line.starts <= visit.now) {
        badges.push(now.badge(t, &visit.hub));
    }
    if line.online && line.site.is_some() {
        badges.push(Badge { tone: "plain", icon: "i-screen", words: t.events_also_online().to_owned() });
    }
    if line.price_cents > 0 {
        badges.push(Badge { tone: "plain", icon: "i-euro", words: crate::texts::amounts::euros(t.lang, line.price_cents) });
    }
    Row {
        tile: tile(t.lang, line.local_start.date()),
        strand: line.topic.strand(),
        topic: line.topic.word(t),
        href: visit.links.below("/events/", &line.slug),
        time: tile_words(days, line.local_start, line.local_end, line.open_end),
        badges,
        date: line.local_start.date(),
        place: short_place(visit, line.site, line.room, line.online),
        title: line.title,
    }
}

/// What stands beside a tile, which shows day and month: the time, and the whole day where it needs its year.
pub fn tile_words(days: Days, start: DateTime, end: DateTime, open_end: bool) -> String {
    let time = time_words(days, start, end, open_end);
    if days.is_far(start.date()) && !time.starts_with(dates::weekday_short(days.lang, start.weekday())) {
        return format!("{}, {time}", days.day_short(start.date()));
    }
    time
}

/// "14–16 Uhr"; with days where the end is on another day.
pub fn time_words(days: Days, start: DateTime, end: DateTime, open_end: bool) -> String {
    if open_end {
        return dates::time_range(days.lang, start.time(), None);
    }
    if super::calendar::is_whole_days(start, end) {
        return days.whole_days(start.date(), end.date());
    }
    let same_day = start.date() == end.date() || (end.time() == jiff::civil::Time::midnight() && start.date().tomorrow().is_ok_and(|next| next == end.date()));
    if same_day { dates::time_range(days.lang, start.time(), Some(end.time())) } else { days.span(start, end) }
}

/// The room in the main house; elsewhere also the house.
fn short_place(visit: &Visit, site: Option<SiteId>, room: String, online: bool) -> String {
    let hub = &visit.hub;
    let Some(id) = site else {
        return if online { visit.t.events_online().to_owned() } else { place(hub, None, &room, false) };
    };
    let at_home = hub.main_site().is_some_and(|main| main.id == id);
    let house = hub.site(id).map(|site| site.name.as_str()).unwrap_or_default();
    match (at_home, room.is_empty()) {
        (true, false) => room,
        (_, true) => house.to_owned(),
        (false, false) => format!("{house}, {room}"),
    }
}

/// When a list that was made now reads differently: the next start or end of one of its dates, a registration that begins or ends,
/// at the latest midnight.
pub fn fresh_until<'a>(visit: &Visit, lines: impl IntoIterator<Item = &'a Line>) -> Instant {
    let today = visit.hub.today(visit.now);
    let midnight = visit.hub.midnight(today.tomorrow().unwrap_or(today));
    let turns = lines.into_iter().flat_map(|line| [Some(line.starts), Some(line.ends), line.opens, Some(line.closes)]);
    turns.flatten().filter(|at| *at > visit.now).chain([midnight]).min().unwrap_or(midnight)
}
