//! The proof: hub by hub, in parts, each part in one view of the data, so that it holds beside a running server.

use std::collections::HashSet;
use std::thread;

use booking::{Entry, Span, State};
use serde::de::DeserializeOwned;
use uuid::Uuid;
use xxhash_rust::xxh3::xxh3_128;

use super::report::{Checked, CheckedHub, Finding, Flaw, Words, counted};
use super::store::{self, BookingRow, DateRow};
use super::{PART, PAUSE};
use crate::bookings::{self, Answer, Counts};
use crate::clock::Instant;
use crate::db::{Db, DbResult, Failure, HubId, Scope, Trouble, Tx};
use crate::features::events::Question;
use crate::ids::OccasionId;
use crate::jobs::due;
use crate::mail::outbox;
use crate::tenancy::{self, store::HubLine};

/// A running server ends offers within a second or two; what is open this long after its time has been forgotten.
const GRACE: Span = Span::from_minutes(1);

/// Proves all hubs; with `repair` counters and due times are derived anew. The file of the embedded database is not looked at here:
/// see `db::copies::proof`.
pub fn check(db: &Db, repair: bool) -> Result<Checked, Failure> {
    let hubs = db.read_blocking(Scope::Installation, tenancy::store::hubs)?;
    let hubs = hubs.into_iter().map(|hub| check_hub(db, hub, repair)).collect::<Result<_, _>>()?;
    Ok(Checked { storage: None, hubs })
}

fn check_hub(db: &Db, hub: HubLine, repair: bool) -> Result<CheckedHub, Failure> {
    let mut proof = Proof { db, hub: hub.id, repair, report: CheckedHub { slug: hub.slug, ..CheckedHub::default() } };
    proof.hub_row()?;
    proof.events()?;
    proof.dates()?;
    proof.bookings()?;
    proof.mails()?;
    Ok(proof.report)
}

struct Proof<'a> {
    db: &'a Db,
    hub: HubId,
    repair: bool,
    report: CheckedHub,
}

impl Proof<'_> {
    fn hub_row(&mut self) -> Result<(), Failure> {
        let slug = self.report.slug.clone();
        match self.db.read_blocking(Scope::Installation, move |tx| tenancy::store::hub(tx, &slug)) {
            Err(Failure::Failed(error)) if error.trouble() == Trouble::Value => {
                self.wrong(Flaw::Unreadable, Words::new(format!("der Hub selbst: {error}"), format!("the hub itself: {error}")));
                Ok(())
            }
            other => other.map(drop),
        }
    }

    fn events(&mut self) -> Result<(), Failure> {
        self.parts(
            store::events,
            |(id, _, _)| *id,
            |proof, part| {
                proof.report.events += part.len();
                for (_, slug, questions) in part {
                    proof.readable::<Vec<Question>>(&questions, || {
                        Words::new(format!("Veranstaltung {slug}, ihre Fragen"), format!("event {slug}, its questions"))
                    });
                }
                Ok(())
            },
        )
    }

    fn dates(&mut self) -> Result<(), Failure> {
        self.parts(
            dates_with_bookings,
            |date| date.row.id.0,
            |proof, part| {
                proof.report.dates += part.len();
                let mut drifted = Vec::new();
                for date in part {
                    if proof.date(&date) {
                        drifted.push(date.row.id);
                    }
                }
                if proof.repair && !drifted.is_empty() {
                    let hub = proof.hub;
                    proof.db.write_blocking(hub, move |tx, _| drifted.iter().try_for_each(|id| repair(tx, hub, *id)))?;
                }
                Ok(())
            },
        )
    }

    /// Whether counters or due time of the date are wrong, which a repair puts right.
    fn date(&mut self, Date { row, real, pending }: &Date) -> bool {
        let DateRow { place, counts, .. } = row;
        if counts != real {
            self.repaired(
                Flaw::Counters,
                Words::new(
                    format!("{place}: gezählt sind {}, die Anmeldungen ergeben {}", said_de(*counts), said_de(*real)),
                    format!("{place}: counted {}, but the bookings say {}", said(*counts), said(*real)),
                ),
            );
        }
        let next = next_deadline(pending);
        let forgotten = next.is_some_and(|next| row.due.is_none_or(|due| due > next));
        if forgotten {
            self.repaired(
                Flaw::WaitlistNotDue,
                Words::new(format!("{place}: niemand sieht nach, wenn ein Angebot endet"), format!("{place}: nobody looks when an offer or a hold ends")),
            );
        }
        let late = self.db.clock().now().minus(GRACE);
        let overdue = pending.iter().filter(|entry| entry.is_overdue(late)).count();
        if overdue > 0 {
            self.wrong(
                Flaw::Overdue,
                Words::new(format!("{place}: {overdue} Angebote oder Reservierungen"), format!("{place}: {overdue} of its offers or holds")),
            );
        }
        let taken = real.seated + real.held;
        if let Some(capacity) = row.capacity.filter(|capacity| taken > *capacity) {
            self.report.notes.push(Words::new(
                format!("{place}: {taken} Plätze sind vergeben, es gibt aber nur {capacity}. Das stimmt nur, wenn nachträglich Plätze wegfielen"),
                format!("{place}: {taken} seats are given, but there are only {capacity}; right only if seats were taken away after people had registered"),
            ));
        }
        counts != real || forgotten
    }

    fn bookings(&mut self) -> Result<(), Failure> {
        // Sixteen bytes for each key: a million bookings take some tens of megabytes.
        let mut seen: HashSet<u128> = HashSet::new();
        self.parts(
            store::bookings,
            |row| row.id.0,
            move |proof, part| {
                proof.report.bookings += part.len();
                for row in &part {
                    proof.booking(row, &mut seen);
                }
                Ok(())
            },
        )
    }

    fn booking(&mut self, row: &BookingRow, seen: &mut HashSet<u128>) {
        let place = |de: &str, en: &str| Words::new(format!("Anmeldung {}, {de}", row.id), format!("booking {}, {en}", row.id));
        if row.homeless {
            self.wrong(Flaw::Homeless, Words::new(format!("Anmeldung {}", row.id), format!("booking {}", row.id)));
        }
        if State::parse(&row.state).is_none() {
            self.wrong(Flaw::Unreadable, place(&format!("ihr Zustand: {} gibt es nicht", row.state), &format!("its state: there is no {}", row.state)));
        }
        self.readable::<Vec<String>>(&row.companions, || place("wer mitkommt", "those who come along"));
        self.readable::<Vec<Answer>>(&row.answers, || place("ihre Antworten", "its answers"));
        for (de, en, key) in [("Formular", "form", &row.form_key), ("Code", "code", &row.code)] {
            if !seen.insert(xxh3_128(format!("{en} {key}").as_bytes())) {
                self.wrong(Flaw::Twice, place(&format!("hat {de} mit einer anderen gemeinsam"), &format!("has its {en} in common with another")));
            }
        }
    }

    fn mails(&mut self) -> Result<(), Failure> {
        self.parts(
            store::mails,
            |(id, _)| *id,
            |proof, part| {
                proof.report.mails += part.len();
                for (id, payload) in part {
                    proof.readable::<serde::de::IgnoredAny>(&payload, || Words::new(format!("E-Mail {id}"), format!("mail {id}")));
                }
                Ok(())
            },
        )?;
        let hub = self.hub;
        let ask = move |tx: &Tx<'_>| Ok((store::mails_due(tx, hub)?, outbox::paused(tx, hub)?, store::mails_parked(tx, hub)?));
        let ((next, due), paused, parked) = self.db.read_blocking(hub, ask)?;
        if next.is_some_and(|next| due.is_none_or(|due| due > next)) {
            self.repaired(Flaw::MailsNotDue, Words::new("niemand sieht nach den wartenden E-Mails", "the postman does not look at mails that wait"));
            if self.repair {
                self.db.write_blocking(hub, move |tx, _| outbox::next_due(tx, hub))?;
            }
        }
        let slug = &self.report.slug;
        if paused > 0 {
            self.report.notes.push(Words::new(
                format!(
                    "{}. Absenden: nabe outbox release --hub {slug}; wegwerfen: nabe outbox drop --hub {slug}",
                    counted(paused, "E-Mail ist seit einer Wiederherstellung angehalten", "E-Mails sind seit einer Wiederherstellung angehalten")
                ),
                format!(
                    "{}; release with: nabe outbox release --hub {slug}, or throw away with: nabe outbox drop --hub {slug}",
                    counted(paused, "mail is paused since a restore", "mails are paused since a restore")
                ),
            ));
        }
        if parked > 0 {
            self.report.notes.push(Words::new(
                counted(parked, "E-Mail ließ sich nicht zustellen und liegt zur Seite", "E-Mails ließen sich nicht zustellen und liegen zur Seite"),
                counted(parked, "mail could not be delivered and was set aside", "mails could not be delivered and were set aside"),
            ));
        }
        Ok(())
    }

    /// Reads a table part by part, ordered by key, with pauses, and looks at each part.
    fn parts<T: Send + 'static>(
        &mut self,
        read: fn(&Tx<'_>, HubId, Uuid, u32) -> DbResult<Vec<T>>,
        key: fn(&T) -> Uuid,
        mut look: impl FnMut(&mut Self, Vec<T>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let (hub, mut after) = (self.hub, Uuid::nil());
        loop {
            let part = self.db.read_blocking(hub, move |tx| read(tx, hub, after, PART))?;
            let Some(last) = part.last().map(key) else {
                return Ok(());
            };
            after = last;
            look(self, part)?;
            thread::sleep(PAUSE);
        }
    }

    fn readable<T: DeserializeOwned>(&mut self, json: &str, place: impl FnOnce() -> Words) {
        if let Err(error) = serde_json::from_str::<T>(json) {
            // Where and what kind, but never the words: they may be a person's.
            let (Words { de, en }, line, column) = (place(), error.line(), error.column());
            self.wrong(Flaw::Unreadable, Words::new(format!("{de} (Zeile {line}, Spalte {column})"), format!("{en} (line {line}, column {column})")));
        }
    }

    fn wrong(&mut self, flaw: Flaw, words: Words) {
        self.report.findings.push(Finding { flaw, words, repaired: false });
    }

    /// Notes a flaw that a repair puts right.
    fn repaired(&mut self, flaw: Flaw, words: Words) {
        self.report.findings.push(Finding { flaw, words, repaired: self.repair });
    }
}

/// A date with what its bookings say.
struct Date {
    row: DateRow,
    real: Counts,
    pending: Vec<Entry>,
}

fn dates_with_bookings(tx: &Tx<'_>, hub: HubId, after: Uuid, limit: u32) -> DbResult<Vec<Date>> {
    let rows = store::dates(tx, hub, after, limit)?;
    rows.into_iter().map(|row| Ok(Date { real: bookings::store::counts(tx, hub, row.id)?, pending: bookings::store::pending(tx, hub, row.id)?, row })).collect()
}

fn repair(tx: &Tx<'_>, hub: HubId, id: OccasionId) -> DbResult<()> {
    store::set_counts(tx, hub, id, bookings::store::counts(tx, hub, id)?)?;
    match next_deadline(&bookings::store::pending(tx, hub, id)?) {
        Some(at) => due::hurry(tx, hub, due::WAITLIST, id.0, at),
        None => Ok(()),
    }
}

/// The instant at which the first hold or offer ends, as `booking::Situation::next_deadline` tells it.
fn next_deadline(pending: &[Entry]) -> Option<Instant> {
    pending.iter().filter(|entry| entry.state != State::Waiting).filter_map(|entry| entry.deadline).min()
}

fn said(Counts { seated, held, waiting }: Counts) -> String {
    format!("{seated} seated, {held} held, {waiting} waiting")
}

fn said_de(Counts { seated, held, waiting }: Counts) -> String {
    format!("{seated} mit Platz, {held} reserviert, {waiting} wartend")
}
