//! Counts what was promised against what is there.

use std::collections::{HashMap, HashSet};
use std::fmt;

use uuid::Uuid;

use super::form::{Fate, Form};
use super::installation::Row;

/// What a run came to. Printed by every test.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Tally {
    pub attempts: usize,
    pub acknowledged: usize,
    pub unknown: usize,
    /// Of the unknown, those that are stored.
    pub unknown_stored: usize,
    /// Told that nothing was booked, or never sent.
    pub nothing_booked: usize,
    /// Acknowledged and not stored.
    pub lost: usize,
    /// Stored though nobody was told so, nor left in doubt.
    pub phantoms: usize,
    /// People with more than one booking from one form.
    pub doubled: usize,
    /// Stored without a mail that waits or has left.
    pub without_mail: usize,
}

impl Tally {
    /// Compares what the senders know with the rows.
    pub fn of(sent: &[(Form, Fate)], rows: &[Row]) -> Self {
        let by_key: HashMap<&str, &Row> = rows.iter().map(|row| (row.key.as_str(), row)).collect();
        let mut people = HashSet::new();
        let mut tally = Self { attempts: sent.len(), doubled: rows.iter().filter(|row| !people.insert(row.email.as_str())).count(), ..Self::default() };
        for (form, fate) in sent {
            let stored = by_key.contains_key(form.key.as_str());
            match fate {
                Fate::Acknowledged(_) => {
                    tally.acknowledged += 1;
                    tally.lost += usize::from(!stored);
                }
                Fate::Unknown => {
                    tally.unknown += 1;
                    tally.unknown_stored += usize::from(stored);
                }
                Fate::NothingBooked(_) | Fate::NotSent => {
                    tally.nothing_booked += 1;
                    tally.phantoms += usize::from(stored);
                }
                Fate::Wrong(status, body) => panic!("{} is answered with {status}: {body}", form.path),
            }
        }
        let known: HashSet<&str> = sent.iter().map(|(form, _)| form.key.as_str()).collect();
        tally.phantoms += rows.iter().filter(|row| !known.contains(row.key.as_str())).count();
        tally.without_mail = rows.iter().filter(|row| row.mails == 0).count();
        tally
    }

    /// Adds another run.
    pub fn add(&mut self, other: &Self) {
        self.attempts += other.attempts;
        self.acknowledged += other.acknowledged;
        self.unknown += other.unknown;
        self.unknown_stored += other.unknown_stored;
        self.nothing_booked += other.nothing_booked;
        self.lost += other.lost;
        self.phantoms += other.phantoms;
        self.doubled += other.doubled;
        self.without_mail += other.without_mail;
    }

    /// Every promise of a fault run: nothing acknowledged is missing, nothing is there that nobody knows of.
    #[track_caller]
    pub fn holds(&self) {
        assert!(self.acknowledged > 0, "nothing was acknowledged, so nothing was tried: {self}");
        assert_eq!((self.lost, self.phantoms, self.doubled, self.without_mail), (0, 0, 0, 0), "{self}");
    }

    /// For a control: it must lose, or the run beside it proves nothing.
    #[track_caller]
    pub fn must_lose(&self) {
        assert!(self.lost > 0, "the control lost nothing, so the test is void: {self}");
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} attempts, {} acknowledged, {} unknown ({} of them stored), {} told that nothing was booked; {} lost, {} phantoms, {} doubled, {} without mail",
            self.attempts, self.acknowledged, self.unknown, self.unknown_stored, self.nothing_booked, self.lost, self.phantoms, self.doubled, self.without_mail
        )
    }
}

/// Each acknowledged form with the booking that its answer named.
pub fn named(sent: &[(Form, Fate)], open: impl Fn(&str) -> Option<Uuid>) -> HashMap<String, Uuid> {
    let answers = sent.iter().filter_map(|(form, fate)| match fate {
        Fate::Acknowledged(location) => Some((form.key.clone(), location.rsplit('/').next()?)),
        _ => None,
    });
    answers.map(|(key, token)| (key, open(token).expect("the answer names a registration"))).collect()
}
