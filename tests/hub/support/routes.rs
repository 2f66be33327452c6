//! Every way to ask for something, read out of the source, so that a new page cannot be forgotten.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use nabe::auth::Role;
use nabe::clock::Instant;
use nabe::db::{DbResult, HubId, Tx};
use nabe::features::accessibility::store::{self, NewReport, Received};
use nabe::features::events::calendars_store;
use nabe::mail::outbox;
use nabe::organisations::{Contact, Kind, Organisation, OrganisationId};
use nabe::texts::Lang;

use super::{Date, Guest, TestHub};

/// What belongs to a date and a guest, by the placeholders of the routes.
pub async fn ids_of(hub: &TestHub, date: &Date, guest: &Guest) -> BTreeMap<&'static str, String> {
    let mail = hub.write(date.hub, |tx, hub, now| outbox::claim(tx, hub, now, 16)).await.remove(0);
    let parked = mail.id;
    hub.write(date.hub, move |tx, hub, now| outbox::failed(tx, hub, &mail, true, "refused", now)).await;
    let (site, account, link) = hub.write(date.hub, belonging).await;
    hub.write(date.hub, nabe::features::pages::prepare).await;
    let barrier = hub.write(date.hub, reported).await;
    let organisation = hub.write(date.hub, member).await;
    let calendar = hub.write(date.hub, subscribed).await;
    // Written past the pages, so the directory has to be told.
    hub.app().directory().forget();
    BTreeMap::from([
        ("site", site),
        ("password/token", hub.app().keys().link(nabe::auth::ACCESS, hub.hub_id(date.hub), link)),
        ("account", account),
        ("page", "ueber-uns".to_owned()),
        ("news", "neues".to_owned()),
        ("revision", "1".to_owned()),
        ("event", date.slug.clone()),
        ("date", date.key.clone()),
        ("token", guest.token().to_owned()),
        ("feedback/token", hub.app().keys().link("feedback", hub.hub_id(date.hub), date.id.0)),
        ("registrations/id", guest.id(hub).to_string()),
        ("mails/id", parked.to_string()),
        ("barriers/id", barrier),
        ("calendar", calendar),
        ("partner", "verein".to_owned()),
        ("file", "17479e-f6bd3a-00000000.css".to_owned()),
        ("organisation", organisation.id.to_string()),
        (
            "people/pass",
            nabe::organisations::people_pass(hub.app().keys(), hub.hub_id(date.hub), organisation.id, (&organisation.code, "k@example.org"), hub.now()),
        ),
        ("pass", nabe::organisations::pass(hub.app().keys(), hub.hub_id(date.hub), organisation.id, &organisation.code, hub.now())),
        ("mailing", "once".to_owned()),
        ("pictures/picture", parked.to_string()),
        ("picture/picture", parked.to_string()),
    ])
}

/// A calendar of others that was never read.
fn subscribed(tx: &Tx<'_>, hub: HubId, now: Instant) -> DbResult<String> {
    let new = calendars_store::New {
        title: "Verein".to_owned(),
        address: "https://verein.example/kalender.ics".to_owned(),
        copy: Vec::new(),
        form_key: nabe::ids::uuid_at(now).to_string(),
    };
    Ok(calendars_store::insert(tx, hub, &new, now)?.id.to_string())
}

/// A barrier that somebody reported.
fn reported(tx: &Tx<'_>, hub: HubId, now: Instant) -> DbResult<String> {
    let new = NewReport {
        place: String::new(),
        words: "Die Tür ist schwer.".to_owned(),
        name: String::new(),
        contact: String::new(),
        folded: String::new(),
        lang: Lang::De,
        form_key: nabe::ids::uuid_at(now).to_string(),
        form_print: String::new(),
    };
    let Received::New(id) = store::insert_report(tx, hub, &new, now, now)? else { panic!("the form is new") };
    Ok(id.to_string())
}

/// An organisation whose people come to courses.
pub fn member(tx: &Tx<'_>, hub: HubId, now: Instant) -> DbResult<Organisation> {
    let id = OrganisationId::new(now);
    let code = booking::code::Code::from_bytes(*id.0.as_bytes().last_chunk().expect("a key has sixteen bytes")).plain();
    let new = Organisation {
        id,
        name: format!("Stadt {}", id.0.simple()),
        kind: Kind::Town,
        domains: Vec::new(),
        code,
        contact: Some(Contact { name: "Kai".to_owned(), email: "k@example.org".to_owned(), at: now }),
    };
    nabe::organisations::store::insert(tx, hub, &new, now)?;
    Ok(new)
}

/// The place of a hub, somebody who works only there, and their link to set a password.
fn belonging(tx: &Tx<'_>, hub: HubId, now: Instant) -> DbResult<(String, String, uuid::Uuid)> {
    let main = nabe::tenancy::store::places(tx, hub, jiff::civil::date(2026, 12, 1))?.0.remove(0);
    let site = nabe::ids::SiteId::new(now);
    nabe::tenancy::store::insert_site(tx, hub, &nabe::tenancy::Site { id: site, openings: Vec::new(), ..main }, 9)?;
    let partner = nabe::tenancy::Partner { name: "Verein".to_owned(), ..nabe::tenancy::Partner::default() };
    nabe::tenancy::store::set_partners(tx, hub, &[partner])?;
    let email = format!("{}@example.org", nabe::ids::uuid_at(now).simple());
    let account = nabe::auth::store::insert(tx, &email, "Berta", "", false, now)?;
    nabe::auth::store::set_role(tx, hub, account, Role::Helper)?;
    let link = nabe::ids::uuid_at(now);
    nabe::auth::store::insert_access(tx, link, account, true, now)?;
    Ok((site.to_string(), account.to_string(), link))
}

/// One way to ask for something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    pub path: String,
    pub posts: bool,
}

/// All `.route(…, get(…).post(…))` of the source. Paths stand there as texts, as names of texts, or as formats of both.
pub fn routes() -> Vec<Route> {
    let mut routes = Vec::new();
    for file in source_files(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))) {
        let text = std::fs::read_to_string(file).unwrap();
        let named: Vec<(&str, &str)> = text
            .lines()
            .filter_map(|line| line.trim().strip_prefix("let ")?.split_once(" = \"/"))
            .map(|(name, rest)| (name, rest.trim_end_matches("\";")))
            .collect();
        for call in text.split(".route(").skip(1) {
            let (path, methods) = call.trim_start().split_once(',').expect("a route has a path and methods");
            let path = match (path.strip_prefix('"'), path.strip_prefix("&format!(\"")) {
                (Some(text), _) => text.trim_end_matches('"').to_owned(),
                (_, Some(format)) => {
                    let whole = named
                        .iter()
                        .fold(format.trim_end_matches("\")").to_owned(), |path, (name, text)| path.replace(&format!("{{{name}}}"), &format!("/{text}")));
                    whole.replace("{{", "{").replace("}}", "}")
                }
                _ => named.iter().find(|(name, _)| *name == path).map_or_else(|| panic!("what is the path {path}?"), |(_, text)| format!("/{text}")),
            };
            let methods = methods.split([';', '}']).next().unwrap();
            let kinds = [("get(", false), ("post(", true)].into_iter().filter(|(method, _)| methods.contains(method));
            routes.extend(kinds.map(|(_, posts)| Route { path: path.clone(), posts }));
        }
    }
    routes.sort();
    routes.dedup();
    // The first run is over as soon as there is a hub; `first_run.rs` asks there.
    routes.retain(|route| !route.path.starts_with("/setup"));
    routes
}

fn source_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { source_files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .collect()
}

/// The path with ids. A placeholder nobody told us about fails: say in `ids_of` what stands for it.
pub fn filled(path: &str, ids: &BTreeMap<&str, String>) -> String {
    let parts: Vec<&str> = path.split('/').collect();
    let fill = |(n, part): (usize, &&str)| {
        let Some((name, end)) = part.strip_prefix('{').and_then(|part| part.split_once('}')) else { return (*part).to_owned() };
        let below = format!("{}/{name}", parts[n - 1]);
        let id =
            ids.get(below.as_str()).or_else(|| ids.get(name)).unwrap_or_else(|| panic!("{path}: what of a hub stands for {{{name}}}? Add it to the matrix"));
        format!("{id}{end}")
    };
    parts.iter().enumerate().map(fill).collect::<Vec<_>>().join("/")
}
