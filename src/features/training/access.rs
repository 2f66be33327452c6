//! Showing to which organisation one belongs: by its code, or by a mail to one's address at work. Then the closed courses that are open to it.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use booking::code::Code;
use serde::Deserialize;

use super::letters;
use crate::features::events::{Row, member_rows, too_many_mails};
use crate::mail::EmailAddress;
use crate::organisations::{Member, of_address, store};
use crate::problem::Problem;
use crate::tenancy::Visit;
use crate::ui::{Fields, Flaws, Frame, Page, Posted, Section, see_other};

/// Mails that one network can ask for in ten minutes: a town hall has one address.
const MAILS_FROM_ONE_NETWORK: u32 = 40;

#[derive(Template)]
#[template(path = "features/training/access.html")]
struct AccessPage {
    frame: Frame,
    key: String,
    /// The course to which somebody wants to come; may be empty.
    event: String,
    code: String,
    email: String,
    flaws: Flaws,
    sent: bool,
    ended: bool,
}

#[derive(Template)]
#[template(path = "features/training/courses.html")]
struct CoursesPage {
    frame: Frame,
    organisation: String,
    rows: Vec<Row>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Query {
    event: String,
    sent: String,
    ended: String,
}

/// `GET /training`
pub async fn show(visit: Visit) -> Result<Page, Problem> {
    let query: Query = serde_html_form::from_str(&visit.query).unwrap_or_default();
    let mut page = page(&visit, &Fields(vec![("event".to_owned(), query.event)]), Flaws::default());
    (page.sent, page.ended) = (query.sent == "1", query.ended == "1");
    Page::personal(&page)
}

/// `POST /training/code`: the code of an organisation opens its courses. Codes that nobody has are counted as guesses.
pub async fn by_code(visit: Visit, posted: Posted<Fields>) -> Result<Response, Problem> {
    posted.key()?;
    if visit.app.limits().address_is_blocked(visit.client.0, visit.now) {
        return Err(Problem::TooMany);
    }
    let (hub, typed) = (visit.hub.id, Code::parse(posted.form.get("code")).map(Code::plain));
    let all = visit.app.read(hub, move |tx| store::all(tx, hub)).await?;
    let Some(organisation) = all.into_iter().find(|one| Some(&one.code) == typed.as_ref()) else {
        let mut flaws = Flaws::default();
        if posted.form.line("code").is_empty() {
            flaws.add("code", visit.t.training_flaw_no_code());
        } else {
            visit.app.limits().address_failed(visit.client.0, visit.now);
            flaws.add("code", visit.t.training_flaw_code());
        }
        return refused(&visit, &posted.form, flaws);
    };
    let member = Member::admit(visit.app.keys(), &visit.hub, organisation, visit.now);
    Ok(see_other(&visit.links.to(&member.path(&below(&posted.form.line("event"))))))
}

/// `POST /training/link`: a link to the address, if its domain is that of an organisation. The answer is the same for every address.
pub async fn by_mail(visit: Visit, posted: Posted<Fields>) -> Result<Response, Problem> {
    posted.key()?;
    let Some(address) = EmailAddress::parse(&posted.form.line("email")) else {
        let mut flaws = Flaws::default();
        flaws.add("email", visit.t.events_flaw_email());
        return refused(&visit, &posted.form, flaws);
    };
    let network = format!("training mail from {}", visit.client.0);
    if too_many_mails(&visit, address.as_str()) || visit.app.limits().is_used_up(&network, MAILS_FROM_ONE_NETWORK, visit.now) {
        return Err(Problem::TooMany);
    }
    visit.app.limits().used(&network, visit.now);
    let (hub, event, lang) = (visit.hub.id, below(&posted.form.line("event")), visit.lang());
    let send = move |tx: &crate::db::Tx<'_>, now| {
        let all = store::all(tx, hub)?;
        let contact = all.iter().find(|one| letters::is_contact(one, &address));
        match contact.or_else(|| of_address(&all, &address)) {
            Some(organisation) => letters::post(tx, hub, organisation, &address, (&event, lang), now),
            None => Ok(()),
        }
    };
    visit.app.write(hub, send).await?;
    Ok(see_other(&visit.links.to("/training?sent=1")))
}

/// `GET /training/{pass}`
pub async fn courses(visit: Visit, Path(pass): Path<String>) -> Result<Response, Problem> {
    let Some(member) = Member::of(&visit, &pass).await? else { return Ok(see_other(&visit.links.to("/training?ended=1"))) };
    let rows = member_rows(&visit, &member).await?;
    let frame = Frame::new(&visit, Section::None, visit.t.training_title());
    Ok(Page::personal(&CoursesPage { frame, organisation: member.organisation.name, rows })?.into_response())
}

/// What follows a pass in the address of a course; nothing for what is no part of an address.
fn below(event: &str) -> String {
    let sound = !event.is_empty() && event.len() <= 100 && event.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if sound { format!("/{event}") } else { String::new() }
}

fn refused(visit: &Visit, fields: &Fields, flaws: Flaws) -> Result<Response, Problem> {
    Ok(Page::personal(&page(visit, fields, flaws))?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

fn page(visit: &Visit, fields: &Fields, flaws: Flaws) -> AccessPage {
    AccessPage {
        frame: Frame::new(visit, Section::None, visit.t.training_title()).invalid(!flaws.is_empty()),
        key: visit.app.keys().form(b"guest", visit.now).as_str().to_owned(),
        event: fields.line("event"),
        code: fields.line("code"),
        email: fields.line("email"),
        flaws,
        sent: false,
        ended: false,
    }
}
