//! A list that is being arranged: what is shown, in its order, and one step that a button asks for.

use super::Fields;

/// What a button asks for. Where something shall stand is said by its place, so that the same button twice does it once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Stand at this place, counted from 0.
    Move(String, usize),
    /// Be shown, as the last.
    Show(String),
    /// Not be shown.
    Hide(String),
}

impl Step {
    /// The step of a form.
    pub fn read(fields: &Fields) -> Option<Self> {
        let word = |name| Some(fields.line(name)).filter(|word| !word.is_empty());
        if let Some(word) = word("show") {
            return Some(Self::Show(word));
        }
        if let Some(word) = word("hide") {
            return Some(Self::Hide(word));
        }
        let to = word("move")?;
        let (word, place) = to.rsplit_once(' ')?;
        Some(Self::Move(word.to_owned(), place.parse().ok()?))
    }

    /// What it is about.
    pub fn word(&self) -> &str {
        match self {
            Self::Move(word, _) | Self::Show(word) | Self::Hide(word) => word,
        }
    }

    /// The list after the step; `of` names an item, `new` makes one that was not shown.
    pub fn apply<T>(&self, mut shown: Vec<T>, of: impl Fn(&T) -> String, new: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let at = shown.iter().position(|item| of(item) == self.word());
        match (self, at) {
            (Self::Move(_, place), Some(at)) => {
                let item = shown.remove(at);
                shown.insert((*place).min(shown.len()), item);
            }
            (Self::Hide(_), Some(at)) => drop(shown.remove(at)),
            (Self::Show(word), None) => shown.extend(new(word)),
            _ => {}
        }
        shown
    }
}
