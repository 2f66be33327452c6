//! How mails leave: the mail server of the installation, set by its operator, and a test mail that says in plain words what went wrong.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::auth::{HubEntry, Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::config::Config;
use crate::db::{DbResult, Scope, Tx};
use crate::features::setup::read_server;
use crate::installation::{self, MailServer, Security, Settings, store as settings};
use crate::keys::{digest, hex};
use crate::mail::{EmailAddress, Letter, PROBE_PATIENCE, ProbeError, probe};
use crate::problem::Problem;
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Group, Item, Page, Reader, Sheet, see_other};

const PATH: &str = "/staff/hub/mail";

#[derive(Template)]
#[template(path = "features/hub/mail.html")]
struct MailPage {
    frame: StaffFrame,
    /// Host and port, user and sender in force; empty without a server.
    in_force: Vec<(&'static str, String)>,
    fixed: bool,
    may: bool,
    sheet: Sheet,
    test: Sheet,
    done: &'static str,
}

/// The entry of the overview.
pub fn entry(tx: &Tx<'_>, staff: &Staff) -> DbResult<Option<HubEntry>> {
    let (t, config) = (staff.visit.t, staff.visit.app.config());
    let tested = is_tested(tx, config)?;
    let state = match config.smtp.as_ref().and_then(|url| url.host_str()) {
        None => t.hub_mail_none().to_owned(),
        Some(host) if tested => t.hub_mail_tested(host),
        Some(host) => t.hub_mail_untested(host),
    };
    Ok(Some(HubEntry { name: t.hub_mail(), about: t.hub_mail_about(), path: PATH, state, open: !tested }))
}

/// Whether a test mail has left by the mail server that is in force.
pub fn is_tested(tx: &Tx<'_>, config: &Config) -> DbResult<bool> {
    Ok(config.smtp.is_some() && settings::setting(tx, settings::MAIL_TESTED)? == Some(print(config)))
}

/// `GET /staff/hub/mail`
pub async fn show(staff: Staff) -> Result<Response, Problem> {
    let saved = staff.visit.app.db().read(Scope::Installation, Settings::load).await?.mail.unwrap_or_default();
    page(&staff, stored(&saved), Flaws::default(), Fields::default(), Flaws::default())
}

/// `POST /staff/hub/mail`: an empty name of the server means that mails are kept as files again.
pub async fn save(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    let app = &staff.visit.app;
    staff.needs(Role::Operator)?;
    if app.start().fixed.smtp {
        return Err(Problem::Forbidden);
    }
    let mut r = Reader::new(staff.visit.t, &fields);
    let server = read_server(&mut r);
    let server = match r.finish(server) {
        Ok(server) => server,
        Err(flaws) => return page(&staff, fields, flaws, Fields::default(), Flaws::default()),
    };
    keep_password(app, server.as_ref(), fields.get("password"))?;
    let text = server.as_ref().map(serde_json::to_string).transpose().map_err(|error| Problem::Broken(error.to_string()))?.unwrap_or_default();
    app.db().write(Scope::Installation, move |tx, now| settings::set(tx, settings::MAIL, &text, now)).await?;
    app.reload_settings(false).await?;
    Ok(see_other(&staff.visit.links.to(&format!("{PATH}?done=saved"))))
}

/// An empty field keeps the password that is there, as long as somebody signs in at all.
fn keep_password(app: &App, server: Option<&MailServer>, typed: &str) -> Result<(), Problem> {
    let signs_in = server.is_some_and(|server| !server.user.is_empty());
    if signs_in && typed.is_empty() {
        return Ok(());
    }
    let password = if signs_in { typed } else { "" };
    installation::keep_password(&app.config().data, password).map_err(|error| Problem::Broken(format!("the password cannot be kept: {error}")))
}

/// `POST /staff/hub/mail/test`
pub async fn test(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, key } = posted;
    staff.needs(Role::Operator)?;
    let (t, app) = (staff.visit.t, &staff.visit.app);
    let saved = app.db().read(Scope::Installation, Settings::load).await?.mail.unwrap_or_default();
    let refuse = |words: String| {
        let mut flaws = Flaws::default();
        flaws.add("to", words);
        page(&staff, stored(&saved), Flaws::default(), fields.clone(), flaws)
    };
    let Some(to) = EmailAddress::parse(fields.get("to")) else { return refuse(t.ui_flaw_email().to_owned()) };
    let Some(url) = app.config().smtp.as_ref() else { return refuse(t.hub_mail_none().to_owned()) };
    let (server, password) = MailServer::of_url(url, "");
    let letter = Letter {
        to: (staff.name.clone(), to.as_str().to_owned()),
        from_name: staff.visit.hub.name.clone(),
        reply_to: staff.visit.hub.email.clone(),
        subject: t.hub_mail_test_subject(&staff.visit.hub.name),
        text: t.hub_mail_test_letter(&staff.visit.hub.name),
        invitation: None,
        message_id: hex(&digest(&[b"test", key.as_bytes()])),
    };
    if let Err(error) = probe(&server, &password, &app.config().mail_from, &letter).await {
        tracing::warn!(%error, "a test mail failed");
        return refuse(words(t, &server, &error));
    }
    let print = print(app.config());
    app.db().write(Scope::Installation, move |tx, now| settings::set(tx, settings::MAIL_TESTED, &print, now)).await?;
    Ok(see_other(&staff.visit.links.to(&format!("{PATH}?done=sent"))))
}

/// What went wrong, and what to look at.
fn words(t: Texts, server: &MailServer, error: &ProbeError) -> String {
    let port = i64::from(server.port);
    match error {
        ProbeError::NameNotFound => t.hub_mail_name_not_found(&server.host),
        ProbeError::PortClosed => t.hub_mail_port_closed(&server.host, port),
        ProbeError::NoAnswer => t.hub_mail_no_answer(&server.host, port, i64::try_from(PROBE_PATIENCE.as_secs()).unwrap_or(0)),
        ProbeError::NotAMailServer => t.hub_mail_no_server(&server.host, port),
        ProbeError::NoStarttls => t.hub_mail_no_starttls(&server.host),
        ProbeError::TlsRefused => t.hub_mail_tls(&server.host),
        ProbeError::SignInRefused(code) => t.hub_mail_sign_in(code),
        ProbeError::SenderRefused(code) => t.hub_mail_sender(code),
        ProbeError::RecipientRefused(code) => t.hub_mail_recipient(code),
        ProbeError::MailRefused(code) => t.hub_mail_refused(code),
        ProbeError::Address => t.hub_mail_address().to_owned(),
    }
}

/// What was tested: another server, user, password or sender has to be tested again.
fn print(config: &Config) -> String {
    hex(&digest(&[config.smtp.as_ref().map_or("", |url| url.as_str()).as_bytes(), config.mail_from.as_bytes()]))
}

fn stored(server: &MailServer) -> Fields {
    let port = if server.host.is_empty() { String::new() } else { server.port.to_string() };
    let pairs = [
        ("host", server.host.clone()),
        ("security", server.security.as_str().to_owned()),
        ("port", port),
        ("user", server.user.clone()),
        ("from", server.from.clone()),
    ];
    Fields(pairs.map(|(name, value)| (name.to_owned(), value)).into())
}

fn page(staff: &Staff, fields: Fields, flaws: Flaws, test_fields: Fields, test_flaws: Flaws) -> Result<Response, Problem> {
    staff.needs(Role::Lead)?;
    let (t, app) = (staff.visit.t, &staff.visit.app);
    let invalid = !flaws.is_empty() || !test_flaws.is_empty();
    let in_force = app.config().smtp.as_ref().map(|url| {
        let (server, _) = MailServer::of_url(url, "");
        let sign_in = if server.user.is_empty() { t.hub_mail_no_user().to_owned() } else { server.user.clone() };
        vec![
            (t.setup_host(), format!("{}:{}", server.host, server.port)),
            (t.setup_security(), security_word(t, server.security).to_owned()),
            (t.setup_user(), sign_in),
            (t.setup_from(), app.config().mail_from.clone()),
        ]
    });
    let security = [Security::Starttls, Security::Tls, Security::None].map(|value| (value.as_str().to_owned(), security_word(t, value).to_owned()));
    let items = vec![
        Item::line("host", t.setup_host()).hint(t.setup_host_hint()).optional(),
        Item::select("security", t.setup_security(), security.into()),
        Item::line("port", t.setup_port()).hint(t.setup_port_hint()).width("nabe-w8").optional(),
        Item::line("user", t.setup_user()).optional(),
        Item::line("password", t.setup_mail_password()).hint(t.hub_mail_password_hint()).kind("password", "off").optional(),
        Item::line("from", t.setup_from()).hint(t.setup_from_hint()).kind("email", "off").optional(),
    ];
    let to = Item::line("to", t.hub_mail_to()).hint(t.hub_mail_to_hint()).kind("email", "email");
    let page = Page::personal(&MailPage {
        frame: StaffFrame::new(staff, StaffSection::Hub, t.hub_mail()).invalid(invalid),
        in_force: in_force.unwrap_or_default(),
        fixed: app.start().fixed.smtp,
        may: staff.role == Role::Operator,
        sheet: Sheet::new(vec![Group::plain(items)], fields, flaws),
        test: Sheet::new(vec![Group::plain(vec![to])], test_fields, test_flaws),
        done: match staff.visit.query.as_ref() {
            "done=saved" if !invalid => t.hub_saved(),
            "done=sent" if !invalid => t.hub_mail_sent(),
            _ => "",
        },
    })?;
    Ok(if invalid { page.status(StatusCode::UNPROCESSABLE_ENTITY) } else { page }.into_response())
}

fn security_word(t: Texts, security: Security) -> &'static str {
    match security {
        Security::Starttls => t.setup_security_starttls(),
        Security::Tls => t.setup_security_tls(),
        Security::None => t.setup_security_none(),
    }
}
