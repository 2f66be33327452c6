//! An installation of its own for each journey, with somebody who makes the programme.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use booking::Overrides;
use http_body_util::BodyExt as _;
use jiff::civil::{Time, date};
use tower::ServiceExt as _;

use crate::app::App;
use crate::auth::{self, Role};
use crate::bookings::{Ask, Booking, Channel, Desk, Paper};
use crate::clock::{Clock, Instant};
use crate::config::Config;
use crate::db::{Db, DbResult, HubId, Options, Scope, Source, Tx};
use crate::features::events::event::Event;
use crate::features::events::occurrence::Occurrence;
use crate::features::events::{Seats, store};
use crate::ids::{AccountId, OccasionId, SiteId};
use crate::mail::outbox;
use crate::tenancy::store::{NewHub, insert_closed_day, insert_hub, insert_site};
use crate::tenancy::{ClosedDay, Opening, Site};
use crate::texts::Lang;

/// A running hub.
pub(super) struct Journey {
    pub(super) app: App,
    pub(super) hub: HubId,
    pub(super) site: String,
    clock: Clock,
    service: Router,
    folder: PathBuf,
}

/// An answer.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) location: String,
    pub(super) text: String,
}

impl Answer {
    /// The value of the first hidden field or input of this name.
    pub(super) fn value(&self, name: &str) -> String {
        let (_, field) = self.text.split_once(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no field {name}"));
        let (_, value) = field.split_once("value=\"").unwrap();
        value.split_once('"').unwrap().0.to_owned()
    }
}

impl Drop for Journey {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Journey {
    /// Tuesday, 1 December 2026, nine o'clock in Berlin; Christmas Eve is closed.
    pub(super) fn new() -> Self {
        static FOLDERS: AtomicU32 = AtomicU32::new(0);
        let folder = std::env::temp_dir().join(format!("nabe-manage-{}-{}", std::process::id(), FOLDERS.fetch_add(1, Ordering::SeqCst)));
        std::fs::create_dir_all(&folder).unwrap();
        let start = date(2026, 12, 1).at(9, 0, 0, 0).in_tz("Europe/Berlin").unwrap();
        let clock = Clock::fixed(Instant::from_micros(start.timestamp().as_microsecond()));
        let source = Source::Sqlite(folder.clone());
        let patience = Duration::from_mins(1);
        let options = Options {
            statements: crate::statements::all(),
            deadline: patience,
            job_time: patience,
            read_time: patience,
            commit_time: patience,
            ..Options::default()
        };
        let db = Db::open(&source, clock.clone(), options).unwrap();
        let config = Config::local(folder.clone(), source, "http://hub.example.org".parse().unwrap());
        let new = NewHub { slug: "alpha".to_owned(), name: "Zukunftshaus".to_owned(), zone: "Europe/Berlin".to_owned(), ..NewHub::default() };
        let hub = db.write_blocking(Scope::Installation, move |tx, now| insert_hub(tx, &new, now)).unwrap();
        let site = db.write_blocking(hub, move |tx, now| furnish(tx, hub, now)).unwrap();
        for (token, role) in [("staff", Role::Staff), ("helper", Role::Helper)] {
            db.write_blocking(Scope::Installation, move |tx, now| {
                let account = auth::store::insert(tx, &format!("{token}@example.org"), token, "no hash", false, now)?;
                auth::store::set_role(tx, hub, account, role)?;
                sign_in(tx, token, account, now)
            })
            .unwrap();
        }
        let app = App::new(config, db).unwrap();
        let service = crate::router::service(app.clone());
        Self { app, hub, site: site.to_string(), clock, service, folder }
    }

    /// A session lasts a week at most; after longer journeys staff sign in again.
    pub(super) fn sign_in_again(&self) {
        let job = |tx: &Tx<'_>, now| {
            let account = auth::store::by_email(tx, "staff@example.org")?.unwrap().id;
            auth::store::end_session(tx, &hash("staff"), now)?;
            sign_in(tx, "staff", account, now)
        };
        self.app.db().write_blocking(Scope::Installation, job).unwrap();
    }

    pub(super) fn later(&self, seconds: u64) {
        self.clock.forward(Duration::from_secs(seconds));
    }

    pub(super) async fn get(&self, path: &str) -> Answer {
        self.get_as("staff", path).await
    }

    pub(super) async fn get_as(&self, who: &str, path: &str) -> Answer {
        let request = Request::get(format!("/alpha{path}")).header(header::HOST, "hub.example.org").header(header::COOKIE, format!("nabe={who}"));
        self.call(request.body(Body::empty()).unwrap()).await
    }

    /// Sends a form with the token of a page that was just seen.
    pub(super) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let key = self.get("/staff/events/new").await.value("key");
        let mut all = vec![("key", key.as_str())];
        all.extend_from_slice(fields);
        self.post_raw(path, &all).await
    }

    pub(super) async fn post_raw(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_html_form::to_string(fields).unwrap();
        self.send(path, "application/x-www-form-urlencoded", body.into_bytes()).await
    }

    pub(super) async fn send(&self, path: &str, kind: &str, body: Vec<u8>) -> Answer {
        let request = Request::post(format!("/alpha{path}"))
            .header(header::HOST, "hub.example.org")
            .header("sec-fetch-site", "same-origin")
            .header(header::COOKIE, "nabe=staff")
            .header(header::CONTENT_TYPE, kind);
        self.call(request.body(Body::from(body)).unwrap()).await
    }

    async fn call(&self, request: Request<Body>) -> Answer {
        let response = self.service.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let location = response.headers().get(header::LOCATION).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        Answer { status, location, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    pub(super) fn event(&self, slug: &str) -> Option<Event> {
        let (hub, slug) = (self.hub, slug.to_owned());
        self.app.db().read_blocking(hub, move |tx| store::event_by_slug(tx, hub, &slug)).unwrap()
    }

    pub(super) fn dates(&self, slug: &str) -> Vec<Occurrence> {
        let (hub, event) = (self.hub, self.event(slug).unwrap().id);
        self.app.db().read_blocking(hub, move |tx| store::occurrences(tx, hub, event, Instant::from_micros(0))).unwrap()
    }

    /// Somebody with a mail address registers for a date.
    pub(super) fn book(&self, date: OccasionId, name: &str, seats: u32) {
        let (hub, ask) = (self.hub, ask(name, seats));
        self.app.db().write_blocking(hub, move |tx, now| Desk::<Seats>::new(tx, hub, now, None).book(date, &ask)).unwrap();
    }

    pub(super) fn bookings(&self, date: OccasionId) -> Vec<Booking> {
        let hub = self.hub;
        self.app.db().read_blocking(hub, move |tx| crate::bookings::store::of_occasion(tx, hub, date)).unwrap()
    }

    /// Words the letters that may leave now: to whom, the text, and whether a calendar entry goes with it.
    pub(super) async fn worded(&self) -> Vec<(String, String, bool)> {
        let hub = self.app.directory().by_slug("alpha").await.unwrap().unwrap();
        let id = self.hub;
        let rows = self.app.db().write(id, move |tx, now| outbox::claim(tx, id, now, 100)).await.unwrap();
        let letters = rows.iter().map(|row| crate::features::events::wording(&self.app, &hub, row).unwrap().unwrap());
        letters.map(|letter| (letter.to.1, letter.text, letter.invitation.is_some())).collect()
    }

    /// Takes everything that may leave now out of the outbox, as the postman does: what each letter is.
    pub(super) fn letters(&self) -> Vec<String> {
        let hub = self.hub;
        let mut kinds = Vec::new();
        loop {
            let batch = self.app.db().write_blocking(hub, move |tx, now| take(tx, hub, now)).unwrap();
            if batch.is_empty() {
                return kinds;
            }
            kinds.extend(batch);
        }
    }
}

fn sign_in(tx: &Tx<'_>, token: &str, account: AccountId, now: Instant) -> DbResult<()> {
    auth::store::insert_session(tx, &hash(token), account, now)
}

/// What is stored of a session's token.
fn hash(token: &str) -> [u8; 32] {
    crate::keys::digest(&[b"session", token.as_bytes()])
}

fn take(tx: &Tx<'_>, hub: HubId, now: Instant) -> DbResult<Vec<String>> {
    let claimed = outbox::claim(tx, hub, now, 100)?;
    for row in &claimed {
        outbox::sent(tx, hub, row.id, now)?;
    }
    Ok(claimed.into_iter().map(|row| row.kind).collect())
}

fn furnish(tx: &Tx<'_>, hub: HubId, now: Instant) -> DbResult<SiteId> {
    let site = Site {
        id: SiteId::new(now),
        name: "Altes Kontor".to_owned(),
        street: "Markt 1".to_owned(),
        postcode: "01900".to_owned(),
        town: "Musterstadt".to_owned(),
        directions: String::new(),
        wheelchair: String::new(),
        hearing: String::new(),
        openings: vec![Opening { weekday: 2, opens: Time::constant(9, 0, 0, 0), closes: Time::constant(18, 0, 0, 0) }],
    };
    insert_site(tx, hub, &site, 0)?;
    insert_closed_day(tx, hub, &ClosedDay { day: date(2026, 12, 24), reason: "Heiligabend".to_owned() })?;
    Ok(site.id)
}

fn ask(name: &str, seats: u32) -> Ask {
    let key = format!("{name} {}", AccountId::new(Instant::from_micros(1)));
    Ask {
        seats,
        waitlist: true,
        channel: Channel::Web,
        overrides: Overrides::default(),
        name: name.to_owned(),
        email: format!("{name}@example.org"),
        phone: String::new(),
        companions: Vec::new(),
        answers: Vec::new(),
        note: String::new(),
        paper: Paper::None,
        lang: Lang::De,
        form_print: crate::keys::digest(&[key.as_bytes()]),
        organisation: None,
        form_key: key,
    }
}
