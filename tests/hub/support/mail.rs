//! Mails that left, read by a mail parser nobody here wrote.

use std::path::Path;

use mail_parser::{MessageParser, MimeHeaders as _};

/// A mail.
#[derive(Debug, Clone)]
pub struct Mail {
    pub id: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    /// The calendar part, when there is one, with the method that its type names.
    pub calendar: Option<(String, String)>,
    pub raw: String,
}

impl Mail {
    /// All mails of a folder, in the order in which they were decided: their ids begin with the time.
    pub fn of_folder(folder: &Path) -> Vec<Self> {
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut mails: Vec<Self> = files.filter(|path| path.extension().is_some_and(|end| end == "eml")).map(|path| Self::read(&path)).collect();
        mails.sort_by(|one, other| one.id.cmp(&other.id));
        mails
    }

    fn read(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap();
        let message = MessageParser::default().parse(&bytes).expect("the mail can be read");
        let calendar = message.parts.iter().find_map(|part| {
            let kind = part.content_type().filter(|kind| kind.ctype() == "text" && kind.subtype() == Some("calendar"))?;
            Some((kind.attribute("method").unwrap_or_default().to_owned(), part.text_contents().unwrap_or_default().to_owned()))
        });
        Self {
            id: message.message_id().unwrap_or_default().to_owned(),
            to: message.to().and_then(|to| to.first()).and_then(|to| to.address()).unwrap_or_default().to_owned(),
            subject: message.subject().unwrap_or_default().to_owned(),
            text: message.body_text(0).unwrap_or_default().into_owned(),
            calendar,
            raw: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    /// Addresses of pages that stand in the mail, without the host.
    pub fn links(&self) -> Vec<String> {
        let origin = format!("https://{}", super::HOST);
        let words = self.text.split_whitespace();
        words.filter_map(|word| word.strip_prefix(&origin)).map(str::to_owned).collect()
    }

    /// The calendar part.
    #[track_caller]
    pub fn calendar(&self) -> &str {
        self.calendar.as_ref().map_or_else(|| panic!("“{}” has a calendar part", self.subject), |(_, text)| text.as_str())
    }
}

/// The content lines of a calendar, unfolded (RFC 5545, 3.1).
pub fn calendar_lines(calendar: &str) -> Vec<String> {
    calendar.replace("\r\n ", "").replace("\r\n\t", "").split("\r\n").map(str::to_owned).collect()
}

/// The values of a property in order, whatever its parameters.
pub fn calendar_values(calendar: &str, property: &str) -> Vec<String> {
    let lines = calendar_lines(calendar);
    let parts = lines.iter().filter_map(|line| line.split_once(':'));
    parts.filter(|(name, _)| name.split(';').next() == Some(property)).map(|(_, value)| value.to_owned()).collect()
}
