//! One mail, ready to be sent.

use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};

use super::on_the_wire;

/// A mail in words. Plain text only: it is read aloud well, is small, and shows no tracker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Name and address of the recipient.
    pub to: (String, String),
    /// Name the mail comes from: the hub.
    pub from_name: String,
    /// Where answers go; empty means to the sender.
    pub reply_to: String,
    /// One line, without anything about health.
    pub subject: String,
    /// The text.
    pub text: String,
    /// Calendar part, if the mail changes a calendar.
    pub invitation: Option<Invitation>,
    /// Same for the same mail: a second sending is recognised by it. Becomes the Message-ID.
    pub message_id: String,
}

/// A calendar part (RFC 6047).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// REQUEST or CANCEL.
    pub method: &'static str,
    /// The iCalendar object.
    pub calendar: String,
}

/// Why a letter cannot become a message.
#[derive(Debug, thiserror::Error)]
pub enum Unsendable {
    /// An address is none.
    #[error("an address cannot be used: {0}")]
    Address(#[from] lettre::address::AddressError),
    /// The message cannot be built.
    #[error("the message cannot be built: {0}")]
    Message(#[from] lettre::error::Error),
    /// The calendar type cannot be written.
    #[error("the calendar part cannot be built")]
    Calendar,
}

/// Tells answering machines not to answer (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

impl Letter {
    /// The MIME message, from the installation's address.
    pub fn message(&self, sender: &str) -> Result<Message, Unsendable> {
        let from: Address = on_the_wire(sender).parse()?;
        let host = from.domain().to_owned();
        let to: Address = on_the_wire(&self.to.1).parse()?;
        let mut builder = Message::builder()
            .header(AutoSubmitted)
            .from(Mailbox::new(Some(self.from_name.clone()), from))
            .to(Mailbox::new(Some(self.to.0.clone()).filter(|name| !name.is_empty()), to))
            .subject(self.subject.replace(['\r', '\n'], " "))
            .message_id(Some(format!("<{}@{host}>", self.message_id)));
        if let Ok(reply_to) = on_the_wire(&self.reply_to).parse::<Address>() {
            builder = builder.reply_to(Mailbox::new(Some(self.from_name.clone()), reply_to));
        }
        let text = SinglePart::plain(self.text.clone());
        let Some(invitation) = &self.invitation else {
            return Ok(builder.singlepart(text)?);
        };
        let kind = format!("text/calendar; charset=utf-8; method={}", invitation.method);
        let kind = ContentType::parse(&kind).map_err(|_| Unsendable::Calendar)?;
        let calendar = SinglePart::builder().header(kind).body(invitation.calendar.clone());
        Ok(builder.multipart(MultiPart::alternative().singlepart(text).singlepart(calendar))?)
    }
}
