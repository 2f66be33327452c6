//! A PostgreSQL of its own for one test process: in a temporary folder, on a Unix socket, as an ordinary user (initdb refuses root).
//! It is stopped and removed when the process ends, however it ends, because its keeper waits for the end of a pipe.
#![allow(dead_code, clippy::allow_attributes, reason = "not every test binary uses all of it")]

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};

use postgres::{Client, NoTls};

/// What the keeper does: make the cluster, serve, wait for the test process to end, stop, remove.
const KEEPER: &str = r#"
set -eu
trap '' INT HUP TERM
folder=$(mktemp -d /tmp/nabe-pg.XXXXXX)
"$1/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$folder/initdb.log" 2>&1
"$1/postgres" -D "$folder/data" -c "fsync=$2" -c listen_addresses= -c "unix_socket_directories=$folder" \
    -c max_connections=400 -c autovacuum=off -c log_min_messages=warning </dev/null >"$folder/log" 2>&1 &
server=$!
echo "$folder"
cat >/dev/null
kill -QUIT "$server"
wait "$server" || true
rm -rf "$folder"
"#;

/// A running cluster.
pub struct Cluster {
    folder: String,
    databases: AtomicUsize,
    making: Mutex<()>,
    _keeper: Child,
}

/// A fresh database of the cluster, owned by `nabe_owner`, an ordinary user who may make roles.
pub struct Database {
    /// Address as Nabe is given it.
    pub url: String,
    /// The same database as superuser.
    pub superuser_url: String,
    /// Path of the server's socket.
    pub socket: PathBuf,
    /// Name of the database.
    pub name: String,
}

/// The cluster of this process, started at the first call. Panics with the line to run when PostgreSQL is not installed.
pub fn cluster() -> &'static Cluster {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    CLUSTER.get_or_init(|| Cluster::start(false))
}

impl Cluster {
    /// Starts a cluster. `durable`: with fsync, for measurements.
    pub fn start(durable: bool) -> Self {
        let programs = programs();
        let fsync = if durable { "on" } else { "off" };
        let mut command = as_ordinary_user();
        command.args(["sh", "-c", KEEPER, "keeper"]).arg(&programs).arg(fsync);
        let mut keeper = command.current_dir("/").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the keeper of the cluster starts");
        let mut folder = String::new();
        let stdout = keeper.stdout.take().expect("the keeper has an output");
        BufReader::new(stdout).read_line(&mut folder).expect("the keeper names its folder");
        let folder = folder.trim().to_owned();
        assert!(!folder.is_empty(), "initdb failed; see the newest /tmp/nabe-pg.*/initdb.log");
        let cluster = Self { folder, databases: AtomicUsize::new(0), making: Mutex::new(()), _keeper: keeper };
        let mut client = cluster.superuser("postgres");
        client.batch_execute("create role nabe_owner login createrole nosuperuser").expect("the owner is made");
        cluster
    }

    /// A fresh, empty database.
    pub fn database(&self) -> Database {
        // CREATE DATABASE copies a template, which nobody else may be using.
        let making = self.making.lock().expect("no other test failed while making a database");
        let name = format!("nabe_{}", self.databases.fetch_add(1, Ordering::SeqCst));
        self.superuser("postgres").batch_execute(&format!("create database {name} owner nabe_owner")).expect("the database is made");
        drop(making);
        Database {
            url: self.url("nabe_owner", &name),
            superuser_url: self.url("postgres", &name),
            socket: PathBuf::from(&self.folder).join(".s.PGSQL.5432"),
            name,
        }
    }

    fn superuser(&self, database: &str) -> Client {
        let url = self.url("postgres", database);
        for _ in 0..300 {
            if let Ok(client) = Client::connect(&url, NoTls) {
                return client;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("PostgreSQL does not answer; see {}/log", self.folder)
    }

    fn url(&self, user: &str, database: &str) -> String {
        format!("postgres://{user}@{}/{database}", self.folder.replace('/', "%2F"))
    }
}

impl Database {
    /// A connection past all rules, to look at the truth or to break things. Not for a thread of the runtime.
    pub fn superuser(&self) -> Client {
        Client::connect(&self.superuser_url, NoTls).expect("the superuser connects")
    }
}

/// Folder of initdb and postgres: the newest version that Debian has installed, or the PATH.
pub fn programs() -> PathBuf {
    let mut found: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, bin)| bin.join("initdb").exists())
        .collect();
    found.sort();
    let in_path = || {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path).find(|folder| folder.join("initdb").exists())
    };
    found.pop().map(|(_, bin)| bin).or_else(in_path).unwrap_or_else(|| panic!("PostgreSQL is missing; run: apt-get install --no-install-recommends postgresql"))
}

/// A command that runs what follows as an ordinary user: this one, or when this is root, `postgres`.
pub fn as_ordinary_user() -> Command {
    let root = std::fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    if root {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]);
        command
    } else {
        Command::new("env")
    }
}
