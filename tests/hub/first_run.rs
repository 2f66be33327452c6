//! From an empty data folder to a hub: only with the code of the start output, everything or nothing, once.

use std::io::Write as _;
use std::process::Stdio;

use axum::body::Body;
use axum::http::{Method, Request};
use nabe::app::App;
use nabe::db::Scope;
use nabe::features::setup::{Plan, store_installation};
use nabe::tenancy::store::NewHub;

use crate::support::{Answer, Form, HOST, empty_installation};

/// A browser that keeps its cookies.
struct Browser {
    app: App,
    cookies: Vec<(String, String)>,
}

impl Browser {
    async fn send(&mut self, method: Method, path: &str, body: String) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request =
            Request::builder().method(method).uri(path).header("host", HOST).header("origin", format!("https://{HOST}")).header("cookie", cookies.join("; "));
        let request = request.header("content-type", "application/x-www-form-urlencoded").body(Body::from(body)).unwrap();
        let Ok(response) = tower::ServiceExt::oneshot(nabe::router::service(self.app.clone()), request).await;
        let answer = Answer::read(path.to_owned(), response).await;
        for cookie in answer.headers.get_all("set-cookie") {
            let (name, value) = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            if !value.is_empty() {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        answer
    }

    async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, String::new()).await
    }

    async fn submit(&mut self, form: &Form) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&form.fields).finish();
        self.send(Method::POST, &form.action, body).await
    }

    /// Fills in the form of a page and sends it.
    async fn fill(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(path).await;
        let form = fields.iter().fold(page.is(200).form(path), |form, (name, value)| form.with(name, value));
        self.submit(&form).await
    }
}

#[test]
fn an_empty_installation_is_set_up_in_the_browser_on_sqlite() {
    empty_installation(crate::support::Engine::Sqlite, journey);
}

#[test]
fn an_empty_installation_is_set_up_in_the_browser_on_postgres() {
    empty_installation(crate::support::Engine::Postgres, journey);
}

async fn journey(app: App) {
    let mut browser = Browser { app: app.clone(), cookies: Vec::new() };
    assert_eq!(browser.get("/").await.location(), "/setup");
    assert_eq!(browser.get("/setup/hub").await.location(), "/setup", "nobody gets further without the code");
    let stolen = browser.get("/setup").await.form("/setup");
    browser.submit(&Form { action: "/setup/hub".to_owned(), ..stolen.with("hub_name", "Fremd") }).await.location();
    browser.fill("/setup", &[("code", "AAAA-BBBB-CCCC")]).await.is(422).says("Dieser Code stimmt nicht.");
    let code = app.first_run().code().to_lowercase();
    assert_eq!(browser.fill("/setup", &[("code", &code)]).await.location(), "/setup/account");

    let short = browser.fill("/setup/account", &[("name", "Lena Lang"), ("email", "lena@example.org"), ("password", "kurz")]).await;
    short.is(422).says("mindestens 12 Zeichen");
    assert_eq!(short.form("/setup/account").value("name"), "Lena Lang", "what was typed stays");
    assert_eq!(browser.fill("/setup/account", &[("password", "drei alte Apfelbäume")]).await.location(), "/setup/hub");
    assert_eq!(browser.fill("/setup/hub", &[("hub_name", "InnovationsHub Musterstadt"), ("phone", "035952 01234")]).await.location(), "/setup/place");
    browser.fill("/setup/place", &[("site_name", "Altes Kontor"), ("hours", "immer")]).await.is(422).says("„immer“");
    assert_eq!(
        browser.fill("/setup/place", &[("street", "Musterweg 1"), ("town", "Musterstadt"), ("hours", "Mo–Fr 9–12, 13–18")]).await.location(),
        "/setup/mail"
    );
    let server = [("host", "mail.example.org"), ("user", "hub"), ("password", "sehr geheim"), ("from", "hub@example.org")];
    let form = server.iter().fold(browser.get("/setup/mail").await.form("/setup/mail"), |form, (name, value)| form.with(name, value));
    let form = form.with("public_url", "hub.musterstadt.de");
    assert_eq!(browser.submit(&form).await.location(), "/musterstadt/staff/hub");

    let hub = browser.get("/musterstadt/staff/hub").await;
    hub.is(200).says("mail.example.org, noch nicht geprüft").says("1 Ort mit Öffnungszeiten").says("7 Angaben fehlen");
    browser.get("/musterstadt/contact").await.says("9–12 Uhr, 13–18 Uhr").says("035952 01234");
    assert_eq!(app.config().origin(), format!("https://{HOST}"), "another address waits for the next start");
    let mail = browser.get("/musterstadt/staff/hub/mail").await;
    mail.says("hub@example.org").does_not_say("sehr geheim");
    assert!(!mail.text().contains("geheim"));
    assert_eq!(app.config().smtp.as_ref().unwrap().password(), Some("sehr%20geheim"));

    browser.get("/setup").await.is(404);
    browser.submit(&form).await.is(404);
    keeps_no_password(&app).await;
}

/// The database has everything but the password of the mail server.
async fn keeps_no_password(app: &App) {
    let stored = app.db().read(Scope::Installation, |tx| nabe::installation::store::setting(tx, "mail")).await.unwrap().unwrap();
    assert!(stored.contains("mail.example.org") && !stored.contains("geheim"), "{stored}");
    assert_eq!(nabe::installation::password(&app.config().data), "sehr geheim");
}

#[test]
fn an_installation_is_set_up_once() {
    empty_installation(crate::support::Engine::Sqlite, |app| async move {
        let plan = |slug: &str| Plan {
            name: "Lena".to_owned(),
            email: format!("{slug}@example.org"),
            password_hash: "hash".to_owned(),
            hub: NewHub { slug: slug.to_owned(), name: slug.to_owned(), ..NewHub::default() },
            place: None,
            public_url: None,
            mail: None,
        };
        let (first, second) = (plan("eins"), plan("zwei"));
        assert!(app.db().write(Scope::Installation, move |tx, now| store_installation(tx, &first, now)).await.unwrap().is_some());
        assert!(app.db().write(Scope::Installation, move |tx, now| store_installation(tx, &second, now)).await.unwrap().is_none());
    });
}

/// Runs `nabe setup` on a folder; whether it succeeded, and what it said.
fn command(folder: &std::path::Path, further: &[&str]) -> (bool, String) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_nabe"));
    command.arg("--data").arg(folder).args(["setup", "--name", "Lena Lang", "--email", "lena@example.org", "--hub-name", "InnovationsHub Musterstadt"]);
    let mut child = command.args(further).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A command that refuses its arguments reads nothing.
    let _ = child.stdin.take().unwrap().write_all("drei alte Apfelbäume\nsehr geheim\n".as_bytes());
    let output = child.wait_with_output().unwrap();
    (output.status.success(), format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr)))
}

#[test]
fn the_command_line_sets_up_the_same() {
    let folder = std::env::temp_dir().join(format!("nabe-command-{}", std::process::id()));
    let (ok, said) = command(&folder, &["--place", "Kontor", "--hours", "immer"]);
    assert!(!ok && said.contains("--hours cannot be read"), "{said}");
    let all = ["--place", "Kontor", "--hours", "Mo–Fr 9–12; Sa 10–12", "--smtp-host", "mail.example.org", "--smtp-user", "hub"];
    let (ok, said) = command(&folder, &all);
    assert!(ok && said.contains("/musterstadt/staff/hub") && !said.contains("geheim"), "{said}");
    assert_eq!(nabe::installation::password(&folder), "sehr geheim");
    let (ok, said) = command(&folder, &all);
    assert!(!ok && said.contains("not empty"), "{said}");
    std::fs::remove_dir_all(folder).unwrap();
}
