//! The configuration file. What is told of a wrong one are lines and names of settings, never the value of one that is secret.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use ipnet::IpNet;
use serde::Deserialize;

use super::refused::ConfigError;
use super::secret::without_user_info;

/// Settings whose values nobody may see.
const SECRET: [&str; 3] = ["smtp", "database", "metrics-token"];

/// What may stand in the file; names are those of the flags.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ConfigFile {
    pub(super) data: Option<PathBuf>,
    pub(super) database: Option<String>,
    pub(super) listen: Option<SocketAddr>,
    #[serde(default)]
    pub(super) trusted_proxy: Vec<IpNet>,
    pub(super) public_url: Option<String>,
    pub(super) smtp: Option<String>,
    pub(super) security_contact: Option<String>,
    pub(super) mail_from: Option<String>,
    #[serde(default)]
    pub(super) metrics_from: Vec<IpNet>,
    pub(super) metrics_token: Option<String>,
    #[serde(default)]
    pub(super) allow_private_calendars: Vec<IpNet>,
    pub(super) drain: Option<u16>,
    pub(super) front_hub: Option<String>,
    pub(super) backup_at: Option<String>,
    pub(super) backup_to: Option<PathBuf>,
    pub(super) backup_keep: Option<usize>,
    pub(super) operator_mail: Option<String>,
}

/// Reads the file.
pub(super) fn read(path: &Path) -> Result<ConfigFile, ConfigError> {
    let text = std::fs::read_to_string(path).map_err(|reason| ConfigError::Unreadable { path: path.to_owned(), reason })?;
    toml::from_str(&text).map_err(|error| {
        let (line, why) = told(&text, &error);
        ConfigError::Wrong { path: path.to_owned(), line, why }
    })
}

/// In which line it is wrong, and how. What the parser shows beside that is the line itself, which may hold a password.
fn told(text: &str, error: &toml::de::Error) -> (usize, String) {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count();
    let name = text.lines().nth(line).and_then(|words| words.split('=').next()).unwrap_or_default();
    let name = name.trim().trim_matches(['"', '\'']);
    let why = match SECRET.iter().find(|secret| **secret == name) {
        Some(name) => format!("the value of {name} cannot be read: it has to stand in quotation marks"),
        None => without_user_info(error.message()),
    };
    (line + 1, why)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> String {
        let error = toml::from_str::<ConfigFile>(text).map(drop).unwrap_err();
        let (line, why) = told(text, &error);
        format!("line {line}: {why}")
    }

    #[test]
    fn a_mistake_in_the_file_is_told_by_line_and_name_and_no_secret_is_shown() {
        for text in [
            "data = \"d\"\nsmtp = smtps://user:geheim@host\n",
            "data = \"d\"\nsmtp = \"smtps://user:geheim@host\n",
            "data = \"d\"\nsmtp = [\"smtps://user:geheim@host\"]\n",
            "data = \"d\"\n'database' = postgres://user:geheim@host\n",
            "data = \"d\"\nmetrics-token = 4711geheim\n",
            "data = \"d\"\nsmpt = \"smtps://user:geheim@host\"\n",
            "data = \"d\"\nlisten = \"smtps://user:geheim@host\"\n",
            "data = \"d\"\ntrusted-proxy = \"smtps://user:geheim@host\"\n",
            "data = \"d\"\nsmtps://user:geheim@host\n",
        ] {
            let said = wrong(text);
            assert!(said.starts_with("line 2: ") && !said.contains("geheim") && !said.contains("user:"), "{text}: {said}");
        }
        assert!(wrong("metrics-token = 4711\n").contains("metrics-token") && !wrong("metrics-token = 4711\n").contains("4711"));
        assert!(wrong("smpt = \"x\"\n").contains("smpt"), "a name that is none is named: {}", wrong("smpt = \"x\"\n"));
    }
}
