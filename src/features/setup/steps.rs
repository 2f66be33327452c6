//! Reads each step, and describes its fields.

use url::Url;

use super::plan::{Place, Plan, read_hours, slug_for};
use crate::door::is_reserved;
use crate::installation::{MailServer, Security};
use crate::tenancy::is_slug;
use crate::tenancy::store::NewHub;
use crate::texts::Texts;
use crate::texts::week::WeekMistake;
use crate::ui::{Fields, Flaws, Group, Item, Reader};

/// One page of the first run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The code of the start output.
    Code,
    /// The first account.
    Account,
    /// The hub.
    Hub,
    /// Its first place.
    Place,
    /// Public address and mail server.
    Mail,
}

impl Step {
    /// All in order.
    pub const ALL: [Self; 5] = [Self::Code, Self::Account, Self::Hub, Self::Place, Self::Mail];

    /// Path of its page.
    pub fn path(self) -> &'static str {
        match self {
            Self::Code => "/setup",
            Self::Account => "/setup/account",
            Self::Hub => "/setup/hub",
            Self::Place => "/setup/place",
            Self::Mail => "/setup/mail",
        }
    }

    /// Heading and a sentence below it.
    pub fn words(self, t: Texts) -> (&'static str, &'static str) {
        match self {
            Self::Code => (t.setup_code(), t.setup_code_text()),
            Self::Account => (t.setup_account(), t.setup_account_text()),
            Self::Hub => (t.setup_hub(), t.setup_hub_text()),
            Self::Place => (t.setup_place(), t.setup_place_text()),
            Self::Mail => (t.setup_mail(), t.setup_mail_text()),
        }
    }

    /// Its fields. What the start has fixed is not asked.
    pub fn fields(self, t: Texts, fixed: crate::config::Fixed) -> Vec<Group> {
        match self {
            Self::Code => vec![Group::plain(vec![Item::line("code", t.setup_code_field()).hint(t.setup_code_hint()).width("nabe-w16")])],
            Self::Account => vec![Group::plain(vec![
                Item::line("name", t.setup_name()).kind("text", "name"),
                Item::line("email", t.setup_email()).hint(t.setup_email_hint()).kind("email", "username"),
                Item::line("password", t.setup_password()).hint(t.setup_password_hint()).kind("password", "new-password"),
            ])],
            Self::Hub => vec![Group::plain(vec![
                Item::line("hub_name", t.setup_hub_name()).hint(t.setup_hub_name_hint()),
                Item::line("slug", t.setup_slug()).hint(t.setup_slug_hint()).width("nabe-w16").optional(),
                Item::line("owner_line", t.setup_owner()).hint(t.setup_owner_hint()).optional(),
                Item::line("phone", t.setup_phone()).kind("tel", "tel").width("nabe-w16").optional(),
                Item::line("hub_email", t.setup_hub_email()).kind("email", "email").optional(),
            ])],
            Self::Place => vec![Group::plain(vec![
                Item::line("site_name", t.setup_site_name()).hint(t.setup_site_name_hint()),
                Item::line("street", t.setup_street()).kind("text", "street-address").optional(),
                Item::line("postcode", t.setup_postcode()).kind("text", "postal-code").width("nabe-w8").optional(),
                Item::line("town", t.setup_town()).kind("text", "address-level2").optional(),
                Item::area("hours", t.setup_hours(), 4).hint(t.setup_hours_hint()).optional(),
            ])],
            Self::Mail => mail_fields(t, fixed),
        }
    }
}

fn mail_fields(t: Texts, fixed: crate::config::Fixed) -> Vec<Group> {
    let address = Item::line("public_url", t.setup_public_url()).hint(t.setup_public_url_hint()).kind("url", "off");
    let security = [(Security::Starttls, t.setup_security_starttls()), (Security::Tls, t.setup_security_tls()), (Security::None, t.setup_security_none())];
    let server = vec![
        Item::line("host", t.setup_host()).hint(t.setup_host_hint()).optional(),
        Item::select("security", t.setup_security(), security.map(|(value, word)| (value.as_str().to_owned(), word.to_owned())).into()),
        Item::line("port", t.setup_port()).hint(t.setup_port_hint()).width("nabe-w8").optional(),
        Item::line("user", t.setup_user()).optional(),
        Item::line("password", t.setup_mail_password()).kind("password", "off").optional(),
        Item::line("from", t.setup_from()).hint(t.setup_from_hint()).kind("email", "off").optional(),
    ];
    let mut groups = Vec::new();
    if !fixed.public_url {
        groups.push(Group::plain(vec![address]));
    }
    if !fixed.smtp {
        groups.push(Group::new(t.setup_server(), t.setup_server_hint(), server));
    }
    groups
}

/// Checks the account; its password apart.
pub fn read_account(t: Texts, fields: &Fields) -> Result<(String, String), Flaws> {
    let mut r = Reader::new(t, fields);
    let name = r.needed("name", t.setup_flaw_name());
    let email = r.email("email");
    if email.is_empty() && !r.flaws.has("email") {
        r.flaw("email", t.ui_flaw_email());
    }
    r.finish((name, email))
}

/// Checks the hub.
pub fn read_hub(t: Texts, fields: &Fields) -> Result<NewHub, Flaws> {
    let mut r = Reader::new(t, fields);
    let name = r.needed("hub_name", t.setup_flaw_hub_name());
    let typed = r.line("slug").to_lowercase();
    let slug = if typed.is_empty() { slug_for(&name) } else { typed };
    if !name.is_empty() && (!is_slug(&slug) || is_reserved(&slug)) {
        r.flaw("slug", t.setup_flaw_slug());
    }
    let (owner_line, phone, email) = (r.line("owner_line"), r.phone("phone"), r.email("hub_email"));
    r.finish(NewHub { slug, name, owner_line, phone, email, ..NewHub::default() })
}

/// Checks the place.
pub fn read_place(t: Texts, fields: &Fields) -> Result<Place, Flaws> {
    let mut r = Reader::new(t, fields);
    let name = r.needed("site_name", t.setup_flaw_site_name());
    let (street, postcode, town) = (r.line("street"), r.line("postcode"), r.line("town"));
    let openings = read_hours(&r.lines("hours", 1_000)).unwrap_or_else(|mistake| {
        let part = match &mistake {
            WeekMistake::NotADay(part) | WeekMistake::NotATime(part) | WeekMistake::NoTimes(part) | WeekMistake::Backwards(part) => part.clone(),
            WeekMistake::Overlap(day) => crate::texts::dates::weekday_long(t.lang, *day).to_owned(),
        };
        r.flaw("hours", t.setup_flaw_hours(part));
        Vec::new()
    });
    r.finish(Place { name, street, postcode, town, openings })
}

/// Checks public address and mail server; each may be left for later.
pub fn read_mail(t: Texts, fields: &Fields) -> Result<(Option<Url>, Option<MailServer>), Flaws> {
    let mut r = Reader::new(t, fields);
    let typed = r.line("public_url");
    let public_url = if typed.is_empty() { None } else { public_url(&typed) };
    if !typed.is_empty() && public_url.is_none() {
        r.flaw("public_url", t.setup_flaw_url());
    }
    let server = read_server(&mut r);
    r.finish((public_url, server))
}

/// The mail server of a form, if one is named.
pub fn read_server(r: &mut Reader<'_>) -> Option<MailServer> {
    let t = r.t;
    let host = r.line("host");
    let security = Security::parse(r.fields.get("security")).unwrap_or_default();
    let port = match r.fields.line("port").as_str() {
        "" => security.port(),
        number => number.parse().ok().filter(|port| *port > 0).unwrap_or_else(|| {
            r.flaw("port", t.setup_flaw_port());
            0
        }),
    };
    let (user, from) = (r.line("user"), r.email("from"));
    let server = MailServer { host, port: port.max(1), security, user, from };
    if server.host.is_empty() {
        if !server.user.is_empty() {
            r.flaw("host", t.setup_flaw_host());
        }
        return None;
    }
    if server.host.contains(['/', '@', ' ']) || server.url("").is_none() {
        r.flaw("host", t.setup_flaw_host());
    }
    Some(server)
}

/// An address that a browser opens, without anything behind its path.
pub fn public_url(typed: &str) -> Option<Url> {
    let typed = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let url = Url::parse(&typed).ok()?;
    let sound =
        matches!(url.scheme(), "http" | "https") && url.host_str().is_some() && url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    sound.then_some(url)
}

/// Everything together, from the draft of all steps.
pub fn plan(t: Texts, draft: &Fields, password_hash: String) -> Result<Plan, Step> {
    if password_hash.is_empty() {
        return Err(Step::Account);
    }
    let (name, email) = read_account(t, draft).map_err(|_| Step::Account)?;
    let hub = read_hub(t, draft).map_err(|_| Step::Hub)?;
    let place = read_place(t, draft).map_err(|_| Step::Place)?;
    let (public_url, mail) = read_mail(t, draft).map_err(|_| Step::Mail)?;
    Ok(Plan { name, email, password_hash, hub, place: Some(place), public_url, mail })
}
