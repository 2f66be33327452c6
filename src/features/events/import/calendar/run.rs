//! Brings the hub's events in line with a calendar, in small transactions beside a running server.

use std::sync::Arc;

use super::plan::Draft;
use super::steps::{Hindrance, Steps, occurrence, steps};
use super::why::{Refused, Why};
use crate::clock::Instant;
use crate::db::{Db, DbResult, Failure, HubId, Tx};
use crate::features::events::event::{Event, EventId, State};
use crate::features::events::import::run::{Outcome, PAUSE, Slugs, Tally, Writer, blank, organiser};
use crate::features::events::occurrence::Occurrence;
use crate::features::events::store;
use crate::tenancy::Hub;
use crate::texts::{Lang, Texts};

/// The command line speaks English.
const ENGLISH: Texts = Texts { lang: Lang::En };
/// Name of this importer in `event.source`.
pub const SOURCE: &str = "ics";

/// What a draft would do here.
#[derive(Debug)]
pub enum Decision {
    /// A new event with these dates.
    New(Box<(EventId, Steps)>),
    /// This event, otherwise, with these steps for its dates.
    Change(Box<(Event, Steps)>),
    /// Nothing: it was taken before as it is.
    Same,
    /// It is not taken.
    Refused(Why),
}

/// What becomes of events that the hub does not have yet.
#[derive(Debug, Clone, Copy)]
pub struct Newcomers {
    /// In which state they begin.
    pub state: State,
    /// Those that were over at this instant are refused; `None`: those that are over now.
    pub since: Option<Instant>,
}

/// Nothing is shown before staff have looked at it, and what is over is of no use.
pub const DRAFTS: Newcomers = Newcomers { state: State::Draft, since: None };

/// Carries out a plan and tells of each event in the order of the file, one transaction each: an event may have hundreds of dates.
/// What the file says wins over what was edited here in title, texts, place, strand, sort and dates;
/// everything else of an event stays. After a failure the same plan can be run again: what is done is not done twice.
pub fn bring_in(db: &Db, hub: &Hub, plan: Vec<Result<Draft, Refused>>, new: Newcomers, mut tell: impl FnMut(&Outcome)) -> Result<Tally, Failure> {
    let mut tally = Tally::default();
    for step in plan {
        let outcome = match step {
            Err(refused) => Outcome::Refused(place(refused.line, &refused.name), refused.why.words(ENGLISH)),
            Ok(draft) => one(db, hub, draft, new)?,
        };
        tally.count(&outcome);
        tell(&outcome);
    }
    Ok(tally)
}

/// What a draft would do, decided by what is stored.
pub fn decide(tx: &Tx<'_>, hub: HubId, zone: &str, now: Instant, draft: &Draft) -> DbResult<Decision> {
    Writer { tx, hub, zone, now }.decide(draft, now)
}

/// Takes a draft over in the transaction of its caller.
pub fn take_over(tx: &Tx<'_>, hub: HubId, zone: &str, now: Instant, draft: &Draft, new: Newcomers) -> DbResult<Outcome> {
    Writer { tx, hub, zone, now }.take(draft, new)
}

/// Calls off what is to come of an event that is no longer in its calendar. Nothing is done where people have registered.
pub fn call_off(tx: &Tx<'_>, hub: HubId, zone: &str, now: Instant, key: &str) -> DbResult<bool> {
    let writer = Writer { tx, hub, zone, now };
    let Some((id, _)) = store::find_source(tx, hub, SOURCE, key)? else { return Ok(false) };
    let Some(event) = store::event(tx, hub, id)? else { return Ok(false) };
    let Ok(steps) = steps(writer.stored(id)?, Vec::new(), false, now) else { return Ok(false) };
    writer.save(&steps)?;
    let site = writer.site_name(&event)?;
    // Without its print: should it come back as it was, that is a change.
    store::update_event(tx, hub, &event, &site, "")
}

fn one(db: &Db, hub: &Hub, draft: Draft, new: Newcomers) -> Result<Outcome, Failure> {
    let (id, key, print) = (hub.id, draft.key.clone(), draft.print.clone());
    let known = db.read_blocking(id, move |tx| store::find_source(tx, id, SOURCE, &key))?;
    if known.is_some_and(|(_, old)| old == print) {
        return Ok(Outcome::Unchanged);
    }
    let (zone, draft) = (hub.zone.clone(), Arc::new(draft));
    let outcome = db.write_blocking(id, move |tx, now| take_over(tx, id, &zone, now, &draft, new))?;
    std::thread::sleep(PAUSE);
    Ok(outcome)
}

impl Writer<'_, '_> {
    fn decide(&self, draft: &Draft, since: Instant) -> DbResult<Decision> {
        let decision = match store::find_source(self.tx, self.hub, SOURCE, &draft.key)? {
            None if draft.dates.iter().all(|date| date.ends.unwrap_or(date.starts) <= since) => Err(Why::Over),
            None => {
                let id = EventId::new(self.now);
                self.steps(Vec::new(), id, draft, false).map(|steps| Decision::New(Box::new((id, steps))))
            }
            Some((_, print)) if print == draft.print => Ok(Decision::Same),
            Some((id, _)) => match store::event(self.tx, self.hub, id)? {
                Some(event) => {
                    let stored = self.stored(id)?;
                    let moved = event.room != draft.room;
                    self.steps(stored, id, draft, moved).map(|steps| Decision::Change(Box::new((event, steps))))
                }
                None => Err(Why::Gone),
            },
        };
        Ok(decision.unwrap_or_else(Decision::Refused))
    }

    fn take(&self, draft: &Draft, new: Newcomers) -> DbResult<Outcome> {
        match self.decide(draft, new.since.unwrap_or(self.now))? {
            Decision::Same => Ok(Outcome::Unchanged),
            Decision::Refused(why) => Ok(Outcome::Refused(place(draft.line, &draft.title), why.words(ENGLISH))),
            Decision::New(found) => {
                let (id, steps) = *found;
                let slug = self.free_slug(&draft.title, &mut Slugs::new())?;
                let event = written(Event { slug, state: new.state, ..blank(id, draft.topic, draft.kind) }, draft);
                let source = store::Source { name: SOURCE.to_owned(), key: draft.key.clone(), print: draft.print.clone() };
                store::insert_event(self.tx, self.hub, &event, "", &source, self.now)?;
                self.save(&steps)?;
                Ok(Outcome::Created(draft.key.clone(), told_title(draft)))
            }
            Decision::Change(change) => {
                let (old, steps) = *change;
                self.save(&steps)?;
                let site = self.site_name(&old)?;
                store::update_event(self.tx, self.hub, &written(old, draft), &site, &draft.print)?;
                Ok(Outcome::Updated(draft.key.clone(), told_title(draft)))
            }
        }
    }

    /// All dates of an event with the starts that they had where they came from.
    fn stored(&self, event: EventId) -> DbResult<Vec<(String, Occurrence)>> {
        let keys = store::source_keys(self.tx, self.hub, event)?;
        let dates = store::occurrences(self.tx, self.hub, event, Instant::from_micros(i64::MIN))?;
        Ok(dates.into_iter().map(|date| (keys.get(&date.id).cloned().unwrap_or_default(), date)).collect())
    }

    fn steps(&self, stored: Vec<(String, Occurrence)>, event: EventId, draft: &Draft, moved: bool) -> Result<Steps, Why> {
        let wanted = draft.dates.iter().map(|date| occurrence(event, date, self.zone, self.now).map(|new| (date.key.clone(), new)));
        let wanted = wanted.collect::<Option<Vec<_>>>().ok_or(Why::NoSuchTime)?;
        steps(stored, wanted, moved, self.now).map_err(|hindrance| match hindrance {
            Hindrance::Booked => Why::Booked,
            Hindrance::Twice => Why::Twice,
        })
    }

    fn save(&self, steps: &Steps) -> DbResult<()> {
        // First out of each other's way: two dates may change places.
        for date in &steps.update {
            let aside = Occurrence { key: format!("~{}", date.id), ..date.clone() };
            store::update_occurrence(self.tx, self.hub, &aside)?;
        }
        for date in &steps.update {
            store::update_occurrence(self.tx, self.hub, date)?;
        }
        for (id, key) in &steps.renamed {
            store::set_source_key(self.tx, self.hub, *id, key)?;
        }
        for (key, date) in &steps.insert {
            store::insert_occurrence(self.tx, self.hub, date)?;
            store::set_source_key(self.tx, self.hub, date.id, key)?;
        }
        Ok(())
    }
}

/// Where in the file an event stands, and what it is called there, if it is.
fn place(line: usize, name: &str) -> String {
    if name.is_empty() { format!("line {line}") } else { format!("line {line} ({name})") }
}

/// The title with what people should look at.
fn told_title(draft: &Draft) -> String {
    let dates = if draft.dates.len() == 1 { "1 date".to_owned() } else { format!("{} dates", draft.dates.len()) };
    let head = format!("{}, {dates}", draft.title);
    let notes: Vec<String> = draft.notes.iter().map(|note| note.words(ENGLISH)).collect();
    std::iter::once(head.as_str()).chain(notes.iter().map(String::as_str)).collect::<Vec<_>>().join("\n  note: ")
}

fn written(old: Event, draft: &Draft) -> Event {
    Event {
        title: draft.title.clone(),
        topic: draft.topic,
        kind: draft.kind,
        lede: draft.lede.clone(),
        body: draft.body.clone(),
        room: draft.room.clone(),
        organiser: organiser(&old, &draft.organiser),
        ..old
    }
}
