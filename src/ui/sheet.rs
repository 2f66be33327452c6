//! A form of plain fields described as data, so that all settings look alike and fail alike. Drawn by `src/ui/sheet.html`.

use super::{Fields, Flaws};

/// A form as typed, with what is wrong.
pub struct Sheet {
    /// Fields that belong together, in order.
    pub groups: Vec<Group>,
    /// As typed or as stored.
    pub fields: Fields,
    /// What is wrong.
    pub flaws: Flaws,
}

/// Fields that belong together.
pub struct Group {
    /// Heading; empty for none.
    pub legend: String,
    /// A sentence below it; empty for none.
    pub hint: String,
    /// The fields.
    pub items: Vec<Item>,
}

/// One field.
pub struct Item {
    /// Name and `id`.
    pub id: String,
    /// What it is.
    pub label: String,
    /// A sentence of help; empty for none.
    pub hint: String,
    /// Whether it may stay empty although others may not.
    pub optional: bool,
    /// How it is typed.
    pub control: Control,
    /// `type` of a line.
    pub kind: &'static str,
    /// `autocomplete` of a line.
    pub autocomplete: &'static str,
    /// Class for its width; empty for the whole column.
    pub width: &'static str,
}

/// How a field is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Control {
    /// One line.
    Line,
    /// Several lines, so many shown.
    Area(u8),
    /// One of several: value and word.
    Select(Vec<(String, String)>),
    /// Yes or no.
    Tick,
}

impl Sheet {
    /// A form.
    pub fn new(groups: Vec<Group>, fields: Fields, flaws: Flaws) -> Self {
        Self { groups, fields, flaws }
    }

    /// Attributes that tie a field to its hint and its flaw.
    pub fn described(&self, item: &Item) -> String {
        let bad = self.flaws.has(&item.id);
        let ids: Vec<String> =
            [(!item.hint.is_empty(), 'h'), (bad, 'e')].into_iter().filter(|(is, _)| *is).map(|(_, end)| format!("{}-{end}", item.id)).collect();
        let described = if ids.is_empty() { String::new() } else { format!(" aria-describedby=\"{}\"", ids.join(" ")) };
        if bad { format!("{described} aria-invalid=\"true\"") } else { described }
    }
}

impl Group {
    /// Fields without a heading.
    pub fn plain(items: Vec<Item>) -> Self {
        Self { legend: String::new(), hint: String::new(), items }
    }

    /// Fields below a heading.
    pub fn new(legend: impl Into<String>, hint: impl Into<String>, items: Vec<Item>) -> Self {
        Self { legend: legend.into(), hint: hint.into(), items }
    }
}

impl Item {
    /// A field of one line.
    pub fn line(id: impl Into<String>, label: impl Into<String>) -> Self {
        let (id, label) = (id.into(), label.into());
        Self { id, label, hint: String::new(), optional: false, control: Control::Line, kind: "text", autocomplete: "off", width: "" }
    }

    /// A field of several lines.
    pub fn area(id: impl Into<String>, label: impl Into<String>, rows: u8) -> Self {
        Self { control: Control::Area(rows), ..Self::line(id, label) }
    }

    /// One of several, each with value and word.
    pub fn select(id: impl Into<String>, label: impl Into<String>, choices: Vec<(String, String)>) -> Self {
        Self { control: Control::Select(choices), ..Self::line(id, label) }
    }

    /// Yes or no.
    pub fn tick(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self { control: Control::Tick, ..Self::line(id, label) }
    }

    /// With a sentence of help.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// May stay empty.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Another `type`, with what browsers may fill in.
    #[must_use]
    pub fn kind(mut self, kind: &'static str, autocomplete: &'static str) -> Self {
        (self.kind, self.autocomplete) = (kind, autocomplete);
        self
    }

    /// As wide as what goes into it.
    #[must_use]
    pub fn width(mut self, class: &'static str) -> Self {
        self.width = class;
        self
    }

    /// Rows of a field of several lines; 0 for any other.
    pub fn rows(&self) -> u8 {
        if let Control::Area(rows) = self.control { rows } else { 0 }
    }

    /// What can be chosen.
    pub fn choices(&self) -> &[(String, String)] {
        if let Control::Select(choices) = &self.control { choices } else { &[] }
    }

    /// Whether it is a box to tick.
    pub fn is_tick(&self) -> bool {
        self.control == Control::Tick
    }
}
