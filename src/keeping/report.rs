//! The report of a proof, as a clerk can send it on: German, then English; no names of people, and for each kind of flaw what to do.

use std::fmt;

use crate::texts::Lang;

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
    /// What it is and what to do about it.
    pub fn advice(self, lang: Lang) -> &'static str {
        let (de, en) = match self {
            Self::Counters => {
                ("Freie Plätze werden falsch angezeigt. Rufen Sie auf: nabe check --repair", "Free places are shown wrongly. Run: nabe check --repair")
            }
            Self::Overdue => (
                "Ein laufender Server beendet sie binnen einer Minute. Starten Sie ihn; läuft er schon, sehen Sie in sein Protokoll.",
                "A running server ends them within a minute. Start it; if it is running, look into its log.",
            ),
            Self::WaitlistNotDue => (
                "Niemand erführe, dass ein Angebot verfallen ist. Rufen Sie auf: nabe check --repair",
                "Nobody would be told that an offer has ended. Run: nabe check --repair",
            ),
            Self::MailsNotDue => (
                "E-Mails blieben liegen, bis die nächste geschrieben wird. Rufen Sie auf: nabe check --repair",
                "Mails would wait until the next one is written. Run: nabe check --repair",
            ),
            Self::Homeless => (
                "Ein Termin wurde am Programm vorbei gelöscht. Spielen Sie eine Sicherung zurück, oder bitten Sie mit diesem Bericht um Hilfe.",
                "A date was deleted past the program. Restore a backup, or ask for help with this report.",
            ),
            Self::Unreadable => (
                "Etwas anderes als dieses Programm hat dort geschrieben. Spielen Sie eine Sicherung zurück, oder bitten Sie mit diesem Bericht um Hilfe.",
                "Something else than this program wrote there. Restore a backup, or ask for help with this report.",
            ),
            Self::Twice => (
                "Eine Regel der Datenbank fehlt. Spielen Sie eine Sicherung zurück, oder bitten Sie mit diesem Bericht um Hilfe.",
                "A rule of the database is missing. Restore a backup, or ask for help with this report.",
            ),
        };
        choose(lang, de, en)
    }

    /// Its heading.
    pub fn title(self, lang: Lang) -> &'static str {
        let (de, en) = match self {
            Self::Counters => ("Zählerstände", "counters"),
            Self::Overdue => ("abgelaufen und noch offen", "run out and still open"),
            Self::WaitlistNotDue => ("Warteliste ohne Wecker", "waitlist not due"),
            Self::MailsNotDue => ("E-Mails ohne Wecker", "mails not due"),
            Self::Homeless => ("ohne Termin", "without a date"),
            Self::Unreadable => ("nicht lesbar", "unreadable"),
            Self::Twice => ("doppelt", "twice"),
        };
        choose(lang, de, en)
    }
}

/// The same in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// In German.
    pub de: String,
    /// In English.
    pub en: String,
}

impl Words {
    /// The same in both languages.
    pub fn new(de: impl Into<String>, en: impl Into<String>) -> Self {
        Self { de: de.into(), en: en.into() }
    }

    fn of(&self, lang: Lang) -> &str {
        choose(lang, &self.de, &self.en)
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which kind.
    pub flaw: Flaw,
    /// Where, and how it shows.
    pub words: Words,
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
    pub notes: Vec<Words>,
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

    fn say(&self, f: &mut fmt::Formatter<'_>, lang: Lang) -> fmt::Result {
        let (wrong, repaired, notes) = (self.wrong(), self.repaired(), self.hubs.iter().map(|hub| hub.notes.len()).sum::<usize>());
        let version = env!("CARGO_PKG_VERSION");
        match lang {
            Lang::De => writeln!(f, "Datenprüfung mit Nabe {version}: {wrong} Fehler, {repaired} behoben, {}", counted(notes, "Hinweis", "Hinweise"))?,
            Lang::En => writeln!(f, "Data check with Nabe {version}: {wrong} wrong, {repaired} repaired, {}", counted(notes, "note", "notes"))?,
        }
        writeln!(f, "{}", choose(lang, "Der Bericht nennt keine Person und darf weitergegeben werden.", "The report names no person and may be passed on."))?;
        match &self.storage {
            None => writeln!(f, "{}", choose(lang, "Speicher: PostgreSQL, prüft seine Dateien selbst", "Storage: PostgreSQL, looks after its files itself"))?,
            Some(lines) if lines.is_empty() => writeln!(f, "{}", choose(lang, "Speicher: SQLite, in Ordnung", "Storage: SQLite, sound"))?,
            Some(lines) => {
                let de = "Speicher: SQLite, BESCHÄDIGT. Halten Sie den Server an, heben Sie den Datenordner auf, und spielen Sie die neueste Sicherung zurück: nabe restore DATEI";
                let en = "Storage: SQLite, DAMAGED. Stop the server, keep the data folder, restore the newest backup with: nabe restore FILE";
                writeln!(f, "{}", choose(lang, de, en))?;
                lines.iter().try_for_each(|line| writeln!(f, "  {line}"))?;
            }
        }
        self.hubs.iter().try_for_each(|hub| hub.say(f, lang))
    }
}

impl fmt::Display for Checked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.say(f, Lang::De)?;
        writeln!(f, "\n----\n")?;
        self.say(f, Lang::En)
    }
}

impl CheckedHub {
    fn say(&self, f: &mut fmt::Formatter<'_>, lang: Lang) -> fmt::Result {
        let words: [(usize, [&str; 4]); 4] = [
            (self.events, ["Veranstaltung", "Veranstaltungen", "event", "events"]),
            (self.dates, ["Termin", "Termine", "date", "dates"]),
            (self.bookings, ["Anmeldung", "Anmeldungen", "booking", "bookings"]),
            (self.mails, ["wartende E-Mail", "wartende E-Mails", "mail waiting", "mails waiting"]),
        ];
        let said = words.map(|(number, [de, many_de, en, many_en])| match lang {
            Lang::De => counted(number, de, many_de),
            Lang::En => counted(number, en, many_en),
        });
        writeln!(f, "\n{}: {}", self.slug, said.join(", "))?;
        let mut flaws: Vec<Flaw> = self.findings.iter().map(|finding| finding.flaw).collect();
        flaws.sort_unstable();
        flaws.dedup();
        flaws.iter().try_for_each(|flaw| self.say_flaw(f, lang, *flaw))?;
        for note in &self.notes {
            writeln!(f, "  {}: {}", choose(lang, "Hinweis", "Note"), note.of(lang))?;
        }
        if flaws.is_empty() { writeln!(f, "  {}", choose(lang, "alles in Ordnung", "all is well")) } else { Ok(()) }
    }

    fn say_flaw(&self, f: &mut fmt::Formatter<'_>, lang: Lang, flaw: Flaw) -> fmt::Result {
        let of_kind: Vec<&Finding> = self.findings.iter().filter(|finding| finding.flaw == flaw).collect();
        writeln!(f, "  {} {}: {}", choose(lang, "FEHLER", "WRONG"), flaw.title(lang), of_kind.len())?;
        for finding in of_kind.iter().take(SHOWN) {
            let repaired = if finding.repaired { choose(lang, " (behoben)", " (repaired)") } else { "" };
            writeln!(f, "    {}{repaired}", finding.words.of(lang))?;
        }
        if of_kind.len() > SHOWN {
            let more = of_kind.len() - SHOWN;
            writeln!(f, "    {}", choose(lang, &format!("und {more} weitere"), &format!("and {more} more")))?;
        }
        if of_kind.iter().any(|finding| !finding.repaired) {
            writeln!(f, "    {}: {}", choose(lang, "Was zu tun ist", "What to do"), flaw.advice(lang))?;
        }
        Ok(())
    }
}

/// A number with the word for one, or the word for more.
pub fn counted<N: fmt::Display + PartialEq + From<u8> + Copy>(number: N, one: &str, more: &str) -> String {
    format!("{number} {}", if number == N::from(1) { one } else { more })
}

fn choose<'a>(lang: Lang, de: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::De => de,
        Lang::En => en,
    }
}
