//! Mails through a real mail server, sent by two processes on one PostgreSQL.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use nabe::clock::Clock;
use nabe::db::Source;
use nabe::features::events::Topic;

use super::Folder;
use super::form::{Fate, Form};
use super::installation::{HUB_MAIL, Installation, Plan};
use super::mailbox::{self, Delivery, Mail, Mailbox};
use super::server::{Server, free_address};
use crate::cluster::{Database, cluster};

/// Longer than the first pause after a failure, and than the minute in which a cancellation can be taken back.
const PATIENCE: Duration = Duration::from_secs(150);
/// How long to look for mails that come twice.
const AFTERMATH: Duration = Duration::from_secs(4);
/// Words of the health strand's event, none of which may stand in a subject.
const HEALTH: &str = "Diabetes im Alltag: Gesundheit und E-Rezept";

/// Two processes on one database, and a folder for what arrives.
struct Nodes {
    servers: [Server; 2],
    hub: Installation,
    letters: std::path::PathBuf,
    mail_server: SocketAddr,
    _database: Database,
    _folder: Folder,
}

impl Nodes {
    fn start(plans: &[Plan]) -> Self {
        let (folder, database) = (Folder::new("smtp"), cluster().database());
        let hub = Installation::new(Source::Postgres(database.url.clone()), plans);
        let mail_server = free_address();
        let letters = folder.path().join("letters");
        std::fs::create_dir_all(&letters).unwrap();
        let smtp = format!("smtp://{mail_server}");
        let servers = [1, 2].map(|node| {
            let sender = format!("hub@node-{node}.example.net");
            Server::start(&folder.path().join(format!("node-{node}")), &["--database", &database.url, "--smtp", &smtp, "--mail-from", &sender])
        });
        Self { servers, hub, letters, mail_server, _database: database, _folder: folder }
    }

    /// Books for so many people, alternately through both processes; each with the address of the registration.
    fn book(&self, people: usize) -> Vec<(Form, String)> {
        (0..people).map(|n| self.book_one(n, Form::new(&self.hub.keys, &self.hub.dates[n % self.hub.dates.len()].path))).collect()
    }

    fn book_one(&self, node: usize, form: Form) -> (Form, String) {
        let fate = form.send(&mut self.servers[node % 2].client());
        let Fate::Acknowledged(location) = fate else { panic!("{} is answered with {fate:?}", form.path) };
        (form, location)
    }

    /// Sends a change of a registration through one of the processes.
    fn change(&self, node: usize, form: &Form, path: &str, fields: &str) {
        let key = self.hub.keys.form(b"guest", Clock::system().now());
        let answer = self.servers[node % 2].client().post(path, &format!("key={}&{fields}", key.as_str()), &form.from()).expect("the change is answered");
        assert_eq!(answer.status, 303, "{path}: {}", answer.body);
    }

    /// Waits until so many mails have arrived, and a little longer.
    fn wait_for(&self, count: usize) -> Vec<Mail> {
        let until = Instant::now() + PATIENCE;
        while mailbox::count(&self.letters) < count && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(50));
        }
        std::thread::sleep(AFTERMATH);
        mailbox::arrived(&self.letters)
    }
}

#[test]
fn the_mails_of_a_booking_arrive_once_each_and_in_their_order_with_two_workers() {
    let health = Plan { title: HEALTH, topic: Topic::Health, ..Plan::unlimited("alpha") };
    let nodes = Nodes::start(&[Plan::unlimited("alpha"), health, Plan::unlimited("beta")]);
    let _mailbox = Mailbox::start(nodes.mail_server, &nodes.letters, &[]);
    let booked = nodes.book(30);
    for (n, (form, location)) in booked.iter().enumerate() {
        nodes.change(n + 1, form, &format!("{location}/party"), "seats=2&companions=Ein+Gast");
        nodes.change(n, form, &format!("{location}/cancellation"), "");
    }
    let mails = nodes.wait_for(booked.len() * 3);
    let delivery = Delivery::of(&booked.iter().map(|(form, _)| (form.email.clone(), 3)).collect(), &mails);
    let by_node = ["node-1.example.net", "node-2.example.net"].map(|host| mails.iter().filter(|mail| mail.host == host).count());
    println!("mail, two workers: {} attempts, {} acknowledged, 0 unknown; {delivery}; sent by the two nodes: {by_node:?}", booked.len() * 3, booked.len() * 3);
    assert_eq!((delivery.lost, delivery.doubled), (0, 0), "{delivery}");
    assert!(by_node.iter().all(|sent| *sent > 0), "both workers sent: {by_node:?}");
    for (form, _) in &booked {
        let mine: Vec<&Mail> = mails.iter().filter(|mail| mail.to == form.email).collect();
        the_calendar_counts_up(&mine);
    }
    let people: Vec<&str> = booked.iter().map(|(form, _)| form.email.as_str()).collect();
    for mail in &mails {
        is_a_sound_mail(mail);
        shows_nobody_else(mail, &people);
    }
    let quiet = mails.iter().filter(|mail| mail.text.contains(HEALTH)).inspect(|mail| says_nothing_on_health(mail)).count();
    assert_eq!(quiet, 30, "a third of the mails are about health, and say so inside");
}

#[test]
fn while_the_mail_server_is_down_nothing_is_lost() {
    let nodes = Nodes::start(&[Plan::unlimited("alpha"), Plan::unlimited("beta")]);
    let booked = nodes.book(12);
    std::thread::sleep(Duration::from_secs(3));
    let waiting: i64 = nodes.hub.dates.iter().map(|date| nodes.hub.outbox(date.hub).0).sum();
    assert_eq!(waiting, 12, "without a mail server every mail waits, and none is set aside");
    let began = Instant::now();
    let _mailbox = Mailbox::start(nodes.mail_server, &nodes.letters, &[]);
    let mails = nodes.wait_for(booked.len());
    let delivery = Delivery::of(&one_each(&booked), &mails);
    println!(
        "mail, server down for a while: 12 attempts, 12 acknowledged, 0 unknown; {delivery}; all there {:?} after it was back",
        began.elapsed().saturating_sub(AFTERMATH)
    );
    assert_eq!((delivery.lost, delivery.doubled), (0, 0), "{delivery}");
}

#[test]
fn a_refused_recipient_is_set_aside_and_holds_nobody_up() {
    let nodes = Nodes::start(&[Plan::unlimited("alpha")]);
    let _mailbox = Mailbox::start(nodes.mail_server, &nodes.letters, &[]);
    let mut refused = Form::new(&nodes.hub.keys, &nodes.hub.dates[0].path);
    refused.email = format!("refused.{}@example.org", refused.number);
    let (refused, _) = nodes.book_one(0, refused);
    let booked = nodes.book(10);
    let mails = nodes.wait_for(booked.len());
    let delivery = Delivery::of(&one_each(&booked), &mails);
    let (waiting, parked) = nodes.hub.outbox(nodes.hub.dates[0].hub);
    println!("mail, one recipient refused: 11 attempts, 11 acknowledged, 0 unknown; {delivery}; {} set aside with “{}”", parked.len(), parked[0].error);
    assert_eq!((delivery.lost, delivery.doubled), (0, 0), "{delivery}");
    assert!(mails.iter().all(|mail| mail.to != refused.email));
    assert_eq!((waiting, parked.len()), (0, 1), "only the refused one is set aside, and nothing waits");
    assert_eq!(parked[0].attempts, 1, "what is refused for good is not tried again");
    assert!(parked[0].error.contains("550"), "staff see what the server said: {}", parked[0].error);
    assert!(!parked[0].error.contains('@'), "but no address: {}", parked[0].error);
}

#[test]
fn a_mail_server_that_forgets_and_repeats_is_noticed() {
    let nodes = Nodes::start(&[Plan::unlimited("alpha")]);
    let _mailbox = Mailbox::start(nodes.mail_server, &nodes.letters, &["forgetful"]);
    let booked = nodes.book(20);
    let until = Instant::now() + PATIENCE;
    while nodes.hub.outbox(nodes.hub.dates[0].hub).0 > 0 && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(200));
    }
    let delivery = Delivery::of(&one_each(&booked), &mailbox::arrived(&nodes.letters));
    println!("mail, control that forgets every fourth and keeps every fifth twice: 20 attempts, 20 acknowledged, 0 unknown; {delivery}");
    assert!(delivery.lost > 0 && delivery.doubled > 0, "the control lost nothing, so the tests of mail are void: {delivery}");
}

fn one_each(booked: &[(Form, String)]) -> HashMap<String, usize> {
    booked.iter().map(|(form, _)| (form.email.clone(), 1)).collect()
}

/// Booked, another number of people, cancelled: one calendar entry whose SEQUENCE rises (RFC 5546, 2.1.4).
#[track_caller]
fn the_calendar_counts_up(mine: &[&Mail]) {
    let steps: Vec<(&str, u32)> =
        mine.iter().map(|mail| mail.calendar.as_ref().expect("each has a calendar part")).map(|(method, _, sequence)| (method.as_str(), *sequence)).collect();
    let methods: Vec<&str> = steps.iter().map(|(method, _)| *method).collect();
    assert_eq!(methods, ["REQUEST", "REQUEST", "CANCEL"], "in the order in which they were decided: {steps:?}");
    assert!(steps.is_sorted_by(|one, next| one.1 < next.1), "each later than the one before: {steps:?}");
    let entry = |mail: &&Mail| mail.calendar.as_ref().map(|(_, uid, _)| uid.clone());
    assert!(mine.iter().all(|mail| entry(mail) == entry(&mine[0])), "all of one entry");
}

fn is_a_sound_mail(mail: &Mail) {
    assert!(mail.raw.contains("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"), "{}", mail.raw);
    assert!(mail.raw.lines().all(|line| line.len() <= 998), "no line is longer than a mail server takes (RFC 5322, 2.1.1)");
    assert!(mail.text.contains("Guten Tag Jürgen Größner") && mail.text.contains("Freundliche Grüße"), "umlauts arrive: {}", mail.text);
    assert_eq!(mail.envelope_to, [mail.to.as_str()], "the envelope names the same one person as the mail");
}

fn shows_nobody_else(mail: &Mail, people: &[&str]) {
    let words = mail.all.split(|letter: char| !(letter.is_ascii_alphanumeric() || ".-@_".contains(letter)));
    for address in words.filter(|word| people.contains(word)) {
        assert_eq!(address, mail.to, "no other person's address stands in a mail");
    }
    assert!(mail.all.contains(HUB_MAIL), "answers go to the hub");
}

fn says_nothing_on_health(mail: &Mail) {
    for word in HEALTH.split([' ', ':', '-']).filter(|word| word.len() > 3).chain(["Gesund", "Health"]) {
        assert!(!mail.subject.contains(word), "“{}” says “{word}”", mail.subject);
    }
}
