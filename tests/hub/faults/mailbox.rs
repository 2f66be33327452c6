//! A mail server that nobody here wrote (aiosmtpd), as a process, and what arrived there.

use std::collections::{HashMap, HashSet};
use std::io::{BufRead as _, BufReader};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use mail_parser::{Message, MessageParser, MimeHeaders as _};

/// A running mail server that keeps what arrives in a folder.
pub struct Mailbox {
    child: Child,
}

/// A mail that arrived.
#[derive(Debug, Clone)]
pub struct Mail {
    /// `Message-ID`, without the host.
    pub id: String,
    /// Host of the `Message-ID`: that of the sending node's address.
    pub host: String,
    /// To whom the sending server addressed the envelope.
    pub envelope_to: Vec<String>,
    pub to: String,
    pub subject: String,
    /// The text as people read it.
    pub text: String,
    /// METHOD, UID and SEQUENCE of the calendar part, if there is one.
    pub calendar: Option<(String, String, u32)>,
    /// Everything decoded: headers, text, calendar.
    pub all: String,
    /// As it came over the wire.
    pub raw: String,
}

impl Mailbox {
    /// Starts it. Panics with the line to run when it is not installed.
    pub fn start(address: SocketAddr, folder: &Path, further: &[&str]) -> Self {
        let mut command = Command::new(crate::support::python());
        command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hub/faults/mailbox.py"));
        command.arg(address.port().to_string()).arg(folder).args(further);
        let mailbox = Self { child: command.stdin(Stdio::null()).spawn().expect("the mail server can be started") };
        let until = Instant::now() + Duration::from_mins(1);
        while !greets(address) {
            assert!(Instant::now() < until, "the mail server does not greet");
            std::thread::sleep(Duration::from_millis(20));
        }
        mailbox
    }
}

impl Drop for Mailbox {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn greets(address: SocketAddr) -> bool {
    let mut line = String::new();
    TcpStream::connect(address).is_ok_and(|stream| BufReader::new(stream).read_line(&mut line).is_ok() && line.starts_with("220"))
}

/// What arrived, in order.
pub fn arrived(folder: &Path) -> Vec<Mail> {
    let mut files = mail_files(folder);
    files.sort();
    files.iter().map(|file| Mail::read(&std::fs::read(file).unwrap())).collect()
}

/// How much arrived.
pub fn count(folder: &Path) -> usize {
    mail_files(folder).len()
}

/// The ids of all mails in a folder, without their hosts.
pub fn ids_of_folder(folder: &Path) -> HashSet<String> {
    // A mail that was being written when the process was killed has no end; it is not sound and does not count.
    let parsed = mail_files(folder).into_iter().filter_map(|file| {
        let bytes = std::fs::read(file).unwrap();
        let message = MessageParser::default().parse(&bytes)?;
        message.message_id()?.split('@').next().map(str::to_owned)
    });
    parsed.collect()
}

fn mail_files(folder: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|end| end == "eml")).collect()
}

impl Mail {
    fn read(bytes: &[u8]) -> Self {
        let message = MessageParser::default().parse(bytes).expect("the mail can be read");
        let (id, host) = message.message_id().and_then(|id| id.split_once('@')).expect("the mail has an id");
        let raw = String::from_utf8(bytes.to_vec()).expect("on the wire there is only ASCII");
        let text = message.body_text(0).expect("the mail has a text").into_owned();
        let part = calendar_part(&message);
        let head = raw.split("\r\n\r\n").next().unwrap_or_default();
        Self {
            id: id.to_owned(),
            host: host.to_owned(),
            envelope_to: head.lines().filter_map(|line| line.strip_prefix("X-Envelope-To: ")).map(str::to_owned).collect(),
            to: message.to().and_then(|to| to.first()).and_then(|to| to.address()).unwrap_or_default().to_owned(),
            subject: message.subject().unwrap_or_default().to_owned(),
            all: format!("{head}\n{text}\n{}", part.as_ref().map_or("", |(_, calendar)| calendar)),
            calendar: part.map(|(method, calendar)| (method, property(&calendar, "UID:"), property(&calendar, "SEQUENCE:").parse().unwrap())),
            text,
            raw,
        }
    }
}

/// The calendar part with the method that its type and its text agree on, unfolded (RFC 5545, 3.1).
fn calendar_part(message: &Message<'_>) -> Option<(String, String)> {
    let is_calendar =
        |part: &&mail_parser::MessagePart<'_>| part.content_type().is_some_and(|kind| kind.ctype() == "text" && kind.subtype() == Some("calendar"));
    let part = message.parts.iter().find(is_calendar)?;
    let calendar = part.text_contents()?.replace("\r\n ", "");
    let method = part.content_type()?.attribute("method")?.to_owned();
    assert_eq!(method, property(&calendar, "METHOD:"), "the method of the part and of the calendar are one (RFC 6047, 2.4)");
    Some((method, calendar))
}

fn property(calendar: &str, name: &str) -> String {
    calendar.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().to_owned()
}

/// What arrived against what was to arrive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    pub expected: usize,
    pub arrived: usize,
    pub lost: usize,
    pub doubled: usize,
}

impl Delivery {
    /// `expected`: how many mails each person is to get.
    pub fn of(expected: &HashMap<String, usize>, mails: &[Mail]) -> Self {
        let mut ids = HashSet::new();
        let mut per_person: HashMap<&str, usize> = HashMap::new();
        let mut doubled = 0;
        for mail in mails {
            if ids.insert(mail.id.as_str()) {
                *per_person.entry(mail.to.as_str()).or_default() += 1;
            } else {
                doubled += 1;
            }
        }
        let lost = expected.iter().map(|(person, count)| count.saturating_sub(per_person.get(person.as_str()).copied().unwrap_or(0))).sum();
        Self { expected: expected.values().sum(), arrived: mails.len(), lost, doubled }
    }
}

impl std::fmt::Display for Delivery {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} mails expected, {} arrived, {} lost, {} doubled", self.expected, self.arrived, self.lost, self.doubled)
    }
}
