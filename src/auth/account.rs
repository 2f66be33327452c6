//! One's own account: another password, the other hubs where one works, ending all sessions.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::pages::limited;
use super::{PasswordRefused, Role, Staff, StaffFrame, StaffPosted, StaffSection, password, session, store};
use crate::db::Scope;
use crate::limits::FAILURES_PER_ACCOUNT;
use crate::problem::Problem;
use crate::tenancy::{self, Visit};
use crate::texts::Texts;
use crate::ui::{Fields, Flaws, Page, see_other};

#[derive(Template)]
#[template(path = "auth/account.html")]
struct AccountPage {
    frame: StaffFrame,
    done: bool,
    name: String,
    email: String,
    role: &'static str,
    hubs: Vec<HubLine>,
    sessions: i64,
    flaws: Flaws,
}

/// A hub to change to.
struct HubLine {
    name: String,
    role: &'static str,
    href: String,
    here: bool,
}

/// `GET /staff/account`
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    let done = staff.visit.query.as_ref() == "done=password";
    Page::personal(&page(&staff, Flaws::default(), done).await?)
}

/// `POST /staff/account/password`: by its owner, who knows the old one. Ends all other sessions.
pub async fn change_password(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let StaffPosted { staff, form: fields, .. } = posted;
    let visit = &staff.visit;
    let (email, kept) = credentials(&staff).await?;
    let (limits, name) = (visit.app.limits(), limited(&email));
    let _turn = password::turn().await?;
    if limits.is_used_up(&name, FAILURES_PER_ACCOUNT, visit.now) {
        return Err(Problem::TooMany);
    }
    let about = [staff.name.clone(), email, visit.hub.name.clone()];
    let given = (fields.get("password").to_owned(), fields.get("new").to_owned(), fields.get("again").to_owned());
    let decided = tokio::task::spawn_blocking(move || decide(given, &kept, &about)).await;
    match decided.map_err(|error| Problem::Broken(error.to_string()))? {
        Decided::Already => {}
        Decided::New(hash) => {
            let (account, session) = (staff.account, staff.session());
            visit.app.db().write(Scope::Installation, move |tx, _| store::change_password(tx, account, &hash, &session)).await?;
            limits.clear(&name);
        }
        Decided::Refused(refused) => {
            if refused.contains(&Refused::WrongOld) {
                limits.used(&name, visit.now);
            }
            let mut flaws = Flaws::default();
            for refused in refused {
                flaws.add(refused.field(), refused.words(visit));
            }
            return Ok(Page::personal(&page(&staff, flaws, false).await?)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
        }
    }
    Ok(see_other(&visit.links.to("/staff/account?done=password")))
}

/// The way into a hub for those who work there; always on our own host.
pub fn entrance(visit: &Visit, slug: &str) -> String {
    let config = visit.app.config();
    // Where the hub has a domain of its own, only an address with the host leads out of it.
    let origin = if visit.hub.domain.is_some() { config.origin() } else { String::new() };
    format!("{origin}{}/{slug}/staff", config.base_path())
}

/// What is wrong with a wish for another password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Refused {
    WrongOld,
    New(PasswordRefused),
    NotTheSame,
}

impl Refused {
    fn field(self) -> &'static str {
        match self {
            Self::WrongOld => "password",
            Self::New(_) => "new",
            Self::NotTheSame => "again",
        }
    }

    fn words(self, visit: &Visit) -> String {
        match self {
            Self::WrongOld => visit.t.auth_wrong_old().to_owned(),
            Self::New(refused) => super::access::words(visit, refused),
            Self::NotTheSame => visit.t.auth_not_the_same().to_owned(),
        }
    }
}

enum Decided {
    New(String),
    /// The form came in twice: it is so.
    Already,
    Refused(Vec<Refused>),
}

/// Slow on purpose, as all that has to do with passwords.
fn decide((old, new, again): (String, String, String), kept: &str, about: &[String]) -> Decided {
    let fits = old.len() <= 4 * password::LETTERS_AT_MOST && password::fits(&old, Some(kept));
    if !fits && new == again && !new.is_empty() && new.len() <= 4 * password::LETTERS_AT_MOST && password::fits(&new, Some(kept)) {
        return Decided::Already;
    }
    let about: Vec<&str> = about.iter().map(String::as_str).collect();
    let (hash, mut refused) = (password::hash(&new, &about), Vec::new());
    if !fits {
        refused.push(Refused::WrongOld);
    }
    if let Err(error) = hash {
        refused.push(Refused::New(error));
    } else if new != again {
        refused.push(Refused::NotTheSame);
    }
    match hash {
        Ok(hash) if refused.is_empty() => Decided::New(hash),
        _ => Decided::Refused(refused),
    }
}

async fn credentials(staff: &Staff) -> Result<(String, String), Problem> {
    let account = staff.account;
    staff.visit.app.db().read(Scope::Installation, move |tx| store::credentials(tx, account)).await?.ok_or(Problem::NotFound)
}

async fn page(staff: &Staff, flaws: Flaws, done: bool) -> Result<AccountPage, Problem> {
    let (visit, t) = (&staff.visit, staff.visit.t);
    let (email, _) = credentials(staff).await?;
    let (account, operator, since) = (staff.account, staff.role == Role::Operator, visit.now.minus(session::IDLE));
    let read = visit.app.db().read(Scope::Installation, move |tx| {
        let all = if operator { tenancy::store::hubs(tx)? } else { Vec::new() };
        Ok((all, store::workplaces(tx, account)?, store::sessions(tx, account, since)?))
    });
    let (all, mine, sessions) = read.await?;
    let line = |slug: &str, name: String, role| HubLine { name, role: word(t, role), href: entrance(visit, slug), here: slug == visit.hub.slug };
    let mut hubs: Vec<HubLine> = mine.into_iter().map(|place| line(&place.slug, place.hub, place.role)).collect();
    if operator {
        hubs = all.into_iter().map(|hub| line(&hub.slug, hub.name, Role::Operator)).collect();
    }
    Ok(AccountPage {
        frame: StaffFrame::new(staff, StaffSection::Account, t.ui_staff_account()).invalid(!flaws.is_empty()),
        done,
        name: staff.name.clone(),
        email,
        role: word(t, staff.role),
        hubs,
        sessions,
        flaws,
    })
}

fn word(t: Texts, role: Role) -> &'static str {
    match role {
        Role::Helper => t.auth_helper(),
        Role::Staff => t.auth_staff(),
        Role::Lead => t.auth_lead(),
        Role::Operator => t.auth_operator(),
    }
}
