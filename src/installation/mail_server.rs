//! A mail server as people know it from their provider's help page.

use serde::{Deserialize, Serialize};
use url::Url;

/// Where mails go, without the password.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailServer {
    /// Name of the server.
    pub host: String,
    /// Port.
    pub port: u16,
    /// How the line is kept secret.
    pub security: Security,
    /// Name for signing in; empty where the server asks for none.
    pub user: String,
    /// Sender of all mails; empty for `hub@` and the public host.
    pub from: String,
}

/// How the line to the mail server is kept secret.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// STARTTLS, and nothing without it; mostly port 587.
    #[default]
    Starttls,
    /// TLS from the first byte; mostly port 465.
    Tls,
    /// None: only for a server on the same machine or network.
    None,
}

impl Security {
    /// The word in forms and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Starttls => "starttls",
            Self::Tls => "tls",
            Self::None => "none",
        }
    }

    /// From that word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Starttls, Self::Tls, Self::None].into_iter().find(|security| security.as_str() == word)
    }

    /// The usual port.
    pub fn port(self) -> u16 {
        match self {
            Self::Starttls => 587,
            Self::Tls => 465,
            Self::None => 25,
        }
    }
}

impl MailServer {
    /// The address that the postman takes; nothing when the host is no host.
    pub fn url(&self, password: &str) -> Option<Url> {
        let scheme = if self.security == Security::Tls { "smtps" } else { "smtp" };
        let mut url = Url::parse(&format!("{scheme}://{}:{}", self.host, self.port)).ok()?;
        if !self.user.is_empty() {
            url.set_username(&self.user).ok()?;
            url.set_password(Some(password)).ok()?;
        }
        if self.security == Security::Starttls {
            url.set_query(Some("tls=required"));
        }
        Some(url)
    }

    /// From an address as flags, environment and file give it, with its password.
    pub fn of_url(url: &Url, from: &str) -> (Self, String) {
        let security = match (url.scheme(), url.query()) {
            ("smtps", _) => Security::Tls,
            (_, Some(query)) if query.contains("tls=required") => Security::Starttls,
            _ => Security::None,
        };
        let decoded = |text: &str| {
            serde_html_form::from_str::<Vec<(String, String)>>(&format!("x={}", text.replace('+', "%2B")))
                .ok()
                .and_then(|mut pairs| pairs.pop())
                .map(|pair| pair.1)
                .unwrap_or_default()
        };
        let server = Self {
            host: url.host_str().unwrap_or_default().to_owned(),
            port: url.port().unwrap_or(security.port()),
            security,
            user: decoded(url.username()),
            from: from.to_owned(),
        };
        (server, decoded(url.password().unwrap_or_default()))
    }
}
