//! Configuration: flags before environment before file. Every wrong value is refused at the start with a sentence that says what to do.
//! Nouns: `Config` (what is in force), `ConfigFile` (what may stand in the file), `ConfigError` (why it is refused), `Fixed`.
//! URLs: none.
//! Invariants: names are the same as flag, variable and entry of the file; no sentence shows a user name or password.
//! Must not know: what is done with the values.

mod file;
mod refused;
mod secret;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use ipnet::IpNet;
use jiff::civil::Time;
use url::Url;

use self::file::{ConfigFile, read};
pub use self::refused::ConfigError;
pub use self::secret::without_user_info;
use crate::db::Source;
use crate::mail::EmailAddress;

/// The configuration of an installed package.
const INSTALLED: &str = "/etc/nabe/nabe.toml";
/// The configuration beside the data.
const BESIDE: &str = "nabe.toml";
/// When nobody works.
const BACKUP_AT: Time = Time::constant(2, 30, 0, 0);
/// A week.
const BACKUP_KEEP: usize = 7;
/// Folder of the data when nobody names one.
const FOLDER: &str = "data";

/// Where the data is; part of every command.
#[derive(Debug, Clone, clap::Args)]
pub struct DataArgs {
    /// Folder of the data: database, backups, mails that are not sent [default: that of the configuration file, or data]
    #[arg(long, value_name = "DIR", env = "NABE_DATA", global = true)]
    pub data: Option<PathBuf>,
    /// PostgreSQL instead of the embedded database: <postgres://user:password@host/name>
    #[arg(long, value_name = "URL", env = "NABE_DATABASE", global = true, hide_env_values = true)]
    pub database: Option<String>,
    /// Configuration file; without it DIR/nabe.toml, and without --data /etc/nabe/nabe.toml, is read if it is there
    #[arg(long, value_name = "FILE", env = "NABE_CONFIG", global = true)]
    pub config: Option<PathBuf>,
}

/// How the server listens; part of `serve` and `demo`.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct ListenArgs {
    /// Address and port to listen on [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDR:PORT", env = "NABE_LISTEN")]
    pub listen: Option<SocketAddr>,
    /// Network of a proxy in front whose X-Forwarded-For is believed; may be repeated
    #[arg(long = "trusted-proxy", value_name = "CIDR", env = "NABE_TRUSTED_PROXY", value_delimiter = ',')]
    pub trusted_proxies: Vec<IpNet>,
    /// Address under which people reach the installation: <https://hub.example.org>
    #[arg(long, value_name = "URL", env = "NABE_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Mail server: smtp://host:port, <smtps://user:password@host>; without it mails are kept as files in DIR/mails
    #[arg(long, value_name = "URL", env = "NABE_SMTP", hide_env_values = true)]
    pub smtp: Option<String>,
    /// Network that may read /metrics besides this machine; may be repeated
    #[arg(long, value_name = "CIDR", env = "NABE_METRICS_FROM", value_delimiter = ',')]
    pub metrics_from: Vec<IpNet>,
    /// Whoever sends this as "Authorization: Bearer …" may read /metrics from anywhere
    #[arg(long, value_name = "TOKEN", env = "NABE_METRICS_TOKEN", hide_env_values = true)]
    pub metrics_token: Option<String>,
    /// Seconds between "not ready" and the end of listening, for a load balancer to notice [default: 0]
    #[arg(long, value_name = "SECONDS", env = "NABE_DRAIN")]
    pub drain: Option<u16>,
    /// Time of day at which the server takes a backup by itself, or "never" [default: 02:30; PostgreSQL: never]
    #[arg(long, value_name = "HH:MM", env = "NABE_BACKUP_AT")]
    pub backup_at: Option<String>,
    /// How many of these backups are kept [default: 7]
    #[arg(long, value_name = "NUMBER", env = "NABE_BACKUP_KEEP")]
    pub backup_keep: Option<usize>,
    /// Who is told by mail when a backup fails
    #[arg(long, value_name = "ADDRESS", env = "NABE_OPERATOR_MAIL")]
    pub operator_mail: Option<String>,
    /// Where weaknesses are reported: a mail address, or <https://example.org/report>; published as /.well-known/security.txt
    #[arg(long, value_name = "CONTACT", env = "NABE_SECURITY_CONTACT")]
    pub security_contact: Option<String>,
    /// Sender of all mails, for example hub@example.org
    #[arg(long, value_name = "ADDRESS", env = "NABE_MAIL_FROM")]
    pub mail_from: Option<String>,
    /// Network in which calendars of others may be read although it is not public, there also by http and on any port; may be repeated
    #[arg(long = "allow-private-calendars", value_name = "CIDR", env = "NABE_ALLOW_PRIVATE_CALENDARS", value_delimiter = ',')]
    pub private_calendars: Vec<IpNet>,
    /// Hub whose legal notice, privacy and accessibility pages apply to the pages outside all hubs [default: the oldest]
    #[arg(long, value_name = "HUB", env = "NABE_FRONT_HUB")]
    pub front_hub: Option<String>,
}

/// The configuration in force.
#[derive(Debug, Clone)]
pub struct Config {
    /// Folder of the data.
    pub data: PathBuf,
    /// Which database.
    pub source: Source,
    /// Where to listen.
    pub listen: SocketAddr,
    /// Whose X-Forwarded-For is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// The public address, without a slash at its end.
    pub public_url: Url,
    /// Mail server; `None` keeps mails as files.
    pub smtp: Option<Url>,
    /// Where weaknesses are reported, as an address for `security.txt`; nowhere when nothing is configured.
    pub security_contact: Option<Url>,
    /// Sender of mails.
    pub mail_from: String,
    /// What cannot be changed in the browser.
    pub fixed: Fixed,
    /// Who may read the metrics besides this machine.
    pub metrics_from: Vec<IpNet>,
    /// What opens the metrics from anywhere.
    pub metrics_token: Option<String>,
    /// Networks in which calendars of others may be read although they are not public.
    pub private_calendars: Vec<IpNet>,
    /// How long to listen after the end was announced.
    pub drain: Duration,
    /// Whose legal pages apply outside all hubs; `None` for the oldest.
    pub front_hub: Option<String>,
    /// Backups that the server takes by itself.
    pub backups: Option<BackupPlan>,
    /// Who is told when one fails.
    pub operator_mail: Option<String>,
}

/// When the server takes backups by itself, where they are, and how many are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupPlan {
    /// Time of day, on the clock of the machine.
    pub at: Time,
    /// Folder.
    pub to: PathBuf,
    /// The newest so many are kept.
    pub keep: usize,
}

/// What was given at the start and therefore cannot be changed in the browser.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fixed {
    /// The mail server.
    pub smtp: bool,
    /// The sender of mails.
    pub mail_from: bool,
    /// The public address.
    pub public_url: bool,
}

impl Config {
    /// Joins flags and environment (already joined by clap) with the file.
    pub fn load(data: &DataArgs, listen: &ListenArgs) -> Result<Self, ConfigError> {
        let address = data.database.clone();
        let (data, file) = settled(data)?;
        let fixed = Fixed {
            smtp: listen.smtp.is_some() || file.smtp.is_some(),
            mail_from: listen.mail_from.is_some() || file.mail_from.is_some(),
            public_url: listen.public_url.is_some() || file.public_url.is_some(),
        };
        let listen_on = listen.listen.or(file.listen).unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
        let public_url = secret::public_url(&listen.public_url.clone().or(file.public_url).unwrap_or_else(|| local_url(listen_on)))?;
        let smtp = listen.smtp.as_deref().or(file.smtp.as_deref()).map(secret::smtp).transpose()?;
        let mail_from = match listen.mail_from.clone().or(file.mail_from) {
            Some(typed) if !crate::mail::is_sender(&typed) => return Err(ConfigError::MailFrom(without_user_info(&typed))),
            Some(typed) => typed,
            None => format!("hub@{}", public_url.host_str().unwrap_or("localhost")),
        };
        let security_contact = listen.security_contact.clone().or(file.security_contact).map(|contact| security_contact(&contact)).transpose()?;
        let trusted_proxies = if listen.trusted_proxies.is_empty() { file.trusted_proxy } else { listen.trusted_proxies.clone() };
        let metrics_from = if listen.metrics_from.is_empty() { file.metrics_from } else { listen.metrics_from.clone() };
        let private_calendars = if listen.private_calendars.is_empty() { file.allow_private_calendars } else { listen.private_calendars.clone() };
        let metrics_token = listen.metrics_token.clone().or(file.metrics_token).filter(|token| !token.is_empty());
        let drain = Duration::from_secs(listen.drain.or(file.drain).unwrap_or(0).into());
        let front_hub = listen.front_hub.clone().or(file.front_hub);
        let source = source(&data, address.or(file.database))?;
        let to = file.backup_to.unwrap_or_else(|| data.join("backups"));
        let backups = backup_plan(&source, listen.backup_at.as_deref().or(file.backup_at.as_deref()), to, listen.backup_keep.or(file.backup_keep))?;
        let operator_mail = listen.operator_mail.clone().or(file.operator_mail);
        if let Some(address) = operator_mail.as_ref().filter(|address| EmailAddress::parse(address).is_none()) {
            return Err(ConfigError::OperatorMail(address.clone()));
        }
        let known = Self::local(data, source, public_url);
        Ok(Self {
            listen: listen_on,
            trusted_proxies,
            smtp,
            mail_from,
            fixed,
            metrics_from,
            private_calendars,
            metrics_token,
            drain,
            backups,
            operator_mail,
            security_contact,
            front_hub,
            ..known
        })
    }

    /// What holds when nothing is said: on this machine only, mails kept as files.
    pub fn local(data: PathBuf, source: Source, public_url: Url) -> Self {
        Self {
            data,
            source,
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            security_contact: None,
            trusted_proxies: Vec::new(),
            mail_from: format!("hub@{}", public_url.host_str().unwrap_or("localhost")),
            public_url,
            smtp: None,
            fixed: Fixed::default(),
            metrics_from: Vec::new(),
            private_calendars: Vec::new(),
            metrics_token: None,
            drain: Duration::ZERO,
            front_hub: None,
            backups: None,
            operator_mail: None,
        }
    }

    /// Whether visitors come by https: decides cookies and strict transport.
    pub fn is_https(&self) -> bool {
        self.public_url.scheme() == "https"
    }

    /// Scheme, host and port of the public address, without a path.
    pub fn origin(&self) -> String {
        self.public_url.origin().ascii_serialization()
    }

    /// The path below which a proxy serves us, without a slash at its end; mostly empty.
    pub fn base_path(&self) -> &str {
        self.public_url.path().trim_end_matches('/')
    }
}

/// A contact as RFC 9116, 2.5.3 wants it: an address with its scheme.
fn security_contact(typed: &str) -> Result<Url, ConfigError> {
    let wrong = || ConfigError::SecurityContact(without_user_info(typed));
    let text = if EmailAddress::parse(typed).is_some() { format!("mailto:{typed}") } else { typed.to_owned() };
    Url::parse(&text).ok().filter(|url| matches!(url.scheme(), "mailto" | "https" | "tel")).ok_or_else(wrong)
}

/// The database of an address, or of the folder.
fn source(folder: &Path, address: Option<String>) -> Result<Source, ConfigError> {
    match address {
        None => Ok(Source::Sqlite(folder.to_owned())),
        Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => Ok(Source::Postgres(url)),
        Some(_) => Err(ConfigError::Database),
    }
}

/// The database that the flags, the environment or the file name, for commands that do not listen.
pub fn database(data: &DataArgs) -> Result<Source, ConfigError> {
    let (folder, file) = settled(data)?;
    source(&folder, data.database.clone().or(file.database))
}

/// The folder of backups.
pub fn backups(data: &DataArgs) -> Result<PathBuf, ConfigError> {
    settled(data).map(|(folder, file)| file.backup_to.unwrap_or_else(|| folder.join("backups")))
}

/// What the server backs up by itself: every night, unless somebody said otherwise or the data are in PostgreSQL.
fn backup_plan(source: &Source, at: Option<&str>, to: PathBuf, keep: Option<usize>) -> Result<Option<BackupPlan>, ConfigError> {
    let at = match (source, at) {
        (_, Some("never")) | (Source::Postgres(_), None) => return Ok(None),
        (Source::Postgres(_), Some(_)) => return Err(ConfigError::BackupElsewhere),
        (Source::Sqlite(_), None) => BACKUP_AT,
        (Source::Sqlite(_), Some(word)) => Time::strptime("%H:%M", word).map_err(|_| ConfigError::BackupAt(word.to_owned()))?,
    };
    match keep.unwrap_or(BACKUP_KEEP) {
        0 => Err(ConfigError::BackupKeep),
        keep => Ok(Some(BackupPlan { at, to, keep })),
    }
}

/// The folder of the data that the flags, the environment or the file name.
pub fn folder(data: &DataArgs) -> Result<PathBuf, ConfigError> {
    settled(data).map(|(folder, _)| folder)
}

/// Which folder, and what the file says.
fn settled(args: &DataArgs) -> Result<(PathBuf, ConfigFile), ConfigError> {
    let existing = |path: PathBuf| path.is_file().then_some(path);
    let path = args.config.clone().or_else(|| match &args.data {
        Some(folder) => existing(folder.join(BESIDE)),
        None => existing(PathBuf::from(INSTALLED)).or_else(|| existing(Path::new(FOLDER).join(BESIDE))),
    });
    let file = path.map_or_else(|| Ok(ConfigFile::default()), |path| read(&path))?;
    let folder = args.data.clone().or_else(|| file.data.clone()).unwrap_or_else(|| PathBuf::from(FOLDER));
    Ok((folder, file))
}

fn local_url(listen: SocketAddr) -> String {
    let host = if listen.ip().is_loopback() || listen.ip().is_unspecified() { "localhost".to_owned() } else { listen.ip().to_string() };
    let host = if listen.is_ipv6() && host.contains(':') { format!("[{host}]") } else { host };
    format!("http://{host}:{}", listen.port())
}
