//! What one person sends, and what came of it.

use std::sync::atomic::{AtomicU32, Ordering};

use nabe::clock::Clock;
use nabe::keys::Keys;

use super::client::{Answer, Client, Silence};

/// A filled-in registration form. Sent twice it is the same form.
#[derive(Debug, Clone)]
pub struct Form {
    /// Its number; nobody else's in this process.
    pub number: u32,
    /// Where it is sent.
    pub path: String,
    /// The key by which a repeated post is known.
    pub key: String,
    pub email: String,
    pub waits: bool,
}

/// What the person who sent it knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// 303: the page of the registration.
    Acknowledged(String),
    /// A page that says that nothing was booked, with its status.
    NothingBooked(u16),
    /// No answer, or a page that says that it is not known yet.
    Unknown,
    /// The server could not be reached: nothing was sent.
    NotSent,
    /// Any other answer: a promise is broken.
    Wrong(u16, String),
}

impl Form {
    pub fn new(keys: &Keys, path: &str) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(1);
        let number = NUMBER.fetch_add(1, Ordering::SeqCst);
        let key = keys.form(b"guest", Clock::system().now()).as_str().to_owned();
        Self { number, path: path.to_owned(), key, email: format!("person.{number}@example.org"), waits: false }
    }

    pub fn waiting(mut self) -> Self {
        self.waits = true;
        self
    }

    /// Sends it and tells what the sender knows afterwards.
    pub fn send(&self, client: &mut Client) -> Fate {
        fate(client.post(&self.path, &self.body(), &self.from()))
    }

    /// Sends all of it but the last byte.
    pub fn begin(&self, client: &mut Client) {
        client.begin_post(&self.path, &self.body(), &self.from()).expect("the server listens");
    }

    /// Sends the last byte.
    pub fn end(&self, client: &mut Client) -> Fate {
        fate(client.end_post(&self.body()))
    }

    /// The client's address, as the proxy writes it.
    pub fn from(&self) -> String {
        format!("10.{}.{}.{}", self.number / 65536, self.number / 256 % 256, self.number % 256)
    }

    fn body(&self) -> String {
        let wait = if self.waits { "&wait=1" } else { "" };
        let (key, email) = (&self.key, self.email.replace('@', "%40"));
        format!("key={key}&name=J%C3%BCrgen+Gr%C3%B6%C3%9Fner+{}&email={email}&seats=1{wait}&note=&companions=&website=", self.number)
    }
}

fn fate(answer: Result<Answer, Silence>) -> Fate {
    let Answer { status, location, body } = match answer {
        Ok(answer) => answer,
        Err(Silence::NotSent) => return Fate::NotSent,
        Err(Silence::BrokenOff) => return Fate::Unknown,
    };
    match status {
        303 => Fate::Acknowledged(location),
        503 if body.contains("nichts gebucht") => Fate::NothingBooked(status),
        503 if body.contains("Wir wissen noch nicht") => Fate::Unknown,
        409 => Fate::NothingBooked(status),
        _ => Fate::Wrong(status, body),
    }
}
