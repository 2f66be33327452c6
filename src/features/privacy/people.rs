//! One person's data: found, shown, handed out, erased. Everything is posted, so that no name gets into an address.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::report::{self, Sheet};
use super::store::{self, Request, RequestKind};
use crate::auth::{Role, Staff, StaffFrame, StaffPosted, StaffSection};
use crate::clock::Instant;
use crate::db::{DbResult, HubId, Tx};
use crate::features::accessibility::{self, Report};
use crate::features::events::{KeptRegistration, erase_registrations, kept_registrations, registrations_of, search_patterns};
use crate::ids::{AccountId, BookingId};
use crate::organisations::{self, Organisation, OrganisationId};
use crate::problem::Problem;
use crate::texts::dates;
use crate::ui::{Fields, Page, see_other};

#[derive(Template)]
#[template(path = "features/privacy/people.html")]
struct PeoplePage {
    frame: StaffFrame,
    done: String,
    typed: String,
    none_chosen: bool,
    people: Vec<Person>,
    count: i64,
    log: Vec<String>,
}

#[derive(Template)]
#[template(path = "features/privacy/report.html")]
struct ReportPage {
    frame: StaffFrame,
    sheet: Sheet,
}

#[derive(Template)]
#[template(path = "features/privacy/erasure.html")]
struct ErasurePage {
    frame: StaffFrame,
    people: Vec<Person>,
    upcoming: i64,
    backups: String,
}

/// Registrations under the same name, mail address and telephone number.
struct Person {
    name: String,
    contact: String,
    lines: Vec<Line>,
}

struct Line {
    /// Name of the field: which records.
    field: &'static str,
    id: String,
    words: String,
    upcoming: bool,
}

/// What is kept about people, of all kinds.
#[derive(Default)]
pub struct Found {
    /// Registrations.
    pub registrations: Vec<KeptRegistration>,
    /// Reports of barriers.
    pub barriers: Vec<Report>,
    /// Organisations whose contact the person is.
    pub organisations: Vec<Organisation>,
}

impl Found {
    fn count(&self) -> usize {
        self.registrations.len() + self.barriers.len() + self.organisations.len()
    }
}

/// Keys of what was ticked.
#[derive(Clone)]
struct Chosen {
    registrations: Vec<BookingId>,
    barriers: Vec<Uuid>,
    organisations: Vec<OrganisationId>,
}

impl Chosen {
    fn of(form: &Fields) -> Self {
        let ids = |field: &'static str| form.all(field).filter_map(|id| id.parse::<Uuid>().ok()).take(100).collect::<Vec<_>>();
        let organisations = ids("organisation").into_iter().map(OrganisationId).collect();
        Self { registrations: ids("booking").into_iter().map(BookingId).collect(), barriers: ids("barrier"), organisations }
    }

    fn is_empty(&self) -> bool {
        self.registrations.is_empty() && self.barriers.is_empty() && self.organisations.is_empty()
    }

    fn load(&self, tx: &Tx<'_>, hub: HubId, now: Instant) -> DbResult<Found> {
        Ok(Found {
            registrations: kept_registrations(tx, hub, &self.registrations, now)?,
            barriers: accessibility::kept_reports(tx, hub, &self.barriers)?,
            organisations: organisations::store::with_contact(tx, hub, &self.organisations)?,
        })
    }
}

/// `GET /staff/hub/data-protection/people`
pub async fn show(staff: Staff) -> Result<Page, Problem> {
    staff.needs(Role::Lead)?;
    let done = match staff.visit.query.as_ref() {
        "done=erased" => staff.visit.t.privacy_people_erased().to_owned(),
        "done=nothing" => staff.visit.t.privacy_people_nothing().to_owned(),
        _ => String::new(),
    };
    let page = page(&staff, String::new(), Found::default(), done).await?;
    Page::personal(&page)
}

/// `POST /staff/hub/data-protection/people/search`
pub async fn search(posted: StaffPosted<Fields>) -> Result<Page, Problem> {
    let staff = posted.staff;
    staff.needs(Role::Lead)?;
    let typed = posted.form.line("q");
    let found = find(&staff, &typed).await?;
    Page::personal(&page(&staff, typed, found, String::new()).await?)
}

/// `POST /staff/hub/data-protection/people/report`: what is kept, to read and to print.
pub async fn hand_out(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let staff = posted.staff;
    match chosen(&staff, &posted.form, RequestKind::Report).await? {
        Ok(sheet) => {
            let frame = StaffFrame::new(&staff, StaffSection::Hub, staff.visit.t.privacy_report());
            Ok(Page::personal(&ReportPage { frame, sheet })?.into_response())
        }
        Err(page) => Ok(page),
    }
}

/// `POST /staff/hub/data-protection/people/file`: the same for another program (Article 20 GDPR).
pub async fn file(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let staff = posted.staff;
    match chosen(&staff, &posted.form, RequestKind::File).await? {
        Ok(sheet) => {
            let json = serde_json::to_string_pretty(&sheet.data).map_err(|error| Problem::Broken(error.to_string()))?;
            let mut response = json.into_response();
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json; charset=utf-8"));
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"auskunft.json\""));
            Ok(response)
        }
        Err(page) => Ok(page),
    }
}

/// `POST /staff/hub/data-protection/people/erasure`: asks first, saying what will be cancelled; then erases.
pub async fn erase(posted: StaffPosted<Fields>) -> Result<Response, Problem> {
    let staff = posted.staff;
    staff.needs(Role::Lead)?;
    let (hub, chosen) = (staff.visit.hub.id, Chosen::of(&posted.form));
    if chosen.is_empty() {
        return none_chosen(&staff, &posted.form).await;
    }
    if !posted.form.ticked("sure") {
        return Ok(Page::personal(&question(&staff, chosen).await?)?.into_response());
    }
    let by = staff.account;
    let erased = staff.visit.app.write_keyed(hub, move |tx, now| erase_and_note(tx, hub, &chosen, by, now)).await?;
    let done = if erased { "erased" } else { "nothing" };
    Ok(see_other(&staff.visit.links.to(&format!("/staff/hub/data-protection/people?done={done}"))))
}

fn erase_and_note(tx: &Tx<'_>, hub: HubId, chosen: &Chosen, by: AccountId, now: Instant) -> DbResult<bool> {
    let done = erase_registrations(tx, hub, &chosen.registrations, by, now)?;
    let contacts = organisations::store::forget_contacts(tx, hub, &chosen.organisations)?;
    let erased = done.erased + accessibility::erase_reports(tx, hub, &chosen.barriers)? + contacts;
    if erased > 0 {
        store::note_request(tx, hub, by, RequestKind::Erasure, (erased, done.cancelled), now)?;
    }
    Ok(erased > 0)
}

/// What was ticked, as a sheet; or the search again, when nothing was.
async fn chosen(staff: &Staff, form: &Fields, kind: RequestKind) -> Result<Result<Sheet, Response>, Problem> {
    staff.needs(Role::Lead)?;
    let (hub, by, chosen) = (staff.visit.hub.id, staff.account, Chosen::of(form));
    if chosen.is_empty() {
        return none_chosen(staff, form).await.map(Err);
    }
    let load = move |tx: &Tx<'_>, now| {
        let found = chosen.load(tx, hub, now)?;
        if found.count() > 0 {
            store::note_request(tx, hub, by, kind, (u32::try_from(found.count()).unwrap_or(u32::MAX), 0), now)?;
        }
        Ok((found, crate::retention::periods(tx, hub)?))
    };
    let (found, periods) = staff.visit.app.db().write(hub, load).await?;
    if found.count() == 0 {
        return Err(Problem::NotFound);
    }
    Ok(Ok(report::sheet(&staff.visit, &found, &periods)))
}

async fn none_chosen(staff: &Staff, form: &Fields) -> Result<Response, Problem> {
    let typed = form.line("q");
    let found = find(staff, &typed).await?;
    let mut page = page(staff, typed, found, String::new()).await?;
    page.none_chosen = true;
    page.frame = page.frame.invalid(true);
    Ok(Page::personal(&page)?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

async fn question(staff: &Staff, chosen: Chosen) -> Result<ErasurePage, Problem> {
    let (t, hub, now) = (staff.visit.t, staff.visit.hub.id, staff.visit.now);
    let load = move |tx: &Tx<'_>| Ok((chosen.load(tx, hub, now)?, store::details(tx, hub)?));
    let (found, details) = staff.visit.app.read(hub, load).await?;
    if found.count() == 0 {
        return Err(Problem::NotFound);
    }
    let upcoming = found.registrations.iter().filter(|kept| kept.is_upcoming).count();
    Ok(ErasurePage {
        frame: StaffFrame::new(staff, StaffSection::Hub, t.privacy_erasure()),
        people: people(staff, &found),
        upcoming: i64::try_from(upcoming).unwrap_or(i64::MAX),
        backups: details.backup_days.map_or_else(|| t.privacy_notice_backups().to_owned(), |days| t.privacy_notice_backups_days(i64::from(days))),
    })
}

async fn find(staff: &Staff, typed: &str) -> Result<Found, Problem> {
    let (hub, now, typed) = (staff.visit.hub.id, staff.visit.now, typed.to_owned());
    let load = move |tx: &Tx<'_>| {
        let registrations = registrations_of(tx, hub, &typed, now)?;
        let Some(patterns) = search_patterns(&typed) else { return Ok(Found { registrations, ..Found::default() }) };
        let organisations = organisations::store::contacts_of(tx, hub, &patterns)?;
        Ok(Found { registrations, barriers: accessibility::reports_of(tx, hub, &patterns)?, organisations })
    };
    Ok(staff.visit.app.read(hub, load).await?)
}

async fn page(staff: &Staff, typed: String, found: Found, done: String) -> Result<PeoplePage, Problem> {
    let (t, hub) = (staff.visit.t, staff.visit.hub.id);
    let log = staff.visit.app.read(hub, move |tx| store::requests(tx, hub)).await?;
    Ok(PeoplePage {
        frame: StaffFrame::new(staff, StaffSection::Hub, t.privacy_people()),
        done,
        typed,
        none_chosen: false,
        count: i64::try_from(found.count()).unwrap_or(i64::MAX),
        people: people(staff, &found),
        log: log.iter().map(|request| log_line(staff, request)).collect(),
    })
}

/// What was found by person, in that order.
fn people(staff: &Staff, found: &Found) -> Vec<Person> {
    let t = staff.visit.t;
    let mut people: Vec<Person> = Vec::new();
    let mut add = |name: &str, contact: String, line: Line| match people.iter_mut().find(|person| person.name == name && person.contact == contact) {
        Some(person) => person.lines.push(line),
        None => people.push(Person { name: name.to_owned(), contact, lines: vec![line] }),
    };
    for kept in &found.registrations {
        let booking = &kept.booking;
        let contact = [booking.email.as_str(), booking.phone.as_str()].into_iter().filter(|way| !way.is_empty()).collect::<Vec<_>>().join(", ");
        let words = format!("{}, {}: {}", kept.title, kept.when(t), kept.state_words(t));
        add(&booking.name, contact, Line { field: "booking", id: booking.id.to_string(), words, upcoming: kept.is_upcoming });
    }
    for report in &found.barriers {
        let words = t.privacy_people_barrier(dates::day_long(t.lang, staff.visit.hub.today(report.at)));
        let name = if report.name.is_empty() { t.privacy_people_nameless() } else { &report.name };
        add(name, report.contact.clone(), Line { field: "barrier", id: report.id.to_string(), words, upcoming: false });
    }
    for organisation in &found.organisations {
        let Some(contact) = &organisation.contact else { continue };
        let words = t.privacy_people_contact(&organisation.name);
        add(&contact.name, contact.email.clone(), Line { field: "organisation", id: organisation.id.to_string(), words, upcoming: false });
    }
    people
}

fn log_line(staff: &Staff, request: &Request) -> String {
    let (t, hub) = (staff.visit.t, &staff.visit.hub);
    let day = dates::day_long(t.lang, hub.today(request.at));
    let by = request.by.as_deref().unwrap_or("–");
    match request.kind {
        RequestKind::Report | RequestKind::File => t.privacy_log_report(&day, request.records, by),
        RequestKind::Erasure => t.privacy_log_erasure(&day, request.records, request.cancelled, by),
    }
}
