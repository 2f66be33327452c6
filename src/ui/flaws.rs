//! What is wrong with a form: shown as a summary with links, and with the same words at the field.

/// One thing to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// The `id` of the field.
    pub field: String,
    /// What to do.
    pub words: String,
}

/// Everything to mend, in the order of the fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Flaws {
    /// The flaws.
    pub list: Vec<Flaw>,
}

impl Flaws {
    /// Adds one.
    pub fn add(&mut self, field: impl Into<String>, words: impl Into<String>) {
        self.list.push(Flaw { field: field.into(), words: words.into() });
    }

    /// The words for a field, if something is wrong with it.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.list.iter().find(|flaw| flaw.field == field).map(|flaw| flaw.words.as_str())
    }

    /// Whether something is wrong with a field.
    pub fn has(&self, field: &str) -> bool {
        self.of(field).is_some()
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many.
    pub fn count(&self) -> i64 {
        i64::try_from(self.list.len()).unwrap_or(i64::MAX)
    }
}

/// What turns the direction of writing round: in a title it would turn what stands behind it on the page too.
fn turns_round(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A line as typed: without blanks around it and without control characters, inner runs of blanks as one.
pub fn clean(typed: &str) -> String {
    typed.replace(turns_round, "").split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether there is something to read in a name or a title: at least one letter or digit. Blanks that have no width, marks that only
/// steer the writing, and letters that stand for an empty place are none.
pub fn is_readable(text: &str) -> bool {
    text.chars().any(|c| c.is_alphanumeric() && !matches!(c, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'))
}

/// A text of several lines as typed: line ends as `\n`, no other control characters, no blanks around.
pub fn clean_lines(typed: &str) -> String {
    let text = typed.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|c| *c == '\n' || *c == '\t' || !(c.is_control() || turns_round(*c))).collect::<String>().trim().to_owned()
}
