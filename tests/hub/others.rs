//! Calendars of others: uploaded, or read from a server of this machine that does what the journey says.

use std::collections::VecDeque;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::Method;
use nabe::app::App;
use nabe::auth::Role;
use nabe::clock::Clock;
use nabe::db::{Db, Options, Source};
use nabe::features::events::Calendars;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use crate::own_hub::Colleague;
use crate::support::{Answer, Form, TestHub, journeys, request};

const LIST: &str = "/alpha/staff/hub/calendars";

/// A club's web server: it gives these answers in turn and notes what it was asked.
#[derive(Clone)]
struct Club {
    address: SocketAddr,
    answers: Arc<Mutex<VecDeque<String>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Club {
    /// On an address that the tests allow, as an operator would.
    async fn open() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::new(127, 0, 0, 2), 0)).await.unwrap();
        let club = Self { address: listener.local_addr().unwrap(), answers: Arc::default(), asked: Arc::default() };
        let server = club.clone();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut asked = vec![0; 4096];
                let read = stream.read(&mut asked).await.unwrap_or(0);
                server.asked.lock().unwrap().push(String::from_utf8_lossy(&asked[..read]).to_ascii_lowercase());
                let answer = server.answers.lock().unwrap().pop_front().unwrap_or_else(|| status("500 Oops"));
                let _ = stream.write_all(answer.as_bytes()).await;
            }
        });
        club
    }

    fn url(&self) -> String {
        format!("http://{}/kalender.ics", self.address)
    }

    fn says(&self, answer: String) {
        self.answers.lock().unwrap().push_back(answer);
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn status(line: &str) -> String {
    format!("HTTP/1.1 {line}\r\ncontent-length: 0\r\n\r\n")
}

fn file(text: &str) -> String {
    format!("HTTP/1.1 200 OK\r\netag: \"{}\"\r\ncontent-length: {}\r\n\r\n{text}", text.len(), text.len())
}

fn calendar(entries: &[&str]) -> String {
    format!("BEGIN:VCALENDAR\r\nX-WR-CALNAME:Heimatverein\r\n{}END:VCALENDAR\r\n", entries.concat())
}

const CHOIR: &str = "BEGIN:VEVENT\r\nUID:chor@verein\r\nSUMMARY:Chorprobe\r\nDTSTART;TZID=Europe/Berlin:20261210T190000\r\nDTEND;TZID=Europe/Berlin:20261210T203000\r\nATTENDEE:mailto:anna@example.org\r\nLOCATION:Vereinshaus\r\nEND:VEVENT\r\n";
const LATER: &str = "BEGIN:VEVENT\r\nUID:chor@verein\r\nSUMMARY:Chorprobe\r\nDTSTART;TZID=Europe/Berlin:20261210T200000\r\nDTEND;TZID=Europe/Berlin:20261210T213000\r\nLOCATION:Vereinshaus\r\nEND:VEVENT\r\n";
const WALK: &str = "BEGIN:VEVENT\r\nUID:gang@verein\r\nSUMMARY:Spaziergang\r\nDTSTART;TZID=Europe/Berlin:20261212T100000\r\nEND:VEVENT\r\n";
const BROKEN: &str = "BEGIN:VEVENT\r\nUID:kaputt@verein\r\nSUMMARY:Kaputt\r\nDTSTART:20261212T100000Z\r\nDTEND:20261212T090000Z\r\nEND:VEVENT\r\n";

async fn clerk(hub: &TestHub) -> Colleague {
    Colleague::new(hub, "kim@example.org", Role::Staff).await
}

/// Sends a file as the form does.
async fn upload(kim: &Colleague, file: &[u8]) -> Answer {
    let key = kim.get(LIST).await.form("/uploads").value("key").to_owned();
    upload_with(kim, &key, file).await
}

async fn upload_with(kim: &Colleague, key: &str, file: &[u8]) -> Answer {
    let mut body = format!(
        "--x\r\ncontent-disposition: form-data; name=\"key\"\r\n\r\n{key}\r\n--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.ics\"\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--x--\r\n");
    let headers = [("content-type", "multipart/form-data; boundary=x"), ("cookie", kim.cookie())];
    kim.hub().send(request(Method::POST, &format!("{LIST}/uploads"), &headers).body(Body::from(body)).unwrap()).await
}

/// Subscribes to a calendar of the club; answers its page.
async fn subscribe(kim: &Colleague, address: &str) -> String {
    let form = kim.get(LIST).await.form("/subscriptions").with("title", "Heimatverein").with("address", address);
    kim.submit(&form).await.location().to_owned()
}

async fn read_all(hub: &TestHub) -> usize {
    Calendars::new(hub.app().clone()).unwrap().round().await.unwrap()
}

/// The button of one entry.
fn button(page: &Answer, title: &str, step: &str) -> Form {
    let ids = page.all(".nabe-rows form input[name=entry]", "value");
    let titles: Vec<String> = page.page().select(&crate::support::selector(".nabe-rows h3")).map(|title| title.text().collect()).collect();
    let at = titles.iter().position(|known| known == title).unwrap_or_else(|| panic!("{title} waits: {titles:?}"));
    let form = page.form("/acceptance");
    Form { action: form.action.replace("/acceptance", step), fields: Vec::new() }.with("key", form.value("key")).with("entry", &ids[at])
}

journeys! {
    async fn a_file_is_looked_at_first_and_taken_over_once_as_drafts(hub) {
        let kim = clerk(&hub).await;
        let answer = upload(&kim, calendar(&[CHOIR, WALK, BROKEN]).as_bytes()).await;
        let page = answer.location().to_owned();
        let preview = kim.get(&page).await;
        preview.is(200).says("2 Einträge zu prüfen").says("Chorprobe").says("Neu, 1 Termin").says("Kaputt").says("Er endet, bevor er beginnt.").says("Zeile 20");
        kim.get("/alpha/staff/events?show=drafts").await.does_not_say("Chorprobe");
        assert!(!stored(&hub).await.contains("anna@example.org"), "who is named in a file is not kept");
        kim.get(LIST).await.says("2 Einträge zu prüfen");
        let all = preview.form("/acceptance");
        for _ in 0..2 {
            assert_eq!(kim.submit(&all).await.location(), format!("{LIST}?done=taken"));
        }
        let drafts = kim.get("/alpha/staff/events?show=drafts").await;
        assert_eq!(drafts.text().matches(">Chorprobe<").count(), 1, "a second press takes over nothing");
        hub.get("/alpha/events").await.does_not_say("Chorprobe");
        kim.get(&page).await.is(404);
        let again = upload(&kim, calendar(&[CHOIR, WALK]).as_bytes()).await.location().to_owned();
        kim.get(&again).await.says("Nichts zu prüfen").says("2 Einträge sind hier schon genauso.");
        let changed = upload(&kim, calendar(&[LATER, WALK]).as_bytes()).await.location().to_owned();
        kim.get(&changed).await.says("1 Termin geändert");
    }

    async fn a_file_that_nobody_takes_over_goes_after_a_day_and_one_that_is_no_calendar_at_once(hub) {
        let kim = clerk(&hub).await;
        for (bytes, words) in [(&b"PK\x03\x04..."[..], "Das ist eine gepackte Datei"), (b"", "Wählen Sie zuerst eine Datei aus"), (b"<html>", "Das ist keine Kalenderdatei")] {
            let answer = upload(&kim, bytes).await;
            answer.is(422).says(words);
            assert_eq!(answer.all(".nabe-errs a", "href"), ["#file"]);
        }
        let key = kim.get(LIST).await.form("/uploads").value("key").to_owned();
        let page = upload_with(&kim, &key, calendar(&[CHOIR]).as_bytes()).await.location().to_owned();
        assert_eq!(upload_with(&kim, &key, calendar(&[CHOIR]).as_bytes()).await.location(), page, "the same form twice is one file");
        read_all(&hub).await;
        kim.get(&page).await.is(200);
        hub.advance_clock(24 * 60 + 1);
        read_all(&hub).await;
        Colleague::new(&hub, "kai@example.org", Role::Staff).await.get(&page).await.is(404);
        let helper = Colleague::new(&hub, "hanna@example.org", Role::Helper).await;
        let key = helper.get("/alpha/staff/account").await.form("/password").value("key").to_owned();
        upload_with(&helper, &key, calendar(&[CHOIR]).as_bytes()).await.is(403);
    }

    async fn a_club_s_calendar_is_read_and_what_changes_waits_for_staff(hub) {
        let (kim, club) = (clerk(&hub).await, Club::open().await);
        club.says(file(&calendar(&[CHOIR, WALK])));
        let page = subscribe(&kim, &club.url()).await;
        kim.get(&page).await.says("Wird gleich zum ersten Mal gelesen.");
        assert_eq!(read_all(&hub).await, 1);
        assert_eq!(read_all(&hub).await, 0, "not again at once");
        let first = kim.get(&page).await;
        first.says("2 Einträge zu prüfen").says("Zuletzt gelesen: heute, 9 Uhr.");
        kim.submit(&button(&first, "Chorprobe", "/acceptance")).await.location();
        kim.submit(&button(&kim.get(&page).await, "Spaziergang", "/refusal")).await.location();
        kim.get(&page).await.says("Nichts zu prüfen").says("1 Eintrag haben Sie nicht übernommen.");
        kim.get("/alpha/staff/events?show=drafts").await.says("Chorprobe").does_not_say("Spaziergang");

        club.says(status("304 Not Modified"));
        hub.advance_clock(6 * 60);
        assert_eq!(read_all(&hub).await, 1);
        assert!(club.asked()[1].contains("if-none-match: \""), "{:?}", club.asked());
        kim.get(&page).await.says("Zuletzt gelesen: heute, 15 Uhr.").says("Nichts zu prüfen");

        club.says(file(&calendar(&[LATER, WALK])));
        hub.advance_clock(6 * 60);
        read_all(&hub).await;
        let moved = kim.get(&page).await;
        moved.says("1 Eintrag zu prüfen").says("1 Termin geändert");
        kim.get(LIST).await.says("1 Eintrag zu prüfen");
        let stale = button(&moved, "Chorprobe", "/acceptance");
        kim.submit(&moved.form("/acceptance")).await.location();
        assert_eq!(kim.submit(&stale).await.location(), format!("{page}?done=changed"), "what has changed meanwhile is not taken unseen");

        club.says(file(&calendar(&[WALK])));
        hub.advance_clock(6 * 60);
        read_all(&hub).await;
        let gone = kim.get(&page).await;
        gone.says("Steht dort nicht mehr");
        kim.submit(&button(&gone, "Chorprobe", "/acceptance")).await.location();
        kim.get(&page).await.says("Nichts zu prüfen");
        kim.get("/alpha/staff/events/chorprobe").await.says("Fällt aus");
    }

    async fn when_the_club_s_server_fails_the_last_copy_stays_and_words_say_since_when(hub) {
        let (kim, club) = (clerk(&hub).await, Club::open().await);
        club.says(file(&calendar(&[CHOIR])));
        let page = subscribe(&kim, &club.url()).await;
        read_all(&hub).await;
        for (answer, words) in [
            (status("500 Oops"), "Der Server meldet den Fehler 500."),
            (status("404 Not Found"), "Unter dieser Adresse gibt es keinen Kalender mehr."),
            (file("<html>Wartung</html>"), "Was kommt, ist kein Kalender"),
            ("HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/x\r\ncontent-length: 0\r\n\r\n".to_owned(), "Die Adresse führt in ein internes Netz."),
            (format!("HTTP/1.1 200 OK\r\n\r\n{}", "x".repeat(3_000_000)), "Der Kalender ist zu groß."),
        ] {
            club.says(answer);
            hub.advance_clock(6 * 60);
            assert_eq!(read_all(&hub).await, 1);
            kim.get(&page).await.says(words).says("Zuletzt erfolgreich gelesen: ").says("1 Eintrag zu prüfen").says("Chorprobe");
        }
        kim.get(LIST).await.says("1 Eintrag zu prüfen");
        club.says(file(&calendar(&[CHOIR, WALK])));
        hub.advance_clock(60);
        assert_eq!(read_all(&hub).await, 1, "after a failure it is tried every hour");
        kim.get(&page).await.says("2 Einträge zu prüfen").does_not_say("Zuletzt erfolgreich");
    }

    async fn an_address_inside_is_refused_when_it_is_read_and_others_when_they_are_typed(hub) {
        let kim = clerk(&hub).await;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        // The tests allow 127.0.0.2 alone: these lead to the same machine, but are not it.
        for host in ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]"] {
            let page = subscribe(&kim, &format!("http://{host}:{port}/a.ics")).await;
            assert_eq!(read_all(&hub).await, 1);
            kim.get(&page).await.says("Noch nie gelesen. Die Adresse führt in ein internes Netz.");
            kim.submit(&kim.get(&page).await.form("/removal")).await.location();
        }
        let asked = tokio::time::timeout(std::time::Duration::from_millis(100), listener.accept()).await;
        assert!(asked.is_err(), "nobody was connected to");
        let form = kim.get(LIST).await.form("/subscriptions").with("title", "Verein");
        for (typed, words) in [("kein Link", "Das ist keine Adresse."), ("https://anna:geheim@verein.example/a.ics", "Diese Adresse lesen wir nicht."), ("file:///etc/passwd", "Das ist keine Adresse."), ("ftp://verein.example/a.ics", "Diese Adresse lesen wir nicht.")] {
            kim.submit(&form.clone().with("address", typed)).await.is(422).says(words);
        }
        kim.submit(&form.with("title", "").with("address", "webcal://verein.example/a.ics")).await.is(422).says("Geben Sie dem Kalender einen Namen.");
    }

    async fn where_people_have_registered_nothing_is_called_off(hub) {
        let (kim, club) = (clerk(&hub).await, Club::open().await);
        club.says(file(&calendar(&[CHOIR])));
        let page = subscribe(&kim, &club.url()).await;
        read_all(&hub).await;
        kim.submit(&kim.get(&page).await.form("/acceptance")).await.location();
        hub.write("alpha", |tx, hub, now| {
            let event = nabe::features::events::store::event_by_slug(tx, hub, "chorprobe")?.unwrap();
            let date = nabe::features::events::store::occurrences(tx, hub, event.id, now)?.remove(0);
            nabe::features::events::store::set_counts(tx, hub, date.id, nabe::bookings::Counts { seated: 2, ..Default::default() })
        })
        .await;
        club.says(file(&calendar(&[])));
        hub.advance_clock(6 * 60);
        read_all(&hub).await;
        kim.get(&page).await.says("Nichts zu prüfen").says("es haben sich schon Menschen angemeldet");
    }

    async fn two_servers_do_not_read_the_same_calendar_twice(hub) {
        let (kim, club) = (clerk(&hub).await, Club::open().await);
        club.says(file(&calendar(&[CHOIR])));
        subscribe(&kim, &club.url()).await;
        let one = Calendars::new(hub.app().clone()).unwrap();
        let Some(database) = hub.database() else {
            let two = one.clone();
            let (first, second) = tokio::join!(one.round(), two.round());
            assert_eq!((first.unwrap() + second.unwrap(), club.asked().len()), (1, 1));
            return;
        };
        let (url, config, now) = (database.url.clone(), hub.app().config().clone(), hub.now());
        let second = tokio::task::spawn_blocking(move || {
            let options = Options { statements: nabe::statements::all(), ..Options::default() };
            App::new(config, Db::open(&Source::Postgres(url), Clock::fixed(now), options).unwrap()).unwrap()
        });
        let second = second.await.unwrap();
        let two = Calendars::new(second.clone()).unwrap();
        let (first, other) = tokio::join!(one.round(), two.round());
        assert_eq!((first.unwrap() + other.unwrap(), club.asked().len()), (1, 1));
        tokio::task::spawn_blocking(move || second.db().clone().close()).await.unwrap();
    }
}

/// Everything that is kept of calendars.
async fn stored(hub: &TestHub) -> String {
    let database = hub.database().map(|database| database.superuser_url.clone());
    let folder = hub.data_folder().join("nabe.sqlite");
    let reading = tokio::task::spawn_blocking(move || {
        let copies: Vec<Vec<u8>> = if let Some(url) = database {
            let mut client = postgres::Client::connect(&url, postgres::NoTls).unwrap();
            client.query("select copy from calendar", &[]).unwrap().iter().map(|row| row.get(0)).collect()
        } else {
            let file = rusqlite::Connection::open(folder).unwrap();
            let mut select = file.prepare("select copy from calendar").unwrap();
            select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
        };
        assert!(!copies.is_empty() && copies.iter().all(|copy| !copy.is_empty()));
        copies.iter().map(|copy| String::from_utf8_lossy(copy).into_owned()).collect::<String>()
    });
    reading.await.unwrap()
}
