//! What the form of a new event said, as a fingerprint: of the form itself, and of the report of its dates where one was shown.

use super::report;
use crate::keys::hex;
use crate::ui::Fields;

/// Between the two.
const BETWEEN: char = '.';

/// What a form said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Print {
    form: String,
    /// Empty as long as no report was shown.
    report: String,
}

impl Print {
    /// Of these fields.
    pub fn of(fields: &Fields) -> Self {
        let chosen = |name: &str| report::is_choice(name);
        let report = if fields.ticked("reviewed") { hex(&fields.print_of(chosen)) } else { String::new() };
        Self { form: hex(&fields.print_of(|name| !chosen(name) && name != "reviewed")), report }
    }

    /// As it is kept beside the form's key.
    pub fn stored(&self) -> String {
        if self.form.is_empty() { String::new() } else { format!("{}{BETWEEN}{}", self.form, self.report) }
    }

    /// Whether a form that said this then says the same now. The form before the report says nothing of what was chosen there.
    pub fn is(&self, then: &str) -> bool {
        let (form, report) = then.split_once(BETWEEN).unwrap_or((then, ""));
        self.form == form && (self.report.is_empty() || self.report == report)
    }
}
