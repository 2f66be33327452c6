//! Reads the fields of a [`super::Sheet`] and collects what is wrong, in words, in the order in which it is asked.

use super::{Fields, Flaws, is_readable};
use crate::mail::EmailAddress;
use crate::texts::Texts;
use crate::texts::typed::phone_href;

/// Longest line of a form.
const LINE_AT_MOST: usize = 200;

/// A form being read.
pub struct Reader<'a> {
    /// Words.
    pub t: Texts,
    /// As typed.
    pub fields: &'a Fields,
    /// What is wrong so far.
    pub flaws: Flaws,
}

impl<'a> Reader<'a> {
    /// Begins to read.
    pub fn new(t: Texts, fields: &'a Fields) -> Self {
        Self { t, fields, flaws: Flaws::default() }
    }

    /// What was read, unless something is wrong.
    pub fn finish<T>(self, read: T) -> Result<T, Flaws> {
        if self.flaws.is_empty() { Ok(read) } else { Err(self.flaws) }
    }

    /// Notes something wrong with a field.
    pub fn flaw(&mut self, field: &str, words: impl Into<String>) {
        self.flaws.add(field, words);
    }

    /// A line that may be empty.
    pub fn line(&mut self, field: &str) -> String {
        let text = self.fields.line(field);
        self.short(field, text, LINE_AT_MOST)
    }

    /// A line that has to be there; `words` say what to give.
    pub fn needed(&mut self, field: &str, words: &str) -> String {
        let text = self.line(field);
        if !is_readable(&text) {
            self.flaw(field, words);
        }
        text
    }

    /// Several lines that may be empty.
    pub fn lines(&mut self, field: &str, most: usize) -> String {
        let text = self.fields.lines(field);
        self.short(field, text, most)
    }

    /// A mail address that may be empty.
    pub fn email(&mut self, field: &str) -> String {
        let text = self.line(field);
        if !text.is_empty() && EmailAddress::parse(&text).is_none() {
            self.flaw(field, self.t.ui_flaw_email());
        }
        text
    }

    /// A telephone number that may be empty.
    pub fn phone(&mut self, field: &str) -> String {
        let text = self.line(field);
        if !text.is_empty() && phone_href(&text).is_none() {
            self.flaw(field, self.t.ui_flaw_phone());
        }
        text
    }

    fn short(&mut self, field: &str, text: String, most: usize) -> String {
        if text.chars().count() > most {
            self.flaw(field, self.t.ui_flaw_long(i64::try_from(most).unwrap_or(0)));
        }
        text
    }
}
