//! The report of a proof, as a clerk can send it on: no names of people, and for each kind of flaw what to do.

use std::fmt;

/// What may be wrong in a hub.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// A date's counters are not what its bookings say.
    Counters,
    /// An offer or a hold is still open though its time is over.
    Overdue,
    /// Nobody will look at an offer or a hold when its time is over.
    WaitlistNotDue,
    /// The postman will not look at mails that wait.
    MailsNotDue,
    /// A booking of a date that does not exist.
    Homeless,
    /// A value that the program cannot read.
    Unreadable,
    /// Two bookings of one form, or with one code.
    Twice,
}

impl Flaw {
    /// What to do about it.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Counters => "free places are shown wrongly; run: nabe check --repair",
            Self::Overdue => "a running server ends them by itself within a minute. Start the server; if it is running, look into its log",
            Self::WaitlistNotDue => "nobody would be told that an offer has ended; run: nabe check --repair",
            Self::MailsNotDue => "mails would wait until the next one is written; run: nabe check --repair",
            Self::Homeless => "a date was deleted past the program; restore a backup, or ask for help with this report",
            Self::Unreadable => "something else than this program wrote there; restore a backup, or ask for help with this report",
            Self::Twice => "a rule of the database is missing; restore a backup, or ask for help with this report",
        }
    }

    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Counters => "counters",
            Self::Overdue => "run out and still open",
            Self::WaitlistNotDue => "waitlist not due",
            Self::MailsNotDue => "mails not due",
            Self::Homeless => "without a date",
            Self::Unreadable => "unreadable",
            Self::Twice => "twice",
        }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which kind.
    pub flaw: Flaw,
    /// Where, and how it shows.
    pub words: String,
    /// Whether it has been put right.
    pub repaired: bool,
}

/// What was looked at in one hub, and what is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckedHub {
    /// Part of its address.
    pub slug: String,
    /// How many events.
    pub events: usize,
    /// How many dates.
    pub dates: usize,
    /// How many bookings.
    pub bookings: usize,
    /// How many mails that have not left.
    pub mails: usize,
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// What is right, but worth knowing.
    pub notes: Vec<String>,
}

/// The report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// What the embedded database finds wrong with its file; `None` on PostgreSQL, which looks after that itself.
    pub storage: Option<Vec<String>>,
    /// Hub by hub.
    pub hubs: Vec<CheckedHub>,
}

/// Findings of one kind in one hub that are spelled out; the rest is counted.
const SHOWN: usize = 20;

impl Checked {
    /// How much is wrong and has not been put right.
    pub fn wrong(&self) -> usize {
        self.findings().filter(|finding| !finding.repaired).count() + self.storage.as_ref().map_or(0, Vec::len)
    }

    /// How much was put right.
    pub fn repaired(&self) -> usize {
        self.findings().filter(|finding| finding.repaired).count()
    }

    fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.hubs.iter().flat_map(|hub| &hub.findings)
    }
}

impl fmt::Display for Checked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (wrong, repaired, notes) = (self.wrong(), self.repaired(), self.hubs.iter().map(|hub| hub.notes.len()).sum::<usize>());
        writeln!(f, "Datenprüfung: {wrong} Fehler, {repaired} behoben, {notes} Hinweise. Einzelheiten auf Englisch.")?;
        writeln!(f, "Data check: {wrong} wrong, {repaired} repaired, {notes} notes.\n")?;
        match &self.storage {
            None => writeln!(f, "Storage: PostgreSQL, looks after its files itself")?,
            Some(lines) if lines.is_empty() => writeln!(f, "Storage: SQLite, sound")?,
            Some(lines) => {
                writeln!(f, "Storage: SQLite, DAMAGED. Stop the server, keep the data folder, restore the newest backup with: nabe restore FILE")?;
                lines.iter().try_for_each(|line| writeln!(f, "  {line}"))?;
            }
        }
        self.hubs.iter().try_for_each(|hub| write!(f, "{hub}"))
    }
}

impl fmt::Display for CheckedHub {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { slug, events, dates, bookings, mails, .. } = self;
        writeln!(f, "\n{slug}: {events} events, {dates} dates, {bookings} bookings, {mails} mails waiting")?;
        let mut flaws: Vec<Flaw> = self.findings.iter().map(|finding| finding.flaw).collect();
        flaws.sort_unstable();
        flaws.dedup();
        for flaw in &flaws {
            let of_kind: Vec<&Finding> = self.findings.iter().filter(|finding| finding.flaw == *flaw).collect();
            writeln!(f, "  WRONG {}: {}", flaw.title(), of_kind.len())?;
            for finding in of_kind.iter().take(SHOWN) {
                writeln!(f, "    {}{}", finding.words, if finding.repaired { " (repaired)" } else { "" })?;
            }
            if of_kind.len() > SHOWN {
                writeln!(f, "    and {} more", of_kind.len() - SHOWN)?;
            }
            if of_kind.iter().any(|finding| !finding.repaired) {
                writeln!(f, "    What to do: {}", flaw.advice())?;
            }
        }
        self.notes.iter().try_for_each(|note| writeln!(f, "  Note: {note}"))?;
        if flaws.is_empty() { writeln!(f, "  all is well") } else { Ok(()) }
    }
}
