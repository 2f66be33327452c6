//! What people say about themselves stays where it belongs: not in the log, not in an address, not in any file but the database and mails.

use std::io::Write;
use std::sync::{Arc, Mutex};

use jiff::civil::date;
use nabe::auth::Role;
use nabe::keeping::NightRound;
use tracing_subscriber::fmt::MakeWriter;

use crate::data_protection::Desk;
use crate::support::{Answer, Engine, Guest, Plan, TestHub};

/// Words that nothing else says.
const MARKS: [&str; 6] = ["Zyxanna", "zyxpost", "0359529191", "Zyxbegleitung", "Zyxnotiz", "Zyxbarriere"];

/// A log that is kept in memory.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[test]
fn what_people_say_stands_in_no_log_address_or_other_file_on_sqlite() {
    journey_on(Engine::Sqlite);
}

#[test]
fn what_people_say_stands_in_no_log_address_or_other_file_on_postgres() {
    journey_on(Engine::Postgres);
}

fn journey_on(engine: Engine) {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(log.clone()).with_ansi(false).finish();
    // Only what this test does: the others of this binary log for themselves. One thread, so that the log of every task is seen.
    tracing::subscriber::with_default(subscriber, || {
        let hub = TestHub::new(engine);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(journey(hub));
    });
    let said = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(said.contains("request"), "the log was listened to: {} bytes", said.len());
    for mark in MARKS {
        assert!(!said.contains(mark), "the log says {mark}: {}", said.lines().find(|line| line.contains(mark)).unwrap_or_default());
    }
}

/// Nothing of it in an address, neither where a form leads nor in a link.
fn no_address_says_it(answer: &Answer) {
    let header = answer.header("location").to_owned();
    let links = if answer.header("content-type").starts_with("text/html") {
        [answer.all("a[href]", "href"), answer.all("form[action]", "action")].concat()
    } else {
        Vec::new()
    };
    for address in links.into_iter().chain([header]).filter(|address| !address.starts_with("tel:") && !address.starts_with("mailto:")) {
        for mark in MARKS {
            assert!(!address.contains(mark), "{} leads to {address}", answer.path);
        }
    }
}

async fn journey(hub: TestHub) {
    let coming = hub.offer(Plan::seats(2).groups_of(2).on_days(&[date(2026, 12, 1)])).await;
    let later = hub.offer(Plan::seats(1)).await;
    let form = hub.get(&coming.form()).await.form("/registration");
    let form = form.with("name", "Zyxanna Muster").with("email", "zyxpost@example.org").with("phone", "0359529191").with("seats", "2");
    let form = form.with("companions", "Zyxbegleitung").with("note", "Zyxnotiz").without("wait");
    let mut seen = vec![hub.submit(&form.clone().with("email", "zyxpost@@example")).await];
    let sent = hub.submit(&form).await;
    let guest = Guest::new(&coming, &sent);
    seen.extend([sent, hub.page_of(&guest).await, hub.get("/alpha/registrations").await]);
    hub.register("Ben", &later).await;
    let links = hub.get("/alpha/registrations").await.form("/registrations").with("email", "zyxpost@example.org");
    seen.push(hub.submit(&links).await);
    let barrier =
        hub.get("/alpha/barriers").await.form("/barriers").with("words", "Zyxbarriere").with("contact", "zyxpost@example.org").with("name", "Zyxanna");
    hub.advance_clock(1);
    seen.push(hub.submit(&barrier).await);

    let lead = Desk::new(&hub, "lead@example.org", Role::Lead).await;
    let day = lead.get("/alpha/staff").await;
    let list = format!("/alpha/staff/events/{}/{}/participants", coming.slug, coming.key);
    let search = lead.get("/alpha/staff/registrations").await.form("/search").with("q", "Zyxanna");
    let people = lead.get("/alpha/staff/hub/data-protection/people").await.form("/people/search").with("q", "zyxpost@example.org");
    let found = lead.submit(&people).await;
    seen.extend([day, lead.get(&list).await, lead.submit(&search).await, lead.get(&format!("/alpha/staff/registrations/{}", guest.id(&hub))).await]);
    seen.push(lead.submit(&found.form("/people/report")).await);
    let mut erase = found.form("/people/erasure");
    "/alpha/staff/hub/data-protection/people/erasure".clone_into(&mut erase.action);
    let question = lead.submit(&erase).await;
    seen.extend([found, lead.submit(&question.form("/people/erasure")).await, question]);
    hub.cancel(&guest).await;
    hub.advance_clock(2);
    hub.mails().await;
    NightRound::new(hub.app().clone()).round().await.unwrap();
    nabe::statistics::flush(hub.app()).await;

    assert!(seen.iter().filter(|answer| answer.status.is_success()).any(|answer| answer.text().contains("Zyxanna")), "the pages say it");
    seen.iter().for_each(no_address_says_it);
    for file in std::fs::read_dir(hub.data_folder()).unwrap().flatten().map(|file| file.path()) {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        if file.is_file() && !name.starts_with("nabe.sqlite") {
            let bytes = String::from_utf8_lossy(&std::fs::read(&file).unwrap()).into_owned();
            assert!(MARKS.iter().all(|mark| !bytes.contains(mark)), "{name}");
        }
    }
}
