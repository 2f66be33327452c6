//! What only the making of the programme asks and writes.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::form::Place;
use super::review::Taken;
use super::terms::Terms;
use crate::bookings::{Counts, UNDO};
use crate::clock::Instant;
use crate::db::{DbError, DbResult, HubId, Tx, args};
use crate::features::events::event::{EventId, State, Topic};
use crate::features::events::occurrence::{Occurrence, OccurrenceState};
use crate::ids::{AccountId, OccasionId, PictureId, SiteId, uuid_at};

crate::db::statements! {
    /// Events by what people look for, each with its next date that takes place, of those that are over with the last.
    LIST(hub, now, text "%", text "%", text "%", int 0, int 0) =
        "select e.slug, e.title, e.topic, e.state, e.site_id, e.room, e.online,
                (select count(*) from occurrence a where a.hub_id = e.hub_id and a.event_id = e.id),
                (select count(*) from occurrence u where u.hub_id = e.hub_id and u.event_id = e.id and u.ends_at > ?2 and u.state = 'planned'),
                o.key, o.local_start, o.local_end, o.open_end, o.room, o.registration, o.capacity, o.seated, o.held, o.waiting
         from event e left join occurrence o on o.hub_id = e.hub_id and o.id = (
             select n.id from occurrence n where n.hub_id = e.hub_id and n.event_id = e.id and (?6 = 1 or (n.ends_at > ?2 and n.state = 'planned'))
             order by case when ?6 = 1 then 0 - n.starts_at else n.starts_at end, n.id limit 1)
         where e.hub_id = ?1 and e.folded like ?3 and e.folded like ?4 and e.folded like ?5
           and ((?6 = 2 and e.state in ('draft', 'members-draft')) or ?6 = (case when e.state in ('published', 'members') and o.id is not null
                and not exists (select 1 from occurrence u where u.hub_id = e.hub_id and u.event_id = e.id and u.ends_at > ?2 and u.state = 'planned') then 1
                when e.state in ('published', 'members') and o.id is null and exists (select 1 from occurrence b where b.hub_id = e.hub_id and b.event_id = e.id) then 1 else 0 end))
         order by case when e.state in ('draft', 'members-draft') then 0 else 1 end, case when ?6 = 1 then 0 - coalesce(o.starts_at, 0) else coalesce(o.starts_at, 0) end, e.created_at desc, e.id
         limit 51 offset ?7";
    /// Dates that take place in a span of time at a place, or at none.
    TAKEN(hub, now, int 9_000_000_000_000_000, uuid, int 0) =
        "select o.starts_at, o.ends_at, o.local_start, e.site_id, o.room, e.room, e.title from occurrence o join event e on e.hub_id = o.hub_id and e.id = o.event_id
         where o.hub_id = ?1 and o.ends_at > ?2 and o.starts_at < ?3 and o.state = 'planned' and ((?5 = 0 and e.site_id = ?4) or (?5 = 1 and e.site_id is null))
         order by o.starts_at, o.id limit 5000";
    /// On what terms new dates of an event begin, and the fingerprint of its import.
    KEPT(hub, id_of "event") = "select terms, source_print from event where hub_id = ?1 and id = ?2";
    /// Other terms.
    SET_TERMS(hub, id_of "event", text "") = "update event set terms = ?3 where hub_id = ?1 and id = ?2";
    /// Notes how things were before a change.
    INSERT_CHANGE(hub, uuid, id_of "event", now, null, text "cancelled", text "{}") =
        "insert into event_change (hub_id, id, event_id, at, account_id, kind, was) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    /// Changes of an event since an instant, the newest first.
    CHANGES(hub, id_of "event", now) = "select id, at, kind, was from event_change where hub_id = ?1 and event_id = ?2 and at > ?3 order by at desc, id desc limit 50";
    /// Forgets a change.
    DELETE_CHANGE(hub, uuid) = "delete from event_change where hub_id = ?1 and id = ?2";
    /// Forgets the changes of an event that are too old to be taken back.
    FORGET_CHANGES(hub, id_of "event", now) = "delete from event_change where hub_id = ?1 and event_id = ?2 and at <= ?3";
    /// How many registrations all dates of an event ever had.
    BOOKINGS(hub, id_of "event") = "select count(*) from booking b join occurrence o on o.hub_id = b.hub_id and o.id = b.occasion_id where b.hub_id = ?1 and o.event_id = ?2";
    /// Deletes the dates of an event.
    DELETE_OCCURRENCES(hub, uuid) = "delete from occurrence where hub_id = ?1 and event_id = ?2";
    /// Deletes an event.
    DELETE_EVENT(hub, uuid) = "delete from event where hub_id = ?1 and id = ?2";
    /// Deletes a picture that no event shows.
    DELETE_PICTURE(hub, uuid) = "delete from picture where hub_id = ?1 and id = ?2 and not exists (select 1 from event e where e.hub_id = ?1 and e.picture_id = ?2)";
}

/// An event in the staff's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Part of the address.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Strand.
    pub topic: Topic,
    /// Who can see it.
    pub state: State,
    /// Where.
    pub site: Option<SiteId>,
    /// Room.
    pub room: String,
    /// From afar.
    pub online: bool,
    /// How many dates it ever had.
    pub dates: i64,
    /// How many are to come.
    pub upcoming: i64,
    /// The next of them; when all are over, the last.
    pub next: Option<NextDate>,
}

/// The next date of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextDate {
    /// Part of the address.
    pub key: String,
    /// Wall time of the start.
    pub start: jiff::civil::DateTime,
    /// Wall time of the end.
    pub end: jiff::civil::DateTime,
    /// Whether the end was left open.
    pub open_end: bool,
    /// A room of its own.
    pub room: String,
    /// Whether people register.
    pub registration: bool,
    /// Seats.
    pub capacity: Option<u32>,
    /// How full.
    pub counts: Counts,
}

/// Which events a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// What is to come, drafts first, then by the next date.
    Coming,
    /// Published, and all dates are over; the latest first.
    Past,
    /// Drafts.
    Drafts,
}

/// Events on a page of the list.
pub const LISTED: usize = 50;

/// Events by words, a page and one more, which says that there is another page.
pub fn list(tx: &Tx<'_>, hub: HubId, now: Instant, patterns: &[String; 3], shown: Shown, skip: u32) -> DbResult<Vec<Entry>> {
    let [first, second, third] = patterns;
    let which = match shown {
        Shown::Coming => 0,
        Shown::Past => 1,
        Shown::Drafts => 2,
    };
    tx.rows(&LIST, &args![hub, now, first, second, third, which, skip], |c| {
        let (slug, title, topic, state): (String, _, String, String) = (c.take()?, c.take()?, c.take()?, c.take()?);
        let (site, room, online, dates, upcoming) = (c.take()?, c.take()?, c.take()?, c.take()?, c.take()?);
        let (key, start, end, open_end): (Option<String>, Option<String>, Option<String>, Option<bool>) = (c.take()?, c.take()?, c.take()?, c.take()?);
        let (own_room, registration, capacity): (Option<String>, Option<bool>, _) = (c.take()?, c.take()?, c.take()?);
        let (seated, held, waiting): (Option<u32>, Option<u32>, Option<u32>) = (c.take()?, c.take()?, c.take()?);
        let next = match (key, start, end) {
            (Some(key), Some(start), Some(end)) => Some(NextDate {
                key,
                start: wall(&start)?,
                end: wall(&end)?,
                open_end: open_end.unwrap_or(false),
                room: own_room.unwrap_or_default(),
                registration: registration.unwrap_or(false),
                capacity,
                counts: Counts { seated: seated.unwrap_or(0), held: held.unwrap_or(0), waiting: waiting.unwrap_or(0) },
            }),
            _ => None,
        };
        let unknown = || DbError::app(format!("event {slug}: unknown word"));
        Ok(Entry {
            topic: Topic::parse(&topic).ok_or_else(unknown)?,
            state: State::parse(&state).ok_or_else(unknown)?,
            title,
            site,
            room,
            online,
            dates,
            upcoming,
            next,
            slug: slug.clone(),
        })
    })
}

/// What takes place at a house, or at none, between two instants; at most 5,000 dates.
pub fn taken(tx: &Tx<'_>, hub: HubId, span: (Instant, Instant), site: Option<SiteId>) -> DbResult<Vec<Taken>> {
    let key = site.map_or(Uuid::nil(), |site| site.0);
    tx.rows(&TAKEN, &args![hub, span.0, span.1, key, site.is_none()], |c| {
        let (starts, ends, start, site): (_, _, String, _) = (c.take()?, c.take()?, c.take()?, c.take()?);
        let (own, room): (String, String) = (c.take()?, c.take()?);
        Ok(Taken { starts, ends, local_start: wall(&start)?, site, room: if own.is_empty() { room } else { own }, title: c.take()? })
    })
}

/// The terms that were saved with an event, if any were, and the fingerprint of its import.
pub fn kept(tx: &Tx<'_>, hub: HubId, event: EventId) -> DbResult<(Option<Terms>, String)> {
    let (terms, print): (String, String) = tx.one(&KEPT, &args![hub, event], |c| Ok((c.take()?, c.take()?)))?;
    Ok((serde_json::from_str(&terms).ok(), print))
}

/// Keeps the terms of an event's new dates.
pub fn set_terms(tx: &Tx<'_>, hub: HubId, event: EventId, terms: &Terms) -> DbResult<()> {
    let text = serde_json::to_string(terms).map_err(|error| DbError::app(error.to_string()))?;
    tx.execute(&SET_TERMS, &args![hub, event, text]).map(drop)
}

/// What a change was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// A date was cancelled.
    Cancelled,
    /// Dates were given another time or room.
    Retimed,
    /// The event was given another place.
    Replaced,
}

impl ChangeKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Retimed => "retimed",
            Self::Replaced => "replaced",
        }
    }

    fn parse(word: &str) -> Self {
        match word {
            "cancelled" => Self::Cancelled,
            "replaced" => Self::Replaced,
            _ => Self::Retimed,
        }
    }
}

/// How things were before a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Was {
    /// The event's place, when it changed.
    pub place: Option<Place>,
    /// The dates that the change touched.
    pub dates: Vec<WasDate>,
}

/// Time, room and state of a date before a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WasDate {
    id: String,
    key: String,
    starts: i64,
    ends: i64,
    open_end: bool,
    start: jiff::civil::DateTime,
    end: jiff::civil::DateTime,
    room: String,
    cancelled: bool,
    reason: String,
}

impl WasDate {
    /// Keeps what a change may touch.
    pub fn of(o: &Occurrence) -> Self {
        Self {
            id: o.id.to_string(),
            key: o.key.clone(),
            starts: o.starts.micros(),
            ends: o.ends.micros(),
            open_end: o.open_end,
            start: o.local_start,
            end: o.local_end,
            room: o.room.clone(),
            cancelled: o.state == OccurrenceState::Cancelled,
            reason: o.reason.clone(),
        }
    }

    /// Which date; `None` only for a key that is none.
    pub fn id(&self) -> Option<OccasionId> {
        self.id.parse().ok().map(OccasionId)
    }

    /// The wall time it had.
    pub fn start(&self) -> jiff::civil::DateTime {
        self.start
    }

    /// The date as it was; seats and terms as they are now.
    pub fn back(self, o: &Occurrence) -> Occurrence {
        let lead = o.starts.micros() - o.admission.closes.micros();
        let mut back = o.clone();
        back.admission.closes = Instant::from_micros(self.starts - lead);
        (back.key, back.room, back.reason, back.open_end) = (self.key, self.room, self.reason, self.open_end);
        (back.starts, back.ends) = (Instant::from_micros(self.starts), Instant::from_micros(self.ends));
        (back.local_start, back.local_end) = (self.start, self.end);
        back.state = if self.cancelled { OccurrenceState::Cancelled } else { OccurrenceState::Planned };
        back
    }
}

/// A change that can still be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Key.
    pub id: Uuid,
    /// When.
    pub at: Instant,
    /// What.
    pub kind: ChangeKind,
    /// How it was.
    pub was: Was,
}

/// Notes a change, and forgets those that are too old to be taken back.
pub fn insert_change(tx: &Tx<'_>, hub: HubId, event: EventId, by: AccountId, kind: ChangeKind, was: &Was, now: Instant) -> DbResult<()> {
    let text = serde_json::to_string(was).map_err(|error| DbError::app(error.to_string()))?;
    tx.execute(&FORGET_CHANGES, &args![hub, event, now.minus(UNDO)])?;
    tx.execute(&INSERT_CHANGE, &args![hub, uuid_at(now), event, now, by, kind.as_str(), text]).map(drop)
}

/// Changes of an event after an instant, the newest first.
pub fn changes(tx: &Tx<'_>, hub: HubId, event: EventId, since: Instant) -> DbResult<Vec<Change>> {
    tx.rows(&CHANGES, &args![hub, event, since], |c| {
        let (id, at, kind, was): (_, _, String, String) = (c.take()?, c.take()?, c.take()?, c.take()?);
        let was = serde_json::from_str(&was).map_err(|error| DbError::app(format!("event_change: {error}")))?;
        Ok(Change { id, at, kind: ChangeKind::parse(&kind), was })
    })
}

/// Forgets a change: it was taken back, or something newer stands above it.
pub fn delete_change(tx: &Tx<'_>, hub: HubId, id: Uuid) -> DbResult<()> {
    tx.execute(&DELETE_CHANGE, &args![hub, id]).map(drop)
}

/// How many registrations an event ever had.
pub fn bookings(tx: &Tx<'_>, hub: HubId, event: EventId) -> DbResult<i64> {
    tx.one(&BOOKINGS, &args![hub, event], |c| c.take())
}

/// Deletes an event and its dates. The caller has made sure that nobody registered.
pub fn delete_event(tx: &Tx<'_>, hub: HubId, event: EventId, now: Instant) -> DbResult<()> {
    tx.execute(&FORGET_CHANGES, &args![hub, event, now])?;
    tx.execute(&DELETE_OCCURRENCES, &args![hub, event])?;
    tx.execute(&DELETE_EVENT, &args![hub, event]).map(drop)
}

/// Deletes a picture unless some event shows it.
pub fn delete_picture(tx: &Tx<'_>, hub: HubId, picture: PictureId) -> DbResult<()> {
    tx.execute(&DELETE_PICTURE, &args![hub, picture]).map(drop)
}

fn wall(text: &str) -> DbResult<jiff::civil::DateTime> {
    text.parse().map_err(|_| DbError::app(format!("{text} is no wall time")))
}
