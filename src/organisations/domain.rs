//! The part of a mail address by which people are known to belong to an organisation.

use serde::{Deserialize, Serialize};

use super::Organisation;
use crate::mail::EmailAddress;

/// Providers at which everybody can have an address: such a domain says nothing about where somebody works.
const FOR_EVERYBODY: [&str; 18] = [
    "gmail.com",
    "googlemail.com",
    "gmx.de",
    "gmx.net",
    "web.de",
    "t-online.de",
    "freenet.de",
    "outlook.com",
    "outlook.de",
    "hotmail.com",
    "hotmail.de",
    "live.de",
    "yahoo.com",
    "yahoo.de",
    "icloud.com",
    "mail.de",
    "posteo.de",
    "mailbox.org",
];

/// A mail domain in small letters: `stadt-pulsnitz.example`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Domain(String);

impl Domain {
    /// What somebody typed, also with an at sign or a name before it.
    pub fn parse(typed: &str) -> Option<Self> {
        let domain = typed.trim().rsplit('@').next().unwrap_or_default().to_lowercase();
        EmailAddress::parse(&format!("x@{domain}")).map(|_| Self(domain))
    }

    /// As it is shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether everybody can have an address there.
    pub fn is_for_everybody(&self) -> bool {
        FOR_EVERYBODY.contains(&self.0.as_str())
    }

    /// Whether an address of `other` belongs to this domain: the domain itself, or one below it.
    fn covers(&self, other: &Self) -> bool {
        other.0.strip_suffix(self.0.as_str()).is_some_and(|before| before.is_empty() || before.ends_with('.'))
    }
}

/// The organisation whose people have such a mail address. Of two domains, one below the other, the longer one decides.
pub fn of_address<'a>(organisations: &'a [Organisation], address: &EmailAddress) -> Option<&'a Organisation> {
    let domain = Domain::parse(address.as_str())?;
    let reach = |one: &&Organisation| one.domains.iter().filter(|own| own.covers(&domain)).map(|own| own.0.len()).max();
    organisations.iter().filter(|one| reach(one).is_some()).max_by_key(reach)
}
