//! A slow mail server and a large mailing: whose mails wait for whom.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use nabe::db::Source;

use super::Folder;
use super::form::{Fate, Form};
use super::installation::{Installation, Plan};
use super::mailbox::{self, Mailbox};
use super::server::{Server, free_address};

/// What the slow mail server takes for one mail.
const PER_MAIL: Duration = Duration::from_millis(500);

struct Town {
    server: Server,
    hub: Installation,
    letters: PathBuf,
    _mailbox: Mailbox,
    _folder: Folder,
}

impl Town {
    /// Two hubs, one date each, on the embedded database; the mail server is slow.
    fn start() -> Self {
        let folder = Folder::new("mailing");
        let (data, letters) = (folder.path().join("data"), folder.path().join("letters"));
        std::fs::create_dir_all(&letters).unwrap();
        let hub = Installation::new(Source::Sqlite(data.clone()), &[Plan::unlimited("alpha"), Plan::unlimited("beta")]);
        let mail_server = free_address();
        let mailbox = Mailbox::start(mail_server, &letters, &["slow"]);
        let server = Server::start(&data, &["--smtp", &format!("smtp://{mail_server}")]);
        Self { server, hub, letters, _mailbox: mailbox, _folder: folder }
    }

    /// Registers so many people at one of the dates; their addresses.
    fn book(&self, date: usize, people: usize, prefix: &str) -> HashSet<String> {
        let mut client = self.server.client();
        let book = |_| {
            let mut form = Form::new(&self.hub.keys, &self.hub.dates[date].path);
            form.email = format!("{prefix}.{}@example.org", form.number);
            let fate = form.send(&mut client);
            assert!(matches!(fate, Fate::Acknowledged(_)), "{fate:?}");
            form.email
        };
        (0..people).map(book).collect()
    }
}

/// How long it takes until all of them have their mail.
fn until_they_have_mail(people: &HashSet<String>, letters: &Path, patience: Duration) -> Duration {
    let began = Instant::now();
    loop {
        let have: HashSet<String> = mailbox::arrived(letters).into_iter().map(|mail| mail.to).collect();
        if people.is_subset(&have) {
            return began.elapsed();
        }
        assert!(began.elapsed() < patience, "after {patience:?} {} of {} have their mail", people.intersection(&have).count(), people.len());
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_large_mailing_of_one_hub_holds_up_no_other() {
    let town = Town::start();
    let many = town.book(0, 45, "many");
    let few = town.book(1, 2, "few");
    let others = until_they_have_mail(&few, &town.letters, PER_MAIL * 8);
    assert!(mailbox::count(&town.letters) < many.len(), "the mailing had left already, so nothing was proved");
    let mailing = until_they_have_mail(&many, &town.letters, PER_MAIL * 45) + others;
    let one_by_one = PER_MAIL * 47;
    println!("slow mail server, 45 mails of one hub: 2 of another arrive after {others:?}; all after {mailing:?}, one by one it would be {one_by_one:?}");
    assert!(mailing < one_by_one * 3 / 4, "several are on their way at once: {mailing:?}");
}

#[test]
fn recipients_whose_server_hangs_hold_up_neither_their_hub_nor_another() {
    let town = Town::start();
    town.book(0, 2, "hanging");
    // Their mails are on their way before the others are written.
    std::thread::sleep(Duration::from_millis(1_500));
    let (same, other) = (town.book(0, 4, "same"), town.book(1, 4, "other"));
    let both = same.union(&other).cloned().collect();
    let took = until_they_have_mail(&both, &town.letters, Duration::from_secs(15));
    println!("two recipients whose server hangs for a minute: 4 others of the hub and 4 of another have their mails after {took:?}");
}
