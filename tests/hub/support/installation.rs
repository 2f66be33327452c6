//! An installation of its own for every journey.

use std::collections::HashSet;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, header};
use jiff::civil::{Time, date};
use nabe::app::App;
use nabe::auth;
use nabe::bookings::{self, Booking, Counts};
use nabe::clock::{Clock, Instant};
use nabe::config::Config;
use nabe::db::{Db, DbResult, HubId, OpenError, Options, Scope, Source, Tx};
use nabe::features::{self, events};
use nabe::ids::SiteId;
use nabe::jobs::Clockwork;
use nabe::mail::Postman;
use nabe::tenancy::store::{NewHub, insert_hub, insert_site};
use nabe::tenancy::{Opening, Site};
use tower::ServiceExt as _;

use super::{Answer, Date, Guest, Mail};
use crate::cluster::{Database, cluster};

/// The host under which the installation is reached.
pub const HOST: &str = "hub.example.org";

/// Opens the metrics.
pub const METRICS_TOKEN: &str = "a token of the tests";

/// On which database a journey runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// A running installation with the hubs `alpha` and `beta`. Clones share it; each may call from another address.
#[derive(Clone)]
pub struct TestHub {
    inner: Arc<Inner>,
    address: IpAddr,
}

struct Inner {
    // In this order: what uses the database goes before it, what the database uses after it.
    service: Router,
    app: App,
    clock: Clock,
    hubs: [(&'static str, HubId); 2],
    letters_read: Mutex<HashSet<String>>,
    numbers: AtomicU32,
    database: Option<Database>,
    folder: Folder,
}

/// A folder that goes with the journey.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Tuesday, 1 December 2026, nine o'clock in Berlin: when every journey begins.
pub fn start_of_the_tests() -> Instant {
    let at = date(2026, 12, 1).at(9, 0, 0, 0).in_tz("Europe/Berlin").unwrap();
    Instant::from_micros(at.timestamp().as_microsecond())
}

/// Runs a journey on an installation of its own.
pub fn run<J: Future<Output = ()>>(engine: Engine, journey: impl FnOnce(TestHub) -> J) {
    // Opening blocks, so it happens outside the runtime, as in the program.
    let hub = TestHub::new(engine);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(journey(hub));
}

/// Runs a journey on an installation that nobody has set up yet.
pub fn empty_installation<J: Future<Output = ()>>(engine: Engine, journey: impl FnOnce(App) -> J) {
    static FOLDERS: AtomicU32 = AtomicU32::new(0);
    let number = FOLDERS.fetch_add(1, Ordering::SeqCst);
    let folder = Folder(std::env::temp_dir().join(format!("nabe-empty-{}-{number}", std::process::id())));
    std::fs::create_dir_all(&folder.0).unwrap();
    let database = (engine == Engine::Postgres).then(|| cluster().database());
    let source = database.as_ref().map_or_else(|| Source::Sqlite(folder.0.clone()), |database| Source::Postgres(database.url.clone()));
    let (app, _) = start(config(&folder.0, source), Clock::fixed(start_of_the_tests()));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(journey(app));
}

impl TestHub {
    /// An empty installation with two hubs.
    pub fn new(engine: Engine) -> Self {
        static FOLDERS: AtomicU32 = AtomicU32::new(0);
        let number = FOLDERS.fetch_add(1, Ordering::SeqCst);
        let folder = Folder(std::env::temp_dir().join(format!("nabe-journey-{}-{number}", std::process::id())));
        std::fs::create_dir_all(&folder.0).unwrap();
        let database = (engine == Engine::Postgres).then(|| cluster().database());
        let source = database.as_ref().map_or_else(|| Source::Sqlite(folder.0.clone()), |database| Source::Postgres(database.url.clone()));
        let (app, clock) = start(config(&folder.0, source), Clock::fixed(start_of_the_tests()));
        let hubs = ["alpha", "beta"].map(|slug| (slug, found_hub(app.db(), slug)));
        let service = nabe::router::service(app.clone());
        let inner = Inner { service, app, clock, hubs, letters_read: Mutex::default(), numbers: AtomicU32::new(0), database, folder };
        Self { inner: Arc::new(inner), address: IpAddr::V4(Ipv4Addr::new(198, 51, 100, 1)) }
    }

    /// Stops the program and starts it again on the same data at another time; nobody else may hold it.
    pub async fn restart(self, at: Instant) -> Self {
        let Ok(inner) = Arc::try_unwrap(self.inner) else { panic!("somebody still works with the installation") };
        let Inner { service, app, hubs, letters_read, numbers, database, folder, clock: _ } = inner;
        drop(service);
        let started = tokio::task::spawn_blocking(move || {
            let config = app.config().clone();
            app.db().clone().close();
            drop(app);
            start(config, Clock::fixed(at))
        });
        let (app, clock) = started.await.unwrap();
        let service = nabe::router::service(app.clone());
        Self { inner: Arc::new(Inner { service, app, clock, hubs, letters_read, numbers, database, folder }), address: self.address }
    }

    /// The same installation, seen by somebody at another address.
    pub fn caller(&self, last: u8) -> Self {
        self.caller_at(IpAddr::V4(Ipv4Addr::new(203, 0, 113, last)))
    }

    /// The same installation, seen from any address.
    pub fn caller_at(&self, address: IpAddr) -> Self {
        Self { inner: self.inner.clone(), address }
    }

    /// The program itself, for what has no page.
    pub fn app(&self) -> &App {
        &self.inner.app
    }

    /// The service, for a real listener.
    pub fn service(&self) -> Router {
        self.inner.service.clone()
    }

    /// The key of a hub.
    pub fn hub_id(&self, slug: &str) -> HubId {
        self.inner.hubs.iter().find(|(known, _)| *known == slug).expect("the hub is alpha or beta").1
    }

    /// A number that nobody had before in this journey.
    pub fn next_number(&self) -> u32 {
        self.inner.numbers.fetch_add(1, Ordering::SeqCst)
    }

    /// The time of the journey.
    pub fn now(&self) -> Instant {
        self.inner.clock.now()
    }

    /// Lets minutes pass; jobs run only when they are told to.
    pub fn advance_clock(&self, minutes: i64) {
        self.set_clock(self.now().plus(booking::Span::from_minutes(minutes)));
    }

    /// Sets the clock, also back.
    pub fn set_clock(&self, at: Instant) {
        self.inner.clock.set(at);
    }

    /// Fetches a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    /// Fetches a page with further headers.
    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.send(request(Method::GET, path, headers).body(Body::empty()).unwrap()).await
    }

    /// Sends fields as a browser does.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_with(path, fields, &[]).await
    }

    /// Sends fields with further headers.
    pub async fn post_with(&self, path: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let kind = (header::CONTENT_TYPE.as_str(), "application/x-www-form-urlencoded");
        let headers: Vec<_> = headers.iter().copied().chain([kind]).collect();
        self.send(request(Method::POST, path, &headers).body(Body::from(body)).unwrap()).await
    }

    /// Sends any request and looks whether the answer keeps what every answer must.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let answer = self.send_unchecked(request).await;
        answer.keeps_its_promises();
        answer
    }

    /// Sends any request.
    pub async fn send_unchecked(&self, mut request: Request<Body>) -> Answer {
        let path = request.uri().path().to_owned();
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(self.address, 40_000)));
        let Ok(response) = self.inner.service.clone().oneshot(request).await;
        Answer::read(path, response).await
    }

    /// A key as the server writes it into a guest's form.
    pub fn guest_key(&self) -> String {
        self.app().keys().form(b"guest", self.now()).as_str().to_owned()
    }

    /// Runs the jobs until nothing is due any more.
    pub async fn run_jobs(&self) {
        let clockwork = Clockwork::new(self.app().clone(), features::JOBS);
        let postman = Postman::new(self.app().clone(), features::wording).unwrap();
        while clockwork.round().await.expect("the jobs run") > 0 {}
        while postman.round().await.expect("the mails leave") > 0 {}
    }

    /// Runs the jobs and reads the mails that left since the last look, in the order in which they were decided.
    pub async fn mails(&self) -> Vec<Mail> {
        self.run_jobs().await;
        let mut seen = self.inner.letters_read.lock().unwrap();
        let mut mails = Mail::of_folder(&self.inner.folder.0.join("mails"));
        mails.retain(|mail| seen.insert(mail.id.clone()));
        mails
    }

    /// Reads in the database of a hub.
    pub async fn read<T: Send + 'static>(&self, hub: &str, f: impl FnOnce(&Tx<'_>, HubId) -> DbResult<T> + Send + 'static) -> T {
        let id = self.hub_id(hub);
        self.app().read(id, move |tx| f(tx, id)).await.expect("the read succeeds")
    }

    /// Changes the database of a hub, as a page of the staff would.
    pub async fn write<T: Send + 'static>(&self, hub: &str, f: impl Fn(&Tx<'_>, HubId, Instant) -> DbResult<T> + Send + 'static) -> T {
        let id = self.hub_id(hub);
        self.app().write(id, move |tx, now| f(tx, id, now)).await.expect("the write succeeds")
    }

    /// The booking of a guest as it is stored.
    pub async fn booking(&self, guest: &Guest) -> Booking {
        let id = guest.id(self);
        self.read(guest.hub, move |tx, hub| bookings::store::booking(tx, hub, id)).await.expect("the booking is there")
    }

    /// How full a date is; the stored counters must be those that the bookings give.
    pub async fn counts(&self, date: &Date) -> Counts {
        let id = date.id;
        let (kept, derived) = self
            .read(date.hub, move |tx, hub| {
                let kept = events::store::occurrence(tx, hub, id)?.map(|date| date.counts);
                Ok((kept.expect("the date is there"), bookings::store::counts(tx, hub, id)?))
            })
            .await;
        assert_eq!(kept, derived, "counters and bookings of {} say the same", date.slug);
        kept
    }

    /// An account for signing in; the password is what [`auth::hash_unchecked`] was given.
    pub async fn account(&self, email: &'static str, password: &'static str, role: Option<(&'static str, auth::Role)>) {
        let hash = tokio::task::spawn_blocking(move || auth::hash_unchecked(password).unwrap()).await.unwrap();
        let role = role.map(|(hub, role)| (self.hub_id(hub), role));
        let made = self.app().db().write(Scope::Installation, move |tx, now| {
            let account = auth::store::insert(tx, email, "Mitarbeiterin", &hash, false, now)?;
            role.map_or(Ok(()), |(hub, role)| auth::store::set_role(tx, hub, account, role))
        });
        made.await.expect("the account is made");
    }

    /// An account that may do everything in every hub.
    pub async fn operator(&self, email: &'static str, password: &'static str) {
        let hash = tokio::task::spawn_blocking(move || auth::hash_unchecked(password).unwrap()).await.unwrap();
        let made = self.app().db().write(Scope::Installation, move |tx, now| auth::store::insert(tx, email, "Betrieb", &hash, true, now));
        made.await.expect("the account is made");
    }

    /// The file of the embedded database.
    pub fn data_folder(&self) -> &std::path::Path {
        &self.inner.folder.0
    }

    /// The database on PostgreSQL.
    pub fn database(&self) -> Option<&Database> {
        self.inner.database.as_ref()
    }
}

/// A request with host and headers.
pub fn request(method: Method, path: &str, headers: &[(&str, &str)]) -> axum::http::request::Builder {
    let mut builder = Request::builder().method(method).uri(path).header(header::HOST, HOST);
    for (name, value) in headers {
        builder = builder.header(*name, *value);
    }
    builder
}

/// A request without a body.
pub fn bare(method: Method, path: &str) -> Request<Body> {
    request(method, path, &[]).body(Body::empty()).unwrap()
}

/// Starts the program as the command line does. Patient, because a slow machine is no finding; speed is measured elsewhere.
fn start(config: Config, clock: Clock) -> (App, Clock) {
    let patience = Duration::from_mins(1);
    let options = Options {
        statements: nabe::statements::all(),
        lanes: 2,
        readers: 2,
        deadline: patience,
        job_time: patience,
        read_time: patience,
        commit_time: patience,
        ..Options::default()
    };
    // After a restart the folder is free once the last thread of the one before has ended.
    let mut tries = 0..200;
    let db = loop {
        match Db::open(&config.source, clock.clone(), options.clone()) {
            Err(OpenError::InUse(_)) if tries.next().is_some() => std::thread::sleep(Duration::from_millis(20)),
            opened => break opened.expect("the database opens"),
        }
    };
    (App::new(config, db).expect("the program starts"), clock)
}

fn config(folder: &std::path::Path, source: Source) -> Config {
    let public_url = format!("https://{HOST}").parse().unwrap();
    Config {
        security_contact: Some("mailto:security@example.org".parse().unwrap()),
        trusted_proxies: vec!["127.0.0.0/8".parse().unwrap()],
        metrics_token: Some(METRICS_TOKEN.to_owned()),
        private_calendars: vec!["127.0.0.2/32".parse().unwrap()],
        ..Config::local(folder.to_owned(), source, public_url)
    }
}

fn found_hub(db: &Db, slug: &'static str) -> HubId {
    let new = NewHub {
        slug: slug.to_owned(),
        name: format!("Zukunftshaus {slug}"),
        owner_line: "Ein Angebot der Stadt".to_owned(),
        phone: "035952 01234".to_owned(),
        phone_hours: "Mo bis Fr".to_owned(),
        email: format!("{slug}@example.org"),
        ..NewHub::default()
    };
    let hub = db.write_blocking(Scope::Installation, move |tx, now| insert_hub(tx, &new, now)).expect("the hub is made");
    let site = |now| Site {
        id: SiteId::new(now),
        name: "Altes Kontor".to_owned(),
        street: "Markt 1".to_owned(),
        postcode: "01900".to_owned(),
        town: "Musterstadt".to_owned(),
        directions: String::new(),
        wheelchair: "Rampe am Hof".to_owned(),
        hearing: String::new(),
        openings: vec![Opening { weekday: 2, opens: Time::constant(9, 0, 0, 0), closes: Time::constant(18, 0, 0, 0) }],
    };
    db.write_blocking(hub, move |tx, now| insert_site(tx, hub, &site(now), 0)).expect("the place is made");
    hub
}
