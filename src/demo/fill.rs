//! Puts the sample programme into an installation.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use booking::Overrides;
use jiff::civil::Date;

use super::programme::{EventEntry, OrganisationEntry, Programme, SiteEntry, dates, offset, parse, time, weekday};
use crate::auth::{self, Role};
use crate::bookings::{Ask, Channel, Desk, Paper};
use crate::clock::Instant;
use crate::db::{Db, DbError, DbResult, HubId, Scope, Tx};
use crate::features::events::{self, Audience, Event, EventId, ForWhom, Kind, Occurrence, OccurrenceState, Seats, State, Topic, store};
use crate::features::pages;
use crate::ids::SiteId;
use crate::keys::Keys;
use crate::organisations::{self, Contact, Cost, Domain, Organisation, OrganisationId, Training};
use crate::tenancy::store::{NewHub, hub_id, insert_hub, insert_secret, insert_site, secret};
use crate::tenancy::{Opening, Partner, Site};
use crate::texts::Lang;

/// How to sign in to the sample hub.
#[derive(Debug, Clone)]
pub struct Access {
    /// The hub.
    pub slug: String,
    /// Address of the account.
    pub email: String,
    /// Its password, made at random when the hub was filled.
    pub password: String,
}

const EMAIL: &str = "team@example.org";
const PASSWORD: &str = "demo-password";
/// Seats that one organisation gets of the closed course, and what a date of it costs.
const QUOTA: u32 = 4;
const COURSE_CENTS: i64 = 60_000;

/// Fills the installation with the sample hub unless it is there, and tells how to sign in.
pub fn fill(db: &Db) -> Result<Access, String> {
    let programme = parse(super::PROGRAMME).map_err(|error| format!("the sample programme cannot be read: {error}"))?;
    let slug = programme.hub.slug.clone();
    let known = db.read_blocking(Scope::Installation, |tx| secret(tx, PASSWORD)).map_err(|failure| failure.to_string())?;
    let password = match known {
        Some(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        None => set_up(db, &programme)?,
    };
    Ok(Access { slug, email: EMAIL.to_owned(), password })
}

fn set_up(db: &Db, programme: &Programme) -> Result<String, String> {
    let password: String = URL_SAFE_NO_PAD.encode(Keys::random_bytes()).chars().filter(char::is_ascii_alphanumeric).take(14).collect();
    let hash = auth::hash_unchecked(&password).map_err(|refused| refused.to_string())?;
    let (new, shown) = (new_hub(programme), password.clone());
    let hub = db
        .write_blocking(Scope::Installation, move |tx, now| {
            let hub = match hub_id(tx, &new.slug)? {
                Some(hub) => hub,
                None => insert_hub(tx, &new, now)?,
            };
            let account = auth::store::insert(tx, EMAIL, "Team der Demo", &hash, false, now)?;
            auth::store::set_role(tx, hub, account, Role::Lead)?;
            insert_secret(tx, PASSWORD, shown.as_bytes())?;
            Ok(hub)
        })
        .map_err(|failure| failure.to_string())?;
    fill_hub(db, hub, programme)?;
    Ok(password)
}

/// Places, events and registrations of the sample hub; each event in a transaction of its own.
pub fn fill_hub(db: &Db, hub: HubId, programme: &Programme) -> Result<(), String> {
    let sites = programme.site.clone();
    let ids: Vec<(String, SiteId, String)> = db
        .write_blocking(hub, move |tx, now| {
            let mut ids = Vec::new();
            for (position, entry) in sites.iter().enumerate() {
                let site = site(entry, now);
                insert_site(tx, hub, &site, u32::try_from(position).unwrap_or(0))?;
                ids.push((entry.key.clone(), site.id, site.name));
            }
            Ok(ids)
        })
        .map_err(|failure| failure.to_string())?;
    db.write_blocking(hub, move |tx, now| pages::fill(tx, hub, super::PAGES, now)).map_err(|failure| failure.to_string())?;
    let members = programme.organisation.clone();
    db.write_blocking(hub, move |tx, now| members.iter().try_for_each(|entry| insert_organisation(tx, hub, entry, now)))
        .map_err(|failure| failure.to_string())?;
    for entry in &programme.event {
        let (entry, ids, names, zone) = (entry.clone(), ids.clone(), programme.names.clone(), programme.hub.zone.clone());
        db.write_blocking(hub, move |tx, now| insert_event(tx, hub, &entry, &ids, &names, &zone, now)).map_err(|failure| failure.to_string())?;
    }
    Ok(())
}

fn insert_organisation(tx: &Tx<'_>, hub: HubId, entry: &OrganisationEntry, now: Instant) -> DbResult<()> {
    let contact = (!entry.contact.is_empty()).then(|| Contact { name: entry.contact.clone(), email: entry.contact_email.clone(), at: now });
    let new = Organisation {
        id: OrganisationId::new(now),
        name: entry.name.clone(),
        kind: organisations::Kind::parse(&entry.kind).unwrap_or(organisations::Kind::Other),
        domains: Domain::parse(&entry.domain).into_iter().collect(),
        code: entry.code.clone(),
        contact,
    };
    organisations::store::insert(tx, hub, &new, now)
}

fn new_hub(programme: &Programme) -> NewHub {
    let hub = programme.hub.clone();
    NewHub {
        slug: hub.slug,
        name: hub.name,
        owner_line: hub.owner,
        phone: hub.phone,
        phone_hours: hub.phone_hours,
        email: hub.email,
        zone: hub.zone,
        claim: hub.claim,
        welcome: hub.welcome,
        partners: hub.partners.into_iter().map(|(name, about)| Partner { name, about, ..Partner::default() }).collect(),
        demo: true,
    }
}

fn site(entry: &SiteEntry, now: Instant) -> Site {
    let openings = entry
        .hours
        .iter()
        .filter_map(|(day, opens, closes)| Some(Opening { weekday: weekday(day)?.to_monday_one_offset(), opens: time(opens)?, closes: time(closes)? }));
    Site {
        id: SiteId::new(now),
        name: entry.name.clone(),
        street: entry.street.clone(),
        postcode: entry.postcode.clone(),
        town: entry.town.clone(),
        directions: entry.directions.clone(),
        wheelchair: entry.wheelchair.clone(),
        hearing: entry.hearing.clone(),
        openings: openings.collect(),
    }
}

fn insert_event(tx: &Tx<'_>, hub: HubId, entry: &EventEntry, sites: &[(String, SiteId, String)], names: &[String], zone: &str, now: Instant) -> DbResult<()> {
    let site = sites.iter().find(|(key, _, _)| *key == entry.site);
    let event = event(entry, site.map(|(_, id, _)| *id), now)?;
    store::insert_event(tx, hub, &event, site.map_or("", |(_, _, name)| name), &store::Source::default(), now)?;
    if entry.members {
        let training = Training { seats: Some(QUOTA), cost: Cost::ByPersons(COURSE_CENTS), ..Training::default() };
        organisations::store::set_training(tx, hub, event.id.0, &training)?;
    }
    let today = crate::tenancy::timestamp(now).in_tz(zone).map_err(|error| DbError::app(error.to_string()))?.date();
    for (n, (start, end)) in dates(entry, today).into_iter().enumerate() {
        let Some(mut date) = Occurrence::new(event.id, start, Some(end), zone, admission(entry), now) else { continue };
        let cancelled = entry.cancelled.iter().find(|cancelled| cancelled.date == n);
        store::insert_occurrence(tx, hub, &date)?;
        register(tx, hub, entry, &date, n, names, now)?;
        if entry.members {
            register_members(tx, hub, &date, names, now)?;
        }
        if let Some(cancelled) = cancelled {
            date.state = OccurrenceState::Cancelled;
            date.reason.clone_from(&cancelled.reason);
            store::update_occurrence(tx, hub, &date)?;
            replace(tx, hub, entry, &date, &cancelled.replaced, today, now)?;
        }
    }
    Ok(())
}

/// The new date of a cancelled one: same times on another day.
fn replace(tx: &Tx<'_>, hub: HubId, entry: &EventEntry, old: &Occurrence, day: &str, today: Date, now: Instant) -> DbResult<()> {
    let Some(day) = offset(today, day) else { return Ok(()) };
    let (start, end) = (day.to_datetime(old.local_start.time()), day.to_datetime(old.local_end.time()));
    match Occurrence::new(old.event, start, Some(end), &old.zone, admission(entry), now) {
        Some(date) => store::insert_occurrence(tx, hub, &date),
        None => Ok(()),
    }
}

fn event(entry: &EventEntry, site: Option<SiteId>, now: Instant) -> DbResult<Event> {
    let unknown = |word: &str| DbError::app(format!("sample programme: unknown word {word} in {}", entry.key));
    Ok(Event {
        slug: if entry.members { events::slug_of(&format!("fortbildung {}", entry.key)) } else { events::slug_of(&entry.title) },
        title: entry.title.clone(),
        topic: Topic::parse(&entry.topic).ok_or_else(|| unknown(&entry.topic))?,
        kind: Kind::parse(&entry.kind).ok_or_else(|| unknown(&entry.kind))?,
        lede: entry.lede.clone(),
        body: entry.text.trim().to_owned(),
        host: entry.host.clone(),
        audience: entry.audience.clone(),
        for_whom: ForWhom::parse(&entry.for_whom).ok_or_else(|| unknown(&entry.for_whom))?,
        bring: entry.bring.clone(),
        price_cents: entry.price_cents,
        price_note: entry.price_note.clone(),
        site,
        room: entry.room.clone(),
        online: entry.online,
        online_url: if entry.online { "https://video.example.org/hub".to_owned() } else { String::new() },
        drawing: entry.picture.clone(),
        questions: entry.questions.clone(),
        state: State::of(if entry.members { Audience::Members } else { Audience::Public }, true),
        ..Event::empty(EventId::new(now))
    })
}

fn admission(entry: &EventEntry) -> events::Admission {
    let capacity = Some(entry.capacity).filter(|capacity| *capacity > 0);
    events::Admission {
        registration: entry.registration,
        waitlist: events::parse_waitlist(&entry.waitlist),
        offer_minutes: entry.offer_hours * 60,
        seats_per_booking: entry.max_party.max(1),
        seats_per_person: entry.max_party.max(1),
        ..events::Admission::usual(capacity)
    }
}

/// Registrations of invented people, made by telephone so that no mail leaves.
fn register(tx: &Tx<'_>, hub: HubId, entry: &EventEntry, date: &Occurrence, n: usize, names: &[String], now: Instant) -> DbResult<()> {
    let booked = entry.booked.get(n).copied().unwrap_or(0);
    let waiting = entry.waiting.get(n).copied().unwrap_or(0);
    let mut people = names.iter().cycle().skip(n * 7 + entry.key.len() * 3);
    let mut left = booked;
    while left > 0 {
        // A class is one registration; elsewhere every third brings somebody along.
        let party = if entry.max_party >= 20 {
            left
        } else if left.is_multiple_of(3) && entry.max_party > 1 {
            2.min(left)
        } else {
            1
        };
        book(tx, hub, date, people.next(), party, None, now)?;
        left = left.saturating_sub(party);
    }
    for _ in 0..waiting {
        book(tx, hub, date, people.next(), 1, None, now)?;
    }
    Ok(())
}

/// People of member organisations: of one of them as many as may come, of the other one fewer.
fn register_members(tx: &Tx<'_>, hub: HubId, date: &Occurrence, names: &[String], now: Instant) -> DbResult<()> {
    let mut people = names.iter().cycle().skip(5);
    for (organisation, count) in organisations::store::all(tx, hub)?.into_iter().zip([QUOTA - 1, QUOTA]) {
        for _ in 0..count {
            book(tx, hub, date, people.next(), 1, Some(organisation.id), now)?;
        }
    }
    Ok(())
}

fn book(tx: &Tx<'_>, hub: HubId, date: &Occurrence, name: Option<&String>, seats: u32, organisation: Option<OrganisationId>, now: Instant) -> DbResult<()> {
    let key = URL_SAFE_NO_PAD.encode(Keys::random_bytes());
    let ask = Ask {
        seats,
        waitlist: true,
        channel: Channel::Staff,
        overrides: Overrides { limits: true, window: true },
        name: name.cloned().unwrap_or_default(),
        email: String::new(),
        phone: String::new(),
        companions: Vec::new(),
        answers: Vec::new(),
        note: String::new(),
        paper: Paper::None,
        lang: Lang::De,
        form_print: crate::keys::digest(&[key.as_bytes()]),
        organisation,
        form_key: key,
    };
    Desk::<Seats>::new(tx, hub, now, None).book(date.id, &ask).map(drop)
}
