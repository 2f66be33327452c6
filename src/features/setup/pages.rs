//! The pages of the first run.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::plan::{store_installation, store_place};
use super::steps::{self, Step};
use crate::app::App;
use crate::auth;
use crate::db::Scope;
use crate::installation::{self, store as settings};
use crate::problem::Problem;
use crate::texts::{Lang, Texts};
use crate::ui::{Fields, Flaws, Page, Sheet, assets, parse, read_form, see_other};

const COOKIE: &str = "nabe-setup";
const BYTES_AT_MOST: usize = 32 * 1024;
/// Wrong codes of all browsers together in ten minutes.
const GUESSES_AT_MOST: u32 = 60;

#[derive(Template)]
#[template(path = "features/setup/step.html")]
struct StepPage {
    t: Texts,
    css: String,
    art: String,
    mark: String,
    title: &'static str,
    about: &'static str,
    action: String,
    back: String,
    number: usize,
    done: Vec<bool>,
    key: String,
    sheet: Sheet,
    last: bool,
}

/// A post of the first run.
struct Sent {
    headers: HeaderMap,
    t: Texts,
    fields: Fields,
}

/// `GET /setup`
pub async fn start(State(app): State<App>, headers: HeaderMap) -> Result<Response, Problem> {
    still_empty(&app).await?;
    page(&app, language(&headers), Step::Code, Fields::default(), Flaws::default())
}

/// `POST /setup`: the code of the start output opens the pages for this browser.
pub async fn enter(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let sent = open(&app, request).await?;
    let now = app.clock().now();
    if app.limits().is_used_up(COOKIE, GUESSES_AT_MOST, now) {
        return Err(Problem::TooMany);
    }
    let Some(pass) = app.first_run().enter(sent.fields.get("code")) else {
        app.limits().used(COOKIE, now);
        tracing::warn!("a wrong set-up code was entered");
        let mut flaws = Flaws::default();
        flaws.add("code", sent.t.setup_flaw_code());
        return page(&app, sent.t, Step::Code, sent.fields, flaws);
    };
    let mut response = to(&app, Step::Account);
    let cookie = format!("{COOKIE}={pass}; Path=/; HttpOnly; SameSite=Strict");
    response.headers_mut().insert(header::SET_COOKIE, HeaderValue::from_str(&cookie).map_err(|_| Problem::Untrusted)?);
    Ok(response)
}

/// `GET /setup/account`
pub async fn account(State(app): State<App>, headers: HeaderMap) -> Result<Response, Problem> {
    show(&app, &headers, Step::Account).await
}

/// `POST /setup/account`
pub async fn save_account(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let sent = open(&app, request).await?;
    if !may(&app, &sent.headers) {
        return Ok(to(&app, Step::Code));
    }
    let password = sent.fields.get("password").to_owned();
    let known = !app.first_run().password_hash().is_empty() && password.is_empty();
    let (name, email) = (sent.fields.line("name"), sent.fields.line("email"));
    let hash = move || auth::hash_password(&password, &[&name, &email]);
    let hashed = if known { None } else { Some(tokio::task::spawn_blocking(hash).await.map_err(|_| Problem::Busy)?) };
    let mut flaws = steps::read_account(sent.t, &sent.fields).err().unwrap_or_default();
    match hashed {
        Some(Ok(hash)) => app.first_run().keep_password(hash),
        Some(Err(_)) => flaws.add("password", sent.t.setup_flaw_password()),
        None => {}
    }
    next(&app, sent, Step::Account, Step::Hub, flaws)
}

/// `GET /setup/hub`
pub async fn hub(State(app): State<App>, headers: HeaderMap) -> Result<Response, Problem> {
    show(&app, &headers, Step::Hub).await
}

/// `POST /setup/hub`
pub async fn save_hub(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let sent = open(&app, request).await?;
    let flaws = steps::read_hub(sent.t, &sent.fields).err().unwrap_or_default();
    next(&app, sent, Step::Hub, Step::Place, flaws)
}

/// `GET /setup/place`
pub async fn place(State(app): State<App>, headers: HeaderMap) -> Result<Response, Problem> {
    show(&app, &headers, Step::Place).await
}

/// `POST /setup/place`
pub async fn save_place(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let sent = open(&app, request).await?;
    let flaws = steps::read_place(sent.t, &sent.fields).err().unwrap_or_default();
    next(&app, sent, Step::Place, Step::Mail, flaws)
}

/// `GET /setup/mail`
pub async fn mail(State(app): State<App>, headers: HeaderMap) -> Result<Response, Problem> {
    show(&app, &headers, Step::Mail).await
}

/// `POST /setup/mail`: everything is stored, and whoever did it is signed in and sees what is still missing.
pub async fn finish(State(app): State<App>, request: Request) -> Result<Response, Problem> {
    let sent = open(&app, request).await?;
    if !may(&app, &sent.headers) {
        return Ok(to(&app, Step::Code));
    }
    let t = sent.t;
    app.first_run().keep(&sent.fields);
    if let Err(flaws) = steps::read_mail(t, &sent.fields) {
        return page(&app, t, Step::Mail, sent.fields, flaws);
    }
    let plan = match steps::plan(t, &app.first_run().draft(), app.first_run().password_hash()) {
        Ok(plan) => plan,
        Err(step) => return Ok(to(&app, step)),
    };
    if plan.mail.is_some() {
        installation::keep_password(&app.config().data, sent.fields.get("password")).map_err(|error| Problem::Broken(error.to_string()))?;
    }
    let (slug, place, here) = (plan.hub.slug.clone(), plan.place.clone(), is_here(&sent.headers, plan.public_url.as_ref()));
    let made = app.db().write(Scope::Installation, move |tx, now| store_installation(tx, &plan, now)).await?;
    let (hub, account) = made.ok_or(Problem::NotFound)?;
    if let Some(place) = place {
        app.write_places(hub, move |tx, now| store_place(tx, hub, &place, now)).await?;
    }
    app.first_run().clear();
    app.reload_settings(here).await?;
    tracing::info!(hub = slug, "the installation was set up");
    let mut response = see_other(&format!("{}/{slug}/staff/hub", app.config().base_path()));
    if let Some(cookie) = auth::begin_session(&app, account).await? {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response.headers_mut().append(header::SET_COOKIE, HeaderValue::from_static("nabe-setup=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"));
    Ok(response)
}

/// Whether the browser came by this very address: only then it is in force at once. Otherwise a wrong one would lock everybody out.
fn is_here(headers: &HeaderMap, url: Option<&url::Url>) -> bool {
    let origin = headers.get(header::ORIGIN).and_then(|value| value.to_str().ok());
    url.is_some_and(|url| origin == Some(url.origin().ascii_serialization().as_str()))
}

async fn show(app: &App, headers: &HeaderMap, step: Step) -> Result<Response, Problem> {
    still_empty(app).await?;
    if !may(app, headers) {
        return Ok(to(app, Step::Code));
    }
    let mut fields = app.first_run().draft();
    if step == Step::Mail && fields.get("public_url").is_empty() {
        let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
        fields.0.push(("public_url".to_owned(), format!("http://{host}")));
    }
    if step == Step::Hub && fields.get("hub_email").is_empty() {
        let email = fields.get("email").to_owned();
        fields.0.push(("hub_email".to_owned(), email));
    }
    page(app, language(headers), step, fields, Flaws::default())
}

/// Keeps a step and goes on, or shows it again with what is wrong.
fn next(app: &App, sent: Sent, step: Step, then: Step, flaws: Flaws) -> Result<Response, Problem> {
    if !may(app, &sent.headers) {
        return Ok(to(app, Step::Code));
    }
    app.first_run().keep(&sent.fields);
    if flaws.is_empty() { Ok(to(app, then)) } else { page(app, sent.t, step, sent.fields, flaws) }
}

async fn open(app: &App, request: Request) -> Result<Sent, Problem> {
    still_empty(app).await?;
    let headers = request.headers().clone();
    let bytes = read_form(request, BYTES_AT_MOST).await?;
    let (fields, token): (Fields, String) = parse(&bytes)?;
    app.keys().open_form(b"setup", app.clock().now(), &token).ok_or(Problem::Untrusted)?;
    Ok(Sent { t: language(&headers), headers, fields })
}

/// The pages are gone once somebody has an account or a hub.
async fn still_empty(app: &App) -> Result<(), Problem> {
    if app.db().read(Scope::Installation, settings::is_empty).await? { Ok(()) } else { Err(Problem::NotFound) }
}

fn may(app: &App, headers: &HeaderMap) -> bool {
    let cookies = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok()).flat_map(|line| line.split(';'));
    let mut pairs = cookies.filter_map(|pair| pair.trim().split_once('='));
    pairs.any(|(name, pass)| name == COOKIE && app.first_run().is_open(pass))
}

fn to(app: &App, step: Step) -> Response {
    see_other(&format!("{}{}", app.config().base_path(), step.path()))
}

/// German unless the browser asks for English first: there is no hub yet whose address could say so.
fn language(headers: &HeaderMap) -> Texts {
    let wished = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    Texts { lang: wished.split([',', ';']).next().and_then(Lang::parse).unwrap_or(Lang::De) }
}

fn page(app: &App, t: Texts, step: Step, fields: Fields, flaws: Flaws) -> Result<Response, Problem> {
    let base = app.config().base_path();
    let invalid = !flaws.is_empty();
    let number = Step::ALL.iter().position(|known| *known == step).unwrap_or(0);
    let (title, about) = step.words(t);
    let before = number.checked_sub(1).filter(|before| *before > 0).and_then(|before| Step::ALL.get(before));
    let page = Page::personal(&StepPage {
        t,
        css: format!("{base}{}", assets::path("hub.css")),
        art: format!("{base}{}", assets::path("art.svg")),
        mark: format!("{base}{}", assets::path("mark.svg")),
        title,
        about,
        action: format!("{base}{}", step.path()),
        back: before.map(|before| format!("{base}{}", before.path())).unwrap_or_default(),
        number: number + 1,
        done: (0..Step::ALL.len()).map(|n| n <= number).collect(),
        key: app.keys().form(b"setup", app.clock().now()).as_str().to_owned(),
        sheet: Sheet::new(step.fields(t, app.start().fixed), fields, flaws),
        last: step == Step::Mail,
    })?;
    Ok(if invalid { page.status(StatusCode::UNPROCESSABLE_ENTITY) } else { page }.into_response())
}
