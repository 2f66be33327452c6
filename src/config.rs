//! Configuration: flags before environment before file. Every wrong value is refused at the start with a sentence that says what to do.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use ipnet::IpNet;
use serde::Deserialize;
use url::Url;

use crate::db::Source;

/// Where the data is; part of every command.
#[derive(Debug, Clone, clap::Args)]
pub struct DataArgs {
    /// Folder of the data: database, pictures, mails that are not sent
    #[arg(long, value_name = "DIR", env = "NABE_DATA", default_value = "data", global = true)]
    pub data: PathBuf,
    /// PostgreSQL instead of the embedded database: <postgres://user:password@host/name>
    #[arg(long, value_name = "URL", env = "NABE_DATABASE", global = true, hide_env_values = true)]
    pub database: Option<String>,
    /// Configuration file; without it DIR/nabe.toml is read if it is there
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
    pub public_url: Option<Url>,
    /// Mail server: smtp://host:port, <smtps://user:password@host>; without it mails are kept as files in DIR/mails
    #[arg(long, value_name = "URL", env = "NABE_SMTP", hide_env_values = true)]
    pub smtp: Option<Url>,
    /// Network that may read /metrics besides this machine; may be repeated
    #[arg(long, value_name = "CIDR", env = "NABE_METRICS_FROM", value_delimiter = ',')]
    pub metrics_from: Vec<IpNet>,
    /// Whoever sends this as "Authorization: Bearer …" may read /metrics from anywhere
    #[arg(long, value_name = "TOKEN", env = "NABE_METRICS_TOKEN", hide_env_values = true)]
    pub metrics_token: Option<String>,
    /// Seconds between "not ready" and the end of listening, for a load balancer to notice [default: 0]
    #[arg(long, value_name = "SECONDS", env = "NABE_DRAIN")]
    pub drain: Option<u16>,
    /// Sender of all mails, for example hub@example.org
    #[arg(long, value_name = "ADDRESS", env = "NABE_MAIL_FROM")]
    pub mail_from: Option<String>,
    /// Hub whose legal notice, privacy and accessibility pages apply to the pages outside all hubs [default: the oldest]
    #[arg(long, value_name = "HUB", env = "NABE_FRONT_HUB")]
    pub front_hub: Option<String>,
}

/// What may stand in the file; names are those of the flags.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct ConfigFile {
    database: Option<String>,
    listen: Option<SocketAddr>,
    #[serde(default)]
    trusted_proxy: Vec<IpNet>,
    public_url: Option<Url>,
    smtp: Option<Url>,
    mail_from: Option<String>,
    #[serde(default)]
    metrics_from: Vec<IpNet>,
    metrics_token: Option<String>,
    drain: Option<u16>,
    front_hub: Option<String>,
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
    /// Sender of mails.
    pub mail_from: String,
    /// Who may read the metrics besides this machine.
    pub metrics_from: Vec<IpNet>,
    /// What opens the metrics from anywhere.
    pub metrics_token: Option<String>,
    /// How long to listen after the end was announced.
    pub drain: Duration,
    /// Whose legal pages apply outside all hubs; `None` for the oldest.
    pub front_hub: Option<String>,
}

/// Why the configuration cannot be used; the text says what to do.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("cannot read the configuration file {path}: {reason}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: std::io::Error,
    },
    /// The file is not what is expected.
    #[error("the configuration file {path} is wrong: {reason}")]
    Wrong {
        /// The file.
        path: PathBuf,
        /// Line and reason.
        reason: Box<toml::de::Error>,
    },
    /// A public address that no browser could open.
    #[error("--public-url must be an http or https address without query, for example https://hub.example.org; got {0}")]
    PublicUrl(Url),
    /// A mail server address of another kind.
    #[error("--smtp must begin with smtp:// or smtps://, for example smtp://localhost:25; got {0}://…")]
    Smtp(String),
    /// A database address of another kind.
    #[error("--database must begin with postgres:// (without it the embedded database in the data folder is used)")]
    Database,
}

impl Config {
    /// Joins flags and environment (already joined by clap) with the file.
    pub fn load(data: &DataArgs, listen: &ListenArgs) -> Result<Self, ConfigError> {
        let file = read_file(data)?;
        let listen_on = listen.listen.or(file.listen).unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
        let public_url = match listen.public_url.clone().or(file.public_url) {
            Some(url) => url,
            None => local_url(listen_on)?,
        };
        if !matches!(public_url.scheme(), "http" | "https") || public_url.query().is_some() || public_url.fragment().is_some() {
            return Err(ConfigError::PublicUrl(public_url));
        }
        let smtp = listen.smtp.clone().or(file.smtp);
        if let Some(url) = smtp.as_ref().filter(|url| !matches!(url.scheme(), "smtp" | "smtps")) {
            return Err(ConfigError::Smtp(url.scheme().to_owned()));
        }
        let mail_from = listen.mail_from.clone().or(file.mail_from).unwrap_or_else(|| format!("hub@{}", public_url.host_str().unwrap_or("localhost")));
        let trusted_proxies = if listen.trusted_proxies.is_empty() { file.trusted_proxy } else { listen.trusted_proxies.clone() };
        let metrics_from = if listen.metrics_from.is_empty() { file.metrics_from } else { listen.metrics_from.clone() };
        let metrics_token = listen.metrics_token.clone().or(file.metrics_token).filter(|token| !token.is_empty());
        let drain = Duration::from_secs(listen.drain.or(file.drain).unwrap_or(0).into());
        let front_hub = listen.front_hub.clone().or(file.front_hub);
        let source = source(data, file.database)?;
        let data = data.data.clone();
        Ok(Self { data, source, listen: listen_on, trusted_proxies, public_url, smtp, mail_from, metrics_from, metrics_token, drain, front_hub })
    }

    /// What holds when nothing is said: on this machine only, mails kept as files.
    pub fn local(data: PathBuf, source: Source, public_url: Url) -> Self {
        Self {
            data,
            source,
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            trusted_proxies: Vec::new(),
            mail_from: format!("hub@{}", public_url.host_str().unwrap_or("localhost")),
            public_url,
            smtp: None,
            metrics_from: Vec::new(),
            metrics_token: None,
            drain: Duration::ZERO,
            front_hub: None,
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

/// The database that the flags, the environment or the file name.
pub fn source(data: &DataArgs, in_file: Option<String>) -> Result<Source, ConfigError> {
    match data.database.clone().or(in_file) {
        None => Ok(Source::Sqlite(data.data.clone())),
        Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => Ok(Source::Postgres(url)),
        Some(_) => Err(ConfigError::Database),
    }
}

/// The database alone, for commands that do not listen.
pub fn database(data: &DataArgs) -> Result<Source, ConfigError> {
    source(data, read_file(data)?.database)
}

fn read_file(data: &DataArgs) -> Result<ConfigFile, ConfigError> {
    let beside = data.data.join("nabe.toml");
    let path: &Path = match &data.config {
        Some(path) => path,
        None if beside.is_file() => &beside,
        None => return Ok(ConfigFile::default()),
    };
    let text = std::fs::read_to_string(path).map_err(|reason| ConfigError::Unreadable { path: path.to_owned(), reason })?;
    toml::from_str(&text).map_err(|reason| ConfigError::Wrong { path: path.to_owned(), reason: Box::new(reason) })
}

fn local_url(listen: SocketAddr) -> Result<Url, ConfigError> {
    let host = if listen.ip().is_loopback() || listen.ip().is_unspecified() { "localhost".to_owned() } else { listen.ip().to_string() };
    let text = format!("http://{host}:{}", listen.port());
    Url::parse(&text).map_err(|_| ConfigError::Smtp(text))
}
